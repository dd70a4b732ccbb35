"""Which program, kegiatan or sub kegiatan serves which sasaran, on screen."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd  # type: ignore[import-untyped]
import streamlit as st

from lakip import anggaran, rencana
from lakip.akses import Pengguna
from lakip.anggaran import TINGKAT_NAMA, TINGKAT_PK, Kaitan
from lakip.formatting import angka, rupiah
from lakip.rencana import JENJANG_NAMA, Sasaran
from lakip.ui import panel_kisi, panel_unggah, session, widgets
from lakip.ui.panel_kisi import Draf
from lakip.ui.panel_tanda import KANAN, KIRI, firm, plain, table
from lakip.ui.panel_unggah_cara import Cara
from lakip.unggah import kaitan
from lakip.unggah.tabel import ketikan
from lakip.unggah.tabel.angka import written

KOLOM = ("Sasaran", "Didukung", "Porsi")
TAMBAH, HAPUS = "tambah", "hapus"  # of a draft: rows that the record does not have, and rows of it that are gone
Baris = tuple[str, ...]  # the texts of KOLOM


def pick_jenjang(tahun: int) -> str | None:
    """The jabatan level whose sasaran are looked at; None while the tahun has no sasaran."""
    goals = rencana.sasaran(session.store(), session.unit(), tahun).values()
    jenjang = [j for j in JENJANG_NAMA if any(g.jenjang == j for g in goals)]
    if not jenjang:
        st.info(f"Belum ada sasaran untuk tahun {tahun}. Isi sasarannya lebih dahulu.")
        return None
    chosen: str = st.selectbox(
        "Tingkat sasaran", jenjang, format_func=JENJANG_NAMA.__getitem__, **widgets.in_address("kaitan_jenjang")
    )
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
    nama = f"kaitan {tahun} {TINGKAT_PK[jenjang]} {','.join(mine)}"
    draf, rows = _typed(nama, tahun, mine, [k for k in every if k.sasaran in mine], TINGKAT_PK[jenjang], every)
    wanted, unread = _read(rows)
    wrong = unread or anggaran.check_links(store, unit, tahun, [*kept, *wanted])
    for text in wrong:
        st.warning(plain(text))
    if st.button("Simpan kaitan", type="primary", icon=":material/save:", disabled=bool(wrong), key="simpan_kaitan"):
        _save(pengguna, tahun, [*kept, *wanted], every, nama, draf)
    if draf.isi:
        panel_kisi.give_up(nama, draf)


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
    panel_unggah.upload(
        pengguna,
        Cara(
            jenis="kaitan",
            berkas="Berkas kaitan",
            kunci=f"berkas_kaitan {tahun}",
            read=lambda content, nama, jawaban: kaitan.read(store, pengguna, content, nama, unit, tahun, jawaban),
            save=lambda hasil: kaitan.save(store, pengguna, hasil),
            tempat=lambda hasil: {
                (k.kode, f"Porsi untuk {k.sasaran}"): (k.lembar or "", k.sel or "") for k in hasil.kaitan
            },
        ),
    )


def _typed(
    nama: str, tahun: int, goals: dict[str, Sasaran], links: Sequence[Kaitan], level: str, every: Sequence[Kaitan]
) -> tuple[Draf, list[Baris]]:
    """The rows of the grid as (sasaran, kode, porsi); what is typed and not saved stays among them."""
    nodes = [n for n in anggaran.nodes(session.store(), session.unit(), tahun).values() if n.jenjang == level]
    codes = {n.kode: f"{n.kode} {n.nama}" for n in nodes}
    aims = {g.kode: f"{g.kode} {g.uraian}" for g in goals.values()}
    recorded: list[Baris] = [(aims[k.sasaran], codes.get(k.kode, ""), written(k.porsi)) for k in links]
    draf, key = panel_kisi.opened(nama, recorded)
    lines = zip(*_merged(recorded, draf.dasar), strict=True)
    columns = dict(zip(KOLOM, lines, strict=False)) or dict.fromkeys(KOLOM, ())
    typed = st.data_editor(
        pd.DataFrame({name: pd.array([text or None for text in columns[name]], dtype="string") for name in KOLOM}),
        key=key,
        hide_index=True,
        num_rows="dynamic",
        column_config={
            "Sasaran": st.column_config.SelectboxColumn(options=list(aims.values()), required=True, width="medium"),
            "Didukung": st.column_config.SelectboxColumn(options=list(codes.values()), required=True, width="large"),
            "Porsi": st.column_config.TextColumn("Porsi (%)", default="100", required=True, alignment="right"),
        },
    )
    rows: list[Baris] = [
        tuple("" if pd.isna(r[n]) else str(r[n]).strip() for n in KOLOM) for r in typed.to_dict("records")
    ]
    now, then = Counter(rows), Counter(recorded)
    changed = {TAMBAH: tuple((now - then).elements()), HAPUS: tuple((then - now).elements())}
    draf = panel_kisi.keep(nama, draf, changed if now != then else {}, every)
    kode = {label: kode for kode, label in (aims | codes).items()}
    return draf, [(kode.get(aim, ""), kode.get(node, ""), porsi) for aim, node, porsi in rows]


def _merged(recorded: Sequence[Baris], draf: Mapping[str, Sequence[Baris]]) -> list[Baris]:
    """The record as it stands now, with the rows taken out and put in that are typed and not saved."""
    gone = Counter(draf.get(HAPUS, ()))
    rows = []
    for row in recorded:
        if gone[row]:
            gone[row] -= 1
        else:
            rows.append(row)
    return [*rows, *draf.get(TAMBAH, ())]


def _read(rows: Sequence[Baris]) -> tuple[list[Kaitan], list[str]]:
    """The links in the grid, and what cannot be read. A row without sasaran or kode is not yet a link, and said so."""
    links, wrong = [], []
    for sasaran, kode, porsi in rows:
        if not (sasaran and kode):
            st.caption("Satu baris belum dihitung, karena sasaran atau kodenya belum dipilih.")
            continue
        one = ketikan.read(porsi, "persen", jalan="Ketik angkanya, di atas 0 sampai 100.")
        if one.nilai is None:
            why = one.pesan or "belum diisi. Ketik angkanya, atau hapus barisnya bila tidak lagi didukung."
            wrong.append(f"Porsi {kode} untuk sasaran {sasaran}: {why}")
        else:
            links.append(Kaitan(sasaran, kode, one.nilai))
            if one.pesan:
                st.caption(plain(f"Porsi {kode} untuk sasaran {sasaran}: {one.pesan}"))
    return links, wrong


def _save(
    pengguna: Pengguna, tahun: int, wanted: Sequence[Kaitan], every: Sequence[Kaitan], nama: str, draf: Draf
) -> None:
    if set(draf.dilihat) != set(every):
        st.warning(panel_kisi.BERUBAH.format(apa="kaitan sasaran dengan anggaran"), icon=":material/sync_problem:")
        return
    store, unit = session.store(), session.unit()
    changed = anggaran.save_sasaran_program(store, pengguna, unit, tahun, wanted, dilihat=every)
    panel_kisi.renew(nama, draf)
    session.saved(f"{changed} kaitan tersimpan." if changed else "Tidak ada yang berubah.")


def _numbered(links: Sequence[Kaitan]) -> list[tuple[bool, Kaitan]]:
    return [(number == 0, one) for number, one in enumerate(links)]
