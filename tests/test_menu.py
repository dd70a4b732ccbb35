"""The menu as data: what each peran finds in it, with which screen it begins, what is counted, and the help of each."""

import re
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from conftest import ROOT
from layar import example, links, screen, texts, ways
from streamlit.testing.v1 import AppTest

from lakip import VERSI, akun, tugas
from lakip.akses import PERAN_NAMA, Pengguna, Peran, Tugas
from lakip.contoh.isi import UNIT
from lakip.server import statis
from lakip.ui import halaman, menu, panel_bantuan, session

LAPORAN = ["Periode dan pengesahan", "Laporan", "Naskah laporan", "Pra-periksa laporan", "Periksa dokumen"]
ACUAN = ["Rencana dan indikator", "Kartu indikator", "Anggaran", "Selisih antar dokumen", "SOP dan kalender kerja"]


def held(*peran: Peran) -> Pengguna:
    return Pengguna("uji", "Uji", tuple(Tugas(p, UNIT) for p in peran))


def listed(*peran: Peran) -> dict[str, list[str]]:
    return {name: [h.judul for h in found] for name, found in halaman.menu(held(*peran), UNIT).items()}


def test_a_staf_finds_the_work_of_the_quarter_and_nothing_of_the_office() -> None:
    assert listed(Peran.STAF) == {
        "Pekerjaan": ["Tugas saya", "Dasbor", "Disposisi"],
        "Data triwulan": ["Unggah", "Kiriman", "Bukti dukung", "Rekap"],
        "Laporan": [*LAPORAN, "Sosialisasi"],
        "Acuan": [*ACUAN, "Kepatuhan SOP"],
        "Kantor": ["Bantuan"],
    }


def test_the_camat_uploads_nothing_and_follows_the_trail() -> None:
    found = listed(Peran.CAMAT)
    assert found["Data triwulan"] == ["Kiriman", "Bukti dukung", "Rekap"]
    assert found["Kantor"] == ["Jejak", "Kesehatan data", "Bantuan"]


def test_an_admin_finds_the_office() -> None:
    assert listed(Peran.ADMIN)["Kantor"] == ["Pengaturan", "Cadangan", "Jejak", "Kesehatan data", "Bantuan"]


@pytest.mark.parametrize(
    ("peran", "first"),
    [
        ((Peran.CAMAT,), "Dasbor"),
        ((Peran.SEKCAM,), "Dasbor"),
        ((Peran.KASUBBAG, Peran.SEKCAM), "Dasbor"),
        ((Peran.PENINJAU,), "Pemeriksaan"),
        ((Peran.PENINJAU, Peran.STAF), "Tugas saya"),
        ((Peran.STAF,), "Tugas saya"),
        ((Peran.KASI,), "Tugas saya"),
        ((Peran.KASUBBAG,), "Tugas saya"),
        ((Peran.ADMIN,), "Tugas saya"),
    ],
)
def test_each_peran_begins_with_its_own_screen(peran: tuple[Peran, ...], first: str) -> None:
    assert halaman.first(held(*peran)).judul == first


@pytest.mark.parametrize(("name", "judul"), [("camat", "Dasbor"), ("peninjau", "Pemeriksaan"), ("staf", "Tugas saya")])
def test_the_bare_address_shows_it(name: str, judul: str) -> None:
    session.use_store(example())
    at = AppTest.from_file(menu.__file__, default_timeout=60)
    at.user = {"sid": akun.sid(akun.open_session(example(), name))}
    assert [t.value for t in at.run().title] == [judul]


def test_the_title_of_a_screen_is_its_entry() -> None:
    """What is written on a page is what its entry, its tab in the browser, and its help call it."""
    said = {h.berkas: re.findall(r'st\.title\("([^"]+)"', h.path.read_text(encoding="utf-8")) for h in halaman.HALAMAN}
    assert said == {h.berkas: [h.judul] for h in halaman.HALAMAN}


@pytest.mark.parametrize("name", ["kasubbag", "camat", "kasi.pmd", "peninjau"])
def test_what_is_counted_in_the_menu_is_what_its_page_shows(name: str) -> None:
    at = screen(example(), name, "tugas.py")
    counted = menu.counts(akun.find(example(), name), UNIT)
    tasks = tugas.mine(example(), akun.find(example(), name), UNIT, session.today())
    assert {t.apa for t in tasks} <= ways(at).keys()
    assert counted[halaman.TUGAS] == sum(not t.tertahan for t in tasks)
    said = re.search(r"(\d+) disposisi menunggu Anda", texts(screen(example(), name, "disposisi.py", tahun=2026)))
    assert counted[halaman.DISPOSISI] == int(said[1] if said else 0)


