"""The SOP as the form of PermenPAN-RB 35/2012: the whole vocabulary of its template, and the act of printing one.

Any version can be printed: a revision before it is signed, an old one to look back at.
"""

import textwrap
from dataclasses import dataclass
from pathlib import Path

from lakip import pengaturan
from lakip.akses import Izin, Pengguna, Peran
from lakip.errors import UserError
from lakip.export import bahan_rencana, gambar_alur, kop, pihak, word
from lakip.export.bahan_rencana import BELUM
from lakip.export.baris import BarisKurang
from lakip.export.gambar_alur import Sel
from lakip.export.kop import Kop
from lakip.export.pihak import Pihak
from lakip.export.word import Gambar
from lakip.formatting import KOSONG, tanggal
from lakip.sop import langkah, pertanyaan
from lakip.sop.langkah import PELAKSANA, Langkah, Sop
from lakip.store import Store

TEMPLATE = Path(__file__).parent / "templates" / "sop_form.docx"
HALAMAN = "Admin, halaman SOP"
# Of the text columns of the template, in characters of its 9 points; the symbols need HURUF_TINGGI at least.
LEBAR_TEKS = {"uraian": 32, "syarat": 21, "output": 21, "keterangan": 11}
BARIS_TINGGI, RUANG, TINGGI_MINIMUM = 40, 16, 190  # hundredths of a centimetre
TWIP = 1440 / 254  # of a hundredth of a centimetre


@dataclass(frozen=True)
class Butir:
    nomor: str
    isi: str


@dataclass(frozen=True)
class BarisSop:
    """One step; a pelaksana column holds its picture, or nothing. `tinggi` of the row in twips."""

    nomor: str
    uraian: str
    staf: tuple[Gambar, ...]
    kasi: tuple[Gambar, ...]
    kasubbag: tuple[Gambar, ...]
    sekcam: tuple[Gambar, ...]
    camat: tuple[Gambar, ...]
    syarat: str
    waktu: str
    output: str
    keterangan: str
    tinggi: int


@dataclass(frozen=True)
class SopForm:
    """Every word the template may use: text as printed, rows of tables."""

    kop: Kop
    tanda_halaman: str
    kaki: str
    nomor: str
    tanggal_pembuatan: str
    tanggal_revisi: str
    tanggal_efektif: str
    nama: str
    camat: Pihak
    dasar_hukum: tuple[Butir, ...]
    kualifikasi: tuple[Butir, ...]
    keterkaitan: tuple[Butir, ...]
    peralatan: tuple[Butir, ...]
    peringatan: tuple[Butir, ...]
    pencatatan: tuple[Butir, ...]
    langkah: tuple[BarisSop, ...]
    kurang: tuple[BarisKurang, ...]


def build(store: Store, pengguna: Pengguna, unit: str, versi: int | None = None) -> bytes:
    """The .docx of one version (None: the newest). Raises UserError when there is no such version."""
    pengguna.require(Izin.LIHAT, unit)
    return word.render(TEMPLATE, draft(store, unit, versi))


def file_name(sop: Sop) -> str:
    return f"sop_pengumpulan_data_kinerja_v{sop.versi}.docx"


def draft(store: Store, unit: str, versi: int | None = None) -> SopForm:
    """The words of one version, and what is still to be settled with the office (`kurang`)."""
    known = langkah.versions(store, unit)
    sop = next((s for s in known if versi in (None, s.versi)), None)
    if sop is None:
        raise UserError(f"SOP versi {versi} tidak ada. Versi yang ada: {', '.join(str(s.versi) for s in known)}.")
    kantor = pengaturan.identity(store, unit)
    camat, missing = _signer(store, unit, sop)
    gaps = [*_gaps(sop), *missing, *_questions(store, unit)]
    contoh = "DATA CONTOH" if kantor.contoh else ""
    heights = [_height(one) for one in sop.langkah]
    cells = gambar_alur.draw(sop.langkah, heights)
    return SopForm(
        kop=kop.of(store, unit),
        tanda_halaman=" · ".join(filter(None, (contoh, f"{len(gaps)} HAL PERLU DIPASTIKAN" if gaps else ""))),
        kaki=f"SOP {sop.nama} · {kantor.nama} · versi {sop.versi}",
        nomor=sop.nomor or BELUM,
        tanggal_pembuatan=tanggal(sop.tanggal_pembuatan),
        tanggal_revisi=tanggal(sop.tanggal_revisi),
        tanggal_efektif=tanggal(sop.tanggal_efektif),
        nama=sop.nama,
        camat=camat,
        **{name: _items(getattr(sop, name)) for name in langkah.DAFTAR},
        langkah=tuple(_row(one, cell, h) for one, cell, h in zip(sop.langkah, cells, heights, strict=True)),
        kurang=bahan_rencana.numbered(gaps),
    )


# ---------------------------------------------------------------- inside


def _signer(store: Store, unit: str, sop: Sop) -> tuple[Pihak, list[tuple[str, str, str]]]:
    """The Camat of the day on which this version comes into force."""
    called = f"Camat {pengaturan.identity(store, unit).nama.removeprefix('Kecamatan ')}"
    day = sop.tanggal_efektif
    if day is None:
        return Pihak(called, BELUM, (f"NIP {KOSONG}",)), [("Pengesahan", "Tanggal efektif belum diisi.", HALAMAN)]
    camat = pengaturan.pejabat_in_office(store, unit, Peran.CAMAT, day)
    return pihak.printed(camat, called), pihak.gaps_of(camat, called, day)


def _gaps(sop: Sop) -> list[tuple[str, str, str]]:
    empty = [("Nomor SOP", sop.nomor), ("Tanggal pembuatan", sop.tanggal_pembuatan)]
    return [(hal, "Belum diisi.", HALAMAN) for hal, isi in empty if not isi]


def _questions(store: Store, unit: str) -> list[tuple[str, str, str]]:
    """What the office has not answered yet; the number is asked for above."""
    return [
        (q.hal, f"Tercetak: {q.tercetak}. Dipakai: {q.dipakai}. {q.tanya}", HALAMAN)
        for q in pertanyaan.questions(store, unit)
        if not q.jawaban and q.kode != "nomor"
    ]


def _items(lines: tuple[str, ...]) -> tuple[Butir, ...]:
    """Numbered, unless there is one only."""
    if len(lines) == 1:
        return (Butir("", lines[0]),)
    return tuple(Butir(f"{n}.", line) for n, line in enumerate(lines, 1))


def _height(one: Langkah) -> int:
    """What the longest text of the row needs, in hundredths of a centimetre: the flow is drawn to that height."""
    lines = (len(textwrap.wrap(getattr(one, name), width)) for name, width in LEBAR_TEKS.items())
    return max(TINGGI_MINIMUM, max(lines) * BARIS_TINGGI + RUANG)


def _row(one: Langkah, cells: dict[str, Sel], height: int) -> BarisSop:
    lebar = gambar_alur.LEBAR / 100
    pictures = {k: tuple(Gambar(c.png, lebar, f"{PELAKSANA[k]}: {c.alt}") for c in [cells.get(k)] if c)
                for k in PELAKSANA}  # fmt: skip
    return BarisSop(
        nomor=f"{one.nomor}.", uraian=one.uraian, **pictures, syarat=one.syarat, waktu=one.baku.kata.capitalize(),
        output=one.output, keterangan=one.keterangan or KOSONG, tinggi=round(height * TWIP),
    )  # fmt: skip
