"""Workbooks and Word templates, each damaged in one of many ways: what comes of it is a reading or a sentence, soon.

Bytes are flipped, cut, repeated; in the parts of a zip numbers, tags and texts are exchanged; cells get what no form
asks for. Never an error that is no sentence, never more than so much work and memory.
"""

import io
import os
import random
import re
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import contoh_siap
import openpyxl
from berkas_format import ods, xls
from berkas_jahat import pack
from juri import Unggahan, reader
from korpus.hakim import bersama, made
from korpus.semua import SEMUA

from lakip.errors import UserError
from lakip.export import pilihan, word
from lakip.unggah.berkas import salinan

MAKS_DETIK, MAKS_MB = 10.0, 400  # of work, the reader of .xls included; beyond what the process held before
TIAP = 12  # every so many of the corpus
TEMPLAT = Path(word.__file__).parent / "templates"
NILAI = (
    "0", "-1", "1e400", "NaN", "99999999999999999999", "2147483648", "", "A1:XFD1048576", "#REF!", "&amp;", "\u202e",
    "x" * 5000, "{{ 7*7 }}", "{% for a in b %}", "../../etc", "=cmd()", "true", "\uffff", "İ", "9" * 400,
)  # fmt: skip

Try = Callable[[bytes], object]


@dataclass(frozen=True)
class Dasar:
    """A whole file, and what is done with it when it is brought."""

    nama: str
    content: bytes
    coba: Try


def main(count: int, seed: int) -> list[str]:
    """Try so many, and print what came of it. What was found wrong."""
    start = time.perf_counter()
    found, came = run(count, seed, lambda done: print(f"  {done} dari {count}", flush=True))
    said = ", ".join(f"{n} {what}" for what, n in came.most_common())
    print(f"{count} berkas dalam {(time.perf_counter() - start) / 60:.1f} menit: {said}")
    print("\n".join(found) if found else "Setiap berkas berakhir dengan bacaan atau sebuah kalimat.")
    return found


def run(count: int, seed: int, tell: Callable[[int], object] = lambda _: None) -> tuple[list[str], Counter[str]]:
    """What was found wrong, each with the number that tries it again; and what became of all of them."""
    files, found = bases(), []
    came: Counter[str] = Counter()
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        base = files[number % len(files)]
        how, content = damaged(base.content, chance)
        said, wrong = tried(base.coba, content)
        came[said] += 1
        found += [f"{seed}/{number} {base.nama}, {how}: {wrong}"] if wrong else []
        if (number + 1) % 500 == 0:
            tell(number + 1)
    return found, came


def tried(coba: Try, content: bytes) -> tuple[str, str]:
    """What came of it, and what is wrong with that; "" for nothing."""
    before, began = _megabytes("VmRSS"), _work()
    _forget_peak()
    try:
        said = "dibaca" if coba(content) is not None else "dilewati"
        wrong = ""
    except UserError as error:
        said, wrong = "ditolak dengan kalimat", "" if str(error).strip() else "kalimat kosong"
    except Exception as error:
        place = error.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else ""
        said, wrong = "galat", f"{type(error).__name__}: {str(error)[:200]} ({where})"
    took, grown = _work() - began, _megabytes("VmHWM") - before
    if took > MAKS_DETIK or grown > MAKS_MB:
        wrong = f"{wrong} {took:.1f} detik, {grown:.0f} MB".strip()
    return said, wrong


# ---------------------------------------------------------------- what there is to damage


@cache
def bases() -> tuple[Dasar, ...]:
    return tuple([one for pair in zip(_workbooks(), _documents() * 40, strict=False) for one in pair])


def _workbooks() -> list[Dasar]:
    """Layouts of the corpus, each as it is and in another format."""
    found = []
    for number, satu in enumerate(SEMUA[::TIAP]):
        _, unggahan = made(satu)
        found.append(Dasar(satu.id, unggahan.content, _reading(satu.belanja, unggahan)))
        if unggahan.nama.endswith(".xlsx"):
            rows = _rows(unggahan.content)
            write, suffix = ((ods, "ods"), (xls, "xls"), (_csv, "csv"))[number % 3]
            other = replace(unggahan, content=write(rows), nama=f"berkas.{suffix}")
            found.append(Dasar(f"{satu.id} sebagai {suffix}", other.content, _reading(satu.belanja, other)))
    return found


