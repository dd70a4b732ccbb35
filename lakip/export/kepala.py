"""What stands on every report: kop, marks, who signs, and whose paraf comes before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lakip.export import kop, kurang
from lakip.export.bahan import Bahan
from lakip.export.kop import Kop
from lakip.export.kurang import Gap
from lakip.formatting import KOSONG, tanggal, waktu
from lakip.pengaturan import Pejabat

STATUS: Mapping[str, str] = {"definitif": "", "plt": "Plt. ", "plh": "Plh. "}


@dataclass(frozen=True)
class BarisParaf:
    jabatan: str
    nama: str


@dataclass(frozen=True)
class Kepala:
    """The fields that the templates of all reports of a periode share. `tanda_draf` of a final one is empty."""

    kop: Kop
    unit: str
    kabupaten: str
    kabupaten_besar: str
    tahun: str
    judul_periode: str
    tanda_contoh: str
    tanda_draf: str
    tanda_halaman: str
    kalimat_pengesahan: str
    per: str
    tempat: str
    tanggal: str
    bulan_tahun: str
    ttd_jabatan: str
    ttd_nama: str
    ttd_pangkat: str
    ttd_nip: str


def fields(bahan: Bahan, versi: int, found: Sequence[Gap]) -> dict[str, Any]:
    """Every field of Kepala; `found`: what the report lacks."""
    identitas = bahan.identitas
    draf = "" if kurang.is_final(bahan, found) else f"DRAF versi {versi}"
    contoh = "DATA CONTOH" if identitas.contoh else ""
    return {
        "kop": kop.plain(identitas),
        "unit": identitas.nama,
        "kabupaten": identitas.kabupaten,
        "kabupaten_besar": identitas.kabupaten.upper(),
        "tahun": str(bahan.tahun),
        "judul_periode": bahan.periode.label(bahan.tahun).upper(),
        "tanda_contoh": contoh,
        "tanda_draf": draf,
        "tanda_halaman": " · ".join(filter(None, (contoh, draf))),
        "kalimat_pengesahan": approval(bahan, found),
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


def approval(bahan: Bahan, found: Sequence[Gap]) -> str:
    """Whether what is printed was approved, and if it is no final report all the same, why not."""
    if bahan.keadaan is not None:
        return f"Laporan ini draf menurut catatan sampai {waktu(bahan.keadaan)}, bukan keadaan sekarang."
    if bahan.pengesahan is None:
        return "Laporan ini masih draf; periodenya belum disahkan Camat."
    said = f"Angka periode ini disahkan {bahan.pengesahan.oleh} pada {waktu(bahan.pengesahan.pada)}"
    if kurang.is_final(bahan, found):
        return f"{said} dengan potret pengesahan {bahan.pengesahan.potret}."
    why = "tanggal penandatanganannya lebih awal" if kurang.signed_early(bahan) else "belum lengkap"
    return f"{said}, tetapi laporan ini masih draf karena {why}."


def initials(bahan: Bahan) -> tuple[BarisParaf, ...]:
    """The paraf that come before the signature, highest first; a Sekcam who signs for the Camat has none there."""
    return tuple(
        BarisParaf(who.sebutan if who else jabatan, who.nama if who else "(belum ditetapkan)")
        for jabatan, who in bahan.paraf.items()
        if not (who and bahan.camat and _same(who, bahan.camat))
    )


def _same(one: Pejabat, other: Pejabat) -> bool:
    """One person in two jabatan: the NIP tells, and the name where one has none."""
    if one.nip and other.nip:
        return "".join(one.nip.split()) == "".join(other.nip.split())
    return one.nama.casefold() == other.nama.casefold()


def month(hari: date) -> str:
    """ "Juli 2026"."""
    return tanggal(hari).split(" ", 1)[1]
