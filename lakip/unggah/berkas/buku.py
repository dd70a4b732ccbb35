"""Opening an uploaded .xlsx safely: its sheets and cells, or one sentence that says why not and what to do.

Nothing a file contains may stop the server or take its memory; what the cells mean is not known here.
"""

import posixpath
import threading
from collections.abc import Sequence

from openpyxl.styles.numbers import BUILTIN_FORMATS

from lakip.berkas import Pintu, Sebab, hakim
from lakip.berkas.aliran import RUSAK, Arsip, BrokenError, TooLargeError
from lakip.berkas.pintu import display_name
from lakip.unggah.berkas.lembar import Anggaran, Lembar, Nilai, Sel, alamat, cells, shared_strings

__all__ = ["Lembar", "Nilai", "Sel", "alamat", "display_name", "open_parts", "read_workbook"]

MAKS_LEMBAR = 200
MAKS_GAYA = 100_000

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
            return tuple(_sheets(arsip))
        except TooLargeError as error:
            raise PINTU.refusal(Sebab.BENGKAK, nama) from error
        except RUSAK as error:
            raise PINTU.refusal(Sebab.RUSAK, nama) from error


def open_parts(content: bytes, nama: str) -> Arsip:
    """The checked zip behind a workbook. Raises UserError as `read_workbook`."""
    arsip = hakim.judge(PINTU, content, nama).arsip
    assert arsip is not None, "a workbook is a zip"
    return arsip


def _relations(arsip: Arsip, part: str) -> dict[str, tuple[str, str]]:
    """{id: (kind, path)} of one part; kind is the last word of the relationship's type."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, attrs: dict[str, str]) -> None:
        if tag == "Relationship" and attrs.get("TargetMode") != "External":
            if len(found) >= 1000:
                raise TooLargeError
            target = attrs.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attrs.get("Id", "")] = (attrs.get("Type", "").rpartition("/")[2], whole)

    if path in arsip:
        arsip.parse(path, start)
    return found


def _main_part(arsip: Arsip) -> str | None:
    try:
        paths = [path for kind, path in _relations(arsip, "").values() if kind == "officeDocument" and path in arsip]
    except (TooLargeError, *RUSAK):
        return None
    return next((path for path in paths if "workbook" in path.lower() and path.lower().endswith(".xml")), None)


def _sheets(arsip: Arsip) -> list[Lembar]:
    workbook = "xl/workbook.xml" if "xl/workbook.xml" in arsip else (_main_part(arsip) or "")
    relations = _relations(arsip, workbook)
    listed, sejak_1904 = _listed(arsip, workbook)
    anggaran = Anggaran()
    strings = [s for path in _of_kind(arsip, relations, "sharedStrings") for s in shared_strings(arsip, path, anggaran)]
    formats = [f for path in _of_kind(arsip, relations, "styles") for f in _formats(arsip, path)]
    found = []
    for nama, keadaan, relation in listed:
        kind, path = relations.get(relation, ("", ""))
        if kind == "worksheet":
            found.append(Lembar(nama, keadaan, *cells(arsip, path, strings, formats, anggaran, sejak_1904)))
    if not found:
        raise BrokenError("no worksheet")
    return found


def _of_kind(arsip: Arsip, relations: dict[str, tuple[str, str]], wanted: str) -> list[str]:
    return [path for kind, path in relations.values() if kind == wanted and path in arsip][:1]


def _listed(arsip: Arsip, workbook: str) -> tuple[Sequence[tuple[str, str, str]], bool]:
    """The sheets (name, state, relation) in the order of their tabs, and whether days count from 1904."""
    found: list[tuple[str, str, str]] = []
    sejak_1904 = False

    def start(tag: str, attrs: dict[str, str]) -> None:
        nonlocal sejak_1904
        if tag == "workbookPr":
            sejak_1904 = attrs.get("date1904") in ("1", "true")
        elif tag == "sheet":
            if len(found) >= MAKS_LEMBAR:
                raise TooLargeError
            relation = next((v for k, v in attrs.items() if k.rpartition(":")[2] == "id" and ":" in k), "")
            found.append((attrs.get("name", "")[:255], attrs.get("state", "visible"), relation))

    arsip.parse(workbook, start)
    return found, sejak_1904


def _formats(arsip: Arsip, path: str) -> list[str]:
    """The number format of each cell style, by its index."""
    custom: dict[int, str] = {}
    styles: list[int] = []
    within = False

    def start(tag: str, attrs: dict[str, str]) -> None:
        nonlocal within
        if len(styles) > MAKS_GAYA or len(custom) > MAKS_GAYA:
            raise TooLargeError
        if tag == "numFmt" and len(attrs.get("formatCode", "")) <= 1000:
            custom[int(attrs.get("numFmtId", 0))] = attrs.get("formatCode", "General")
        elif tag == "cellXfs":
            within = True
        elif tag == "xf" and within:
            styles.append(int(attrs.get("numFmtId", 0)))

    def end(tag: str) -> None:
        nonlocal within
        if tag == "cellXfs":
            within = False

    arsip.parse(path, start, end)
    return [custom.get(number) or BUILTIN_FORMATS.get(number, "General") for number in styles]
