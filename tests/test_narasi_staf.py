"""An official's own text: figures by reference only, kept with what lay beneath it, locked with the report."""

import json
from datetime import date

import pytest
from narasi_kantor import BY, KODE, PER, TAHUN, UNIT, office

from lakip import narasi, sumber
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.narasi.angka_ketik import typed
from lakip.store import Store

KUNCI = f"indikator:{KODE}"
KASUBBAG = Pengguna("rina", "Rina", (Tugas(Peran.KASUBBAG, UNIT),))
KASI = Pengguna("tono", "Tono", (Tugas(Peran.KASI, UNIT, "YAN"),))
LAIN = Pengguna("budi", "Budi", (Tugas(Peran.KASI, UNIT, "PEM"),))
PENINJAU = Pengguna("tamu", "Tamu", (Tugas(Peran.PENINJAU, UNIT),))


def opened(store: Store) -> narasi.Susunan:
    return narasi.lengkap(store, UNIT, TAHUN, "TH", PER)


def write(store: Store, teks: str, who: Pengguna = KASUBBAG, kunci: str = KUNCI, **more: object) -> int:
    isi = opened(store)
    own = isi.tulisan.get(kunci)
    more.setdefault("versi", own.versi if own else 0)
    return narasi.save(store, who, UNIT, TAHUN, "TH", kunci, teks, isi.otomatis[kunci], isi.daftar, **more)  # type: ignore[arg-type]


def correct(store: Store, nilai: int) -> None:
    """A second version of the figure of 2026, confirmed."""
    key = {"unit": UNIT, "indikator": KODE, "tahun": TAHUN, "triwulan": 4, "versi": 2}
    with store.transaction() as tx:
        tx.insert("realisasi", [{**key, "keadaan": "terisi", "nilai": nilai, **BY}])
        tx.insert("pembenaran", [{**key, **BY}])


@pytest.fixture
def store() -> Store:
    return office(renstra="90")


def test_staff_text_stands_instead_with_its_figures_from_the_record(store: Store) -> None:
    write(store, "Layanan membaik menjadi {IK-01.realisasi}.\n\nCapaiannya {IK-01.capaian}.")
    one = opened(store).naskah[KUNCI]
    assert [sumber.polos(p).replace("\u00a0", " ") for p in one.paragraf] == [
        "Layanan membaik menjadi 82,00.", "Capaiannya 102,50 %.",
    ]  # fmt: skip
    assert dict(sumber.potong(one.paragraf[0]))["IK-01.2026.TH.realisasi"] == "82,00"
    assert (one.dari, one.basi, one.celah) == (narasi.STAF, False, ())


def test_an_unknown_reference_is_refused_by_name(store: Store) -> None:
    with pytest.raises(UserError, match=r"Rujukan \{IK-99.capaian\} tidak dikenal"):
        write(store, "Capaiannya {IK-99.capaian}.")
    with pytest.raises(UserError, match="kurung kurawal yang tidak berpasangan"):
        write(store, "Capaiannya {IK-01.capaian.")
    with pytest.raises(UserError, match="Naskah masih kosong"):
        write(store, "  \n\n ")


def test_a_number_typed_by_hand_is_asked_about(store: Store) -> None:
    with pytest.raises(UserError, match="Angka 22, 98,4 diketik langsung"):
        write(store, "Kantor ini memiliki 22 pegawai dan mencapai 98,4 persen.")
    write(store, "Kantor ini memiliki 22 pegawai dan mencapai 98,4 persen.", yakin=True)
    assert "22 pegawai" in opened(store).naskah[KUNCI].paragraf[0]


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("tahun 2026 dan 2024–2028", []),
        ("Pasal 5 ayat (2), Nomor 53 Tahun 2014, Tabel 3.2, Bab 3", []),
        ("tanggal 5 Juli 2026 pukul 09.30", []),
        ("IK-01, PBB-P2, 100.3.4/01/PK dan kode 7.01.02", []),
        ("(1) pertama; dan (2) kedua", []),
        ("{IK-01.capaian} dari [belum diisi: realisasi IK-01 Triwulan 4]", []),
        ("mencapai 85,10 dari 90", ["85,10", "90"]),
        ("Rp 1.234.567 untuk 15 desa, lalu 15 lagi", ["1.234.567", "15"]),
        ("2.026 orang", ["2.026"]),
    ],
)
def test_years_articles_and_dates_are_no_figures(teks: str, angka: list[str]) -> None:
    assert typed(teks) == angka


