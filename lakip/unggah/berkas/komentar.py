"""Notes that are pinned to cells: what is kept of one in any format, and the parts of an .xlsx that hold them."""

from collections.abc import Iterable, Mapping

from lakip.berkas.aliran import Arsip, TooLargeError
from lakip.unggah.berkas.lembar import Anggaran, position

PANJANG = 200  # letters of one that are shown
MAKS, MAKS_HURUF = 10_000, 5_000
DARI_KAMI = "Temuan Lakip:"  # how a note of a marked copy begins; it may come back with the file
SEMULA = "Komentar semula:"  # what stood there before
JENIS = ("comments", "threadedComment")

Komentar = Mapping[tuple[int, int], str]
"""(row, column) -> text."""


def kept(teks: str) -> str:
    """On one line, without what the program itself wrote there."""
    if teks.lstrip().startswith(DARI_KAMI):
        teks = teks.partition(SEMULA)[2]
    flat = " ".join(teks.split())
    return flat if len(flat) <= PANJANG else f"{flat[: PANJANG - 1]}…"


def read(arsip: Arsip, bagian: Iterable[tuple[str, str]], anggaran: Anggaran) -> dict[tuple[int, int], str]:
    """The notes of one sheet. `bagian`: (kind, path) of what the sheet points to. A thread replaces the note that
    older programs are shown in its place.
    """
    found: dict[tuple[int, int], str] = {}
    for _, path in sorted(one for one in bagian if one[0] in JENIS and one[1] in arsip):
        reader = _Pembaca(anggaran)
        arsip.parse(path, reader.start, reader.end, reader.text)
        found |= {place: text for place, whole in reader.found.items() if (text := kept(whole))}
    return found


class _Pembaca:
    def __init__(self, anggaran: Anggaran) -> None:
        self.found: dict[tuple[int, int], str] = {}
        self._anggaran, self._left, self._place, self._inside = anggaran, MAKS, (0, 0), False

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if tag in ("comment", "threadedComment"):
            self._place = position(attrs.get("ref", ""))
            self._left -= 1
            if self._left < 0:
                raise TooLargeError
            self._add(" / ")  # an answer in a thread
            self.found.setdefault(self._place, "")
        self._inside = self._inside or tag == "text"

    def end(self, tag: str) -> None:
        self._inside = self._inside and tag != "text"

    def text(self, data: str) -> None:
        if self._inside:
            self._add(self._anggaran.take(data))

    def _add(self, text: str) -> None:
        if self._place in self.found and len(self.found[self._place]) < MAKS_HURUF:
            self.found[self._place] += text
