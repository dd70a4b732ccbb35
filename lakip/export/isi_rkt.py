"""The contents of the Rencana Kinerja Tahunan as printed, with what it lacks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lakip import anggaran, sumber
from lakip.dokumen import BarisDokumen
from lakip.export import bahan_rencana, dukungan
from lakip.export.bahan_rencana import BELUM, BahanRencana, figure
from lakip.export.baris_rencana import BarisRkt, ProgramRkt, SasaranRkt
from lakip.export.isi_rencana import Gap, Isi
from lakip.formatting import angka, rupiah, terbilang
from lakip.rencana import Indikator
from lakip.store import Store
from lakip.sumber import Bertanda

DARI_PK = "Isi RKT tahun {tahun} belum dicatat; target yang tercetak adalah target Perjanjian Kinerja murni."


def rkt(store: Store, bahan: BahanRencana, isi: Collection[BarisDokumen]) -> Isi:
    """The sasaran of the Camat with the annual targets, and every program and kegiatan at the pagu murni.

    isi: what the registered RKT says of each indikator; without it, what the first PK promised, and a gap that says so.
    """
    goals = [g for g in bahan.sasaran.values() if g.jenjang == "camat"]
    shown: list[SasaranRkt] = []
    gaps: list[Gap] = [] if isi else [("RKT", DARI_PK.format(tahun=bahan.tahun), "Perencanaan")]
    for nomor, goal in enumerate(goals, 1):
        rows = _rkt_of_document(bahan, goal.kode, isi) if isi else [_rkt_row(bahan, c) for c in bahan.cards(goal.kode)]
        shown.append(SasaranRkt(f"{nomor}.", goal.uraian, tuple(rows) or (BarisRkt(BELUM, "", BELUM),)))
        gaps += [] if rows else [(f"Sasaran {goal.kode}", "Belum mempunyai indikator.", "Perencanaan")]
        gaps += [] if isi else bahan_rencana.gaps_of_targets(bahan, bahan.cards(goal.kode))
    gaps += [
        (line.nama, "Tercantum dalam RKT, tetapi tidak cocok dengan indikator sasaran Camat, sehingga tidak termuat.",
         "Perencanaan")
        for line in isi
        if not (line.kode in bahan.indikator and bahan.indikator[line.kode].sasaran in {g.kode for g in goals})
    ]  # fmt: skip
    if not shown:
        gaps.append(("Sasaran strategis", "Belum ada sasaran tingkat Camat.", "Perencanaan"))
    lines = _programs(store, bahan, [g.kode for g in goals])
    gaps += [(p.nama, "Belum dikaitkan dengan sasaran.", "Perencanaan") for p in lines if p.sasaran == BELUM]
    if not lines:
        gaps.append(("Anggaran", f"Pagu tahun {bahan.tahun} belum diisi.", "Perencanaan"))
    total = anggaran.total(store, bahan.identitas.unit, bahan.tahun)
    pagu = total["pagu_murni_rupiah"] if total else None
    words = BELUM if pagu is None else f"{rupiah(pagu)} ({terbilang(pagu)} rupiah)"
    notes = () if isi else (DARI_PK.format(tahun=bahan.tahun),)
    return Isi("rkt", rkt=tuple(shown), program=lines, jumlah=words, catatan=notes, gaps=gaps)


def marked(isi: Isi, tahun: int, kode: Mapping[str, str]) -> Isi:
    """The same with the code of each figure. Not marked when they are gathered: a potret holds words without codes.

    kode: of each indikator by its name; one that the RKT names otherwise goes by its place in it.
    """
    names = [row.indikator for goal in isi.rkt for row in goal.baris]

    def money(of: str | None, teks: str) -> Bertanda:
        return sumber.tandai(sumber.uang(of, tahun, "TH", "pagu_murni"), teks)

    def target(row: BarisRkt) -> BarisRkt:
        own = kode.get(row.indikator) or f"RKT-{names.index(row.indikator) + 1}"
        code = sumber.indikator(own, tahun, "TH", "target_rkt")
        return replace(row, target=sumber.tandai(code, row.target))

    return replace(
        isi,
        rkt=tuple(replace(goal, baris=tuple(target(row) for row in goal.baris)) for goal in isi.rkt),
        program=tuple(replace(line, anggaran=money(line.kode, line.anggaran)) for line in isi.program),
        jumlah=money(None, isi.jumlah),
    )


def _rkt_of_document(bahan: BahanRencana, sasaran: str, isi: Collection[BarisDokumen]) -> list[BarisRkt]:
    """What a registered RKT says of the indikator of one sasaran, in its own words."""
    found = []
    for line in isi:
        card = bahan.indikator.get(line.kode or "")
        if card is not None and card.sasaran == sasaran:
            target = line.target.get(bahan.tahun)
            words = BELUM if target is None else figure(card, target)
            found.append(BarisRkt(line.nama, line.satuan or card.satuan, words))
    return found


def _rkt_row(bahan: BahanRencana, card: Indikator) -> BarisRkt:
    target = bahan.of_target(card.kode).th
    return BarisRkt(card.nama, card.satuan, BELUM if target is None else figure(card, target))


def _programs(store: Store, bahan: BahanRencana, goals: Sequence[str]) -> tuple[ProgramRkt, ...]:
    """Programs and kegiatan with a pagu murni, in the order of their codes; a kegiatan serves what its program does."""
    unit, tahun = bahan.identitas.unit, bahan.tahun
    links = dukungan.of_sasaran(store, unit, tahun, "murni")
    serves: dict[str, list[str]] = {}
    for nomor, goal in enumerate(goals, 1):
        for node in links.get(goal, []):
            serves.setdefault(node.kode, []).append(str(nomor))
    found = []
    for r in anggaran.pohon(store, unit, tahun).to_dicts():
        if r["jenjang"] in ("program", "kegiatan") and r["pagu_murni_rupiah"] is not None:
            own = ", ".join(serves.get(r["kode"], ())) or BELUM
            found.append(ProgramRkt(r["jenjang"], r["kode"], r["nama"], angka(r["pagu_murni_rupiah"], 0),
                                    own if r["jenjang"] == "program" else ""))  # fmt: skip
    return tuple(found)
