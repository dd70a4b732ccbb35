"""A short run of what `make crash` and `make fuzz` do for an hour, and that both would see what they look for."""

import io
import zipfile
from pathlib import Path

import contoh_siap
import pytest
from docx import Document
from ketahanan import jatuh, kabur

from lakip.errors import UserError
from lakip.export import word
from lakip.store import Store


def test_what_was_acknowledged_outlives_a_kill_and_nothing_is_half(tmp_path: Path) -> None:
    found, acts = jatuh.fall(tmp_path, 4, 1)
    assert found == []
    assert acts.total() > 0


def test_a_lost_act_a_half_act_and_a_backup_cut_short_would_be_seen(tmp_path: Path) -> None:
    folder = contoh_siap.copied(tmp_path / "data")
    store = Store(folder)
    awal = jatuh._counts(store)
    with store.transaction() as tx:
        tx._cursor.execute("delete from pembenaran where indikator = 'IK-01' and tahun = 2025 and triwulan = 1")
    store.close()
    (tmp_path / "cadangan-1.zip").write_bytes(b"PK\x03\x04 terpotong")
    lost = {"apa": "unggah", "nomor": 999_999, "hash": "x"}
    said = " ".join(jatuh._whole(folder, [lost, {"apa": "cadangan", "berkas": "tidak-ada.zip"}], awal))
    for word_ in ("hilang: unggah, jejak 999999", "setengah: setiap pembenaran", "cadangan rusak", "cadangan hilang"):
        assert word_ in said


def test_a_damaged_file_ends_in_a_reading_or_a_sentence() -> None:
    assert kabur.run(30, 1)[0] == []


def test_an_error_that_is_no_sentence_would_be_seen() -> None:
    assert kabur.tried(lambda _: 1 // 0, b"")[1].startswith("ZeroDivisionError")
    assert kabur.tried(lambda _: (_ for _ in ()).throw(UserError("Berkas rusak.")), b"")[1] == ""


def without(content: bytes, part: str, instead: bytes | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != part or instead is not None:
                new.writestr(name, instead if name == part and instead is not None else old.read(name))
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "instead"),
    [("word/styles.xml", None), ("word/styles.xml", b"<w:styles"), ("word/document.xml", b"<w:document/>")],
    ids=["a part is missing", "a part is cut", "a part is something else"],
)
def test_a_template_that_only_looks_like_one_is_refused_in_a_sentence(part: str, instead: bytes | None) -> None:
    whole = io.BytesIO()
    Document().save(whole)
    with pytest.raises(UserError, match=r"rusak atau terkunci\. Buka dan simpan ulang di Word"):
        word.variables(without(whole.getvalue(), part, instead))
