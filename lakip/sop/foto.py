"""Photos of a sosialisasi: judged by their content, archived by their sha256."""

import hashlib
from dataclasses import dataclass

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.berkas import Pintu, Sebab, gambar, hakim
from lakip.errors import UserError
from lakip.sop import sosialisasi
from lakip.sop.sosialisasi import DILAKSANAKAN, Sosialisasi
from lakip.store import Store

MAX_FOTO = 12
PIKSEL = (200, 9000)
BUKAN_FOTO = "“{nama}” bukan foto PNG atau JPEG yang utuh. Simpan ulang sebagai JPEG, lalu unggah kembali."
PINTU = Pintu(
    (".png", ".jpg"), "Yang diterima: foto PNG atau JPEG.", 10_000_000,
    {
        **dict.fromkeys(Sebab, BUKAN_FOTO),
        Sebab.BESAR: "Foto “{nama}” lebih besar dari {maks} MB. Kecilkan dahulu, lalu unggah kembali.",
    },
)  # fmt: skip


@dataclass(frozen=True)
class Foto:
    sha256: str
    nama_berkas: str
    tipe: str
    ukuran: int
    keterangan: str


def photos(store: Store, unit: str, one: Sosialisasi) -> tuple[Foto, ...]:
    """In the order in which they were added."""
    key = {"tahun": one.tahun, "periode": one.periode, "nomor": one.nomor}
    rows = store.read("sosialisasi_foto", unit=unit, **key).drop("oleh", "pada").iter_rows(named=True)
    return tuple(Foto(**row) for row in rows)


def content(store: Store, foto: Foto) -> bytes | None:
    """The picture; None when the archive has not these very bytes (an in-memory store keeps no files)."""
    return store.original(foto.sha256, foto.tipe)


def add(
    store: Store, pengguna: Pengguna, unit: str, one: Sosialisasi, nama: str, isi: bytes, keterangan: str = ""
) -> Foto:
    """Keep a photo of a meeting that took place.

    Raises UserError for what is no PNG or JPEG, too large, too small to see anything, there already, or one too many.
    """
    pengguna.require(Izin.DISPOSISI, unit)
    one = sosialisasi.find(store, unit, one)
    if one.keadaan != DILAKSANAKAN:
        raise UserError("Foto dilampirkan pada sosialisasi yang sudah dilaksanakan. Catat pelaksanaannya dahulu.")
    foto = Foto(hashlib.sha256(isi).hexdigest(), nama, _kind(nama, isi), len(isi), keterangan.strip())
    known = photos(store, unit, one)
    if any(f.sha256 == foto.sha256 for f in known):
        raise UserError(f"Foto “{nama}” sudah dilampirkan.")
    if len(known) >= MAX_FOTO:
        raise UserError(f"Satu sosialisasi memuat paling banyak {MAX_FOTO} foto. Pilih yang terpenting.")
    store.archive(foto.sha256, foto.tipe, isi)
    key = {"unit": unit, "tahun": one.tahun, "periode": one.periode, "nomor": one.nomor}
    with store.transaction() as tx:
        tx.insert("sosialisasi_foto", [{**key, **vars(foto), "oleh": pengguna.akun, "pada": periode.now()}])
        objek = f"{unit}/sosialisasi/{one.tahun}/{one.periode}/{one.nomor}"
        jejak.write(tx, pengguna.akun, "melampirkan foto", objek, berkas=nama, sha256=foto.sha256)
    return foto


def _kind(nama: str, isi: bytes) -> str:
    """The suffix that the content deserves."""
    tipe = hakim.judge(PINTU, isi, nama).suffix
    pixels = gambar.size(isi)
    if pixels is None:
        raise PINTU.refusal(Sebab.RUSAK, nama)
    wide, high = pixels
    if not all(PIKSEL[0] <= side <= PIKSEL[1] for side in pixels):
        raise UserError(f"Foto “{nama}” berukuran {wide} x {high} piksel. Pakai {PIKSEL[0]} sampai {PIKSEL[1]} piksel.")
    return tipe
