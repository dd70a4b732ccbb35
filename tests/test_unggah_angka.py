"""Numbers as offices type them: read exactly, or asked, or refused with the way out. Never guessed."""

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip.formatting import angka
from lakip.unggah.berkas.lembar import Sel
from lakip.unggah.tabel.angka import Bacaan, read_cell, read_text, read_value


def said(found: Bacaan) -> str:
    """The value, or "1,5|1.500" for a choice, or the code."""
    if found.pilihan:
        return "|".join(angka(p) for p in found.pilihan)
    return found.kode if found.nilai is None else f"{found.nilai:f}"


READ = """
1.234,5          | poin    | 1234.5
95,5             | persen  | 95.5
95,50            | persen  | 95.5
100              | persen  | 100
0                | orang   | 0
007              | orang   | 7
80%              | persen  | 80
80 %             | %       | 80
80,25 persen     | Persen  | 80.25
80%              | orang   | satuan_salah
Rp 1.500.000     | rupiah  | 1500000
Rp1.500.000,00   | Rp      | 1500000
Rp. 1.500.000,-  | Rupiah  | 1500000
IDR 2.000.000    | rupiah  | 2000000
1,500,000.00     | rupiah  | 1500000
1500000.00       | rupiah  | 1500000
Rp 1.500         | persen  | satuan_salah
Rp 1.500.000     | juta rupiah | satuan_salah
1.500            | juta rupiah | 1,5|1.500
1.500            | orang   | 1500
1.500            | dokumen | 1500
1.500            | indeks  | 1,5|1.500
2.345            | hari    | 2,345|2.345
2.345            | hari kerja | 2,345|2.345
2.345            | bulan   | 2,345|2.345
2.345            | jam     | 2,345|2.345
2.345 hari       | hari    | 2,345|2.345
2.345 hari       | Hari.   | 2,345|2.345
1.250            | kepala keluarga | 1250
1.250            | wajib pajak | 1250
1.250            | unit usaha | 1250
1.250            | orang/bulan | 1,25|1.250
1234.567         | orang   | 1.234,567|1.234.567
1.500            | persen  | 1,5|1.500
1,500            | indeks  | 1,5|1.500
1,500            | orang   | 1,5|1.500
0.955            | persen  | 0,955|955
0,955            | persen  | 0.955
97.5             | persen  | 97.5
12345.678        | poin    | 12.345,678|12.345.678
12345.67         | poin    | 12345.67
12,5             | jam     | 12.5
1.234.567        | poin    | 1234567
1,234,567        | poin    | 1234567
1,234.5          | poin    | 1234.5
15 desa          | desa    | 15
15 desa          | orang   | bukan_angka
-5               | poin    | -5
−5,5             | poin    | -5.5
(5)              | poin    | -5
+5               | poin    | 5
１２，５         | poin    | 12.5
 85 5            | poin    | bukan_angka
1 500            | poin    | bukan_angka
1.23,4           | poin    | bukan_angka
1.5.2            | poin    | bukan_angka
12.5.2026        | poin    | bukan_angka
31/03/2026       | poin    | bukan_angka
9/15             | persen  | bukan_angka
85,5o            | persen  | bukan_angka
5²               | poin    | bukan_angka
½                | poin    | bukan_angka
٥                | poin    | bukan_angka
1e3              | poin    | bukan_angka
1,5E+03          | poin    | bukan_angka
nan              | poin    | bukan_angka
inf              | poin    | bukan_angka
Rp 1,2 M         | rupiah  | bukan_angka
--5              | poin    | bukan_angka
Baik             | poin    | bukan_angka
-                | poin    | strip
–                | poin    | strip
n/a              | poin    | tidak_tersedia
N/A              | poin    | tidak_tersedia
Tidak tersedia   | poin    | tidak_tersedia
NIHIL            | poin    | nihil
                 | poin    | kosong
1234567890123456789 | poin | terlalu_besar
"""


@pytest.mark.parametrize("line", READ.strip("\n").splitlines())
def test_a_typed_number_is_read_asked_or_refused(line: str) -> None:
    text, satuan, expected = (part.strip() for part in line.split("|", 2))
    assert said(read_text(text, satuan)) == expected


def test_thousands_dot_is_not_a_decimal_point() -> None:
    """Field 6.2 item 3: "1.500" became 1.5."""
    assert read_text("1.500", "orang").nilai == 1500
    assert read_text("1.500", "indeks").nilai is None


def test_a_mean_of_whole_things_is_asked_and_an_excel_number_never() -> None:
    assert said(read_text("2.345", "dokumen", rata_rata=True)) == "2,345|2.345"
    assert said(read_cell(Sel(1, 1, "2.345"), "dokumen", rata_rata=True)) == "2,345|2.345"
    for number in (2.345, 2345):
        assert read_cell(Sel(1, 1, number), "hari", rata_rata=True) == Bacaan(Decimal(str(number)))


