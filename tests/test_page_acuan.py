"""The page Acuan: everybody reads the plan, the Kasubbag changes it."""

import io
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from contoh_siap import loaded
from layar import forms
from salinan import empty, once
from streamlit.testing.v1 import AppTest

from lakip import akses, akun, pengaturan, rencana
from lakip.akses import Peran
from lakip.indikator import Metode, Rumus
from lakip.rencana import Indikator, PkVersion, Rencana, Sasaran, Target
from lakip.store import Store
from lakip.ui import menu, session
from lakip.unggah.rencana.formulir import rencana_form

UNIT, TAHUN = "63.11.07", 2026
HALAMAN = str(Path(menu.__file__).resolve().parents[2] / "pages" / "0_acuan.py")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SISTEM = akses.system(UNIT)
IKM = Indikator("IK-01", "IKM", "YAN", "indeks", Metode.RATA_RATA, Rumus.POSITIF, TAHUN, sasaran="S1")


@pytest.fixture
def contoh() -> Iterator[Store]:
    """The example office; nothing in these tests changes it."""
    store = loaded()[0]
    session.use_store(store)
    yield store
    session.use_store(None)


@once
def office() -> Store:
    store = empty()
    pengaturan.set_up_office(store, SISTEM, pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [])
    akun.add(store, None, "admin", "Admin", "sandi-panjang", UNIT, Peran.ADMIN)
    target = Target("IK-01", (85, 85, 85, 85), 85)  # type: ignore[arg-type]
    plan = Rencana(PkVersion(), (target,), (IKM,), (Sasaran("S1", "Pelayanan", "camat", TAHUN),))
    rencana.save(store, SISTEM, UNIT, TAHUN, plan)
    return store


@pytest.fixture
def store() -> Iterator[Store]:
    store = office()
    session.use_store(store)
    yield store
    session.use_store(None)


def screen(store: Store, name: str, tahun: int = TAHUN, tab: str = "Daftar") -> AppTest:
    at = AppTest.from_file(menu.__file__, default_timeout=30)
    at.user = {"sid": akun.sid(akun.open_session(store, name))}
    at.run()
    at.query_params["tahun"], at.query_params["tab"] = str(tahun), tab
    at = at.switch_page(HALAMAN).run()
    assert not at.exception
    return at


def words(at: AppTest) -> str:
    return " ".join(str(one.value) for one in (*at.markdown, *at.info, *at.warning, *at.error, *at.success))


def button(at: AppTest, label: str) -> Any:
    return next(b for b in at.button if b.label == label)


# ---------------------------------------------------------------- reading


@pytest.mark.parametrize("name", ["camat", "sekcam", "staf", "kasi", "peninjau"])
def test_who_does_not_plan_reads_the_plan_only(contoh: Store, name: str) -> None:
    at = screen(contoh, name)
    assert at.selectbox(key="pilih_tahun").options == ["2026", "2025", "2024"], "years with a plan"
    assert at.title[0].value == "Rencana dan indikator"
    assert [t.label for t in at.tabs] == ["Daftar", "Dokumen"]
    assert not at.text_input
    assert "Meningkatnya kualitas pelayanan publik di kecamatan" in words(at)


def test_the_list_shows_the_targets_and_the_pk_they_come_from(contoh: Store) -> None:
    at = screen(contoh, "camat", 2025)
    assert "PK perubahan \\(versi 2\\)" in words(at)
    table = next(t.value for t in at.table if "IK‑11" in str(t.value))
    assert table.shape[1] == 8


@pytest.mark.parametrize("name", ["kasubbag", "admin"])
def test_who_plans_may_change_and_upload(contoh: Store, name: str) -> None:
    at = screen(contoh, name)
    assert [t.label for t in at.tabs] == [
        "Daftar",
        "Ubah",
        "Unggah",
        "Dokumen",
        "Bacaan berkas",
        "Siapkan tahun",
    ]


# ---------------------------------------------------------------- changing


def test_an_office_without_plan_reads_who_fills_it(store: Store) -> None:
    other = empty()
    pengaturan.set_up_office(other, SISTEM, pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [])
    akun.add(other, None, "admin", "Admin", "sandi-panjang", UNIT, Peran.ADMIN)
    session.use_store(other)
    assert "Belum ada indikator untuk tahun" in words(screen(other, "admin"))


