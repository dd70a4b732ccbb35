"""The emblem of the institution, which stands in the kop of every paper."""

import base64
import hashlib

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.berkas import Pintu, Sebab, gambar, hakim
from lakip.errors import UserError
from lakip.store import Store

PIXELS = (40, 4000)  # smaller prints as a smear, larger only weighs
BUKAN_GAMBAR = "Berkas ini bukan gambar PNG atau JPEG. Simpan lambangnya sebagai PNG, lalu unggah kembali."
PINTU = Pintu(
    (".png", ".jpg"), "Yang diterima: gambar PNG atau JPEG.", 1_000_000,
    {
        **dict.fromkeys(Sebab, BUKAN_GAMBAR),
        Sebab.BESAR: "Gambar lambang terlalu besar (di atas {maks} MB). Kecilkan gambarnya, lalu unggah kembali.",
    },
)  # fmt: skip


def lambang(store: Store, unit: str, sidik: str | None = None) -> bytes | None:
    """The picture (PNG or JPEG), or None while none was uploaded. `sidik`: the one of that SHA-256, however old."""
    rows = store.read("lambang", unit=unit, sidik=sidik)
    return None if rows.is_empty() else base64.b64decode(rows["isi"][0])


def sidik_lambang(store: Store, unit: str) -> str:
    """The SHA-256 of the emblem in use; "" while there is none."""
    rows = store.read("lambang", unit=unit, sidik=None)
    return "" if rows.is_empty() else str(rows["sha256"][0])


def set_lambang(store: Store, oleh: Pengguna, unit: str, content: bytes) -> None:
    """Use another emblem from now on. Raises UserError for what is no picture, or one too large or too small."""
    oleh.require(Izin.PENGATURAN, unit)
    hakim.judge(PINTU, content, "lambang")
    pixels = gambar.size(content)
    if pixels is None:
        raise PINTU.refusal(Sebab.RUSAK, "lambang")
    width, height = pixels
    if not all(PIXELS[0] <= side <= PIXELS[1] for side in pixels):
        raise UserError(
            f"Gambar lambang berukuran {width} x {height} piksel. Pakai gambar {PIXELS[0]} sampai {PIXELS[1]} piksel "
            "pada tiap sisi."
        )
    sidik = hashlib.sha256(content).hexdigest()
    row = {"unit": unit, "isi": base64.b64encode(content).decode(), "sha256": sidik}
    with store.transaction() as tx:
        tx.insert("lambang", [{**row, "oleh": oleh.akun, "pada": periode.now()}])
        jejak.write(tx, oleh.akun, "mengganti lambang", f"unit:{unit}", unit=unit, sha256=sidik)
