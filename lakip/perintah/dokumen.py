"""Whether a document still says what was frozen."""

import argparse
import sys

from lakip.export import kata_periksa, periksa_dokumen, word
from lakip.perintah import dasar
from lakip.store import Store


def check(store: Store, wanted: argparse.Namespace) -> int:
    """Print what was found; 1 when anything is not as it was printed, or no longer what the record says."""
    unit = dasar.unit(store)
    with wanted.berkas.open("rb") as stream:
        content = stream.read(word.MAX_BYTES + 1)
    found = periksa_dokumen.check(store, dasar.actor(store, wanted, unit), unit, content)
    for line in kata_periksa.lines(found):
        print(line, file=sys.stdout if found.utuh else sys.stderr)
    return 0 if found.utuh else 1
