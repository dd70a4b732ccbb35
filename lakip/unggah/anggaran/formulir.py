"""The form of the budget of one tahun: pagu, target keuangan and realisasi of each sub kegiatan, prefilled.

Kegiatan and program are locked rows that add up.
"""

from collections.abc import Sequence
from typing import Any

from lakip import anggaran, pengaturan
from lakip.anggaran import KOLOM, KOLOM_NAMA, TINGKAT_NAMA, Angka, Kode
from lakip.store import Store
from lakip.unggah.berkas.lembar import alamat
from lakip.unggah.formulir import identitas, tulis
from lakip.unggah.formulir.identitas import Kunci, Meta
from lakip.unggah.formulir.tulis import A3, RUPIAH, Baris, Kolom, Rumus

ANGGARAN, SUB = "anggaran", "sub_kegiatan"
BARIS_KOSONG = 20  # for what a year adds
BARIS_KOSONG_AWAL = 80  # for all the sub kegiatan of an office that has none on record yet
BULAT = tulis.at_least(-(10**15), "Bukan rupiah bulat", "Isi rupiah bulat, misalnya 12.500.000.", whole=True)
SEBUTAN = (Kolom("kode", "Kode", 20), Kolom("uraian", "Uraian", 60), Kolom("tingkat", "Tingkat", 12, terkunci=True))
ISIAN = tuple(Kolom(kolom, KOLOM_NAMA[kolom], 16, RUPIAH, syarat=BULAT) for kolom in KOLOM)

PETUNJUK_ISI = (
    "CARA MENGISI FORMULIR ANGGARAN",
    "1. Isi hanya baris sub kegiatan. Baris kegiatan, program, dan jumlah menghitung sendiri.",
    "2. Tulis rupiah bulat. Pagu murni menurut DPA; pagu perubahan menurut DPPA, kosong bila belum ada.",
    "3. Target keuangan dan realisasi diisi per triwulan: tambahan triwulan itu saja, bukan jumlah s.d. triwulan.",
    "4. Sel kosong berarti belum diisi dan tidak menghapus catatan. Bila memang tidak ada belanja, tulis 0.",
    "5. Rupiah dicatat satu kali, pada sub kegiatannya; jangan diulang untuk setiap indikator.",
    "6. Koreksi triwulan yang lalu boleh ditulis negatif, selama jumlah sampai dengan triwulan itu tidak negatif.",
    "7. Sub kegiatan yang belum ada ditambahkan pada baris kosong di bawah, dengan kode lengkap dan uraiannya.",
    "8. Simpan sebagai .xlsx, lalu unggah.",
)


def issued(figures: Angka) -> dict[Kunci, str]:
    """What the form writes into the cells of the sub kegiatan, as text."""
    return {key: identitas.text(value) for key, value in figures.items()}


def anggaran_form(store: Store, unit: str, tahun: int) -> bytes:
    """The .xlsx to fill in. Without pagu in that tahun it holds the structure of the last one, without its figures."""
    kantor, figures = pengaturan.identity(store, unit), anggaran.recorded(store, unit, tahun)
    nodes = outline(store, unit, tahun)
    empty = BARIS_KOSONG if any(node.jenjang == SUB for node in nodes) else BARIS_KOSONG_AWAL
    last = tulis.heading_row() + len(nodes) + empty
    rows = [_row(node, figures) if node.jenjang == SUB else _sums(node, figures, last) for node in nodes]
    rows += [Baris({"tingkat": TINGKAT_NAMA[SUB]})] * empty
    rows += [_sums(None, figures, last)]
    title = f"ANGGARAN, TARGET KEUANGAN, DAN REALISASI TAHUN {tahun}"
    formulir = tulis.Formulir(title, (*SEBUTAN, *ISIAN), rows, PETUNJUK_ISI, kertas=A3, boleh=())
    return tulis.write(formulir, Meta.new(ANGGARAN, kantor, tahun, issued(figures)), kantor)


def outline(store: Store, unit: str, tahun: int) -> Sequence[Kode]:
    """The rows of a form: the sub kegiatan with pagu, of this tahun or of the last one, below their parents.

    Every program and kegiatan while there is none: those that come with the program, for a fresh office.
    """
    edition = anggaran.edition(store, unit, tahun)
    nodes = anggaran.nodes(store, unit, tahun, edition) or {k.kode: k for k in anggaran.bawaan()}
    budgeted = {kode for kode, kolom in anggaran.recorded(store, unit, tahun) if kolom in anggaran.PAGU}
    if not budgeted:
        budgeted = set(store.read("anggaran_tahun_lalu", unit=unit, tahun=tahun)["kode"].to_list())
    if budgeted:
        every = {**anggaran.nodes(store, unit, tahun), **nodes} if budgeted - nodes.keys() else nodes
        subs = [every[kode] for kode in sorted(budgeted) if kode in every]
        return [n for _, n in sorted(every.items()) if n in subs or any(s.is_below(n.kode) for s in subs)]
    return [node for _, node in sorted(nodes.items())]


def _named(node: Kode) -> dict[str, Any]:
    return {"kode": node.kode, "uraian": node.nama, "tingkat": TINGKAT_NAMA[node.jenjang]}


def _row(node: Kode, figures: Angka) -> Baris:
    values = {kolom: figures.get((node.kode, kolom)) for kolom in KOLOM}
    return Baris({**_named(node), **values}, terkunci=("kode", "uraian"))


def _sums(node: Kode | None, figures: Angka, last: int) -> Baris:
    """The sub kegiatan below a kode, wherever they stand in the sheet; all of them without one."""
    first, below = tulis.heading_row() + 1, f"{node.kode}." if node else ""
    within = f'$A${first}:$A${last},"{below}*",$C${first}:$C${last},"{TINGKAT_NAMA[SUB]}"'
    sums = {}
    for column, kolom in enumerate(KOLOM, start=len(SEBUTAN) + 1):
        known = sum(v for (kode, name), v in figures.items() if name == kolom and kode.startswith(below))
        sums[kolom] = Rumus(f"=SUMIFS({alamat(first, column)}:{alamat(last, column)},{within})", known)
    return Baris({**(_named(node) if node else {"uraian": "JUMLAH"}), **sums}, jumlah=True)
