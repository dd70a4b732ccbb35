"""Identity, officials, and settings that count from a tahun on."""

import struct
import zlib
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from salinan import empty, once

from lakip import akses, jejak, pengaturan
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.pengaturan import ATASAN, Bagian, Pejabat
from lakip.store import Store

UNIT = "63.11.07"
ADMIN = Pengguna("admin", "Admin", (Tugas(Peran.ADMIN, UNIT),))
STAF = Pengguna("staf", "Staf", (Tugas(Peran.STAF, UNIT, "PEM"),))
CAMAT = "Camat Paringin Selatan"


@pytest.fixture
@once
def store() -> Store:
    store = empty()
    pengaturan.set_up_office(
        store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [pengaturan.CAMAT_BAWAAN]
    )
    return store


def holder(store: Store, hari: date) -> str | None:
    found = pengaturan.pejabat_in_office(store, UNIT, Peran.CAMAT, hari)
    return found and found.nama


def test_the_office_of_the_sop_is_what_set_up_leaves(store: Store) -> None:
    assert pengaturan.identity(store, UNIT).kop == (
        "PEMERINTAH DAERAH KABUPATEN BALANGAN",
        "KECAMATAN PARINGIN SELATAN",
        "Jl. Ahmad Yani Paringin Telp. (0526) 2094137 Kodepos 71611",
    )
    assert [b.bagian for b in pengaturan.bagian(store, UNIT)] == [
        "REN", "UMUM", "PEM", "TRANTIB", "PMD", "KESOS", "YAN", "BATU",
    ]  # fmt: skip
    assert holder(store, date(2026, 7, 6)) == "RENNY YUDISTHESIA, S.I.P., M.I.P."


def test_the_defaults_are_those_of_the_declared_list(store: Store) -> None:
    berlaku = pengaturan.in_force(store, UNIT, 2026)
    assert (berlaku.batas_rata_rata, berlaku.target_nol) == (Decimal(100), True)
    assert [(k.nama, k.di_atas) for k in berlaku.kategori] == [
        ("Sangat Tinggi", 90), ("Tinggi", 75), ("Sedang", 65), ("Rendah", 50), ("Sangat Rendah", None),
    ]  # fmt: skip


def test_an_office_is_set_up_once(store: Store) -> None:
    with pytest.raises(UserError, match="sudah ada"):
        pengaturan.set_up_office(store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, [], [])


def test_an_office_set_up_by_halves_is_not_there_at_all() -> None:
    store = empty()
    twice = [pengaturan.BAGIAN_BAWAAN[0]] * 2
    with pytest.raises(Exception, match=r"[Dd]uplicate key|PRIMARY KEY"):
        pengaturan.set_up_office(store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, twice, [])
    assert pengaturan.units(store) == ()


def test_a_setting_counts_from_its_tahun_and_leaves_earlier_years_alone(store: Store) -> None:
    pengaturan.set_setting(store, ADMIN, UNIT, "batas_rata_rata", 2026, None)
    pengaturan.set_setting(store, ADMIN, UNIT, "target_nol", 2026, "0")
    assert [pengaturan.in_force(store, UNIT, t).batas_rata_rata for t in (2025, 2026, 2027)] == [100, None, None]
    assert [pengaturan.in_force(store, UNIT, t).target_nol for t in (2025, 2026)] == [True, False]


def test_the_newest_word_for_a_tahun_wins(store: Store) -> None:
    for nilai in ("110", "120"):
        pengaturan.set_setting(store, ADMIN, UNIT, "batas_rata_rata", 2026, nilai)
    assert pengaturan.in_force(store, UNIT, 2026).batas_rata_rata == 120
    assert pengaturan.history(store, UNIT)["nilai"][0] == "120"


def test_a_value_that_is_not_declared_is_refused_by_name(store: Store) -> None:
    with pytest.raises(UserError, match="Tanpa batas, 100, 110, 120, 150"):
        pengaturan.set_setting(store, ADMIN, UNIT, "batas_rata_rata", 2026, "99")


