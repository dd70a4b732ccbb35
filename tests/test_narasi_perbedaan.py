"""What planning documents say differently: found, explained line by line, and a gap where nobody explains it."""

from dataclasses import replace
from datetime import date

import naskah
import pytest
from contoh_siap import loaded

from lakip import narasi, praperiksa
from lakip.contoh.isi import UNIT
from lakip.dokumen import Selisih
from lakip.narasi import perbedaan
from lakip.praperiksa import Butir, Hasil

PER = date(2026, 10, 31)


def one(kode: str | None, jenis_b: str, indikator: str = "Nama, tanpa kode") -> Selisih:
    return Selisih("target", kode, indikator, "Target berbeda", "PK", "85", "–", "x", "84", "–", "", "pk", jenis_b)


@pytest.mark.parametrize(
    ("teks", "said"),
    [
        ("RKT | semua RKT", ["semua RKT", "[belum diisi: penjelasan]", "semua RKT"]),
        ("IK-01 | dua dokumen\nRKT | sisanya", ["dua dokumen", "dua dokumen", "sisanya"]),
        ("RKT | sisanya\nik-01  rkt | paling dekat", ["paling dekat", "[belum diisi: penjelasan]", "sisanya"]),
        ("IK-01; Nama, tanpa kode | bersama", ["bersama", "bersama", "bersama"]),
        ("RKT | ", ["[belum diisi: penjelasan]"] * 3),
        ("Kalimat tanpa baris tabel.", ["[belum diisi: penjelasan]"] * 3),
    ],
)
def test_of_several_lines_the_closest_name_counts(teks: str, said: list[str]) -> None:
    found = [one("IK-01", "rkt"), one("IK-01", "renstra"), one(None, "rkt")]
    assert list(narasi.explanations(found, [teks])) == said


def test_lines_of_the_table_are_no_sentences_above_it() -> None:
    assert narasi.sentences(["Ada dua.", "RKT | sebab\nSesudah tabel."]) == ("Ada dua.", "Sesudah tabel.")


def test_a_text_that_passes_over_a_difference_or_names_none_is_told() -> None:
    """2024: the IKU has another name for IK-03, and one Renstra indikator is in neither PK nor RKT."""
    fakta = narasi.lengkap(loaded()[0], UNIT, 2024, "TH", PER).fakta
    told = [c.pesan for c in perbedaan.unexplained(fakta, ["IK-03 | sebutan lama\nIK-30 | salah ketik"])]
    assert [t.partition(" (")[0] for t in told] == [
        "penjelasan perbedaan Persentase partisipasi lembaga kemasyarakatan desa Perjanjian Kinerja",
        "penjelasan perbedaan Persentase partisipasi lembaga kemasyarakatan desa RKT",
        "penjelasan “ik-30” tidak menunjuk perbedaan mana pun",
    ]


def test_without_differences_one_sentence_says_so_and_names_what_was_compared() -> None:
    fakta = narasi.lengkap(naskah.kept(), naskah.UNIT, naskah.TAHUN, "TH", naskah.PER).fakta
    left_out = ("Renstra (belum terdaftar)", "Renja (belum terdaftar)", "RKT (isinya belum dimasukkan)")
    (part,) = perbedaan.paragraphs(replace(fakta, tak_dibandingkan=left_out))
    assert part.naskah == (
        "Tidak terdapat perbedaan indikator, satuan, dan target di antara dokumen perencanaan tahun 2026 yang "
        "dibandingkan, yaitu IKU, Perjanjian Kinerja, dan Rencana Aksi. Dokumen yang belum tersedia saat "
        "laporan disusun tidak ikut dibandingkan: Renstra, Renja, dan RKT."
    )
    assert part.celah == ()


def test_an_office_with_one_document_has_nothing_to_compare() -> None:
    part = narasi.susun(naskah.kept(), naskah.UNIT, naskah.TAHUN, "TH", naskah.PER)["selisih"]
    assert part.paragraf[0].startswith("Belum ada dua dokumen perencanaan tahun 2026 yang dapat dibandingkan.")


def checked(tahun: int) -> dict[str, Butir]:
    return {b.syarat.kode: b for b in praperiksa.check(loaded()[0], UNIT, tahun, "TH", PER)}


@pytest.mark.parametrize("kode", ["III.3", "III.6"])
def test_the_check_counts_what_is_explained(kode: str) -> None:
    met, short = checked(2025)[kode], checked(2024)[kode]
    assert (met.hasil, met.bukti) == (
        Hasil.TERPENUHI, "10 perbedaan antar dokumen perencanaan dijelaskan pada Bab II."
    )  # fmt: skip
    assert (short.hasil, short.jawaban.halaman) == (Hasil.KURANG, "naskah.py")
    assert short.bukti == "3 penjelasan perbedaan antar dokumen belum ditulis atau belum tepat."
    small = {b.syarat.kode: b for b in praperiksa.check(naskah.kept(), naskah.UNIT, naskah.TAHUN, "TH", naskah.PER)}
    assert small[kode].bukti == "Tidak diperlukan: tidak ada perbedaan antar dokumen perencanaan."
