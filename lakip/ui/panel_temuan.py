"""The temuan of an uploaded file on screen: each held one with its answer, the rest as notes, the rows counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st

from lakip.ui.panel_tanda import plain
from lakip.unggah import betulan
from lakip.unggah.dilewati import summed
from lakip.unggah.hasil import BIARKAN, PAKAI, TINGGALKAN, Hasil, is_about_columns, leave_rest
from lakip.unggah.tabel.bacaan import ISI, PEMBACAAN
from lakip.validasi import Temuan, Tingkat

MAKS_CATATAN = 8
MAKS_TANYA = 40  # more answers than that are quicker given in the file
PANJANG = 24  # letters of a choice: longer ones stand below one another
TINGKAT = {
    Tingkat.SALAH: ":red-badge[:material/close: perbaiki]",
    Tingkat.TANYA: ":orange-badge[:material/help: jawab]",
    Tingkat.CATATAN: ":blue-badge[:material/info: catatan]",
}
JAWABAN = {PAKAI: "Pakai", BIARKAN: "Biarkan yang tercatat", TINGGALKAN: "Tinggalkan barisnya"}

H = TypeVar("H", bound=Hasil)
Kunci = tuple[str, str, str]
Jawaban = dict[Kunci, str]


@dataclass
class _Tanya:
    """The questions put on the screen: where each stands, and in which cells something can be typed."""

    sha256: str
    di_atas: set[Kunci]
    arti: Mapping[str, str]
    tempat: dict[Kunci, Any] = field(default_factory=dict)
    sel: set[tuple[str, str]] = field(default_factory=set)

    def held(self, hasil: Hasil) -> list[Temuan]:
        """What is asked here: how a table was read is asked where it is shown."""
        return [t for t in hasil.menahan if t.kode != PEMBACAAN and t.kunci not in self.di_atas]


def answered(hasil: H, read: Callable[[Jawaban], H], jawaban: Jawaban, di_atas: set[Kunci]) -> tuple[H, Jawaban]:
    """The file judged with the answers given; an answer may bring up a next question, so ask until none is new.

    Args:
        hasil: the file as it came to with `jawaban`, which say how its tables are read.
        di_atas: questions that are asked elsewhere on the screen.
    """
    arti = {bidang: label for tabel in hasil.bacaan for bidang, label in tabel.pilihan}
    asked, box = _Tanya(hasil.sha256, di_atas, arti), st.container()
    while new := [t for t in asked.held(hasil) if t.kunci not in asked.tempat][: MAKS_TANYA - len(asked.tempat)]:
        for one in new:
            jawaban = jawaban | _ask(box, one, asked)
        hasil = read(jawaban)
    rest = [t for t in asked.held(hasil) if not is_about_columns(t)]
    rows = hasil.ditahan or len(rest)
    if len(rest) > 1 and box.checkbox(
        f"Tinggalkan semua baris yang masih ditahan ({rows})", key=f"semua {hasil.sha256}"
    ):
        hasil, jawaban = leave_rest(read, hasil, jawaban)
        _still(box, hasil, asked)
    _say_corrected(hasil, jawaban, asked)
    return hasil, jawaban


def refused(hasil: Hasil) -> None:
    """Why the file as a whole is for something else."""
    for one in hasil.temuan:
        st.error(plain(one), icon=":material/block:")


def counts(hasil: Hasil) -> None:
    """Rows read, skipped and held; they add up to the sheet."""
    total = hasil.dibaca + len(hasil.dilewati) + hasil.ditahan
    st.markdown(
        f"**{total} baris berisi** = {hasil.dibaca} dibaca + {len(hasil.dilewati)} dilewati + {hasil.ditahan} ditahan"
    )
    lines = [f"Lembar “{lembar}”, {rows}: {alasan}" for lembar, rows, alasan in summed(hasil.dilewati)]
    lines += [f"Lembar “{nama}”: {alasan}" for nama, alasan in hasil.lembar_lain.items()]
    lines += [
        f"Lembar “{nama}”: kolom {', '.join(f'“{k}”' for k in kolom)} tidak dibaca karena judulnya tidak dikenal"
        for nama, kolom in hasil.kolom_lain.items()
    ]
    if lines:
        with st.expander("Yang dilewati dan alasannya"):
            st.markdown("\n".join(f"- :small[{plain(line)}]" for line in lines))


def notes(hasil: Hasil) -> None:
    """What needs no answer; many of them fold away."""
    found = [f"- {TINGKAT[t.tingkat]} :small[{plain(t)}]" for t in hasil.temuan if not t.menahan]
    if found:
        st.markdown("\n".join(found[:MAKS_CATATAN]))
    if rest := found[MAKS_CATATAN:]:
        with st.expander(f"{len(rest)} catatan lain"):
            st.markdown("\n".join(rest))


# ---------------------------------------------------------------- inside


def _ask(box: Any, one: Temuan, asked: _Tanya) -> Jawaban:
    """One held temuan, its choices, and a field to correct its cell; what is typed counts before what is chosen."""
    options = [*((one.pilihan or (PAKAI,)) if one.tingkat is Tingkat.TANYA else ())]
    options += [] if is_about_columns(one) else [TINGGALKAN]
    names = JAWABAN | (dict(asked.arti) if is_about_columns(one) else {})
    place = one.lembar, one.sel
    typing = bool(one.lembar) and betulan.is_cell(one.sel) and not is_about_columns(one) and place not in asked.sel
    widget: dict[str, Any] = {
        "format_func": lambda o: names.get(o, o),
        "key": f"jawab {asked.sha256} {one.kunci}",
        "label_visibility": "collapsed",
    }
    label, typed = f"Jawaban untuk {one.lembar} {one.sel}", ""
    with box.container(border=True, gap="small"):
        st.markdown(f"{TINGKAT[one.tingkat]} {plain(one)}")
        with st.container(horizontal=True, vertical_alignment="center"):
            if any(len(names.get(o, o)) > PANJANG for o in options):
                answer: str | None = st.radio(label, options, index=None, **widget)
            else:
                answer = st.segmented_control(label, options, **widget)
            if typing:
                asked.sel.add(place)
                typed = st.text_input(
                    f"Betulkan di sini isi sel {one.sel}",
                    key=f"isi {asked.sha256} {place}",
                    label_visibility="collapsed",
                    placeholder=f"Betulkan di sini: isi sel {one.sel}",
                    width=260,
                ).strip()
        asked.tempat[one.kunci] = st.empty()
    if typed:
        return {(*place, ISI): typed}
    return {one.kunci: answer} if answer else {}


def _say_corrected(hasil: Hasil, jawaban: Jawaban, asked: _Tanya) -> None:
    """Beside each question whose cell was corrected: that it is settled, or what is still wrong."""
    held = {t.kunci: t for t in hasil.menahan}
    for (lembar, sel, kode), place in asked.tempat.items():
        if not (given := jawaban.get((lembar, sel, ISI))):
            continue
        if one := held.get((lembar, sel, kode)):
            place.caption(f"Sesudah dibetulkan menjadi “{plain(given)}”: {plain(one.pesan)}")
        else:
            place.caption(f":green-badge[:material/check: dibetulkan] menjadi “{plain(given)}”")


def _still(box: Any, hasil: Hasil, asked: _Tanya) -> None:
    """What holds although all was left out, with its reason; those asked above stand there."""
    for one in asked.held(hasil):
        if one.kunci not in asked.tempat:
            box.markdown(f"- {TINGKAT[one.tingkat]} {plain(one)} :small[Ini tidak dapat ditinggalkan.]")
