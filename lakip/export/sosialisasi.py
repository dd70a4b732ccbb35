"""Undangan, daftar hadir and notulen of a sosialisasi in Word: reads the record and changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lakip import pengaturan
from lakip.akses import Izin, Pengguna, Peran
from lakip.errors import UserError
from lakip.export import kop, pihak, word
from lakip.export.kop import Kop
from lakip.export.pihak import Pihak
from lakip.export.word import Gambar
from lakip.formatting import KOSONG, tanggal
from lakip.periode import local
from lakip.sop import arahan, foto, jabatan_kini
from lakip.sop.sosialisasi import DILAKSANAKAN, Sosialisasi
from lakip.sop.waktu_kerja import HARI_NAMA
from lakip.store import Store

TEMPLATES = Path(__file__).parent / "templates"
NAMA = {"undangan": "Undangan", "daftar_hadir": "Daftar hadir", "notulen": "Notulen"}
# The others stay in the archive: a notulen must still travel by mail.
FOTO_TERCETAK, BERAT_TERCETAK, LEBAR_FOTO = 4, 10_000_000, 7.4


@dataclass(frozen=True)
class BarisHadir:
    nomor: str
    nama: str
    jabatan: str
    keterangan: str


@dataclass(frozen=True)
class BarisArahan:
    nomor: str
    uraian: str
    pelaksana: str
    tenggat: str
    keadaan: str


@dataclass(frozen=True)
class FotoTercetak:
    gambar: Gambar
    keterangan: str


@dataclass(frozen=True)
class Undangan:
    """Every word of the invitation."""

    kop: Kop
    tanda_halaman: str
    kaki: str
    tempat_tanggal: str
    nomor: str
    hal: str
    kepada: tuple[str, ...]
    tentang: str
    hari: str
    pukul: str
    tempat: str
    acara: str
    camat: Pihak


@dataclass(frozen=True)
class DaftarHadir:
    """Every word of the attendance list; before the meeting it is printed to be signed."""

    kop: Kop
    tanda_halaman: str
    kaki: str
    judul: str
    hari: str
    pukul: str
    tempat: str
    acara: str
    peserta: tuple[BarisHadir, ...]
    jumlah: str
    pimpinan: Pihak


@dataclass(frozen=True)
class Notulen:
    """Every word of the minutes."""

    kop: Kop
    tanda_halaman: str
    kaki: str
    judul: str
    hari: str
    pukul: str
    tempat: str
    acara: str
    dipimpin: str
    jumlah: str
    isi: tuple[str, ...]
    keadaan_per: str
    arahan: tuple[BarisArahan, ...]
    tindak_lanjut: tuple[BarisArahan, ...]
    foto: tuple[FotoTercetak, ...]
    catatan_foto: str
    notulis: str
    pimpinan: Pihak


def build(store: Store, pengguna: Pengguna, unit: str, jenis: str, one: Sosialisasi) -> bytes:
    """The .docx of one jenis of NAMA. Raises UserError for the notulen of a meeting that did not take place."""
    pengguna.require(Izin.LIHAT, unit)
    drafts = {"undangan": invitation, "daftar_hadir": attendance, "notulen": minutes}
    return word.render(TEMPLATES / f"{jenis}.docx", drafts[jenis](store, unit, one))


def file_name(jenis: str, one: Sosialisasi) -> str:
    return f"{jenis}_sosialisasi_{one.tahun}_{one.periode}{f'_{one.nomor}' if one.nomor > 1 else ''}.docx"


def invitation(store: Store, unit: str, one: Sosialisasi) -> Undangan:
    """Signed by the Camat of that day, who is not invited by himself."""
    kantor = pengaturan.identity(store, unit)
    camat = pengaturan.pejabat_in_office(store, unit, Peran.CAMAT, one.tanggal_undangan or one.hari)
    invited = [p for p in one.peserta if camat is None or p.pejabat != camat.id]
    return Undangan(
        **_frame(store, unit, "Undangan", one),
        tempat_tanggal=f"{kantor.tempat}, {tanggal(one.tanggal_undangan)}",
        nomor=one.nomor_undangan or KOSONG,
        hal=f"Undangan {one.nama}",
        kepada=tuple(f"{n}. {p.jabatan or p.nama}" for n, p in enumerate(invited, 1)),
        tentang=one.nama.removeprefix("Sosialisasi "),
        hari=_day(one.mulai),
        pukul=f"{_clock(one.mulai)} WITA sampai selesai",
        tempat=one.tempat,
        acara=one.agenda,
        camat=pihak.printed(camat, f"Camat {kantor.nama.removeprefix('Kecamatan ')}"),
    )


def attendance(store: Store, unit: str, one: Sosialisasi) -> DaftarHadir:
    rows = tuple(BarisHadir(f"{n}.", p.nama, p.jabatan, _came(p.hadir)) for n, p in enumerate(one.peserta, 1))
    return DaftarHadir(
        **_frame(store, unit, "Daftar Hadir", one), **_facts(one), judul=one.nama.upper(), peserta=rows,
        jumlah=_count(one), pimpinan=_chair(store, unit, one),
    )  # fmt: skip


def minutes(store: Store, unit: str, one: Sosialisasi) -> Notulen:
    if one.keadaan != DILAKSANAKAN:
        raise UserError("Notulen baru dapat dicetak setelah pelaksanaan sosialisasi dicatat.")
    chair, pictures = _chair(store, unit, one), _photos(store, unit, one)
    more = len(foto.photos(store, unit, one)) - len(pictures)
    return Notulen(
        **_frame(store, unit, "Notulen", one), **_facts(one), judul=one.nama.upper(),
        dipimpin=f"{chair.nama} ({chair.jabatan})", jumlah=_count(one),
        isi=tuple(line.strip() for line in one.notulen.splitlines() if line.strip()),
        keadaan_per=tanggal(one.hari),
        arahan=_directions(arahan.given(store, unit, one, one.hari)),
        tindak_lanjut=_directions(arahan.follow_ups(store, unit, one.tahun, one.periode, one.hari)),
        foto=pictures, catatan_foto=f"{more} foto lain tersimpan dalam arsip aplikasi." if more else "",
        notulis=one.notulis, pimpinan=chair,
    )  # fmt: skip


# ---------------------------------------------------------------- inside


def _frame(store: Store, unit: str, jenis: str, one: Sosialisasi) -> dict[str, Any]:
    kantor = pengaturan.identity(store, unit)
    mark = "DATA CONTOH" if kantor.contoh else ""
    return {"kop": kop.of(store, unit), "tanda_halaman": mark, "kaki": f"{jenis} {one.nama} · {kantor.nama}"}


def _facts(one: Sosialisasi) -> dict[str, Any]:
    """When and where, as it was, or as invited."""
    until = f"{_clock(one.selesai)} WITA" if one.selesai else "selesai"
    begins = one.dimulai or one.mulai
    said = f"{_clock(begins)}{'' if one.selesai else ' WITA'} sampai {until}"
    return {"hari": _day(begins), "pukul": said, "tempat": one.tempat, "acara": one.agenda}


def _day(saat: datetime) -> str:
    day = local(saat).date()
    return f"{HARI_NAMA[day.isoweekday()]}, {tanggal(day)}"


def _clock(saat: datetime) -> str:
    return f"{local(saat):%H.%M}"


def _came(hadir: bool | None) -> str:
    return "" if hadir is None else "Hadir" if hadir else "Tidak hadir"


def _count(one: Sosialisasi) -> str:
    if one.keadaan != DILAKSANAKAN:
        return f"{len(one.peserta)} orang diundang"
    return f"{sum(bool(p.hadir) for p in one.peserta)} dari {len(one.peserta)} orang hadir"


def _chair(store: Store, unit: str, one: Sosialisasi) -> Pihak:
    return pihak.printed(jabatan_kini.find(store, unit, one.pimpinan), "Pimpinan rapat")


def _photos(store: Store, unit: str, one: Sosialisasi) -> tuple[FotoTercetak, ...]:
    found: list[FotoTercetak] = []
    room = BERAT_TERCETAK
    for n, kept in enumerate(foto.photos(store, unit, one), 1):
        picture = foto.content(store, kept)
        if picture is not None and len(found) < FOTO_TERCETAK and kept.ukuran <= room:
            room -= kept.ukuran
            said = kept.keterangan or f"Foto {n}"
            found.append(FotoTercetak(Gambar(picture, LEBAR_FOTO, said), said))
    return tuple(found)


def _directions(rows: list[Mapping[str, Any]]) -> tuple[BarisArahan, ...]:
    return tuple(
        BarisArahan(
            f"{n}.", r["uraian"], f"{r['pejabat_nama']}, {r['pejabat_jabatan']}", tanggal(r["tenggat"]),
            f"Selesai: {r['catatan']}" if r["selesai"] else "Terbuka",
        )
        for n, r in enumerate(rows, 1)
    )  # fmt: skip
