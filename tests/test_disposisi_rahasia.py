"""A disposisi with sifat Rahasia: the register counts it, its content is for its chain, Camat and Sekcam."""

import io
from datetime import date, timedelta
from typing import Any

import pytest
from kantor_sop import CAMAT, KASI, KASUBBAG, PENINJAU, SEKCAM, STAF, UNIT, office, who
from openpyxl import load_workbook
from salinan import once
from test_disposisi import order

from lakip import jejak, jejak_kata, tugas
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.export import disposisi as lembar
from lakip.export import log_sop
from lakip.periode import now, today
from lakip.sop import disposisi
from lakip.store import Store

HAL, INSTRUKSI, HASIL = "Pemeriksaan seorang pegawai", "Panggil yang bersangkutan", "Sudah diperiksa"
KASUBBAG_UMUM, LURAH = who("siti", Peran.KASUBBAG, "UMUM"), who("lurah", Peran.KASI, "BATU")
STAF_LAIN, TATA_USAHA = who("bayu", Peran.STAF, "REN"), who("tu", Peran.ADMIN)
ORANG_LAIN = Pengguna("jauh", "Jauh", (Tugas(Peran.CAMAT, "63.11.99"),))
BERHAK = (CAMAT, SEKCAM, KASUBBAG, STAF)
TIDAK = (KASI, KASUBBAG_UMUM, LURAH, STAF_LAIN, TATA_USAHA, PENINJAU)


def secret(store: Store, **more: Any) -> Any:
    return order(store, sifat="rahasia", hal=HAL, instruksi=INSTRUKSI, **more)


@pytest.fixture
@once
def store() -> Store:
    """From the Camat to the Sekcam, on to the Kasubbag, on to his staf; the Sekcam's part is done."""
    store = office()
    first = disposisi.issue(store, CAMAT, UNIT, secret(store))
    disposisi.receive(store, SEKCAM, UNIT, *first)
    second = disposisi.issue(store, SEKCAM, UNIT, secret(store, dari="sekcam", kepada_pejabat="ren"), first)
    disposisi.finish(store, SEKCAM, UNIT, *first, HASIL)
    disposisi.receive(store, KASUBBAG, UNIT, *second)
    to_staf = secret(store, dari="ren", kepada_pejabat=None, kepada_akun="staf")
    disposisi.issue(store, KASUBBAG, UNIT, to_staf, second)
    return store


def everything(store: Store, pengguna: Pengguna) -> str:
    """All that the register, its chain and its workbook tell somebody."""
    rows = disposisi.listed(store, pengguna, UNIT, 2026)
    legs = [leg for row in rows for leg in disposisi.chain(store, pengguna, UNIT, row)]
    book = load_workbook(io.BytesIO(lembar.register(store, pengguna, UNIT, 2026, today()))).active
    assert book is not None
    cells = [cell for line in book.iter_rows(values_only=True) for cell in line]
    return " ".join(map(str, [*rows, *legs, disposisi.one(store, pengguna, UNIT, 2026, 1), *cells]))


@pytest.mark.parametrize("pengguna", BERHAK, ids=lambda p: p.akun)
def test_who_gave_it_whom_it_addresses_and_its_chain_read_it_all(store: Store, pengguna: Pengguna) -> None:
    said = everything(store, pengguna)
    assert all(words in said for words in (HAL, INSTRUKSI, HASIL))
    assert lembar.draft(store, pengguna, UNIT, 2026, 3).hal == HAL


@pytest.mark.parametrize("pengguna", TIDAK, ids=lambda p: p.akun)
def test_everybody_else_sees_that_there_are_three_and_nothing_of_what_they_say(
    store: Store, pengguna: Pengguna
) -> None:
    said = everything(store, pengguna)
    assert not any(words in said for words in (HAL, INSTRUKSI, HASIL))
    rows = disposisi.listed(store, pengguna, UNIT, 2026)
    assert [(r["nomor"], r["hal"], r["tertutup"]) for r in rows] == [(n, "(Rahasia)", True) for n in (3, 2, 1)]
    with pytest.raises(AccessError, match=r"001/2026 bersifat Rahasia\. Isinya hanya dibuka untuk"):
        lembar.build(store, pengguna, UNIT, 2026, 1)


def test_a_camat_of_another_office_reads_nothing_here(store: Store) -> None:
    with pytest.raises(AccessError):
        lembar.build(store, ORANG_LAIN, UNIT, 2026, 1)
    assert all(r["tertutup"] for r in disposisi.listed(store, ORANG_LAIN, UNIT, 2026))


def test_an_ordinary_one_is_open_to_the_office_as_before(store: Store) -> None:
    key = disposisi.issue(store, CAMAT, UNIT, order(store))
    assert disposisi.one(store, KASI, UNIT, *key)["hal"] == "Pengumpulan data kinerja TW I"


def test_what_hands_a_secret_on_is_secret_too(store: Store) -> None:
    disposisi.receive(store, STAF, UNIT, 2026, 3)
    first = disposisi.issue(store, CAMAT, UNIT, secret(store, kepada_pejabat="ren"))
    disposisi.receive(store, KASUBBAG, UNIT, *first)
    with pytest.raises(UserError, match=r"jadi penerusannya juga\. Pilih sifat Rahasia"):
        disposisi.issue(store, KASUBBAG, UNIT, order(store, dari="ren", kepada_pejabat="pem"), first)


def test_the_trail_neither_tells_it_nor_finds_it_by_its_words(store: Store) -> None:
    def found(kata: str) -> list[dict[str, Any]]:
        return jejak.search(store, UNIT, kata, today() - timedelta(days=400), today()).to_dicts()

    assert [found(kata) for kata in (HAL, INSTRUKSI, HASIL)] == [[], [], []]
    acts = [r for r in found("disposisi") if "/disposisi/" in r["objek"]]
    assert len(acts) == 6
    told = " ".join(line for r in acts for line in jejak_kata.tell(r["rincian"], objek=r["objek"]))
    assert told == " ".join(["sifat: rahasia"] * 6)
    kept = " ".join(store.read("jejak_semua")["rincian"])
    assert not any(words in kept for words in (HAL, INSTRUKSI, HASIL)), "nor is it written there"


def test_the_log_of_the_sop_counts_it_without_its_subject(store: Store) -> None:
    rows = log_sop.draft(store, UNIT, 2026, "TW1", now()).disposisi
    assert [r.hal for r in rows] == ["(Rahasia)"] * 3


def test_it_waits_among_the_tasks_of_whom_it_addresses_only(store: Store) -> None:
    def waits(pengguna: Pengguna) -> list[str]:
        return [t.apa for t in tugas.mine(store, pengguna, UNIT, date(2026, 4, 10)) if "Disposisi" in t.apa]

    assert waits(STAF) == [f"Disposisi 003/2026: {HAL}"]
    assert waits(STAF_LAIN) == waits(KASUBBAG_UMUM) == []
