"""How well the heading of a column fits what an upload looks for. Each rule is a line: the first that hits decides."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from lakip.periode import ROMAWI
from lakip.unggah.tabel.makna import Makna, plain
from lakip.unggah.tabel.tabel import Tabel


class Cocok(Enum):
    """How well a heading fits what is looked for."""

    YA = "ya"
    SAMPAI = "sampai"  # it fits, and runs from January to the end of the quarter
    MUNGKIN = "mungkin"
    TIDAK = "tidak"


@dataclass(frozen=True)
class Bidang:
    """One thing that an upload looks for in a column.

    Attributes:
        nama, label: its name in the record of the reading, and for a person.
        apa: what its heading may say, the best first. `mungkin`: what it may be, if a person says so.
        kata: whole headings that are this, whatever their words mean elsewhere; for what is no figure.
        angka: a figure: nothing of its heading may be left over.
        triwulan: the quarter that is wanted. `tahun`: the tahun. `setahun`: the figure of the whole tahun is wanted.
        unsur: kinerja or keuangan, where the other one is something else.
        persen: it is a percentage itself.
        tersirat: a heading that names only the quarter is enough.
        sebut_triwulan: the heading or a title has to name the quarter.
        sebut_tahun: the heading has to name the tahun.
        pokok: what the upload is about, so that where no column may be it, one that is not understood is asked about.
        tanya: whether it is worth a question when no column serves by itself.
        versi: murni or perubahan. `cakupan`: whose figure it is, where not the office's.
    """

    nama: str
    label: str
    apa: tuple[str, ...] = ()
    mungkin: tuple[str, ...] = ()
    kata: tuple[str, ...] = ()
    angka: bool = False
    triwulan: int | None = None
    tahun: int | None = None
    setahun: bool = False
    unsur: str | None = None
    versi: str | None = None
    cakupan: str | None = None
    persen: bool = False
    tersirat: bool = False
    sebut_triwulan: bool = False
    sebut_tahun: bool = False
    pokok: bool = False
    tanya: bool = True


Putusan = tuple[Cocok, str]
"""How well it fits, and what is in doubt."""

YA, TIDAK, SAMPAI = (Cocok.YA, ""), (Cocok.TIDAK, ""), (Cocok.SAMPAI, "")


def fit(tabel: Tabel, one: Bidang, column: int) -> Putusan:
    """How well one column fits."""
    meant = _as_whole(tabel, one, column)
    if one.kata and plain(" ".join(tabel.blok.jalur[column])) in one.kata:
        return YA
    if not one.angka:
        return YA if meant.apa in one.apa and meant.paham and meant.cakupan == one.cakupan else TIDAK
    verdicts = [_what(tabel, one, meant), _when(tabel, one, meant), _part(tabel, one, meant)]
    if any(verdict is Cocok.TIDAK for verdict, _ in verdicts):
        return TIDAK
    if not meant.paham:
        verdicts.append((Cocok.MUNGKIN, f"kata “{' '.join(meant.sisa)}” tidak dikenal"))
    doubts = [why for verdict, why in verdicts if verdict is Cocok.MUNGKIN]
    if doubts:
        return Cocok.MUNGKIN, "; ".join(doubts)
    return SAMPAI if SAMPAI in verdicts else YA


def quarter_label(apa: str, triwulan: int) -> str:
    return f"{apa} Triwulan {ROMAWI[triwulan]}"


# ---------------------------------------------------------------- inside


def _first(rules: Iterable[tuple[object, Putusan]], otherwise: Putusan) -> Putusan:
    return next((verdict for hit, verdict in rules if hit), otherwise)


def _as_whole(tabel: Tabel, one: Bidang, column: int) -> Makna:
    """A bare Jumlah beside parts of something is the whole of that."""
    meant, beside = tabel.blok.makna[column], tabel.blok.makna.get(column - 1)
    bare = meant.jumlah and meant.apa in (None, "lain") and not meant.waktu.berkala
    if bare and beside is not None and beside.apa in one.apa and (beside.waktu.bulan or beside.bagian):
        return replace(meant, apa=beside.apa, sisa=())
    return meant


def _what(tabel: Tabel, one: Bidang, meant: Makna) -> Putusan:
    when = meant.waktu
    speaks = bool(when.triwulan or when.semester or when.ini or meant.unsur or when.sd)
    speaks = speaks or (meant.setahun and "apa" in tabel.label.values())
    apa = meant.apa or (_by_rows(tabel, one) if speaks else None)
    elsewhere = "realisasi" in (tabel.konteks.apa, *(m.apa for m in tabel.blok.makna.values()))
    rules = (
        (meant.cakupan != one.cakupan, TIDAK),
        (apa in one.apa or (one.cakupan and apa in (None, "realisasi", "capaian")), YA),
        (apa in one.mungkin, (Cocok.MUNGKIN, f"judulnya menyebut {apa}")),
        (
            apa is None and one.tersirat and when.triwulan and not elsewhere,
            (Cocok.MUNGKIN, "judul tabelnya menyebut pengukuran") if tabel.mengukur else YA,
        ),
        (
            apa is None and "realisasi" in one.apa and (speaks or when.bulan),
            (Cocok.MUNGKIN, "judulnya tidak menyebut apa isinya"),
        ),
    )
    return _first(rules, TIDAK)


def _by_rows(tabel: Tabel, one: Bidang) -> str | None:
    """What the rows say they hold, or a title says of a table whose headings only say when."""
    if "apa" in tabel.label.values():
        return next((a for a in one.apa if a in ("target", "realisasi") and one.tanya), None)
    return tabel.konteks.apa if tabel.konteks.apa in one.apa else None


def _when(tabel: Tabel, one: Bidang, meant: Makna) -> Putusan:
    when = meant.waktu
    if when.lampau or (when.tahun and one.tahun and one.tahun not in when.tahun):
        return TIDAK
    if one.setahun:
        unfit = when.berkala or (meant.jangka and not when.tahun) or (one.sebut_tahun and not when.tahun)
        return TIDAK if unfit else YA
    if meant.jangka:
        return TIDAK
    if one.triwulan is None:
        return TIDAK if when.triwulan or when.bulan or when.semester else YA
    return _quarter(tabel, one, one.triwulan, meant)


def _quarter(tabel: Tabel, one: Bidang, wanted: int, meant: Makna) -> Putusan:
    when, above = meant.waktu, tabel.konteks.waktu
    asks = "realisasi" in one.apa  # only of a realisasi is it worth asking

    def maybe(why: str, rather: bool = True) -> Putusan:
        return (Cocok.MUNGKIN, why) if rather else TIDAK

    ends = above.bulan[-1:] == (3 * wanted,)
    inside = bool({*above.bulan} & {3 * wanted - 2, 3 * wanted - 1, 3 * wanted})
    months = set(when.bulan) <= {3 * wanted - 2, 3 * wanted - 1, 3 * wanted}
    half = SAMPAI if when.semester == 1 else maybe("judulnya menyebut semester")
    until = SAMPAI if when.sd or len(when.triwulan) > 1 else YA
    rules = (
        (when.bulan, maybe("judulnya menyebut bulan", months)),
        (when.semester, half if (when.semester or 0) * 2 == wanted else TIDAK),
        (when.triwulan, until if when.sampai == wanted else TIDAK),
        (
            tabel.per_bulan and one.unsur == "keuangan",
            maybe("barisnya menyebut bulan", asks and wanted in (above.triwulan or (wanted,))),
        ),
        (above.triwulan and wanted not in above.triwulan and not tabel.memilih, TIDAK),
        (when.sd and ends, SAMPAI),
        (above.bulan, maybe("judul tabelnya menyebut bulan", asks and inside)),
        (
            one.sebut_triwulan and not above.triwulan and not above.semester,
            maybe("tidak jelas untuk triwulan mana", asks),
        ),
        (when.sebulan and not when.sd, maybe("judulnya menyebut bulan")),
        (when.sd, SAMPAI),
        (when.ini, YA),
        (meant.setahun, maybe("judulnya menyebut angka setahun", asks)),
        (
            above.sd or len(above.triwulan) > 1 or above.semester,
            SAMPAI if not above.triwulan or above.sampai == wanted else TIDAK,
        ),
    )
    return _first(rules, YA)


def _part(tabel: Tabel, one: Bidang, meant: Makna) -> Putusan:
    other = bool(meant.unsur and one.unsur and meant.unsur != one.unsur)
    progress = meant.unsur == "fisik" and one.unsur == "kinerja"
    versi = meant.versi or (tabel.konteks.versi if one.versi else None) or "murni"
    share = one.unsur != "keuangan" or not meant.unsur
    rules = (
        (meant.bagian, (Cocok.MUNGKIN, f"judulnya hanya menyebut sebagian ({meant.bagian})")),
        (
            meant.skala and one.unsur == "kinerja",
            (Cocok.MUNGKIN, f"judulnya menyebut {meant.skala}, sedangkan angka dibaca apa adanya"),
        ),
        (other and progress, (Cocok.MUNGKIN, "judulnya menyebut fisik, yang biasanya kemajuan kegiatan")),
        (other, TIDAK),
        (meant.persen and not one.persen, (Cocok.MUNGKIN, "judulnya menyebut persen") if share else TIDAK),
        (one.versi and versi != one.versi, TIDAK),
        (meant.versi and not one.versi, (Cocok.MUNGKIN, f"judulnya menyebut {meant.versi}")),
    )
    return _first(rules, YA)
