"""A reading that a person confirmed is remembered, found again by its headings, renamed and removed, and never lost."""

from dataclasses import replace

import pytest
from unggahan import KASI, STAF, TAHUN, UNIT, new_office

from lakip import akses
from lakip.akses import Pengguna
from lakip.errors import AccessError, UserError
from lakip.store import Store
from lakip.unggah import profil
from lakip.unggah.profil_judul import erased, of_tahun, same, template
from lakip.unggah.realisasi import Hasil
from lakip.unggah.tabel.bacaan import ARTI, PEMBACAAN, BacaanKolom, BacaanTabel, Guna

KASUBBAG = replace(akses.system(UNIT), akun="kasubbag", nama="Kasubbag")
PILIHAN = (("kode", "Kode"), ("nilai", "Realisasi"), ("target", "Target"))
Jawab = dict[tuple[str, str, str], str]


@pytest.fixture
def store() -> Store:
    return new_office()


def tabel(*judul: str, disetujui: bool = True, **bidang: str) -> BacaanTabel:
    """A table with these headings from column A; `bidang` by letter: those that are used."""
    columns = tuple(
        BacaanKolom(n, f"{letter}7", text, Guna.DIPAKAI if letter in bidang else Guna.TIDAK_DIPAKAI,
                    bidang.get(letter))
        for n, (letter, text) in enumerate(zip("ABCDEFG", judul, strict=False), 1)
    )  # fmt: skip
    return BacaanTabel("TW II", "A6", 6, 7, columns, PILIHAN, disetujui)


def hasil(*tables: BacaanTabel, bagian: str | None = "PEM", triwulan: int = 2) -> Hasil:
    """A file of these tables."""
    return Hasil(
        nama_berkas="rekap.xlsx", content=b"x", unit=UNIT, tahun=TAHUN, triwulan=triwulan, bagian=bagian, bacaan=tables
    )


def vouched(*tables: BacaanTabel) -> Jawab:
    return {(t.lembar, t.sel, PEMBACAAN): "pakai" for t in tables}


def said(**letters: str) -> Jawab:
    """What a person decided about the columns of these letters."""
    return {("TW II", f"{letter}7", ARTI): bidang for letter, bidang in letters.items()}


JUDUL = ("No", "Kode", "CAPAIAN › TW II", "Ket.")
SATU = tabel(*JUDUL, B="kode", C="nilai")
DIPUTUSKAN = said(C="nilai", D="tidak dipakai")


def kept(
    store: Store, *tables: BacaanTabel, nama: str = "", who: Pengguna = STAF, jawaban: Jawab = DIPUTUSKAN
) -> tuple[str, ...]:
    return profil.keep(store, who, hasil(*tables), jawaban | vouched(*tables), "realisasi", nama)


def test_a_confirmed_reading_is_found_by_its_headings_and_by_its_name(store: Store) -> None:
    assert kept(store, SATU, nama="Rekap Seksi Pemerintahan") == ("Rekap Seksi Pemerintahan",)
    sidik = profil.print_of(SATU)
    found = profil.find(store, UNIT, "realisasi", sidik)
    assert found is not None
    assert found.arti == (("CAPAIAN › TW {tw:0}", "nilai"), ("Ket.", "tidak dipakai")), "the others go by themselves"
    assert (found.bagian, found.oleh_nama, found.pada is not None) == ("PEM", STAF.akun, True)
    assert profil.named(store, UNIT, "rekap seksi pemerintahan") == found
    assert profil.find(store, UNIT, "anggaran", sidik) is None, "the same headings mean something else there"


def test_the_next_file_of_its_shape_is_read_the_same_way_and_still_asked_about(store: Store) -> None:
    kept(store, SATU, nama="Rekap")
    given, found = profil.remembered(store, UNIT, "realisasi", hasil(tabel(*JUDUL, disetujui=False)))
    assert given == DIPUTUSKAN
    assert {place: one.nama for place, one in found.items()} == {("TW II", "A6"): "Rekap"}


