"""A workbook of plans is read row by row, judged by the rules of targets, and saved whole or not at all."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from contoh_siap import loaded
from salinan import empty, once

from lakip import pengaturan, rencana
from lakip.akses import Pengguna, Peran, Tugas, system
from lakip.errors import AccessError, UserError
from lakip.indikator import METODE_NAMA, Isian, Metode, Rumus
from lakip.rencana import PkVersion
from lakip.store import Store
from lakip.unggah import realisasi
from lakip.unggah import rencana as unggah
from lakip.unggah.berkas.lembar import alamat
from lakip.unggah.formulir.identitas import META
from lakip.unggah.hasil import vouched
from lakip.unggah.realisasi import TINGGALKAN
from lakip.unggah.realisasi.formulir import realisasi_form
from lakip.unggah.rencana.formulir import (
    BARIS_JUDUL,
    KOLOM,
    LEMBAR,
    SEJAK,
    URUTAN,
    fingerprint,
    rencana_form,
)

UNIT = "63.11.07"
KASUBBAG = Pengguna("budi", "Budi", (Tugas(Peran.KASUBBAG, UNIT),))
JUDUL = "Kode | Sasaran | Indikator | Satuan | Metode | Rumus | Penanggung Jawab | Target Tahunan | Target TW I | Target TW II | Target TW III | Target TW IV"
IKM = "IK-01 | Pelayanan membaik | Indeks kepuasan | indeks | Rata-rata | Positif | YAN | 85 | 85 | 85 | 85 | 85"
DOK = "IK-02 | Pelayanan membaik | Dokumen terbit | dokumen | Jumlah | Positif | YAN | 1.000 | 250 | 250 | 250 | 250"
AKIP = "IK-03 | Akuntabilitas naik | Nilai AKIP | nilai | Tahunan | Positif | REN | 74 | | | | "


@pytest.fixture
@once
def store() -> Store:
    store = empty()
    pengaturan.set_up_office(store, system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [])
    return store


@pytest.fixture
def planned(store: Store) -> Store:
    unggah.save(store, KASUBBAG, read(store, book(JUDUL, IKM, DOK, AKIP)))
    return store


def book(*lines: str, top: tuple[str, ...] = ()) -> bytes:
    """One sheet "Target"; cells between bars, numbers as text."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Target"
    for line in (*top, *lines):
        sheet.append([cell.strip() or None for cell in line.split("|")])
    return written(made)


def written(made: Any) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def read(store: Store, content: bytes, tahun: int = 2026, **jawaban: Any) -> unggah.Hasil:
    given = jawaban.pop("jawaban", None)
    return vouched(lambda j: unggah.read(store, KASUBBAG, content, "rencana.xlsx", UNIT, tahun, jawaban=j), given)


def filled(store: Store, tahun: int, changes: dict[tuple[str, str], Any], top: dict[str, Any] | None = None) -> bytes:
    """The form with other values in {(kode, field): value}; `top` maps cells of the PK."""
    made = openpyxl.load_workbook(io.BytesIO(rencana_form(store, UNIT, tahun)))
    sheet = made[LEMBAR]
    rows = {sheet.cell(r, URUTAN["kode"] + 1).value: r for r in range(BARIS_JUDUL + 1, sheet.max_row + 1)}
    for (kode, name), value in changes.items():
        row = rows.get(kode) or next(r for r in range(BARIS_JUDUL + 1, 200) if not any(c.value for c in sheet[r]))
        rows[kode] = row
        sheet.cell(row, URUTAN["kode"] + 1).value = kode
        sheet.cell(row, URUTAN[name] + 1).value = value
    for cell, value in (top or {}).items():
        sheet[cell] = value
    return written(made)


def told(hasil: unggah.Hasil) -> list[str]:
    return [str(t) for t in hasil.menahan]


# ---------------------------------------------------------------- the form


@pytest.mark.parametrize("tahun", [2024, 2025, 2026])
def test_an_untouched_form_changes_nothing(tahun: int) -> None:
    store, _ = loaded()
    hasil = read(store, rencana_form(store, UNIT, tahun), tahun)
    assert (hasil.dibaca > 0, hasil.ditahan, hasil.temuan, hasil.perubahan) == (True, 0, (), ())
    assert "tidak ada angka yang berubah" in unggah.save(store, KASUBBAG, hasil).pesan


