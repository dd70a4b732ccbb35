"""The page Kesehatan data: who looks, what it tells, what only an admin settles."""

from pathlib import Path

import pytest
from belakang import behind
from contoh_siap import fresh
from layar import checked, example, screen, texts

from lakip.store import Store
from lakip.utuh import jam, jangkar, mulai, periksa


def test_a_record_that_is_whole_is_told_so(tmp_path: Path) -> None:
    store = fresh(tmp_path)
    at = screen(store, "peninjau", "kesehatan.py")
    said = texts(at)
    assert "Belum diperiksa sejak aplikasi dimulai" in said
    assert "Jangkar" in said
    said = texts(checked(at.button[0].click().run()))
    assert "Utuh: 373 baris jejak bersambung" in said
    store.close()


def test_what_was_changed_is_told_and_an_admin_lets_the_record_go_on(tmp_path: Path) -> None:
    store = fresh(tmp_path)
    behind(store, "update pejabat set nama = 'Orang Lain' where bagian is null")
    looks = screen(store, "camat", "kesehatan.py")
    assert "temuan. Catatan ini tidak seperti ketika ditulis" in texts(checked(looks.button[0].click().run()))
    assert [b.label for b in looks.button] == ["Periksa sekarang"]
    at = screen(store, "admin", "kesehatan.py")
    assert "Orang Lain" in texts(at)  # the last check, whoever asked for it
    at.text_input[0].set_value("nama diperbaiki langsung oleh Diskominfo")
    said = texts(checked(next(b for b in at.button if b.label == "Lanjutkan").click().run()))
    assert "Utuh" in said
    assert periksa.check(store).temuan == ()
    store.close()


def test_acts_that_are_missing_wait_on_the_first_screen_of_the_admin(tmp_path: Path) -> None:
    store = fresh(tmp_path)
    behind(store, "delete from jejak where nomor >= 371; update jejak set pada = now()::timestamp where nomor = 370")
    store.close()
    store = Store(tmp_path)
    assert mulai.begin(store)
    said = texts(screen(store, "admin", "tugas.py"))
    assert "Menurut jangkar, perbuatan nomor 372" in said  # she signed in as 371
    assert "jangkar" not in texts(screen(store, "kasubbag", "tugas.py"))
    assert jangkar.newest(tmp_path) is not None
    store.close()


def test_a_doubted_clock_is_told_and_settled_there(tmp_path: Path) -> None:
    store = fresh(tmp_path)
    behind(store, "update jejak set pada = pada - interval 100 day")
    at = screen(store, "admin", "kesehatan.py")
    assert "Jam komputer melompat" in texts(at)
    at.text_input[0].set_value("kantor tutup")
    next(b for b in at.button if b.label == "Jam sudah benar").click().run()
    assert jam.now_doubted(store) is None
    store.close()


@pytest.mark.parametrize("akun", ["staf", "kasi"])
def test_staf_and_kasi_are_told_that_it_is_not_for_them(akun: str) -> None:
    assert "tidak berhak menelusuri jejak" in texts(screen(example(), akun, "kesehatan.py"))
