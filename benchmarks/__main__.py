"""All of them, or those named: python -m benchmarks [rollup unggah laporan layar]."""

import importlib
import sys

NAMES = ("unggah", "laporan", "layar", "rollup")

for name in sys.argv[1:] or NAMES:
    importlib.import_module(f"benchmarks.{name}").main()
