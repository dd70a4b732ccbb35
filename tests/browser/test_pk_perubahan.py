"""A PK perubahan through the real screens: TW I and II are judged by the old target, TW III and IV by the new."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from peramban import serve, sign_in
from playwright.sync_api import Browser, Page, expect

from lakip import akses, akun, kiriman, pengaturan, rekap, rencana
from lakip.akses import Peran
from lakip.indikator import Keadaan, Metode, Rumus
from lakip.realisasi import Realisasi
from lakip.rencana import Indikator, PkVersion, Rencana, Sasaran, Target
from lakip.store import Store

pytestmark = pytest.mark.browser

UNIT, TAHUN, SANDI = "63.11.07", 2025, "sandi-panjang"
DOK = Indikator("IK-01", "Jumlah dokumen terbit", "YAN", "dokumen", Metode.JUMLAH, Rumus.POSITIF, TAHUN, desimal=0,
                sasaran="S1")  # fmt: skip
SEPULUH = Decimal(10)
REALISASI = {1: 9, 2: 12, 3: 15, 4: 20}


def small_office(folder: Path) -> None:
    """One indikator with a target of 10 a quarter; all four reported, TW I and II dibenarkan."""
    store, by = Store(folder), akses.system(UNIT)
    pengaturan.set_up_office(store, by, pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [])
    akun.add(store, None, "admin", "Admin", SANDI, UNIT, Peran.ADMIN, mulai=date(2020, 1, 1))
    akun.add(
        store, by, "kasubbag", "Kasubbag", SANDI, UNIT, Peran.KASUBBAG, "REN", mulai=date(2020, 1, 1), sementara=False
    )
    akun.add(store, by, "kasi", "Kasi", SANDI, UNIT, Peran.KASI, "YAN", mulai=date(2020, 1, 1), sementara=False)
    target = Target("IK-01", (SEPULUH,) * 4, Decimal(40))
    plan = Rencana(PkVersion(None, "1/PK"), (target,), (DOK,), (Sasaran("S1", "Pelayanan", "camat", TAHUN),))
    rencana.save(store, by, UNIT, TAHUN, plan)
    kasi, kasubbag = akun.find(store, "kasi"), akun.find(store, "kasubbag")
    for triwulan, nilai in REALISASI.items():
        typed = [Realisasi("IK-01", Keadaan.TERISI, Decimal(nilai))]
        expected = rekap.acuan(store, UNIT, TAHUN, triwulan)
        rekap.save_realisasi(store, kasi, UNIT, TAHUN, triwulan, rekap.changes(expected, triwulan, typed))
        if triwulan < 3:
            kiriman.confirm(store, kasubbag, UNIT, "YAN", TAHUN, triwulan)
    store.close()


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The Kasubbag at the form of the indikator."""
    folder = tmp_path_factory.mktemp("data")
    small_office(folder)
    with serve(folder) as address:
        window = chromium.new_context(base_url=address, viewport={"width": 1366, "height": 768}, locale="id-ID")
        window.set_default_timeout(30_000)
        yield sign_in(window, "kasubbag", SANDI, f"/acuan?tahun={TAHUN}&tab=Ubah")
        window.close()


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_label(label, exact=True).click()
    page.get_by_role("option", name=option, exact=option.startswith("TW")).click()


def type_in(page: Page, **typed: str) -> None:
    for label, value in typed.items():
        page.get_by_label(label.replace("_", " "), exact=True).fill(value)


def settle(page: Page) -> None:
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')


def read_card(page: Page, triwulan: int) -> str:
    """What the card of the indikator says of one quarter: target, realisasi and capaian."""
    page.goto(f"/kartu?indikator=IK-01&tahun={TAHUN}&periode=TW{triwulan}")
    figures = page.get_by_test_id("stMetric")
    expect(figures).to_have_count(3)
    return " | ".join(figures.nth(n).get_by_test_id("stMetricValue").inner_text() for n in range(3))


def test_a_perubahan_counts_from_its_quarter_on(page: Page) -> None:
    choose(page, "Target menurut", "PK perubahan baru")
    type_in(page, Target_tahunan="60", TW_III="20", TW_IV="20")  # not waiting for the form of this PK
    type_in(page, Nomor_PK="2/PK", Alasan_perubahan="APBD Perubahan")
    choose(page, "Berlaku mulai", "TW I")  # before the figures that the Kasi confirmed
    page.get_by_label("TW I", exact=True).fill("20")
    page.get_by_label("Target tahunan", exact=True).fill("70")
    choose(page, "Dasar perubahan (PermenPAN-RB 53/2014)", "Perubahan strategi")
    page.get_by_role("button", name="Simpan indikator ini").click()
    refused = page.get_by_text("sebelum angka yang sudah dibenarkan")
    expect(refused).to_contain_text("Mulailah PK perubahan pada TW III")
    settle(page)

    page.get_by_label("TW I", exact=True).fill("10")
    page.get_by_label("Target tahunan", exact=True).fill("60")
    choose(page, "Berlaku mulai", "TW III")
    page.get_by_role("button", name="Simpan indikator ini").click()
    expect(page.get_by_text("IK-01 tersimpan untuk tahun 2025.")).to_be_visible()

    assert [read_card(page, triwulan) for triwulan in (1, 2, 3, 4)] == [
        "10 | 9 | 90,00 %",
        "10 | 12 | 120,00 %",
        "20 | 15 | 75,00 %",
        "20 | 20 | 100,00 %",
    ]
    expect(page.get_by_text("murni\u00a0(versi\u00a01)")).to_have_count(2)
    expect(page.get_by_text("perubahan\u00a0(versi\u00a02)")).to_have_count(2)
