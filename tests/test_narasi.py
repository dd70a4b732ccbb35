"""The narrative: one plan for each standing and direction; every number from the record; gaps seen and listed."""

import re

import pytest
from contoh_siap import loaded
from narasi_kantor import BY, KODE, PER, TAHUN, UNIT, office

from lakip import narasi, rencana, sumber
from lakip.errors import UserError
from lakip.narasi import kalimat, pola, pola_kantor
from lakip.narasi.arah import Arah, Gerak, Hasil, Mutu
from lakip.narasi.isi import STAF
from lakip.narasi.rujukan import RUJUKAN
from lakip.periode import PERIODE
from lakip.store import Store


def text(store: Store, kunci: str = f"indikator:{KODE}", tahun: int = TAHUN, periode: str = "TH") -> str:
    """One section as a person reads it."""
    one = narasi.susun(store, UNIT, tahun, periode, PER)[kunci]
    return sumber.polos("\n".join(one.paragraf)).replace("\u00a0", " ")


def gaps(store: Store, kunci: str = f"indikator:{KODE}") -> list[str]:
    return [c.pesan for c in narasi.susun(store, UNIT, TAHUN, "TH", PER)[kunci].celah]


# rumus | target | realisasi of 2024, 2025, 2026 | what is said of 2026
CAPAIAN = [
    ("positif", "80 80 80", "78 79 82", "terealisasi 82,00, melampaui target 80,00. Capaian kinerjanya 102,50 %"),
    ("positif", "80 80 80", "78 79 80", "terealisasi 80,00, sesuai dengan target. Capaian kinerjanya 100,00 %"),
    ("positif", "80 80 80", "78 79 60", "terealisasi 60,00 dari target 80,00. Capaian kinerjanya 75,00 %, termasuk "
     "kategori Sedang"),
    ("negatif_selisih", "4 4 4", "4 4 3", "terealisasi 3,00, lebih rendah daripada target paling tinggi 4,00. Karena "
     "indikator ini semakin rendah semakin baik, capaian kinerjanya 125,00 %"),
    ("negatif_selisih", "4 4 4", "4 4 4", "terealisasi 4,00, sama dengan target paling tinggi."),
    ("negatif_selisih", "4 4 4", "4 4 6", "terealisasi 6,00, melebihi target paling tinggi 4,00. Karena indikator ini "
     "semakin rendah semakin baik, capaian kinerjanya 50,00 %, termasuk kategori Sangat Rendah"),
    ("negatif_rasio", "4 4 4", "4 4 5", "melebihi target paling tinggi 4,00. Karena indikator ini semakin rendah semakin "
     "baik, capaian kinerjanya 80,00 %"),
    ("stabil", "80 80 80", "80 80 84", "terealisasi 84,00 terhadap target 80,00. Karena indikator ini semakin dekat dengan "
     "target semakin baik, capaian kinerjanya 95,00 %"),
    ("negatif_selisih", "0 0 0", "0 0 nihil", "terealisasi 0,00, sesuai dengan target nol."),
    ("negatif_selisih", "0 0 0", "0 0 2", "terealisasi 2,00, sedangkan targetnya nol."),
    ("positif", "80 80 –", "78 79 82", "tidak mempunyai target pada tahun 2026, sehingga capaiannya tidak dihitung"),
    ("positif", "80 80 80", "78 79 –", "belum diisi, sehingga capaiannya belum dapat dihitung"),
    ("positif", "80 80 80", "78 79 tt", "tidak tersedia dengan alasan survei tidak dilaksanakan, sehingga"),
]  # fmt: skip


@pytest.mark.parametrize(("rumus", "target", "realisasi", "said"), CAPAIAN)
def test_each_standing_and_direction_has_its_sentence(rumus: str, target: str, realisasi: str, said: str) -> None:
    assert said in text(office(rumus, target, realisasi))