def test_who_takes_office_ends_the_term_before(store: Store) -> None:
    pengaturan.add_pejabat(store, ADMIN, UNIT, Pejabat(CAMAT, Peran.CAMAT, "Penerus", mulai=date(2026, 5, 1)))
    assert holder(store, date(2026, 4, 30)) == "RENNY YUDISTHESIA, S.I.P., M.I.P."
    assert holder(store, date(2026, 5, 1)) == "Penerus"


def test_a_plh_signs_before_the_definitif_holder_while_it_lasts(store: Store) -> None:
    plh = Pejabat(CAMAT, Peran.CAMAT, "Pengganti", status="plh", mulai=date(2026, 6, 1), selesai=date(2026, 6, 7))
    pengaturan.add_pejabat(store, ADMIN, UNIT, plh)
    days = (date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 7), date(2026, 6, 8))
    assert [holder(store, d) == "Pengganti" for d in days] == [False, True, True, False]


def test_two_cannot_hold_one_jabatan_on_the_same_day(store: Store) -> None:
    first = Pejabat(CAMAT, Peran.CAMAT, "Terdahulu", mulai=date(2019, 1, 1))
    with pytest.raises(UserError, match=r"sudah dijabat RENNY YUDISTHESIA.* mulai 1 Januari 2020 dan belum diakhiri"):
        pengaturan.add_pejabat(store, ADMIN, UNIT, first)
    pengaturan.add_pejabat(store, ADMIN, UNIT, replace(first, selesai=date(2019, 12, 31)))
    assert [holder(store, date(y, 6, 1)) for y in (2019, 2020)] == ["Terdahulu", "RENNY YUDISTHESIA, S.I.P., M.I.P."]


def test_a_plt_needs_an_empty_chair_and_a_second_one_is_refused(store: Store) -> None:
    plt = Pejabat(CAMAT, Peran.CAMAT, "Pelaksana", status="plt", mulai=date(2026, 6, 1))
    with pytest.raises(UserError, match="Akhiri masa jabatan itu lebih dahulu, atau pilih status Plh"):
        pengaturan.add_pejabat(store, ADMIN, UNIT, plt)
    (camat,) = pengaturan.pejabat(store, UNIT)
    pengaturan.end_pejabat(store, ADMIN, UNIT, camat.id, date(2026, 5, 31))
    pengaturan.add_pejabat(store, ADMIN, UNIT, plt)
    with pytest.raises(UserError, match=r"Plt\. Camat Paringin Selatan sudah dijabat Pelaksana"):
        pengaturan.add_pejabat(store, ADMIN, UNIT, replace(plt, nama="Lain", status="plh", id="lain"))


def test_nothing_is_recorded_of_a_refused_pejabat(store: Store) -> None:
    before = pengaturan.pejabat(store, UNIT)
    with pytest.raises(UserError):
        pengaturan.add_pejabat(store, ADMIN, UNIT, Pejabat(CAMAT, Peran.CAMAT, "Lain", mulai=date(2020, 1, 1)))
    assert pengaturan.pejabat(store, UNIT) == before


@pytest.mark.parametrize(
    ("baru", "said"),
    [
        (Pejabat(" ", Peran.CAMAT, "Siapa"), "Nama dan jabatan pejabat harus diisi"),
        (Pejabat("Plt. Camat", Peran.CAMAT, "Siapa"), "tanpa Plt atau Plh"),
        (Pejabat("Pj. Bupati Balangan", Peran.CAMAT, "Siapa"), "Pilih tingkat itu"),
        (Pejabat("Kasi Pemerintahan", Peran.KASI, "Siapa"), "Pilih bagian yang dipimpin Kasi Pemerintahan"),
        (
            Pejabat("Camat", Peran.CAMAT, "Siapa", mulai=date(2030, 2, 1), selesai=date(2030, 1, 1)),
            "berakhir 1 Januari 2030, sebelum mulai 1 Februari 2030",
        ),
    ],
)
def test_what_a_register_cannot_hold_is_refused_with_the_way_out(store: Store, baru: Pejabat, said: str) -> None:
    with pytest.raises(UserError, match=said):
        pengaturan.add_pejabat(store, ADMIN, UNIT, baru)


