"""What goes beyond the screen: the view for a projector, the dashboard on paper, the summary on the page Periode."""

import shutil
from pathlib import Path

import pytest
from contoh_siap import fresh
from layar import example, screen, texts, ways
from streamlit.testing.v1 import AppTest

from lakip import dasbor
from lakip.akses import system
from lakip.contoh.isi import UNIT
from lakip.export import ringkasan
from lakip.periode import today


def shown(at: AppTest) -> str:
    return "".join(one.proto.body for one in at.get("html"))


def labels(at: AppTest) -> list[str]:
    return [one.label for one in at.get("download_button")]


def test_the_view_for_a_projector_tells_sasaran_by_sasaran_with_a_cause_beside_each_miss() -> None:
    at = screen(example(), "camat", "5_dasbor.py", tahun=2026, periode="SD3", layar=1)
    board, said = dasbor.read(example(), UNIT, 2026, "SD3", today()), shown(at)
    assert "<h1>Kinerja s.d. Triwulan III Tahun 2026</h1>" in said
    assert f"<strong>{board.putusan.pokok}</strong> {board.putusan.lanjutan}" in said
    heads = [f"<h2>{sasaran}</h2>" for sasaran in dict.fromkeys(row.sasaran for row in board.utama)]
    assert [said.index(head) for head in heads] == sorted(said.index(head) for head in heads)
    row = said.partition("Gangguan ketenteraman dan ketertiban</td>")[2]
    assert row.startswith('<td>8 / batas 6</td><td><span class="kurang">▼ 66,67 %</span></td>')
    assert '<tr class="sebab"><td colspan="4">Empat kejadian pada acara hiburan malam.' in row
    assert not [*at.button, *at.selectbox, *at.get("download_button")]
    assert {label for label in ways(at) if "Tutup" in label} == {"Tutup tampilan layar"}


def test_the_dashboard_leads_to_it_and_to_paper() -> None:
    at = screen(example(), "camat", "5_dasbor.py", tahun=2026, periode="SD3")
    assert ways(at)["Layar"] == "tahun=2026&periode=SD3&layar=1"
    assert "Unduh Word" in labels(at)
    assert "LibreOffice tidak terpasang" in texts(at)  # why there is no PDF
    assert "Unduh Word" not in labels(screen(example(), "admin", "5_dasbor.py", tahun=2026, periode="SD3"))


@pytest.fixture
def folder(tmp_path: Path):
    yield tmp_path
    shutil.rmtree(tmp_path, ignore_errors=True)


def test_a_run_shows_its_newest_summary_with_its_files_and_the_text_to_paste(folder: Path) -> None:
    store = fresh(folder)
    one = ringkasan.make(store, system(UNIT), UNIT, 2026, "TW3", "buka")
    at = screen(store, "peninjau", "periode.py", tahun=2026, periode="TW3")
    assert [code.value for code in at.code] == [one.pesan]
    assert {"Word", "Kalender (.ics)"} <= {*labels(at)}
    assert "PDF" not in labels(at)
    assert "LibreOffice tidak terpasang pada komputer server" in texts(at)
    assert "saat periode dibuka, oleh sistem" in texts(at)
    assert "Ringkasan untuk dibagikan" not in texts(screen(store, "peninjau", "periode.py", tahun=2026, periode="SM2"))
    store.close()
