"""The planning documents of the example: registered with a plain table as their file, which is then read.

They contradict each other on purpose; tests/test_selisih_contoh.py names where.
"""

import io
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import xlsxwriter

from lakip import pembanding
from lakip.akses import Pengguna
from lakip.contoh.isi import UNIT, Baris, number, rows
from lakip.dokumen import JENIS_NAMA, Dokumen
from lakip.pembanding import Angka
from lakip.store import Store
from lakip.unggah import dokumen as unggah_isi
from lakip.unggah.berkas import dokumen as dokumen_berkas
from lakip.unggah.hasil import vouched

BARIS_JUDUL = 3


def events(kasubbag: Pengguna) -> Iterator[tuple[date, Callable[[Store], object]]]:
    """What was recorded on which day."""
    for row in rows("dokumen"):
        yield date.fromisoformat(row["tanggal"]), partial(_register, kasubbag, row)
    for day in sorted({r["dicatat"] for r in rows("pembanding")}):
        yield date.fromisoformat(day), partial(_compare, kasubbag, day)


def _register(kasubbag: Pengguna, row: Baris, store: Store) -> None:
    last = int(row["sampai_tahun"]) if row["sampai_tahun"] else None
    wanted = Dokumen(
        row["jenis"], int(row["tahun"]), row["nomor"], date.fromisoformat(row["tanggal"]), last, row["sifat"],
        int(row["mulai_triwulan"]), row["catatan"] or None,
    )  # fmt: skip
    lines = [r for r in rows("dokumen_isi") if (r["jenis"], r["tahun"]) == (row["jenis"], row["tahun"])]
    if not lines:
        dokumen_berkas.register(store, kasubbag, UNIT, wanted)
        return
    nama, content = f"{wanted.jenis}_{wanted.tahun}.xlsx", _workbook(wanted, lines)
    done = dokumen_berkas.register(store, kasubbag, UNIT, wanted, nama, content)
    found = vouched(lambda answers: unggah_isi.read(store, kasubbag, content, nama, UNIT, done, answers))
    unggah_isi.save(store, kasubbag, found)


def _workbook(one: Dokumen, lines: list[Baris]) -> bytes:
    """The table as an office keeps it."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet(JENIS_NAMA[one.jenis])
        page.write_string(0, 0, f"{one.nama.upper()} (DATA CONTOH)")
        page.write_row(BARIS_JUDUL - 1, 0, ["Kode", "Indikator", "Satuan", *(f"Target {y}" for y in one.tahun_target)])
        for row, line in enumerate(lines, start=BARIS_JUDUL):
            page.write_row(row, 0, [line["kode"], line["nama"], line["satuan"]])
            for column, target in enumerate(filter(None, line["target"].split("/")), start=3):
                page.write_number(row, column, float(target))
        page.set_column(1, 1, 60)
    return buffer.getvalue()


def _compare(kasubbag: Pengguna, day: str, store: Store) -> None:
    mine = [r for r in rows("pembanding") if r["dicatat"] == day]
    figures = [Angka(r["indikator"], r["cakupan"], number(r["nilai"]), r["sumber"]) for r in mine]
    pembanding.save(store, kasubbag, UNIT, int(mine[0]["tahun"]), figures)
