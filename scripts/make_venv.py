"""Make the virtual environment and install one lock into it, unless that was done.

Runs on the Python of the machine, with nothing installed: python3 scripts/make_venv.py requirements.lock
Without a lock it only tells whether this Python will do.
Every file that comes in is checked against its hash in the lock, and none is built here. Where there is a folder
wheels/ (scripts/make_wheels.py makes it), everything comes from there and nothing from the internet.
"""

import re
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
WHEELS = ROOT / "wheels"
RUNTIME = "requirements.lock"  # every other lock contains it


def main(lock: str | None = None) -> None:
    if complaint := unsuitable(sys.version_info[:2]):
        sys.exit(complaint)
    if lock is None:
        return
    if not PYTHON.exists():
        print("Membuat lingkungan Python di .venv ...", flush=True)
        venv.create(VENV, with_pip=True)
    if _is_installed(lock):
        return
    print(f"Memasang {lock}: sekali saja, beberapa menit ...", flush=True)
    if subprocess.run(install(lock), cwd=ROOT, check=False).returncode:
        sys.exit(
            f"Pemasangan dari folder wheels gagal. Buat lagi untuk Python {sys.version_info[0]}.{sys.version_info[1]} "
            "komputer ini dengan scripts/make_wheels.py."
            if WHEELS.is_dir()
            else "Pemasangan gagal. Periksa sambungan internet (hanya perlu sekali ini), lalu ulangi perintahnya."
        )
    for name in {RUNTIME, lock}:
        _stamp(name).write_text(_content(name), encoding="utf-8")


def bounds() -> tuple[tuple[int, int], tuple[int, int]]:
    """The first Python that will do and the first that will not, as pyproject.toml says."""
    found = re.search(
        r'requires-python = ">=3\.(\d+),<3\.(\d+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    assert found is not None
    return (3, int(found[1])), (3, int(found[2]))


def unsuitable(version: tuple[int, ...]) -> str:
    """Why this Python will not do; "" when it will."""
    first, beyond = bounds()
    if first <= version < beyond:
        return ""
    return (
        f"Lakip memerlukan Python {first[0]}.{first[1]} sampai {beyond[0]}.{beyond[1] - 1}; "
        f"yang terpasang {'.'.join(map(str, version))}."
    )


def install(lock: str) -> list[str]:
    """The command that installs a lock."""
    offline = ["--no-index", "--find-links", str(WHEELS)] if WHEELS.is_dir() else []
    checked = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", lock]
    return [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *offline, *checked]


def _stamp(name: str) -> Path:
    return VENV / f"{name}.terpasang"


def _content(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _is_installed(name: str) -> bool:
    return _stamp(name).exists() and _stamp(name).read_text(encoding="utf-8") == _content(name)


if __name__ == "__main__":
    main(*sys.argv[1:])
