"""The parts of the page Laporan: what is missing, making the report, the versions made so far."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any

import streamlit as st

from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.export import kurang, pekerjaan, pilihan
from lakip.export.bahan import Bahan
from lakip.export.kurang import Gap
from lakip.export.laporan import Jenis
from lakip.export.pekerjaan import Pekerjaan
from lakip.formatting import waktu
from lakip.pengaturan import Pejabat
from lakip.periode import PERIODE, Periode
from lakip.ui import panel_pratinjau, pemanasan, session, widgets
from lakip.ui.panel_tanda import KIRI, card_link, firm, page_link, plain, table, type_link

Row = dict[str, Any]
SEKEJAP = 1.0  # seconds: what was ready is shown at once, without a word of progress


def signer(camat: Pejabat | None, hari: date) -> None:
    """Who signs on that day."""
    if camat is None:
        st.warning(
            "Tidak ada Camat yang menjabat pada tanggal itu, sehingga tempat tanda tangan dikosongkan. Minta admin "
            "mengisinya di halaman Pengaturan, atau pilih tanggal lain.",
            icon=":material/person_off:",
        )
    else:
        status = {"plt": "Plt. ", "plh": "Plh. "}.get(camat.status, "")
        st.caption(f"Ditandatangani {plain(camat.nama)}, {status}{plain(camat.jabatan)}.")


def completeness(bahan: Bahan, found: Sequence[Gap], belum: int | None, tahun: int, periode: str) -> None:
    """Whether what is made now is final or a draft, and what is to be done; `belum`: unwritten parts."""
    holding, approved = len(kurang.holding(found)), bahan.pengesahan
    if approved is not None and kurang.signed_early(bahan):
        st.warning(
            f"Angka periode ini baru disahkan {plain(waktu(approved.pada))}. Pilih tanggal penandatanganan yang sama "
            "atau sesudahnya; sebelum itu laporannya bertanda DRAF.",
            icon=":material/event_busy:",
        )
    elif approved is not None and not holding:
        said = (
            f"Disahkan {plain(approved.oleh)}, {plain(waktu(approved.pada))}, dan datanya lengkap: laporan ini final."
        )
        st.success(said, icon=":material/verified:")
    elif approved is not None:
        st.warning(
            f"Periode ini sudah disahkan, tetapi {holding} hal belum lengkap, sehingga laporannya tetap bertanda DRAF. "
            "Minta Camat membuka kembali periodenya, lengkapi, lalu sahkan sekali lagi.",
            icon=":material/warning:",
        )
    elif holding:
        st.warning(
            f"{holding} hal belum lengkap. Draf tetap dapat disusun, bertanda DRAF, dan memuat daftarnya; laporan "
            "belum dapat dijadikan final.",
            icon=":material/warning:",
        )
    else:
        st.success(
            "Semua data yang diminta laporan ini lengkap dan dibenarkan. Laporan menjadi final, tanpa tanda DRAF, "
            "sesudah Camat mengesahkan periodenya.",
            icon=":material/check:",
        )
    with st.container(horizontal=True):
        if belum is not None:
            said = f"{belum} bagian belum diisi" if belum else "semua bagian terisi"
            page_link("naskah.py", f"Naskah laporan: {said}", ":material/edit_note:", tahun, periode)
        page_link("praperiksa.py", "Pra-periksa laporan", ":material/rule:", tahun, periode)
        page_link("periode.py", "Pengesahan periode", ":material/approval:", tahun, periode)
        page_link("periksa_dokumen.py", "Periksa dokumen", ":material/verified:", tahun, periode)


def gaps(rows: Sequence[Gap], kode: Collection[str], tahun: int, periode: str) -> None:
    """What the draft will call incomplete and what is only to be known, each with whose it is; each of these `kode`
    leads to its card."""
    for judul, found in (("Yang belum lengkap", kurang.holding(rows)), ("Untuk diketahui", kurang.noted(rows))):
        if not found:
            continue
        st.subheader(f"{judul} ({len(found)})")
        lines = (
            f"1. {_named(r.hal, kode, tahun, periode)} {plain(r.keterangan)} :gray[{plain(r.bagian)}]{_type(r, tahun)}"
            for r in found
        )
        st.markdown("\n".join(lines))


def make_ready(jenis: Jenis[Any], bahan: Bahan) -> None:
    """Begin with what a press on the button will ask for."""
    if pemanasan.started():
        pekerjaan.prepare(session.store(), jenis, bahan)


def make(pengguna: Pengguna, jenis: Jenis[Any], tahun: int, periode: Periode, hari: date, final: bool) -> None:
    """The button that makes the next version, its progress, and the document; anybody may leave meanwhile."""
    store, unit, kode = session.store(), session.unit(), periode.kode
    kerja = pekerjaan.find(store, jenis, unit, tahun, kode)
    if kerja is not None and not kerja.selesai:
        _progress(jenis, tahun, kode)
        return
    if st.button(f"Susun {'laporan final' if final else 'draf Word'}", type="primary", icon=":material/edit_document:"):
        kerja = pekerjaan.start(store, pengguna, jenis, unit, tahun, kode, session.today(), hari, final)
        if not kerja.wait(SEKEJAP):
            st.rerun()
    if kerja is not None:
        _outcome(kerja, tahun, kode)


def versions(tahun: int) -> list[Row]:
    """Every report made of the tahun, of every kind, newest first."""
    kinds = [jenis.kode for jenis in pilihan.JENIS]
    return session.store().read("dasbor_laporan", unit=session.unit(), tahun=tahun, jenis=kinds).to_dicts()


def made(pengguna: Pengguna, rows: Sequence[Row], tahun: int, judul: str = "Laporan yang sudah disusun untuk") -> None:
    """These reports made of the tahun, to be downloaded as they were, or made once more from their frozen figures."""
    st.subheader(f"{judul} tahun {tahun}")
    if not rows:
        st.caption("Belum ada. Tekan “Susun draf Word” di atas untuk membuat yang pertama.")
        return
    columns = {"Laporan": KIRI, "Versi": KIRI, "Disusun": KIRI, "Keadaan": KIRI, "Sidik (SHA-256)": KIRI}
    table(columns, [_version(row) for row in rows])
    store, unit = session.store(), session.unit()
    if store.folder is None:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        row = rows[st.selectbox("Unduh lagi", range(len(rows)), format_func=lambda n: _label(rows[n]), key="draf_lama")]
        isi = content(pengguna, row)
        called = name(tahun, row["periode"], row["versi"])
        widgets.download("Unduh", isi, called, widgets.DOCX)
        panel_pratinjau.pdf_button(isi, called, "draf_lama")
        widgets.download(
            "Susun ulang dari potret", lambda: pilihan.again(store, pengguna, unit, row["potret"]),
            called.replace(".docx", "_ulang.docx"), widgets.DOCX,
        )  # fmt: skip
    st.caption("“Unduh” memberi berkas aslinya; “Susun ulang dari potret” mengisi templat sekarang dengan angka lama.")
    panel_pratinjau.preview(isi, "draf_lama")


def name(tahun: int, periode: str, versi: int | None = None) -> str:
    return f"laporan_kinerja_{tahun}_{periode}{f'_v{versi}' if versi else ''}.docx"


def content(pengguna: Pengguna, row: Row) -> Callable[[], bytes]:
    """The file as it was made; made now from its potret when it never was printed, or is no longer what it was."""
    store, unit = session.store(), session.unit()

    def made() -> bytes:
        kept = store.original(row["sha256"], ".docx") if row["sha256"] else None
        return kept if kept is not None else pilihan.again(store, pengguna, unit, row["potret"])

    return made


# ---------------------------------------------------------------- inside


@st.fragment(run_every=1.0)
def _progress(jenis: Jenis[Any], tahun: int, kode: str) -> None:
    """Which step of the making is done, until it ends."""
    session.require(Izin.LAPORAN, sendiri=False)
    kerja = pekerjaan.find(session.store(), jenis, session.unit(), tahun, kode)
    if kerja is None or kerja.selesai:
        st.rerun()
    st.info(
        f"**{plain(kerja.langkah)} …** Laporan ini sedang disusun {plain(kerja.oleh)} sejak "
        f"{plain(waktu(kerja.sejak))}. Halaman ini boleh ditinggalkan; hasilnya tersimpan.",
        icon=":material/hourglass_top:",
    )


def _outcome(kerja: Pekerjaan, tahun: int, kode: str) -> None:
    """What came of the newest making: the document, or why there is none."""
    try:
        terbit = kerja.hasil.result()
    except UserError as error:
        st.error(f"{plain(str(error))} ({plain(kerja.oleh)}, {plain(waktu(kerja.sejak))})", icon=":material/error:")
        return
    who = f"{plain(terbit.oleh)}, {plain(waktu(terbit.pada))}"
    if terbit.baru:
        st.success(f"Versi {terbit.versi} selesai disusun ({who}).", icon=":material/task_alt:")
    else:
        said = f"Belum ada yang berubah sejak versi {terbit.versi} ({who}), sehingga versi itu yang diberikan."
        st.info(said, icon=":material/info:")
    label = f"Unduh {'laporan final' if terbit.final else 'draf Word'}"
    content, called = terbit.content, name(tahun, kode, terbit.versi)
    widgets.download(label, lambda: content, called, widgets.DOCX, type="primary", key="unduh_susunan")
    if not terbit.final:
        page_link("periode.py", "Berikutnya: ajukan draf ini di Periode", ":material/timeline:", tahun, kode)


def _type(gap: Gap, tahun: int) -> str:
    """The way to where the figure is typed, for what typing mends."""
    if gap.isi is None:
        return ""
    kode, bagian, triwulan = gap.isi
    return f" {type_link('Ketik', kode, bagian, tahun, triwulan)}"


def _named(hal: str, kode: Collection[str], tahun: int, periode: str) -> str:
    """ "IK-06 Jumlah desa berstatus mandiri" with its kode as a link; anything else as it is."""
    first, _, rest = hal.partition(" ")
    if first not in kode:
        return f"**{plain(hal)}**"
    return f"{card_link(first, tahun, periode)} **{plain(rest)}**"


def _label(row: Row) -> str:
    return f"{PERIODE[row['periode']].nama}, versi {row['versi']}, {waktu(row['pada'])}"


def _version(row: Row) -> tuple[str, ...]:
    who = f"{plain(row['oleh_nama'])}, {firm(plain(waktu(row['pada'])))}"
    state = ":green-badge[Final]" if row["final"] else ":gray[Draf]"
    mark = f"`{row['sha256'][:16]}`" if row["sha256"] else "dicetak dari potretnya"
    return PERIODE[row["periode"]].nama, str(row["versi"]), who, state, mark
