"""What leadership sees first, against figures that a Kasubbag works out by hand."""

from datetime import date
from decimal import Decimal

import polars as pl
from contoh_siap import loaded
from kasus import BY, PADA, PER, TAHUN, UNIT, add_indikator, add_sasaran, new_office, office

from lakip import akses, akun, dasbor, pengaturan, rollup
from lakip.akses import Peran
from lakip.contoh.isi import UNIT as CONTOH
from lakip.dasbor import Dasbor, Keputusan, Tanda, Tindak
from lakip.formatting import half_up
from lakip.pengaturan import Awal
from lakip.store import Store

OKTOBER = date(2026, 10, 5)


def send(store: Store, triwulan: int, keadaan: str, alasan: str | None = None, nomor: int = 1) -> None:
    key = {"unit": UNIT, "bagian": "PEM", "tahun": TAHUN, "triwulan": triwulan, "nomor": nomor}
    with store.transaction() as tx:
        tx.insert("kiriman", [{**key, "keadaan": keadaan, "alasan": alasan, **BY}])


def stand(found: Dasbor) -> dict[str, tuple[str, str]]:
    """Of each indikator of the Camat, how it stands and the words for it."""
    return {b.kode: (str(b.tanda), b.kata) for b in found.utama}


def test_the_overall_figure_is_told_twice_with_what_it_rests_on() -> None:
    store = office("jumlah", target="10 20 30 40", realisasi="10 40 – –")
    add_indikator(store, "I2", "posisi_akhir", target="80 80 80 80", realisasi="80 60 – –")
    add_indikator(store, "I3", "posisi_akhir", target="80 80 80 80", realisasi="80 – – –")
    rata = dasbor.read(store, UNIT, TAHUN, "SM1", PER).rata
    assert rata.tanpa_batas is not None
    assert half_up(rata.tanpa_batas, 2) == half_up((Decimal(100 * 50) / 30 + 100 * Decimal(60) / 80) / 2, 2)
    assert rata.dengan_batas == Decimal(100 + 75) / 2
    assert rata.dasar == "2 dari 3 indikator"


def test_every_indikator_is_one_square_and_nothing_missing_counts_as_good() -> None:
    """95 % is Sangat Tinggi and a miss all the same."""
    store = office("posisi_akhir", target="80 80 80 80", realisasi="80 – – –")
    for kode, realisasi in (("I2", "76 – – –"), ("I3", "80? – – –"), ("I4", "– – – –"), ("I5", "tt – – –")):
        add_indikator(store, kode, "posisi_akhir", target="80 80 80 80", realisasi=realisasi)
    add_indikator(store, "I6", "tahunan", target="– – – 75")
    found = dasbor.read(store, UNIT, TAHUN, "TW1", OKTOBER)
    assert stand(found) == {
        "I1": ("tercapai", "100,00 %"), "I2": ("di bawah target", "95,00 %"), "I3": ("menunggu", "belum dibenarkan"),
        "I4": ("menunggu", "belum diisi"), "I5": ("tidak dinilai", "tidak tersedia"), "I6": ("belum waktunya", "TW IV"),
    }  # fmt: skip
    assert found.indikator.filter(kode="I2")["kategori"].item() == "Sangat Tinggi"
    assert found.ubin.indikator.keterangan == "1 tercapai · 1 di bawah · 2 menunggu · 1 akhir tahun · 1 tidak dinilai"
    assert [t.ikon for t in found.ubin.tanda] == ["✓", "▼", "○", "○", "…", "–"]


def test_lower_levels_are_not_counted_again() -> None:
    store = office("jumlah", target="10 – – –", realisasi="10 – – –")
    add_sasaran(store, "S2", "kasi")
    add_indikator(store, "K1", "jumlah", target="10 – – –", realisasi="1 – – –", sasaran="S2")
    found = dasbor.read(store, UNIT, TAHUN, "TW1", PER)
    assert found.ubin.tanda == (Tanda.TERCAPAI,)
    assert [b.kode for b in found.baris] == ["I1", "K1"]
    assert found.putusan.pokok == "Mencapai target: satu-satunya indikator Camat yang dapat dinilai."


