"""What installs Lakip: the locks beside their pins, the versions of Python, the wheels."""

import re
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from defusedxml import ElementTree
from packaging.markers import Marker

sys.path.insert(0, str(ROOT / "scripts"))
import layanan
import make_venv
import make_wheels

PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;#]+)(?: ; ([^\\]+))?", re.MULTILINE)
LOCKS = {"requirements.txt": "requirements.lock", "requirements-dev.txt": "requirements-dev.lock"}


def pins(name: str) -> dict[str, str]:
    return {m[1]: m[2] for m in PIN.finditer((ROOT / name).read_text(encoding="utf-8"))}


@pytest.mark.parametrize(("pinned", "lock"), LOCKS.items())
def test_each_pin_stands_in_its_lock_at_the_same_version(pinned: str, lock: str) -> None:
    assert pins(pinned).items() <= pins(lock).items()


def test_what_tests_run_on_is_what_the_office_runs_on() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_line_of_a_lock_has_its_hashes_and_none_names_where_it_comes_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    parts = re.split(r"(?m)^(?=[a-z0-9])", text)[1:]
    assert [part.splitlines()[0] for part in parts if "--hash=sha256:" not in part] == []
    assert re.findall(r"https?://|--index|--find-links|file:", text) == []


def test_the_office_needs_the_same_packages_on_windows_and_linux_with_every_python() -> None:
    # So that the wheels for one system may be fetched on another, where pip would read the markers by its own.
    markers = [Marker(m[3]) for m in PIN.finditer((ROOT / "requirements.lock").read_text(encoding="utf-8")) if m[3]]
    first, beyond = make_venv.bounds()
    for minor in range(first[1], beyond[1]):
        for system in ("win32", "linux"):
            about = {"sys_platform": system, "python_version": f"3.{minor}", "implementation_name": "cpython"}
            assert all(marker.evaluate(about) for marker in markers)


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ((3, 10), "Lakip memerlukan Python 3.11 sampai 3.14; yang terpasang 3.10."),
        ((3, 11), ""),
        ((3, 14), ""),
        ((3, 15), "Lakip memerlukan Python 3.11 sampai 3.14; yang terpasang 3.15."),
    ],
)
def test_a_python_that_will_not_do_is_told_before_anything_is_made(version: tuple[int, int], said: str) -> None:
    assert make_venv.unsuitable(version) == said


def test_a_folder_of_wheels_takes_the_place_of_the_internet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_venv, "WHEELS", tmp_path / "wheels")
    assert "--no-index" not in make_venv.install("requirements.lock")
    (tmp_path / "wheels").mkdir()
    assert {"--no-index", "--find-links", "--require-hashes"} <= {*make_venv.install("requirements.lock")}
    assert {"win_amd64", "3.13", "--require-hashes"} <= {*make_wheels.download("windows", "3.13")}


BAT = (ROOT / "jalankan.bat").read_bytes()


def test_what_windows_runs_has_the_line_ends_of_windows_and_keeps_them() -> None:
    assert BAT.count(b"\n") == BAT.count(b"\r\n") > 0
    assert "*.bat text eol=crlf" in (ROOT / ".gitattributes").read_text(encoding="utf-8")


def test_what_windows_runs_jumps_only_to_what_is_there_and_names_what_is_there() -> None:
    lines = BAT.decode("utf-8").splitlines()
    labels = [line[1:] for line in lines if line.startswith(":")]
    assert len(labels) == len({*labels})
    assert {m for line in lines for m in re.findall(r"(?:goto|call) :(\w+)", line)} == {*labels}
    assert all(line.isascii() for line in lines)  # cmd reads it in the code page of an old console
    for name in (r"scripts\make_venv.py", "requirements.lock", "app.py"):
        assert any(name in line for line in lines)
        assert (ROOT / name.replace("\\", "/")).exists()


def test_windows_is_told_the_same_versions_of_python() -> None:
    first, beyond = make_venv.bounds()
    assert f"Python 3.{first[1]} sampai 3.{beyond[1] - 1} belum terpasang" in BAT.decode()
    assert sorted(re.findall(rb"py -3\.(\d+)", BAT)) == [str(n).encode() for n in range(first[1], beyond[1])]


def test_the_service_of_linux_ends_by_the_signal_that_closes_the_record_and_starts_again_after_a_failure() -> None:
    text = layanan.unit(
        "0.0.0.0", "8600", Path("/srv/lakip data"), Path("/opt/lakip/.venv/bin/python"), Path("/opt/lakip")
    )
    lines = text.splitlines()
    assert 'ExecStart="/opt/lakip/.venv/bin/python" "/opt/lakip/app.py"' in lines
    assert '"HOST=0.0.0.0" "PORT=8600" "LAKIP_DATA=/srv/lakip data"' in text
    assert {"User=lakip", "Restart=on-failure", "ProtectSystem=strict"} <= {*lines}
    assert not [line for line in lines if line.startswith(("KillSignal", "KillMode", "SendSIGKILL"))]


def test_the_service_of_windows_starts_with_the_computer_runs_without_end_and_may_little() -> None:
    text = layanan.task("0.0.0.0", "8501", "C:\\A & B\\data", "C:\\A & B\\.venv\\Scripts\\python.exe", "C:\\A & B")
    tree = ElementTree.fromstring(text.replace(' encoding="UTF-16"', ""))
    said = {element.tag.split("}")[1]: element.text for element in tree.iter()}
    assert (said["UserId"], said["RunLevel"]) == ("S-1-5-19", "LeastPrivilege")  # LOCAL SERVICE
    assert (said["ExecutionTimeLimit"], said["WorkingDirectory"]) == ("PT0S", "C:\\A & B")
    assert said["Arguments"] == (
        '/d /c set "HOST=0.0.0.0"&& set "PORT=8501"&& set "LAKIP_DATA=C:\\A & B\\data"&& '
        '"C:\\A & B\\.venv\\Scripts\\python.exe" app.py >> "C:\\A & B\\data\\lakip.log" 2>&1'
    )


def test_the_image_runs_as_nobody_in_particular_and_takes_in_only_what_is_served() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert "USER lakip" in lines
    assert any("--require-hashes" in line for line in lines)
    copied = {word for line in lines if line.startswith("COPY ") for word in line.split()[1:-1]}
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert copied == {line[1:] for line in ignored if line.startswith("!")}
    assert all((ROOT / name).exists() for name in copied)
