"""The row of table unggahan that every file which is kept has, whatever door it came through."""

import hashlib
import uuid
from typing import Any

from lakip import periode


def row(akun: str, unit: str, jenis: str, tahun: int, nama_berkas: str, content: bytes, **more: Any) -> dict[str, Any]:
    """`more`: triwulan, bagian, what came of its rows (dibaca, dilewati, ditahan), what was corrected in it."""
    return {
        "id": uuid.uuid4().hex, "unit": unit, "jenis": jenis, "tahun": tahun, "nama_berkas": nama_berkas,
        "sha256": hashlib.sha256(content).hexdigest(), "ukuran": len(content), "dibaca": 0, "dilewati": 0, "ditahan": 0,
        "oleh": akun, "pada": periode.now(), **more,
    }  # fmt: skip
