"""Why a form of ours, or a table, is not the one meant: one wording for every kind."""

from collections.abc import Sequence

from lakip.pengaturan import Identitas
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.formulir.identitas import JENIS, Meta
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.pemilik import other_unit
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

UNDUH = "Unduh formulir dari sistem ini, isi, lalu unggah kembali."

Beda = tuple[str, str, str]
"""A rule, what the form is for, and what was chosen on the screen."""


def refusals(meta: Meta, jenis: str, kantor: Identitas, *dipilih: Beda) -> list[Temuan]:
    """Empty for the form that is meant. Of one of another kind or version nothing else is said."""
    ours, theirs = JENIS[jenis], JENIS[meta.jenis]
    if ours is not theirs:
        way = f"Unggah sebagai formulir {theirs.nama}, atau unduh dan isi formulir {ours.nama}."
        return [_whole("jenis_lain", f"Berkas ini formulir {theirs.nama}, bukan formulir {ours.nama}. {way}")]
    if not ours.dibaca <= meta.skema <= ours.skema:
        return [_whole("versi_formulir", f"Formulir ini dibuat oleh versi lain dari sistem ini. {UNDUH}")]
    data = {True: "data contoh", False: "data sebenarnya"}
    office = (
        ("unit_lain", f"unit {meta.unit}", f"unit {kantor.unit}"),
        ("data_contoh", data[meta.contoh], data[kantor.contoh]),
    )
    found = [(kode, f"Formulir ini untuk {a}, sedangkan yang dipakai {b}. {UNDUH}") for kode, a, b in office if a != b]
    found += [(kode, instead("Formulir ini", a, b, "formulir")) for kode, a, b in dipilih if a != b]
    return [_whole(*one) for one in found]


def of_table(table: Tabel, tahun: int | None, kantor: Identitas, *lain: Beda, baris_kantor: int = 0) -> list[Temuan]:
    """Why a table of an office's own workbook is not the one meant, at its first cell. Empty when it is.

    Args:
        tahun: None: it is not for one tahun. `lain`: what else was chosen on the screen.
        baris_kantor: so many of its first rows may name the office, too.
    """
    headed = {
        y for m in table.blok.makna.values() if m.apa == "realisasi" and not m.waktu.lampau for y in m.waktu.tahun
    }
    years = table.tahun or frozenset(headed)
    found = list(lain)
    if years and tahun is not None and tahun not in years:
        found.append(("tahun_lain", f"Tahun {', '.join(map(str, sorted(years)))}", f"Tahun {tahun}"))
    said = [(kode, instead("tabel ini", theirs, ours)) for kode, theirs, ours in found]
    first = (sel.teks for row in table.baris_data[:baris_kantor] for sel in table.lembar.baris[row].values())
    named = [text for text in first if plain(text).startswith("kecamatan ")]
    if office := other_unit((*table.judul, *named), kantor.nama):
        said.append(("unit_lain", f"tabel ini untuk {office}, bukan {kantor.nama}. Unggah berkas milik kantor ini."))
    rows = (cells for row, cells in table.lembar.baris.items() if row <= table.baris_akhir)
    sel = next((one.alamat for cells in rows for one in cells.values()), "")
    return [Temuan(Tingkat.SALAH, table.lembar.nama, sel, *one) for one in said]


def without_table(lembar: Sequence[Lembar], kolom: str, jenis: str) -> list[Temuan]:
    """That no sheet holds a table of this kind. `kolom`: what it would have to have."""
    names = ", ".join(f"“{one.nama}”" for one in lembar if not one.tersembunyi)
    way = f"Unduh formulir {JENIS[jenis].nama}, isi, lalu unggah."
    return [_whole("tanpa_tabel", f"Tidak ada tabel dengan {kolom} (lembar yang ada: {names}). {way}")]


def other_year(theirs: int, ours: int) -> Beda:
    return "tahun_lain", f"Tahun {theirs}", f"Tahun {ours}"


def instead(what: str, theirs: str, ours: str, thing: str = "berkas") -> str:
    """That something is for one thing while another was chosen, and the two ways out."""
    return (
        f"{what} untuk {theirs}, sedangkan yang dipilih {ours}. "
        f"Ubah pilihannya menjadi {theirs}, atau unggah {thing} untuk {ours}."
    )


def _whole(kode: str, pesan: str) -> Temuan:
    """A finding about the file, at no cell of it."""
    return Temuan(Tingkat.SALAH, "", "", kode, pesan)
