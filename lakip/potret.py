"""Frozen figures: what stood in the record, under which settings and rules, when a periode was approved.

A potret is JSON with its sha256, never changed. What moved since is asked by comparing it with the record.
"""

import hashlib
import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lakip import anggaran, pengaturan, rencana, rollup
from lakip import periode as kalender
from lakip.errors import UserError
from lakip.periode import PERIODE
from lakip.store import QUERIES, Store, Transaction

Isi = dict[str, Any]


@dataclass(frozen=True)
class Beda:
    """One indikator whose figure moved; realisasi and capaian as frozen and as recorded now, raw decimals."""

    kode: str
    nama: str
    realisasi_potret: Decimal | None
    realisasi_kini: Decimal | None
    capaian_potret: Decimal | None
    capaian_kini: Decimal | None


def figures(tx: Store | Transaction, unit: str, tahun: int, periode: str, per: date) -> Isi:
    """Everything an approval rests on: capaian, averages, the versions behind them, PK, money, settings, rules, and
    the rows that the record does not date itself (office, officials, scale, names)."""
    quarters = list(PERIODE[periode].triwulan)
    return {
        "capaian": rollup.one(tx, unit, tahun, periode, per).to_dicts(),
        "rata_rata": rollup.rata_rata(tx, unit, tahun, periode, per).to_dicts(),
        "realisasi": tx.read("potret_realisasi", unit=unit, tahun=tahun, triwulan=quarters).to_dicts(),
        "anggaran": anggaran.pohon(tx, unit, tahun, quarters[-1]).to_dicts(),
        "pk": [vars(pk) for pk in rencana.pk_versions(tx, unit, tahun)],
        "pengaturan": asdict(pengaturan.in_force(tx, unit, tahun)),
        "aturan": {
            path.name: _sha256(path.read_text(encoding="utf-8")) for path in sorted(QUERIES.glob("[0-9]_*.sql"))
        },
        "tabel": {r["tabel"]: json.loads(r["isi"]) for r in tx.read("potret_tabel", unit=unit).to_dicts() if r["isi"]},
        "per": per,
    }


def freeze(tx: Transaction, oleh: str, unit: str, tahun: int, periode: str, isi: Mapping[str, Any]) -> str:
    """Keep it for good, in the transaction of what it stands behind; returns its id."""
    text = json.dumps(isi, ensure_ascii=False, default=str, sort_keys=True)
    row = {"id": uuid.uuid4().hex, "unit": unit, "tahun": tahun, "periode": periode, "isi": text}
    tx.insert("potret", [{**row, "sha256": _sha256(text), "oleh": oleh, "pada": kalender.now()}])
    return str(row["id"])


def read(store: Store, unit: str, id: str) -> Isi:
    """What was frozen. Raises UserError when there is none, or its text is no longer what it was."""
    rows = store.read("potret_satu", unit=unit, id=id).to_dicts()
    if not rows:
        raise UserError(f"Potret {id} tidak ada pada kantor ini.")
    if _sha256(rows[0]["isi"]) != rows[0]["sha256"]:
        raise UserError(f"Potret {id} berubah sejak dibekukan. Pulihkan basis data dari cadangan sebelumnya.")
    return {**json.loads(rows[0]["isi"]), "tahun": rows[0]["tahun"], "periode": rows[0]["periode"]}


def differences(store: Store, unit: str, id: str, per: date) -> list[Beda]:
    """Indikator whose realisasi or capaian differs from the potret, or that only one of the two knows."""
    isi = read(store, unit, id)
    return compare(isi["capaian"], rollup.capaian(store, unit, isi["tahun"], isi["periode"], per).to_dicts())


def money_moved(store: Store, unit: str, id: str) -> bool:
    """Whether pagu or realisasi of the whole office differ from the potret."""
    isi = read(store, unit, id)
    now: Isi = anggaran.total(store, unit, isi["tahun"], PERIODE[isi["periode"]].triwulan[-1]) or {}
    then: Isi = next((r for r in isi["anggaran"] if r["jenjang"] == "total"), {})
    return any(then.get(k) != now.get(k) for k in ("pagu_rupiah", "realisasi_sd_rupiah"))


def between(store: Store, unit: str, dahulu: str, kini: str) -> list[Beda]:
    """The same between two potret of one run; `realisasi_kini` and `capaian_kini` are those of the later."""
    return compare(*(read(store, unit, id)["capaian"] for id in (dahulu, kini)))


def compare(dahulu: Iterable[Mapping[str, Any]], kini: Iterable[Mapping[str, Any]]) -> list[Beda]:
    """Indikator whose realisasi or capaian differs between two sets of rows of read/capaian.sql."""
    then, now = ({r["kode"]: r for r in rows} for rows in (dahulu, kini))
    found = []
    for kode in {**then, **now}:
        old, new = then.get(kode, {}), now.get(kode, {})
        was = tuple(_number(old.get(k)) for k in ("realisasi", "capaian_persen"))
        is_now = tuple(_number(new.get(k)) for k in ("realisasi", "capaian_persen"))
        if was != is_now:
            found.append(Beda(kode, (new or old)["nama"], was[0], is_now[0], was[1], is_now[1]))
    return found


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