def test_the_form_of_an_empty_office_takes_its_first_plan(store: Store) -> None:
    row = {
        "jenjang": "Camat", "kode_sasaran": "S1", "sasaran": "Pelayanan membaik", "nama": "Pengaduan selesai",
        "satuan": "%", "metode": "Rasio (jumlah pembilang : jumlah penyebut)", "label_pembilang": "Selesai",
        "rumus": "Makin tinggi makin baik: R / T", "bagian": "YAN", "iku": "Ya", "TH": 90, "TW1": 90, "TW3": "90%",
    }  # fmt: skip
    content = filled(store, 2026, {("IK-01", k): v for k, v in row.items()}, {"C5": "1/PK", "C6": "12 Januari 2026"})
    hasil = read(store, content)
    assert told(hasil) == []
    assert unggah.save(store, KASUBBAG, hasil).pesan == (
        "Rencana Tahun 2026 tersimpan pada PK versi 1: 1 sasaran, 1 kartu indikator, 3 target."
    )
    card = rencana.indikator(store, UNIT, 2026)["IK-01"]
    assert (card.metode, card.isian, card.rumus, card.iku) == (Metode.RASIO, Isian.PASANGAN, Rumus.POSITIF, True)
    assert rencana.pk_versions(store, UNIT, 2026) == (PkVersion(1, "1/PK", date(2026, 1, 12)),)
    assert rencana.targets(store, UNIT, 2026)["IK-01"].tw == (90, None, 90, None)


def test_a_changed_target_is_shown_beside_the_old_one_and_traced_to_its_cell(planned: Store) -> None:
    hasil = read(planned, filled(planned, 2026, {("IK-02", "TW4"): 350, ("IK-02", "TH"): 1100}))
    assert [(p.bidang, p.lama, p.baru) for p in hasil.perubahan] == [
        ("Target TW IV", "250", "350"),
        ("Target Tahunan", "1.000", "1.100"),
    ]
    unggah.save(planned, KASUBBAG, hasil)
    newest = rencana.history(planned, UNIT, 2026, "IK-02").filter(versi=2).sort("periode").to_dicts()
    assert [(r["periode"], r["nilai"], r["lembar"]) for r in newest] == [("TH", 1100, LEMBAR), ("TW4", 350, LEMBAR)]
    assert newest[0]["sel"] == f"AC{newest[0]['sel'][2:]}"
    assert read(planned, rencana_form(planned, UNIT, 2026)).perubahan == ()


def test_a_form_knows_that_the_record_changed_since_it_was_downloaded(planned: Store) -> None:
    old_form = filled(planned, 2026, {("IK-02", "satuan"): "berkas", ("IK-02", "nama"): "Dokumen sah"})
    unggah.save(planned, KASUBBAG, read(planned, filled(planned, 2026, {("IK-02", "nama"): "Dokumen layanan"})))
    hasil = read(planned, old_form)
    (asked,) = hasil.menahan
    assert "diubah sejak formulir ini diunduh" in asked.pesan
    taken = read(planned, old_form, jawaban={asked.kunci: "pakai"})
    assert [p.baru for p in taken.perubahan] == ["Dokumen sah", "berkas"]
    left = read(planned, old_form, jawaban={asked.kunci: "biarkan"})
    assert [p.baru for p in left.perubahan] == ["berkas"]
    assert not read(planned, old_form, jawaban={asked.kunci: TINGGALKAN}).perubahan


def test_a_form_of_another_year_or_unit_is_refused_by_name(planned: Store) -> None:
    hasil = read(planned, rencana_form(planned, UNIT, 2025))
    assert hasil.ditolak
    assert told(hasil) == [
        "Formulir ini untuk Tahun 2025, sedangkan yang dipilih Tahun 2026. "
        "Ubah pilihannya menjadi Tahun 2025, atau unggah formulir untuk Tahun 2026."
    ]
    made = openpyxl.load_workbook(io.BytesIO(rencana_form(planned, UNIT, 2026)))
    made[META]["B3"] = "63.11.01"
    assert "untuk unit 63.11.01, sedangkan yang dipakai unit 63.11.07" in told(read(planned, written(made)))[0]


