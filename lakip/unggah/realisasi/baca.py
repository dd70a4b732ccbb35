"""The conductor of an upload of realisasi: file, tables, rows, rules, and what saving would change.

Reading changes nothing and never fails on a clerk's mistake: `read` returns a Hasil with every temuan;
`save` records it once nothing is held. Every non-empty row below a heading is read, skipped with a reason,
or held.
"""

from collections.abc import Sequence

from lakip import pengaturan, rekap
from lakip.akses import Izin, Pengguna
from lakip.formatting import angka
from lakip.indikator import Metode
from lakip.realisasi import BILANGAN, Acuan, Realisasi, differences, for_record
from lakip.rekap import Simpanan, Sumber
from lakip.store import Store
from lakip.unggah import betulan
from lakip.unggah.berkas.buku import Lembar, display_name, read_workbook
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.identitas import SENDIRI, Meta
from lakip.unggah.formulir.sejak import SejakFormulir, changers
from lakip.unggah.hasil import PAKAI, TINGGALKAN, Dilewati, Jawaban, leave_out, require_settled
from lakip.unggah.pembacaan import Pembacaan, quarters
from lakip.unggah.realisasi.baris import ANGKA, WAJIB, Calon, Lajur, bidang
from lakip.unggah.realisasi.formulir import issued, issued_card
from lakip.unggah.realisasi.hasil import Hasil
from lakip.unggah.realisasi.pengenal import Pengenal
from lakip.unggah.realisasi.sebaris import Sebaris, origin, own_quarter, places, told_at
from lakip.unggah.realisasi.sejak import show, since_form, untouched
from lakip.unggah.realisasi.tujuan import Tujuan, contradiction, other_quarters, refusals
from lakip.unggah.tabel.angka import read_cell
from lakip.unggah.tabel.peta import Bidang, Peta
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Baris, Temuan, Tingkat, check

__all__ = ["PAKAI", "TINGGALKAN", "Dilewati", "Hasil", "Jawaban", "leave_out", "read", "save"]

TANPA_TRIWULAN = (
    "barisnya tidak menyebut triwulan, sedangkan baris lain di tabel ini menyebutnya. Isi triwulannya, atau tinggalkan."
)
SEMUA_NOL = 3  # so many rows of 0, and nothing else, may be a quarter that has not come


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
    """Read and judge one file for one triwulan.

    Args:
        bagian: the only bagian the file may fill; None: every one the pengguna may upload for.
        jawaban: answers to temuan of an earlier reading of the same file; see `Jawaban`.

    Raises:
        AccessError: the pengguna may not upload here at all.
        UserError: the file is no readable workbook or table.
    """
    if bagian is not None or not pengguna.may_somewhere(Izin.UNGGAH, unit):
        pengguna.require(Izin.UNGGAH, unit, bagian)
    lembar = read_workbook(content, nama_berkas)
    meta = identitas.read(lembar)
    tujuan = Tujuan(unit, tahun, triwulan, bagian or (meta.bagian if meta else None))
    hasil = Hasil(nama_berkas=display_name(nama_berkas), content=content, tujuan=tujuan)
    return _Pembacaan(store, pengguna, hasil, lembar, meta, jawaban or {}).result()


def save(store: Store, pengguna: Pengguna, hasil: Hasil) -> Simpanan:
    """Record what was read, whole or not at all.

    Raises UserError while something is held, or when the record changed since the reading.
    """
    require_settled(hasil)
    if not hasil.perubahan:
        return Simpanan(None, 0, hasil.tanpa_perubahan)
    answered = tuple(f"{t.lembar}!{t.sel} {t.kode}" for t in hasil.temuan if t.kunci in hasil.terjawab)
    sumber = Sumber(
        nama_berkas=hasil.nama_berkas,
        content=hasil.content,
        dibaca=hasil.dibaca,
        dilewati=len(hasil.dilewati),
        ditahan=hasil.ditahan,
        bagian=hasil.tujuan.bagian,
        sel=hasil.sel,
        jawaban=answered,
        dibetulkan=betulan.recorded(hasil.dibetulkan),
    )
    tujuan = hasil.tujuan
    return rekap.save_realisasi(store, pengguna, tujuan.unit, tujuan.tahun, tujuan.triwulan, hasil.perubahan, sumber)


