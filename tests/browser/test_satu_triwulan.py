"""One quarter through the real screens: from the form of the staf to the draft, and from the opening to the lock."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from contoh_siap import copied
from docx import Document
from peramban import serve, sign_in
from playwright.sync_api import Browser, Download, Page, expect
from tulisan import tables

from lakip import akses, akun, pengaturan, rencana
from lakip.akses import Peran
from lakip.contoh import SANDI as CONTOH
from lakip.indikator import Metode, Rumus
from lakip.pengaturan import Pejabat
from lakip.periode import today
from lakip.rencana import Indikator, PkVersion, Rencana, Sasaran, Target
from lakip.store import Store

pytestmark = pytest.mark.browser

PAPER = 120_000  # with its page numbers, while the rest of the suite has LibreOffice too
SANDI = "sandi-panjang"
WHERE = "tahun=2026&periode=TW4"


@pytest.fixture(scope="module")
def alamat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(copied(tmp_path_factory.mktemp("data"))) as address:
        yield address


@contextmanager
def seat(chromium: Browser, alamat: str, nama: str, path: str, sandi: str = SANDI) -> Iterator[Page]:
    """One person at a computer of their own, signed in."""
    window = chromium.new_context(base_url=alamat, viewport={"width": 1366, "height": 768}, locale="id-ID")
    window.set_default_timeout(30_000)
    yield sign_in(window, nama, sandi, path)
    window.close()


def fill(form: Path, values: dict[str, tuple[object, ...]]) -> None:
    """Type realisasi (or pembilang and penyebut) per kode, as a clerk does in Excel."""
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    header = next(row for row in sheet.iter_rows() if any(c.value == "Kode" for c in row))
    named = {str(c.value): c.column for c in header if c.value}
    single = next(column for name, column in named.items() if name.startswith("Realisasi"))
    pair = [next(column for name, column in named.items() if name.startswith(w)) for w in ("Pembilang", "Penyebut")]
    for row in sheet.iter_rows(min_row=header[0].row + 1):
        typed = values.get(str(row[named["Kode"] - 1].value), ())
        for column, value in zip([single] if len(typed) == 1 else pair, typed, strict=False):
            sheet.cell(row[0].row, column).value = value
    book.save(form)


def downloaded(page: Page, button: str) -> Download:
    """Streamlit drops a file whose screen ran again while it was made: press again, as one would, at most twice."""
    for _ in range(3):
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        with page.expect_download() as waiting:
            page.get_by_role("button", name=button).click()
        if waiting.value.failure() is None:
            return waiting.value
    raise AssertionError(f"{button}: {waiting.value.failure()}")


def choose(page: Page, file: Path) -> None:
    """Through the button, as people do: it lets the same file be chosen again after it was mended."""
    with page.expect_file_chooser() as waiting:
        page.get_by_role("button", name=re.compile("Pilih berkas|Tambah berkas")).click()
    waiting.value.set_files(file)


def test_a_quarter_from_the_form_to_the_word_draft(chromium: Browser, alamat: str, tmp_path: Path) -> None:
    form, draft = tmp_path / "tw4.xlsx", tmp_path / "laporan.docx"
    with (
        seat(chromium, alamat, "camat", f"/dasbor?{WHERE}", CONTOH) as camat,
        seat(chromium, alamat, "staf", f"/unggah?{WHERE}", CONTOH) as staf,
        seat(chromium, alamat, "kasi", f"/alur?{WHERE}", CONTOH) as kasi,
    ):
        expect(camat.get_by_role("heading", name="Dasbor")).to_be_visible()
        expect(camat.get_by_text(re.compile(r"· 0 dari \d+ angka dibenarkan")).first).to_be_visible()

        downloaded(staf, "Unduh formulir Triwulan IV").save_as(form)
        fill(form, {"IK-01": ("88,25",), "IK-02": (18, 20), "IK-10": ("2,4o",), "IK-11": ("Rp",)})
        choose(staf, form)
        expect(staf.get_by_text("2,4o").first).to_be_visible()
        expect(staf.get_by_role("button", name="Simpan", exact=False)).to_have_count(0)

        fill(form, {"IK-10": (2.4,), "IK-11": ("1.360",)})
        choose(staf, form)
        staf.get_by_role("button", name="Simpan 4 angka").click()
        expect(camat.get_by_text("4 angka belum dibenarkan", exact=False).first).to_be_visible(timeout=10_000)

        staf.goto(f"/alur?{WHERE}")
        staf.get_by_role("button", name="Ajukan kepada Kasi").click()
        expect(staf.get_by_role("button", name="Ajukan kepada Kasi")).to_have_count(0)

        kasi.reload()
        expect(kasi.get_by_text("88,25").first).to_be_visible()
        kasi.get_by_role("button", name="Benarkan 4 angka").click()
        expect(kasi.get_by_role("button", name="Benarkan 4 angka")).to_have_count(0)

        camat.goto(f"/laporan?{WHERE}")
        camat.get_by_role("button", name="Susun draf Word").click()
        expect(camat.get_by_role("button", name="Unduh draf Word")).to_be_visible(timeout=PAPER)
        downloaded(camat, "Unduh draf Word").save_as(draft)

    cells = {tuple(row) for table in tables(Document(str(draft))) for row in table}
    row = next(
        r for r in cells if any(c.startswith("IK-01") for c in r) and any(c.endswith("Sangat Tinggi") for c in r)
    )
    assert "88,25" in row
    assert "102,62" in row  # 88,25 / 86 = 102,616
    assert any("IK-02" in " ".join(r) and "90,00" in r for r in cells)  # 18 / 20


# ---------------------------------------------------------------- from the opening to the lock

LIMA = {
    "staf": (Peran.STAF, "YAN"), "kasi": (Peran.KASI, "YAN"), "kasubbag": (Peran.KASUBBAG, "REN"),
    "sekcam": (Peran.SEKCAM, None), "camat": (Peran.CAMAT, None),
}  # fmt: skip
RUN = "tahun=2025&periode=TW1"


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An office of five accounts with one indikator, 10 a quarter."""
    folder, since = tmp_path_factory.mktemp("kantor"), date(2020, 1, 1)
    store, by, unit = Store(folder), akses.system("63.11.07"), "63.11.07"
    officials = [
        Pejabat(nama.title(), peran, nama.upper(), None, None, bagian, "definitif", since, None, nama)
        for nama, (peran, bagian) in LIMA.items()
        if peran is not Peran.STAF
    ]
    pengaturan.set_up_office(store, by, pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, officials)
    akun.add(store, None, "admin", "Admin", SANDI, unit, Peran.ADMIN, mulai=since)
    for nama, (peran, bagian) in LIMA.items():
        akun.add(store, by, nama, nama.title(), SANDI, unit, peran, bagian, mulai=since, sementara=False)
    card = Indikator(
        "IK-01", "Jumlah dokumen terbit", "YAN", "dokumen", Metode.JUMLAH, Rumus.POSITIF, 2025, desimal=0, sasaran="S1"
    )
    plan = Target("IK-01", (Decimal(10),) * 4, Decimal(40))
    whole = Rencana(PkVersion(None, "1/PK"), (plan,), (card,), (Sasaran("S1", "Pelayanan", "camat", 2025),))
    rencana.save(store, by, unit, 2025, whole)
    store.close()
    with serve(folder) as address:
        yield address


