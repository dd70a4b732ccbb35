"""Of which quarter a table speaks: by its sheet name, its titles, its headings, its rows and the notes beside it."""

from lakip.unggah.pembacaan import quarters
from lakip.unggah.tabel.peta import Peta
from lakip.validasi import Temuan, Tingkat


def other_quarters(found: Peta, triwulan: int) -> frozenset[int]:
    """The quarters that a table says it is for, where none of its voices names this one."""
    table = found.tabel
    if table.memilih:
        said = {q for n in table.baris_data for q in table.makna_baris(n).waktu.triwulan}
        return frozenset() if triwulan in said else frozenset(said)
    headed = {
        q
        for m in table.blok.makna.values()
        if m.apa in ("realisasi", "pembilang", "capaian", None) and not m.waktu.lampau
        for q in m.waktu.triwulan[-1:]
    }  # fmt: skip
    voices = [*(one.triwulan for one in table.suara), frozenset(headed)]
    if any(triwulan in voice for voice in voices):
        return frozenset(headed) if headed and triwulan not in headed else frozenset()
    return frozenset(q for voice in voices for q in voice)


def contradiction(found: Peta, triwulan: int) -> Temuan | None:
    """That the sheet or a title names another quarter than the one that is read, where no heading settles it."""
    headed = (
        found.tabel.blok.makna[found.kolom[n].nomor].waktu for n in ("realisasi", "pembilang") if n in found.kolom
    )
    if any(when.triwulan or when.ini for when in headed) or found.tabel.memilih:
        return None
    voices = (*found.tabel.suara, *found.tabel.catatan_triwulan)
    other = next((one for one in voices if triwulan not in one.triwulan), None)
    if other is None:
        return None
    pesan = (
        f"“{other.teks[:80]}” menyebut {quarters(other.triwulan)}, sedangkan yang dibaca {quarters([triwulan])}. Pakai "
        "bila angkanya memang untuk triwulan yang dipilih, atau tinggalkan tabelnya."
    )
    sel = other.sel or found.tabel.tempat
    return Temuan(Tingkat.TANYA, found.tabel.lembar.nama, sel, "triwulan_bertentangan", pesan)
