"""The rules of a plan over the rows of a file, each finding at its cell; and which targets a PK version decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lakip import rencana
from lakip.formatting import angka
from lakip.rencana import PERIODE_TARGET, Indikator, PkVersion, Target, TemuanRencana
from lakip.store import Store
from lakip.unggah.rencana.baris import Acuan, Terbaca
from lakip.unggah.rencana.kamus import NAMA_KOLOM
from lakip.unggah.tabel.calon import Calon
from lakip.validasi import Temuan, Tingkat

# What a plan calls a field, and the columns of a table that hold it: a sasaran is pointed at by its kode.
SEBUTAN = {"sasaran": ("kode_sasaran",), "uraian": ("sasaran",), "tujuan": ("kode_tujuan",)}
# Fields that must fit each other: the one that differs from the record is to blame.
SERASI = {"isian": ("isian", "metode"), "tipe_nilai": ("tipe_nilai", "satuan", "isian")}


@dataclass(frozen=True)
class Penetapan:
    """One PK version among those of its tahun.

    What a later PK has set counts no more in an earlier one: there only the quarters before it may still be
    corrected. `tertulis` is what an earlier one says, by indikator and periode.
    """

    pk: PkVersion
    sesudah: PkVersion | None = None
    tertulis: Mapping[tuple[str, str], Decimal | None] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, unit: str, tahun: int, pk: PkVersion, existing: Sequence[PkVersion]) -> "Penetapan":
        later = next((e for e in existing if pk.versi is not None and (e.versi or 0) > pk.versi), None)
        if later is None:
            return cls(pk)
        rows = store.read("target_pk", unit=unit, tahun=tahun, pk=pk.versi).iter_rows(named=True)
        return cls(pk, later, {(r["indikator"], r["periode"]): r["nilai"] for r in rows})

    @property
    def periode(self) -> tuple[str, ...]:
        """What this version still decides."""
        if self.sesudah is None:
            return PERIODE_TARGET
        return tuple(n for n in PERIODE_TARGET if n != "TH" and int(n[-1]) < self.sesudah.mulai_triwulan)

    def in_force(self, known: Target | None, new: Target) -> Target:
        """What would count: quarters before this version, and what a later one has set, keep theirs."""
        merged = rencana.merge(known, new, self.pk.mulai_triwulan)
        return merged if known is None else self._with(merged, known.nilai)

    def as_written(self, target: Target) -> Target:
        """As this version is to say it: what a later one decides stays as it stands here."""
        return self._with(target, {n: self.tertulis.get((target.indikator, n)) for n in PERIODE_TARGET})

    def _with(self, target: Target, other: Mapping[str, Decimal | None]) -> Target:
        if self.sesudah is None:
            return target
        nilai = {n: target.nilai[n] if n in self.periode else other.get(n) for n in PERIODE_TARGET}
        return replace(target, tw=(nilai["TW1"], nilai["TW2"], nilai["TW3"], nilai["TW4"]), th=nilai["TH"])

    def check(self, known: Target | None, new: Target) -> list[TemuanRencana]:
        """Cells that say neither what this version says nor what counts, where a later version decides."""
        now = known.nilai if known else {}
        return [
            TemuanRencana(
                new.indikator,
                name,
                f"{new.indikator}: {NAMA_KOLOM[name]} ditetapkan PK versi {self.sesudah.versi}, sehingga "
                f"{angka(new.nilai[name])} tidak akan berlaku. Pilih PK itu pada Versi PK, atau kembalikan angkanya.",
            )
            for name in PERIODE_TARGET
            if self.sesudah is not None and name not in self.periode and name in new.sel
            if new.nilai[name] not in (self.tertulis.get((new.indikator, name)), now.get(name))
        ]


def by_rule(store: Store, rows: Sequence[Terbaca], acuan: Acuan, goals: set[str], penetapan: Penetapan) -> list[Temuan]:
    """What is wrong with the cards and targets that saving would change."""
    found: list[TemuanRencana] = []
    pairs = []
    for row in rows:
        card, target = row.indikator, row.target
        if card is None and row.dugaan is not None and target is not None:
            pairs.append((row.dugaan, penetapan.in_force(None, rencana.complete(row.dugaan, target))))
        if card is None:
            continue
        if row.ubah_kartu:
            faults = rencana.check_card(card, goals, list(acuan.bagian), acuan.anggaran)
            found += [_blamed(one, card, acuan.indikator.get(row.kode)) for one in faults]
        if target is not None:
            known, full = acuan.target.get(row.kode), rencana.complete(card, target)
            found += penetapan.check(known, full)
            if row.ubah_kartu or row.ubah_target or penetapan.pk.versi is None:
                found += rencana.check_kept(known, full, penetapan.pk.mulai_triwulan)
                pairs.append((card, penetapan.in_force(known, full)))
    found += rencana.check_targets(store, pairs)
    places = {row.kode: row.calon for row in rows}
    return [placed(one, places[one.kode]) for one in found]


def _blamed(one: TemuanRencana, card: Indikator, known: Indikator | None) -> TemuanRencana:
    names = SERASI.get(one.kolom, ()) if known is not None else ()
    return replace(one, kolom=next((n for n in names if getattr(known, n) != getattr(card, n)), one.kolom))


def placed(one: TemuanRencana, calon: Calon) -> Temuan:
    """A finding of the plan at the cell of its row that holds what it is about."""
    tingkat = Tingkat.SALAH if one.salah else Tingkat.CATATAN
    name = next((n for n in SEBUTAN.get(one.kolom, ()) if n in calon.alamat), one.kolom)
    return calon.temuan(tingkat, name, f"rencana_{one.kolom.lower()}", one.pesan, one.kode)
