"""What the command line prints: the outcome of an upload, and figures as lines or JSON. Prints nothing itself."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from lakip.export.baris import BarisKurang
from lakip.formatting import angka, half_up, persen
from lakip.indikator import ALASAN_NAMA
from lakip.perintah import peta
from lakip.unggah import profil
from lakip.unggah.dilewati import summed
from lakip.unggah.hasil import Hasil, Jawaban
from lakip.unggah.tabel.bacaan import PEMBACAAN, BacaanTabel

CAPAIAN = (
    "kode", "nama", "satuan", "metode", "rumus", "target", "realisasi", "capaian_persen", "kategori", "alasan",
    "terisi", "berlaku", "jatuh_tempo", "dibenarkan", "sementara",
)  # fmt: skip


def upload_lines(hasil: Hasil, jawaban: Jawaban) -> Iterator[str]:
    """How each foreign table was read, every temuan with its cell, what was passed over and why, the count of rows.

    `jawaban`: the answers that `hasil` was read with.
    """
    for tabel in (*profil.unconfirmed(hasil), *profil.confirmed(hasil, jawaban)):
        yield from reading_lines(tabel)
    yield from (str(t) for t in hasil.temuan if t.kode != PEMBACAAN)
    for lembar, rows, alasan in summed(hasil.dilewati):
        yield f"Dilewati: lembar {lembar}, {rows}: {alasan}."
    for lembar, alasan in hasil.lembar_lain.items():
        yield f"Lembar {lembar}: {alasan}."
    for lembar, kolom in hasil.kolom_lain.items():
        yield f"Lembar {lembar}: kolom yang tidak dikenal, tidak dibaca: {', '.join(kolom)}."
    yield hasil.ringkasan


def reading_lines(tabel: BacaanTabel) -> Iterator[str]:
    """Each column of a foreign table: letter, heading, meaning or why not, and how its first cells were read."""
    rows = f"baris {tabel.baris_judul}" + (f"-{tabel.baris_akhir}" if tabel.baris_akhir > tabel.baris_judul else "")
    said = "disetujui" if tabel.disetujui else "belum disetujui"
    yield f"Bacaan lembar {tabel.lembar}, judul kolom di {rows} ({said}):"
    names = dict(tabel.pilihan)
    for one in tabel.kolom:
        meant = f"{one.guna} sebagai {names.get(one.bidang or '', one.bidang)}" if one.bidang else str(one.guna)
        why = f" ({one.sebab})" if one.sebab else ""
        sample = "; ".join(f"“{w}” dibaca {r}" if r else f"“{w}”" for w, r in one.contoh)
        yield f"  {one.sel:<5} “{one.judul}”: {meant}{why}{sample and '. Misalnya '}{sample}"


def why_not(hasil: Hasil) -> Iterator[str]:
    """Why a held upload was not saved, and what helps: each temuan as a peta names it, with its answers."""
    if hasil.ditolak:
        yield "Tidak ada yang disimpan."
        return
    held = [t for t in hasil.menahan if t.kode != PEMBACAAN]
    for one in held:
        yield f"Menahan: {peta.name(one.kunci)} (jawabannya: {', '.join(peta.choices(one))})"
    yield "Tidak ada yang disimpan."
    if len(held) < len(hasil.menahan):
        yield "Bila bacaan di atas benar, tambahkan --setuju; bila tidak, sebutkan arti kolomnya dengan --peta."
    if held:
        yield "Perbaiki berkasnya, jawab dengan --peta, atau lewati baris yang ditahan dengan --tinggalkan."


def gap(kurang: BarisKurang) -> str:
    """One thing a document lacks."""
    return f"Belum lengkap: {kurang.hal}. {kurang.keterangan}".strip()


def as_json(row: Mapping[str, Any]) -> dict[str, Any]:
    """Figures as numbers; capaian as printed: two decimals, half-up."""
    found = {name: float(v) if isinstance(v := row[name], Decimal) else v for name in CAPAIAN}
    if row["capaian_persen"] is not None:
        found["capaian_persen"] = float(half_up(row["capaian_persen"], 2))
    return found


def capaian_lines(rows: Iterable[Mapping[str, Any]], averages: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield from map(_line, rows)
    for rata in averages:
        yield (
            f"Rata-rata {rata['sasaran'] or 'seluruhnya'}: tanpa batas {persen(rata['tanpa_batas'])}, "
            f"dengan batas {persen(rata['dengan_batas'])}, {rata['dihitung']} dari {rata['jumlah']} indikator"
        )


def _line(row: Mapping[str, Any]) -> str:
    said = row["kategori"] or ALASAN_NAMA.get(row["alasan"] or "", "")
    if row["sementara"]:
        said = f"{said} sementara, {row['terisi']}/{row['berlaku']} TW, {row['dibenarkan']} dibenarkan".strip()
    target, realisasi = (angka(row[name], row["desimal"]) for name in ("target", "realisasi"))
    numbers = f"{target:>12} {realisasi:>12} {persen(row['capaian_persen']):>10}"
    return f"{row['kode']:<12} {row['nama'][:48]:<48} {numbers}  {said}"