def test_a_form_of_the_example_is_not_taken_by_a_real_office(planned: Store) -> None:
    form = rencana_form(loaded()[0], UNIT, 2026)
    assert told(read(planned, form)) == [
        "Formulir ini untuk data contoh, sedangkan yang dipakai data sebenarnya. "
        "Unduh formulir dari sistem ini, isi, lalu unggah kembali."
    ]


def test_a_column_that_is_not_understood_is_named(planned: Store) -> None:
    hasil = read(planned, book(f"{JUDUL} | Catatan pribadi", f"{IKM} | halo"))
    assert hasil.kolom_lain == {"Target": ("Catatan pribadi",)}


def test_the_form_has_every_column_the_reader_knows() -> None:
    assert {one.kunci for one in KOLOM} >= {"jenjang", "kode", "metode", "rumus", "TH", "TW1", "TW4"}


# ---------------------------------------------------------------- a plain table


def test_a_plain_table_makes_a_plan(planned: Store) -> None:
    assert [g.uraian for g in rencana.sasaran(planned, UNIT, 2026).values()] == [
        "Pelayanan membaik",
        "Akuntabilitas naik",
    ]
    cards = rencana.indikator(planned, UNIT, 2026)
    assert [(c.kode, c.sasaran, c.desimal) for c in cards.values()] == [
        ("IK-01", "S1", 2), ("IK-02", "S1", 0), ("IK-03", "S2", 2),
    ]  # fmt: skip
    targets = rencana.targets(planned, UNIT, 2026)
    assert targets["IK-02"].th == 1000
    assert targets["IK-03"].tw == (None, None, None, 74)


def test_a_new_indikator_without_metode_says_which_columns_to_add(store: Store) -> None:
    hasil = read(
        store,
        book(
            "Kode | Sasaran | Indikator | Satuan | Target Tahunan | Target TW I",
            "1.1 | S | Publikasi | Persen | 100 | 0",
        ),
    )
    assert told(hasil) == [
        "Lembar “Target”, sel A2: 1.1: indikator baru; tambahkan kolom “Metode”, “Rumus” dan “Penanggung Jawab (bagian)”."
    ]
    assert (hasil.dibaca, hasil.ditahan) == (0, 1)
    with pytest.raises(UserError, match="1 temuan masih menahan"):
        unggah.save(store, KASUBBAG, hasil)


def test_a_plain_table_of_known_indikator_changes_only_its_targets(planned: Store) -> None:
    before = rencana.indikator(planned, UNIT, 2026)
    hasil = read(
        planned, book("Kode | Indikator | Target Tahunan | Target TW IV", "IK-02 | Dokumen terbit | 1.050 | 300")
    )
    assert hasil.siap
    unggah.save(planned, KASUBBAG, hasil)
    assert rencana.indikator(planned, UNIT, 2026) == before
    assert rencana.targets(planned, UNIT, 2026)["IK-02"].nilai["TW1"] == 250


def test_a_sasaran_written_once_holds_for_the_rows_below(store: Store) -> None:
    second = DOK.replace("Pelayanan membaik", "")
    unggah.save(store, KASUBBAG, read(store, book(JUDUL, IKM, second)))
    assert {c.sasaran for c in rencana.indikator(store, UNIT, 2026).values()} == {"S1"}


def test_every_row_is_read_skipped_with_a_reason_or_held(planned: Store) -> None:
    lines = (
        JUDUL,
        "(1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) | (9) | (10) | (11) | (12)",
        IKM,
        DOK.replace("1.000", "999"),
        "JUMLAH | | | | | | | 1.085",
        "Paringin Selatan, 12 Januari 2026",
    )
    hasil = read(planned, book(*lines))
    assert (hasil.dibaca, hasil.ditahan, len(hasil.dilewati)) == (1, 1, 3)
    assert [d.baris for d in hasil.dilewati] == [2, 5, 6]


def test_an_indikator_that_counts_something_is_no_row_of_sums(planned: Store) -> None:
    hasil = read(planned, book("Kode | Indikator | Target Tahunan", "IK-02 | Jumlah dokumen terbit | 1.000"))
    assert (hasil.dibaca, [p.baru for p in hasil.perubahan]) == (1, ["Jumlah dokumen terbit"])


