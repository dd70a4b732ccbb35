"""Whether a file of plans is for this unit and tahun at all: refused by name when it is not."""

from collections.abc import Sequence

from lakip import pengaturan
from lakip.store import Store
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.realisasi.tujuan import form_kind, other_unit
from lakip.unggah.rencana.formulir import SKEMA_DIBACA, Meta
from lakip.unggah.tabel.peta import Peta
from lakip.validasi import Temuan, Tingkat


def refusals(
    store: Store, unit: str, tahun: int, meta: Meta | None, lembar: Sequence[Lembar], tables: Sequence[Peta]
) -> list[Temuan]:
    """Why the whole file cannot be meant; empty when it can."""
    office = pengaturan.identity(store, unit)
    if meta is not None:
        wrong = _of_form(meta, unit, tahun, office.contoh)
    elif kind := form_kind(lembar, "rencana"):
        wrong = [("jenis_lain", f"Berkas ini {kind}, bukan formulir Rencana Aksi. Unggah sebagai {kind}.")]
    elif not tables:
        wrong = [("tanpa_tabel", _without_table(lembar))]
    else:
        wrong = _of_tables(tables, tahun, office.nama)
    return [Temuan(Tingkat.SALAH, "", "", kode, pesan) for kode, pesan in wrong]


def _of_form(meta: Meta, unit: str, tahun: int, contoh: bool) -> list[tuple[str, str]]:
    whose = "data contoh" if meta.contoh else "data sebenarnya"
    checks = (
        (meta.skema not in SKEMA_DIBACA, "versi_formulir", "dibuat oleh versi lain dari sistem ini. Unduh lagi"),
        (meta.unit != unit, "unit_lain", f"milik unit {meta.unit[:40]}. Unduh milik Anda"),
        (meta.contoh != contoh, "data_contoh", f"milik {whose}. Unduh formulir dari sistem ini"),
        (meta.tahun != tahun, "tahun_lain", f"untuk Tahun {meta.tahun}, bukan {tahun}. Ganti tahunnya"),
    )
    return [(kode, f"Formulir ini {pesan}, lalu unggah kembali.") for hit, kode, pesan in checks if hit]


def _of_tables(tables: Sequence[Peta], tahun: int, nama: str) -> list[tuple[str, str]]:
    found = []
    years = {year for one in tables for year in one.tabel.tahun}
    if years and tahun not in years:
        told = ", ".join(map(str, sorted(years)))
        found.append(("tahun_lain", f"Tabel ini untuk Tahun {told}, bukan {tahun}. Pilih tahun itu."))
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