class _Pembacaan(Pembacaan):
    """One reading in the making."""

    wajib = WAJIB
    tanpa_tabel = "tidak memuat tabel dengan kolom Kode atau Indikator dan kolom Realisasi"

    def __init__(
        self,
        store: Store,
        pengguna: Pengguna,
        hasil: Hasil,
        lembar: Sequence[Lembar],
        meta: Meta | None,
        jawaban: Jawaban,
    ) -> None:
        super().__init__(lembar, jawaban, SENDIRI if meta else ())
        self.store, self.pengguna, self.hasil, self.meta = store, pengguna, hasil, meta
        self.tujuan, self.triwulan = hasil.tujuan, hasil.tujuan.triwulan
        self.nama_kantor = pengaturan.identity(store, hasil.tujuan.unit).nama
        self.acuan = rekap.acuan(store, self.tujuan.unit, self.tujuan.tahun, self.triwulan)
        self.pengenal = Pengenal(self.acuan, self.tujuan.tahun, jawaban)
        about = (self.tujuan.unit, self.tujuan.tahun, f"realisasi TW{self.triwulan}")
        terbit = meta.terbit if meta else None
        self.sejak = SejakFormulir(
            terbit,
            issued(self.acuan.values(), self.triwulan),
            changers(store, *about) if terbit is not None else {},
            jawaban,
            show,
        )
        self.rows: list[Sebaris] = []
        self.unread = 0
        self.belum_jelas: dict[str, list[str]] = {}  # tables of which no column is known to hold the figure yet

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        return bidang(self.triwulan, self.tujuan.tahun)

    def fits(self, found: Peta) -> bool:
        """Also a table of another quarter, so that it is said to be that."""
        named = bool({*found.kolom} & WAJIB[0])
        return super().fits(found) or (named and bool(other_quarters(found, self.triwulan)) and _holds_figures(found))

    def result(self) -> Hasil:
        tables = self._of_this_quarter(self.find_tables())
        if refused := self.unreadable() or refusals(self.store, self.tujuan, self.meta, self.lembar, tables):
            return self.refused(self.hasil, refused, tables)
        self.ask_columns(tables)
        for one in tables:
            if one.temuan and not {"realisasi", "pembilang"} & {*one.kolom}:
                self.belum_jelas.setdefault(one.tabel.lembar.nama, []).append(one.tabel.tempat)
            self._read_table(one)
            asked = contradiction(one, self.triwulan) if one.tabel.baris_data else None
            self.temuan += [asked] if asked and not self.left_out(asked) else []
        self._doubles()
        self._all_zero(tables)
        return self._judge()

    def _of_this_quarter(self, found: list[Peta]) -> list[Peta]:
        """A table of another quarter is skipped, row by row, when one of this quarter is there."""
        fit = [p for p in found if not other_quarters(p, self.triwulan)]
        for one in found if fit else ():
            if other := other_quarters(one, self.triwulan):
                self.skip_all(one.tabel, f"tabel ini memuat {quarters(other)}")
                self.peta.remove(one)
        return fit or found

    # ------------------------------------------------------------ the rows

    def _read_table(self, peta: Peta) -> None:
        lajur, table = Lajur.of(peta), peta.tabel
        for number in table.baris_data:
            calon = Calon.of(table, lajur, number)
            if other := self.row_of_other(peta, number, "realisasi", self.triwulan, self.tujuan.tahun):
                self.skip(calon.lembar, number, other)
            else:
                self._read_row(table, calon, lajur)

    def _read_row(self, table: Tabel, calon: Calon, lajur: Lajur) -> None:
        named = self.pengenal.card(calon)
        if reason := calon.reason_to_skip(named is not None):
            self.skip(calon.lembar, calon.nomor, reason)
            return
        if table.memilih and not table.makna_baris(calon.nomor).waktu.triwulan:
            unnamed = Temuan(Tingkat.SALAH, calon.lembar, calon.place, "tanpa_triwulan", TANPA_TRIWULAN)
            self.temuan.append(unnamed)
            self._hold(calon, unnamed)
            return
        card, asked = self.pengenal.settle(calon, named)
        if card is None and asked is not None:
            self.temuan.append(asked)
            self._hold(calon, asked)
        elif card is not None:
            self._known(calon.for_card(card, table, lajur), card, lajur, asked)

    def _hold(self, calon: Calon, temuan: Temuan) -> None:
        """A row that cannot be read waits until it is left out."""
        if self.left_out(temuan):
            self.skip(calon.lembar, calon.nomor, "ditinggalkan")
        else:
            self.unread += 1

    def _known(self, calon: Calon, card: Acuan, lajur: Lajur, asked: Temuan | None) -> None:
        read = own_quarter(calon.read(card, self.jawaban), card, lajur.sd, self.triwulan)
        if read.belum_diisi:
            self._blank(calon, card)
            return
        recorded = card.tercatat.get(self.triwulan)
        old = recorded.isi if recorded else None
        cap, versi = issued_card(self.meta, card.kode)
        diubah = since_form(self.sejak, calon, card, self.triwulan, read.isi)
        baris = Baris(
            isi=diubah.isi,
            acuan=card,
            triwulan=self.triwulan,
            lembar=calon.lembar,
            sel=calon.alamat,
            sd=read.sd,
            bagian=self.tujuan.bagian,
            boleh=self.pengguna.may(Izin.UNGGAH, self.tujuan.unit, card.bagian),
            cap=cap,
            versi=None if self.sejak.tahu else versi,
            nama=calon.text("indikator") or None,
            satuan=calon.text("satuan") or None,
            target=read_cell(calon.sel.get("target"), card.satuan, card.metode is Metode.RATA_RATA).nilai,
            tertutup=calon.tertutup,
        )
        found = [*([asked] if asked else []), *diubah.temuan, *(told_at(baris, *one) for one in read.soal)]
        self._sample(calon, lajur, read.isi)
        # An unread cell would set off rules that have nothing to do with it. What is on record already was
        # judged when it came in; asking again would teach people to click.
        if differences(for_record(diubah.isi, card, old), old) and all(self.accepted(t) for t in found if t.menahan):
            told = {t.kunci for t in found}
            found += [t for t in check(baris) if t.kunci not in told]
        self.rows.append(Sebaris(calon.nomor, baris, found, diubah.asal or origin(baris)))

    def _sample(self, calon: Calon, lajur: Lajur, isi: Realisasi) -> None:
        """What the figures of a row were read as."""
        for name, one in lajur.kolom.items():
            field = "nilai" if name == "realisasi" else name
            if field in BILANGAN and calon.tabel is not None:
                self.sample(calon.tabel, one.nomor, calon.sel.get(field), angka(getattr(isi, field)))

    def _blank(self, calon: Calon, card: Acuan) -> None:
        reason = "belum diisi" if card.target is not None else "tidak diukur pada triwulan ini"
        if calon.tabel is not None and calon.tabel.tempat in self.belum_jelas.get(calon.lembar, ()):
            reason = "kolom angkanya masih ditanyakan"
        self.skip(calon.lembar, calon.nomor, reason)
        if untouched(self.sejak, calon, card):
            self.temuan += since_form(self.sejak, calon, card, self.triwulan, Realisasi(card.kode)).temuan
        elif self.triwulan in card.tercatat:
            pesan = f"{card.kode}: selnya kosong, sedangkan catatannya berisi. Sel kosong tidak menghapus catatan."
            sel = calon.alamat.get("kode", "")
            self.temuan.append(Temuan(Tingkat.CATATAN, calon.lembar, sel, "dikosongkan", pesan, card.kode))

    def _doubles(self) -> None:
        """One kode on two rows: both wait until all but one are left out."""
        by_kode: dict[str, list[Sebaris]] = {}
        for row in self.rows:
            by_kode.setdefault(row.kode, []).append(row)
        for kode, rows in by_kode.items():
            left = [self.jawaban.get(r.kunci_kode) == TINGGALKAN for r in rows]
            if len(rows) < 2 or (left.count(False) < 2 and not any(left)):
                continue
            pesan = f"{kode}: kodenya ada pada lebih dari satu baris ({places(rows)}). Tinggalkan yang tidak dipakai."
            for row, out in zip(rows, left, strict=True):
                if out or left.count(False) > 1:
                    lembar, sel, rule = row.kunci_kode
                    row.temuan.insert(0, Temuan(Tingkat.SALAH, lembar, sel, rule, pesan, kode))

    def _all_zero(self, tables: Sequence[Peta]) -> None:
        """Asks of a table that holds nothing but 0 whether its quarter has come at all."""
        for one in tables if not self.formulir_kita else ():
            rows = [r for r in self.rows if r.baris.lembar == one.tabel.lembar.nama]
            said = [r.baris.hasil for r in rows if r.baris.hasil is not None]
            if len(said) < SEMUA_NOL or any(said):
                continue
            sel = one.tabel.blok.alamat_judul(next(iter(one.kolom[n] for n in ANGKA if n in one.kolom)).nomor)
            pesan = (
                f"seluruh angka {quarters([self.triwulan])} di tabel ini 0. Pakai bila memang nihil; bila triwulannya "
            )
            pesan += "belum dilaporkan, tinggalkan."
            asked = Temuan(Tingkat.TANYA, one.tabel.lembar.nama, sel, "triwulan_kosong", pesan)
            self.temuan.append(asked)
            if self.left_out(asked):
                self.rows = [r for r in self.rows if r not in rows]
                for row in rows:
                    self.skip(row.baris.lembar, row.nomor, "ditinggalkan")

    # ------------------------------------------------------------ the sum of it

    def _judge(self) -> Hasil:
        kept, held = [], self.unread
        for row in self.rows:
            self.temuan += row.temuan
            if any(self.left_out(t) for t in row.temuan):
                self.skip(row.baris.lembar, row.nomor, "ditinggalkan")
            elif all(self.accepted(t) for t in row.temuan if t.menahan):
                kept.append(row)
            else:
                held += 1
        isi = tuple(r.baris.isi for r in kept)
        return self.finish(
            self.hasil,
            temuan=self.in_order(self.temuan),
            terjawab=self._answered(),
            isi=isi,
            sel={r.kode: (r.baris.lembar, r.asal) for r in kept},
            dibaca=len(kept),
            ditahan=held,
            perubahan=rekap.changes(self.acuan, self.triwulan, isi),
            utuh=self.sejak.utuh,
        )

    def _answered(self) -> frozenset[tuple[str, str, str]]:
        """A row left out answers all that was asked of it."""
        settled = {t.kunci for t in self.temuan if self.left_out(t) or self.accepted(t)}
        dropped = [r for r in self.rows if any(self.left_out(t) for t in r.temuan)]
        return frozenset(settled | {t.kunci for r in dropped for t in r.temuan if t.menahan})


def _holds_figures(found: Peta) -> bool:
    return any(m.apa in ("realisasi", "pembilang") and not m.jangka for m in found.tabel.blok.makna.values())
