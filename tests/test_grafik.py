"""Charts: what is drawn is what the record says, in Indonesian, and said in words as well."""

from decimal import Decimal

import altair as alt
import naskah
import polars as pl
import pytest
import vl_convert

from lakip import anggaran, grafik, rollup
from lakip.pengaturan import KATEGORI


@pytest.fixture(scope="module")
def store():
    return naskah.office()


@pytest.fixture(scope="module")
def capaian(store):
    return rollup.capaian(store, naskah.UNIT, naskah.TAHUN, ["TW1", "TW2"], naskah.PER)


@pytest.fixture(scope="module")
def tw2(capaian):
    return capaian.filter(pl.col("periode") == "TW2")


def values(chart):
    """The rows of the largest dataset, by kode."""
    return max(chart.to_dict()["datasets"].values(), key=lambda rows: len(rows[0]))


def svg(chart):
    """The words of the picture, runs of spaces as one."""
    return " ".join(vl_convert.vegalite_to_svg(chart.to_dict()).split())


def test_a_decimal_column_is_drawn_at_its_own_size(tw2):
    assert isinstance(tw2["capaian_persen"].dtype, pl.Decimal)
    drawn = {row["kode"]: row["capaian_persen"] for row in values(grafik.bullet(tw2, KATEGORI))}
    assert drawn["IK-04"] == pytest.approx(100 * 13 / 12)
    assert drawn["IK-06"] is None


def test_the_bullet_axis_reaches_120_or_the_highest_figure(tw2):
    def axis(frame):
        return grafik.bullet(frame, KATEGORI).to_dict()["layer"][1]["encoding"]["x"]["scale"]["domain"]

    assert axis(tw2.filter(pl.col("kode") == "IK-05")) == [0, 120]
    assert axis(tw2.filter(pl.col("kode") == "IK-07")) == [0, 200]


def test_a_negative_capaian_stays_on_the_axis(tw2):
    below = tw2.head(1).with_columns(capaian_persen=pl.lit(Decimal("-16.67")))
    assert grafik.bullet(below, KATEGORI).to_dict()["layer"][1]["encoding"]["x"]["scale"]["domain"] == [-16.67, 120]


def test_bullet_says_the_kategori_the_provisional_and_the_reason_in_words(tw2):
    said = svg(grafik.bullet(tw2, KATEGORI))
    for words in ("Sangat Tinggi  99,38 %", "belum dibenarkan  100,00 %", "belum diisi", "tidak tersedia"):
        assert " ".join(words.split()) in said


def test_what_is_provisional_is_never_drawn_in_the_colour_of_a_kategori(tw2):
    rows = {row["kode"]: row for row in values(grafik.bullet(tw2, KATEGORI))}
    assert rows["IK-09"]["isi"] == "sementara"
    assert rows["IK-09"]["warna"] == "transparent"
    assert rows["IK-01"]["warna"] == "#16a34a"


def test_missing_quarters_are_counted(store):
    sm1 = rollup.capaian(store, naskah.UNIT, naskah.TAHUN, "SM1", naskah.PER).filter(pl.col("kode") == "IK-06")
    assert "sementara 1/2 TW, " not in grafik.alt_text(grafik.bullet(sm1, KATEGORI))
    assert "85,71 %, sementara 1/2 TW" in grafik.alt_text(grafik.bullet(sm1, KATEGORI))


def test_the_scorecard_has_a_cell_per_indikator_and_quarter_in_their_order(capaian):
    rows = values(grafik.matriks(capaian, KATEGORI))
    assert len(rows) == 9 * 2
    assert list(dict.fromkeys(row["kolom"] for row in rows)) == ["TW I", "TW II"]


def test_a_narrow_scorecard_keeps_figures_and_drops_words(capaian):
    complete = capaian.filter(~pl.col("sementara") & pl.col("alasan").is_null())
    assert "Sangat Tinggi" in svg(grafik.matriks(complete, KATEGORI, lebar=640))
    narrow = svg(grafik.matriks(complete, KATEGORI, lebar=330))
    assert ">Sangat Tinggi<" not in narrow
    assert "108,33" in narrow


def test_long_names_are_wrapped_and_cut_with_a_mark(tw2):
    said = svg(grafik.matriks(tw2, KATEGORI))
    assert "IK-02 Persentase pengaduan" in said
    assert "…" in said


