"""Nothing a file contains may stop the server or take its memory, in any format: it ends in a sentence, soon."""

import contextlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from berkas_format import ods, xls, xlsm
from berkas_jahat import JAHAT
from berkas_jahat_format import JAHAT_FORMAT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lakip.errors import UserError
from lakip.unggah.berkas.buku import read_workbook

ROOT = Path(__file__).parents[1]
SEMUA = {"xlsx": JAHAT, **JAHAT_FORMAT}
MAKS_DETIK, MAKS_MB = 2.0, 200

# Reads every file of a folder; prints what came of each and the seconds of work it took, its own and its child's, and
# by how much the process grew at its peak, and its largest child. Not ru_maxrss for the first: a process begins with
# that of the one that started it.
CHILD = """
import json, os, resource, sys
from pathlib import Path
from lakip.errors import UserError
from lakip.unggah.berkas.buku import read_workbook
peak = lambda: int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) // 1024
work = lambda: sum(os.times()[:4])
base, said = peak(), {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    content, began = path.read_bytes(), work()
    try:
        read_workbook(content, path.name)
        told = ""
    except UserError as error:
        told = str(error)
    said[path.name] = (told, work() - began)
grown, child = peak() - base, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(json.dumps({"said": said, "grown_mb": grown, "child_mb": child}))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures memory as Linux tells it")
@pytest.mark.parametrize("asal", SEMUA)
def test_hostile_files_end_in_a_sentence_within_2_seconds_and_200_mb(asal: str, tmp_path: Path) -> None:
    assert len(SEMUA[asal]) >= 25
    for name, (make, _) in SEMUA[asal].items():
        (tmp_path / name).write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path)], cwd=ROOT, capture_output=True, timeout=300, check=True
    )
    told = json.loads(done.stdout)
    assert (told["grown_mb"] < MAKS_MB, told["child_mb"] < MAKS_MB) == (True, True), told
    for name, (_, word) in SEMUA[asal].items():
        said, seconds = told["said"][name]
        assert (word in said) if word else said == "", (name, said)
        assert not said or said.count(". ") >= 1, "what is wrong, and what to do"
        assert seconds < MAKS_DETIK, (name, seconds)


BAIK = {
    "ods": ods([["Kode", "Realisasi"], ["A-01", 9.5]]),
    "csv": "Kode;Realisasi\nA-01;9,5\n".encode("utf-16"),
    "xlsm": xlsm(),
}


@pytest.mark.parametrize("asal", BAIK)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_never_crashes(asal: str, data: st.DataObject) -> None:
    read_or_refused(BAIK[asal], data)


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_a_damaged_xls_is_read_or_refused_and_never_crashes(data: st.DataObject) -> None:
    """Fewer, because each starts a process."""
    read_or_refused(xls([["Kode", "Realisasi"], ["A-01", 9.5]]), data)


def read_or_refused(content: bytes, data: st.DataObject) -> None:
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(UserError):
        read_workbook(bytes(damaged), "x")
