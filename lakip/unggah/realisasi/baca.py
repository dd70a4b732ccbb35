"""The upload of realisasi of one triwulan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from lakip import pengaturan, rekap
from lakip.akses import Izin, Pengguna
from lakip.formatting import angka
from lakip.indikator import Metode
from lakip.realisasi import BILANGAN, Acuan, Realisasi, differences, for_record
from lakip.rekap import Perubahan, Simpanan, Sumber
from lakip.store import Store
from lakip.unggah import betulan, perbaris
from lakip.unggah import hasil as dasar
from lakip.unggah.berkas.buku import display_name, read_workbook
from lakip.unggah.formulir import penolakan
from lakip.unggah.formulir.identitas import Meta
from lakip.unggah.formulir.penolakan import Beda, other_year
from lakip.unggah.hasil import Jawaban, require_settled
from lakip.unggah.pembacaan import quarters
from lakip.unggah.perbaris import TANPA_TRIWULAN, PembacaanBaris
from lakip.unggah.realisasi.baris import ANGKA, WAJIB, Bacaan, bidang, like_figure
from lakip.unggah.realisasi.formulir import KOLOM, REALISASI, issued, issued_card
from lakip.unggah.realisasi.pengenal import Pengenal
from lakip.unggah.realisasi.sejak import since_form, untouched
from lakip.unggah.realisasi.tujuan import contradiction, other_quarters
from lakip.unggah.tabel.angka import read_cell
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.peta import Bidang, Peta
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Baris, Temuan, Tingkat, check

SEMUA_NOL = 3  # so many rows of 0, and nothing else, may be a quarter that has not come


@dataclass(frozen=True, kw_only=True)
class Hasil(dasar.Hasil):
    """`bagian`: the only one that the file may fill. `isi` are the rows read, one per kode; `sel` is where each figure
    stands: {kode: (lembar, sel)}."""

    TANPA_ISI: ClassVar[str] = "Tidak ada angka yang diisi."

    triwulan: int
    bagian: str | None = None
    isi: tuple[Realisasi, ...] = ()
    sel: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    perubahan: tuple[Perubahan, ...] = ()


def read(
    store: Store,
    pengguna: Pengguna,
    content: bytes,
    nama_berkas: str,
    unit: str,
    tahun: int,
    triwulan: int,
    bagian: str | None = None,
    jawaban: Jawaban | None = None,
) -> Hasil:
    """Read and judge one file for one triwulan. Other arguments as `rencana.read`.

    Args:
        bagian: the only bagian the file may fill; None: every one the pengguna may upload for.

    Raises:
        AccessError: the pengguna may not upload here at all.
        UserError: the file is no readable workbook or table.
    """
    if bagian is not None or not pengguna.may_somewhere(Izin.UNGGAH, unit):
        pengguna.require(Izin.UNGGAH, unit, bagian)
    hasil = Hasil(
        nama_berkas=display_name(nama_berkas), content=content, unit=unit, tahun=tahun, triwulan=triwulan,
        bagian=bagian,
    )  # fmt: skip
    return _Pembacaan(store, pengguna, hasil, read_workbook(content, nama_berkas), jawaban).result()


def save(store: Store, pengguna: Pengguna, hasil: Hasil) -> Simpanan:
    """Record what was read, whole or not at all.

    Raises UserError while something is held, or when the record changed since the reading.
    """
    require_settled(hasil)
    if not hasil.perubahan:
        return Simpanan(None, 0, hasil.tanpa_perubahan)
    answered = tuple(sorted(f"{lembar}!{sel} {kode}" for lembar, sel, kode in hasil.terjawab))
    sumber = Sumber(
        nama_berkas=hasil.nama_berkas, content=hasil.content, dibaca=hasil.dibaca, dilewati=len(hasil.dilewati),
        ditahan=hasil.ditahan, bagian=hasil.bagian, sel=hasil.sel, jawaban=answered,
        dibetulkan=betulan.recorded(hasil.dibetulkan),
    )  # fmt: skip
    return rekap.save_realisasi(store, pengguna, hasil.unit, hasil.tahun, hasil.triwulan, hasil.perubahan, sumber)


@dataclass
class Sebaris(perbaris.Terbaca[Calon, Baris]):
    """`asal`: the cell that it is traced to."""

    asal: str = ""


class _Pembacaan(PembacaanBaris[Hasil, Calon, Baris]):
    formulir, hasil_baru, baris_baru = REALISASI, Hasil, Calon
    wajib = WAJIB
    perlu = "kolom Kode atau Indikator dan kolom Realisasi"
    ejaan: ClassVar[Mapping[str, str]] = {"realisasi": "nilai", "indikator": "nama"}

    def __init__(self, *of: Any) -> None:
        super().__init__(*of)
        self.triwulan, self.bagian = self.hasil.triwulan, self.hasil.bagian or (self.meta.bagian if self.meta else None)
        self.hasil = replace(self.hasil, bagian=self.bagian)
        self.acuan = rekap.acuan(self.store, self.unit, self.tahun, self.triwulan)
        self.pengenal = Pengenal(self.acuan, self.tahun)
        self.sejak = self.since(issued(self.acuan.values(), self.triwulan), KOLOM, f"realisasi TW{self.triwulan}")

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        return bidang(self.triwulan, self.tahun)

    # ------------------------------------------------------------ for which quarter, and for whom

    def fits(self, found: Peta) -> bool:
        """Also a table of another quarter, so that it is said to be that."""
        figures = any(m.apa in ("realisasi", "pembilang") and not m.jangka for m in found.tabel.blok.makna.values())
        named = figures and bool({*found.kolom} & WAJIB[0])
        return super().fits(found) or (named and bool(other_quarters(found, self.triwulan)))

    def find_tables(self) -> list[Peta]:
        """A table of another quarter is skipped, row by row, when one of this quarter is there."""
        found = super().find_tables()
        fit = [p for p in found if not other_quarters(p, self.triwulan)]
        for one in found if fit else ():
            if other := other_quarters(one, self.triwulan):
                self.skip_all(one.tabel, f"tabel ini memuat {quarters(other)}")
                self.peta.remove(one)
        return fit or found

    def chosen(self, meta: Meta) -> Sequence[Beda]:
        return [
            other_year(meta.tahun, self.tahun),
            ("triwulan_lain", quarters([meta.triwulan]), quarters([self.triwulan])),
            ("bagian_lain", f"bagian {meta.bagian or self.bagian}", f"bagian {self.bagian or meta.bagian}"),
        ]

    def of_table(self, peta: Peta) -> Sequence[Temuan]:
        lain = []
        if other := other_quarters(peta, self.triwulan):
            lain.append(("triwulan_lain", quarters(other), quarters([self.triwulan])))
        if self.bagian and (seksi := self._other_bagian(peta.tabel, self.bagian)):
            lain.append(("bagian_lain", seksi, f"bagian {self.bagian}"))
        return penolakan.of_table(peta.tabel, self.tahun, self.kantor, *lain)

    def _other_bagian(self, table: Tabel, bagian: str) -> str | None:
        titles = " ".join(plain(t) for t in table.judul)
        names = {b.bagian: b.nama for b in pengaturan.bagian(self.store, self.unit)}
        if plain(names.get(bagian, bagian)) in titles:
            return None
        return next((nama for kode, nama in names.items() if kode != bagian and plain(nama) in titles), None)

    def of_other(self, peta: Peta, number: int) -> str | None:
        return self.row_of_other(peta, number, "realisasi", self.triwulan, self.tahun)

    # ------------------------------------------------------------ the rows

    def row(self, calon: Calon, peta: Peta) -> Sebaris | str:
        named = self.pengenal.card(calon)
        if named is None and (reason := calon.furniture or self._says_nothing(calon)):
            return reason
        if peta.tabel.memilih and not peta.tabel.makna_baris(calon.nomor).waktu.triwulan:
            return Sebaris(calon, "", None, [calon.temuan(Tingkat.SALAH, "kode", "tanpa_triwulan", TANPA_TRIWULAN)])
        card, asked = self.pengenal.settle(calon, named)
        self.soal = [asked] if asked else []
        return (
            Sebaris(calon, "", None, self.soal)
            if card is None
            else self._known(_to_date(calon, card, peta), card, peta)
        )

    def _says_nothing(self, calon: Calon) -> str | None:
        """None for a figure, or a name with satuan or figures."""
        figures = [calon.sel[name] for name in BILANGAN if name in calon.sel and like_figure(calon.sel[name])]
        named = (calon.text("kode") or calon.text("nama")) and (figures or calon.text("satuan"))
        read = named or any(read_cell(sel, "").nilai is not None for sel in figures)
        return None if read else calon.nothing

    def _known(self, calon: Calon, card: Acuan, peta: Peta) -> Sebaris | str:
        read = Bacaan(calon, card, self.triwulan)
        if read.belum_diisi:
            return self._blank(calon, card, peta)
        recorded = card.tercatat.get(self.triwulan)
        old = recorded.isi if recorded else None
        cap, versi = issued_card(self.meta, card.kode)
        diubah = since_form(self.sejak, calon, card, self.triwulan, read.isi)
        baris = Baris(
            isi=diubah.isi, acuan=card, triwulan=self.triwulan, lembar=calon.lembar,
            sel={**calon.alamat, "indikator": calon.alamat.get("nama", "")}, sd=frozenset(read.sd), bagian=self.bagian,
            boleh=self.pengguna.may(Izin.UNGGAH, self.unit, card.bagian), cap=cap,
            versi=None if self.sejak.tahu else versi, nama=calon.text("nama") or None,
            satuan=calon.text("satuan") or None, tertutup=calon.tertutup,
            target=read_cell(calon.sel.get("target"), card.satuan, card.metode is Metode.RATA_RATA).nilai,
        )  # fmt: skip
        found = [*self.soal, *diubah.temuan, *read.soal]
        for name in (n for n in BILANGAN if n in calon.kolom):
            self.sample(calon.tabel, calon.kolom[name].nomor, calon.sel.get(name), angka(getattr(read.isi, name)))
        # An unread cell would set off rules that have nothing to do with it. What is on record already was
        # judged when it came in; asking again would teach people to click.
        if differences(for_record(diubah.isi, card, old), old) and not self.held(found):
            told = {t.kunci for t in found}
            found += [t for t in check(baris) if t.kunci not in told]
        return Sebaris(calon, card.kode, baris, found, diubah.asal or _origin(baris))

    def _blank(self, calon: Calon, card: Acuan, peta: Peta) -> str:
        if untouched(self.sejak, calon, card):
            self.temuan += since_form(self.sejak, calon, card, self.triwulan, Realisasi(card.kode)).temuan
        elif self.triwulan in card.tercatat:
            pesan = f"{card.kode}: selnya kosong, sedangkan catatannya berisi. Sel kosong tidak menghapus catatan."
            self.temuan.append(calon.temuan(Tingkat.CATATAN, "kode", "dikosongkan", pesan, card.kode))
        if peta.temuan and not {"realisasi", "pembilang"} & {*peta.kolom}:
            return "kolom angkanya masih ditanyakan"
        return "belum diisi" if card.target is not None else "tidak diukur pada triwulan ini"

    def end_table(self, peta: Peta) -> None:
        asked = contradiction(peta, self.triwulan) if peta.tabel.baris_data else None
        self.temuan += [asked] if asked and not self.left_out(asked) else []

    # ------------------------------------------------------------ the sum of it

    def judge(self) -> dict[str, Any]:
        for one in self.peta if not self.formulir_kita else ():
            self._all_zero(one)
        kept: list[Any] = self.kept()
        isi = tuple(r.isi.isi for r in kept)
        sel = {r.kode: (r.calon.lembar, r.asal) for r in kept}
        return {"isi": isi, "sel": sel, "perubahan": rekap.changes(self.acuan, self.triwulan, isi)}

    def _all_zero(self, peta: Peta) -> None:
        """Asks of a table that holds nothing but 0 whether its quarter has come at all."""
        rows = [r for r in self.rows if r.calon.lembar == peta.tabel.lembar.nama and r.isi is not None]
        said = [r.isi.hasil for r in rows if r.isi and r.isi.hasil is not None]
        if len(said) < SEMUA_NOL or any(said):
            return
        sel = peta.tabel.blok.alamat_judul(next(iter(peta.kolom[n] for n in ANGKA if n in peta.kolom)).nomor)
        pesan = (
            f"seluruh angka {quarters([self.triwulan])} di tabel ini 0. Pakai bila memang nihil; bila triwulannya "
            "belum dilaporkan, tinggalkan."
        )
        asked = Temuan(Tingkat.TANYA, peta.tabel.lembar.nama, sel, "triwulan_kosong", pesan)
        self.temuan.append(asked)
        if self.left_out(asked):
            self.answered.add(asked.kunci)
            gone = {id(r) for r in rows}
            self.rows = [r for r in self.rows if id(r) not in gone]
            for row in rows:
                self.skip(row.calon.lembar, row.calon.nomor, "ditinggalkan")


def _to_date(calon: Calon, card: Acuan, peta: Peta) -> Calon:
    """A kumulatif takes the total to date where the row has both that and the quarter's own."""
    found = {_Pembacaan.ejaan.get(name, name): one for name, one in peta.sampai.items()}
    there = {name: one for name, one in found.items() if calon.tabel.lembar.sel(calon.nomor, one.nomor)}
    if card.metode is not Metode.KUMULATIF or not there:
        return calon
    return Calon.of(calon.tabel, {**calon.kolom, **there}, calon.nomor, calon.jawaban)


def _origin(baris: Baris) -> str:
    """The cell that a figure is traced to: its number, of a pair its numerator, or else its keadaan.

    A percentage beside a pair is not what is recorded; it counts only where the pair is missing.
    """
    names = ("pembilang", "nilai") if baris.pasangan else ("nilai", "pembilang")
    first = next((n for n in names if getattr(baris.isi, n) is not None), "keadaan")
    return baris.sel.get(first) or baris.sel.get("kode", "")
