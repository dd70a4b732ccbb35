"""Panels of the page Disposisi: the register, one disposisi with its journey, stamps, and new ones."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from lakip.akses import Izin, Pengguna
from lakip.export import disposisi as naskah
from lakip.formatting import KOSONG, tanggal, waktu
from lakip.periode import PERIODE, to_date
from lakip.sop import disposisi, jabatan_kini
from lakip.sop.disposisi import DITERIMA, KEADAAN_NAMA, LAMPIRAN, SELESAI, SIFAT_NAMA, TERBIT, Disposisi
from lakip.ui import isian, session, widgets
from lakip.ui.panel_tanda import KIRI, firm, page_link, pick, plain, table
from lakip.unggah.tabel import ketikan

Row = dict[str, Any]

PERIODE_SOP = ("TW1", "TW2", "SM1", "TW3", "TW4", "SM2", "TH")
WARNA = {TERBIT: "orange", DITERIMA: "blue", SELESAI: "green"}
IKON = {TERBIT: "○", DITERIMA: "●", SELESAI: "✓"}
KOLOM = dict.fromkeys(("Nomor", "Tanggal", "Dari", "Kepada", "Hal", "Tenggat", "Keadaan"), KIRI)
# What the office writes most; each may be changed before it is sent.
TURUN = "Kumpulkan data realisasi kinerja sesuai Perjanjian Kinerja dan Rencana Aksi terlampir."
NAIK = "Mohon arahan atas rekap capaian kinerja terlampir."


def waiting(pengguna: Pengguna, rows: Sequence[Row]) -> None:
    """What waits for whoever is looking; nothing when nothing does."""
    mine = disposisi.waiting(rows, pengguna, session.unit())
    if mine:
        said = ", ".join(f"{disposisi.number(r['tahun'], r['nomor'])} ({plain(r['hal'])})" for r in mine)
        st.info(f"{len(mine)} disposisi menunggu Anda: {said}.", icon=":material/inbox:")


def search(pengguna: Pengguna, rows: Sequence[Row], tahun: int, per: date) -> list[Row]:
    """The filters of the register of a tahun, and its workbook; returns what they leave."""
    store, unit = session.store(), session.unit()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kata = st.text_input(
            "Cari", placeholder="nomor, nama, hal, atau instruksi", width=280, **widgets.in_address("cari_disposisi")
        )
        names = {**KEADAAN_NAMA, "lewat": "Bermasalah"}
        chosen = st.pills("Keadaan", list(names), selection_mode="multi", format_func=names.__getitem__,
                          **widgets.in_address("keadaan_disposisi"))  # fmt: skip
        widgets.download(
            "Unduh register (Excel)", lambda: naskah.register(store, pengguna, unit, tahun, per),
            f"register_disposisi_{tahun}.xlsx", widgets.XLSX,
        )  # fmt: skip
    shown = [r for r in rows if _found(r, kata) and _chosen(r, chosen, per)]
    if not shown:
        st.info("Tidak ada disposisi yang cocok. Ubah kata atau keadaannya.")
    return shown


def register(rows: Sequence[Row], per: date) -> None:
    """The register, the newest first."""
    table(KOLOM, [_line(r, per) for r in rows])


def choose(pengguna: Pengguna, rows: Sequence[Row]) -> Row:
    """The disposisi on the screen: the newest that waits for whoever is looking, or else the newest."""
    known = {f"{r['tahun']}-{r['nomor']}": r for r in rows}
    names = {kode: f"{disposisi.number(r['tahun'], r['nomor'])}: {r['hal']}" for kode, r in known.items()}
    mine = disposisi.waiting(rows, pengguna, session.unit())
    first = f"{mine[0]['tahun']}-{mine[0]['nomor']}" if mine else None
    return known[pick("Buka disposisi", "nomor", names, first)]


def detail(pengguna: Pengguna, row: Row, per: date) -> None:
    """One disposisi: what is asked, where it has been, its paper, and what the addressee may do with it."""
    store, unit, tahun, nomor = session.store(), session.unit(), row["tahun"], row["nomor"]
    with st.container(border=True):
        way = "naik" if disposisi.goes_up(row) else "turun"
        st.markdown(
            f"**{plain(naskah.from_whom(row))} → {plain(naskah.to_whom(row))}** :gray[({way})]  \n"
            f"{plain(row['instruksi'])}"
        )
        facts = (
            PERIODE[row["periode"]].label(row["tahun_kinerja"]), SIFAT_NAMA[row["sifat"]],
            f"tenggat {tanggal(row['tenggat'])}", f"lampiran: {'; '.join(naskah.attachments(row)) or KOSONG}",
        )  # fmt: skip
        st.caption(plain(" · ".join(facts)))
        for said in disposisi.flags(row, per):
            st.warning(plain(said[0].upper() + said[1:]) + ".", icon=":material/flag:")
        st.markdown("\n".join(_leg(one, row) for one in disposisi.chain(store, pengguna, unit, row)))
        if row["tertutup"]:
            st.info(
                "Disposisi ini bersifat Rahasia. Isinya hanya dibuka untuk yang menerbitkan, yang dituju, yang berada "
                "dalam rangkaiannya, Camat, dan Sekcam.",
                icon=":material/lock:",
            )
            return
        _about(pengguna, row)
        widgets.download(
            "Unduh Lembar Disposisi", lambda: naskah.build(store, pengguna, unit, tahun, nomor),
            naskah.file_name(tahun, nomor), widgets.DOCX, key=f"lembar_{tahun}_{nomor}",
        )  # fmt: skip
        _stamps(pengguna, row)
    may_hand_on = disposisi.is_addressee(pengguna, unit, row) and pengguna.may(Izin.DISPOSISI, unit)
    if may_hand_on and disposisi.state(row) == DITERIMA:
        with st.expander("Teruskan disposisi ini"):
            form(pengguna, row["tahun_kinerja"], row["periode"], row)


def form(pengguna: Pengguna, tahun: int, periode: str, induk: Row | None = None) -> None:
    """The form of a new disposisi, or of one that hands `induk` on."""
    store, unit = session.store(), session.unit()
    own = disposisi.senders(store, pengguna, unit, session.today())
    if not own:
        st.info(
            "Anda belum tercatat memegang jabatan Camat, Sekcam, atau Kasubbag pada hari ini. Minta admin mencatatnya "
            "di halaman Pengaturan, tab Pejabat."
        )
        return
    place = f"{induk['tahun']}_{induk['nomor']}" if induk else "baru"
    to = {p.id: f"{p.sebutan}: {p.nama}" for p in jabatan_kini.in_office(store, unit, session.today())}
    to |= {f"akun:{akun}": f"Staf: {nama}" for akun, nama in disposisi.staff(store, unit, session.today()).items()}
    periksa = isian.Periksa()
    with st.form(f"disposisi_{place}", border=induk is None):
        left, right = st.columns(2)
        dari = left.selectbox("Dari", own, format_func=lambda p: p.sebutan, key=f"dari_{place}")
        kepada = right.selectbox("Kepada", list(to), format_func=to.__getitem__, key=f"kepada_{place}", index=None,
                                 placeholder="Pilih pejabat atau staf")  # fmt: skip
        periksa.under("kepada", right)
        about = induk["hal"] if induk else f"Pengumpulan data kinerja {PERIODE[periode].label(tahun)}"
        hal = st.text_input("Hal", about, key=f"hal_{place}")
        periksa.under("hal")
        instruksi = st.text_area("Instruksi", induk["instruksi"] if induk else TURUN, key=f"instruksi_{place}",
                                 help=f"Untuk rekap yang naik, misalnya: {NAIK}")  # fmt: skip
        periksa.under("instruksi")
        attached = tuple(induk["lampiran"].split()) if induk else ("pk", "renaksi")
        lampiran = left.multiselect("Lampiran", list(LAMPIRAN), attached, format_func=LAMPIRAN.__getitem__,
                                    key=f"lampiran_{place}", placeholder="Tanpa lampiran")  # fmt: skip
        kode = right.selectbox("Periode", PERIODE_SOP, PERIODE_SOP.index(periode), lambda k: PERIODE[k].nama,
                               key=f"periode_{place}")  # fmt: skip
        first = list(SIFAT_NAMA).index(induk["sifat"] if induk else "biasa")
        hari = left.text_input("Tenggat (hari kerja)", "3", key=f"tenggat_{place}")
        periksa.under("tenggat", left)
        sifat = right.selectbox("Sifat", list(SIFAT_NAMA), first, SIFAT_NAMA.__getitem__, key=f"sifat_{place}")
        day = left.date_input("Tanggal", session.today(), max_value=session.today(), format="DD/MM/YYYY",
                              key=f"tanggal_{place}")  # fmt: skip
        nomor = right.text_input("Nomor", key=f"nomor_{place}", placeholder="otomatis",
                                 help="Tanpa tahunnya. Kosongkan agar diberi nomor berikutnya.")  # fmt: skip
        periksa.under("nomor", right)
        if st.form_submit_button("Terbitkan", type="primary", icon=":material/send:"):
            with isian.told():
                akun = kepada.removeprefix("akun:") if kepada and kepada.startswith("akun:") else None
                days = periksa.whole("tenggat", "Tenggat (hari kerja)", ketikan.whole(hari, 0, 60))
                asked = periksa.number("nomor", "Nomor", ketikan.whole(nomor, 1))
                periksa.filled("hal", hal, "Hal belum diisi. Tulis apa yang diminta.")
                periksa.filled("instruksi", instruksi, "Instruksi belum diisi. Tulis apa yang harus dikerjakan.")
                periksa.filled("kepada", kepada, "Yang dituju belum dipilih. Pilih pejabat atau staf.")
                if not periksa.baik:
                    return
                baru = Disposisi(
                    day, dari.id if dari else "", hal, instruksi, tahun, kode, None if akun else kepada, akun,
                    tuple(lampiran), days, sifat, None if asked is None else int(asked),
                )  # fmt: skip
                parent = (induk["tahun"], induk["nomor"]) if induk else None
                key = disposisi.issue(store, pengguna, unit, baru, parent)
                session.saved(f"Disposisi {disposisi.number(*key)} diterbitkan.")


def first_periode(periode: str) -> str:
    """A periode of the SOP for one that a screen was opened with: SD2 is TW2."""
    return periode if periode in PERIODE_SOP else to_date(periode).replace("SD", "TW")


# ---------------------------------------------------------------- inside


def _found(row: Row, kata: str) -> bool:
    names = ("dari_nama", "dari_jabatan", "kepada_nama", "kepada_jabatan", "hal", "instruksi", "catatan")
    said = " ".join([disposisi.number(row["tahun"], row["nomor"]), *(str(row[n] or "") for n in names)])
    return kata.strip().casefold() in said.casefold()


def _chosen(row: Row, chosen: Sequence[str], per: date) -> bool:
    if not chosen:
        return True
    return disposisi.state(row) in chosen or ("lewat" in chosen and bool(disposisi.flags(row, per)))


def _badge(row: Row, per: date) -> str:
    now = disposisi.state(row)
    said = f":{WARNA[now]}-badge[{IKON[now]} {KEADAAN_NAMA[now]}]"
    return " ".join([said, *(f":red[{plain(f)}]" for f in disposisi.flags(row, per))])


def _line(row: Row, per: date) -> tuple[str, ...]:
    return (
        firm(disposisi.number(row["tahun"], row["nomor"])), firm(tanggal(row["tanggal"])),
        plain(naskah.from_whom(row)), plain(naskah.to_whom(row)), plain(row["hal"]), firm(tanggal(row["tenggat"])),
        _badge(row, per),
    )  # fmt: skip


def _leg(one: Row, row: Row) -> str:
    name = f"{disposisi.number(one['tahun'], one['nomor'])} {naskah.from_whom(one)} → {naskah.to_whom(one)}"
    bold = f"**{plain(name)}**" if one["nomor"] == row["nomor"] and one["tahun"] == row["tahun"] else plain(name)
    stamps = f"diterima {waktu(one['diterima'])}, selesai {waktu(one['selesai'])}"
    result = f": {one['catatan']}" if one["catatan"] else ""
    return f"- :small[{bold}, {plain(stamps + result)}]"


def _about(pengguna: Pengguna, row: Row) -> None:
    """The ways to what a disposisi asks about: the figures, the recap, the draft, the papers that go with it."""
    tahun, periode, unit = row["tahun_kinerja"], row["periode"], session.unit()
    own = next((t.bagian for t in pengguna.tugas if t.unit == unit and t.bagian), None)
    one_quarter, attached = len(PERIODE[periode].triwulan) == 1, row["lampiran"].split()
    ways: list[tuple[str, str, str, str | None]] = []
    if one_quarter and not disposisi.goes_up(row) and own and pengguna.may(Izin.UNGGAH, unit, own):
        ways.append(("1_unggah.py", "Isi angkanya", ":material/upload_file:", own))
    if one_quarter:
        ways.append(("7_alur.py", "Kiriman bagian", ":material/task_alt:", own))
    if disposisi.goes_up(row) or "rekap" in attached:
        ways.append(("3_rekap.py", "Rekap capaian", ":material/table_chart:", None))
    ways.append(("periode.py", "Periode: draf, siapa belum mengirim", ":material/timeline:", None))
    if {"pk", "renaksi"} & {*attached}:
        ways.append(("0_acuan.py", "Perjanjian Kinerja dan Rencana Aksi", ":material/flag:", None))
    with st.container(horizontal=True):
        for page, label, icon, bagian in ways:
            page_link(page, label, icon, tahun, periode, bagian)


def _stamps(pengguna: Pengguna, row: Row) -> None:
    """The next stamp, for the addressee only."""
    store, unit, tahun, nomor = session.store(), session.unit(), row["tahun"], row["nomor"]
    if not disposisi.is_addressee(pengguna, unit, row):
        return
    if disposisi.state(row) == TERBIT and st.button("Cap diterima", type="primary", icon=":material/mark_email_read:"):
        with isian.told():
            disposisi.receive(store, pengguna, unit, tahun, nomor)
            session.saved(f"Disposisi {disposisi.number(tahun, nomor)} diterima.")
    if disposisi.state(row) == DITERIMA:
        with st.form(f"selesai_{tahun}_{nomor}", border=False):
            catatan = st.text_input("Hasil (wajib)", placeholder="apa yang sudah dikerjakan")
            if st.form_submit_button("Cap selesai", type="primary", icon=":material/task_alt:"):
                with isian.told():
                    disposisi.finish(store, pengguna, unit, tahun, nomor, catatan)
                    session.saved(f"Disposisi {disposisi.number(tahun, nomor)} selesai.")