def test_a_card_leads_back_to_where_it_was_opened_from() -> None:
    at = screen(example(), "camat", "3_rekap.py", tahun=2026, periode="TW2")
    at.switch_page(str(halaman.KARTU.path)).run()
    assert ways(at)["Kembali ke Rekap"] == "tahun=2026&periode=TW2"


def test_a_card_opened_by_its_address_leads_to_the_dashboard_of_its_periode() -> None:
    at = screen(example(), "camat", "kartu.py", tahun=2026, periode="SD3", indikator="IK-02")
    assert ways(at)["Kembali ke Dasbor"] == "tahun=2026&periode=SD3"


# ---------------------------------------------------------------- Bantuan


def test_every_screen_has_its_help_and_every_peran_its_steps() -> None:
    assert list(panel_bantuan.parts("halaman.md")) == [h.judul for h in halaman.HALAMAN]
    assert list(panel_bantuan.parts("peran.md")) == list(PERAN_NAMA.values())
    assert all(panel_bantuan.parts("halaman.md").values())


def test_the_steps_name_screens_that_the_peran_finds() -> None:
    """Bold words of the steps that are names of screens lead into the menu of whoever reads them."""
    known = {h.judul: h for h in halaman.HALAMAN}
    for peran, nama in PERAN_NAMA.items():
        named = re.findall(r"\*\*(.+?)\*\*", panel_bantuan.parts("peran.md")[nama])
        assert named, nama
        for judul in filter(known.__contains__, named):
            assert known[judul].is_listed(held(peran), UNIT), (nama, judul)


def test_the_pictures_are_there_and_each_is_shown() -> None:
    used = {name for text in panel_bantuan.parts("peran.md").values() for name in re.findall(r"([\w-]+\.png)", text)}
    there = {p.name: p.stat().st_size for p in (statis.SENDIRI / "bantuan").glob("*.png")}
    assert used == there.keys()
    assert sum(there.values()) < 600_000


def test_the_question_mark_of_a_screen_opens_its_part() -> None:
    query = links(screen(example(), "staf", "7_alur.py"))["Bantuan"]
    at = screen(example(), "staf", "bantuan.py", **dict(parse_qsl(query)))
    assert [h.value for h in at.subheader] == ["Kiriman"]
    assert "diajukan staf, dibenarkan atau dikembalikan Kasi" in texts(at)


def test_the_glossary_is_looked_through() -> None:
    said = texts(screen(example(), "staf", "bantuan.py", bantuan="Istilah", istilah="baku mutu"))
    assert "waktu satu langkah SOP" in said
    assert "aktivitas" not in said


def test_the_version_and_the_admin_are_told() -> None:
    said = texts(screen(example(), "staf", "bantuan.py", bantuan="Program dan admin"))
    assert f"versi **{VERSI}**" in said
    assert "Admin kantor ini: **Admin Contoh**" in said


# ---------------------------------------------------------------- the peninjau


def test_a_peninjau_begins_with_what_is_final_its_evidence_and_the_figures_as_approved() -> None:
    at = screen(example(), "peninjau", "pemeriksaan.py", tahun=2026)
    said = texts(at)
    assert {"Jejak: siapa mengubah apa, kapan", "Kesehatan data: apakah catatan masih utuh"} < ways(at).keys()
    assert "Belum ada laporan final untuk tahun 2026" in said
    assert "[6 dari 25 angka berbukti](/bukti?tahun=2026&periode=TW1)" in said
    assert "/rekap?tahun=2026&periode=TW1&keadaan=2026-04-22+" in said


# ---------------------------------------------------------------- the address


def test_every_tab_filter_and_search_stands_in_the_address() -> None:
    """What answers a question about a file is no filter."""
    answers = {"panel_temuan.py", "panel_unggah_bacaan.py"}
    calls = re.compile(
        r"st\.(?:tabs|pills|segmented_control)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|st\.text_input\(\s*\"Cari(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
    )
    found = {
        path.name: call
        for path in [*(ROOT / "pages").glob("*.py"), *Path(menu.__file__).parent.glob("*.py")]
        for call in calls.findall(path.read_text(encoding="utf-8"))
        if path.name not in answers and "in_address(" not in call
    }
    assert found == {}


def test_no_two_pages_keep_something_under_one_name_in_the_address() -> None:
    """From a page with a widget of that name its value would be kept, whatever the address of the next one says."""
    kept = re.compile(r'in_address\(f?"(\w+)|widgets\.tabs\(parts, "(\w+)"')
    names = [
        one or other
        for path in [*(ROOT / "pages").glob("*.py"), *Path(menu.__file__).parent.glob("*.py")]
        for one, other in kept.findall(path.read_text(encoding="utf-8"))
        if path.name != "widgets.py"
    ]
    assert len(names) >= 15
    assert sorted(names) == sorted(set(names))
