"""Rules of the house that no type checker knows: what stays where, and what the README must say."""

import argparse
import re
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

from lakip import VERSI
from lakip.__main__ import parser
from lakip.akses import BOLEH, PERAN_NAMA, Izin

PACKAGE, PAGES = ROOT / "lakip", ROOT / "pages"
CODE = sorted([*PACKAGE.rglob("*.py"), *PAGES.glob("*.py"), ROOT / "app.py"])
README = (ROOT / "README.md").read_text(encoding="utf-8")


def using(pattern: str) -> set[str]:
    return {p.relative_to(ROOT).as_posix() for p in CODE if re.search(pattern, p.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.py")), ids=lambda p: p.name)
def test_a_page_stays_under_120_lines(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 120


def test_only_session_touches_session_state() -> None:
    assert using(r"st\.session_state\[|st\.session_state\.|session_state\.get") <= {"lakip/ui/session.py"}


def test_only_store_and_its_copies_import_duckdb_and_only_grafik_imports_altair() -> None:
    assert using(r"(?m)^(import|from) duckdb") <= {
        "lakip/store.py",
        "lakip/transaction.py",
        "lakip/salinan.py",
        "app.py",
    }
    assert {p for p in using(r"(?m)^(import|from) altair") if not p.startswith("lakip/grafik/")} == set()


def test_no_number_is_typed_past_the_reader() -> None:
    """Streamlit's number columns and fields read neither comma nor thousands. A tahun, four digits within bounds, can
    hold neither: whatever is typed with one lies outside, and is refused."""
    assert using(r"NumberColumn|st\.slider") == set()
    fields = {
        line.strip()
        for path in CODE
        for line in re.findall(r"number_input\([^)]*", path.read_text(encoding="utf-8"))
        if not re.search(r"20\d\d, (20|21)\d\d|2015, coming", line)
    }
    assert fields == set()


def test_streamlit_lives_on_the_screens() -> None:
    outside = {p for p in using(r"(?m)^(import|from) streamlit") if not p.startswith(("pages/", "lakip/ui/"))}
    assert outside <= {"app.py", "lakip/server/headers.py"}


def test_no_screen_writes_html_by_hand_into_markdown() -> None:
    assert using(r"unsafe_allow_html") == set()


def test_sql_stands_only_in_queries() -> None:
    assert using(r"(?i)\b(select|insert into|update|delete from)\b[^\n]*\b(from|values|set|where)\b[^\n]*\"") <= {
        "lakip/store.py",
        "lakip/transaction.py",
        "lakip/salinan.py",  # tables of any schema, for which no file of queries/ is sure to fit
        "lakip/utuh/segel.py",  # of any table
        "lakip/utuh/aturan.py",  # of the catalogue
        "lakip/utuh/skema.py",
    }


@pytest.mark.parametrize("kind", ["read", "write"])
def test_every_query_is_asked_by_somebody(kind: str) -> None:
    text = "\n".join(p.read_text(encoding="utf-8") for p in CODE)
    names = {p.stem for p in (PACKAGE / "queries" / kind).glob("*.sql")}
    assert {name for name in names if f'"{name}"' not in text} == set()


def test_every_query_says_its_grain() -> None:
    silent = [
        p.name for p in (PACKAGE / "queries" / "read").glob("*.sql") if "Grain:" not in p.read_text(encoding="utf-8")
    ]
    assert silent == []


def test_the_readme_lists_every_izin_with_who_holds_it() -> None:
    for izin in Izin:
        holders = ", ".join(name for peran, name in PERAN_NAMA.items() if peran in BOLEH[izin])
        assert f"| {izin.value} | {holders} |" in README


def commands(parser: argparse.ArgumentParser, name: str = "") -> list[str]:
    inner = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    return [c for a in inner for word, sub in a.choices.items() for c in commands(sub, f"{name} {word}")] or [name]


def test_the_readme_names_every_command() -> None:
    assert [c for c in commands(parser()) if f"python -m lakip{c}" not in README] == []


def test_a_rapor_is_called_so_wherever_a_person_reads_it() -> None:
    # “raport” is a foreign spelling; KBBI has rapor. Only the command that was once called so still knows it.
    old = re.compile("raport", re.IGNORECASE)
    papers = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(PACKAGE / "server").rglob("*.html")]
    texts = {p: p.read_text(encoding="utf-8") for p in [*CODE, *papers]}
    for template in (PACKAGE / "export" / "templates").glob("*.docx"):
        with zipfile.ZipFile(template) as parts:
            texts[template] = "".join(parts.read(n).decode() for n in parts.namelist() if n.endswith(".xml"))
    found = {p.relative_to(ROOT).as_posix(): old.findall(f"{p.name} {text}") for p, text in texts.items()}
    assert {name: words for name, words in found.items() if words} == {"lakip/__main__.py": ["raport"]}


def test_the_version_is_written_once_for_the_package_and_once_for_the_program() -> None:
    assert f'version = "{VERSI}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
