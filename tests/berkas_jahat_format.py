"""Files made to hurt the readers of .xlsm, .xls, .ods and .csv: name -> how to make it, and a word of the refusal ("" when
it is simply read). Those for .xlsx are in `berkas_jahat`; an .xlsm is one of them with macros."""

import io
import random
import struct
import zipfile
from collections.abc import Callable

from berkas_format import (
    EOF,
    JENIS_ODS,
    MAKRO,
    NAMA,
    OLE,
    angka,
    compound,
    gabungan,
    kata,
    ods,
    ods_of,
    record,
    rumus,
    stream,
    text,
    xls,
    xls_of,
    xlsm,
)
from berkas_jahat import ENTITIES, JAHAT, JUTA, PROGRAM, linked, pack

Jahat = dict[str, tuple[Callable[[], bytes], str]]
BESAR, RUSAK, BUKAN, SANDI = "terlalu besar", "rusak", "bukan buku kerja", "berkata sandi"

# ---------------------------------------------------------------- .xlsm

BUKAN_ZIP = frozenset(("not_a_zip", "html_as_xls", "ole", "empty", "too_large", "truncated", "cut_in_the_middle", "a_word_document",
                       "lying_sizes", "crowded_directory", "same_name_twice", "macro", "best_packed"))  # fmt: skip


def as_xlsm(content: bytes) -> bytes:
    """The same workbook with macros that it declares."""
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as bundle:
        bundle.writestr("[Content_Types].xml", f'<T><Override PartName="/xl/workbook.xml" ContentType="{MAKRO}"/></T>')
        bundle.writestr("xl/vbaProject.bin", OLE + b"VBA")
    return buffer.getvalue()


def _with_macros(make: Callable[[], bytes]) -> Callable[[], bytes]:
    return lambda: as_xlsm(make())


JAHAT_XLSM: Jahat = {name: (_with_macros(make), word) for name, (make, word) in JAHAT.items() if name not in BUKAN_ZIP} | {
    "macro_sheet": (lambda: xlsm(xl__macrosheets__sheet1__xml="<x/>"), "makro"),
    "macro_sheet_by_type": (lambda: xlsm(**{"xl___rels__a.rels": '<R><Relationship Type="x/xlMacrosheet" Target="a"/></R>'}), "makro"),
    "macro_not_declared": (lambda: xlsm(main="application/xml"), "makro"),
    "macro_that_is_a_program": (lambda: xlsm(**{"xl__vbaProject.bin": PROGRAM}), "program"),
    "activex": (lambda: xlsm(xl__activeX__activeX1__xml="<x/>"), "ActiveX"),
    "ole_object": (lambda: xlsm(xl__embeddings__oleObject1__bin=OLE), "objek"),
    "second_ole": (lambda: xlsm(xl__media__image1=OLE), "objek"),
    "link_outside": (lambda: xlsm(**{"xl__externalLinks___rels__e.xml.rels": linked("externalLinkPath", "https://jahat.example/a")["word/_rels/document.xml.rels"]}), "dari luar"),
}  # fmt: skip

# ---------------------------------------------------------------- .ods


def sheets(tables: str, styles: str = "") -> bytes:
    return ods_of(tables, styles)


def table(rows: str, name: str = "A") -> str:
    return f'<table:table table:name="{name}">{rows}</table:table>'


def content(xml: str) -> bytes:
    return pack({"mimetype": JENIS_ODS, "content.xml": xml})


SATU = '<table:table-cell office:value-type="float" office:value="1"%s/>'
BARIS = "<table:table-row%s>%s</table:table-row>"


def repeated(rows: str = "", columns: str = "", cell: str = SATU) -> bytes:
    down = f' table:number-rows-repeated="{rows}"' if rows else ""
    across = f' table:number-columns-repeated="{columns}"' if columns else ""
    return sheets(table(BARIS % (down, cell % across)))


def written(inner: str) -> bytes:
    return sheets(table(BARIS % ("", f"<table:table-cell><text:p>{inner}</text:p></table:table-cell>")))


def ods_lies() -> bytes:
    """The directory says ten bytes, the part holds millions."""
    whole = bytearray(sheets(table("<table:table-row/>" * JUTA)))
    where = 0
    while (where := whole.find(b"PK\x01\x02", where)) >= 0:
        whole[where + 24 : where + 28] = struct.pack("<I", 10)
        where += 4
    return bytes(whole)


