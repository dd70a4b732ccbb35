"""The floor of a screen: a bare Streamlit page with the charts of the dashboard, ready made. Run by `streamlit run`."""

import json
import os
from pathlib import Path

import streamlit as st


def charts() -> None:
    st.title("Dasbor")
    nothing()
    for number, spec in enumerate(json.loads(Path(os.environ["LAKIP_POLOS"]).read_text(encoding="utf-8"))):
        st.vega_lite_chart(spec=spec, width="stretch", theme=None, key=str(number))


def words() -> None:
    st.title("Rekap")


@st.fragment(run_every=5)
def nothing() -> None:
    """Polled, as the dashboard is."""


if __name__ == "__main__":
    first = st.Page(words, title="Rekap", url_path="rekap")
    st.navigation([first, st.Page(charts, title="Dasbor", url_path="dasbor")]).run()
