"""What each row of a budget table speaks of: a code of the nomenclature, the whole office, or nothing."""

from lakip.anggaran import Kode
from lakip.unggah import perbaris
from lakip.unggah.anggaran.baris import Sebaris
from lakip.unggah.anggaran.induk import TOTAL
from lakip.unggah.anggaran.nama import Nomenklatur, fold, new_code, squeeze
from lakip.unggah.tabel.kata import is_sum
from lakip.validasi import Temuan, Tingkat

JANGAN_TEBAK = "Perbaiki namanya atau isi kodenya di berkas, atau tinggalkan barisnya."


Terbaca = perbaris.Terbaca[Sebaris, str]
"""One row and its code, which is also its `isi`: TOTAL sums up the office, None is held by its temuan."""


class Penunjuk:
    """Finds the code of one row after another; remembers the row above, and the codes that rows bring in."""

    def __init__(self, nodes: Nomenklatur, kantor: str, asing: bool, ganti_nama: bool = False) -> None:
        """`asing`: whether a code that is not known is worth asking about, rather than the usual case.
        `ganti_nama`: a new edition begins, in which a code is called as the file calls it."""
        self.nodes, self.kantor = nodes, fold(kantor)
        self.asing, self.ganti_nama = asing, ganti_nama
        self.baru: list[Kode] = []
        self._jalur: Kode | None = None

    def find(self, baris: Sebaris) -> Terbaca | str:
        """The row with its code; or why it is skipped."""
        if baris.is_heading:
            return "nomor kolom"
        if not baris.kode and not baris.uraian:
            if all(one.kode == "bukan_angka" for one in baris.bacaan.values()):
                return "tanpa kode dan uraian"  # the signature below the table
            pesan = f"baris {baris.nomor} berisi angka tanpa kode dan uraian. Isi kodenya, atau tinggalkan barisnya."
            return _read(baris, None, baris.temuan(Tingkat.SALAH, "kode", "tanpa_kode", pesan))
        if not baris.kode and (is_sum(baris.uraian) or fold(baris.uraian).startswith(self.kantor)):
            return _read(baris, TOTAL) if baris.bacaan else "baris jumlah tanpa angka"
        found = self._by_kode(baris) if baris.kode else self._by_name(baris)
        if not isinstance(found, str) and found.kode:
            self._jalur = self.nodes.nodes[found.kode]
        return found

    # ------------------------------------------------------------ by kode

    def _by_kode(self, baris: Sebaris) -> Terbaca | str:
        kode = squeeze(baris.kode)
        node = self.nodes.nodes.get(kode)
        if node is not None:
            return _read(baris, kode, *self._other_name(baris, node))
        new = None if self.nodes.four_digits(kode) else new_code(kode, baris.uraian, self.nodes.nodes)
        if new is not None:
            return self._new(baris, new)
        if not baris.bacaan:
            return "kodenya tidak ada dalam nomenklatur, dan tidak berisi angka"
        near = self.nodes.near_code(kode)
        hint = f" Mungkin maksudnya {near.kode} ({near.nama})." if near else ""
        way = "Pilih kode itu, perbaiki kodenya" if near else "Perbaiki kodenya"
        pesan = (
            f"kode “{baris.kode[:40]}” tidak ada dalam nomenklatur.{hint} {way}, atau tinggalkan barisnya. "
            "Kode baru memerlukan uraian dan kegiatan induk yang sudah ada."
        )
        chosen, asked = baris.choose("kode", "kode_tak_dikenal", pesan, [near] if near else [])
        return _read(baris, chosen.kode if chosen else None, asked)

    def _other_name(self, baris: Sebaris, node: Kode) -> list[Temuan]:
        if not (baris.bacaan or self.ganti_nama) or not baris.uraian or fold(baris.uraian) == fold(node.nama):
            return []
        if self.ganti_nama:
            self.nodes.add(Kode(node.kode, node.jenjang, baris.uraian))
            pesan = f"kode {node.kode} dalam edisi baru bernama “{baris.uraian[:80]}”, sebelumnya “{node.nama}”."
            return [baris.temuan(Tingkat.CATATAN, "uraian", "nama_edisi", pesan, node.kode)]
        pesan = (
            f"kode {node.kode} dalam nomenklatur bernama “{node.nama}”, sedangkan di berkas “{baris.uraian[:80]}”. "
            "Pakai kodenya, atau tinggalkan barisnya."
        )
        return [baris.temuan(Tingkat.TANYA, "uraian", "nama_berbeda", pesan, node.kode)]

    def _new(self, baris: Sebaris, node: Kode) -> Terbaca:
        self.nodes.add(node)
        self.baru.append(node)
        pesan = f"kode {node.kode} “{node.nama}” belum ada dan akan ditambahkan ke nomenklatur."
        more = " Pakai bila kodenya memang baru; bila salah ketik, perbaiki di berkas atau tinggalkan barisnya."
        tingkat, pesan = (Tingkat.TANYA, pesan + more) if self.asing else (Tingkat.CATATAN, pesan)
        return _read(baris, node.kode, baris.temuan(tingkat, "kode", "kode_baru", pesan, node.kode))

    # ------------------------------------------------------------ by name

    def _by_name(self, baris: Sebaris) -> Terbaca | str:
        found = self.nodes.find(baris.uraian, self._jalur)
        if len(found) == 1:
            return _read(baris, found[0].kode)
        if not baris.bacaan:
            return "namanya tidak ada dalam nomenklatur, dan tidak berisi angka"
        near = found or self.nodes.near(baris.uraian, self._jalur)
        what = "ada pada lebih dari satu kode" if found else "tidak ada dalam nomenklatur" + "; yang mirip" * bool(near)
        listed = "; ".join(f"{n.kode} {n.nama}" for n in near)
        way = f": {listed}. Pilih yang dimaksud, atau tinggalkan barisnya." if near else f". {JANGAN_TEBAK}"
        rule = "nama_ganda" if found else "nama_tak_dikenal"
        chosen, asked = baris.choose("uraian", rule, f"“{baris.uraian[:80]}” {what}{way}", near)
        return _read(baris, chosen.kode if chosen else None, asked)


def _read(baris: Sebaris, kode: str | None, *temuan: Temuan) -> Terbaca:
    return Terbaca(baris, kode or "", kode, [*temuan])
