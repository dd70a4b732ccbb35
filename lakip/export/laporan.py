"""A report that is recorded: made from figures that are frozen first, kept whole, and made again from them.

One `Jenis` per kind of report says how its figures are gathered and how they become words. Everything else is the
same for all: the version, the potret with every marked figure, the archived file, the trail.
"""

import json
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from lakip import periode, sumber
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.export import beku, kop, kurang, word
from lakip.export.bahan import Bahan
from lakip.export.catatan import Potret, marks_of, record, settle, sidik
from lakip.export.kurang import Gap
from lakip.export.siap import Siap
from lakip.store import QUERIES, Store, Transaction, one_moment

B = TypeVar("B", bound=Bahan)
Lapor = Callable[[str], None]
Angka = dict[str, list[str]]

SEBUT = 3  # so many gaps are named in a sentence, the rest is counted
BENTUK = 1  # of the text of a potret; a new one is read beside the old
SIAP = 4  # so many reports are kept ready

# One report at a time is thought out; LibreOffice lays out the one before meanwhile. Each holds the interpreter: beside
# three of them a screen took 1.1 seconds where it takes 0.15 alone and 0.4 beside one.
_giliran = threading.Lock()


def _as_it_is(content: bytes) -> bytes:
    return content


@dataclass(frozen=True)
class Jenis(Generic[B]):
    """One kind of report.

    Attributes:
        kode: as in the table laporan.
        nama: as on the screen.
        kelas: the frozen dataclass of figures and facts; beku must be able to give it back.
        gather: (store, unit, tahun, periode, per, tanggal or None for the usual one) -> bahan.
        gaps: what the report lacks.
        compose: (bahan, versi) -> the frozen dataclass of the template, with the fields of kepala.Kepala. Reads
            nothing else. `id_potret`, `sidik_potret` and the emblem of the kop are left empty: they are filled when
            it is printed.
        templat: the .docx.
        sesudah: the last hand on the file, before it is archived (contents, page numbers). Called with the file.
    """

    kode: str
    nama: str
    kelas: type[B]
    gather: Callable[[Store, str, int, str, date, date | None], B]
    gaps: Callable[[B], Sequence[Gap]]
    compose: Callable[[B, int], Any]
    templat: Path
    sesudah: Callable[[bytes], bytes] = _as_it_is


@dataclass(frozen=True)
class Terbit:
    """A version on record, with its file. `baru`: made now; else it was there, and nothing it says has changed."""

    content: bytes
    versi: int
    final: bool
    oleh: str
    pada: datetime
    baru: bool = True


def build(
    store: Store,
    pengguna: Pengguna,
    jenis: Jenis[B],
    unit: str,
    tahun: int,
    kode_periode: str,
    per: date,
    tanggal: date | None = None,
    lapor: Lapor = lambda _: None,
    final: bool = False,
    menurut: Store | None = None,
) -> bytes:
    """Make, record and return the next version (.docx): final once the periode is approved and nothing is missing,
    a draft until then.

    Everybody else reads and writes meanwhile: only the saving of what was made holds the lock. It is saved when the
    record still stands as it was read; else it is read once more, and printed anew when it then says something else.
    So no version says less than the act before it in the trail, and none is final over a periode that was opened again.
    (Signing in, and what is changed about an account, are no such acts.)

    Args:
        per: as of which day quarters count as due.
        tanggal: the signing date; None: that of the approval, else `per`.
        lapor: told what is being done, for a progress display.
        final: refuse a draft.
        menurut: the record at a past moment (lakip.keadaan) to print from instead; always a draft, which says so.

    Raises:
        AccessError: without Izin.LAPORAN.
        UserError: what `gather` refuses; `final` was asked for and it would be a draft; the record never stood still.
    """
    pengguna.require(Izin.LAPORAN, unit)
    about = {"unit": unit, "tahun": tahun, "periode": kode_periode}
    return _build(store, pengguna, jenis, about, per, tanggal, lapor, final, menurut or store).content


