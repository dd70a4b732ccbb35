"""The dashboard: what leadership sees first, by peran, what can be settled there, and that it is never stale."""

import datetime as dt
import html
import re

import pytest
from kasus import TAHUN, UNIT, add_indikator, new_office, office, save_word
from layar import add_person, address, button, cells, checked, example, screen, texts, ways
from streamlit.testing.v1 import AppTest

from lakip import akses, dasbor, grafik, pengaturan
from lakip.akses import Peran
from lakip.pengaturan import IDENTITAS_BAWAAN
from lakip.store import Store
from lakip.ui import session

PAGE = "5_dasbor.py"


def summary(at: AppTest) -> str:
    """The verdict and the tiles, as read."""
    bodies = [e.proto.body for e in at.get("html")]
    return html.unescape(re.sub(r"<[^>]+>", " ", next(b for b in bodies if 'class="ringkas' in b)))


def charts(at: AppTest) -> list[str]:
    return [c.proto.spec for c in at.get("vega_lite_chart")]


@pytest.mark.parametrize("name", ["camat", "sekcam", "kasubbag", "kasi", "staf", "peninjau", "admin"])
def test_every_peran_may_look(name: str) -> None:
    at = screen(example(), name, PAGE)
    assert at.title[0].value == "Dasbor"
    assert "Rata-rata capaian" in summary(at)


def test_it_says_what_the_dashboard_was_read_as() -> None:
    at = screen(example(), "camat", PAGE, tahun=2026, periode="SD3")
    data = dasbor.read(example(), IDENTITAS_BAWAAN.unit, 2026, "SD3", session.today())
    said = " ".join(summary(at).split())
    tiles = (data.ubin.rata, data.ubin.anggaran, data.ubin.kiriman)
    assert all(part in said for p in tiles for part in (p.judul, p.angka, p.gerak, p.keterangan))
    assert data.putusan.pokok in said
    assert "69 dari 76 angka dibenarkan · **CONTOH**" in texts(at)
    (board,) = charts(at)
    assert all(b.pendek in board and b.kata in board for b in data.utama)


def test_the_camat_settles_matters_where_he_reads_them_and_others_only_look() -> None:
    at = screen(example(), "camat", PAGE, tahun=2026, periode="SD3")
    assert [h.value for h in at.subheader][-1] == "Butuh keputusan Anda (3)"
    assert [b.label for b in at.button] == ["Beri dispensasi", "Tegur", "Beri arahan", "Beri arahan"]
    looks = screen(example(), "peninjau", PAGE, tahun=2026, periode="SD3")
    assert [h.value for h in looks.subheader][-1] == "Perlu perhatian (3)"
    assert not looks.button
    assert ways(looks)["Kartu"].startswith("indikator=")


def test_each_kiriman_the_run_and_its_report_are_one_click_away() -> None:
    links = ways(screen(example(), "camat", PAGE, tahun=2026, periode="SD3"))
    assert links["Umum ● belum mengirim"] == "tahun=2026&periode=TW3&bagian=UMUM"
    assert links["Kesejahteraan Sosial ↩ dikembalikan"] == "tahun=2026&periode=TW3&bagian=KESOS"
    assert links["Pelayanan Umum ✓"] == "tahun=2026&periode=TW3&bagian=YAN"
    assert links["Periode TW III: dibuka"] == "tahun=2026&periode=TW3"
    assert links["Laporan"] == "tahun=2026&periode=TW3"


def test_a_dialog_asks_what_its_act_needs() -> None:
    """That it is done is tried in the browser, and in test_tindakan.py."""
    at = screen(example(), "camat", PAGE, tahun=2026, periode="SD3")
    at.button("DISPENSASI_0").click().run()
    assert [f.label for f in checked(at).text_area] == ["Alasan (wajib)"]
    assert at.multiselect("bagian_keputusan").value == [("UMUM", 3), ("KESOS", 3)]
    assert "Disposisi 015/2026 sekaligus dicap diterima dan selesai." in texts(at)
    at.button("ARAHAN_1").click().run()
    assert "GUSTI FAHRIZAL, S.Sos., dan tampil pada Tugas-nya." in texts(checked(at))


def test_a_run_that_waits_for_the_camat_is_approved_from_here() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="5 – – –")
    add_person(store, UNIT, "camat", Peran.CAMAT)
    key = {"unit": UNIT, "tahun": TAHUN, "periode": "TW1"}
    april = {"oleh": "sekcam", "pada": dt.datetime(2026, 4, 9)}
    draft = {"id": "l", "jenis": "laporan_triwulan", "versi": 1, "potret": "p", "sha256": "x"}
    with store.transaction() as tx:
        tx.insert("alur", [{**key, "nomor": 1, "keadaan": "disosialisasikan", **april}])
        tx.insert("laporan", [{**key, **draft, **april}])
    at = screen(store, "camat", PAGE, tahun=TAHUN, periode="TW1")
    assert f"**Sahkan dan kunci: Triwulan I Tahun {TAHUN}**" in texts(at)
    button(at, "Sahkan dan kunci").click().run()
    assert [t.label for t in checked(at).text_area] == ["Catatan (wajib)"]
    assert [t.label for t in at.text_input] == ["Kata sandi Anda"]