def test_a_table_of_another_year_is_refused(planned: Store) -> None:
    (pesan,) = told(read(planned, book(JUDUL, IKM, top=("RENCANA AKSI TAHUN 2025", ""))))
    assert "tabel ini untuk Tahun 2025, sedangkan yang dipilih Tahun 2026." in pesan


def test_a_workbook_without_plans_says_what_it_looked_for(planned: Store) -> None:
    assert "Unduh formulir Rencana Aksi" in told(read(planned, book("Nama | Alamat", "Budi | Paringin")))[0]


# ---------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    ("line", "sel", "kata"),
    [
        (DOK.replace("1.000", "999"), "H2", "Target tahunan 999 tidak sama dengan jumlah target triwulan (1.000)"),
        (DOK.replace("1.000", "banyak"), "H2", "bukan angka"),
        (IKM.replace("Rata-rata", "Rerata"), "E2", "“Rerata” bukan Metode. Pilih salah satu: Jumlah"),
        (IKM.replace("YAN", "ABC"), "G2", "“ABC” bukan bagian kantor ini. Pilih salah satu: REN, UMUM"),
        (IKM.replace("IK-01", ""), "A2", "tanpa kode"),
        (
            "IK-09 | S | Rasio | % | Rasio | Positif | YAN | 90 | 80 | 90 | 90 | 100",
            "I2",
            "harus sama pada setiap triwulan",
        ),
        ("IK-09 | S | Desa | % | Kumulatif | Positif | PEM | 100 | 50 | 40 | 60 | 100", "J2", "tidak boleh turun"),
    ],
)
def test_each_mistake_names_its_cell_and_the_way_out(store: Store, line: str, sel: str, kata: str) -> None:
    hasil = read(store, book(JUDUL, line))
    (found,) = hasil.menahan
    assert (found.sel, kata in found.pesan) == (sel, True)
    assert not hasil.siap


def test_a_number_with_two_meanings_is_asked_and_the_answer_used(store: Store) -> None:
    content = book(JUDUL, IKM.replace("85 | 85 | 85 | 85 | 85", "85.125 | 85.125 | | | "))
    asked = read(store, content).menahan
    assert [t.pilihan for t in asked] == [("85,125", "85.125")] * 2
    hasil = read(store, content, jawaban={t.kunci: "85,125" for t in asked})
    assert hasil.siap
    assert hasil.rencana.target[0].th == Decimal("85.125")


def test_one_kode_on_two_rows_waits_until_one_is_left_out(store: Store) -> None:
    content = book(JUDUL, IKM, IKM.replace("85", "86"))
    first, second = read(store, content).menahan
    hasil = read(store, content, jawaban={second.kunci: TINGGALKAN})
    assert (hasil.siap, hasil.dibaca, len(hasil.dilewati)) == (True, 1, 1)
    assert first.sel == "A2"


def test_all_held_rows_can_be_left_out_at_once(store: Store) -> None:
    content = book(JUDUL, IKM, DOK.replace("1.000", "999"), AKIP.replace("REN", "ABC"))
    hasil = read(store, content, jawaban=unggah.leave_out(read(store, content)))
    assert (hasil.siap, hasil.dibaca, [d.baris for d in hasil.dilewati]) == (True, 1, [3, 4])


def test_a_known_name_under_a_new_kode_is_asked(planned: Store) -> None:
    (asked,) = read(planned, book(JUDUL, IKM.replace("IK-01", "IK-11"))).menahan
    assert "sama dengan IK-01" in asked.pesan


def test_a_row_without_any_target_leaves_the_recorded_ones_alone(planned: Store) -> None:
    hasil = read(planned, book(JUDUL, "IK-01 | | | | | | | | | | | "))
    assert hasil.perubahan == ()
    hasil = read(planned, book(JUDUL, IKM.replace("85 | 85 | 85 | 85 | 85", " | | | | ")))
    assert ([t.kode for t in hasil.temuan], hasil.perubahan) == (["target_dikosongkan"], ())


# ---------------------------------------------------------------- the PK


