"""The view "Layar" of the dashboard, for a projector: large letters, sasaran by sasaran, a cause and a step beside each
miss, nothing to press. Also what is shown at a sosialisasi. The words are the dashboard's; this only sets them."""

import html
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import streamlit as st

from lakip import dasbor
from lakip.dasbor import Baris, Dasbor, Hal, Tanda
from lakip.formatting import tanggal
from lakip.periode import PERIODE, ROMAWI
from lakip.sop import arahan
from lakip.sop.arahan import Arahan
from lakip.ui import panel_dasbor, session
from lakip.ui.panel_tanda import PAGES

CSS = Path(__file__).parent / "static" / "proyektor.css"
DASBOR = PAGES / "5_dasbor.py"
ALAMAT = "layar"  # in the address, with 1
KELAS = {Tanda.TERCAPAI: "capai", Tanda.KURANG: "kurang"}


def is_asked() -> bool:
    """Whether the address asks for it. The way back asks for something else, which then leaves the address."""
    asked = st.query_params.get(ALAMAT)
    if asked not in (None, "1"):
        del st.query_params[ALAMAT]
    return asked == "1"


def link(tahun: int, periode: str) -> None:
    """The way into it."""
    query = {"tahun": str(tahun), "periode": periode, ALAMAT: "1"}
    st.page_link(DASBOR, label="Layar", icon=":material/cast:", query_params=query)


def open_instead() -> None:
    """Go to it from another page whose address asks for it; nothing after this runs."""
    query = {k: st.query_params[k] for k in ("tahun", "periode") if k in st.query_params}
    st.switch_page(DASBOR, query_params={**query, ALAMAT: "1"})


def page(tahun: int, periode: str) -> None:
    """The whole page, which follows the record like the dashboard; nothing after this runs."""
    # A way from the dashboard to itself leaves the address as it was.
    st.query_params.update({"tahun": str(tahun), "periode": periode, ALAMAT: "1"})
    store, unit, per = session.store(), session.unit(), session.today()
    seen = store.version
    data = dasbor.read(store, unit, tahun, periode, per)
    panel_dasbor.follow(seen)
    show(data)
    st.stop()


def show(data: Dasbor) -> None:
    """The sheets, one under the other, each as high as the screen: the verdict, each sasaran, what is awaited."""
    st.html(CSS)
    words = {h.kode: h for h in data.perhatian if h.kode}
    sheets = [_verdict(data), *_goals(data, words), *_rest(data)]
    st.html("".join(f'<section class="layar">{sheet}</section>' for sheet in sheets if sheet))
    query = {"tahun": str(data.tahun), "periode": data.periode, ALAMAT: "0"}
    with st.container(key="tanpa-cetak"):
        st.page_link(DASBOR, label="Tutup tampilan layar", icon=":material/close:", query_params=query)


# ---------------------------------------------------------------- inside


def _verdict(data: Dasbor) -> str:
    office, tiles = session.identity().nama, data.ubin
    said = f"<h1>Kinerja {_e(PERIODE[data.periode].label(data.tahun))}</h1>"
    said += f'<p class="samar">{_e(office)}, keadaan {_e(tanggal(data.per))}</p>'
    said += f'<p class="putusan"><strong>{_e(data.putusan.pokok)}</strong> {_e(data.putusan.lanjutan)}</p>'
    marks = "".join(f'<span class="{_class(t)}">{t.ikon}</span>' for t in tiles.tanda)
    return said + (
        f'<div class="dua"><p><span class="besar">{_e(tiles.rata.angka)}</span><br>{_e(tiles.rata.judul)}<br>'
        f'<span class="samar">{_e(tiles.rata.keterangan)}</span></p>'
        f'<p><span class="petak" aria-hidden="true">{marks}</span><br>{_e(tiles.indikator.judul)}<br>'
        f'<span class="samar">{_e(tiles.indikator.keterangan)}</span></p></div>'
    )


def _goals(data: Dasbor, words: Mapping[str, Hal]) -> Iterable[str]:
    """A sheet for each sasaran of the Camat, in the order of the office."""
    for sasaran, rows in groupby(data.utama, key=lambda row: row.sasaran):
        lines = "".join(_line(row, words.get(row.kode)) for row in rows)
        quarters = " ".join(ROMAWI[n] for n in range(1, PERIODE[data.periode].triwulan[-1] + 1))
        head = f"<tr><th>Indikator</th><th>Realisasi / target</th><th>Capaian</th><th>TW {quarters}</th></tr>"
        yield f"<h2>{_e(sasaran)}</h2><table><thead>{head}</thead><tbody>{lines}</tbody></table>"


def _line(row: Baris, why: Hal | None) -> str:
    quarters = "".join(
        f'<span class="{_class(t)}">{t.ikon if t else "–"}</span>' for t in row.triwulan
    )  # a sign each, as in the small squares of the dashboard
    said = (
        f"<tr><td>{_e(row.pendek)}</td><td>{_e(row.realisasi)} / {_e(row.target)}</td>"
        f'<td><span class="{_class(row.tanda)}">{row.tanda.ikon} {_e(row.kata)}</span></td>'
        f'<td class="petak">{quarters}</td></tr>'
    )
    missed = why is not None and row.tanda is Tanda.KURANG
    return said + (f'<tr class="sebab"><td colspan="4">{_e(why.mengapa)}</td></tr>' if missed and why else "")


def _rest(data: Dasbor) -> Iterable[str]:
    """What is no indikator of the Camat: who is awaited; and what the last sosialisasi asked for."""
    others = [h for h in data.perhatian if h.kiriman]
    if others:
        items = "".join(f"<li><strong>{_e(h.apa)}</strong> {_e(h.mengapa)} {_e(h.sejak)}</li>" for h in others)
        yield f"<h2>Yang ditunggu dari bagian</h2><ul>{items}</ul>"
    run = data.periode if data.periode[:2] != "SD" else f"TW{data.periode[-1]}"
    yield _directions(arahan.follow_ups(session.store(), data.unit, data.tahun, run))


def _directions(before: Sequence[Arahan]) -> str:
    if not before:
        return ""
    items = "".join(
        f"<li>{'✓' if r['selesai'] else '○'} {_e(r['uraian'])} "
        f'<span class="samar">{_e(r["pejabat_jabatan"])}, {_e(tanggal(r["tenggat"]))}</span></li>'
        for r in before
    )
    return f"<h2>Tindak lanjut arahan sebelumnya</h2><ul>{items}</ul>"


def _class(mark: Tanda | None) -> str:
    return KELAS.get(mark, "lain") if mark else "lain"


def _e(text: object) -> str:
    return html.escape(str(text))
