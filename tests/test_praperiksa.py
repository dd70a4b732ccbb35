"""The check before a report is final: each requirement met, missing or not to be told, with where it is mended."""

import io
from datetime import date
from pathlib import Path

import naskah
import openpyxl
import pytest
from contoh_siap import loaded

from lakip import praperiksa
from lakip.contoh.isi import UNIT
from lakip.errors import UserError
from lakip.export import praperiksa_excel
from lakip.praperiksa import SYARAT, Hasil
from lakip.ui import halaman

PAGES = Path(__file__).resolve().parents[1] / "pages"


def check(periode="TW2", store=None, tahun=naskah.TAHUN, per=naskah.PER):
    found = praperiksa.check(store or naskah.kept(), naskah.UNIT, tahun, periode, per)
    return {b.syarat.kode: b for b in found}


def test_every_requirement_has_a_code_of_its_own_and_a_source():
    assert len({s.kode for s in SYARAT}) == len(SYARAT)
    assert all(s.sumber.startswith(("PermenPAN-RB 53/2014", "LKE")) for s in SYARAT)


def test_what_is_missing_is_named_with_the_page_that_mends_it():
    found = check()
    assert found["I.3"].hasil is Hasil.KURANG
    assert "IK-06" in found["I.3"].bukti
    assert found["II.5"].bukti == "Belum dibenarkan pejabat penanggung jawabnya: IK-09."
    assert found["II.5"].jawaban.halaman == "7_alur.py"
    assert "IK-02" in found["I.5"].bukti  # below its target, and nobody wrote what is done about it
    assert "IK-05" not in found["I.5"].bukti  # has its tindak lanjut
    assert found["I.4"].bukti.startswith("Belum terdaftar: ")


def test_what_is_there_is_met_with_its_evidence():
    found = check()
    assert found["III.1"].hasil is Hasil.TERPENUHI
    assert "000.8/01/PS/2026" in found["III.1"].bukti
    assert found["I.2"].hasil is Hasil.TERPENUHI


def test_what_no_record_can_tell_is_left_to_a_person():
    assert {check()[kode].hasil for kode in ("II.1", "II.7", "III.8")} == {Hasil.TIDAK_DAPAT}


def test_a_requirement_of_the_year_is_not_asked_of_a_quarter():
    assert "A.3" not in check("TW2")
    assert "A.3" in check("TH")
    assert "BKUR003.2" in check("SM1")
    assert "BKUR003.2" not in check("TH")


def test_the_example_year_meets_what_its_record_holds():
    store, _ = loaded()
    found = {b.syarat.kode: b for b in praperiksa.check(store, UNIT, 2025, "TH", date(2026, 1, 20))}
    for kode in ("I.2", "I.3", "I.5", "I.6", "II.3", "II.5", "A.1", "A.3", "A.5", "A.6", "A.7"):
        assert found[kode].hasil is Hasil.TERPENUHI, found[kode].bukti
    assert found["III.4"].hasil is Hasil.KURANG
    assert found["III.4"].jawaban.halaman == "selisih.py"
    assert "Sudah disahkan" in found["W"].bukti
    later = {b.syarat.kode: b for b in praperiksa.check(store, UNIT, 2026, "TH", date(2027, 1, 20))}
    assert "tersisa 39 hari" in later["W"].bukti


def test_each_page_that_mends_is_a_page_of_the_menu():
    known = {h.berkas for h in halaman.HALAMAN}
    store, _ = loaded()
    for periode in praperiksa.PERIODE_LAPORAN:
        for one in praperiksa.check(store, UNIT, 2026, periode, date(2026, 10, 31)):
            assert one.hasil is not Hasil.KURANG or one.jawaban.halaman in known, one
            assert one.bukti.endswith((".", ")", "]", "prasarana")), one


def test_unknown_periode_and_a_year_without_plan_are_said():
    with pytest.raises(UserError, match="SD3"):
        check("SD3")
    with pytest.raises(UserError, match="2019"):
        check("TH", tahun=2019)


def test_the_workbook_holds_every_requirement_with_room_for_a_note():
    store = naskah.office()
    content = praperiksa_excel.build(store, naskah.PENINJAU, naskah.UNIT, naskah.TAHUN, "TW2", naskah.PER)
    rows = list(openpyxl.load_workbook(io.BytesIO(content))["Pra-periksa"].iter_rows(values_only=True))
    assert {row[0] for row in rows} >= set(check())
    assert any("terpenuhi," in str(row[0]) for row in rows)
