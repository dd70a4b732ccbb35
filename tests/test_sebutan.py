"""Short names: made from the one name that the record has, never longer than a row has room for."""

import pytest
from contoh_siap import loaded

from lakip import pengaturan, sebutan
from lakip.contoh.isi import UNIT


@pytest.mark.parametrize(
    ("nama", "pendek"),
    [
        ("Indeks Kepuasan Masyarakat", "Indeks Kepuasan Masyarakat"),
        ("Persentase pengaduan masyarakat yang diselesaikan", "Pengaduan masyarakat diselesaikan"),
        ("Persentase desa yang menyelesaikan tahapan APBDes tepat waktu", "Tahapan APBDes tepat waktu"),
        ("Jumlah desa berstatus mandiri", "Desa berstatus mandiri"),
        ("Persentase kehadiran undangan Musrenbang kecamatan", "Kehadiran undangan Musrenbang"),
        ("Jumlah gangguan ketenteraman dan ketertiban umum", "Gangguan ketenteraman dan ketertiban"),
        ("Persentase desa yang aktif", "Desa yang aktif"),
        ("Persentase", "Persentase"),
        (
            "Persentase sarana dan prasarana kelurahan serta kecamatan yang dipelihara",
            "Sarana dan prasarana kelurahan …",
        ),
    ],
)
def test_an_indikator_is_called_by_what_it_counts(nama: str, pendek: str) -> None:
    assert sebutan.indikator(nama) == pendek


def test_a_bagian_is_called_by_its_first_word_of_work() -> None:
    names = {b.bagian: sebutan.bagian(b.nama) for b in pengaturan.bagian(loaded()[0], UNIT)}
    assert names["REN"] == "Perencanaan"
    assert names["UMUM"] == "Umum"
    assert names["BATU"] == "Kel. Batu Piring"


def test_every_name_of_the_example_fits_and_stays_itself() -> None:
    rows = loaded()[0].read("indikator_tahun", unit=UNIT, tahun=2026).to_dicts()
    short = [sebutan.indikator(r["nama"]) for r in rows]
    assert max(map(len, short)) <= sebutan.PANJANG
    assert len(set(short)) == len(short), "no two are called the same"
