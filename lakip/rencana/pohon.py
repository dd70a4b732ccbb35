"""The planning tree: tujuan > sasaran > indikator. What hangs where it may not, and what is named twice."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from lakip.rencana.isi import JENJANG_NAMA, PANGKAT, Indikator, Sasaran, TemuanRencana

MIRIP = 0.92  # one letter or word ending apart, not one word apart


def check_goal(row: Sasaran) -> list[TemuanRencana]:
    """What is wrong with one sasaran by itself."""
    found = []
    if not row.kode.strip() or not row.uraian.strip():
        found.append(TemuanRencana(row.kode, "uraian", "Kode dan uraian sasaran harus diisi."))
    if row.jenjang not in JENJANG_NAMA:
        choices = ", ".join(JENJANG_NAMA)
        pesan = f"Jenjang “{row.jenjang}” tidak dikenal. Pilih salah satu: {choices}."
        found.append(TemuanRencana(row.kode, "jenjang", pesan))
    return found


def check_tree(goals: Mapping[str, Sasaran], tujuan: Collection[str]) -> list[TemuanRencana]:
    """Whether the sasaran in force in one tahun form a cascade: Camat > Sekcam > Kasubbag, Kasi, Lurah.

    A circle is told once, with its whole path. A sasaran below the Camat that serves none is a remark.
    """
    circles = _circles(goals)
    found = [_circle(path) for path in circles]
    inside = {kode for path in circles for kode in path}
    for row in goals.values():
        if row.tujuan and row.tujuan not in tujuan:
            pesan = (
                f"Sasaran {row.kode}: tujuan “{row.tujuan}” tidak berlaku. Tambahkan tujuannya, atau pilih yang ada."
            )
            found.append(TemuanRencana(row.kode, "tujuan", pesan))
        if row.kode not in inside:
            found += _parent(row, goals)
    return found


def _circles(goals: Mapping[str, Sasaran]) -> list[tuple[str, ...]]:
    """Each circle of induk once, beginning with its smallest kode."""
    found = set()
    for start in goals:
        path: list[str] = []
        here: str | None = start
        while here is not None and here in goals and here not in path:
            path.append(here)
            here = goals[here].induk
        if here is not None and here in path:
            circle = path[path.index(here) :]
            first = circle.index(min(circle))
            found.add((*circle[first:], *circle[:first]))
    return sorted(found)


def _circle(path: Sequence[str]) -> TemuanRencana:
    way = " > ".join((*path, path[0]))
    pesan = f"Sasaran saling menunjang dalam lingkaran: {way}. Ubah induk salah satunya ke jenjang yang lebih tinggi."
    return TemuanRencana(path[0], "induk", pesan)


def _parent(row: Sasaran, goals: Mapping[str, Sasaran]) -> list[TemuanRencana]:
    level = JENJANG_NAMA.get(row.jenjang, row.jenjang)
    if row.induk is None:
        if row.jenjang == "camat":
            return []
        pesan = f"Sasaran {row.kode} ({level}) belum menunjang sasaran mana pun. Isi induknya."
        return [TemuanRencana(row.kode, "induk", pesan, salah=False)]
    parent = goals.get(row.induk)
    if parent is None:
        pesan = f"Sasaran {row.kode}: induknya, {row.induk}, tidak berlaku pada tahun ini. Pilih sasaran yang ada."
        return [TemuanRencana(row.kode, "induk", pesan)]
    if PANGKAT.get(parent.jenjang, 0) >= PANGKAT.get(row.jenjang, 9):
        above = JENJANG_NAMA.get(parent.jenjang, parent.jenjang)
        pesan = (
            f"Sasaran {row.kode} ({level}) tidak dapat menunjang {parent.kode} ({above}): induk harus dari jenjang "
            "yang lebih tinggi, menurut urutan Camat, Sekcam, lalu Kasubbag, Kasi, dan Lurah."
        )
        return [TemuanRencana(row.kode, "induk", pesan)]
    return []


def check_places(cards: Iterable[Indikator], goals: Collection[str]) -> list[TemuanRencana]:
    """Cards in force that hang from a sasaran which is not."""
    return [
        TemuanRencana(
            card.kode,
            "sasaran",
            f"Indikator {card.kode} berada pada sasaran {card.sasaran} yang tidak berlaku. "
            "Pindahkan ke sasaran lain, atau akhiri juga indikatornya.",
        )
        for card in cards
        if card.sasaran is not None and card.sasaran not in goals
    ]


def check_codes(rows: Sequence[Sasaran | Indikator]) -> list[TemuanRencana]:
    """One kode written for two different things in the same hand-in."""
    found = []
    for one, other in combinations(rows, 2):
        if type(one) is type(other) and one.kode == other.kode and one != other:
            what = "Indikator" if isinstance(one, Indikator) else "Sasaran"
            pesan = (
                f"{what} {one.kode} dipakai dua kali: {_place(one)}, dan {_place(other)}. Beri kode lain salah satunya."
            )
            found.append(TemuanRencana(one.kode, "kode", pesan))
    return found


def check_names(cards: Iterable[Indikator]) -> list[TemuanRencana]:
    """Indikator that seem to be one under two names (domain 7.1 no. 2): remarks, the office decides."""
    return [_alike_remark(one, other) for one, other in combinations(cards, 2) if is_alike(one.nama, other.nama)]


def check_new_names(cards: Iterable[Indikator], known: Mapping[str, Indikator]) -> list[TemuanRencana]:
    """As `check_names`, of `cards` that are new or get another name, against each other and all that are `known`."""
    named = [card for card in cards if card.kode not in known or known[card.kode].nama != card.nama]
    after = {**known, **{card.kode: card for card in named}}
    found = []
    for card in named:
        alike = [other for kode, other in after.items() if kode != card.kode and is_alike(other.nama, card.nama)]
        found += [_alike_remark(other, card) for other in alike[:1]]
    return found


def _alike_remark(one: Indikator, other: Indikator) -> TemuanRencana:
    pesan = (
        f"Nama {other.kode} “{other.nama}” mirip {one.kode} “{one.nama}”. Bila keduanya sama, pakai satu saja; "
        "bila berbeda, bedakan namanya."
    )
    return TemuanRencana(other.kode, "nama", pesan, salah=False)


def plain_name(nama: str) -> str:
    """Without case, punctuation and what stands in brackets: "IKM (IKM)" is "ikm"."""
    open_only = re.sub(r"\([^)]*\)", " ", nama) if re.sub(r"\([^)]*\)", "", nama).strip() else nama
    return " ".join(re.findall(r"\w+", open_only.casefold()))


def is_alike(satu: str, lain: str) -> bool:
    """Whether two names seem to be of one indikator."""
    one, other = plain_name(satu), plain_name(lain)
    if one == other or one == _initials(other) or other == _initials(one):
        return True
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= MIRIP and matcher.quick_ratio() >= MIRIP and matcher.ratio() >= MIRIP


def _initials(name: str) -> str:
    words = name.split()
    return "".join(w[0] for w in words) if len(words) > 1 else ""


def _place(row: Sasaran | Indikator) -> str:
    if isinstance(row, Sasaran):
        return f"“{row.uraian}” ({JENJANG_NAMA.get(row.jenjang, row.jenjang)})"
    where = f"sasaran {row.sasaran}" if row.sasaran else f"kode anggaran {row.kode_anggaran}"
    return f"“{row.nama}” pada {where}"
