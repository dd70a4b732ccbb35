"""One judge of files for every door: workbooks, bukti, documents, photos, the emblem, Word documents and templates."""

import importlib
import pkgutil
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from berkas_jahat import DOCX, PROGRAM, SELALU_DITOLAK, XLSX, linked, pack, packed_pdf, pdf, with_part
from kantor_hak import kantor, meeting, png
from kantor_sop import ADMIN, KASUBBAG, UNIT
from naskah import TAHUN

import lakip
from lakip import pengaturan
from lakip.berkas import Pintu
from lakip.dokumen import Dokumen
from lakip.errors import UserError
from lakip.export import word
from lakip.pengaturan import lambang_kantor
from lakip.sop import foto
from lakip.store import Store
from lakip.unggah import realisasi
from lakip.unggah.berkas import bukti, salinan
from lakip.unggah.berkas import buku as berkas
from lakip.unggah.berkas import dokumen as dokumen_berkas

Masuk = Callable[[Store, str, bytes], object]

# Each way in, by the Pintu that judges it.
PINTU: dict[str, tuple[Pintu, Masuk]] = {
    "unggah": (berkas.PINTU, lambda s, n, c: realisasi.read(s, KASUBBAG, c, n, UNIT, TAHUN, 2)),
    "salinan bertanda": (berkas.PINTU, lambda s, n, c: salinan.marked_copy(c, n, ())),
    "bukti": (bukti.PINTU, lambda s, n, c: bukti.accept(n, c)),
    "dokumen": (dokumen_berkas.PINTU, lambda s, n, c: dokumen_berkas.register(
        s, KASUBBAG, UNIT, Dokumen("rkt", TAHUN, "050/9", date(TAHUN, 1, 5)), n, c)),
    "foto": (foto.PINTU, lambda s, n, c: foto.add(s, KASUBBAG, UNIT, meeting(s), n, c)),
    "lambang": (lambang_kantor.PINTU, lambda s, n, c: pengaturan.set_lambang(s, ADMIN, UNIT, c)),
    "periksa dokumen": (word.PINTU, lambda s, n, c: word.check(c)),
    "templat": (word.PINTU, lambda s, n, c: word.variables(c)),
}  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Store:
    return kantor()


def test_every_door_of_the_program_is_tried_here() -> None:
    modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(lakip.__path__, "lakip.")
               if not m.name.startswith("lakip.ui")]  # fmt: skip
    doors = {id(value) for module in modules for value in vars(module).values() if isinstance(value, Pintu)}
    assert doors == {id(pintu) for pintu, _ in PINTU.values()}


@pytest.mark.parametrize("pintu", PINTU)
@pytest.mark.parametrize("jahat", SELALU_DITOLAK)
def test_no_door_lets_in_what_could_do_harm(store: Store, pintu: str, jahat: str) -> None:
    """Under each name that the door likes to see, and always in a sentence that says the way out."""
    taken, come_in = PINTU[pintu]
    content, before = made(jahat), archived(store)
    with pytest.raises(UserError) as refused:
        come_in(store, f"laporan{taken.jenis[0]}", content)
    assert str(refused.value).count(". ") >= 1, str(refused.value)
    assert archived(store) == before, "nothing of it is kept"


@cache
def made(jahat: str) -> bytes:
    """A bomb is packed once for all doors."""
    return SELALU_DITOLAK[jahat]()


def archived(store: Store) -> list[str]:
    assert store.folder is not None
    return sorted(p.name for p in (store.folder / "arsip").iterdir())


@pytest.mark.parametrize("pintu", PINTU)
@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".pdf", pdf()),
        (".docx", pack({**DOCX})),
        (".xlsx", pack(XLSX)),
        (".png", png()),
        (".jpg", b"\xff\xd8\xff..\xff\xd9"),
    ],
)
def test_a_door_takes_its_kinds_and_no_other_whatever_the_name(
    store: Store, pintu: str, suffix: str, content: bytes
) -> None:
    taken, come_in = PINTU[pintu]
    if suffix in taken.jenis:
        return
    for name in taken.jenis:
        with pytest.raises(UserError):
            come_in(store, f"laporan{name}", content)


@pytest.mark.parametrize(
    ("jahat", "said"),
    [
        ("xlsx macro sheet", "berisi makro"),
        ("xlsx macro, its data only", "berisi makro"),
        ("xlsx macro under another name", "berisi makro"),
        ("docx program", "menyimpan program"),
        ("xlsx program as a picture", "menyimpan program"),
        ("docx ole package", "objek tertanam"),
        ("docx workbook with a macro in it", "berisi makro"),
        ("docx template from elsewhere", "dari luar komputer ini"),
        ("xlsx dde", "dari luar komputer ini"),
        ("pdf script in disguise", "skrip"),
        ("pdf script within packed objects", "skrip"),
        ("pdf packed so that nobody sees", "tidak dapat diperiksa"),
        ("pdf with a password", "berkata sandi"),
        ("pdf bomb", "terlalu besar"),
    ],
)
def test_bukti_and_documents_say_what_is_wrong_with_it(store: Store, jahat: str, said: str) -> None:
    for pintu in ("bukti", "dokumen"):
        with pytest.raises(UserError, match=said):
            PINTU[pintu][1](store, "laporan.pdf", SELALU_DITOLAK[jahat]())


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (packed_pdf(b"1 0 << /S /URI /URI (https://balangankab.go.id) >>"), ".pdf"),
        (pdf("JavaScript tanpa garis miring"), ".pdf"),
        (pack({**DOCX, **linked("hyperlink", "https://balangankab.go.id")}), ".docx"),
        (pack({**DOCX, **linked("attachedTemplate", "file:///C:\\Users\\Rina\\Normal.dotm")}), ".docx"),
        (with_part(DOCX, "word/embeddings/Microsoft_Excel_Sheet.xlsx", pack(XLSX)), ".docx"),
        (with_part(XLSX, "xl/printerSettings/printerSettings1.bin", b"H\0P\0"), ".xlsx"),
        (with_part(XLSX, "xl/ctrlProps/ctrlProp1.xml", "<x/>"), ".xlsx"),
        (pack({**XLSX, **linked("externalLinkPath", "Rekap 2025.xlsx", "xl/externalLinks/_rels/e.xml.rels")}), ".xlsx"),
        (pack({**XLSX, **linked("externalLinkPath", "file:///D:\\Data\\Rekap.xlsx", "xl/externalLinks/_rels/e.xml.rels")}), ".xlsx"),
    ],
)  # fmt: skip
def test_what_every_office_has_is_let_in(content: bytes, suffix: str) -> None:
    assert bukti.accept("laporan", content).suffix == suffix


def test_a_program_does_not_come_in_by_a_name() -> None:
    with pytest.raises(UserError, match="bukan dokumen yang dikenal"):
        bukti.accept("laporan.pdf", PROGRAM)
