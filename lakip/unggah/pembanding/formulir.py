"""The form of comparison figures of one tahun, filled with what is known."""

from collections.abc import Mapping

from lakip import dokumen, pembanding, pengaturan
from lakip.pembanding import CAKUPAN_NAMA, Angka
from lakip.store import Store
from lakip.unggah.formulir import identitas, tulis
from lakip.unggah.formulir.identitas import Kunci, Meta
from lakip.unggah.formulir.tulis import ANGKA, Baris, Kolom

PEMBANDING = "pembanding"
KOLOM = (
    Kolom("kode", "Kode", 10), Kolom("nama", "Indikator", 50), Kolom("satuan", "Satuan", 12),
    *(one for cakupan, nama in CAKUPAN_NAMA.items()
      for one in (Kolom(cakupan, nama, 12, ANGKA), Kolom(f"sumber_{cakupan}", f"Sumber {nama}", 32))),
)  # fmt: skip

PETUNJUK_ISI = (
    "CARA MENGISI PEMBANDING",
    "1. Isi capaian kabupaten, provinsi, atau nasional untuk indikator yang sama pada tahun ini, bila diterbitkan.",
    "2. Setiap angka wajib bersumber: nama dokumen atau laman dan tahun terbitnya.",
    "3. Sel kosong tidak menghapus catatan. Simpan sebagai .xlsx, lalu unggah.",
)


def pembanding_form(store: Store, unit: str, tahun: int) -> bytes:
    """The .xlsx to fill in: every indikator, with what is recorded."""
    kantor, known = pengaturan.identity(store, unit), pembanding.recorded(store, unit, tahun)
    rows = [
        Baris({**{name: card[name] for name in ("kode", "nama", "satuan")}, **_figures(known, card["kode"])})
        for card in dokumen.cards(store, unit, tahun)
    ]
    formulir = tulis.Formulir(f"PEMBANDING TAHUN {tahun}", KOLOM, rows, PETUNJUK_ISI)
    return tulis.write(formulir, Meta.new(PEMBANDING, kantor, tahun, issued_figures(known)), kantor)


def issued_figures(known: Mapping[tuple[str, str], Angka]) -> dict[Kunci, str]:
    """What the form writes, as text."""
    cards = {kode for kode, _ in known}
    return {(kode, name): identitas.text(v) for kode in cards for name, v in _figures(known, kode).items()}


def _figures(known: Mapping[tuple[str, str], Angka], kode: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for cakupan in CAKUPAN_NAMA:
        if one := known.get((kode, cakupan)):
            found |= {cakupan: one.nilai, f"sumber_{cakupan}": one.sumber}
    return found
