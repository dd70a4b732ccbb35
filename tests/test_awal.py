"""The quarter an office begins with: what lies before it is owed by nobody, late for nobody, and holds nothing back."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import unggahan
from kasus import BY, PER, TAHUN, UNIT, add_indikator, new_office
from layar import add_person, example, screen, texts
from test_server import build, csrf

from lakip import akses, akun, alur, jejak, kartu, pengaturan, periode, rollup, tugas
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.export import bahan, kurang
from lakip.pengaturan import Awal
from lakip.queries import __file__ as queries
from lakip.sop import dispensasi
from lakip.sop.dispensasi import Kirim
from lakip.store import Store

SISTEM = akses.system(UNIT)
STAF = Pengguna("staf", "Staf", (Tugas(Peran.STAF, UNIT, "PEM"),))
KASUBBAG = Pengguna("kasubbag", "Kasubbag", (Tugas(Peran.KASUBBAG, UNIT, "REN"),))
DES_1 = date(2026, 12, 1)


def begun(store: Store, triwulan: int, tahun: int = TAHUN) -> Store:
    pengaturan.set_awal(store, SISTEM, UNIT, Awal(tahun, triwulan), "Lakip dipasang pada triwulan ini")
    return store


def row(store: Store, kode: str, periode: str) -> tuple[Decimal | None, Decimal | None, str | None, bool]:
    """Target, capaian, alasan, sementara."""
    found = rollup.one(store, UNIT, TAHUN, periode, PER).filter(kode=kode).row(0, named=True)
    return found["target"], found["capaian_persen"], found["alasan"], found["sementara"]


@pytest.mark.parametrize(
    ("metode", "realisasi", "kode", "target", "capaian", "alasan"),
    [
        ("jumlah", "– – 30 40", "TW1", None, None, "tidak_tersedia"),
        ("jumlah", "– – 30 40", "SM2", 70, 100, None),  # (30 + 40) / (30 + 40)
        ("jumlah", "– – 30 40", "SD3", 30, 100, None),  # only what is collected here, on both sides
        ("jumlah", "– – 30 40", "TH", 100, None, "tidak_tersedia"),  # 70 of 100 is no capaian of the tahun
        ("jumlah", "– 10 30 40", "SM1", 20, 50, None),  # what was entered all the same counts: 10 / 20
        ("kumulatif", "– – 30 40", "TH", 40, 100, None),  # the last total is that of the tahun
        ("rata_rata", "– – 30 40", "TH", 25, 140, None),  # (30 + 40) / 2 against 25
    ],
)
def test_an_office_that_begins_with_tw_iii_is_not_held_back_by_the_quarters_before(
    metode: str, realisasi: str, kode: str, target: int | None, capaian: int | None, alasan: str | None
) -> None:
    store = new_office()
    add_indikator(store, "I1", metode, target="10 20 30 40", realisasi=realisasi)
    begun(store, 3)
    assert row(store, "I1", kode) == (target, capaian, alasan, False)


def test_before_it_is_stated_every_quarter_counts() -> None:
    store = new_office()
    add_indikator(store, "I1", "jumlah", target="10 20 30 40", realisasi="– – 30 40")
    assert pengaturan.awal(store, UNIT) is None
    assert row(store, "I1", "TH") == (100, 70, None, True)


def test_nobody_is_late_with_what_lies_before_and_no_task_asks_for_it() -> None:
    """Nothing was sent in the whole year: I, II and III are late by 1 December, and only III after the statement."""
    store = new_office()
    add_indikator(store, "I1", "jumlah", target="10 10 10 10", realisasi="10? – – –")
    assert [d.triwulan for d in dispensasi.deliveries(store, UNIT, TAHUN, DES_1) if d.is_late] == [1, 2, 3]
    begun(store, 3)
    sent = dispensasi.deliveries(store, UNIT, TAHUN, DES_1)
    assert {d.triwulan: d.keadaan for d in sent} == {1: Kirim.SELESAI, 3: Kirim.TERLAMBAT, 4: Kirim.BELUM_WAKTUNYA}
    assert [t.apa for t in tugas.mine(store, STAF, UNIT, DES_1)] == ["Isi 1 angka Seksi Uji, Triwulan III"]
    assert [t.apa for t in tugas.mine(store, KASUBBAG, UNIT, DES_1) if "Buka periode" in t.apa] == [
        "Buka periode: Triwulan III Tahun 2026"
    ]
    with pytest.raises(UserError, match="mendahului triwulan awal"):
        dispensasi.grant(store, KASUBBAG, UNIT, "PEM", TAHUN, 1, date(2099, 1, 1), "Banjir")


def test_the_year_opens_with_the_semester_that_was_kept_here() -> None:
    store = begun(new_office(), 3)
    step = alur.LANGKAH["buka"]
    lacking = {p: [k.pesan for k in alur.missing(store, step, UNIT, TAHUN, p, PER)] for p in ("SM1", "SM2", "TH")}
    assert lacking == {
        "SM1": [],
        "SM2": ["Triwulan III Tahun 2026 belum disahkan.", "Triwulan IV Tahun 2026 belum disahkan."],
        "TH": ["Semester II Tahun 2026 belum disahkan."],
    }
    (empty,) = alur.missing(store, alur.LANGKAH["rekap"], UNIT, TAHUN, "TW1", PER)
    assert empty.pesan == "Triwulan I Tahun 2026 mendahului triwulan awal kantor dan tidak berisi angka."


def test_what_was_approved_here_is_never_before_the_beginning() -> None:
    store = new_office()
    run = {"unit": UNIT, "tahun": TAHUN, "periode": "TW2", "nomor": 1, "keadaan": "disahkan", **BY}
    with store.transaction() as tx:
        tx.insert("alur", [run])
    with pytest.raises(UserError, match="Triwulan II Tahun 2026 sudah disahkan di sini"):
        begun(store, 3)
    begun(store, 2)


def test_a_statement_is_reasoned_sealed_on_the_trail_and_the_admin_s() -> None:
    store = begun(new_office(), 3)
    begun(store, 4)
    assert pengaturan.awal(store, UNIT) == Awal(2026, 4)
    assert pengaturan.history_awal(store, UNIT)["triwulan"].to_list() == [4, 3]
    assert store.seals_differ("triwulan_awal") is None
    last = jejak.search(store, UNIT, "triwulan awal").row(0, named=True)
    assert '"Triwulan III Tahun 2026", "Triwulan IV Tahun 2026"' in last["rincian"]
    with pytest.raises(UserError, match="harus beralasan"):
        pengaturan.set_awal(store, SISTEM, UNIT, Awal(2026, 1), " ")
    with pytest.raises(UserError, match="memang mulai dengan Triwulan IV"):
        begun(store, 4)
    with pytest.raises(AccessError):
        pengaturan.set_awal(store, KASUBBAG, UNIT, Awal(2026, 1), "Coba")


@pytest.mark.parametrize(
    ("realisasi", "pada", "awal"),
    [
        ("– – – –", datetime(2026, 8, 3), Awal(2026, 3)),  # the quarter in which it was set up
        ("– – – –", datetime(2026, 9, 30, 20), Awal(2026, 4)),  # 1 October, 04.00 WITA
        ("– 10 – –", datetime(2026, 8, 3), Awal(2026, 2)),  # what it has on record stays asked for
    ],
)
def test_an_office_from_before_begins_with_its_set_up_or_its_first_figure(
    realisasi: str, pada: datetime, awal: Awal
) -> None:
    store = new_office()
    add_indikator(store, "I1", "jumlah", target="10 10 10 10", realisasi=realisasi)
    store._root.execute("update pengaturan set pada = ?", [pada])
    sql = (Path(queries).parent / "tables" / "019_awal.sql").read_text(encoding="utf-8")
    store._root.execute(sql[sql.index("insert into") :])
    store.forget()
    assert pengaturan.awal(store, UNIT) == awal


def test_the_set_up_asks_for_it_and_begins_with_the_running_quarter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Installed on 30 November 2026, with a plan of the whole year: nothing is late, where 157 working days were."""
    monkeypatch.setattr(periode, "today", lambda: date(2026, 11, 30))
    store = Store(None)
    with build(store) as client:
        shown = client.get("/pasang").text
        assert '<option value="2026-4" selected>Triwulan IV Tahun 2026</option>' in shown
        form = {
            "csrf": csrf(client, "/pasang"),
            "aksi": "kantor",
            "unit": UNIT,
            "nama": "Kecamatan Uji",
            "tempat": "Uji",
        }
        form |= {"kabupaten": "Uji", "camat": "Budi", "bagian_0": "PEM", "bagian_nama_0": "Seksi Uji", "awal": "2026-4"}
        form |= {"bagian_jenis_0": "seksi", "akun": "admin", "akun_nama": "Admin", "sandi": "sandi-panjang-1"}
        assert client.post("/pasang", data=form | {"ulang": "sandi-panjang-1"}).status_code == 303
    assert pengaturan.awal(store, UNIT) == Awal(2026, 4)
    assert not akun.is_empty(store)


