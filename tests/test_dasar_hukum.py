"""The legal base: one list, the same in every report, with what the SOP of the office names."""

import io
import re
from dataclasses import replace

import kantor_sop
import pytest
from docx import Document
from kantor_sop import ADMIN, UNIT
from naskah import PER, TANGGAL

from lakip import pengaturan
from lakip.export import laporan_triwulan, pilihan, word
from lakip.sop import dasar_hukum, langkah

PERBUP = "Peraturan Bupati Balangan Nomor 19 Tahun 2016 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah"
SINGKAT = [
    "Pemerintah 8/2006", "Pemerintah 17/2018", "Presiden 29/2014", "Menteri 53/2014", "Menteri 86/2017",
    "Menteri 88/2021", "Bupati 19/2016",
]  # fmt: skip


def brief(lines):
    """ "Bupati 19/2016" of each."""
    return [
        "{0} {2}/{3}".format(*re.match(r"Peraturan (\w+)(.*?) Nomor (\d+) Tahun (\d+)", one).groups()) for one in lines
    ]


def named_by(sop_adds=(), **office):
    store = kantor_sop.office()
    if office:
        pengaturan.set_identity(store, ADMIN, replace(pengaturan.identity(store, UNIT), **office))
    if sop_adds:
        now = langkah.current(store, UNIT)
        langkah.save(store, ADMIN, UNIT, replace(now, dasar_hukum=(*now.dasar_hukum, *sop_adds)), "Peraturan baru")
    return dasar_hukum.of(store, UNIT)


def printed(store, periode):
    """The numbered lines of the report under its legal base."""
    jenis = pilihan.of(periode)
    isi = jenis.compose(jenis.gather(store, UNIT, kantor_sop.TAHUN, periode, PER, TANGGAL), 1)
    texts = [p.text for p in Document(io.BytesIO(word.render(jenis.templat, isi))).paragraphs]
    # The section of its own, or the line that introduces it; the lists of contents are not written yet.
    start = next(
        n for n, text in enumerate(texts) if text in ("1.2 Dasar Hukum", "Dasar hukum penyusunan laporan ini adalah:")
    )
    rows = []
    for text in texts[start + 1 :]:
        if not re.match(r"\d+\.\t", text):
            break
        rows.append(text)
    return rows


def test_the_perbup_of_the_sop_stands_with_the_national_regulations_by_rank_and_year():
    found = named_by()
    assert brief(found) == SINGKAT
    assert found[-1] == PERBUP


@pytest.mark.parametrize("periode", ["TW2", "SM1", "TH"])
def test_every_report_prints_that_list_numbered(periode):
    store = kantor_sop.office()
    found = dasar_hukum.of(store, UNIT)
    lines = [f"{n}.\t{text}{'.' if n == len(found) else ';'}" for n, text in enumerate(found, 1)]
    assert printed(store, periode) == lines


def test_what_the_office_adds_to_its_sop_comes_into_the_reports():
    baru = "Peraturan Bupati Balangan Nomor 5 Tahun 2025 tentang Pedoman Evaluasi Kinerja"
    assert brief(named_by([baru])) == [*SINGKAT, "Bupati 5/2025"]
    perda = "Peraturan Daerah Kabupaten Balangan Nomor 2 Tahun 2024 tentang Perangkat Daerah"
    assert brief(named_by([perda])) == [*SINGKAT[:-1], "Daerah 2/2024", SINGKAT[-1]]


@pytest.mark.parametrize(
    "again",
    [
        "Peraturan Menteri PAN-RB No. 88 Tahun 2021 tentang Evaluasi AKIP",
        "PermenPANRB Nomor 88 Tahun 2021",
        "Permendagri Nomor 86 Tahun 2017",
        "Peraturan Menteri Dalam Negeri Republik Indonesia Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan",
        "PP No. 17 Tahun 2018 tentang Kecamatan.",
        "Perpres 29 Tahun 2014 tentang SAKIP",
        "Perbup Nomor 19 Tahun 2016",
    ],
)
def test_a_regulation_is_named_once_however_the_sop_writes_it(again):
    assert brief(named_by([again])) == SINGKAT


def test_the_same_number_of_another_minister_is_another_regulation():
    other = "Peraturan Menteri Keuangan Nomor 86 Tahun 2017 tentang Contoh"
    assert len(named_by([other])) == len(SINGKAT) + 1


def test_another_kabupaten_does_not_borrow_the_perbup_of_this_one():
    assert brief(named_by(kabupaten="Kabupaten Tapin")) == SINGKAT[:-1]
    own = "Peraturan Bupati Nomor 7 Tahun 2020 tentang SAKIP"
    assert named_by([own], kabupaten="Kabupaten Tapin")[-1] == "Peraturan Bupati Tapin Nomor 7 Tahun 2020 tentang SAKIP"


def test_a_potret_of_before_the_list_was_kept_prints_the_national_ones():
    bahan = laporan_triwulan.KIND.gather(kantor_sop.office(), UNIT, kantor_sop.TAHUN, "TW2", PER, TANGGAL)
    assert laporan_triwulan.compose(bahan, 1).dasar_hukum[-1] == PERBUP
    assert laporan_triwulan.compose(replace(bahan, dasar_hukum=()), 1).dasar_hukum == dasar_hukum.NASIONAL
