"""The SOP "Pengumpulan Data Kinerja" as data: its header, its eight steps, and the versions of both.

Versi 1 is what the office printed, with its misprints put right (`pertanyaan` lists each); it stands in the record
from the first change on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.formatting import tanggal
from lakip.sop.waktu_kerja import HARI_KERJA, MENIT, BakuMutu
from lakip.store import Store, Transaction

PELAKSANA = {"staf": "Staf/JF", "kasi": "Kasi", "kasubbag": "Kasubbag", "sekcam": "Sekcam", "camat": "Camat"}
# The symbols of PermenPAN-RB 35/2012; within a step the work goes from left to right.
MULAI, PROSES, KEPUTUSAN, SELESAI = "mulai", "proses", "keputusan", "selesai"
SIMBOL_NAMA = {MULAI: "Mulai", PROSES: "Proses", KEPUTUSAN: "Keputusan", SELESAI: "Selesai"}
SATUAN_NAMA = {MENIT: "menit kerja", HARI_KERJA: "hari kerja"}
BAWAAN_ALASAN = "SOP kantor, salah cetak dibetulkan"


@dataclass(frozen=True)
class Langkah:
    """One step. `pelaksana`: {column of PELAKSANA: its symbol}, in the order of the columns."""

    nomor: int
    uraian: str
    pelaksana: Mapping[str, str]
    syarat: str
    baku: BakuMutu
    output: str
    keterangan: str = ""


@dataclass(frozen=True)
class Sop:
    """One version. The lists of its header hold their items in order; `nomor` "" while unknown."""

    nama: str
    nomor: str
    tanggal_pembuatan: date | None
    tanggal_revisi: date | None
    tanggal_efektif: date | None
    dasar_hukum: tuple[str, ...]
    kualifikasi: tuple[str, ...]
    keterkaitan: tuple[str, ...]
    peralatan: tuple[str, ...]
    peringatan: tuple[str, ...]
    pencatatan: tuple[str, ...]
    langkah: tuple[Langkah, ...]
    versi: int = 1
    alasan: str = BAWAAN_ALASAN

    def step(self, nomor: int) -> Langkah:
        return next(one for one in self.langkah if one.nomor == nomor)


DAFTAR = ("dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan")

_PK, _DISPOSISI = "Perjanjian Kinerja dan Rencana Aksi", "Lembar Disposisi"
_DRAF_TW, _DRAF_SM = "Draft Laporan Kinerja Triwulan", "Draft Laporan Kinerja Semesteran"
_NAIK = "Disposisi Perjanjian Kinerja dan Rencana Aksi"

BAWAAN = Sop(
    nama="Pengumpulan Data Kinerja",
    nomor="",
    tanggal_pembuatan=date(2023, 1, 2),
    tanggal_revisi=None,
    tanggal_efektif=date(2023, 1, 2),
    dasar_hukum=(
        "Peraturan Presiden RI Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        "Peraturan Menteri PAN-RB Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja "
        "dan Tata Cara Reviu Atas Laporan Kinerja Instansi Pemerintah",
        "Peraturan Bupati Nomor 19 Tahun 2016 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    ),
    kualifikasi=(
        "Memiliki kemampuan pengolahan data",
        "Mengetahui tugas dan fungsi Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        "Mengetahui tugas dan fungsi dalam pembuatan laporan kinerja",
    ),
    keterkaitan=("SOP Perjanjian Kinerja", "SOP RKT", "SOP Penyusunan Laporan Kinerja"),
    peralatan=(
        "Renstra SKPD",
        "Renja",
        "Dokumen Perjanjian Kinerja",
        "Format Indikator Kinerja Utama",
        "Rencana Kerja Tahunan (RKT)",
        "Perangkat komputer",
    ),
    peringatan=(
        "Jika SOP tidak dilaksanakan maka penyusunan LAKIP tidak maksimal dan tidak tercapainya kinerja sesuai target "
        "yang ditetapkan",
    ),
    pencatatan=("Dicatat dalam log pelaksanaan SOP setiap triwulan",),
    langkah=(
        Langkah(
            1, "Mengumpulkan data laporan kinerja triwulan", {"staf": MULAI, "kasi": PROSES},
            _PK, BakuMutu(15), "Perjanjian Kinerja, Rencana Aksi dan Lembar Disposisi",
        ),
        Langkah(
            2, "Merekap laporan kinerja triwulan", {"staf": PROSES, "kasi": KEPUTUSAN, "kasubbag": PROSES},
            f"Perjanjian Kinerja, Rencana Aksi dan {_DISPOSISI}", BakuMutu(30), _NAIK,
        ),
        Langkah(
            3, "Mengolah dan menyusun laporan kinerja triwulan", {"kasubbag": PROSES, "sekcam": KEPUTUSAN},
            _NAIK, BakuMutu(30), _DRAF_TW,
        ),
        Langkah(
            4, "Mensosialisasikan laporan kinerja triwulan kepada pejabat terkait", {"sekcam": PROSES, "camat": PROSES},
            _DRAF_TW, BakuMutu(60), _DRAF_TW,
        ),
        Langkah(
            5, "Merekap 2 (dua) laporan triwulan untuk menyusun laporan semester", {"staf": PROSES, "kasubbag": PROSES},
            _DRAF_TW, BakuMutu(2, HARI_KERJA), _DRAF_SM,
        ),
        Langkah(
            6, "Menyusun laporan semester dan laporan tahunan", {"kasubbag": PROSES, "sekcam": KEPUTUSAN},
            _DRAF_SM, BakuMutu(5, HARI_KERJA), _DRAF_SM,
        ),
        Langkah(
            7, "Mensosialisasikan laporan semesteran", {"sekcam": PROSES, "camat": PROSES},
            _DRAF_SM, BakuMutu(60), _DRAF_SM,
        ),
        Langkah(
            8, "Menyusun 2 (dua) laporan semesteran menjadi laporan kinerja tahunan",
            {"kasubbag": PROSES, "sekcam": KEPUTUSAN, "camat": SELESAI},
            _DRAF_SM, BakuMutu(30), "Laporan Kinerja Tahunan",
        ),
    ),
)  # fmt: skip


def current(store: Store | Transaction, unit: str) -> Sop:
    """The newest version; the shipped one while nobody has changed it."""
    return versions(store, unit)[0]


def versions(store: Store | Transaction, unit: str) -> tuple[Sop, ...]:
    """Every version, newest first; at least one."""
    steps: dict[int, list[Langkah]] = {}
    for row in store.read("sop_langkah", unit=unit).iter_rows(named=True):
        steps.setdefault(row["versi"], []).append(_langkah(row))
    rows = store.read("sop_versi", unit=unit).iter_rows(named=True)
    return tuple(_sop(row, steps[row["versi"]]) for row in rows) or (BAWAAN,)


def changes(store: Store, unit: str) -> list[dict[str, Any]]:
    """Who made each version on record and when, newest first: versi, alasan, oleh, pada."""
    return store.read("sop_versi", unit=unit).select("versi", "alasan", "oleh", "pada").to_dicts()


def save(store: Store, pengguna: Pengguna, unit: str, baru: Sop, alasan: str) -> Sop:
    """Record `baru` as the next version and return it; the older ones stay.

    Raises UserError for a text that is missing, a step without pelaksana or baku mutu, steps that neither begin nor
    end, dates the wrong way round, no reason, a version that somebody else has made meanwhile, or when nothing changes.
    """
    pengguna.require(Izin.PENGATURAN, unit)
    alasan = alasan.strip()
    if not alasan:
        raise UserError("Perubahan SOP harus beralasan. Tulis alasannya, misalnya hasil evaluasi SOP tahunan.")
    _check(baru)
    with store.transaction() as tx:
        old = current(tx, unit)
        if baru.versi != old.versi:
            raise UserError(
                f"SOP ini sudah diubah orang lain menjadi versi {old.versi} sejak Anda membukanya. Muat ulang "
                "halaman, lalu ulangi perubahan Anda."
            )
        if replace(baru, alasan=old.alasan) == old:
            raise UserError("Tidak ada yang berubah. Ubah isinya dahulu, lalu simpan.")
        if tx.read("sop_versi", unit=unit).is_empty():
            _insert(tx, "sistem", unit, BAWAAN)
        saved = replace(baru, versi=old.versi + 1, alasan=alasan)
        _insert(tx, pengguna.akun, unit, saved)
        jejak.write(
            tx, pengguna.akun, "mengubah SOP", f"{unit}/sop/{saved.versi}", alasan=alasan, lama=_told(old),
            baru=_told(saved),
        )  # fmt: skip
    return saved


# ---------------------------------------------------------------- inside


def _langkah(row: Mapping[str, Any]) -> Langkah:
    return Langkah(
        row["nomor"], row["uraian"], {k: row[k] for k in PELAKSANA if row[k]}, row["syarat"],
        BakuMutu(row["jumlah"], row["satuan"]), row["output"], row["keterangan"],
    )  # fmt: skip


def _sop(row: Mapping[str, Any], steps: Sequence[Langkah]) -> Sop:
    header = {k: v for k, v in row.items() if k not in ("oleh", "pada")}
    lists = {name: tuple(header[name].splitlines()) for name in DAFTAR}
    return Sop(**{**header, **lists}, langkah=tuple(steps))


def _insert(tx: Transaction, oleh: str, unit: str, sop: Sop) -> None:
    header = {f.name: getattr(sop, f.name) for f in fields(sop) if f.name != "langkah"}
    header |= {name: "\n".join(header[name]) for name in DAFTAR}
    tx.insert("sop", [{"unit": unit, **header, "oleh": oleh, "pada": periode.now()}])
    tx.insert(
        "sop_langkah",
        [
            {
                "unit": unit, "versi": sop.versi, "nomor": one.nomor, "uraian": one.uraian,
                **{k: one.pelaksana.get(k) for k in PELAKSANA}, "syarat": one.syarat, "jumlah": one.baku.jumlah,
                "satuan": one.baku.satuan, "output": one.output, "keterangan": one.keterangan,
            }
            for one in sop.langkah
        ],
    )  # fmt: skip


def _told(sop: Sop) -> dict[str, str]:
    """A version in words, for the trail."""
    header = {f.name: getattr(sop, f.name) for f in fields(sop) if f.name not in ("langkah", "versi", "alasan")}
    said = {k: "; ".join(v) if isinstance(v, tuple) else str(v or "") for k, v in header.items()}
    for one in sop.langkah:
        who = ", ".join(f"{PELAKSANA[k]} {v}" for k, v in one.pelaksana.items())
        said[f"langkah_{one.nomor}"] = "; ".join(
            (one.uraian, who, one.syarat, one.baku.kata, one.output, one.keterangan)
        )
    return said


def _check(sop: Sop) -> None:
    if not sop.nama.strip():
        raise UserError("Nama SOP harus diisi.")
    _check_dates(sop)
    for one in sop.langkah:
        _check_step(one)
    symbols = [s for one in sop.langkah for s in one.pelaksana.values()]
    if symbols.count(MULAI) != 1 or SELESAI not in symbols:
        raise UserError("Alur SOP harus mempunyai satu simbol mulai dan sedikitnya satu simbol selesai.")
    if MULAI not in sop.langkah[0].pelaksana.values():
        raise UserError("Simbol mulai harus berada pada langkah pertama.")


def _check_dates(sop: Sop) -> None:
    made, revised, in_force = sop.tanggal_pembuatan, sop.tanggal_revisi, sop.tanggal_efektif
    for name, day in (("revisi", revised), ("efektif", in_force)):
        if made and day and day < made:
            raise UserError(
                f"Tanggal {name} ({tanggal(day)}) mendahului tanggal pembuatan ({tanggal(made)}). "
                "Perbaiki salah satunya."
            )


def _check_step(one: Langkah) -> None:
    name = f"Langkah {one.nomor}"
    empty = [
        kata
        for kata, isi in (("uraian", one.uraian), ("syarat", one.syarat), ("output", one.output))
        if not isi.strip()
    ]
    if empty:
        raise UserError(f"{name} belum lengkap. Isi: {', '.join(empty)}.")
    if not one.pelaksana:
        raise UserError(f"{name} belum mempunyai pelaksana. Pilih simbolnya pada sedikitnya satu kolom pelaksana.")
    if unknown := {s for s in one.pelaksana.values() if s not in SIMBOL_NAMA} | (
        one.pelaksana.keys() - PELAKSANA.keys()
    ):
        raise UserError(f"{name} memuat pelaksana atau simbol yang tidak dikenal: {', '.join(sorted(unknown))}.")
    if one.baku.jumlah < 1 or one.baku.satuan not in SATUAN_NAMA:
        raise UserError(f"Baku mutu {name.lower()} harus berupa bilangan mulai dari 1 menit atau 1 hari kerja.")
