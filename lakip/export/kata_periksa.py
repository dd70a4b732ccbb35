"""What was found about a document, in words: for the command line and the screen."""

from collections.abc import Iterator, Sequence

from lakip.export.beda_angka import Beda
from lakip.export.periksa_dokumen import Hasil
from lakip.formatting import waktu

HANYA_BERTANDA = (
    "Yang diperiksa ialah angka yang disusun aplikasi; angka yang diketik sendiri ke dalam dokumen tidak bertanda."
)


def lines(hasil: Hasil) -> Iterator[str]:
    """The findings in order: which potret, whether it and the file are whole, then each figure."""
    yield from origin(hasil)
    for judul, rows in groups(hasil):
        yield f"{judul} ({len(rows)}):"
        yield from (f"  {difference(b)}" for b in rows)
    yield verdict(hasil)
    yield HANYA_BERTANDA


def origin(hasil: Hasil) -> Iterator[str]:
    """Which report and potret the file names, and what is wrong with the file as a whole."""
    if hasil.asal is not None:
        asal = hasil.asal
        yield f"{asal.nama}, disusun {asal.oleh} pada {waktu(asal.pada)}, dengan potret {asal.potret}."
    yield from hasil.salah
    if hasil.asal is None:
        return
    if hasil.sama:
        yield "Berkas ini sama persis, huruf demi huruf, dengan yang diarsipkan."
    else:
        yield "Berkas ini tidak sama persis dengan yang diarsipkan: sudah disimpan ulang atau disunting."


def groups(hasil: Hasil) -> list[tuple[str, Sequence[Beda]]]:
    """The figures that differ, by how; what has none is left out."""
    found = (
        ("Angka dalam berkas yang berbeda dari potret", hasil.disunting),
        ("Angka laporan yang tandanya hilang dari berkas", hasil.hilang),
        ("Angka yang berubah pada basis data sejak potret", hasil.berubah),
    )
    return [(judul, rows) for judul, rows in found if rows]


def difference(beda: Beda) -> str:
    where = f" ({beda.tempat})" if beda.tempat else ""
    return f"{beda.kode}: {shown(beda.lama)} menjadi {shown(beda.baru)}{where}"


def shown(teks: str | None) -> str:
    """A figure on one line; what is not there or was emptied says so."""
    if teks is None:
        return "(tidak ada)"
    return " ".join(teks.split()) or "(dikosongkan)"


def verdict(hasil: Hasil) -> str:
    """One sentence about it all."""
    if hasil.utuh:
        return (
            f"Utuh: potret tidak berubah, dan {hasil.bertanda} angka bertanda dalam berkas ini sama dengan potret dan "
            "dengan basis data sekarang."
        )
    if hasil.asal is None:
        return "Asal dokumen ini tidak dapat dibuktikan."
    if hasil.salah or hasil.disunting or hasil.hilang:
        return "Dokumen ini tidak utuh. Unduh lagi dari halaman Laporan bila memerlukan yang asli."
    return "Dokumen ini sesuai dengan potretnya, tetapi basis data sudah berubah. Susun versi baru bila perlu."
