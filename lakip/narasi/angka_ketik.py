"""Numbers that were typed into a text instead of taken from the record: they would not follow it."""

import re
from collections.abc import Sequence

from lakip.narasi.rujukan import RUJUKAN

BULAN = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
# What holds digits and is no figure of the office.
BUKAN_ANGKA = (
    RUJUKAN,
    re.compile(r"\[belum diisi: [^\]]*\]"),
    re.compile(rf"\b\d{{1,2}} (?:{BULAN})\b(?: \d{{4}})?", re.IGNORECASE),
    re.compile(
        r"\b(?:nomor|no\.?|pasal|ayat|butir|huruf|tabel|gambar|grafik|bab|lampiran|halaman|triwulan|semester|pukul|kode"
        r"|telp\.?|nip)\s*\(?\d[\d./:-]*",
        re.IGNORECASE,
    ),
    re.compile(r"\(\d{1,2}\)(?= )"),  # (1) first, (2) second
    re.compile(r"\S*[^\W\d_]\S*\d\S*|\S*\d\S*[^\W\d_]\S*"),  # IK-01, PBB-P2, 100.3.4/01/PK
    re.compile(r"\S*\d/\S*"),
    re.compile(r"\b\d+(?:\.\d{2}){2,}(?:\.\d+)*\b"),  # 7.01.02, a code of the budget
    re.compile(r"\b(?:19|20)\d{2}\b(?![.,]\d)"),
)
ANGKA = re.compile(r"\d[\d.,]*\d|\d")


def typed(text: str, known: Sequence[str] = ()) -> list[str]:
    """The numbers of a text that look like figures, each once, in their order.

    Args:
        known: texts whose numbers are allowed, such as the generated text of the same section.
    """
    allowed = {n for one in known for n in _numbers(one)}
    return [n for n in dict.fromkeys(_numbers(text)) if n not in allowed]


def _numbers(text: str) -> list[str]:
    for pattern in BUKAN_ANGKA:
        text = pattern.sub(" ", text)
    return ANGKA.findall(text)
