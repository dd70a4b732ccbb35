"""Upload on screen: every temuan is answered or refused, nothing is saved before Simpan, and then all of it."""

from decimal import Decimal
from typing import Any

import pytest
from layar import add_person, button, checked, example, screen, texts, ways
from salinan import once
from streamlit.testing.v1 import AppTest
from unggahan import KASI, STAF, TAHUN, UNIT, book, new_office, recorded, row

from lakip import kiriman, rekap
from lakip.akses import Peran
from lakip.indikator import Keadaan
from lakip.realisasi import Realisasi
from lakip.store import Store
from lakip.ui.widgets import XLSX
from lakip.unggah.realisasi.formulir import realisasi_form

PAGE = "1_unggah.py"


@pytest.fixture
@once
def store() -> Store:
    store = new_office()
    add_person(store, UNIT, "staf", Peran.STAF, "PEM")
    for name, peran in (("kasubbag", Peran.KASUBBAG), ("camat", Peran.CAMAT)):
        add_person(store, UNIT, name, peran)
    return store


def unggah(store: Store, name: str = "staf", periode: str = "TW2") -> AppTest:
    return screen(store, name, PAGE, tahun=TAHUN, periode=periode)


BENAR = "Apakah tabel ini dibaca dengan benar?"


def with_file(at: AppTest, content: bytes, setuju: bool = True) -> AppTest:
    """A file chosen; `setuju`: what it asks about its columns is confirmed as it stands."""
    at = checked(at.file_uploader[0].upload("berkas.xlsx", content, XLSX).run())
    for one in (c for c in at.segmented_control if c.label == BENAR and setuju):
        at = checked(one.set_value("pakai").run())
    return at


def answer(at: AppTest, which: int, given: str) -> AppTest:
    return checked(questions(at)[which].set_value(given).run())


def questions(at: AppTest) -> list[Any]:
    return [c for c in at.segmented_control if c.label != BENAR]


def test_a_staf_reads_the_three_steps_for_his_own_bagian(store: Store) -> None:
    at = unggah(store)
    assert [s.value for s in at.subheader] == ["1. Unduh formulir", "2. Unggah berkas"]
    assert "Bagian: **Seksi Pemerintahan**" in texts(at)
    assert "0 dari 4 angka terisi" in texts(at)
    assert "Paling besar 10 MB" in texts(at)


def test_who_may_not_upload_is_told_so(store: Store) -> None:
    at = unggah(store, "camat")
    assert "tidak berhak mengunggah" in at.warning[0].value
    assert not at.file_uploader


def test_a_good_file_shows_old_and_new_and_is_saved_whole(store: Store) -> None:
    at = with_file(unggah(store), book(row("IK-04", 18), row("IK-07", 1900)))
    said = texts(at)
    assert "**2 baris berisi** = 2 dibaca + 0 dilewati + 0 ditahan" in said
    assert "IK-04 | Jumlah dokumen kependudukan terbit :gray[(dokumen)] | – | **18**" in said
    assert "Triwulan II | – → **18,00** | – → **90,00 %** | belum diisi → **sementara**" in said
    assert recorded(store, "IK-04") is None, "looking saves nothing"
    at = checked(button(at, "Simpan 2 angka").click().run())
    assert [recorded(store, k)["nilai"] for k in ("IK-04", "IK-07")] == [18, 1900]
    assert "Langkah berikutnya: ajukan di halaman Kiriman" in at.success[-1].value
    assert "2 dari 4 angka terisi" in texts(at)


def test_a_held_row_is_answered_before_anything_can_be_saved(store: Store) -> None:
    at = with_file(unggah(store), book(row("IK-04", "18o"), row("IK-05", x=16, y=15), row("IK-07", 1900)))
    said = texts(at)
    assert "sel D4: IK-04: “18o” bukan angka" in said
    assert "3 baris berisi** = 1 dibaca + 0 dilewati + 2 ditahan" in said
    assert not [b for b in at.button if b.label.startswith("Simpan") and "angka ini" not in b.label]
    assert "2 temuan masih menahan" in at.info[-1].value
    at = answer(answer(at, 0, "tinggalkan"), 1, "pakai")
    assert "3 baris berisi** = 2 dibaca + 1 dilewati + 0 ditahan" in texts(at)
    checked(button(at, "Simpan 2 angka").click().run())
    assert recorded(store, "IK-04") is None
    assert recorded(store, "IK-05")["pembilang"] == 16


