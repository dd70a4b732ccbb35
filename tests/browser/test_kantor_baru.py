"""A new office, from an empty folder to its first draft: three people, no menu, no guess, at most 30 clicks."""

import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from peramban import pass_door, serve
from playwright.sync_api import Browser, Locator, Page, expect
from test_satu_triwulan import PAPER, fill
from tulisan import tables

from lakip.unggah.rencana.formulir import BARIS_JUDUL, URUTAN

pytestmark = pytest.mark.browser

SANDI = "tiga kata rahasia"
KANTOR = {
    "nama": "Kecamatan Awal", "unit": "11.22.33", "kabupaten": "Kabupaten Uji", "tempat": "Awal",
    "camat": "BUDI SANTOSO, S.Sos.", "camat_nip": "19800101 200501 1 001",
    "bagian_0": "PEM", "bagian_nama_0": "Seksi Pemerintahan", "kepala_0": "H. AHMAD FAUZI, S.Sos.",
    "bagian_1": "REN", "bagian_nama_1": "Subbagian Perencanaan", "kepala_1": "RAHMAH, S.E.",
    "akun_nama": "Siti Aminah", "akun": "siti", "sandi": SANDI, "ulang": SANDI,
}  # fmt: skip
RENCANA = {
    "sasaran": "Pelayanan membaik", "kode": "IK-01", "nama": "Jumlah dokumen terbit", "satuan": "dokumen",
    "metode": "Jumlah (akumulasi triwulan)", "rumus": "Makin tinggi makin baik: R / T", "bagian": "PEM",
    "TH": 40, "TW1": 10, "TW2": 10, "TW3": 10, "TW4": 10,
}  # fmt: skip


class Tangan:
    """One hand on all mice: every press is counted."""

    def __init__(self) -> None:
        self.klik = 0

    def press(self, one: Locator) -> None:
        self.klik += 1
        one.click()

    def take(self, page: Page, name: str, to: Path) -> Path:
        """Press a download; Streamlit drops a file whose screen ran again while it was made, so wait until it rests."""
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        with page.expect_download(timeout=PAPER) as waiting:
            self.press(page.get_by_role("button", name=name))
        waiting.value.save_as(to)
        return to

    def hand_in(self, page: Page, file: Path) -> None:
        with page.expect_file_chooser() as waiting:
            self.press(page.get_by_role("button", name=re.compile("Upload|Add files|Pilih berkas")))
        waiting.value.set_files(file)

    def come_in(self, page: Page, nama: str, sandi: str) -> None:
        """Sign in with a first password, set another, sign in with that."""
        page.goto("/")
        for word in (sandi, SANDI):
            self.klik += 1
            pass_door(page, nama, word)
            if word is sandi:
                for label, text in (("Kata sandi sekarang", sandi), ("Kata sandi baru", SANDI), ("Ulangi", SANDI)):
                    page.get_by_label(re.compile(f"^{label}")).first.fill(text)
                self.press(page.get_by_role("button", name="Ganti kata sandi"))
        expect(page.get_by_role("heading", name="Tugas saya")).to_be_visible()


@pytest.fixture
def alamat(tmp_path: Path) -> Iterator[str]:
    (folder := tmp_path / "data").mkdir()
    with serve(folder) as address:
        yield address


def seat(chromium: Browser, alamat: str) -> Page:
    window = chromium.new_context(base_url=alamat, viewport={"width": 1366, "height": 768}, locale="id-ID")
    window.set_default_timeout(30_000)
    return window.new_page()


def plan(form: Path) -> Path:
    """The empty form as somebody fills it in below the example row."""
    book = openpyxl.load_workbook(form)
    for name, value in RENCANA.items():
        book.worksheets[0].cell(BARIS_JUDUL + 2, URUTAN[name] + 1).value = value
    book.save(form)
    return form


def next_step(page: Page, words: str) -> Locator:
    """What the panel of the saved thing leads to."""
    return page.get_by_test_id("stMain").get_by_role("link", name=re.compile(words))