def issue(
    store: Store,
    pengguna: Pengguna,
    jenis: Jenis[B],
    unit: str,
    tahun: int,
    kode_periode: str,
    per: date,
    tanggal: date | None = None,
    lapor: Lapor = lambda _: None,
    final: bool = False,
) -> Terbit:
    """As `build`, for whoever presses again: gives the newest version once more when this program made it and nothing
    that it says, nor the dates asked for, has changed since."""
    pengguna.require(Izin.LAPORAN, unit)
    about = {"unit": unit, "tahun": tahun, "periode": kode_periode}
    if _place(jenis, about) in _terakhir.get(store, {}):
        lapor("Membaca angka")
        bahan, nomor = _read(store, store, jenis, about, per, tanggal)
        known = _same(store, jenis, about, _print_of(jenis, bahan), nomor)
        content = store.original(known.sha256, ".docx") if known and (known.final or not final) else None
        if known and content is not None:
            return Terbit(content, nomor - 1, known.final, known.oleh, known.pada, baru=False)
    return _build(store, pengguna, jenis, about, per, tanggal, lapor, final, store)


def prepare(store: Store, jenis: Jenis[B], bahan: B) -> None:
    """Have the next version ready in memory before anybody asks for it; gives way when another is asked for. Records
    nothing."""
    about = {"unit": bahan.identitas.unit, "tahun": bahan.tahun, "periode": bahan.periode.kode}
    kunci = _print_of(jenis, bahan), _next(store, jenis, about)
    if _same(store, jenis, about, *kunci):
        return

    def make(check: Callable[[], None]) -> tuple[_Versi[Any], bytes]:
        baru = _frozen(jenis, bahan, kunci)
        for gambar in (part for part in _parts(baru.isi) if isinstance(part, word.Gambar)):
            check()
            if callable(gambar.png):
                gambar.png()
        check()
        return baru, _printed(store, jenis, bahan, baru.isi, baru.potret)

    _siap.prepare(kunci, make)


def give_way() -> None:
    """Let what is being prepared end early."""
    _siap.give_way()


def keep(
    store: Store,
    pengguna: Pengguna,
    jenis: Jenis[B],
    unit: str,
    tahun: int,
    kode_periode: str,
    per: date,
    tanggal: date | None = None,
) -> None:
    """Record the next draft as `build` does, and print nothing: `again` makes the file when somebody asks.

    For the example, whose drafts would take a minute to draw.
    """
    pengguna.require(Izin.LAPORAN, unit)
    about = {"unit": unit, "tahun": tahun, "periode": kode_periode}

    def look() -> _Versi[B]:
        bahan, nomor = _read(store, store, jenis, about, per, tanggal)
        return _frozen(jenis, bahan, ("", nomor))  # read once, so not compared

    def save(tx: Transaction, baru: _Versi[B]) -> None:
        record(store, tx, pengguna, about, _told(jenis, baru), baru.potret, baru.teks, None)

    settle(store, look, save)


def freeze(jenis: Jenis[B], bahan: B, versi: int, angka: Mapping[str, Sequence[str]]) -> str:
    """The text of a potret: the figures and settings, the rules by their hash, and each marked figure as printed."""
    head = {
        "bentuk": BENTUK,
        "jenis": jenis.kode,
        "versi": versi,
        "per": bahan.per.isoformat(),
        "tanggal": bahan.tanggal.isoformat(),
        "aturan": {path.name: sidik(path.read_text(encoding="utf-8")) for path in sorted(QUERIES.glob("[0-9]_*.sql"))},
        "angka": angka,
        "bahan": beku.susun(bahan),
    }
    return json.dumps(head, ensure_ascii=False, allow_nan=False)


