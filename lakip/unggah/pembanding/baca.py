"""The upload of comparison figures: what kabupaten, provinsi and nasional reached in a tahun.

A blank cell keeps what is recorded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from lakip import dokumen, pembanding
from lakip.akses import Pengguna
from lakip.formatting import KOSONG, angka
from lakip.pembanding import CAKUPAN_NAMA, Angka
from lakip.rekap import Simpanan
from lakip.store import Store
from lakip.unggah.catat import record
from lakip.unggah.formulir import identitas
from lakip.unggah.hasil import Hasil, Perubahan
from lakip.unggah.pembanding.formulir import KOLOM, PEMBANDING, issued_figures
from lakip.unggah.perbaris import KOLOM_KARTU, Kartu, PembacaanKartu, Terbaca
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.peta import Bidang
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Tingkat

BIDANG = (
    *KOLOM_KARTU,
    *(Bidang(c, CAKUPAN_NAMA[c], (), angka=True, setahun=True, cakupan=c) for c in CAKUPAN_NAMA),
    *(Bidang(f"sumber_{c}", f"Sumber {CAKUPAN_NAMA[c]}", ("sumber_data",), cakupan=c) for c in CAKUPAN_NAMA),
)


@dataclass(frozen=True, kw_only=True)
class HasilPembanding(Hasil):
    """Comparison figures of one tahun; only those that the file says."""

    TANPA_ISI: ClassVar[str] = "Tidak ada pembanding yang diisi."

    angka: tuple[Angka, ...] = ()


def save(store: Store, pengguna: Pengguna, hasil: HasilPembanding) -> Simpanan:
    """Record what was read, whole or not at all. Raises UserError while something is held."""

    def write(row: dict[str, Any]) -> tuple[int, str]:
        changed = pembanding.save(store, pengguna, hasil.unit, hasil.tahun, hasil.angka, row)
        return changed, f"Pembanding tahun {hasil.tahun} tersimpan: {changed} angka."

    return record(store, pengguna, hasil, PEMBANDING, write)


class _Pembacaan(PembacaanKartu[HasilPembanding, list[Angka]]):
    formulir, hasil_baru = PEMBANDING, HasilPembanding
    wajib = (frozenset({"kode", "nama"}), frozenset(CAKUPAN_NAMA))
    perlu = "kolom Kode atau Indikator dan kolom Kabupaten, Provinsi, atau Nasional"

    def __init__(self, *of: Any) -> None:
        super().__init__(*of)
        self.known = pembanding.recorded(self.store, self.unit, self.tahun)
        self.cards = dokumen.cards(self.store, self.unit, self.tahun)
        self.sejak = self.since(issued_figures(self.known), KOLOM)

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        return BIDANG

    def judge(self) -> dict[str, Any]:
        figures = tuple(one for r in self.kept() for one in r.isi or ())
        old = [self.known.get((one.indikator, one.cakupan)) for one in figures]
        changes = tuple(
            Perubahan(new.indikator, CAKUPAN_NAMA[new.cakupan], _said(before), _said(new))
            for before, new in zip(old, figures, strict=True)
            if before != new
        )
        return {"angka": figures, "perubahan": changes}

    def card_row(self, calon: Calon) -> Terbaca[Calon, list[Angka]] | str:
        said = [n for n in CAKUPAN_NAMA if calon.text(n) or calon.text(f"sumber_{n}")]
        if not said:
            card = self.card_by_kode(calon.text("kode"))
            for cakupan, label in CAKUPAN_NAMA.items() if card else ():
                self.came_blank(calon, cakupan, label, (calon.text("kode") if card is None else card["kode"], cakupan))
            return "belum diisi"
        kode, nama = calon.text("kode"), calon.text("nama")
        card = self.card_by_kode(kode) if kode else self.card_by_name(nama)
        if card is None:
            what = f"kode “{kode[:40]}”" if kode else f"indikator “{nama[:80]}”"
            pesan = f"{what} tidak ada pada acuan tahun {self.tahun}.{self.nearest(nama)} Perbaiki kodenya."
            self.tell(calon, Tingkat.SALAH, "kode" if kode or not nama else "nama", "kode_tak_dikenal", pesan)
            return Terbaca(calon, kode or nama, None, self.soal)
        found = [one for n in said if (one := self._figure(calon, card, n)) is not None]
        return Terbaca(calon, card["kode"], found, self.soal)

    def _figure(self, calon: Calon, card: Kartu, cakupan: str) -> Angka | None:
        """The figure and its source, each of the record where the person left its cell alone."""
        label, kode, source = CAKUPAN_NAMA[cakupan], card["kode"], f"sumber_{cakupan}"
        before = self.known.get((kode, cakupan))
        nilai, sumber = self.number(calon, cakupan, label, card["satuan"], card["metode"]), calon.text(source)
        unread = any(t.sel == calon.alamat.get(cakupan) for t in self.soal)
        if self.sejak.tahu:
            said = identitas.said(calon.sel.get(cakupan)) if nilai is None else identitas.text(nilai)
            if not self.counts_in(calon, cakupan, label, (kode, cakupan), said):
                nilai, unread = before.nilai if before else None, False
            if not self.counts_in(calon, source, f"Sumber {label}", (kode, source), identitas.text(sumber)):
                sumber = before.sumber if before else ""
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
            self.tell(calon, Tingkat.SALAH, source, "tanpa_sumber", pesan)
        one = Angka(kode, cakupan, nilai, sumber, calon.lembar, calon.alamat.get(cakupan))
        return one if nilai is not None and one != before else None


def _said(one: Angka | None) -> str:
    return KOSONG if one is None else f"{angka(one.nilai)} ({one.sumber})"


read = _Pembacaan.read