def test_the_coming_year_can_be_planned(store: Store) -> None:
    at = screen(store, "admin", tab="Ubah")
    assert 2027 in [int(o) for o in at.selectbox(key="pilih_tahun").options]
    at = screen(store, "admin", 2027, tab="Ubah")
    at.text_input(key="TH 2027 IK-01").set_value("87")
    at.text_input(key="TW4 2027 IK-01").set_value("87")
    button(at, "Simpan indikator ini").click().run()
    assert not at.error
    assert rencana.targets(store, UNIT, 2027)["IK-01"].th == 87
    assert rencana.targets(store, UNIT, TAHUN)["IK-01"].th == 85


def test_targets_that_do_not_fold_are_shown(store: Store) -> None:
    rencana.save_indikator(store, SISTEM, UNIT, replace(IKM, metode=Metode.JUMLAH))
    assert "tidak sama dengan jumlah target triwulan" in words(screen(store, "admin"))


def test_a_card_and_its_targets_are_changed_on_screen(store: Store) -> None:
    at = screen(store, "admin", tab="Ubah")
    at.text_input(key="nama 2026 IK-01").set_value("Indeks kepuasan")
    for name in ("TW1", "TW2", "TW3", "TW4", "TH"):
        at.text_input(key=f"{name} 2026 IK-01").set_value("86,5")
    button(at, "Simpan indikator ini").click().run()
    assert "IK-01 tersimpan" in at.success[0].value
    assert rencana.indikator(store, UNIT, TAHUN)["IK-01"].nama == "Indeks kepuasan"
    assert float(rencana.targets(store, UNIT, TAHUN)["IK-01"].th or 0) == 86.5


def test_what_is_typed_stays_in_its_form_whichever_pk_or_indikator_is_chosen(store: Store) -> None:
    at = screen(store, "admin", tab="Ubah")
    seen = forms(at)
    for label in ("Target menurut", "Indikator"):
        menu = next(s for s in at.selectbox if s.label == label)
        at = menu.select_index(len(menu.options) - 1).run()
        now = forms(at)
        assert {**seen, **now} == {**now, **seen}
        seen |= now
    assert any("Nomor PK" in t.label for t in at.text_input)


def test_a_target_that_does_not_fold_is_refused_in_a_sentence(store: Store) -> None:
    at = screen(store, "admin", tab="Ubah")
    at.text_input(key="TH 2026 IK-01").set_value("90")
    button(at, "Simpan indikator ini").click().run()
    assert "tidak sama dengan rata-rata target triwulan" in at.error[0].value
    at.text_input(key="TH 2026 IK-01").set_value("sembilan")
    button(at, "Simpan indikator ini").click().run()
    assert "bukan angka" in at.error[0].value


def test_a_name_like_another_is_asked_about_before_it_is_saved(store: Store) -> None:
    at = screen(store, "admin", tab="Ubah")
    at.selectbox(key="rencana_kode").select("baru").run()
    at.text_input(key="kode 2026 baru").set_value("IK-02")
    at.text_input(key="nama 2026 baru").set_value(f"{IKM.nama} (baru)")
    at.text_input(key="satuan 2026 baru").set_value("indeks")
    at.text_area(key="aktivitas 2026 baru").set_value("Survei\n\n Perbaikan loket")
    button(at, "Simpan indikator ini").click().run()
    assert f"mirip IK-01 “{IKM.nama}”" in at.error[0].value
    at.checkbox(key="nama_yakin 2026 baru").check()
    button(at, "Simpan indikator ini").click().run()
    assert not at.error
    assert rencana.indikator(store, UNIT, TAHUN)["IK-02"].aktivitas == "Survei\nPerbaikan loket"


def test_a_new_indikator_is_added_on_screen(store: Store) -> None:
    at = screen(store, "admin", tab="Ubah")
    at.selectbox(key="rencana_kode").select("baru").run()
    at.text_input(key="kode 2026 baru").set_value("IK-02")
    at.text_input(key="nama 2026 baru").set_value("Dokumen terbit")
    at.text_input(key="satuan 2026 baru").set_value("dokumen")
    at.text_input(key="TW4 2026 baru").set_value("1.200")
    at.text_input(key="TH 2026 baru").set_value("1200")
    button(at, "Simpan indikator ini").click().run()
    assert not at.error
    assert rencana.targets(store, UNIT, TAHUN)["IK-02"].th == 1200


