"""Uploading what stands in a document, and comparison figures: the form, the temuan, the answers, the diff."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from contoh_siap import loaded
from unggahan import CAMAT, KASUBBAG, STAF, TAHUN, UNIT, book, new_office, save

from lakip import dokumen, pembanding, rekap
from lakip.akses import system
from lakip.dokumen import Dokumen
from lakip.errors import AccessError, UserError
from lakip.store import Store
from lakip.unggah import dokumen as isi
from lakip.unggah import pembanding as unggah_pembanding
from lakip.unggah.dokumen import HasilIsi
from lakip.unggah.formulir.identitas import JENIS
from lakip.unggah.hasil import PAKAI, TINGGALKAN, leave_out, vouched
from lakip.unggah.pembanding import HasilPembanding
from lakip.unggah.realisasi import formulir
from lakip.unggah.rencana import formulir as formulir_rencana
from lakip.unggah.tabel.bacaan import Guna

HEAD = ["Kode", "Indikator", "Satuan", "Target 2026"]
IKM = ["IK-01", "Indeks Kepuasan Masyarakat", "indeks", 86]
ADUAN = ["IK-02", "Persentase pengaduan selesai", "persen", "92,5"]


@pytest.fixture
def store() -> Store:
    return new_office()


def register(store: Store, jenis: str = "rkt", tahun: int = TAHUN, sampai: int | None = None) -> Dokumen:
    wanted = Dokumen(jenis, tahun, f"1/{jenis}", date(tahun, 1, 5), sampai)
    return dokumen.register(store, KASUBBAG, UNIT, wanted)


def read(store: Store, content: bytes, wanted: Dokumen, **more: Any) -> HasilIsi:
    given = more.pop("jawaban", None)
    return vouched(lambda j: isi.read(store, KASUBBAG, content, "rkt.xlsx", UNIT, wanted, jawaban=j), given)


def told(hasil: HasilIsi | HasilPembanding) -> list[tuple[str, str, str]]:
    return [(t.sel, str(t.tingkat), t.kode) for t in hasil.temuan]


def filled(content: bytes, **cells: Any) -> bytes:
    """A form of ours with some cells changed."""
    wb = openpyxl.load_workbook(io.BytesIO(content))
    for name, value in cells.items():
        wb.worksheets[0][name] = value
    return save(wb)


def only(hasil: HasilIsi | HasilPembanding) -> str:
    (one,) = hasil.temuan
    assert hasil.ditolak
    return one.pesan


# ---------------------------------------------------------------- reading and saving


def test_a_plain_table_is_read_and_each_target_knows_its_cell(store: Store) -> None:
    one = register(store)
    hasil = read(store, book(IKM, ADUAN, head=HEAD), one)
    assert (hasil.dibaca, hasil.ditahan, len(hasil.dilewati), hasil.temuan) == (2, 0, 0, ())
    assert isi.save(store, KASUBBAG, hasil).pesan == "Isi RKT 2026 tersimpan: 2 indikator."
    first, second = dokumen.contents(store, UNIT, one)
    assert (first.kode, first.target, first.lembar) == ("IK-01", {2026: Decimal(86)}, "Data")
    assert first.sel == {"nama": "B4", "satuan": "C4", "2026": "D4"}
    assert second.target == {2026: Decimal("92.5")}
    assert first.unggahan is not None


def test_the_form_brings_what_is_known_and_comes_back_filled(store: Store) -> None:
    one = register(store, "renstra", 2024, 2028)
    form = isi.contents_form(store, UNIT, one)
    sheet = openpyxl.load_workbook(io.BytesIO(form))[JENIS["isi_dokumen"].lembar]
    assert [c.value for c in sheet[5]] == ["Kode", "Indikator", "Satuan", *(f"Target {y}" for y in range(2024, 2029))]
    assert sheet["B6"].value == "Indeks Kepuasan Masyarakat"
    hasil = read(store, filled(form, D6=84, E6=85, F6=86, G6="87,5", H6=88), one)
    assert (hasil.dibaca, len(hasil.dilewati)) == (1, 6)
    assert {d.alasan for d in hasil.dilewati} == {"tidak bertarget pada dokumen ini"}
    isi.save(store, KASUBBAG, hasil)
    (row,) = dokumen.contents(store, UNIT, one)
    assert row.target == {2024: 84, 2025: 85, 2026: 86, 2027: Decimal("87.5"), 2028: 88}
    again = isi.contents_form(store, UNIT, one)
    assert not read(store, again, one).perubahan


def test_the_form_of_a_perubahan_begins_with_what_it_changes(store: Store) -> None:
    isi.save(store, KASUBBAG, read(store, book(IKM, head=HEAD), register(store)))
    changed = Dokumen("rkt", TAHUN, "2/rkt", date(TAHUN, 8, 3), sifat="perubahan", mulai_triwulan=3)
    one = dokumen.register(store, KASUBBAG, UNIT, changed)
    hasil = read(store, isi.contents_form(store, UNIT, one), one)
    assert [(r.kode, r.target) for r in hasil.isi] == [("IK-01", {2026: Decimal(86)})]
    assert dokumen.contents(store, UNIT, one) == ()


def test_the_same_file_again_changes_nothing(store: Store) -> None:
    one = register(store)
    content = book(IKM, head=HEAD)
    isi.save(store, KASUBBAG, read(store, content, one))
    hasil = read(store, content, one)
    assert not hasil.siap
    assert isi.save(store, KASUBBAG, hasil).pesan == rekap.SAMA


def test_old_stands_beside_new_and_what_leaves_is_told(store: Store) -> None:
    one = register(store)
    isi.save(store, KASUBBAG, read(store, book(IKM, ADUAN, head=HEAD), one))
    changed = [*IKM[:2], "nilai", 87]
    hasil = read(store, book(changed, head=HEAD), one)
    assert [(p.kode, p.bidang, p.lama, p.baru) for p in hasil.perubahan] == [
        ("IK-01", "Satuan", "indeks", "nilai"),
        ("IK-01", "Target 2026", "86", "87"),
        ("IK-02", "Indikator", "Persentase pengaduan selesai", "tidak ada di dokumen"),
    ]


def test_an_iku_has_no_target_and_its_form_asks_whether_each_is_in_it(store: Store) -> None:
    one = register(store, "iku")
    form = isi.contents_form(store, UNIT, one)
    hasil = read(store, filled(form, D7="Tidak", B8="Nilai SAKIP kecamatan"), one)
    assert (hasil.dibaca, [d.alasan for d in hasil.dilewati]) == (6, ["tidak ada di dokumen"])
    isi.save(store, KASUBBAG, hasil)
    rows = {r.kode: r.nama for r in dokumen.contents(store, UNIT, one)}
    assert rows["IK-03"] == "Nilai SAKIP kecamatan"
    assert "IK-02" not in rows


def test_an_indikator_without_card_is_kept_with_the_nearest_name_shown(store: Store) -> None:
    one = register(store)
    hasil = read(store, book([None, "Indeks Kepuasan Masyarakat Desa", "indeks", 70], head=HEAD), one)
    (note,) = hasil.temuan
    assert (note.sel, note.kode, note.menahan) == ("B4", "tanpa_kartu", False)
    assert "Nama terdekat: IK-01 Indeks Kepuasan Masyarakat." in note.pesan
    isi.save(store, KASUBBAG, hasil)
    assert dokumen.contents(store, UNIT, one)[0].kode is None


def test_a_row_without_kode_is_known_by_its_name(store: Store) -> None:
    hasil = read(store, book([None, "indeks kepuasan masyarakat", "indeks", 70], head=HEAD), register(store))
    assert hasil.isi[0].kode == "IK-01"
    assert [t.kode for t in hasil.temuan] == ["menurut_nama"]


def test_a_kode_and_a_name_of_two_cards_are_asked_about(store: Store) -> None:
    one, content = register(store), book(["IK-01", *ADUAN[1:]], head=HEAD)
    hasil = read(store, content, one)
    (asked,) = hasil.menahan
    assert asked.pilihan == ("IK-01", "IK-02")
    answered = read(store, content, one, jawaban={asked.kunci: "IK-02"})
    assert answered.siap
    assert answered.isi[0].kode == "IK-02"


def test_headings_totals_and_column_numbers_are_skipped_with_a_reason(store: Store) -> None:
    numbers = [1, 2, 3, 4]
    hasil = read(store, book(numbers, IKM, ["", "Jumlah", "", 86], ["", "", "indeks", ""], head=HEAD), register(store))
    assert hasil.dibaca == 1
    assert [d.alasan for d in hasil.dilewati] == [
        "baris nomor kolom", "baris jumlah atau rata-rata", "bukan baris indikator: “indeks”",
    ]  # fmt: skip


def test_target_columns_that_are_not_read_are_told(store: Store) -> None:
    head = [*HEAD, "Target TW I", "Target 2027", "Keterangan"]
    hasil = read(store, book([*IKM, 80, 87, "x"], head=head), register(store))
    assert hasil.siap
    unused = [one.judul for one in hasil.bacaan[0].kolom if one.guna is Guna.TIDAK_DIPAKAI]
    assert unused == ["Target TW I", "Target 2027", "Keterangan"]


@pytest.mark.parametrize(("jenis", "tahun"), [("renstra", 2024), ("iku", 2024), ("rkt", 2025), ("rkt", 2026)])
def test_the_form_of_each_example_document_says_what_is_recorded(jenis: str, tahun: int) -> None:
    store, unit = loaded()[0], "63.11.07"
    one = dokumen.in_force(store, unit, jenis, tahun)
    hasil = isi.read(store, system(unit), isi.contents_form(store, unit, one), "formulir.xlsx", unit, one)
    assert (hasil.menahan, hasil.perubahan) == ((), ())
    assert hasil.dibaca == len(dokumen.contents(store, unit, one))


# ---------------------------------------------------------------- what is held


@pytest.mark.parametrize(
    ("row", "place", "rule", "says"),
    [
        (["IK-01", "Indeks Kepuasan Masyarakat", "indeks", "delapan"], "D4", "bukan_angka", "bukan angka"),
        (["IK-01", "", "indeks", 86], "B4", "tanpa_nama", "Tulis seperti di dokumen"),
        (["IK-01", "Indeks Kepuasan Masyarakat", "indeks", "86%"], "D4", "satuan_salah", "memakai satuan lain"),
    ],
)
def test_a_mistake_holds_its_row_and_names_the_cell(
    store: Store, row: list[Any], place: str, rule: str, says: str
) -> None:
    one = register(store)
    hasil = read(store, book(row, ADUAN, head=HEAD), one)
    assert (place, rule) in [(t.sel, t.kode) for t in hasil.menahan]
    assert any(says in t.pesan for t in hasil.menahan)
    with pytest.raises(UserError, match="Belum dapat disimpan"):
        isi.save(store, KASUBBAG, hasil)
    assert dokumen.contents(store, UNIT, one) == ()
    left = read(store, book(row, ADUAN, head=HEAD), one, jawaban=leave_out(hasil))
    assert (left.siap, left.dibaca) == (True, 1)


def test_a_target_with_two_meanings_is_asked(store: Store) -> None:
    one, content = register(store), book([*IKM[:3], "1.234"], head=HEAD)
    (asked,) = read(store, content, one).menahan
    assert asked.pilihan == ("1,234", "1.234")
    assert read(store, content, one, jawaban={asked.kunci: "1.234"}).isi[0].target == {2026: Decimal(1234)}


def test_a_negative_target_is_asked(store: Store) -> None:
    one, content = register(store), book([*IKM[:3], -5], head=HEAD)
    (asked,) = read(store, content, one).menahan
    assert read(store, content, one, jawaban={asked.kunci: PAKAI}).siap


def test_one_kode_on_two_rows_waits_until_one_is_left_out(store: Store) -> None:
    one, content = register(store), book(IKM, [*IKM[:3], 87], head=HEAD)
    hasil = read(store, content, one)
    assert told(hasil) == [("A4", "salah", "kode_ganda"), ("A5", "salah", "kode_ganda")]
    assert "(A4 dan A5)" in hasil.temuan[0].pesan
    left = read(store, content, one, jawaban={hasil.temuan[1].kunci: TINGGALKAN})
    assert (left.siap, left.isi[0].target) == (True, {2026: Decimal(86)})


def test_a_form_older_than_the_record_is_asked_about(store: Store) -> None:
    one = register(store)
    isi.save(store, KASUBBAG, read(store, book(IKM, head=HEAD), one))
    form = filled(isi.contents_form(store, UNIT, one), D6=87)
    isi.save(store, KASUBBAG, read(store, book([*IKM[:3], 88], ADUAN, head=HEAD), one))
    (asked,) = read(store, form, one).menahan
    assert "diubah sejak formulir ini diunduh" in asked.pesan
    taken = read(store, form, one, jawaban={asked.kunci: PAKAI})
    assert [(p.kode, p.lama, p.baru) for p in taken.perubahan] == [("IK-01", "88", "87")]


def test_a_change_between_reading_and_saving_is_refused(store: Store) -> None:
    one = register(store)
    hasil = read(store, book(IKM, head=HEAD), one)
    isi.save(store, KASUBBAG, read(store, book(ADUAN, head=HEAD), one))
    with pytest.raises(UserError, match="diubah orang lain"):
        isi.save(store, KASUBBAG, hasil)


# ---------------------------------------------------------------- another year, unit, jenis


def test_a_form_of_another_document_is_refused(store: Store) -> None:
    rkt, renja = register(store), register(store, "renja")
    form = isi.contents_form(store, UNIT, renja)
    assert "Formulir ini untuk Renja 2026 versi 1, sedangkan yang dipilih RKT 2026" in only(read(store, form, rkt))


def test_a_form_of_another_kind_is_refused(store: Store) -> None:
    one = register(store)
    forms = {
        "Rencana Aksi": formulir_rencana.rencana_form(store, UNIT, TAHUN),
        "realisasi": formulir.realisasi_form(store, UNIT, TAHUN, 2, None),
        "pembanding": unggah_pembanding.pembanding_form(store, UNIT, TAHUN),
    }
    for nama, content in forms.items():
        assert f"formulir {nama}, bukan formulir isi dokumen" in only(read(store, content, one))


def test_a_table_of_another_year_is_refused(store: Store) -> None:
    hasil = read(store, book(IKM, head=[*HEAD[:3], "Target 2025"]), register(store))
    assert "memuat target tahun 2025, sedangkan RKT 2026 memuat target tahun 2026" in only(hasil)
    assert hasil.ditahan == 1


def test_a_renstra_table_must_cover_its_years(store: Store) -> None:
    one = register(store, "renstra", 2024, 2028)
    head = [*HEAD[:3], "Target 2024", "Target 2025", "Target 2026"]
    hasil = read(store, book(["IK-01", "IKM", "indeks", 1, 2, 3], head=head), one)
    assert "Lengkapi kolom Target 2027" in only(hasil)
    other = [*HEAD[:3], *(f"Target {y}" for y in range(2019, 2024))]
    assert "memuat target tahun 2019" in only(
        read(store, book(["IK-01", "IKM", "indeks", 1, 2, 3, 4, 5], head=other), one)
    )


def test_a_table_of_another_document_or_office_is_refused(store: Store) -> None:
    one = register(store)
    renja = read(store, book(IKM, head=HEAD, title="RENCANA KERJA (RENJA) KECAMATAN PARINGIN SELATAN TAHUN 2026"), one)
    assert "tabel ini untuk Renja, sedangkan yang dipilih RKT 2026" in only(renja)
    other = read(store, book(IKM, head=HEAD, title="RKT KECAMATAN JUAI TAHUN 2026"), one)
    assert "Kecamatan Juai" in only(other)
    assert read(store, book(IKM, head=HEAD, title="RENCANA KINERJA TAHUNAN 2026"), one).siap


def test_a_workbook_without_such_a_table_is_refused(store: Store) -> None:
    assert "Tidak ada tabel dengan kolom Indikator dan Target" in only(
        read(store, book(["a"], head=["Nama barang"]), register(store))
    )


def test_only_who_plans_uploads(store: Store) -> None:
    one = register(store)
    for pengguna in (STAF, CAMAT):
        with pytest.raises(AccessError):
            isi.read(store, pengguna, book(IKM, head=HEAD), "rkt.xlsx", UNIT, one)
        with pytest.raises(AccessError):
            unggah_pembanding.read(store, pengguna, book(IKM, head=HEAD), "p.xlsx", UNIT, TAHUN)


# ---------------------------------------------------------------- comparison figures

P_HEAD = ["Kode", "Indikator", "Satuan", "Kabupaten", "Sumber Kabupaten", "Nasional", "Sumber Nasional"]


def compare(store: Store, content: bytes, **more: Any) -> HasilPembanding:
    tahun, given = more.pop("tahun", TAHUN), more.pop("jawaban", None)
    return vouched(
        lambda j: unggah_pembanding.read(store, KASUBBAG, content, "pembanding.xlsx", UNIT, tahun, jawaban=j), given
    )


def test_comparison_figures_are_read_with_their_source(store: Store) -> None:
    content = book([*IKM[:3], "84,2", "LKjIP Kabupaten 2026"], [*ADUAN[:3]], head=P_HEAD)
    hasil = compare(store, content)
    assert (hasil.dibaca, [d.alasan for d in hasil.dilewati]) == (1, ["belum diisi"])
    assert [(p.bidang, p.lama, p.baru) for p in hasil.perubahan] == [("Kabupaten", "–", "84,2 (LKjIP Kabupaten 2026)")]
    assert unggah_pembanding.save(store, KASUBBAG, hasil).tersimpan == 1
    (row,) = pembanding.pembanding(store, UNIT, TAHUN).to_dicts()
    assert (row["nilai"], row["lembar"], row["sel"], row["nama_berkas"]) == (
        Decimal("84.2"),
        "Data",
        "D4",
        "pembanding.xlsx",
    )
    assert not compare(store, content).siap


def test_the_form_of_comparison_figures_comes_back_filled(store: Store) -> None:
    form = unggah_pembanding.pembanding_form(store, UNIT, TAHUN)
    unggah_pembanding.save(store, KASUBBAG, compare(store, filled(form, D6=84, E6="LKjIP Kabupaten 2026")))
    assert not compare(store, unggah_pembanding.pembanding_form(store, UNIT, TAHUN)).perubahan
    older = compare(store, filled(form, D6=85, E6="LKjIP Kabupaten 2026"))
    assert [t.kode for t in older.menahan] == ["berubah_sejak_formulir"]


@pytest.mark.parametrize(
    ("row", "place", "rule"),
    [
        ([*IKM[:3], 84], "E4", "tanpa_sumber"),
        ([*IKM[:3], None, "LKjIP"], "D4", "tanpa_angka"),
        (["IK-99", "Entah", "buah", 84, "LKjIP"], "A4", "kode_tak_dikenal"),
        ([*IKM[:3], "banyak", "LKjIP"], "D4", "bukan_angka"),
    ],
)
def test_a_comparison_figure_with_a_mistake_is_held(store: Store, row: list[Any], place: str, rule: str) -> None:
    hasil = compare(store, book(row, head=P_HEAD))
    assert [(t.sel, t.kode) for t in hasil.menahan] == [(place, rule)]
    with pytest.raises(UserError, match="Belum dapat disimpan"):
        unggah_pembanding.save(store, KASUBBAG, hasil)
    assert pembanding.pembanding(store, UNIT, TAHUN).is_empty()


def test_comparison_figures_of_another_year_are_refused(store: Store) -> None:
    form = unggah_pembanding.pembanding_form(store, UNIT, 2025)
    assert "untuk Tahun 2025, sedangkan yang dipilih Tahun 2026" in only(compare(store, form))
    plain = book([*IKM[:3], 84, "LKjIP"], head=P_HEAD, title="PEMBANDING TAHUN 2024")
    assert "untuk Tahun 2024" in only(compare(store, plain))
