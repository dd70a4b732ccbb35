"""The card of an indikator writes its calculation out so that a Kasubbag can follow it with a pencil."""

import re
from datetime import date
from decimal import Decimal

import pytest
from kasus import BY, PADA, PER, TAHUN, UNIT, add_indikator, add_pk, add_targets, office, save_word

from lakip import kartu
from lakip.errors import UserError
from lakip.formatting import angka
from lakip.store import Store


def uraian(store: Store, periode: str) -> tuple[str, ...]:
    return kartu.read(store, UNIT, TAHUN, periode, "I1", PER).uraian


def test_a_sum_is_written_out_with_its_capaian() -> None:
    store = office("jumlah", target="30 40 30 40", realisasi="20 40 – –")
    assert uraian(store, "SM1") == (
        "Realisasi setiap triwulan adalah tambahan; realisasi periode adalah jumlahnya.",
        "Realisasi Semester I Tahun 2026 = 20,00 + 40,00 = 60,00 %.",
        "Target Semester I Tahun 2026 = 30,00 + 40,00 = 70,00 %.",
        "Capaian = 60,00 / 70,00 × 100 = 85,71 %.",
        "Kategori: Tinggi.",
    )


STEPS = """
jumlah       | positif         | 3 3 3 3     | 3 10 3 3             | TH  | = 3,00 + 10,00 + 3,00 + 3,00 = 19,00 % | = target tahunan Perjanjian Kinerja = 12,00 %
kumulatif    | positif         | 3 6 9 12    | 3 7 9 –              | SD3 | = angka Triwulan III = 9,00 %    | = target Triwulan III = 9,00 %
kumulatif    | positif         | 20 40 60 80 | 3/15 6/15 9/15 –     | SD3 | = angka Triwulan III = 100 × 9 / 15 = 60,00 % | = target Triwulan III = 60,00 %
rata_rata    | positif         | 60 70 80 90 | 62 70 – –            | SM1 | = (62,00 + 70,00) / 2 = 66,00 %  | = (60,00 + 70,00) / 2 = 65,00 %
rata_rata    | positif         | 60 – 80 90  | 62 – – –             | SM1 | = 62,00 %                        | = 60,00 %
rasio        | positif         | 80 80 80 80 | 8/10 45/90 9/10 8/10 | SM1 | = 100 × (8 + 45) / (10 + 90) = 53,00 % | = (80,00 + 80,00) / 2 = 80,00 %
"""


@pytest.mark.parametrize("line", STEPS.strip().splitlines())
def test_each_metode_says_which_quarters_enter_and_how(line) -> None:
    metode, rumus, target, realisasi, periode, r, t = (cell.strip() for cell in line.split("|"))
    steps = uraian(office(metode, rumus, target=target, realisasi=realisasi), periode)
    assert next(s for s in steps if s.startswith("Realisasi ") and " = " in s).endswith(f" {r}.".replace("  ", " "))
    assert next(s for s in steps if s.startswith("Target ")).endswith(f" {t}.")


@pytest.mark.parametrize(
    ("rumus", "step"),
    [
        ("negatif_selisih", "Capaian = (2 × 10,00 − 12,50) / 10,00 × 100 = 75,00 %."),
        ("negatif_rasio", "Capaian = 10,00 / 12,50 × 100 = 80,00 %."),
        ("stabil", "Capaian = (1 − |12,50 − 10,00| / 10,00) × 100 = 75,00 %."),
    ],
)
def test_each_rumus_is_written_with_its_own_numbers(rumus, step) -> None:
    assert step in uraian(office("posisi_akhir", rumus, target="10 – – –", realisasi="12.5 – – –"), "TW1")


def test_what_is_missing_is_told_and_nothing_is_judged() -> None:
    steps = uraian(office("jumlah", target="10 10 – 10", realisasi="10 tt – –"), "TH")
    assert "Triwulan II tidak tersedia, tidak ikut dihitung (alasan: tidak ditulis)." in steps
    assert "Triwulan III tidak diukur (tanpa target)." in steps
    assert "Triwulan IV belum diisi." in steps
    assert steps[-1] == "Sementara, tanpa kategori: baru 2 dari 3 triwulan terisi."


def test_an_unconfirmed_figure_says_so() -> None:
    assert uraian(office("jumlah", target="10 – – –", realisasi="10? – – –"), "TW1")[-1].endswith(
        "belum dibenarkan Kasi."
    )


def test_a_target_of_0_tells_its_rule() -> None:
    steps = uraian(office("jumlah", "negatif_selisih", target="0 – – –", realisasi="nihil – – –"), "TW1")
    assert "Capaian = 100,00 %: target 0 dinilai 100 bila realisasinya 0, selain itu 0." in steps


@pytest.mark.parametrize("realisasi", ["– – – –", "tt – – –"])
def test_no_figure_gives_a_reason_instead_of_a_calculation(realisasi) -> None:
    assert any(s.startswith("Capaian tidak dihitung: ") for s in uraian(office("jumlah", target="10 – – –", realisasi=realisasi), "TW1"))  # fmt: skip