def test_an_uploaded_form_asks_shows_what_changes_and_saves_it(store: Store) -> None:
    """The name was changed on the form, and by somebody else meanwhile: which one counts is asked."""
    book = openpyxl.load_workbook(io.BytesIO(rencana_form(store, UNIT, TAHUN)))
    (cell,) = (c for row in book.worksheets[0].iter_rows() for c in row if c.value == "IKM")
    cell.value = "IKM menurut formulir"
    form = io.BytesIO()
    book.save(form)
    rencana.save_indikator(store, SISTEM, UNIT, replace(IKM, nama="IKM yang baru"))
    at = screen(store, "admin", tab="Unggah")
    at.file_uploader[0].upload("rencana.xlsx", form.getvalue(), XLSX).run()
    assert "diubah sejak formulir ini diunduh" in words(at).replace("\\", "")
    at.segmented_control[0].select("pakai").run()
    assert "IKM yang baru" in str(at.table[-1].value)
    button(at, "Simpan 1 perubahan").click().run()
    assert "1 kartu indikator" in at.success[0].value
    assert rencana.indikator(store, UNIT, TAHUN)["IK-01"].nama == "IKM menurut formulir"


def test_an_uploaded_file_of_the_same_plan_changes_nothing(store: Store) -> None:
    at = screen(store, "admin", tab="Unggah")
    at.file_uploader[0].upload("rencana.xlsx", rencana_form(store, UNIT, TAHUN), XLSX).run()
    assert "tidak ada angka yang berubah" in words(at)


# ---------------------------------------------------------------- the tree, the rumus, the next tahun


def test_the_list_is_the_tree_from_tujuan_down_with_outputs_last(contoh: Store) -> None:
    said = words(screen(contoh, "camat")).replace("\\", "")
    places = [said.index(text) for text in (
        "Tujuan T1:", "S2 Meningkatnya akuntabilitas", "↳ S2.0 ", "↳ ↳ S2.1 ", "Tujuan T2:", "S3 Meningkatnya",
        "Indikator keluaran program dan kegiatan", "7.01.01 Program Penunjang",
    )]  # fmt: skip
    assert places == sorted(places)
    assert "menunjang S2.0" in said


def test_a_card_that_lacks_a_legal_part_is_told(contoh: Store) -> None:
    said = words(screen(contoh, "camat")).replace("\\", "")
    assert "OP-06: kartunya belum memuat media." in said
    assert "IK-01: kartunya" not in said


def test_a_rumus_is_chosen_once_with_the_others_beside_it(store: Store) -> None:
    at = screen(store, "admin", tab="Ubah")
    assert "Belum ada angka untuk dibandingkan" in words(at)
    at.text_input[-1].set_value("")
    dasar = next(t for t in at.text_input if t.label == "Dasar pemilihan")
    dasar.set_value("Kesepakatan rapat")
    button(at, "Tetapkan rumus").click().run()
    assert "Ditetapkan admin" in words(at).replace("\\", "")
    assert [c.dasar for c in rencana.choices(store, UNIT, "IK-01")] == ["Kesepakatan rapat"]


def test_the_rumus_stand_side_by_side_on_the_figures_of_the_indikator(contoh: Store) -> None:
    at = screen(contoh, "kasubbag", tab="Ubah")
    heads = [list(t.value.columns) for t in at.table]
    assert ["Periode", "Target", "Realisasi", "R / T", "(2T - R) / T", "T / R", "1 - |R - T| / T"] in heads
    assert ["Rumus", "Tanpa batas", "Batas 100", "Batas 110", "Batas 120", "Batas 150"] in heads


def test_a_new_indikator_does_not_take_the_kode_of_another(store: Store) -> None:
    at = screen(store, "admin", tab="Ubah")
    at.selectbox(key="rencana_kode").select("baru").run()
    at.text_input(key="kode 2026 baru").set_value("IK-01")
    at.text_input(key="nama 2026 baru").set_value("Lain")
    button(at, "Simpan indikator ini").click().run()
    assert "Kode IK-01 sudah dipakai “IKM” pada sasaran S1" in at.error[0].value