def three() -> Store:
    """TW I: 100, 60, 95, mean 85. TW II: 70, 100, 94, mean 88."""
    store = office("jumlah", target="10 10 – –", realisasi="10 7 – –")
    add_indikator(store, "I2", "jumlah", target="10 10 – –", realisasi="6 10 – –")
    add_indikator(store, "I3", "jumlah", target="10 10 – –", realisasi="9.5 9.4 – –")
    return store


def test_the_verdict_says_what_misses_and_what_moved_the_average() -> None:
    """Of the 3 points up, I2 brought 40/3; I1 and I3 took 30/3 and 1/3 away and explain no rise."""
    found = dasbor.read(three(), UNIT, TAHUN, "TW2", OKTOBER)
    assert found.putusan.kalimat == (
        "Di bawah target: 2 dari 3 indikator Camat yang dapat dinilai. Rata-rata 88,00 %, naik 3,00 poin dari TW I, "
        "terutama karena Indikator I2 (10 % dari target 10 %)."
    )
    assert (found.putusan.gerak, found.putusan.turun) == ("naik 3,00 poin", False)
    assert (found.ubin.rata.gerak, found.ubin.rata.buruk) == ("3,00", False)
    assert found.ubin.rata.keterangan == "TW I 85,00 · II 88,00"
    assert dasbor.read(three(), UNIT, TAHUN, "TW1", OKTOBER).putusan.lanjutan == "Rata-rata capaiannya 85,00 %."


def test_one_that_comes_in_moves_the_average_too() -> None:
    """TW I: 100 alone. TW II: 100 and 50, mean 75: all of the fall is I2's."""
    store = office("jumlah", target="10 10 – –", realisasi="10 10 – –")
    add_indikator(store, "I2", "jumlah", "negatif_selisih", target="– 2 – –", realisasi="– 3 – –")
    found = dasbor.read(store, UNIT, TAHUN, "TW2", OKTOBER).putusan
    assert found.lanjutan.endswith("turun 25,00 poin dari TW I, terutama karena Indikator I2 (3 dari batas 2).")


def test_an_average_that_prints_the_same_has_not_moved() -> None:
    store = office("jumlah", target="10 10 – –", realisasi="9 9 – –")
    said = dasbor.read(store, UNIT, TAHUN, "TW2", OKTOBER).putusan
    assert said.lanjutan == "Rata-rata 90,00 %, tetap seperti TW I."
    assert said.sebab == ()


def test_the_year_at_risk_comes_first() -> None:
    """I2 has used up its limit. I3 needs (40 - 4)/3 = 12 a quarter and brought 4, three times as much; I1 (40 - 9)/3 and
    brought 9."""
    store = office("jumlah", target="10 10 10 10", realisasi="9 – – –")
    add_indikator(store, "I2", "jumlah", "negatif_selisih", target="1 1 1 0", realisasi="3 – – –")
    add_indikator(store, "I3", "jumlah", target="10 10 10 10", realisasi="4 – – –")
    add_indikator(store, "I4", "jumlah", target="10 10 10 10", realisasi="8? – – –")
    key = {"unit": UNIT, "indikator": "I3", "tahun": TAHUN, "triwulan": 1, "versi": 2}
    words = {"faktor_penghambat": "cuaca buruk.", "tindak_lanjut": "Dijadwal ulang"}
    with store.transaction() as tx:
        tx.insert("realisasi", [{**key, "keadaan": "terisi", "nilai": Decimal(4), **words, **BY}])
        tx.insert("pembenaran", [{**key, **BY}])
    found = dasbor.read(store, UNIT, TAHUN, "TW1", date(2026, 4, 1)).perhatian
    assert [(p.kode, p.apa) for p in found] == [
        ("I2", "Indikator I2: batas setahun (3) sudah habis"),
        ("I3", "Indikator I3: butuh 12 % per triwulan, selama ini 4 %"),
        ("I4", "Indikator I4: butuh 10,67 % per triwulan, selama ini 8 % (belum dibenarkan)"),
        ("I1", "Indikator I1: butuh 10,33 % per triwulan, selama ini 9 %"),
    ]
    assert found[1].mengapa == "Cuaca buruk. Uji: dijadwal ulang."
    assert found[0].mengapa == "Hambatan belum diisi. Tindak lanjut Uji belum diisi."
    assert found[0].sejak == "Di bawah target sejak TW I."


