"""Selisih antar dokumen: every contradiction among the planning documents of a tahun, in words.

What contradicts is found by read/selisih.sql and read/selisih_geser.sql; here it is only said.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from lakip.dokumen import baca
from lakip.dokumen.isi import BERISI, JENIS_NAMA, Selisih
from lakip.formatting import KOSONG, angka, tanggal
from lakip.store import Store

APA = {
    "bergeser": "Target bergeser",
    "hilang": "Tidak ada di salah satu",
    "target": "Target berbeda",
    "satuan": "Satuan berbeda",
    "nama": "Nama berbeda",
    "bukan_iku": "Bukan IKU pada kartu",
    "penulisan_satuan": "Hanya penulisan satuan",
    "penulisan_nama": "Hanya penulisan nama",
}
DIBANDINGKAN = ("renstra", "renja", "rkt", "iku", "pk", "renaksi")
LEMAH = ("penulisan_satuan", "penulisan_nama")  # the same thing, written differently
TIDAK_ADA = "tidak ada"

Row = Mapping[str, Any]


def selisih(store: Store, unit: str, tahun: int) -> tuple[Selisih, ...]:
    """Every contradiction of a tahun: shifted years first, then by indikator in the order of the office."""
    shifted = store.read("selisih_geser", unit=unit, tahun=tahun).to_dicts()
    rows = store.read("selisih", unit=unit, tahun=tahun).to_dicts()
    return (*(_shift(row, tahun) for row in shifted), *(_one(row) for row in rows))


def differences(found: Iterable[Selisih]) -> tuple[Selisih, ...]:
    """Those of `selisih` that a report has to explain: not what is only written differently, and of a shifted tahun
    each target once."""
    return tuple(one for one in found if one.jenis not in (*LEMAH, "bergeser"))


def uncompared(store: Store, unit: str, tahun: int) -> tuple[str, ...]:
    """The documents that the comparison of a tahun had to do without, each with why."""
    rows = [r for r in baca.listed(store, unit, tahun).to_dicts() if r["berlaku"]]
    known = {r["jenis"]: r for r in rows}
    found = []
    for jenis in DIBANDINGKAN:
        if jenis not in known:
            found.append(f"{JENIS_NAMA[jenis]} (belum {'terdaftar' if jenis in BERISI else 'ada'})")
        elif jenis in BERISI and not known[jenis]["isi"]:
            found.append(f"{JENIS_NAMA[jenis]} (isinya belum dimasukkan)")
    return tuple(found)


def title(jenis: str, nomor: str | None, day: Any) -> str:
    """ "RKT Nomor 5/RKT, 3 Januari 2026"."""
    parts = [JENIS_NAMA[jenis] + (f" Nomor {nomor}" if nomor else "")]
    return ", ".join([*parts, *([tanggal(day)] if day else [])])


def _one(row: Row) -> Selisih:
    jenis = row["selisih"]
    return Selisih(
        jenis,
        row["kartu"],
        row["indikator"],
        APA[jenis],
        title(row["a_jenis"], row["a_nomor"], row["a_tanggal"]),
        _said(row, "a"),
        _origin(row, "a"),
        title(row["b_jenis"], row["b_nomor"], row["b_tanggal"]),
        _said(row, "b"),
        _origin(row, "b"),
        _advice(row),
        row["a_jenis"],
        row["b_jenis"],
    )


def _said(row: Row, side: str) -> str:
    match row["selisih"]:
        case "nama" | "penulisan_nama":
            return f"“{row[f'{side}_nama']}”"
        case "satuan" | "penulisan_satuan":
            return f"“{row[f'{side}_satuan']}”"
        case "target":
            return _target(row, side)
        case "hilang":
            return "ada" if side == "a" else TIDAK_ADA
        case _:
            return "termasuk IKU" if side == "b" else "bukan IKU"


def _target(row: Row, side: str) -> str:
    nilai = row[f"{side}_nilai"]
    return "tanpa target" if nilai is None else f"{angka(nilai, row['desimal'])} {row[f'{side}_satuan'] or ''}".strip()


def _origin(row: Row, side: str) -> str:
    """The cell it was read from; "kartu indikator" for what PK and Rencana Aksi take from the card."""
    jenis, what = row[f"{side}_jenis"], row["selisih"].removeprefix("penulisan_")
    if what in ("hilang", "bukan_iku") and side == ("b" if what == "hilang" else "a"):
        return KOSONG
    if jenis in ("pk", "renaksi") and what != "target":
        return "kartu indikator"
    sel = {"nama": row[f"{side}_sel_nama"], "satuan": row[f"{side}_sel_satuan"], "target": row[f"{side}_sel"]}
    cell = sel.get(what) or row[f"{side}_sel_nama"]
    if not row[f"{side}_berkas"]:
        return "diketik"
    place = f", lembar “{row[f'{side}_lembar']}”, sel {cell}" if cell else ""
    return f"Berkas “{row[f'{side}_berkas']}”{place}"


def _advice(row: Row) -> str:
    a, b = JENIS_NAMA[row["a_jenis"]], JENIS_NAMA[row["b_jenis"]]
    match row["selisih"]:
        case "target":
            return f"Tetapkan target yang benar. Ubah {b} atau {a} lewat dokumen perubahan, atau jelaskan di laporan."
        case "satuan":
            return f"Samakan satuannya. Bila {b} salah salin, betulkan isinya; bila tidak, terbitkan perubahannya."
        case "nama":
            return f"Pastikan indikatornya sama, lalu samakan namanya pada perubahan {b} atau pada kartu indikator."
        case "bukan_iku":
            return "Tandai kartunya sebagai IKU, atau keluarkan dari dokumen IKU."
        case "hilang":
            return _advice_missing(row, a, b)
        case _:
            return "Isinya sama, hanya cara menulisnya berbeda. Samakan pada dokumen berikutnya."


def _advice_missing(row: Row, a: str, b: str) -> str:
    near = row["mirip"]
    hint = f" Nama terdekat pada acuan: {near['kode']} {near['nama']}; bila itu maksudnya, isi kodenya." if near else ""
    if row["kartu"] is None and row["b_jenis"] == "pk":
        return f"Tambahkan kartu dan targetnya bila diperjanjikan, atau jelaskan mengapa tidak.{hint}"
    return f"Tambahkan pada {b} berikutnya, atau jelaskan mengapa hanya ada di {a}.{hint}"


def _shift(row: Row, tahun: int) -> Selisih:
    nama, year = JENIS_NAMA[row["jenis"]], row["tahun_renstra"]
    listed = ", ".join(row["indikator"])
    return Selisih(
        "bergeser",
        None,
        listed,
        APA["bergeser"],
        title("renstra", row["nomor_renstra"], None),
        f"target tahun {year}",
        KOSONG,
        title(row["jenis"], row["nomor_dokumen"], None),
        f"target tahun {tahun}",
        KOSONG,
        f"Target {nama} {tahun} sama dengan target Renstra tahun {year} pada {row['banyak']} dari "
        f"{row['banyak_beda']} indikator yang berbeda: tampak bergeser satu tahun. "
        f"Periksa apakah {nama} disalin dari kolom tahun yang lain.",
        "renstra",
        row["jenis"],
    )
