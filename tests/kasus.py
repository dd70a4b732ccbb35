"""A tiny office for spec tests: one indikator, written as the quarters a Kasubbag would write.

    office(store, "jumlah", target="10 20 30 40", realisasi="10 – 30 40")

One word a quarter: a number, a pair "8/10", "nihil", "tt" (tidak tersedia), "–" (nothing).
A "?" behind a value: saved but not confirmed by the Kasi.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from salinan import empty, once

from lakip.store import Store

UNIT, TAHUN = "63.11.07", 2026
PADA = datetime(2026, 1, 2, 3, 4)
PER = date(2026, 12, 31)
SKALA = (("Sangat Tinggi", 90), ("Tinggi", 75), ("Sedang", 65), ("Rendah", 50), ("Sangat Rendah", None))
BY: dict[str, Any] = {"oleh": "uji", "pada": PADA}


@once
def new_office(batas: int | None = 100, target_nol: bool = True) -> Store:
    """A record with one unit, one sasaran, one PK and the default settings."""
    store = empty()
    with store.transaction() as tx:
        tx.insert(
            "unit", [{"unit": UNIT, "nama": "Kecamatan Uji", "kabupaten": "Uji", "tempat": "Uji", "contoh": True}]
        )
        tx.insert("bagian", [{"unit": UNIT, "bagian": "PEM", "nama": "Seksi Uji", "jenis": "seksi", "urutan": 1}])
        settings = {"batas_rata_rata": None if batas is None else str(batas), "target_nol": "1" if target_nol else "0"}
        tx.insert(
            "pengaturan",
            [{"unit": UNIT, "kunci": k, "mulai_tahun": 2020, "nilai": v, **BY} for k, v in settings.items()],
        )
        tx.insert(
            "kategori",
            [
                {
                    "unit": UNIT,
                    "mulai_tahun": 2020,
                    "urutan": n,
                    "nama": nama,
                    "di_atas": lower,
                    "warna": "#000000",
                    "ikon": "x",
                }
                for n, (nama, lower) in enumerate(((a, None if b is None else Decimal(b)) for a, b in SKALA), 1)
            ],
        )
        tx.insert("sasaran", [_sasaran("S1", "camat")])
        add_pk(tx, 1)
    return store


def _sasaran(kode: str, jenjang: str) -> dict[str, Any]:
    return {
        "unit": UNIT, "kode": kode, "versi": 1, "mulai_tahun": 2020, "jenjang": jenjang,
        "uraian": f"Sasaran {kode}", "urutan": 1, **BY,
    }  # fmt: skip


def add_sasaran(store: Store, kode: str, jenjang: str) -> None:
    with store.transaction() as tx:
        tx.insert("sasaran", [_sasaran(kode, jenjang)])


def add_pk(tx: Any, versi: int, mulai_triwulan: int = 1, tahun: int = TAHUN) -> None:
    sifat = "murni" if versi == 1 else "perubahan"
    tx.insert(
        "dokumen_rencana",
        [{
            "unit": UNIT, "jenis": "pk", "tahun": tahun, "versi": versi, "sifat": sifat,
            "mulai_triwulan": mulai_triwulan, **BY,
        }],
    )  # fmt: skip


def office(metode: str, rumus: str = "positif", *, target: str, realisasi: str, batas: int | None = 100,
           target_nol: bool = True, tahunan: str | None = None) -> Store:  # fmt: skip
    """`tahunan` is the annual target; left out, the fold a PK would carry."""
    store = new_office(batas, target_nol)
    add_indikator(store, "I1", metode, rumus, target=target, realisasi=realisasi, tahunan=tahunan)
    return store


@dataclass(frozen=True)
class Kasus:
    """One indikator and its quarters, in words."""

    metode: str
    rumus: str
    target: str
    realisasi: str = "– – – –"
    tahunan: str | None = None
    sasaran: str = "S1"
    tahun: int = TAHUN


def add_indikator(store: Store, kode: str, metode: str, rumus: str = "positif", *, target: str, realisasi: str = "– – – –",
                  tahunan: str | None = None, sasaran: str = "S1", tahun: int = TAHUN) -> None:  # fmt: skip
    add_cases(store, {kode: Kasus(metode, rumus, target, realisasi, tahunan, sasaran, tahun)})


def add_cases(store: Store, cases: Mapping[str, Kasus]) -> None:
    """An indikator for each case, under its kode; all at once, whoever has many."""
    cards, goals = [], []
    for kode, case in cases.items():
        isian = "pembilang_penyebut" if case.metode == "rasio" or "/" in case.realisasi else "nilai"
        cards.append({
            "unit": UNIT, "kode": kode, "versi": 1, "mulai_tahun": 2020, "sasaran": case.sasaran, "bagian": "PEM",
            "nama": f"Indikator {kode}", "satuan": "%", "isian": isian, "metode": case.metode, "rumus": case.rumus,
            "desimal": 2, "iku": True, "urutan": 1, **BY,
        })  # fmt: skip
        quarterly = [None if word == "–" else Decimal(word) for word in case.target.split()]
        tahunan = case.tahunan
        annual = _annual(case.metode, quarterly) if tahunan is None else (None if tahunan == "–" else Decimal(tahunan))
        goals += _targets(kode, 1, (*quarterly, annual), case.tahun)
    said = [_words(kode, dict(enumerate(case.realisasi.split(), 1)), 1, case.tahun) for kode, case in cases.items()]
    with store.transaction() as tx:
        tx.insert("indikator", cards)
        tx.insert("target", goals)
        tx.insert("realisasi", [row for rows, _ in said for row in rows])
        tx.insert("pembenaran", [row for _, rows in said for row in rows])


def _annual(metode: str, quarterly: list[Decimal | None]) -> Decimal | None:
    filled = [q for q in quarterly if q is not None]
    if not filled:
        return None
    if metode == "jumlah":
        return sum(filled, Decimal(0))
    return sum(filled, Decimal(0)) / len(filled) if metode in ("rata_rata", "rasio") else filled[-1]


def add_targets(tx: Any, kode: str, pk: int, values: tuple[Decimal | None, ...], tahun: int = TAHUN) -> None:
    tx.insert("target", _targets(kode, pk, values, tahun))


def _targets(kode: str, pk: int, values: tuple[Decimal | None, ...], tahun: int) -> list[dict[str, Any]]:
    keys = ("TW1", "TW2", "TW3", "TW4", "TH")
    return [
        {"unit": UNIT, "indikator": kode, "tahun": tahun, "periode": p, "pk": pk, "versi": 1, "nilai": v, **BY}
        for p, v in zip(keys, values, strict=True)
    ]


def save_word(tx: Any, kode: str, triwulan: int, word: str, *, versi: int = 1, tahun: int = TAHUN) -> None:
    """Save one quarter as its word says; "–" saves nothing."""
    save_words(tx, kode, {triwulan: word}, versi=versi, tahun=tahun)


def save_words(tx: Any, kode: str, words: dict[int, str], *, versi: int = 1, tahun: int = TAHUN) -> None:
    """The same of several quarters, at once."""
    rows, confirmed = _words(kode, words, versi, tahun)
    tx.insert("realisasi", rows)
    tx.insert("pembenaran", confirmed)


def _words(
    kode: str, words: dict[int, str], versi: int, tahun: int
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What is saved of each quarter, and which of it is confirmed."""
    rows, confirmed = [], []
    for triwulan, word in words.items():
        if word == "–":
            continue
        key = {"unit": UNIT, "indikator": kode, "tahun": tahun, "triwulan": triwulan, "versi": versi}
        rows.append({**key, **_said(word.rstrip("?")), **BY})
        if not word.endswith("?"):
            confirmed.append({**key, **BY})
    return rows, confirmed


def _said(word: str) -> dict[str, Any]:
    if word in ("nihil", "tt"):
        return {"keadaan": {"nihil": "nihil", "tt": "tidak_tersedia"}[word]}
    if "/" in word:
        pembilang, penyebut = (Decimal(part) for part in word.split("/"))
        return {"keadaan": "terisi", "pembilang": pembilang, "penyebut": penyebut}
    return {"keadaan": "terisi", "nilai": Decimal(word)}


def add_meeting(store: Store, periode: str = "TW1", tahun: int = TAHUN, unit: str = UNIT) -> None:
    """The draft of a periode was presented to the officials, and that recorded."""
    row = {"unit": unit, "tahun": tahun, "periode": periode, "nomor": 1, "versi": 1, "keadaan": "dilaksanakan"}
    row |= {"nomor_undangan": "1", "tanggal_undangan": PADA.date(), "mulai": PADA, "tempat": "Aula", "agenda": "Draf"}
    with store.transaction() as tx:
        tx.insert("sosialisasi", [row | {"pimpinan": "camat", "dimulai": PADA, "selesai": PADA, **BY}])
