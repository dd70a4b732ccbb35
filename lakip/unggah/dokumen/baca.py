"""The upload of what stands in a Renstra, Renja, RKT or IKU.

A document is recorded as a whole. By our own form what the person changed is taken, and all else stays; while the
document is not recorded at all, its form is a proposal, of which everything counts.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, ClassVar

from lakip import dokumen
from lakip.akses import Izin, Pengguna
from lakip.dokumen import BERISI, JENIS_NAMA, BarisDokumen, Dokumen
from lakip.errors import UserError
from lakip.formatting import KOSONG, angka
from lakip.rekap import Simpanan
from lakip.store import Store
from lakip.unggah.catat import record
from lakip.unggah.dokumen.formulir import ISI, TIDAK, YA, columns, issued_contents, purpose, row_key
from lakip.unggah.formulir import identitas, penolakan
from lakip.unggah.formulir.identitas import Kunci, Meta
from lakip.unggah.formulir.penolakan import Beda
from lakip.unggah.formulir.sejak import Tempat
from lakip.unggah.hasil import Hasil, Jawaban, Perubahan
from lakip.unggah.perbaris import KOLOM_KARTU, Kartu, PembacaanKartu, Terbaca
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.peta import Bidang, Peta
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

SEBUTAN = {
    "renstra": r"renstra|rencana strategis",
    "renja": r"renja|rencana kerja(?! tahunan)",
    "rkt": r"rkt|rencana kinerja tahunan|rencana kerja tahunan",
    "iku": r"iku|indikator kinerja utama",
}
DIHAPUS = "tidak ada di dokumen"
TANPA_TARGET = "tidak bertarget pada dokumen ini"
BUKAN_ANDA = "tidak ada di dokumen, dan barisnya tidak Anda ubah"


@dataclass(frozen=True, kw_only=True)
class HasilIsi(Hasil):
    """`isi` takes the place of what `dokumen` holds; `seen` is the version of it that the file was judged against."""

    TANPA_ISI: ClassVar[str] = "Tidak ada indikator yang diisi."

    dokumen: Dokumen
    isi: tuple[BarisDokumen, ...] = ()
    seen: int = 0


def read(
    store: Store,
    pengguna: Pengguna,
    content: bytes,
    nama_berkas: str,
    unit: str,
    wanted: Dokumen,
    jawaban: Jawaban | None = None,
) -> HasilIsi:
    """Read and judge the content of one registered document. Arguments and errors as `rencana.read`; it also raises
    UserError for a document that holds no indikator.

    Args:
        wanted: as `dokumen.in_force` or `dokumen.version` give it.
    """
    pengguna.require(Izin.RENCANA, unit)
    if wanted.jenis not in BERISI:
        raise UserError(f"{wanted.nama} tidak berisi target indikator. Pagunya dicatat pada Anggaran.")
    return _Pembacaan.read(store, pengguna, content, nama_berkas, unit, wanted.tahun, jawaban, dokumen=wanted)


def save(store: Store, pengguna: Pengguna, hasil: HasilIsi) -> Simpanan:
    """Record what was read, whole or not at all. Raises UserError while something is held."""

    def write(row: dict[str, Any]) -> tuple[int, str]:
        isi = [replace(one, unggahan=row["id"]) for one in hasil.isi]
        changed = dokumen.save_contents(store, pengguna, hasil.unit, hasil.dokumen, isi, row, hasil.seen)
        return changed, f"Isi {hasil.dokumen.nama} tersimpan: {len(isi)} indikator."

    return record(store, pengguna, hasil, ISI, write)


class _Pembacaan(PembacaanKartu[HasilIsi, BarisDokumen]):
    """`in_file`, `gone`: the keys of all rows of the file, and of those that the person took out of the document."""

    formulir, hasil_baru = ISI, HasilIsi

    def __init__(self, *of: Any) -> None:
        self.dokumen: Dokumen = of[2].dokumen
        years = frozenset(map(str, self.dokumen.tahun_target))
        self.wajib = [frozenset({"nama"}), *([years] if years else [])]
        self.perlu = "kolom Indikator" + (" dan Target" if years else "")
        super().__init__(*of)
        self.hasil = replace(self.hasil, seen=dokumen.contents_version(self.store, self.unit, self.dokumen))
        self.cards = self._cards()
        self.judul = {one.kunci: one.judul for one in columns(self.dokumen) if one.kunci != "kode"}
        self.before = dokumen.contents(self.store, self.unit, self.dokumen)
        self.recorded = {row_key(one.kode, one.nama): one for one in self.before}
        self.in_file: set[str] = set()
        self.gone: set[str] = set()
        if self.before:
            self._hold_against_record()

    def _hold_against_record(self) -> None:
        """`changers` keeps who changed a document under its jenis and versi: it is recorded as a whole."""
        self.sejak = self.since(issued_contents(self.before, self.dokumen), columns(self.dokumen))
        who = self.sejak.pengubah.get((purpose(self.dokumen), ""))
        if who is not None:
            self.sejak.pengubah = {(kunci, ""): who for kunci, _ in (*(self.sejak.terbit or {}), *self.sejak.kini)}

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        years = self.dokumen.tahun_target
        target = Bidang("", "", ("target",), angka=True, unsur="kinerja", setahun=True)
        return (
            *KOLOM_KARTU, Bidang("ada", "Ada di dokumen", ("ada",)),
            *(replace(target, nama=str(y), label=f"Target {y}", tahun=y, sebut_tahun=len(years) > 1) for y in years),
        )  # fmt: skip

    def fits(self, found: Peta) -> bool:
        """Also a table of targets of other years, so that it is said to be that."""
        targets = any(m.apa == "target" for m in found.tabel.blok.makna.values())
        return super().fits(found) or ("nama" in found.kolom and targets)

    def chosen(self, meta: Meta) -> Sequence[Beda]:
        if (meta.untuk, meta.tahun) == (purpose(self.dokumen), self.dokumen.tahun):
            return ()
        jenis, _, versi = meta.untuk.partition(" ")
        theirs = f"{JENIS_NAMA.get(jenis, jenis)} {meta.tahun} versi {versi}"
        return [("dokumen_lain", theirs, f"{self.dokumen.nama} versi {self.dokumen.versi}")]

    def of_table(self, peta: Peta) -> Sequence[Temuan]:
        titles = " ".join(plain(t) for t in (*peta.tabel.judul, peta.tabel.lembar.nama))
        named = [j for j, words in SEBUTAN.items() if re.search(rf"\b({words})\b", titles)]
        other = [("dokumen_lain", JENIS_NAMA[named[0]], self.dokumen.nama)] if named else []
        return penolakan.of_table(peta.tabel, None, self.kantor, *([] if self.dokumen.jenis in named else other))

    def refusals(self, tables: Sequence[Peta]) -> Sequence[Temuan]:
        return super().refusals(tables) or [t for one in tables for t in self._other_years(one.tabel)]

    def _other_years(self, table: Tabel) -> Iterable[Temuan]:
        years = self.dokumen.tahun_target
        titled = {y for m in table.blok.makna.values() if m.apa == "target" for y in m.waktu.tahun}
        if not titled and len(years) == 1 and self.meta is None:
            titled = {*table.tahun}
        missing = [y for y in years if y not in titled] if titled or len(years) > 1 else []
        if missing:
            told = ", ".join(map(str, sorted(titled))) or "yang tidak disebutkan"
            pesan = (
                f"tabel ini memuat target tahun {told}, sedangkan {self.dokumen.nama} memuat target tahun "
                f"{', '.join(map(str, years))}. Lengkapi kolom Target {missing[0]}, atau pilih dokumen yang lain."
            )
            yield Temuan(Tingkat.SALAH, table.lembar.nama, table.tempat, "tahun_lain", pesan)

    def judge(self) -> dict[str, Any]:
        isi = [r.isi for r in self.kept() if r.isi is not None]
        isi += self._rest({row_key(one.kode, one.nama) for one in isi}) if self.sejak.tahu else []
        return {"isi": tuple(isi), "perubahan": tuple(_changes(self.before, isi))}

    # ------------------------------------------------------------ one row

    def left_row(self, calon: Calon, peta: Peta) -> str | None:
        """Which rows the file holds is known also where they are left out: those stay as recorded."""
        named = self.card_by_name(calon.text("nama"))
        kode = {calon.text("kode") or None, named["kode"] if named else None}
        self.in_file |= {row_key(one, calon.text("nama")) for one in kode}
        return super().left_row(calon, peta)

    def card_row(self, calon: Calon) -> Terbaca[Calon, BarisDokumen] | str:
        if not self.sejak.tahu and plain(calon.text("ada")) == plain(TIDAK):
            return DIHAPUS
        card = self._card(calon)
        nama, kode = calon.text("nama"), card["kode"] if card else calon.text("kode") or None
        satuan = calon.text("satuan") or None
        target = self._target(calon, satuan or (card["satuan"] if card else ""), card)
        if not nama:
            pesan = "nama indikatornya belum diisi. Tulis seperti di dokumen."
            self.tell(calon, Tingkat.SALAH, "nama", "tanpa_nama", pesan)
        elif not self.sejak.tahu and target and all(v is None for v in target.values()) and not self.held(self.soal):
            return TANPA_TARGET
        cells = {n: calon.alamat[n] for n in ("nama", "satuan", *map(str, target)) if n in calon.alamat}
        isi = BarisDokumen(nama, kode, satuan, target, calon.lembar, cells)
        key = row_key(kode, nama)
        if self.sejak.tahu and nama and not self.held(self.soal):
            found = self._beside_record(calon, isi, key, self.recorded.get(key))
            if isinstance(found, str):
                self.gone |= {key} & self.recorded.keys()
                self.temuan += self.soal
                return found
            isi = found
        return Terbaca(calon, kode or plain(nama) or calon.place, isi, self.soal)

    def _cards(self) -> list[Kartu]:
        """Those of every tahun the document is for; the newest name of each."""
        found: dict[str, Kartu] = {}
        for year in self.dokumen.tahun_target or (self.dokumen.tahun,):
            found |= {c["kode"]: c for c in dokumen.cards(self.store, self.unit, year)}
        return list(found.values())

    def _card(self, calon: Calon) -> Kartu | None:
        """The card that the row is about; None: the record knows none."""
        nama = calon.text("nama")
        by_kode, by_name = self.card_by_kode(calon.text("kode")), self.card_by_name(nama)
        if by_kode and by_name and by_kode is not by_name:
            pesan = f"kodenya milik “{by_kode['nama']}”, tetapi namanya milik {by_name['kode']}. Pilih yang dimaksud."
            choices = (by_kode["kode"], by_name["kode"])
            self.tell(calon, Tingkat.TANYA, "kode", "kode_atau_nama", pesan, choices)
            return by_name if calon.answer("kode", "kode_atau_nama") == choices[1] else by_kode
        if by_kode is None and by_name is None and nama:
            pesan = f"tidak ada pada acuan; disimpan dan ditunjukkan pada Selisih antar dokumen.{self.nearest(nama)}"
            self.tell(calon, Tingkat.CATATAN, "nama", "tanpa_kartu", pesan)
        elif by_kode is None and by_name is not None:
            self.tell(calon, Tingkat.CATATAN, "kode", "menurut_nama", f"menurut namanya ini {by_name['kode']}.")
        return by_kode or by_name

    def _target(self, calon: Calon, satuan: str, card: Kartu | None) -> dict[int, Decimal | None]:
        found = {}
        for year in self.dokumen.tahun_target:
            nilai = self.number(calon, str(year), f"Target {year}", satuan, card and card["metode"])
            if nilai is not None and nilai < 0:
                pesan = f"target {year} negatif ({angka(nilai)}). Pakai bila memang demikian di dokumen."
                self.tell(calon, Tingkat.TANYA, str(year), "negatif", pesan)
            found[year] = nilai
        return found

    # ------------------------------------------------------------ beside the record

    def _beside_record(self, calon: Calon, isi: BarisDokumen, key: str, old: BarisDokumen | None) -> BarisDokumen | str:
        """The row as it would be recorded, or why it is not. `old`: what the record says of it now."""
        said = {name: identitas.said(calon.sel.get(name)) for name in self.judul if name in calon.alamat}
        said |= {str(y): identitas.text(nilai) for y, nilai in isi.target.items() if nilai is not None}
        if plain(said.get("ada", "")) in (plain(YA), plain(TIDAK)):
            said["ada"] = plain(said["ada"]).capitalize()
        touched = {name for name, text in said.items() if self.sejak.touched((key, name), text)}
        if old is None and not touched:
            return BUKAN_ANDA
        counted = {n for n, text in said.items() if self._counts(calon, n, (key, n), text)}
        if old is None:
            return isi if counted & touched else BUKAN_ANDA
        if "ada" in counted and said["ada"] == TIDAK:
            return DIHAPUS
        target = {y: (isi if str(y) in counted else old).target.get(y) for y in self.dokumen.tahun_target}
        if {*map(str, target)} & counted and all(v is None for v in target.values()):
            return TANPA_TARGET
        mine = {name for name in said if name in counted or not self.sejak.moved((key, name))}
        return replace(
            isi,
            nama=isi.nama if "nama" in counted else old.nama,
            satuan=(isi.satuan if "satuan" in counted else None) or old.satuan,
            target=target,
            sel={name: sel for name, sel in isi.sel.items() if name in mine},
        )

    def _counts(self, calon: Calon, name: str, kunci: Kunci, said: str) -> bool:
        """While the form only proposed what to write, the record was not changed by what came after."""
        if self.meta is not None and not self.meta.seen and kunci[0] not in self.recorded:
            return self.sejak.touched(kunci, said)
        return self.counts_in(calon, name, self.judul[name], kunci, said)

    def _rest(self, read: set[str]) -> list[BarisDokumen]:
        """What of the record the file does not take away."""
        kept = []
        for key, one in self.recorded.items():
            mine = [kunci for kunci in self.sejak.terbit or {} if kunci[0] == key]
            moved = [kunci for kunci in mine if self.sejak.moved(kunci)]
            if key in read or key in self.gone:
                continue
            if key not in self.in_file and mine and not moved:
                self.sejak.touched((key, "baris"), DIHAPUS)  # its row was deleted
                continue
            if key not in self.in_file and mine:
                name = f"{self.judul.get(moved[0][1], moved[0][1])} dari baris yang Anda hapus"
                place = Tempat(self.peta[0].tabel.lembar.nama, "A1", name, key)
                self.temuan.append(self.sejak.remark(place, moved[0], self.sejak.kini[moved[0]]))
            kept.append(one)
        return kept


def _changes(before: Iterable[BarisDokumen], after: Iterable[BarisDokumen]) -> Iterable[Perubahan]:
    """What is recorded beside what will be; a row is known by its kode, or else its name."""
    old, new = ({row_key(r.kode, r.nama): r for r in rows} for rows in (before, after))
    for key, row in new.items():
        kode, was = row.kode or KOSONG, old.get(key)
        if was is None:
            targets = "; ".join(angka(v) for v in row.target.values())
            said = f"{row.nama}, {row.satuan or 'tanpa satuan'}: {targets}".rstrip(": ")
            yield Perubahan(kode, "Indikator", KOSONG, said)
            continue
        pairs = [("Nama", was.nama, row.nama), ("Satuan", was.satuan or KOSONG, row.satuan or KOSONG)]
        pairs += [(f"Target {y}", angka(was.target.get(y)), angka(row.target[y])) for y in row.target]
        yield from (Perubahan(kode, what, lama, baru) for what, lama, baru in pairs if lama != baru)
    for key, row in old.items():
        if key not in new:
            yield Perubahan(row.kode or KOSONG, "Indikator", row.nama, DIHAPUS)
