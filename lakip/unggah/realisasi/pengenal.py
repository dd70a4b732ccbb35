"""Which indikator a row of realisasi means: by its kode, or by the exact name where no kode is written."""

import difflib
import re
from collections import Counter
from collections.abc import Mapping

from lakip.realisasi import Acuan
from lakip.unggah.realisasi.baris import Calon
from lakip.unggah.tabel.kolom import plain
from lakip.validasi import Temuan, Tingkat, nearest

MAKS_SARAN = 100  # comparing names costs; a file with more unknown rows than that is another file


class Pengenal:
    """The cards of one tahun, by what an office may write of them."""

    def __init__(self, acuan: Mapping[str, Acuan], tahun: int) -> None:
        self._acuan, self._tahun = acuan, tahun
        self._by_kode = {_squeeze(kode): card for kode, card in acuan.items()}
        names = Counter(plain(card.nama) for card in acuan.values())
        self._by_nama = {plain(c.nama): c for c in acuan.values() if names[plain(c.nama)] == 1}
        self._asked = 0

    def card(self, calon: Calon) -> Acuan | None:
        kode = calon.text("kode")
        if not kode:
            return self._by_nama.get(plain(calon.text("indikator")))
        return self._acuan.get(kode) or self._by_kode.get(_squeeze(kode))

    def unknown(self, calon: Calon) -> Temuan:
        """That no card is meant, with the one that may be."""
        kode, nama = calon.text("kode"), calon.text("indikator")
        near = self._near(kode, nama)
        hint = f" Mungkin maksudnya {near} ({self._acuan[near].nama})." if near else ""
        what = f"kode “{kode[:40]}”" if kode else f"indikator “{nama[:80]}” tanpa kode" if nama else "angka tanpa kode"
        pesan = f"{what} tidak ada pada acuan Tahun {self._tahun}.{hint} Perbaiki kodenya, atau tinggalkan barisnya."
        sel = calon.alamat.get("kode") or next(iter(calon.alamat.values()), f"A{calon.nomor}")
        return Temuan(Tingkat.SALAH, calon.lembar, sel, "kode_tak_dikenal", pesan)

    def _near(self, kode: str, nama: str) -> str | None:
        self._asked += 1
        if self._asked > MAKS_SARAN:
            return None
        named = self._by_nama.get(plain(nama)) or self._alike(nama)
        return named.kode if named else nearest(kode[:60], self._acuan)

    def _alike(self, nama: str) -> Acuan | None:
        near = difflib.get_close_matches(plain(nama)[:300], self._by_nama, n=1, cutoff=0.85) if nama else []
        return self._by_nama[near[0]] if near else None


def _squeeze(kode: str) -> str:
    return re.sub(r"[\s\-–_]+", "-", kode.strip().casefold())