# rumus | realisasi of 2024, 2025, 2026 | against 2025 | over three years
TAHUN_LALU = [
    ("positif", "78 79 82", "tahun 2025, realisasi tersebut meningkat 3,00 poin.", "cenderung meningkat"),
    ("positif", "84 83 82", "tahun 2025, realisasi tersebut menurun 1,00 poin.", "cenderung menurun"),
    ("positif", "82 80 82", "tahun 2025, realisasi tersebut meningkat 2,00 poin.", "naik turun"),
    ("positif", "82 82 82", "Realisasi tersebut sama dengan realisasi tahun 2025.",
     "Selama tiga tahun terakhir realisasinya tetap"),
    ("negatif_selisih", "5 4 3", "turun 1,00 poin, yang berarti kinerja membaik", "turun ke arah yang lebih baik"),
    ("negatif_selisih", "1 2 3", "naik 1,00 poin, yang berarti kinerja menurun", "cenderung naik sehingga perlu ditekan"),
    ("stabil", "70 74 82", "naik 8,00 poin dan menjadi lebih dekat dengan targetnya", "cenderung naik"),
    ("stabil", "80 80 84", "naik 4,00 poin dan menjadi lebih jauh dari targetnya", "cenderung naik"),
    ("stabil", "80 76 84", "naik 8,00 poin, dengan jarak yang sama terhadap targetnya", "naik turun"),
    ("positif", "– 79 82", "meningkat 3,00 poin. Realisasi kedua tahun tersebut 79,00 (2025) dan 82,00 (2026)", ""),
    ("positif", "78 – 82", "Realisasi tahun 2025 tidak tersedia", ""),
]  # fmt: skip


@pytest.mark.parametrize(("rumus", "realisasi", "lalu", "tren"), TAHUN_LALU)
def test_it_is_held_against_last_year_and_three_years(rumus: str, realisasi: str, lalu: str, tren: str) -> None:
    said = text(office(rumus, "80 80 80", realisasi))
    assert lalu in said
    assert tren in said


@pytest.mark.parametrize(
    ("rumus", "realisasi", "renstra", "said"),
    [
        ("positif", "78 79 82", "82", "Target akhir Renstra tahun 2028 sebesar 82,00 telah tercapai."),
        ("positif", "78 79 60", "80", "mencapai 75,00 %, sehingga masih diperlukan kenaikan 20,00 poin."),
        ("negatif_selisih", "5 4 3", "3", "telah memenuhi target akhir Renstra tahun 2028, yaitu paling tinggi 3,00."),
        ("negatif_selisih", "5 4 3", "2", "paling tinggi 2,00, sehingga masih diperlukan penurunan 1,00 poin."),
        ("stabil", "80 80 84", "90", "Realisasi ini berselisih 6,00 poin dari target akhir Renstra tahun 2028"),
    ],
)
def test_it_is_held_against_the_end_of_the_renstra(rumus: str, realisasi: str, renstra: str, said: str) -> None:
    assert said in text(office(rumus, "80 80 80", realisasi, renstra=renstra))


def test_no_renstra_is_a_gap_with_the_page_that_mends_it() -> None:
    store = office(ucapan=("Loket baru", "", ""))
    assert "[belum diisi: target akhir Renstra IK-01]" in text(store)
    (gap,) = narasi.susun(store, UNIT, TAHUN, "TH", PER)[f"indikator:{KODE}"].celah
    assert gap == narasi.Celah("indikator:IK-01", "target akhir Renstra IK-01", "acuan?tahun=2026&periode=TH")


def test_comparison_figures_name_their_source() -> None:
    said = text(office(banding=(("kabupaten", "80"), ("provinsi", "82"), ("nasional", "90"))))
    assert "lebih tinggi 2,00 poin daripada angka kabupaten sebesar 80,00 (sumber: Laporan kabupaten)" in said
    assert "sama dengan angka provinsi (sumber: Laporan provinsi)" in said
    assert "lebih rendah 8,00 poin daripada angka nasional sebesar 90,00 (sumber: Laporan nasional)." in said


def test_without_comparison_figures_it_says_so_and_is_no_gap() -> None:
    store = office(renstra="90", ucapan=("Loket baru", "", ""))
    assert pola.TANPA_BANDING in text(store)
    assert gaps(store) == []


# realisasi | pendukung, penghambat, tindak lanjut | gaps
SEBAB = [
    ("82", ("", "", ""), ["faktor pendukung IK-01"]),  # a success needs its cause as a miss does
    ("80", ("", "", ""), ["faktor pendukung IK-01"]),
    ("82", ("Loket baru", "", ""), []),
    ("60", ("", "", ""), ["faktor penghambat IK-01", "tindak lanjut IK-01"]),
    ("60", ("", "Antrean panjang", ""), ["tindak lanjut IK-01"]),
    ("60", ("", "Antrean panjang", "Menambah loket"), []),
    ("97", ("", "", ""), ["faktor pendukung IK-01"]),  # 121,25 %
    ("97", ("Loket baru", "", ""), []),
]


@pytest.mark.parametrize(("kini", "ucapan", "missing"), SEBAB)
def test_what_missed_or_reached_its_target_needs_its_cause(
    kini: str, ucapan: tuple[str, str, str], missing: list[str]
) -> None:
    store = office(realisasi=f"78 79 {kini}", renstra="99", ucapan=ucapan)
    assert gaps(store) == missing
    for gap in missing:
        assert f"[belum diisi: {gap}]" in text(store)


