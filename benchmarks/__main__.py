"""Those that are named, or all but the suite: python -m benchmarks [layar saluran unggah berkas laporan rollup suite]."""

import importlib
import sys

NAMES = ("layar", "saluran", "unggah", "berkas", "laporan", "rollup")  # suite takes a quarter of an hour

for name in sys.argv[1:] or NAMES:
    importlib.import_module(f"benchmarks.{name}").main()
