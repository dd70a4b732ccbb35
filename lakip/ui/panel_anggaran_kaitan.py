"""Which program, kegiatan or sub kegiatan serves which sasaran, on screen."""

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd  # type: ignore[import-untyped]
import streamlit as st

from lakip import anggaran, dasbor, rencana
from lakip.akses import Pengguna
from lakip.anggaran import TINGKAT_NAMA, TINGKAT_PK, Kaitan
from lakip.formatting import angka, rupiah
from lakip.rencana import JENJANG_NAMA, Sasaran
from lakip.ui import panel_unggah_dokumen, session, widgets
from lakip.ui.panel_tanda import KANAN, KIRI, firm, plain, table
from lakip.unggah import kaitan
from lakip.unggah.angka import exact


def pick_jenjang(tahun: int) -> str | None:
    """The jabatan level whose sasaran are looked at; None while the tahun has no sasaran."""
    goals = rencana.sasaran(session.store(), session.unit(), tahun).values()
    jenjang = [j for j in JENJANG_NAMA if any(g.jenjang == j for g in goals)]
    if not jenjang:
        st.info(f"Belum ada sasaran untuk tahun {tahun}. Isi sasarannya lebih dahulu.")
        return None
    chosen: str = st.selectbox("Tingkat sasaran", jenjang, format_func=JENJANG_NAMA.__getitem__, key="kaitan_jenjang")
    st.caption(
        f"Sasaran tingkat {JENJANG_NAMA[chosen]} didukung {TINGKAT_NAMA[TINGKAT_PK[chosen]]}. Porsi satu kode "
        "berjumlah 100 pada semua sasaran yang didukungnya, supaya anggarannya terhitung tepat satu kali."
    )
    return chosen


def shown(tahun: int, jenjang: str) -> None:
    """The links of the sasaran of one jenjang."""
    store, unit = session.store(), session.unit()
    links = anggaran.links(store, unit, tahun)
    goals, nodes = rencana.sasaran(store, unit, tahun), anggaran.nodes(store, unit, tahun)
    for wrong in anggaran.check_links(store, unit, tahun, links):
        st.warning(plain(wrong))
    money = {r["kode"]: r["pagu_rupiah"] for r in anggaran.pohon(store, unit, tahun).iter_rows(named=True)}
    rows = [
        (
            f"**{firm(plain(goal.kode))}** {plain(goal.uraian)}" if first else "",
            f"{firm(plain(one.kode))} {plain(nodes[one.kode].nama) if one.kode in nodes else ''}",
            firm(f"{angka(one.porsi)} %"),
            firm(rupiah(money.get(one.kode))),
        )
        for goal in goals.values()
        if goal.jenjang == jenjang
        for first, one in _numbered([k for k in links if k.sasaran == goal.kode])
    ]
    if rows:
        table({"Sasaran": KIRI, "Didukung": KIRI, "Porsi": KANAN, "Pagu seluruhnya": KANAN}, rows)
    else:
        st.info(f"Belum ada sasaran tingkat {JENJANG_NAMA[jenjang]} yang dikaitkan dengan anggaran.")


def edit(pengguna: Pengguna, tahun: int, jenjang: str) -> None:
    """The links of one jenjang in a grid; rows are added and deleted there."""
    store, unit = session.store(), session.unit()
    goals = rencana.sasaran(store, unit, tahun)
    every = anggaran.links(store, unit, tahun)
    mine = {g.kode: g for g in goals.values() if g.jenjang == jenjang}
    kept = [k for k in every if k.sasaran not in mine]
    wanted = _typed(tahun, mine, [k for k in every if k.sasaran in mine], TINGKAT_PK[jenjang])
    wrong = anggaran.check_links(store, unit, tahun, [*kept, *wanted])
    for text in wrong:
        st.warning(plain(text))
    if st.button("Simpan kaitan", type="primary", icon=":material/save:", disabled=bool(wrong), key="simpan_kaitan"):
        changed = anggaran.save_sasaran_program(store, pengguna, unit, tahun, [*kept, *wanted])
        session.saved(f"{changed} kaitan tersimpan." if changed else "Tidak ada yang berubah.")


def by_form(pengguna: Pengguna, tahun: int) -> None:
    """The links of all levels by workbook."""
    store, unit = session.store(), session.unit()
    widgets.download(
        f"Unduh formulir kaitan {tahun}",
        lambda: kaitan.kaitan_form(store, unit, tahun),
        f"kaitan_{tahun}.xlsx",
        widgets.XLSX,
        key="formulir_kaitan",
    )
    panel_unggah_dokumen.upload(
        "Berkas kaitan (.xlsx)",
        f"berkas_kaitan {tahun}",
        lambda content, nama, jawaban: kaitan.read(store, pengguna, content, nama, unit, tahun, jawaban),
        lambda hasil: kaitan.save(store, pengguna, hasil).pesan,
    )


def _typed(tahun: int, goals: dict[str, Sasaran], links: Sequence[Kaitan], level: str) -> list[Kaitan]:
    """What the grid says; a row without sasaran or kode is not yet a link."""
    store = session.store()
    nodes = [n for n in anggaran.nodes(store, session.unit(), tahun).values() if n.jenjang == level]
    codes = {f"{n.kode} {n.nama}": n.kode for n in nodes}
    names = {kode: label for label, kode in codes.items()}
    aims = {f"{g.kode} {g.uraian}": g.kode for g in goals.values()}
    labels = {kode: label for label, kode in aims.items()}
    frame = pd.DataFrame(
        {
            "Sasaran": pd.array([labels[k.sasaran] for k in links], dtype="string"),
            "Didukung": pd.array([names.get(k.kode) for k in links], dtype="string"),
            "Porsi": pd.array([float(k.porsi) for k in links], dtype="Float64"),
        }
    )
    typed = st.data_editor(
        frame,
        key=f"kaitan {tahun} {level} {','.join(goals)} {dasbor.version(store)}",
        hide_index=True,
        num_rows="dynamic",
        column_config={
            "Sasaran": st.column_config.SelectboxColumn(options=list(aims), required=True, width="medium"),
            "Didukung": st.column_config.SelectboxColumn(options=list(codes), required=True, width="large"),
            "Porsi": st.column_config.NumberColumn(
                "Porsi (%)", min_value=0, max_value=100, default=100, required=True, format="localized"
            ),
        },
    )
    return [
        Kaitan(aims[r["Sasaran"]], codes[r["Didukung"]], exact(float(r["Porsi"])) or Decimal(0))
        for r in typed.to_dict("records")
        if not (pd.isna(r["Sasaran"]) or pd.isna(r["Didukung"]) or pd.isna(r["Porsi"]))
    ]


def _numbered(links: Sequence[Kaitan]) -> list[tuple[bool, Kaitan]]:
    return [(number == 0, one) for number, one in enumerate(links)]