def test_a_perubahan_asks_for_its_reason_and_its_first_quarter(planned: Store) -> None:
    change = {("IK-02", "TH"): 1100, ("IK-02", "TW4"): 350}
    hasil = read(planned, filled(planned, 2026, change, {"C4": "baru (perubahan)", "C5": "2/PK", "C7": "IV"}))
    assert [(t.sel, t.kode) for t in hasil.menahan] == [("C8", "pk_alasan"), ("C9", "pk_dasar")]
    top = {
        "C4": "baru (perubahan)",
        "C5": "2/PK",
        "C6": date(2026, 9, 1),
        "C7": "IV",
        "C8": "APBD Perubahan",
        "C9": "Perubahan prioritas atau asumsi",
    }
    hasil = read(planned, filled(planned, 2026, change, top))
    assert hasil.perubahan[0] == unggah.Perubahan("PK", "PK perubahan", "–", "2/PK")
    unggah.save(planned, KASUBBAG, hasil)
    assert rencana.pk_versions(planned, UNIT, 2026)[1] == PkVersion(
        2, "2/PK", date(2026, 9, 1), "perubahan", 4, "APBD Perubahan", "prioritas"
    )
    assert rencana.targets(planned, UNIT, 2026)["IK-02"].tw == (250, 250, 250, 350)


def test_a_perubahan_does_not_change_the_quarters_before_it(planned: Store) -> None:
    top = {
        "C4": "baru (perubahan)",
        "C5": "2/PK",
        "C7": "III",
        "C8": "APBD Perubahan",
        "C9": "Perubahan prioritas atau asumsi",
    }
    hasil = read(
        planned, filled(planned, 2026, {("IK-02", "TW1"): 200, ("IK-02", "TW4"): 300, ("IK-02", "TH"): 1050}, top)
    )
    (kept,) = hasil.menahan
    assert (kept.sel[:2], "Target TW I 200 berbeda dengan yang berlaku (250)" in kept.pesan) == ("AD", True)


def test_the_number_of_a_pk_can_be_corrected_by_the_form(planned: Store) -> None:
    hasil = read(planned, filled(planned, 2026, {}, {"C5": "7/PK"}))
    assert [(p.bidang, p.baru) for p in hasil.perubahan] == [("Nomor PK", "7/PK")]
    unggah.save(planned, KASUBBAG, hasil)
    assert rencana.pk_versions(planned, UNIT, 2026)[0].nomor == "7/PK"


PERUBAHAN = {
    "C4": "baru (perubahan)",
    "C5": "2/PK",
    "C7": "III",
    "C8": "APBD Perubahan",
    "C9": "Perubahan prioritas atau asumsi",
}


@pytest.fixture
def changed(planned: Store) -> tuple[Store, bytes]:
    """After a PK perubahan from TW III that raised IK-02 to 1.100; and the file it came from."""
    content = filled(planned, 2026, {("IK-02", "TH"): 1100, ("IK-02", "TW4"): 350}, PERUBAHAN)
    unggah.save(planned, KASUBBAG, read(planned, content))
    return planned, content


def test_the_same_perubahan_once_more_changes_nothing_and_says_so(changed: tuple[Store, bytes]) -> None:
    store, content = changed
    hasil = read(store, content)
    assert (hasil.menahan, hasil.perubahan) == ((), ())
    assert "tidak ada angka yang berubah" in hasil.ringkasan
    other = read(store, filled(store, 2026, {("IK-02", "TH"): 1200, ("IK-02", "TW4"): 450}, PERUBAHAN))
    assert [t.kode for t in other.menahan] == ["pk_nomor", "pk_alasan"], "another content needs a number of its own"


def test_a_target_that_a_later_pk_decides_is_not_taken_into_an_earlier_one(changed: tuple[Store, bytes]) -> None:
    """It would be recorded and never count."""
    store, _ = changed
    old = {"C4": "1 (murni)", "C5": None, "C7": "I", "C8": None, "C9": None}
    hasil = read(store, filled(store, 2026, {("IK-02", "TW4"): 400, ("IK-02", "TH"): 1150}, old))
    assert {t.kode for t in hasil.menahan} == {"rencana_tw4", "rencana_th"}
    assert "Target TW IV ditetapkan PK versi 2, sehingga 400 tidak akan berlaku" in hasil.menahan[0].pesan


