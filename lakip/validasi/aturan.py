"""The rules, one line each."""

import difflib
import string
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lakip.formatting import angka
from lakip.indikator import Metode
from lakip.realisasi import BILANGAN, TAHUN_PENILAIAN, TEKS, differences, for_record
from lakip.satuan import is_same, is_whole
from lakip.validasi.baris import Baris
from lakip.validasi.temuan import Temuan, Tingkat

# Longer than a page of the report; the record is no place for the annex.
MAKS_TEKS = 4_000

# An assessment comes out a year after what it assesses, rarely two; so many years before is a slip of the pen.
LAZIM, PALING_LAMA = 2, 10

# These take the total or the position at the quarter's end, which a column "s.d. TW" also gives.
MENERIMA_SD = (Metode.KUMULATIF, Metode.POSISI_AKHIR, Metode.TAHUNAN)
BUKAN_HITUNGAN = (Metode.RATA_RATA, Metode.POSISI_AKHIR, Metode.TAHUNAN)


@dataclass(frozen=True)
class Aturan:
    """One rule: which field it points at, when it hits, and what it says. `pesan` is filled from the Baris b."""

    kode: str
    tingkat: Tingkat
    bidang: str
    kena: Callable[[Baris], bool]
    pesan: str


def check(baris: Baris) -> list[Temuan]:
    """Every temuan of one row that says something, in the order of the rules; none holds, it may be saved."""
    return [
        baris.temuan(a.tingkat, a.bidang, a.kode, _KALIMAT.format(a.pesan, b=baris)) for a in ATURAN if a.kena(baris)
    ]


def nearest(kode: str, known: Iterable[str]) -> str | None:
    """The known kode that a mistyped one resembles, when one does so more than all others (O is like 0)."""
    alike = sorted((difflib.SequenceMatcher(None, _eye(kode), _eye(k)).ratio(), k) for k in known)[-2:]
    if not alike or alike[-1][0] < 0.6 or (len(alike) == 2 and alike[0][0] == alike[1][0]):
        return None
    return alike[-1][1]


def _eye(kode: str) -> str:
    return kode.casefold().translate(str.maketrans("oil", "011"))


class _Kalimat(string.Formatter):
    """Sentences whose figures are Indonesian: {b.n} is 1.234,5, {b.hasil:2} has two decimals."""

    def format_field(self, value: Any, spec: str) -> str:
        return angka(value, int(spec) if spec else None) if isinstance(value, Decimal) else str(value)


_KALIMAT = _Kalimat()


def _sd_unfit(b: Baris) -> bool:
    used = BILANGAN if b.pasangan else ("nilai",)
    return b.acuan.metode not in MENERIMA_SD and any(n in b.sd and getattr(b.isi, n) is not None for n in used)


def _changed_since(b: Baris) -> bool:
    if b.versi is None or b.kini is None or b.kini.versi <= b.versi:
        return False
    return bool(differences(for_record(b.isi, b.acuan, b.kini.isi), b.kini.isi))


def _name_differs(b: Baris) -> bool:
    one, other = (b.nama or b.acuan.nama).casefold(), b.acuan.nama.casefold()
    return one != other and difflib.SequenceMatcher(None, one, other).ratio() < 0.5


def _fraction(b: Baris) -> bool:
    return b.persen and not b.pasangan and b.n is not None and 0 < b.n <= 1 and (b.acuan.target or 0) >= 5


def _far(b: Baris) -> bool:
    target = b.acuan.target
    if b.hasil is None or b.hasil <= 0 or not target or _fraction(b) or _hundredfold(b) or _tenfold(b):
        return False
    return not target / 5 <= b.hasil <= target * 5


def _tenfold(b: Baris) -> bool:
    """Ten times whatever was recorded before, or ten times the target: a digit too many, or a comma lost."""
    if b.hasil is None or b.hasil <= 0 or _hundredfold(b) or (b.persen and b.hasil > 200):
        return False
    past = [p for p in b.sebelumnya if p > 0]
    return b.hasil >= 10 * max(past) if past else b.hasil >= 10 * (b.acuan.target or b.hasil)


def _hundredfold(b: Baris) -> bool:
    """Asked already where a percentage is far above 100."""
    return not b.persen and b.hasil is not None and b.hasil >= 100 * (b.acuan.target or b.hasil) > 0


