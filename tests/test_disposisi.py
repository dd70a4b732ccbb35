"""Disposisi: numbered, signed by who holds the jabatan, stamped by who it is addressed to, and handed on."""

import io
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate
from jinja2 import nodes
from kantor_sop import ADMIN, CAMAT, KASI, KASUBBAG, PENINJAU, SEKCAM, STAF, UNIT, camat, office, who
from openpyxl import load_workbook

from lakip import pengaturan, tugas
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.export import disposisi as naskah
from lakip.export import word
from lakip.export.kop import Kop
from lakip.export.pihak import Pihak
from lakip.pengaturan import Pejabat
from lakip.periode import now
from lakip.sop import disposisi
from lakip.sop.disposisi import Disposisi
from lakip.store import Store

SENIN = date(2026, 4, 6)


@pytest.fixture
def store() -> Store:
    return office()


def order(store: Store, **more: Any) -> Disposisi:
    """The Camat asks the Sekcam for the data of TW I, on a Monday."""
    plain = Disposisi(
        SENIN,
        camat(store).id,
        "Pengumpulan data kinerja TW I",
        "Kumpulkan data dari semua bagian",
        2026,
        "TW1",
        "sekcam",
    )
    return replace(plain, **more)


def issued(store: Store, **more: Any) -> tuple[int, int]:
    return disposisi.issue(store, CAMAT, UNIT, order(store, **more))


def row(store: Store, key: tuple[int, int]) -> dict[str, Any]:
    return disposisi.one(store, CAMAT, UNIT, *key)


def test_numbers_follow_one_another_within_a_tahun(store: Store) -> None:
    assert [issued(store), issued(store), issued(store, tanggal=date(2025, 4, 7))] == [(2026, 1), (2026, 2), (2025, 1)]
    assert disposisi.number(2026, 7) == "007/2026"


def test_what_is_not_done_by_the_end_of_the_year_still_waits_in_the_next(store: Store) -> None:
    issued(store)
    waiting = tugas.mine(store, SEKCAM, UNIT, date(2027, 1, 4))
    assert [t.apa for t in waiting] == ["Disposisi 001/2026: Pengumpulan data kinerja TW I"]


def test_the_order_of_january_about_the_year_before_stands_in_both_registers(store: Store) -> None:
    key = issued(store, tanggal=date(2026, 1, 5), tahun_kinerja=2025, periode="TW4", lampiran=())
    for tahun in (2025, 2026):
        assert [(r["tahun"], r["nomor"]) for r in disposisi.listed(store, CAMAT, UNIT, tahun)] == [key]


def test_two_disposisi_with_one_number_are_refused_with_the_next_free_one(store: Store) -> None:
    assert issued(store, nomor=7) == (2026, 7)
    with pytest.raises(UserError, match=r"Nomor 007/2026 sudah dipakai .* DAHLIA.*bebas: 008/2026"):
        issued(store, nomor=7)
    assert issued(store) == (2026, 8)


def test_a_due_date_counts_working_days_over_weekend_and_holiday(store: Store) -> None:
    key = issued(store, tanggal=date(2026, 4, 2), hari_kerja=3)  # Thursday; Friday is Wafat Yesus Kristus
    assert row(store, key)["tenggat"] == date(2026, 4, 8)  # Monday, Tuesday, Wednesday


