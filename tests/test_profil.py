"""A reading that a person confirmed is remembered, found again by its headings, renamed and removed, and never lost."""

from dataclasses import replace

import pytest
from unggahan import KASI, STAF, TAHUN, UNIT, new_office

from lakip import akses
from lakip.akses import Pengguna
from lakip.errors import AccessError, UserError
from lakip.store import Store
from lakip.unggah import profil
from lakip.unggah.realisasi.hasil import Hasil
from lakip.unggah.realisasi.tujuan import Tujuan
from lakip.unggah.tabel.bacaan import ARTI, PEMBACAAN, BacaanKolom, BacaanTabel, Peran
from lakip.validasi import Temuan, Tingkat

KASUBBAG = replace(akses.system(UNIT), akun="kasubbag", nama="Kasubbag")
PILIHAN = (("kode", "Kode"), ("nilai", "Realisasi"), ("target", "Target"))


@pytest.fixture
def store() -> Store:
    return new_office()


def tabel(*judul: str, sidik: str = "s1", disetujui: bool = True, **bidang: str) -> BacaanTabel:
    """A table with these headings from column A; `bidang` by letter: those that are used."""
    columns = tuple(
        BacaanKolom(n, f"{letter}7", text, Peran.DIPAKAI if letter in bidang else Peran.TIDAK_DIPAHAMI,
                    bidang.get(letter))
        for n, (letter, text) in enumerate(zip("ABCDEFG", judul, strict=False), 1)
    )  # fmt: skip
    return BacaanTabel("TW II", "A6", 6, 7, columns, PILIHAN, sidik, disetujui=disetujui)


def hasil(*tables: BacaanTabel, dijawab: bool = True, bagian: str | None = "PEM") -> Hasil:
    """A file of these tables; `dijawab`: a person said that they were read rightly."""
    asked = tuple(Temuan(Tingkat.TANYA, t.lembar, t.sel, PEMBACAAN, "Benarkah?") for t in tables)
    return Hasil(
        nama_berkas="rekap.xlsx", content=b"x", tujuan=Tujuan(UNIT, TAHUN, 2, bagian), bacaan=tables, temuan=asked,
        terjawab=frozenset(t.kunci for t in asked) if dijawab else frozenset(),
    )  # fmt: skip


SATU = tabel("No", "Kode", "REALISASI › TW II", "Ket.", B="kode", C="nilai")


def kept(store: Store, *tables: BacaanTabel, nama: str = "", who: Pengguna = STAF) -> tuple[str, ...]:
    return profil.keep(store, who, hasil(*tables), "realisasi", nama)


def test_a_confirmed_reading_is_found_by_its_headings_and_by_its_name(store: Store) -> None:
    assert kept(store, SATU, nama="Rekap Seksi Pemerintahan") == ("Rekap Seksi Pemerintahan",)
    found = profil.find(store, UNIT, "realisasi", "s1")
    assert found is not None
    assert found.arti == (
        ("No", "tidak dipakai"), ("Kode", "kode"), ("REALISASI › TW II", "nilai"), ("Ket.", "tidak dipakai"),
    )  # fmt: skip
    assert (found.bagian, found.oleh_nama, found.pada is not None) == ("PEM", STAF.akun, True)
    assert profil.named(store, UNIT, "rekap seksi pemerintahan") == found
    assert profil.find(store, UNIT, "anggaran", "s1") is None, "the same headings mean something else there"
    assert profil.find(store, UNIT, "realisasi", "s2") is None


def test_without_a_name_it_is_named_after_the_file_and_the_day(store: Store) -> None:
    (nama,) = kept(store, SATU)
    assert nama.startswith("rekap.xlsx (")


def test_the_same_reading_again_keeps_nothing_new_another_meaning_a_new_version(store: Store) -> None:
    kept(store, SATU, nama="Rekap")
    assert kept(store, SATU) == ()
    other = tabel("No", "Kode", "REALISASI › TW II", "Ket.", B="kode", D="nilai")
    assert kept(store, other) == ("Rekap",)
    (one,) = profil.all_of(store, UNIT)
    assert (one.nomor, one.versi, dict(one.arti)["Ket."]) == (1, 2, "nilai")