def thaw(jenis: Jenis[B], text: str) -> tuple[B, int]:
    """The bahan and the version that a potret holds. Raises UserError for a potret of another kind."""
    head = json.loads(text)
    if head.get("bentuk") != BENTUK or head.get("jenis") != jenis.kode:
        raise UserError(f"Potret ini bukan potret {jenis.nama} yang dapat disusun ulang.")
    return beku.cairkan(json.dumps(head["bahan"]), jenis.kelas), int(head["versi"])


def again(store: Store, pengguna: Pengguna, jenis: Jenis[B], unit: str, id: str) -> bytes:
    """The report made once more from its potret: the same figures, whatever the record says now. Records nothing."""
    pengguna.require(Izin.LAPORAN, unit)
    rows = store.read("potret_satu", unit=unit, id=id).to_dicts()
    if not rows:
        raise UserError(f"Potret {id} tidak ada pada kantor ini.")
    text, kept = rows[0]["isi"], rows[0]["sha256"]
    if sidik(text) != kept:
        raise UserError(f"Potret {id} berubah sejak dibekukan. Pulihkan basis data dari cadangan sebelumnya.")
    bahan, versi = thaw(jenis, text)
    return _printed(store, jenis, bahan, jenis.compose(bahan, versi), Potret(id, kept))


def figures(isi: Any) -> Angka:
    """Every marked figure of a composed report: by code, each different way in which it is printed, in order."""
    found: Angka = {}
    for teks in (part for part in _parts(isi) if isinstance(part, str) and sumber.bertanda(part)):
        for kode, printed in sumber.potong(teks):
            if kode is not None and printed not in found.setdefault(kode, []):
                found[kode].append(printed)
    return found


# ---------------------------------------------------------------- inside

_Tempat = tuple[str, str, int, str]  # kind, unit, tahun, periode
_Kunci = tuple[str, int]  # the print of what a report is made of, and its version: all that it says hangs on these


@dataclass(frozen=True)
class _Versi(Generic[B]):
    """The next version before it is printed: what it is made of, what it says, and the text of its potret."""

    bahan: B
    isi: Any
    potret: Potret
    teks: str
    kunci: "_Kunci"

    @property
    def final(self) -> bool:
        return not self.isi.tanda_draf


def _why_draft(jenis: Jenis[B], baru: _Versi[B]) -> str:
    """The sentence of a report that cannot be final."""
    holding = kurang.holding(jenis.gaps(baru.bahan))
    missing = [f"{gap.hal}: {gap.keterangan.rstrip('.')}" for gap in holding[:SEBUT]]
    rest = f"; dan {len(holding) - SEBUT} lainnya" if len(holding) > SEBUT else ""
    listed = f" Yang belum lengkap: {'; '.join(missing)}{rest}." if missing else ""
    return f"{jenis.nama} ini belum dapat dijadikan final. {baru.isi.kalimat_pengesahan}{listed}"


@dataclass(frozen=True)
class _Terakhir:
    """The newest version of a report that this program made."""

    kunci: _Kunci
    sha256: str
    final: bool
    oleh: str
    pada: datetime


# In memory on purpose: a new program may print the same figures better.
_terakhir: WeakKeyDictionary[Store, dict[_Tempat, _Terakhir]] = WeakKeyDictionary()
_siap: Siap[_Kunci, tuple[_Versi[Any], bytes]] = Siap(SIAP)


def _build(
    store: Store,
    pengguna: Pengguna,
    jenis: Jenis[B],
    about: Mapping[str, Any],
    per: date,
    tanggal: date | None,
    lapor: Lapor,
    final: bool,
    source: Store,
) -> Terbit:
    baru: _Versi[B] | None = None
    content = b""
    pada = periode.now()

    def look() -> _Versi[B]:
        nonlocal baru, content
        lapor("Membaca angka")
        bahan, nomor = _read(store, source, jenis, about, per, tanggal)
        kunci = _print_of(jenis, bahan), nomor
        if baru is None or baru.kunci != kunci:
            baru, content = _made(store, jenis, bahan, kunci, final, lapor)
        lapor("Mencatat laporan")
        return baru

    def save(tx: Transaction, made: _Versi[B]) -> None:
        nonlocal pada
        pada = record(store, tx, pengguna, about, _told(jenis, made), made.potret, made.teks, content)

    made = settle(store, look, save)
    known = _Terakhir(made.kunci, sidik(content), made.final, pengguna.nama, pada)
    _terakhir.setdefault(store, {})[_place(jenis, about)] = known
    return Terbit(content, made.kunci[1], made.final, pengguna.nama, pada)