def test_a_decision_is_about_the_quarter_that_is_wanted_not_about_the_second(store: Store) -> None:
    """A sheet of the whole year: what was said of TW II must not make TW II the realisasi of TW III."""
    year = ("Kode", "Capaian TW I", "Capaian TW II", "Capaian TW III", "Capaian TW IV 2026")
    kept(store, tabel(*year, A="kode", C="nilai"), jawaban=said(B="tidak dipakai", C="nilai"))
    later = hasil(tabel(*year, disetujui=False), triwulan=3)
    given, _ = profil.remembered(store, UNIT, "realisasi", later)
    assert given == said(C="tidak dipakai", D="nilai")


@pytest.mark.parametrize(
    ("judul", "menjadi"),
    [
        ("Realisasi TW II 2026", "Realisasi TW III 2027"),
        ("REALISASI › TRIWULAN 2 (Rp)", "REALISASI › TRIWULAN 3 (Rp)"),
        ("Capaian tw i", "Capaian tw ii"),
        ("Realisasi Juni", "Realisasi September"),
        ("REALISASI APRIL 2026", "REALISASI JULI 2027"),
        ("Target", "Target"),
    ],
)
def test_a_heading_is_told_apart_from_its_quarter_and_tahun(judul: str, menjadi: str) -> None:
    assert same(template(judul, 2026, 2)) == same(template(menjadi, 2027, 3))
    assert erased(judul) == erased(menjadi)
    assert of_tahun(template(judul, 2026, None), 2026) == judul
    assert same("Capaian TW {tw:0:u} {th:0:a}") == same("Capaian TW {tw:0} {th:0}"), "as it was kept before"


def test_without_a_name_it_is_named_after_the_file_and_the_day(store: Store) -> None:
    (nama,) = kept(store, SATU)
    assert nama.startswith("rekap.xlsx (")


def test_the_same_reading_again_keeps_nothing_new_another_decision_a_new_version(store: Store) -> None:
    kept(store, SATU, nama="Rekap")
    assert kept(store, SATU) == ()
    assert kept(store, SATU, jawaban=said(D="nilai")) == ("Rekap",)
    (one,) = profil.all_of(store, UNIT)
    assert (one.nomor, one.versi, dict(one.arti)) == (1, 2, {"CAPAIAN › TW {tw:0}": "nilai", "Ket.": "nilai"})


def test_a_column_that_nobody_understood_is_remembered_as_not_used(store: Store) -> None:
    odd = replace(SATU, kolom=tuple(replace(k, guna=Guna.TIDAK_DIPAHAMI) if k.nomor == 4 else k for k in SATU.kolom))
    kept(store, odd, jawaban={})
    assert profil.all_of(store, UNIT)[0].arti == (("Ket.", "tidak dipakai"),)


def test_what_nobody_vouched_for_and_our_own_form_are_not_kept(store: Store) -> None:
    assert profil.keep(store, STAF, hasil(SATU), {}, "realisasi") == (), "a form of ours needs no answer"
    assert kept(store, replace(SATU, disetujui=False)) == ()
    assert profil.all_of(store, UNIT) == ()


def test_two_shapes_of_one_file_are_two_profil_with_names_of_their_own(store: Store) -> None:
    two = replace(tabel("Kode", "Capaian", A="kode", B="nilai"), lembar="TW III")
    assert kept(store, SATU, two, replace(SATU, lembar="TW IV"), nama="Rekap") == ("Rekap", "Rekap (2)")


def test_a_named_profil_vouches_for_its_own_headings_only(store: Store) -> None:
    kept(store, SATU, nama="Rekap")
    one = profil.named(store, UNIT, "Rekap")
    fresh = hasil(tabel(*JUDUL, disetujui=False))
    assert profil.apply(one, fresh) == DIPUTUSKAN | {("TW II", "A6", PEMBACAAN): "pakai"}
    changed = hasil(tabel("No", "Kode", "CAPAIAN (%) › TW II", "Ket.", disetujui=False))
    assert profil.apply(one, changed) == said(D="tidak dipakai"), "a changed heading is asked about"


