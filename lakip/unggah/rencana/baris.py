"""One row of a table of plans: the sasaran, the card and the targets that its cells say, over what is recorded.

A blank cell keeps what is recorded; only a blank target is something said: not measured in that quarter.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from lakip.formatting import angka
from lakip.indikator import ISIAN_COCOK, Isian, Metode, Rumus
from lakip.rencana import PERIODE_TARGET, Indikator, Sasaran, Target, Tujuan
from lakip.satuan import is_whole
from lakip.unggah import perbaris
from lakip.unggah.hasil import Perubahan
from lakip.unggah.perbaris import PembacaanBaris
from lakip.unggah.rencana.formulir import NAMA
from lakip.unggah.rencana.kamus import KATA, MAKS_HURUF, NAMA_KOLOM, TEKS_BEBAS
from lakip.unggah.tabel.angka import read_cell
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import plain
from lakip.validasi import MAKS_TEKS, Tingkat

BILANGAN_BULAT = {
    "desimal": (range(7), "0 sampai 6"), "baseline_tahun": (range(2000, 2101), "tahun, misalnya 2023"),
}  # fmt: skip


@dataclass(frozen=True)
class Acuan:
    """What is recorded for the tahun, and what a row may refer to. `bagian`: {kode: nama}; `anggaran`: codes."""

    tahun: int
    sasaran: Mapping[str, Sasaran]
    indikator: Mapping[str, Indikator]
    target: Mapping[str, Target]
    bagian: Mapping[str, str]
    tujuan: Mapping[str, Tujuan] = field(default_factory=dict)
    anggaran: frozenset[str] = frozenset()

    @property
    def kata_bagian(self) -> Mapping[str, str]:
        """{how an office may write it: its kode}."""
        return {plain(word): kode for kode, nama in self.bagian.items() for word in (nama, kode)}


@dataclass
class Terbaca(perbaris.Terbaca[Calon, None]):
    """None: the row says nothing of that. `ubah_kartu`, `ubah_target`: how it differs from the record. `dugaan`: a new
    card that lacks something, filled up so that its targets can be judged in the same round; never saved."""

    indikator: Indikator | None = None
    target: Target | None = None
    ubah_kartu: Sequence[Perubahan] = ()
    ubah_target: Sequence[Perubahan] = ()
    dugaan: Indikator | None = None


class Kartu:
    """The card and targets of one row whose kode and sasaran are settled; what is wrong with them goes to `baca`."""

    def __init__(
        self, baca: PembacaanBaris[Any, Calon, None], calon: Calon, acuan: Acuan, kode: str, sasaran: str | None,
        urutan: int,
    ) -> None:  # fmt: skip
        self.baca, self.calon, self.acuan, self.kode = baca, calon, acuan, kode
        self.known = acuan.indikator.get(kode)
        kept = self.known.kode_anggaran if self.known and not sasaran else None
        self.anggaran = calon.text("kode_anggaran") or kept
        self.sasaran = sasaran or (self.known.sasaran if self.known and not self.anggaran else None)
        self.urutan = self.known.urutan if self.known else urutan
        self.dugaan: Indikator | None = None

    def read(self) -> tuple[Indikator | None, Target | None]:
        card = self._card()
        like = card or self.dugaan
        return card, self._target(like.satuan if like else self.calon.text("satuan"), like.metode if like else None)

    # ------------------------------------------------------------ the card

    def _card(self) -> Indikator | None:
        before = len(self.baca.soal)
        self._check_words()
        said: dict[str, Any] = {name: self.calon.text(name) for name in TEKS_BEBAS if self.calon.text(name)}
        said |= {name: self.calon.lines(name) for name in ("aktivitas",) if name in said}
        chosen = {name: self._choice(name, KATA[name], NAMA[name].values()) for name in NAMA if name != "jenjang"}
        chosen["bagian"] = self._choice("bagian", self.acuan.kata_bagian, self.acuan.bagian)
        chosen |= {name: self._whole(name, *rule) for name, rule in BILANGAN_BULAT.items()}
        if "baseline" in self.calon.sel:
            chosen["baseline"] = self._number("baseline", said.get("satuan", ""), Metode.RATA_RATA)
        said |= {name: value for name, value in chosen.items() if value is not None}
        said |= {
            "mulai_tahun": self.acuan.tahun, "sasaran": self.sasaran, "kode_anggaran": self.anggaran,
            "urutan": self.urutan,
        }  # fmt: skip
        return (
            replace(self.known, **said)
            if self.known
            else self._new_card(said, {t.sel for t in self.baca.soal[before:]})
        )

    def _new_card(self, said: dict[str, Any], told: Collection[str]) -> Indikator | None:
        """A card that is not recorded yet must say how it is measured; nothing of that is guessed.

        `told`: the cells of which something is wrong already.
        """
        needed = ("nama", "satuan", "metode", "rumus", "bagian", *(() if said.get("kode_anggaran") else ("sasaran",)))
        missing = [name for name in needed if not said.get(name)]
        absent = [f"“{NAMA_KOLOM[name]}”" for name in missing if name not in self.calon.alamat]
        if absent:
            pesan = (
                f"indikator baru; tambahkan kolom {' dan '.join(filter(None, (', '.join(absent[:-1]), absent[-1])))}."
            )
            self._tell(Tingkat.SALAH, "kode", "kartu_kurang", pesan)
        for name in (n for n in missing if n in self.calon.alamat and self.calon.alamat[n] not in told):
            self._tell(Tingkat.SALAH, name, "kartu_kurang", f"indikator baru; isi “{NAMA_KOLOM[name]}”.")
        if missing:
            metode = said.get("metode")
            blank = {"nama": "-", "satuan": self.calon.text("satuan") or "-", "rumus": Rumus.POSITIF, "bagian": "-"}
            self.dugaan = (
                Indikator(kode=self.kode, **{**said, **{n: blank[n] for n in missing if n in blank}})
                if metode
                else None
            )
            return None
        fits = ISIAN_COCOK[said["metode"]]
        pair = len(fits) > 1 and bool(said.get("label_pembilang"))
        said.setdefault("isian", Isian.PASANGAN if pair or fits == {Isian.PASANGAN} else Isian.NILAI)
        said.setdefault("desimal", 0 if is_whole(said["satuan"]) else 2)
        return Indikator(kode=self.kode, **said)

    def _check_words(self) -> None:
        """Cells of words that show an Excel error, or hold more than a card can."""
        for name, sel in self.calon.sel.items():
            if name in (*PERIODE_TARGET, *BILANGAN_BULAT, "baseline"):
                continue
            if sel.galat or sel.tanpa_nilai:
                found = read_cell(sel, "")
                self._tell(Tingkat.SALAH, name, found.kode, found.pesan.replace("angkanya", "isinya"))
            elif len(sel.teks) > (most := MAKS_HURUF.get(name, MAKS_TEKS)):
                pesan = f"{NAMA_KOLOM.get(name, name)} lebih dari {angka(most)} huruf. Ringkas isinya."
                self._tell(Tingkat.SALAH, name, "teks_panjang", pesan)

    def _choice(self, name: str, words: Mapping[str, Any], offered: Any) -> Any:
        text = self.calon.text(name)
        if not text or plain(text) in words:
            return words.get(plain(text))
        what, between = ("bagian kantor ini", ", ") if name == "bagian" else (NAMA_KOLOM[name], "; ")
        pesan = f"“{text[:40]}” bukan {what}. Pilih salah satu: {between.join(offered)}."
        self._tell(Tingkat.SALAH, name, f"{name}_tak_dikenal", pesan)
        return None

    def _whole(self, name: str, allowed: range, told: str) -> int | None:
        """A whole number that a field may hold; None where nothing stands or something wrong was told."""
        found = read_cell(self.calon.sel.get(name), "")
        if found.nilai is None and found.kode in ("kosong", "strip"):
            return None
        if found.nilai is None or found.nilai not in allowed:
            self._tell(Tingkat.SALAH, name, f"{name}_salah", f"{NAMA_KOLOM[name]} harus angka {told}.")
            return None
        return int(found.nilai)

    # ------------------------------------------------------------ the targets

    def _target(self, satuan: str, metode: Metode | None) -> Target | None:
        """None when nothing is said, or something is still asked. Columns that are not there keep their target."""
        recorded = self.acuan.target.get(self.kode)
        kept = recorded.nilai if recorded else {}
        present = [name for name in PERIODE_TARGET if name in self.calon.alamat]
        nilai: dict[str, Decimal | None] = {name: kept.get(name) for name in PERIODE_TARGET}
        before = len(self.baca.soal)
        nilai |= {name: self._number(name, satuan, metode) for name in present}
        if self.baca.held(self.baca.soal[before:]):
            return None
        if all(nilai[name] is None for name in (*present, *self.calon.dibiarkan)):
            if any(kept.get(name) is not None for name in present):
                pesan = (
                    "semua targetnya kosong, sedangkan catatannya berisi. Baris tanpa target tidak mengubah catatan."
                )
                self._tell(Tingkat.CATATAN, "TH", "target_dikosongkan", pesan)
            return None
        tw = (nilai["TW1"], nilai["TW2"], nilai["TW3"], nilai["TW4"])
        return Target(self.kode, tw, nilai["TH"], self.calon.lembar, {n: self.calon.alamat[n] for n in present})

    def _number(self, name: str, satuan: str, metode: Metode | None) -> Decimal | None:
        return self.baca.number(self.calon, name, NAMA_KOLOM[name], satuan, metode)

    def _tell(self, tingkat: Tingkat, name: str, rule: str, pesan: str) -> None:
        self.baca.tell(self.calon, tingkat, name, rule, pesan)
