"""Why a form of ours, or a table, is not the one meant: one wording for every kind."""

from lakip.pengaturan import Identitas
from lakip.unggah.formulir.identitas import JENIS, Meta
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
