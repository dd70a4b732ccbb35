"""What leadership sees first, against figures that a Kasubbag works out by hand."""

from datetime import date
from decimal import Decimal

import polars as pl
from kasus import BY, PADA, PER, TAHUN, UNIT, add_indikator, add_sasaran, new_office, office

from lakip import dasbor
from lakip.formatting import half_up
from lakip.store import Store

OKTOBER = date(2026, 10, 5)


def send(store: Store, triwulan: int, keadaan: str, alasan: str | None = None, nomor: int = 1) -> None:
    key = {"unit": UNIT, "bagian": "PEM", "tahun": TAHUN, "triwulan": triwulan, "nomor": nomor}
    with store.transaction() as tx:
        tx.insert("kiriman", [{**key, "keadaan": keadaan, "alasan": alasan, **BY}])


def tally(found: dasbor.Dasbor) -> dict[str, int]:
    return {h.nama: h.jumlah for h in found.hitungan if h.jumlah}


def test_the_overall_figure_is_told_twice_with_what_it_rests_on() -> None:
    store = office("jumlah", target="10 20 30 40", realisasi="10 40 – –")
    add_indikator(store, "I2", "posisi_akhir", target="80 80 80 80", realisasi="80 60 – –")
    add_indikator(store, "I3", "posisi_akhir", target="80 80 80 80", realisasi="80 – – –")
    rata = dasbor.read(store, UNIT, TAHUN, "SM1", PER).rata
    assert rata.tanpa_batas is not None
    assert half_up(rata.tanpa_batas, 2) == half_up((Decimal(100 * 50) / 30 + 100 * Decimal(60) / 80) / 2, 2)
    assert rata.dengan_batas == Decimal(100 + 75) / 2
    assert rata.dasar == "2 dari 3 indikator"


def test_every_indikator_is_counted_once_and_nothing_missing_counts_as_good() -> None:
    store = office("posisi_akhir", target="80 80 80 80", realisasi="80 – – –")
    for kode, realisasi in (("I2", "64 – – –"), ("I3", "80? – – –"), ("I4", "– – – –"), ("I5", "tt – – –")):
        add_indikator(store, kode, "posisi_akhir", target="80 80 80 80", realisasi=realisasi)
    add_indikator(store, "I6", "tahunan", target="– – – 75")
    found = dasbor.read(store, UNIT, TAHUN, "TW1", OKTOBER)
    assert tally(found) == {
        "Sangat Tinggi": 1, "Tinggi": 1, "sementara": 1, "belum diisi": 1, "tidak tersedia": 1, "belum waktunya": 1,
    }  # fmt: skip
    assert sum(h.jumlah for h in found.hitungan) == found.indikator.height
    assert {h.warna for h in found.hitungan if not h.dinilai} == {dasbor.ABU}


def test_lower_levels_are_not_counted_again() -> None:
    store = office("jumlah", target="10 – – –", realisasi="10 – – –")
    add_sasaran(store, "S2", "kasi")
    add_indikator(store, "K1", "jumlah", target="10 – – –", realisasi="10 – – –", sasaran="S2")
    found = dasbor.read(store, UNIT, TAHUN, "TW1", PER)
    assert tally(found) == {"Sangat Tinggi": 1}
    assert found.indikator["kode"].to_list() == ["I1", "K1"]


def test_misses_come_worst_first_with_their_reasons() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="9 – – –")
    add_indikator(store, "I2", "jumlah", target="10 10 10 10", realisasi="4 – – –")
    add_indikator(store, "I3", "jumlah", target="10 10 10 10", realisasi="5? – – –")
    key = {"unit": UNIT, "indikator": "I2", "tahun": TAHUN, "triwulan": 1, "versi": 2}
    words = {"faktor_penghambat": "Cuaca buruk.", "tindak_lanjut": "Dijadwal ulang"}
    with store.transaction() as tx:
        tx.insert("realisasi", [{**key, "keadaan": "terisi", "nilai": Decimal(4), **words, **BY}])
        tx.insert("pembenaran", [{**key, **BY}])
    found = dasbor.read(store, UNIT, TAHUN, "TW1", date(2026, 4, 1)).perhatian
    assert [(p.kode, p.judul) for p in found] == [
        ("I2", "I2 Indikator I2: 40,00 %"),
        ("I3", "I3 Indikator I3: 50,00 % (belum dibenarkan)"),
        ("I1", "I1 Indikator I1: 90,00 %"),
    ]
    assert found[0].isi == ("Realisasi 4,00 dari target 10,00 %. Hambatan: Cuaca buruk. Tindak lanjut: Dijadwal ulang.")
    assert found[1].isi.endswith("Hambatan: belum diisi. Tindak lanjut: belum diisi.")


def test_a_capaian_that_prints_as_100_is_no_miss() -> None:
    store = office("posisi_akhir", target="100 – – –", realisasi="99.996 – – –")
    assert dasbor.read(store, UNIT, TAHUN, "TW1", PER).perhatian == ()


def test_at_most_five_are_shown_and_gaps_keep_two_places() -> None:
    store = new_office()
    for n in range(1, 7):
        add_indikator(store, f"I{n}", "posisi_akhir", target="10 10 – –", realisasi=f"– {n} – –")
    send(store, 2, "dikembalikan", "Angka I1 tanpa bukti")
    found = dasbor.read(store, UNIT, TAHUN, "SD2", OKTOBER)
    assert [p.jenis for p in found.perhatian] == ["meleset"] * 3 + ["dikembalikan", "terlambat"]
    assert len(found.perhatian_lain) == (6 + 1 + 1) - 5
    assert found.perhatian[4].judul.endswith(": 6 angka terlambat diisi")
    assert found.perhatian[4].isi == "Triwulan I: I1, I2, I3, I4, I5, I6."