def test_pengaturan_states_another_quarter_and_periode_says_what_lies_before() -> None:
    store = Store(None)
    pengaturan.set_up_office(
        store, SISTEM, pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [pengaturan.CAMAT_BAWAAN]
    )
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG, "PEM")
    at = screen(store, "admin", "8_pengaturan.py")
    at.selectbox(key="awal_tahun").set_value(2026)
    at.selectbox(key="awal_triwulan").set_value(2)
    at.text_input(key="alasan_awal").set_value("Triwulan I masih di buku kerja lama")
    next(b for b in at.button if b.form_id == "triwulan_awal").click()
    assert "Kini: **Triwulan II Tahun 2026**" in texts(at.run())
    said = texts(screen(store, "kasubbag", "periode.py", tahun=2026, periode="TW2"))
    assert ":gray[sebelum Triwulan II Tahun 2026, triwulan awal kantor]" in said
    assert "[Triwulan II](/periode?tahun=2026&periode=TW2)" in said


def test_the_example_begins_where_its_figures_begin() -> None:
    assert pengaturan.awal(example(), UNIT) == Awal(2024, 1)


def test_the_card_shows_the_sum_that_was_made_and_why_the_rest_is_not_in_it() -> None:
    store = new_office()
    add_indikator(store, "I1", "jumlah", target="10 20 30 40", realisasi="– 10 30 40")
    begun(store, 3)
    said = kartu.read(store, UNIT, TAHUN, "SM1", "I1", PER).uraian
    assert "Triwulan I sebelum triwulan awal kantor, tidak dikumpulkan." in said
    assert "Target Semester I Tahun 2026 = 20,00 %." in said


