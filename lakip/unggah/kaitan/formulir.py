"""The form of the links between sasaran and the budget tree of one tahun, filled with what is known."""

from collections.abc import Iterable
from typing import Any

from lakip import anggaran, pengaturan, rencana
from lakip.anggaran import TINGKAT_PK, Kaitan
from lakip.errors import UserError
from lakip.rencana import JENJANG_NAMA
from lakip.store import Store
from lakip.unggah.formulir import identitas, tulis
from lakip.unggah.formulir.identitas import Kunci, Meta
from lakip.unggah.formulir.tulis import ANGKA, Baris, Kolom

KAITAN = "kaitan"
BARIS_KOSONG = 15
KOLOM = (
    Kolom("kode_sasaran", "Kode Sasaran", 10), Kolom("sasaran", "Sasaran", 46), Kolom("jenjang", "Jenjang", 10),
    Kolom("kode", "Kode", 20), Kolom("nama", "Program/Kegiatan/Sub Kegiatan", 52),
    Kolom("porsi", "Porsi (%)", 10, ANGKA),
)  # fmt: skip
PETUNJUK_ISI = (
    "CARA MENGISI KAITAN SASARAN DENGAN ANGGARAN",
    "1. Satu baris untuk satu sasaran dan satu program, kegiatan, atau sub kegiatan yang mendukungnya.",
    "2. Sasaran Camat didukung program, sasaran Sekcam didukung kegiatan, sasaran Kasubbag, Kasi, dan Lurah didukung "
    "sub kegiatan.",
    "3. Porsi adalah bagian anggarannya yang menunjang sasaran itu, dalam persen. Porsi satu kode berjumlah 100 pada "
    "semua sasaran yang didukungnya, supaya anggarannya terhitung tepat satu kali.",
    "4. Baris tanpa porsi adalah yang berpagu tetapi belum dikaitkan: isi sasaran dan porsinya. Kaitan dilepas dengan "
    "porsi 0; sel kosong tidak menghapus catatan.",
    "5. Kode yang tidak ada pada berkas tidak berubah. Simpan sebagai .xlsx, lalu unggah.",
)


def kaitan_form(store: Store, unit: str, tahun: int) -> bytes:
    """The .xlsx to fill in: every link, and below each level what has a pagu and serves no sasaran yet.

    Raises UserError for a tahun without sasaran.
    """
    goals, nodes = rencana.sasaran(store, unit, tahun), anggaran.nodes(store, unit, tahun)
    if not goals:
        raise UserError(f"Tahun {tahun} belum mempunyai sasaran. Isi dahulu di halaman Rencana dan indikator.")
    links = anggaran.links(store, unit, tahun)
    values: list[dict[str, Any]] = [
        {
            "kode_sasaran": goal.kode, "sasaran": goal.uraian, "jenjang": JENJANG_NAMA[goal.jenjang], "kode": one.kode,
            "nama": nodes[one.kode].nama if one.kode in nodes else "", "porsi": one.porsi,
        }
        for goal in goals.values()
        for one in links
        if one.sasaran == goal.kode
    ]  # fmt: skip
    linked, levels = {one.kode for one in links}, {TINGKAT_PK[goal.jenjang] for goal in goals.values()}
    values += [
        {"kode": r["kode"], "nama": r["nama"]}
        for r in anggaran.pohon(store, unit, tahun).iter_rows(named=True)
        if r["kode"] and r["jenjang"] in levels and r["kode"] not in linked
    ]
    kantor, title = pengaturan.identity(store, unit), f"KAITAN SASARAN DENGAN ANGGARAN TAHUN {tahun}"
    formulir = tulis.Formulir(title, KOLOM, [*map(Baris, values), *[Baris()] * BARIS_KOSONG], PETUNJUK_ISI)
    return tulis.write(formulir, Meta.new(KAITAN, kantor, tahun, issued(links)), kantor)


def issued(links: Iterable[Kaitan]) -> dict[Kunci, str]:
    """What the form writes of these links, as text."""
    return {(f"{one.sasaran} {one.kode}", "porsi"): identitas.text(one.porsi) for one in links}