def test_a_quarter_is_late_from_the_day_after_its_batas() -> None:
    """A figure due on 10 July is not late when its quarter ends, nor on the day itself."""
    store = office("jumlah", target="10 10 – –", realisasi="10 – – –")
    for day in (date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 10)):
        assert dasbor.read(store, UNIT, TAHUN, "SM1", day).terlambat == ()
    found = dasbor.read(store, UNIT, TAHUN, "SM1", date(2026, 7, 11))
    assert [(p.bagian, p.triwulan, p.kosong) for p in found.terlambat] == [("PEM", 2, 1)]
    assert [p.isi for p in found.perhatian if p.jenis == "terlambat"] == ["Triwulan II: I1."]
    assert dasbor.read(store, UNIT, TAHUN, "TW1", date(2026, 7, 11)).terlambat == ()


def test_completeness_of_a_bagian_by_quarter() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="10 10? – –")
    add_indikator(store, "I2", "jumlah", target="10 10 – 10", realisasi="10 – – –")
    found = dasbor.read(store, UNIT, TAHUN, "TH", OKTOBER).kelengkapan
    assert found.select("triwulan", "terisi", "berlaku", "dibenarkan", "terlambat", "keadaan").rows() == [
        (1, 2, 2, 2, False, "dibenarkan"),
        (2, 1, 2, 0, True, "terlambat"),
        (3, 0, 1, 0, False, "kosong"),  # its batas is the 10th
        (4, 0, 2, 0, False, "belum_waktunya"),
    ]
    july = dasbor.read(store, UNIT, TAHUN, "TH", date(2026, 7, 10)).kelengkapan
    assert july["keadaan"].to_list() == ["dibenarkan", "sebagian", "belum_waktunya", "belum_waktunya"]
    assert found["bagian_nama"].unique().to_list() == ["Seksi Uji"]


def test_a_kiriman_shows_its_state_in_the_completeness() -> None:
    store = office("jumlah", target="10 10 – 10", realisasi="10? 10? – –")
    send(store, 1, "diajukan")
    send(store, 2, "diajukan")
    send(store, 2, "dikembalikan", "Periksa lagi", nomor=2)
    found = dasbor.read(store, UNIT, TAHUN, "TH", OKTOBER).kelengkapan
    assert found["keadaan"].to_list() == ["diajukan", "dikembalikan", "tidak_diukur", "belum_waktunya"]


def test_a_screen_opens_with_the_newest_quarter_that_ended_and_has_data() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="10 10 – –")
    assert dasbor.opening(store, UNIT, date(2026, 11, 22)) == (2026, "SD2")
    assert dasbor.opening(store, UNIT, date(2026, 6, 29)) == (2026, "SD1")
    assert dasbor.opening(new_office(), UNIT, date(2026, 2, 1)) == (2025, "SD4")


def test_an_empty_office_has_no_average_and_nothing_to_complain_about() -> None:
    found = dasbor.read(new_office(), UNIT, TAHUN, "SD1", PER)
    assert (found.rata.dengan_batas, found.rata.dasar) == (None, "0 dari 0 indikator")
    assert (tally(found), found.perhatian, found.terbaru) == ({}, (), None)


def test_the_figures_shown_are_dated_by_the_newest_of_them() -> None:
    store = office("jumlah", target="10 – – –", realisasi="10 – – –")
    assert dasbor.read(store, UNIT, TAHUN, "TW1", PER).terbaru == PADA


def test_frames_keep_their_decimals() -> None:
    store = office("jumlah", target="10 – – –", realisasi="10 – – –")
    assert isinstance(dasbor.read(store, UNIT, TAHUN, "TW1", PER).indikator.schema["capaian_persen"], pl.Decimal)


def test_what_changed_since_the_quarter_before_is_told_falls_first() -> None:
    """TW I to TW II: I1 100 to 70 falls, I2 60 to 100 rises, I3 stays, I4 was not measured before."""
    store = office("jumlah", target="10 10 – –", realisasi="10 7 – –")
    add_indikator(store, "I2", "jumlah", target="10 10 – –", realisasi="6 10 – –")
    add_indikator(store, "I3", "jumlah", target="10 10 – –", realisasi="9.5 9.4 – –")
    add_indikator(store, "I4", "jumlah", target="– 10 – –", realisasi="– 5 – –")
    lalu = dasbor.read(store, UNIT, TAHUN, "TW2", OKTOBER).lalu
    assert lalu is not None
    assert (lalu.periode, lalu.rata.dasar) == ("TW1", "3 dari 4 indikator")
    assert [(p.kode, p.dari, p.ke, p.naik) for p in lalu.berubah] == [
        ("I1", "Sangat Tinggi", "Sedang", False),
        ("I2", "Rendah", "Sangat Tinggi", True),
    ]
    assert dasbor.read(store, UNIT, TAHUN, "TW1", OKTOBER).lalu is None
    assert dasbor.read(store, UNIT, TAHUN, "TH", OKTOBER).lalu is None
