"""The conductor of an upload of realisasi: file, tables, rows, rules, and what saving would change.

Reading changes nothing and never fails on a clerk's mistake: `read` returns a Hasil with every temuan;
`save` records it once nothing is held. Every non-empty row below a heading is read, skipped with a reason,
or held.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lakip import rekap
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.indikator import Metode
from lakip.realisasi import Acuan, differences, for_record
from lakip.rekap import Simpanan, Sumber
from lakip.store import Store
from lakip.unggah.angka import read_cell
from lakip.unggah.baris import KAMUS, WAJIB, Calon, Jawaban, Lajur
from lakip.unggah.berkas import Lembar, display_name, read_workbook
from lakip.unggah.formulir import META, PETUNJUK, Meta, read_meta
from lakip.unggah.hasil import Dilewati, Hasil
from lakip.unggah.kolom import Tabel, find_table, plain
from lakip.unggah.tujuan import Tujuan, other_quarters, quarter_names, refusals
from lakip.validasi import Baris, Temuan, Tingkat, check, nearest

__all__ = ["PAKAI", "TINGGALKAN", "Dilewati", "Hasil", "Jawaban", "leave_out", "read", "save"]

PAKAI, TINGGALKAN = "pakai", "tinggalkan"


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
        UserError: the file is no readable .xlsx.
    """
    if bagian is not None or not pengguna.may_somewhere(Izin.UNGGAH, unit):
        pengguna.require(Izin.UNGGAH, unit, bagian)
    lembar = read_workbook(content, nama_berkas)
    meta = read_meta(lembar)
    tujuan = Tujuan(unit, tahun, triwulan, bagian or (meta.bagian if meta else None))
    hasil = Hasil(tujuan, display_name(nama_berkas), content)
    return _Pembacaan(store, pengguna, hasil, lembar, meta, jawaban or {}).result()


def save(store: Store, pengguna: Pengguna, hasil: Hasil) -> Simpanan:
    """Record what was read, whole or not at all.

    Raises UserError while something is held, or when the record changed since the reading.
    """
    if hasil.menahan:
        first = hasil.menahan[0]
        raise UserError(
            f"Belum dapat disimpan: {len(hasil.menahan)} temuan masih menahan. Yang pertama: {first} "
            "Perbaiki berkasnya, jawab pertanyaannya, atau tinggalkan barisnya."
        )
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
    )
    tujuan = hasil.tujuan
    return rekap.save_realisasi(store, pengguna, tujuan.unit, tujuan.tahun, tujuan.triwulan, hasil.perubahan, sumber)


def leave_out(hasil: Hasil) -> dict[tuple[str, str, str], str]:
    """Answers that leave out every row still held."""
    return {t.kunci: TINGGALKAN for t in hasil.menahan}


@dataclass
class _Sebaris:
    """One row on its way to the record."""

    nomor: int
    baris: Baris
    temuan: list[Temuan]

    @property
    def kunci_kode(self) -> tuple[str, str, str]:
        return self.baris.lembar, self.baris.sel.get("kode") or self.baris.sel.get("indikator", ""), "kode_ganda"


