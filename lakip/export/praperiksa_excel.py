"""The check before a report is final as a workbook, to hand round and tick off."""

from datetime import date

from lakip import pengaturan, praperiksa
from lakip.akses import Izin, Pengguna
from lakip.export import excel, kop
from lakip.export.excel import Kolom, Lembar
from lakip.formatting import tanggal
from lakip.periode import PERIODE
from lakip.praperiksa import KATA, Hasil
from lakip.store import Store

KOLOM = (
    Kolom("Kode", "kode", 11),
    Kolom("Yang diminta", "judul", 38),
    Kolom("Sumber", "sumber", 26),
    Kolom("Hasil", "kata", 13, "tengah", warna="warna"),
    Kolom("Bukti, atau apa yang kurang", "bukti", 50),
    Kolom("Catatan pemeriksa", "catatan", 24),
)
WARNA = {Hasil.TERPENUHI: "#BBF7D0", Hasil.KURANG: "#FECACA", Hasil.TIDAK_DAPAT: "#E5E7EB"}


def build(store: Store, pengguna: Pengguna, unit: str, tahun: int, periode: str, per: date) -> bytes:
    """The workbook (.xlsx), one row per requirement. Raises AccessError without Izin.LIHAT."""
    pengguna.require(Izin.LIHAT, unit)
    found = praperiksa.check(store, unit, tahun, periode, per)
    office = pengaturan.identity(store, unit)
    judul = f"Pra-periksa Laporan Kinerja {PERIODE[periode].label(tahun)}"
    rows = [
        {**vars(b.syarat), "kata": KATA[b.hasil], "warna": WARNA[b.hasil], "bukti": b.bukti, "catatan": ""}
        for b in found
    ]
    head = [judul.upper(), f"Data per {tanggal(per)}: {praperiksa.summary(found)}"]
    mark = "DATA CONTOH" if office.contoh else ""
    return excel.write([Lembar("Pra-periksa", head, KOLOM, rows, (), mark, 1)], judul, office.nama, kop.of(store, unit))
