"""Pictures are drawn in a process of their own, which nobody has to wait for and nobody has to end."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
import vl_convert

from lakip.errors import UserError
from lakip.penggambar import FONT_FOLDER, SVG, VEGALITE, Penggambar

ROOT = Path(__file__).parents[1]
BAR = json.dumps(
    {
        "data": {"values": [{"tw": "TW I", "nilai": 70}, {"tw": "TW II", "nilai": 85}]},
        "mark": "bar",
        "encoding": {"x": {"field": "tw", "type": "nominal"}, "y": {"field": "nilai", "type": "quantitative"}},
        "config": {"font": "Lakip"},
    }
)
KOTAK = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text y="15" font-family="Lakip">Mulai</text></svg>'
)
DRAWS = f"""
from lakip import penggambar
assert penggambar.draw("svg", {KOTAK!r}, 1).startswith(b"\\x89PNG")
print("tergambar", flush=True)
"""


@pytest.fixture
def penggambar():
    one = Penggambar()
    yield one
    one.close()


def test_the_pictures_are_pixel_for_pixel_those_of_the_library(penggambar):
    vl_convert.register_font_directory(str(FONT_FOLDER))
    assert penggambar.draw(VEGALITE, BAR, 2) == vl_convert.vegalite_to_png(BAR, scale=2)
    assert penggambar.draw(SVG, KOTAK, 2) == vl_convert.svg_to_png(KOTAK, scale=2)


def test_one_process_draws_every_picture_and_a_refused_one_does_not_end_it(penggambar):
    penggambar.draw(SVG, KOTAK, 1)
    first = penggambar.pid
    with pytest.raises(ValueError, match="conversion failed"):
        penggambar.draw(VEGALITE, '{"mark": "entah"}', 1)
    penggambar.draw(SVG, KOTAK, 1)
    assert penggambar.pid == first


def test_a_process_that_died_is_started_anew(penggambar):
    picture = penggambar.draw(SVG, KOTAK, 1)
    first = penggambar.pid
    os.kill(first, signal.SIGTERM)
    time.sleep(0.2)
    assert penggambar.draw(SVG, KOTAK, 1) == picture
    assert penggambar.pid != first


def test_after_the_second_death_it_says_what_to_do_and_the_next_picture_begins_afresh():
    hasty = Penggambar(batas=0.01)
    with pytest.raises(UserError, match="berhenti dua kali"):
        hasty.draw(SVG, KOTAK, 1)
    assert hasty.pid is None
    hasty._batas = 60
    assert hasty.draw(SVG, KOTAK, 1).startswith(b"\x89PNG")
    hasty.close()


@pytest.mark.parametrize(
    ("ended", "code"),
    [
        ("", 0),  # at the end of its script
        ("sys.exit(1)", 1),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", -9),
        ("import threading; threading.Event().wait()", 130),  # Ctrl+C, which reaches all that share its window
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_it_ends_with_the_program_however_that_ends_and_says_nothing(ended, code):
    body = textwrap.indent(f"{DRAWS}\n{ended}", "    ")
    caught = f"import sys\ntry:\n{body}\nexcept KeyboardInterrupt:\n    sys.exit(130)\n"
    program = subprocess.Popen(
        [sys.executable, "-c", caught], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert program.stdout.readline() == b"tergambar\n"
    if code == 130:
        os.killpg(program.pid, signal.SIGINT)
    _, said = program.communicate(timeout=20)  # the drawing process writes there too: it is open until both have ended
    assert said == b""
    assert program.returncode == code


def test_the_drawing_process_loads_the_library_and_nothing_of_the_screens_or_the_record():
    loaded = subprocess.run(
        [sys.executable, "-c", "import lakip.penggambar.__main__, sys; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "vl_convert" in loaded
    assert not {"streamlit", "duckdb", "polars", "altair", "pandas", "lakip.store"} & set(loaded)
