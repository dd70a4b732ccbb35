"""Whether the record is what was written: every table, act and file, the anchor, the rules. Changes nothing."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from weakref import WeakKeyDictionary

from lakip import jejak, periode
from lakip.errors import UserError
from lakip.formatting import angka, waktu
from lakip.periode import PERIODE
from lakip.store import Store, one_moment
from lakip.utuh import arsip, jam, kunci, mulai, segel
from lakip.utuh.kata import rows, whose

TAK_DISEBUT = "tidak disebut catatan mana pun"
Lapor = Callable[[str], None]
Temuan = Iterator[str]


@dataclass(frozen=True)
class Hasil:
    """`temuan`: a sentence each, what and where; empty: whole. `diterima`: those that an admin has accepted before.
    `catatan`: worth knowing, nothing wrong."""

    temuan: tuple[str, ...]
    diterima: tuple[str, ...]
    catatan: tuple[str, ...]
    perbuatan: int
    tabel: int
    berkas: int
    detik: float
    pada: datetime

    @property
    def kalimat(self) -> str:
        """The verdict of a record that is whole."""
        also = f" {len(self.diterima)} temuan lama pernah diterima admin." if self.diterima else ""
        return (
            f"Utuh: {self.perbuatan} baris jejak bersambung, setiap baris dari {self.tabel} tabel seperti disegel, dan "
            f"setiap berkas asli di arsip ({self.berkas}) sama dengan ketika diunggah; diperiksa dalam "
            f"{angka(Decimal(self.detik), 1)} detik.{also}"
        )


_terakhir: WeakKeyDictionary[Store, Hasil] = WeakKeyDictionary()


def last(store: Store) -> Hasil | None:
    """What the last look of this process found."""
    return _terakhir.get(store)


@one_moment()
def check(store: Store, lapor: Lapor = lambda _: None) -> Hasil:
    """Look at everything; `lapor` hears what is being looked at."""
    begun = time.monotonic()
    found: list[str] = []
    for what, look in BAGIAN.items():
        lapor(what)
        try:
            found += look(store)
        except UserError as damaged:
            found.append(str(damaged))
    try:
        accepted, notes = _accepted(store), (*_misdated(store), *_left(store))
        acts = store.read("jejak_ujung", sejak=0).height
    except UserError:  # the trail is damaged, which is among what was found
        accepted, notes, acts = set(), (), 0
    _terakhir[store] = hasil = Hasil(
        temuan=tuple(f for f in dict.fromkeys(found) if f not in accepted),
        diterima=tuple(f for f in dict.fromkeys(found) if f in accepted),
        catatan=notes,
        perbuatan=acts,
        tabel=len(store.tables - segel.TANPA),
        berkas=len(_files(store)),
        detik=time.monotonic() - begun,
        pada=periode.now(),
    )
    return hasil


# ---------------------------------------------------------------- inside


def _rules(store: Store) -> Temuan:
    yield from dict.fromkeys([*store.pesan, *store.rules_differ()])


def _chain(store: Store) -> Temuan:
    yield from jejak.check(store)


def _signs(store: Store) -> Temuan:
    """Acts since the seals began must bear the sign of the key; and what an act sealed must be what it says it was."""
    key = kunci.own()
    sealed: dict[int, dict[str, tuple[bool, list[int]]]] = {}
    for row in store.read("segel_semua").iter_rows(named=True):
        sealed.setdefault(row["jejak"], {})[row["tabel"]] = (row["penuh"], row["sidik"])
    foreign: list[int] = []
    begun = False
    for row in store.read("jejak_semua").iter_rows(named=True):
        nomor, of_act = row["nomor"], sealed.pop(row["nomor"], None)
        if (segel.digest(of_act) if of_act else None) != row["segel"]:
            yield f"Segel perbuatan nomor {nomor} ({whose(row)}) diubah atau dihapus."
        begun = begun or row["tanda"] is not None
        if not begun or key is None or key.signed(row["hash"], row["tanda"]):
            continue
        if row["tanda"] and row["tanda"].partition(":")[0] != key.nama:
            foreign.append(nomor)
        else:
            yield f"Perbuatan nomor {nomor} ({whose(row)}) tidak ditandatangani aplikasi ini."
    if foreign:
        yield f"{len(foreign)} perbuatan, nomor {foreign[0]} sampai {foreign[-1]}, ditandatangani kunci lain."
    for nomor, of_act in sealed.items():
        yield f"Ada segel untuk perbuatan nomor {nomor} yang tidak ada ({', '.join(sorted(of_act))})."


def _tables(store: Store) -> Temuan:
    for table in sorted(store.tables - segel.TANPA):
        try:
            beda = store.seals_differ(table)
        except UserError as damaged:
            yield str(damaged)
            continue
        if beda is not None:
            yield from rows(store, beda)


def _anchor(store: Store) -> Temuan:
    if store.folder is not None:
        yield from mulai.missing(store)
        if kunci.own() is None:
            yield mulai.TANPA_KUNCI.format(kunci.path())


def _potret(store: Store) -> Temuan:
    for row in store.read("potret_semua").iter_rows(named=True):
        what = f"{PERIODE[row['periode']].label(row['tahun'])}" if row["periode"] in PERIODE else row["periode"]
        yield f"Potret {row['id']} ({what}, oleh {row['oleh']}, {waktu(row['pada'])}) berubah sejak dibekukan."


def _archive(store: Store) -> Temuan:
    yield from jejak.check_archive(store)
    yield from (f"Berkas {name} di folder arsip {TAK_DISEBUT}." for name, whole in _strays(store) if not whole)


def _left(store: Store) -> Temuan:
    """What a kill between an original and its row leaves: nobody was told that it is kept."""
    for name, whole in _strays(store):
        if whole:
            yield f"Berkas {name} di folder arsip {TAK_DISEBUT}: unggahan yang terputus sebelum tersimpan."


def _strays(store: Store) -> Iterator[tuple[str, bool]]:
    """Files of the archive that no row names, and whether each is called by its own sha256, as the program does."""
    if store.folder is None:
        return
    known = set(store.read("arsip_semua")["sha256"])
    for name in _files(store):
        sidik = name.partition(".")[0]
        if sidik not in known:
            yield name, arsip.read(store.folder / "arsip" / name, sidik) is not None


def _orphans(store: Store) -> Temuan:
    for row in store.read("yatim").iter_rows(named=True):
        yield f"Tabel {row['tabel']}: {row['baris']} baris menunjuk {row['kolom']} “{row['id']}” yang tidak ada."


def _files(store: Store) -> list[str]:
    folder = store.folder / "arsip" if store.folder else None
    return sorted(p.name for p in folder.iterdir() if p.suffix != ".tmp") if folder and folder.is_dir() else []


def _accepted(store: Store) -> set[str]:
    """The findings that an admin let the record go on with, out of acts that are signed and whole."""
    key = kunci.own()
    acts = store.read("jejak_diterima").iter_rows(named=True)
    signed = [act for act in acts if key is None or key.signed(act["hash"], act["tanda"])]
    return {said for act in signed for said in json.loads(act["rincian"])["temuan"]}


def _misdated(store: Store) -> Temuan:
    for act in jam.misdated(store):
        yield (
            f"Perbuatan nomor {act['nomor']} ({whose(act)}) bertanggal sesudah perbuatan yang menyusulnya "
            f"({waktu(act['sesudahnya'])}): jam komputer waktu itu salah, dan barisnya berlaku menurut tanggal itu."
        )


BAGIAN: dict[str, Callable[[Store], Temuan]] = {
    "Memeriksa jangkar": _anchor,  # first: what it names, the moment that is read afterwards holds
    "Memeriksa aturan": _rules,
    "Memeriksa jejak": _chain,
    "Memeriksa segel": _signs,
    "Memeriksa tabel": _tables,
    "Memeriksa potret": _potret,
    "Memeriksa berkas di arsip": _archive,
    "Memeriksa rujukan": _orphans,
}
