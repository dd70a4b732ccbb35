"""Whose table it is, by its titles."""

import re
from collections.abc import Sequence

from lakip.unggah.tabel.kata import plain

_BUKAN_NAMA = r"triwulan|tribulan|tahun|kabupaten|kota|semester|tw|provinsi"
_ARAH = "selatan|utara|timur|barat|tengah|hulu|hilir|ulu|ilir|kota|baru|lama|atas|bawah|dalam|luar|raya"
_KECAMATAN = re.compile(rf"kecamatan ((?:(?!(?:{_BUKAN_NAMA})\b)[a-z]+ ?)+)")


def other_unit(judul: Sequence[str], nama: str) -> str | None:
    """Another kecamatan that the titles name, when none of them names ours: Paringin is not Paringin Selatan."""
    mine = plain(nama).removeprefix("kecamatan ")
    own = re.compile(rf"\b{re.escape(mine)}\b(?! (?:{_ARAH})\b)")
    titles = [plain(t) for t in judul]
    named = [m[1].strip() for t in titles for m in _KECAMATAN.finditer(t)]
    if not named or any(own.search(t) for t in titles):
        return None
    return f"Kecamatan {named[0].title()}"
