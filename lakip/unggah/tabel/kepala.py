"""What a cell looks like to whoever looks for the headings of a sheet."""

import re
from collections.abc import Iterable

from lakip.unggah.berkas.lembar import Sel
from lakip.unggah.tabel import makna, waktu
from lakip.unggah.tabel.makna import Makna

PANJANG_JUDUL = 120  # letters of a heading; what is longer is a text


def text(sel: Sel) -> str:
    """Of a heading, with its broken words joined."""
    return waktu.joined(str(sel.nilai)) if isinstance(sel.nilai, str) else sel.teks


def heads(one: Makna) -> bool:
    """Whether a text by itself is one that heads a column."""
    when = (one.waktu.berkala, one.waktu.sebut, one.waktu.tahun, one.setahun, one.jangka)
    return one.paham and any((one.apa, one.cakupan, *when, one.unsur, one.persen, one.bagian, one.jumlah, one.versi))


def dated(sel: Sel) -> bool:
    one = makna.one(sel.teks)
    return one.apa is None and bool(one.waktu.berkala or one.waktu.tahun)


def is_heading_text(sel: Sel) -> bool:
    if isinstance(sel.nilai, str):
        figure = re.fullmatch(r"[\d.,\s%()-]{3,}", sel.teks) and not re.fullmatch(r"20\d\d", sel.teks)
        return len(sel.teks) <= PANJANG_JUDUL and not figure
    return isinstance(sel.nilai, (int, float)) and (2000 <= sel.nilai <= 2100 or sel.nilai in (1, 2, 3, 4))


def has_figures(cells: Iterable[Sel]) -> bool:
    """Headings are words, or years, or small numbers that count; any other number marks a row of data."""
    numbers = [s.nilai for s in cells if isinstance(s.nilai, (int, float)) and not isinstance(s.nilai, bool)]
    return any(not (2000 <= n <= 2100 or (float(n).is_integer() and 1 <= n <= 60)) for n in numbers)


def is_number(sel: Sel) -> bool:
    return isinstance(sel.nilai, (int, float)) and not isinstance(sel.nilai, bool)


def is_year(sel: Sel) -> bool:
    return isinstance(sel.nilai, (int, float)) and 2000 <= sel.nilai <= 2100


def is_digit(sel: Sel) -> bool:
    return re.fullmatch(r"[(\[]?\d{1,2}[a-z]?[)\]]?", sel.teks.strip()) is not None


def counts(cells: Iterable[Sel]) -> bool:
    """A row "(1) (2) (3)", also "3=2/1", "7 = 5+6" and "4a": it numbers the columns."""
    texts = [sel.teks.strip().strip("()[]").strip() for sel in sorted(cells, key=lambda s: s.kolom)]
    if len(texts) < 3:
        return False
    heads = [re.match(r"(\d{1,2})[a-z]?\s*(?:[.)]|(?:\s*\(?\s*[=:].*))?$", t) for t in texts]
    numbers = [int(m[1]) for m in heads if m]
    return len(numbers) == len(texts) and numbers == sorted(numbers) and len({*numbers}) > len(numbers) // 2