def test_numbers_are_printed_the_indonesian_way(store):
    tree = anggaran.pohon(store, naskah.UNIT, naskah.TAHUN, 2)
    said = svg(grafik.serapan(tree.filter(pl.col("jenjang") == "program")))
    assert "Rp 28.091.250 dari Rp 33.000.000 (85,13 %)" in said


def test_the_step_line_ends_where_the_record_ends(store):
    frame = rollup.capaian(store, naskah.UNIT, naskah.TAHUN, ["SD1", "SD2", "SD3", "SD4"], naskah.PER)
    chart = grafik.langkah(frame.filter(pl.col("kode") == "IK-05"))
    points = [(p["sumbu"], p["nilai"]) for p in values(chart) if p["seri"] == "Realisasi"]
    assert points == [("s.d. TW I", 3), ("s.d. TW II", 3 + 1)]
    assert "s.d. TW IV target 12" in grafik.alt_text(chart)


def test_the_trend_shows_target_and_realisasi_of_each_year():
    frame = pl.DataFrame(
        {
            "tahun": [2025, 2024], "kode": "IK-01", "nama": "IKM", "satuan": "nilai", "desimal": 2,
            "target": [Decimal(81), Decimal(80)], "realisasi": [Decimal("82.5"), Decimal("79.125")], "sementara": [True, False],
        }
    )  # fmt: skip
    said = grafik.alt_text(grafik.tren(frame))
    assert said.index("2024 target 80,00; 2024 realisasi 79,13") < said.index("2025 realisasi 82,50 (sementara)")


def yearly(*pairs):
    """Target and realisasi of 2024 and the tahun after it."""
    rows = [
        {"tahun": 2024 + n, "kode": "IK-01", "nama": "IKM", "satuan": "indeks", "desimal": 2, "sementara": False,
         "target": Decimal(target), "realisasi": Decimal(got)}
        for n, (target, got) in enumerate(pairs)
    ]  # fmt: skip
    return grafik.tren(pl.DataFrame(rows))


@pytest.mark.parametrize(
    ("pairs", "ends"),
    [
        ((("84", "84.7"), ("85", "85.87")), [80, 90]),  # a tenth of 85,87 around them
        ((("95", "92.8"), ("95", "92.99")), [85, 100]),
        ((("100", "81"), ("100", "100")), [70, 110]),  # twice 100 - 81
        ((("2.75", "2.75"), ("2.75", "2.75")), [2.6, 2.9]),
    ],
)
def test_a_small_growth_is_drawn_on_an_axis_that_says_where_it_begins(pairs, ends):
    chart = yearly(*pairs)
    y = chart.to_dict()["layer"][0]["encoding"]["y"]
    assert y["scale"]["domain"] == pytest.approx(ends)
    begins = f"{ends[0]:g}".replace(".", ",")
    assert y["axis"]["title"] == f"indeks (mulai dari {begins})"
    assert grafik.alt_text(chart).endswith(f" Sumbu mulai dari {begins}.")


@pytest.mark.parametrize("pairs", [(("5", "5"), ("7", "6")), (("0", "0"), ("1", "0")), (("10", "-2"), ("10", "9"))])
def test_a_growth_that_shows_from_zero_is_drawn_from_zero(pairs):
    chart = yearly(*pairs)
    y = chart.to_dict()["layer"][0]["encoding"]["y"]
    assert y["scale"] == {"zero": True}
    assert "umbu" not in grafik.alt_text(chart)


def board(**over):
    row = {"kode": "IK-01", "judul": "Pelayanan", "nama": "Indeks Kepuasan", "pendek": "IKM", "beside": "86,88 / 86", "capaian_persen": Decimal("101.03"),
           "ikon": "✓", "kata": "101,03 %", "nada": "baik", "tw1": "✓", "tw2": "▼", "tw3": None, "tw4": None}  # fmt: skip
    return pl.DataFrame([row | over], schema_overrides={"tw3": pl.String, "tw4": pl.String})


def drawn_rows(chart, key):
    return next(rows for rows in chart.to_dict()["datasets"].values() if rows and key in rows[0])


def test_the_board_ends_at_120_and_says_what_goes_beyond():
    for value, share, beyond in (("101.03", 101.03 / 120, False), ("200", 1, True), ("-16.67", 0, False)):
        (row,) = drawn_rows(grafik.papan(board(capaian_persen=Decimal(value))), "isi")
        assert (row["isi"], row["lewat"]) == (pytest.approx(share), beyond)


