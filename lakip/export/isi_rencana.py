"""The contents of Rencana Aksi and IKU as printed, each with what it lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from lakip.export import bahan_rencana, dukungan
from lakip.export.bahan_rencana import BELUM, BahanRencana, figure
from lakip.export.baris_rencana import (
    BarisIku,
    BarisRenaksi,
    ProgramRkt,
    SasaranIku,
    SasaranRenaksi,
    SasaranRkt,
)
from lakip.export.dukungan import Dukungan
from lakip.formatting import KOSONG, angka, rupiah
from lakip.indikator import Metode
from lakip.rencana import Indikator
from lakip.store import Store

Gap = tuple[str, str, str]
# How the four quarters of a row make its year; the reader of a Rencana Aksi cannot see it from the figures.
CARA = {
    Metode.JUMLAH: "jumlah empat triwulan",
    Metode.KUMULATIF: "kumulatif",
    Metode.POSISI_AKHIR: "posisi akhir triwulan",
    Metode.RATA_RATA: "rata-rata triwulan",
    Metode.RASIO: "rasio setahun",
    Metode.TAHUNAN: "diukur sekali setahun",
}
PORSI = "Anggaran yang mendukung lebih dari satu sasaran dibagi menurut porsinya, sehingga terhitung tepat satu kali."
BERSAMA = "Program, kegiatan, dan sub kegiatan mendukung sasaran secara bersama, bukan hanya indikator pada barisnya."
TRIWULAN = ("TW1", "TW2", "TW3", "TW4")
KELUARAN = "Keluaran (output) program, kegiatan, dan sub kegiatan"


@dataclass(frozen=True)
class Isi:
    bentuk: str
    renaksi: tuple[SasaranRenaksi, ...] = ()
    iku: tuple[SasaranIku, ...] = ()
    rkt: tuple[SasaranRkt, ...] = ()
    program: tuple[ProgramRkt, ...] = ()
    jumlah: str = ""
    catatan: tuple[str, ...] = ()
    gaps: list[Gap] = field(default_factory=list)


# ---------------------------------------------------------------- Rencana Aksi


def renaksi(store: Store, bahan: BahanRencana, bagian: str | None) -> Isi:
    """Every sasaran of every level, its indikator beside what of the budget serves it; output indikator last.

    bagian: only the indikator of that bagian, and the sasaran these belong to.
    """
    sifat = "murni" if bahan.pk is None or bahan.pk.sifat == "murni" else "berlaku"
    money = dukungan.of_sasaran(store, bahan.identitas.unit, bahan.tahun, sifat)
    shown: list[SasaranRenaksi] = []
    gaps: list[Gap] = []
    printed: list[Dukungan] = []
    for goal in bahan.sasaran.values():
        cards = [c for c in bahan.cards(goal.kode) if bagian in (None, c.bagian)]
        if not cards and bagian is not None:
            continue
        nodes = dukungan.of_bagian(money.get(goal.kode, []), bahan.indikator.values(), bagian)
        printed += nodes
        rows = tuple(_renaksi_rows(bahan, goal.kode, cards, nodes))
        shown.append(SasaranRenaksi(f"{len(shown) + 1}.", goal.uraian, rows))
        gaps += _gaps_of_goal(bahan, f"Sasaran {goal.kode}", cards, nodes)
    outputs = [c for c in bahan.cards() if c.kode_anggaran and bagian in (None, c.bagian)]
    if outputs:
        names = dukungan.names(store, bahan.identitas.unit, bahan.tahun)
        shown.append(SasaranRenaksi(f"{len(shown) + 1}.", KELUARAN, tuple(_output(bahan, c, names) for c in outputs)))
        gaps += _gaps_of_quarters(bahan, outputs)
    with_money = any(nilai is not None for node in printed for nilai in node.tw)
    notes = [f"Tanda {KOSONG} berarti tidak diukur atau tidak direncanakan pada triwulan tersebut.", BERSAMA]
    notes += [PORSI] if any(node.porsi != 100 for node in printed) else []
    return Isi(
        "renaksi_keuangan" if with_money else "renaksi",
        renaksi=tuple(shown),
        catatan=tuple(notes),
        gaps=gaps + (_gaps_of_money(printed) if with_money else []),
    )


def _renaksi_rows(
    bahan: BahanRencana, sasaran: str, cards: Sequence[Indikator], nodes: Sequence[Dukungan]
) -> list[BarisRenaksi]:
    pairs = list(zip_longest(cards, nodes)) or [(None, None)]
    return [
        BarisRenaksi(
            kiri=_span(card is not None, n == 0),
            kanan=_span(node is not None, n == 0),
            **_left(bahan, card, sasaran, BELUM if not cards and n == 0 else ""),
            **_right(bahan, node, sasaran),
        )
        for n, (card, node) in enumerate(pairs)
    ]


def _span(given: bool, first: bool) -> str:
    """Where one half of a row has nothing more to say, it is one cell with the row above."""
    return "restart" if given or first else "continue"


def _output(bahan: BahanRencana, card: Indikator, names: Mapping[str, str]) -> BarisRenaksi:
    kode = card.kode_anggaran or ""
    node = {**_right(bahan, None, card.kode), "dukungan": f"{kode} {names.get(kode, '')}".strip()}
    return BarisRenaksi(kiri="restart", kanan="restart", **_left(bahan, card, card.kode), **node)


def _left(bahan: BahanRencana, card: Indikator | None, of: str, blank: str = "") -> dict[str, Any]:
    """`of`: whose the blank cells are where there is no card."""
    target = bahan.of_target(card.kode if card else "")
    said = {"TH": "", **dict.fromkeys(TRIWULAN, "")}
    if card is not None:
        said = {f"TW{n}": figure(card, nilai) for n, nilai in enumerate(target.tw, 1)}
        said["TH"] = BELUM if target.th is None else figure(card, target.th)
    kode, names = card.kode if card else of, {"TH": "target"}
    figures = {names.get(p, p.lower()): bahan_rencana.mark(bahan, kode, p, teks) for p, teks in said.items()}
    if card is None:
        return {"indikator": blank, **dict.fromkeys(("satuan", "aktivitas", "bagian", "keterangan"), ""), **figures}
    return {
        "indikator": card.nama,
        "satuan": card.satuan,
        **figures,
        "aktivitas": _activities(card),
        "bagian": bahan.nama_bagian(card.bagian),
        "keterangan": CARA[card.metode],
    }


def _activities(card: Indikator) -> str:
    """One activity a line; a single one needs no dash. Of an output indikator the sub kegiatan is the activity."""
    said = (card.aktivitas or "").splitlines()
    if not said:
        return KOSONG if card.kode_anggaran else BELUM
    return said[0] if len(said) == 1 else "\n".join(f"- {one}" for one in said)


def _right(bahan: BahanRencana, node: Dukungan | None, of: str) -> dict[str, Any]:
    """`of`: the sasaran that the node serves, or whose the blank cells are where there is no node."""
    said = {"TH": "", **dict.fromkeys(TRIWULAN, "")}
    if node is not None:
        said = {f"TW{n}": angka(nilai, 0) for n, nilai in enumerate(node.tw, 1)}
        said["TH"] = BELUM if node.pagu is None else angka(node.pagu, 0)
    figures = {
        "anggaran" if periode == "TH" else f"uang{periode[-1]}": bahan_rencana.share(bahan, node, of, periode, teks)
        for periode, teks in said.items()
    }
    return {"dukungan": node.sebutan if node else "", **figures}


def _gaps_of_goal(
    bahan: BahanRencana, hal: str, cards: Sequence[Indikator], nodes: Sequence[Dukungan]
) -> list[Gap]:  # fmt: skip
    gaps: list[Gap] = []
    if not cards:
        gaps.append((hal, "Belum mempunyai indikator.", "Perencanaan"))
    if not nodes:
        gaps.append((hal, "Belum dikaitkan dengan program, kegiatan, atau sub kegiatan.", "Perencanaan"))
    gaps += [(n.nama, f"Pagu tahun {bahan.tahun} belum diisi.", "Perencanaan") for n in nodes if n.pagu is None]
    return gaps + _gaps_of_quarters(bahan, cards)


def _gaps_of_quarters(bahan: BahanRencana, cards: Sequence[Indikator]) -> list[Gap]:
    gaps = bahan_rencana.gaps_of_targets(bahan, cards)
    for card in cards:
        if card.aktivitas is None and card.kode_anggaran is None:
            who = bahan.nama_bagian(card.bagian)
            gaps.append((f"{card.kode} {card.nama}", "Aktivitas Rencana Aksi belum diisi.", who))
        target = bahan.of_target(card.kode)
        if target.th is not None and all(nilai is None for nilai in target.tw):
            said = "Target triwulan belum ditetapkan."
            gaps.append((f"{card.kode} {card.nama}", said, bahan.nama_bagian(card.bagian)))
    return gaps


def _gaps_of_money(nodes: Sequence[Dukungan]) -> list[Gap]:
    """Quarters of money that do not make the pagu, a missing one among them."""
    gaps: list[Gap] = []
    for node in nodes:
        total = sum(nilai for nilai in node.tw if nilai is not None)
        if node.pagu is not None and total != node.pagu:
            said = f"Target keuangan TW I–IV berjumlah {rupiah(total)}, sedangkan anggarannya {rupiah(node.pagu)}."
            gaps.append((node.sebutan, said, "Perencanaan"))
    return gaps


# ---------------------------------------------------------------- IKU


def iku(bahan: BahanRencana) -> Isi:
    """The indikator marked IKU, by sasaran in the order of the office."""
    shown: list[SasaranIku] = []
    gaps: list[Gap] = []
    for goal in bahan.sasaran.values():
        cards = [c for c in bahan.indikator.values() if c.sasaran == goal.kode and c.iku]
        if cards:
            rows = tuple(_iku_row(bahan, c) for c in cards)
            shown.append(SasaranIku(f"{len(shown) + 1}.", goal.uraian, rows))
        gaps += [gap for c in cards for gap in _gaps_of_card(bahan, c)]
    if not shown:
        gaps.append(("Indikator Kinerja Utama", "Belum ada indikator yang ditandai sebagai IKU.", "Perencanaan"))
    return Isi("iku", iku=tuple(shown), gaps=gaps)


def _iku_row(bahan: BahanRencana, card: Indikator) -> BarisIku:
    lines = [card.definisi or "(definisi operasional belum diisi)"]
    lines.append(f"Formulasi: {card.formula or '(belum diisi)'}")
    lines.append(f"Satuan: {card.satuan}")
    return BarisIku(card.nama, "\n".join(lines), card.sumber_data or "(belum diisi)", bahan.nama_bagian(card.bagian))


def _gaps_of_card(bahan: BahanRencana, card: Indikator) -> list[Gap]:
    fields = (("Definisi operasional", card.definisi), ("Formulasi penghitungan", card.formula),
              ("Sumber data", card.sumber_data))  # fmt: skip
    who = bahan.nama_bagian(card.bagian)
    return [(f"{card.kode} {card.nama}", f"{kata} belum diisi.", who) for kata, isi in fields if not isi]