def test_it_travels_from_the_camat_to_the_staf_and_comes_back_up(store: Store) -> None:
    first = issued(store)
    disposisi.receive(store, SEKCAM, UNIT, *first)
    to_kasubbag = order(store, dari="sekcam", kepada_pejabat="ren", instruksi="Koordinasikan")
    second = disposisi.issue(store, SEKCAM, UNIT, to_kasubbag, induk=first)
    disposisi.receive(store, KASUBBAG, UNIT, *second)
    to_staf = order(store, dari="ren", kepada_pejabat=None, kepada_akun="staf", instruksi="Kumpulkan")
    third = disposisi.issue(store, KASUBBAG, UNIT, to_staf, induk=second)
    disposisi.receive(store, STAF, UNIT, *third)
    disposisi.finish(store, STAF, UNIT, *third, "Delapan bagian terkumpul")
    up = order(store, dari="ren", hal="Rekap TW I", lampiran=("pk", "renaksi", "rekap"))
    fourth = disposisi.issue(store, KASUBBAG, UNIT, up)
    assert [r["nomor"] for r in disposisi.chain(store, CAMAT, UNIT, row(store, second))] == [1, 2, 3]
    assert disposisi.state(row(store, third)) == "selesai"
    assert row(store, third)["catatan"] == "Delapan bagian terkumpul"
    assert [disposisi.goes_up(row(store, key)) for key in (first, second, third, fourth)] == [False, False, False, True]
    assert row(store, fourth)["lampiran"] == "pk renaksi rekap"


def test_it_is_not_done_before_it_is_received_and_neither_twice(store: Store) -> None:
    key = issued(store)
    with pytest.raises(UserError, match="belum diterima"):
        disposisi.finish(store, SEKCAM, UNIT, *key, "sudah")
    disposisi.receive(store, SEKCAM, UNIT, *key)
    with pytest.raises(UserError, match="sudah diterima"):
        disposisi.receive(store, SEKCAM, UNIT, *key)
    with pytest.raises(UserError, match="Tulis hasilnya"):
        disposisi.finish(store, SEKCAM, UNIT, *key, " ")
    disposisi.finish(store, SEKCAM, UNIT, *key, "sudah")
    with pytest.raises(UserError, match="sudah selesai"):
        disposisi.finish(store, SEKCAM, UNIT, *key, "lagi")


def test_a_clock_set_back_is_told_in_words(store: Store) -> None:
    key = issued(store)
    later = now() + timedelta(days=2)
    stamp = {"unit": UNIT, "tahun": key[0], "nomor": key[1], "cap": "diterima", "oleh": "sekcam", "pada": later}
    with store.transaction() as tx:
        tx.insert("disposisi_cap", [stamp])
    with pytest.raises(UserError, match="dimundurkan"):
        disposisi.finish(store, SEKCAM, UNIT, *key, "sudah")


@pytest.mark.parametrize("other", [CAMAT, KASUBBAG, STAF, PENINJAU, ADMIN])
def test_only_the_addressee_stamps_and_hands_on(store: Store, other: Pengguna) -> None:
    key = issued(store)
    with pytest.raises(AccessError, match="ditujukan kepada DAHLIA"):
        disposisi.receive(store, other, UNIT, *key)
    disposisi.receive(store, SEKCAM, UNIT, *key)
    with pytest.raises(AccessError, match="ditujukan kepada DAHLIA"):
        disposisi.finish(store, other, UNIT, *key, "sudah")


def test_a_staf_stamps_only_what_names_his_account(store: Store) -> None:
    key = issued(store, kepada_pejabat=None, kepada_akun="staf")
    with pytest.raises(AccessError):
        disposisi.receive(store, who("staf.pem", Peran.STAF, "PEM"), UNIT, *key)
    disposisi.receive(store, STAF, UNIT, *key)
    assert disposisi.waiting(disposisi.listed(store, STAF, UNIT, 2026), STAF, UNIT)


def test_one_kasubbag_does_not_answer_for_the_other(store: Store) -> None:
    key = issued(store, kepada_pejabat="umum")
    with pytest.raises(AccessError):
        disposisi.receive(store, KASUBBAG, UNIT, *key)


@pytest.mark.parametrize("other", [STAF, KASI, PENINJAU, ADMIN])
def test_camat_sekcam_and_kasubbag_issue_and_nobody_else(store: Store, other: Pengguna) -> None:
    if other is ADMIN:  # the program itself acts as Kasubbag too, but holds no jabatan of the Camat
        with pytest.raises(AccessError, match="tidak memegang jabatan Camat"):
            disposisi.issue(store, other, UNIT, order(store))
        return
    assert disposisi.senders(store, other, UNIT, SENIN) == ()
    with pytest.raises(AccessError, match="menerbitkan disposisi"):
        disposisi.issue(store, other, UNIT, order(store))


