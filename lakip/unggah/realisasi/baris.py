"""One row of a table of realisasi: what its cells say, before any rule judges it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lakip.formatting import angka
from lakip.indikator import KEADAAN_NAMA, Keadaan, Metode
from lakip.realisasi import BILANGAN, TAHUN_PENILAIAN, TEKS, Acuan, Realisasi
from lakip.unggah.berkas.lembar import Sel, alamat
from lakip.unggah.hasil import Jawaban
from lakip.unggah.tabel.angka import KOSONG, STRIP, TIDAK_ADA, Bacaan, read_cell
from lakip.unggah.tabel.kata import is_sum, plain
from lakip.unggah.tabel.peta import Bidang, Kolom, Peta, quarter_label
from lakip.unggah.tabel.ragu import Soal, doubts
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Tingkat

TIPIS = Decimal("0.5")  # so near to the target a figure of another scale comes, once it is scaled
TERBESAR_SKALA = 5  # indices run to 1, to 4 or to 5
PASANGAN = ("pembilang", "penyebut")
ANGKA = ("realisasi", "pembilang", "penyebut")
WAJIB = (frozenset({"kode", "indikator"}), frozenset({"realisasi", "pembilang"}))


def bidang(triwulan: int, tahun: int) -> tuple[Bidang, ...]:
    """What a table of realisasi of one triwulan is looked through for."""
    label = quarter_label("Realisasi", triwulan)
    figure = Bidang("", "", angka=True, triwulan=triwulan, tahun=tahun)
    return (
        Bidang("kode", "Kode", ("kode",)),
        Bidang("indikator", "Indikator", ("nama", "uraian")),
        Bidang("satuan", "Satuan", ("satuan",)),
        Bidang("no", "Nomor", ("no",)),
        Bidang("sasaran", "Sasaran", ("sasaran",)),
        replace(figure, nama="target", label="Target", apa=("target",), unsur="kinerja", tanya=False),
        replace(
            figure, nama="realisasi", label=label, apa=("realisasi",), mungkin=("capaian",), unsur="kinerja", pokok=True
        ),
        replace(figure, nama="pembilang", label=f"Pembilang {label}", apa=("pembilang",)),
        replace(figure, nama="penyebut", label=f"Penyebut {label}", apa=("penyebut",)),
        *(Bidang(name, label, (name,)) for name, label in ISIAN.items()),
    )


ISIAN = {
    "keadaan": "Keadaan", "alasan": "Alasan", "faktor_pendukung": "Faktor Pendukung",
    "faktor_penghambat": "Faktor Penghambat", "tindak_lanjut": "Tindak Lanjut", TAHUN_PENILAIAN: "Tahun Penilaian",
    "cara": "Cara mengisi",
}  # fmt: skip
TINGKAT = {
    "ambigu": Tingkat.TANYA,
    "persen_tanya": Tingkat.TANYA,
    "pecahan_persen": Tingkat.TANYA,
    "cara_tulis": Tingkat.CATATAN,
}
KEADAAN = {plain(nama): keadaan for keadaan, nama in KEADAAN_NAMA.items()} | {
    plain(word): Keadaan.TIDAK_TERSEDIA for word in TIDAK_ADA
}
TAHUN = re.compile(r"[0-9]{4}")
BUKAN_TAHUN = "tahun penilaiannya “{teks}” bukan tahun. Tulis empat angka, misalnya {contoh}, atau kosongkan."
BELUM_DIISI, NIHIL, TIDAK_TERSEDIA = "belum diisi", "nihil", "tidak tersedia"


@dataclass(frozen=True)
class Lajur:
    """The columns that hold one triwulan.

    `sd` are the fields whose figures run up to and including it; `sampai` are columns of that kind that stand
    beside one for the quarter alone.
    """

    kolom: Mapping[str, Kolom]
    sd: frozenset[str]
    sampai: Mapping[str, Kolom] = field(default_factory=dict)

    @classmethod
    def of(cls, peta: Peta) -> "Lajur":
        sd = {name for name, one in peta.kolom.items() if one.sd and name in ANGKA}
        if "realisasi" in sd:
            sd |= {"nilai", "pembilang", "penyebut"}
        return cls(peta.kolom, frozenset(sd - {"realisasi"}), peta.sampai)


@dataclass(frozen=True)
class Dibaca:
    """What one row says. `soal` are findings on its cells: (tingkat, field, kode, pesan, pilihan). `sd`: the fields
    whose figure is one to date."""

    isi: Realisasi
    soal: tuple[tuple[Tingkat, str, str, str, tuple[str, ...]], ...] = ()
    belum_diisi: bool = False
    sd: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Calon:
    """The cells of one row by field. `alamat` names the place of each field, also where the cell is empty."""

    lembar: str
    nomor: int
    sel: Mapping[str, Sel] = field(default_factory=dict)
    alamat: Mapping[str, str] = field(default_factory=dict)
    tertutup: bool = False
    tabel: Tabel | None = None
    ragu: Mapping[str, Sequence[Soal]] = field(default_factory=dict)

    @classmethod
    def of(cls, tabel: Tabel, lajur: Lajur, nomor: int) -> "Calon":
        cells = {name: tabel.sel(nomor, column.nomor) for name, column in lajur.kolom.items()}
        places = {_field(name): alamat(nomor, column.nomor) for name, column in lajur.kolom.items()}
        filled = {_field(n): s for n, s in cells.items() if s is not None}
        return cls(
            tabel.lembar.nama,
            nomor,
            filled,
            places,
            nomor in tabel.lembar.tertutup,
            tabel,
            _doubts(tabel, lajur.kolom, nomor),
        )

    def for_card(self, card: Acuan, tabel: Tabel, lajur: Lajur) -> "Calon":
        """A kumulatif takes the total to date where the row has both that and the quarter's own."""
        if card.metode is not Metode.KUMULATIF:
            return self
        found = {_field(n): tabel.lembar.sel(self.nomor, column.nomor) for n, column in lajur.sampai.items()}
        totals = {name: sel for name, sel in found.items() if sel is not None}
        places = {name: sel.alamat for name, sel in totals.items()}
        doubts = {**self.ragu, **_doubts(tabel, lajur.sampai, self.nomor)} if totals else self.ragu
        return replace(self, sel={**self.sel, **totals}, alamat={**self.alamat, **places}, ragu=doubts)

    @property
    def place(self) -> str:
        """The cell that stands for the whole row."""
        return self.alamat.get("kode") or next(iter(self.alamat.values()), f"A{self.nomor}")

    def text(self, name: str) -> str:
        return self.sel[name].teks if name in self.sel else ""

    @property
    def numbers(self) -> list[Sel]:
        return [self.sel[name] for name in BILANGAN if name in self.sel]

    def reason_to_skip(self, known: bool) -> str | None:
        """Why this is no row of data; None when it is: a known kode, a figure, or a name with satuan or figures."""
        if known:
            return None
        kode, nama = self.text("kode"), self.text("indikator")
        if reason := self._furniture(kode, nama):
            return reason
        figures = [sel for sel in self.numbers if _like_figure(sel)]
        has_figure = any(read_cell(sel, "").nilai is not None for sel in figures)
        if has_figure or ((kode or nama) and (figures or self.text("satuan"))):
            return None
        shown = " ".join(sel.teks for sel in self.sel.values())
        return f"bukan baris indikator: “{shown[:60]}”" if shown else "di luar kolom tabel"

    def _furniture(self, kode: str, nama: str) -> str | None:
        """Rows that tables carry for the reader."""
        if kode.casefold().startswith("kode"):
            return "judul kolom yang berulang"
        if self._counts_columns():
            return "baris nomor kolom"
        if is_sum(nama or kode or self.text("no")):
            return "baris jumlah atau rata-rata"
        return None

    def _counts_columns(self) -> bool:
        """A row "(1) (2) (3)" under the headings."""
        texts = [sel.teks.strip("()") for sel in sorted(self.sel.values(), key=lambda sel: sel.kolom)]
        if len(texts) < 3 or not all(t.isdecimal() for t in texts):
            return False
        return [int(t) for t in texts] == list(range(int(texts[0]), int(texts[0]) + len(texts)))

    def read(self, card: Acuan, jawaban: Jawaban) -> Dibaca:
        """The figures and texts for one indikator; answers settle what has two meanings."""
        reading = _Reading(self, card, jawaban)
        return reading.result()