@pytest.mark.parametrize("periode", ["TW2", "SM1", "SD3", "TH"])
@pytest.mark.parametrize("metode", ["jumlah", "rata_rata", "rasio"])
def test_the_written_sum_really_gives_the_figure(metode, periode) -> None:
    realisasi = "8/10 45/90 9/10 8/10" if metode == "rasio" else "7 12 5 9"
    found = kartu.read(office(metode, target="80 80 80 80", realisasi=realisasi), UNIT, TAHUN, periode, "I1", PER)
    step = next(s for s in found.uraian if s.startswith("Realisasi ") and " = " in s)
    equation = re.search(r"= ([^=]+?)(?: =| %)", step)
    assert equation is not None
    worth = eval(equation[1].replace("×", "*").replace(",", "."))
    assert angka(Decimal(str(worth)), 2) == angka(found.angka["realisasi"], 2)


def test_every_version_stays_visible_with_where_it_came_from() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="10 – – –")
    with store.transaction() as tx:
        tx.insert("unggahan", [{
            "id": "U1", "unit": UNIT, "jenis": "realisasi", "tahun": TAHUN, "triwulan": 1, "nama_berkas": "tw1.xlsx",
            "sha256": "ab", "ukuran": 1, "dibaca": 1, "dilewati": 0, "ditahan": 0, **BY,
        }])  # fmt: skip
        key = {"unit": UNIT, "indikator": "I1", "tahun": TAHUN, "triwulan": 1, "versi": 2}
        where = {"unggahan": "U1", "lembar": "TW I", "sel": "F12"}
        tx.insert("realisasi", [{**key, "keadaan": "terisi", "nilai": Decimal("9.5"), **where, **BY}])
    rows = kartu.read(store, UNIT, TAHUN, "TW1", "I1", PER).riwayat.to_dicts()
    assert [(r["versi"], kartu.value(r), r["berlaku"], r["dibenarkan_oleh"]) for r in rows] == [
        (2, "9,5", True, None),
        (1, "10", False, "uji"),
    ]
    assert kartu.origin(rows[0]) == "Berkas “tw1.xlsx”, lembar “TW I”, sel F12; diunggah uji, 2 Januari 2026 11.04 WITA"
    assert kartu.origin(rows[1]) == "Diketik oleh uji, 2 Januari 2026 11.04 WITA"
    assert rows[0]["pada"] == PADA


def test_quarters_carry_the_pk_version_in_force() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="10 – – –")
    with store.transaction() as tx:
        add_pk(tx, 2, 3)
        add_targets(tx, "I1", 2, (*[Decimal(20)] * 4, Decimal(60)))
    found = kartu.read(store, UNIT, TAHUN, "TH", "I1", PER).triwulan
    assert found.select("triwulan", "target", "pk").rows() == [(1, 10, 1), (2, 10, 1), (3, 20, 2), (4, 20, 2)]


def test_values_read_as_they_were_typed() -> None:
    store = office("rasio", target="80 80 80 80", realisasi="8/10 nihil tt –")
    rows = kartu.read(store, UNIT, TAHUN, "TH", "I1", PER).triwulan.iter_rows(named=True)
    assert [kartu.value(r) for r in rows] == ["8 / 10", "nihil", "tidak tersedia", "–"]


@pytest.mark.parametrize(
    ("nilai", "desimal", "printed"),
    [("87.3", 2, "87,30"), ("87.345", 2, "87,345"), ("6", 0, "6"), ("1000", 0, "1.000")],
)
def test_a_figure_stands_at_the_desimal_of_its_indikator_and_never_hides_what_was_typed(
    nilai, desimal, printed
) -> None:
    row = {"keadaan": "terisi", "nilai": Decimal(nilai), "pembilang": None, "penyebut": None}
    assert kartu.value(row, desimal) == printed


def test_the_trend_holds_the_years_with_a_target_or_a_figure() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="10 10 10 10")
    with store.transaction() as tx:
        add_pk(tx, 1, tahun=2025)
        add_targets(tx, "I1", 1, (*[Decimal(5)] * 4, Decimal(20)), 2025)
        for n in (1, 2, 3, 4):
            save_word(tx, "I1", n, "4", tahun=2025)
    found = kartu.read(store, UNIT, TAHUN, "TH", "I1", PER).tahunan
    assert found.select("tahun", "realisasi").rows() == [(2025, 16), (2026, 40)]


def test_an_unknown_indikator_is_refused_by_name() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="10 – – –")
    add_indikator(store, "I2", "jumlah", target="1 1 1 1")
    with pytest.raises(UserError, match="Indikator “I9” tidak ada pada tahun 2026"):
        kartu.read(store, UNIT, TAHUN, "TW1", "I9", date(2026, 4, 1))
