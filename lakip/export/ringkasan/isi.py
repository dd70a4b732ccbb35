"""The page: what the dashboard says of a periode, on one A4 sheet. Every word and figure is the dashboard's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from lakip import alur, dasbor, pengaturan, sumber
from lakip.akses import Izin, Pengguna
from lakip.alur import KEADAAN_NAMA, PERIODE_ALUR, agenda
from lakip.alur.agenda import Acara
from lakip.dasbor import Baris, Dasbor, Hal, Petak, Tanda, Tertahan
from lakip.errors import UserError
from lakip.export import kop
from lakip.export.cetakan import Cetakan
from lakip.export.kop import Kop
from lakip.export.word import Gambar
from lakip.formatting import tanggal, waktu
from lakip.grafik import to_png
from lakip.grafik.bilah import bilah
from lakip.periode import PERIODE, ROMAWI, local
from lakip.store import Store

TEMPLATE = Path(__file__).parents[1] / "templates" / "ringkasan.docx"
PALING_HAL, PALING_TANGGAL = 6, 4  # so many fit on the page, the rest is counted
PADAT, HAL_PADAT = 18, 3  # beyond so many lines of indikator and sasaran, so many matters
PANJANG = 240  # letters of a cause and its step; what is longer is told on the screen
LEBAR_BILAH = 2.9  # cm
SIAPA_SAJA = Pengguna("", "", ())  # reads what everybody may, and settles nothing


@dataclass(frozen=True)
class Kotak:
    """One tile; `gerak`: "▼ 6,57", empty where nothing moved."""

    judul: str
    angka: str
    gerak: str
    keterangan: str


@dataclass(frozen=True)
class BarisRingkas:
    """A sasaran (`kepala`), or one indikator of it. `pudar`: it is not judged. `tw`: a sign for each quarter.

    `bilah`: its bar; none where it has no capaian.
    """

    kepala: str
    nama: str
    realisasi: str
    target: str
    capaian: str
    pudar: bool
    tw: str
    bilah: tuple[Gambar, ...] = ()


@dataclass(frozen=True)
class BarisHal:
    nomor: str
    apa: str
    mengapa: str


@dataclass(frozen=True)
class BarisTanggal:
    tanggal: str
    apa: str


@dataclass(frozen=True)
class Ringkasan:
    """Every word the template may use: text as printed, rows of tables."""

    kop: Kop
    tanda_halaman: str
    kaki: str
    judul: str
    keadaan: str
    putusan: str
    lanjutan: str
    kotak: tuple[Kotak, ...]
    triwulan: str
    baris: tuple[BarisRingkas, ...]
    hal: tuple[BarisHal, ...]
    hal_lain: str
    ditunggu: tuple[str, ...]
    tanggal: tuple[BarisTanggal, ...]
    tanggal_lain: str


def draft(store: Store, unit: str, tahun: int, kode: str, kini: datetime) -> Ringkasan:
    """The words of the page as things stand at `kini` (UTC). Raises UserError for a tahun without indikator."""
    hari = local(kini).date()
    data = dasbor.read(store, unit, tahun, kode, hari)
    if data.indikator.is_empty():
        raise UserError(f"Tahun {tahun} belum mempunyai indikator, jadi belum ada yang diringkas.")
    kantor, about, run = pengaturan.identity(store, unit), PERIODE[kode].label(tahun), run_of(kode)
    dates = tuple(a for a in agenda.of(store, unit, tahun, run, kini) if a.hari >= hari and not a.batal)
    rows = tuple(_rows(data))
    most = PALING_HAL if len(rows) <= PADAT else HAL_PADAT
    held = dasbor.keputusan(store, SIAPA_SAJA, data, hari).tertahan
    return Ringkasan(
        kop=kop.of(store, unit, kop.KECIL),
        tanda_halaman="DATA CONTOH" if kantor.contoh else "",
        kaki=f"Ringkasan Kinerja {about} · {kantor.nama} · dicetak {waktu(kini)}",
        judul=f"Ringkasan Kinerja {about}".upper(),
        keadaan=_standing(store, data, run),
        putusan=data.putusan.pokok,
        lanjutan=data.putusan.lanjutan,
        kotak=tuple(_tile(data, name) for name in ("rata", "indikator", "anggaran", "kiriman")),
        triwulan=" ".join(("TW", *(ROMAWI[n] for n in range(1, PERIODE[kode].triwulan[-1] + 1)))),
        baris=rows,
        hal=tuple(BarisHal(f"{n}.", _firm(h.apa), _short(h)) for n, h in enumerate(data.perhatian[:most], 1)),
        hal_lain=_rest(len(data.perhatian) - most, "hal"),
        ditunggu=tuple(_awaited(t) for t in held if t.periode == run),
        tanggal=tuple(BarisTanggal(_when(a), _what(a)) for a in dates[:PALING_TANGGAL]),
        tanggal_lain=_rest(len(dates) - PALING_TANGGAL, "tanggal"),
    )


KIND = Cetakan("ringkasan", "Ringkasan Kinerja", TEMPLATE, draft)


def build(store: Store, pengguna: Pengguna, unit: str, tahun: int, kode: str, kini: datetime) -> bytes:
    """The .docx of any periode that the dashboard shows, its figures recorded like those of every paper."""
    pengguna.require(Izin.LAPORAN, unit)
    return KIND.build(store, pengguna, unit, tahun, kode, kode=kode, kini=kini)


def file_name(tahun: int, kode: str, nomor: int | None = None) -> str:
    return f"ringkasan_kinerja_{tahun}_{kode}{f'_{nomor}' if nomor else ''}.docx"


def run_of(kode: str) -> str:
    """The run that a periode is decided by: of SDn, its last triwulan."""
    return kode if kode in PERIODE_ALUR else f"TW{PERIODE[kode].triwulan[-1]}"


# ---------------------------------------------------------------- inside


def _standing(store: Store, data: Dasbor, run: str) -> str:
    """As of when, how much of it is confirmed, where the run stands."""
    filled, due = data.terisi
    now = alur.standing(store, data.unit, data.tahun, run)
    state = KEADAAN_NAMA[now.keadaan].lower()
    step = f"{PERIODE[run].nama} {state}" + (f" {tanggal(local(now.pada).date())}" if now.pada else "")
    return f"Keadaan {tanggal(data.per)} · {filled} dari {due} angka terisi, {data.dibenarkan} dibenarkan · {step}"


def _tile(data: Dasbor, name: str) -> Kotak:
    one: Petak = getattr(data.ubin, name)
    said, moved = one.angka, "" if name == "indikator" else one.gerak
    if name == "rata":
        said = sumber.tandai(sumber.rata(None, data.tahun, data.periode, "dengan_batas"), one.angka)
    elif name == "anggaran":
        said = sumber.tandai(sumber.uang(None, data.tahun, data.periode, "serapan"), one.angka)
    return Kotak(one.judul, said, f"{'▼' if one.buruk else '▲'} {moved}" if moved else "", one.keterangan)


def _rows(data: Dasbor) -> Iterator[BarisRingkas]:
    """The Camat's indikator under their sasaran, as on the screen."""
    sasaran = ""
    for row in data.utama:
        if row.sasaran != sasaran:
            sasaran = row.sasaran
            yield BarisRingkas(sasaran, "", "", "", "", False, "")
        yield _row(data, row)


