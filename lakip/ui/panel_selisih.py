"""Panels of the page Selisih antar dokumen: what contradicts, grouped by indikator, and what was not compared."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

import streamlit as st

from lakip import dokumen
from lakip.dokumen import APA, LEMAH, Selisih
from lakip.formatting import KOSONG
from lakip.ui import session, widgets
from lakip.ui.panel_tanda import PAGES, card_link, page_link, plain

CARA = (
    "Setiap indikator dibandingkan menurut kodenya, atau menurut namanya bila tanpa kode.",
    "Acuannya adalah dokumen pertama yang memuat indikator itu, dengan urutan Perjanjian Kinerja, Rencana Aksi, "
    "Renstra, Renja, RKT, IKU.",
    "Target dibandingkan pada jumlah desimal kartunya; target Rencana Aksi adalah gabungan target triwulannya menurut "
    "metode indikator.",
    "Huruf besar, spasi, dan tanda baca tidak membedakan nama; yang hanya berbeda penulisannya disebut tersendiri.",
    "Renstra, Renja, dan RKT diharapkan memuat indikator jenjang Camat, dan indikator jenjang lain bila dokumen itu "
    "memuat jenjang tersebut. IKU diharapkan memuat indikator yang kartunya ditandai IKU.",
)


def notice(tahun: int) -> None:
    """How many contradictions there are, and the way to them."""
    found = dokumen.selisih(session.store(), session.unit(), tahun)
    if found:
        st.warning(f"{_counted(found)} pada tahun {tahun}.", icon=":material/difference:")
    page_link("selisih.py", "Buka selisih antar dokumen", ":material/difference:", tahun, "TH")


def way_back(tahun: int) -> None:
    """To the tab where documents are registered and their content is corrected."""
    query = {"tahun": str(tahun), "periode": "TH", "tab": "Dokumen"}
    st.page_link(PAGES / "0_acuan.py", label="Ke dokumen perencanaan", icon=":material/flag:", query_params=query)


def summary(found: Sequence[Selisih], tahun: int) -> None:
    """The count in one sentence, and what the comparison had to do without."""
    missing = dokumen.uncompared(session.store(), session.unit(), tahun)
    if found:
        st.markdown(f"**{_counted(found)}.**")
    elif len(missing) < len(dokumen.DIBANDINGKAN) - 1:
        st.success("Tidak ada selisih di antara dokumen yang dibandingkan.", icon=":material/check:")
    else:
        st.info(
            "Belum ada dua dokumen yang dapat dibandingkan. Daftarkan dokumen dan isinya pada Rencana dan indikator, "
            "tab Dokumen."
        )
    if missing:
        st.caption(f"Belum dibandingkan: {', '.join(missing)}.")


def pick_kinds(found: Sequence[Selisih]) -> list[Selisih]:
    """The contradictions of the kinds chosen; all at first."""
    counts = Counter(one.jenis for one in found)
    kinds = [jenis for jenis in APA if counts[jenis]]
    if len(kinds) < 2:
        return list(found)
    chosen = st.pills(
        "Tunjukkan", kinds, selection_mode="multi", format_func=APA.__getitem__, **widgets.in_address("jenis_selisih")
    )
    st.caption(", ".join(f"{counts[jenis]} {APA[jenis].lower()}" for jenis in kinds))
    shown = [one for one in found if not chosen or one.jenis in chosen]
    if chosen:
        st.caption(f"Ditunjukkan {len(shown)} dari {len(found)} butir.")
    return shown


def listed(found: Iterable[Selisih], tahun: int) -> None:
    """One frame per indikator; shifted years come first, each by itself."""
    for _, group in groupby(found, key=lambda one: (one.jenis == "bergeser", one.kode or one.indikator)):
        rows = list(group)
        with st.container(border=True, gap="small"):
            first = rows[0]
            if first.jenis == "bergeser":
                st.markdown(f":orange-badge[:material/sync_alt: {APA['bergeser']}] {plain(first.saran)}")
                st.caption(f"Indikator: {plain(first.indikator)}")
                continue
            link = f"{card_link(first.kode, tahun, 'TH')} " if first.kode else ""
            st.markdown(f"**{link}{plain(first.indikator)}**")
            st.markdown("\n".join(_line(one) for one in rows))


def method() -> None:
    """What counts as a contradiction."""
    with st.expander("Cara membandingkan"):
        st.markdown("\n".join(f"- {plain(line)}" for line in CARA))


def _line(one: Selisih) -> str:
    badge = f":{'gray' if one.jenis in LEMAH else 'orange'}-badge[{one.apa}]"
    sides = ((one.dokumen_a, one.kata_a, one.asal_a), (one.dokumen_b, one.kata_b, one.asal_b))
    said = "".join(f"  \n  {_side(*side)}" for side in sides)
    return f"- {badge}{said}  \n  :small[{plain(one.saran)}]"


def _side(nama: str, kata: str, asal: str) -> str:
    place = "" if asal == KOSONG else f" :gray[({plain(asal)})]"
    return f"{plain(nama)}: **{plain(kata)}**{place}"


def _counted(found: Sequence[Selisih]) -> str:
    """ "6 selisih antar dokumen, 1 di antaranya hanya beda penulisan": the lines below, one by one; a shifted tahun is
    said besides, for each of its targets is a line already."""
    weak, shifts = (sum(one.jenis in kinds for one in found) for kinds in (LEMAH, ("bergeser",)))
    only = f", {weak} di antaranya hanya beda penulisan" if weak else ""
    also = f"; {shifts} dokumen tampak bergeser satu tahun" if shifts else ""
    return f"{len(found) - shifts} selisih antar dokumen{only}{also}"
