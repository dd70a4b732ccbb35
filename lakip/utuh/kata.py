"""What is wrong with a record, in sentences: what, where, whose."""

from collections.abc import Mapping, Sequence
from typing import Any

from lakip.formatting import waktu
from lakip.store import Store
from lakip.utuh.jangkar import Jangkar
from lakip.utuh.segel import Beda

JALAN = (
    "Bila basis data itu dikembalikan dengan sengaja, admin menerimanya di halaman Kesehatan data; bila tidak, "
    "hentikan aplikasi dan pulihkan cadangan terakhir (python -m lakip pulihkan BERKAS)."
)
RAHASIA = frozenset({"sandi", "sesi", "isi"})
SEBANYAK = 10  # acts of one table that are named; the rest is counted


def span(acts: Sequence[Jangkar]) -> str:
    """One act, or from which to which, with their times."""
    first, last = acts[0], acts[-1]
    if first is last:
        return f"perbuatan nomor {first.nomor} ({waktu(first.pada)})"
    return f"{len(acts)} perbuatan, nomor {first.nomor} ({waktu(first.pada)}) sampai {last.nomor} ({waktu(last.pada)}),"


def rows(store: Store, beda: Beda) -> list[str]:
    """One table that is not as it was sealed: whose rows are gone or changed, and what nobody wrote."""
    acts = {r["nomor"]: r for r in store.read("jejak_ujung", sejak=min(beda.hilang, default=0)).iter_rows(named=True)}
    said = [
        f"Tabel {beda.tabel}: {count} baris yang disegel perbuatan nomor {nomor} ({whose(acts.get(nomor))}) dihapus "
        "atau diubah."
        for nomor, count in list(beda.hilang.items())[:SEBANYAK]
    ]
    if len(beda.hilang) > SEBANYAK:
        said.append(f"Tabel {beda.tabel}: juga baris dari {len(beda.hilang) - SEBANYAK} perbuatan lain.")
    if beda.lebih:
        found = "; ".join(_cells(row) for row in beda.contoh)
        said.append(f"Tabel {beda.tabel}: {beda.lebih} baris tidak ditulis lewat perbuatan mana pun: {found}.")
    return said


def whose(act: Mapping[str, Any] | None) -> str:
    return f"{act['perbuatan']}, oleh {act['oleh']}, {waktu(act['pada'])}" if act else "yang tidak ada lagi"


def _cells(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{k}={str(v)[:40]}" for k, v in row.items() if v is not None and k not in RAHASIA)[:300]
