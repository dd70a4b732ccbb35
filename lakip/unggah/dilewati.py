"""The rows of a file that were passed over, summed for a person: one line for each sheet and reason."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lakip.unggah.hasil import Dilewati

TRIWULAN = "baris Triwulan "
MAKS_RUNTUN = 4  # runs of rows that are named; of more only where they begin and end


def summed(dilewati: Sequence[Dilewati]) -> Iterator[tuple[str, str, str]]:
    """(lembar, rows, alasan), in the order of the first row of each: ("Rekap", "baris 9-20, 24 (13 baris)", why).

    Rows of other quarters are one line, whichever quarters they are of.
    """
    found: dict[tuple[str, str], list[Dilewati]] = {}
    for one in dilewati:
        kind = TRIWULAN if one.alasan.startswith(TRIWULAN) else one.alasan
        found.setdefault((one.lembar, kind), []).append(one)
    for (lembar, kind), rows in found.items():
        quarters = sorted({one.alasan.removeprefix(kind) for one in rows})
        yield lembar, _told(sorted(one.baris for one in rows)), kind + ", ".join(quarters)


def _told(rows: Sequence[int]) -> str:
    if len(rows) == 1:
        return f"baris {rows[0]}"
    runs = [[n for _, n in run] for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0])]
    if len(runs) > MAKS_RUNTUN:
        return f"{len(rows)} baris di antara baris {rows[0]} dan {rows[-1]}"
    named = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"baris {named} ({len(rows)} baris)"