def test_nobody_signs_in_the_name_of_another(store: Store) -> None:
    with pytest.raises(AccessError, match="tidak memegang jabatan Camat"):
        disposisi.issue(store, SEKCAM, UNIT, order(store))
    assert [p.id for p in disposisi.senders(store, SEKCAM, UNIT, SENIN)] == ["sekcam"]


def test_whoever_stands_in_as_camat_signs_as_camat(store: Store) -> None:
    plh = Pejabat("Camat Paringin Selatan", Peran.CAMAT, "DAHLIA, S.STP.", status="plh", mulai=SENIN, id="plh")
    pengaturan.add_pejabat(store, ADMIN, UNIT, plh)
    both = Pengguna("sekcam", "Dahlia", (Tugas(Peran.SEKCAM, UNIT), Tugas(Peran.CAMAT, UNIT)))
    assert {p.id for p in disposisi.senders(store, both, UNIT, SENIN)} >= {"plh", "sekcam"}
    disposisi.issue(store, both, UNIT, order(store, dari="plh", kepada_pejabat="ren"))


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"hal": " "}, "Isi: hal"),
        ({"instruksi": "", "hal": ""}, "Isi: hal, instruksi"),
        ({"kepada_pejabat": None}, "harus ditujukan kepada satu orang"),
        ({"kepada_akun": "staf"}, "harus ditujukan kepada satu orang"),
        ({"kepada_pejabat": None, "kepada_akun": "orang.lain"}, "bukan staf yang aktif"),
        ({"kepada_pejabat": "xyz"}, "tidak ada di daftar pejabat"),
        ({"sifat": "kilat"}, "tidak dikenal"),
        ({"lampiran": ("dpa",)}, "tidak dikenal"),
        ({"hari_kerja": 99}, "paling lama 60 hari kerja"),
        ({"nomor": 0}, "dimulai dari 1"),
        ({"tanggal": date(2099, 1, 5)}, "belum tiba"),
        ({"tahun_kinerja": 2031}, "tahun 2031 belum tercatat"),
    ],
)
def test_what_cannot_be_is_refused_in_words(store: Store, what: dict[str, Any], said: str) -> None:
    with pytest.raises(UserError, match=said):
        issued(store, **what)
    assert disposisi.listed(store, CAMAT, UNIT, 2026) == []


def test_a_disposisi_to_oneself_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match="kepada penerbitnya sendiri"):
        issued(store, kepada_pejabat=camat(store).id)


def test_who_left_office_is_refused_before_and_flagged_after(store: Store) -> None:
    key = issued(store)
    pengaturan.end_pejabat(store, ADMIN, UNIT, "sekcam", date(2026, 4, 10))
    new = Pejabat("Sekretaris Kecamatan", Peran.SEKCAM, "BARU, S.IP.", mulai=date(2026, 4, 11), id="baru")
    pengaturan.add_pejabat(store, ADMIN, UNIT, new)
    assert "DAHLIA, S.STP. tidak lagi menjabat sejak 10 April 2026" in disposisi.flags(
        row(store, key), date(2026, 4, 13)
    )
    with pytest.raises(UserError, match=r"DAHLIA.* tidak menjabat .* 13 April 2026\. Yang menjabat: BARU"):
        issued(store, tanggal=date(2026, 4, 13))
    disposisi.receive(store, SEKCAM, UNIT, *key)  # the successor holds the jabatan now


def test_what_is_late_is_flagged(store: Store) -> None:
    key = issued(store, hari_kerja=1)
    assert disposisi.flags(row(store, key), date(2026, 4, 7)) == []
    assert disposisi.flags(row(store, key), date(2026, 4, 8)) == ["lewat tenggat 7 April 2026"]
    disposisi.receive(store, SEKCAM, UNIT, *key)
    disposisi.finish(store, SEKCAM, UNIT, *key, "sudah")  # today, long after
    assert disposisi.flags(row(store, key), date(2026, 4, 7)) == ["selesai sesudah tenggat 7 April 2026"]


