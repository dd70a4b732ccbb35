"""The rules of a plan, as temuan. How quarters fold is asked from the SQL rule, never computed here."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from lakip.errors import UserError
from lakip.formatting import angka
from lakip.indikator import ISIAN_COCOK, METODE_NAMA, TIPE_NAMA, Isian, Metode, TipeNilai
from lakip.periode import ROMAWI, TRIWULAN
from lakip.rencana import baca, pohon
from lakip.rencana.isi import PERIODE_TARGET, TW, Indikator, Target, TemuanRencana
from lakip.store import Store, Transaction

ISIAN_NAMA = {Isian.NILAI: "nilai", Isian.PASANGAN: "pembilang dan penyebut"}
SERATUS = Decimal(100)
LIPATAN_NAMA = {
    Metode.JUMLAH: "jumlah target triwulan",
    Metode.RATA_RATA: "rata-rata target triwulan",
    Metode.RASIO: "target triwulan",
    Metode.KUMULATIF: "target triwulan terakhir",
    Metode.POSISI_AKHIR: "target triwulan terakhir",
    Metode.TAHUNAN: "target triwulan pengukurannya",
}


# The five things that collecting performance data must name: PermenPAN-RB 53/2014, Lampiran II, huruf H.
LIMA_HAL = {
    "definisi": "indikator (definisi operasional)",
    "frekuensi": "frekuensi pengumpulan",
    "bagian": "penanggung jawab",
    "formula": "mekanisme perhitungan (formula)",
    "media": "media",
}
SATUAN_TIPE = {TipeNilai.PERSEN: ("%", "persen"), TipeNilai.RUPIAH: ("rp", "rupiah")}


def missing_parts(card: Indikator) -> tuple[str, ...]:
    """Which of the five things of PermenPAN-RB 53/2014 II.H a card does not say, in words; empty when all are there."""
    return tuple(label for name, label in LIMA_HAL.items() if not (getattr(card, name) or "").strip())


def complete(card: Indikator, target: Target) -> Target:
    """The target as it counts: a metode tahunan with only an annual figure is measured in TW IV."""
    if card.metode is Metode.TAHUNAN and target.th is not None and not any(t is not None for t in target.tw):
        sel = {**target.sel, "TW4": target.sel["TH"]} if "TH" in target.sel else target.sel
        return replace(target, tw=(None, None, None, target.th), sel=sel)
    return target


def check_card(
    card: Indikator,
    kode_sasaran: Collection[str],
    kode_bagian: Collection[str],
    kode_anggaran: Collection[str] | None = None,
) -> list[TemuanRencana]:
    """What is wrong with one card. The kode: what it may refer to; None for `kode_anggaran` lets any pass."""
    found = [
        (name, f"{label} indikator {card.kode or '(tanpa kode)'} belum diisi.")
        for name, label in (("kode", "Kode"), ("nama", "Nama"), ("satuan", "Satuan"))
        if not getattr(card, name).strip()
    ]
    if card.sasaran is not None and card.sasaran not in kode_sasaran:
        found.append(("sasaran", f"Sasaran “{card.sasaran}” belum ada. Tambahkan sasarannya, atau pilih yang ada."))
    if card.sasaran is None and card.kode_anggaran is None:
        found.append(("sasaran", f"Indikator {card.kode} belum masuk sasaran mana pun. Isi kode sasarannya."))
    if card.sasaran is not None and card.kode_anggaran is not None:
        found.append(
            (
                "kode_anggaran",
                f"Indikator {card.kode} berada di dua tempat: sasaran {card.sasaran} dan kode anggaran "
                f"{card.kode_anggaran}. Pilih salah satu.",
            )
        )
    if kode_anggaran is not None and card.kode_anggaran is not None and card.kode_anggaran not in kode_anggaran:
        found.append(
            (
                "kode_anggaran",
                f"Indikator {card.kode}: kode {card.kode_anggaran} tidak ada dalam nomenklatur. Pilih kode program, "
                "kegiatan, atau sub kegiatan yang ada.",
            )
        )
    if card.bagian not in kode_bagian:
        choices = ", ".join(kode_bagian)
        found.append(("bagian", f"Bagian “{card.bagian}” tidak dikenal. Pilih salah satu: {choices}."))
    if card.isian not in ISIAN_COCOK[card.metode]:
        fits = " atau ".join(sorted(ISIAN_NAMA[i] for i in ISIAN_COCOK[card.metode]))
        found.append(
            (
                "isian",
                f"Metode “{METODE_NAMA[card.metode]}” diisi dengan {fits}, bukan {ISIAN_NAMA[card.isian]}. "
                "Ubah isian atau metodenya.",
            )
        )
    if card.satuan.strip() and not _fits_type(card):
        found.append(
            (
                "tipe_nilai",
                f"Tipe nilai “{TIPE_NAMA[card.tipe_nilai]}” tidak cocok dengan satuan “{card.satuan}”"  # type: ignore[index]
                f"{' dan isian pembilang dan penyebut' if card.isian is Isian.PASANGAN else ''}. Ubah salah satunya.",
            )
        )
    if not 0 <= card.desimal <= 6:
        found.append(("desimal", f"Desimal {card.desimal} harus angka 0 sampai 6."))
    return [TemuanRencana(card.kode, name, text) for name, text in found]


def check_targets(store: Store | Transaction, rows: Sequence[tuple[Indikator, Target]]) -> list[TemuanRencana]:
    """Hold targets, as they would count, against design.md 4.2. In the order of `rows`.

    A card without any target is a remark; a fold that differs from the annual figure, a rasio target that
    changes, a kumulatif target that falls, a tahunan with several quarters, and a value that the card's type does
    not know are mistakes.
    """
    if not rows:
        return []
    columns: dict[str, list[Any]] = {
        "kode": [card.kode for card, _ in rows],
        "metode": [str(card.metode) for card, _ in rows],
        "desimal": [card.desimal for card, _ in rows],
    }
    for name in PERIODE_TARGET:
        columns[name.lower()] = [_text(target.nilai[name]) for _, target in rows]
    checked = store.read("target_periksa", **columns).to_dicts()
    return [
        temuan
        for row, (card, target) in zip(checked, rows, strict=True)
        for temuan in (*_judge(row, target), *_judge_values(card, target))
    ]


def check_in_force(store: Store, unit: str, tahun: int) -> list[TemuanRencana]:
    """The tree, the names and the targets of everything in force in `tahun`."""
    goals, cards = baca.sasaran(store, unit, tahun), baca.indikator(store, unit, tahun)
    known = baca.targets(store, unit, tahun)
    return [
        *pohon.check_tree(goals, baca.tujuan(store, unit, tahun)),
        *pohon.check_places(cards.values(), goals),
        *pohon.check_names(cards.values()),
        *check_targets(store, [(card, known.get(kode, baca.blank(kode))) for kode, card in cards.items()]),
    ]


def merge(known: Target | None, new: Target, mulai_triwulan: int) -> Target:
    """What would count: quarters before the PK's first keep the target in force."""
    if known is None or mulai_triwulan == 1:
        return new
    tw = tuple(known.tw[n - 1] if n < mulai_triwulan else new.tw[n - 1] for n in TRIWULAN)
    return replace(new, tw=(tw[0], tw[1], tw[2], tw[3]))


