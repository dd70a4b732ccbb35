"""What stands on every report: kop, marks, who signs, and whose paraf comes before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lakip.export.bahan import Bahan
from lakip.formatting import KOSONG, tanggal
from lakip.pengaturan import Pejabat

STATUS: Mapping[str, str] = {"definitif": "", "plt": "Plt. ", "plh": "Plh. "}


@dataclass(frozen=True)
class BarisParaf:
    jabatan: str
    nama: str


@dataclass(frozen=True)
class Kepala:
    """The fields that the templates of all reports of a periode share."""

    kop_1: str
    kop_2: str
    kop_3: str
    unit: str
    kabupaten: str
    kabupaten_besar: str
    tahun: str
    judul_periode: str
    tanda_contoh: str
    tanda_draf: str
    tanda_halaman: str
    per: str
    tempat: str
    tanggal: str
    bulan_tahun: str
    ttd_jabatan: str
    ttd_nama: str
    ttd_pangkat: str
    ttd_nip: str


def fields(bahan: Bahan, versi: int) -> dict[str, Any]:
    """Every field of Kepala."""
    identitas = bahan.identitas
    kop_1, kop_2, kop_3 = identitas.kop
    draf, contoh = f"DRAF versi {versi}", "DATA CONTOH" if identitas.contoh else ""
    return {
        "kop_1": kop_1,
        "kop_2": kop_2,
        "kop_3": kop_3,
        "unit": identitas.nama,
        "kabupaten": identitas.kabupaten,
        "kabupaten_besar": identitas.kabupaten.upper(),
        "tahun": str(bahan.tahun),
        "judul_periode": bahan.periode.label(bahan.tahun).upper(),
        "tanda_contoh": contoh,
        "tanda_draf": draf,
        "tanda_halaman": " · ".join(filter(None, (contoh, draf))),
        "per": tanggal(bahan.per),
        "tempat": identitas.tempat,
        "tanggal": tanggal(bahan.tanggal),
        "bulan_tahun": month(bahan.tanggal),
        **signature(bahan),
    }


def signature(bahan: Bahan) -> dict[str, str]:
    """Whoever held the jabatan on the signing date; a gap is visible, never filled with an old name."""
    camat = bahan.camat
    if camat is None:
        jabatan = f"CAMAT {bahan.identitas.nama.upper().removeprefix('KECAMATAN ')}"
        return {"ttd_jabatan": f"{jabatan},", "ttd_nama": "(belum ditetapkan)", "ttd_pangkat": "", "ttd_nip": "NIP –"}
    return {
        "ttd_jabatan": f"{STATUS[camat.status]}{camat.jabatan.upper()},",
        "ttd_nama": camat.nama,
        "ttd_pangkat": camat.pangkat or "",
        "ttd_nip": f"NIP {camat.nip or KOSONG}",
    }


def initials(people: Mapping[str, Pejabat | None]) -> tuple[BarisParaf, ...]:
    """The paraf that come before the signature, highest first. `people`: by jabatan as it is called."""
    return tuple(
        BarisParaf(who.sebutan if who else jabatan, who.nama if who else "(belum ditetapkan)")
        for jabatan, who in people.items()
    )


def month(hari: date) -> str:
    """ "Juli 2026"."""
    return tanggal(hari).split(" ", 1)[1]