E81 = (
    "No", "Indikator Kinerja Program (outcome)/ Kegiatan (output)",
    "Target Renstra Perangkat Daerah pada Tahun 2028 (Akhir Periode Renstra Perangkat Daerah) › K",
    "Realisasi Kinerja Pada Triwulan › II › K", "Realisasi Kinerja Pada Triwulan › II › Rp",
    "Realisasi Capaian Kinerja dan Anggaran Renja Perangkat Daerah yang dievaluasi › K",
    "Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra Perangkat Daerah s/d Tahun 2026 (%) › K",
)  # fmt: skip


def test_the_form_e81_is_known_without_being_asked_and_who_vouched_for_it_is_told(store: Store) -> None:
    """Its sum over the quarters names no time, and would be one more column that may be the realisasi of TW II."""
    form = hasil(tabel(*E81, disetujui=False))
    given, found = profil.remembered(store, UNIT, "realisasi", form)
    assert [one.nama for one in found.values()] == ["Formulir E.81 (Permendagri 86/2017)"]
    assert given == said(C="tidak dipakai", F="tidak dipakai")
    assert len(kept(store, tabel(*E81), jawaban=given)) == 1
    again, found = profil.remembered(store, UNIT, "realisasi", form)
    assert (again, [one.oleh_nama for one in found.values()]) == (given, [STAF.akun])
    assert kept(store, tabel(*E81), jawaban=given) == ()
    assert kept(store, tabel(*E81), jawaban=given | said(E="nilai"), nama="E.81 kami") == ("E.81 kami",)
    _, found = profil.remembered(store, UNIT, "realisasi", form)
    assert [one.nama for one in found.values()] == ["E.81 kami"], "what the office decided comes first"


def test_two_columns_under_one_heading_keep_their_order(store: Store) -> None:
    kept(store, tabel("Kode", "Jumlah", "Jumlah", A="kode", C="nilai"), jawaban=said(C="nilai"))
    again = hasil(tabel("Kode", "Jumlah", "Jumlah", disetujui=False))
    given, _ = profil.remembered(store, UNIT, "realisasi", again)
    assert given == said(B="tidak dipakai", C="nilai")


def test_who_plans_renames_and_removes_and_a_name_belongs_to_one(store: Store) -> None:
    kept(store, SATU, nama="Rekap")
    kept(store, tabel("Kode", "Hasil", A="kode", B="nilai"), nama="Lain")
    lain, rekap = profil.all_of(store, UNIT)
    with pytest.raises(UserError, match="“rekap” sudah dipakai"):
        profil.rename(store, KASUBBAG, UNIT, lain.nomor, " rekap ")
    profil.rename(store, KASUBBAG, UNIT, lain.nomor, "Rekap Ekbang")
    with pytest.raises(UserError, match="Yang ada: “Rekap Ekbang”, “Rekap”"):
        profil.named(store, UNIT, "Lain")
    with pytest.raises(AccessError):
        profil.remove(store, STAF, UNIT, rekap.nomor)
    profil.remove(store, KASUBBAG, UNIT, rekap.nomor)
    assert profil.find(store, UNIT, "realisasi", profil.print_of(SATU)) is None
    with pytest.raises(UserError, match="sudah tidak ada"):
        profil.remove(store, KASUBBAG, UNIT, rekap.nomor)
    kept(store, SATU, nama="Rekap")
    assert [p.nomor for p in profil.all_of(store, UNIT)] == [3, 2], "a number is not given twice"


def test_a_kasi_keeps_the_reading_of_his_own_bagian_only(store: Store) -> None:
    assert kept(store, SATU, nama="Rekap", who=KASI)
    with pytest.raises(AccessError):
        profil.keep(store, KASI, hasil(SATU, bagian="YAN"), {}, "realisasi")
    with pytest.raises(AccessError):
        profil.keep(store, KASI, hasil(SATU), {}, "anggaran")
