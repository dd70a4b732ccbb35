"""Small workbooks of every format, built byte by byte: .xlsm, .ods, and .xls as Excel 97-2003 keeps it."""

import struct
from collections.abc import Mapping, Sequence

from berkas_jahat import RELS, SHEET, WORKBOOK, pack

Isi = object
MAKRO = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


# ---------------------------------------------------------------- .xlsm


def xlsm(sheet: str = "<row><c><v>7</v></c></row>", main: str = MAKRO, **more: str | bytes) -> bytes:
    """An .xlsx with a VBA project that it declares; more parts by their name with "__" for "/"."""
    types = f'<Types><Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELS.replace(
            "</Relationships>",
            '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
            'Target="vbaProject.bin"/></Relationships>',
        ),
        "xl/worksheets/sheet1.xml": SHEET % sheet,
        "xl/vbaProject.bin": OLE + b"VBA" * 100,
    }
    return pack(parts | {name.replace("__", "/"): part for name, part in more.items()})


# ---------------------------------------------------------------- .ods

URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMA = (
    f'xmlns:office="{URN}:office:1.0" xmlns:table="{URN}:table:1.0" xmlns:text="{URN}:text:1.0" '
    f'xmlns:style="{URN}:style:1.0" xmlns:number="{URN}:datastyle:1.0" xmlns:calcext="urn:x"'
)
JENIS_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods(rows: Sequence[Sequence[Isi]] = (), **parts: str | bytes) -> bytes:
    """An .ods of those cells on one sheet."""
    return ods_of(f'<table:table table:name="Data">{"".join(_ods_row(row) for row in rows)}</table:table>', **parts)


def ods_of(tables: str, styles: str = "", *, jenis: str = JENIS_ODS, **parts: str | bytes) -> bytes:
    """An .ods with those tables and automatic styles; more parts by their name with "__" for "/"."""
    content = (
        f"<office:document-content {NAMA}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    more = {name.replace("__", "/"): part for name, part in parts.items()}
    return pack({"mimetype": jenis, "content.xml": content} | more)


def _ods_row(row: Sequence[Isi]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(value: Isi) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


# ---------------------------------------------------------------- .xls


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def text(words: str, count: str = "<H") -> bytes:
    """A text of BIFF8, uncompressed."""
    return struct.pack(count, len(words)) + b"\x01" + words.encode("utf-16-le")


BOF_BUKU, BOF_LEMBAR = (record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0x0600)) for kind in (0x05, 0x10))
EOF = record(0x000A)
BIASA, CORET, ATAS = range(3)  # fonts
UMUM, RUPIAH, TERCORET, PERSEN = range(4)  # styles of cells
KODE = {164: "#,##0.00", 165: "0.0%"}


def _font(struck: bool = False, above: bool = False) -> bytes:
    name = text("Arial", "<B")
    return record(0x0031, struct.pack("<HHHHHBBBB", 200, 0x08 * struck, 0x7FFF, 400, int(above), 0, 0, 0, 0) + name)


def _xf(font: int, format_key: int) -> bytes:
    return record(0x00E0, struct.pack("<HHHBBBBIIH", font, format_key, 0x0001, 0x20, 0, 0, 0, 0, 0, 0))


def angka(row: int, column: int, value: float, style: int = UMUM) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def kata(row: int, column: int, index: int, style: int = UMUM) -> bytes:
    """A cell that shows a shared text."""
    return record(0x00FD, struct.pack("<HHHI", row, column, style, index))


def rumus(row: int, column: int, value: float = 0.0, style: int = UMUM) -> bytes:
    return record(
        0x0006, struct.pack("<HHHdHI", row, column, style, value, 0, 0) + struct.pack("<H", 3) + b"\x1e\x01\x00"
    )


def baris_tertutup(row: int) -> bytes:
    return record(0x0208, struct.pack("<HHHHHHI", row, 0, 9, 255, 0, 0, 0x20 | 0x0100))


def kolom_tertutup(first: int, last: int) -> bytes:
    return record(0x007D, struct.pack("<HHHHHH", first, last, 2340, 15, 1, 0))


def komentar(row: int, column: int, words: str) -> bytes:
    """A note pinned to a cell: its box, the text in it, and where it belongs."""
    box = record(0x005D, struct.pack("<HHHHH12xHH", 0x15, 18, 0x19, 1, 0, 0, 0))
    said = record(0x01B6, struct.pack("<HH6xHHH", 0, 0, len(words), 0, 0)) + record(0x003C, text(words)[2:])
    return box + said + record(0x001C, struct.pack("<HHHH", row, column, 0, 1) + text("Budi") + b"\0")


