"""Remembered readings: what the columns of a workbook mean that is not ours, as a person confirmed it once.

Found again by the print of the headings. Reads no workbook; whether a remembered reading is applied is decided where
the workbook is read.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.formatting import tanggal
from lakip.store import Store, Transaction
from lakip.unggah.hasil import PAKAI, Hasil, Jawaban
from lakip.unggah.profil_bawaan import BAWAAN
from lakip.unggah.profil_judul import erased, of_tahun, same, template
from lakip.unggah.tabel.bacaan import ARTI, PEMBACAAN, TIDAK_DIPAKAI, BacaanTabel, Guna

MAKS_NAMA = 100
JENIS_NAMA = {
    "realisasi": "Realisasi kinerja", "rencana": "Rencana Aksi", "anggaran": "Anggaran", "kaitan": "Kaitan anggaran",
    "pembanding": "Pembanding", "renstra": "Isi Renstra", "renja": "Isi Renja", "rkt": "Isi RKT", "iku": "Isi IKU",
}  # fmt: skip
REALISASI = "realisasi"

Arti = tuple[tuple[str, str], ...]
Jawab = dict[tuple[str, str, str], str]


@dataclass(frozen=True)
class Profil:
    """One remembered reading.

    `arti` has (heading, bidang or "tidak dipakai") of each column that a person decided about, from the left, with
    quarter and tahun as `profil_judul.template`; the others are read by themselves. `sidik` is a print of all headings
    without these. `nomor` 0: it comes with the program. `bagian` None: of the whole office. `pada`: UTC.
    """

    jenis: str
    nama: str
    arti: Arti
    sidik: str = ""
    bagian: str | None = None
    nomor: int = 0
    versi: int = 0
    oleh_nama: str = ""
    pada: datetime | None = None

    def answers(self, tabel: BacaanTabel, tahun: int, triwulan: int | None) -> Jawab:
        """What it says about the columns of a table. A heading that it does not know gets no answer."""
        known: dict[str, list[str]] = {}
        for judul, bidang in self.arti:
            known.setdefault(same(judul), []).append(of_tahun(bidang, tahun))
        offered = {bidang for bidang, _ in tabel.pilihan} | {TIDAK_DIPAKAI}
        given = {}
        for kolom in tabel.kolom:
            heading = template(kolom.judul, tahun, triwulan) if self.sidik else kolom.judul
            meanings = known.get(same(heading), [])
            if meanings and (bidang := meanings.pop(0)) in offered:
                given[tabel.lembar, kolom.sel, ARTI] = bidang
        return given


def print_of(tabel: BacaanTabel) -> str:
    """A print of the headings, the same for the next file of this shape whatever quarter and tahun it names."""
    return hashlib.sha256("\n".join(erased(k.judul) for k in tabel.kolom).encode()).hexdigest()[:32]


def remembered(store: Store, unit: str, jenis: str, hasil: Hasil) -> tuple[Jawab, dict[tuple[str, str], Profil]]:
    """What was confirmed before of the tables of a file that nobody has vouched for yet: as answers, and which profil
    speaks of the table at (lembar, sel). Whether they are read rightly is still to be asked."""
    given: Jawab = {}
    found = {}
    for tabel in unconfirmed(hasil):
        if one := find(store, unit, jenis, print_of(tabel)) or built_in(jenis, tabel):
            given |= one.answers(tabel, *_when(hasil))
            found[tabel.lembar, tabel.sel] = one
    return given, found


def apply(one: Profil, hasil: Hasil) -> Jawab:
    """The answers of a profil that was named, for every table that nobody has vouched for yet. It vouches itself for
    a table of its own headings."""
    given: Jawab = {}
    for tabel in unconfirmed(hasil):
        given |= one.answers(tabel, *_when(hasil))
        if one.sidik == print_of(tabel):
            given[tabel.lembar, tabel.sel, PEMBACAAN] = PAKAI
    return given


def unconfirmed(hasil: Hasil) -> list[BacaanTabel]:
    """The tables of which nobody has said yet that they were read rightly."""
    return [t for t in hasil.bacaan if not t.disetujui]


def confirmed(hasil: Hasil, jawaban: Jawaban) -> list[BacaanTabel]:
    """The tables that one of these answers vouches for; those of our own forms need none."""
    return [t for t in hasil.bacaan if t.disetujui and jawaban.get((t.lembar, t.sel, PEMBACAAN)) == PAKAI]


def all_of(store: Store | Transaction, unit: str) -> tuple[Profil, ...]:
    """Every profil that the office keeps, the newest first."""
    return tuple(_profil(row) for row in store.read("profil_semua", unit=unit).iter_rows(named=True))


def find(store: Store | Transaction, unit: str, jenis: str, sidik: str) -> Profil | None:
    """The newest one of these headings."""
    return next((p for p in all_of(store, unit) if (p.jenis, p.sidik) == (jenis, sidik)), None)


def named(store: Store, unit: str, nama: str) -> Profil:
    """The one of that name, whatever its case; those of the program are found by themselves.

    Raises UserError that names those there are.
    """
    known = all_of(store, unit)
    for one in known:
        if same(one.nama) == same(nama):
            return one
    names = ", ".join(f"“{p.nama}”" for p in known) or "belum ada"
    raise UserError(f"Profil “{nama}” tidak ada. Yang ada: {names}.")


def built_in(jenis: str, tabel: BacaanTabel) -> Profil | None:
    """The form of the program that a table is."""
    heads = [k.judul for k in tabel.kolom]
    one = next((b for b in BAWAAN if jenis in b.jenis and b.fits(heads)), None)
    return Profil(jenis, one.nama, tuple((h, TIDAK_DIPAKAI) for h in heads if one.unused(h))) if one else None


def keep(
    store: Store, pengguna: Pengguna, hasil: Hasil, jawaban: Jawaban, jenis: str, nama: str = ""
) -> tuple[str, ...]:
    """Remember how the tables of a file were read that a person vouched for; gives the names of those that are new.

    Forms of ours are not kept, nor what is kept already; a form that comes with the program is, so that the next
    person is told who vouched for it. Known headings decided otherwise get a new version.

    Args:
        hasil, jawaban: the file as it was saved, and the answers it was saved with.
        nama: without it, the file and the day.

    Raises AccessError: the pengguna may not upload such a file.
    """
    unit, bagian = _place(hasil)
    _require_upload(pengguna, jenis, unit, bagian)
    wanted = {print_of(t): t for t in confirmed(hasil, jawaban)}
    kept = []
    with store.transaction() as tx:
        for sidik, tabel in wanted.items():
            decided, old = decisions(tabel, jawaban, *_when(hasil)), find(tx, unit, jenis, sidik)
            if old is not None and {(same(j), b) for j, b in decided} <= {(same(j), b) for j, b in old.arti}:
                continue
            default = f"{hasil.nama_berkas} ({tanggal(periode.today())})"
            said = nama.strip() or (old.nama if old else default)
            new = Profil(
                jenis, _free(said[:MAKS_NAMA], tx, unit, old.nomor if old else 0), _merged(old, decided), sidik,
                old.bagian if old else bagian, old.nomor if old else _next(tx, unit), old.versi if old else 0,
            )  # fmt: skip
            _tell(tx, pengguna, unit, new, "menyimpan profil bacaan")
            kept.append(new.nama)
    return tuple(kept)


def rename(store: Store, pengguna: Pengguna, unit: str, nomor: int, nama: str) -> None:
    """Raises AccessError: the pengguna may not plan. UserError: no name, or that of another."""
    pengguna.require(Izin.RENCANA, unit)
    new = " ".join(nama.split())
    if not new or len(new) > MAKS_NAMA:
        raise UserError(f"Nama profil harus 1 sampai {MAKS_NAMA} huruf. Ketik nama lain.")
    with store.transaction() as tx:
        one = _one(tx, unit, nomor)
        if _free(new, tx, unit, nomor) != new:
            raise UserError(f"Nama profil “{new}” sudah dipakai. Ketik nama lain.")
        if new != one.nama:
            _tell(tx, pengguna, unit, replace(one, nama=new), "menamai profil bacaan", nama=[one.nama, new])


def remove(store: Store, pengguna: Pengguna, unit: str, nomor: int) -> None:
    """The next file of its shape is asked about again. Raises AccessError: the pengguna may not plan."""
    pengguna.require(Izin.RENCANA, unit)
    with store.transaction() as tx:
        _tell(tx, pengguna, unit, _one(tx, unit, nomor), "menghapus profil bacaan", dihapus=True)


def decisions(tabel: BacaanTabel, jawaban: Jawaban, tahun: int, triwulan: int | None) -> Arti:
    """What a person decided about its columns, and that those nobody understood are not used. What the reader
    understands by itself is left to it: it also looks at the titles of the next file."""
    twice = {j for j, many in Counter(same(k.judul) for k in tabel.kolom).items() if many > 1}
    found = []
    for kolom in tabel.kolom:
        meant = jawaban.get((tabel.lembar, kolom.sel, ARTI))
        if meant is None and (kolom.guna is Guna.TIDAK_DIPAHAMI or same(kolom.judul) in twice):
            meant = kolom.bidang if kolom.bidang and kolom.guna is Guna.DIPAKAI else TIDAK_DIPAKAI
        if meant is not None:
            found.append((template(kolom.judul, tahun, triwulan), template(meant, tahun, None)))
    return tuple(found)


# ---------------------------------------------------------------- inside


def _merged(old: Profil | None, decided: Arti) -> Arti:
    """What was decided before, of headings that nothing was decided about now, goes on."""
    now = {same(judul) for judul, _ in decided}
    return (*(pair for pair in (old.arti if old else ()) if same(pair[0]) not in now), *decided)


def _when(hasil: Hasil) -> tuple[int, int | None]:
    """Tahun and quarter that a file was read for."""
    return hasil.tahun, getattr(hasil, "triwulan", None)


def _place(hasil: Hasil) -> tuple[str, str | None]:
    """Unit and bagian that a file was read for."""
    return hasil.unit, getattr(hasil, "bagian", None)


def _require_upload(pengguna: Pengguna, jenis: str, unit: str, bagian: str | None) -> None:
    if jenis != REALISASI:
        pengguna.require(Izin.RENCANA, unit)
    elif bagian is not None or not pengguna.may_somewhere(Izin.UNGGAH, unit):
        pengguna.require(Izin.UNGGAH, unit, bagian)


def _profil(row: Mapping[str, Any]) -> Profil:
    arti = tuple((judul, bidang) for judul, bidang in json.loads(row["arti"]))
    return Profil(**{**row, "arti": arti})


def _one(tx: Transaction, unit: str, nomor: int) -> Profil:
    for one in all_of(tx, unit):
        if one.nomor == nomor:
            return one
    raise UserError("Profil itu sudah tidak ada. Muat ulang halamannya.")


def _next(tx: Transaction, unit: str) -> int:
    return int(tx.read("profil_nomor", unit=unit)["nomor"].item()) + 1


def _free(nama: str, tx: Transaction, unit: str, nomor: int) -> str:
    """The name, or with a number behind it when another profil has it."""
    taken = {same(p.nama) for p in all_of(tx, unit) if p.nomor != nomor} | {same(b.nama) for b in BAWAAN}
    tries = (nama if n == 1 else f"{nama} ({n})" for n in range(1, len(taken) + 2))
    return next(name for name in tries if same(name) not in taken)


def _tell(
    tx: Transaction, pengguna: Pengguna, unit: str, one: Profil, perbuatan: str, dihapus: bool = False, **told: Any
) -> None:
    """A next version of it, and who made it."""
    row = {
        "unit": unit, "nomor": one.nomor, "versi": one.versi + 1, "dihapus": dihapus, "jenis": one.jenis,
        "bagian": one.bagian, "nama": one.nama, "sidik": one.sidik, "arti": json.dumps(one.arti, ensure_ascii=False),
        "oleh": pengguna.akun, "pada": periode.now(),
    }  # fmt: skip
    tx.insert("profil", [row])
    used = [f"{judul}: {bidang}" for judul, bidang in one.arti if bidang != TIDAK_DIPAKAI]
    jejak.write(tx, pengguna.akun, perbuatan, f"{unit}/profil/{one.nomor}", **{"nama": one.nama, "arti": used, **told})