def test_handing_on_waits_for_the_stamp_and_keeps_the_order_of_days(store: Store) -> None:
    first = issued(store)
    on = order(store, dari="sekcam", kepada_pejabat="ren")
    with pytest.raises(UserError, match="belum diterima"):
        disposisi.issue(store, SEKCAM, UNIT, on, induk=first)
    disposisi.receive(store, SEKCAM, UNIT, *first)
    with pytest.raises(UserError, match="tidak dapat bertanggal 1 April 2026"):
        disposisi.issue(store, SEKCAM, UNIT, replace(on, tanggal=date(2026, 4, 1)), induk=first)
    with pytest.raises(AccessError, match="ditujukan kepada DAHLIA"):
        disposisi.issue(store, KASUBBAG, UNIT, replace(on, dari="ren", kepada_pejabat="umum"), induk=first)


def test_every_act_leaves_its_trace_with_it(store: Store) -> None:
    key = issued(store)
    disposisi.receive(store, SEKCAM, UNIT, *key)
    disposisi.finish(store, SEKCAM, UNIT, *key, "sudah")
    told = store.read("jejak_semua").tail(3)
    assert told["perbuatan"].to_list() == ["menerbitkan disposisi", "disposisi diterima", "disposisi selesai"]
    assert set(told["objek"]) == {f"{UNIT}/disposisi/2026/1"}


def test_an_unknown_number_is_told(store: Store) -> None:
    with pytest.raises(UserError, match="nomor 099/2026 tidak ada"):
        disposisi.receive(store, SEKCAM, UNIT, 2026, 99)


def test_a_stamp_is_a_moment_of_the_record(store: Store) -> None:
    key = issued(store)
    disposisi.receive(store, SEKCAM, UNIT, *key)
    assert isinstance(row(store, key)["diterima"], datetime)


def test_the_paper_carries_the_addressee_the_attachments_and_the_journey(store: Store) -> None:
    first = issued(store)
    disposisi.receive(store, SEKCAM, UNIT, *first)
    on = order(store, dari="sekcam", kepada_pejabat=None, kepada_akun="staf")
    second = disposisi.issue(store, SEKCAM, UNIT, on, induk=first)
    paper = naskah.draft(store, CAMAT, UNIT, *second)
    assert [t.jabatan for t in paper.tujuan if t.tanda] == ["Staf: Fajar"]
    assert paper.lampiran == ("Perjanjian Kinerja Tahun 2026", "Rencana Aksi Tahun 2026")
    assert [r.nomor for r in paper.perjalanan] == ["001/2026", "002/2026"]
    assert paper.penerbit.nama == "DAHLIA, S.STP."
    text = "\n".join(p.text for p in Document(io.BytesIO(naskah.build(store, STAF, UNIT, *second))).paragraphs)
    assert "LEMBAR DISPOSISI" in text


def test_the_template_uses_exactly_the_fields_of_its_dataclasses() -> None:
    assert word.variables(naskah.TEMPLATE) == {f.name for f in fields(naskah.LembarDisposisi)}
    opened = DocxTemplate(naskah.TEMPLATE)
    opened.init_docx()
    tree = word.StrictEnvironment().parse(opened.patch_xml(opened.get_xml()))
    used = {node.attr for node in tree.find_all(nodes.Getattr)} - {"index"}
    rows = (naskah.BarisTujuan, naskah.BarisPerjalanan, Pihak, Kop)
    assert used == {f.name for one in rows for f in fields(one)}


def test_the_register_is_a_workbook_with_a_row_each(store: Store) -> None:
    issued(store), issued(store)
    sheet = load_workbook(io.BytesIO(naskah.register(store, PENINJAU, UNIT, 2026, date(2026, 4, 13)))).active
    cells = [[c.value for c in row] for row in sheet.iter_rows()]
    listed = [row for row in cells if row[0] in ("001/2026", "002/2026")]
    assert len(listed) == 2
    assert listed[0][-1] == "Belum diterima; lewat tenggat 9 April 2026"