def test_a_quarter_before_a_perubahan_can_still_be_corrected_in_the_pk_it_belongs_to(
    changed: tuple[Store, bytes],
) -> None:
    store, _ = changed
    old = {"C4": "1 (murni)", "C5": None, "C7": "I", "C8": None, "C9": None}
    hasil = read(store, filled(store, 2026, {("IK-02", "TW1"): 240, ("IK-02", "TW2"): 260}, old))
    assert [(p.bidang, p.lama, p.baru) for p in hasil.perubahan] == [
        ("Target TW I", "250", "240"),
        ("Target TW II", "250", "260"),
    ]
    unggah.save(store, KASUBBAG, hasil)
    now = rencana.targets(store, UNIT, 2026)["IK-02"]
    assert (now.tw, now.th) == ((240, 260, 250, 350), 1100)
    murni = {
        r["periode"]: r["nilai"]
        for r in store.read("target_pk", unit=UNIT, tahun=2026, pk=1).to_dicts()
        if r["indikator"] == "IK-02"
    }
    assert (murni["TW4"], murni["TH"]) == (250, 1000), "what the murni once said stays said"


@pytest.mark.parametrize("text", ["32 Januari 2026", "kemarin", "12/13/2026"])
def test_a_date_that_is_none_is_named(planned: Store, text: str) -> None:
    (found,) = read(planned, filled(planned, 2026, {}, {"C6": text})).menahan
    assert (found.sel, text in found.pesan) == ("C6", True)


# ---------------------------------------------------------------- rights, and the file


def test_a_form_of_another_kind_is_refused_by_name(planned: Store) -> None:
    filling = realisasi_form(planned, UNIT, 2026, 1)
    assert told(read(planned, filling)) == [
        "Berkas ini formulir realisasi, bukan formulir Rencana Aksi. "
        "Unggah sebagai formulir realisasi, atau unduh dan isi formulir Rencana Aksi."
    ]
    hasil = realisasi.read(planned, KASUBBAG, rencana_form(planned, UNIT, 2026), "x.xlsx", UNIT, 2026, 1)
    assert (hasil.ditolak, "formulir Rencana Aksi, bukan formulir realisasi" in hasil.temuan[0].pesan) == (True, True)


def test_a_plan_of_another_unit_is_refused_by_name(planned: Store) -> None:
    (found,) = told(read(planned, book(JUDUL, IKM, top=("RENCANA AKSI KECAMATAN MUNCAR",))))
    assert "untuk Kecamatan Muncar, bukan" in found


@pytest.mark.parametrize(
    ("name", "value", "kode"),
    [
        ("nama", "x" * 501, "teks_panjang"),
        ("kode", "K" * 31, "teks_panjang"),
        ("definisi", "x" * 4001, "teks_panjang"),
        ("definisi", "=A1&B1", "rumus_kosong"),
        ("nama", "#REF!", "galat_excel"),
    ],
)
def test_words_of_a_card_that_cannot_be_kept_are_held(planned: Store, name: str, value: str, kode: str) -> None:
    hasil = read(planned, filled(planned, 2026, {("IK-02", name): value}))
    assert (kode in {t.kode for t in hasil.menahan}, hasil.ditahan) == (True, 1)


def test_a_mean_with_a_dot_is_asked_in_a_plan_too(store: Store) -> None:
    line = IKM.replace("85 | 85 | 85 | 85 | 85", "2.345 | 2.345 | 2.345 | 2.345 | 2.345").replace("indeks", "dokumen")
    hasil = read(store, book(JUDUL, line))
    assert {(t.kode, t.pilihan) for t in hasil.menahan} == {("ambigu", ("2,345", "2.345"))}


def test_only_who_plans_may_upload_plans(planned: Store) -> None:
    camat = Pengguna("camat", "Camat", (Tugas(Peran.CAMAT, UNIT),))
    with pytest.raises(AccessError):
        unggah.read(planned, camat, book(JUDUL, IKM), "x.xlsx", UNIT, 2026)
    with pytest.raises(AccessError):
        unggah.save(planned, camat, read(planned, book(JUDUL, IKM)))


def test_a_file_that_is_no_workbook_is_said_in_a_sentence(planned: Store) -> None:
    with pytest.raises(UserError, match="bukan buku kerja"):
        read(planned, b"halo")


def test_nothing_is_recorded_before_saving(store: Store) -> None:
    read(store, book(JUDUL, IKM))
    assert rencana.indikator(store, UNIT, 2026) == {}


# ---------------------------------------------------------------- the tree and the rest of the card


