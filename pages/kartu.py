"""The card of one indikator: what it is, its figures, where each came from, how its capaian is worked out."""

import streamlit as st

from lakip import dasbor, kartu, pengaturan, rencana
from lakip.akses import Izin
from lakip.ui import panel_awal, panel_bukti, panel_dokumen, panel_kartu, session, widgets
from lakip.ui.panel_tanda import pick, plain

pengguna = session.require(Izin.LIHAT)
store, unit, per = session.store(), session.unit(), session.today()

st.title("Kartu indikator")
tahun, periode = widgets.pick_periode(awal=dasbor.opening(store, unit, per))
names = dict(rencana.acuan(store, unit, tahun).select("kode", "nama").iter_rows())
if not names:
    panel_awal.no_indikator(pengguna, tahun)
    st.stop()
asked = st.query_params.get("indikator")
if asked and asked not in names:
    st.info(f"Indikator “{plain(asked)}” tidak ada pada tahun {tahun}. Pilih indikator di bawah, atau tahun lain.")
kode = pick("Indikator", "indikator", {k: f"{k}  {nama}" for k, nama in names.items()})

card = kartu.read(store, unit, tahun, periode.kode, kode, per)
skala = pengaturan.in_force(store, unit, tahun).kategori

st.header(f"{plain(kode)} {plain(names[kode])}")
widgets.stamp(f"{periode.label(tahun)} · {plain(card.indikator['bagian_nama'])}", per)
panel_kartu.figures(card, skala)
left, right = st.columns(2, gap="medium")
with left:
    panel_kartu.calculation(card)
    panel_kartu.quarters(card)
    panel_dokumen.on_card(kode, tahun)
    panel_bukti.on_card(kode, tahun, periode.triwulan[-1], card.indikator["bagian"])
with right:
    panel_kartu.charts(card)
panel_kartu.history(card)
panel_kartu.definition(card)
