"""One row of a table of realisasi: what its cells say, before any rule judges it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from lakip.formatting import angka
from lakip.indikator import KEADAAN_NAMA, Keadaan, Metode
from lakip.realisasi import BILANGAN, TAHUN_PENILAIAN, TEKS, Acuan, Realisasi
from lakip.unggah.berkas.lembar import Sel
from lakip.unggah.tabel import angka as angka_sel
from lakip.unggah.tabel.angka import STRIP, TIDAK_ADA, read_cell
from lakip.unggah.tabel.calon import Calon, choices, question
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.peta import Bidang, quarter_label
from lakip.validasi import Temuan, Tingkat

TIPIS = Decimal("0.5")  # so near to the target a figure of another scale comes, once it is scaled
DIKETAHUI = (Keadaan.TERISI, Keadaan.NIHIL)  # what is not available is not 0
TERBESAR_SKALA = 5  # indices run to 1, to 4 or to 5
PASANGAN = ("pembilang", "penyebut")
ANGKA = ("realisasi", "pembilang", "penyebut")
WAJIB = (frozenset({"kode", "indikator"}), frozenset({"realisasi", "pembilang"}))


def bidang(triwulan: int, tahun: int) -> tuple[Bidang, ...]:
    """What a table of realisasi of one triwulan is looked through for."""
    label = quarter_label("Realisasi", triwulan)
    figure = Bidang("", "", angka=True, triwulan=triwulan, tahun=tahun)
    kinerja = replace(figure, unsur="kinerja")
    return (
        Bidang("kode", "Kode", ("kode",)), Bidang("indikator", "Indikator", ("nama", "uraian")),
        Bidang("satuan", "Satuan", ("satuan",)), Bidang("no", "Nomor", ("no",)),
        Bidang("sasaran", "Sasaran", ("sasaran",)),
        replace(kinerja, nama="target", label="Target", apa=("target",), tanya=False),
        replace(kinerja, nama="realisasi", label=label, apa=("realisasi",), mungkin=("capaian",), pokok=True),
        *(replace(figure, nama=n, label=f"{n.capitalize()} {label}", apa=(n,)) for n in PASANGAN),
        *(Bidang(name, label, (name,)) for name, label in ISIAN.items()),
    )  # fmt: skip


ISIAN = {
    "keadaan": "Keadaan", "alasan": "Alasan", "faktor_pendukung": "Faktor Pendukung",
    "faktor_penghambat": "Faktor Penghambat", "tindak_lanjut": "Tindak Lanjut", TAHUN_PENILAIAN: "Tahun Penilaian",
    "cara": "Cara mengisi",
}  # fmt: skip
KEADAAN = {plain(nama): keadaan for keadaan, nama in KEADAAN_NAMA.items()} | {
    plain(word): Keadaan.TIDAK_TERSEDIA for word in TIDAK_ADA
}
TAHUN = re.compile(r"[0-9]{4}")
BUKAN_TAHUN = "tahun penilaiannya “{teks}” bukan tahun. Tulis empat angka, misalnya {contoh}, atau kosongkan."
BELUM_DIISI, NIHIL, TIDAK_TERSEDIA = "belum diisi", "nihil", "tidak tersedia"


def like_figure(sel: Sel) -> bool:
    """A number or a try at one, not the place, name or NIP of a signature."""
    kode = read_cell(sel, "").kode
    return kode not in ("kosong", "bukan_angka") or sum(c.isalpha() for c in sel.teks) <= 3


class Bacaan:
    """What one row says of one indikator; answers settle what has two meanings.

    Attributes:
        soal: findings on its cells.
        sd: the fields whose figure is one to date.
    """

    def __init__(self, calon: Calon, card: Acuan, triwulan: int) -> None:
        self.calon, self.card, self.triwulan = calon, card, triwulan
        self.used = PASANGAN if card.berpasangan else ("nilai",)
        self.soal: list[Temuan] = []
        self.keadaan = self._typed_keadaan()
        self.belum_diisi = False
        self.isi = self._read()
        found = {name for name in BILANGAN if name in calon.kolom and calon.kolom[name].sd}
        self.sd = {*BILANGAN} if "nilai" in found else found  # a realisasi that is to date says so of its pair as well
        self._own_quarter()

    def _read(self) -> Realisasi:
        mean = self.card.metode is Metode.RATA_RATA
        found = {name: read_cell(self.calon.sel.get(name), self._satuan(name), mean) for name in BILANGAN}
        numbers = {name: self._number(name, one) for name, one in found.items()}
        self._words(found, numbers)
        texts = {name: self._narrative(name) for name in TEKS}
        for name, (tingkat, kode, pesan) in ((n, soal) for n in self.used for soal in self.calon.doubts(n)):
            self._tell(tingkat, name, kode, pesan)
        keadaan = self.keadaan or (Keadaan.TERISI if any(n is not None for n in numbers.values()) else None)
        year = self._assessed()
        isi = Realisasi(
            kode=self.card.kode, keadaan=keadaan, **numbers, **texts, tahun_penilaian=year  # type: ignore[arg-type]
        )  # fmt: skip
        self.belum_diisi |= keadaan is None and not isi.has_text and year is None and not self.soal
        return isi

    def _tell(self, tingkat: Tingkat, name: str, kode: str, pesan: str, pilihan: Sequence[str] = ()) -> None:
        about = self.card.kode
        self.soal.append(self.calon.temuan(tingkat, name, kode, f"{about}: {pesan}", about, pilihan))

    def _own_quarter(self) -> None:
        """A figure to date becomes the quarter's own where the earlier quarters are all recorded, and is said to be."""
        names, recorded = [n for n in self.used if n in self.sd], self.card.tercatat
        earlier = [recorded[q].isi for q in range(1, self.triwulan) if q in recorded]
        known = 0 < len(earlier) == self.triwulan - 1 and all(e.keadaan in DIKETAHUI for e in earlier)
        counted = self.card.metode in (Metode.JUMLAH, Metode.RASIO)
        if not (counted and known) or any(getattr(self.isi, n) is None for n in names):
            return
        for name in names:
            total, before = getattr(self.isi, name), sum((getattr(e, name) or Decimal(0) for e in earlier), Decimal(0))
            pesan = (
                f"kolomnya berisi angka “s.d.”, maka yang dicatat dihitung: {angka(total)} − {angka(before)} yang "
                f"tercatat pada triwulan sebelumnya = {angka(total - before)}."
            )
            self._tell(Tingkat.CATATAN, name, "dihitung_selisih", pesan)
            self.isi = replace(self.isi, **{name: total - before})
            self.sd = self.sd - {name}

    def _satuan(self, name: str) -> str:
        return self.card.satuan if name == "nilai" else ""

    def _typed_keadaan(self) -> Keadaan | None:
        text = plain(self.calon.text("keadaan"))
        if self._broken("keadaan"):
            return None
        if not text or text in KEADAAN:
            return KEADAAN.get(text)
        pesan = f"“{self.calon.text('keadaan')[:40]}” bukan keadaan. Pilih Terisi, Nihil, atau Tidak tersedia."
        self._tell(Tingkat.SALAH, "keadaan", "keadaan_tak_dikenal", pesan)
        return None

    def _number(self, name: str, one: angka_sel.Bacaan) -> Decimal | None:
        """The value, or None with a finding; of fields that the indikator does not use nothing is asked."""
        if name == "nilai" and name in self.used and (small := self._small(one)):
            one = small
        lone = name == "nilai" and not any(n in self.calon.sel for n in PASANGAN)  # nothing else of the row is filled
        tingkat = question(one) if name in self.used or lone else None
        if tingkat is None:
            return one.nilai
        self._tell(tingkat, name, one.kode, one.pesan, [*choices(one)])
        return choices(one).get(self.calon.answer(name, one.kode), one.nilai)

    def _small(self, one: angka_sel.Bacaan) -> angka_sel.Bacaan | None:
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
        return angka_sel.Bacaan(None, "pecahan_persen", pesan, (one.nilai, whole))

    def _words(self, found: Mapping[str, angka_sel.Bacaan], numbers: Mapping[str, Decimal | None]) -> None:
        """ "nihil", "n/a" and "-" stand for a keadaan, unless a number says otherwise."""
        if any(n is not None for n in numbers.values()):
            return
        for name, one in found.items():
            said = {"nihil": Keadaan.NIHIL, "tidak_tersedia": Keadaan.TIDAK_TERSEDIA}.get(one.kode)
            if said and self.keadaan in (None, said):
                self.keadaan = said
            elif said:
                pesan = f"tertulis “{self.calon.text(name)}”, padahal keadaannya lain. Samakan keduanya."
                self._tell(Tingkat.SALAH, name, "keadaan_bertentangan", pesan)
            elif one.kode == "strip" and self.keadaan is None:
                self._dash(name, one)
            else:
                continue
            return

    def _dash(self, name: str, one: angka_sel.Bacaan) -> None:
        self._tell(Tingkat.TANYA, name, "strip", one.pesan, (NIHIL, TIDAK_TERSEDIA, BELUM_DIISI))
        answer = self.calon.answer(name, "strip")
        self.keadaan = {NIHIL: Keadaan.NIHIL, TIDAK_TERSEDIA: Keadaan.TIDAK_TERSEDIA}.get(answer)
        self.belum_diisi = answer == BELUM_DIISI

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
            self._tell(Tingkat.SALAH, TAHUN_PENILAIAN, "bukan_tahun", pesan)
        return None if found is None else int(found[0])

    def _broken(self, name: str) -> bool:
        """Whether a cell of words shows an Excel error, or a formula that nobody calculated: a finding, no text."""
        sel = self.calon.sel.get(name)
        found = read_cell(sel, "") if sel is not None and (sel.galat or sel.tanpa_nilai) else None
        if found is not None:
            self._tell(Tingkat.SALAH, name, found.kode, found.pesan.replace("angkanya", "isinya"))
        return found is not None
