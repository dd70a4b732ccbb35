"""Every promise names what holds it, and that is there; every file that SECURITY.md points at as well."""

import re

import pytest
from conftest import ROOT

JANJI = (ROOT / "docs" / "keandalan.md").read_text(encoding="utf-8")
AMAN = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
BARIS = [
    line.strip("| ").split(" | ") for line in JANJI.splitlines() if line.startswith("| ") and "dijanjikan" not in line
]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PERINTAH = sorted({name for line in BARIS for name in re.findall(r"`([^`]+)`", line[-1])})


@pytest.mark.parametrize("baris", BARIS, ids=lambda b: b[0][:40])
def test_every_promise_has_something_that_holds_it(baris: list[str]) -> None:
    assert len(baris) == 2
    assert re.fullmatch(r"(`[^`]+`(, )?)+", baris[1])


@pytest.mark.parametrize("nama", PERINTAH)
def test_what_holds_a_promise_is_there(nama: str) -> None:
    if nama.startswith("make "):
        assert re.search(rf"(?m)^{nama.split()[1]}:", MAKEFILE)
    elif nama.startswith("python -m benchmarks "):
        assert (ROOT / "benchmarks" / f"{nama.split()[3]}.py").exists()
    else:
        file, _, test = nama.partition("::")
        assert re.search(rf"(?m)^def {test}\(", (ROOT / file).read_text(encoding="utf-8"))


def test_what_security_points_at_is_there() -> None:
    rows = [line for line in AMAN.splitlines() if line.startswith("| ") and "against" not in line]
    for row in rows:
        for name in re.findall(r"`([^`]+)`", row.rsplit("|", 2)[1]):
            assert (ROOT / name).exists(), name


def test_the_commands_of_the_installation_are_there() -> None:
    text = (ROOT / "docs" / "pemasangan.md").read_text(encoding="utf-8")
    for name in {*re.findall(r"scripts[/\\](\w+\.\w+)", text)}:
        assert (ROOT / "scripts" / name).exists()
    for name in {*re.findall(r"LAKIP_(?!DATA|KUNCI\b)\w+", text)}:
        assert name in (ROOT / "app.py").read_text(encoding="utf-8")