def check_kept(known: Target | None, new: Target, mulai_triwulan: int) -> list[TemuanRencana]:
    """Quarters before the PK's first that carry another target than the one in force. Blank means kept."""
    kept = known or baca.blank(new.indikator)
    return [
        TemuanRencana(
            new.indikator,
            f"TW{n}",
            f"Target TW {ROMAWI[n]} {angka(new.tw[n - 1])} berbeda dengan yang berlaku ({angka(kept.tw[n - 1])}), "
            f"padahal PK ini berlaku mulai TW {ROMAWI[mulai_triwulan]}. Kosongkan, atau perbaiki PK yang berlaku.",
        )
        for n in TRIWULAN
        if n < mulai_triwulan and new.tw[n - 1] is not None and new.tw[n - 1] != kept.tw[n - 1]
    ]


def _fits_type(card: Indikator) -> bool:
    """A percentage is in percent, money in rupiah; a pair gives neither a yes nor rupiah."""
    if card.tipe_nilai in (TipeNilai.YA_TIDAK, TipeNilai.RUPIAH, TipeNilai.PREDIKAT) and card.isian is Isian.PASANGAN:
        return False
    units = SATUAN_TIPE.get(card.tipe_nilai) if card.tipe_nilai else None
    return units is None or card.satuan.strip().casefold().rstrip(".") in units