def test_all_held_rows_can_be_left_out_at_once(store: Store) -> None:
    at = with_file(unggah(store), book(row("IK-04", "x"), row("IK-07", "y"), row("IK-06", 80)))
    at = checked(next(c for c in at.checkbox if c.label.endswith("masih ditahan (2)")).check().run())
    checked(button(at, "Simpan 1 angka").click().run())
    assert recorded(store, "IK-06")["nilai"] == 80


def test_an_ambiguous_number_is_asked_never_guessed(store: Store) -> None:
    at = with_file(unggah(store), book(row("IK-06", "79.500")))
    options = questions(at)[0].options
    assert len(options) >= 2
    assert options[-1] == "Tinggalkan barisnya"


def test_a_file_of_another_quarter_is_refused_by_name(store: Store) -> None:
    form = realisasi_form(store, UNIT, TAHUN, 3, "PEM")
    at = with_file(unggah(store), form)
    assert "Triwulan III" in at.error[0].value
    assert "Tidak ada yang disimpan" in at.info[-1].value
    assert not at.segmented_control


def test_the_same_file_again_says_that_nothing_differs(store: Store) -> None:
    content = book(row("IK-04", 18))
    at = with_file(unggah(store), content)
    checked(button(at, "Simpan 1 angka").click().run())
    at = with_file(unggah(store), content)
    assert "sama dengan yang tersimpan" in at.success[0].value
    assert recorded(store, "IK-04")["versi"] == 1


def test_an_empty_form_is_no_success(store: Store) -> None:
    at = with_file(unggah(store), realisasi_form(store, UNIT, TAHUN, 2, "PEM"))
    assert "Tidak ada angka yang diisi" in at.info[-1].value
    assert not at.success


def test_a_file_that_is_no_workbook_is_refused_kindly(store: Store) -> None:
    at = unggah(store).file_uploader[0].upload("berkas.xlsx", b"bukan xlsx", XLSX).run()
    assert "berkas.xlsx" in at.error[0].value
    assert "sistem" not in at.error[0].value


def test_a_kasubbag_may_upload_for_all_bagian_at_once(store: Store) -> None:
    at = with_file(unggah(store, "kasubbag"), book(row("IK-01", 85), row("IK-04", 18)))
    checked(button(at, "Simpan 2 angka").click().run())
    assert recorded(store, "IK-01")["nilai"] == 85


def test_what_was_returned_stands_on_top_with_its_reason(store: Store) -> None:
    at = with_file(unggah(store), book(row("IK-04", 18)))
    button(at, "Simpan 1 angka").click().run()
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 2)
    kiriman.send_back(store, KASI, UNIT, "PEM", TAHUN, 2, "Bukti belum ada")
    assert "Bukti belum ada. Perbaiki angkanya" in unggah(store).warning[0].value.replace("\\", "")


def test_what_was_sent_is_told_before_a_file_is_chosen(store: Store) -> None:
    at = with_file(unggah(store), book(row("IK-04", 18)))
    checked(button(at, "Simpan 1 angka").click().run())
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 2)
    at = unggah(store)
    assert "Seksi Pemerintahan diajukan sari, " in texts(at)
    assert "minta Kasi mengembalikannya" in texts(at)
    assert ways(at)["Buka halaman Kiriman"] == f"tahun={TAHUN}&periode=TW2&bagian=PEM"
    kiriman.confirm(store, KASI, UNIT, "PEM", TAHUN, 2)
    assert "Seksi Pemerintahan dibenarkan karim, " in texts(unggah(store, "kasubbag"))