def test_the_board_draws_grey_what_is_not_judged_and_no_quarter_that_is_not_measured():
    (row,) = drawn_rows(grafik.papan(board(nada="kosong", kata="belum dibenarkan", ikon="○")), "isi")
    assert row["warna"] == grafik.TERANG.sementara
    cells = drawn_rows(grafik.papan(board()), "geser")
    assert [(c["ikon"], c["warna"]) for c in cells] == [("✓", grafik.TERANG.sel_baik), ("▼", grafik.TERANG.sel_buruk)]


def test_the_board_says_its_figures_and_leaves_them_out_where_there_is_no_room():
    chart = grafik.papan(board())
    assert grafik.alt_text(chart) == "Realisasi terhadap target (garis tegak: target). IKM: 86,88 / 86, ✓ 101,03 %."
    assert "86,88 / 86" in svg(grafik.papan(board(), lebar=664))
    assert "86,88 / 86" not in svg(grafik.papan(board(), lebar=360))
    assert "Indeks Kepuasan" not in svg(grafik.papan(board(), lebar=664))
    assert "Indeks Kepuasan" in svg(grafik.papan(board(), lebar=1000))


def test_no_mark_speaks_english_to_a_screen_reader(tw2):
    for chart in (grafik.papan(board()), grafik.bullet(tw2, KATEGORI)):
        assert chart.to_dict()["config"]["mark"]["aria"] is False


def test_completeness_says_its_state_in_a_word():
    frame = pl.DataFrame(
        {"bagian": "PEM", "bagian_nama": "Seksi Pemerintahan", "triwulan": [1, 2], "terisi": [2, 1], "berlaku": [2, 2],
         "keadaan": ["dibenarkan", "sebagian"]}
    )  # fmt: skip
    said = svg(grafik.kelengkapan(frame))
    assert "dibenarkan" in said
    assert "1/2" in said


def test_every_chart_has_a_text_alternative_with_its_figures(capaian, tw2):
    assert "IK-05  Jumlah dokumen laporan pembinaan desa & kelurahan: 33,33 %, Sangat Rendah" in grafik.alt_text(
        grafik.bullet(tw2, KATEGORI)
    )
    assert "IK-06" in grafik.alt_text(grafik.matriks(capaian, KATEGORI))


def test_empty_frames_draw_an_empty_chart(tw2):
    assert grafik.to_png(grafik.bullet(tw2.clear(), KATEGORI)).startswith(b"\x89PNG")
    assert grafik.to_png(grafik.matriks(tw2.clear(), KATEGORI)).startswith(b"\x89PNG")


@pytest.mark.parametrize("palet", [grafik.TERANG, grafik.GELAP])
def test_both_palettes_draw(tw2, palet):
    assert grafik.to_png(grafik.bullet(tw2, KATEGORI, palet), scale=1).startswith(b"\x89PNG")


def test_a_chart_of_a_report_is_the_chart_of_the_screen(tw2):
    drawn = grafik.unchecked(lambda: grafik.bullet(tw2, KATEGORI))
    assert drawn.to_dict() == grafik.bullet(tw2, KATEGORI).to_dict() == grafik.spec(grafik.bullet, tw2, KATEGORI)
    with pytest.raises(Exception, match="invalid value"):
        alt.Chart().mark_bar(orient="miring")  # what builds a chart elsewhere is checked again


def test_a_chart_of_the_screen_may_be_changed_and_is_drawn_as_it_was(tw2):
    first = grafik.spec(grafik.bullet, tw2, KATEGORI)
    first["layer"].clear()
    assert grafik.spec(grafik.bullet, tw2, KATEGORI)["layer"]


def test_another_figure_colour_or_click_is_another_chart(tw2):
    as_shown = grafik.spec(grafik.bullet, tw2, KATEGORI, grafik.TERANG)
    moved = tw2.with_columns(capaian_persen=pl.col("capaian_persen") + 1)
    assert grafik.spec(grafik.bullet, moved, KATEGORI, grafik.TERANG)["datasets"] != as_shown["datasets"]
    assert grafik.spec(grafik.bullet, tw2, KATEGORI, grafik.GELAP)["config"] != as_shown["config"]
    clicked = grafik.spec(grafik.bullet, tw2, KATEGORI, grafik.TERANG, klik=True)
    assert [p["name"] for p in clicked["params"]] == [grafik.PILIH]
    assert "params" not in as_shown