def _judge_values(card: Indikator, target: Target) -> list[TemuanRencana]:
    """Values that no figure of this card can be; the first of them stands for the rest."""
    for name, nilai in target.nilai.items():
        if nilai is None:
            continue
        label = "tahunan" if name == "TH" else f"TW {ROMAWI[int(name[-1])]}"
        if nilai < 0:
            pesan = f"{card.kode}: Target {label} {angka(nilai)} kurang dari nol. Isi angka nol atau lebih."
            return [TemuanRencana(card.kode, name, pesan)]
        if card.tipe_nilai is TipeNilai.YA_TIDAK and nilai not in (0, 1):
            pesan = f"{card.kode}: Target {label} {angka(nilai)} bukan ya atau tidak. Isi 1 untuk ya, 0 untuk tidak."
            return [TemuanRencana(card.kode, name, pesan)]
        if card.metode is Metode.RASIO and card.satuan.strip() in SATUAN_TIPE[TipeNilai.PERSEN] and nilai > SERATUS:
            pesan = f"{card.kode}: Target {label} {angka(nilai)} % lebih dari 100 %. Periksa sekali lagi."
            return [TemuanRencana(card.kode, name, pesan, salah=False)]
    return []


def _filled(target: Target) -> list[str]:
    return [name for name in TW if target.nilai[name] is not None]


def _other(target: Target) -> str:
    """The first quarter whose target is not the annual one; without that, not the first quarter's."""
    names, nilai = _filled(target), target.nilai
    wanted = nilai[names[0]] if target.th is None else target.th
    return next((name for name in names if nilai[name] != wanted), "TH")


def _fallen(target: Target) -> str:
    """The first quarter whose target is below the one before it."""
    nilai = [(name, target.nilai[name] or Decimal(0)) for name in _filled(target)]
    return next((name for (_, before), (name, now) in pairwise(nilai) if now < before), "TH")


def refuse(found: Iterable[TemuanRencana]) -> None:
    wrong = [t.pesan for t in found if t.salah]
    if wrong:
        raise UserError(" ".join(wrong))


def _text(nilai: Decimal | None) -> str | None:
    return None if nilai is None else f"{nilai:f}"


def _judge(row: Mapping[str, Any], target: Target) -> list[TemuanRencana]:
    """One checked candidate in words, each at the figure that is wrong."""
    kode, th = row["kode"], angka(row["th"])
    if row["kosong"]:
        return [TemuanRencana(kode, "TH", f"Indikator {kode} belum bertarget.", salah=False)]
    found = []
    if row["tanpa_tahunan"]:
        found.append(("TH", "Target tahunan belum diisi. Isi angka setahun menurut PK."))
    if row["tanpa_triwulan"]:
        found.append(("TH", "Belum ada triwulan yang bertarget. Isi sedikitnya satu target triwulan."))
    if row["tahunan_banyak"]:
        found.append(
            (_filled(target)[1], "Indikator tahunan hanya bertarget pada satu triwulan. Kosongkan triwulan yang lain.")
        )
    if row["rasio_berubah"]:
        found.append((_other(target), "Target rasio harus sama pada setiap triwulan dan sama dengan target tahunan."))
    if row["kumulatif_turun"]:
        found.append((_fallen(target), "Target kumulatif tidak boleh turun dari satu triwulan ke triwulan berikutnya."))
    if row["beda"] and not (row["tahunan_banyak"] or row["rasio_berubah"]):
        fold = angka(row["lipatan"], row["desimal"])
        how = LIPATAN_NAMA[Metode(row["metode"])]
        found.append(("TH", f"Target tahunan {th} tidak sama dengan {how} ({fold}). Perbaiki salah satunya."))
    return [TemuanRencana(kode, name, f"{kode}: {text}") for name, text in found]
