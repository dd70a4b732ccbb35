"""The conductor of an upload of the budget: file, tables, rows, rules, and what saving would change.

As `realisasi`: `read` changes nothing and returns every temuan, `save` records whole or not at all: pagu, target
keuangan and realisasi of one file together. Takes the form, or the office's own workbook, where a row may be known
by its name alone.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from lakip import anggaran, pengaturan
from lakip.akses import Izin, Pengguna
from lakip.anggaran import KOLOM, KOLOM_NAMA, PAGU, Anggaran, Kode
from lakip.formatting import KOSONG, rupiah
from lakip.rekap import Simpanan
from lakip.store import Store
from lakip.unggah.anggaran import induk
from lakip.unggah.anggaran.baris import Sebaris, bidang
from lakip.unggah.anggaran.formulir import issued
from lakip.unggah.anggaran.hasil import Hasil, Perubahan
from lakip.unggah.anggaran.kode import Penunjuk, Terbaca
from lakip.unggah.anggaran.nama import Nomenklatur
from lakip.unggah.anggaran.tujuan import refusals
from lakip.unggah.berkas.buku import Lembar, display_name, read_workbook
from lakip.unggah.catat import record
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.identitas import SENDIRI, text
from lakip.unggah.formulir.sejak import SejakFormulir, Tempat, changers
from lakip.unggah.hasil import TINGGALKAN, Jawaban, leave_out
from lakip.unggah.pembacaan import Pembacaan
from lakip.unggah.tabel.peta import Bidang, Kolom, Peta
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

__all__ = ["Hasil", "Perubahan", "leave_out", "read", "save"]

TAK_MENAHAN_JUMLAH = frozenset(
    ("rumus_kosong", "sel_gabungan", "dicoret", "sebagian_dicoret", "catatan_kaki", "baris_tertutup")
)
NOL, BELUM = "memang 0", "belum diisi"
MAKS_ANGKA = 20  # letters of a figure in the hidden sheet; what is longer was put there by hand


def read(
    store: Store,
    pengguna: Pengguna,
    content: bytes,
    nama_berkas: str,
    unit: str,
    tahun: int,
    jawaban: Jawaban | None = None,
    edisi: str | None = None,
) -> Hasil:
    """Read and judge one file of the budget of one tahun.

    Args:
        jawaban: answers to temuan of an earlier reading of the same file, as for `realisasi.read`.
        edisi: the edition of the nomenclature that the file is written in; None: the one of the tahun. A new one
            begins with the codes of that, takes the names of the file, and the pagu of the file move into it.

    Raises:
        AccessError: the pengguna may not change the budget.
        UserError: the file is no readable workbook or table.
    """
    pengguna.require(Izin.RENCANA, unit)
    lembar = read_workbook(content, nama_berkas)
    hasil = Hasil(nama_berkas=display_name(nama_berkas), content=content, unit=unit, tahun=tahun)
    return _Pembacaan(store, hasil, lembar, jawaban or {}, (edisi or "").strip() or None).result()


def save(store: Store, pengguna: Pengguna, hasil: Hasil) -> Simpanan:
    """Record what was read, whole or not at all.

    Raises UserError while something is held, or when the record changed since the reading.
    """

    def write(row: dict[str, Any]) -> tuple[int, str]:
        saved = anggaran.save(store, pengguna, hasil.unit, hasil.tahun, hasil.anggaran, row)
        new = f" {saved.kode} kode baru masuk nomenklatur." if saved.kode else ""
        return saved.angka or saved.kode, f"Anggaran Tahun {hasil.tahun} tersimpan: {saved}.{new}"

    return record(store, pengguna, hasil, "anggaran", write)


class _Pembacaan(Pembacaan):
    """One reading in the making."""

    wajib = (frozenset({"kode", "uraian"}), frozenset(KOLOM))
    tanpa_tabel = "tidak memuat tabel dengan kolom pagu, target keuangan, atau realisasi"

    def __init__(
        self, store: Store, hasil: Hasil, lembar: Sequence[Lembar], jawaban: Jawaban, edisi: str | None
    ) -> None:
        self.meta = identitas.read(lembar)
        super().__init__(lembar, jawaban, SENDIRI if self.meta else ())
        self.hasil = hasil
        unit, tahun = hasil.unit, hasil.tahun
        self.kantor = pengaturan.identity(store, unit)
        self.nama_kantor = self.kantor.nama
        self.record = anggaran.record(store, unit, tahun)
        self.known = anggaran.figures(self.record)
        self.sejak = SejakFormulir(
            self.meta.terbit if self.meta else None,
            issued(self.known),
            changers(store, unit, tahun, "anggaran") if self.meta else {},
            jawaban,
            _shown,
        )
        current = anggaran.edition(store, unit, tahun)
        self.edisi = None if self.known and edisi in (None, current) else edisi or current
        own = anggaran.nodes(store, unit, tahun, self.edisi)
        self.mulai = not own
        nodes = own or anggaran.nodes(store, unit, tahun, current) or {k.kode: k for k in anggaran.bawaan()}
        self.tanpa_sub = not any(n.jenjang == "sub_kegiatan" for n in nodes.values())
        renames = self.mulai and edisi not in (None, current)
        self.penunjuk = Penunjuk(
            Nomenklatur(nodes), self.kantor.nama, jawaban, not self.tanpa_sub and not renames, renames
        )
        self.rows: list[Terbaca] = []
        self.kosong: set[tuple[str, str]] = set()  # (lembar, kolom) of quarters that have not come

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        return bidang(self.hasil.tahun)

    def result(self) -> Hasil:
        tables = self.find_tables()
        if refused := self.unreadable() or self._refusals(tables):
            return self.refused(self.hasil, refused, tables)
        self.ask_columns(tables)
        for one in tables:
            for number in one.tabel.baris_data:
                baris = Sebaris.of(one.tabel, one.kolom, number)
                if other := self.row_of_other(one, number, "", None, self.hasil.tahun):
                    self.skip(baris.lembar, number, other)
                else:
                    self._row(baris.answered(self.jawaban), one)
            self._strips(one.tabel, one.kolom)
            self._empty_quarters(one)
        return self._judge()

    def _refusals(self, tables: Sequence[Peta]) -> list[Temuan]:
        return refusals(self.kantor, self.hasil.tahun, self.meta, self.lembar, tables, self.tanpa_sub)

    # ------------------------------------------------------------ the rows

    def _row(self, baris: Sebaris, peta: Peta) -> None:
        cells = {baris.place, *baris.alamat.values()}
        if any((s, c) != ("", "") and s == baris.lembar and c in cells and a == TINGGALKAN
               for (s, c, _), a in self.jawaban.items()):  # fmt: skip
            self.skip(baris.lembar, baris.nomor, "ditinggalkan")
            return
        found = self.penunjuk.find(baris)
        if isinstance(found, str):
            self.skip(baris.lembar, baris.nomor, found)
            return
        found.temuan += [t for t in baris.questions(found.kode or "") if not self._own_sum(found, t)]
        found.sampai = {name: one.sd for name, one in peta.kolom.items()}
        for name, one in peta.kolom.items():
            if self._is_sub(found.kode) and (value := baris.value(name, False)) is not None:
                self.sample(peta.tabel, one.nomor, baris.sel.get(name), rupiah(value))
        self.rows.append(found)

    def _own_sum(self, row: Terbaca, temuan: Temuan) -> bool:
        """What is doubtful about a sum says nothing, and holds nothing: sums are not recorded."""
        return not self._is_sub(row.kode) and temuan.kode in TAK_MENAHAN_JUMLAH

    def _is_sub(self, kode: str | None) -> bool:
        return bool(kode) and self.penunjuk.nodes.nodes[str(kode)].jenjang == "sub_kegiatan"

    def _strips(self, table: Tabel, kolom: Mapping[str, Kolom]) -> None:
        """How the dashes of each column were read."""
        rows = [r.baris for r in self.rows if r.baris.lembar == table.lembar.nama]
        for name in (n for n in KOLOM if n in kolom):
            dashes = [r for r in rows if name in r.bacaan and r.bacaan[name].kode == "strip"]
            if not dashes:
                continue
            how = (
                "dibaca 0, karena kolomnya berisi angka"
                if self._holds(table.lembar.nama, name)
                else ("dianggap belum diisi, karena seluruh kolomnya tanpa angka")
            )
            sel = dashes[0].alamat[name]
            pesan = f"{KOLOM_NAMA[name]}: {len(dashes)} sel “-” {how}."
            self.temuan.append(Temuan(Tingkat.CATATAN, table.lembar.nama, sel, "strip", pesan))

    def _empty_quarters(self, peta: Peta) -> None:
        """Asks of a quarter in which no sub kegiatan spent anything whether it has come at all."""
        for name, one in peta.kolom.items() if not self.formulir_kita else ():
            rows = [r.baris for r in self.rows if r.baris.lembar == peta.tabel.lembar.nama and self._is_sub(r.kode)]
            said = [r.bacaan[name] for r in rows if name in r.bacaan and name.startswith("realisasi")]
            if not said or any(b.nilai or b.kode not in ("", "nihil", "strip") for b in said):
                continue
            if all(b.kode == "strip" for b in said) and not self._holds(peta.tabel.lembar.nama, name):
                continue  # a dash is nil only in a column that holds a figure
            sel = peta.tabel.blok.alamat_judul(one.nomor)
            pesan = (
                f"kolom {KOLOM_NAMA[name]} hanya berisi 0 dan “-”. Pilih: {BELUM} (triwulannya belum berjalan, atau "
                f"belum dilaporkan; tidak dicatat), atau {NOL}."
            )
            asked = Temuan(Tingkat.TANYA, peta.tabel.lembar.nama, sel, "triwulan_kosong", pesan, None, (BELUM, NOL))
            if not self.left_out(asked):
                self.temuan.append(asked)
            if self.jawaban.get(asked.kunci) != NOL:
                self.kosong.add((peta.tabel.lembar.nama, name))

    def _holds(self, lembar: str, kolom: str) -> bool:
        """Whether a column holds a figure at all."""
        return any(
            r.baris.lembar == lembar and kolom in r.baris.bacaan and r.baris.bacaan[kolom].nilai is not None
            for r in self.rows
        )

    # ------------------------------------------------------------ the rules

    def _judge(self) -> Hasil:
        self._doubles()
        angka, sel = self._figures()
        changed = {key: v for key, v in angka.items() if self.known.get(key) != v or self._moves(key)}
        self._rules(changed, {r.kode for r in self.rows if self._holding(r)})
        every = (*self.temuan, *(t for r in self.rows for t in r.temuan))
        held = [r for r in self.rows if self._holding(r)]
        return self.finish(
            self.hasil,
            temuan=self.in_order(every),
            terjawab=frozenset(t.kunci for t in every if self.accepted(t)),
            dibaca=len(self.rows) - len(held),
            ditahan=len(held),
            anggaran=Anggaran(changed, self._codes(), self.edisi, {k: sel[k] for k in changed}, self.known),
            perubahan=self._changes(changed),
            utuh=self.sejak.utuh,
        )

    def _codes(self) -> tuple[Kode, ...]:
        """What the edition does not hold yet: all of it while it is new."""
        return tuple(self.penunjuk.nodes.nodes.values() if self.mulai else self.penunjuk.baru)

    def _moves(self, key: tuple[str, str]) -> bool:
        """Whether a pagu comes under another edition."""
        old = self.record.get((*key, key[1].removeprefix("pagu_")))
        return self.edisi is not None and key[1] in PAGU and old is not None and old["edisi"] != self.edisi

    def _figures(self) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], tuple[str, str]]]:
        """What the sub kegiatan of the file say, and in which cell. What the form came with, the record keeps."""
        angka, sel = {}, {}
        for row in (r for r in self.rows if self._is_sub(r.kode)):
            kode, blank = str(row.kode), []
            for kolom in (k for k in KOLOM if k in row.baris.alamat and (row.baris.lembar, k) not in self.kosong):
                value = self._own_quarter(row, kolom, row.baris.value(kolom, self._holds(row.baris.lembar, kolom)))
                key = (kode, kolom)
                if value is None and kolom not in row.baris.bacaan:
                    blank += self._blank(row, key)
                elif value is None:
                    continue
                elif self._since_form(row, key, value):
                    angka[key], sel[key] = value, (row.baris.lembar, row.baris.alamat[kolom])
            if blank:
                names = ", ".join(KOLOM_NAMA[k] for k in blank)
                pesan = f"{kode}: sel {names} kosong, sedangkan catatannya berisi. Sel kosong tidak menghapus catatan."
                row.temuan.append(row.baris.tell(Tingkat.CATATAN, blank[0], "dikosongkan", pesan, kode))
        return angka, sel

    def _own_quarter(self, row: Terbaca, kolom: str, value: int | None) -> int | None:
        """A figure to date less what the earlier quarters spent, where all of that is recorded or stands beside it."""
        if value is None or not row.sampai.get(kolom):
            return value
        what, triwulan = kolom.rsplit("_tw", 1)
        before: list[int] = []
        for n in range(1, int(triwulan)):
            known = self._beside(row, f"{what}_tw{n}")
            if known is None:
                known = self.known.get((str(row.kode), f"{what}_tw{n}"))
            if known is None:
                pesan = (
                    f"{row.kode}, {KOLOM_NAMA[kolom]}: kolomnya berisi angka s.d. triwulan itu, sedangkan triwulan {n} "
                    "belum tercatat, sehingga angka triwulannya sendiri tidak dapat dihitung. Catat dahulu."
                )
                row.temuan.append(row.baris.tell(Tingkat.SALAH, kolom, "sd_tanpa_pendahulu", pesan, str(row.kode)))
                return None
            before.append(known)
        own = value - sum(before)
        pesan = (
            f"{row.kode}, {KOLOM_NAMA[kolom]}: kolomnya berisi angka s.d., maka dihitung {rupiah(value)} − "
            f"{rupiah(sum(before))} = {rupiah(own)}."
        )
        row.temuan.append(row.baris.tell(Tingkat.CATATAN, kolom, "dihitung_selisih", pesan, str(row.kode)))
        return own

    def _beside(self, row: Terbaca, kolom: str) -> int | None:
        """What the file itself says of that quarter alone; None where it does not, or has to be asked."""
        lembar = row.baris.lembar
        if row.sampai.get(kolom, True) or (lembar, kolom) in self.kosong:
            return None
        return row.baris.value(kolom, self._holds(lembar, kolom))

    def _blank(self, row: Terbaca, key: tuple[str, str]) -> list[str]:
        """The kolom of a cell that somebody emptied: it erases nothing, which is told."""
        if self.sejak.touched(key, ""):
            return [key[1]] if key in self.known else []
        row.temuan += self.sejak.left_alone(self._place(row, key), key)
        return []

    def _place(self, row: Terbaca, key: tuple[str, str]) -> Tempat:
        return Tempat(row.baris.lembar, row.baris.alamat[key[1]], KOLOM_NAMA[key[1]], key[0])

    def _since_form(self, row: Terbaca, key: tuple[str, str], value: int) -> bool:
        """Whether the value of the file counts. One that moves to another edition as it is recorded does."""
        verdict = self.sejak.judge(self._place(row, key), key, text(value))
        row.temuan += verdict.temuan
        return verdict.pakai or self.known.get(key) == value

    def _doubles(self) -> None:
        """One figure on two rows that do not say the same; the quarters of one kode may stand on rows of their own."""
        said: dict[tuple[str | None, str], list[Terbaca]] = {}
        for row in self.rows:
            for kolom in row.baris.bacaan if row.kode is not None else ():
                said.setdefault((row.kode, kolom), []).append(row)
        told: set[int] = set()
        for (kode, kolom), rows in said.items():
            values = {row.baris.value(kolom, True) for row in rows}
            if len(rows) < 2 or (len(values) == 1 and len({r.baris.lembar for r in rows}) > 1):
                continue
            places = " dan ".join(r.baris.place for r in rows)
            what = kode or "Jumlah seluruhnya"
            pesan = f"{what}: ada pada lebih dari satu baris ({places}). Tinggalkan yang tidak dipakai."
            for row in (r for r in rows if id(r) not in told):
                told.add(id(row))
                row.temuan.insert(0, row.baris.tell(Tingkat.SALAH, "kode", "kode_ganda", pesan, kode or ""))

    def _rules(self, changed: Mapping[tuple[str, str], int], held: Collection[str | None]) -> None:
        """Each figure of a row that nothing holds; the sums only when no row is held."""
        nodes = self.penunjuk.nodes.nodes
        changed = {key: value for key, value in changed.items() if key[0] not in held}
        after = {**self.known, **changed}
        by_kode = {r.kode: r for r in self.rows if r.kode is not None and r.baris.bacaan}
        for (kode, kolom), value in changed.items():
            old, row = self.known.get((kode, kolom), 0), by_kode.get(kode)
            if old > 0 and row is not None and (value >= 10 * old or 0 < value * 10 <= old):
                pesan = f"{kode}, {KOLOM_NAMA[kolom]}: {rupiah(value)}, sedangkan yang tercatat {rupiah(old)}. "
                pesan += "Sepuluh kali lipat atau lebih bedanya. Pakai bila benar."
                row.temuan.append(row.baris.tell(Tingkat.TANYA, kolom, "sepuluh_kali", pesan, kode))
        for one in anggaran.check(nodes, after, changed):
            tingkat = Tingkat.SALAH if one.salah else Tingkat.CATATAN
            row = by_kode[one.kode]
            row.temuan.append(row.baris.tell(tingkat, one.kolom, f"aturan_{one.kolom}", one.pesan, one.kode))
        for found in () if held else induk.check(nodes, self._printed(), after):
            by_kode[found.indikator or induk.TOTAL].temuan.append(found)

    def _printed(self) -> dict[tuple[str, str], tuple[int, Sebaris]]:
        """The sums that the file prints. Those of the form add up by themselves."""
        return {
            (row.kode, kolom): (value, row.baris)
            for row in self.rows
            if row.kode is not None and not self._is_sub(row.kode)
            for kolom in row.baris.bacaan
            if not (self.meta and row.baris.sel[kolom].rumus) and not row.sampai.get(kolom)
            if (row.baris.lembar, kolom) not in self.kosong
            and (value := row.baris.value(kolom, self._holds(row.baris.lembar, kolom))) is not None
        }

    def _changes(self, changed: Mapping[tuple[str, str], int]) -> tuple[Perubahan, ...]:
        nodes = self.penunjuk.nodes.nodes
        new = [Perubahan(n.kode, "Nomenklatur", KOSONG, "kode baru", n.nama) for n in self.penunjuk.baru]
        money = [
            Perubahan(
                kode,
                KOLOM_NAMA[kolom] + (f" (edisi {self.edisi})" if self._moves((kode, kolom)) else ""),
                rupiah(self.known.get((kode, kolom))),
                rupiah(value),
                nodes[kode].nama,
            )
            for (kode, kolom), value in changed.items()
        ]
        return (*new, *money)

    # ------------------------------------------------------------ inside

    def _holding(self, row: Terbaca) -> bool:
        return any(t.menahan and not self.accepted(t) for t in row.temuan)


def _shown(_: str, cell: str) -> str:
    """A cell of the form as a person reads it."""
    return rupiah(int(cell)) if len(cell) < MAKS_ANGKA and cell.removeprefix("-").isdecimal() else cell
