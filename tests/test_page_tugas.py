"""Tugas saya: the first screen of every peran."""

import pytest
from layar import example, screen, texts, ways

from lakip.draf import Laci, read_ketikan


@pytest.mark.parametrize("akun", ["staf", "kasi", "kasubbag", "sekcam", "camat", "admin", "peninjau"])
def test_every_peran_reads_what_waits_or_that_nothing_does(akun: str) -> None:
    at = screen(example(), akun, "tugas.py")
    assert [t.value for t in at.title] == ["Tugas saya"]
    links = ways(at)
    assert links or "Tidak ada tugas yang menunggu Anda" in texts(at)


def test_a_returned_kiriman_comes_with_its_reason_and_its_deadline() -> None:
    at = screen(example(), "kasi.kesos", "tugas.py")
    said = texts(at)
    assert "Angka posyandu belum ada" in said
    assert "batas 10 Oktober 2026" in said
    assert any(label.startswith("Perbaiki kiriman") for label in ways(at))


def test_each_task_leads_to_where_it_is_done() -> None:
    at = screen(example(), "kasi.pmd", "tugas.py")
    assert "bagian=PMD" in ways(at)["Periksa kiriman Seksi Pemberdayaan Masyarakat dan Desa, Triwulan III"]


def test_a_disposisi_waits_for_whoever_it_is_addressed_to() -> None:
    assert any(label.startswith("Disposisi ") for label in ways(screen(example(), "camat", "tugas.py")))
    assert not any(label.startswith("Disposisi ") for label in ways(screen(example(), "peninjau", "tugas.py")))


def test_what_one_typed_and_left_elsewhere_is_told_to_nobody_else() -> None:
    store = example()
    assert store.folder
    said = dict.fromkeys(("label", "dasar", "isi"), "x") | {"judul": "Naskah laporan"}
    said["alamat"] = "/naskah?tahun=2026&periode=TW3"
    laci = Laci(store.folder)
    laci.change("kasi.kesos", {"a": read_ketikan(said), "b": read_ketikan(said | {"label": "Catatan"})})
    link = "- [Naskah laporan](/naskah?tahun=2026&periode=TW3), diketik "
    told = screen(store, "kasi.kesos", "tugas.py").info[0].value
    assert told.startswith(f"Sudah diketik dan belum disimpan:\n{link}")
    assert told.count(link) == 1
    assert link not in texts(screen(store, "kasi.pmd", "tugas.py"))
    laci.drop("kasi.kesos")
