"""Panels of the page Sosialisasi: invitation, attendance and minutes, photos, the papers."""

from dataclasses import replace
from datetime import date, datetime, time

import streamlit as st

from lakip.akses import Izin, Pengguna
from lakip.export import sosialisasi as naskah
from lakip.formatting import tanggal, waktu
from lakip.periode import Periode, local, recorded
from lakip.sop import foto, jabatan_kini, sosialisasi
from lakip.sop.sosialisasi import DIBATALKAN, DILAKSANAKAN, DIUNDANG, KEADAAN_NAMA, Peserta, Sosialisasi
from lakip.ui import session, widgets
from lakip.ui.panel_tanda import pick, plain

TANGGAL = "DD/MM/YYYY"
WARNA = {DIUNDANG: "blue", DILAKSANAKAN: "green", DIBATALKAN: "gray"}
IKON = {DIUNDANG: "○", DILAKSANAKAN: "✓", DIBATALKAN: "✕"}
TAMU_CONTOH = "Ahmad; Kepala Desa Inan"


def choose(found: tuple[Sosialisasi, ...]) -> Sosialisasi:
    """The meeting on the screen, the last one first."""
    if len(found) == 1:
        return found[0]
    names = {str(s.nomor): f"Pertemuan {s.nomor}, {tanggal(s.hari)}: {KEADAAN_NAMA[s.keadaan]}" for s in found}
    nomor = pick("Pertemuan", "pertemuan", names)
    return next(s for s in found if str(s.nomor) == nomor)


def summary(one: Sosialisasi) -> None:
    """What, when, where, who came; and what is odd about it."""
    begins = one.dimulai or one.mulai
    until = f" sampai {local(one.selesai):%H.%M}" if one.selesai else ""
    came = sum(bool(p.hadir) for p in one.peserta)
    people = f"{came} dari {len(one.peserta)} hadir" if one.keadaan == DILAKSANAKAN else f"{len(one.peserta)} diundang"
    with st.container(border=True):
        st.markdown(
            f":{WARNA[one.keadaan]}-badge[{IKON[one.keadaan]} {KEADAAN_NAMA[one.keadaan]}] **{plain(one.nama)}**  \n"
            f"{plain(waktu(begins) + until)} · {plain(one.tempat)} · {people}  \n{plain(one.agenda)}"
        )
        if one.alasan:
            st.caption(f"Alasan: {plain(one.alasan)}")
        if one.keadaan == DILAKSANAKAN:
            with st.expander("Notulen dan daftar hadir"):
                st.markdown(f"Notulis: {plain(one.notulis)}")
                st.markdown("\n\n".join(plain(line) for line in one.notulen.splitlines() if line.strip()))
                st.markdown("\n".join(f"1. {_person(p)}" for p in one.peserta))
    for said in sosialisasi.flags(session.store(), session.unit(), one):
        st.warning(plain(said), icon=":material/flag:")


def papers(pengguna: Pengguna, one: Sosialisasi) -> None:
    """Undangan, daftar hadir and notulen in Word."""
    store, unit = session.store(), session.unit()
    with st.container(horizontal=True):
        for jenis, nama in naskah.NAMA.items():
            if jenis != "notulen" or one.keadaan == DILAKSANAKAN:
                widgets.download(
                    nama, lambda j=jenis: naskah.build(store, pengguna, unit, j, one),  # type: ignore[misc]
                    naskah.file_name(jenis, one), widgets.DOCX, key=f"{jenis}_{one.nomor}",
                )  # fmt: skip


def invite(pengguna: Pengguna, tahun: int, periode: Periode) -> None:
    """The form of an invitation; all officials of today are invited unless taken off."""
    store, unit, today = session.store(), session.unit(), session.today()
    officials = sosialisasi.everybody(store, unit, today)
    with st.form("undangan"):
        left, right = st.columns(2)
        hari = left.date_input("Hari", today, format=TANGGAL)
        jam = right.time_input("Pukul (WITA)", time(9), step=900)
        tempat = left.text_input("Tempat", "Aula Kantor Kecamatan")
        nomor = right.text_input("Nomor undangan", help="Boleh dikosongkan dan ditulis tangan.")
        agenda = st.text_input("Acara", f"Sosialisasi draf Laporan Kinerja {periode.label(tahun)}")
        chairs = [p for p in jabatan_kini.in_office(store, unit, today) if p.peran in ("camat", "sekcam")]
        chair = left.selectbox("Pimpinan", chairs, format_func=lambda p: f"{p.sebutan}: {p.nama}")
        sent = right.date_input("Tanggal undangan", today, format=TANGGAL)
        people = st.multiselect("Pejabat yang diundang", officials, officials, format_func=lambda p: p.jabatan,
                                key="diundang")  # fmt: skip
        guests = st.text_area("Tamu lain, satu per baris", placeholder=TAMU_CONTOH, height=70)
        if st.form_submit_button("Simpan undangan", type="primary", icon=":material/save:"):
            baru = Sosialisasi(
                tahun, periode.kode, _utc(hari, jam), tempat.strip(), agenda.strip(), chair.id if chair else "",
                (*people, *_guests(guests)), nomor.strip(), sent,
            )  # fmt: skip
            sosialisasi.invite(store, pengguna, unit, baru)
            session.saved("Undangan tersimpan. Unduh untuk ditandatangani dan dibagikan.")


