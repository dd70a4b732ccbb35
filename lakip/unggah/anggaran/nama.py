"""Which code a row of a budget means: by its kode, or by its name in the nomenclature and the rows above it.

Offices write names with other spaces, hyphens, slashes and capitals; anything further off is asked, never guessed.
"""

import difflib
import re
from collections.abc import Mapping, Sequence

from lakip.anggaran import Kode
from lakip.validasi import nearest

DEKAT = 0.72
MAKS_DEKAT = 3
MAKS_SARAN = 100  # comparing names costs; a file with more unknown rows than that is another file
TINGKAT = {3: "program", 5: "kegiatan", 6: "sub_kegiatan"}  # by how many parts a code has

_NOMOR = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+", re.IGNORECASE)
_AWALAN = re.compile(r"^(program|subkegiatan|kegiatan)(?=.)")


def fold(nama: str) -> str:
    """What two spellings of one name have in common: "RKA- SKPD" and "RKA-SKPD", "Kabupaten / Kota" and with "/"."""
    text = _NOMOR.sub("", nama).casefold().replace("&", "dan")
    return _AWALAN.sub("", re.sub(r"[^0-9a-z%]+", "", text))


def squeeze(kode: str) -> str:
    """A code without spaces and closing dots."""
    return re.sub(r"\s+", "", kode).strip(".")


def new_code(kode: str, nama: str, nodes: Mapping[str, Kode]) -> Kode | None:
    """The code that a row brings in: well formed, named, and below one that is known. None: it cannot be one."""
    parts = kode.split(".")
    level = TINGKAT.get(len(parts))
    if level is None or not nama or not all(p.isdecimal() for p in parts):
        return None
    above = {"program": None, "kegiatan": ".".join(parts[:3]), "sub_kegiatan": ".".join(parts[:5])}[level]
    return Kode(kode, level, nama) if above is None or above in nodes else None


class Nomenklatur:
    """The codes of an edition, found by name."""

    def __init__(self, nodes: Mapping[str, Kode]) -> None:
        self.nodes: dict[str, Kode] = {}
        self._by_name: dict[str, list[Kode]] = {}
        self._asked = 0
        for node in nodes.values():
            self.add(node)

    def add(self, node: Kode) -> None:
        self.nodes[node.kode] = node
        self._by_name.setdefault(fold(node.nama), []).append(node)

    def find(self, nama: str, jalur: Kode | None) -> Sequence[Kode]:
        """The codes of that name: none, the one meant, or several that cannot be told apart.

        `jalur` is the node of the row above: a name that stands under several parents is the one below it.
        """
        named = self._by_name.get(fold(nama), [])
        if len(named) <= 1 or jalur is None:
            return named
        for induk in (jalur.kode, *self._above(jalur)):
            below = [n for n in named if n.is_below(induk)]
            if below:
                top = min(len(n.kode) for n in below)
                return [n for n in below if len(n.kode) == top]
        return named

    def near(self, nama: str, jalur: Kode | None) -> Sequence[Kode]:
        """Up to three codes whose names are alike, those near the row above first."""
        self._asked += 1
        if self._asked > MAKS_SARAN:
            return []
        close = difflib.get_close_matches(fold(nama[:300]), self._by_name, n=MAKS_DEKAT, cutoff=DEKAT)
        found = [node for name in close for node in self._by_name[name]]
        program = [*self._above(jalur), jalur.kode][0] if jalur else ""
        return sorted(found, key=lambda n: not n.is_below(program))[:MAKS_DEKAT]

    def four_digits(self, kode: str) -> Kode | None:
        """The sub kegiatan that a code of two digits has in the editions of four: 7.01.01.2.01.01 is ...0001."""
        head, _, tail = kode.rpartition(".")
        return self.nodes.get(f"{head}.{tail.zfill(4)}") if len(tail) == 2 else None

    def near_code(self, kode: str) -> Kode | None:
        """The code that a mistyped one resembles, or that one of two digits has in the editions of four."""
        if same := self.four_digits(kode):
            return same
        self._asked += 1
        near = nearest(kode[:40], self.nodes) if self._asked <= MAKS_SARAN else None
        return self.nodes[near] if near else None

    def _above(self, node: Kode) -> list[str]:
        """The codes above, the nearest first."""
        return sorted((k for k in self.nodes if node.is_below(k)), key=len, reverse=True)
