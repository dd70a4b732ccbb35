"""The styles of an .ods: number formats in the spelling of Excel, what is struck through, raised letters."""

import contextlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from lakip.berkas.aliran import Arsip, TooLargeError

MAKS_GAYA = 100_000
MAKS_INDUK = 10
MAKS_DESIMAL = 30
ANGKA = {"number-style": "", "currency-style": "", "percentage-style": "%"}
LAIN = {"date-style": "dd/mm/yyyy", "time-style": "h:mm", "text-style": "@", "boolean-style": "General"}
POSITIF = (">=0", ">0")


class _BodyError(Exception):
    """The styles are over."""


@dataclass
class _Satu:
    """What one style says itself; None where it leaves that to its parent."""

    induk: str | None = None
    angka: str | None = None
    coret: bool | None = None
    atas: bool | None = None
    tampil: bool | None = None


@dataclass(frozen=True)
class Tampak:
    """What a style comes to with its parents."""

    format: str = "General"
    coret: bool | None = None
    atas: bool = False
    tampil: bool = True


@dataclass
class Gaya:
    """Collected by `read`, out of both parts that hold styles; asked by `of`."""

    satu: dict[tuple[str, str], _Satu] = field(default_factory=dict)
    angka: dict[str, str] = field(default_factory=dict)
    peta: dict[str, str] = field(default_factory=dict)  # the style of positive numbers, of one that tells them apart
    _kini: _Satu | None = None
    _kode: str = ""
    _persen: str = ""
    _tahu: dict[tuple[str, str], Tampak] = field(default_factory=dict)

    def read(self, arsip: Arsip, part: str) -> None:
        """Take the styles of one part; what follows them there is not even looked at."""
        if part in arsip:
            with contextlib.suppress(_BodyError):
                arsip.parse(part, self.start)

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        if tag == "body":
            raise _BodyError
        if tag == "style":
            self._open(attrs)
        elif tag in ANGKA or tag in LAIN:
            self._kode, self._persen = attrs.get("style:name", ""), ANGKA.get(tag, "")
            self._keep(self.angka, LAIN.get(tag, "General"))
        elif tag == "number":
            self._keep(self.angka, _code(attrs, self._persen))
        elif tag == "map" and attrs.get("style:condition", "").replace(" ", "").endswith(POSITIF):
            self._keep(self.peta, attrs.get("style:apply-style-name", ""))
        elif self._kini is None:
            return
        elif tag == "text-properties":
            self._letters(self._kini, attrs)
        elif tag == "table-properties":
            self._kini.tampil = attrs.get("table:display") != "false"

    def span(self, name: str, around: Tampak | None) -> Tampak:
        """The letters of a span within another, or within the cell."""
        found = self.of("text", name)
        if around is None:
            return found
        return Tampak(coret=around.coret if found.coret is None else found.coret, atas=found.atas or around.atas)

    def of(self, family: str, name: str) -> Tampak:
        """What shows of a cell (family table-cell), a span (text) or a sheet (table)."""
        found = self._tahu.get((family, name))
        if found is None:
            found = self._tahu[family, name] = self._resolved(family, name)
        return found

    def _open(self, attrs: Mapping[str, str]) -> None:
        self._kini = _Satu(attrs.get("style:parent-style-name"), attrs.get("style:data-style-name"))
        self.satu[attrs.get("style:family", ""), attrs.get("style:name", "")] = self._kini
        if len(self.satu) > MAKS_GAYA:
            raise TooLargeError

    def _keep(self, where: dict[str, str], what: str) -> None:
        where[self._kode] = what
        if len(where) > MAKS_GAYA:
            raise TooLargeError

    @staticmethod
    def _letters(style: _Satu, attrs: Mapping[str, str]) -> None:
        line = attrs.get("style:text-line-through-style") or attrs.get("style:text-line-through-type")
        if line is not None:
            style.coret = line != "none"
        place = attrs.get("style:text-position")
        if place is not None:
            style.atas = place.startswith("super") or place[:1] in set("123456789")

    def _resolved(self, family: str, name: str) -> Tampak:
        chain: list[_Satu] = []
        wanted: str | None = name
        while wanted and len(chain) < MAKS_INDUK and (one := self.satu.get((family, wanted))):
            chain.append(one)
            wanted = one.induk
        angka = next((one.angka for one in chain if one.angka), "")
        return Tampak(
            self.angka.get(self.peta.get(angka, angka), "General"),
            next((one.coret for one in chain if one.coret is not None), None),
            next((one.atas for one in chain if one.atas is not None), False),
            next((one.tampil for one in chain if one.tampil is not None), True),
        )


def _code(attrs: Mapping[str, str], percent: str) -> str:
    decimals, factor = attrs.get("number:decimal-places"), float(attrs.get("number:display-factor", 1))
    if decimals is None and not percent and factor == 1:
        return "General"
    whole = "#,##0" if attrs.get("number:grouping") == "true" else "0"
    places = min(int(decimals or 0), MAKS_DESIMAL)
    thousands = round(math.log(factor, 1000)) if factor >= 1000 and math.isfinite(factor) else 0
    return whole + (f".{'0' * places}" if places > 0 else "") + "," * thousands + percent
