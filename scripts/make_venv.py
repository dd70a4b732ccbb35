"""Make the virtual environment and install one pinned requirements file into it, unless that was done.

Runs on the Python of the machine, with nothing installed: python3 scripts/make_venv.py requirements.txt
"""

import subprocess
import sys
import venv
from pathlib import Path

MINIMUM = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def main(requirements: str) -> None:
    if sys.version_info < MINIMUM:
        sys.exit(f"Lakip memerlukan Python 3.11 atau lebih baru; yang terpasang {sys.version.split()[0]}.")
    if not PYTHON.exists():
        print("Membuat lingkungan Python di .venv ...", flush=True)
        venv.create(VENV, with_pip=True)
    stamp = VENV / f"{requirements}.terpasang"
    wanted = _with_included(requirements)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print(f"Memasang {requirements}: sekali saja, beberapa menit ...", flush=True)
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit("Pemasangan gagal. Periksa sambungan internet (hanya perlu sekali ini), lalu ulangi perintahnya.")
    for name in [*_included(requirements), requirements]:
        (VENV / f"{name}.terpasang").write_text(_with_included(name), encoding="utf-8")


def _included(requirements: str) -> list[str]:
    lines = (ROOT / requirements).read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("-r ").strip() for line in lines if line.startswith("-r ")]


def _with_included(requirements: str) -> str:
    return "".join((ROOT / name).read_text(encoding="utf-8") for name in [*_included(requirements), requirements])


if __name__ == "__main__":
    main(sys.argv[1])
