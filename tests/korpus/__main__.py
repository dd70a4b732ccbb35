"""One line per workbook: `python tests/korpus [-v] [words of a name ...]`; with -v its cells and its questions."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from juri import judged  # noqa: E402

from korpus import Kasus  # noqa: E402
from korpus.hakim import asked_in, bersama, faults, made, settled_by_answers  # noqa: E402
from korpus.semua import SEMUA  # noqa: E402
from lakip.errors import UserError  # noqa: E402


def shown(satu: Kasus) -> list[str]:
    """The cells of the workbook, and what was asked about it."""
    buku, unggahan = made(satu)
    lines = []
    for ws in buku.wb.worksheets:
        lines.append(f"    [{ws.title}]")
        for row in ws.iter_rows():
            said = [f"{c.coordinate}={str(c.value)[:28]!r}" for c in row if c.value is not None]
            lines += ["      " + " ".join(said)] if said else []
    try:
        nilai, hasil, _ = judged(bersama(satu.belanja), unggahan, buku.benar, asked_in(buku))
    except UserError as error:
        return [*lines, f"    ditolak: {error}"]
    lines += [f"    {t.tingkat} {t.kode} {t.pilihan or ''}: {t}" for t in hasil.menahan]
    columns = [(table, one) for table in hasil.bacaan for one in table.kolom]
    lines += [f"    {t.lembar} {c.sel} {c.judul!r}: {c.guna} {c.bidang or ''} {c.sebab}" for t, c in columns]
    return [*lines, f"    terbaca: {', '.join(sorted(nilai.benar))}"]


def main(words: list[str]) -> int:
    verbose = "-v" in words
    wanted = [w for w in words if w != "-v"]
    chosen = [one for one in SEMUA if all(w in one.id for w in wanted)]
    bad = total = read = 0
    for satu in chosen:
        found = faults(satu)
        right, of, answers = settled_by_answers(satu)
        bad += bool(found)
        if satu.terbaca and not satu.tanya:
            total, read = total + of, read + right
        print(f"{'SALAH' if found else 'ok':6}{satu.id:64}{right:>4} dari {of:>3} setelah {answers} jawaban")
        for line in found if verbose else found[:3]:
            print(f"        {line[:200]}")
        if verbose:
            print("\n".join(shown(satu)))
    print(
        f"{len(chosen)} buku kerja, {bad} dengan kesalahan; {read} dari {total} angka terbaca setelah pertanyaan dijawab"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
