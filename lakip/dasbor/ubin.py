"""The four tiles: the average, the Camat's indikator, the money, who has not sent."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import polars as pl

from lakip import sebutan
from lakip.dasbor.baris import tally
from lakip.dasbor.isi import Baris, Lalu, Petak, Rata, Tanda, Ubin, count
from lakip.dasbor.kelengkapan import never_sent
from lakip.formatting import KOSONG, angka, half_up, persen, rupiah
from lakip.periode import PERIODE, ROMAWI
from lakip.sop.dispensasi import Kirim, Pengiriman

Row = Mapping[str, Any]
JUTA = 1_000_000
HITUNG = {Tanda.TERCAPAI: "tercapai", Tanda.KURANG: "di bawah"}


def tiles(
    rata: Rata, lalu: Lalu | None, per_periode: Sequence[tuple[str, Decimal | None]], utama: Sequence[Baris],
    total: Row | None, kiriman: Petak,
) -> Ubin:  # fmt: skip
    """`per_periode`: TW1 or SD1 up to the last triwulan of the periode that has ended, each with its average."""
    order = list(Tanda)
    squares = tuple(sorted((b.tanda for b in utama), key=order.index))
    return Ubin(_average(rata, lalu, per_periode), _indikator(utama), _money(total), kiriman, squares)


def sending(indikator: pl.DataFrame, sent: Sequence[Pengiriman], periode: str, laporan: str) -> Petak:
    """Who has not sent in the last triwulan of the periode; `laporan`: where the report of its run is, in words."""
    last = PERIODE[periode].triwulan[-1]
    own = [p for p in sent if p.triwulan == last]
    late = [sebutan.bagian(p.nama) for p in own if never_sent(p)]
    filled, due, confirmed = (count(indikator, c) for c in ("terisi", "berlaku", "dibenarkan"))
    parts = [f"{filled - confirmed} angka belum dibenarkan"] if filled > confirmed else []
    parts += [f"{due - filled} kosong"] if due > filled else []
    said = ", ".join(parts) or f"{due} angka lengkap dan dibenarkan"
    if late:
        head = f"{late[0]} belum mengirim" if len(late) == 1 else f"{len(late)} bagian belum mengirim"
    elif all(p.keadaan is Kirim.BELUM_WAKTUNYA for p in own):
        head = "Belum waktunya mengirim"
    else:
        head = "Semua bagian sudah mengirim"
    return Petak(f"Data dan laporan TW {ROMAWI[last]}", head, f"{said} · {laporan}", buruk=bool(late))


# ---------------------------------------------------------------- inside


def _average(rata: Rata, lalu: Lalu | None, per_periode: Sequence[tuple[str, Decimal | None]]) -> Petak:
    batas = "tanpa batas" if rata.batas is None else f"batas {angka(rata.batas)}"
    moved, down = "", False
    if lalu and rata.dengan_batas is not None and lalu.rata.dengan_batas is not None:
        step = rata.dengan_batas - lalu.rata.dengan_batas
        moved, down = (angka(abs(step), 2), step < 0) if half_up(step, 2) else ("", False)
    begins = "s.d. TW" if per_periode and per_periode[0][0].startswith("SD") else "TW"
    path = " · ".join(f"{ROMAWI[int(code[-1])]} {angka(value, 2)}" for code, value in per_periode)
    said = f"{begins} {path}" if path else f"dari {rata.dasar}"
    return Petak(f"Rata-rata capaian ({batas})", persen(rata.dengan_batas), said, moved, down)


def _indikator(utama: Sequence[Baris]) -> Petak:
    found = tally(utama)
    said = [f"{n} {_called(t, utama)}" for t, n in found.items()]
    judged = found.get(Tanda.TERCAPAI, 0) + found.get(Tanda.KURANG, 0)
    missed = found.get(Tanda.KURANG, 0)
    return Petak(f"{len(utama)} indikator Camat", f"{judged} dinilai", " · ".join(said), str(missed or ""), missed > 0)


def _called(mark: Tanda, utama: Sequence[Baris]) -> str:
    if mark is Tanda.NANTI:
        return "akhir tahun" if all(b.target == "akhir tahun" for b in utama if b.tanda is mark) else "belum waktunya"
    return HITUNG.get(mark, str(mark))


def _money(total: Row | None) -> Petak:
    title = "Anggaran terserap"
    if total is None:
        return Petak(title, KOSONG, "belum ada pagu")
    if total["realisasi_sd_rupiah"] is None:
        return Petak(title, KOSONG, f"belum ada realisasi · pagu {rupiah(total['pagu_rupiah'])}")
    done, whole = (angka(Decimal(total[k]) / JUTA, 0) for k in ("realisasi_sd_rupiah", "pagu_rupiah"))
    spent, behind = persen(total["serapan_persen"]), total["deviasi_persen"]
    of = f"Rp {done} dari {whole} juta"
    if behind is None:
        return Petak(title, spent, f"rencana kas belum lengkap · {of}")
    gap = angka(abs(behind), 2) if half_up(behind, 2) else ""
    return Petak(title, spent, f"rencana kas {persen(total['target_persen'])} · {of}", gap, behind < 0)
