"""Typing one figure on screen, under the same rules as an uploaded one."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import streamlit as st

from lakip import rekap
from lakip.akses import Pengguna
from lakip.formatting import angka, persen
from lakip.indikator import KEADAAN_NAMA, Keadaan, Metode
from lakip.narasi import kendala
from lakip.periode import Periode
from lakip.realisasi import BILANGAN, TEKS, Acuan, Realisasi, Tercatat
from lakip.ui import isian, panel_kisi, session
from lakip.ui.panel_tanda import plain, type_address
from lakip.ui.session import Lanjut
from lakip.unggah.realisasi.formulir import CARA
from lakip.unggah.tabel import ketikan
from lakip.unggah.tabel.angka import written
from lakip.validasi import ATURAN, Temuan, Tingkat

URAIAN = {
    "faktor_pendukung": "Faktor pendukung",
    "faktor_penghambat": "Faktor penghambat",
    "tindak_lanjut": "Tindak lanjut",
    "alasan": "Alasan (wajib bila tidak tersedia)",
}
JALAN = "Ketik angkanya, atau pilih keadaannya di atas: Nihil bila memang nol, Tidak tersedia bila tidak ada datanya."
KUNCI = "ketik_kode"
PERTANYAAN = tuple(a.kode for a in ATURAN if a.tingkat is Tingkat.TANYA)


def one_figure(pengguna: Pengguna, tahun: int, periode: Periode, bagian: str | None) -> None:
    """Pick an indikator, fill in its figure, save it as a new version."""
    store, unit, triwulan = session.store(), session.unit(), periode.triwulan[0]
    cards = {
        a.kode: a
        for a in rekap.acuan(store, unit, tahun, triwulan).values()
        if a.target is not None and bagian in (None, a.bagian)
    }
    if not cards:
        st.info(f"Tidak ada indikator bertarget pada {periode.label(tahun)} untuk bagian ini.")
        return
    kode = _pick(cards, triwulan)
    card = cards[kode]
    old = card.tercatat.get(triwulan)
    _about(card, periode, old)
    place = f"{tahun} {triwulan} {kode}"
    _carry_over(place, card, old)
    isi = _fields(card, f"{place} v{_versi(old)}", old.isi if old else None)
    if isi is None:
        return
    with isian.told():
        sure = PERTANYAAN if isi[1] else ()
        done = rekap.type_realisasi(store, pengguna, unit, tahun, triwulan, isi[0], _versi(old), sure)
        if done.simpanan:
            session.preset(**{f"ketik {place}": None}, ketik_diminta=kode)
            st.query_params["indikator"] = kode  # a reload shows what was saved, not the next that has no figure
            said = ketikan.echo({n: getattr(isi[0], f) for f, n in _labels(card).items()})
            told = _untold(tahun, triwulan, kode)
            session.saved(f"{done.simpanan.pesan}{told}{said}", _next(cards, card, tahun, triwulan))
        _told(done.temuan)


# ---------------------------------------------------------------- inside


def _pick(cards: Mapping[str, Acuan], triwulan: int) -> str:
    """The indikator that the address asks for, or the first without a figure; what is picked stays in the address."""
    asked, (was, now) = st.query_params.get("indikator"), session.widget_values(("ketik_diminta", None), (KUNCI, None))
    if asked in cards and asked != was:
        session.preset(**{KUNCI: asked, "ketik_diminta": asked})
    elif now not in cards:
        session.preset(**{KUNCI: next((k for k, c in cards.items() if triwulan not in c.tercatat), next(iter(cards)))})

    def picked() -> None:
        (kode,) = session.widget_values((KUNCI, None))
        session.preset(ketik_diminta=kode)
        st.query_params["indikator"] = kode

    return str(
        st.selectbox("Indikator", cards, format_func=lambda k: f"{k}  {cards[k].nama}", key=KUNCI, on_change=picked)
    )


def _untold(tahun: int, triwulan: int, kode: str) -> str:
    """That the figure just saved is under its target and does not say why; "" otherwise."""
    rows = kendala.untold(session.store(), session.unit(), tahun, triwulan, session.today())
    found = next((one for one in rows if one.kode == kode), None)
    if found is None:
        return ""
    return (
        f" Capaiannya {persen(found.capaian_persen)}, di bawah target: tulis {found.kata}nya di formulir ini, atau "
        "nanti sebelum periodenya direkap."
    )


def _next(cards: Mapping[str, Acuan], card: Acuan, tahun: int, triwulan: int) -> Lanjut:
    """The next figure that is missing, or where the figures of the bagian are sent."""
    rest = [one for k, one in cards.items() if k != card.kode and triwulan not in one.tercatat]
    if rest:
        address = type_address(rest[0].kode, rest[0].bagian, tahun, triwulan)
        return Lanjut("1_unggah.py", f"Berikutnya: ketik {rest[0].kode} ({len(rest)} angka lagi)", address)
    where = {"tahun": str(tahun), "periode": f"TW{triwulan}", "bagian": card.bagian}
    return Lanjut("7_alur.py", "Berikutnya: ajukan kiriman", where)


def _about(card: Acuan, periode: Periode, old: Tercatat | None) -> None:
    how = CARA[card.metode].format(tw=periode.nama)
    recorded = f" Tercatat versi {old.versi} oleh {plain(old.oleh)}." if old else " Belum ada angka."
    st.caption(f"Target {angka(card.target)} {plain(card.satuan)}. {how}{recorded}")


def _versi(old: Tercatat | None) -> int:
    return old.versi if old else 0


def _carry_over(place: str, card: Acuan, old: Tercatat | None) -> None:
    """When somebody saved this figure meanwhile: say so, and put what was typed into the fields of the new version."""
    now = _texts(card, old.isi if old else None)
    versi, was = session.widget_values((f"ketik {place}", None))[0] or (_versi(old), now)
    session.preset(**{f"ketik {place}": (_versi(old), now)})
    if old is None or versi == old.versi:
        return
    typed = {name: session.widget_values((f"{name} {place} v{versi}", text))[0] for name, text in was.items()}
    if mine := {name: text for name, text in typed.items() if text != was[name]}:
        session.preset(**{f"{name} {place} v{old.versi}": text for name, text in mine.items()})
        st.warning(panel_kisi.BERUBAH.format(apa=f"angka {plain(card.kode)} ini"), icon=":material/sync_problem:")


def _labels(card: Acuan) -> dict[str, str]:
    """The fields for its numbers."""
    if card.berpasangan:
        return {"pembilang": card.label_pembilang or "Pembilang", "penyebut": card.label_penyebut or "Penyebut"}
    return {"nilai": f"Realisasi ({card.satuan})"}


def _texts(card: Acuan, old: Realisasi | None) -> dict[str, str]:
    """What each field says before anybody types."""
    mean = card.metode is Metode.RATA_RATA
    numbers = {
        n: written(getattr(old, n), card.satuan if n == "nilai" else "", mean) if old else "" for n in _labels(card)
    }
    words = {n: (getattr(old, n) or "") if old else "" for n in URAIAN}
    return {**numbers, **words, "tahun_penilaian": _year(old)}


def _fields(card: Acuan, key: str, old: Realisasi | None) -> tuple[Realisasi, bool] | None:
    """What was submitted, and whether questions are answered with yes; None while nothing was."""
    labels, shown = _labels(card), _texts(card, old)
    with st.form(f"ketik {key}", enter_to_submit=False):
        keadaan = st.radio(
            "Keadaan", list(Keadaan), format_func=KEADAAN_NAMA.__getitem__, horizontal=True, key=f"keadaan {key}",
            index=list(Keadaan).index(old.keadaan) if old and old.keadaan else 0,
        )  # fmt: skip
        keadaan = Keadaan(keadaan or Keadaan.TERISI)
        periksa, typed = isian.Periksa(), {}
        for cell, (name, label) in zip(st.columns(len(labels)), labels.items(), strict=True):
            typed[name] = cell.text_input(label, shown[name], key=f"{name} {key}", placeholder="misalnya 1.234,5")
            periksa.under(name, cell)
        left, right = st.columns(2)
        texts = {
            name: (left, right)[n % 2].text_area(label, shown[name], height=90, key=f"{name} {key}")
            for n, (name, label) in enumerate(URAIAN.items())
        }
        year = st.text_input(
            "Tahun penilaian (hanya bila angkanya hasil penilaian atas tahun lain; kosong berarti tidak)",
            shown["tahun_penilaian"], key=f"tahun_penilaian {key}", placeholder=f"misalnya {card.tahun - 1}",
        )  # fmt: skip
        periksa.under("tahun_penilaian")
        sure = st.checkbox(
            "Sudah saya periksa, angkanya benar (centang hanya bila sistem bertanya)", key=f"yakin {key}"
        )
        if not st.form_submit_button("Simpan angka ini", type="primary", icon=":material/save:"):
            return None
    number = (_numbers(typed, labels, card, periksa) if keadaan == Keadaan.TERISI else {}).get
    assessed = _assessed(year, periksa)
    if not periksa.baik:
        return None
    said = {**{name: number(name) for name in BILANGAN}, **{name: texts[name] for name in TEKS}}
    return Realisasi(card.kode, keadaan, **said, tahun_penilaian=assessed), sure  # type: ignore[arg-type]


def _year(old: Realisasi | None) -> str:
    return str(old.tahun_penilaian) if old and old.tahun_penilaian else ""


def _assessed(typed: str, periksa: isian.Periksa) -> int:
    """0 for an empty box, where what was recorded is cleared, and for what is no tahun, which is refused."""
    text = typed.strip()
    if text and not (len(text) == 4 and text.isascii() and text.isdecimal()):
        said = f"Tahun penilaian “{text}” bukan tahun. Tulis empat angka, atau kosongkan."
        periksa.refuse("tahun_penilaian", said)
        return 0
    return int(text or 0)


def _numbers(
    typed: dict[str, str], labels: dict[str, str], card: Acuan, periksa: isian.Periksa
) -> dict[str, Decimal | None]:
    """What is no number, or may mean two, is said at its field."""
    mean = card.metode is Metode.RATA_RATA
    read = {n: ketikan.read(text, card.satuan if n == "nilai" else "", mean, JALAN) for n, text in typed.items()}
    return {name: periksa.number(name, labels[name], one) for name, one in read.items()}


def _told(temuan: Sequence[Temuan]) -> None:
    for one in temuan:
        (st.error if one.tingkat is Tingkat.SALAH else st.warning)(plain(one.pesan))
    if all(t.tingkat is not Tingkat.SALAH for t in temuan):
        st.info("Bila angkanya memang benar, centang “Sudah saya periksa”, lalu simpan lagi.")
