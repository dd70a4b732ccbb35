"""The summary as a message to paste into WhatsApp: its marks of bold and lists, no table, no address.

Takes the words of the page, so that both say the same.
"""

from lakip.export.ringkasan.isi import Ringkasan
from lakip.sumber import polos

JUDUL = (["*Perlu perhatian*"], ["*Ditunggu*"], ["*Tanggal*"])  # with nothing below it a head says nothing


def of(isi: Ringkasan) -> str:
    """The verdict, the matters, who is awaited, the dates to come."""
    parts = [
        [f"*{isi.judul}*", isi.kop.kantor, isi.keadaan],
        [f"*{isi.putusan}* {isi.lanjutan}".rstrip()],
        [f"- {k.judul}: {' '.join(filter(None, (k.angka, k.gerak)))} ({k.keterangan})" for k in isi.kotak],
        ["*Perlu perhatian*", *(f"{h.nomor} {h.apa}. {h.mengapa}".strip() for h in isi.hal), isi.hal_lain],
        ["*Ditunggu*", *(f"- {d}" for d in isi.ditunggu)],
        ["*Tanggal*", *(f"- {t.tanggal}: {t.apa}" for t in isi.tanggal), isi.tanggal_lain],
    ]
    if isi.tanda_halaman:
        parts.insert(0, [f"_{isi.tanda_halaman}_"])
    filled = ([line for line in part if line] for part in parts)
    return polos("\n\n".join("\n".join(lines) for lines in filled if lines and lines not in JUDUL))
