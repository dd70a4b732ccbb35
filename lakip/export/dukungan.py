"""Which part of the budget serves which sasaran: names, and rupiah divided by porsi so that none counts twice."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from lakip import anggaran
from lakip.formatting import angka
from lakip.rencana import Indikator
from lakip.store import Store

TW = ("tw1", "tw2", "tw3", "tw4")


@dataclass(frozen=True)
class Dukungan:
    """One node of the budget tree for one sasaran; rupiah are its share. None: nothing said."""

    sasaran: str
    kode: str
    jenjang: str
    nama: str
    porsi: Decimal
    pagu: int | None
    tw: tuple[int | None, int | None, int | None, int | None] = (None, None, None, None)

    @property
    def sebutan(self) -> str:
        """ "Program Penunjang … (porsi 50 %)"."""
        return self.nama if self.porsi == 100 else f"{self.nama} (porsi {angka(self.porsi)} %)"


def of_sasaran(store: Store, unit: str, tahun: int, sifat: str) -> dict[str, list[Dukungan]]:
    """By sasaran, in the order of kode. `sifat`: murni for the DPA, berlaku for what is in force."""
    found: dict[str, list[Dukungan]] = {}
    for r in store.read("renaksi_dukungan", unit=unit, tahun=tahun, sifat=sifat).to_dicts():
        one, two, three, four = (r[name] for name in TW)
        node = Dukungan(r["sasaran"], r["kode"], r["jenjang"], r["nama"], r["porsi"], r["pagu_rupiah"],
                        (one, two, three, four))  # fmt: skip
        found.setdefault(node.sasaran, []).append(node)
    return found


def of_bagian(nodes: Sequence[Dukungan], cards: Collection[Indikator], bagian: str | None) -> list[Dukungan]:
    """Of what serves one sasaran, what is not in the hands of another bagian; all of it for the whole office."""
    if bagian is None:
        return list(nodes)
    return [node for node in nodes if node.kode not in elsewhere(cards, node.sasaran, bagian)]


def elsewhere(cards: Collection[Indikator], sasaran: str, bagian: str) -> set[str]:
    """Codes that another bagian of a shared sasaran has for itself, as their output indikator say.

    An output in the hands of a bagian without a part in the sasaran says nothing: it would show the code nowhere.
    """
    partners = {card.bagian for card in cards if card.sasaran == sasaran} - {bagian}
    hands: dict[str, set[str]] = {}
    for card in cards:
        if card.kode_anggaran:
            hands.setdefault(card.kode_anggaran, set()).add(card.bagian)
    return {kode for kode, parts in hands.items() if bagian not in parts and parts & partners}


def names(store: Store, unit: str, tahun: int) -> Mapping[str, str]:
    """The name of every node of the tree by kode."""
    tree = anggaran.pohon(store, unit, tahun).filter(pl.col("kode").is_not_null())
    return dict(tree.select("kode", "nama").iter_rows())