def test_the_pace_of_a_mean_counts_its_quarters_and_a_rasio_tells_its_pair() -> None:
    """Target 90 of a year: after 80 the three quarters that remain must bring (4 x 90 - 80)/3."""
    store = office("rata_rata", target="90 90 90 90", realisasi="80 – – –")
    add_indikator(store, "I2", "rasio", target="90 90 90 90", realisasi="45/60 – – –")
    said = [p.apa for p in dasbor.read(store, UNIT, TAHUN, "SD1", date(2026, 4, 1)).perhatian]
    assert said == [
        "Indikator I2: 83,33 % dari target, TW I 45 dari 60",
        "Indikator I1: butuh 93,33 % per triwulan, selama ini 80 %",
    ]


def test_a_miss_is_explained_by_the_quarter_that_missed() -> None:
    """TW I fell short and says why; TW II came in full, and its pair is no reason."""
    store = office("rasio", target="90 90 – –", realisasi="40/60 – – –")
    key = {"unit": UNIT, "indikator": "I1", "tahun": TAHUN}
    told = {"keadaan": "terisi", "pembilang": Decimal(40), "penyebut": Decimal(60), "faktor_penghambat": "Banjir"}
    full = {"keadaan": "terisi", "pembilang": Decimal(60), "penyebut": Decimal(60), "faktor_pendukung": "Sudah kering"}
    with store.transaction() as tx:
        tx.insert("realisasi", [{**key, "triwulan": 1, "versi": 2, **told, **BY}])
        tx.insert("realisasi", [{**key, "triwulan": 2, "versi": 1, **full, **BY}])
        tx.insert("pembenaran", [{**key, "triwulan": n, "versi": v, **BY} for n, v in ((1, 2), (2, 1))])
    (miss,) = (p for p in dasbor.read(store, UNIT, TAHUN, "SD2", PER).perhatian if p.jenis == "meleset")
    assert (miss.apa, miss.sejak) == ("Indikator I1: 92,59 % dari target", "")
    assert miss.mengapa.startswith("Banjir.")


def test_a_capaian_that_prints_as_100_is_no_miss() -> None:
    store = office("posisi_akhir", target="100 – – –", realisasi="99.996 – – –")
    assert dasbor.read(store, UNIT, TAHUN, "TW1", PER).perhatian == ()


def test_a_quarter_is_late_from_the_day_after_its_batas() -> None:
    """A figure due on 10 July is not late when its quarter ends, nor on the day itself."""
    store = office("jumlah", target="10 10 – –", realisasi="10 – – –")
    for day in (date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 10)):
        assert dasbor.read(store, UNIT, TAHUN, "SM1", day).terlambat == ()
    found = dasbor.read(store, UNIT, TAHUN, "SM1", date(2026, 7, 11))
    assert [(p.bagian, p.triwulan, p.kosong) for p in found.terlambat] == [("PEM", 2, 1)]
    (late,) = (p for p in found.perhatian if p.jenis == "terlambat")
    assert (late.apa, late.mengapa) == ("Seksi Uji: belum mengirim", "Triwulan II: I1.")
    assert late.sejak == "Batas 10 Juli 2026, terlambat kurang dari satu hari kerja."
    assert dasbor.read(store, UNIT, TAHUN, "TW1", date(2026, 7, 11)).terlambat == ()


