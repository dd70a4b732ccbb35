"""What takes too long for the suite: `python tests/ketahanan jatuh 1000` or `python tests/ketahanan kabur 10000`.

A third number is the seed (1 otherwise): the same seed tries the same. Ends with 1 when anything was found.
"""

import importlib
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

NAMES = ("jatuh", "kabur")

if __name__ == "__main__":
    name, count, *seed = sys.argv[1:]
    if name not in NAMES:
        sys.exit(f"Which: {' or '.join(NAMES)}?")
    found = importlib.import_module(f"ketahanan.{name}").main(int(count), int((seed or ["1"])[0]))
    sys.exit(int(bool(found)))
