"""What data/contoh/*.csv holds, as the values of the program."""

import csv
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from lakip.akses import Pengguna, Peran, Tugas
from lakip.anggaran import Kaitan, Kode
from lakip.indikator import Isian, Keadaan, Metode, Rumus, TipeNilai
from lakip.pengaturan import IDENTITAS_BAWAAN, Pejabat, parse_kedudukan
from lakip.realisasi import TEKS, Realisasi
from lakip.rencana import Indikator, PkVersion, Sasaran, Target, Tujuan

FOLDER = Path(__file__).resolve().parents[2] / "data" / "contoh"
UNIT = IDENTITAS_BAWAAN.unit
SANDI = "contoh-2026"
EDISI = "contoh"
TAHUN = (2024, 2025, 2026)

Baris = dict[str, str]


@dataclass(frozen=True)
class Akun:
    akun: str
    nama: str
    peran: Peran
    bagian: str | None
    mulai: date
    selesai: date | None = None

    @property
    def pengguna(self) -> Pengguna:
        return Pengguna(self.akun, self.nama, (Tugas(self.peran, UNIT, self.bagian),))


def rows(name: str) -> list[Baris]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def accounts() -> list[Akun]:
    return [
        Akun(r["akun"], r["nama"], Peran(r["peran"]), r["bagian"] or None, date.fromisoformat(r["mulai"]))
        for r in rows("akun")
    ]


def former() -> list[Akun]:
    """Peran that have ended: of the Camat who left, and of the Sekcam who was Plt. Camat after him."""
    return [
        Akun(
            r["akun"], r["nama"], Peran(r["peran"]), r["bagian"] or None, date.fromisoformat(r["mulai"]),
            date.fromisoformat(r["selesai"]),
        )
        for r in rows("akun_lama")
    ]  # fmt: skip


def officials() -> list[Pejabat]:
    """Their ids are fixed, so that two loads give the same record."""
    return [
        Pejabat(
            r["jabatan"],
            parse_kedudukan(r["peran"]),
            r["nama"],
            r["nip"] or None,
            r["pangkat"] or None,
            r["bagian"] or None,
            r["status"],
            date.fromisoformat(r["mulai"]),
            date.fromisoformat(r["selesai"]) if r["selesai"] else None,
            f"contoh-{nomor:02}",
        )
        for nomor, r in enumerate(rows("pejabat"), start=1)
    ]


def aims() -> list[Tujuan]:
    return [Tujuan(r["kode"], r["uraian"], int(r["mulai_tahun"]), int(r["urutan"])) for r in rows("tujuan")]


def emblem() -> bytes:
    """An invented one, which says that it is an example."""
    return (FOLDER / "lambang.png").read_bytes()


def goals() -> list[Sasaran]:
    return [
        Sasaran(
            r["kode"],
            r["uraian"],
            r["jenjang"],
            int(r["mulai_tahun"]),
            int(r["urutan"]),
            r["induk"] or None,
            tujuan=r["tujuan"] or None,
        )
        for r in rows("sasaran")
    ]


def cards() -> list[Indikator]:
    """All in force from the first example year on, in the order of the file."""
    return [
        Indikator(
            kode=r["kode"],
            nama=r["nama"],
            bagian=r["bagian"],
            satuan=r["satuan"],
            metode=Metode(r["metode"]),
            rumus=Rumus(r["rumus"]),
            mulai_tahun=TAHUN[0],
            isian=Isian(r["isian"]),
            desimal=int(r["desimal"]),
            sasaran=r["sasaran"] or None,
            kode_anggaran=r["kode_anggaran"] or None,
            iku=r["iku"] == "ya",
            urutan=urutan,
            definisi=r["definisi"],
            formula=r["formula"],
            label_pembilang=r["label_pembilang"] or None,
            label_penyebut=r["label_penyebut"] or None,
            sumber_data=r["sumber_data"],
            frekuensi=r["frekuensi"],
            media=r["media"] or None,
            tipe_nilai=TipeNilai(r["tipe_nilai"]),
            alasan=r["alasan"] or None,
            dasar_penetapan=r["dasar_penetapan"] or None,
            aktivitas=r["aktivitas"].replace("; ", "\n") or None,
            baseline=number(r["baseline"]),
            baseline_tahun=int(r["baseline_tahun"]) if r["baseline_tahun"] else None,
        )
        for urutan, r in enumerate(rows("indikator"), start=1)
    ]


