"""Which indikator a row of realisasi means: by its kode, or by the exact name where no kode is written."""

import difflib
import re
from collections import Counter
from collections.abc import Mapping

from lakip.realisasi import Acuan
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import agree
from lakip.unggah.tabel.makna import plain
from lakip.validasi import Temuan, Tingkat, nearest

DEKAT = 0.6
MAKS_PILIHAN = 3
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
            return self._by_nama.get(plain(calon.text("nama")))
        shown = calon.sel["kode"].tampil
        return self._acuan.get(kode) or self._acuan.get(shown) or self._by_kode.get(_squeeze(shown or kode))

    def settle(self, calon: Calon, card: Acuan | None) -> tuple[Acuan | None, Temuan | None]:
        """The card that a row means once answers are heard, and what was asked: a kode and a name that are not of one
        indikator, a kode or a name that is only nearly known."""
        if card is None:
            return self._unknown(calon)
        kode, nama = calon.text("kode"), calon.text("nama")
        if nama == card.nama:
            return card, None
        other = self._called(nama, card) if kode and nama else None
        if other is None:
            return card, self._other_name(calon, card) if kode and nama and not agree(nama, card.nama) else None
        pesan = (
            f"kode {card.kode} milik “{card.nama}”, sedangkan namanya di berkas “{nama[:80]}”, yang lebih dekat dengan "
            f"{other.kode} “{other.nama}”. Pilih indikator yang dimaksud."
        )
        chosen, asked = calon.choose("nama", "kode_atau_nama", pesan, (card, other), card.kode)
        return chosen or card, asked

    def _other_name(self, calon: Calon, card: Acuan) -> Temuan:
        pesan = (
            f"kode {card.kode} milik “{card.nama}”, sedangkan di berkas tertulis “{calon.text('nama')[:80]}”. Pakai "
            "bila yang dimaksud indikator itu; bila barisnya tergeser, perbaiki kodenya."
        )
        return calon.temuan(Tingkat.TANYA, "nama", "nama_lain", pesan, card.kode)

    def _called(self, nama: str, card: Acuan) -> Acuan | None:
        """Another indikator that the name is of, rather than this one."""
        said, own = plain(nama), plain(card.nama)
        if said == own or agree(nama, card.nama):
            return None
        ranked = sorted(self._acuan.values(), key=lambda c: _alike(said, plain(c.nama)), reverse=True)
        best = ranked[0]
        return best if best is not card and _alike(said, plain(best.nama)) >= max(DEKAT, _alike(said, own)) else None

    def _unknown(self, calon: Calon) -> tuple[Acuan | None, Temuan]:
        """That no card is meant, with those that may be."""
        kode, nama = calon.text("kode"), calon.text("nama")
        near = self._near(kode, nama)
        what = f"kode “{kode[:40]}”" if kode else f"indikator “{nama[:80]}” tanpa kode" if nama else "angka tanpa kode"
        hint = "".join(f" Mungkin maksudnya {one.kode} ({one.nama})." for one in near[:1])
        way = "Pilih yang dimaksud, perbaiki kodenya" if near else "Perbaiki kodenya"
        pesan = f"{what} tidak ada pada acuan Tahun {self._tahun}.{hint} {way}, atau tinggalkan barisnya."
        return calon.choose("kode", "kode_tak_dikenal", pesan, near)

    def _near(self, kode: str, nama: str) -> list[Acuan]:
        self._asked += 1
        if self._asked > MAKS_SARAN:
            return []
        names = {plain(c.nama): c for c in self._acuan.values()}
        found = [names[n] for n in difflib.get_close_matches(plain(nama)[:300], names, n=MAKS_PILIHAN, cutoff=DEKAT)]
        by_kode = nearest(kode[:60], self._acuan) if kode else None
        if by_kode and self._acuan[by_kode] not in found:
            found.insert(0, self._acuan[by_kode])
        return found[:MAKS_PILIHAN]


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


def _squeeze(kode: str) -> str:
    return re.sub(r"[\s\-–_]+", "-", kode.strip().casefold())
