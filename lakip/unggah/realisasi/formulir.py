"""The form of realisasi: one triwulan, prefilled, with the cells that nobody should touch locked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from lakip import pengaturan, rekap
from lakip.errors import UserError
from lakip.formatting import angka
from lakip.indikator import KEADAAN_NAMA, Keadaan, Metode
from lakip.periode import ROMAWI
from lakip.realisasi import Acuan
from lakip.store import Store
from lakip.unggah.formulir import identitas, tulis
from lakip.unggah.formulir.identitas import JENIS, Kunci, Meta
from lakip.unggah.formulir.tulis import ANGKA, CATATAN, TAHUN, Baris, Kolom
from lakip.validasi import PALING_LAMA

REALISASI = "realisasi"
LEMBAR = JENIS[REALISASI].lembar
BARIS_JUDUL = tulis.heading_row(keterangan=1)
ANGKA_SAJA = tulis.at_least(
    0, "Bukan angka", "Isi angka, misalnya 95,5. Bila tidak ada angka, pakai kolom Keadaan."
)  # fmt: skip
KOLOM = (
    Kolom("no", "No", 4, ANGKA, terkunci=True), Kolom("kode", "Kode", 9, terkunci=True),
    Kolom("indikator", "Indikator Kinerja", 34, terkunci=True), Kolom("satuan", "Satuan", 9, terkunci=True),
    Kolom("target", "Target {tw}", 9, ANGKA, terkunci=True), Kolom("cara", "Cara mengisi", 28, CATATAN, terkunci=True),
    Kolom("nilai", "Realisasi {tw}", 12, ANGKA, syarat=ANGKA_SAJA),
    Kolom("pembilang", "Pembilang (X)", 11, ANGKA, syarat=ANGKA_SAJA),
    Kolom("penyebut", "Penyebut (Y)", 11, ANGKA, syarat=ANGKA_SAJA),
    Kolom("keadaan", "Keadaan", 13, pilihan=KEADAAN_NAMA.values()), Kolom("alasan", "Alasan", 18),
    Kolom("faktor_pendukung", "Faktor Pendukung", 24), Kolom("faktor_penghambat", "Faktor Penghambat", 24),
    Kolom("tindak_lanjut", "Tindak Lanjut", 24), Kolom("tahun_penilaian", "Tahun Penilaian", 10, TAHUN),
)  # fmt: skip
URAIAN = ("alasan", "faktor_pendukung", "faktor_penghambat", "tindak_lanjut")
PASANGAN, NILAI = ("pembilang", "penyebut"), ("nilai",)
NAMA_KOLOM = {one.kunci: one.judul.format(tw="").strip() for one in KOLOM}
URUTAN = {one.kunci: number for number, one in enumerate(KOLOM, start=1)}

CARA = {
    Metode.JUMLAH: "Isi tambahan {tw} saja.",
    Metode.KUMULATIF: "Isi total sejak Januari sampai akhir {tw}.",
    Metode.POSISI_AKHIR: "Isi keadaan pada akhir {tw}.",
    Metode.RATA_RATA: "Isi nilai {tw}.",
    Metode.RASIO: "Isi X dan Y {tw} saja.",
    Metode.TAHUNAN: "Isi hasil pengukuran tahun ini.",
}

PETUNJUK_ISI = (
    "CARA MENGISI FORMULIR REALISASI KINERJA",
    "1. Isi hanya sel yang tidak diarsir. Kolom “Cara mengisi” menjelaskan angka apa yang diminta.",
    "2. Tulis angka biasa dengan koma desimal, misalnya 95,5 atau 1.250. Tanda % tidak perlu.",
    "3. Indikator berpasangan diisi Pembilang (X) dan Penyebut (Y); sistem yang membaginya.",
    "4. Bila hasilnya memang tidak ada, pilih Nihil pada kolom Keadaan. Bila datanya belum ada, pilih "
    "Tidak tersedia dan tulis alasannya. Sel kosong berarti belum diisi, bukan 0.",
    "5. Jangan menghitung semester dan tahun: sistem menghitungnya dari triwulan.",
    "6. Tulis faktor pendukung, faktor penghambat, dan tindak lanjut dengan kalimat singkat; isinya masuk ke laporan.",
    "7. Kolom Tahun Penilaian diisi hanya bila angkanya hasil penilaian atas tahun lain, misalnya nilai evaluasi "
    "Inspektorat (LHE) atas tahun sebelumnya yang baru terbit tahun ini.",
    "8. Baris boleh diurutkan atau dihapus, tetapi jangan mengubah kodenya. Simpan sebagai .xlsx, lalu unggah.",
)


def cells(card: Acuan, triwulan: int) -> dict[str, Any]:
    """What the form writes into the open cells of a row, by field: what is recorded of that triwulan."""
    recorded = card.tercatat.get(triwulan)
    if recorded is None:
        return {}
    old = recorded.isi
    found: dict[str, Any] = {name: getattr(old, name) for name in URAIAN}
    found["keadaan"] = KEADAAN_NAMA[old.keadaan] if old.keadaan else None
    if old.keadaan is Keadaan.TERISI:
        found |= {name: getattr(old, name) for name in (*(PASANGAN if card.berpasangan else NILAI), "tahun_penilaian")}
    return found


def issued(cards: Iterable[Acuan], triwulan: int) -> dict[Kunci, str]:
    """The same of many rows, as text."""
    return {(card.kode, name): identitas.text(value) for card in cards for name, value in cells(card, triwulan).items()}


def issued_card(meta: Meta | None, kode: str) -> tuple[tuple[str, str, str], int] | tuple[None, None]:
    """The card (isian, metode, satuan) that a row of a form was made for, and the version it was filled from."""
    if meta is None or kode not in meta.baris:
        return None, None
    said, satuan, *_ = meta.baris[kode]
    isian, _, rest = said.partition("|")
    metode, _, versi = rest.rpartition("|")
    return (isian, metode, satuan), int(versi)


def realisasi_form(store: Store, unit: str, tahun: int, triwulan: int, bagian: str | None = None) -> bytes:
    """The .xlsx to fill in: the indikator berlaku in that triwulan, of one bagian or of all.

    Raises UserError when nothing is berlaku there.
    """
    cards = [a for a in rekap.acuan(store, unit, tahun, triwulan).values() if bagian in (None, a.bagian)]
    asked, unasked = ([a for a in cards if (a.target is None) is wanted] for wanted in (False, True))
    if not asked:
        where = f"bagian {bagian}" if bagian else "kantor ini"
        raise UserError(
            f"Tidak ada indikator {where} yang bertarget pada Triwulan {ROMAWI[triwulan]} Tahun {tahun}. "
            "Isi dahulu target triwulannya di halaman Rencana dan indikator."
        )
    kantor, tw = pengaturan.identity(store, unit), f"TW {ROMAWI[triwulan]}"
    below = [f"{card.kode}  {card.nama}" for card in unasked]
    formulir = tulis.Formulir(
        f"FORMULIR REALISASI KINERJA TRIWULAN {ROMAWI[triwulan]} TAHUN {tahun}",
        [replace(k, judul=k.judul.format(tw=tw)) for k in (*KOLOM[:-1], _tahun_penilaian(tahun))],
        [_row(number, card, triwulan) for number, card in enumerate(asked, start=1)],
        PETUNJUK_ISI,
        keterangan=[asked[0].bagian_nama if bagian else "Semua bagian"],
        kaki=[f"Tidak diisi pada {tw}, karena tidak bertarget:", *below] if below else (),
        beku=3, sebaris=2, boleh=("sort", "autofilter"),
    )  # fmt: skip
    lines = {card.kode: _card(card, triwulan) for card in asked}
    meta = Meta.new(
        REALISASI, kantor, tahun, issued(asked, triwulan), triwulan=triwulan, bagian=bagian, baris=lines
    )  # fmt: skip
    return tulis.write(formulir, meta, kantor)


def _row(nomor: int, card: Acuan, triwulan: int) -> Baris:
    fixed = {
        "no": nomor, "kode": card.kode, "indikator": card.nama, "satuan": card.satuan, "target": card.target,
        "cara": _how(card, triwulan),
    }  # fmt: skip
    return Baris({**fixed, **cells(card, triwulan)}, terkunci=NILAI if card.berpasangan else PASANGAN)


def _how(card: Acuan, triwulan: int) -> str:
    text = CARA[card.metode].format(tw=f"TW {ROMAWI[triwulan]}")
    if card.berpasangan:
        text += f" X: {card.label_pembilang or 'pembilang'}. Y: {card.label_penyebut or 'penyebut'}."
    before = [(q, card.tercatat[q].isi) for q in range(1, triwulan) if q in card.tercatat]
    if card.metode is Metode.KUMULATIF and before:
        quarter, isi = before[-1]
        text += f" Tercatat s.d. TW {ROMAWI[quarter]}: {angka(card.total(isi))}."
    return text


def _card(card: Acuan, triwulan: int) -> Sequence[str]:
    """As `issued_card` reads it."""
    old, (isian, metode, satuan) = card.tercatat.get(triwulan), card.cap
    return f"{isian}|{metode}|{old.versi if old else 0}", satuan


def _tahun_penilaian(tahun: int) -> Kolom:
    """Its choice of years ends with that of the form."""
    syarat = {
        "validate": "integer", "criteria": "between", "minimum": tahun - PALING_LAMA, "maximum": tahun,
        "error_title": "Tahun penilaian",
        "error_message": f"Isi tahun yang dinilai, paling akhir {tahun}, atau kosongkan.",
    }  # fmt: skip
    return replace(KOLOM[-1], syarat=syarat)
