"""`make quick` and `make test` from the press to the end, as a developer waits for them, and the processor time that they
take. Only when it is named: it takes a quarter of an hour and wants the computer for itself."""

import os
import subprocess
import time
from pathlib import Path

from benchmarks.ukur import row

ROOT = Path(__file__).resolve().parents[1]
INTI = os.cpu_count() or 1


def main() -> None:
    print(f"\nThe suite, on {INTI} cores", flush=True)
    for perintah, aim in (("quick", "60"), ("test", "600")):
        start, before = time.perf_counter(), os.times()
        done = subprocess.run(
            ["make", perintah], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        after, taken = os.times(), time.perf_counter() - start
        cpu = sum(after[2:4]) - sum(before[2:4])  # of the processes that have ended; Windows tells none
        row(f"make {perintah}", taken, "s", cpu / INTI, aim)
        print(f"    {last_words(done.stdout)}" + ("" if done.returncode == 0 else "   NOT GREEN"), flush=True)


def last_words(said: bytes) -> str:
    """What pytest counts at its end, of each of its runs."""
    lines = said.decode(errors="replace").splitlines()
    return "; ".join(line.strip("= ") for line in lines if " passed" in line or " failed" in line) or "no test ran"


if __name__ == "__main__":
    main()