def test_causes_are_the_clerks_words_as_clauses() -> None:
    said = text(
        office(realisasi="78 79 60", renstra="90", ucapan=("Kader aktif", "Antrean panjang.", "BPS menghitung"))
    )
    assert "Belum tercapainya target disebabkan oleh hal berikut: antrean panjang." in said
    assert "Meskipun target belum tercapai, terdapat faktor pendukung berikut: kader aktif." in said
    assert "ditempuh: BPS menghitung." in said


@pytest.mark.parametrize(
    ("kata", "klausa"),
    [
        ("Antrean panjang.", "antrean panjang"),
        ("Inspektorat belum menilai", "Inspektorat belum menilai"),
        ("Satpol PP belum melapor", "Satpol PP belum melapor"),
        ("SP4N padam; ", "SP4N padam"),
        ("Pergantian Camat", "pergantian Camat"),
        ("Desa tertib {besar}", "desa tertib (besar)"),
    ],
)
def test_a_clause_keeps_names_and_loses_its_full_stop(kata: str, klausa: str) -> None:
    assert kalimat.frasa(kata) == klausa


def test_an_unconfirmed_figure_claims_nothing() -> None:
    said = text(office(renstra="90", dibenarkan=False))
    assert "untuk sementara terealisasi 82,00 dari target 80,00" in said
    assert "belum diberi kategori. [belum diisi: pembenaran Kasi atas realisasi IK-01]" in said
    assert "melampaui" not in said
    assert "meningkat" not in said


def test_a_pair_shows_its_numerator_and_denominator() -> None:
    said = text(office(realisasi="7/10 8/10 9/10", satuan="%", isian="pembilang_penyebut", renstra="90"))
    assert "terealisasi 90,00 %, melampaui target 80,00 %" in said
    assert "dihitung dari desa tertib sebanyak 9 dibandingkan dengan jumlah desa sebanyak 10." in said


def test_a_denominator_of_zero_is_told() -> None:
    said = text(office(realisasi="7/10 8/10 0/0", satuan="%", isian="pembilang_penyebut", renstra="90"))
    assert "tidak dapat dihitung karena jumlah desa berjumlah nol" in said


def test_an_assessment_of_another_year_is_said() -> None:
    assert "merupakan hasil penilaian tahun 2025" in text(office(tahun_penilaian=2025))
    assert "hasil penilaian" not in text(office(tahun_penilaian=2026))


def test_a_figure_measured_otherwise_is_not_compared() -> None:
    store = office(realisasi="78 79 82")
    with store.transaction() as tx:
        card = rencana.acuan(store, UNIT, TAHUN).row(0, named=True)
        names = ("kode", "sasaran", "bagian", "nama", "isian", "metode", "rumus", "desimal", "iku", "urutan")
        row = {k: card[k] for k in names} | {"satuan": "orang", "versi": 2, "mulai_tahun": TAHUN}
        tx.insert("indikator", [{"unit": UNIT, **row, **BY}])
    assert "Cara pengukuran pada tahun 2025 berbeda" in text(store)
    goal = text(store, "sasaran:S1")  # there is a realisasi of 2025, and the table prints it
    assert "Realisasi tahun 2025 tidak dibandingkan karena cara pengukuran" in goal
    assert "tidak tersedia untuk dibandingkan" not in goal


# ---------------------------------------------------------------- the plans themselves


def test_every_direction_has_a_plan_for_every_case() -> None:
    assert set(pola.CAPAIAN) == {(a, h) for a in Arah for h in Hasil}
    assert set(pola.TAHUN_LALU) == {(a, g) for a in Arah for g in (Gerak.NAIK, Gerak.TURUN, Gerak.TETAP)}
    assert set(pola.TREN) == {(a, g) for a in Arah for g in Gerak}
    assert set(pola.RENSTRA) == {(a, met) for a in Arah for met in (True, False)}
    assert set(pola.SARAN_KURANG) == {1, 2, 3, 4, 5}
    assert set(pola.SARAN_TERCAPAI) == {None, *Mutu}


def plans() -> list[str]:
    found = []
    for module in (pola, pola_kantor):
        for name, value in vars(module).items():
            if name.isupper():
                found += (
                    [value] if isinstance(value, str) else list(value.values() if isinstance(value, dict) else value)
                )
    return found


