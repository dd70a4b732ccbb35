"""Opening an uploaded workbook safely: its sheets and cells, or one sentence that says why not and what to do.

Nothing a file contains may stop the server or take its memory; what the cells mean is not known here.
"""

import hashlib
import threading
from collections.abc import Sequence

from cachetools import LRUCache

from lakip.berkas import Pintu, Sebab, hakim
from lakip.berkas.aliran import TooLargeError
from lakip.berkas.pintu import display_name
from lakip.unggah.berkas import JENIS, ods, pisah, xls, xlsx
from lakip.unggah.berkas.lembar import Lembar, Sel, alamat
from lakip.unggah.berkas.pisah import TEMPELAN
from lakip.unggah.berkas.tampilan import Nilai

__all__ = [
    "TEMPELAN",
    "Lembar",
    "Nilai",
    "Sel",
    "alamat",
    "display_name",
    "forget",
    "read_pasted",
    "read_workbook",
    "remarks",
]

SIMPAN = "Buka di Excel atau LibreOffice, simpan sebagai “Excel Workbook (.xlsx)”, lalu unggah kembali."
PINTU = Pintu(
    tuple(f".{jenis}" for jenis in JENIS), SIMPAN,
    kata={
        Sebab.KOSONG: "Berkas “{nama}” kosong. Pilih buku kerja yang berisi, lalu unggah kembali.",
        Sebab.BESAR: (
            "Berkas “{nama}” lebih besar daripada batasnya, {maks} MB. "
            "Hapus gambar dan lembar yang tidak diperlukan, lalu unggah kembali."
        ),
        Sebab.LAMA: "Berkas “{nama}” berformat Office lama, tetapi bukan buku kerja Excel. {terima}",
        Sebab.TERKUNCI: "Berkas “{nama}” berkata sandi, sehingga tidak dapat dibaca. Lepas kata sandinya. {terima}",
        Sebab.BUKAN: "Berkas “{nama}” bukan buku kerja (.xlsx, .xlsm, .xls, .ods) atau tabel .csv. {terima}",
        Sebab.TERPOTONG: "Berkas “{nama}” bukan buku kerja (.xlsx, .xlsm, .xls, .ods) atau tabel .csv. {terima}",
        Sebab.WEB: "Berkas “{nama}” berupa halaman web atau XML, bukan buku kerja, apa pun akhiran namanya. {terima}",
        Sebab.MAKRO: (
            "Berkas “{nama}” berisi makro yang tersembunyi atau lembar makro; yang diterima .xlsm biasa, yang makronya "
            "tidak dijalankan, atau .xlsx tanpa makro. {terima}"
        ),
        Sebab.BENGKAK: (
            "Isi berkas “{nama}” terlalu besar untuk sebuah formulir (batasnya 100.000 sel berisi). "
            "Salin tabelnya saja ke buku kerja baru, lalu unggah kembali."
        ),
        Sebab.RUSAK: "Berkas “{nama}” rusak atau tidak lengkap, sehingga tidak dapat dibaca. {terima}",
    },
)  # fmt: skip
MAKS_UKURAN = PINTU.maks
BERMAKRO = "Berkas berisi makro; makronya tidak dijalankan dan tidak ikut dibaca."
TANPA_FORMAT = (
    "Format angka, sel tercoret, dan baris tersembunyi tidak dapat diketahui dari {asal}; semua isinya dibaca sebagai "
    "teks."
)
SEBUTAN = {"csv": "berkas .csv", "tempelan": "tabel tempelan"}

# One file at a time: each may take its bounded memory, several at once would add up.
_GILIRAN = threading.Lock()
# What was opened last: a file is read again at each answer, and its cells do not change. Bound in cells.
_TERBUKA: LRUCache[tuple[str, str], tuple[Lembar, ...]] = LRUCache(
    200_000, getsizeof=lambda sheets: sum(1 for one in sheets for _ in one) + 1
)


def read_workbook(content: bytes, nama_berkas: str) -> tuple[Lembar, ...]:
    """Every worksheet in workbook order, hidden ones too; chart sheets are left out. By content, never by name.

    A text called `TEMPELAN` is a pasted table. What was opened last is kept.

    Raises UserError naming the file and the way out when it is not a readable workbook of reasonable size.
    """
    nama = display_name(nama_berkas)
    key = hashlib.sha256(content).hexdigest(), nama
    with _GILIRAN:
        if key not in _TERBUKA:
            sheets = _opened(content, nama)
            if _TERBUKA.getsizeof(sheets) > _TERBUKA.maxsize:
                return sheets
            _TERBUKA[key] = sheets
        return _TERBUKA[key]


def forget() -> None:
    """Open the next file anew, whatever was opened before."""
    _TERBUKA.clear()


def read_pasted(teks: str) -> tuple[Lembar, ...]:
    """The sheet `TEMPELAN` of rows copied out of Excel, every cell a text; the bytes to keep are its UTF-8.

    Raises UserError when there is nothing in it, or far too much.
    """
    try:
        return (pisah.pasted(teks),)
    except TooLargeError as error:
        raise PINTU.refusal(Sebab.BENGKAK, TEMPELAN) from error


def remarks(lembar: Sequence[Lembar]) -> tuple[str, ...]:
    """What to tell of the file as a whole, whatever is in its cells."""
    unknown = [SEBUTAN[one.asal] for one in lembar[:1] if not one.tahu_format]
    return (
        *((BERMAKRO,) if any(one.makro for one in lembar) else ()),
        *(TANPA_FORMAT.format(asal=asal) for asal in unknown),
    )


# ---------------------------------------------------------------- inside


def _opened(content: bytes, nama: str) -> tuple[Lembar, ...]:
    isi = hakim.judge(PINTU, content, nama)
    with hakim.refusing(PINTU, nama):
        return tuple(_sheets(isi, content, nama))


def _sheets(isi: hakim.Isi, content: bytes, nama: str) -> Sequence[Lembar]:
    match isi.suffix:
        case ".xls":
            return xls.sheets(content)
        case ".csv" if nama == TEMPELAN:
            return read_pasted(pisah.decoded(content))
        case ".csv":
            return [pisah.sheet(content, nama)]
        case ".ods":
            return ods.sheets(isi.parts)
        case _:
            return xlsx.sheets(isi.parts, isi.suffix.removeprefix("."))
