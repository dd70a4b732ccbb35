"""Bukti dukung of the example: a few one-page PDFs for two triwulan, so that most figures still have none."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from lakip import bukti
from lakip.akses import Pengguna
from lakip.bukti import Bukti
from lakip.contoh.isi import UNIT, Baris, rows
from lakip.periode import PERIODE
from lakip.store import Store

SESUDAH = timedelta(days=8)  # brought together with the figures


def events(kasubbag: Pengguna) -> Iterator[tuple[date, Callable[[Store], object]]]:
    """What was added on which day."""
    for row in rows("bukti"):
        ended = PERIODE[f"TW{row['triwulan']}"].ends(int(row["tahun"]))
        yield ended + SESUDAH, partial(_add, kasubbag, row)


def _add(kasubbag: Pengguna, row: Baris, store: Store) -> None:
    one = Bukti(row["nama"], date.fromisoformat(row["tanggal"]), row["nomor"], row["keterangan"], row["alasan_tanggal"])
    where = (row["indikator"], int(row["tahun"]), int(row["triwulan"]))
    bukti.add(store, kasubbag, UNIT, *where, one, row["berkas"], _pdf(f"CONTOH: {row['nama']}", row["tanggal"]))


def _pdf(*lines: str) -> bytes:
    """One A4 page with these lines (Latin letters without parentheses)."""
    text = "BT /F1 16 Tf 20 TL 60 780 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    parts = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    out, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    end = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("ascii")
