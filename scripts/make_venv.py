"""Make the virtual environment and install one pinned requirements file into it.

Runs on the Python of the machine, with nothing installed: python3 scripts/make_venv.py .venv requirements.txt
"""

import subprocess
import sys
import venv
from pathlib import Path

MINIMUM = (3, 11)


def main(folder: str, requirements: str) -> None:
    if sys.version_info < MINIMUM:
        sys.exit(f"Lakip memerlukan Python 3.11 atau lebih baru; yang terpasang {sys.version.split()[0]}.")
    target = Path(folder)
    python = target / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        print(f"Membuat lingkungan Python di {target} ...", flush=True)
        venv.create(target, with_pip=True)
    print(f"Memasang {requirements}: sekali saja, beberapa menit ...", flush=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]
    if subprocess.run(command, check=False).returncode:
        sys.exit("Pemasangan gagal. Periksa sambungan internet (hanya perlu sekali ini), lalu ulangi perintahnya.")


if __name__ == "__main__":
    main(*sys.argv[1:])
