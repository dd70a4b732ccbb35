"""Which screens there are: in which section of the menu, for whom, and with which one a peran begins.

The menu, the titles of the tabs, what is behind each "?" and the addresses of the server are read from here.
"""

from dataclasses import dataclass
from pathlib import Path

from lakip.akses import Izin, Pengguna, Peran
from lakip.ui.panel_tanda import PAGES

PEKERJAAN, DATA, LAPORAN, ACUAN, KANTOR = "Pekerjaan", "Data triwulan", "Laporan", "Acuan", "Kantor"
SEMUA = frozenset(Peran)
PIMPINAN = frozenset({Peran.CAMAT, Peran.SEKCAM})


@dataclass(frozen=True)
class Halaman:
    """One screen. `izin` is what its first statement requires; a test holds the two equal.

    `peran`: who finds it in the menu, of those that hold the izin; its address opens for the others too.
    """

    berkas: str
    judul: str
    ikon: str
    izin: Izin
    kelompok: str
    peran: frozenset[Peran] = SEMUA

    @property
    def path(self) -> Path:
        return PAGES / self.berkas

    @property
    def url(self) -> str:
        """As Streamlit names it: 5_dasbor.py is at /dasbor."""
        return self.path.stem.lstrip("0123456789_")

    def is_listed(self, pengguna: Pengguna, unit: str) -> bool:
        """Whether this account finds it in its menu."""
        held = {t.peran for t in pengguna.tugas if t.unit == unit}
        return bool(held & self.peran) and pengguna.may_somewhere(self.izin, unit)


HALAMAN = (
    Halaman("pemeriksaan.py", "Pemeriksaan", ":material/policy:", Izin.LIHAT, PEKERJAAN, frozenset({Peran.PENINJAU})),
    Halaman("tugas.py", "Tugas saya", ":material/checklist:", Izin.LIHAT, PEKERJAAN),
    Halaman("5_dasbor.py", "Dasbor", ":material/dashboard:", Izin.LIHAT, PEKERJAAN),
    Halaman("disposisi.py", "Disposisi", ":material/forward_to_inbox:", Izin.LIHAT, PEKERJAAN),
    Halaman("1_unggah.py", "Unggah", ":material/upload_file:", Izin.UNGGAH, DATA),
    Halaman("7_alur.py", "Kiriman", ":material/task_alt:", Izin.LIHAT, DATA),
    Halaman("bukti.py", "Bukti dukung", ":material/attach_file:", Izin.LIHAT, DATA),
    Halaman("3_rekap.py", "Rekap", ":material/table_chart:", Izin.LIHAT, DATA),
    Halaman("periode.py", "Periode dan pengesahan", ":material/timeline:", Izin.LIHAT, LAPORAN),
    Halaman("6_laporan.py", "Laporan", ":material/description:", Izin.LAPORAN, LAPORAN),
    Halaman("naskah.py", "Naskah laporan", ":material/edit_note:", Izin.LAPORAN, LAPORAN),
    Halaman("praperiksa.py", "Pra-periksa laporan", ":material/rule:", Izin.LIHAT, LAPORAN),
    Halaman("periksa_dokumen.py", "Periksa dokumen", ":material/verified:", Izin.LAPORAN, LAPORAN),
    Halaman("sosialisasi.py", "Sosialisasi", ":material/groups:", Izin.LIHAT, LAPORAN),
    Halaman("0_acuan.py", "Rencana dan indikator", ":material/flag:", Izin.LIHAT, ACUAN),
    Halaman("kartu.py", "Kartu indikator", ":material/badge:", Izin.LIHAT, ACUAN),
    Halaman("anggaran.py", "Anggaran", ":material/payments:", Izin.LIHAT, ACUAN),
    Halaman("selisih.py", "Selisih antar dokumen", ":material/difference:", Izin.LIHAT, ACUAN),
    Halaman("sop.py", "SOP dan kalender kerja", ":material/menu_book:", Izin.LIHAT, ACUAN),
    Halaman("kepatuhan.py", "Kepatuhan SOP", ":material/speed:", Izin.LIHAT, ACUAN),
    Halaman("8_pengaturan.py", "Pengaturan", ":material/settings:", Izin.PENGATURAN, KANTOR),
    Halaman("cadangan.py", "Cadangan", ":material/inventory_2:", Izin.AKUN, KANTOR),
    Halaman("jejak.py", "Jejak", ":material/history:", Izin.JEJAK, KANTOR),
    Halaman("kesehatan.py", "Kesehatan data", ":material/health_and_safety:", Izin.JEJAK, KANTOR),
    Halaman("bantuan.py", "Bantuan", ":material/help:", Izin.LIHAT, KANTOR),
)
KELOMPOK = (PEKERJAAN, DATA, LAPORAN, ACUAN, KANTOR)
_BERKAS = {h.berkas: h for h in HALAMAN}
TUGAS, DASBOR, DISPOSISI = (_BERKAS[name] for name in ("tugas.py", "5_dasbor.py", "disposisi.py"))
PEMERIKSAAN, KARTU, BANTUAN = (_BERKAS[name] for name in ("pemeriksaan.py", "kartu.py", "bantuan.py"))


def of(berkas: str) -> Halaman | None:
    """The screen of this file of pages/."""
    return _BERKAS.get(berkas)


def url_paths() -> list[str]:
    """The addresses of the screens."""
    return [h.url for h in HALAMAN]


def first(pengguna: Pengguna) -> Halaman:
    """What an account begins with: the leadership the office, who examines it what is final, all others their work."""
    held = {t.peran for t in pengguna.tugas}
    if held & PIMPINAN:
        return DASBOR
    return PEMERIKSAAN if held == {Peran.PENINJAU} else TUGAS


def menu(pengguna: Pengguna, unit: str) -> dict[str, list[Halaman]]:
    """The sections as this account finds them, without empty ones."""
    listed = [h for h in HALAMAN if h.is_listed(pengguna, unit)]
    return {name: found for name in KELOMPOK if (found := [h for h in listed if h.kelompok == name])}