def step(page: Page, button: str, then: str) -> None:
    """Take a step of the run, and see where it stands."""
    page.goto(f"/periode?{RUN}")
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_text(f"{then} oleh", exact=False).first).to_be_visible(timeout=60_000)


def test_a_run_from_the_opening_to_the_lock_by_five_accounts(chromium: Browser, kantor: str, tmp_path: Path) -> None:
    form = tmp_path / "tw1.xlsx"
    with (
        seat(chromium, kantor, "staf", f"/unggah?{RUN}") as staf,
        seat(chromium, kantor, "kasi", f"/alur?{RUN}") as kasi,
        seat(chromium, kantor, "kasubbag", f"/periode?{RUN}") as kasubbag,
        seat(chromium, kantor, "sekcam", f"/periode?{RUN}") as sekcam,
        seat(chromium, kantor, "camat", f"/periode?{RUN}") as camat,
    ):
        step(kasubbag, "Buka periode", "Dibuka")
        expect(camat.get_by_text("Menunggu Kasubbag", exact=False)).to_be_visible()

        downloaded(staf, "Unduh formulir Triwulan I").save_as(form)
        fill(form, {"IK-01": (9,)})
        choose(staf, form)
        staf.get_by_role("button", name="Simpan 1 angka").click()
        expect(staf.get_by_text("tersimpan sebagai draf", exact=False).first).to_be_visible()
        staf.goto(f"/alur?{RUN}")
        staf.get_by_role("button", name="Ajukan kepada Kasi").click()
        expect(staf.get_by_role("button", name="Ajukan kepada Kasi")).to_have_count(0)
        kasi.goto(f"/alur?{RUN}")
        kasi.get_by_role("button", name="Benarkan 1 angka").click()
        expect(kasi.get_by_role("button", name="Benarkan 1 angka")).to_have_count(0)

        step(kasubbag, "Nyatakan direkap", "Direkap")
        kasubbag.goto(f"/laporan?{RUN}")
        kasubbag.get_by_role("button", name="Susun draf Word").click()
        expect(kasubbag.get_by_role("button", name="Unduh draf Word")).to_be_visible(timeout=PAPER)
        step(kasubbag, "Ajukan draf kepada Sekcam", "Draf disusun")
        step(sekcam, "Setujui draf", "Diperiksa Sekcam")

        yesterday = f"{today() - timedelta(days=1):%d%m%Y}"
        sekcam.goto(f"/sosialisasi?{RUN}")
        for label in ("Hari", "Tanggal undangan"):
            sekcam.get_by_label(label, exact=True).first.get_by_role("spinbutton").first.click()
            sekcam.keyboard.type(yesterday)
        sekcam.get_by_role("button", name="Simpan undangan").click()
        sekcam.get_by_text("Catat pelaksanaan", exact=True).click()
        sekcam.get_by_label("Notulis").fill("Staf")
        sekcam.get_by_label("Notulen").fill("Draf dibahas.")
        sekcam.get_by_role("button", name="Simpan pelaksanaan").click()
        expect(sekcam.get_by_text("Dilaksanakan", exact=False).first).to_be_visible()
        step(sekcam, "Nyatakan disosialisasikan", "Disosialisasikan")

        camat.goto(f"/periode?{RUN}")
        expect(camat.get_by_role("button", name="Sahkan dan kunci", exact=True)).to_be_visible()
        camat.get_by_label("Catatan (wajib)").last.fill("Disetujui.")
        camat.get_by_label("Kata sandi Anda").fill(SANDI)
        camat.get_by_role("button", name="Sahkan dan kunci", exact=True).click()
        expect(camat.get_by_text("Disahkan dan terkunci oleh Camat", exact=False).first).to_be_visible(timeout=60_000)

        staf.goto(f"/unggah?{RUN}")
        expect(staf.get_by_text("sudah disahkan, jadi terkunci", exact=False).first).to_be_visible(timeout=60_000)
        expect(staf.get_by_test_id("stFileUploader")).to_have_count(0)
        expect(staf.get_by_role("button", name="Simpan", exact=False)).to_have_count(0)
