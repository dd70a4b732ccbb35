"""Kendala and tindak lanjut of figures under their target: asked for at upload and typing, counted until the recap."""

import pytest
from layar import add_person, button, checked, screen, texts
from salinan import once
from test_page_unggah import with_file
from unggahan import STAF, TAHUN, UNIT, book, new_office, row

from lakip import rekap
from lakip.akses import Peran
from lakip.indikator import Keadaan
from lakip.narasi import kendala
from lakip.periode import PERIODE
from lakip.realisasi import Realisasi
from lakip.store import Store

PER = PERIODE["TW4"].ends(TAHUN)


@pytest.fixture
@once
def store() -> Store:
    store = new_office()
    add_person(store, UNIT, "staf", Peran.STAF, "PEM")
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    return store


def put(store: Store, kode: str, nilai: int, versi: int = 0, **texts: str) -> None:
    isi = Realisasi(kode, Keadaan.TERISI, nilai, **texts)  # type: ignore[arg-type]
    assert rekap.type_realisasi(store, STAF, UNIT, TAHUN, 1, isi, versi).simpanan


def missing(store: Store) -> dict[str, str]:
    return {one.kode: one.kata for one in kendala.untold(store, UNIT, TAHUN, 1, PER)}


def test_what_is_under_its_target_has_both_to_tell_and_what_reached_it_nothing(store: Store) -> None:
    put(store, "IK-04", 9)  # of 10
    put(store, "IK-07", 1000)  # of 1.000
    assert missing(store) == {"IK-04": "kendala dan tindak lanjut"}
    put(store, "IK-04", 9, 1, faktor_penghambat="Blangko habis")
    assert missing(store) == {"IK-04": "tindak lanjut"}
    put(store, "IK-04", 9, 2, tindak_lanjut="Memesan lebih awal")
    assert missing(store) == {}


def test_kiriman_counts_them_and_leads_to_where_they_are_typed(store: Store) -> None:
    put(store, "IK-04", 9)
    at = screen(store, "staf", "7_alur.py", tahun=TAHUN, periode="TW1", bagian="PEM")
    said = at.warning[0].value.replace("\\", "")
    assert said.startswith("1 angka di bawah target belum menyebut kendala atau tindak lanjutnya.")
    way = f"/unggah?tahun={TAHUN}&periode=TW1&bagian=PEM&cara=Ketik+satu+angka&indikator=IK-04"
    assert way in said
    assert f"[belum diisi]({way[:-5]}IK-05)" in texts(at)


def test_after_typing_one_reads_what_is_still_to_be_told_and_which_figure_comes_next(store: Store) -> None:
    at = screen(store, "staf", "1_unggah.py", tahun=TAHUN, periode="TW1", indikator="IK-04")
    assert at.selectbox("ketik_kode").value == "IK-04"
    next(t for t in at.text_input if t.label.startswith("Realisasi")).set_value("9")
    at = checked(button(at, "Simpan angka ini").click().run())
    told = at.success[0].value
    assert "Capaiannya 90,00 %, di bawah target: tulis kendala dan tindak lanjutnya" in told
    links = {link.proto.label: link.proto.query_string for link in at.get("page_link")}
    assert "indikator=IK-05" in links["Berikutnya: ketik IK-05 (3 angka lagi)"]


def test_an_upload_asks_for_them_and_saves_what_is_answered(store: Store) -> None:
    at = screen(store, "staf", "1_unggah.py", tahun=TAHUN, periode="TW2")
    at = with_file(at, book(row("IK-04", 18), row("IK-07", 1900)))
    assert "2 angka di bawah target: tulis kendala dan tindak lanjutnya, atau nanti" in texts(at)
    next(t for t in at.text_input if t.label == "Kendala IK-04").set_value("Blangko habis")
    checked(button(at, "Simpan 2 angka").click().run())
    saved = {r["indikator"]: r for r in store.read("realisasi_tahun", unit=UNIT, tahun=TAHUN).iter_rows(named=True)}
    assert saved["IK-04"]["faktor_penghambat"] == "Blangko habis"
    assert saved["IK-07"]["faktor_penghambat"] is None, "later"
