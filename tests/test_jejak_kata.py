"""The trail is told in the words of the office, and what has no word yet is shown as it was written."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from contoh_siap import loaded

from lakip import jejak, jejak_kata
from lakip.alur.langkah import LANGKAH
from lakip.kiriman import LANGKAH as KIRIMAN
from lakip.sop.disposisi import DITERIMA, SELESAI

KANTOR = "63.11.07"
LAKIP = Path(jejak.__file__).parent
TERSUSUN = {  # acts put together of a word and a state
    "alur: ": [s.kata.lower() for s in LANGKAH.values()],
    "kiriman ": [str(s.ke) for s in KIRIMAN],
    "disposisi ": [DITERIMA, SELESAI],
}


def acts(said: ast.expr, tree: ast.Module) -> Iterator[str]:
    """What an expression for an act can be: a text, one of two, a pattern of TERSUSUN, or a name given nearby."""
    match said:
        case ast.Constant(value=str(act)):
            yield act
        case ast.IfExp(body=one, orelse=other):
            yield from acts(one, tree)
            yield from acts(other, tree)
        case ast.JoinedStr(values=[ast.Constant(value=str(head)), _]):
            yield from (head + tail for tail in TERSUSUN[head])
        case ast.Name(id=name):
            for node in ast.walk(tree):
                match node:
                    case ast.Assign(targets=[ast.Name(id=here)], value=given) if here == name:
                        yield from acts(given, tree)
                    case ast.Call(func=ast.Name(id="_tell"), args=[_, _, _, _, given]):
                        yield from acts(given, tree)
        case _:
            raise AssertionError(f"Cannot see which act is written: {ast.unparse(said)}")


def written() -> dict[str, str]:
    """Every act that the code can write, and where."""
    found = {}
    for path in sorted(LAKIP.rglob("*.py")):
        tree = ast.parse(path.read_text())
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "jejak.write":
                here = list(acts(node.args[2], tree))
                assert here, f"{path.name}:{node.lineno}"
                found |= dict.fromkeys(here, path.name)
    return found


def test_every_act_that_the_code_writes_has_a_word() -> None:
    found = written()
    assert len(found) > 50
    words = {jejak_kata.PERBUATAN.get(act, act) for act in found}
    assert not [word for word in words if not re.match(r"(me\w+|masuk|keluar|terkunci) ", word)]
    assert not jejak_kata.PERBUATAN.keys() - found.keys()


@pytest.mark.parametrize(
    ("perbuatan", "told"),
    [
        ("alur: sahkan dan kunci", "Mengesahkan dan mengunci"),
        ("kiriman dibenarkan", "Membenarkan kiriman"),
        ("unggah realisasi", "Mengunggah realisasi"),
        ("masuk", "Masuk ke aplikasi"),
        ("menyimpan rencana", "Menyimpan rencana"),
        ("sesuatu dari dulu", "Sesuatu dari dulu"),
    ],
)
def test_an_act_is_told_as_the_office_speaks_or_as_it_was_written(perbuatan: str, told: str) -> None:
    assert jejak_kata.act(perbuatan) == told


@pytest.mark.parametrize(
    ("objek", "told"),
    [
        ("63.11.07/BATU/2026/TW1", "Kelurahan Batu Piring, Triwulan I Tahun 2026"),
        ("63.11.07/2025/TH", "Tahun 2025"),
        ("63.11.07/sosialisasi/2025/SM2/1/arahan/1", "Semester II Tahun 2025, sosialisasi 1, arahan 1"),
        ("63.11.07/IK-01/2026/TW1/bukti/1", "IK-01, Triwulan I Tahun 2026, bukti 1"),
        ("63.11.07/disposisi/2026/14", "nomor 014/2026"),
        ("63.11.07/libur/2026", "Tahun 2026"),
        ("63.11.07/libur/2026-03-20", "20 Maret 2026"),
        ("63.11.07/sop/2", "versi 2"),
        ("63.11.07/sop/kolom_staf", "Kolom pelaksana pertama"),
        ("naskah:2025/TH/sumber_daya", "Sumber daya manusia, sarana, dan prasarana, Tahun 2025"),
        ("laporan:2025:TW1", "Triwulan I Tahun 2025"),
        ("renstra:2024:1", "Renstra 2024, versi 1"),
        ("pk:2026:2", "Perjanjian Kinerja 2026, versi 2"),
        ("rencana:2026", "Tahun 2026"),
        ("pengaturan:target_nol", "Target nol dinilai"),
        ("akun:kasubbag", "Rudi Hartawan, S.E. (kasubbag)"),
        ("pejabat:contoh-03", "NOVITA ANGGRAENI, S.STP., M.Si."),
        ("unit:63.11.07", ""),
        ("63.11.07/gudang/2026/lantai:2", "gudang 2026 lantai 2"),
    ],
)
def test_what_an_act_was_done_to_is_told_by_its_name(objek: str, told: str) -> None:
    assert jejak_kata.about(objek, jejak_kata.kamus(loaded()[0], KANTOR)) == told


@pytest.mark.parametrize(
    ("rincian", "told"),
    [
        ('{"unit": "63.11.07"}', []),
        ('{"baru": {"nama": "IKM", "definisi": null}}', ["nama: IKM"]),
        ('{"lama": {"desimal": 2, "nama": "A"}, "baru": {"desimal": 2, "nama": "B"}}', ["nama: A → B"]),
        ('{"angka": {"IK-01": {"nilai": ["80.50", "87.30"]}}, "berkas": "tw1.xlsx"}',
         ["berkas: tw1.xlsx", "IK-01: nilai 80,50 → 87,30"]),
        ('{"angka": {"7.01.01 realisasi tw3": [null, 483369500]}}', ["7.01.01 realisasi tw3: 483.369.500"]),
        ('{"sha256": "ab12", "unggahan": "u1", "angka": {"IK-04": {"penyebut": [null, "3736550000"]}}}',
         ["IK-04: penyebut 3.736.550.000"]),
        ('{"iku": true, "kode": 0, "tahun": 2026}', ["IKU: ya", "tahun: 2026"]),
        ('{"lama": "disosialisasikan", "baru": "disahkan", "potret": "7c73207ba1204a0db6d5d0540b3b0d3c"}',
         ["keadaan: disosialisasikan → disahkan dan terkunci"]),
        ('{"angka": {"7.01.01.2.01.0001 pagu_murni": [null, 11475000]}}',
         ["7.01.01.2.01.0001 pagu murni: 11.475.000"]),
        ('{"angka": {"IK-04": {"keadaan": ["terisi", "tidak_tersedia"]}}}', ["IK-04: keadaan terisi → tidak tersedia"]),
        ('{"angka": {"IK-17": 2}, "dari": "draf"}', ["dari: draf", "IK-17: versi 2"]),
        ('{"induk_nomor": 14, "induk_tahun": 2026, "lampiran": "pk renaksi", "periode": "TW3"}',
         ["lampiran: Perjanjian Kinerja, Rencana Aksi", "periode: Triwulan III",
          "menindaklanjuti: disposisi 014/2026"]),
        ('{"final": true, "jenis": "laporan_triwulan"}', ["final: ya", "jenis: laporan triwulan"]),
        ('{"peran": "kasubbag", "tenggat": "2026-10-09"}', ["peran: Kasubbag", "tenggat: 9 Oktober 2026"]),
        ('{"sampai": "2026-10-09T01:30:00+00:00"}', ["sampai: 9 Oktober 2026 09.30 WITA"]),
        ('{"berakhir": ["IK-01", "IK-02"]}', ["berakhir: IK-01, IK-02"]),
        ('{"lama": {"batal": false, "tahun": 2026}, "baru": {"batal": true, "tahun": 2026}, "alasan": "Salah unggah"}',
         ["batal: tidak → ya", "alasan: Salah unggah"]),
        ('{"lama": "Seksi Lama", "baru": "Seksi Baru"}', ["nama: Seksi Lama → Seksi Baru"]),
    ],
)  # fmt: skip
def test_an_act_is_told_in_words_without_what_stayed_the_same(rincian: str, told: list[str]) -> None:
    assert jejak_kata.tell(rincian) == told


def test_a_disposisi_is_told_with_the_names_of_whom_it_goes_between() -> None:
    words = jejak_kata.kamus(loaded()[0], KANTOR)
    told = jejak_kata.tell('{"dari": "contoh-04", "kepada_pejabat": "contoh-03", "kepada_akun": null}', words)
    assert told == ["dari: DAHLIA PURNAMASARI, S.STP.", "kepada: NOVITA ANGGRAENI, S.STP., M.Si."]


def test_a_setting_is_told_by_the_words_of_its_choice() -> None:
    assert jejak_kata.tell('{"mulai": 2026, "nilai": "1"}', objek="pengaturan:target_nol") == [
        "mulai: 2026",
        "nilai: Ya",
    ]
    assert (
        jejak_kata.tell('{"mulai": 2026, "nilai": null}', objek="pengaturan:batas_pengumpulan")[1]
        == "nilai: Tanpa batas"
    )


def test_the_trail_of_the_example_years_holds_no_code_of_a_program() -> None:
    store = loaded()[0]
    words = jejak_kata.kamus(store, KANTOR)
    rows = jejak.search(store, KANTOR, batas=10_000).to_dicts()
    told = {
        r["perbuatan"]: " | ".join(
            (
                jejak_kata.act(r["perbuatan"]),
                jejak_kata.about(r["objek"], words),
                *(t for t in jejak_kata.tell(r["rincian"], words, r["objek"]) if not t.startswith("berkas: ")),
            )
        )
        for r in rows
    }
    assert len(told) > 30
    assert not [
        t for t in told.values() if re.search(r"[a-z]_[a-z]|(TW|SM)\d|contoh-0|[0-9a-f]{12}|63\.11\.07|: \|", t)
    ]


@pytest.mark.parametrize("kata", ["membenarkan kiriman", "batu piring", "semester ii", "LURAH", "Triwulan III"])
def test_what_is_read_on_the_screen_is_found(kata: str) -> None:
    store = loaded()[0]
    words = jejak_kata.kamus(store, KANTOR)
    found = jejak.search(store, KANTOR, kata, padanan=jejak_kata.meant(kata, words)).to_dicts()
    assert found
    for row in found:
        told = [
            jejak_kata.act(row["perbuatan"]),
            jejak_kata.about(row["objek"], words),
            words["akun"].get(row["oleh"], ""),
        ]
        assert kata.lower() in " ".join([*told, *jejak_kata.tell(row["rincian"], words)]).lower()