def formulas() -> dict[str, str]:
    """{indikator: why it has its rumus}, of those that were chosen with the others beside them."""
    return {r["indikator"]: r["dasar"] for r in rows("pilihan_rumus")}


def agreements(tahun: int) -> list[tuple[PkVersion, list[Target]]]:
    """The PK versions of a tahun, each with its targets."""
    found = []
    for r in rows("pk"):
        if int(r["tahun"]) == tahun:
            day = date.fromisoformat(r["tanggal"])
            mulai, why = int(r["mulai_triwulan"]), (r["alasan"] or None, r["dasar_ubah"] or None)
            pk = PkVersion(None, r["nomor"], day, r["sifat"], mulai, *why)
            found.append((pk, _targets(tahun, r["versi"])))
    return found


def _targets(tahun: int, versi: str) -> list[Target]:
    return [
        Target(
            r["indikator"],
            (number(r["tw1"]), number(r["tw2"]), number(r["tw3"]), number(r["tw4"])),
            number(r["th"]),
        )
        for r in rows("target")
        if (int(r["tahun"]), r["pk"]) == (tahun, versi)
    ]


def figures() -> dict[tuple[int, int, int], list[Realisasi]]:
    """{(tahun, triwulan, versi): what was reported}; a versi above 1 is a later correction."""
    found: dict[tuple[int, int, int], list[Realisasi]] = {}
    for r in rows("realisasi"):
        isi = Realisasi(
            r["indikator"],
            Keadaan(r["keadaan"]),
            number(r["nilai"]),
            number(r["pembilang"]),
            number(r["penyebut"]),
            **{name: r[name] or None for name in TEKS},
            tahun_penilaian=int(r["tahun_penilaian"]) if r["tahun_penilaian"] else None,
        )
        found.setdefault((int(r["tahun"]), int(r["triwulan"]), int(r["versi"])), []).append(isi)
    return found


def unfinished() -> dict[tuple[int, int, str], tuple[str, str]]:
    """{(tahun, triwulan, bagian): (keadaan, alasan)} of the kiriman that are not confirmed."""
    return {(int(r["tahun"]), int(r["triwulan"]), r["bagian"]): (r["keadaan"], r["alasan"]) for r in rows("kiriman")}


def codes() -> list[Kode]:
    return [Kode(r["kode"], r["jenjang"], r["nama"]) for r in rows("nomenklatur")]


def budget(tahun: int, sifat: str) -> dict[str, int]:
    """{kode: rupiah}; empty when the tahun has no such pagu."""
    return {r["kode"]: int(r[sifat]) for r in rows("anggaran") if int(r["tahun"]) == tahun and r[sifat]}


def links() -> list[Kaitan]:
    """What serves which sasaran, the same in every tahun."""
    return [Kaitan(r["sasaran"], r["kode"], Decimal(r["porsi"])) for r in rows("sasaran_program")]


def cash_plan(tahun: int, sifat: str) -> dict[tuple[str, str], int]:
    """Target keuangan of each sub kegiatan and triwulan: {(kode, "target_tw1"): rupiah}."""
    return {
        (r["kode"], f"target_{tw}"): int(r[tw])
        for r in rows("target_keuangan")
        if (int(r["tahun"]), r["sifat"]) == (tahun, sifat)
        for tw in ("tw1", "tw2", "tw3", "tw4")
        if r[tw]
    }


def spending(tahun: int, triwulan: int) -> dict[str, int]:
    name = f"tw{triwulan}"
    return {r["kode"]: int(r[name]) for r in rows("realisasi_anggaran") if int(r["tahun"]) == tahun and r[name]}


def number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
