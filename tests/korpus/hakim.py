"""What a reading did wrong with one workbook of the corpus, in words."""

from collections.abc import Callable
from functools import cache, partial

from buku_kantor import Buku, Letak
from juri import Nilai, Unggahan, judged, on_record
from kantor_kasus import kantor
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string
from orang_tahu import answered

from korpus import BERKAS, KOLOM, Kasus
from lakip.errors import UserError
from lakip.unggah.hasil import Hasil
from lakip.unggah.tabel.bacaan import PEMBACAAN
from lakip.validasi import Temuan

bersama = cache(kantor)  # one for all of them: nothing is saved
Asks = Callable[[str, Temuan], bool]


def made(satu: Kasus) -> tuple[Buku, Unggahan]:
    buku = satu.make()
    return buku, Unggahan(satu.content(buku), satu.berkas, satu.untuk, satu.triwulan, satu.dokumen)


def settled_by_answers(satu: Kasus) -> tuple[int, int, int]:
    """How many figures are right once every question was answered, of how many, by how many answers."""
    buku, unggahan = made(satu)
    asks = asked_in(buku)
    judge = partial(judged, bersama(satu.belanja), unggahan, buku.benar, asks)
    wanted = sum(value is not None for value in buku.benar.values())
    try:
        nilai, jawaban = answered(judge, buku.benar, asks)
    except UserError:
        return 0, wanted, 0
    return len(nilai.benar), wanted, len(jawaban)


def faults(satu: Kasus) -> list[str]:
    """In words, what the reading did wrong; none when it is as it should be."""
    buku, unggahan = made(satu)
    store, asks = bersama(satu.belanja), asked_in(buku)
    try:
        nilai, hasil, _ = judged(store, unggahan, buku.benar, asks)
    except UserError as error:
        return [] if satu.tanya == BERKAS else [f"ditolak: {error}"]
    if satu.tanya == BERKAS:
        held = hasil.ditolak or any(not t.sel or t.kode == PEMBACAAN for t in hasil.menahan)
        return wrong(nilai, buku) + ([] if held else ["berkasnya tidak ditolak dan tidak ditanyakan"])
    found = wrong(nilai, buku) + [f"{key}: hilang, tanpa pertanyaan" for key in sorted(nilai.hilang)]
    found += [f"tidak dapat ditinggalkan: {t}" for t in nilai.buntu]
    if hasil.ditolak and satu.boleh_ditolak:
        return found
    if hasil.ditolak:
        return found + ["ditolak: " + "; ".join(map(str, hasil.menahan))] * any(
            v is not None for v in buku.benar.values()
        )
    if satu.langsung:
        unread = {key for key, value in buku.benar.items() if value is not None} - nilai.benar
        found += [f"{key}: tidak terbaca" for key in sorted(unread)] + [f"ditahan: {t}" for t in hasil.menahan]
    if satu.tanya == KOLOM:
        tercatat = on_record(store, unggahan)
        silent = sorted(key for key in nilai.benar if tercatat.get(key) != buku.benar[key])
        found += [f"{key}: dibaca tanpa bertanya" for key in silent]
        found += [] if any(at_heading(buku, key, t) for key in buku.letak for t in hasil.menahan) else ["judul kolom tidak ditanyakan"]  # fmt: skip
    elif satu.tanya:
        found += rows(satu, buku, nilai, hasil)
    return found


def wrong(nilai: Nilai, buku: Buku) -> list[str]:
    found = [f"{key}: akan tercatat {value}, seharusnya {buku.benar[key]}" for key, value in nilai.salah.items()]
    return found + [
        f"{key}: akan tercatat {value}, padahal tidak dikatakan berkas" for key, value in nilai.lain.items()
    ]


def rows(satu: Kasus, buku: Buku, nilai: Nilai, hasil: Hasil) -> list[str]:
    """Those to be asked about are; the others are read."""
    found = []
    for key, value in buku.benar.items():
        kode = key.split("|", maxsplit=1)[0]
        if kode in satu.tanya and not any(at_row(buku, key, t) for t in hasil.menahan):
            found.append(f"{key}: tidak ditanyakan")
        elif kode not in satu.tanya and value is not None and key not in nilai.benar:
            found.append(f"{key}: tidak terbaca")
    return found


# ---------------------------------------------------------------- where a question stands


def asked_in(buku: Buku) -> Asks:
    return lambda key, t: at_row(buku, key, t) or at_heading(buku, key, t)


def at_row(buku: Buku, key: str, temuan: Temuan) -> bool:
    """On the row of a figure."""
    kode = key.split("|", maxsplit=1)[0]
    if key not in buku.letak or not temuan.sel:
        return temuan.indikator == kode
    place = buku.letak[key]
    return on_sheet(buku, place, temuan) and coordinate_from_string(temuan.sel)[1] == place.baris


def on_sheet(buku: Buku, place: Letak, temuan: Temuan) -> bool:
    """A text file has a sheet of which nobody chose the name."""
    return temuan.lembar == place.lembar or len(buku.wb.worksheets) == 1


def at_heading(buku: Buku, key: str, temuan: Temuan) -> bool:
    """At the heading of its column or of a rival, in a title or note of its table, or about the sheet or file."""
    place = buku.letak.get(key)
    if place is None or not (temuan.lembar == "" or on_sheet(buku, place, temuan)):
        return False
    if not temuan.sel:
        return True
    letter, row = coordinate_from_string(temuan.sel)
    top, bottom = place.kepala
    column = column_index_from_string(letter)
    return row in place.judul or (
        top <= row <= bottom and (temuan.kode in (PEMBACAAN, "triwulan_bertentangan") or _above(buku, place, row, column))
    )


def _above(buku: Buku, place: Letak, row: int, column: int) -> bool:
    """Whether a heading cell is over the column of the figure, or of a rival."""
    wanted = {place.kolom, *place.saing}
    spans = [r for r in buku.wb[place.lembar].merged_cells.ranges if r.min_row <= row <= r.max_row]
    covered = next((r for r in spans if r.min_col <= column <= r.max_col), None)
    return bool(wanted & ({*range(covered.min_col, covered.max_col + 1)} if covered else {column}))