class _Pembacaan:
    """One reading in the making."""

    def __init__(
        self,
        store: Store,
        pengguna: Pengguna,
        hasil: Hasil,
        lembar: Sequence[Lembar],
        meta: Meta | None,
        jawaban: Jawaban,
    ) -> None:
        self.store, self.pengguna, self.hasil, self.lembar = store, pengguna, hasil, lembar
        self.meta, self.jawaban, self.tujuan = meta, jawaban, hasil.tujuan
        self.triwulan = hasil.tujuan.triwulan
        self.acuan = rekap.acuan(store, self.tujuan.unit, self.tujuan.tahun, self.triwulan)
        self.by_kode = {_squeeze(kode): card for kode, card in self.acuan.items()}
        self.temuan: list[Temuan] = []
        self.dilewati: list[Dilewati] = []
        self.lembar_lain: dict[str, str] = {}
        self.kolom_lain: dict[str, tuple[str, ...]] = {}
        self.rows: list[_Sebaris] = []
        self.unread = 0

    @cached_property
    def by_nama(self) -> dict[str, Acuan]:
        return _unique((plain(card.nama), card) for card in self.acuan.values())

    def result(self) -> Hasil:
        tables = self._tables()
        if refused := refusals(self.store, self.tujuan, self.meta, self.lembar, tables):
            held = sum(len(t.baris_data) for t in tables)
            return replace(self._partial(), temuan=tuple(refused), ditahan=held, ditolak=True)
        for table in tables:
            self._read_table(table)
        self.kolom_lain = {t.lembar.nama: tuple(t.tak_dikenal.values()) for t in tables if t.tak_dikenal}
        self._doubles()
        return self._judge()

    # ------------------------------------------------------------ which tables

    def _tables(self) -> list[Tabel]:
        """The tables for this triwulan. A sheet of another one is skipped, row by row, when one of this is there."""
        found = [t for one in self.lembar if (t := self._table(one)) is not None]
        fit = [t for t in found if not other_quarters(t, self.triwulan)]
        if not fit:
            return found
        for table in found:
            if other := other_quarters(table, self.triwulan):
                self._skip_all(table, f"lembar ini memuat {quarter_names(other)}")
        return fit

    def _table(self, lembar: Lembar) -> Tabel | None:
        if lembar.nama in (META, PETUNJUK) and self.meta:
            return None
        table = find_table(lembar, KAMUS, WAJIB)
        if table is None:
            self.lembar_lain[lembar.nama] = "tidak memuat tabel dengan kolom Kode atau Indikator dan kolom Realisasi"
        elif lembar.tersembunyi:
            self.lembar_lain[lembar.nama] = "lembar tersembunyi"
            self._skip_all(table, "lembar tersembunyi")
            return None
        return table

    def _skip_all(self, table: Tabel, alasan: str) -> None:
        self.lembar_lain[table.lembar.nama] = alasan
        self.dilewati += [Dilewati(table.lembar.nama, number, alasan) for number in table.baris_data]

    # ------------------------------------------------------------ the rows

    def _read_table(self, table: Tabel) -> None:
        lajur = Lajur.of(table, self.triwulan, self.tujuan.tahun)
        for number in table.baris_data:
            self._read_row(table, Calon.of(table, lajur, number), lajur)

    def _read_row(self, table: Tabel, calon: Calon, lajur: Lajur) -> None:
        card = self._card(calon)
        if reason := calon.reason_to_skip(card is not None):
            self.dilewati.append(Dilewati(calon.lembar, calon.nomor, reason))
        elif card is None:
            self._unknown(calon)
        else:
            self._known(calon.for_card(card, table, lajur), card, lajur)

    def _card(self, calon: Calon) -> Acuan | None:
        """By kode; by the indikator's exact name where no kode is written."""
        kode = calon.text("kode")
        return self.by_kode.get(_squeeze(kode)) if kode else self.by_nama.get(plain(calon.text("indikator")))

    def _unknown(self, calon: Calon) -> None:
        kode, nama = calon.text("kode"), calon.text("indikator")
        named = self.by_nama.get(plain(nama)) or self._alike(nama)
        near = named.kode if named else nearest(kode, self.acuan)
        hint = f" Mungkin maksudnya {near} ({self.acuan[near].nama})." if near else ""
        what = f"kode “{kode[:40]}”" if kode else f"indikator “{nama[:80]}” tanpa kode" if nama else "angka tanpa kode"
        pesan = (
            f"{what} tidak ada pada acuan Tahun {self.tujuan.tahun}.{hint} Perbaiki kodenya, atau tinggalkan barisnya."
        )
        sel = calon.alamat.get("kode") or next(iter(calon.alamat.values()), f"A{calon.nomor}")
        found = Temuan(Tingkat.SALAH, calon.lembar, sel, "kode_tak_dikenal", pesan)
        self.temuan.append(found)
        if self._left_out(found):
            self.dilewati.append(Dilewati(calon.lembar, calon.nomor, "ditinggalkan"))
        else:
            self.unread += 1

    def _alike(self, nama: str) -> Acuan | None:
        near = difflib.get_close_matches(plain(nama), self.by_nama, n=1, cutoff=0.85) if nama else []
        return self.by_nama[near[0]] if near else None

    def _known(self, calon: Calon, card: Acuan, lajur: Lajur) -> None:
        read = calon.read(card, self.jawaban)
        if read.belum_diisi:
            self._blank(calon, card)
            return
        recorded = card.tercatat.get(self.triwulan)
        old = recorded.isi if recorded else None
        unchanged = not differences(for_record(read.isi, card, old), old)
        may = self.pengguna.may(Izin.UNGGAH, self.tujuan.unit, card.bagian)
        cap, versi = self.meta.baris.get(card.kode, (None, None)) if self.meta else (None, None)
        target = read_cell(calon.sel.get("target"), card.satuan, card.metode is Metode.RATA_RATA).nilai
        baris = Baris(
            isi=read.isi,
            acuan=card,
            triwulan=self.triwulan,
            lembar=calon.lembar,
            sel=calon.alamat,
            sd=lajur.sd,
            bagian=self.tujuan.bagian,
            boleh=may,
            cap=cap,
            versi=versi,
            nama=calon.text("indikator") or None,
            satuan=calon.text("satuan") or None,
            target=target,
            tertutup=calon.tertutup,
        )
        found = [baris.temuan(*one) for one in read.soal]
        # An unread cell would set off rules that have nothing to do with it. What is on record already was
        # judged when it came in; asking again would teach people to click.
        if not unchanged and all(self._accepted(t) for t in found if t.menahan):
            found += check(baris)
        self.rows.append(_Sebaris(calon.nomor, baris, found))

    def _blank(self, calon: Calon, card: Acuan) -> None:
        reason = "belum diisi" if card.target is not None else "tidak diukur pada triwulan ini"
        self.dilewati.append(Dilewati(calon.lembar, calon.nomor, reason))
        if self.triwulan in card.tercatat:
            pesan = f"{card.kode}: selnya kosong, sedangkan catatannya berisi. Sel kosong tidak menghapus catatan."
            sel = calon.alamat.get("kode", "")
            self.temuan.append(Temuan(Tingkat.CATATAN, calon.lembar, sel, "dikosongkan", pesan, card.kode))

    def _doubles(self) -> None:
        """One kode on two rows: both wait until all but one are left out."""
        left = [r for r in self.rows if self.jawaban.get(r.kunci_kode) == TINGGALKAN]
        counted = Counter(r.baris.acuan.kode for r in self.rows if r not in left)
        for row in self.rows:
            kode = row.baris.acuan.kode
            if counted[kode] > 1 or row in left:
                places = " dan ".join(r.kunci_kode[1] for r in self.rows if r.baris.acuan.kode == kode)
                pesan = f"{kode}: kodenya ada pada lebih dari satu baris ({places}). Tinggalkan yang tidak dipakai."
                lembar, sel, rule = row.kunci_kode
                row.temuan.insert(0, Temuan(Tingkat.SALAH, lembar, sel, rule, pesan, kode))

    # ------------------------------------------------------------ the sum of it

    def _judge(self) -> Hasil:
        answered, kept, held = set(), [], self.unread
        for row in self.rows:
            self.temuan += row.temuan
            if any(self._left_out(t) for t in row.temuan):
                answered |= {t.kunci for t in row.temuan if t.menahan}
                self.dilewati.append(Dilewati(row.baris.lembar, row.nomor, "ditinggalkan"))
            elif all(self._accepted(t) for t in row.temuan if t.menahan):
                answered |= {t.kunci for t in row.temuan if t.menahan}
                kept.append(row)
            else:
                answered |= {t.kunci for t in row.temuan if t.menahan and self._accepted(t)}
                held += 1
        answered |= {t.kunci for t in self.temuan if self._left_out(t)}
        isi = tuple(r.baris.isi for r in kept)
        return replace(
            self._partial(),
            temuan=tuple(sorted(self.temuan, key=self._place)),
            terjawab=frozenset(answered),
            isi=isi,
            sel={r.baris.acuan.kode: (r.baris.lembar, _origin(r.baris)) for r in kept},
            dibaca=len(kept),
            ditahan=held,
            perubahan=rekap.changes(self.acuan, self.triwulan, isi),
        )

    def _partial(self) -> Hasil:
        return replace(
            self.hasil, dilewati=tuple(self.dilewati), lembar_lain=self.lembar_lain, kolom_lain=self.kolom_lain
        )

    def _place(self, temuan: Temuan) -> tuple[int, int]:
        """Where in the workbook: sheet, then row."""
        names = [one.nama for one in self.lembar]
        return names.index(temuan.lembar), int(temuan.sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or 0)

    def _left_out(self, temuan: Temuan) -> bool:
        return temuan.menahan and self.jawaban.get(temuan.kunci) == TINGGALKAN

    def _accepted(self, temuan: Temuan) -> bool:
        """A question is answered with one of its choices, or with "pakai" where it has none."""
        return temuan.tingkat is Tingkat.TANYA and self.jawaban.get(temuan.kunci) in (temuan.pilihan or (PAKAI,))


def _squeeze(kode: str) -> str:
    return re.sub(r"[\s\-–_]+", "-", kode.strip().casefold())


def _unique(pairs: Iterable[tuple[str, Acuan]]) -> dict[str, Acuan]:
    listed = list(pairs)
    times = Counter(nama for nama, _ in listed)
    return {nama: card for nama, card in listed if times[nama] == 1}


def _origin(baris: Baris) -> str:
    """The cell that a figure is traced to: its number, its numerator, or else its keadaan."""
    first = next((n for n in ("nilai", "pembilang") if getattr(baris.isi, n) is not None), "keadaan")
    return baris.sel.get(first) or baris.sel.get("kode", "")
