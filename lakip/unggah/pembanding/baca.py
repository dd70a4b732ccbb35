"""The conductor of an upload of comparison figures: what kabupaten, provinsi and nasional reached in a tahun.

As `dokumen`: `read` changes nothing and returns every temuan, `save` records whole or not at all. A blank cell
keeps what is recorded.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from lakip import dokumen, pembanding
from lakip.akses import Izin, Pengguna
from lakip.formatting import KOSONG, angka
from lakip.pembanding import CAKUPAN_NAMA, Angka
from lakip.rekap import Simpanan
from lakip.store import Store
from lakip.unggah.berkas.buku import display_name, read_workbook
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.catat import record
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.identitas import Kunci
from lakip.unggah.formulir.sejak import Tempat
from lakip.unggah.hasil import Jawaban, Perubahan, leave_out
from lakip.unggah.pembanding.formulir import PEMBANDING, issued_figures, pembanding_form
from lakip.unggah.pembanding.hasil import HasilPembanding
from lakip.unggah.perbaris import KOLOM_KARTU, Kartu, PembacaanBaris, Terbaca
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.peta import Bidang
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Tingkat

__all__ = ["HasilPembanding", "leave_out", "pembanding_form", "read", "save"]

Tercatat = dict[tuple[str, str], Angka]


def read(
    store: Store,
    pengguna: Pengguna,
    content: bytes,
    nama_berkas: str,
    unit: str,
    tahun: int,
    jawaban: Jawaban | None = None,
) -> HasilPembanding:
    """Read and judge the comparison figures of one tahun. Arguments and errors as `dokumen.read`."""
    pengguna.require(Izin.RENCANA, unit)
    hasil = HasilPembanding(unit=unit, tahun=tahun, nama_berkas=display_name(nama_berkas), content=content)
    return _Pembacaan(store, hasil, read_workbook(content, nama_berkas), jawaban or {}).result()


def save(store: Store, pengguna: Pengguna, hasil: HasilPembanding) -> Simpanan:
    """Record what was read, whole or not at all. Raises UserError while something is held."""

    def write(row: dict[str, Any]) -> tuple[int, str]:
        changed = pembanding.save(store, pengguna, hasil.unit, hasil.tahun, hasil.angka, row)
        return changed, f"Pembanding tahun {hasil.tahun} tersimpan: {changed} angka."

    return record(store, pengguna, hasil, PEMBANDING, write)


BIDANG = (
    *KOLOM_KARTU,
    *(Bidang(c, CAKUPAN_NAMA[c], (), angka=True, setahun=True, cakupan=c) for c in CAKUPAN_NAMA),
    *(Bidang(f"sumber_{c}", f"Sumber {CAKUPAN_NAMA[c]}", ("sumber_data",), cakupan=c) for c in CAKUPAN_NAMA),
)


class _Pembacaan(PembacaanBaris[tuple[Angka, ...]]):
    formulir = PEMBANDING
    wajib = (frozenset({"kode", "nama"}), frozenset(CAKUPAN_NAMA))
    tanpa_tabel = "tidak memuat tabel dengan kolom Kode atau Indikator dan kolom Kabupaten, Provinsi, atau Nasional"

    def __init__(self, store: Store, hasil: HasilPembanding, lembar: Sequence[Lembar], jawaban: Jawaban) -> None:
        super().__init__(store, hasil.unit, hasil.tahun, lembar, jawaban)
        self.hasil = hasil
        self.known = pembanding.recorded(store, hasil.unit, hasil.tahun)
        self.cards = dokumen.cards(store, hasil.unit, hasil.tahun)
        self.hold_against(issued_figures(self.known))

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        return BIDANG

    def result(self) -> HasilPembanding:
        refused, tables = self.read()
        if refused:
            return self.refused(self.hasil, refused, tables)
        figures = tuple(one for r in self.kept() for one in r.isi or ())
        return self.finish(self.hasil, angka=figures, perubahan=_changes(self.known, figures), **self.counts())

    def row(self, calon: Calon) -> Terbaca[tuple[Angka, ...]] | str:
        said = [n for n in CAKUPAN_NAMA if calon.text(n) or calon.text(f"sumber_{n}")]
        if not said:
            self._left_blank(calon)
            return "belum diisi"
        kode, nama = calon.text("kode"), calon.text("nama")
        card = self.card_by_kode(kode) if kode else self.card_by_name(nama)
        if card is None:
            what = f"kode “{kode[:40]}”" if kode else f"indikator “{nama[:80]}”"
            pesan = f"{what} tidak ada pada acuan tahun {self.tahun}.{self.nearest(nama)} Perbaiki kodenya."
            self.tell(calon, Tingkat.SALAH, "kode" if kode or not nama else "nama", "kode_tak_dikenal", pesan)
            return Terbaca(calon, kode or nama, None, tuple(self.soal))
        found = [one for n in said if (one := self._figure(calon, card, n)) is not None]
        return Terbaca(calon, card["kode"], tuple(found), tuple(self.soal))

    def _figure(self, calon: Calon, card: Kartu, cakupan: str) -> Angka | None:
        label, before = CAKUPAN_NAMA[cakupan], self.known.get((card["kode"], cakupan))
        nilai = self.number(calon, cakupan, label, card["satuan"], card)
        sumber = calon.text(f"sumber_{cakupan}")
        unread = any(t.sel == calon.alamat.get(cakupan) for t in self.soal)
        if self.sejak.tahu:
            nilai, sumber, unread = self._since_form(calon, before, (card["kode"], cakupan), nilai, sumber, unread)
        sumber = sumber or (before.sumber if before else "")
        if nilai is None and before is None and not sumber and not unread:
            return None
        if nilai is None and not unread:
            nilai = before.nilai if before else None
            if nilai is None:
                pesan = f"ada sumber {label.lower()}, tetapi angkanya kosong. Isi angkanya, atau kosongkan sumbernya."
                self.tell(calon, Tingkat.SALAH, cakupan, "tanpa_angka", pesan)
        if not sumber:
            pesan = f"angka {label.lower()} belum bersumber. Isi Sumber {label}: nama dokumen atau laman, dan tahunnya."
            self.tell(calon, Tingkat.SALAH, f"sumber_{cakupan}", "tanpa_sumber", pesan)
        one = Angka(card["kode"], cakupan, nilai, sumber, calon.lembar, calon.alamat.get(cakupan))
        return one if nilai is not None and one != before else None

    def _since_form(
        self, calon: Calon, before: Angka | None, kunci: Kunci, nilai: Decimal | None, sumber: str, unread: bool
    ) -> tuple[Decimal | None, str, bool]:
        """Figure and source as they count: of the record where the person left the cell alone."""
        (kode, cakupan), label = kunci, CAKUPAN_NAMA[kunci[1]]
        raw = identitas.said(calon.sel.get(cakupan))
        said = identitas.text(nilai) if nilai is not None else raw
        if not self.counts_in(calon, cakupan, label, kunci, said):
            nilai, unread = before.nilai if before else None, False
        source = (kode, f"sumber_{cakupan}")
        if not self.counts_in(calon, source[1], f"Sumber {label}", source, identitas.text(sumber)):
            sumber = before.sumber if before else ""
        return nilai, sumber, unread

    def _left_blank(self, calon: Calon) -> None:
        """A row that came blank with the form, of which the record says something by now."""
        card = self.card_by_kode(calon.text("kode"))
        if card is None or not self.sejak.tahu:
            return
        for cakupan in (n for n in CAKUPAN_NAMA if n in calon.alamat):
            key = (card["kode"], cakupan)
            if not self.sejak.touched(key, ""):
                place = Tempat(calon.lembar, calon.alamat[cakupan], CAKUPAN_NAMA[cakupan], card["kode"])
                self.temuan += self.sejak.left_alone(place, key)


def _changes(known: Tercatat, angka_baru: tuple[Angka, ...]) -> tuple[Perubahan, ...]:
    return tuple(
        Perubahan(new.indikator, CAKUPAN_NAMA[new.cakupan], _said(old), _said(new))
        for new in angka_baru
        if (old := known.get((new.indikator, new.cakupan))) != new
    )


def _said(one: Angka | None) -> str:
    return KOSONG if one is None else f"{angka(one.nilai)} ({one.sumber})"