def test_no_plan_holds_a_figure_or_a_word_twice() -> None:
    for plan in plans():
        assert not re.search(r"\b(\w{3,}) \1\b", plan), plan
        bare = re.sub(r"Nomor \d+|Tahun \d+|\(\d\)|100\s%|5 poin", "", plan)
        assert not re.search(r"\d", bare), plan


# ---------------------------------------------------------------- the example, read as a whole


PERIODES = [(2025, p) for p in narasi.PERIODE_NASKAH] + [(2026, p) for p in ("TW1", "TW2", "SM1", "TW3", "SM2", "TH")]


@pytest.fixture(scope="module")
def example() -> Store:
    return loaded()[0]


@pytest.mark.parametrize(("tahun", "periode"), PERIODES)
def test_every_text_of_the_example_reads_well(example: Store, tahun: int, periode: str) -> None:
    found = narasi.lengkap(example, UNIT, tahun, periode, PER)
    for kunci, one in found.naskah.items():
        if one.dari == STAF:  # what a person wrote is his own
            continue
        for raw, printed in zip(one.mentah, one.paragraf, strict=True):
            said = sumber.polos(printed).replace("\u00a0", " ")
            where = f"{kunci}: {said}"
            assert not re.search(r"\b(\w{2,}) \1\b", said), where
            assert not re.search(r"\.\.|,,|  | [.,;]|\( |None|\bnan\b|\{|\}", said), where
            assert said[0].isupper() or said.startswith("[belum diisi"), where
            assert said.endswith((".", "]")), where
            sentences = [s for s in re.split(r"(?<=[a-z%)])\. ", said) if s]
            assert len(sentences) == len(set(sentences)), where
            assert all(name in found.daftar for name in RUJUKAN.findall(raw)), where


@pytest.mark.parametrize("kunci", ["sasaran:S1", "sasaran:S2", "sasaran:S3", "sasaran:S4"])
def test_a_sasaran_of_a_year_has_the_seven_analyses(example: Store, kunci: str) -> None:
    one = narasi.susun(example, UNIT, 2025, "TH", PER)[kunci]
    assert len(one.judul_paragraf) == 7
    assert one.celah == ()


def test_every_figure_in_a_text_is_that_of_the_record(example: Store) -> None:
    """By its mark: IK-02 of 2025 is 91 of 100 against 92, last year 91; the same as the recap prints."""
    one = narasi.susun(example, UNIT, 2025, "TH", PER)["indikator:IK-02"]
    figures = {code: said for part in one.paragraf for code, said in sumber.potong(part) if code}
    assert figures["IK-02.2025.TH.realisasi"] == "91,00"
    assert figures["IK-02.2025.TH.target"] == "92,00"
    assert figures["IK-02.2025.TH.capaian"].replace("\u00a0", " ") == "98,91 %"  # 91 / 92
    assert figures["IK-02.2025.TH.pembilang"] == "91"
    assert figures["IK-02.2024.TH.capaian"].replace("\u00a0", " ") == "101,11 %"  # 91 / 90
    assert figures["IK-02.2025.TH.target_renstra"] == "97,00"
    assert figures["IK-02.2025.TH.kemajuan_renstra"].replace("\u00a0", " ") == "93,81 %"  # 91 / 97


def test_no_number_of_a_text_stands_outside_a_mark(example: Store) -> None:
    """But for dates and years, numbers of regulations and documents, the address, and counts of the register."""
    naskah = narasi.susun(example, UNIT, 2025, "TH", PER)
    free = ("latar", "kata_pengantar", "gambaran", "perencanaan", "efisiensi")
    for kunci, one in naskah.items():
        if kunci in free or one.dari == STAF:
            continue
        for part in one.paragraf:
            bare = "".join(said for code, said in sumber.potong(part) if code is None)
            bare = re.sub(
                r"\b\d{1,2} [A-Z][a-z]+ 20\d\d\b|\(\d{1,2}\)|\b20\d\d\b|dengan batas 100|mencapai 100.%|PBB-P2|TW\d",
                "",
                bare,
            )
            assert not re.search(r"\d", bare), f"{kunci}: {bare}"


def test_efficiency_below_the_target_is_refused_by_name(example: Store) -> None:
    said = text(example, "sasaran:S1", 2025)
    assert "belum mencapai 100 %, sehingga serapan anggaran 92,50 % tidak dinilai sebagai efisiensi" in said
    assert "dinilai efisien" not in said


def test_efficiency_waits_for_the_end_of_the_year(example: Store) -> None:
    assert "Efisiensi dinilai pada akhir tahun" in text(example, "sasaran:S1", 2026, "SM1")


