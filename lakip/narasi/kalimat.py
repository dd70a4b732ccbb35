"""Filling a sentence plan: words made fit for a sentence, references put for figures, gaps made visible."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from lakip.narasi.fakta import Fakta
from lakip.narasi.isi import BELUM, Alinea, Celah

# Common nouns are names only before another capital: "Desa Panggung", but "desa tepat waktu".
NAMA_DIRI = frozenset(
    re.findall(
        r"\w+",
        """
        Camat Sekcam Bupati Inspektorat Musrenbang Polsek Koramil Renstra Renja Ramadan Idulfitri Januari Februari Maret
        April Mei Juni Juli Agustus September Oktober November Desember Senin Selasa Rabu Kamis Jumat Sabtu
        """,
    )
)


def kata(text: object) -> str:
    """Words of the record inside a sentence: on one line, and nothing in them is read as a reference."""
    return " ".join(str(text or "").split()).replace("{", "(").replace("}", ")")


def frasa(text: str) -> str:
    """A sentence of a clerk as a clause: no full stop, small letter unless the first word is a name."""
    said = kata(text).rstrip(" .;,")
    first, _, rest = said.partition(" ")
    second = rest.partition(" ")[0]
    is_name = first in NAMA_DIRI or not first[1:].islower() or (second[:1].isupper() and second not in NAMA_DIRI)
    return said if is_name else said[:1].lower() + said[1:]


def deret(parts: Sequence[str], kata_hubung: str = "dan") -> str:
    """a, b, dan c."""
    if len(parts) < 3:
        return f" {kata_hubung} ".join(parts)
    return f"{', '.join(parts[:-1])}, {kata_hubung} {parts[-1]}"


def butir(parts: Sequence[str]) -> str:
    """Clauses that may hold commas: (1) a; (2) b; dan (3) c. One alone stands as it is."""
    if len(parts) < 2:
        return "".join(parts)
    told = [f"({n}) {part}" for n, part in enumerate(parts, 1)]
    return f"{'; '.join(told[:-1])}; dan {told[-1]}"


def ref(nama: str) -> str:
    """A figure, to be filled in when the text is printed."""
    return "{" + nama + "}"


def besar(text: str) -> str:
    """The first letter as it opens a sentence; a reference stays."""
    return text[:1].upper() + text[1:]


def alamat(fakta: Fakta, halaman: str, **lain: str) -> str:
    """Where something is mended, for the tahun and periode of the report."""
    return f"{halaman}?{urlencode({'tahun': fakta.tahun, 'periode': fakta.periode.kode, **lain})}"


def celah(kunci: str, pesan: str, halaman: str) -> tuple[str, Celah]:
    """What stands in the text, and what stands in the list."""
    return BELUM.format(kata(pesan)), Celah(kunci, pesan, halaman)


def alinea(judul: str, parts: Iterable[str | tuple[str, Celah]]) -> Alinea | None:
    """A paragraph of sentences and gaps; None when there are none."""
    texts, gaps = [], []
    for part in parts:
        if isinstance(part, tuple):
            gaps.append(part[1])
        texts.append(part if isinstance(part, str) else part[0])
    said = " ".join(t for t in texts if t)
    return Alinea(judul, said, tuple(gaps)) if said else None