def _reading(belanja: bool, unggahan: Unggahan) -> Try:
    """Read it, and mark the cells of what was found in a copy, as the screen does."""

    def read(content: bytes) -> object:
        hasil = reader(bersama(belanja), replace(unggahan, content=content))({})
        if hasil.temuan:
            salinan.marked_copy(content, unggahan.nama, hasil.temuan)
        return hasil

    return read


def _rows(content: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    return [
        [v if v is None or isinstance(v, int | float) else str(v) for v in row]
        for row in sheet.iter_rows(values_only=True)
    ]


def _csv(rows: list[list[Any]]) -> bytes:
    return "\n".join(";".join("" if v is None else str(v) for v in row) for row in rows).encode()


def _documents() -> list[Dasar]:
    """Each template: what it asks for; and the one of the quarter filled with the example."""
    found = [Dasar(path.name, path.read_bytes(), word.variables) for path in sorted(TEMPLAT.glob("*.docx"))]
    jenis = pilihan.of("TW3")
    isi = jenis.compose(contoh_siap.gathered(2026, "TW3"), 1)
    return [*found, Dasar("laporan triwulan terisi", jenis.templat.read_bytes(), lambda c: word.render(c, isi))]


# ---------------------------------------------------------------- how


def damaged(content: bytes, chance: random.Random) -> tuple[str, bytes]:
    """What was done, and the file afterwards."""
    ways = [flipped, cut, repeated]
    if content.startswith(b"PK"):
        ways += [in_part] * 6 + [without_part]
    elif not content.startswith(b"\xd0\xcf"):
        ways += [in_text] * 6
    way = chance.choice(ways)
    return way.__name__, way(content, chance)


def flipped(content: bytes, chance: random.Random) -> bytes:
    out = bytearray(content)
    for _ in range(chance.choice((1, 2, 8, 64))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def repeated(content: bytes, chance: random.Random) -> bytes:
    begin = chance.randrange(len(content))
    piece = content[begin : begin + chance.choice((1, 16, 4096))]
    return content[:begin] + piece * chance.choice((2, 50)) + content[begin:]


def in_part(content: bytes, chance: random.Random) -> bytes:
    """Some places in the text of one part."""
    parts = dict(_parts(content))
    texts = [name for name in parts if name.endswith((".xml", ".rels"))]
    name = chance.choice(texts or [*parts])
    parts[name] = in_text(parts[name], chance)
    return pack(parts)  # type: ignore[arg-type]


def without_part(content: bytes, chance: random.Random) -> bytes:
    parts = dict(_parts(content))
    parts.pop(chance.choice([*parts]))
    return pack(parts)  # type: ignore[arg-type]


def in_text(content: bytes, chance: random.Random) -> bytes:
    """A number, a value or a name becomes another; a tag is lost, doubled or moved."""
    text = content.decode("utf-8", "replace")
    for _ in range(chance.choice((1, 1, 3))):
        found = [*re.finditer(chance.choice((r"\d+", r'"[^"]*"', r">[^<]+<", r"<[^>]*>", r"\w+")), text)]
        if not found:
            continue
        one = chance.choice(found)
        piece = one[0]
        inner = chance.choice(NILAI) if chance.random() < 0.7 else chance.choice(found)[0]
        if piece[0] in '"><' and not piece.startswith("</") and chance.random() < 0.7:
            inner = piece[0] + inner.strip('"<>') + piece[-1]
        text = text[: one.start()] + chance.choice((inner, inner, "", piece * 3)) + text[one.end() :]
    return text.encode("utf-8", "replace")


def _parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        for name in bundle.namelist():
            yield name, bundle.read(name)


# ---------------------------------------------------------------- what it cost


def _work() -> float:
    return sum(os.times()[:4])


def _megabytes(what: str) -> float:
    status = Path("/proc/self/status")
    return int(status.read_text().partition(f"{what}:")[2].split()[0]) / 1024 if status.exists() else 0.0


def _forget_peak() -> None:
    reset = Path("/proc/self/clear_refs")
    if os.access(reset, os.W_OK):
        reset.write_text("5")