def test_a_sasaran_and_a_tujuan_are_added_on_screen(store: Store) -> None:
    at = screen(store, "admin", tab="Ubah")
    at.selectbox(key="rencana_tujuan").select("baru").run()
    next(t for t in at.text_input if t.label == "Kode tujuan").set_value("T1")
    next(t for t in at.text_area if t.label == "Uraian tujuan").set_value("Terwujudnya pelayanan")
    button(at, "Simpan tujuan ini").click().run()
    assert list(rencana.tujuan(store, UNIT, TAHUN)) == ["T1"]
    at.selectbox(key="rencana_sasaran").select("baru").run()
    next(t for t in at.text_input if t.label == "Kode sasaran").set_value("S1.1")
    next(t for t in at.text_area if t.label == "Uraian sasaran").set_value("Cepatnya layanan")
    next(s for s in at.selectbox if s.label == "Jenjang").select("kasi")
    next(s for s in at.selectbox if s.label == "Menunjang sasaran").select("S1")
    button(at, "Simpan sasaran ini").click().run()
    assert rencana.sasaran(store, UNIT, TAHUN)["S1.1"].induk == "S1"


def fill(at: AppTest, **texts: str) -> AppTest:
    """Type into fields of the card by the beginning of their key, and send it."""
    for name, text in texts.items():
        next(t for t in at.text_input if t.key == f"{name} {TAHUN} IK-01").set_value(text)
    return button(at, "Simpan indikator ini").click().run()


def test_a_recorded_target_with_three_decimals_is_sent_back_untouched(store: Store) -> None:
    """2,345 stood in the field, and was asked about although nobody had touched it."""
    mean = (Decimal("2.345"),) * 4
    target = Target("IK-01", mean, Decimal("2.345"))  # type: ignore[arg-type]
    rencana.save(store, SISTEM, UNIT, TAHUN, Rencana(PkVersion(1), (target,), (replace(IKM, desimal=3),)))
    at = fill(screen(store, "admin", tab="Ubah"), nama="Indeks kepuasan")
    assert not at.error
    assert rencana.indikator(store, UNIT, TAHUN)["IK-01"].nama == "Indeks kepuasan"
    assert rencana.targets(store, UNIT, TAHUN)["IK-01"].nilai["TW2"] == Decimal("2.345")
    assert "Dibaca: Target tahunan 2,345; TW I 2,345; " in at.success[0].value


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("TW2", "nihil", "TW II: “nihil” bukan angka. Ketik 0 bila memang nol"),
        ("TW2", "-", "TW II: “-” bukan angka. Ketik 0 bila memang nol"),
        ("TH", "1.500", "Target tahunan: “1.500” dapat berarti 1,5 atau 1.500. Ketik 1,5 atau 1500."),
        ("baseline", "abc", "Baseline: “abc” bukan angka."),
    ],
)
def test_a_field_that_cannot_be_read_is_named_and_the_form_stays_whole(
    store: Store, field: str, text: str, said: str
) -> None:
    """“nihil” was refused without a word, “-” blanked the target, and an unread baseline took the form away."""
    at = fill(screen(store, "admin", tab="Ubah"), **{field: text})
    assert at.error[0].value.startswith(said)
    assert button(at, "Simpan indikator ini")
    assert rencana.targets(store, UNIT, TAHUN)["IK-01"].nilai["TW2"] == 85


def test_the_next_tahun_is_prepared_on_screen(store: Store) -> None:
    at = screen(store, "admin", tab="Siapkan tahun")
    year = at.number_input[0].value
    assert f"Target dan realisasi tidak ikut disalin: target {year}" in " ".join(c.value for c in at.caption)
    at.multiselect[0].select("IK-01")
    button(at, f"Simpan untuk tahun {year}").click().run()
    assert "IK-01" not in rencana.indikator(store, UNIT, year)
    assert "IK-01" in rencana.indikator(store, UNIT, TAHUN)
    assert "1 berakhir" in words(at)
