"""One row of a table of plans: the sasaran, the card and the targets that its cells say, over what is recorded.

A blank cell keeps what is recorded; only a blank target is something said: not measured in that quarter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from lakip.formatting import angka
from lakip.indikator import ISIAN_COCOK, METODE_NAMA, RUMUS_NAMA, TIPE_NAMA, Isian, Metode
from lakip.rencana import PERIODE_TARGET, Indikator, Sasaran, Target, Tujuan
from lakip.satuan import is_whole
from lakip.unggah.hasil import PAKAI
from lakip.unggah.rencana.formulir import ISIAN_NAMA
from lakip.unggah.rencana.kamus import (
    KATA_IKU,
    KATA_ISIAN,
    KATA_METODE,
    KATA_RUMUS,
    KATA_TIPE,
    MAKS_HURUF,
    NAMA_KOLOM,
    TEKS_BEBAS,
)
from lakip.unggah.tabel.angka import read_cell
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import is_sum, plain
from lakip.validasi import MAKS_TEKS, Temuan, Tingkat

Pilihan = TypeVar("Pilihan", bound=StrEnum | str | bool)


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


@dataclass(frozen=True)
class Terbaca:
    """What one row says. None: it says nothing of that."""

    calon: Calon
    kode: str = ""
    sasaran: Sasaran | None = None
    indikator: Indikator | None = None
    target: Target | None = None
    temuan: tuple[Temuan, ...] = field(default=())


def read_row(
    calon: Calon, acuan: Acuan, kode: str, sasaran: str | None, urutan: int, jawaban: Mapping[Any, str]
) -> Terbaca:
    """The card and targets of one row whose kode and sasaran are settled."""
    return _Pembacaan(calon, acuan, kode, sasaran, urutan, jawaban).result()


class _Pembacaan:
    """The reading of one row in the making."""

    def __init__(
        self, calon: Calon, acuan: Acuan, kode: str, sasaran: str | None, urutan: int, jawaban: Mapping[Any, str]
    ) -> None:
        self.calon, self.acuan, self.kode, self.jawaban = calon, acuan, kode, jawaban
        self.known = acuan.indikator.get(kode)
        kept = self.known.kode_anggaran if self.known and not sasaran else None
        self.anggaran = calon.text("kode_anggaran") or kept
        self.sasaran = sasaran or (self.known.sasaran if self.known and not self.anggaran else None)
        self.urutan = self.known.urutan if self.known else urutan
        self.temuan: list[Temuan] = []

    def result(self) -> Terbaca:
        card = self._card()
        mean = card is not None and card.metode is Metode.RATA_RATA
        target = self._target(card.satuan if card else self.calon.text("satuan"), mean)
        return Terbaca(self.calon, self.kode, None, card, target, tuple(self.temuan))

    # ------------------------------------------------------------ the card

    def _card(self) -> Indikator | None:
        self._check_words()
        said_at = self.calon.sel
        said = {name: self.calon.text(name) for name in TEKS_BEBAS if self.calon.text(name)}
        said |= {name: self.calon.lines(name) for name in ("aktivitas",) if name in said}
        metode = self._choice("metode", KATA_METODE, METODE_NAMA.values())
        rumus = self._choice("rumus", KATA_RUMUS, RUMUS_NAMA.values())
        isian = self._choice("isian", KATA_ISIAN, ISIAN_NAMA.values())
        iku = self._choice("iku", KATA_IKU, ("Ya", "Tidak"))
        tipe = self._choice("tipe_nilai", KATA_TIPE, TIPE_NAMA.values())
        chosen = {
            "metode": metode, "rumus": rumus, "isian": isian, "iku": iku, "bagian": self._bagian(), "tipe_nilai": tipe,
            "desimal": self._whole("desimal", range(7), "0 sampai 6"),
            "baseline_tahun": self._whole("baseline_tahun", range(2000, 2101), "tahun, misalnya 2023"),
            "baseline": self._number("baseline", said.get("satuan", ""), True) if "baseline" in said_at else None,
        }  # fmt: skip
        said |= {name: value for name, value in chosen.items() if value is not None}  # type: ignore[misc]
        settled = {
            "mulai_tahun": self.acuan.tahun, "sasaran": self.sasaran, "kode_anggaran": self.anggaran,
            "urutan": self.urutan,
        }  # fmt: skip
        if self.known is not None:
            return replace(self.known, **{**said, **settled})  # type: ignore[arg-type]
        return self._new_card({**said, **settled})

    def _new_card(self, said: dict[str, Any]) -> Indikator | None:
        """A card that is not recorded yet must say how it is measured; nothing of that is guessed."""
        needed = ("nama", "satuan", "metode", "rumus", "bagian", *(() if said.get("kode_anggaran") else ("sasaran",)))
        missing = [name for name in needed if not said.get(name)]
        if missing and not self.temuan:
            absent = [NAMA_KOLOM[name] for name in missing if name not in self.calon.alamat]
            if absent:
                pesan = f"indikator baru; tambahkan kolom {_listed(absent)}."
                self._tell(Tingkat.SALAH, "kode", "kartu_kurang", pesan)
            for name in (n for n in missing if n in self.calon.alamat):
                self._tell(Tingkat.SALAH, name, "kartu_kurang", f"indikator baru; isi “{NAMA_KOLOM[name]}”.")
        if missing:
            return None
        fits = ISIAN_COCOK[said["metode"]]
        pair = len(fits) > 1 and bool(said.get("label_pembilang"))
        said.setdefault("isian", Isian.PASANGAN if pair or fits == {Isian.PASANGAN} else Isian.NILAI)
        said.setdefault("desimal", 0 if is_whole(said["satuan"]) else 2)
        return Indikator(kode=self.kode, **said)

    def _check_words(self) -> None:
        """Cells of words that show an Excel error, or hold more than a card can."""
        for name, sel in self.calon.sel.items():
            if name in PERIODE_TARGET or name in ("desimal", "baseline", "baseline_tahun"):
                continue
            if sel.galat or sel.tanpa_nilai:
                found = read_cell(sel, "")
                self._tell(Tingkat.SALAH, name, found.kode, found.pesan.replace("angkanya", "isinya"))
            elif len(sel.teks) > (most := MAKS_HURUF.get(name, MAKS_TEKS)):
                pesan = f"{NAMA_KOLOM.get(name, name)} lebih dari {angka(most)} huruf. Ringkas isinya."
                self._tell(Tingkat.SALAH, name, "teks_panjang", pesan)

    def _choice(self, name: str, words: Mapping[str, Pilihan], offered: Any) -> Pilihan | None:
        text = self.calon.text(name)
        if not text or plain(text) in words:
            return words.get(plain(text))
        pesan = f"“{text[:40]}” bukan {NAMA_KOLOM[name]}. Pilih salah satu: {'; '.join(offered)}."
        self._tell(Tingkat.SALAH, name, f"{name}_tak_dikenal", pesan)
        return None

    def _bagian(self) -> str | None:
        text = self.calon.text("bagian")
        known = {plain(k): k for k in self.acuan.bagian} | {plain(n): k for k, n in self.acuan.bagian.items()}
        if not text or plain(text) in known:
            return known.get(plain(text))
        pesan = f"“{text[:40]}” bukan bagian kantor ini. Pilih salah satu: {', '.join(self.acuan.bagian)}."
        self._tell(Tingkat.SALAH, "bagian", "bagian_tak_dikenal", pesan)
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

    def _target(self, satuan: str, mean: bool) -> Target | None:
        """None when nothing is said, or something is still asked. Columns that are not there keep their target."""
        recorded = self.acuan.target.get(self.kode)
        kept = recorded.nilai if recorded else {}
        present = [name for name in PERIODE_TARGET if name in self.calon.alamat]
        nilai: dict[str, Decimal | None] = {name: kept.get(name) for name in PERIODE_TARGET}
        before = len(self.temuan)
        nilai |= {name: self._number(name, satuan, mean) for name in present}
        if any(t.menahan and not self._answered(t) for t in self.temuan[before:]):
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

    def _number(self, name: str, satuan: str, mean: bool) -> Decimal | None:
        for level, rule, pesan in self.calon.ragu.get(name, ()):
            self._tell(level, name, rule, f"{NAMA_KOLOM[name]} {pesan}")
        found = read_cell(self.calon.sel.get(name), satuan, mean)
        if found.kode == "nihil":
            return Decimal(0)
        if found.kode in ("", "kosong", "strip", "tidak_tersedia"):
            return found.nilai
        labels = {angka(p): p for p in found.pilihan}
        if found.kode == "cara_tulis":
            self._tell(Tingkat.CATATAN, name, found.kode, found.pesan)
            return found.nilai
        tingkat = Tingkat.TANYA if labels else Tingkat.SALAH
        self._tell(tingkat, name, found.kode, f"{NAMA_KOLOM[name]} {found.pesan}", tuple(labels))
        return labels.get(self.jawaban.get((self.calon.lembar, self.calon.alamat[name], found.kode), ""))

    def _answered(self, temuan: Temuan) -> bool:
        return temuan.tingkat is Tingkat.TANYA and self.jawaban.get(temuan.kunci) in (temuan.pilihan or (PAKAI,))

    def _tell(self, tingkat: Tingkat, name: str, rule: str, pesan: str, pilihan: tuple[str, ...] = ()) -> None:
        sel = self.calon.alamat.get(name) or self.calon.place
        self.temuan.append(Temuan(tingkat, self.calon.lembar, sel, rule, f"{self.kode}: {pesan}", self.kode, pilihan))


def has_target(calon: Calon) -> bool:
    return any(calon.text(name) for name in PERIODE_TARGET)


def reason_to_skip(calon: Calon) -> str | None:
    """Why this is no row of a plan; None when it is."""
    texts = [sel.teks for sel in sorted(calon.sel.values(), key=lambda sel: sel.kolom)]
    if plain(calon.text("kode")) in ("kode", "no", "kode indikator") or plain(calon.text("nama")) == "indikator":
        return "judul kolom yang berulang"
    if _counts_columns([t.strip("()") for t in texts]):
        return "baris nomor kolom"
    if is_sum(calon.text("nama") or calon.text("kode") or calon.text("no")):
        return "baris jumlah atau rata-rata"
    named = calon.text("kode") or calon.text("nama")
    if (named and (has_target(calon) or calon.text("satuan"))) or calon.text("sasaran") or has_target(calon):
        return None
    shown = " ".join(texts)
    return f"bukan baris indikator: “{shown[:60]}”" if shown else "di luar kolom tabel"


def _counts_columns(texts: Sequence[str]) -> bool:
    """A row "(1) (2) (3)" under the headings."""
    numbers = [int(t) for t in texts if t.isdecimal()]
    return (
        len(texts) >= 3 and len(numbers) == len(texts) and numbers == list(range(numbers[0], numbers[0] + len(texts)))
    )


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} dan {quoted[-1]}"