def test_the_state_of_tab_and_table_is_in_the_address() -> None:
    at = screen(example(), "camat", PAGE, tahun=2026, periode="SD3", lihat="Semua indikator", tabel="true")
    assert charts(at) == []
    board, every = (cells(t) for t in at.table)
    assert any("8" in r and "batas" in " ".join(r) for r in board)
    heads = [row[1] for row in every if not row[0]]
    assert [h.replace("\\", "") for h in heads] == [
        "**Di bawah target (8)**", "**Tercapai (12)**", "**Belum atau tidak dinilai (9)**",
    ]  # fmt: skip
    links = [row[0] for row in every if row[0]]
    assert len(links) == 29
    assert all("/kartu?indikator=" in link for link in links)


def test_each_cell_of_the_completeness_leads_to_its_kiriman() -> None:
    about = {"tahun": 2026, "periode": "SD3", "lihat": "Kelengkapan"}
    assert grafik.PILIH in charts(screen(example(), "camat", PAGE, **about))[1]
    table = cells(screen(example(), "camat", PAGE, tabel="true", **about).table[1])
    assert "(/alur?tahun=2026&periode=TW3&bagian=UMUM)" in " ".join(table[1])


def test_the_development_is_one_small_chart_for_each_and_keeps_whole_years_apart() -> None:
    about = {"tahun": 2026, "periode": "SD3", "lihat": "Perkembangan"}
    at = screen(example(), "camat", PAGE, **about)
    assert len(charts(at)) == 1 + 9
    assert not any("2025" in spec for spec in charts(at)[1:])
    said = texts(at)
    assert "Tahun penuh: 2024 84,7 dari 84 · 2025 85,87 dari 85." in said
    # TW IV of 2025 had 3; the seven quarters with one a year before were 2 off on average.
    assert "Menurut TW IV tahun lalu (3 kejadian): 1 sampai 5 kejadian; pada 7 triwulan lalu" in said
    assert "Nilai AKIP" in said
    table = cells(screen(example(), "camat", PAGE, tabel="true", **about).table[1])
    disturbances = next(row for row in table if "indikator=IK-08" in row[0])
    assert [cell.replace("\u00a0", " ") for cell in disturbances[2:6]] == ["0 / 2", "4 / 4", "8 / 6", "– / 8"]


def test_it_opens_with_the_newest_quarter_that_has_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "today", lambda: dt.date(2027, 2, 1))
    at = screen(example(), "camat", PAGE)
    assert (address(at, "tahun"), address(at, "periode")) == ("2026", "SD3")


def test_an_office_without_indikator_reads_what_to_do() -> None:
    store = new_office()
    add_person(store, UNIT, "camat", Peran.CAMAT)
    at = screen(store, "camat", PAGE)
    assert "Kasubbag Perencanaan atau admin mengisinya" in at.info[0].value
    assert not charts(at)
    assert list(ways(at)) == []
    admin = screen(store, "admin", PAGE)
    assert "Unduh formulir Rencana Aksi" in admin.info[0].value
    assert list(ways(admin))[:2] == ["Isi sasaran, indikator, dan target", "Catat pejabat, buat akun staf dan Kasi"]


def test_a_figure_saved_meanwhile_shows_at_the_next_look() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="5 – – –")
    add_person(store, UNIT, "camat", Peran.CAMAT)
    at = screen(store, "camat", PAGE, tahun=TAHUN, periode="TW1")
    assert "50,00 %" in summary(at)
    with store.transaction() as tx:
        save_word(tx, "I1", 1, "8", versi=2)
    assert "80,00 %" in summary(checked(at.run()))


def test_nothing_missing_is_counted_as_judged() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="– – – –")
    add_indikator(store, "I2", "jumlah", target="10 10 10 10", realisasi="10? – – –")
    add_person(store, UNIT, "camat", Peran.CAMAT)
    said = summary(screen(store, "camat", PAGE, tahun=TAHUN, periode="TW1"))
    assert "Belum ada indikator Camat yang dapat dinilai." in said
    assert "2 menunggu" in said


def test_what_the_office_typed_stays_text() -> None:
    store = office("jumlah", target="10 10 10 10", realisasi="5 – – –")
    add_person(store, UNIT, "camat", Peran.CAMAT)
    with store.transaction() as tx:
        tx.run("bagian_ubah", unit=UNIT, bagian="PEM", nama="<img src=x onerror=alert(1)> & Co")
    at = screen(store, "camat", PAGE, tahun=TAHUN, periode="TW1")
    assert not any("<img" in e.proto.body for e in at.get("html"))


def test_another_unit_is_never_on_the_screen() -> None:
    store: Store = office("jumlah", target="10 10 10 10", realisasi="5 – – –")
    pengaturan.set_up_office(
        store, akses.system("63.11.08"),
        pengaturan.Identitas("63.11.08", "Kecamatan Lain", "Uji", "", "Uji"), pengaturan.BAGIAN_BAWAAN, [],
    )  # fmt: skip
    add_person(store, "63.11.08", "camat", Peran.CAMAT)
    assert "Belum ada indikator" in screen(store, "camat", PAGE, tahun=TAHUN, periode="TW1").info[0].value
