"""What is typed or pasted on a screen passes the reader of files: read, asked, or refused in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip.errors import UserError
from lakip.unggah.tabel import ketikan
from lakip.unggah.tabel.angka import read_text, written
from lakip.unggah.tabel.tempelan import place

RUPIAH = """
4.500.000,00         | 4500000
4.500.000            | 4500000
4500000              | 4500000
1.500                | 1500
1.234.567            | 1234567
12.450.000,00        | 12450000
Rp 9.875.000         | 9875000
Rp 9.875.000,00      | 9875000
Rp. 9.875.000,-      | 9875000
0                    | 0
4.500.000,50         | memuat pecahan rupiah. Tulis rupiah bulat.
85,5                 | memuat pecahan rupiah. Tulis rupiah bulat.
1,500                | Ketik 1500 bila itu maksudnya.
-5.000               | tidak ditulis negatif
(5.000)              | tidak ditulis negatif
-Rp 5.000            | tidak ditulis negatif
-                    | Ketik 0 bila memang nol, atau kosongkan bila belum ada.
Rp -                 | Ketik 0 bila memang nol, atau kosongkan bila belum ada.
nihil                | Ketik 0 bila memang nol, atau kosongkan bila belum ada.
n/a                  | Ketik 0 bila memang nol, atau kosongkan bila belum ada.
lima juta            | bukan angka. Ketik angka saja
80%                  | Ketik angka dalam rupiah.
1234567890123456789  | lebih dari 18 angka
"""


@pytest.mark.parametrize("line", RUPIAH.strip("\n").splitlines())
def test_rupiah_is_read_whole_or_refused_with_the_way_out(line: str) -> None:
    text, expected = (part.strip() for part in line.split("|"))
    one = ketikan.rupiah(text)
    assert one.salah == (not expected.isdigit())
    assert (f"{one.nilai:f}" == expected) if not one.salah else (expected in one.pesan and one.nilai is None)


def test_blank_is_missing_and_not_zero() -> None:
    for one in (ketikan.rupiah(" "), ketikan.read("", "persen"), ketikan.whole("", 0)):
        assert (one.nilai, one.pesan, one.salah) == (None, "", False)


def test_what_may_mean_two_things_is_asked_by_saying_how_to_type_each() -> None:
    assert ketikan.read("1.500", "indeks").pesan == "“1.500” dapat berarti 1,5 atau 1.500. Ketik 1,5 atau 1500."
    assert ketikan.read("2,345", "hari").pesan == "“2,345” dapat berarti 2,345 atau 2.345. Ketik 2,3450 atau 2345."
    assert ketikan.read("1.500", "dokumen").nilai == 1500
    assert ketikan.read("2,3450", "hari").nilai == Decimal("2.345")


def test_an_english_number_is_read_and_said_back() -> None:
    one = ketikan.read("97.5", "persen")
    assert (one.nilai, one.salah) == (Decimal("97.5"), False)
    assert one.pesan.startswith("“97.5” dibaca 97,5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3", 3), ("60", 60), ("0", 0), ("2,5", None), ("2.5", None), ("2,500", None), ("-1", None), ("61", None)],
)
def test_a_counting_number_keeps_its_bounds(text: str, expected: int | None) -> None:
    one = ketikan.whole(text, 0, 60)
    assert (one.nilai, one.salah) == (expected, expected is None)
    assert one.salah == ("harus bilangan bulat 0 sampai 60" in one.pesan)


def test_a_counting_number_may_have_thousands() -> None:
    assert ketikan.whole("1.234", 1).nilai == 1234


def test_a_refused_field_is_named() -> None:
    with pytest.raises(UserError, match="Target TW1: “abc” bukan angka"):
        ketikan.accepted("Target TW1", ketikan.read("abc", "persen"))
    assert ketikan.accepted("Target TW1", ketikan.read("", "persen")) is None
    with pytest.raises(UserError, match="Tenggat: belum diisi"):
        ketikan.required("Tenggat", ketikan.whole("", 0, 60))


def test_what_was_read_is_said_back() -> None:
    assert ketikan.echo({"TW I": Decimal("1500"), "TW II": None, "TW III": Decimal("97.5")}) == (
        " Dibaca: TW I 1.500; TW III 97,5."
    )
    assert ketikan.echo({"TW I": None}) == ""


@given(
    st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=6)
    | st.integers(-(10**9), 10**9).map(lambda n: Decimal(n) / 1000),
    st.sampled_from(["persen", "indeks", "hari", "orang", "rupiah", ""]),
    st.booleans(),
)
def test_a_number_written_into_a_field_is_read_back_as_itself(number: Decimal, satuan: str, mean: bool) -> None:
    """2.345 hari, shown as 2,345, was asked about although nobody had touched the field."""
    assert read_text(written(number), satuan, mean).nilai == number


# ---------------------------------------------------------------- pasted

KODE = ("7.01.01", "7.01.02", "7.01.03")
KOLOM = ("tw1", "tw2")
MULAI = ("7.01.01", "tw1")


def test_rows_with_a_kode_go_to_it_in_any_order_and_the_others_are_told() -> None:
    found = place(
        "Kode\tUraian\tTW I\n7.01.03\tRapat 2026\t Rp 9.875.000 \n7.01\tProgram\t1\n7.01.01\tGaji\t4.500.000,00\n\tJumlah\t5\n",
        KODE, KOLOM, MULAI,
    )  # fmt: skip
    assert found.isi == {("7.01.03", "tw1"): "Rp 9.875.000", ("7.01.01", "tw1"): "4.500.000,00"}
    assert found.pesan == (
        "Tidak diisikan, karena tidak memuat kode sub kegiatan di tabel: baris 1 (“Kode”), 3 (“7.01”), 5 (“Jumlah”).",
    )


def test_rows_without_a_kode_go_down_from_the_chosen_cell_and_blanks_keep_their_place() -> None:
    assert place("1.500\t85,5\n\t\n12.450.000,00\r\n", KODE, KOLOM, MULAI).isi == {
        ("7.01.01", "tw1"): "1.500", ("7.01.01", "tw2"): "85,5", ("7.01.03", "tw1"): "12.450.000,00",
    }  # fmt: skip
    assert place("1\n2", KODE, KOLOM, ("7.01.02", "tw2")).isi == {("7.01.02", "tw2"): "1", ("7.01.03", "tw2"): "2"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" \n\t\n", "Kotaknya kosong"),
        ("1\n2\n3\n4", "4 baris, sedangkan tabel punya 3 baris"),
        ("1\t2\t3", "3 kolom angka, sedangkan tabel punya 2 kolom"),
        ("7.01.01\tGaji\t1\t2\t3", "3 kolom angka, sedangkan tabel punya 2 kolom"),
        ("Realisasi\n1", "“Realisasi”, bukan angka. Salin angkanya saja tanpa judul"),
        ("7.01.01\t1\n7.01.01\t2", "Kode 7.01.01 ada pada baris 1 dan 2"),
    ],
)
def test_what_does_not_fit_is_refused_whole(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        place(text, KODE, KOLOM, MULAI)


def test_a_dash_is_zero_only_in_a_column_with_another_figure() -> None:
    """As in a file; Excel shows the zero of an accounting format as “Rp -”."""
    found = place("Rp 1.000\t-\n Rp - \t\n", KODE, KOLOM, MULAI)
    assert found.isi == {("7.01.01", "tw1"): "Rp 1.000", ("7.01.01", "tw2"): "-", ("7.01.02", "tw1"): "0"}
    assert found.pesan == ("Tanda “-” pada 1 sel dibaca 0, karena kolomnya memuat angka lain.",)


def test_a_figure_that_is_words_is_not_taken_for_the_uraian() -> None:
    """Only where every row has an uraian: otherwise the figures behind it would move one column."""
    found = place("7.01.01\tRp 4,5 M\t1\n7.01.02\t5\t2", KODE, KOLOM, MULAI)
    assert found.isi["7.01.01", "tw1"] == "Rp 4,5 M"
    assert place("7.01.01\tlima juta", KODE, KOLOM, MULAI).isi == {("7.01.01", "tw1"): "lima juta"}


def test_a_cell_with_a_line_break_is_one_cell() -> None:
    found = place('7.01.01\t"Gaji dan\ntunjangan"\t1.500\n', KODE, KOLOM, MULAI)
    assert found.isi == {("7.01.01", "tw1"): "1.500"}
