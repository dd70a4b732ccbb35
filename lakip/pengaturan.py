"""Who the office is, who holds office in it, and its dated settings.

A setting is a row with the tahun it counts from; the newest row at or before a tahun is in force in it.
The rules (queries/0_aturan.sql) read tables pengaturan and kategori themselves; here are their names,
defaults, and the only ways to change them.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

import polars as pl

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna, Peran
from lakip.errors import UserError
from lakip.store import Store, Transaction

MULAI_TAHUN = 2000  # default settings count from here: before any tahun an office will enter


@dataclass(frozen=True)
class Identitas:
    """One office, as printed on its kop."""

    unit: str
    nama: str
    kabupaten: str
    alamat: str
    tempat: str
    contoh: bool = False

    @property
    def kop(self) -> tuple[str, str, str]:
        """The lines of the kop surat."""
        return f"PEMERINTAH DAERAH {self.kabupaten.upper()}", self.nama.upper(), self.alamat


@dataclass(frozen=True)
class Bagian:
    bagian: str
    nama: str
    jenis: str
    urutan: int = 0


@dataclass(frozen=True)
class Pejabat:
    """One person in one jabatan, `mulai`..`selesai` both included. `bagian` None: Camat, Sekcam."""

    jabatan: str
    peran: Peran
    nama: str
    nip: str | None = None
    pangkat: str | None = None
    bagian: str | None = None
    status: str = "definitif"
    mulai: date = date(2020, 1, 1)
    selesai: date | None = None
    id: str = field(default_factory=lambda: uuid.uuid4().hex)


@dataclass(frozen=True)
class Kategori:
    """Holds above `di_atas`; None for the last."""

    urutan: int
    nama: str
    di_atas: Decimal | None
    warna: str
    ikon: str


@dataclass(frozen=True)
class Setelan:
    """One setting as declared: `nilai` are the allowed values with their words; None means switched off."""

    kunci: str
    nama: str
    arti: str
    bawaan: str | None
    nilai: dict[str | None, str]


@dataclass(frozen=True)
class Berlaku:
    """The settings in force in one tahun."""

    batas_rata_rata: Decimal | None
    target_nol: bool
    kategori: tuple[Kategori, ...]


SETELAN = {
    s.kunci: s
    for s in (
        Setelan(
            "batas_rata_rata",
            "Batas capaian dalam rata-rata",
            "Capaian di atas batas dihitung sebesar batas ketika dirata-ratakan, agar satu indikator tidak "
            "menutupi yang lain. Rata-rata tanpa batas selalu dicetak di sampingnya.",
            "100",
            {None: "Tanpa batas", "100": "100", "110": "110", "120": "120", "150": "150"},
        ),
        Setelan(
            "target_nol",
            "Target nol dinilai",
            "Indikator makin rendah makin baik dan stabil yang bertarget 0: realisasi 0 dinilai 100, "
            "di atas 0 dinilai 0. Bila dimatikan, capaiannya tidak dihitung.",
            "1",
            {"1": "Ya", "0": "Tidak"},
        ),
    )
}

# Permendagri 86/2017, with its gaps (90 to 91, 75 to 76, ...) closed as half-open intervals. The ikon is the
# regulation's number: a glyph of the shipped font, and no arrow that could be read as a trend.
KATEGORI = (
    Kategori(1, "Sangat Tinggi", Decimal(90), "#16a34a", "❶"),
    Kategori(2, "Tinggi", Decimal(75), "#4ade80", "❷"),
    Kategori(3, "Sedang", Decimal(65), "#eab308", "❸"),
    Kategori(4, "Rendah", Decimal(50), "#f97316", "❹"),
    Kategori(5, "Sangat Rendah", None, "#ef4444", "❺"),
)

# What the SOP and public sources say of the office that this program was made for; every field is editable.
IDENTITAS_BAWAAN = Identitas(
    unit="63.11.07",
    nama="Kecamatan Paringin Selatan",
    kabupaten="Kabupaten Balangan",
    alamat="Jl. Ahmad Yani Paringin Telp. (0526) 2094137 Kodepos 71611",
    tempat="Paringin Selatan",
)
BAGIAN_BAWAAN = tuple(
    Bagian(kode, nama, jenis, urutan)
    for urutan, (kode, nama, jenis) in enumerate(
        (
            ("REN", "Subbagian Perencanaan dan Keuangan", "subbag"),
            ("UMUM", "Subbagian Umum dan Kepegawaian", "subbag"),
            ("PEM", "Seksi Pemerintahan", "seksi"),
            ("TRANTIB", "Seksi Ketenteraman dan Ketertiban Umum", "seksi"),
            ("PMD", "Seksi Pemberdayaan Masyarakat dan Desa", "seksi"),
            ("KESOS", "Seksi Kesejahteraan Sosial", "seksi"),
            ("YAN", "Seksi Pelayanan Umum", "seksi"),
            ("BATU", "Kelurahan Batu Piring", "kelurahan"),
        ),
        start=1,
    )
)
CAMAT_BAWAAN = Pejabat(
    jabatan="Camat Paringin Selatan",
    peran=Peran.CAMAT,
    nama="RENNY YUDISTHESIA, S.I.P., M.I.P.",
    nip="19880619 200701 2 002",
)


# ---------------------------------------------------------------- set up


def set_up_office(
    store: Store,
    oleh: Pengguna,
    identity: Identitas,
    bagian: Sequence[Bagian],
    pejabat: Sequence[Pejabat],
    tahun: int = MULAI_TAHUN,
) -> None:
    """Create an office with its bagian, officials, and the default settings from `tahun`, all or nothing.

    `oleh` is `akses.system(unit)` while nobody exists. Raises UserError when the unit exists.
    """
    oleh.require(Izin.PENGATURAN, identity.unit)
    _check_identity(identity)
    unit = identity.unit
    with store.transaction() as tx:
        if not tx.read("unit_satu", unit=unit).is_empty():
            raise UserError(f"Kantor dengan kode wilayah {unit} sudah ada. Ubah datanya di halaman Pengaturan.")
        tx.insert("unit", [vars(identity)])
        tx.insert("bagian", [{"unit": unit, **vars(b)} for b in bagian])
        tx.insert("pejabat", [_pejabat_row(unit, p) for p in pejabat])
        for setelan in SETELAN.values():
            _insert_setting(tx, oleh, unit, tahun, setelan.kunci, setelan.bawaan)
        tx.insert("kategori", [{"unit": unit, "mulai_tahun": tahun, **vars(k)} for k in KATEGORI])
        jejak.write(tx, oleh.akun, "memasang kantor", f"unit:{unit}", nama=identity.nama, contoh=identity.contoh)


# ---------------------------------------------------------------- read


def units(store: Store) -> tuple[Identitas, ...]:
    """Every office of this installation, by kode wilayah."""
    return tuple(Identitas(**r) for r in store.read("unit_semua").iter_rows(named=True))


def identity(store: Store, unit: str) -> Identitas:
    """Raises UserError when there is no such office."""
    rows = store.read("unit_satu", unit=unit)
    if rows.is_empty():
        raise UserError(f"Kantor dengan kode wilayah {unit} belum dipasang. Pasang lebih dahulu di halaman awal.")
    return Identitas(**rows.row(0, named=True))


def bagian(store: Store, unit: str) -> tuple[Bagian, ...]:
    """In the order of the office."""
    return tuple(Bagian(**r) for r in store.read("bagian_semua", unit=unit).iter_rows(named=True))


def pejabat(store: Store, unit: str) -> tuple[Pejabat, ...]:
    """Everybody who held or holds a jabatan, newest first within a peran."""
    return tuple(_pejabat(r) for r in store.read("pejabat_semua", unit=unit).iter_rows(named=True))


def pejabat_in_office(store: Store, unit: str, peran: Peran, hari: date, bagian: str | None = None) -> Pejabat | None:
    """Who held the jabatan on that day; a Plt or Plh before the definitif one; None when nobody did.

    `bagian` narrows it to one bagian (Kasi, Kasubbag).
    """
    rows = store.read("pejabat_pada", unit=unit, peran=str(peran), hari=hari, bagian=bagian)
    return None if rows.is_empty() else _pejabat(rows.row(0, named=True))


def in_force(store: Store, unit: str, tahun: int) -> Berlaku:
    """The settings that count in `tahun`; the declared defaults where an office has no row yet."""
    rows = store.read("pengaturan_berlaku", unit=unit, tahun=tahun)
    nilai = {s.kunci: s.bawaan for s in SETELAN.values()} | dict(rows.select("kunci", "nilai").iter_rows())
    skala = tuple(Kategori(**r) for r in store.read("kategori_berlaku", unit=unit, tahun=tahun).iter_rows(named=True))
    batas = nilai["batas_rata_rata"]
    return Berlaku(
        batas_rata_rata=None if batas is None else Decimal(batas),
        target_nol=nilai["target_nol"] == "1",
        kategori=skala or KATEGORI,
    )


def years(store: Store, unit: str, hari: date) -> tuple[int, ...]:
    """The tahun an office can look at, newest first: those with targets or realisasi, and this one."""
    known = store.read("unit_tahun", unit=unit)["tahun"].to_list()
    return tuple(sorted({*known, hari.year}, reverse=True))


def history(store: Store, unit: str) -> pl.DataFrame:
    """Every change of a setting, newest first: columns kunci, mulai_tahun, nilai, oleh, pada."""
    return store.read("pengaturan_riwayat", unit=unit)


# ---------------------------------------------------------------- change


def set_identity(store: Store, oleh: Pengguna, baru: Identitas) -> None:
    """Correct the name, kop or place of signing. Whether the data are an example stays as it was."""
    oleh.require(Izin.PENGATURAN, baru.unit)
    _check_identity(baru)
    lama = identity(store, baru.unit)
    baru = replace(baru, contoh=lama.contoh)
    with store.transaction() as tx:
        tx.run("unit_ubah", **{k: v for k, v in vars(baru).items() if k != "contoh"})
        jejak.write(tx, oleh.akun, "mengubah identitas", f"unit:{baru.unit}", lama=vars(lama), baru=vars(baru))


def add_pejabat(store: Store, oleh: Pengguna, unit: str, baru: Pejabat) -> None:
    """Record who takes office; whoever held the same jabatan definitif leaves it the day before."""
    oleh.require(Izin.PENGATURAN, unit)
    if not baru.nama.strip() or not baru.jabatan.strip():
        raise UserError("Nama dan jabatan pejabat harus diisi.")
    with store.transaction() as tx:
        if baru.status == "definitif":
            tx.run("pejabat_gantikan", unit=unit, jabatan=baru.jabatan, mulai=baru.mulai)
        tx.insert("pejabat", [_pejabat_row(unit, baru)])
        jejak.write(tx, oleh.akun, "menambah pejabat", f"pejabat:{baru.id}", unit=unit, **vars(baru))


def end_pejabat(store: Store, oleh: Pengguna, unit: str, id: str, selesai: date) -> None:
    """Let a term end with the day `selesai`."""
    oleh.require(Izin.PENGATURAN, unit)
    with store.transaction() as tx:
        tx.run("pejabat_akhiri", unit=unit, id=id, selesai=selesai)
        jejak.write(tx, oleh.akun, "mengakhiri jabatan", f"pejabat:{id}", unit=unit, selesai=selesai)


def set_setting(store: Store, oleh: Pengguna, unit: str, kunci: str, mulai_tahun: int, nilai: str | None) -> None:
    """Let a setting have another value from a tahun on; earlier years keep theirs."""
    oleh.require(Izin.PENGATURAN, unit)
    setelan = SETELAN[kunci]
    if nilai not in setelan.nilai:
        allowed = ", ".join(setelan.nilai.values())
        raise UserError(f"“{nilai}” tidak dapat dipakai untuk “{setelan.nama}”. Pilih salah satu: {allowed}.")
    with store.transaction() as tx:
        _insert_setting(tx, oleh, unit, mulai_tahun, kunci, nilai)
        jejak.write(
            tx, oleh.akun, "mengubah pengaturan", f"pengaturan:{kunci}", unit=unit, mulai=mulai_tahun, nilai=nilai
        )


# ---------------------------------------------------------------- inside


def _check_identity(baru: Identitas) -> None:
    empty = [name for name in ("unit", "nama", "kabupaten", "tempat") if not getattr(baru, name).strip()]
    if empty:
        words = {"unit": "kode wilayah", "nama": "nama kantor", "kabupaten": "kabupaten", "tempat": "tempat"}
        raise UserError(f"Identitas kantor belum lengkap. Isi: {', '.join(words[n] for n in empty)}.")


def _insert_setting(tx: Transaction, oleh: Pengguna, unit: str, tahun: int, kunci: str, nilai: str | None) -> None:
    row = {"unit": unit, "kunci": kunci, "mulai_tahun": tahun, "nilai": nilai}
    tx.insert("pengaturan", [{**row, "oleh": oleh.akun, "pada": periode.now()}])


def _pejabat_row(unit: str, pejabat: Pejabat) -> dict[str, object]:
    return {"unit": unit, **vars(pejabat), "peran": str(pejabat.peran)}


def _pejabat(row: dict[str, object]) -> Pejabat:
    return Pejabat(**{**row, "peran": Peran(row["peran"])})  # type: ignore[arg-type]