def test_who_never_sent_is_named_also_where_the_figures_are_filled_in() -> None:
    store = office("jumlah", target="10 10 – –", realisasi="10 10? – –")
    found = dasbor.read(store, UNIT, TAHUN, "SD2", date(2026, 8, 1))
    assert (found.ubin.kiriman.angka, found.ubin.kiriman.buruk) == ("Uji belum mengirim", True)
    assert found.ubin.kiriman.keterangan == "1 angka belum dibenarkan · draf belum ada"
    assert [(b.ikon, b.kata) for b in found.bagian] == [("●", "belum mengirim")]
    send(store, 2, "diajukan")
    found = dasbor.read(store, UNIT, TAHUN, "SD2", date(2026, 8, 1))
    assert found.ubin.kiriman.angka == "Semua bagian sudah mengirim"
    assert [(b.ikon, b.kata) for b in found.bagian] == [("●", "menunggu Kasi")]
    send(store, 2, "dikembalikan", "Periksa lagi", nomor=2)
    found = dasbor.read(store, UNIT, TAHUN, "SD2", date(2026, 8, 1))
    assert [(b.ikon, b.kata) for b in found.bagian] == [("↩", "dikembalikan")]


def test_before_the_office_began_nobody_is_awaited() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="– – 10 –")
    pengaturan.set_awal(store, akses.system(UNIT), UNIT, Awal(TAHUN, 3), "Lakip dipasang pada triwulan ini")
    found = dasbor.read(store, UNIT, TAHUN, "SD2", OKTOBER)
    assert (found.bagian, found.terlambat, found.perhatian) == ((), (), ())
    camat = akses.Pengguna("camat", "Camat", (akses.Tugas(Peran.CAMAT, UNIT),))
    assert dasbor.keputusan(store, camat, found, OKTOBER).hal == ()


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
    assert (found.utama, found.perhatian, found.terbaru) == ((), (), None)
    assert found.putusan.kalimat == "Belum ada indikator Camat yang dapat dinilai."


def test_the_figures_shown_are_dated_by_the_newest_of_them() -> None:
    store = office("jumlah", target="10 – – –", realisasi="10 – – –")
    assert dasbor.read(store, UNIT, TAHUN, "TW1", PER).terbaru == PADA


def test_frames_keep_their_decimals() -> None:
    store = office("jumlah", target="10 – – –", realisasi="10 – – –")
    assert isinstance(dasbor.read(store, UNIT, TAHUN, "TW1", PER).indikator.schema["capaian_persen"], pl.Decimal)


def test_what_was_read_is_kept_until_the_next_commit() -> None:
    store = office("jumlah", target="10 10 – –", realisasi="10 – – –")
    before = dasbor.read(store, UNIT, TAHUN, "TW1", OKTOBER)
    assert dasbor.read(store, UNIT, TAHUN, "TW1", OKTOBER) is before
    send(store, 1, "diajukan")
    assert dasbor.read(store, UNIT, TAHUN, "TW1", OKTOBER) is not before


# ---------------------------------------------------------------- the example, 30 November 2026

AKHIR = date(2026, 11, 30)


def example() -> Dasbor:
    return dasbor.read(loaded()[0], CONTOH, 2026, "SD3", AKHIR)


def seen_by(nama: str) -> Keputusan:
    store = loaded()[0]
    return dasbor.keputusan(store, akun.find(store, nama, AKHIR), example(), AKHIR)