def test_what_nobody_vouched_for_and_our_own_form_are_not_kept(store: Store) -> None:
    own = hasil(SATU, dijawab=False)
    assert profil.keep(store, STAF, own, "realisasi") == ()
    held = hasil(replace(SATU, disetujui=False), dijawab=False)
    assert profil.keep(store, STAF, held, "realisasi") == ()
    assert profil.all_of(store, UNIT) == ()


def test_two_shapes_of_one_file_are_two_profil_with_names_of_their_own(store: Store) -> None:
    two = replace(tabel("Kode", "Capaian", sidik="s2", A="kode", B="nilai"), lembar="TW III")
    assert kept(store, SATU, two, replace(SATU, lembar="TW IV"), nama="Rekap") == ("Rekap", "Rekap (2)")


def test_a_remembered_reading_answers_for_its_columns_and_vouches_for_its_own_headings_only(store: Store) -> None:
    kept(store, SATU, nama="Rekap")
    one = profil.named(store, UNIT, "Rekap")
    fresh = tabel("No", "Kode", "REALISASI › TW II", "Ket.", disetujui=False)
    assert one.answers(fresh) == {
        ("TW II", "A7", ARTI): "tidak dipakai", ("TW II", "B7", ARTI): "kode", ("TW II", "C7", ARTI): "nilai",
        ("TW II", "D7", ARTI): "tidak dipakai", ("TW II", "A6", PEMBACAAN): "pakai",
    }  # fmt: skip
    changed = tabel("No", "Kode", "REALISASI › TW II (%)", "Ket.", sidik="s9", disetujui=False)
    assert ("TW II", "C7", ARTI) not in one.answers(changed), "a changed heading is asked about"
    assert ("TW II", "A6", PEMBACAAN) not in one.answers(changed)


def test_two_columns_under_one_heading_keep_their_order(store: Store) -> None:
    kept(store, tabel("Kode", "Jumlah", "Jumlah", A="kode", C="nilai"), nama="Kembar")
    given = profil.named(store, UNIT, "Kembar").answers(tabel("Kode", "Jumlah", "Jumlah", disetujui=False))
    assert [given["TW II", f"{letter}7", ARTI] for letter in "ABC"] == ["kode", "tidak dipakai", "nilai"]


def test_who_plans_renames_and_removes_and_a_name_belongs_to_one(store: Store) -> None:
    kept(store, SATU, nama="Rekap")
    kept(store, tabel("Kode", "Hasil", sidik="s2", A="kode", B="nilai"), nama="Lain")
    lain, rekap = profil.all_of(store, UNIT)
    with pytest.raises(UserError, match="“rekap” sudah dipakai"):
        profil.rename(store, KASUBBAG, UNIT, lain.nomor, " rekap ")
    profil.rename(store, KASUBBAG, UNIT, lain.nomor, "Rekap Ekbang")
    with pytest.raises(UserError, match="Yang ada: “Rekap Ekbang”, “Rekap”"):
        profil.named(store, UNIT, "Lain")
    with pytest.raises(AccessError):
        profil.remove(store, STAF, UNIT, rekap.nomor)
    profil.remove(store, KASUBBAG, UNIT, rekap.nomor)
    assert profil.find(store, UNIT, "realisasi", "s1") is None
    with pytest.raises(UserError, match="sudah tidak ada"):
        profil.remove(store, KASUBBAG, UNIT, rekap.nomor)
    kept(store, SATU, nama="Rekap")
    assert [p.nomor for p in profil.all_of(store, UNIT)] == [3, 2], "a number is not given twice"


def test_a_kasi_keeps_the_reading_of_his_own_bagian_only(store: Store) -> None:
    assert kept(store, SATU, nama="Rekap", who=KASI)
    with pytest.raises(AccessError):
        profil.keep(store, KASI, hasil(SATU, bagian="YAN"), "realisasi")
    with pytest.raises(AccessError):
        profil.keep(store, KASI, hasil(SATU), "anggaran")
