"""Two published tables in workbook form through the real screens: one confirmation each, the second quarter of a shape
with one click, and every figure in the record with its cell.

Both shapes come with the program; that an office's own is remembered is tested beside, in test_buku_kantor.py.
"""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import ciputat
import pytest
import tapin
from peramban import serve, sign_in
from playwright.sync_api import Browser, Page, expect
from test_unggah_anggaran import SUBS, office

from lakip import akses, akun
from lakip.akses import Peran
from lakip.store import Store

pytestmark = pytest.mark.browser

SANDI = "sandi-panjang"
IKU = "Pengukuran kinerja triwulan, dengan pembilang dan penyebut"
ESAKIP = "Realisasi kinerja pada triwulan (e-SAKIP)"


@contextmanager
def seat(chromium: Browser, store: Store, unit: str, kantor: str, path: str) -> Iterator[Page]:
    """The Kasubbag of an office, signed in. `store` is closed for the server, which has stopped afterwards."""
    since = date(2020, 1, 1)
    akun.add(store, None, "admin", "Admin", SANDI, unit, Peran.ADMIN, mulai=since)
    akun.add(
        store,
        akses.system(unit),
        "kasubbag",
        "Kasubbag",
        SANDI,
        unit,
        Peran.KASUBBAG,
        "REN",
        mulai=since,
        sementara=False,
    )
    store.close()
    with serve(store.folder) as alamat:
        window = chromium.new_context(base_url=alamat, viewport={"width": 1366, "height": 768}, locale="id-ID")
        window.set_default_timeout(30_000)
        yield sign_in(window, "kasubbag", SANDI, path, kantor)
        window.close()


def confirm(page: Page, bentuk: str) -> None:
    """The one click that says how the table was read: a shape that is known, and no column is asked about."""
    expect(page.get_by_text(f"Dikenali sebagai bentuk baku: {bentuk}", exact=False)).to_be_visible()
    expect(page.get_by_text("Periksa dahulu cara tabelnya dibaca")).to_be_visible()
    expect(page.get_by_text("ditanyakan", exact=True)).to_have_count(0)
    page.get_by_text("Bacaan ini benar", exact=True).click()
    expect(page.get_by_text("Periksa dahulu cara tabelnya dibaca")).to_have_count(0)


def asked(page: Page, banyak: int) -> None:
    """So many cells, and no more, wait for an answer beside that one click."""
    expect(page.get_by_label("Betulkan di sini isi sel")).to_have_count(banyak)


def save(page: Page, banyak: int, said: str) -> None:
    page.get_by_role("button", name=f"Simpan {banyak} angka").click()
    expect(page.get_by_text(said, exact=False).first).to_be_visible()


def upload(page: Page, label: str, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    box = page.get_by_test_id("stFileUploader").filter(has_text=label)
    box.locator("input[type=file]").set_input_files(path)


# ---------------------------------------------------------------- figures to date, as text, some of them pairs


def test_both_quarters_of_an_iku_record_are_recorded_each_with_its_cell(chromium: Browser, tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    tapin.set_up(store)
    file = tmp_path / "pengukuran_kinerja_triwulan_2026.xlsx"
    where = f"/unggah?tahun={tapin.TAHUN}&periode="
    with seat(chromium, store, tapin.UNIT, tapin.KANTOR.nama, f"{where}TW1") as page:
        upload(page, "Berkas realisasi", file, tapin.workbook())
        confirm(page, IKU)
        asked(page, 0)
        save(page, 17, "17 realisasi Triwulan I Tahun 2026 tersimpan")

        page.goto(f"{where}TW2")
        upload(page, "Berkas realisasi", file, tapin.workbook())
        confirm(page, IKU)
        asked(page, 2)
        for cell in ("G14", "G15"):  # printed without pembilang, beside a penyebut of 2: missing is not zero
            page.get_by_label(f"Betulkan di sini isi sel {cell}").fill("0")
            page.get_by_label(f"Betulkan di sini isi sel {cell}").press("Enter")
        save(page, 17, "17 realisasi Triwulan II Tahun 2026 tersimpan")

        page.goto(f"/kartu?indikator=2.1.4.1&tahun={tapin.TAHUN}&periode=TW2")
        expect(page.get_by_text("lembar “TW II”, sel G16", exact=False).first).to_be_visible()
    with closing(Store(tmp_path / "data")) as record:
        rows = record.read("realisasi_tahun", unit=tapin.UNIT, tahun=tapin.TAHUN).to_dicts()
    found = {(r["indikator"], r["triwulan"]): r for r in rows}
    assert len(rows) == len(found) == 2 * 17
    assert found["1.4.1.2", 1]["dibetulkan"] is None
    assert json.loads(found["1.4.1.2", 2]["dibetulkan"]) == {"TW II!G14": "", "TW II!G15": ""}, "nothing was printed"
    for number, (kode, _, _, _, *quarters) in enumerate(tapin.BARIS):
        for triwulan, printed in enumerate(quarters, start=1):
            row, (realisasi, *pair) = found[kode, triwulan], printed.replace("-", "0").split()
            figures = (None, *map(Decimal, pair)) if pair else (Decimal(realisasi.replace(",", ".")), None, None)
            assert (row["nilai"], row["pembilang"], row["penyebut"]) == figures, (kode, triwulan)
            assert row["lembar"] == f"TW {'I' * triwulan}"
            assert row["sel"] == f"{'G' if pair else 'F'}{tapin.FIRST + number}"
            assert (row["nama_berkas"], row["keadaan"]) == (file.name, "terisi")


# ---------------------------------------------------------------- the budget, without codes


def test_a_published_budget_is_recorded_with_the_cell_of_every_rupiah(chromium: Browser, tmp_path: Path) -> None:
    tahun, unit, store = 2023, "36.74.04", office(tuple(ciputat.kode()))
    where = f"/unggah?tahun={tahun}&periode=TW1&cara=Realisasi+anggaran"
    with seat(chromium, store, unit, "Kecamatan Ciputat", where) as page:
        upload(page, "Berkas anggaran", tmp_path / "realisasi_program_kec_ciputat_2023.xlsx", ciputat.workbook())
        confirm(page, ESAKIP)
        asked(page, 1)
        page.get_by_text("7.01.01.2.02.0002 Pelaksanaan Penatausahaan", exact=False).last.click()  # printed misspelt
        save(page, 2 * len(SUBS), f"{2 * len(SUBS)} realisasi anggaran")
    with closing(Store(store.folder)) as record:
        rows = record.read("laporan_sumber_anggaran", unit=unit, tahun=tahun, triwulan=4).to_dicts()
    found = {(r["kode"], r["triwulan"]): (r["realisasi_rupiah"], r["lembar"], r["sel"]) for r in rows}
    subs = [(n, tw1, tw2) for n, (level, _, _, tw1, tw2) in enumerate(ciputat.rows(), start=7) if level == "S"]
    assert found == {
        (kode, triwulan): (ciputat.rupiah(printed), "Realisasi 2023", f"{letter}{row}")
        for kode, (row, *quarters) in zip(SUBS, subs, strict=True)
        for triwulan, letter, printed in zip((1, 2), "EG", quarters, strict=True)
    }
    total = sum(rupiah for rupiah, _, _ in found.values())
    assert total == 4_504_316_352 + 8_393_024_418
