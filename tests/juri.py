"""The judge of a reading: what would be recorded of a workbook, beside what is right, through the public API alone.

A key names one figure: "A-01" (realisasi), "7.01.01.2.01.0001|realisasi_tw2" (anggaran), "A-01|TW1" (rencana),
"A-01|Kabupaten" (pembanding), "A-01|2027" (isi dokumen), "S1|7.01.01" (kaitan). A figure is a Decimal or a pair.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kantor_kasus import KASUBBAG, TAHUN, UNIT

from lakip import anggaran as catatan_anggaran
from lakip import dokumen as catatan_dokumen
from lakip import pembanding as catatan_pembanding
from lakip import rekap
from lakip import rencana as catatan_rencana
from lakip.dokumen import Dokumen
from lakip.indikator import Keadaan
from lakip.pembanding import CAKUPAN_NAMA
from lakip.periode import ROMAWI, TRIWULAN
from lakip.store import Store
from lakip.unggah import anggaran, dokumen, kaitan, pembanding, realisasi, rencana
from lakip.unggah.hasil import Hasil, agree, leave_out
from lakip.validasi import Temuan

Angka = Any  # Decimal, int, or a pair of them
Catatan = dict[str, Angka]
Jawaban = dict[tuple[str, str, str], str]
Jawab = Callable[[Jawaban], Hasil]
PUTARAN = 8  # answers may bring new questions; after so many rounds nobody goes on


@dataclass(frozen=True)
class Unggahan:
    """One workbook, and for what it is uploaded; `dokumen` for the contents of a document."""

    content: bytes
    nama: str = "berkas.xlsx"
    jenis: str = "realisasi"
    triwulan: int = 2
    dokumen: Dokumen | None = None


@dataclass
class Nilai:
    """What became of the figures: keys under one of these words, and the questions that were answered on the way."""

    benar: set[str] = field(default_factory=set)
    ditanya: set[str] = field(default_factory=set)
    ditolak: set[str] = field(default_factory=set)  # the whole file, with a sentence
    hilang: set[str] = field(default_factory=set)  # neither read nor asked about
    salah: dict[str, Angka] = field(default_factory=dict)  # what would be recorded instead
    lain: Catatan = field(default_factory=dict)  # recorded, and the right reading says nothing of it
    buntu: tuple[Temuan, ...] = ()  # still holds after everything was left out


def reader(store: Store, unggahan: Unggahan) -> Jawab:
    """Read this workbook under some answers."""
    said = {
        "store": store,
        "pengguna": KASUBBAG,
        "content": unggahan.content,
        "nama_berkas": unggahan.nama,
        "unit": UNIT,
    }
    if unggahan.jenis == "realisasi":
        return lambda jawaban: realisasi.read(**said, tahun=TAHUN, triwulan=unggahan.triwulan, jawaban=jawaban)
    if unggahan.jenis == "dokumen":
        assert unggahan.dokumen is not None
        return lambda jawaban: dokumen.read(**said, wanted=unggahan.dokumen, jawaban=jawaban)
    room = {"anggaran": anggaran, "rencana": rencana, "pembanding": pembanding, "kaitan": kaitan}[unggahan.jenis]
    more = {"triwulan": unggahan.triwulan} if unggahan.jenis == "anggaran" and _asks_triwulan() else {}
    return lambda jawaban: room.read(**said, tahun=TAHUN, jawaban=jawaban, **more)


def agreed(read: Jawab, jawaban: Mapping[tuple[str, str, str], str] | None = None) -> tuple[Hasil, Jawaban]:
    """The reading once a person said "yes, so" to every table that is understood."""
    answers = dict(jawaban or {})
    hasil = read(answers)
    for _ in range(PUTARAN):
        more = {key: said for key, said in agree(hasil).items() if answers.get(key) != said}
        if not more:
            break
        answers |= more
        hasil = read(answers)
    return hasil, answers


def settled(read: Jawab, hasil: Hasil, jawaban: Jawaban) -> Hasil:
    """The reading after everything that still holds was left out."""
    answers = dict(jawaban)
    for _ in range(PUTARAN):
        if not hasil.menahan or hasil.ditolak:
            break
        answers |= leave_out(hasil)
        hasil, answers = agreed(read, answers)
    return hasil


# ---------------------------------------------------------------- what would be recorded, and what is


def to_record(hasil: Hasil) -> Catatan:
    """The figures that saving this would change; none while anything holds."""
    if hasil.menahan or hasil.ditolak or not hasil.perubahan:
        return {}
    return {
        realisasi.Hasil: _realisasi,
        anggaran.Hasil: _anggaran,
        rencana.Hasil: _rencana,
        pembanding.HasilPembanding: _pembanding,
        kaitan.HasilKaitan: _kaitan,
    }.get(type(hasil), _dokumen)(hasil)


def on_record(store: Store, unggahan: Unggahan) -> Catatan:
    """The figures that stand before the upload."""
    if unggahan.jenis == "realisasi":
        cards = rekap.acuan(store, UNIT, TAHUN, unggahan.triwulan)
        there = {k: c.tercatat[unggahan.triwulan].isi for k, c in cards.items() if unggahan.triwulan in c.tercatat}
        return {kode: _figure(isi) for kode, isi in there.items()}
    if unggahan.jenis == "anggaran":
        known = catatan_anggaran.figures(catatan_anggaran.record(store, UNIT, TAHUN))
        return {f"{kode}|{kolom}": nilai for (kode, kolom), nilai in known.items()}
    if unggahan.jenis == "rencana":
        goals = catatan_rencana.targets(store, UNIT, TAHUN)
        return {f"{g.indikator}|{p}": n for g in goals.values() for p, n in g.nilai.items() if n is not None}
    if unggahan.jenis == "pembanding":
        known_figures = catatan_pembanding.recorded(store, UNIT, TAHUN)
        return {f"{kode}|{CAKUPAN_NAMA[c]}": one.nilai for (kode, c), one in known_figures.items()}
    if unggahan.jenis == "kaitan":
        return {f"{one.sasaran}|{one.kode}": one.porsi for one in catatan_anggaran.links(store, UNIT, TAHUN)}
    assert unggahan.dokumen is not None
    return _contents(catatan_dokumen.contents(store, UNIT, unggahan.dokumen))


def _figure(isi: Any) -> Angka:
    if isi.keadaan == Keadaan.NIHIL:
        return 0
    return isi.nilai if isi.pembilang is None and isi.penyebut is None else (isi.pembilang, isi.penyebut)


def _realisasi(hasil: Any) -> Catatan:
    figures = {"nilai", "pembilang", "penyebut", "keadaan"}
    return {p.kode: _figure(p.baru) for p in hasil.perubahan if figures & {*p.bidang}}


def _anggaran(hasil: Any) -> Catatan:
    new = {f"{one.kode}|nomenklatur": one.nama for one in hasil.anggaran.kode}
    return {f"{kode}|{kolom}": nilai for (kode, kolom), nilai in hasil.anggaran.angka.items()} | new


TARGET_NAMA = {"Target Tahunan": "TH"} | {f"Target TW {ROMAWI[n]}": f"TW{n}" for n in TRIWULAN}


def _rencana(hasil: Any) -> Catatan:
    goals = {g.indikator: g.nilai for g in hasil.rencana.target}
    said = [(p.kode, TARGET_NAMA[p.bidang]) for p in hasil.perubahan if p.bidang in TARGET_NAMA]
    return {f"{kode}|{periode}": goals[kode][periode] for kode, periode in said if kode in goals}


def _pembanding(hasil: Any) -> Catatan:
    return {f"{one.indikator}|{CAKUPAN_NAMA[one.cakupan]}": one.nilai for one in hasil.angka}


def _kaitan(hasil: Any) -> Catatan:
    before = {(one.sasaran, one.kode): one.porsi for one in hasil.dilihat}
    return {
        f"{one.sasaran}|{one.kode}": one.porsi
        for one in hasil.kaitan
        if before.get((one.sasaran, one.kode)) != one.porsi
    }


def _dokumen(hasil: Any) -> Catatan:
    return _contents(hasil.isi)


def _contents(rows: Iterable[Any]) -> Catatan:
    return {f"{r.kode or r.nama}|{year}": n for r in rows for year, n in (r.target or {"": r.nama}).items()}


def _asks_triwulan() -> bool:
    return "triwulan" in anggaran.read.__annotations__


# ---------------------------------------------------------------- the verdict


def verdict(
    tercatat: Catatan, akan: Catatan, benar: Mapping[str, Angka], hasil: Hasil, asks: Callable[[str, Temuan], bool]
) -> Nilai:
    """Judge each figure; a right one of None may not be recorded.

    Args:
        tercatat, akan: what stands before, and what saving would change once all that holds is left out.
        hasil: the reading before anything was left out; `asks` says whether a temuan is about a key.
    """
    found = Nilai()
    for key, right in benar.items():
        if key in akan and akan[key] != right and akan[key] != tercatat.get(key):
            found.salah[key] = akan[key]
        elif right is None or akan.get(key, tercatat.get(key)) == right:
            found.benar |= {key} if right is not None else set()
        elif hasil.ditolak:
            found.ditolak.add(key)
        elif any(asks(key, t) for t in hasil.menahan):
            found.ditanya.add(key)
        else:
            found.hilang.add(key)
    found.lain = {k: v for k, v in akan.items() if k not in benar and v != tercatat.get(k)}
    return found


def judged(
    store: Store,
    unggahan: Unggahan,
    benar: Mapping[str, Angka],
    asks: Callable[[str, Temuan], bool],
    jawaban: Jawaban | None = None,
) -> tuple[Nilai, Hasil, Jawaban]:
    """The verdict on one reading with its one confirmation and these answers; raises what `read` raises."""
    read = reader(store, unggahan)
    hasil, answers = agreed(read, jawaban)
    left = settled(read, hasil, answers)
    found = verdict(on_record(store, unggahan), to_record(left), benar, hasil, asks)
    found.buntu = () if left.ditolak else left.menahan
    return found, hasil, answers
