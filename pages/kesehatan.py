"""Kesehatan data: whether the record is what was written, no act is missing, and the clock can be believed."""

import streamlit as st

from lakip.akses import Izin
from lakip.ui import panel_kesehatan, session

pengguna = session.require(Izin.JEJAK)
store, unit = session.store(), session.unit()
settles = pengguna.may(Izin.AKUN, unit)

st.title("Kesehatan data")
st.caption(
    "Setiap perbuatan menyegel baris yang ditulisnya dan ditandatangani kunci yang disimpan di luar data; nomor dan "
    "sidiknya juga dicatat pada jangkar, di luar basis data. Di sini semuanya dicocokkan."
)
panel_kesehatan.clock(store, pengguna, unit, settles=settles)
panel_kesehatan.facts(store)
panel_kesehatan.whole(store, pengguna, unit, settles=settles)
