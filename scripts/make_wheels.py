"""Fill the folder wheels/ for a computer without internet: python3 scripts/make_wheels.py windows 3.13 [linux 3.12 ...]

Run where there is internet, on any system. Copy the program with its folder wheels/ to the office's computer; there
scripts/make_venv.py installs from it. Checked against requirements.lock on both sides.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHEELS = ROOT / "wheels"
PLATFORM = {
    "windows": ("win_amd64",),
    "linux": ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
}


def main(wanted: list[str]) -> None:
    pairs = list(zip(wanted[::2], wanted[1::2], strict=False))
    if not pairs or len(wanted) % 2 or {system for system, _ in pairs} - PLATFORM.keys():
        sys.exit("Sebutkan sistem dan Python komputer yang dituju, misalnya: make_wheels.py windows 3.13")
    for system, python in pairs:
        if subprocess.run(download(system, python), cwd=ROOT, check=False).returncode:
            sys.exit(f"Paket untuk {system}, Python {python}, tidak lengkap terunduh.")
    found = list(WHEELS.glob("*.whl"))
    print(f"{len(found)} paket, {sum(f.stat().st_size for f in found) / 1e6:.0f} MB, di {WHEELS}")


def download(system: str, python: str) -> list[str]:
    """The command that brings what the lock names for a system and a version of Python."""
    target = [word for tag in PLATFORM[system] for word in ("--platform", tag)]
    return [
        sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--dest", str(WHEELS),
        *target, "--python-version", python, "--require-hashes", "--only-binary", ":all:", "--no-deps",
        "-r", "requirements.lock",
    ]  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
