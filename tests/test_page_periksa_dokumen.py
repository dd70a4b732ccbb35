"""Periksa dokumen on screen and on the command line: the same words, for whoever may see reports."""

from pathlib import Path

import naskah
import pytest
from contoh_siap import copied
from layar import add_person, checked, screen, texts
from test_periksa_dokumen import A, control, edited, made

from lakip.__main__ import main
from lakip.akses import Peran
from lakip.store import Store

PAGE = "periksa_dokumen.py"


@pytest.fixture
def store() -> Store:
    store = naskah.office()
    add_person(store, naskah.UNIT, "tamu", Peran.PENINJAU)
    add_person(store, naskah.UNIT, "operator", Peran.ADMIN)
    return store


def uploaded(store: Store, content: bytes):
    at = screen(store, "tamu", PAGE)
    at.file_uploader[0].upload("laporan.docx", content, "application/octet-stream")
    return checked(at.run())


def test_a_whole_document_is_said_to_be_whole(store):
    at = uploaded(store, made(store))
    assert at.success[0].value.startswith("Utuh")
    assert "Laporan Kinerja Triwulan, Triwulan II Tahun 2026, versi 1" in texts(at)


def test_an_edited_figure_stands_in_a_table_with_both_values(store):
    content = made(store)
    old = control(content, A)
    at = uploaded(store, edited(content, (old, old.replace(">1<", ">3<"))))
    assert "tidak utuh" in at.error[0].value
    assert f"`{A}` | 1 | 3 | Tabel 3.3, baris 7, kolom 7" in texts(at)


def test_a_record_that_moved_on_is_a_warning(store):
    content = made(store)
    with store.transaction() as tx:
        naskah.save(tx, "IK-05", 2, "3", versi=2)
    at = uploaded(store, content)
    assert "basis data sudah berubah" in at.warning[0].value


def test_an_admin_may_not(store):
    at = screen(store, "operator", PAGE)
    assert "tidak berhak menyusun draf laporan" in at.warning[0].value
    assert not at.get("file_uploader")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with the example, one report in it, and its archive."""
    copied(tmp_path)
    words = ["laporan", "triwulan", "--tahun", "2026", "--periode", "TW2", "--ke", str(tmp_path / "a.docx")]
    assert main([*words, "--data", str(tmp_path), "--per", "2026-07-31"]) == 0
    return tmp_path


def test_the_command_says_what_the_file_is_worth(folder, capsys):
    def run(name: str) -> int:
        capsys.readouterr()
        return main(["periksa-dokumen", str(folder / name), "--data", str(folder)])

    assert run("a.docx") == 0
    said = capsys.readouterr().out
    assert "sama persis" in said
    assert "Utuh:" in said
    content = (folder / "a.docx").read_bytes()
    kode = "IK-06.2026.TW2.realisasi"
    old = control(content, kode)
    (folder / "b.docx").write_bytes(edited(content, (old, old.replace(">6<", ">9<"))))
    assert run("b.docx") == 1
    said = capsys.readouterr().err
    assert f"{kode}: 6 menjadi 9 (Tabel 3.3, baris" in said
    (folder / "c.docx").write_bytes(b"bukan dokumen")
    assert run("c.docx") == 1
    assert "bukan dokumen Word" in capsys.readouterr().err