def _row(data: Dasbor, row: Baris) -> BarisRingkas:
    def mark(besaran: str, teks: str) -> str:
        return sumber.tandai(sumber.indikator(row.kode, data.tahun, data.periode, besaran), teks)

    judged, quarters = row.tanda in (Tanda.TERCAPAI, Tanda.KURANG), (t.ikon if t else "–" for t in row.triwulan)
    return BarisRingkas(
        "", row.pendek, mark("realisasi", row.realisasi), mark("target", row.target),
        mark("capaian", f"{row.tanda.ikon} {row.kata}"), not judged, " ".join(quarters),
        _bar(row, judged=judged),
    )  # fmt: skip


def _bar(row: Baris, *, judged: bool) -> tuple[Gambar, ...]:
    """The capaian as a bar against its target; the figure beside it says the same to whoever cannot see it."""
    if row.capaian_persen is None:
        return ()
    drawn = partial(bilah, row.capaian_persen, dinilai=judged, meleset=row.tanda is Tanda.KURANG)
    return (Gambar(lambda: to_png(drawn()), LEBAR_BILAH, row.kata),)


def _short(hal: Hal) -> str:
    words = " ".join(filter(None, (hal.mengapa, hal.sejak)))
    return _firm(words if len(words) <= PANJANG else f"{words[: PANJANG - 1].rpartition(' ')[0]} …")


def _firm(words: str) -> str:
    """A percent sign stays with its number."""
    return words.replace(" %", "\u00a0%")


def _awaited(one: Tertahan) -> str:
    return f"{one.pemegang}: {one.apa}"


def _when(one: Acara) -> str:
    clock = f", {local(one.mulai):%H.%M}" if one.mulai else ""
    return tanggal(one.hari) + clock


def _what(one: Acara) -> str:
    """The date in words, with its place, and who or what it is about."""
    return ". ".join(filter(None, (", ".join(filter(None, (one.judul, one.tempat))), one.uraian)))


def _rest(more: int, apa: str) -> str:
    return f"dan {more} {apa} lain di aplikasi" if more > 0 else ""
