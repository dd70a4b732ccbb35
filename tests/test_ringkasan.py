"""The summary of a periode: one page, a message and dates that say what the dashboard says, kept with the periode."""

import io
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import templat_uji
from contoh_siap import fresh, loaded
from docx import Document
from docx.oxml.ns import qn
from icalendar import Calendar
from layar import add_person
from salinan import once
from unggahan import CAMAT, TAHUN, new_office, person
from unggahan import UNIT as KECIL

from lakip import alur, dasbor
from lakip.akses import Peran, system
from lakip.alur import Keadaan
from lakip.contoh.isi import UNIT
from lakip.errors import AccessError, UserError
from lakip.export import pdf, periksa_dokumen, ringkasan, word
from lakip.export.ringkasan import SEBAB, isi, kerja, pesan
from lakip.grafik.bilah import bilah
from lakip.periode import local, now
from lakip.store import Store
from lakip.sumber import polos
from lakip.utuh import periksa

SISTEM = system(UNIT)
KINI = now()
HARI = local(KINI).date()


@pytest.fixture(scope="module")
def said() -> isi.Ringkasan:
    return isi.draft(loaded()[0], UNIT, 2026, "TW3", KINI)


@pytest.fixture(scope="module")
def printed() -> str:
    """Every word of the .docx in its order, a line for each paragraph."""
    body = Document(io.BytesIO(isi.KIND.look(loaded()[0], UNIT, 2026, kode="TW3", kini=KINI))).element.body
    lines = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p")))
    return "\n".join(lines).replace("\u00a0", " ")


def test_the_template_asks_for_what_the_summary_gives() -> None:
    assert word.variables(isi.TEMPLATE) == {f.name for f in fields(isi.Ringkasan)}
    assert templat_uji.is_shipped("ringkasan")


def test_the_summary_of_tw_iii_2026_says_what_the_dashboard_says(printed: str) -> None:
    store = loaded()[0]
    board = dasbor.read(store, UNIT, 2026, "TW3", HARI)
    assert "RINGKASAN KINERJA TRIWULAN III TAHUN 2026" in printed
    assert board.putusan.kalimat in printed
    for tile in (board.ubin.rata, board.ubin.indikator, board.ubin.anggaran, board.ubin.kiriman):
        assert {tile.judul, tile.keterangan} <= {*printed.splitlines()}
        assert tile.angka in printed
    lines = printed.splitlines()
    for row in board.utama:
        at = lines.index(row.pendek)
        assert lines[at + 1 : at + 5] == [row.realisasi, row.target, "", f"{row.tanda.ikon} {row.kata}"]  # "": its bar
    for matter in board.perhatian[: isi.PALING_HAL]:
        assert matter.apa in printed
    awaited = [t for t in dasbor.keputusan(store, SISTEM, board, HARI).tertahan if t.periode == "TW3"]
    assert awaited
    assert all(f"– {t.pemegang}: {t.apa}" in lines for t in awaited)


def test_a_bar_ends_at_its_capaian_and_has_the_mark_of_its_target(said: isi.Ringkasan) -> None:
    board = dasbor.read(loaded()[0], UNIT, 2026, "TW3", HARI)
    drawn = [bool(row.bilah) for row in said.baris if row.nama]
    assert drawn == [row.capaian_persen is not None for row in board.utama]
    assert layers(Decimal("88.72")) == [120, 88.72, 100]
    assert layers(Decimal(200)) == [120, 120, 100]


def layers(capaian: Decimal) -> list[float]:
    """Ground, bar and mark."""
    spec = bilah(capaian, dinilai=True, meleset=capaian < 100).to_dict()
    return [spec["datasets"][layer["data"]["name"]][0]["nilai"] for layer in spec["layer"]]


def test_the_message_says_the_same_in_the_marks_of_whatsapp(said: isi.Ringkasan) -> None:
    text = pesan.of(said)
    assert text.startswith("_DATA CONTOH_\n\n*RINGKASAN KINERJA TRIWULAN III TAHUN 2026*\nKECAMATAN PARINGIN SELATAN\n")
    assert f"*{said.putusan}* {said.lanjutan}" in text
    assert all(f"- {k.judul}: {polos(k.angka)}" in text for k in said.kotak)
    assert all(f"{h.nomor} {h.apa}. " in text for h in said.hal)
    assert "*Ditunggu*\n- Kasubbag: " in text
    assert "*Tanggal*" not in text  # none is to come: no head without a line
    assert polos(text) == text


