"""The conductor of an upload of what stands in a Renstra, Renja, RKT or IKU.

As `realisasi`: `read` changes nothing and returns every temuan, `save` records whole or not at all.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lakip import dokumen
from lakip.akses import Izin, Pengguna
from lakip.dokumen import BERISI, JENIS_NAMA, BarisDokumen, Dokumen
from lakip.errors import UserError
from lakip.formatting import KOSONG, angka
from lakip.rekap import Simpanan
from lakip.store import Store
from lakip.unggah.berkas.buku import display_name, read_workbook
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.catat import record
from lakip.unggah.dokumen.formulir import ISI, TIDAK, contents_form, issued_contents, purpose, row_key
from lakip.unggah.dokumen.hasil import HasilIsi
from lakip.unggah.dokumen.sejak import TANPA_TARGET, merged, with_rest
from lakip.unggah.formulir.identitas import Kunci, Meta
from lakip.unggah.formulir.penolakan import Beda
from lakip.unggah.hasil import Jawaban, Perubahan, leave_out
from lakip.unggah.perbaris import KOLOM_KARTU, Kartu, PembacaanBaris, Terbaca
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.peta import Bidang, Peta
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Tingkat

__all__ = ["HasilIsi", "contents_form", "leave_out", "read", "save"]

SEBUTAN = {
    "renstra": r"renstra|rencana strategis",
    "renja": r"renja|rencana kerja(?! tahunan)",
    "rkt": r"rkt|rencana kinerja tahunan|rencana kerja tahunan",
    "iku": r"iku|indikator kinerja utama",
}


def read(
    store: Store,
    pengguna: Pengguna,
    content: bytes,
    nama_berkas: str,
    unit: str,
    wanted: Dokumen,
    jawaban: Jawaban | None = None,
) -> HasilIsi:
    """Read and judge the content of one registered document.

    Args:
        wanted: as `dokumen.in_force` or `dokumen.version` give it.
        jawaban: answers to temuan of an earlier reading of the same file, as for `realisasi.read`.

    Raises:
        AccessError: the pengguna may not change plans.
        UserError: the file is no readable workbook or table, or the document holds no indikator.
    """
    pengguna.require(Izin.RENCANA, unit)
    if wanted.jenis not in BERISI:
        raise UserError(f"{wanted.nama} tidak berisi target indikator. Pagunya dicatat pada Anggaran.")
    hasil = HasilIsi(
        unit=unit, tahun=wanted.tahun, nama_berkas=display_name(nama_berkas), content=content, dokumen=wanted,
        seen=dokumen.contents_version(store, unit, wanted),
    )  # fmt: skip
    return _Pembacaan(store, hasil, read_workbook(content, nama_berkas), jawaban or {}).result()


def save(store: Store, pengguna: Pengguna, hasil: HasilIsi) -> Simpanan:
    """Record what was read, whole or not at all. Raises UserError while something is held."""

    def write(row: dict[str, Any]) -> tuple[int, str]:
        isi = [replace(one, unggahan=row["id"]) for one in hasil.isi]
        changed = dokumen.save_contents(store, pengguna, hasil.unit, hasil.dokumen, isi, row, hasil.seen)
        return changed, f"Isi {hasil.dokumen.nama} tersimpan: {len(isi)} indikator."

    return record(store, pengguna, hasil, ISI, write)


class _Pembacaan(PembacaanBaris[BarisDokumen]):
    formulir = ISI

    def __init__(self, store: Store, hasil: HasilIsi, lembar: Sequence[Lembar], jawaban: Jawaban) -> None:
        super().__init__(store, hasil.unit, hasil.tahun, lembar, jawaban)
        self.hasil, self.dokumen = hasil, hasil.dokumen
        self.cards = self._cards()
        self.before = dokumen.contents(store, self.unit, self.dokumen)
        self.recorded = {row_key(one.kode, one.nama): one for one in self.before}
        self.in_file: set[str] = set()
        self.gone: set[str] = set()
        if self.before:
            self._hold_against_record()
        years = frozenset(map(str, self.dokumen.tahun_target))
        self.wajib = [frozenset({"nama"}), *([years] if years else [])]
        self.tanpa_tabel = "tidak memuat tabel dengan kolom Indikator" + (" dan Target" if years else "")

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        years = self.dokumen.tahun_target
        target = Bidang("", "", ("target",), angka=True, unsur="kinerja", setahun=True)
        return (
            *KOLOM_KARTU, Bidang("ada", "Ada di dokumen", ("ada",)),
            *(replace(target, nama=str(y), label=f"Target {y}", tahun=y, sebut_tahun=len(years) > 1) for y in years),
        )  # fmt: skip

    def result(self) -> HasilIsi:
        refused, tables = self.read()
        if refused:
            return self.refused(self.hasil, refused, tables)
        isi = tuple(r.isi for r in self.kept() if r.isi is not None)
        if self.sejak.tahu:
            name = tables[0].tabel.lembar.nama
            isi, found = with_rest(self.sejak, isi, self.before, self.in_file, self.gone, name)
            self.temuan += found
        changes = tuple(_changes(self.before, isi))
        return self.finish(self.hasil, isi=isi, perubahan=changes, **self.counts())

    def _hold_against_record(self) -> None:
        """`changers` keeps who changed a document under its jenis and versi: it is recorded as a whole."""
        self.hold_against(issued_contents(self.before, self.dokumen))
        who = self.sejak.pengubah.get((purpose(self.dokumen), ""))
        if who is not None:
            keys = {kunci for kunci, _ in (*(self.sejak.terbit or {}), *self.sejak.kini)}
            self.sejak.pengubah = {(kunci, ""): who for kunci in keys}

    def fits(self, found: Peta) -> bool:
        """Also a table of targets of other years, so that it is said to be that."""
        targets = any(m.apa == "target" for m in found.tabel.blok.makna.values())
        return super().fits(found) or ("nama" in found.kolom and targets)

    def chosen(self, meta: Meta) -> Beda | None:
        if (meta.untuk, meta.tahun) == (purpose(self.dokumen), self.dokumen.tahun):
            return None
        jenis, _, versi = meta.untuk.partition(" ")
        theirs = f"{JENIS_NAMA.get(jenis, jenis)} {meta.tahun} versi {versi}"
        return "dokumen_lain", theirs, f"{self.dokumen.nama} versi {self.dokumen.versi}"

    def other_table(self, table: Tabel) -> tuple[str, str] | None:
        titles = " ".join(plain(t) for t in (*table.judul, table.lembar.nama))
        named = [j for j, words in SEBUTAN.items() if re.search(rf"\b({words})\b", titles)]
        if self.meta is None and named and self.dokumen.jenis not in named:
            pesan = f"Tabel ini berjudul {JENIS_NAMA[named[0]]}, sedangkan yang dipilih {self.dokumen.nama}."
            return "dokumen_lain", f"{pesan} Pilih dokumen itu, atau unggah berkas yang lain."
        return self._other_years(table)

    def _other_years(self, table: Tabel) -> tuple[str, str] | None:
        years = self.dokumen.tahun_target
        titled = {y for m in table.blok.makna.values() if m.apa == "target" for y in m.waktu.tahun}
        if not titled and len(years) == 1:
            titled = set(table.tahun) if self.meta is None else set()
        missing = [y for y in years if y not in titled] if titled or len(years) > 1 else []
        if not missing:
            return None
        told = ", ".join(map(str, sorted(titled))) or "yang tidak disebutkan"
        pesan = (
            f"Tabel ini memuat target tahun {told}, sedangkan {self.dokumen.nama} memuat target tahun "
            f"{', '.join(map(str, years))}. Lengkapi kolom Target {missing[0]}, atau pilih dokumen yang lain."
        )
        return "tahun_lain", pesan

    # ------------------------------------------------------------ one row

    def row(self, calon: Calon) -> Terbaca[BarisDokumen] | str:
        if not self.sejak.tahu and calon.text("ada") and plain(calon.text("ada")) == plain(TIDAK):
            return "tidak ada di dokumen"
        card = self._card(calon)
        nama, kode = calon.text("nama"), card["kode"] if card else calon.text("kode") or None
        satuan = calon.text("satuan") or None
        target = self._target(calon, satuan or (card["satuan"] if card else ""), card)
        if not nama:
            pesan = "nama indikatornya belum diisi. Tulis seperti di dokumen."
            self.tell(calon, Tingkat.SALAH, "nama", "tanpa_nama", pesan)
        elif not self.sejak.tahu and target and all(v is None for v in target.values()) and not self._held():
            return TANPA_TARGET
        cells = {n: calon.alamat[n] for n in ("nama", "satuan", *map(str, target)) if n in calon.alamat}
        isi = BarisDokumen(nama, kode, satuan, target, calon.lembar, cells)
        if self.sejak.tahu and nama and not self._held():
            found = self._beside_record(calon, isi)
            if isinstance(found, str):
                return found
            isi = found
        return Terbaca(calon, kode or plain(nama) or calon.place, isi, tuple(self.soal))

    def _read_row(self, calon: Calon) -> None:
        """Which rows the file holds is known also where they are left out: those stay as recorded."""
        self.in_file |= {row_key(kode, calon.text("nama")) for kode in self._kode_of(calon)}
        super()._read_row(calon)

    def _kode_of(self, calon: Calon) -> set[str | None]:
        named = self.card_by_name(calon.text("nama"))
        return {calon.text("kode") or None, named["kode"] if named else None}

    def _beside_record(self, calon: Calon, isi: BarisDokumen) -> BarisDokumen | str:
        key = row_key(isi.kode, isi.nama)
        old = self.recorded.get(key)
        found = merged(self.sejak, self._counts, calon, isi, old, self.dokumen)
        if isinstance(found, str):
            self.gone |= {key} if old is not None else set()
            self.temuan += self.soal
        return found

    def _counts(self, calon: Calon, name: str, nama: str, kunci: Kunci, said: str) -> bool:
        """While the form only proposed what to write, the record was not changed by what came after."""
        if self.meta is not None and not self.meta.seen and kunci[0] not in self.recorded:
            return self.sejak.touched(kunci, said)
        return self.counts_in(calon, name, nama, kunci, said)

    def _cards(self) -> list[Kartu]:
        """Those of every tahun the document is for; the newest name of each."""
        found: dict[str, Kartu] = {}
        for year in self.dokumen.tahun_target or (self.dokumen.tahun,):
            found |= {c["kode"]: c for c in dokumen.cards(self.store, self.unit, year)}
        return list(found.values())

    def _held(self) -> bool:
        return any(t.menahan and not self.accepted(t) for t in self.soal)

    def _card(self, calon: Calon) -> Kartu | None:
        """The card that the row is about; None: the record knows none."""
        kode, nama = calon.text("kode"), calon.text("nama")
        by_kode = self.card_by_kode(kode) if kode else None
        by_name = self.card_by_name(nama) if nama else None
        if by_kode and by_name and by_kode is not by_name:
            pesan = f"kodenya milik “{by_kode['nama']}”, tetapi namanya milik {by_name['kode']}. Pilih yang dimaksud."
            choices = (by_kode["kode"], by_name["kode"])
            self.tell(calon, Tingkat.TANYA, "kode", "kode_atau_nama", pesan, choices)
            answer = self.jawaban.get((calon.lembar, self.place(calon, "kode"), "kode_atau_nama"))
            return by_name if answer == choices[1] else by_kode
        if by_kode is None and by_name is None and nama:
            pesan = f"tidak ada pada acuan; disimpan dan ditunjukkan pada Selisih antar dokumen.{self.nearest(nama)}"
            self.tell(calon, Tingkat.CATATAN, "nama", "tanpa_kartu", pesan)
        elif by_kode is None and by_name is not None:
            self.tell(calon, Tingkat.CATATAN, "kode", "menurut_nama", f"menurut namanya ini {by_name['kode']}.")
        return by_kode or by_name

    def _target(self, calon: Calon, satuan: str, card: Kartu | None) -> dict[int, Decimal | None]:
        found = {}
        for year in self.dokumen.tahun_target:
            nilai = self.number(calon, str(year), f"Target {year}", satuan, card)
            if nilai is not None and nilai < 0:
                pesan = f"target {year} negatif ({angka(nilai)}). Pakai bila memang demikian di dokumen."
                self.tell(calon, Tingkat.TANYA, str(year), "negatif", pesan)
            found[year] = nilai
        return found


def _changes(before: Iterable[BarisDokumen], after: Iterable[BarisDokumen]) -> Iterable[Perubahan]:
    """What is recorded beside what will be; a row is known by its kode, or else its name."""
    old, new = {_key(r): r for r in before}, {_key(r): r for r in after}
    for key, row in new.items():
        yield from _row_changes(key, old.get(key), row)
    for key, row in old.items():
        if key not in new:
            yield Perubahan(row.kode or KOSONG, "Indikator", row.nama, "tidak ada di dokumen")


def _key(row: BarisDokumen) -> str:
    return row_key(row.kode, row.nama)


def _row_changes(key: str, old: BarisDokumen | None, new: BarisDokumen) -> Iterable[Perubahan]:
    kode = new.kode or KOSONG
    if old is None:
        targets = "; ".join(angka(v) for v in new.target.values())
        yield Perubahan(
            kode, "Indikator", KOSONG, f"{new.nama}, {new.satuan or 'tanpa satuan'}: {targets}".rstrip(": ")
        )
        return
    pairs = [("Nama", old.nama, new.nama), ("Satuan", old.satuan or KOSONG, new.satuan or KOSONG)]
    pairs += [(f"Target {y}", angka(old.target.get(y)), angka(new.target[y])) for y in new.target]
    yield from (Perubahan(kode, what, lama, baru) for what, lama, baru in pairs if lama != baru)