def test_a_term_cannot_end_before_it_began(store: Store) -> None:
    (camat,) = pengaturan.pejabat(store, UNIT)
    with pytest.raises(UserError, match="mulai menjabat 1 Januari 2020"):
        pengaturan.end_pejabat(store, ADMIN, UNIT, camat.id, date(2019, 12, 31))


def test_a_bupati_is_in_the_register_without_account_or_peran(store: Store) -> None:
    assert pengaturan.pejabat_in_office(store, UNIT, ATASAN, date(2026, 1, 1)) is None
    pengaturan.add_pejabat(store, ADMIN, UNIT, Pejabat("Bupati Balangan", ATASAN, "H. Bupati", mulai=date(2025, 2, 20)))
    found = pengaturan.pejabat_in_office(store, UNIT, ATASAN, date(2026, 1, 1))
    assert found is not None
    assert (found.sebutan, found.nip) == ("Bupati Balangan", None)
    assert ATASAN not in set(Peran)
    assert pengaturan.pejabat(store, UNIT)[0] == found  # above the Camat


def test_of_a_kelurahan_the_lurah_signs_and_not_the_secretary(store: Store) -> None:
    for jabatan, mulai in (("Lurah Batu Piring", date(2022, 1, 1)), ("Sekretaris Kelurahan", date(2024, 1, 1))):
        who = Pejabat(jabatan, Peran.KASI, jabatan, bagian="BATU", mulai=mulai)
        pengaturan.add_pejabat(store, ADMIN, UNIT, who)
    found = pengaturan.pejabat_in_office(store, UNIT, Peran.KASI, date(2026, 1, 1), "BATU")
    assert found is not None
    assert found.nama == "Lurah Batu Piring"


# ---------------------------------------------------------------- bagian


def test_a_bagian_is_added_at_the_end_and_renamed_without_losing_its_code(store: Store) -> None:
    pengaturan.add_bagian(store, ADMIN, UNIT, Bagian("eko", "Seksi Ekonomi  Pembangunan", "seksi"))
    assert pengaturan.bagian(store, UNIT)[-1] == Bagian("EKO", "Seksi Ekonomi Pembangunan", "seksi", 9)
    pengaturan.rename_bagian(store, ADMIN, UNIT, "EKO", "Seksi Perekonomian")
    assert pengaturan.bagian(store, UNIT)[-1] == Bagian("EKO", "Seksi Perekonomian", "seksi", 9)
    trail = store.read("jejak_terakhir")
    assert trail["nomor"].item() == 3  # set-up, added, renamed


@pytest.mark.parametrize(
    ("baru", "said"),
    [
        (Bagian("pem", "Seksi Lain", "seksi"), "Kode bagian PEM sudah dipakai Seksi Pemerintahan"),
        (Bagian("PEM2", "seksi pemerintahan", "seksi"), "sudah menjadi nama bagian PEM"),
        (Bagian("P EM", "Seksi Lain", "seksi"), "huruf atau angka tanpa spasi"),
        (Bagian("", "Seksi Lain", "seksi"), "huruf atau angka tanpa spasi"),
        (Bagian("LAIN", " ", "seksi"), "Nama bagian harus diisi"),
        (Bagian("LAIN", "Seksi Lain", "dinas"), "Jenis bagian “dinas” tidak dikenal"),
    ],
)
def test_a_bagian_that_would_be_taken_for_another_is_refused(store: Store, baru: Bagian, said: str) -> None:
    with pytest.raises(UserError, match=said):
        pengaturan.add_bagian(store, ADMIN, UNIT, baru)
    assert len(pengaturan.bagian(store, UNIT)) == 8


