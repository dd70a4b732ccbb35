"""Panel of the page Acuan for whoever plans: one indikator with its card and its targets."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import streamlit as st

from lakip import anggaran, pengaturan, rencana
from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.indikator import METODE_NAMA, RUMUS_NAMA, TIPE_NAMA, Isian, Metode, Rumus, TipeNilai
from lakip.periode import ROMAWI, TRIWULAN
from lakip.rencana import DASAR_UBAH, PERIODE_TARGET, Indikator, PkVersion, Rencana, Sasaran, Target
from lakip.ui import isian, panel_rumus, session
from lakip.ui.panel_acuan import pk_label
from lakip.unggah.rencana.formulir import ISIAN_NAMA
from lakip.unggah.tabel import ketikan
from lakip.unggah.tabel.angka import written

BARU = "baru"
TEKS = {
    "definisi": "Definisi operasional",
    "formula": "Formula",
    "sumber_data": "Sumber data",
    "media": "Media",
    "frekuensi": "Frekuensi",
    "label_pembilang": "Sebutan pembilang",
    "label_penyebut": "Sebutan penyebut",
    "alasan": "Alasan pemilihan indikator",
    "dasar_penetapan": "Dasar penetapan",
}
TARGET_NAMA = {"TH": "Target tahunan", **{f"TW{n}": f"TW {ROMAWI[n]}" for n in TRIWULAN}}
ANGGARAN = "anggaran "  # marks a code of the budget tree among the places of an indikator


def one_indikator(pengguna: Pengguna, tahun: int) -> None:
    """Pick a card or begin a new one, change it and its targets, save both as new versions."""
    store, unit = session.store(), session.unit()
    cards, goals = rencana.indikator(store, unit, tahun), rencana.sasaran(store, unit, tahun)
    if not goals:
        st.info("Belum ada sasaran pada tahun ini. Tambahkan dahulu sasarannya di bawah.")
        return
    left, right = st.columns(2)
    kode = left.selectbox(
        "Indikator",
        [*cards, BARU],
        format_func=lambda k: "Indikator baru" if k == BARU else f"{k}  {cards[k].nama}",
        key="rencana_kode",
    )
    versi = _pick_pk(right, tahun)
    card = cards.get(kode) or Indikator(
        "", "", "", "", Metode.JUMLAH, Rumus.POSITIF, tahun, sasaran=next(iter(goals)), urutan=len(cards) + 1
    )
    target = rencana.targets(store, unit, tahun).get(kode)
    with st.form(f"rencana {tahun} {kode}"):  # of every PK: what is typed goes on being sent when another is chosen
        key = f"{tahun} {kode}"
        new, baseline = _card_fields(card, goals, key)
        periksa = isian.Periksa()
        periksa.under("baseline")
        nilai = _target_fields(target, key)
        periksa.under("target")
        pk = _pk_fields(versi, tahun, key)
        sure = st.checkbox(
            "Namanya sudah saya bandingkan (centang hanya bila sistem bertanya)", key=f"nama_yakin {key}"
        )
        if st.form_submit_button("Simpan indikator ini", type="primary", icon=":material/save:"):
            start = periksa.number("baseline", "Baseline", ketikan.read(baseline, new.satuan))
            read = _targets_read(periksa, new, nilai)
            with isian.told():
                if not card.kode:
                    _refuse_known(new.kode, cards)
                if not sure:
                    _ask_alike(new, cards)
                if periksa.baik:
                    _save(pengguna, tahun, replace(new, mulai_tahun=tahun, baseline=start), read, pk)
    if card.kode:
        panel_rumus.choice(pengguna, card, tahun)


def _pick_pk(column: Any, tahun: int) -> int | None:
    """Which PK the targets belong to; None: a new one."""
    existing = {p.versi: p for p in rencana.pk_versions(session.store(), session.unit(), tahun)}
    options: list[int | None] = [*reversed(existing), None]
    names = {v: pk_label(p) for v, p in existing.items()} | {None: "PK perubahan baru" if existing else "PK murni baru"}
    chosen: int | None = column.selectbox(
        "Target menurut", options, format_func=names.__getitem__, key=f"rencana_pk {tahun}"
    )
    return chosen


def _card_fields(card: Indikator, goals: Mapping[str, Sasaran], key: str) -> tuple[Indikator, str]:
    """The card as filled in, and the baseline as typed: it is read when the form is sent, not while it is drawn."""
    kode = card.kode or st.text_input("Kode indikator", key=f"kode {key}", placeholder="misalnya IK-01").strip()
    nama = st.text_input("Nama indikator", card.nama, key=f"nama {key}")
    one, two, three = st.columns(3)
    parts = {b.bagian: b.nama for b in pengaturan.bagian(session.store(), session.unit())}
    places = {k: f"{k}  {g.uraian}" for k, g in goals.items()} | _codes(int(key.split(maxsplit=1)[0]))
    here = card.sasaran or f"{ANGGARAN}{card.kode_anggaran}"
    place = _select(one, "Sasaran atau kode anggaran", places, here, key)
    bagian = _select(two, "Penanggung jawab", parts, card.bagian, key)
    satuan = three.text_input("Satuan", card.satuan, key=f"satuan {key}")
    metode = _select(one, "Metode", METODE_NAMA, card.metode, key)
    rumus = card.rumus if card.kode else _select(two, "Rumus capaian", RUMUS_NAMA, card.rumus, key)
    tipe = _select(two, "Tipe nilai", {None: "belum ditentukan", **TIPE_NAMA}, card.tipe_nilai, key)
    isian = _select(three, "Isian", ISIAN_NAMA, card.isian, key)
    desimal = one.selectbox("Desimal", range(7), card.desimal, key=f"desimal {key}")
    iku = two.checkbox("Indikator kinerja utama (IKU)", card.iku, key=f"iku {key}")
    aktivitas = st.text_area(
        "Aktivitas (Rencana Aksi), satu aktivitas satu baris", card.aktivitas or "", height=100, key=f"aktivitas {key}"
    )
    missing = rencana.missing_parts(card)
    with st.expander("Definisi, formula, sumber data, dan baseline", expanded=bool(card.kode and missing)):
        if card.kode and missing:
            st.caption(f"Belum terisi menurut PermenPAN-RB 53/2014: {', '.join(missing)}.")
        texts = {n: st.text_input(label, getattr(card, n) or "", key=f"{n} {key}") for n, label in TEKS.items()}
        left, right = st.columns(2)
        baseline = left.text_input("Baseline", written(card.baseline), key=f"baseline {key}")
        since = right.number_input(
            "Tahun baseline", 2000, 2100, card.baseline_tahun, format="%d", key=f"baseline_tahun {key}"
        )
    in_budget = place.startswith(ANGGARAN)
    new = replace(
        card,
        kode=kode, nama=nama.strip(), bagian=bagian, satuan=satuan.strip(), metode=Metode(metode),
        sasaran=None if in_budget else place, kode_anggaran=place.removeprefix(ANGGARAN) if in_budget else None,
        rumus=Rumus(rumus), isian=Isian(isian), desimal=int(desimal), iku=iku,
        tipe_nilai=TipeNilai(tipe) if tipe else None, baseline_tahun=since,
        aktivitas="\n".join(filter(None, (" ".join(line.split()) for line in aktivitas.splitlines()))) or None,
        **{n: text.strip() or None for n, text in texts.items()},  # type: ignore[arg-type]
    )  # fmt: skip
    return new, baseline


def _codes(tahun: int) -> dict[str, str]:
    """The codes of the budget tree from which an output indikator may hang."""
    codes = anggaran.nodes(session.store(), session.unit(), tahun)
    return {f"{ANGGARAN}{kode}": f"{kode}  {node.nama}" for kode, node in codes.items()}


def _refuse_known(kode: str, cards: Mapping[str, Indikator]) -> None:
    """A new indikator may not take the kode of another."""
    if (known := cards.get(kode)) is not None:
        where = f"sasaran {known.sasaran}" if known.sasaran else f"kode anggaran {known.kode_anggaran}"
        raise UserError(f"Kode {kode} sudah dipakai “{known.nama}” pada {where}. Pakai kode lain, atau pilih {kode}.")


def _ask_alike(card: Indikator, cards: Mapping[str, Indikator]) -> None:
    """A new name that resembles another is asked about: one indikator under two names is counted twice."""
    for one in rencana.check_new_names([card], cards):
        raise UserError(f"{one.pesan} Bila memang dua indikator, centang “Namanya sudah saya bandingkan”, lalu simpan.")


def _select(column: Any, label: str, options: Mapping[Any, str], now: Any, key: str) -> Any:
    keys = list(options)
    index = keys.index(now) if now in keys else 0
    return column.selectbox(label, keys, index, format_func=options.__getitem__, key=f"{label} {key}")


def _target_fields(target: Target | None, key: str) -> dict[str, str]:
    """What is typed for TH and each quarter. Blank: not measured."""
    now = target.nilai if target else {}
    typed = {}
    for column, (name, label) in zip(st.columns(len(TARGET_NAMA)), TARGET_NAMA.items(), strict=True):
        typed[name] = column.text_input(label, written(now.get(name)), key=f"{name} {key}", placeholder="kosong")
    return typed


def _pk_fields(versi: int | None, tahun: int, key: str) -> PkVersion:
    if versi is not None:
        return PkVersion(versi)
    first = not rencana.pk_versions(session.store(), session.unit(), tahun)
    left, middle, right = st.columns(3)
    nomor = left.text_input("Nomor PK", key=f"pk_nomor {key}")
    day = middle.date_input("Tanggal PK", None, format="DD/MM/YYYY", key=f"pk_tanggal {key}")
    if first:
        return PkVersion(None, nomor.strip() or None, day)
    mulai = right.selectbox("Berlaku mulai", TRIWULAN, format_func=lambda n: f"TW {ROMAWI[n]}", key=f"pk_mulai {key}")
    dasar = st.selectbox(
        "Dasar perubahan (PermenPAN-RB 53/2014)", DASAR_UBAH, None, format_func=DASAR_UBAH.__getitem__,
        key=f"pk_dasar {key}", placeholder="Pilih salah satu",
    )  # fmt: skip
    alasan = st.text_input("Alasan perubahan", key=f"pk_alasan {key}", placeholder="dengan kata-kata kantor sendiri")
    return PkVersion(None, nomor.strip() or None, day, "perubahan", mulai, alasan.strip() or None, dasar)


def _targets_read(periksa: isian.Periksa, card: Indikator, typed: Mapping[str, str]) -> dict[str, Decimal | None]:
    mean = card.metode is Metode.RATA_RATA
    read = {name: ketikan.read(text, card.satuan, mean) for name, text in typed.items()}
    return {name: periksa.number("target", TARGET_NAMA[name], one) for name, one in read.items()}


def _save(
    pengguna: Pengguna, tahun: int, card: Indikator, nilai: Mapping[str, Decimal | None], pk: PkVersion
) -> None:  # fmt: skip
    target = Target(card.kode, (nilai["TW1"], nilai["TW2"], nilai["TW3"], nilai["TW4"]), nilai["TH"])
    said = (target,) if any(nilai[name] is not None for name in PERIODE_TARGET) or pk.versi else ()
    done = rencana.save(session.store(), pengguna, session.unit(), tahun, Rencana(pk, said, (card,)))
    read = ketikan.echo({TARGET_NAMA[name]: value for name, value in nilai.items()} | {"Baseline": card.baseline})
    session.saved("Tidak ada yang berubah." if done.is_empty else f"{card.kode} tersimpan untuk tahun {tahun}.{read}")