def test_a_numerator_may_be_money_and_is_no_percentage() -> None:
    """Of a pair no satuan is known."""
    assert read_text("Rp 5.900.000.000", "").nilai == 5_900_000_000
    assert read_text("Rp 1.500", "").nilai == 1_500, "money has no three decimals"
    assert said(read_text("1.500", "")) == "1,5|1.500"
    found = read_text("80%", "")
    assert (found.kode, found.pesan.endswith("padahal yang diisi bilangan. Ketik angkanya.")) == ("satuan_salah", True)


def test_decimal_comma_is_not_dropped() -> None:
    """Field 6.2 item 4: "12,5" was dropped."""
    assert read_text("12,5", "persen").nilai == Decimal("12.5")


def test_what_is_no_number_is_not_zero() -> None:
    """Field 6.2 item 5: text became 0."""
    for text in ("abc", "-", "n/a", "", "belum ada"):
        assert read_text(text, "persen").nilai is None


def test_rupiah_with_cents_is_not_multiplied() -> None:
    """Field 6.2 item 6: Rp times a hundred from ".00"."""
    assert read_text("1500000.00", "rupiah").nilai == 1_500_000
    assert read_text("Rp1.500.000,00", "rupiah").nilai == 1_500_000
    assert read_text("1.500.000.00", "rupiah").kode == "bukan_angka"


def test_minus_and_comma_are_not_stripped() -> None:
    """Field 6.2 item 7: a digits-only pattern made 125 of "-12,5"."""
    assert read_text("-12,5", "poin").nilai == Decimal("-12.5")


def test_percent_cell_means_what_it_shows() -> None:
    """Field 6.2 item 36: a cell 0.85 shown as 85 %."""
    cell = Sel(12, 6, 0.855, "0.0%")
    assert read_cell(cell, "persen").nilai == Decimal("85.5")
    assert read_cell(Sel(1, 1, 0.85), "persen").nilai == Decimal("0.85"), "shown as 0,85"
    assert said(read_cell(cell, "indeks")) == "0,855|85,5"
    assert read_cell(Sel(1, 1, "0,85%", "0%"), "persen").nilai == Decimal("0.85")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Sel(1, 1, 0.1 + 0.2), "0.3"),
        (Sel(1, 1, 1 / 3), "0.333333"),
        (Sel(1, 1, 2 / 3 * 100), "66.666667"),
        (Sel(1, 1, 1e-9), "0"),
        (Sel(1, 1, 123456789012345), "123456789012345"),
        (Sel(1, 1, float("inf")), "bukan_angka"),
        (Sel(1, 1, float("nan")), "bukan_angka"),
        (Sel(1, 1, 1e300), "terlalu_besar"),
        (Sel(1, 1, True), "bukan_angka"),
        (Sel(1, 1, datetime(2026, 3, 31), "dd/mm/yyyy"), "bukan_angka"),
        (Sel(1, 1, "#DIV/0!", galat=True), "galat_excel"),
        (Sel(1, 1, None, rumus=True), "rumus_kosong"),
        (Sel(1, 1, "", rumus=True), "kosong"),
        (None, "kosong"),
    ],
)
def test_an_excel_cell_is_taken_exactly_or_explained(cell: Sel | None, expected: str) -> None:
    assert said(read_cell(cell, "poin")) == expected


def test_every_refusal_says_what_to_do() -> None:
    for value in ("85,5o", "1e3", "80%", "1.500", datetime(2026, 3, 31), True, 1e30, "Rp 5"):
        found = read_value(value, "poin")
        assert found.nilai is None
        assert any(word in found.pesan for word in ("Ketik", "ketik", "Pilih", "Periksa")), found
    assert read_text("97.5", "persen").kode == "cara_tulis", "read, and said how"


@given(st.decimals(min_value=Decimal("-1e12"), max_value=Decimal("1e12"), places=6))
def test_what_the_system_prints_it_reads_back_or_asks(number: Decimal) -> None:
    found = read_text(angka(number), "poin")
    assert found.nilai == number if not found.pilihan else number in found.pilihan


@given(st.text(max_size=80), st.sampled_from(["persen", "orang", "rupiah", "poin", ""]))
def test_no_text_crashes_the_reader(text: str, satuan: str) -> None:
    found = read_text(text, satuan)
    assert found.nilai is None or found.nilai.is_finite()


@given(st.integers(min_value=0, max_value=10**15))
def test_a_whole_satuan_is_never_asked_about_thousands(number: int) -> None:
    assert read_text(angka(number), "orang").nilai == number