def test_a_form_of_the_first_release_is_still_read(planned: Store) -> None:
    """Its rows were filled from fewer fields: what came later does not make them look changed."""
    card = rencana.indikator(planned, UNIT, 2026)["IK-02"]
    rencana.save_indikator(planned, KASUBBAG, UNIT, replace(card, alasan="Baru", baseline=Decimal(3)))
    book = openpyxl.load_workbook(io.BytesIO(filled(planned, 2026, {("IK-02", "nama"): "Dokumen lain"})))
    sheet, meta = book[LEMBAR], book[META]
    for name in ("tujuan", "kode_tujuan", *SEJAK):
        column = next(c.column for c in sheet[BARIS_JUDUL] if c.value == {k.kunci: k.judul for k in KOLOM}[name])
        sheet.delete_cols(column)
    for row in meta.iter_rows():
        if row[0].value == "skema":
            row[1].value = "1"
    meta.append(["baris", "IK-02", fingerprint(card, rencana.targets(planned, UNIT, 2026)["IK-02"], 1)])
    buffer = io.BytesIO()
    book.save(buffer)
    hasil = read(planned, buffer.getvalue())
    assert (hasil.menahan, [p.bidang for p in hasil.perubahan]) == ((), ["Indikator"])
    unggah.save(planned, KASUBBAG, hasil)
    assert rencana.indikator(planned, UNIT, 2026)["IK-02"].alasan == "Baru"


def test_the_new_fields_are_read_and_shown_in_words(planned: Store) -> None:
    change = {
        ("IK-02", "tipe_nilai"): "Angka", ("IK-02", "alasan"): "Ukuran layanan", ("IK-02", "baseline"): 900,
        ("IK-02", "baseline_tahun"): 2025, ("IK-02", "dasar_penetapan"): "SK Camat 1/2026",
        ("IK-01", "kode_tujuan"): "T1", ("IK-01", "tujuan"): "Terwujudnya pelayanan",
    }  # fmt: skip
    hasil = read(planned, filled(planned, 2026, change))
    assert {(p.bidang, p.baru) for p in hasil.perubahan} >= {
        ("Tujuan", "Terwujudnya pelayanan"), ("Kode Tujuan", "T1"), ("Tipe Nilai", "Angka"), ("Baseline", "900"),
    }  # fmt: skip
    unggah.save(planned, KASUBBAG, hasil)
    card = rencana.indikator(planned, UNIT, 2026)["IK-02"]
    assert (card.baseline, card.baseline_tahun, card.tipe_nilai) == (900, 2025, "angka")
    assert rencana.sasaran(planned, UNIT, 2026)[str(card.sasaran)].tujuan == "T1"
    assert read(planned, filled(planned, 2026, {})).perubahan == ()


def test_what_saving_would_refuse_is_told_at_its_row(planned: Store) -> None:
    """A circle of induk: held before anything is saved, at the row of the sasaran."""
    sasaran = str(rencana.indikator(planned, UNIT, 2026)["IK-02"].sasaran)
    hasil = read(planned, filled(planned, 2026, {("IK-01", "induk"): sasaran}))
    assert [f"lingkaran: {sasaran} > {sasaran}" in t.pesan for t in hasil.menahan] == [True]
    assert hasil.menahan[0].sel
    assert not hasil.siap


def test_a_perubahan_of_an_approved_quarter_is_refused_at_the_row_that_changes_it() -> None:
    """In the example TW I 2026 is approved; of 29 rows only IK-06 has another target."""
    store = loaded()[0]
    top = {
        "C4": "baru", "C5": "9/PK", "C7": "I", "C8": "APBD Perubahan",
        "C9": "Perubahan prioritas atau asumsi",
    }  # fmt: skip
    content = filled(store, 2026, {("IK-06", "TW1"): 5}, top)
    (held,) = read(store, content).menahan
    assert "Triwulan I Tahun 2026 sudah disahkan, jadi terkunci" in held.pesan
    sheet = openpyxl.load_workbook(io.BytesIO(content))[LEMBAR]
    assert {c.value for c in sheet[held.sel[1:]]} >= {"IK-06"}


# ---------------------------------------------------------------- one indikator under two names, and what it takes


