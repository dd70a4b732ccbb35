"""Whether a file of the budget is for this unit and tahun at all: refused by name when it is not."""

import re
from collections.abc import Iterator, Sequence

from lakip.pengaturan import Identitas
from lakip.unggah.anggaran.formulir import ANGGARAN
from lakip.unggah.berkas.lembar import Lembar, alamat
from lakip.unggah.formulir import penolakan
from lakip.unggah.formulir.identitas import Meta
from lakip.unggah.formulir.penolakan import other_year
from lakip.unggah.tabel import makna
from lakip.unggah.tabel.peta import Peta
from lakip.validasi import Temuan, Tingkat

SKALA = re.compile(r"(dalam|rp\.?|rupiah|\()\s*(ribu|ribuan|juta|jutaan|miliar|milyar|triliun)\b", re.IGNORECASE)
KOLOM = "kolom Kode atau Program/Kegiatan/Sub Kegiatan dan kolom pagu, target keuangan, atau realisasi"
BARIS_KANTOR = 3  # an office writes its name among the titles, or on one of the first rows


def refusals(
    office: Identitas,
    tahun: int,
    meta: Meta | None,
    lembar: Sequence[Lembar],
    tables: Sequence[Peta],
    tanpa_sub: bool = False,
) -> list[Temuan]:
    """Why the whole file cannot be meant; empty when it can.

    `tanpa_sub`: the nomenclature has no sub kegiatan yet, so that no name can be known as one.
    """
    if meta is not None:
        return penolakan.refusals(meta, ANGGARAN, office, other_year(meta.tahun, tahun))
    if not tables:
        return penolakan.without_table(lembar, KOLOM, ANGGARAN)
    found = [one for table in tables for one in _of_table(office, tahun, table)]
    return found or [one for table in tables if tanpa_sub for one in _nameless(tahun, table)]


def _of_table(office: Identitas, tahun: int, peta: Peta) -> Iterator[Temuan]:
    table = peta.tabel
    yield from penolakan.of_table(table, tahun, office, baris_kantor=BARIS_KANTOR)
    texts = (*table.judul, *map(table.blok.teks, table.blok.jalur), *(n.teks for n in table.blok.catatan))
    if scaled := next((t for t in texts if _scaled(t)), None):
        pesan = f"angkanya ditulis dalam satuan lain (“{scaled[:80]}”). Tulis rupiah penuh, lalu unggah kembali."
        yield Temuan(Tingkat.SALAH, table.lembar.nama, table.tempat, "satuan_lain", pesan)


def _nameless(tahun: int, peta: Peta) -> Iterator[Temuan]:
    table, by_name = peta.tabel, peta.kolom
    if "kode" in by_name or "uraian" not in by_name:
        return
    sel = alamat(table.baris_akhir, by_name["uraian"].nomor)
    pesan = (
        f"berkas ini tanpa kolom kode, sedangkan nomenklatur Tahun {tahun} belum memuat satu pun sub kegiatan, "
        "sehingga namanya belum dapat dikenali. Unduh formulir anggaran, isi kode, uraian, dan pagu setiap sub "
        "kegiatan menurut DPA, lalu unggah. Sesudah itu unggah lagi berkas ini."
    )
    yield Temuan(Tingkat.SALAH, table.lembar.nama, sel, "tanpa_sub_kegiatan", pesan)


def _scaled(teks: str) -> bool:
    return SKALA.search(teks) is not None or makna.one(teks).skala is not None
