"""Sosialisasi: invited, held, minuted; photos by their content; directions that come back until they are done."""

import io
import struct
import zlib
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate
from jinja2 import nodes
from kantor_sop import ADMIN, CAMAT, KASI, KASUBBAG, PENINJAU, SEKCAM, STAF, UNIT, camat, office

from lakip import jejak, pengaturan
from lakip.akses import Pengguna
from lakip.errors import AccessError, UserError
from lakip.export import sosialisasi as naskah
from lakip.export import word
from lakip.export.kop import Kop
from lakip.export.pihak import Pihak
from lakip.sop import arahan, foto, sosialisasi
from lakip.sop.sosialisasi import Peserta, Sosialisasi
from lakip.store import Store

SENIN = date(2026, 4, 13)


def wita(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H.%M") - timedelta(hours=8)


def png(wide: int = 400, high: int = 300, warna: int = 0) -> bytes:
    """A real picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + bytes([warna]) * wide) * high
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def store() -> Store:
    return office()


def plan(store: Store, **more: Any) -> Sosialisasi:
    """About TW I, on a Monday morning, for all officials and a guest."""
    people = (*sosialisasi.everybody(store, UNIT, SENIN), Peserta("Ahmad", "Kepala Desa Inan"))
    first = Sosialisasi(
        2026, "TW1", wita("2026-04-13 09.00"), "Aula Kecamatan", "Pembahasan draf laporan", camat(store).id, people,
        "000.1/5/2026", date(2026, 4, 9),
    )  # fmt: skip
    return replace(first, **more)


def done(one: Sosialisasi, **more: Any) -> Sosialisasi:
    people = tuple(replace(p, hadir=p.nama != "Ahmad") for p in one.peserta)
    how = {
        "dimulai": wita("2026-04-13 09.10"), "selesai": wita("2026-04-13 10.05"), "notulis": "Fajar",
        "notulen": "Camat membuka rapat.\nDraf dibahas.", "peserta": people,
    }  # fmt: skip
    return replace(one, **{**how, **more})


def held(store: Store, **more: Any) -> Sosialisasi:
    return sosialisasi.record(
        store, KASUBBAG, UNIT, done(sosialisasi.invite(store, KASUBBAG, UNIT, plan(store)), **more)
    )


def direction(store: Store, one: Sosialisasi, uraian: str = "Perbaiki data desa") -> arahan.Arahan:
    arahan.direct(store, CAMAT, UNIT, one, uraian, "pem", date(2026, 5, 4))
    return arahan.given(store, UNIT, one)[-1]


# ---------------------------------------------------------------- the meeting


def test_a_meeting_is_invited_and_then_held(store: Store) -> None:
    one = sosialisasi.invite(store, KASUBBAG, UNIT, plan(store))
    assert (one.keadaan, one.nomor, one.versi) == ("diundang", 1, 1)
    assert sosialisasi.held(store, UNIT, 2026, "TW1") is None
    saved = sosialisasi.record(store, SEKCAM, UNIT, done(one))
    assert sosialisasi.held(store, UNIT, 2026, "TW1") == saved
    assert sum(bool(p.hadir) for p in saved.peserta) == len(saved.peserta) - 1
    assert sosialisasi.meetings(store, UNIT, 2026) == (saved,)


def test_a_second_meeting_about_a_periode_gets_its_own_number(store: Store) -> None:
    assert [sosialisasi.invite(store, CAMAT, UNIT, plan(store)).nomor for _ in range(2)] == [1, 2]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"periode": "SD2"}, "Pilih periodenya"),
        ({"tempat": " ", "agenda": ""}, "Isi: tempat, acara"),
        ({"peserta": ()}, "belum memuat peserta"),
        ({"tanggal_undangan": date(2026, 4, 14)}, "sesudah acaranya"),
        ({"pimpinan": "xyz"}, "Pimpinan sosialisasi harus menjabat"),
    ],
)
def test_an_invitation_that_cannot_be_is_refused_in_words(store: Store, what: dict[str, Any], said: str) -> None:
    with pytest.raises(UserError, match=said):
        sosialisasi.invite(store, CAMAT, UNIT, plan(store, **what))


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"selesai": wita("2026-04-13 09.00")}, "mendahului waktu mulai"),
        ({"selesai": wita("2099-04-13 11.00")}, "belum berlangsung"),
        ({"dimulai": None}, "harus diisi"),
        ({"peserta": (Peserta("Ahmad", "Kepala Desa", None, False),)}, "Daftar hadir masih kosong"),
        ({"notulen": " "}, "Notulen belum lengkap"),
        ({"notulis": ""}, "Notulen belum lengkap"),
    ],
)
def test_a_record_that_cannot_be_is_refused_in_words(store: Store, what: dict[str, Any], said: str) -> None:
    with pytest.raises(UserError, match=said):
        held(store, **what)


def test_a_correction_needs_a_reason_and_keeps_the_version_before(store: Store) -> None:
    one = held(store)
    with pytest.raises(UserError, match="harus beralasan"):
        sosialisasi.record(store, KASUBBAG, UNIT, replace(one, notulen="Lain"))
    new = sosialisasi.record(store, KASUBBAG, UNIT, replace(one, notulen="Lain", alasan="Salah ketik"))
    assert new.versi == one.versi + 1


def test_whoever_comes_second_is_told(store: Store) -> None:
    one = sosialisasi.invite(store, KASUBBAG, UNIT, plan(store))
    sosialisasi.record(store, KASUBBAG, UNIT, done(one))
    with pytest.raises(UserError, match="diubah orang lain"):
        sosialisasi.record(store, SEKCAM, UNIT, done(one))


def test_a_meeting_called_off_stays_off(store: Store) -> None:
    one = sosialisasi.invite(store, KASUBBAG, UNIT, plan(store))
    with pytest.raises(UserError, match="harus beralasan"):
        sosialisasi.cancel(store, KASUBBAG, UNIT, one, " ")
    sosialisasi.cancel(store, KASUBBAG, UNIT, one, "Camat dinas luar")
    off = sosialisasi.meetings(store, UNIT, 2026)[0]
    with pytest.raises(UserError, match="sudah dibatalkan"):
        sosialisasi.record(store, KASUBBAG, UNIT, done(off))
    with pytest.raises(UserError, match="berkeadaan dibatalkan"):
        sosialisasi.cancel(store, KASUBBAG, UNIT, off, "lagi")


def test_a_day_off_and_who_had_left_office_are_flagged(store: Store) -> None:
    one = sosialisasi.invite(store, CAMAT, UNIT, plan(store, mulai=wita("2026-04-12 09.00")))
    pengaturan.end_pejabat(store, ADMIN, UNIT, "umum", date(2026, 4, 10))
    assert sosialisasi.flags(store, UNIT, one) == [
        "12 April 2026 bukan hari kerja: hari Minggu.", "SITI, S.AP. tidak menjabat Kasubbag Umum pada 12 April 2026.",
    ]  # fmt: skip


@pytest.mark.parametrize("other", [STAF, KASI, PENINJAU])
def test_only_camat_sekcam_and_kasubbag_record_anything(store: Store, other: Pengguna) -> None:
    one = held(store)
    for act in (
        lambda: sosialisasi.invite(store, other, UNIT, plan(store)),
        lambda: sosialisasi.record(store, other, UNIT, replace(one, alasan="x")),
        lambda: sosialisasi.cancel(store, other, UNIT, one, "x"),
        lambda: foto.add(store, other, UNIT, one, "a.png", png()),
        lambda: arahan.direct(store, other, UNIT, one, "x", "pem", date(2026, 5, 4)),
    ):
        with pytest.raises(AccessError, match="mencatat sosialisasi"):
            act()


def test_every_act_leaves_its_trace(store: Store) -> None:
    one = held(store)
    foto.add(store, KASUBBAG, UNIT, one, "a.png", png())
    row = direction(store, one)
    arahan.carry_out(store, KASI, UNIT, row, "Sudah")
    acts = store.read("jejak_semua").tail(5)["perbuatan"].to_list()
    assert acts == [
        "mengundang sosialisasi", "mencatat sosialisasi", "melampirkan foto", "mencatat arahan", "menyelesaikan arahan",
    ]  # fmt: skip


# ---------------------------------------------------------------- photos


@pytest.mark.parametrize(
    ("isi", "said"),
    [
        (b"%PDF-1.7 bukan foto", "bukan foto PNG atau JPEG"),
        (b"\x89PNG\r\n\x1a\nrusak", "bukan foto PNG atau JPEG"),
        (b"\xff\xd8\xff" + b"\0" * 40, "bukan foto PNG atau JPEG"),
        (b"GIF89a" + b"\0" * 40, "bukan foto PNG atau JPEG"),
        (png(10, 10), "10 x 10 piksel"),
        (png() + b"\0" * 10_000_000, "lebih besar dari 10 MB"),
    ],
)
def test_a_photo_is_judged_by_its_content(store: Store, isi: bytes, said: str) -> None:
    one = held(store)
    with pytest.raises(UserError, match=said):
        foto.add(store, KASUBBAG, UNIT, one, "rapat.jpg", isi)
    assert foto.photos(store, UNIT, one) == ()


def test_a_photo_is_archived_once_and_watched(store: Store) -> None:
    one = held(store)
    kept = foto.add(store, KASUBBAG, UNIT, one, "rapat.png", png(), "Suasana rapat")
    assert foto.content(store, kept) == png()
    with pytest.raises(UserError, match="sudah dilampirkan"):
        foto.add(store, KASUBBAG, UNIT, one, "lagi.png", png())
    assert "rapat.png" not in " ".join(jejak.check_archive(store))
    store.archived(kept.sha256, kept.tipe).write_bytes(b"lain")
    assert any("rapat.png" in said and "berubah" in said for said in jejak.check_archive(store))


def test_photos_have_an_end(store: Store) -> None:
    one = held(store)
    for n in range(foto.MAX_FOTO):
        foto.add(store, KASUBBAG, UNIT, one, f"{n}.png", png(warna=n))
    with pytest.raises(UserError, match="paling banyak 12 foto"):
        foto.add(store, KASUBBAG, UNIT, one, "lagi.png", png(warna=200))


def test_a_photo_waits_for_the_meeting(store: Store) -> None:
    one = sosialisasi.invite(store, KASUBBAG, UNIT, plan(store))
    with pytest.raises(UserError, match="sudah dilaksanakan"):
        foto.add(store, KASUBBAG, UNIT, one, "a.png", png())


# ---------------------------------------------------------------- directions


def test_a_direction_comes_back_next_quarter_until_it_is_done(store: Store) -> None:
    one = held(store)
    direction(store, one, "Perbaiki data desa")
    direction(store, one, "Tambah loket")
    assert arahan.follow_ups(store, UNIT, 2026, "TW1") == []
    assert [r["uraian"] for r in arahan.follow_ups(store, UNIT, 2026, "TW2")] == ["Perbaiki data desa", "Tambah loket"]
    arahan.carry_out(store, KASI, UNIT, arahan.given(store, UNIT, one)[0], "Data 15 desa diperbaiki")
    said = [(r["selesai"], r["catatan"]) for r in arahan.follow_ups(store, UNIT, 2026, "TW2")]
    assert said == [(True, "Data 15 desa diperbaiki"), (False, None)]
    assert [r["uraian"] for r in arahan.open_for(store, KASI, UNIT)] == ["Tambah loket"]


def test_two_quarters_later_only_what_is_open_is_left(store: Store) -> None:
    one = held(store)
    arahan.carry_out(store, KASI, UNIT, direction(store, one, "Selesai"), "Sudah")
    direction(store, one, "Terbuka")
    later = plan(store, periode="TW2", mulai=wita("2026-07-13 09.00"), tanggal_undangan=date(2026, 7, 9))
    second = done(sosialisasi.invite(store, KASUBBAG, UNIT, later), dimulai=wita("2026-07-13 09.00"),
                  selesai=wita("2026-07-13 10.00"))  # fmt: skip
    second = sosialisasi.record(store, KASUBBAG, UNIT, second)
    arahan.direct(store, CAMAT, UNIT, second, "Baru", "pem", date(2026, 8, 3))
    assert [r["uraian"] for r in arahan.follow_ups(store, UNIT, 2026, "TW3")] == ["Terbuka", "Baru"]


def test_a_direction_that_cannot_be_is_refused_in_words(store: Store) -> None:
    one = held(store)
    for uraian, pejabat, tenggat, said in (
        (" ", "pem", date(2026, 5, 4), "Arahan belum ditulis"),
        ("x", "pem", date(2026, 4, 1), "mendahului sosialisasinya"),
        ("x", "xyz", date(2026, 5, 4), "Pilih pelaksana arahan"),
    ):
        with pytest.raises(UserError, match=said):
            arahan.direct(store, CAMAT, UNIT, one, uraian, pejabat, tenggat)


def test_only_the_holder_or_who_records_closes_a_direction(store: Store) -> None:
    row = direction(store, held(store))
    with pytest.raises(AccessError, match="dikerjakan IRWAN"):
        arahan.carry_out(store, STAF, UNIT, row, "Sudah")
    with pytest.raises(UserError, match="Tulis apa yang sudah dikerjakan"):
        arahan.carry_out(store, KASI, UNIT, row, " ")
    arahan.carry_out(store, KASI, UNIT, row, "Sudah")
    with pytest.raises(UserError, match="sudah dicatat selesai"):
        arahan.carry_out(store, KASI, UNIT, row, "Sudah")
    with pytest.raises(AccessError):
        arahan.carry_out(store, KASI, UNIT, row, "Belum benar", selesai=False)
    arahan.carry_out(store, CAMAT, UNIT, row, "Belum benar", selesai=False)
    assert arahan.open_for(store, KASI, UNIT)


def test_a_late_direction_and_a_holder_who_left_are_flagged(store: Store) -> None:
    row = direction(store, held(store))
    assert arahan.flags(row, date(2026, 5, 4)) == []
    pengaturan.end_pejabat(store, ADMIN, UNIT, "pem", date(2026, 5, 1))
    now = arahan.given(store, UNIT, sosialisasi.meetings(store, UNIT, 2026)[0])[0]
    assert arahan.flags(now, date(2026, 5, 5)) == [
        "lewat tenggat 4 Mei 2026", "IRWAN, S.IP. tidak lagi menjabat sejak 1 Mei 2026",
    ]  # fmt: skip


# ---------------------------------------------------------------- the papers


@pytest.mark.parametrize(
    ("jenis", "vocabulary", "rows"),
    [
        ("undangan", naskah.Undangan, (Pihak, Kop)),
        ("daftar_hadir", naskah.DaftarHadir, (Pihak, Kop, naskah.BarisHadir)),
        ("notulen", naskah.Notulen, (Pihak, Kop, naskah.BarisArahan, naskah.FotoTercetak)),
    ],
)
def test_a_template_uses_exactly_the_fields_of_its_dataclasses(jenis: str, vocabulary: Any, rows: Any) -> None:
    template = naskah.TEMPLATES / f"{jenis}.docx"
    assert word.variables(template) == {f.name for f in fields(vocabulary)}
    opened = DocxTemplate(template)
    opened.init_docx()
    tree = word.StrictEnvironment().parse(opened.patch_xml(opened.get_xml()))
    used = {node.attr for node in tree.find_all(nodes.Getattr)} - {"index"}
    assert used == {f.name for row in rows for f in fields(row)}


def test_the_papers_say_what_was_recorded(store: Store) -> None:
    one = held(store)
    direction(store, one)
    letter, list_, notes = (
        naskah.invitation(store, UNIT, one),
        naskah.attendance(store, UNIT, one),
        naskah.minutes(store, UNIT, one),
    )
    assert letter.hari == "Senin, 13 April 2026"
    assert letter.pukul == "09.00 WITA sampai selesai"
    assert letter.camat.nama == "AMINAH, S.Sos."
    assert list_.peserta[-1] == naskah.BarisHadir("6.", "Ahmad", "Kepala Desa Inan", "Tidak hadir")
    assert notes.pukul == "09.10 sampai 10.05 WITA"
    assert notes.jumlah == "5 dari 6 orang hadir"
    assert notes.isi == ("Camat membuka rapat.", "Draf dibahas.")
    assert notes.arahan[0].keadaan == "Terbuka"
    for jenis in naskah.NAMA:
        Document(io.BytesIO(naskah.build(store, STAF, UNIT, jenis, one)))


def test_minutes_of_april_say_how_things_stood_in_april(store: Store) -> None:
    """Carried out months later; the minutes of that day still call it open, and so do those printed again."""
    one = held(store)
    arahan.carry_out(store, KASI, UNIT, direction(store, one), "Sudah")
    notes = naskah.minutes(store, UNIT, one)
    assert (notes.keadaan_per, notes.arahan[0].keadaan) == ("13 April 2026", "Terbuka")
    assert arahan.given(store, UNIT, one)[0]["selesai"]


def test_minutes_wait_for_the_meeting(store: Store) -> None:
    one = sosialisasi.invite(store, KASUBBAG, UNIT, plan(store))
    assert naskah.attendance(store, UNIT, one).jumlah == "6 orang diundang"
    with pytest.raises(UserError, match="setelah pelaksanaan"):
        naskah.build(store, STAF, UNIT, "notulen", one)