def record(pengguna: Pengguna, one: Sosialisasi) -> None:
    """The form of how it went; a correction of one that is recorded needs its reason."""
    again, key = one.keadaan == DILAKSANAKAN, f"{one.periode}_{one.nomor}"
    with st.form(f"catat_{key}"):
        left, middle, right = st.columns(3)
        begins, ends = local(one.dimulai or one.mulai), local(one.selesai or one.mulai)
        hari = left.date_input("Hari", begins.date(), format=TANGGAL, key=f"hari_{key}")
        mulai = middle.time_input("Mulai", begins.time(), step=300, key=f"mulai_{key}")
        selesai = right.time_input("Selesai", ends.time() if one.selesai else _later(begins), step=300,
                                   key=f"akhir_{key}")  # fmt: skip
        came = st.multiselect(
            "Yang hadir", range(len(one.peserta)),
            [n for n, p in enumerate(one.peserta) if p.hadir or (p.hadir is None and p.pejabat)],
            format_func=lambda n: f"{one.peserta[n].nama}, {one.peserta[n].jabatan}", key=f"hadir_{key}",
        )  # fmt: skip
        guests = st.text_area("Hadir tanpa undangan, satu per baris", placeholder=TAMU_CONTOH, height=70)
        notulis = st.text_input("Notulis", one.notulis, key=f"notulis_{key}")
        notulen = st.text_area("Notulen", one.notulen, height=200, key=f"notulen_{key}")
        alasan = st.text_input("Alasan perubahan (wajib)", key=f"alasan_{key}") if again else ""
        if st.form_submit_button("Simpan pelaksanaan", type="primary", icon=":material/save:"):
            people = [replace(p, hadir=n in came) for n, p in enumerate(one.peserta)]
            people += [replace(p, hadir=True) for p in _guests(guests)]
            done = replace(
                one, dimulai=_utc(hari, mulai), selesai=_utc(hari, selesai), peserta=tuple(people),
                notulis=notulis.strip(), notulen=notulen.strip(), alasan=alasan.strip(),
            )  # fmt: skip
            sosialisasi.record(session.store(), pengguna, session.unit(), done)
            session.saved("Pelaksanaan sosialisasi tersimpan. Lampirkan fotonya dan catat arahan Camat.")


def cancel(pengguna: Pengguna, one: Sosialisasi) -> None:
    """Call an invitation off."""
    with st.form(f"batal_{one.periode}_{one.nomor}"):
        alasan = st.text_input("Alasan pembatalan (wajib)")
        if st.form_submit_button("Batalkan undangan"):
            sosialisasi.cancel(session.store(), pengguna, session.unit(), one, alasan)
            session.saved("Undangan dibatalkan.")


def photos(pengguna: Pengguna, one: Sosialisasi) -> None:
    """The pictures of a meeting, and the way to add one."""
    store, unit = session.store(), session.unit()
    kept = foto.photos(store, unit, one)
    st.subheader("Foto")
    if not kept:
        st.caption("Belum ada foto. Evaluator memintanya sebagai bukti (CLAP003.1).")
    for column, picture in zip(st.columns(3) * foto.MAX_FOTO, kept, strict=False):
        content = foto.content(store, picture)
        if content is None:
            column.caption(plain(f"{picture.nama_berkas}: berkas tidak ada di arsip."))
        else:
            column.image(content, caption=picture.keterangan or picture.nama_berkas)
    if not pengguna.may(Izin.DISPOSISI, unit):
        return
    widgets.from_phone("foto", one.tahun, one.periode)
    with st.form(f"foto_{one.periode}_{one.nomor}", clear_on_submit=True):
        picked = st.file_uploader("Foto (PNG atau JPEG, paling besar 10 MB)", ["png", "jpg", "jpeg"],
                                  max_upload_size=foto.PINTU.maks_mb)  # fmt: skip
        said = st.text_input("Keterangan foto", placeholder="misalnya: Camat memimpin sosialisasi")
        if st.form_submit_button("Lampirkan foto", icon=":material/add_a_photo:") and picked is not None:
            foto.add(store, pengguna, unit, one, picked.name, picked.getvalue(), said)
            session.saved("Foto terlampir.")


# ---------------------------------------------------------------- inside


def _utc(hari: date, jam: time) -> datetime:
    return recorded(datetime.combine(hari, jam))


def _later(saat: datetime) -> time:
    """An hour later, what the SOP allows."""
    return saat.replace(hour=min(saat.hour + 1, 23)).time()


def _guests(text: str) -> list[Peserta]:
    """ "Nama; jabatan", one a line."""
    lines = (line.partition(";") for line in text.splitlines() if line.strip())
    return [Peserta(nama.strip(), jabatan.strip()) for nama, _, jabatan in lines]


def _person(one: Peserta) -> str:
    mark = "" if one.hadir is None else "✓ " if one.hadir else "✕ tidak hadir: "
    return mark + plain(", ".join(filter(None, (one.nama, one.jabatan))))
