"""The run of a periode: who may take which step from where, what must be done before, and what an approval closes."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from belakang import behind
from kasus import BY, PER, TAHUN, UNIT, add_indikator, add_meeting, new_office, save_word
from salinan import once

from lakip import akses, akun, alur, anggaran, jejak, jejak_kata, kiriman, pengaturan, potret, rekap, rencana
from lakip.akses import BOLEH, Izin, Pengguna, Peran, Tugas
from lakip.alur import KEADAAN_NAMA, LANGKAH, Keadaan
from lakip.errors import AccessError, UserError
from lakip.indikator import Keadaan as Isi
from lakip.periode import now
from lakip.realisasi import Realisasi
from lakip.store import Store

SANDI = "sandi-panjang"


def person(peran: Peran) -> Pengguna:
    bagian = "PEM" if peran in (Peran.STAF, Peran.KASI) else None
    return Pengguna(peran.value, peran.value.title(), (Tugas(peran, UNIT, bagian),))


KASUBBAG, SEKCAM, CAMAT = person(Peran.KASUBBAG), person(Peran.SEKCAM), person(Peran.CAMAT)


@once
def office() -> Store:
    """One indikator, 10 planned and done in each quarter, all confirmed, and a draft made of each triwulan."""
    store = new_office()
    add_indikator(store, "I1", "jumlah", target="10 10 10 10", realisasi="10 10 10 10")
    with store.transaction() as tx:
        for n in range(1, 5):
            add_draft(tx, f"TW{n}")
    for n in range(1, 5):
        add_meeting(store, f"TW{n}")
    return store


@pytest.fixture
def store() -> Store:
    return office()


def add_draft(tx, periode: str) -> None:
    row = {"id": f"{periode}{now()}", "unit": UNIT, "jenis": "laporan_triwulan", "tahun": TAHUN, "periode": periode}
    tx.insert("laporan", [row | {"versi": 1, "potret": "p", "sha256": "s", "oleh": "uji", "pada": now()}])


def add_account(store: Store, peran: Peran) -> None:
    by = akses.system(UNIT)
    if akun.is_empty(store):
        akun.add(store, None, "admin", "Siti", SANDI, UNIT, Peran.ADMIN, mulai=date(2020, 1, 1))
    akun.add(store, by, peran.value, peran.value.title(), SANDI, UNIT, peran, mulai=date(2020, 1, 1))


def put(store: Store, keadaan: Keadaan | None, periode: str = "TW1", oleh: str = "camat") -> None:
    """A run that stands there, whatever came before."""
    nomor = alur.standing(store, UNIT, TAHUN, periode).nomor + 1
    if keadaan is not None:
        row = {"unit": UNIT, "tahun": TAHUN, "periode": periode, "nomor": nomor, "keadaan": keadaan.value}
        with store.transaction() as tx:
            tx.insert("alur", [row | {"oleh": oleh, "pada": now() - timedelta(seconds=1)}])


def take(store: Store, who: Pengguna, langkah: str, periode: str = "TW1", **how) -> Keadaan | None:
    how = {"catatan": "Sesuai.", "sandi": SANDI, "nomor": alur.standing(store, UNIT, TAHUN, periode).nomor} | how
    alur.move(store, who, langkah, UNIT, TAHUN, periode, per=PER, **how)
    return alur.standing(store, UNIT, TAHUN, periode).keadaan


@pytest.fixture(scope="module")
def ready() -> Store:
    store = new_office()
    add_indikator(store, "I1", "jumlah", target="10 10 10 10", realisasi="10 10 10 10")
    with store.transaction() as tx:
        add_draft(tx, "TW1")
    add_meeting(store)
    for peran in Peran:
        if peran not in (Peran.STAF, Peran.KASI, Peran.ADMIN):
            add_account(store, peran)
    return store


@pytest.mark.parametrize(("keadaan", "langkah"), list(product([None, *Keadaan], LANGKAH)))
def test_every_step_of_the_table_works_and_every_other_one_is_refused(
    ready: Store, keadaan: Keadaan | None, langkah: str
) -> None:
    step = LANGKAH[langkah]
    behind(ready, "delete from alur")
    put(ready, keadaan)
    for who in map(person, Peran):
        if who.tugas[0].peran not in BOLEH[step.izin]:
            with pytest.raises(AccessError, match="tidak berhak"):
                take(ready, who, langkah)
        elif keadaan not in step.dari:
            with pytest.raises(UserError, match=f"berkeadaan {KEADAAN_NAMA[keadaan].lower()}"):
                take(ready, who, langkah)
        else:
            behind(ready, "delete from alur")
            put(ready, keadaan, oleh=who.akun)
            assert take(ready, who, langkah) is step.ke
            behind(ready, "delete from alur")
            put(ready, keadaan)
        assert alur.standing(ready, UNIT, TAHUN, "TW1").keadaan is keadaan, who.akun


def test_the_table_is_what_the_sop_says() -> None:
    said = {name: (step.izin, {*step.dari}, step.ke) for name, step in LANGKAH.items()}
    k = Keadaan
    assert said == {
        "buka": (Izin.REKAP, {None}, k.DIBUKA),
        "rekap": (Izin.REKAP, {k.DIBUKA}, k.DIREKAP),
        "ajukan": (Izin.REKAP, {k.DIREKAP}, k.DRAF),
        "periksa": (Izin.PERIKSA, {k.DRAF}, k.DIPERIKSA),
        "kembalikan": (Izin.PERIKSA, {k.DRAF}, k.DIBUKA),
        "sosialisasikan": (Izin.PERIKSA, {k.DIPERIKSA}, k.DISOSIALISASIKAN),
        "perbaiki": (Izin.SAHKAN, {k.DIPERIKSA, k.DISOSIALISASIKAN}, k.DIBUKA),
        "sahkan": (Izin.SAHKAN, {k.DISOSIALISASIKAN}, k.DISAHKAN),
        "buka_kembali": (Izin.SAHKAN, {k.DISAHKAN}, k.DIBUKA),
    }


def test_a_step_back_is_told_by_where_from() -> None:
    k = Keadaan
    assert [alur.passed(dari, k.DIBUKA) for dari in (None, k.DRAF, k.DISOSIALISASIKAN, k.DISAHKAN)] == [
        "Dibuka", "Dikembalikan kepada Kasubbag", "Diminta diperbaiki", "Dibuka kembali",
    ]  # fmt: skip
    assert alur.passed(k.DISOSIALISASIKAN, k.DISAHKAN) == "Disahkan dan terkunci"


# ---------------------------------------------------------------- syarat


def test_no_triwulan_is_opened_without_perjanjian_kinerja_and_rencana_aksi() -> None:
    store = new_office()
    with pytest.raises(UserError, match="Rencana Aksi belum memuat target Triwulan I Tahun 2026"):
        take(store, KASUBBAG, "buka")
    behind(store, "delete from dokumen_rencana")
    with pytest.raises(UserError, match="Perjanjian Kinerja Tahun 2026 belum dicatat"):
        take(store, KASUBBAG, "buka")


@pytest.mark.parametrize(
    ("periode", "parts", "named"),
    [
        ("SM1", ("TW1", "TW2"), "Triwulan II"),
        ("SM2", ("TW3", "TW4"), "Triwulan IV"),
        ("TH", ("SM1", "SM2"), "Semester II"),
    ],
)
def test_no_semester_without_its_triwulan_and_no_year_without_its_semesters(
    store: Store, periode: str, parts: tuple[str, str], named: str
) -> None:
    put(store, Keadaan.DISAHKAN, parts[0])
    with pytest.raises(UserError, match=f"belum dapat dilanjutkan. {named} Tahun 2026 belum disahkan"):
        take(store, KASUBBAG, "buka", periode)
    put(store, Keadaan.DISAHKAN, parts[1])
    assert take(store, KASUBBAG, "buka", periode) is Keadaan.DIBUKA


def test_what_is_sementara_is_never_recapped_or_approved_and_is_named(store: Store) -> None:
    add_indikator(store, "I2", "jumlah", target="5 5 5 5", realisasi="– – – –")
    add_indikator(store, "I3", "jumlah", target="5 5 5 5", realisasi="5? – – –")
    put(store, Keadaan.DIBUKA)
    with pytest.raises(UserError, match=r"Angka I2 belum lengkap. Angka I3 belum dibenarkan."):
        take(store, KASUBBAG, "rekap")
    put(store, Keadaan.DISOSIALISASIKAN)
    add_account(store, Peran.CAMAT)
    with pytest.raises(UserError, match="Angka I2 belum lengkap"):
        take(store, CAMAT, "sahkan")


def test_a_draft_older_than_a_figure_in_it_is_not_sent_on(store: Store) -> None:
    put(store, Keadaan.DIREKAP)
    behind(store, "update laporan set pada = pada - interval 1 day")
    behind(store, "update realisasi set pada = (select max(pada) + interval 1 hour from laporan)")
    with pytest.raises(UserError, match="Ada angka yang berubah sesudah draf disusun"):
        take(store, KASUBBAG, "ajukan")
    behind(store, "delete from laporan")
    with pytest.raises(UserError, match="Draf laporan Triwulan I Tahun 2026 belum disusun"):
        take(store, KASUBBAG, "ajukan")


def test_what_was_not_presented_is_not_said_to_be(store: Store) -> None:
    put(store, Keadaan.DIPERIKSA)
    behind(store, "update sosialisasi set keadaan = 'diundang'")
    with pytest.raises(UserError, match="Sosialisasi Triwulan I Tahun 2026 belum dilaksanakan dan dicatat"):
        take(store, SEKCAM, "sosialisasikan")


def test_a_return_and_an_approval_need_a_note(store: Store) -> None:
    put(store, Keadaan.DRAF)
    with pytest.raises(UserError, match="harus disertai catatan"):
        take(store, SEKCAM, "kembalikan", catatan="  ")
    assert take(store, SEKCAM, "kembalikan", catatan="Kendala belum dijelaskan.") is Keadaan.DIBUKA
    assert alur.standing(store, UNIT, TAHUN, "TW1").catatan == "Kendala belum dijelaskan."


def test_who_acts_on_an_old_screen_is_told_who_was_faster(store: Store) -> None:
    put(store, Keadaan.DRAF)
    seen = alur.standing(store, UNIT, TAHUN, "TW1").nomor
    assert take(store, SEKCAM, "periksa", nomor=seen) is Keadaan.DIPERIKSA
    with pytest.raises(UserError, match=r"baru saja diubah sekcam .* menjadi diperiksa sekcam"):
        take(store, SEKCAM, "kembalikan", nomor=seen)


def test_a_clock_set_back_is_said(store: Store) -> None:
    put(store, Keadaan.DRAF)
    behind(store, "update alur set pada = pada + interval 2 day")
    with pytest.raises(UserError, match="Jam komputer mundur"):
        take(store, SEKCAM, "periksa")


# ---------------------------------------------------------------- approval and lock


@once
def office_approved() -> Store:
    store = office()
    add_account(store, Peran.CAMAT)
    put(store, Keadaan.DISOSIALISASIKAN)
    assert take(store, CAMAT, "sahkan") is Keadaan.DISAHKAN
    return store


def test_an_approval_stands_in_the_database_file_itself_at_once(store: Store) -> None:
    assert store.folder is not None
    log = store.folder / "lakip.duckdb.wal"
    add_account(store, Peran.CAMAT)
    put(store, Keadaan.DISOSIALISASIKAN)
    assert log.exists()
    assert take(store, CAMAT, "sahkan") is Keadaan.DISAHKAN
    assert not log.exists()


@pytest.fixture
def approved() -> Store:
    """TW I approved by the Camat."""
    return office_approved()


def test_approval_asks_for_the_password_again(store: Store) -> None:
    add_account(store, Peran.CAMAT)
    put(store, Keadaan.DISOSIALISASIKAN)
    with pytest.raises(UserError, match="kata sandi keliru"):
        take(store, CAMAT, "sahkan", sandi="bukan itu")
    assert alur.standing(store, UNIT, TAHUN, "TW1").keadaan is Keadaan.DISOSIALISASIKAN


def test_an_approval_says_who_else_set_its_password_lately(store: Store) -> None:
    """He was told, and so were those who oversee; whoever reads of the approval reads it too."""
    add_account(store, Peran.CAMAT)
    akun.set_sandi(store, akun.find(store, "admin"), "camat", "sandi-yang-baru")
    akun.set_sandi(store, CAMAT, "camat", SANDI, lama="sandi-yang-baru")
    put(store, Keadaan.DISOSIALISASIKAN)
    take(store, CAMAT, "sahkan")
    newest = store.read("jejak_semua")[-1].to_dicts()[0]
    assert newest["perbuatan"] == "alur: sahkan dan kunci"
    assert "kata sandi disetel oleh: admin" in jejak_kata.tell(newest["rincian"])


def test_approval_freezes_figures_settings_and_rules(approved: Store) -> None:
    isi = potret.read(approved, UNIT, alur.standing(approved, UNIT, TAHUN, "TW1").potret or "")
    assert [(r["kode"], Decimal(r["realisasi"]), r["kategori"]) for r in isi["capaian"]] == [
        ("I1", Decimal(10), "Sangat Tinggi")
    ]
    assert [(r["indikator"], r["triwulan"], r["versi"]) for r in isi["realisasi"]] == [("I1", 1, 1)]
    assert isi["pengaturan"]["batas_rata_rata"] == "100"
    assert set(isi["aturan"]) >= {"0_aturan.sql", "2_rollup.sql"}


def test_a_potret_that_somebody_changed_is_not_shown(approved: Store) -> None:
    behind(approved, "update potret set isi = replace(isi, 'I1', 'I9')")
    with pytest.raises(UserError, match="berubah sejak dibekukan"):
        potret.read(approved, UNIT, alur.standing(approved, UNIT, TAHUN, "TW1").potret or "")


LOCKED = "Triwulan I Tahun 2026 sudah disahkan, jadi terkunci"
SYSTEM = akses.system(UNIT)
STAF, KASI = person(Peran.STAF), person(Peran.KASI)


def save_figure(store: Store, triwulan: int, nilai: int) -> None:
    new = [Realisasi("I1", Isi.TERISI, Decimal(nilai))]
    changed = rekap.changes(rekap.acuan(store, UNIT, TAHUN, triwulan), triwulan, new)
    rekap.save_realisasi(store, STAF, UNIT, TAHUN, triwulan, changed)


@pytest.mark.parametrize(
    ("way", "act"),
    [
        ("typed or uploaded figure", lambda s: save_figure(s, 1, 12)),
        ("confirmation", lambda s: kiriman.confirm(s, KASI, UNIT, "PEM", TAHUN, 1)),
        ("sending", lambda s: kiriman.submit(s, STAF, UNIT, "PEM", TAHUN, 1)),
        ("money", lambda s: anggaran.save_realisasi_anggaran(s, SYSTEM, UNIT, TAHUN, 1, {"9.1.1": 5})),
        (
            "target",
            lambda s: rencana.save_target_set(
                s, SYSTEM, UNIT, TAHUN, rencana.PkVersion(1), [rencana.Target("I1", (*map(Decimal, (20, 10, 10, 10)),), Decimal(50))]
            ),
        ),
    ],
)  # fmt: skip
def test_no_way_leads_around_the_lock(approved: Store, way: str, act) -> None:
    add_money(approved)
    before = approved.read("jejak_terakhir")["nomor"].item()
    with pytest.raises(UserError, match=r"sudah disahkan|sudah dibenarkan"):
        act(approved)
    assert approved.read("jejak_terakhir")["nomor"].item() == before


def add_money(store: Store) -> None:
    with store.transaction() as tx:
        for kode, jenjang in (("9", "program"), ("9.1", "kegiatan"), ("9.1.1", "sub_kegiatan")):
            tx.insert("nomenklatur", [{"edisi": "uji", "kode": kode, "jenjang": jenjang, "nama": kode}])
        tx.insert(
            "anggaran",
            [{"unit": UNIT, "tahun": TAHUN, "kode": "9.1.1", "sifat": "murni", "versi": 1, "edisi": "uji", "pagu_rupiah": 9, **BY}],
        )  # fmt: skip


@pytest.mark.parametrize(
    "table",
    ["realisasi", "pembenaran", "kiriman", "realisasi_anggaran", "target_keuangan", "target", "pengaturan", "kategori"],
)
def test_each_table_that_an_approval_closes_is_closed_at_the_data_level(approved: Store, table: str) -> None:
    row = {
        "unit": UNIT,
        "indikator": "I1",
        "tahun": TAHUN,
        "triwulan": 1,
        "versi": 9,
        "mulai_tahun": TAHUN,
        "kunci": "target_nol",
        **BY,
    }
    row |= {"periode": "TW1", "pk": 1, "nilai": Decimal(99)} if table == "target" else {}
    row |= {"kode": "9.1.1", "target_rupiah": 5} if table == "target_keuangan" else {}
    with pytest.raises(UserError, match=r"sudah disahkan|periode yang disahkan"), approved.transaction() as tx:
        tx.insert(table, [{k: row[k] for k in row.keys() & tx._columns(table)}])


def test_a_dppa_repeats_the_target_keuangan_of_a_closed_quarter_and_changes_the_next(store: Store) -> None:
    add_money(store)
    plan = {("9.1.1", f"target_tw{n}"): rupiah for n, rupiah in enumerate((3, 2, 2, 2), 1)}
    anggaran.save(store, SYSTEM, UNIT, TAHUN, anggaran.Anggaran(plan))
    put(store, Keadaan.DISAHKAN)
    after = {("9.1.1", "pagu_perubahan"): 10, **plan, ("9.1.1", "target_tw4"): 3}
    anggaran.save(store, SYSTEM, UNIT, TAHUN, anggaran.Anggaran(after))
    assert anggaran.pohon(store, UNIT, TAHUN, 4).filter(jenjang="total")["target_sd_rupiah"].item() == 3 + 2 + 2 + 3
    with pytest.raises(UserError, match=LOCKED):
        anggaran.save(store, SYSTEM, UNIT, TAHUN, anggaran.Anggaran({("9.1.1", "target_tw1"): 2}))


def test_pagu_and_shares_close_with_the_last_triwulan(store: Store) -> None:
    add_money(store)
    put(store, Keadaan.DISAHKAN)
    assert anggaran.save_anggaran(store, SYSTEM, UNIT, TAHUN, "perubahan", "uji", {"9.1.1": 10}) == 1
    put(store, Keadaan.DISAHKAN, "TW4")
    share = {"unit": UNIT, "tahun": TAHUN, "sasaran": "S1", "kode": "9", "versi": 1, "porsi": Decimal(100), **BY}
    for act in (
        lambda: anggaran.save_anggaran(store, SYSTEM, UNIT, TAHUN, "perubahan", "uji", {"9.1.1": 11}),
        lambda: insert(store, "sasaran_program", share),
    ):
        with pytest.raises(UserError, match="Triwulan IV Tahun 2026 sudah disahkan"):
            act()


def insert(store: Store, table: str, row: dict) -> None:
    with store.transaction() as tx:
        tx.insert(table, [row])


def test_what_a_figure_is_counted_by_is_closed_with_the_year_it_was_approved_in(approved: Store) -> None:
    card = approved.read("indikator_tahun", unit=UNIT, tahun=TAHUN).row(0, named=True)
    told = {"unit": UNIT, **card, **BY, "nama": "Nama yang lebih jelas", "versi": card["versi"] + 1}
    insert(approved, "indikator", told)
    for change in ({"rumus": "negatif_selisih"}, {"metode": "rata_rata"}, {"sampai_tahun": TAHUN - 1}):
        with pytest.raises(UserError, match="Kartu I1 terkunci untuk tahun 2026"):
            insert(approved, "indikator", {**told, "versi": told["versi"] + 1, **change})
    insert(approved, "indikator", {**told, "versi": told["versi"] + 1, "mulai_tahun": TAHUN + 1, "rumus": "stabil"})


def test_the_next_quarter_the_neighbour_and_other_years_stay_open(approved: Store) -> None:
    save_figure(approved, 2, 12)
    with approved.transaction() as tx:
        save_word(tx, "I1", 1, "5", tahun=TAHUN + 1)
        tx.insert("realisasi", [{"unit": "63.11.01", "indikator": "I1", "tahun": TAHUN, "triwulan": 1, "versi": 1, "keadaan": "nihil", **BY}])  # fmt: skip


def test_a_pk_perubahan_may_repeat_the_target_of_a_closed_quarter(approved: Store) -> None:
    with approved.transaction() as tx:
        tx.insert("target", [{"unit": UNIT, "indikator": "I1", "tahun": TAHUN, "periode": "TW1", "pk": 1, "versi": 2, "nilai": Decimal(10), **BY}])  # fmt: skip


def test_a_setting_counts_from_a_year_without_an_approved_periode(approved: Store) -> None:
    with pytest.raises(UserError, match="Pilih mulai tahun sesudahnya"):
        pengaturan.set_setting(approved, SYSTEM, UNIT, "batas_rata_rata", TAHUN, "120")
    pengaturan.set_setting(approved, SYSTEM, UNIT, "batas_rata_rata", TAHUN + 1, "120")


def test_only_who_approved_opens_again_and_what_moved_since_is_listed(approved: Store) -> None:
    akun.add(approved, SYSTEM, "plt", "Plt. Camat", SANDI, UNIT, Peran.CAMAT, mulai=date(2020, 1, 1))
    plt = Pengguna("plt", "Plt. Camat", (Tugas(Peran.CAMAT, UNIT),))
    with pytest.raises(UserError, match="Hanya Camat, yang mengesahkannya"):
        take(approved, plt, "buka_kembali")
    frozen = alur.standing(approved, UNIT, TAHUN, "TW1").potret or ""
    assert potret.differences(approved, UNIT, frozen, PER) == []
    assert take(approved, CAMAT, "buka_kembali", catatan="Register pengaduan keliru.") is Keadaan.DIBUKA
    save_figure(approved, 1, 8)
    kiriman.confirm(approved, KASI, UNIT, "PEM", TAHUN, 1)
    assert [(b.kode, b.realisasi_potret, b.realisasi_kini, b.capaian_kini) for b in potret.differences(approved, UNIT, frozen, PER)] == [
        ("I1", Decimal(10), Decimal(8), Decimal(80))
    ]  # fmt: skip


def test_whoever_is_camat_now_opens_what_a_former_camat_approved(approved: Store) -> None:
    akun.add(approved, SYSTEM, "baru", "Camat Baru", SANDI, UNIT, Peran.CAMAT, mulai=date(2020, 1, 1))
    akun.end_peran(approved, SYSTEM, "camat", UNIT, Peran.CAMAT, date(2020, 6, 1))
    assert take(approved, Pengguna("baru", "Camat Baru", (Tugas(Peran.CAMAT, UNIT),)), "buka_kembali") is Keadaan.DIBUKA


def test_a_triwulan_inside_an_approved_semester_stays_closed(approved: Store) -> None:
    put(approved, Keadaan.DISAHKAN, "SM1")
    with pytest.raises(UserError, match="Semester I Tahun 2026 sudah disahkan; buka kembali itu lebih dahulu"):
        take(approved, CAMAT, "buka_kembali")


def test_every_step_leaves_its_trail(approved: Store) -> None:
    found = jejak.search(approved, UNIT, "alur: sahkan dan kunci", sampai=date.today() + timedelta(days=1))
    assert found.height == 1
    assert "baru disahkan" not in found["rincian"][0]
    assert jejak.check(approved) == []
