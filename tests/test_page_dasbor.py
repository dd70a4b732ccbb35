"""The dashboard: what leadership sees first, by peran, and that it is never stale."""

import datetime as dt

import pytest
from kasus import TAHUN, UNIT, add_indikator, new_office, office, save_word
from layar import add_person, address, checked, example, screen, texts, ways
from streamlit.testing.v1 import AppTest

from lakip import akses, dasbor, pengaturan
from lakip.akses import Peran
from lakip.formatting import persen
from lakip.pengaturan import IDENTITAS_BAWAAN
from lakip.store import Store
from lakip.ui import session

PAGE = "5_dasbor.py"


def metric(at: AppTest, label: str) -> str:
    return next(m.value for m in at.metric if m.label.startswith(label))


@pytest.mark.parametrize("name", ["camat", "sekcam", "kasubbag", "kasi", "staf", "peninjau", "admin"])
def test_every_peran_may_look(name: str) -> None:
    at = screen(example(), name, PAGE)
    assert at.title[0].value == "Dasbor"
    assert len(at.metric) == 4


def test_it_tells_the_figures_of_rollup_with_what_they_rest_on() -> None:
    at = screen(example(), "camat", PAGE, tahun=2026, periode="SD3")
    expected = dasbor.read(example(), IDENTITAS_BAWAAN.unit, 2026, "SD3", session.today())
    assert metric(at, "Rata-rata capaian, batas 100") == persen(expected.rata.dengan_batas)
    assert metric(at, "Indikator Camat dinilai") == f"{expected.rata.dihitung} dari {expected.rata.jumlah}"
    assert "9 indikator Camat:" in texts(at)
    assert "s.d. Triwulan III Tahun 2026 · keadaan per" in at.caption[0].value


def test_what_needs_a_decision_leads_to_its_card_or_kiriman() -> None:
    at = screen(example(), "camat", PAGE, tahun=2026, periode="SD3")
    links = ways(at)
    assert links["IK-08 Jumlah gangguan ketenteraman dan ketertiban umum: 66,67 %"] == (
        "indikator=IK-08&tahun=2026&periode=SD3"
    )
    assert links["Seksi Kesejahteraan Sosial: kiriman Triwulan III dikembalikan"] == (
        "tahun=2026&periode=TW3&bagian=KESOS"
    )
    assert links["Seksi Pemerintahan: 1 angka terlambat diisi"] == "tahun=2026&periode=TW2&bagian=PEM"
    (rest,) = (e for e in at.expander if e.label.startswith("Masih ada"))
    assert rest.label == f"Masih ada {len([*rest.button, *rest.get('page_link')])} hal lain"


def test_where_the_run_stands_and_what_changed_are_on_the_first_screen() -> None:
    at = screen(example(), "camat", PAGE, tahun=2026, periode="SD3")
    links = ways(at)
    assert links["Periode Triwulan III: dibuka"] == "tahun=2026&periode=TW3"
    assert links["Laporan: belum ada draf"] == "tahun=2026&periode=TW3"
    assert "Sejak s.d. Triwulan II (rata-rata 99,74 %):" in texts(at)
    assert "▼ turun dari Sangat Tinggi ke Sedang" in texts(at)


def test_the_one_whose_turn_it_is_reads_so() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="5 – – –")
    add_person(store, UNIT, "camat", Peran.CAMAT)
    key = {"unit": UNIT, "tahun": TAHUN, "periode": "TW1", "nomor": 1}
    with store.transaction() as tx:
        tx.insert("alur", [{**key, "keadaan": "disosialisasikan", "oleh": "sekcam", "pada": dt.datetime(2026, 4, 9)}])
    links = ways(screen(store, "camat", PAGE, tahun=TAHUN, periode="TW1"))
    assert any(said.startswith("**Menunggu Anda, Triwulan I:") for said in links)
    assert "Periode Triwulan I: disosialisasikan" in links
    add_person(store, UNIT, "peninjau", Peran.PENINJAU)
    assert not [k for k in ways(screen(store, "peninjau", PAGE, tahun=TAHUN, periode="TW1")) if "Menunggu Anda" in k]


def test_every_chart_is_there_and_the_trend_follows_the_choice() -> None:
    at = screen(example(), "camat", PAGE, tahun=2026, periode="SM1")
    assert len(at.get("vega_lite_chart")) == 4
    at.selectbox("pilih_tren").select("IK-02").run()
    assert "IK-02 Persentase pengaduan" in at.get("vega_lite_chart")[3].proto.spec


def test_it_opens_with_the_newest_quarter_that_has_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "today", lambda: dt.date(2027, 2, 1))
    at = screen(example(), "camat", PAGE)
    assert (address(at, "tahun"), address(at, "periode")) == ("2026", "SD3")


def test_an_office_without_indikator_reads_what_to_do() -> None:
    store = new_office()
    add_person(store, UNIT, "camat", Peran.CAMAT)
    at = screen(store, "camat", PAGE)
    assert "Kasubbag Perencanaan atau admin mengisinya" in at.info[0].value
    assert not at.metric
    assert list(ways(at)) == []
    admin = screen(store, "admin", PAGE)
    assert "Unduh formulir Rencana Aksi" in admin.info[0].value
    assert list(ways(admin))[:2] == ["Isi sasaran, indikator, dan target", "Catat pejabat, buat akun staf dan Kasi"]


def test_a_figure_saved_meanwhile_shows_at_the_next_look() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="5 – – –")
    add_person(store, UNIT, "camat", Peran.CAMAT)
    at = screen(store, "camat", PAGE, tahun=TAHUN, periode="TW1")
    assert metric(at, "Rata-rata") == "50,00 %"
    with store.transaction() as tx:
        save_word(tx, "I1", 1, "8", versi=2)
    assert metric(checked(at.run()), "Rata-rata") == "80,00 %"


def test_nothing_missing_is_counted_as_judged() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="– – – –")
    add_indikator(store, "I2", "jumlah", target="10 10 10 10", realisasi="10? – – –")
    add_person(store, UNIT, "camat", Peran.CAMAT)
    at = screen(store, "camat", PAGE, tahun=TAHUN, periode="TW1")
    assert metric(at, "Rata-rata") == "–"
    assert metric(at, "Indikator Camat dinilai") == "0 dari 2"
    assert ":gray-badge[! belum diisi: 1]" in texts(at)
    assert ":gray-badge[◌ sementara: 1]" in texts(at)


def test_another_unit_is_never_on_the_screen() -> None:
    store: Store = office("jumlah", target="10 10 10 10", realisasi="5 – – –")
    pengaturan.set_up_office(
        store, akses.system("63.11.08"),
        pengaturan.Identitas("63.11.08", "Kecamatan Lain", "Uji", "", "Uji"), pengaturan.BAGIAN_BAWAAN, [],
    )  # fmt: skip
    add_person(store, "63.11.08", "camat", Peran.CAMAT)
    assert "Belum ada indikator" in screen(store, "camat", PAGE, tahun=TAHUN, periode="TW1").info[0].value