def test_a_moved_figure_is_told_with_both_values(store: Store) -> None:
    write(store, "Layanan membaik menjadi {IK-01.realisasi}.")
    correct(store, 84)
    one = opened(store).naskah[KUNCI]
    assert one.basi
    assert "Indeks layanan, realisasi periode ini: 82,00 menjadi 84,00" in one.bergerak
    assert "84,00" in one.paragraf[0]


def test_saving_again_settles_it(store: Store) -> None:
    write(store, "Layanan membaik menjadi {IK-01.realisasi}.")
    correct(store, 84)
    write(store, "Layanan membaik menjadi {IK-01.realisasi}.")
    assert not opened(store).naskah[KUNCI].basi


def test_a_gap_left_in_a_text_is_a_gap_still(store: Store) -> None:
    write(store, "Jumlah pegawai [belum diisi: jumlah pegawai].", kunci="sumber_daya")
    (gap,) = opened(store).naskah["sumber_daya"].celah
    assert gap.pesan == "jumlah pegawai"


def test_the_generated_text_comes_back(store: Store) -> None:
    before = opened(store).naskah[KUNCI]
    versi = write(store, "Layanan membaik.")
    isi = opened(store)
    narasi.revert(store, KASUBBAG, UNIT, TAHUN, "TH", KUNCI, isi.otomatis[KUNCI], versi=versi)
    assert opened(store).naskah[KUNCI] == before
    assert store.read("naskah_terbaru", unit=UNIT, tahun=TAHUN, periode="TH")["versi"].to_list() == [2]


def test_a_bagian_writes_about_its_own_indikator_only(store: Store) -> None:
    write(store, "Layanan membaik.", KASI)
    for who in (LAIN, PENINJAU):
        with pytest.raises(AccessError):
            write(store, "Layanan membaik.", who)
    for who in (KASI, PENINJAU):
        with pytest.raises(AccessError):
            write(store, "Simpulan kami.", who, kunci="simpulan")


def test_two_at_once_do_not_overwrite_each_other(store: Store) -> None:
    write(store, "Yang pertama.")
    with pytest.raises(UserError, match="sudah diubah orang lain"):
        write(store, "Yang kedua.", versi=0)


def test_rows_of_a_table_keep_their_lines_and_sentences_flow(store: Store) -> None:
    write(
        store,
        "Satu\nkalimat.\n\nPohon kinerja | Perbaikan | Camat | selesai | SK\nRenaksi | Pantau | Sekcam",
        kunci="simpulan",
    )
    assert opened(store).naskah["simpulan"].paragraf == (
        "Satu kalimat.", "Pohon kinerja | Perbaikan | Camat | selesai | SK\nRenaksi | Pantau | Sekcam",
    )  # fmt: skip


def test_an_approved_report_is_locked(store: Store) -> None:
    row = {"unit": UNIT, "tahun": TAHUN, "periode": "TH", "nomor": 1, "keadaan": "disahkan"}
    with store.transaction() as tx:
        tx.insert("alur", [{**row, **BY}])
    with pytest.raises(UserError, match=r"sudah disahkan, jadi naskahnya terkunci"):
        write(store, "Terlambat.")


def test_it_leaves_its_trail(store: Store) -> None:
    write(store, "Layanan membaik.")
    row = store.read("jejak_semua").to_dicts()[-1]
    assert (row["perbuatan"], row["objek"]) == ("menulis naskah laporan", f"naskah:2026/TH/{KUNCI}")
    assert json.loads(row["rincian"])["versi"] == 1


def test_a_text_of_one_periode_is_not_that_of_another(store: Store) -> None:
    write(store, "Layanan membaik.")
    assert narasi.lengkap(store, UNIT, TAHUN, "SM2", date(2027, 1, 20)).naskah[KUNCI].dari == narasi.DATA
