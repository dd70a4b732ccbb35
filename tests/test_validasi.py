"""The rules: which row they hit, which field they point at, and that each says the way out."""

from decimal import Decimal
from typing import Any

import pytest

from lakip.indikator import Isian, Keadaan, Metode
from lakip.realisasi import Acuan, Realisasi, Tercatat, differences, for_record
from lakip.validasi import ATURAN, Baris, Temuan, Tingkat, check, nearest

SEL = {
    "kode": "B7",
    "indikator": "C7",
    "satuan": "D7",
    "target": "E7",
    "nilai": "F7",
    "pembilang": "G7",
    "penyebut": "H7",
    "keadaan": "I7",
    "alasan": "J7",
    "tahun_penilaian": "O7",
}
KEADAAN = {"nihil": Keadaan.NIHIL, "tt": Keadaan.TIDAK_TERSEDIA, "terisi": Keadaan.TERISI}


def card(metode: str = "jumlah", satuan: str = "orang", target: Any = 10, isian: str = "", **saved: str) -> Acuan:
    """saved: tw1="8" or tw1="6/15" or tw1="tt"."""
    pair = Isian.PASANGAN if metode == "rasio" or isian == "xy" else Isian.NILAI
    recorded = {int(q[2]): Tercatat(figure(text), 1, False, "Budi") for q, text in saved.items()}
    return Acuan(
        "IK-01",
        2026,
        "Warga dilatih",
        "PEM",
        "Seksi Pemerintahan",
        satuan,
        pair,
        Metode(metode),
        None if target is None else Decimal(target),
        tercatat=recorded,
    )


def figure(text: str, **more: Any) -> Realisasi:
    """ "12,5" is a value, "6/15" a pair, "6/" half of one, "nihil", "tt", "terisi" and "" no number."""
    if text in KEADAAN or not text:
        return Realisasi("IK-01", KEADAAN.get(text), **more)
    number = [None if not part else Decimal(part.replace(",", ".")) for part in text.split("/")]
    names = ("nilai",) if len(number) == 1 else ("pembilang", "penyebut")
    return Realisasi("IK-01", **{"keadaan": Keadaan.TERISI} | more | dict(zip(names, number, strict=True)))


def found(acuan: Acuan, isi: Realisasi, triwulan: int = 2, **more: Any) -> list[str]:
    return [f"{t.sel} {t.tingkat} {t.kode}" for t in check(Baris(isi, acuan, triwulan, "TW II", SEL, **more))]


