"""How long a backup is kept. Looks at no clock and no disk: a clock that jumps takes nothing away."""

from collections.abc import Sequence

from lakip.cadangan.isi import Cadangan, Jenis

HARI, PEKAN, BULAN, PEMBARUAN = 7, 5, 13, 5


def old(cadangan: Sequence[Cadangan]) -> list[Cadangan]:
    """Those that may go, of the backups of one record.

    Kept are all that were made at an approval; the last five before an update of the program; the newest, and the
    newest that lacks nothing; and of each of the last 7 days, 5 weeks and 13 months that have one, the newest, a
    complete one before one that lacks something. Days without a backup do not count: after two months of a closed
    office nothing is gone.
    """
    best = sorted(cadangan, key=lambda c: (c.lengkap, c.saat), reverse=True)
    keep = {c.path for c in cadangan if c.jenis is Jenis.PENGESAHAN}
    updates = sorted((c for c in cadangan if c.jenis is Jenis.PEMBARUAN), key=lambda c: c.saat, reverse=True)
    newest = sorted(cadangan, key=lambda c: c.saat)[-1:]
    keep |= {c.path for c in (*updates[:PEMBARUAN], *best[:1], *newest)}
    for count, pattern in ((HARI, "%Y-%m-%d"), (PEKAN, "%G-%V"), (BULAN, "%Y-%m")):
        of: dict[str, Cadangan] = {}
        for one in best:
            of.setdefault(one.saat.strftime(pattern), one)
        keep |= {of[kala].path for kala in sorted(of, reverse=True)[:count]}
    return [c for c in cadangan if c.path not in keep]