def _percent_over(low: int, high: Decimal | int) -> Callable[[Baris], bool]:
    return lambda b: b.persen and not b.pasangan and b.n is not None and low < b.n <= high


def _assessed_before(low: int, high: int) -> Callable[[Baris], bool]:
    """Whether the figure is an assessment of a tahun that lies from `low` up to `high` years before its own."""
    return lambda b: bool(b.isi.tahun_penilaian) and low <= b.acuan.tahun - (b.isi.tahun_penilaian or 0) <= high


def _negative(name: str) -> Callable[[Baris], bool]:
    return lambda b: (getattr(b.isi, name) or 0) < 0


def _half(kosong: str, terisi: str) -> Callable[[Baris], bool]:
    """Whether of a pair only the one number is there."""
    return lambda b: b.terisi and b.pasangan and getattr(b.isi, kosong) is None and getattr(b.isi, terisi) is not None


def _too_long(name: str) -> Callable[[Baris], bool]:
    return lambda b: len(getattr(b.isi, name) or "") > MAKS_TEKS


S, T, C = Tingkat
TANPA_BATAS = Decimal("Infinity")

# fmt: off
ATURAN: tuple[Aturan, ...] = (
    # -------------------------------------------------------------- may this row come in at all
    Aturan("bagian_lain", S, "kode", lambda b: b.bagian is not None and b.acuan.bagian != b.bagian,
        "indikator ini milik {b.acuan.bagian_nama}. Hapus barisnya, atau unggah untuk bagian itu."),
    Aturan("bukan_hak", S, "kode", lambda b: not b.boleh,
        "Anda tidak berhak mengunggah untuk {b.acuan.bagian_nama}. Serahkan baris ini kepada bagian itu."),
    Aturan("tidak_berlaku", S, "kode", lambda b: b.acuan.target is None,
        "tidak diukur pada {b.tw} karena tanpa target. Kosongkan barisnya, atau minta Kasubbag mengisi targetnya."),
    Aturan("kartu_berubah", S, "kode", lambda b: b.cap is not None and b.cap != b.acuan.cap,
        "cara pengisiannya berubah sejak formulir ini diunduh. Unduh formulir baru untuk indikator ini."),
    Aturan("berubah_sejak_formulir", T, "nilai", _changed_since,
        "catatannya diubah {b.kini.oleh} sejak formulir ini diunduh. Pakai angka berkas ini, atau tinggalkan."),
    Aturan("nama_lain", T, "indikator", _name_differs,
        "kode ini milik “{b.acuan.nama}”, tetapi di berkas tertulis “{b.nama}”. Pakai bila kodenya benar; "
        "bila barisnya tergeser, perbaiki kodenya."),
    Aturan("baris_tertutup", T, "kode", lambda b: b.tertutup,
        "barisnya tersembunyi di lembar. Pakai bila memang dimaksud, atau tinggalkan barisnya."),
    Aturan("satuan_lain", T, "satuan", lambda b: b.satuan is not None and not is_same(b.satuan, b.acuan.satuan),
        "di berkas satuannya {b.satuan}, di catatan {b.acuan.satuan}. Pakai bila angkanya dalam {b.acuan.satuan}."),

    # -------------------------------------------------------------- keadaan against what was typed
    Aturan("terisi_kosong", S, "nilai", lambda b: b.terisi and not b.isi.has_number,
        "keadaannya Terisi, tetapi angkanya kosong. Isi angkanya, atau pilih Nihil atau Tidak tersedia."),
    Aturan("uraian_tanpa_angka", S, "nilai", lambda b: b.isi.keadaan is None,
        "uraian atau tahun penilaiannya diisi, tetapi angkanya kosong. Isi angkanya, atau pilih Nihil atau Tidak "
        "tersedia."),
    *(Aturan("teks_panjang", S, bidang, _too_long(bidang),
        f"teksnya lebih dari {angka(MAKS_TEKS)} huruf. Ringkas isinya; rinciannya cukup di lampiran.")
        for bidang in TEKS),
    Aturan("nihil_berangka", S, "keadaan", lambda b: b.nihil and bool(b.n or b.x),
        "keadaannya Nihil, tetapi angkanya bukan 0. Pilih Terisi, atau hapus angkanya."),
    Aturan("tidak_tersedia_berangka", S, "keadaan", lambda b: b.tidak_tersedia and b.isi.has_number,
        "keadaannya Tidak tersedia, tetapi angkanya ada. Pilih Terisi, atau hapus angkanya."),
    Aturan("tanpa_alasan", S, "alasan",
        lambda b: b.tidak_tersedia and not (b.isi.alasan or (b.kini and b.kini.isi.alasan)),
        "Tidak tersedia harus beralasan. Tulis di kolom Alasan, misalnya “hasil survei terbit Agustus”."),
    Aturan("nihil_kumulatif", S, "keadaan",
        lambda b: b.nihil and b.acuan.metode is Metode.KUMULATIF and (b.lalu or 0) > 0,
        "Nihil berarti totalnya 0, padahal total sebelumnya {b.lalu}. Bila {b.tw} tidak bertambah, isi {b.lalu}."),
    Aturan("nihil_ditanya", T, "keadaan", lambda b: b.nihil and b.acuan.metode in BUKAN_HITUNGAN,
        "Nihil dicatat sebagai nilai 0. Pakai bila memang 0; bila belum diukur, pilih Tidak tersedia."),

    # -------------------------------------------------------------- the isian that the indikator asks for
    Aturan("nilai_untuk_pasangan", S, "nilai",
        lambda b: b.terisi and b.pasangan and b.n is not None and b.x is None and b.y is None,
        "dihitung dari pembilang dan penyebut. Isi kolom Pembilang dan Penyebut, bukan hasil baginya."),
    *(Aturan("pasangan_setengah", S, kosong, _half(kosong, terisi),
        "pembilang dan penyebut harus diisi keduanya. Lengkapi yang kosong.")
        for kosong, terisi in (BILANGAN[1:], BILANGAN[:0:-1])),
    Aturan("pasangan_untuk_nilai", S, "nilai",
        lambda b: b.terisi and not b.pasangan and b.n is None and b.isi.has_number,
        "diisi dengan satu nilai, bukan pembilang dan penyebut. Isi kolom Realisasi."),
    Aturan("pasangan_diabaikan", C, "pembilang",
        lambda b: not b.pasangan and b.n is not None and not (b.x is None and b.y is None),
        "pembilang dan penyebutnya tidak dicatat, karena indikator ini diisi dengan satu nilai."),
    Aturan("sd_triwulan_satu", T, "nilai", lambda b: b.triwulan == 1 and _sd_unfit(b),
        "kolomnya berisi angka “s.d.” {b.tw}, padahal yang diisi {b.yang_diisi}. Pakai bila angkanya sejak Januari."),
    Aturan("sd_bukan_tambahan", S, "nilai", lambda b: b.triwulan > 1 and _sd_unfit(b),
        "kolomnya berisi angka “s.d.” {b.tw}, padahal yang diisi {b.yang_diisi}. "
        "Pindahkan angkanya ke kolom Realisasi {b.tw} tanpa “s.d.”.{b.tambahan}"),

    # -------------------------------------------------------------- the number itself
    *(Aturan("negatif", S, bidang, _negative(bidang),
        "angkanya negatif. Realisasi tidak dapat kurang dari 0; periksa tanda minusnya.") for bidang in BILANGAN),
    Aturan("penyebut_nol", S, "penyebut", lambda b: b.terisi and b.pasangan and b.x is not None and b.y == 0,
        "penyebutnya 0, sehingga tidak dapat dibagi. Bila memang tidak ada, hapus keduanya dan pilih Nihil."),
    Aturan("pembilang_lebih", T, "pembilang", lambda b: b.pasangan and b.persen and 0 < (b.y or 0) < (b.x or 0),
        "pembilang {b.x} lebih besar daripada penyebut {b.y}, sehingga lebih dari 100 %. "
        "Pakai bila benar; bila terbalik, tukar isinya."),
    Aturan("hasil_beda", T, "nilai",
        lambda b: b.pasangan and b.n is not None and b.hasil is not None and abs(b.hasil - b.n) > Decimal("0.1"),
        "realisasi tertulis {b.n}, padahal pembilang dan penyebutnya memberi {b.hasil:2}. "
        "Yang dicatat pembilang dan penyebutnya; pakai bila itu yang benar."),
    Aturan("pecahan_persen", T, "nilai", _fraction,
        "{b.n} pada satuan persen berarti {b.n} %, sedangkan targetnya {b.acuan.target} %. "
        "Pakai bila memang sekecil itu; bila yang dimaksud {b.seratus_kali} %, perbaiki angkanya."),
    Aturan("jauh_di_atas_100", T, "nilai", _percent_over(200, TANPA_BATAS),
        "{b.n} % jauh di atas 100 %. Pakai bila benar; bila koma desimalnya hilang, perbaiki angkanya."),
    Aturan("di_atas_100", C, "nilai", _percent_over(100, 200), "{b.n} % di atas 100 %. Periksa sekali lagi."),
    Aturan("kumulatif_turun", S, "nilai", lambda b: None not in (b.total, b.lalu) and (b.total or 0) < (b.lalu or 0),
        "total s.d. {b.tw} {b.total} lebih kecil daripada total sebelumnya {b.lalu}. "
        "Isi total sejak Januari, bukan tambahannya; atau perbaiki dahulu triwulan sebelumnya."),
    Aturan("kumulatif_lewat", T, "nilai", lambda b: None not in (b.total, b.nanti) and (b.total or 0) > (b.nanti or 0),
        "total s.d. {b.tw} {b.total} lebih besar daripada total triwulan sesudahnya {b.nanti}. "
        "Pakai bila benar, lalu perbaiki triwulan sesudahnya."),
    Aturan("seratus_kali_target", T, "nilai", _hundredfold,
        "realisasi {b.hasil:2} lebih dari seratus kali target {b.acuan.target}. Pakai bila benar; "
        "bila titik atau komanya salah letak, perbaiki angkanya."),
    Aturan("sepuluh_kali", T, "nilai", _tenfold,
        "{b.hasil:2} sepuluh kali lipat atau lebih dari {b.pembanding}. Pakai bila benar; bila angkanya terketik "
        "berlebih atau komanya hilang, perbaiki angkanya."),
    Aturan("jauh_dari_target", C, "nilai", _far,
        "realisasi {b.hasil:2} jauh dari target {b.acuan.target}. Periksa satuan dan komanya."),
    Aturan("tidak_bulat", C, "nilai",
        lambda b: not b.pasangan and b.n is not None and is_whole(b.acuan.satuan) and b.n % 1 != 0
        and b.acuan.metode is not Metode.RATA_RATA,
        "{b.n} {b.acuan.satuan} bukan bilangan bulat. Periksa komanya."),
    Aturan("tahun_penilaian_nanti", S, TAHUN_PENILAIAN, _assessed_before(-9999, -1),
        "tahun penilaiannya {b.isi.tahun_penilaian}, sesudah tahun {b.acuan.tahun}. Yang dinilai paling akhir tahun "
        "{b.acuan.tahun}. Perbaiki tahunnya."),
    Aturan("tahun_penilaian_lama", T, TAHUN_PENILAIAN, _assessed_before(LAZIM + 1, PALING_LAMA),
        "tahun penilaiannya {b.isi.tahun_penilaian}, jauh sebelum tahun {b.acuan.tahun}. Pakai bila memang hasil "
        "penilaian atas tahun itu."),
    Aturan("tahun_penilaian_salah", S, TAHUN_PENILAIAN, _assessed_before(PALING_LAMA + 1, 9999),
        f"tahun penilaiannya {{b.isi.tahun_penilaian}}, lebih dari {PALING_LAMA} tahun sebelum {{b.acuan.tahun}}. "
        "Perbaiki tahunnya."),
    Aturan("tahun_penilaian_diabaikan", C, TAHUN_PENILAIAN,
        lambda b: bool(b.isi.tahun_penilaian) and b.isi.keadaan is not None and not b.terisi,
        "tahun penilaiannya tidak dicatat, karena tidak ada angkanya. Kosongkan tahunnya."),
    Aturan("target_lain", C, "target", lambda b: None not in (b.target, b.acuan.target) and b.target != b.acuan.target,
        "target di berkas {b.target}, di catatan {b.acuan.target}. Unggahan realisasi tidak mengubah target."),
)
# fmt: on