def test_a_miss_has_its_cause_and_its_step(said: isi.Ringkasan) -> None:
    miss = next(h for h in said.hal if h.apa.startswith("Gangguan"))
    assert "Empat kejadian pada acara hiburan malam." in miss.mengapa
    assert "membatasi jam hiburan malam" in miss.mengapa


def test_a_year_without_indikator_has_none() -> None:
    with pytest.raises(UserError, match="belum mempunyai indikator"):
        isi.draft(loaded()[0], UNIT, 2019, "TW1", KINI)


@pytest.mark.documents
@pytest.mark.skipif(not pdf.available(), reason="LibreOffice tidak terpasang")
def test_it_is_one_a4_page_a_picture_and_kept_with_the_periode(tmp_path: Path) -> None:
    store = fresh(tmp_path)
    one = ringkasan.make(store, SISTEM, UNIT, 2026, "TW3")
    assert ringkasan.listed(store, UNIT, 2026, "TW3") == (one,)
    assert (one.nomor, one.sebab, one.oleh_nama) == (1, ringkasan.DIMINTA, "sistem")
    kept = {s: store.original(getattr(one, s) or "", f".{s}") for s in ("docx", "pdf", "png", "ics")}
    assert None not in kept.values()
    assert pdf.count(kept["pdf"] or b"") == 1
    width = int.from_bytes((kept["png"] or b"")[16:20], "big")
    assert abs(width - 1240) <= 1  # an A4 page at 150 dots an inch
    names = [str(e["summary"]) for e in Calendar.from_ical(kept["ics"] or b"").walk("VEVENT")]
    assert "Batas kirim data Triwulan III Tahun 2026" in names
    assert periksa_dokumen.check(store, SISTEM, UNIT, kept["docx"] or b"").utuh
    found = periksa.check(store)
    assert (found.temuan, found.catatan) == ((), ())
    store.close()


@pytest.fixture
@once
def office() -> Store:
    store = new_office()
    for peran in (Peran.KASUBBAG, Peran.SEKCAM, Peran.CAMAT):
        add_person(store, KECIL, peran.value, peran)
    return store


def test_each_step_that_concerns_others_is_summed_up_without_libreoffice_too(
    office: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alur, "SESUDAH", [])
    monkeypatch.setattr(alur.jalan, "SESUDAH", alur.SESUDAH)
    kerja.begin()
    kasubbag, sekcam = person("kasubbag", Peran.KASUBBAG), person("sekcam", Peran.SEKCAM)
    about = (KECIL, TAHUN, "TW1")
    alur.move(office, kasubbag, "buka", *about, nomor=0, per=date(2026, 4, 1))
    kerja.find(office, *about).result(60)  # type: ignore[union-attr]
    row = {"unit": KECIL, "tahun": TAHUN, "periode": "TW1", "nomor": 2, "keadaan": Keadaan.DRAF.value}
    with office.transaction() as tx:
        tx.insert("alur", [row | {"oleh": "kasubbag", "pada": now()}])
    alur.move(office, sekcam, "kembalikan", *about, nomor=2, per=date(2026, 4, 1), catatan="Kendala belum ada.")
    kerja.find(office, *about).result(60)  # type: ignore[union-attr]
    kept = ringkasan.listed(office, *about)
    assert [(k.nomor, k.sebab, k.alur) for k in kept] == [(2, "kembalikan", 3), (1, "buka", 1)]
    assert {k.pdf for k in kept} == {k.png for k in kept} == {None}
    assert "Triwulan I dibuka" in kept[0].pesan
    assert {*alur.LANGKAH} - {*SEBAB} == {"rekap", "ajukan", "periksa", "sosialisasikan"}


def test_who_may_not_make_reports_makes_no_summary_and_no_periode_without_a_run_has_one(office: Store) -> None:
    with pytest.raises(AccessError):
        ringkasan.make(office, person("admin", Peran.ADMIN), KECIL, TAHUN, "TW1")
    with pytest.raises(UserError, match="tidak termasuk"):
        ringkasan.make(office, CAMAT, KECIL, TAHUN, "SD1")
