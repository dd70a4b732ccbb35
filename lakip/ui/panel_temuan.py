"""The temuan of an uploaded file on screen: each held one with its answer, the rest as notes, the rows counted."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

import streamlit as st

from lakip.ui.panel_tanda import plain
from lakip.unggah.hasil import BIARKAN, PAKAI, TINGGALKAN, Dilewati
from lakip.validasi import Temuan, Tingkat

MAKS_CATATAN = 8
MAKS_TANYA = 40  # more answers than that are quicker given in the file
TINGKAT = {
    Tingkat.SALAH: ":red-badge[:material/close: perbaiki]",
    Tingkat.TANYA: ":orange-badge[:material/help: jawab]",
    Tingkat.CATATAN: ":blue-badge[:material/info: catatan]",
}
JAWABAN = {PAKAI: "Pakai", BIARKAN: "Biarkan yang tercatat", TINGGALKAN: "Tinggalkan barisnya"}

Jawaban = dict[tuple[str, str, str], str]


class Hasil(Protocol):
    """What every conductor of an upload returns."""

    @property
    def temuan(self) -> Sequence[Temuan]: ...
    @property
    def menahan(self) -> Sequence[Temuan]: ...
    @property
    def dilewati(self) -> Sequence[Dilewati]: ...
    @property
    def lembar_lain(self) -> Mapping[str, str]: ...
    @property
    def kolom_lain(self) -> Mapping[str, tuple[str, ...]]: ...
    @property
    def dibaca(self) -> int: ...
    @property
    def ditahan(self) -> int: ...
    @property
    def ditolak(self) -> bool: ...
    @property
    def sha256(self) -> str: ...


H = TypeVar("H", bound=Hasil)


def answered(read: Callable[[Jawaban], H], leave_out: Callable[[H], Jawaban]) -> H:
    """The file judged with the answers given; an answer may bring up a next question, so read until none is new."""
    hasil = read({})
    if hasil.ditolak:
        for one in hasil.temuan:
            st.error(plain(one), icon=":material/block:")
        return hasil
    jawaban: Jawaban = {}
    asked: set[tuple[str, str, str]] = set()
    box = st.container()
    while new := [t for t in hasil.menahan if t.kunci not in asked][: MAKS_TANYA - len(asked)]:
        for one in new:
            asked.add(one.kunci)
            if given := _ask(box, one, hasil.sha256):
                jawaban[one.kunci] = given
        hasil = read(jawaban)
    left = len(hasil.menahan)
    rows = hasil.ditahan or left
    if left > 1 and box.checkbox(f"Tinggalkan semua baris yang masih ditahan ({rows})", key=f"semua {hasil.sha256}"):
        hasil = read(jawaban | leave_out(hasil))
    return hasil


def counts(hasil: Hasil) -> None:
    """Rows read, skipped and held; they add up to the sheet."""
    total = hasil.dibaca + len(hasil.dilewati) + hasil.ditahan
    st.markdown(
        f"**{total} baris berisi** = {hasil.dibaca} dibaca + {len(hasil.dilewati)} dilewati + {hasil.ditahan} ditahan"
    )
    lines = [f"Lembar “{d.lembar}”, baris {d.baris}: {d.alasan}" for d in hasil.dilewati]
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


def _ask(box: Any, one: Temuan, sha256: str) -> str | None:
    """One held temuan and its answer."""
    options = [*((one.pilihan or (PAKAI,)) if one.tingkat is Tingkat.TANYA else ()), TINGGALKAN]
    with box.container(border=True, gap="small"):
        st.markdown(f"{TINGKAT[one.tingkat]} {plain(one)}")
        answer: str | None = st.segmented_control(
            f"Jawaban untuk {one.lembar} {one.sel}",
            options,
            format_func=lambda o: JAWABAN.get(o, o),
            key=f"jawab {sha256} {one.kunci}",
            label_visibility="collapsed",
        )
    return answer
