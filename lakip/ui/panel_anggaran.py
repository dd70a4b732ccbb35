"""The budget on screen, three ways in: planned (Anggaran), spent (Unggah), and weighed (Rekap)."""

import streamlit as st

from lakip import anggaran, keadaan
from lakip.akses import Izin, Pengguna
from lakip.anggaran import KETERANGAN, KOLOM_NAMA, PAGU, REALISASI, TARGET
from lakip.export import anggaran_excel
from lakip.periode import ROMAWI, Periode, current_triwulan
from lakip.ui import (
    panel_anggaran_isi,
    panel_anggaran_kaitan,
    panel_anggaran_rekap,
    panel_unggah,
    session,
    widgets,
)
from lakip.ui.panel_tanda import KANAN, KIRI, PAGES, firm, plain
from lakip.ui.panel_unggah_cara import Cara
from lakip.unggah import anggaran as unggah
from lakip.unggah.anggaran.formulir import anggaran_form

KOLOM = {"Kode": KIRI, "Uraian": KIRI, "Kolom": KIRI, "Tercatat": KANAN, "Menjadi": KANAN}


def ways(pengguna: Pengguna, tahun: int) -> None:
    """From the plan to what was spent of it."""
    query = {"tahun": str(tahun), "periode": f"TW{current_triwulan(session.today())[1]}"}
    with st.container(horizontal=True):
        if pengguna.may(Izin.RENCANA, session.unit()) and pengguna.may_somewhere(Izin.UNGGAH, session.unit()):
            st.page_link(
                PAGES / "1_unggah.py", label="Isi realisasi anggaran", icon=":material/upload_file:",
                query_params={**query, "cara": "Realisasi anggaran"},
            )  # fmt: skip
        st.page_link(
            PAGES / "3_rekap.py", label="Serapan dan efisiensi", icon=":material/table_chart:",
            query_params={**query, "periode": query["periode"].replace("TW", "SD"), "rekap": "Anggaran"},
        )  # fmt: skip


def plan(pengguna: Pengguna, tahun: int) -> None:
    """Pagu and target keuangan, and which sasaran they serve; changed by whoever plans."""
    store, unit = session.store(), session.unit()
    may_plan = pengguna.may(Izin.RENCANA, unit)
    rows = anggaran.pohon(store, unit, tahun)
    st.subheader("Pagu dan target keuangan")
    if rows.is_empty():
        way = "Unduh formulirnya di bawah." if may_plan else "Kasubbag Perencanaan yang mengisinya."
        st.info(f"Belum ada pagu untuk tahun {tahun}. {way}")
    else:
        _undated(unit, tahun)
        shown = panel_anggaran_rekap.pick_depth(rows, "pagu")
        panel_anggaran_rekap.budget(shown, anggaran.recorded(store, unit, tahun))
    if may_plan and not anggaran.nodes(store, unit, tahun):
        _begin(pengguna)
    if may_plan and not rows.is_empty():
        with st.expander("Ketik pagu dan target keuangan"):
            panel_anggaran_isi.grid(pengguna, tahun, (*PAGU, *TARGET), "rencana")
    if may_plan:
        with st.expander("Unduh formulir atau unggah berkas anggaran", expanded=rows.is_empty()):
            _upload(pengguna, tahun, "rencana")
    st.subheader("Sasaran yang didukung")
    if jenjang := panel_anggaran_kaitan.pick_jenjang(tahun):
        panel_anggaran_kaitan.shown(tahun, jenjang)
        if may_plan:
            with st.expander("Ubah kaitan sasaran dengan anggaran"):
                panel_anggaran_kaitan.edit(pengguna, tahun, jenjang)
            with st.expander("Unduh formulir atau unggah berkas kaitan"):
                panel_anggaran_kaitan.by_form(pengguna, tahun)


def spend(pengguna: Pengguna, tahun: int, triwulan: int) -> None:
    """What each sub kegiatan spent in one triwulan: typed, or from a file with any triwulan of the tahun."""
    store, unit = session.store(), session.unit()
    if not pengguna.may(Izin.RENCANA, unit):
        st.info("Realisasi anggaran diisi Kasubbag. Angkanya dapat dilihat di menu Rekap.")
        return
    total = anggaran.total(store, unit, tahun, triwulan)
    if total is None:
        st.info(f"Belum ada pagu untuk tahun {tahun}. Isi pagunya lebih dahulu di halaman Anggaran.")
    else:
        st.caption(
            f"Triwulan {ROMAWI[triwulan]} Tahun {tahun}: rupiah dicatat satu kali pada sub kegiatannya. Kosong berarti "
            f"belum diisi; tulis 0 bila tidak ada belanja. {_missing(total['belum_terisi'])}"
        )
        panel_anggaran_isi.grid(pengguna, tahun, (REALISASI[triwulan - 1],), f"tw{triwulan}")
    st.subheader("Dari berkas")
    _upload(pengguna, tahun, f"tw{triwulan}")


