"""An old form never puts an old figure back: what the person left alone is no change, what two people changed is asked.

Each kind of form is issued, the record is changed by somebody else, and the form comes back: untouched, with one cell
changed, or with the very cell changed that the other person changed too.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from unggahan import KASUBBAG, TAHUN, UNIT, book, new_office, read, row, save, upload
from unggahan import recorded as figure

from lakip import anggaran, dokumen, pembanding, rekap, rencana
from lakip.akses import Pengguna, Peran, Tugas
from lakip.anggaran import Anggaran, Kaitan
from lakip.dokumen import BarisDokumen, Dokumen
from lakip.pembanding import Angka
from lakip.realisasi import Realisasi
from lakip.rencana import PkVersion, Rencana
from lakip.store import Store
from lakip.unggah import anggaran as budget
from lakip.unggah import dokumen as isi
from lakip.unggah import kaitan, realisasi
from lakip.unggah import pembanding as unggah_pembanding
from lakip.unggah import rencana as plan
from lakip.unggah.anggaran.formulir import anggaran_form
from lakip.unggah.hasil import BIARKAN, PAKAI, UTUH, vouched
from lakip.unggah.realisasi.formulir import realisasi_form
from lakip.unggah.rencana.formulir import rencana_form

RINA = Pengguna("rina", "Rina", (Tugas(Peran.KASUBBAG, UNIT),))
SUB = "7.01.01.2.01.0001"


@dataclass(frozen=True)
class Jenis:
    """One kind of form, and one figure of it.

    Attributes:
        begin: records 15 before the form is issued (as many as the kind needs), and gives the office.
        other: how somebody else records a figure of the same cell.
        key, column: the row of that cell, by a text it holds, and the heading; `free`: the heading of a cell of the
            same row that the other person leaves alone, with what is typed into it.
        now: what the record says of the cell.
    """

    begin: Callable[[], Store]
    issue: Callable[[Store], bytes]
    other: Callable[[Store, int], object]
    read: Callable[..., Any]
    save: Callable[..., Any]
    key: str
    column: str
    free: tuple[str, Any]
    now: Callable[[Store], Any]
    shown: Callable[[int], str] = str


# ---------------------------------------------------------------- the kinds


def with_realisasi() -> Store:
    store = new_office()
    upload(store, row("IK-04", 15))
    return store


def with_budget() -> Store:
    store = new_office()
    nodes = [*anggaran.bawaan(), anggaran.Kode(SUB, "sub_kegiatan", "Penyusunan Dokumen")]
    anggaran.save_nomenklatur(store, KASUBBAG, UNIT, "uji", nodes)
    anggaran.save_anggaran(store, KASUBBAG, UNIT, TAHUN, "murni", "uji", {SUB: 15})
    return store


def with_document() -> Store:
    store = new_office()
    wanted = dokumen.register(store, KASUBBAG, UNIT, Dokumen("rkt", TAHUN, "1/rkt", date(TAHUN, 1, 5)))
    dokumen.save_contents(store, KASUBBAG, UNIT, wanted, [line(15), line(7, "IK-05")])
    return store


def line(target: int, kode: str = "IK-04") -> BarisDokumen:
    return BarisDokumen(f"Nama {kode}", kode, "dokumen", {TAHUN: Decimal(target)})


def rkt(store: Store) -> Dokumen:
    return dokumen.in_force(store, UNIT, "rkt", TAHUN)


def with_comparison() -> Store:
    store = new_office()
    pembanding.save(store, KASUBBAG, UNIT, TAHUN, [Angka("IK-04", "kabupaten", Decimal(15), "LKjIP")])
    return store


def links(porsi: int) -> list[Kaitan]:
    """The rest of a program serves another sasaran."""
    rest = [Kaitan("S2", "7.01.01", Decimal(100 - porsi))] if porsi < 100 else []
    return [Kaitan("S1", "7.01.01", Decimal(porsi)), *rest]


def change_card(store: Store, baseline: int) -> object:
    card = rencana.indikator(store, UNIT, TAHUN)["IK-04"]
    return rencana.save_indikator(store, RINA, UNIT, replace(card, baseline=Decimal(baseline), mulai_tahun=TAHUN))


def type_figure(store: Store, nilai: int) -> object:
    seen = figure(store, "IK-04")
    typed = Realisasi("IK-04", nilai=Decimal(nilai))
    return rekap.type_realisasi(store, RINA, UNIT, TAHUN, 2, typed, seen["versi"], ("jauh_dari_target",))


def change_budget(store: Store, pagu: int) -> object:
    return anggaran.save(store, RINA, UNIT, TAHUN, Anggaran({(SUB, "pagu_murni"): pagu}))


def change_document(store: Store, target: int) -> object:
    return dokumen.save_contents(store, RINA, UNIT, rkt(store), [line(target), line(7, "IK-05")])


def change_comparison(store: Store, nilai: int) -> object:
    return pembanding.save(store, RINA, UNIT, TAHUN, [Angka("IK-04", "kabupaten", Decimal(nilai), "LKjIP")])


KINDS = {
    "realisasi": Jenis(
        with_realisasi,
        lambda store: realisasi_form(store, UNIT, TAHUN, 2),
        type_figure,
        read,
        lambda store, hasil: realisasi.save(store, KASUBBAG, hasil),
        "IK-04", "Realisasi TW II", ("Faktor Pendukung", "Blangko tersedia"),
        lambda store: figure(store, "IK-04")["nilai"],
    ),
    "rencana": Jenis(
        new_office,
        lambda store: rencana_form(store, UNIT, TAHUN),
        change_card,
        lambda store, content, **more: plan.read(store, KASUBBAG, content, "f.xlsx", UNIT, TAHUN, **more),
        lambda store, hasil: plan.save(store, KASUBBAG, hasil),
        "IK-04", "Baseline", ("Definisi Operasional", "KTP, KK, dan akta"),
        lambda store: rencana.indikator(store, UNIT, TAHUN)["IK-04"].baseline,
    ),
    "anggaran": Jenis(
        with_budget,
        lambda store: anggaran_form(store, UNIT, TAHUN),
        change_budget,
        lambda store, content, **more: budget.read(store, KASUBBAG, content, "f.xlsx", UNIT, TAHUN, **more),
        lambda store, hasil: budget.save(store, KASUBBAG, hasil),
        SUB, "Pagu murni", ("Target keuangan TW I", 5),
        lambda store: anggaran.recorded(store, UNIT, TAHUN)[SUB, "pagu_murni"],
        lambda n: f"Rp {n}",
    ),
    "isi dokumen": Jenis(
        with_document,
        lambda store: isi.contents_form(store, UNIT, rkt(store)),
        change_document,
        lambda store, content, **more: isi.read(store, KASUBBAG, content, "f.xlsx", UNIT, rkt(store), **more),
        lambda store, hasil: isi.save(store, KASUBBAG, hasil),
        "IK-04", "Target 2026", ("Satuan", "lembar"),
        lambda store: dokumen.contents(store, UNIT, rkt(store))[0].target[TAHUN],
    ),
    "pembanding": Jenis(
        with_comparison,
        lambda store: unggah_pembanding.pembanding_form(store, UNIT, TAHUN),
        change_comparison,
        lambda store, content, **more: unggah_pembanding.read(store, KASUBBAG, content, "f.xlsx", UNIT, TAHUN, **more),
        lambda store, hasil: unggah_pembanding.save(store, KASUBBAG, hasil),
        "IK-04", "Kabupaten", ("Sumber Kabupaten", "LKjIP Kabupaten 2026"),
        lambda store: pembanding.recorded(store, UNIT, TAHUN)["IK-04", "kabupaten"].nilai,
    ),
}  # fmt: skip


@pytest.fixture(params=KINDS)
def jenis(request: pytest.FixtureRequest) -> Jenis:
    return KINDS[request.param]


def typed(content: bytes, jenis: Jenis, column: str, value: Any) -> bytes:
    """The form with another value in one cell."""
    wb = openpyxl.load_workbook(io.BytesIO(content))
    sheet = wb.worksheets[0]
    top = next(r for r in range(1, 15) if any(c.value == jenis.column for c in sheet[r]))
    at = next(c.column for c in sheet[top] if c.value == column)
    found = next(r for r in range(top + 1, 200) if any(c.value == jenis.key for c in sheet[r]))
    sheet.cell(found, at).value = value
    return save(wb)


def kinds(hasil: Any) -> list[str]:
    return [t.kode for t in hasil.temuan if t.kode in ("dibiarkan", "berubah_sejak_formulir")]


# ---------------------------------------------------------------- the rule, for each kind


def test_a_form_that_nobody_touched_says_so(jenis: Jenis) -> None:
    store = jenis.begin()
    hasil = jenis.read(store, jenis.issue(store))
    assert (hasil.temuan, hasil.perubahan) == ((), ())
    assert UTUH in hasil.ringkasan or hasil.dibaca == 0
    assert "tidak ada angka yang berubah" in jenis.save(store, hasil).pesan


def test_an_untouched_form_puts_nothing_back_and_offers_nothing(jenis: Jenis) -> None:
    store = jenis.begin()
    form = jenis.issue(store)
    jenis.other(store, 20)
    hasil = jenis.read(store, form)
    assert (hasil.menahan, hasil.perubahan, hasil.siap) == ((), (), False)
    assert set(kinds(hasil)) == {"dibiarkan"}
    assert "oleh rina" in hasil.temuan[0].pesan
    assert f"menjadi {jenis.shown(20)}" in " ".join(t.pesan for t in hasil.temuan)
    jenis.save(store, hasil)
    assert jenis.now(store) == 20


def test_what_the_person_changed_is_taken_and_nothing_else(jenis: Jenis) -> None:
    store = jenis.begin()
    form = jenis.issue(store)
    jenis.other(store, 20)
    hasil = jenis.read(store, typed(form, jenis, *jenis.free))
    assert (hasil.menahan, len(hasil.perubahan)) == ((), 1)
    jenis.save(store, hasil)
    assert jenis.now(store) == 20
    again = jenis.read(store, jenis.issue(store))
    assert again.perubahan == ()


def test_what_two_people_changed_is_asked_with_both_values_who_and_when(jenis: Jenis) -> None:
    store = jenis.begin()
    before = jenis.now(store)
    form = typed(jenis.issue(store), jenis, jenis.column, 17)
    jenis.other(store, 20)
    hasil = jenis.read(store, form)
    (asked,) = [t for t in hasil.menahan if t.kode == "berubah_sejak_formulir"]
    lama = "kosong" if before is None else jenis.shown(int(before))
    kini, baru = jenis.shown(20), jenis.shown(17)
    assert "diubah sejak formulir ini diunduh oleh rina, " in asked.pesan
    assert f"WITA, dari {lama} menjadi {kini}; di berkas ini {baru}." in asked.pesan
    assert asked.pilihan == (PAKAI, BIARKAN)
    left = jenis.read(store, form, jawaban={asked.kunci: BIARKAN})
    assert left.perubahan == ()
    taken = jenis.read(store, form, jawaban={asked.kunci: PAKAI})
    assert asked.kunci in taken.terjawab
    assert any(baru in str(one) for one in taken.perubahan) or taken.perubahan[0].baru.nilai == 17


def test_what_both_changed_alike_is_not_asked(jenis: Jenis) -> None:
    store = jenis.begin()
    form = typed(jenis.issue(store), jenis, jenis.column, 20)
    jenis.other(store, 20)
    hasil = jenis.read(store, form)
    assert ("berubah_sejak_formulir" in kinds(hasil), hasil.perubahan) == (False, ())


def test_without_somebody_else_a_changed_cell_is_simply_a_change(jenis: Jenis) -> None:
    store = jenis.begin()
    hasil = jenis.read(store, typed(jenis.issue(store), jenis, *jenis.free))
    assert (kinds(hasil), len(hasil.perubahan), hasil.siap) == ([], 1, True)


# ---------------------------------------------------------------- realisasi: words, and a figure of two numbers


def form_of(store: Store, **cells: Any) -> bytes:
    """The form of realisasi with some cells typed over: G value, H and I the pair, J keadaan, L to N words."""
    wb = openpyxl.load_workbook(io.BytesIO(realisasi_form(store, UNIT, TAHUN, 2)))
    for place, value in cells.items():
        wb["Realisasi"][place] = value
    return save(wb)


def told(store: Store, **words: Any) -> None:
    """Somebody else writes about IK-04."""
    head = ["Kode", "Realisasi TW II", *words]
    content = book(["IK-04", 15, *words.values()], head=head)
    hasil = vouched(lambda answers: read(store, content, pengguna=RINA, jawaban=answers))
    realisasi.save(store, RINA, hasil)


WORDS = {"Alasan": "K9", "Faktor Pendukung": "L9", "Faktor Penghambat": "M9", "Tindak Lanjut": "N9"}


@pytest.mark.parametrize("heading", ["Faktor Pendukung", "Faktor Penghambat", "Tindak Lanjut"])
def test_words_are_held_against_the_record_one_by_one(heading: str) -> None:
    store, cell = with_realisasi(), WORDS[heading]
    name = heading.lower().replace(" ", "_")
    told(store, **{heading: "Lama"})
    form, touched = form_of(store), form_of(store, **{cell: "Dari formulir"})
    figures = form_of(store, G9=16)
    told(store, **{heading: "Baru"})
    assert (read(store, form).menahan, read(store, form).perubahan) == ((), ())
    (asked,) = read(store, touched).menahan
    assert asked.sel == cell
    assert "dari Lama menjadi Baru; di berkas ini Dari formulir." in asked.pesan
    realisasi.save(store, KASUBBAG, read(store, figures))
    assert (figure(store, "IK-04")["nilai"], figure(store, "IK-04")[name]) == (16, "Baru")


def test_the_reason_of_what_is_not_available_is_left_alone_too() -> None:
    store = new_office()
    upload(store, row("IK-04", None, keadaan="Tidak tersedia", alasan="Survei terbit Juli"))
    form = form_of(store)
    upload(store, row("IK-04", None, keadaan="Tidak tersedia", alasan="Survei terbit Agustus"))
    assert read(store, form).perubahan == ()
    (asked,) = read(store, form_of(store, K9="Survei batal")).perubahan
    assert asked.bidang == ("alasan",)
    wb = openpyxl.load_workbook(io.BytesIO(form))
    wb["Realisasi"]["K9"] = "Survei batal"
    (held,) = read(store, save(wb)).menahan
    assert "dari Survei terbit Juli menjadi Survei terbit Agustus; di berkas ini Survei batal" in held.pesan


def test_a_figure_of_two_numbers_is_one_figure() -> None:
    store = new_office()
    upload(store, row("IK-05", None, 6, 15))
    form = form_of(store, H10=7)
    untouched = form_of(store)
    upload(store, row("IK-05", None, 6, 16))
    assert read(store, untouched).perubahan == ()
    (asked,) = read(store, form).menahan
    assert (asked.sel, "dari 6/15 menjadi 6/16; di berkas ini 7/16" in asked.pesan) == ("H10", True)
    (taken,) = read(store, form, jawaban={asked.kunci: PAKAI}).perubahan
    assert (taken.baru.pembilang, taken.baru.penyebut) == (7, 16)


def test_nihil_and_a_number_are_one_figure() -> None:
    store = new_office()
    form, blank = form_of(store, G9=20), form_of(store)
    upload(store, row("IK-04", keadaan="Nihil"))
    hasil = read(store, blank)
    assert (hasil.perubahan, kinds(hasil)) == ((), ["dibiarkan"])
    (asked,) = read(store, form).menahan
    assert "dari kosong menjadi nihil; di berkas ini 20" in asked.pesan
    (taken,) = read(store, form, jawaban={asked.kunci: PAKAI}).perubahan
    assert (taken.baru.keadaan, taken.baru.nilai) == ("terisi", 20)


def test_a_figure_of_somebody_else_is_not_traced_to_the_old_one_in_this_file() -> None:
    store = with_realisasi()
    form = form_of(store, L9="Blangko tersedia")
    upload(store, row("IK-04", 16))
    realisasi.save(store, KASUBBAG, read(store, form))
    saved = figure(store, "IK-04")
    assert (saved["nilai"], saved["faktor_pendukung"], saved["sel"]) == (16, "Blangko tersedia", "L9")


def test_a_form_of_the_first_schema_still_asks_about_its_row() -> None:
    store = with_realisasi()
    wb = openpyxl.load_workbook(io.BytesIO(realisasi_form(store, UNIT, TAHUN, 2)))
    meta = wb["_meta"]
    for cells in list(meta.iter_rows()):
        if cells[0].value in ("sel", "terbit"):
            meta.delete_rows(cells[0].row, meta.max_row)
            break
    meta["B2"] = "1"
    upload(store, row("IK-04", 16))
    assert [t.kode for t in read(store, save(wb)).menahan] == ["berubah_sejak_formulir"]


# ---------------------------------------------------------------- plans: targets, the tree, the PK


def put(content: bytes, **cells: Any) -> bytes:
    wb = openpyxl.load_workbook(io.BytesIO(content))
    for place, value in cells.items():
        wb.worksheets[0][place] = value
    return save(wb)


def planned(store: Store, content: bytes, **more: Any) -> plan.Hasil:
    return plan.read(store, KASUBBAG, content, "f.xlsx", UNIT, TAHUN, **more)


def test_a_year_that_two_people_changed_is_asked_as_a_year() -> None:
    """It was asked as 2.025."""
    store = new_office()
    card = replace(rencana.indikator(store, UNIT, TAHUN)["IK-04"], mulai_tahun=TAHUN)
    rencana.save_indikator(store, RINA, UNIT, replace(card, baseline=Decimal(9), baseline_tahun=2023))
    form = put(rencana_form(store, UNIT, TAHUN), AA15=2025)
    rencana.save_indikator(store, RINA, UNIT, replace(card, baseline=Decimal(9), baseline_tahun=2024))
    (asked,) = planned(store, form).menahan
    assert "dari 2023 menjadi 2024; di berkas ini 2025." in asked.pesan


def raise_target(store: Store, last: int) -> None:
    """IK-04, in rows 15 of the form: TW IV from 40, and with it the tahun from 100."""
    known = rencana.targets(store, UNIT, TAHUN)["IK-04"]
    new = replace(known, tw=(*known.tw[:3], Decimal(last)), th=Decimal(60 + last))
    rencana.save(store, RINA, UNIT, TAHUN, Rencana(PkVersion(1), (new,)))


def test_targets_that_somebody_else_raised_stay_raised() -> None:
    store = new_office()
    form = rencana_form(store, UNIT, TAHUN)
    raise_target(store, 50)
    hasil = planned(store, form)
    assert (hasil.menahan, hasil.perubahan, kinds(hasil)) == ((), (), ["dibiarkan"] * 2)
    assert [t.sel for t in hasil.temuan] == ["AC15", "AG15"]
    first = planned(store, put(form, AD15=12, AE15=18))  # TW I and II, of which nobody else knew
    assert [(p.bidang, p.lama, p.baru) for p in first.perubahan] == [
        ("Target TW I", "10", "12"),
        ("Target TW II", "20", "18"),
    ]
    plan.save(store, KASUBBAG, first)
    assert rencana.targets(store, UNIT, TAHUN)["IK-04"].nilai == {"TW1": 12, "TW2": 18, "TW3": 30, "TW4": 50, "TH": 110}


def test_a_target_taken_away_by_one_and_changed_by_another_is_asked() -> None:
    store = new_office()
    form = put(rencana_form(store, UNIT, TAHUN), AG15=None, AC15=60)
    raise_target(store, 50)
    hasil = planned(store, form)
    assert [(t.sel, t.kode) for t in hasil.menahan] == [
        ("AC15", "berubah_sejak_formulir"), ("AG15", "berubah_sejak_formulir"),
    ]  # fmt: skip
    assert "dari 40 menjadi 50; di berkas ini kosong" in hasil.menahan[1].pesan
    left = planned(store, form, jawaban={t.kunci: BIARKAN for t in hasil.menahan})
    assert (left.menahan, left.perubahan) == ((), ())
    taken = planned(store, form, jawaban={t.kunci: PAKAI for t in hasil.menahan})
    assert [(p.lama, p.baru) for p in taken.perubahan] == [("50", "–"), ("110", "60")]


def test_a_sasaran_that_somebody_else_rewrote_stays_so_on_all_its_rows() -> None:
    store = new_office()
    form = rencana_form(store, UNIT, TAHUN)
    goal = rencana.sasaran(store, UNIT, TAHUN)["S1"]
    rencana.save_sasaran(store, RINA, UNIT, replace(goal, uraian="Pelayanan makin baik", mulai_tahun=TAHUN))
    hasil = planned(store, form)
    assert (hasil.menahan, hasil.perubahan, kinds(hasil)) == ((), (), ["dibiarkan"])
    asked = planned(store, put(form, E12="Pelayanan prima")).menahan
    assert [(t.sel, "menjadi Pelayanan makin baik; di berkas ini Pelayanan prima" in t.pesan) for t in asked] == [
        ("E12", True)
    ]
    taken = planned(store, put(form, E12="Pelayanan prima"), jawaban={asked[0].kunci: PAKAI})
    assert [(p.lama, p.baru) for p in taken.perubahan] == [("Pelayanan makin baik", "Pelayanan prima")]


def test_a_sasaran_is_rewritten_on_one_of_its_rows() -> None:
    store = new_office()
    hasil = planned(store, put(rencana_form(store, UNIT, TAHUN), E14="Pelayanan prima"))
    assert (hasil.menahan, [(p.kode, p.baru) for p in hasil.perubahan]) == ((), [("S1", "Pelayanan prima")])


def test_a_card_that_was_moved_to_another_sasaran_is_not_moved_back() -> None:
    store = new_office()
    goal = rencana.sasaran(store, UNIT, TAHUN)["S1"]
    rencana.save_sasaran(store, RINA, UNIT, replace(goal, kode="S2", uraian="Desa tertib", mulai_tahun=TAHUN))
    form = rencana_form(store, UNIT, TAHUN)
    card = rencana.indikator(store, UNIT, TAHUN)["IK-04"]
    rencana.save_indikator(store, RINA, UNIT, replace(card, sasaran="S2", mulai_tahun=TAHUN))
    hasil = planned(store, form)
    assert (hasil.menahan, hasil.perubahan, kinds(hasil)) == ((), (), ["dibiarkan"])


def test_a_card_that_was_ended_does_not_come_back_by_an_old_form() -> None:
    store = new_office()
    form = rencana_form(store, UNIT, TAHUN)
    card = rencana.indikator(store, UNIT, TAHUN)["IK-07"]
    rencana.save_indikator(store, RINA, UNIT, replace(card, mulai_tahun=TAHUN, sampai_tahun=TAHUN - 1))
    hasil = planned(store, form)
    assert (hasil.menahan, hasil.perubahan) == ((), ())
    assert [d.alasan for d in hasil.dilewati] == ["sudah tidak ada pada catatan, dan barisnya tidak Anda ubah"]
    (asked,) = planned(store, put(form, I18="Warga ikut penyuluhan")).menahan
    assert "menjadi tidak ada lagi" in asked.pesan


def test_the_number_of_the_pk_that_somebody_else_corrected_stays() -> None:
    store = new_office()
    form = rencana_form(store, UNIT, TAHUN)
    targets = tuple(rencana.targets(store, UNIT, TAHUN).values())
    rencana.save(store, RINA, UNIT, TAHUN, Rencana(PkVersion(1, "7/PK"), targets))
    assert rencana.pk_versions(store, UNIT, TAHUN)[0].nomor == "7/PK"
    other = rencana_form(store, UNIT, TAHUN)
    rencana.save(store, RINA, UNIT, TAHUN, Rencana(PkVersion(1, "8/PK"), targets))
    hasil = planned(store, other)
    assert (hasil.menahan, hasil.perubahan, kinds(hasil)) == ((), (), ["dibiarkan"])
    (asked,) = planned(store, put(other, C5="9/PK")).menahan
    assert (asked.sel, "dari 7/PK menjadi 8/PK; di berkas ini 9/PK" in asked.pesan) == ("C5", True)
    assert planned(store, form).perubahan == ()


def test_a_new_pk_takes_what_counts_now_for_the_cells_left_alone() -> None:
    store = new_office()
    form = put(
        rencana_form(store, UNIT, TAHUN), C4="baru (perubahan)", C5="2/PK", C7="IV", C8="APBD Perubahan",
        C9="Perubahan prioritas atau asumsi",
    )  # fmt: skip
    raise_target(store, 50)
    hasil = planned(store, form)
    assert hasil.menahan == ()
    plan.save(store, KASUBBAG, hasil)
    now = {r["periode"]: r["nilai"] for r in store.read("target_pk", unit=UNIT, tahun=TAHUN, pk=2).to_dicts()
           if r["indikator"] == "IK-04"}  # fmt: skip
    assert (now["TW4"], now["TH"]) == (50, 110)


# ---------------------------------------------------------------- documents: rows that come and go


def document(store: Store, content: bytes, **more: Any) -> isi.HasilIsi:
    return isi.read(store, KASUBBAG, content, "f.xlsx", UNIT, rkt(store), **more)


def without_row(content: bytes, number: int) -> bytes:
    wb = openpyxl.load_workbook(io.BytesIO(content))
    wb.worksheets[0].delete_rows(number)
    return save(wb)


def test_a_row_that_somebody_else_added_stays_in_the_document() -> None:
    store = with_document()
    form = isi.contents_form(store, UNIT, rkt(store))
    dokumen.save_contents(store, RINA, UNIT, rkt(store), [line(15), line(7, "IK-05"), line(80, "IK-06")])
    assert document(store, form).perubahan == ()
    hasil = document(store, put(form, D6=16))
    assert [(p.kode, p.lama, p.baru) for p in hasil.perubahan] == [("IK-04", "15", "16")]
    isi.save(store, KASUBBAG, hasil)
    assert [r.kode for r in dokumen.contents(store, UNIT, rkt(store))] == ["IK-04", "IK-05", "IK-06"]


def test_a_row_that_somebody_else_took_out_does_not_come_back() -> None:
    store = with_document()
    form = isi.contents_form(store, UNIT, rkt(store))
    dokumen.save_contents(store, RINA, UNIT, rkt(store), [line(15)])
    hasil = document(store, form)
    assert (hasil.menahan, hasil.perubahan) == ((), ())
    (asked,) = document(store, put(form, D7=8)).menahan
    assert "dari 7 menjadi kosong; di berkas ini 8" in asked.pesan


def test_a_row_that_the_person_deletes_leaves_unless_it_was_changed_meanwhile() -> None:
    store = with_document()
    form = without_row(isi.contents_form(store, UNIT, rkt(store)), 7)
    assert [p.baru for p in document(store, form).perubahan] == ["tidak ada di dokumen"]
    dokumen.save_contents(store, RINA, UNIT, rkt(store), [line(15), line(9, "IK-05")])
    hasil = document(store, form)
    assert (hasil.perubahan, kinds(hasil)) == ((), ["dibiarkan"])


def test_a_proposal_is_taken_whole_until_the_document_is_recorded() -> None:
    store = new_office()
    one = dokumen.register(store, KASUBBAG, UNIT, Dokumen("iku", TAHUN, "1/iku", date(TAHUN, 1, 5)))
    proposal = isi.contents_form(store, UNIT, one)
    whole = isi.read(store, KASUBBAG, proposal, "f.xlsx", UNIT, one)
    assert len(whole.perubahan) == 7
    cards = [BarisDokumen("Indeks Kepuasan Masyarakat", "IK-01", "indeks")]
    dokumen.save_contents(store, RINA, UNIT, one, cards)
    late = isi.read(store, KASUBBAG, proposal, "f.xlsx", UNIT, one)
    assert (late.menahan, late.perubahan) == ((), ())
    renamed = isi.read(store, KASUBBAG, put(proposal, B8="Nilai SAKIP kecamatan"), "f.xlsx", UNIT, one)
    assert [(p.kode, p.bidang) for p in renamed.perubahan] == [("IK-03", "Indikator")]


# ---------------------------------------------------------------- comparison figures, and links


def test_a_comparison_figure_that_was_withdrawn_does_not_come_back() -> None:
    store = with_comparison()
    form = unggah_pembanding.pembanding_form(store, UNIT, TAHUN)
    pembanding.save(store, RINA, UNIT, TAHUN, [Angka("IK-04", "kabupaten", None, "LKjIP")])
    hasil = unggah_pembanding.read(store, KASUBBAG, form, "f.xlsx", UNIT, TAHUN)
    assert (hasil.menahan, hasil.perubahan) == ((), ())


def linked(store: Store, content: bytes, **more: Any) -> kaitan.HasilKaitan:
    return kaitan.read(store, KASUBBAG, content, "f.xlsx", UNIT, TAHUN, **more)


@pytest.fixture
def office_of_links() -> Store:
    store = with_budget()
    goal = rencana.sasaran(store, UNIT, TAHUN)["S1"]
    rencana.save_sasaran(store, KASUBBAG, UNIT, replace(goal, kode="S2", uraian="Desa tertib", mulai_tahun=TAHUN))
    anggaran.save_sasaran_program(store, KASUBBAG, UNIT, TAHUN, links(40))
    return store


def test_an_untouched_form_of_links_lifts_and_changes_nothing(office_of_links: Store) -> None:
    store = office_of_links
    form = kaitan.kaitan_form(store, UNIT, TAHUN)
    assert UTUH in linked(store, form).ringkasan
    anggaran.save_sasaran_program(store, RINA, UNIT, TAHUN, links(30))
    hasil = linked(store, form)
    assert (hasil.menahan, hasil.perubahan, kinds(hasil)) == ((), (), ["dibiarkan"] * 2)
    anggaran.save_sasaran_program(store, RINA, UNIT, TAHUN, links(100))
    assert linked(store, form).perubahan == ()


def test_links_that_two_people_changed_are_asked(office_of_links: Store) -> None:
    store = office_of_links
    form = put(kaitan.kaitan_form(store, UNIT, TAHUN), F6=50, F7=50)
    assert [(p.lama, p.baru) for p in linked(store, form).perubahan] == [("40 %", "50 %"), ("60 %", "50 %")]
    anggaran.save_sasaran_program(store, RINA, UNIT, TAHUN, links(30))
    held = linked(store, form).menahan
    assert [(t.sel, t.kode) for t in held] == [("F6", "berubah_sejak_formulir"), ("F7", "berubah_sejak_formulir")]
    assert "oleh rina" in held[0].pesan
    assert "dari 40 menjadi 30; di berkas ini 50" in held[0].pesan
    assert linked(store, form, jawaban={t.kunci: BIARKAN for t in held}).perubahan == ()
    taken = linked(store, form, jawaban={t.kunci: PAKAI for t in held})
    assert [(p.lama, p.baru) for p in taken.perubahan] == [("30 %", "50 %"), ("70 %", "50 %")]
