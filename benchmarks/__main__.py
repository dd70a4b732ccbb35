"""All of them, or those named: python -m benchmarks [layar saluran unggah berkas laporan rollup]."""

import importlib
import sys

NAMES = ("layar", "saluran", "unggah", "berkas", "laporan", "rollup")

for name in sys.argv[1:] or NAMES:
    importlib.import_module(f"benchmarks.{name}").main()
