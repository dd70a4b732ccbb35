"""Whether a file of plans is for this unit and tahun at all: refused by name when it is not."""

from collections.abc import Sequence

from lakip import pengaturan
from lakip.store import Store
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.formulir import penolakan
from lakip.unggah.formulir.identitas import Meta
from lakip.unggah.formulir.penolakan import instead, other_year
from lakip.unggah.rencana.formulir import RENCANA
from lakip.unggah.tabel.pemilik import other_unit
from lakip.unggah.tabel.peta import Peta
from lakip.validasi import Temuan, Tingkat


def refusals(
    store: Store, unit: str, tahun: int, meta: Meta | None, lembar: Sequence[Lembar], tables: Sequence[Peta]
) -> list[Temuan]:
    """Why the whole file cannot be meant; empty when it can."""
    office = pengaturan.identity(store, unit)
    if meta is not None:
        return penolakan.refusals(meta, RENCANA, office, other_year(meta.tahun, tahun))
    wrong = _of_tables(tables, tahun, office.nama) if tables else [("tanpa_tabel", _without_table(lembar))]
    return [Temuan(Tingkat.SALAH, "", "", kode, pesan) for kode, pesan in wrong]


def _of_tables(tables: Sequence[Peta], tahun: int, nama: str) -> list[tuple[str, str]]:
    found = []
    years = {year for one in tables for year in one.tabel.tahun}
    if years and tahun not in years:
        told = ", ".join(map(str, sorted(years)))
        found.append(("tahun_lain", instead("Tabel ini", f"Tahun {told}", f"Tahun {tahun}")))
    office = next((o for one in tables if (o := other_unit(one.tabel.judul, nama))), None)
    if office:
        found.append(("unit_lain", f"Tabel ini untuk {office}, bukan {nama}. Unggah rencana kantor ini."))
    return found


def _without_table(lembar: Sequence[Lembar]) -> str:
    names = ", ".join(f"“{one.nama}”" for one in lembar if not one.tersembunyi)
    return (
        f"Tidak ada tabel dengan kolom Kode atau Indikator dan Target Tahunan (lembar yang ada: {names}). "
        "Unduh formulir Rencana Aksi, isi, lalu unggah."
    )
