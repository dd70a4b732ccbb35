"""What makes a table of money another one than that of this upload, beside its office and its tahun."""

import re
from collections.abc import Iterator

from lakip.unggah.berkas.lembar import alamat
from lakip.unggah.tabel import makna
from lakip.unggah.tabel.peta import Peta
from lakip.validasi import Temuan, Tingkat

SKALA = re.compile(r"(dalam|rp\.?|rupiah|\()\s*(ribu|ribuan|juta|jutaan|miliar|milyar|triliun)\b", re.IGNORECASE)


def scaled(peta: Peta) -> Iterator[Temuan]:
    """That its figures are not in rupiah."""
    table = peta.tabel
    texts = (*table.judul, *map(table.blok.teks, table.blok.jalur), *(n.teks for n in table.blok.catatan))
    for text in [t for t in texts if SKALA.search(t) or makna.one(t).skala is not None][:1]:
        pesan = f"angkanya ditulis dalam satuan lain (“{text[:80]}”). Tulis rupiah penuh, lalu unggah kembali."
        yield Temuan(Tingkat.SALAH, table.lembar.nama, table.tempat, "satuan_lain", pesan)


def nameless(tahun: int, peta: Peta) -> Iterator[Temuan]:
    """That it has names only, where the nomenclature has no sub kegiatan yet: none can be known as one."""
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