def test_the_verdict_of_the_example() -> None:
    """99,74 to 93,17: the limit on disturbances counts 66,67 instead of 83,33, complaints 88,72 instead of 100."""
    assert example().putusan.kalimat == (
        "Di bawah target: 3 dari 7 indikator Camat yang dapat dinilai. Rata-rata 93,17 %, turun 6,57 poin dari "
        "s.d. TW II, terutama karena gangguan ketenteraman dan ketertiban (8 dari batas 6) dan pengaduan masyarakat "
        "diselesaikan (84,29 % dari target 95 %)."
    )


def test_the_tiles_of_the_example() -> None:
    ubin = example().ubin
    assert [(p.angka, p.gerak) for p in (ubin.rata, ubin.anggaran)] == [("93,17 %", "6,57"), ("67,78 %", "7,95")]
    assert ubin.rata.keterangan == "s.d. TW I 98,62 · II 99,74 · III 93,17"
    assert ubin.indikator.keterangan == "4 tercapai · 3 di bawah · 1 menunggu · 1 akhir tahun"
    assert ubin.anggaran.keterangan == "rencana kas 75,72 % · Rp 2.605 dari 3.844 juta"
    assert ubin.kiriman.angka == "Umum belum mengirim"
    assert ubin.kiriman.keterangan == "5 angka belum dibenarkan, 2 kosong · draf belum ada"


def test_the_rows_of_the_example_are_the_figures_of_rollup() -> None:
    rows = {b.kode: b for b in example().utama}
    hasil = rollup.capaian(loaded()[0], CONTOH, 2026, "SD3", AKHIR)
    assert {k: b.capaian_persen for k, b in rows.items()} == dict(
        hasil.filter(jenjang="camat").select("kode", "capaian_persen").iter_rows()
    )
    beside = {k: f"{b.realisasi} / {b.target}" for k, b in rows.items()}
    assert (beside["IK-02"], beside["IK-03"], beside["IK-08"]) == ("84,29 / 95 %", "– / akhir tahun", "8 / batas 6")
    assert [t and t.ikon for t in rows["IK-08"].triwulan] == ["✓", "▼", "▼"]
    assert [t and t.ikon for t in rows["IK-07"].triwulan] == ["✓", "–", "–"]


def test_what_waits_for_the_camat_comes_before_his_iku_and_the_rest() -> None:
    found = seen_by("camat")
    first, *iku = found.hal
    assert first.apa == "Disposisi 015/2026: dispensasi atau tegur?"
    assert first.mengapa == (
        "TW III: Umum belum mengirim; Kesejahteraan Sosial dikembalikan, 1 angka belum diisi; terlambat 36 hari kerja."
    )
    assert first.sejak == "Menunggu Anda sejak 7 Oktober 2026, lewat tenggat 36 hari kerja."
    assert first.tindak == (Tindak.DISPENSASI, Tindak.TEGUR)
    assert [h.apa for h in iku] == [
        "Gangguan ketenteraman dan ketertiban: batas setahun (8) sudah habis",
        "Pengaduan masyarakat diselesaikan: 88,72 % dari target, TW III 14 dari 23",
    ]
    assert iku[1].mengapa.endswith("Arahan TW II lewat 79 hari kerja.")
    assert {h.tindak for h in iku} == {(Tindak.ARAHAN,)}
    assert not [h for h in found.lain if h.kiriman and set(h.kiriman) <= set(first.kiriman)], "said once"


def test_what_others_hold_says_who_and_what_is_awaited() -> None:
    assert [(t.periode, t.pemegang, t.apa) for t in seen_by("camat").tertahan] == [
        ("TW2", "Kasubbag", "1 angka Pemerintahan belum diisi."),
        ("TW3", "Kasubbag", "Umum belum mengirim; Kesejahteraan Sosial dikembalikan; 1 bagian belum dibenarkan."),
    ]


def test_who_only_looks_is_offered_no_act() -> None:
    found = seen_by("peninjau")
    assert not found.berhak
    assert [h for h in (*found.hal, *found.lain) if h.tindak] == []
    assert found.hal[0].kode == "IK-08"
