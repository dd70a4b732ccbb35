"""Log pelaksanaan SOP in Word: how one run went, as evidence for the evaluation.

Every table says which criterion of the LKE (PermenPAN-RB 88/2021) it answers.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from lakip import alur, pengaturan, penyimpan, sumber
from lakip.akses import Izin, Pengguna, Peran
from lakip.alur import Keadaan
from lakip.alur import waktu as jam
from lakip.alur.waktu import Tahap, Waktu
from lakip.errors import UserError
from lakip.export import disposisi as lembar
from lakip.export import kop, pihak
from lakip.export.cetakan import Cetakan
from lakip.export.kop import Kop
from lakip.export.pihak import Pihak
from lakip.formatting import KOSONG, tanggal, waktu
from lakip.periode import PERIODE, local
from lakip.sop import arahan, dispensasi, disposisi, langkah, sosialisasi
from lakip.sop.dispensasi import Pengiriman
from lakip.sop.sosialisasi import DILAKSANAKAN, Sosialisasi
from lakip.store import Store
from lakip.sumber import Bertanda

TEMPLATE = Path(__file__).parent / "templates" / "log_sop.docx"
# domain.md 7.2, in the words of PermenPAN-RB 88/2021.
MENJAWAB = {
    "sop": "BKUR001.3: ada mekanisme yang jelas pengumpulan data kinerja yang dapat diandalkan (SOP).",
    "langkah": "BKUR002.4 dan BKUR002.5: pengukuran berkala dan berjenjang; BKUR002.6 dan BKUR002.7: pengumpulan dan "
    "pengukuran memanfaatkan teknologi informasi (waktu dicatat aplikasi dari kejadiannya).",
    "kirim": "BKUR001.3: penanggung jawab dan waktu penyampaian data jelas; BKUR002.4: pengukuran berkala.",
    "disposisi": "BKUR001.3: data dikumpulkan atas perintah tertulis; BKUR002.5: pengukuran berjenjang.",
    "sosialisasi": "CLAP003.1: laporan menjadi perhatian pimpinan (presensi, notulen, dan arahan pimpinan).",
    "keputusan": "BKUR002.5: pengukuran berjenjang sampai pimpinan; CLAP003.1: laporan menjadi perhatian pimpinan.",
}


@dataclass(frozen=True)
class BarisLangkah:
    nomor: str
    uraian: str
    pemegang: str
    mulai: str
    selesai: str
    lama: Bertanda
    baku: Bertanda
    status: str
    catatan: tuple[str, ...]


@dataclass(frozen=True)
class BarisKirim:
    bagian: str
    batas: str
    dikirim: str
    keadaan: Bertanda
    dispensasi: str


@dataclass(frozen=True)
class BarisDisposisi:
    nomor: str
    tanggal: str
    dari: str
    kepada: str
    hal: str
    tenggat: str
    diterima: str
    selesai: str


@dataclass(frozen=True)
class BarisHadir:
    nomor: str
    nama: str
    jabatan: str
    keterangan: str


@dataclass(frozen=True)
class BarisKeputusan:
    waktu: str
    oleh: str
    keputusan: str
    catatan: str


@dataclass(frozen=True)
class LogSop:
    """Every word the template may use: text as printed, rows of tables."""

    kop: Kop
    tanda_halaman: str
    kaki: str
    judul: str
    keadaan: str
    nomor_sop: str
    nama_sop: str
    tanggal_sop: str
    dasar_hukum: tuple[str, ...]
    menjawab: dict[str, str]
    langkah: tuple[BarisLangkah, ...]
    kirim: tuple[BarisKirim, ...]
    disposisi: tuple[BarisDisposisi, ...]
    rapat: tuple[str, ...]
    hadir: tuple[BarisHadir, ...]
    notulen: tuple[str, ...]
    arahan: tuple[BarisKeputusan, ...]
    keputusan: tuple[BarisKeputusan, ...]
    tempat_tanggal: str
    sekcam: Pihak
    kasubbag: Pihak


def build(store: Store, pengguna: Pengguna, unit: str, tahun: int, periode: str, kini: datetime) -> bytes:
    """The .docx of one run, as things stand at `kini` (UTC)."""
    pengguna.require(Izin.LIHAT, unit)
    return KIND.build(store, pengguna, unit, tahun, periode, periode=periode, kini=kini)


def file_name(tahun: int, periode: str) -> str:
    return f"log_sop_{tahun}_{periode}.docx"


def draft(store: Store, unit: str, tahun: int, periode: str, kini: datetime) -> LogSop:
    """Raises UserError for a periode that no run is kept of."""
    if periode not in alur.PERIODE_ALUR:
        raise UserError(f"Log SOP disusun per {', '.join(alur.PERIODE_ALUR)}; “{periode}” tidak termasuk.")
    kantor, sop, hari = pengaturan.identity(store, unit), langkah.current(store, unit), local(kini).date()
    about = PERIODE[periode].label(tahun)
    held, sent = sosialisasi.held(store, unit, tahun, periode), dispensasi.deliveries(store, unit, tahun, hari)
    own = penyimpan.self_confirmed(store, unit, tahun)
    return LogSop(
        kop=kop.of(store, unit),
        tanda_halaman="DATA CONTOH" if kantor.contoh else "",
        kaki=f"Log Pelaksanaan SOP {about} · {kantor.nama} · dicetak {waktu(kini)}",
        judul=f"SOP {sop.nama} {about}".upper(),
        keadaan=f"Keadaan per {waktu(kini)}",
        nomor_sop=sop.nomor or "(belum diketahui)",
        nama_sop=f"{sop.nama} (versi {sop.versi})",
        tanggal_sop=tanggal(sop.tanggal_efektif),
        dasar_hukum=sop.dasar_hukum,
        menjawab=MENJAWAB,
        langkah=tuple(_step(r, tahun, periode) for r in jam.run(store, unit, tahun, periode, kini)),
        kirim=tuple(_sent(r, tahun, periode, own.get((r.bagian, r.triwulan))) for r in sent if _is_of(r, periode)),
        disposisi=_orders(store, unit, tahun, periode),
        rapat=_meeting(store, unit, held, about),
        hadir=_attendance(held),
        notulen=tuple(s.strip() for s in held.notulen.splitlines() if s.strip()) if held else (),
        arahan=_directions(store, unit, held),
        keputusan=_decisions(store, unit, tahun, periode),
        tempat_tanggal=f"{kantor.tempat}, {tanggal(hari)}",
        sekcam=pihak.printed(pengaturan.pejabat_in_office(store, unit, Peran.SEKCAM, hari), "Sekretaris Kecamatan"),
        kasubbag=pihak.printed(pengaturan.kasubbag_pelaporan(store, unit, hari), "Kasubbag Perencanaan"),
    )


KIND = Cetakan("log_sop", "Log Pelaksanaan SOP", TEMPLATE, draft)


# ---------------------------------------------------------------- inside


def _step(row: Waktu, tahun: int, periode: str) -> BarisLangkah:
    step, mark = f"langkah_{row.langkah.nomor}", partial(_mark, tahun, periode)
    where = "" if row.periode == periode else f" ({PERIODE[row.periode].nama})"
    who = f"Diselesaikan {row.nama}" if row.tahap is Tahap.SELESAI and row.nama else ""
    if row.tahap is not Tahap.SELESAI:
        who = ": ".join(filter(None, (row.jabatan, row.nama)))
    again = f" ({row.putaran} kali)" if row.putaran > 1 else ""
    return BarisLangkah(
        f"{row.langkah.nomor}.", row.langkah.uraian + where, who or KOSONG, waktu(row.mulai), waktu(row.selesai),
        mark(f"{step}.{row.periode}", "lama", row.lama_kata or KOSONG),
        mark(f"{step}.{row.periode}", "baku", row.langkah.baku.kata), row.kata.capitalize() + again, row.tanda,
    )  # fmt: skip


def _is_of(row: Pengiriman, periode: str) -> bool:
    return periode == f"TW{row.triwulan}"


def _sent(row: Pengiriman, tahun: int, periode: str, sendiri: str | None) -> BarisKirim:
    more = f"Sampai {tanggal(row.batas)}: {row.alasan} ({row.pemberi})" if row.alasan else KOSONG
    back = f"; dikembalikan {row.dikembalikan} kali" if row.dikembalikan else ""
    back += f"; dibenarkan oleh yang menyimpannya sendiri: {sendiri}" if sendiri else ""
    said = _mark(tahun, periode, f"kiriman_{row.bagian}", "keadaan", row.kata.capitalize() + back)
    return BarisKirim(row.nama, tanggal(row.batas), waktu(row.dikirim), said, more)


def _mark(tahun: int, periode: str, apa: str, besaran: str, teks: str) -> Bertanda:
    return sumber.tandai(sumber.hitung(apa, tahun, periode, besaran), teks)


def _orders(store: Store, unit: str, tahun: int, periode: str) -> tuple[BarisDisposisi, ...]:
    """What is Rahasia stands there without its content: the log is handed on as evidence."""
    every = reversed(disposisi.recorded_all(store, unit, tahun))
    rows = [disposisi.closed(r) if r["sifat"] == disposisi.RAHASIA else r for r in every]
    return tuple(
        BarisDisposisi(
            disposisi.number(r["tahun"], r["nomor"]), tanggal(r["tanggal"]), lembar.from_whom(r), lembar.to_whom(r),
            r["hal"], tanggal(r["tenggat"]), waktu(r["diterima"]), waktu(r["selesai"]),
        )
        for r in rows
        if (r["tahun_kinerja"], r["periode"]) == (tahun, periode)
    )  # fmt: skip


def _meeting(store: Store, unit: str, held: Sosialisasi | None, about: str) -> tuple[str, ...]:
    """What the meeting was, a sentence each; that there was none is said too."""
    if held is None or held.keadaan != DILAKSANAKAN:
        return (f"Sosialisasi Laporan Kinerja {about} belum dilaksanakan.",)
    came = sum(bool(p.hadir) for p in held.peserta)
    chair = next((p for p in pengaturan.pejabat(store, unit) if p.id == held.pimpinan), None)
    return (
        f"{held.nama} dilaksanakan {waktu(held.dimulai)} sampai {waktu(held.selesai)} di {held.tempat}.",
        f"Acara: {held.agenda}. Pimpinan: {chair.nama if chair else KOSONG}; notulis: {held.notulis or KOSONG}.",
        f"Hadir {_mark(held.tahun, held.periode, 'sosialisasi', 'hadir', str(came))} dari "
        f"{_mark(held.tahun, held.periode, 'sosialisasi', 'diundang', str(len(held.peserta)))} orang yang diundang.",
        *sosialisasi.flags(store, unit, held),
    )


def _attendance(held: Sosialisasi | None) -> tuple[BarisHadir, ...]:
    people = held.peserta if held else ()
    return tuple(
        BarisHadir(f"{n}.", p.nama, p.jabatan, "Hadir" if p.hadir else "Tidak hadir") for n, p in enumerate(people, 1)
    )


def _directions(store: Store, unit: str, held: Sosialisasi | None) -> tuple[BarisKeputusan, ...]:
    rows = arahan.given(store, unit, held) if held else []
    return tuple(
        BarisKeputusan(
            f"Tenggat {tanggal(r['tenggat'])}", f"{r['pejabat_nama']}, {r['pejabat_jabatan']}", r["uraian"],
            f"Selesai: {r['catatan']}" if r["selesai"] else "Terbuka",
        )
        for r in rows
    )  # fmt: skip


def _decisions(store: Store, unit: str, tahun: int, periode: str) -> tuple[BarisKeputusan, ...]:
    rows: list[dict[str, Any]] = alur.history(store, unit, tahun, periode).to_dicts()
    states = [None, *(Keadaan(r["keadaan"]) for r in rows)]
    return tuple(
        BarisKeputusan(waktu(r["pada"]), r["oleh_nama"], alur.passed(dari, ke), r["catatan"] or KOSONG)
        for r, (dari, ke) in zip(rows, pairwise(states), strict=True)
        if ke is not None
    )
