"""A report that is recorded: made from figures that are frozen first, kept whole, and made again from them.

One `Jenis` per kind of report says how its figures are gathered and how they become words. Everything else is the
same for all: the version, the potret with every marked figure, the archived file, the trail.
"""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from lakip import jejak, periode, sumber
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.export import beku, kop, kurang, word
from lakip.export.bahan import Bahan
from lakip.export.kurang import Gap
from lakip.store import QUERIES, Store, Transaction

B = TypeVar("B", bound=Bahan)
Lapor = Callable[[str], None]
Angka = dict[str, list[str]]

SEBUT = 3  # so many gaps are named in a sentence, the rest is counted
BENTUK = 1  # of the text of a potret; a new one is read beside the old
SIFAT_POTRET, SIFAT_SIDIK, SIFAT_JENIS = "LakipPotret", "LakipSidikPotret", "LakipJenis"


def _as_it_is(content: bytes) -> bytes:
    return content


@dataclass(frozen=True)
class Potret:
    """The frozen figures of one report."""

    id: str
    sidik: str


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

    Args:
        per: as of which day quarters count as due.
        tanggal: the signing date; None: that of the approval, else `per`.
        lapor: told what is being done, for a progress display.
        final: refuse a draft.
        menurut: the record at a past moment (lakip.keadaan) to print from instead; always a draft, which says so.

    Raises:
        AccessError: without Izin.LAPORAN.
        UserError: what `gather` refuses; `final` was asked for and it would be a draft.
    """
    pengguna.require(Izin.LAPORAN, unit)
    about = {"unit": unit, "tahun": tahun, "periode": kode_periode}
    # Writers wait meanwhile, so figures, potret and version belong together.
    with store.transaction() as tx:
        lapor("Membaca angka")
        baru = _frozen(menurut or store, tx, jenis, about, per, tanggal)
        if final and not baru.final:
            raise UserError(_why_draft(jenis, baru))
        lapor("Mengisi templat Word")
        content = _printed(store, jenis, baru.bahan, baru.isi, baru.potret)
        lapor("Mencatat laporan")
        record(store, tx, pengguna, about, _told(jenis, baru), baru.potret, baru.teks, content)
    return content


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
    with store.transaction() as tx:
        baru = _frozen(store, tx, jenis, about, per, tanggal)
        record(store, tx, pengguna, about, _told(jenis, baru), baru.potret, baru.teks, None)


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
        "bahan": json.loads(beku.bekukan(bahan)),
    }
    return json.dumps(head, ensure_ascii=False)


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
    for teks in _texts(isi):
        for kode, printed in sumber.potong(teks):
            if kode is not None and printed not in found.setdefault(kode, []):
                found[kode].append(printed)
    return found


def record(
    store: Store,
    tx: Transaction,
    pengguna: Pengguna,
    about: Mapping[str, Any],
    said: Mapping[str, Any],
    potret: Potret,
    teks: str,
    content: bytes | None,
) -> None:
    """The archive first, then potret, laporan and trail in the transaction. What was not printed has no hash.

    Args:
        about: unit, tahun, periode.
        said: jenis, versi, final.
        teks: of the potret.
    """
    sha256 = ""
    if content is not None:
        sha256 = sidik(content)
        store.archive(sha256, ".docx", content)
    base = {**about, "oleh": pengguna.akun, "pada": periode.now()}
    tx.insert("potret", [{**base, "id": potret.id, "isi": teks, "sha256": potret.sidik}])
    tx.insert("laporan", [{**base, **said, "sha256": sha256, "id": uuid.uuid4().hex, "potret": potret.id}])
    objek = f"laporan:{about['tahun']}:{about['periode']}"
    rincian = {"unit": about["unit"], **said, "sha256": sha256, "sidik_potret": potret.sidik}
    jejak.write(tx, pengguna.akun, "menyusun laporan", objek, **rincian)


def marks_of(potret: Potret, jenis: str) -> dict[str, str]:
    """What a file says about itself, so that it is found again."""
    return {SIFAT_POTRET: potret.id, SIFAT_SIDIK: potret.sidik, SIFAT_JENIS: jenis}


def sidik(content: str | bytes) -> str:
    """The SHA-256, as text."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


# ---------------------------------------------------------------- inside


@dataclass(frozen=True)
class _Versi(Generic[B]):
    """The next version before it is printed: what it is made of, what it says, and the text of its potret."""

    bahan: B
    isi: Any
    nomor: int
    potret: Potret
    teks: str

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


def _frozen(
    store: Store, tx: Transaction, jenis: Jenis[B], about: Mapping[str, Any], per: date, tanggal: date | None
) -> _Versi[B]:
    bahan = jenis.gather(store, about["unit"], about["tahun"], about["periode"], per, tanggal)
    versi = int(tx.read("laporan_versi", jenis=jenis.kode, **about)["versi"].item())
    isi = jenis.compose(bahan, versi)
    text = freeze(jenis, bahan, versi, figures(isi))
    return _Versi(bahan, isi, versi, Potret(uuid.uuid4().hex, sidik(text)), text)


def _printed(store: Store, jenis: Jenis[Any], bahan: Any, isi: Any, potret: Potret) -> bytes:
    cover = kop.with_emblem(store, bahan.identitas.unit, isi.kop, bahan.lambang)
    named = replace(isi, kop=cover, id_potret=potret.id, sidik_potret=potret.sidik)
    return jenis.sesudah(word.render(jenis.templat, named, marks_of(potret, jenis.kode)))


def _texts(value: Any) -> Iterator[str]:
    """Every marked text, however deep."""
    if isinstance(value, str):
        if sumber.bertanda(value):
            yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, Sequence) and not isinstance(value, bytes):
        for inner in value:
            yield from _texts(inner)


def _told(jenis: Jenis[Any], baru: _Versi[Any]) -> dict[str, Any]:
    return {"jenis": jenis.kode, "versi": baru.nomor, "final": baru.final}