def _doubts(tabel: Tabel, kolom: Mapping[str, Kolom], nomor: int) -> dict[str, Sequence[Soal]]:
    """What is doubtful about the figures of a row, by field."""
    found = {_field(n): doubts(tabel, nomor, one.nomor) for n, one in kolom.items() if _field(n) in BILANGAN}
    return {name: soal for name, soal in found.items() if soal}


def _like_figure(sel: Sel) -> bool:
    """A number or a try at one, not the place, name or NIP of a signature."""
    kode = read_cell(sel, "").kode
    return kode not in ("kosong", "bukan_angka") or sum(c.isalpha() for c in sel.teks) <= 3


def _placed(name: str, soal: Sequence[Soal]) -> Iterator[tuple[Tingkat, str, str, str]]:
    return ((tingkat, name, kode, pesan) for tingkat, kode, pesan in soal)


def _field(name: str) -> str:
    return "nilai" if name == "realisasi" else name


class _Reading:
    """The reading of one row in the making."""

    def __init__(self, calon: Calon, card: Acuan, jawaban: Jawaban) -> None:
        self.calon, self.card, self.jawaban = calon, card, jawaban
        self.soal: list[tuple[Tingkat, str, str, str, tuple[str, ...]]] = []
        self.keadaan = self._typed_keadaan()
        self.belum_diisi = False

    def result(self) -> Dibaca:
        mean = self.card.metode is Metode.RATA_RATA
        found = {name: read_cell(self.calon.sel.get(name), self._satuan(name), mean) for name in BILANGAN}
        numbers = {name: self._number(name, one) for name, one in found.items()}
        self._words(found, numbers)
        texts = {name: self._narrative(name) for name in TEKS}
        used = PASANGAN if self.card.berpasangan else ("nilai",)
        self.soal += [(*soal, ()) for name in used for soal in _placed(name, self.calon.ragu.get(name, ()))]
        keadaan = self.keadaan or (Keadaan.TERISI if any(n is not None for n in numbers.values()) else None)
        year = self._assessed()
        isi = Realisasi(
            kode=self.card.kode, keadaan=keadaan, **numbers, **texts, tahun_penilaian=year  # type: ignore[arg-type]
        )  # fmt: skip
        empty = keadaan is None and not isi.has_text and year is None and not self.soal
        return Dibaca(isi, tuple(self.soal), self.belum_diisi or empty)

    def _satuan(self, name: str) -> str:
        return self.card.satuan if name == "nilai" else ""

    def _typed_keadaan(self) -> Keadaan | None:
        text = plain(self.calon.text("keadaan"))
        if self._broken("keadaan"):
            return None
        if not text or text in KEADAAN:
            return KEADAAN.get(text)
        pesan = f"“{self.calon.text('keadaan')[:40]}” bukan keadaan. Pilih Terisi, Nihil, atau Tidak tersedia."
        self.soal.append((Tingkat.SALAH, "keadaan", "keadaan_tak_dikenal", pesan, ()))
        return None

    def _number(self, name: str, one: Bacaan) -> Decimal | None:
        """The value, or None with a finding; of fields that the indikator does not use nothing is asked."""
        used = PASANGAN if self.card.berpasangan else ("nilai",)
        words = ("", "kosong", "nihil", "tidak_tersedia", "strip")
        if name == "nilai" and name in used and (small := self._small(one)):
            one = small
        lone = name == "nilai" and not any(n in self.calon.sel for n in PASANGAN)  # nothing else of the row is filled
        if one.kode in words or (name not in used and not lone):
            return one.nilai
        labels = {angka(p): p for p in one.pilihan}
        answer = self._answer(name, one.kode)
        tingkat = TINGKAT.get(one.kode, Tingkat.SALAH)
        self.soal.append((tingkat, name, one.kode, one.pesan, tuple(labels)))
        return labels.get(answer, one.nilai)

    def _small(self, one: Bacaan) -> Bacaan | None:
        """A hundredth of what is to be expected: 0,8425 beside a target of 84, 1,0325 where percents are counted."""
        target = self.card.target
        if one.nilai is None or one.kode or not target or target < 5 or not 0 < one.nilai <= target / 20:
            return None
        whole = next((one.nilai * n for n in (100, 25, 20) if target * TIPIS <= one.nilai * n <= target / TIPIS), None)
        if whole is None or one.nilai > TERBESAR_SKALA:
            return None
        pesan = (
            f"tertulis {angka(one.nilai)}, sedangkan targetnya {angka(target)} {self.card.satuan}. "
            f"Pilih yang dimaksud: {angka(one.nilai)} atau {angka(whole)}."
        )
        return Bacaan(None, "pecahan_persen", pesan, (one.nilai, whole))

    def _words(self, found: Mapping[str, Bacaan], numbers: Mapping[str, Decimal | None]) -> None:
        """ "nihil", "n/a" and "-" stand for a keadaan, unless a number says otherwise."""
        if any(n is not None for n in numbers.values()):
            return
        for name, one in found.items():
            said = {"nihil": Keadaan.NIHIL, "tidak_tersedia": Keadaan.TIDAK_TERSEDIA}.get(one.kode)
            if said and self.keadaan in (None, said):
                self.keadaan = said
            elif said:
                pesan = f"tertulis “{self.calon.text(name)}”, padahal keadaannya lain. Samakan keduanya."
                self.soal.append((Tingkat.SALAH, name, "keadaan_bertentangan", pesan, ()))
            elif one.kode == "strip" and self.keadaan is None:
                self._dash(name, one)
            else:
                continue
            return

    def _dash(self, name: str, one: Bacaan) -> None:
        self.soal.append((Tingkat.TANYA, name, "strip", one.pesan, (NIHIL, TIDAK_TERSEDIA, BELUM_DIISI)))
        answer = self._answer(name, "strip")
        self.keadaan = {NIHIL: Keadaan.NIHIL, TIDAK_TERSEDIA: Keadaan.TIDAK_TERSEDIA}.get(answer)
        self.belum_diisi = answer == BELUM_DIISI

    def _answer(self, name: str, kode: str) -> str:
        return self.jawaban.get((self.calon.lembar, self.calon.sel[name].alamat, kode), "")

    def _narrative(self, name: str) -> str | None:
        """A text as typed, its line breaks kept; a dash or nothing is no text, so the recorded one stays."""
        sel = self.calon.sel.get(name)
        if sel is None or self._broken(name) or sel.nilai is None:
            return None
        text = str(sel.nilai).strip() if isinstance(sel.nilai, str) else sel.teks
        return None if text in STRIP or not text else text

    def _assessed(self) -> int | None:
        """The tahun that was assessed; a dash or nothing was not mentioned, so the recorded one stays."""
        sel = self.calon.sel.get(TAHUN_PENILAIAN)
        if sel is None or self._broken(TAHUN_PENILAIAN) or sel.nilai is None or sel.teks in (*STRIP, ""):
            return None
        found = TAHUN.fullmatch(sel.teks.removesuffix(".0"))
        if found is None:
            pesan = BUKAN_TAHUN.format(teks=sel.teks[:40], contoh=self.card.tahun - 1)
            self.soal.append((Tingkat.SALAH, TAHUN_PENILAIAN, "bukan_tahun", pesan, ()))
        return None if found is None else int(found[0])

    def _broken(self, name: str) -> bool:
        """Whether a cell of words shows an Excel error, or a formula that nobody calculated: a finding, no text."""
        sel = self.calon.sel.get(name)
        found = read_cell(sel, "") if sel is not None and (sel.galat or sel.tanpa_nilai) else None
        if found is not None:
            self.soal.append((Tingkat.SALAH, name, found.kode, found.pesan.replace("angkanya", "isinya"), ()))
        return found is not None


__all__ = ["ISIAN", "KOSONG", "WAJIB", "Calon", "Dibaca", "Lajur"]
