"""An office with one indikator over three years, measured once a year: what a sentence says of it is checked by eye."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from salinan import empty, once

from lakip import akses, pengaturan
from lakip.pengaturan import Identitas, Pejabat
from lakip.store import Store

UNIT, TAHUN, KODE = "63.11.07", 2026, "IK-01"
PER = date(2027, 1, 20)
BY: dict[str, Any] = {"oleh": "rina", "pada": datetime(2027, 1, 10, 2, 15)}
TAHUNAN = (2024, 2025, 2026)


def office(
    rumus: str = "positif",
    target: str = "80 80 80",
    realisasi: str = "78 79 82",
    satuan: str = "nilai",
    renstra: str = "",
    ucapan: tuple[str, str, str] = ("", "", ""),
    *,
    metode: str = "posisi_akhir",
    isian: str = "nilai",
    dibenarkan: bool = True,
    tahun_penilaian: int | None = None,
    banding: tuple[tuple[str, str], ...] = (),
) -> Store:
    """`target`, `realisasi`: one word for each of TAHUNAN; "–" nothing, "tt" tidak tersedia, "nihil", "8/10" a pair."""
    store = _set_up()
    card = {
        "kode": KODE, "versi": 1, "mulai_tahun": 2020, "sasaran": "S1", "bagian": "YAN", "nama": "Indeks layanan",
        "satuan": satuan, "isian": isian, "metode": metode, "rumus": rumus, "desimal": 2, "iku": True, "urutan": 1,
        "label_pembilang": "Desa tertib", "label_penyebut": "Jumlah desa",
    }  # fmt: skip
    goal = {"kode": "S1", "versi": 1, "mulai_tahun": 2020, "jenjang": "camat", "uraian": "Meningkatnya layanan"}
    with store.transaction() as tx:
        tx.insert("sasaran", [{"unit": UNIT, **goal, "urutan": 1, **BY}])
        tx.insert("indikator", [{"unit": UNIT, **card, **BY}])
        for tahun, want, got in zip(TAHUNAN, target.split(), realisasi.split(), strict=True):
            _agreement(tx, tahun, want)
            _figure(tx, tahun, got, ucapan if tahun == TAHUN else ("", "", ""), dibenarkan, tahun_penilaian)
        if renstra:
            _renstra(tx, renstra)
        tx.insert(
            "pembanding",
            [
                {"unit": UNIT, "indikator": KODE, "tahun": TAHUN, "cakupan": where, "versi": 1, "nilai": Decimal(nilai),
                 "sumber": f"Laporan {where}", **BY}
                for where, nilai in banding
            ],
        )  # fmt: skip
    return store


@once
def _set_up() -> Store:
    store = empty()
    identity = Identitas(UNIT, "Kecamatan Contoh", "Kabupaten Contoh", "Jl. Contoh Nomor 1", "Contoh")
    camat = Pejabat("Camat Contoh", akses.Peran.CAMAT, "AMINAH, S.Sos.", mulai=date(2020, 1, 1))
    pengaturan.set_up_office(store, akses.system(UNIT), identity, pengaturan.BAGIAN_BAWAAN, [camat])
    return store


def _agreement(tx: Any, tahun: int, want: str) -> None:
    paper = {"jenis": "pk", "tahun": tahun, "versi": 1, "sifat": "murni", "mulai_triwulan": 1}
    tx.insert("dokumen_rencana", [{"unit": UNIT, **paper, "tanggal": date(tahun, 1, 12), **BY}])
    if want != "–":
        key = {"unit": UNIT, "indikator": KODE, "tahun": tahun, "pk": 1, "versi": 1, "nilai": Decimal(want)}
        tx.insert("target", [{**key, "periode": p, **BY} for p in ("TW4", "TH")])


def _figure(tx: Any, tahun: int, got: str, said: tuple[str, str, str], dibenarkan: bool, penilaian: int | None) -> None:
    if got == "–":
        return
    key = {"unit": UNIT, "indikator": KODE, "tahun": tahun, "triwulan": 4, "versi": 1}
    row: dict[str, Any] = {**key, "keadaan": {"nihil": "nihil", "tt": "tidak_tersedia"}.get(got, "terisi"), **BY}
    if got == "tt":
        row["alasan"] = "Survei tidak dilaksanakan"
    elif "/" in got:
        row["pembilang"], row["penyebut"] = map(Decimal, got.split("/"))
    elif got != "nihil":
        row["nilai"] = Decimal(got)
    row |= dict(zip(("faktor_pendukung", "faktor_penghambat", "tindak_lanjut"), said, strict=True))
    tx.insert("realisasi", [{**row, "tahun_penilaian": penilaian}])
    if dibenarkan:
        tx.insert("pembenaran", [{**key, **BY}])


def _renstra(tx: Any, nilai: str) -> None:
    paper = {"jenis": "renstra", "tahun": 2024, "versi": 1, "sifat": "murni", "mulai_triwulan": 1, "sampai_tahun": 2028}
    tx.insert("dokumen_rencana", [{"unit": UNIT, **paper, "tanggal": date(2023, 11, 20), **BY}])
    row = {
        "jenis": "renstra",
        "tahun": 2024,
        "dokumen": 1,
        "versi": 1,
        "nomor": 1,
        "kode": KODE,
        "nama": "Indeks layanan",
    }
    tx.insert("isi_dokumen", [{"unit": UNIT, **row, "tahun_target": 2028, "nilai": Decimal(nilai), **BY}])
