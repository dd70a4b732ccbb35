"""Those that are named, or all but suite and beban: python -m benchmarks [layar saluran unggah berkas laporan rollup].

python -m benchmarks suite              times the tests, a quarter of an hour
python -m benchmarks beban --menit 10   fifty people of every role at once
"""

import importlib
import sys

NAMES = ("layar", "saluran", "unggah", "berkas", "laporan", "rollup")

for name in [word for word in sys.argv[1:] if word.isalpha()] or NAMES:
    importlib.import_module(f"benchmarks.{name}").main()
