"""Perubahan setelah dikunci: what moved between the approvals of a run, and since the newest."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import polars as pl
import streamlit as st

from lakip import potret
from lakip.formatting import angka, persen, waktu
from lakip.potret import Beda
from lakip.ui import session
from lakip.ui.panel_tanda import KANAN, KIRI, card_link, firm, plain, table


def moved(steps: pl.DataFrame, tahun: int, periode: str, per: date) -> None:
    """Over the steps of one run: the newest approval against the record, each earlier one against the next."""
    frozen = steps.filter(pl.col("potret").is_not_null()).to_dicts()
    if not frozen:
        return
    store, unit, last = session.store(), session.unit(), frozen[-1]
    when = plain(waktu(last["pada"]))
    if since := potret.differences(store, unit, last["potret"], per):
        st.warning(f"{len(since)} indikator berubah sejak disahkan {when}.", icon=":material/lock_open:")
        differences(since, tahun, periode, "disahkan", "kini")
    else:
        st.caption(f":material/lock: Angka sama dengan yang disahkan {when}.")
    for before, after in reversed([*pairwise(frozen)]):
        found = potret.between(store, unit, before["potret"], after["potret"])
        many = f"{len(found)} indikator berubah" if found else "tidak ada angka yang berubah"
        dates = f"disahkan {plain(waktu(before['pada']))}, disahkan kembali {plain(waktu(after['pada']))}"
        with st.expander(f"Perubahan setelah dikunci: {many} ({dates})", icon=":material/difference:"):
            st.caption(plain(_reason(steps, before["nomor"])))
            if found:
                differences(found, tahun, periode, "semula", "disahkan kembali")


def differences(found: Sequence[Beda], tahun: int, periode: str, dahulu: str, kini: str) -> None:
    """Realisasi and capaian of two moments side by side; `dahulu` and `kini` say which in the headings."""
    columns = {
        "Kode": KIRI, "Indikator": KIRI, f"Realisasi {dahulu}": KANAN, f"Realisasi {kini}": KANAN,
        f"Capaian {dahulu}": KANAN, f"Capaian {kini}": KANAN,
    }  # fmt: skip
    table(columns, [
        (
            card_link(b.kode, tahun, periode), plain(b.nama), firm(angka(b.realisasi_potret)),
            firm(angka(b.realisasi_kini)), firm(persen(b.capaian_potret)), firm(persen(b.capaian_kini)),
        )
        for b in found
    ])  # fmt: skip


def _reason(steps: pl.DataFrame, nomor: int) -> str:
    """Why the approval of this step was opened again."""
    row = steps.row(by_predicate=pl.col("nomor") == nomor + 1, named=True)
    return f"Dibuka kembali oleh {row['oleh_nama']}, {waktu(row['pada'])}: {row['catatan']}"