def test_a_bagian_cannot_take_the_name_of_another(store: Store) -> None:
    with pytest.raises(UserError, match="sudah menjadi nama bagian PMD"):
        pengaturan.rename_bagian(store, ADMIN, UNIT, "PEM", "Seksi Pemberdayaan Masyarakat dan Desa")
    with pytest.raises(UserError, match="Bagian “XX” tidak ada"):
        pengaturan.rename_bagian(store, ADMIN, UNIT, "XX", "Seksi Baru")


# ---------------------------------------------------------------- emblem


def test_the_newest_emblem_counts(store: Store) -> None:
    assert pengaturan.lambang(store, UNIT) is None
    for side in (60, 80):
        pengaturan.set_lambang(store, ADMIN, UNIT, png(side))
    assert pengaturan.lambang(store, UNIT) == png(80)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<svg/>", "bukan gambar PNG atau JPEG"),
        (b"\x89PNG\r\n\x1a\n", "bukan gambar PNG atau JPEG"),
        (b"\xff\xd8\xff\xe0", "bukan gambar PNG atau JPEG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(1_000_000), "di atas 1 MB"),
    ],
)
def test_what_is_no_picture_is_refused(store: Store, content: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        pengaturan.set_lambang(store, ADMIN, UNIT, content)


def test_an_emblem_that_would_print_as_a_smear_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match="berukuran 2 x 2 piksel"):
        pengaturan.set_lambang(store, ADMIN, UNIT, png(2))


def png(side: int) -> bytes:
    """A grey square."""
    raw = b"".join(b"\0" + b"\x80" * side for _ in range(side))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(raw)),
        (b"IEND", b""),
    )
    chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


# ---------------------------------------------------------------- who, and when


def test_before_anybody_held_it_the_jabatan_is_empty(store: Store) -> None:
    assert holder(store, date(2019, 12, 31)) is None


def test_a_kasi_is_found_by_bagian(store: Store) -> None:
    for kode in ("PEM", "PMD"):
        kasi = Pejabat(f"Kepala Seksi {kode}", Peran.KASI, f"Kasi {kode}", bagian=kode, mulai=date(2024, 1, 1))
        pengaturan.add_pejabat(store, ADMIN, UNIT, kasi)
    found = pengaturan.pejabat_in_office(store, UNIT, Peran.KASI, date(2026, 1, 1), "PMD")
    assert found is not None
    assert found.nama == "Kasi PMD"


def test_correcting_the_identity_never_turns_example_data_into_real_ones(store: Store) -> None:
    contoh = pengaturan.Identitas("63.11.99", "Kecamatan Contoh", "Kabupaten Contoh", "", "Contoh", contoh=True)
    pengaturan.set_up_office(store, akses.system("63.11.99"), contoh, [], [])
    admin = Pengguna("a", "A", (Tugas(Peran.ADMIN, "63.11.99"),))
    baru = pengaturan.Identitas("63.11.99", "Kecamatan Asli", "Kabupaten Contoh", "", "Contoh", contoh=False)
    pengaturan.set_identity(store, admin, baru)
    assert pengaturan.identity(store, "63.11.99").nama == "Kecamatan Asli"
    assert pengaturan.identity(store, "63.11.99").contoh


