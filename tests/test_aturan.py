"""The two rules as tables: what a Kasubbag can check by hand (design 4)."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import polars as pl
import pytest
from kasus import (
    BY,
    PER,
    TAHUN,
    UNIT,
    Kasus,
    add_cases,
    add_pk,
    add_sasaran,
    add_targets,
    new_office,
    office,
    save_word,
)
from salinan import empty

from lakip import rollup
from lakip.formatting import half_up
from lakip.periode import PERIODE
from lakip.store import Store


def row_of(store: Store, periode: str, kode: str = "I1", per: date = PER) -> dict[str, Any]:
    return rollup.capaian(store, UNIT, TAHUN, periode, per).row(by_predicate=pl.col("kode") == kode, named=True)


def answer(store: Store, periode: str, kode: str = "I1") -> str:
    """One cell as people write it: the capaian with two decimals, or the alasan; then "sementara"."""
    row = row_of(store, periode, kode)
    value = row["capaian_persen"]
    words = [row["alasan"] if value is None else str(half_up(value, 2)).replace(".", ",")]
    assert (value is None) == (row["alasan"] is not None), "an empty capaian always says why, a filled one never"
    assert row["kategori"] is None or not row["sementara"], "what is sementara has no kategori"
    return " ".join(words + ["sementara"] * row["sementara"])


WORKED_CASES = """
metode       | rumus           | target      | realisasi            | SM1             | TH           | SM1 tanpa TW2         | TH tanpa TW2
jumlah       | positif         | 10 20 30 40 | 10 20 30 40          | 100,00          | 100,00       | 33,33 sementara       | 80,00 sementara
jumlah       | negatif_selisih | 3 3 3 3     | 3 10 3 3             | -16,67          | 41,67        | belum_lengkap sementara | belum_lengkap sementara
kumulatif    | positif         | 25 50 75 100| 25 50 75 100         | 100,00          | 100,00       | 50,00 sementara       | 100,00
kumulatif    | negatif_selisih | 3 6 9 12    | 3 13 16 19           | -16,67          | 41,67        | belum_lengkap sementara | 41,67
posisi_akhir | positif         | 80 80 80 80 | 90 60 85 85          | 75,00           | 106,25       | 112,50 sementara      | 106,25
rata_rata    | positif         | 60 70 80 90 | 60 70 80 90          | 100,00          | 100,00       | 92,31 sementara       | 102,22 sementara
rata_rata    | positif         | 80 80 80 80 | 80 40 80 80          | 75,00           | 87,50        | 100,00 sementara      | 100,00 sementara
rasio        | positif         | 80 80 80 80 | 8/10 45/90 9/10 8/10 | 66,25           | 72,92        | 100,00 sementara      | 104,17 sementara
"""


def case(metode: str, rumus: str, target: str, realisasi: str) -> str:
    """The kode under which the office of all tables has it."""
    return " | ".join((metode, rumus, target, realisasi))


@cache
def every_case() -> Store:
    """One office that holds the cases of every table, each an indikator of its own."""
    cases = [
        *((m, r, t, words) for m, r, t, full, *_ in table(WORKED_CASES) for words in (full, without_tw2(full))),
        *((m, "positif", t, r) for m, t, r, *_ in table(STATES)),
        *(("posisi_akhir", rumus, f"{t} – – –", f"{r} – – –") for rumus, t, r, *_ in table(RUMUS)),
        *((m, "positif", t, r) for m, t, r, *_ in table(ALASAN)),
        *((m, rumus, "3 3 3 3", "3 – – –") for m, rumus, _ in table(WAITING)),
        *(("posisi_akhir", "positif", "100 – – –", f"{r} – – –") for r, _ in table(KATEGORI)),
    ]
    store = new_office()
    add_cases(store, {case(*words): Kasus(*words) for words in cases})
    return store


def table(text: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()[1:]]


@pytest.mark.parametrize(
    ("metode", "rumus", "target", "realisasi", "sm1", "th", "sm1_gap", "th_gap"), table(WORKED_CASES)
)
def test_worked_cases_of_the_design(metode, rumus, target, realisasi, sm1, th, sm1_gap, th_gap) -> None:
    full, gap = (case(metode, rumus, target, words) for words in (realisasi, without_tw2(realisasi)))
    assert [answer(every_case(), periode, full) for periode in ("SM1", "TH")] == [sm1, th]
    assert [answer(every_case(), periode, gap) for periode in ("SM1", "TH")] == [sm1_gap, th_gap]


def without_tw2(realisasi: str) -> str:
    first, _, *rest = realisasi.split()
    return " ".join([first, "–", *rest])


# Every metode x state of its quarters, one column a periode. Read: R of the periode / T of the periode.
STATES = """
metode       | target      | realisasi              | TW2                       | SM1                       | SD3                       | TH
jumlah       | 10 20 30 40 | 10 20 30 40            | 20/20                     | 10+20=30/30               | 60/60                     | 100/100
jumlah       | 10 20 30 40 | 10 – 30 40             | –/20 sementara            | 10/30 sementara           | 40/60 sementara           | 80/100 sementara
jumlah       | 10 20 30 40 | 10 nihil 30 40         | 0/20                      | 10/30                     | 40/60                     | 80/100
jumlah       | 10 20 30 40 | 10 tt 30 40           | –/20                      | 10/30                     | 40/60                     | 80/100
jumlah       | 10 – 30 40  | 10 – 30 40             | –/–                       | 10/10                     | 40/40                     | 80/80
jumlah       | 10 20 30 40 | – – – –                | –/20 sementara            | –/30 sementara            | –/60 sementara            | –/100 sementara
kumulatif    | 3 6 9 12    | 3 7 9 12               | 7/6                       | 7/6                       | 9/9                       | 12/12
kumulatif    | 3 6 9 12    | 3 – 9 12               | –/6 sementara             | 3/6 sementara             | 9/9                       | 12/12
kumulatif    | 3 6 9 12    | nihil 7 9 12           | 7/6                       | 7/6                       | 9/9                       | 12/12
kumulatif    | 3 6 9 12    | 3 7 9 tt              | 7/6                       | 7/6                       | 9/9                       | 9/12
kumulatif    | 3 – 9 12    | 3 – 9 12               | –/–                       | 3/3                       | 9/9                       | 12/12
kumulatif    | 3 6 9 12    | – – – –                | –/6 sementara             | –/6 sementara             | –/9 sementara             | –/12 sementara
kumulatif    | 20 40 60 100| 3/15 6/15 9/15 15/15   | 40/40                     | 40/40                     | 60/60                     | 100/100
posisi_akhir | 80 80 80 80 | 90 60 85 88            | 60/80                     | 60/80                     | 85/80                     | 88/80
posisi_akhir | 80 80 80 80 | 90 – 85 88             | –/80 sementara            | 90/80 sementara           | 85/80                     | 88/80
posisi_akhir | 80 80 80 80 | 90 nihil 85 88         | 0/80                      | 0/80                      | 85/80                     | 88/80
posisi_akhir | 80 80 80 80 | 90 tt 85 88           | –/80                      | 90/80                     | 85/80                     | 88/80
posisi_akhir | 80 – 80 80  | 90 – 85 88             | –/–                       | 90/80                     | 85/80                     | 88/80
posisi_akhir | 80 80 80 80 | – – – –                | –/80 sementara            | –/80 sementara            | –/80 sementara            | –/80 sementara
rata_rata    | 60 70 80 90 | 62 70 80 88            | 70/70                     | 66/65                     | 70,67/70                  | 75/75
rata_rata    | 60 70 80 90 | 62 – 80 88             | –/70 sementara            | 62/65 sementara           | 71/70 sementara           | 76,67/75 sementara
rata_rata    | 60 70 80 90 | 62 nihil 80 88         | 0/70                      | 31/65                     | 47,33/70                  | 57,50/75
rata_rata    | 60 70 80 90 | 62 tt 80 88           | –/70                      | 62/65                     | 71/70                     | 76,67/75
rata_rata    | 60 – 80 90  | 62 – 80 88             | –/–                       | 62/60                     | 71/70                     | 76,67/76,67
rata_rata    | 60 70 80 90 | – – – –                | –/70 sementara            | –/65 sementara            | –/70 sementara            | –/75 sementara
rasio        | 80 80 80 80 | 8/10 45/90 9/10 8/10   | 50/80                     | 53/80                     | 56,36/80                  | 58,33/80
rasio        | 80 80 80 80 | 8/10 – 9/10 8/10       | –/80 sementara            | 80/80 sementara           | 85/80 sementara           | 83,33/80 sementara
rasio        | 80 80 80 80 | 8/10 nihil 9/10 8/10   | –/80                      | 80/80                     | 85/80                     | 83,33/80
rasio        | 80 80 80 80 | 8/10 tt 9/10 8/10     | –/80                      | 80/80                     | 85/80                     | 83,33/80
rasio        | 80 – 80 80  | 8/10 – 9/10 8/10       | –/–                       | 80/80                     | 85/80                     | 83,33/80
rasio        | 80 80 80 80 | – – – –                | –/80 sementara            | –/80 sementara            | –/80 sementara            | –/80 sementara
tahunan      | – – – 75    | – – – 78               | –/–                       | –/–                       | –/–                       | 78/75
tahunan      | – – – 75    | – – – –                | –/–                       | –/–                       | –/–                       | –/75 sementara
tahunan      | – – – 75    | – – – tt              | –/–                       | –/–                       | –/–                       | –/75
tahunan      | – – – 75    | – – – nihil            | –/–                       | –/–                       | –/–                       | 0/75
tahunan      | 90 – – –    | 45/50 – – –            | –/–                       | 90/90                     | 90/90                     | 90/90
"""


def figures(store: Store, periode: str, kode: str = "I1") -> str:
    row = row_of(store, periode, kode)

    def text(value: Decimal | None) -> str:
        if value is None:
            return "–"
        rounded = half_up(value, 2)
        return str(int(rounded)) if rounded == int(rounded) else str(rounded).replace(".", ",")

    return f"{text(row['realisasi'])}/{text(row['target'])}" + " sementara" * row["sementara"]


@pytest.mark.parametrize(("metode", "target", "realisasi", "tw2", "sm1", "sd3", "th"), table(STATES))
def test_every_metode_folds_every_state_of_its_quarters(metode, target, realisasi, tw2, sm1, sd3, th) -> None:
    kode = case(metode, "positif", target, realisasi)
    found = [figures(every_case(), periode, kode) for periode in ("TW2", "SM1", "SD3", "TH")]
    assert found == [tw2, sm1.removeprefix("10+20="), sd3, th]


RUMUS = """
rumus           | T    | R     | capaian       | why
positif         | 10   | 9     | 90,00         | 9 / 10
positif         | 0    | 0     | tanpa_target  | nothing was planned
positif         | 0    | 5     | tanpa_target  | nothing was planned
positif         | 200  | 40.87 | 20,44         | 20,435 halves away from zero
positif         | 33000000 | 28091250 | 85,13  | 85,125: Kecamatan Muncar 2021
negatif_selisih | 10   | 0     | 200,00        | (20 - 0) / 10
negatif_selisih | 10   | 12.5  | 75,00         | (20 - 12,5) / 10
negatif_selisih | 10   | 25    | -50,00        | (20 - 25) / 10, raw: no floor
negatif_selisih | 23   | 20.1  | 112,61        | stunting Banyuwangi 2021, as printed
negatif_selisih | 5.07 | 8.31  | 36,09         | kematian bayi 2022, as printed
negatif_selisih | 0    | 0     | 100,00        | target 0 met exactly
negatif_selisih | 0    | 2     | 0,00          | target 0 missed
negatif_rasio   | 10   | 12.5  | 80,00         | 10 / 12,5
negatif_rasio   | 10   | 20    | 50,00         | 10 / 20
negatif_rasio   | 10   | 0     | 100,00        | the cap of averages
negatif_rasio   | 0    | 0     | 100,00        | target 0 met exactly
negatif_rasio   | 0    | 3     | 0,00          | target 0 missed
stabil          | 50   | 45    | 90,00         | 1 - 5/50
stabil          | 50   | 55    | 90,00         | 1 - 5/50
stabil          | 50   | 110   | -20,00        | 1 - 60/50
stabil          | 0    | 0     | 100,00        | target 0 met exactly
stabil          | 0    | 1     | 0,00          | target 0 missed
"""


@pytest.mark.parametrize(("rumus", "target", "realisasi", "expected", "_why"), table(RUMUS))
def test_every_rumus_with_its_zeros(rumus, target, realisasi, expected, _why) -> None:
    kode = case("posisi_akhir", rumus, f"{target} – – –", f"{realisasi} – – –")
    assert answer(every_case(), "TW1", kode) == expected


@pytest.mark.parametrize(("batas", "expected"), [(None, "100,00"), (100, "100,00"), (120, "120,00"), (150, "150,00")])
def test_no_cases_at_all_earns_the_cap_or_100_without_one(batas, expected) -> None:
    store = office("posisi_akhir", "negatif_rasio", target="10 – – –", realisasi="nihil – – –", batas=batas)
    assert answer(store, "TW1") == expected


@pytest.mark.parametrize("rumus", ["negatif_selisih", "negatif_rasio", "stabil"])
def test_target_nol_switched_off_gives_no_capaian(rumus) -> None:
    store = office("posisi_akhir", rumus, target="0 – – –", realisasi="nihil – – –", target_nol=False)
    assert answer(store, "TW1") == "tanpa_target"


def test_target_0_now_with_an_annual_target_above_0_is_not_due_yet() -> None:
    store = office("kumulatif", target="0 0 0 100", realisasi="0 0 5 100")
    assert [answer(store, p) for p in ("TW1", "SM1", "SD3", "TH")] == ["belum_waktunya"] * 3 + ["100,00"]


ALASAN = """
metode    | target       | realisasi        | periode | per        | alasan
jumlah    | 10 20 30 40  | 10 – – –         | TW2     | 2026-06-29 | belum_waktunya
jumlah    | 10 20 30 40  | 10 – – –         | TW2     | 2026-06-30 | belum_diisi
jumlah    | 10 20 30 40  | – – – –          | TH      | 2026-03-31 | belum_diisi
jumlah    | 10 20 30 40  | – – – –          | TH      | 2026-03-30 | belum_waktunya
jumlah    | 10 20 – –    | 10 20 – –        | TW3     | 2026-12-31 | tanpa_target
jumlah    | – – 10 20    | – – 10 20        | SM1     | 2026-12-31 | belum_waktunya
jumlah    | 10 20 30 40  | tt tt – –      | SM1     | 2026-12-31 | tidak_tersedia
jumlah    | 10 20 30 40  | tt – – –        | SM1     | 2026-12-31 | belum_diisi
rasio     | 80 80 80 80  | 0/0 nihil – –    | SM1     | 2026-12-31 | penyebut_nol
kumulatif | 80 80 80 80  | 0/0 – – –        | TW1     | 2026-12-31 | penyebut_nol
tahunan   | – – – –      | – – – –          | TH      | 2026-12-31 | tanpa_target
"""


@pytest.mark.parametrize(("metode", "target", "realisasi", "periode", "per", "alasan"), table(ALASAN))
def test_an_empty_capaian_says_why(metode, target, realisasi, periode, per, alasan) -> None:
    row = row_of(every_case(), periode, case(metode, "positif", target, realisasi), date.fromisoformat(per))
    assert (row["capaian_persen"], row["alasan"]) == (None, alasan)


WAITING = """
metode       | rumus           | SM1 after TW1 alone
jumlah       | negatif_selisih | belum_lengkap sementara
jumlah       | negatif_rasio   | belum_lengkap sementara
jumlah       | stabil          | belum_lengkap sementara
kumulatif    | stabil          | belum_lengkap sementara
rata_rata    | negatif_selisih | 100,00 sementara
posisi_akhir | negatif_selisih | 100,00 sementara
posisi_akhir | stabil          | 100,00 sementara
"""


@pytest.mark.parametrize(("metode", "rumus", "expected"), table(WAITING))
def test_only_what_adds_up_waits_for_the_whole_periode(metode, rumus, expected) -> None:
    assert answer(every_case(), "SM1", case(metode, rumus, "3 3 3 3", "3 – – –")) == expected


def test_targets_of_a_rasio_are_averaged_where_they_differ() -> None:
    assert figures(office("rasio", target="80 90 80 90", realisasi="8/10 8/10 – –"), "SM1") == "80/85"


def test_annual_target_is_the_pk_figure_never_the_fold() -> None:
    store = office("jumlah", target="10 20 30 40", realisasi="10 20 30 40", tahunan="125")
    assert figures(store, "TH") == "100/125"
    assert figures(store, "SD4") == "100/100"


def test_a_year_without_an_annual_target_has_no_capaian() -> None:
    store = office("jumlah", target="10 20 30 40", realisasi="10 20 30 40", tahunan="–")
    assert answer(store, "TH") == "tanpa_target"


def test_an_annual_target_without_any_quarter_can_never_be_final() -> None:
    store = office("tahunan", target="– – – –", realisasi="– – – –", tahunan="75")
    assert answer(store, "TH") == "tanpa_target sementara"


def test_an_unconfirmed_figure_makes_the_periode_sementara() -> None:
    store = office("jumlah", target="10 20 30 40", realisasi="10 20? 30 40")
    assert [answer(store, p) for p in ("TW1", "TW2", "SM1", "SM2")] == [
        "100,00", "100,00 sementara", "100,00 sementara", "100,00",
    ]  # fmt: skip
    row = rollup.capaian(store, UNIT, TAHUN, "SM1", PER).row(0, named=True)
    assert (row["terisi"], row["berlaku"], row["dibenarkan"]) == (2, 2, 1)


def test_a_correction_counts_at_once_and_waits_for_confirmation() -> None:
    store = office("jumlah", target="10 20 30 40", realisasi="10 20 30 40")
    with store.transaction() as tx:
        save_word(tx, "I1", 2, "15?", versi=2)
    assert answer(store, "SM1") == "83,33 sementara"  # 100 * (10 + 15) / 30
    with store.transaction() as tx:
        save_word(tx, "I1", 2, "18", versi=3)
    assert answer(store, "SM1") == "93,33"  # 100 * (10 + 18) / 30


def test_a_pk_perubahan_judges_only_the_quarters_from_which_it_counts() -> None:
    store = office("jumlah", target="10 20 30 40", realisasi="10 20 20 20")
    with store.transaction() as tx:
        add_pk(tx, 2, mulai_triwulan=3)
        add_targets(tx, "I1", 2, tuple(map(Decimal, ("1", "1", "20", "20", "70"))))
    assert [figures(store, p) for p in ("TW1", "TW2", "TW3", "SM1", "SM2", "TH")] == [
        "10/10", "20/20", "20/20", "30/30", "40/40", "70/70",
    ]  # fmt: skip


def test_kemajuan_holds_the_to_date_figure_against_the_annual_target() -> None:
    store = office("jumlah", target="10 20 30 40", realisasi="10 20 15 –")
    rows = rollup.capaian(store, UNIT, TAHUN, ["TW3", "SM1"], PER)
    found = {row["periode"]: (row["realisasi_sd"], row["kemajuan_persen"]) for row in rows.to_dicts()}
    assert found == {"TW3": (10 + 20 + 15, 45), "SM1": (10 + 20, 30)}


def test_kemajuan_in_percent_is_for_positif_only() -> None:
    store = office("jumlah", "negatif_selisih", target="3 3 3 3", realisasi="3 0 – –")
    row = rollup.capaian(store, UNIT, TAHUN, "TW2", PER).row(0, named=True)
    assert (row["realisasi_sd"], row["target_tahun"], row["kemajuan_persen"]) == (3, 12, None)


KATEGORI = """
R      | kategori
150    | Sangat Tinggi
90.01  | Sangat Tinggi
90.005 | Sangat Tinggi
90.004 | Tinggi
90     | Tinggi
75.01  | Tinggi
75     | Sedang
65.5   | Sedang
65     | Rendah
50.2   | Rendah
50     | Sangat Rendah
0      | Sangat Rendah
-20    | Sangat Rendah
"""


@pytest.mark.parametrize(("realisasi", "kategori"), table(KATEGORI))
def test_kategori_is_read_off_the_value_as_printed(realisasi, kategori) -> None:
    row = row_of(every_case(), "TW1", case("posisi_akhir", "positif", "100 – – –", f"{realisasi} – – –"))
    assert row["kategori"] == kategori


def test_a_later_scale_is_read_by_its_own_bounds() -> None:
    """Not by those of the scale before it: 95 is above 60, and no bound of the new scale lies above it."""
    store = office("posisi_akhir", target="100 – – –", realisasi="95 – – –")
    later = {"unit": UNIT, "mulai_tahun": TAHUN, "warna": "#000000", "ikon": "x"}
    with store.transaction() as tx:
        tx.insert("kategori", [later | {"urutan": 1, "nama": "Baik", "di_atas": Decimal(60)},
                               later | {"urutan": 2, "nama": "Kurang", "di_atas": None}])  # fmt: skip
    assert rollup.capaian(store, UNIT, TAHUN, "TW1", PER)["kategori"].to_list() == ["Baik"]


def averages(store: Store, periode: str) -> dict[str | None, tuple[str, str, int, int]]:
    rows = rollup.rata_rata(store, UNIT, TAHUN, periode, PER).to_dicts()

    def text(value: Decimal | None) -> str:
        return "–" if value is None else str(half_up(value, 2))

    return {r["sasaran"]: (text(r["tanpa_batas"]), text(r["dengan_batas"]), r["dihitung"], r["jumlah"]) for r in rows}


def office_with_averages(batas: int | None) -> Store:
    store = new_office(batas)
    add_sasaran(store, "S2", "camat")
    add_sasaran(store, "K1", "kasi")
    add_cases(store, {
        kode: Kasus("posisi_akhir", rumus, "100 – – –", f"{tw1} – – –", sasaran=sasaran)
        for kode, rumus, tw1, sasaran in (
            ("A", "positif", "224", "S1"), ("B", "positif", "60", "S1"), ("C", "positif", "–", "S1"),
            ("D", "positif", "95?", "S1"), ("E", "negatif_selisih", "250", "S2"), ("F", "positif", "10", "K1"),
        )
    })  # fmt: skip
    return store


def test_averages_leave_out_the_incomplete_and_the_lower_levels() -> None:
    found = averages(office_with_averages(100), "TW1")
    assert found["S1"] == ("142.00", "80.00", 2, 4)  # (224 + 60) / 2; (100 + 60) / 2
    assert found["S2"] == ("-50.00", "0.00", 1, 1)  # floor 0 under the cap only
    assert found["K1"] == ("10.00", "10.00", 1, 1)
    assert found[None] == ("78.00", "53.33", 3, 5)  # (224 + 60 - 50) / 3; (100 + 60 + 0) / 3


@pytest.mark.parametrize(("batas", "expected"), [(None, "142.00"), (110, "85.00"), (120, "90.00"), (150, "105.00")])
def test_the_cap_of_averages_is_a_setting(batas, expected) -> None:
    assert averages(office_with_averages(batas), "TW1")["S1"][1] == expected


def test_an_average_of_nothing_is_not_zero() -> None:
    assert averages(office("jumlah", target="1 1 1 1", realisasi="– – – –"), "TH")["S1"] == ("–", "–", 0, 1)


# Renstra Kecamatan Muncar 2025-2029, Tabel 2.5: target / realisasi / capaian as printed, 2020..2024.
MUNCAR = """
1 | 90.76 91 100.26 | 93.14 93.5 100.38 | 90.10 97.95 108.71 | 90.62 93.93 103.65 | 91.33 97.66 106.93
2 | 80.53 81.03 100.62 | 81.03 85.46 105.47 | 81.53 86.14 105.65 | 82.03 87.92 107.18 | 82.53 82.32 99.75
3 | 89 97.5 109.55 | 90 94 104.44 | 90 94 104.44 | 90 94 104.44 | 90 100 111.11
4 | 89 97 108.98 | 90 94.62 105.13 | 90 95.15 105.72 | 90 95.87 106.52 | 90 97.31 108.12
5 | 90.00 90.00 100 | 92.50 92.50 100 | 93.50 93.50 100 | 94.00 94.00 100 | 94.50 94.50 100
6 | 72.50 72.50 100 | 75.00 75.00 100 | 80.00 80.00 100 | 82.50 82.50 100 | 82.50 82.50 100
7 | 23.00 23.00 100 | 23.00 23.00 100 | 25.00 25.00 100 | 25.00 25.00 100 | 27.00 27.00 100
8 | 2 2 100 | 2 2 100 | 2 2 100 | 2 2 100 | 2 2 100
9 | 90.00 90.00 100 | 90.00 90.00 100 | 90.00 90.00 100 | 90.00 90.00 100 | 90.00 90.00 100
"""


def test_the_45_ratios_of_kecamatan_muncar() -> None:
    cells = [cell.split() for line in MUNCAR.strip().splitlines() for cell in line.split("|")[1:]]
    store = new_office()
    words = [Kasus("posisi_akhir", "positif", f"– – – {t}", f"– – – {r}") for t, r, _ in cells]
    add_cases(store, {f"M{n:02}": case for n, case in enumerate(words)})
    found = dict(rollup.capaian(store, UNIT, TAHUN, "TH", PER).select("kode", "capaian_persen").iter_rows())
    truncated = [
        n for n, (_, _, printed) in enumerate(cells)
        if half_up(found[f"M{n:02}"], 2) != Decimal(printed)
    ]  # fmt: skip
    assert len(cells) == 45
    assert truncated == [1, 15], "IKM 2021 (100,386) and ketercapaian 2020 (108,989) were printed truncated"
    assert [int(found[f"M{n:02}"] * 100) for n in truncated] == [10038, 10898]


def test_the_view_of_periods_says_what_the_vocabulary_says() -> None:
    rows = empty().read("periode").to_dicts()
    assert {r["periode"]: tuple(r["triwulan"]) for r in rows} == {p.kode: p.triwulan for p in PERIODE.values()}


def test_a_card_corrected_for_an_earlier_year_does_not_rule_a_later_one() -> None:
    store = office("jumlah", target="10 20 30 40", realisasi="10 20 30 40")
    card = {"unit": UNIT, "kode": "I1", "sasaran": "S1", "bagian": "PEM", "nama": "Indikator", "satuan": "%"}
    rest = {"isian": "nilai", "rumus": "positif", "desimal": 2, "iku": True, "urutan": 1, **BY}
    versions = (("posisi_akhir", 2, TAHUN + 1), ("kumulatif", 3, TAHUN))
    with store.transaction() as tx:
        tx.insert(
            "indikator",
            [{**card, **rest, "metode": m, "versi": versi, "mulai_tahun": mulai} for m, versi, mulai in versions],
        )
    found = {tahun: rollup.capaian(store, UNIT, tahun, "TH", PER)["metode"].item() for tahun in (TAHUN, TAHUN + 1)}
    assert found == {TAHUN: "kumulatif", TAHUN + 1: "posisi_akhir"}
