"""The upload of the budget: pagu, target keuangan and realisasi of one file together.

Takes the form, or the office's own workbook, where a row may be known by its name alone.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from lakip import anggaran
from lakip.akses import Pengguna
from lakip.anggaran import KOLOM, KOLOM_NAMA, PAGU, Anggaran, Kode
from lakip.formatting import KOSONG, rupiah
from lakip.rekap import Simpanan
from lakip.store import Store
from lakip.unggah import hasil as dasar
from lakip.unggah.anggaran import induk
from lakip.unggah.anggaran.baris import Sebaris, bidang, of_row, to_date
from lakip.unggah.anggaran.formulir import ANGGARAN, ISIAN, SUB, issued
from lakip.unggah.anggaran.kode import Penunjuk, Terbaca
from lakip.unggah.anggaran.nama import Nomenklatur
from lakip.unggah.anggaran.tujuan import nameless, scaled
from lakip.unggah.catat import record
from lakip.unggah.formulir import penolakan
from lakip.unggah.formulir.identitas import text
from lakip.unggah.formulir.sejak import Tempat
from lakip.unggah.hasil import Perubahan
from lakip.unggah.pembacaan import quarters
from lakip.unggah.perbaris import TANPA_TRIWULAN, PembacaanBaris
from lakip.unggah.tabel.peta import Bidang, Kolom, Peta
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

NOL, BELUM = "memang 0", "belum diisi"
BARIS_KANTOR = 3  # an office writes its name among the titles, or on one of the first rows
Kunci = tuple[str, str]
"""A sub kegiatan, and one of its kolom."""


@dataclass(frozen=True, kw_only=True)
class Hasil(dasar.Hasil):
    """`anggaran` is what is saved.

    `edisi`: the edition of the nomenclature that the file is written in; None: the one of the tahun. A new one begins
    with the codes of that, takes the names of the file, and the pagu of the file move into it.
    """

    TANPA_ISI: ClassVar[str] = "Tidak ada angka yang diisi."

    edisi: str | None = None
    anggaran: Anggaran = field(default_factory=lambda: Anggaran({}))


def save(store: Store, pengguna: Pengguna, hasil: Hasil) -> Simpanan:
    """Record what was read, whole or not at all.

    Raises UserError while something is held, or when the record changed since the reading.
    """

    def write(row: dict[str, Any]) -> tuple[int, str]:
        saved = anggaran.save(store, pengguna, hasil.unit, hasil.tahun, hasil.anggaran, row)
        new = f" {saved.kode} kode baru masuk nomenklatur." if saved.kode else ""
        return saved.angka or saved.kode, f"Anggaran Tahun {hasil.tahun} tersimpan: {saved}.{new}"

    return record(store, pengguna, hasil, ANGGARAN, write)


class _Pembacaan(PembacaanBaris[Hasil, Sebaris, str]):
    """`kosong`: (lembar, kolom) of quarters that have not come; `berisi`: of columns that hold a figure at all."""

    formulir, hasil_baru, baris_baru = ANGGARAN, Hasil, Sebaris
    wajib = (frozenset({"kode", "uraian"}), frozenset((*KOLOM, "target", "realisasi")))
    perlu = "kolom Kode atau Program/Kegiatan/Sub Kegiatan dan kolom pagu, target keuangan, atau realisasi"

    def __init__(self, *of: Any) -> None:
        super().__init__(*of)
        about, edisi = (self.store, self.unit, self.tahun), (self.hasil.edisi or "").strip() or None
        self.record = anggaran.record(*about)
        self.known = anggaran.figures(self.record)
        self.sejak = self.since(issued(self.known), ISIAN)
        current = anggaran.edition(*about)
        self.edisi = None if self.known and edisi in (None, current) else edisi or current
        own = anggaran.nodes(*about, self.edisi)
        self.mulai = not own
        nodes = own or anggaran.nodes(*about, current) or {k.kode: k for k in anggaran.bawaan()}
        self.tanpa_sub = not any(n.jenjang == SUB for n in nodes.values())
        renames = self.mulai and edisi not in (None, current)
        asing = not self.tanpa_sub and not renames
        self.penunjuk = Penunjuk(Nomenklatur(nodes), self.kantor.nama, asing, renames)
        self.nodes = self.penunjuk.nodes.nodes
        self.kosong: set[tuple[str, str]] = set()
        self.berisi: set[tuple[str, str]] = set()

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        return bidang(self.tahun, table)

    def columns(self, peta: Peta, number: int) -> Mapping[str, Kolom]:
        return of_row(peta, number)

    def of_table(self, peta: Peta) -> Sequence[Temuan]:
        found = penolakan.of_table(peta.tabel, self.tahun, self.kantor, baris_kantor=BARIS_KANTOR)
        return [*found, *scaled(peta)]

    def refusals(self, tables: Sequence[Peta]) -> Sequence[Temuan]:
        shown = tables if self.tanpa_sub and self.meta is None else ()
        return super().refusals(tables) or [t for one in shown for t in nameless(self.tahun, one)]

    def of_other(self, peta: Peta, number: int) -> str | None:
        said, titled = peta.tabel.makna_baris(number).waktu.triwulan, peta.tabel.konteks.waktu.triwulan
        other = bool(said and titled) and not {*said} & {*titled}
        return f"baris {quarters(said)}" if other else self.row_of_other(peta, number, "", None, self.tahun)

    # ------------------------------------------------------------ the rows

    def row(self, calon: Sebaris, peta: Peta) -> Terbaca | str:
        found = self.penunjuk.find(calon)
        if isinstance(found, str):
            return found
        said = peta.tabel.makna_baris(calon.nomor).waktu.triwulan
        by_row = [one for name, one in peta.kolom.items() if name in ("target", "realisasi")]
        if self._is_sub(found) and not said and any(peta.tabel.sel(calon.nomor, one.nomor) for one in by_row):
            found.temuan.append(calon.temuan(Tingkat.SALAH, "kode", "tanpa_triwulan", TANPA_TRIWULAN))
        if self._is_sub(found) and said and to_date(peta.tabel):
            pesan = f"barisnya menyebut {quarters(said)}, sedangkan judul tabelnya “s.d.”. Pakai bila angkanya sejak "
            pesan += "Januari, atau tinggalkan barisnya."
            found.temuan.append(calon.temuan(Tingkat.TANYA, "kode", "triwulan_bertentangan", pesan, found.kode))
        found.temuan += calon.questions(found.kode, self._is_sub(found))
        for name, one in calon.bacaan.items():
            self.berisi |= {(calon.lembar, name)} if one.nilai is not None else set()
            if self._is_sub(found) and (value := calon.value(name, False)) is not None:
                self.sample(peta.tabel, calon.kolom[name].nomor, calon.sel[name], rupiah(value))
        return found

    def _is_sub(self, row: Terbaca) -> bool:
        return bool(row.kode) and self.nodes[row.kode].jenjang == SUB

    def _value(self, row: Terbaca, kolom: str) -> int | None:
        return row.calon.value(kolom, (row.calon.lembar, kolom) in self.berisi)

    def end_table(self, peta: Peta) -> None:
        """How the dashes of each column were read; and asks of a quarter in which no sub kegiatan spent anything
        whether it has come at all."""
        lembar = peta.tabel.lembar.nama
        rows = [r for r in self.rows if r.calon.lembar == lembar]
        here = {n: row.calon for row in reversed(rows) if row.calon.tabel is peta.tabel for n in row.calon.kolom}
        for name in (n for n in KOLOM if n in here):
            holds = (lembar, name) in self.berisi
            dashes = [r for r in rows if name in r.calon.bacaan and r.calon.bacaan[name].kode == "strip"]
            if dashes:
                why = "dianggap belum diisi, karena seluruh kolomnya tanpa angka"
                why = "dibaca 0, karena kolomnya berisi angka" if holds else why
                pesan = f"{KOLOM_NAMA[name]}: {len(dashes)} sel “-” {why}."
                self.temuan.append(dashes[0].calon.temuan(Tingkat.CATATAN, name, "strip", pesan))
            said = [r.calon.bacaan[name] for r in rows if name in r.calon.bacaan and self._is_sub(r)]
            empty = said and all(not b.nilai and b.kode in ("", "nihil", "strip") for b in said)
            # A dash is nil only in a column that holds a figure.
            if empty and name.startswith("realisasi") and (holds or any(b.kode != "strip" for b in said)):
                headed = name in peta.kolom
                sel = peta.tabel.blok.alamat_judul(peta.kolom[name].nomor) if headed else here[name].alamat[name]
                self._empty_quarter(peta, name, sel)

    def _empty_quarter(self, peta: Peta, name: str, sel: str) -> None:
        lembar = peta.tabel.lembar.nama
        pesan = (
            f"kolom {KOLOM_NAMA[name]} hanya berisi 0 dan “-”. Pilih: {BELUM} (triwulannya belum berjalan, atau belum "
            f"dilaporkan; tidak dicatat), atau {NOL}."
        )
        asked = Temuan(Tingkat.TANYA, lembar, sel, "triwulan_kosong", pesan, None, (BELUM, NOL))
        self.temuan += [asked] if not self.formulir_kita and not self.left_out(asked) else []
        if not self.formulir_kita and self.jawaban.get(asked.kunci) != NOL:
            self.kosong.add((lembar, name))

    def doubles(self) -> None:
        """One figure on two rows that do not say the same; the quarters of one kode may stand on rows of their own."""
        said: dict[tuple[str, str], list[Any]] = {}
        for row in self.rows:
            for kolom in row.calon.bacaan if row.isi is not None else ():
                said.setdefault((row.isi or "", kolom), []).append(row)
        for (kode, kolom), rows in said.items():
            values = {row.calon.value(kolom, True) for row in rows}
            apart = {(r.calon.lembar, r.calon.tabel.makna_baris(r.calon.nomor).waktu.triwulan) for r in rows}
            if len(rows) > 1 and (len(values) > 1 or len(apart) == 1):
                self.double(f"{kode}: kodenya" if kode else "Jumlah seluruhnya:", rows)

    # ------------------------------------------------------------ the figures

    def judge(self) -> dict[str, Any]:
        angka, sel = self._figures()
        changed = {key: v for key, v in angka.items() if self.known.get(key) != v or self._moves(key)}
        self._rules(changed, {r.isi for r in self.rows if self.held(r.temuan)})
        # What the edition does not hold yet: all of it while it is new.
        codes = tuple(self.nodes.values() if self.mulai else self.penunjuk.baru)
        budget = Anggaran(changed, codes, self.edisi, {k: sel[k] for k in changed}, self.known)
        return {"anggaran": budget, "perubahan": self._changes(changed)}

    def _moves(self, key: Kunci) -> bool:
        """Whether a pagu comes under another edition."""
        old = self.record.get((*key, key[1].removeprefix("pagu_")))
        return self.edisi is not None and key[1] in PAGU and old is not None and old["edisi"] != self.edisi

    def _figures(self) -> tuple[dict[Kunci, int], dict[Kunci, tuple[str, str]]]:
        """What the sub kegiatan of the file say, and in which cell. What the form came with, the record keeps."""
        angka, sel = {}, {}
        for row in (r for r in self.rows if self._is_sub(r)):
            blank, baris = [], row.calon
            for kolom in (k for k in KOLOM if k in baris.alamat and (baris.lembar, k) not in self.kosong):
                value, key = self._own_quarter(row, kolom), (row.kode, kolom)
                place = Tempat(baris.lembar, baris.alamat[kolom], KOLOM_NAMA[kolom], row.kode)
                if value is not None:
                    verdict = self.sejak.judge(place, key, text(value))
                    row.temuan += verdict.temuan
                    if verdict.pakai or self.known.get(key) == value:  # one that moves to another edition counts, too
                        angka[key], sel[key] = value, (baris.lembar, baris.alamat[kolom])
                elif kolom not in baris.bacaan and self.sejak.touched(key, ""):
                    blank += [kolom] if key in self.known else []
                elif kolom not in baris.bacaan:
                    row.temuan += self.sejak.left_alone(place, key)
            if blank:
                names = ", ".join(KOLOM_NAMA[k] for k in blank)
                pesan = (
                    f"{row.kode}: sel {names} kosong, sedangkan catatannya berisi. Sel kosong tidak menghapus catatan."
                )
                row.temuan.append(baris.temuan(Tingkat.CATATAN, blank[0], "dikosongkan", pesan, row.kode))
        return angka, sel

    def _own_quarter(self, row: Terbaca, kolom: str) -> int | None:
        """A figure to date less what the earlier quarters spent, where all of that is recorded or stands beside it."""
        value = self._value(row, kolom)
        if value is None or not row.calon.kolom[kolom].sd:
            return value
        what, triwulan = kolom.rsplit("_tw", 1)
        about, before = f"{row.kode}, {KOLOM_NAMA[kolom]}: kolomnya berisi angka s.d.", 0
        for n in range(1, int(triwulan)):
            known = self._beside(row, f"{what}_tw{n}")
            known = self.known.get((row.kode, f"{what}_tw{n}")) if known is None else known
            if known is None:
                pesan = (
                    f"{about} triwulan itu, sedangkan triwulan {n} belum tercatat, sehingga angka triwulannya sendiri "
                    "tidak dapat dihitung. Catat dahulu."
                )
                row.temuan.append(row.calon.temuan(Tingkat.SALAH, kolom, "sd_tanpa_pendahulu", pesan, row.kode))
                return None
            before += known
        pesan = f"{about}, maka dihitung {rupiah(value)} − {rupiah(before)} = {rupiah(value - before)}."
        row.temuan.append(row.calon.temuan(Tingkat.CATATAN, kolom, "dihitung_selisih", pesan, row.kode))
        return value - before

    def _beside(self, row: Terbaca, kolom: str) -> int | None:
        """What the file itself says of that quarter alone; None where it does not, or has to be asked."""
        one = row.calon.kolom.get(kolom)
        alone = one is not None and not one.sd and (row.calon.lembar, kolom) not in self.kosong
        return self._value(row, kolom) if alone else None

    # ------------------------------------------------------------ the rules

    def _rules(self, changed: Mapping[Kunci, int], held: Collection[str | None]) -> None:
        """Each figure of a row that nothing holds; the sums only when no row is held."""
        changed = {key: value for key, value in changed.items() if key[0] not in held}
        after = {**self.known, **changed}
        by_kode = {r.isi: r for r in self.rows if r.isi is not None and r.calon.bacaan}
        for (kode, kolom), value in changed.items():
            old, row = self.known.get((kode, kolom), 0), by_kode.get(kode)
            if old > 0 and row is not None and (value >= 10 * old or 0 < value * 10 <= old):
                pesan = f"{kode}, {KOLOM_NAMA[kolom]}: {rupiah(value)}, sedangkan yang tercatat {rupiah(old)}. "
                pesan += "Sepuluh kali lipat atau lebih bedanya. Pakai bila benar."
                row.temuan.append(row.calon.temuan(Tingkat.TANYA, kolom, "sepuluh_kali", pesan, kode))
        for one in anggaran.check(self.nodes, after, changed):
            tingkat, row = Tingkat.SALAH if one.salah else Tingkat.CATATAN, by_kode[one.kode]
            row.temuan.append(row.calon.temuan(tingkat, one.kolom, f"aturan_{one.kolom}", one.pesan, one.kode))
        for found in () if held else induk.check(self.nodes, self._printed(), after):
            by_kode[found.indikator or induk.TOTAL].temuan.append(found)

    def _printed(self) -> dict[Kunci, tuple[int, Sebaris]]:
        """The sums that the file prints. Those of the form add up by themselves."""
        return {
            (row.isi, kolom): (value, row.calon)
            for row in self.rows
            if row.isi is not None and not self._is_sub(row)
            for kolom in row.calon.bacaan
            if not (self.meta and row.calon.sel[kolom].rumus) and not row.calon.kolom[kolom].sd
            if (row.calon.lembar, kolom) not in self.kosong and (value := self._value(row, kolom)) is not None
        }

    def _changes(self, changed: Mapping[Kunci, int]) -> tuple[Perubahan, ...]:
        new = [Perubahan(n.kode, "Nomenklatur", KOSONG, "kode baru", n.nama) for n in self.penunjuk.baru]
        for key, value in changed.items():
            what = KOLOM_NAMA[key[1]] + (f" (edisi {self.edisi})" if self._moves(key) else "")
            node: Kode = self.nodes[key[0]]
            new.append(Perubahan(node.kode, what, rupiah(self.known.get(key)), rupiah(value), node.nama))
        return tuple(new)


read = _Pembacaan.read