def test_only_an_admin_changes_what_the_office_is(store: Store) -> None:
    staf = Pengguna("budi", "Budi", (Tugas(Peran.STAF, UNIT, "PEM"),))
    for act in (
        lambda: pengaturan.set_identity(store, staf, pengaturan.IDENTITAS_BAWAAN),
        lambda: pengaturan.add_pejabat(store, staf, UNIT, pengaturan.CAMAT_BAWAAN),
        lambda: pengaturan.set_setting(store, staf, UNIT, "target_nol", 2026, "0"),
        lambda: pengaturan.add_bagian(store, staf, UNIT, Bagian("X", "Seksi X", "seksi")),
        lambda: pengaturan.rename_bagian(store, staf, UNIT, "PEM", "Seksi X"),
        lambda: pengaturan.set_lambang(store, staf, UNIT, png(60)),
    ):
        with pytest.raises(AccessError):
            act()


def test_years_to_look_at_are_those_with_data_and_this_one(store: Store) -> None:
    assert pengaturan.years(store, UNIT, date(2026, 1, 1)) == (2026,)


def scale(*baris: tuple[str, int | None]) -> tuple[pengaturan.Kategori, ...]:
    return pengaturan.scale([(nama, None if batas is None else Decimal(batas)) for nama, batas in baris])


def test_the_scale_of_kategori_counts_from_a_tahun_on_and_earlier_years_keep_theirs(store: Store) -> None:
    three = scale(("Baik", 85), ("Cukup", 60), ("Kurang", None))
    pengaturan.set_kategori(store, ADMIN, UNIT, 2027, three, "Peraturan Bupati 12/2026")
    assert [k.nama for k in pengaturan.in_force(store, UNIT, 2028).kategori] == ["Baik", "Cukup", "Kurang"]
    assert pengaturan.in_force(store, UNIT, 2026).kategori == pengaturan.KATEGORI
    assert [k.warna for k in three] == [pengaturan.KATEGORI[n].warna for n in (0, 2, 4)]
    mended = scale(("Baik", 80), ("Cukup", 60), ("Kurang", None))
    pengaturan.set_kategori(store, ADMIN, UNIT, 2027, mended, "Salah ketik: 80")
    assert list(pengaturan.scales(store, UNIT)) == [2027, pengaturan.MULAI_TAHUN]
    assert pengaturan.in_force(store, UNIT, 2027).kategori == mended
    assert store.seals_differ("kategori") is None
    last = jejak.search(store, UNIT, "skala kategori").row(0, named=True)
    assert (
        '["Baik di atas 85, Cukup di atas 60, Kurang", "Baik di atas 80, Cukup di atas 60, Kurang"]' in last["rincian"]
    )


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        ((("Baik", None),), "memuat 2 sampai 5 kategori"),
        ((("Baik", 80), ("baik", None)), "nama kategori yang sama"),
        ((("Baik", None), ("Kurang", None)), "Batas kategori “Baik” belum diisi"),
        ((("Baik", 60), ("Cukup", 80), ("Kurang", None)), r"Batas “Cukup” \(80\) harus di bawah batas “Baik” \(60\)"),
        ((("", 80), ("Kurang", None)), "tanpa nama"),
    ],
)
def test_a_scale_that_leaves_a_value_without_a_kategori_is_refused(
    baris: tuple[tuple[str, int | None], ...], pesan: str
) -> None:
    with pytest.raises(UserError, match=pesan):
        scale(*baris)


def test_the_scale_of_an_approved_tahun_stays(store: Store) -> None:
    run = {"unit": UNIT, "tahun": 2026, "periode": "TW1", "nomor": 1, "keadaan": "disahkan", "oleh": "camat"}
    with store.transaction() as tx:
        tx.insert("alur", [run | {"pada": datetime(2026, 4, 20)}])
    with pytest.raises(UserError, match="Tahun 2026 sudah memuat periode yang disahkan"):
        pengaturan.set_kategori(store, ADMIN, UNIT, 2026, scale(("Baik", 80), ("Kurang", None)), "Coba")
    assert pengaturan.in_force(store, UNIT, 2026).kategori == pengaturan.KATEGORI
    with pytest.raises(AccessError):
        pengaturan.set_kategori(store, STAF, UNIT, 2027, scale(("Baik", 80), ("Kurang", None)), "Coba")
