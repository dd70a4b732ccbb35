"""Marked figures held against each other: what was edited, what is gone, what the record says otherwise."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lakip import sumber
from lakip.export.tanda import Tanda


@dataclass(frozen=True)
class Beda:
    """One figure that differs: as frozen, as found, and where. None: it is not there."""

    kode: str
    lama: str | None
    baru: str | None
    tempat: str


def edits(
    expected: Sequence[Tanda], found: Sequence[Tanda], angka: Mapping[str, Sequence[str]]
) -> tuple[tuple[Beda, ...], tuple[Beda, ...]]:
    """What was edited, and what is gone. Of one code, what is too much and what is too little go together."""
    frozen = {sumber.tag(kode): texts for kode, texts in angka.items()}
    edited = list(_beside(expected, found))
    gone: list[Beda] = []
    printed, present = _by_kode(expected), _by_kode(found)
    for kode in dict.fromkeys((*present, *printed)):
        old = _less(printed.get(kode, []), present.get(kode, []))
        more = _less(present.get(kode, []), printed.get(kode, []))
        # A true figure in another place is an edit where it stands instead of one; it is none where it was copied.
        where = {m.tempat for m in old}
        new = [m for m in more if m.teks not in frozen.get(kode, ()) or m.tempat in where]
        was = frozen.get(kode, (None,))[0]
        edited += [Beda(kode, _instead_of(m, old) or was, m.teks, m.tempat) for m in new]
        gone += [Beda(kode, m.teks, None, m.tempat) for m in old]
    return tuple(edited), tuple(gone)


def _instead_of(mark: Tanda, old: list[Tanda]) -> str | None:
    """Takes out what was printed where the mark stands, else the first that is left."""
    if not old:
        return None
    return old.pop(next((n for n, one in enumerate(old) if one.tempat == mark.tempat), 0)).teks


def _beside(expected: Sequence[Tanda], found: Sequence[Tanda]) -> Iterable[Beda]:
    """Figures that still stand, in a cell where something else was typed beside them."""
    printed = {(m.kode, m.teks, m.tempat): m.lain for m in expected if m.sel}
    for mark in found:
        if mark.lain and printed.get((mark.kode, mark.teks, mark.tempat)) == "":
            yield Beda(mark.kode, mark.teks, mark.sel, mark.tempat)


def _by_kode(marks: Iterable[Tanda]) -> dict[str, list[Tanda]]:
    found: dict[str, list[Tanda]] = {}
    for mark in marks:
        found.setdefault(mark.kode, []).append(mark)
    return found


def _less(marks: Sequence[Tanda], without: Sequence[Tanda]) -> list[Tanda]:
    """The marks that have no mark of the same text in the other list; one in the same place goes first."""
    same = Counter((mark.teks, mark.tempat) for mark in without)
    rest = [mark for mark in marks if not _take(same, (mark.teks, mark.tempat))]
    left = Counter(teks for teks, _ in same.elements())
    return [mark for mark in rest if not _take(left, mark.teks)]


def _take(left: Counter[Any], one: Any) -> bool:
    if left[one] <= 0:
        return False
    left[one] -= 1
    return True


def changes(
    then: Mapping[str, Sequence[str]],
    now: Mapping[str, Sequence[str]],
    printed: Mapping[str, Sequence[str]],
    marks: Sequence[Tanda],
) -> tuple[Beda, ...]:
    """What `now` says otherwise than `then`; named as it was printed, and where it stands."""
    where = {mark.kode: mark.tempat for mark in reversed(marks)}
    return tuple(
        Beda(kode, _first(printed, kode) or _first(then, kode), _first(now, kode), where.get(sumber.tag(kode), ""))
        for kode in dict.fromkeys((*then, *now))
        if set(then.get(kode, ())) != set(now.get(kode, ()))
    )


def _first(angka: Mapping[str, Sequence[str]], kode: str) -> str | None:
    return angka[kode][0] if kode in angka else None