PERSEN = {"satuan": "persen", "target": 80}
CASES: list[tuple[str, Acuan, Realisasi, dict[str, Any], list[str]]] = [
    ("a plain figure", card(), figure("12"), {}, []),
    ("zero is a figure", card(), figure("0"), {}, []),
    ("nihil of a sum", card(), figure("nihil"), {}, []),
    ("another bagian", card(), figure("12"), {"bagian": "YAN"}, ["B7 salah bagian_lain"]),
    ("not one's own", card(), figure("12"), {"boleh": False}, ["B7 salah bukan_hak"]),
    ("no target", card(target=None), figure("12"), {}, ["B7 salah tidak_berlaku"]),
    ("form of an older card", card(), figure("12"), {"cap": ("nilai", "kumulatif", "orang")}, ["B7 salah kartu_berubah"]),
    ("same card", card(), figure("12"), {"cap": ("nilai", "jumlah", "orang")}, []),
    ("record moved on", card(tw2="9"), figure("12"), {"versi": 0}, ["F7 tanya berubah_sejak_formulir"]),
    ("record moved on to the same", card(tw2="12"), figure("12"), {"versi": 0}, []),
    ("record as the form knew it", card(tw2="9"), figure("12"), {"versi": 1}, []),
    ("row slipped", card(), figure("12"), {"nama": "Indeks kepuasan layanan publik"}, ["C7 tanya nama_lain"]),
    ("name nearly the same", card(), figure("12"), {"nama": "Warga yang dilatih"}, []),
    ("percent in the file only", card(), figure("12"), {"satuan": "%"}, ["D7 tanya satuan_lain"]),
    ("percent by another word", card(**PERSEN), figure("70"), {"satuan": "%"}, []),
    ("target differs", card(), figure("12"), {"target": Decimal(11)}, ["E7 catatan target_lain"]),
    ("filled but empty", card(), figure("terisi"), {}, ["F7 salah terisi_kosong"]),
    ("text without figure", card(), figure("", tindak_lanjut="Latih lagi"), {}, ["F7 salah uraian_tanpa_angka"]),
    ("nihil with a figure", card(), figure("5", keadaan=Keadaan.NIHIL), {}, ["I7 salah nihil_berangka"]),
    ("nihil with 0", card(), figure("0", keadaan=Keadaan.NIHIL), {}, []),
    ("tidak tersedia with a figure", card(), figure("5", keadaan=Keadaan.TIDAK_TERSEDIA, alasan="x"), {}, ["I7 salah tidak_tersedia_berangka"]),
    ("tidak tersedia without reason", card(), figure("tt"), {}, ["J7 salah tanpa_alasan"]),
    ("tidak tersedia with reason", card(), figure("tt", alasan="survei terbit Agustus"), {}, []),
    ("nihil of a started total", card("kumulatif", tw1="8"), figure("nihil"), {}, ["I7 salah nihil_kumulatif"]),
    ("nihil of a total not started", card("kumulatif"), figure("nihil"), {}, []),
    ("nihil of a position", card("posisi_akhir"), figure("nihil"), {}, ["I7 tanya nihil_ditanya"]),
    ("nihil of a mean", card("rata_rata"), figure("nihil"), {}, ["I7 tanya nihil_ditanya"]),
    ("value for a pair", card("rasio", **PERSEN), figure("70"), {}, ["F7 salah nilai_untuk_pasangan"]),
    ("half a pair", card("rasio", **PERSEN), figure("7/"), {}, ["H7 salah pasangan_setengah"]),
    ("pair for a value", card(), figure("7/10"), {}, ["F7 salah pasangan_untuk_nilai"]),
    ("pair beside a value", card(), Realisasi("IK-01", Keadaan.TERISI, Decimal(12), Decimal(7), Decimal(10)), {}, ["G7 catatan pasangan_diabaikan"]),
    ("to date for a sum", card(), figure("12"), {"sd": frozenset({"nilai"})}, ["F7 salah sd_bukan_tambahan"]),
    ("to date for a mean", card("rata_rata"), figure("12"), {"sd": frozenset({"nilai"})}, ["F7 salah sd_bukan_tambahan"]),
    ("to date for a ratio", card("rasio", **PERSEN), figure("8/10"), {"sd": frozenset({"pembilang"})}, ["G7 salah sd_bukan_tambahan"]),
    ("to date for a total", card("kumulatif"), figure("12"), {"sd": frozenset({"nilai"})}, []),
    ("to date for a position", card("posisi_akhir"), figure("12"), {"sd": frozenset({"nilai"})}, []),
    ("to date in the first quarter", card(), figure("12"), {"sd": frozenset({"nilai"}), "triwulan": 1}, ["F7 tanya sd_triwulan_satu"]),
    ("negative", card(), figure("-3"), {}, ["F7 salah negatif"]),
    ("negative numerator", card("rasio", **PERSEN), figure("-3/10"), {}, ["G7 salah negatif"]),
    ("denominator 0", card("rasio", **PERSEN), figure("3/0"), {}, ["H7 salah penyebut_nol"]),
    ("more than all", card("rasio", **PERSEN), figure("12/10"), {}, ["G7 tanya pembilang_lebih"]),
    ("printed result differs", card("rasio", **PERSEN), Realisasi("IK-01", Keadaan.TERISI, Decimal("58.53"), Decimal(8), Decimal(10)), {}, ["F7 tanya hasil_beda"]),
    ("printed result rounded", card("rasio", **PERSEN), Realisasi("IK-01", Keadaan.TERISI, Decimal("66.7"), Decimal(2), Decimal(3)), {}, []),
    ("a fraction for a percentage", card("rata_rata", **PERSEN), figure("0,85"), {}, ["F7 tanya pecahan_persen"]),
    ("a small percentage of a small target", card("rata_rata", satuan="persen", target="0.9"), figure("0,85"), {}, []),
    ("a lost decimal comma", card("rata_rata", **PERSEN), figure("955"), {}, ["F7 tanya jauh_di_atas_100", "F7 catatan jauh_dari_target"]),
    ("a little over all", card("rata_rata", **PERSEN), figure("105"), {}, ["F7 catatan di_atas_100"]),
    ("a total that falls", card("kumulatif", tw1="8"), figure("5"), {}, ["F7 salah kumulatif_turun"]),
    ("a total that stays", card("kumulatif", tw1="8"), figure("8"), {}, []),
    ("a total over a gap", card("kumulatif", tw1="8"), figure("5"), {"triwulan": 3}, ["F7 salah kumulatif_turun"]),
    ("a falling numerator", card("kumulatif", isian="xy", **PERSEN, tw1="6/15"), figure("5/5"), {}, ["G7 salah kumulatif_turun"]),
    ("a total above a later one", card("kumulatif", tw3="10"), figure("12"), {}, ["F7 tanya kumulatif_lewat"]),
    ("a position may fall", card("posisi_akhir", tw1="12"), figure("9"), {}, []),
    ("far above the target", card(), figure("51"), {}, ["F7 catatan jauh_dari_target"]),
    ("ten times the target", card(), figure("100"), {}, ["F7 tanya sepuluh_kali"]),
    ("ten times the quarter before", card(tw1="5"), figure("50"), {}, ["F7 tanya sepuluh_kali"]),
    ("a hundred times the target", card(), figure("1000"), {}, ["F7 tanya seratus_kali_target"]),
    ("just within", card(), figure("50"), {}, []),
    ("far below the target", card(), figure("1"), {}, ["F7 catatan jauh_dari_target"]),
    ("a text longer than a page", card(), figure("12", tindak_lanjut="x" * 4001), {}, ["B7 salah teks_panjang"]),
    ("an LHE of the year before", card(), figure("12", tahun_penilaian=2025), {}, []),
    ("an LHE two years late", card(), figure("12", tahun_penilaian=2024), {}, []),
    ("an LHE of next year", card(), figure("12", tahun_penilaian=2027), {}, ["O7 salah tahun_penilaian_nanti"]),
    ("an LHE of long ago", card(), figure("12", tahun_penilaian=2023), {}, ["O7 tanya tahun_penilaian_lama"]),
    ("an LHE of 1926", card(), figure("12", tahun_penilaian=1926), {}, ["O7 salah tahun_penilaian_salah"]),
    ("an LHE without its figure", card(), figure("nihil", tahun_penilaian=2025), {}, ["O7 catatan tahun_penilaian_diabaikan"]),
    ("a hidden row", card(), figure("12"), {"tertutup": True}, ["B7 tanya baris_tertutup"]),
    ("half a document in the mean", card("rata_rata"), figure("7,5"), {}, []),
    ("half a person", card(), figure("7,5"), {}, ["F7 catatan tidak_bulat"]),
]  # fmt: skip