def _place(jenis: Jenis[Any], about: Mapping[str, Any]) -> _Tempat:
    return jenis.kode, about["unit"], about["tahun"], about["periode"]


def _same(store: Store, jenis: Jenis[Any], about: Mapping[str, Any], pokok: str, nomor: int) -> _Terakhir | None:
    """The version before `nomor`, when this program made it of the same."""
    known = _terakhir.get(store, {}).get(_place(jenis, about))
    return known if known is not None and known.kunci == (pokok, nomor - 1) else None


@one_moment()
def _read(
    store: Store, source: Store, jenis: Jenis[B], about: Mapping[str, Any], per: date, tanggal: date | None
) -> tuple[B, int]:
    """What the next version is made of, and its number."""
    with _giliran:
        nomor = _next(store, jenis, about)
        return jenis.gather(source, about["unit"], about["tahun"], about["periode"], per, tanggal), nomor


def _next(store: Store, jenis: Jenis[Any], about: Mapping[str, Any]) -> int:
    return int(store.read("laporan_versi", jenis=jenis.kode, **about)["versi"].item())


def _print_of(jenis: Jenis[B], bahan: B) -> str:
    return sidik(f"{jenis.kode} {beku.bekukan(bahan)}")


def _made(store: Store, jenis: Jenis[B], bahan: B, kunci: _Kunci, final: bool, lapor: Lapor) -> tuple[_Versi[B], bytes]:
    """The version and its file, made now or ready before. Raises UserError for a draft where `final` was asked for."""
    ready = _siap.take(kunci)
    baru = ready[0] if ready else _frozen(jenis, bahan, kunci)
    if final and not baru.final:
        raise UserError(_why_draft(jenis, baru))
    lapor("Mengisi templat Word")
    return baru, ready[1] if ready else _printed(store, jenis, bahan, baru.isi, baru.potret)


def _frozen(jenis: Jenis[B], bahan: B, kunci: _Kunci) -> _Versi[B]:
    nomor = kunci[1]
    with _giliran:
        isi = jenis.compose(bahan, nomor)
        text = freeze(jenis, bahan, nomor, figures(isi))
    return _Versi(bahan, isi, Potret(uuid.uuid4().hex, sidik(text)), text, kunci)


def _printed(store: Store, jenis: Jenis[Any], bahan: Any, isi: Any, potret: Potret) -> bytes:
    cover = kop.with_emblem(store, bahan.identitas.unit, isi.kop, bahan.lambang)
    named = replace(isi, kop=cover, id_potret=potret.id, sidik_potret=potret.sidik)
    with _giliran:
        filled = word.render(jenis.templat, named, marks_of(store, potret, jenis.kode))
    return jenis.sesudah(filled)


def _parts(value: Any) -> Iterator[Any]:
    """It, and everything that it is made of, however deep, in order."""
    todo = [value]
    while todo:
        one = todo.pop()
        yield one
        if isinstance(one, str | bytes):  # most of them
            continue
        if is_dataclass(one):
            todo += [getattr(one, field.name) for field in reversed(fields(one))]
        elif isinstance(one, Mapping):
            todo += reversed([*one.values()])
        elif isinstance(one, Sequence):
            todo += reversed(one)


def _told(jenis: Jenis[Any], baru: _Versi[Any]) -> dict[str, Any]:
    return {"jenis": jenis.kode, "versi": baru.kunci[1], "final": baru.final}
