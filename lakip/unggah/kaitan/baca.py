"""The upload of the links between sasaran and the budget tree.

A blank porsi keeps what is recorded, 0 lifts the link; a kode that the file does not name stays as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, ClassVar

from lakip import anggaran, rencana
from lakip.akses import Pengguna
from lakip.anggaran import Kaitan
from lakip.formatting import KOSONG, angka
from lakip.rekap import Simpanan
from lakip.store import Store
from lakip.unggah.catat import record
from lakip.unggah.formulir.identitas import text
from lakip.unggah.hasil import Hasil, Perubahan
from lakip.unggah.kaitan.formulir import KAITAN, KOLOM, issued
from lakip.unggah.perbaris import PembacaanKartu, Terbaca
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.peta import Bidang
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat, nearest

BIDANG = (
    Bidang("no", "Nomor", ("no",)), Bidang("kode_sasaran", "Kode Sasaran", ("kode_sasaran",)),
    Bidang("sasaran", "Sasaran", ("sasaran",)), Bidang("jenjang", "Jenjang", ("jenjang",)),
    Bidang("kode", "Kode", ("kode",)), Bidang("nama", "Program, kegiatan, atau sub kegiatan", ("uraian", "nama")),
    Bidang("porsi", "Porsi (%)", ("porsi",), ("bobot",), angka=True, setahun=True, persen=True),
)  # fmt: skip
Sebut = tuple[str, str, Decimal | None]
"""One row of the file: sasaran and kode, and the porsi it says; None where the record is to stay."""


@dataclass(frozen=True, kw_only=True)
class HasilKaitan(Hasil):
    """`kaitan`: the links of the whole tahun as they would be; `dilihat`: as they were when the file was judged."""

    TANPA_ISI: ClassVar[str] = "Tidak ada porsi yang diisi."

    kaitan: tuple[Kaitan, ...] = ()
    dilihat: tuple[Kaitan, ...] = ()


def save(store: Store, pengguna: Pengguna, hasil: HasilKaitan) -> Simpanan:
    """Record what was read, whole or not at all.

    Raises UserError while something is held, or when the record changed since the reading.
    """

    def write(row: dict[str, Any]) -> tuple[int, str]:
        to = store, pengguna, hasil.unit, hasil.tahun
        changed = anggaran.save_sasaran_program(*to, hasil.kaitan, row, hasil.dilihat)
        return changed, f"Kaitan sasaran dengan anggaran tahun {hasil.tahun} tersimpan: {changed}."

    return record(store, pengguna, hasil, KAITAN, write)


class _Pembacaan(PembacaanKartu[HasilKaitan, Sebut]):
    formulir, hasil_baru = KAITAN, HasilKaitan
    wajib = (frozenset({"kode_sasaran", "sasaran"}), frozenset({"kode", "nama"}), frozenset({"porsi"}))
    perlu = "kolom Kode Sasaran, Kode, dan Porsi"

    def __init__(self, *of: Any) -> None:
        super().__init__(*of)
        seen = anggaran.links(self.store, self.unit, self.tahun)
        self.hasil = replace(self.hasil, dilihat=seen, kaitan=seen)
        self.goals = rencana.sasaran(self.store, self.unit, self.tahun)
        self.nodes = anggaran.nodes(self.store, self.unit, self.tahun)
        self.known = {(one.sasaran, one.kode): one for one in seen}
        self.sejak = self.since(issued(seen), KOLOM)
        self.above: tuple[str, str] | None = None  # the sheet, and the sasaran written once over several rows

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        return BIDANG

    def judge(self) -> dict[str, Any]:
        if len(self.kept()) == len(self.rows):
            self._rules(self._wanted())
        wanted = self._wanted()
        changes = tuple(
            Perubahan(key[1], f"Porsi untuk {key[0]}", _said(self.known.get(key)), _said(wanted.get(key)))
            for key in {**self.known, **wanted}
            if self.known.get(key) != wanted.get(key)
        )
        return {"kaitan": tuple(wanted.values()), "perubahan": changes}

    # ------------------------------------------------------------ one row

    def card_row(self, calon: Calon) -> Terbaca[Calon, Sebut] | str:
        goal = self._goal(calon)
        porsi = self.number(calon, "porsi", "Porsi", "%")
        if porsi is None and not self.soal:
            return self._blank(calon, goal)
        node = self._node(calon)
        if goal is None or node is None:
            return Terbaca(calon, "", None, self.soal)
        key = (f"{goal} {node}", "porsi")
        if porsi is not None and not self.counts_in(calon, "porsi", f"Porsi untuk {goal}", key, text(porsi)):
            porsi = None
        return Terbaca(calon, f"{goal} {node}", (goal, node, porsi), self.soal)

    def _goal(self, calon: Calon) -> str | None:
        kode, uraian = calon.text("kode_sasaran"), calon.text("sasaran")
        found = next((g for g in self.goals if g.casefold() == kode.casefold()), None) if kode else None
        if not kode and uraian:
            same = [g.kode for g in self.goals.values() if plain(g.uraian) == plain(uraian)]
            found = same[0] if len(same) == 1 else None
        if not kode and not uraian and self.above and self.above[0] == calon.lembar:
            found = self.above[1]
        if found is None and calon.text("porsi"):
            what = f"“{(kode or uraian)[:60]}” tidak ada pada tahun {self.tahun}" if kode or uraian else "belum diisi"
            pesan = f"sasaran {what}. Pilih salah satu: {', '.join(self.goals)}."
            name = "sasaran" if uraian and not kode else "kode_sasaran"
            self.tell(calon, Tingkat.SALAH, name, "sasaran_tak_dikenal", pesan)
        self.above = (calon.lembar, found) if found else None
        return found

    def _node(self, calon: Calon) -> str | None:
        kode, nama = calon.text("kode"), calon.text("nama")
        if kode in self.nodes:
            return kode
        same = [n.kode for n in self.nodes.values() if plain(n.nama) == plain(nama)] if nama and not kode else []
        if len(same) == 1:
            return same[0]
        near = nearest(kode, self.nodes) if kode else None
        hint = f" Kode terdekat: {near} {self.nodes[near].nama}." if near else ""
        what = f"kode “{kode[:40]}”" if kode else f"“{nama[:60]}” tanpa kode"
        if len(same) > 1:
            pesan = f"{what} ada pada {', '.join(same)}. Isi kolom Kode."
        else:
            pesan = f"{what} tidak ada dalam nomenklatur tahun {self.tahun}.{hint} Perbaiki kodenya."
        self.tell(calon, Tingkat.SALAH, "kode" if kode or same or not nama else "nama", "kode_tak_dikenal", pesan)
        return None

    def _blank(self, calon: Calon, goal: str | None) -> str:
        kode = calon.text("kode")
        blank = goal is not None and self.came_blank(calon, "porsi", f"Porsi untuk {goal}", (f"{goal} {kode}", "porsi"))
        if not blank and (goal, kode) in self.known:
            pesan = f"{goal} {kode}: porsinya kosong, sedangkan catatannya berisi. Kaitan dilepas dengan porsi 0."
            self.temuan.append(calon.temuan(Tingkat.CATATAN, "porsi", "dikosongkan", pesan, kode))
        return "belum diisi"

    # ------------------------------------------------------------ the whole

    def _wanted(self) -> dict[tuple[str, str], Kaitan]:
        """The links of the tahun as the file would leave them."""
        wanted = dict(self.known)
        for row in self.kept():
            goal, kode, porsi = row.isi or ("", "", None)
            if porsi == 0:
                wanted.pop((goal, kode), None)
            elif porsi is not None:
                wanted[goal, kode] = Kaitan(goal, kode, porsi, row.calon.lembar, row.calon.alamat.get("porsi"))
        return wanted

    def _rules(self, wanted: dict[tuple[str, str], Kaitan]) -> None:
        """What saving would be refused for, at the row that it is about; without one, about the file."""
        for fault in anggaran.faults(self.store, self.unit, self.tahun, list(wanted.values())):
            about = (r for r in self.rows if r.isi and r.isi[1] == fault.kode and fault.sasaran in (None, r.isi[0]))
            if (row := next(about, None)) is None:
                self.temuan.append(Temuan(Tingkat.SALAH, "", "", "kaitan_tercatat", fault.pesan, fault.kode))
                continue
            name = {"sasaran": "kode_sasaran"}.get(fault.kolom, fault.kolom)
            row.temuan.append(row.calon.temuan(Tingkat.SALAH, name, "kaitan_salah", fault.pesan, fault.kode))


def _said(one: Kaitan | None) -> str:
    return KOSONG if one is None else f"{angka(one.porsi)} %"


read = _Pembacaan.read