def test_how_many_quarters_of_a_tahun_lie_before() -> None:
    assert [Awal(2026, 3).missed(tahun) for tahun in (2025, 2026, 2027)] == [4, 2, 0]


def test_a_report_notes_where_the_office_begins_and_is_held_back_by_nothing_before_it() -> None:
    """Nothing of the year is filled in, and no rupiah of Triwulan I: only Triwulan II is missing."""
    store = unggahan.new_office()
    budget = {"unit": UNIT, "tahun": TAHUN, "kode": "9.1.1", "sifat": "murni", "versi": 1, "edisi": "uji", **BY}
    with store.transaction() as tx:
        for kode, jenjang in (("9", "program"), ("9.1", "kegiatan"), ("9.1.1", "sub_kegiatan")):
            tx.insert("nomenklatur", [{"edisi": "uji", "kode": kode, "jenjang": jenjang, "nama": kode}])
        tx.insert("anggaran", [budget | {"pagu_rupiah": 9}])
    begun(store, 2)
    found = kurang.gaps(bahan.gather(store, UNIT, TAHUN, "TW2", PER, None))
    assert not [g for g in kurang.holding(found) if "Triwulan I " in g.keterangan]
    noted = {g.hal: g.keterangan for g in kurang.noted(found)}
    assert noted["Triwulan awal kantor"] == "Mulai Triwulan II; yang sebelumnya dihitung sejauh diisi."
    assert noted["Anggaran"] == "Realisasi Triwulan I belum diisi pada 1 dari 1 sub kegiatan."