def recap(pengguna: Pengguna, tahun: int, periode: Periode) -> None:
    """The tree up to the end of a periode, and efficiency per program and per sasaran."""
    unit, triwulan = session.unit(), periode.triwulan[-1]
    store = keadaan.of_periode(session.store(), unit, tahun, periode.kode)
    per = keadaan.day(store, session.today())
    rows = anggaran.pohon(store, unit, tahun, triwulan)
    if rows.is_empty():
        st.info(f"Belum ada pagu untuk tahun {tahun}. Kasubbag Perencanaan mengisinya di halaman Anggaran.")
        return
    lacking = _missing(rows.row(-1, named=True)["belum_terisi"]).removesuffix(".")
    widgets.stamp(f"Anggaran Tahun {tahun} s.d. triwulan {ROMAWI[triwulan]}", per, None, None, lacking)
    widgets.download(
        "Unduh anggaran (Excel)",
        lambda: anggaran_excel.build(store, pengguna, unit, tahun, triwulan),
        f"anggaran_{tahun}_tw{triwulan}.xlsx",
        widgets.XLSX,
        key="unduh_anggaran",
    )
    _undated(unit, tahun)
    panel_anggaran_rekap.spent(panel_anggaran_rekap.pick_depth(rows, "serapan"), triwulan)
    panel_anggaran_rekap.programs(anggaran.per_program(store, unit, tahun, triwulan))
    panel_anggaran_rekap.goals(anggaran.per_sasaran(store, unit, tahun, triwulan))
    panel_anggaran_rekap.rules()


# ---------------------------------------------------------------- inside


def _undated(unit: str, tahun: int) -> None:
    """A pagu perubahan of which nobody said since when."""
    if anggaran.lacks_dppa(session.store(), unit, tahun):
        st.warning(
            "Pagu perubahan sudah dicatat, tetapi DPPA-nya belum terdaftar, sehingga baru dihitung pada akhir tahun "
            "(Triwulan IV, Semester II, dan setahun). Daftarkan nomor dan tanggal DPPA di Rencana dan indikator, tab "
            "Dokumen; sesudah "
            "itu pagu perubahan berlaku sejak triwulan tanggalnya.",
            icon=":material/event_busy:",
        )


def _missing(count: int) -> str:
    return f"{count} angka realisasi belum diisi." if count else "Realisasi setiap sub kegiatan sudah diisi."


def _begin(pengguna: Pengguna) -> None:
    """The codes that come with the program, for an office that has none."""
    st.caption(KETERANGAN)
    if st.button("Pakai program dan kegiatan bawaan", icon=":material/account_tree:"):
        many = anggaran.save_nomenklatur(session.store(), pengguna, session.unit(), anggaran.BAWAAN, anggaran.bawaan())
        session.saved(f"{many} kode program dan kegiatan masuk nomenklatur.")


def _upload(pengguna: Pengguna, tahun: int, key: str) -> None:
    """The form, and the file."""
    store, unit = session.store(), session.unit()
    st.caption(
        "Formulir memuat kode, uraian, pagu murni dan perubahan, target keuangan, dan realisasi setiap triwulan. "
        "Berkas realisasi milik kantor juga dibaca, termasuk yang tanpa kode: barisnya dikenali dari nama nomenklatur."
    )
    current = anggaran.edition(store, unit, tahun)
    if current == anggaran.BAWAAN and anggaran.nodes(store, unit, tahun):
        st.caption(KETERANGAN)
    widgets.download(
        f"Unduh formulir anggaran {tahun}",
        lambda: anggaran_form(store, unit, tahun),
        f"anggaran_{tahun}.xlsx",
        widgets.XLSX,
        key=f"formulir_anggaran_{key}",
    )
    edisi = st.text_input(
        "Edisi nomenklatur", current, key=f"edisi_anggaran_{key} {tahun}",
        help="Biarkan bila kode dan namanya tidak berubah. Ketik nama edisi baru, misalnya nomor Kepmendagri, bila "
        "nomenklaturnya berganti: edisi lama tetap tersimpan, dan nama di berkas menjadi nama edisi baru.",
    )  # fmt: skip
    panel_unggah.upload(
        pengguna,
        Cara(
            jenis="anggaran",
            berkas="Berkas anggaran",
            kunci=f"berkas_anggaran_{key}",
            read=lambda content, nama, jawaban: unggah.read(
                store, pengguna, content, nama, unit, tahun, jawaban, edisi=edisi
            ),
            save=lambda hasil: unggah.save(store, pengguna, hasil),
            apa="angka",
            ubah="angka",
            kolom=KOLOM,
            baris=lambda p: (firm(plain(p.kode)), plain(p.nama), plain(p.bidang), firm(p.lama), f"**{firm(p.baru)}**"),
            tempat=lambda hasil: {(kode, KOLOM_NAMA[k]): at for (kode, k), at in hasil.anggaran.sel.items()},
        ),
    )