def test_what_was_approved_is_told_with_the_way_to_the_page_that_opens_it() -> None:
    at = screen(example(), "staf", PAGE, tahun=2025, periode="TW1")
    assert "Triwulan I Tahun 2025 sudah disahkan, jadi terkunci. Minta Camat membukanya kembali" in texts(at)
    assert "Tahun 2025 disahkan Novita Anggraeni" in texts(at)
    assert ways(at)["Buka halaman Periode: Tahun 2025"] == "tahun=2025&periode=TH"  # the widest is opened first
    assert not at.file_uploader
    assert screen(example(), "staf", PAGE, tahun=2026, periode="TW3").file_uploader


# ---------------------------------------------------------------- typing one figure


def typed(at: AppTest, field: str, value: str) -> AppTest:
    next(i for i in (*at.text_input, *at.text_area) if i.label.startswith(field)).set_value(value)
    return at


def test_one_figure_is_typed_the_indonesian_way(store: Store) -> None:
    at = unggah(store)
    at.selectbox("ketik_kode").select("IK-07").run()
    typed(typed(at, "Realisasi (orang)", "1.950"), "Faktor penghambat", "Hujan")
    checked(button(at, "Simpan angka ini").click().run())
    found = recorded(store, "IK-07")
    assert (found["nilai"], found["faktor_penghambat"], found["unggahan"]) == (1950, "Hujan", None)


def test_a_mistake_while_typing_is_explained_and_saves_nothing(store: Store) -> None:
    at = unggah(store)
    at = typed(at, "Realisasi (dokumen)", "delapan belas")
    at = button(at, "Simpan angka ini").click().run()
    assert "Realisasi (dokumen): “delapan belas”" in at.error[0].value
    assert recorded(store, "IK-04") is None


@pytest.mark.parametrize("word", ["nihil", "-", "n/a"])
def test_a_word_instead_of_a_number_leads_to_the_keadaan(store: Store, word: str) -> None:
    """“nihil” and “n/a” were refused without a word."""
    at = button(typed(unggah(store), "Realisasi (dokumen)", word), "Simpan angka ini").click().run()
    assert (
        f"Realisasi (dokumen): “{word}” bukan angka. Ketik angkanya, atau pilih keadaannya di atas" in at.error[0].value
    )


def test_what_was_read_is_said_back_after_saving(store: Store) -> None:
    at = unggah(store)
    at.selectbox("ketik_kode").select("IK-07").run()
    at = checked(button(typed(at, "Realisasi (orang)", "1.950"), "Simpan angka ini").click().run())
    assert at.success[0].value.endswith("Dibaca: Realisasi (orang) 1.950.")
    assert next(i for i in at.text_input if i.label == "Realisasi (orang)").value == "1.950"
    assert not at.warning


def test_a_figure_saved_by_another_while_one_types_is_told_and_nothing_typed_is_lost(store: Store) -> None:
    at = unggah(store)
    at.selectbox("ketik_kode").select("IK-07").run()
    theirs = Realisasi("IK-07", Keadaan.TERISI, Decimal(1900), faktor_pendukung="Loket baru")
    assert rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, theirs, 0).simpanan
    at = typed(typed(at, "Realisasi (orang)", "1.950"), "Faktor penghambat", "Hujan")
    at = checked(button(at, "Simpan angka ini").click().run())
    assert "Orang lain baru saja menyimpan angka IK-07 ini. Ketikan Anda masih ada" in texts(at)
    assert recorded(store, "IK-07")["nilai"] == 1900
    checked(button(at, "Simpan angka ini").click().run())
    found = recorded(store, "IK-07")
    assert (found["nilai"], found["faktor_penghambat"], found["faktor_pendukung"]) == (1950, "Hujan", "Loket baru")


def test_a_question_while_typing_waits_for_a_yes(store: Store) -> None:
    at = unggah(store)
    at.selectbox("ketik_kode").select("IK-05").run()
    typed(typed(at, "Pembilang", "16"), "Penyebut", "15")
    at = checked(button(at, "Simpan angka ini").click().run())
    assert "lebih besar daripada penyebut" in texts(at)
    assert recorded(store, "IK-05") is None
    next(c for c in at.checkbox if c.label.startswith("Sudah saya periksa")).check()
    checked(button(at, "Simpan angka ini").click().run())
    assert recorded(store, "IK-05")["pembilang"] == 16
