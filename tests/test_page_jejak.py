"""The page Jejak: who may search it, what it shows."""

import pytest
from layar import example, screen, texts


def test_the_newest_acts_are_shown_with_what_changed() -> None:
    at = screen(example(), "kasubbag", "jejak.py", cari="IK-01")
    assert [t.value for t in at.title] == ["Jejak"]
    said = texts(at)
    assert (
        "IK-01: faktor pendukung Petugas loket menerapkan standar pelayanan yang baru, keadaan terisi, nilai 87,30"
        in said
    )
    assert "Rantai jejak utuh" in said


def test_what_is_not_there_is_said_with_the_way_on() -> None:
    assert "Tidak ada perbuatan yang memuat “xyzzy” pada tanggal itu" in texts(
        screen(example(), "camat", "jejak.py", cari="xyzzy")
    )


@pytest.mark.parametrize("akun", ["staf", "kasi"])
def test_staf_and_kasi_are_told_that_it_is_not_for_them(akun: str) -> None:
    assert "tidak berhak menelusuri jejak" in texts(screen(example(), akun, "jejak.py"))


def test_it_opens_with_what_changed_and_not_with_who_came_in() -> None:
    at = screen(example(), "kasubbag", "jejak.py")
    assert "Masuk ke aplikasi" not in texts(at)
    at.toggle(key="jejak_pintu").set_value(True)
    assert "Masuk ke aplikasi" in texts(at.run())


def test_a_figure_is_found_as_the_screen_writes_it() -> None:
    assert "nilai 87,30" in texts(screen(example(), "kasubbag", "jejak.py", cari="87,30"))
