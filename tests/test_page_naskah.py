"""The page Naskah laporan: every section with its state; whoever may, writes; the rest reads."""

from pathlib import Path

import pytest
from contoh_siap import fresh
from layar import button, checked, example, screen, texts

from lakip.store import Store

PAGE = "naskah.py"
IK = "indikator:IK-02"


@pytest.mark.parametrize("name", ["staf", "kasi", "kasubbag", "sekcam", "camat", "peninjau"])
def test_the_sections_and_their_state_are_there(name: str) -> None:
    at = screen(example(), name, PAGE, tahun=2024, periode="TH")
    assert [t.value for t in at.title] == ["Naskah laporan"]
    said = texts(at)
    assert "Ikhtisar eksekutif" in said
    assert "▲ Ada celah" in said
    assert "5 hal belum diisi, pada 3 bagian" in said  # personnel, recommendations, and three differences of documents


def test_a_section_is_shown_as_it_is_printed() -> None:
    said = texts(screen(example(), "kasubbag", PAGE, tahun=2025, periode="TH", bagian=IK))
    assert "terealisasi 91,00 % dari target 92,00 %" in said
    assert "{IK-02.capaian}" in said  # offered beside the box


def test_the_kasubbag_writes_sees_it_and_goes_back(tmp_path: Path) -> None:
    store: Store = fresh(tmp_path)
    at = screen(store, "kasubbag", PAGE, tahun=2024, periode="TH", bagian=IK)
    at = checked(at.text_area[0].set_value("Pengaduan selesai {IK-02.realisasi}.").run())
    assert "Pengaduan selesai 91,00 %." in texts(at)  # the preview
    at = checked(button(at, "Simpan naskah").click().run())
    assert "✎ Ditulis staf" in texts(at)
    at = checked(button(at, "Kembali ke teks otomatis").click().run())
    assert "✎ Ditulis staf" not in texts(at)


def test_the_kasubbag_explains_where_documents_differ(tmp_path: Path) -> None:
    at = screen(fresh(tmp_path), "kasubbag", PAGE, tahun=2024, periode="TH", bagian="selisih")
    box = at.text_area[0].value
    assert "IK-03 IKU | [belum diisi: penjelasan perbedaan IK-03 IKU" in box
    assert "Setiap perbedaan dijelaskan pada satu baris" in texts(at)
    lines = "IK-03 | Sebutan lama.\nPersentase partisipasi lembaga kemasyarakatan desa | Belum diperjanjikan."
    at = checked(at.text_area[0].set_value(f"Ada tiga perbedaan.\n\n{lines}").run())
    at = checked(button(at, "Simpan naskah").click().run())
    assert "2 hal belum diisi, pada 2 bagian" in texts(at)  # personnel and recommendations are left


def test_a_wrong_reference_is_told_on_the_page(tmp_path: Path) -> None:
    at = screen(fresh(tmp_path), "kasubbag", PAGE, tahun=2024, periode="TH", bagian=IK)
    at = checked(at.text_area[0].set_value("Pengaduan {IK-77.capaian}.").run())
    at = checked(button(at, "Simpan naskah").click().run())
    assert "Rujukan {IK-77.capaian} tidak dikenal" in texts(at)


def test_the_camat_reads_and_does_not_write() -> None:
    at = screen(example(), "camat", PAGE, tahun=2024, periode="TH", bagian=IK)
    assert not at.text_area


def test_the_narrative_of_an_approved_report_is_closed() -> None:
    at = screen(example(), "kasubbag", PAGE, tahun=2025, periode="TH", bagian=IK)
    assert not at.text_area
    assert "sudah disahkan, jadi naskahnya terkunci" in texts(at)
