"""Opening an uploaded .xlsx safely: its sheets and cells, or one sentence that says why not and what to do.

Nothing a file contains may stop the server or take its memory; what the cells mean is not known here.
"""

import threading

from lakip.berkas import Pintu, Sebab, hakim
from lakip.berkas.aliran import RUSAK, Arsip, TooLargeError
from lakip.berkas.pintu import display_name
from lakip.unggah.berkas import xlsx
from lakip.unggah.berkas.lembar import Lembar, Sel, alamat
from lakip.unggah.berkas.tampilan import Nilai

__all__ = ["Lembar", "Nilai", "Sel", "alamat", "display_name", "open_parts", "read_workbook"]

SIMPAN = "Buka di Excel atau LibreOffice, simpan sebagai “Excel Workbook (.xlsx)”, lalu unggah kembali."
PINTU = Pintu(
    (".xlsx",), SIMPAN,
    kata={
        Sebab.KOSONG: "Berkas “{nama}” kosong. Pilih berkas .xlsx yang berisi, lalu unggah kembali.",
        Sebab.BESAR: (
            "Berkas “{nama}” lebih besar daripada batasnya, {maks} MB. "
            "Hapus gambar dan lembar yang tidak diperlukan, lalu unggah kembali."
        ),
        Sebab.LAMA: (
            "Berkas “{nama}” berformat .xls lama atau berkata sandi, sehingga tidak dapat dibaca. Lepas kata sandinya. "
            "{terima}"
        ),
        Sebab.BUKAN: "Berkas “{nama}” bukan buku kerja Excel .xlsx. {terima}",
        Sebab.TERPOTONG: "Berkas “{nama}” bukan buku kerja Excel .xlsx. {terima}",
        Sebab.MAKRO: "Berkas “{nama}” berisi makro; yang diterima hanya .xlsx tanpa makro. {terima}",
        Sebab.BENGKAK: (
            "Isi berkas “{nama}” terlalu besar untuk sebuah formulir (batasnya 100.000 sel berisi). "
            "Salin tabelnya saja ke buku kerja baru, lalu unggah kembali."
        ),
        Sebab.RUSAK: "Berkas “{nama}” rusak atau tidak lengkap, sehingga tidak dapat dibaca. {terima}",
    },
)  # fmt: skip
MAKS_UKURAN = PINTU.maks

# One file at a time: each may take its bounded memory, several at once would add up.
_GILIRAN = threading.Lock()


def read_workbook(content: bytes, nama_berkas: str) -> tuple[Lembar, ...]:
    """Every worksheet in workbook order, hidden ones too; chart sheets are left out.

    Raises UserError naming the file and the way out when it is not a readable .xlsx of reasonable size.
    """
    nama = display_name(nama_berkas)
    with _GILIRAN:
        arsip = open_parts(content, nama)
        try:
            return tuple(xlsx.sheets(arsip))
        except TooLargeError as error:
            raise PINTU.refusal(Sebab.BENGKAK, nama) from error
        except RUSAK as error:
            raise PINTU.refusal(Sebab.RUSAK, nama) from error


def open_parts(content: bytes, nama: str) -> Arsip:
    """The checked zip behind a workbook. Raises UserError as `read_workbook`."""
    arsip = hakim.judge(PINTU, content, nama).arsip
    assert arsip is not None, "a workbook is a zip"
    return arsip
