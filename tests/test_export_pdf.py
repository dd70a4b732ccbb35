"""PDF through LibreOffice when it is there, and a sentence when it is not."""

import io
import threading
import time

import docx
import pytest

from lakip.errors import UserError
from lakip.export import pdf

pytestmark = pytest.mark.documents
needs_office = pytest.mark.skipif(not pdf.available(), reason="LibreOffice tidak terpasang")


def letter(text="Capaian 98,40 %"):
    document = docx.Document()
    document.add_paragraph(text)
    document.add_page_break()
    document.add_paragraph("halaman kedua")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@needs_office
def test_a_letter_becomes_a_pdf_and_its_pages_pictures():
    made = pdf.convert(letter())
    assert made.startswith(b"%PDF")
    assert pdf.count(made) == 2
    found = pdf.pages(made)
    assert len(found) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in found)
    assert pdf.pages(made, 2, 2) == found[1:]


@needs_office
def test_two_at_once_take_turns_and_both_come_out():
    made = []
    turns = [threading.Thread(target=lambda n=n: made.append(pdf.convert(letter(f"naskah {n}")))) for n in (1, 2)]
    for one in turns:
        one.start()
    for one in turns:
        one.join()
    assert [one[:4] for one in made] == [b"%PDF", b"%PDF"]


def slow_office(folder, seconds):
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\nsleep {seconds}\n")
    program.chmod(0o755)
    return str(folder)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="perlu sh")
def test_an_office_that_hangs_is_ended_with_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{slow_office(tmp_path, 60)}:/usr/bin:/bin")
    before = time.monotonic()
    with pytest.raises(UserError, match="dihentikan"):
        pdf.convert(b"", detik=0.5)
    assert time.monotonic() - before < 10


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="perlu sh")
def test_an_office_that_makes_nothing_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{slow_office(tmp_path, 0)}:/usr/bin:/bin")
    with pytest.raises(UserError, match="tidak dapat mengubah"):
        pdf.convert(b"")


def test_without_libreoffice_the_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "TEMPAT", ())
    assert not pdf.available()
    with pytest.raises(UserError, match="LibreOffice tidak terpasang"):
        pdf.convert(b"")


def test_what_is_no_pdf_has_no_pages():
    with pytest.raises(UserError, match="tidak dapat dibaca"):
        pdf.pages(b"")
