"""The cells of a workbook in every format, beside one bare read-only pass of openpyxl over the same sheets as .xlsx."""

import csv
import io
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

from benchmarks.ukur import medians, show
from lakip.unggah.berkas.buku import forget, read_workbook

SHEETS, ROWS = 20, 500
HEAD = ("No", "Kode", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian", "Keterangan")
# Prints by how many MB a process grew at its peak while it read one file, and how large its child was. Not ru_maxrss:
# a process begins with that of the one that started it.
PEAK = """
import resource, sys
from pathlib import Path
from lakip.unggah.berkas.buku import read_workbook
peak = lambda: int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) // 1024
base = peak()
read_workbook(Path(sys.argv[1]).read_bytes(), "x")
print(peak() - base, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


def main() -> None:
    for sheets in (1, SHEETS):
        contents = formats(sheets)
        content = contents[".xlsx"]

        def bare(content: bytes = content) -> int:
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            return sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))

        ways = {f"berkas {suffix}": lambda c=one: (forget(), read_workbook(c, "x")) for suffix, one in contents.items()}
        show(
            f"Membaca sel: {sheets} lembar x {ROWS} baris x {len(HEAD)} kolom",
            medians({"openpyxl, sekali lewat atas .xlsx": bare, **ways}, 3),
            "openpyxl, sekali lewat atas .xlsx",
            "at most 2 x",
        )
        for suffix, one in contents.items():
            print(f"  {'memori puncak ' + suffix:<44} {peak(one)}")


def formats(sheets: int) -> dict[str, bytes]:
    """The same cells in each format; .xls where LibreOffice is installed."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number in range(sheets):
        sheet = book.create_sheet(f"Lembar {number}")
        sheet.append(HEAD)
        for n in range(ROWS):
            sheet.append(
                (
                    n,
                    f"A-{n:03}",
                    f"Persentase pelayanan nomor {n} {number}",
                    "persen",
                    80 + n % 20,
                    81.5,
                    f"=F{n + 2}/E{n + 2}",
                    "Dukungan desa",
                )
            )
    out = io.BytesIO()
    book.save(out)
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(openpyxl.load_workbook(out).worksheets[0].iter_rows(values_only=True))
    found = {".xlsx": out.getvalue(), ".csv": text.getvalue().encode()}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "a.xlsx"
        whole.write_bytes(out.getvalue())
        for suffix in ("ods", "xls"):
            command = [
                "soffice",
                f"-env:UserInstallation={Path(folder, 'p').as_uri()}",
                "--headless",
                "--convert-to",
                suffix,
                "--outdir",
                folder,
                str(whole),
            ]
            try:
                subprocess.run(command, capture_output=True, timeout=120, check=True)
                found[f".{suffix}"] = whole.with_suffix(f".{suffix}").read_bytes()
            except (OSError, subprocess.SubprocessError):
                print(f"  .{suffix} dilewati: LibreOffice tidak ada")
    return found


def peak(content: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        path.write_bytes(content)
        done = subprocess.run([sys.executable, "-c", PEAK, str(path)], capture_output=True, text=True, check=True)
    own, child = done.stdout.split()
    return f"{own:>9} MB" + (f"   proses anak {child} MB" if child != "0" else "")


if __name__ == "__main__":
    main()