def gabungan(*areas: tuple[int, int, int, int]) -> bytes:
    """First row, last row, first column, last column of each."""
    return record(0x00E5, struct.pack("<H", len(areas)) + b"".join(struct.pack("<HHHH", *a) for a in areas))


def kaya(words: str, *runs: tuple[int, int]) -> bytes:
    """A shared text with runs: (first letter, font)."""
    head = struct.pack("<HBH", len(words), 0x01 | 0x08, len(runs))
    return head + words.encode("utf-16-le") + b"".join(struct.pack("<HH", begin, _index(font)) for begin, font in runs)


def _index(font: int) -> int:
    return font if font < 4 else font + 1  # there is no fourth font


def sst(*texts: bytes) -> bytes:
    """The shared texts; a long one goes on in records of its own."""
    body = struct.pack("<II", len(texts), len(texts)) + b"".join(texts)
    return record(0x00FC, body[:8224])


def stream(
    sheets: Mapping[str, bytes], texts: Sequence[bytes] = (), *, before: bytes = b"", states: Sequence[int] = ()
) -> bytes:
    """The stream Workbook: its globals, and the records of each sheet."""
    fonts = _font() + _font(struck=True) + _font(above=True) + _font() * 3
    formats = b"".join(record(0x041E, struct.pack("<H", key) + text(code)) for key, code in KODE.items())
    styles = _xf(BIASA, 0) + _xf(BIASA, 164) + _xf(CORET, 0) + _xf(BIASA, 165)
    head = BOF_BUKU + record(0x0042, struct.pack("<H", 1200)) + before + fonts + formats + styles
    tail = (sst(*texts) if texts else b"") + EOF
    bounds = [struct.pack("<IBB", 0, 0, 0) + text(name, "<B") for name in sheets]
    at = len(head) + sum(len(record(0x0085, one)) for one in bounds) + len(tail)
    listed, bodies = b"", b""
    for number, (name, records) in enumerate(sheets.items()):
        state = states[number] if number < len(states) else 0
        listed += record(0x0085, struct.pack("<IBB", at + len(bodies), state, 0) + text(name, "<B"))
        bodies += BOF_LEMBAR + records + EOF
    return head + listed + tail + bodies


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Streams in the container of old Office files, all in sectors of 512 bytes."""
    sector, entries, chains, data = 512, [], [], b""
    for name, body in streams.items():
        padded = body.ljust(max(4096, -(-len(body) // sector) * sector), b"\0")
        entries.append((name, len(data) // sector, len(padded)))
        chains.append(len(padded) // sector)
        data += padded
    directory_at = len(data) // sector
    listed = [_entry("Root Entry", 5, -2, 0, 1 if entries else -1)]
    listed += [
        _entry(name, 2, first, size, -1, n + 2 if n + 1 < len(entries) else -1)
        for n, (name, first, size) in enumerate(entries)
    ]
    directory = b"".join(listed)
    directory = directory.ljust(-(-len(directory) // sector) * sector, b"\0")
    chains.append(len(directory) // sector)
    data += directory
    fat: list[int] = []
    for length in chains:
        fat += [*range(len(fat) + 1, len(fat) + length), -2]
    needed = -(-(len(fat) + 1) // 127)
    fat_at = len(fat)
    fat += [-3] * needed
    table = struct.pack(f"<{len(fat)}i", *fat).ljust(needed * sector, b"\xff")
    places = [*range(fat_at, fat_at + needed)][:109]
    head = OLE + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIiIIiIiI", 0, needed, directory_at, 0, 4096, -2, 0, -2, 0)
    return head + struct.pack(f"<{len(places)}i", *places).ljust(436, b"\xff") + data + table


def _entry(name: str, kind: int, first: int, size: int, child: int, right: int = -1) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    body = raw.ljust(64, b"\0") + struct.pack("<HBBiii", len(raw), kind, 1, -1, right, child) + b"\0" * 36
    return body + struct.pack("<iII", first, size, 0)


def xls_of(book: bytes, *, ringkasan: bool = True, **streams: bytes) -> bytes:
    """The file around a stream Workbook. Without `ringkasan` it is one of a program that never calculates."""
    summary = {"\x05SummaryInformation": b"\0" * 48} if ringkasan else {}
    return compound({"Workbook": book, **summary, **streams})


def xls(rows: Sequence[Sequence[Isi]], **more: bytes) -> bytes:
    """An .xls of those cells on one sheet."""
    texts: list[bytes] = []
    cells = b""
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, int | float):
                cells += angka(r, c, value)
            elif value is not None:
                cells += kata(r, c, len(texts))
                texts.append(text(str(value)))
    return xls_of(stream({"Data": cells + more.pop("records", b"")}, texts), **more)