@pytest.mark.parametrize(("acuan", "isi", "more", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_rule_hits_what_it_is_for_and_nothing_else(
    acuan: Acuan, isi: Realisasi, more: dict[str, Any], expected: list[str]
) -> None:
    triwulan = more.get("triwulan", 2)
    assert found(acuan, isi, triwulan, **{k: v for k, v in more.items() if k != "triwulan"}) == expected


def test_every_rule_has_a_case() -> None:
    hit = {line.split()[2] for case in CASES for line in case[4]}
    assert {a.kode for a in ATURAN} == hit


NOTHING_TO_DO = ("target_lain", "pasangan_diabaikan")


def test_every_message_is_filled_and_says_what_to_do() -> None:
    ways = (
        "Isi",
        "Pakai",
        "Perbaiki",
        "Pilih",
        "Hapus",
        "Lengkapi",
        "Periksa",
        "Tulis",
        "Unduh",
        "Pindahkan",
        "Kosongkan",
        "Serahkan",
        "Bila",
    )
    for name, acuan, isi, more, _ in CASES:
        rest = {k: v for k, v in more.items() if k != "triwulan"}
        for one in check(Baris(isi, acuan, more.get("triwulan", 2), "TW II", SEL, **rest)):
            assert one.pesan.startswith("IK-01: "), name
            assert "{" not in one.pesan, one.pesan
            assert "None" not in one.pesan, one.pesan
            assert any(way.casefold() in one.pesan.casefold() for way in ways) or one.kode in NOTHING_TO_DO, one.pesan
            assert str(one).startswith("Lembar “TW II”, sel "), name


def test_the_message_does_the_arithmetic_for_the_clerk() -> None:
    one = check(Baris(figure("25"), card(tw1="10"), 2, "TW II", SEL, sd=frozenset({"nilai"})))[0]
    assert str(one) == (
        "Lembar “TW II”, sel F7: IK-01: kolomnya berisi angka “s.d.” Triwulan II, padahal yang diisi tambahan Triwulan II saja. "
        "Pindahkan angkanya ke kolom Realisasi Triwulan II tanpa “s.d.”. Menurut catatan triwulan sebelumnya, tambahannya 15."
    )  # fmt: skip


def test_a_temuan_without_a_sheet_is_a_plain_sentence() -> None:
    assert str(Temuan(Tingkat.SALAH, "", "", "x", "formulir ini lama.")) == "Formulir ini lama."


def test_the_nearest_kode_is_named_only_when_one_is_nearest() -> None:
    assert nearest("IK-O4", ["IK-04", "IK-05", "IK-14"]) == "IK-04"
    assert nearest("IK-99", ["IK-01", "IK-02"]) is None
    assert nearest("xyz", ["IK-01"]) is None
    assert nearest("xyz", []) is None


def test_the_record_keeps_only_what_the_keadaan_asks_for() -> None:
    full = Realisasi("IK-01", Keadaan.TERISI, Decimal(1), Decimal(2), Decimal(3), alasan="x")
    assert for_record(full, card(), None) == Realisasi("IK-01", Keadaan.TERISI, Decimal(1), alasan="x")
    assert for_record(full, card("rasio"), None).nilai is None
    old = Realisasi("IK-01", Keadaan.TIDAK_TERSEDIA, alasan="survei belum terbit", tindak_lanjut="tunggu")
    new = for_record(figure("5"), card(), old)
    assert (new.alasan, new.tindak_lanjut) == (None, "tunggu"), "the reason went with its keadaan, other texts stay"
    assert for_record(figure("5", tindak_lanjut=""), card(), old).tindak_lanjut is None, "an emptied text is cleared"


def test_equal_numbers_of_another_writing_are_no_change() -> None:
    assert differences(figure("5"), figure("5,000")) == ()
    assert differences(figure("5"), figure("6")) == ("nilai",)
    assert differences(figure("5"), None) == ("keadaan", "nilai")
    assert differences(figure("nihil"), figure("0", keadaan=Keadaan.NIHIL)) == ()