def test_from_an_empty_folder_to_the_first_draft_in_at_most_30_clicks(
    chromium: Browser, alamat: str, tmp_path: Path
) -> None:
    hand = Tangan()
    admin, kasubbag, kasi = (seat(chromium, alamat) for _ in range(3))

    admin.goto("/")
    for name, text in KANTOR.items():
        admin.locator(f"[name={name}]").fill(text)
    hand.press(admin.get_by_role("button", name="Pasang kantor"))
    hand.klik += 1
    pass_door(admin, "siti", SANDI)
    expect(admin.get_by_text("0 dari 6 selesai", exact=False)).to_be_visible()
    hand.press(next_step(admin, "Isi Rencana Aksi"))
    hand.hand_in(admin, plan(hand.take(admin, "Unduh formulir Rencana Aksi", tmp_path / "rencana.xlsx")))
    hand.press(admin.get_by_role("button", name=re.compile("^Simpan")))
    expect(admin.get_by_text("1 kartu indikator", exact=False).first).to_be_visible()
    hand.press(next_step(admin, "Berikutnya: Buat akun untuk 3 pejabat"))
    hand.press(admin.get_by_role("button", name="Buat 3 akun"))
    expect(admin.get_by_role("heading", name="Kata sandi awal")).to_be_visible()
    rows = admin.locator("tr", has=admin.locator("code")).all()
    slips = {c[2].strip(): c[3].strip() for row in rows if (c := row.locator("td").all_inner_texts())}

    hand.come_in(kasubbag, "rahmah", slips["rahmah"])
    hand.press(next_step(kasubbag, "^Buka periode").first)
    hand.press(kasubbag.get_by_role("button", name="Buka periode", exact=True))
    hand.press(next_step(kasubbag, "Berikutnya: isi angka triwulan ini"))
    form = hand.take(kasubbag, "Unduh formulir Triwulan", tmp_path / "tw.xlsx")
    fill(form, {"IK-01": (9,)})
    hand.hand_in(kasubbag, form)
    expect(kasubbag.get_by_text("1 angka di bawah target", exact=False)).to_be_visible()
    kasubbag.get_by_label("Kendala IK-01").fill("Blangko habis pada Agustus")
    kasubbag.get_by_label("Tindak lanjut IK-01").fill("Meminta blangko lebih awal")
    hand.press(kasubbag.get_by_role("button", name="Simpan 1 angka"))
    hand.press(next_step(kasubbag, "Berikutnya: ajukan kiriman"))
    hand.press(kasubbag.get_by_role("button", name=re.compile("^Ajukan")))
    expect(kasubbag.get_by_text("Kiriman diajukan", exact=False)).to_be_visible()

    hand.come_in(kasi, "ahmad", slips["ahmad"])
    hand.press(next_step(kasi, "Periksa kiriman"))
    hand.press(kasi.get_by_role("button", name="Benarkan 1 angka"))
    expect(kasi.get_by_text("1 angka dibenarkan", exact=False)).to_be_visible()

    hand.press(next_step(kasubbag, "Lihat tugas berikutnya|Berikutnya:"))
    hand.press(next_step(kasubbag, "^Nyatakan direkap"))
    hand.press(kasubbag.get_by_role("button", name="Nyatakan direkap", exact=True))
    hand.press(next_step(kasubbag, "Berikutnya: susun draf laporan"))
    hand.press(kasubbag.get_by_role("button", name="Susun draf Word"))
    expect(kasubbag.get_by_role("button", name="Unduh draf Word")).to_be_visible(timeout=PAPER)
    draft = hand.take(kasubbag, "Unduh draf Word", tmp_path / "draf.docx")

    assert hand.klik <= 30, hand.klik
    cells = {tuple(row) for table in tables(Document(str(draft))) for row in table}
    assert any("IK-01" in " ".join(row) and "90,00" in " ".join(row) for row in cells)  # 9 of 10
    words = " ".join(" ".join(row) for row in cells)
    assert "Blangko habis pada Agustus" in words