def test_a_new_name_like_another_asks_across_kode_and_bagian(planned: Store) -> None:
    twin = "IK-09 | Akuntabilitas naik | Indek kepuasan | indeks | Rata-rata | Positif | REN | 85 | 85 | 85 | 85 | 85"
    hasil = read(planned, book(JUDUL, twin))
    assert [(t.sel, t.kode, t.tingkat) for t in hasil.temuan] == [("C2", "nama_mirip", "tanya")]
    assert "mirip IK-01 “Indeks kepuasan”" in hasil.temuan[0].pesan
    settled = read(planned, book(JUDUL, twin), jawaban={hasil.temuan[0].kunci: "pakai"})
    assert (settled.menahan, len(settled.rencana.indikator)) == ((), 1)


def test_a_name_that_was_there_before_is_not_asked_about_again(planned: Store) -> None:
    rencana.save_indikator(
        planned, KASUBBAG, UNIT, replace(rencana.indikator(planned, UNIT, 2026)["IK-02"], nama="Indeks kepuasan")
    )
    hasil = read(planned, filled(planned, 2026, {("IK-02", "media"): "Register"}))
    assert [t.kode for t in hasil.menahan] == []


def test_activities_keep_their_lines_through_the_form(planned: Store) -> None:
    said = {("IK-01", "aktivitas"): "Survei tiap triwulan\n Perbaikan   loket "}
    unggah.save(planned, KASUBBAG, read(planned, filled(planned, 2026, said)))
    assert rencana.indikator(planned, UNIT, 2026)["IK-01"].aktivitas == "Survei tiap triwulan\nPerbaikan loket"
    assert read(planned, rencana_form(planned, UNIT, 2026)).perubahan == ()
    assert read(planned, filled(planned, 2026, {("IK-01", "media"): "Kuesioner"})).menahan == ()
    assert rencana.indikator(planned, UNIT, 2027)["IK-01"].aktivitas == "Survei tiap triwulan\nPerbaikan loket"


# ---------------------------------------------------------------- the first form of a new office


def test_the_form_marks_what_is_needed_explains_each_column_and_shows_one_row(store: Store) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(rencana_form(store, UNIT, 2026)))[LEMBAR]
    heads = [str(cell.value) for cell in sheet[BARIS_JUDUL] if cell.value]
    assert [h.removesuffix(" *") for h in heads if h.endswith("*")] == [
        "Sasaran", "Kode", "Indikator", "Satuan", "Metode", "Rumus", "Penanggung Jawab (bagian)", "Target Tahunan",
    ]  # fmt: skip
    told = {str(v.sqref).split(":")[0]: v.prompt for v in sheet.data_validations.dataValidation}
    assert len([p for p in told.values() if p]) == len(heads), "a word beside each cell that is filled in"
    assert sheet.cell(BARIS_JUDUL + 1, URUTAN["kode"] + 1).value == "CONTOH"


def test_the_example_row_is_never_read(store: Store) -> None:
    hasil = read(store, rencana_form(store, UNIT, 2026))
    assert (hasil.dibaca, hasil.ditahan, hasil.perubahan) == (0, 0, ())
    assert "baris contoh formulir" in {s.alasan for s in hasil.dilewati}


def test_a_first_plan_full_of_mistakes_is_told_in_one_round_each_at_its_own_cell(store: Store) -> None:
    """What is blank, what is no choice, and a fold that does not add up, of the same row."""
    wrong = {
        "sasaran": "Pelayanan membaik", "satuan": "dokumen", "metode": "Jumlah (akumulasi triwulan)",
        "rumus": "Makin baik", "TH": 50, "TW1": 10, "TW2": 10, "TW3": 10, "TW4": 10,
    }  # fmt: skip
    name = next(label for metode, label in METODE_NAMA.items() if metode is Metode.JUMLAH)
    hasil = read(store, filled(store, 2026, {("IK-01", k): v for k, v in {**wrong, "metode": name}.items()}))
    row = BARIS_JUDUL + 2
    cells = {t.sel: t.pesan for t in hasil.menahan}
    assert cells.keys() == {alamat(row, URUTAN[n] + 1) for n in ("nama", "rumus", "bagian", "TH")}
    assert "isi “Indikator”" in cells[alamat(row, URUTAN["nama"] + 1)]
    assert "jumlah target triwulan (40,00)" in cells[alamat(row, URUTAN["TH"] + 1)]