KUNCI = '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
INDUK = "".join(
    f'<style:style style:name="s{n}" style:family="table-cell" style:parent-style-name="s{(n + 1) % 9}"/>'
    for n in range(9)
)
TERTUTUP = '<table:table-column table:number-columns-repeated="16384" table:visibility="collapse"/>'
JAUH = f'<table:table-cell table:number-columns-repeated="16383"/>{SATU % ""}'
GABUNG = ' table:number-columns-spanned="2"'

JAHAT_ODS: Jahat = {
    "rows_repeated_to_the_end": (lambda: repeated("1048576"), BESAR),
    "columns_repeated": (lambda: repeated("", "999999"), RUSAK),
    "both_repeated": (lambda: repeated("1000", "1000"), BESAR),
    "endless_count": (lambda: repeated("9" * 5000), BESAR),
    "negative_count": (lambda: repeated("-5"), ""),
    "count_that_is_no_number": (lambda: repeated("banyak"), RUSAK),
    "merged_rows_repeated": (lambda: repeated("1048576", "", "<table:table-cell" + GABUNG + "%s/>"), BESAR),
    "empty_rows_repeated": (lambda: sheets(table(BARIS % (' table:number-rows-repeated="1048576"', "") * 1000)), ""),
    "bomb_rows": (lambda: sheets(table("<table:table-row/>" * (3 * JUTA))), BESAR),
    "cells_beyond_the_last_column": (lambda: sheets(table(BARIS % ("", "<table:table-cell><text:p>x</text:p></table:table-cell>" * 150_000))), RUSAK),
    "bomb_cells": (lambda: sheets(table(BARIS % ("", "<table:table-cell><text:p>x</text:p></table:table-cell>" * 10) * 15_000)), BESAR),
    "bomb_columns": (lambda: sheets(table('<table:table-column table:number-columns-repeated="16384" table:visibility="collapse"/>' * 1000)), ""),
    "hidden_columns_of_many_sheets": (lambda: sheets(table(TERTUTUP) * 150), ""),
    "hidden_columns_up_to_a_far_cell": (lambda: sheets(table(TERTUTUP + BARIS % ("", JAUH)) * 150), BESAR),
    "huge_text": (lambda: written("x" * (20 * JUTA)), BESAR),
    "many_runs": (lambda: written("<text:span>x</text:span>" * 9000), BESAR),
    "many_spaces": (lambda: written('<text:s text:c="999999999"/>' * 9000), BESAR),
    "deep_nesting": (lambda: sheets("<text:a>" * JUTA), BESAR),
    "table_in_a_table": (lambda: sheets(table(table(""))), RUSAK),
    "many_sheets": (lambda: sheets("".join(table("", f"L{n}") for n in range(5000))), BESAR),
    "styles_bomb": (lambda: sheets(table(""), "".join(f'<style:style style:family="text" style:name="s{n}"/>' for n in range(300_000))), BESAR),
    "formats_bomb": (lambda: sheets(table(""), "".join(f'<number:number-style style:name="n{n}"/>' for n in range(300_000))), BESAR),
    "styles_in_a_circle": (lambda: sheets(table(BARIS % ("", SATU % ' table:style-name="s1"')), INDUK), ""),
    "format_of_a_million_decimals": (lambda: sheets(table(BARIS % ("", SATU % "")), '<number:number-style style:name="n"><number:number number:decimal-places="99999999"/></number:number-style>'), ""),
    "endless_attribute": (lambda: sheets(f'<table:table table:name="{"A" * (20 * JUTA)}"/>'), BESAR),
    "crowd_of_names": (lambda: sheets("".join(f"<n{n}/>" for n in range(JUTA // 4))), BESAR),
    "endless_comment": (lambda: sheets(f"<!--{'x' * (20 * JUTA)}-->"), BESAR),
    "billion_laughs": (lambda: content(f"<!DOCTYPE x [{ENTITIES}]><office:document-content {NAMA}>&a9;</office:document-content>"), RUSAK),
    "external_entity": (lambda: content('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><x>&x;</x>'), RUSAK),
    "dde": (lambda: sheets("<table:dde-links><table:dde-link><office:dde-source/></table:dde-link></table:dde-links>"), "dari luar"),
    "program": (lambda: ods([[1]], **{"Object__setup.exe": "x"}), "program"),
    "program_as_a_picture": (lambda: ods([[1]], Pictures__a=PROGRAM), "program"),
    "ole_object": (lambda: ods([[1]], Object_1=OLE), "objek"),
    "password": (lambda: ods([[1]], **{"META-INF__manifest.xml": KUNCI}), SANDI),
    "prefixes_of_its_own": (lambda: content("<o:document-content xmlns:o='x'/>"), RUSAK),
    "no_sheet": (lambda: sheets(""), RUSAK),
    "a_number_without_value": (lambda: sheets(table(BARIS % ("", '<table:table-cell office:value-type="float"/>'))), RUSAK),
    "a_number_that_is_none": (lambda: sheets(table(BARIS % ("", SATU.replace('"1"', '"satu"') % ""))), RUSAK),
    "long_number": (lambda: sheets(table(BARIS % ("", SATU.replace('"1"', f'"{"9" * 5000}"') % ""))), ""),
    "a_day_that_is_none": (lambda: sheets(table(BARIS % ("", '<table:table-cell office:value-type="date" office:date-value="2026-99-99"/>'))), ""),
    "not_xml": (lambda: sheets("<table:table"), RUSAK),
    "truncated": (lambda: ods([[1]] * 1000)[:-200], RUSAK),
    "lying_sizes": (ods_lies, RUSAK),
    "a_text_document": (lambda: ods_of("", jenis="application/vnd.oasis.opendocument.text"), BUKAN),
}  # fmt: skip

# ---------------------------------------------------------------- .csv

JAHAT_CSV: Jahat = {
    "empty": (lambda: b"", "kosong"),
    "only_a_mark": (lambda: b"\xef\xbb\xbf", "kosong"),
    "only_spaces": (lambda: b" \r\n" * 1000, "kosong"),
    "only_separators": (lambda: b";;;\n" * 1000, ""),
    "no_separator": (lambda: b"satu kata saja\n" * 1000, BUKAN),
    "zero_bytes": (lambda: b"a;b\0;c\n", BUKAN),
    "noise": (lambda: random.Random(1).randbytes(JUTA), BUKAN),
    "program": (lambda: PROGRAM + b";;", BUKAN),
    "script": (lambda: b"#!/bin/sh\nrm -rf /; echo , ;", BUKAN),
    "web_page": (lambda: b" \n<!DOCTYPE html><table><tr><td>1;2</td></tr></table>", "halaman web"),
    "xml_of_excel_2003": (lambda: b"\xef\xbb\xbf<?xml version='1.0'?><Workbook>1;2</Workbook>", "halaman web"),
    "web_page_in_utf_16": (lambda: "<html>1;2</html>".encode("utf-16"), "halaman web"),
    "web_page_in_one_file": (lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "halaman web"),
    "rich_text": (lambda: b"{\\rtf1 a;b}", BUKAN),
    "escape_codes": (lambda: b"\x1b]0;a\x07;b\n", BUKAN),
    "torn_utf_16": (lambda: "a;b\n1;2".encode("utf-16")[:-1], BUKAN),
    "utf_16_of_lone_halves": (lambda: b"\xff\xfe\x00\xd8;\x00", BUKAN),
    "letters_of_no_code": (lambda: b"a;\x81\x8d\n", BUKAN),
    "endless_quote": (lambda: b'a;b\n"tidak ditutup;2\n' + b"x;y\n" * 100_000, RUSAK),
    "quotes_everywhere": (lambda: b'"' * JUTA + b";", RUSAK),
    "huge_cell": (lambda: b"a;" + b"x" * (9 * JUTA), RUSAK),
    "huge_text": (lambda: (b"x" * 100_000 + b";\n") * 95, BESAR),
    "many_rows": (lambda: b"a;b\n" * 250_000, BESAR),
    "many_empty_rows": (lambda: b"a;b\n" + b"\n" * (9 * JUTA), BESAR),
    "many_cells": (lambda: b"1;2;3;4;5;6;7;8;9;0\n" * 20_000, BESAR),
    "many_columns": (lambda: b"1;" * JUTA, BESAR),
    "many_empty_columns": (lambda: b";" * (9 * JUTA), BESAR),
    "each_row_wider": (lambda: b"".join(b";" * n + b"1\n" for n in range(1, 4000)), BESAR),
    "too_large": (lambda: b"a;b\n" * (3 * JUTA), "10 MB"),
    "commas_for_both": (lambda: b"Kode,Nilai\nA-01,1,5\n", "koma"),
    "formulas": (lambda: b"=cmd|' /C calc'!A0;@SUM(1)\n", ""),
    "turned_text": (lambda: b"a;\xe2\x80\xaegnp.exe\n", ""),
    "separator_line_only": (lambda: b"sep=;\n", ""),
}  # fmt: skip

# ---------------------------------------------------------------- .xls


def book(records: bytes, *texts: bytes, **more: bytes) -> bytes:
    return xls_of(stream({"Data": records}, texts, **more))


def looped_chain() -> bytes:
    """A sector that follows itself."""
    whole = bytearray(xls([["a", 1]]))
    fat = len(whole) - 512
    struct.pack_into("<i", whole, fat, 0)
    return bytes(whole)


def circle_of_names() -> bytes:
    whole = bytearray(xls([["a", 1]]))
    at = whole.find("Workbook".encode("utf-16-le"))
    struct.pack_into("<iii", whole, at + 68, 1, 1, 1)
    return bytes(whole)


def patched(where: int, value: bytes) -> bytes:
    whole = bytearray(xls([["a", 1]]))
    whole[where : where + len(value)] = value
    return bytes(whole)


def many_names_of_one_sheet(count: int) -> bytes:
    whole = stream({"Data": angka(0, 0, 1)})
    at = whole.find(b"\x85\x00")
    length = 4 + struct.unpack_from("<H", whole, at + 2)[0]
    one = bytearray(whole[at : at + length])
    struct.pack_into("<I", one, 4, struct.unpack_from("<I", one, 4)[0] + length * (count - 1))
    return xls_of(whole[:at] + bytes(one) * count + whole[at + length :])


def name_bomb() -> bytes:
    """Names each of which is the one before, twice."""

    def one(n: int) -> bytes:
        refer = struct.pack("<BHH", 0x23, n, 0) if n else struct.pack("<BH", 0x1E, 1)
        formula = refer * 2 + b"\x03"
        name = f"n{n}".encode()
        return record(
            0x0018, struct.pack("<HBBHHHBBBB", 0, 0, len(name), len(formula), 0, 0, 0, 0, 0, 0) + b"\0" + name + formula
        )

    return book(angka(0, 0, 1), before=b"".join(map(one, range(60))))


def continued(times: int) -> bytes:
    """A text that says it is far longer than it is."""
    return (
        record(0x00FC, struct.pack("<IIHB", 1, 1, 65535, 1) + b"a\0") + record(0x003C, b"\x01" + b"b\0" * 4000) * times
    )


def blanks(row: int) -> bytes:
    """256 empty cells, each with a format."""
    return record(0x00BE, struct.pack("<HH", row, 0) + struct.pack("<H", 1) * 256 + struct.pack("<H", 255))


JAHAT_XLS: Jahat = {
    "head_only": (lambda: OLE, RUSAK),
    "zeros": (lambda: OLE + b"\0" * 4096, RUSAK),
    "noise": (lambda: OLE + random.Random(1).randbytes(JUTA), RUSAK),
    "password": (lambda: compound({"EncryptedPackage": b"x"}), SANDI),
    "password_of_old": (lambda: book(b"", before=record(0x002F, b"\0\0" + b"x" * 4)), SANDI),
    "a_word_document": (lambda: compound({"WordDocument": b"x"}), BUKAN),
    "a_workbook_in_a_word_document": (lambda: compound({"WordDocument": b"x", "Workbook": stream({"A": b""})}), BUKAN),
    "workbook_of_zeros": (lambda: xls_of(b"\0" * 9000), RUSAK),
    "workbook_of_noise": (lambda: xls_of(random.Random(2).randbytes(9000)), RUSAK),
    "older_than_97": (lambda: xls_of(record(0x0009, struct.pack("<HH", 0x0200, 0x10)) + EOF), RUSAK),
    "truncated": (lambda: xls([["a", 1]] * 500)[:-600], RUSAK),
    "cut_in_the_middle": (lambda: xls([["a", 1]] * 500)[:3000], RUSAK),
    "looped_chain": (looped_chain, RUSAK),
    "circle_of_names": (circle_of_names, RUSAK),
    "sector_of_four_gigabytes": (lambda: patched(30, struct.pack("<H", 32)), ""),
    "endless_table_of_sectors": (lambda: patched(44, struct.pack("<I", 0x7FFFFFFF)), ""),
    "directory_elsewhere": (lambda: patched(48, struct.pack("<I", 0x7FFFFFF0)), RUSAK),
    "chain_of_tables_on_itself": (lambda: patched(68, struct.pack("<II", 0, 999)), RUSAK),
    "far_cell": (lambda: book(angka(0, 0, 1) + angka(65535, 255, 2)), ""),
    "last_column_of_every_row": (lambda: book(b"".join(angka(n, 255, 1) for n in range(65536))), BESAR),
    "beyond_the_sheet": (lambda: book(angka(3, 999, 1)), RUSAK),
    "too_many_cells": (lambda: book(b"".join(angka(n % 65536, n // 65536, 1) for n in range(120_000))), BESAR),
    "largest_allowed": (lambda: book(b"".join(angka(n % 65536, n // 65536, n) for n in range(99_000))), ""),
    "formats_without_cells": (lambda: book(b"".join(map(blanks, range(12_000)))), BESAR),
    "many_records": (lambda: book(record(0x0001) * (3 * JUTA // 2)), BESAR),
    "many_records_before": (lambda: book(angka(0, 0, 1), before=record(0x0001) * (3 * JUTA // 2)), ""),
    "a_record_that_ends_beyond": (lambda: xls_of(stream({"Data": b""})[:-4] + struct.pack("<HH", 0x0203, 65535)), RUSAK),
    "text_that_is_not_there": (lambda: book(kata(0, 0, 7), text("a")), RUSAK),
    "style_that_is_not_there": (lambda: book(angka(0, 0, 1, 900)), RUSAK),
    "one_text_in_every_cell": (lambda: book(b"".join(kata(n, 0, 0) for n in range(60_000)), text("x" * 4000)), BESAR),
    "texts_that_are_promised": (lambda: book(angka(0, 0, 1), before=record(0x00FC, struct.pack("<II", 0x7FFFFFFF, 0x7FFFFFFF))), RUSAK),
    "text_longer_than_it_is": (lambda: book(angka(0, 0, 1), before=continued(3)), RUSAK),
    "merges_bomb": (lambda: book(angka(0, 0, 1) + gabungan(*[(0, 65535, 0, 255)] * 1000) * 100), ""),
    "formats_bomb": (lambda: book(angka(0, 0, 1), before=b"".join(record(0x041E, struct.pack("<H", 200 + n % 60000) + text("0" * 40)) for n in range(70_000))), ""),
    "fonts_bomb": (lambda: book(angka(0, 0, 1), before=record(0x0031, struct.pack("<HHHHHBBBB", 200, 0, 0, 400, 0, 0, 0, 0, 0) + text("A", "<B")) * 150_000), ""),
    "sheets_without_end": (lambda: many_names_of_one_sheet(5000), BESAR),
    "one_sheet_two_hundred_times": (lambda: many_names_of_one_sheet(200), ""),
    "names_doubled_sixty_times": (name_bomb, ""),
    "no_sheet": (lambda: xls_of(stream({})), RUSAK),
    "no_end": (lambda: xls_of(stream({"Data": angka(0, 0, 1)})[:-4]), RUSAK),
    "formula_of_nothing": (lambda: book(record(0x0006, b"")), RUSAK),
    "formulas_only": (lambda: book(b"".join(rumus(n, 0) for n in range(50_000))), ""),
    "too_large": (lambda: OLE + b"\0" * (11 * 2**20), "10 MB"),
}  # fmt: skip

JAHAT_FORMAT: dict[str, Jahat] = {"xlsm": JAHAT_XLSM, "ods": JAHAT_ODS, "csv": JAHAT_CSV, "xls": JAHAT_XLS}