def test_a_semester_tells_what_is_adjusted(example: Store) -> None:
    found = narasi.susun(example, UNIT, 2026, "SM1", PER)
    assert {"penyesuaian_strategi", "penyesuaian_aktivitas", "penyesuaian_anggaran"} <= set(found)
    assert "penyesuaian_strategi" not in narasi.susun(example, UNIT, 2026, "TH", PER)
    # The DPPA of September is no matter of the first semester.
    assert "Rp 3.905.005.000 tidak berubah" in text(example, "penyesuaian_anggaran", 2026, "SM1")
    assert "menjadi Rp 3.843.995.000 melalui perubahan anggaran" in text(example, "penyesuaian_anggaran", 2026, "SM2")


def test_an_unfinished_year_is_not_concluded(example: Store) -> None:
    said = text(example, "simpulan", 2026, "TH")
    assert "Kinerja belum dapat disimpulkan karena baru 1 (satu) dari 9 (sembilan) indikator" in said
    assert "Secara umum" not in said


def test_personnel_is_nowhere_in_the_record_and_so_a_gap(example: Store) -> None:
    (gap,) = narasi.gaps([narasi.susun(example, UNIT, 2024, "TH", PER)["sumber_daya"]])
    assert gap.halaman == "naskah?tahun=2024&periode=TH&bagian=sumber_daya"


@pytest.mark.parametrize("periode", [p for p in PERIODE if p not in narasi.PERIODE_NASKAH])
def test_a_to_date_periode_has_no_report(periode: str) -> None:
    with pytest.raises(UserError, match=f"tidak disusun untuk “{periode}”"):
        narasi.susun(office(), UNIT, TAHUN, periode, PER)


def test_a_year_without_indikator_is_told() -> None:
    with pytest.raises(UserError, match="belum mempunyai indikator"):
        narasi.susun(office(), UNIT, 2019, "TH", PER)


def test_the_same_record_gives_the_same_words(example: Store) -> None:
    assert narasi.susun(example, UNIT, 2025, "TH", PER) == narasi.susun(example, UNIT, 2025, "TH", PER)


def test_the_share_of_a_sasaran_is_said_of_one_program_too(example: Store) -> None:
    """S2 bears half of program 7.01.01 alone: 1.410.362.500 of 2.820.725.000."""
    said = text(example, "sasaran:S2", 2025)
    assert "dengan pagu Rp 2.820.725.000, terealisasi Rp 2.607.475.250 atau 92,44 %" in said
    assert "Menurut porsi keterkaitannya, anggaran sasaran ini Rp 1.410.362.500 dan telah terealisasi" in said


def test_the_efforts_of_a_missed_target_are_those_of_what_missed_it(example: Store) -> None:
    """IK-01 of S1 met its target: its waiting room solves nothing of the complaints of IK-02."""
    said = text(example, "sasaran:S1", 2025)
    assert "Hambatan yang menyebabkan target belum tercapai: enam pengaduan" in said
    assert "Alternatif solusi yang ditempuh: membahas data dalam rapat koordinasi dengan Dinas Sosial." in said
    assert "pendingin" not in said


def test_a_success_of_which_nothing_is_told_is_a_gap_and_not_praised() -> None:
    said = text(office(renstra="90"))
    assert "[belum diisi: faktor pendukung IK-01]" in said
    assert "perlu mempertahankan capaian ini pada periode berikutnya." in said
    assert "perbaikan ini" not in said
    goal = text(office(renstra="90"), "sasaran:S1")
    assert "[belum diisi: faktor pendukung IK-01]" in goal


@pytest.mark.parametrize(("tahun", "periode"), PERIODES)
def test_no_text_tells_the_staff_what_to_fill_in(example: Store, tahun: int, periode: str) -> None:
    """That is what the list of missing things is for: a report may become final."""
    found = narasi.susun(example, UNIT, tahun, periode, PER)
    for kunci, one in found.items():
        said = re.sub(r"\[belum diisi: [^]]*\]", "", sumber.polos("\n".join(one.paragraf)))
        assert not re.search(r"perlu (mencatat|melengkapi|mengisi)|dilengkapi agar|belum terdaftar", said), kunci


def test_nothing_is_hurried_in_a_year_that_is_over(example: Store) -> None:
    first, second = (text(example, "penyesuaian_anggaran", 2025, periode) for periode in ("SM1", "SM2"))
    assert "dan perlu dipercepat" in first
    assert "dipercepat" not in second
    assert "Sisanya menjadi bahan penyusunan anggaran dan rencana penarikan tahun berikutnya." in second
