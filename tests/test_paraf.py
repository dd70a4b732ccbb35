"""Who signs a report does not also paraf it."""

import io
from datetime import date

import kantor_sop
import pytest
from docx import Document
from kantor_sop import ADMIN, UNIT
from naskah import PER, TANGGAL
from salinan import once

from lakip import pengaturan
from lakip.akses import Peran
from lakip.export import pilihan, word
from lakip.pengaturan import Pejabat

SEKCAM, KASUBBAG = ("Sekretaris Kecamatan", "DAHLIA, S.STP."), ("Kasubbag Perencanaan", "RUDI, S.E.")


@once
def office(nama, nip):
    """The Camat is away for a week; somebody of the office signs for her."""
    store = kantor_sop.office()
    absent = Pejabat("Camat Paringin Selatan", Peran.CAMAT, nama, nip, status="plh", mulai=TANGGAL, selesai=date(2026, 7, 12))  # fmt: skip
    pengaturan.add_pejabat(store, ADMIN, UNIT, absent)
    return store


def composed(store, periode):
    jenis = pilihan.of(periode)
    return jenis.compose(jenis.gather(store, UNIT, kantor_sop.TAHUN, periode, PER, TANGGAL), 1)


def initialled(isi):
    return [(row.jabatan, row.nama) for row in isi.paraf]


@pytest.mark.parametrize("periode", ["TW2", "SM1", "TH"])
def test_the_camat_signs_and_two_paraf_before(periode):
    isi = composed(kantor_sop.office(), periode)
    assert (isi.ttd_nama, initialled(isi)) == ("AMINAH, S.Sos.", [SEKCAM, KASUBBAG])


@pytest.mark.parametrize("periode", ["TW2", "SM1", "TH"])
def test_a_sekcam_who_signs_for_the_camat_has_no_paraf(periode):
    isi = composed(office("DAHLIA, S.STP.", "1"), periode)
    assert (isi.ttd_jabatan, isi.ttd_nama) == ("Plh. CAMAT PARINGIN SELATAN,", "DAHLIA, S.STP.")
    assert initialled(isi) == [KASUBBAG]


@pytest.mark.parametrize(
    ("nama", "nip", "left"),
    [
        ("Rudi, S.E.", "2", [SEKCAM]),  # the same person, written otherwise
        ("RUDI, S.E.", None, [SEKCAM]),
        ("RUDI, S.E.", "99", [SEKCAM, KASUBBAG]),  # one of the same name
        ("ORANG LAIN, S.H.", "7", [SEKCAM, KASUBBAG]),
    ],
)
def test_the_nip_tells_who_is_the_same_and_the_name_where_there_is_none(nama, nip, left):
    assert initialled(composed(office(nama, nip), "TW2")) == left


def test_where_nobody_is_left_to_paraf_there_is_no_table_of_them():
    isi = composed(kantor_sop.office(), "TW2")
    heads = []
    for paraf in (isi.paraf, ()):
        made = word.render(pilihan.of("TW2").templat, {**vars(isi), "paraf": paraf})
        tables = Document(io.BytesIO(made)).element.body.xml
        heads.append(tables.count("Paraf hierarki"))
    assert heads == [1, 0]
