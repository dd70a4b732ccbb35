"""Answers that settle a file: what is left out, again and again, until nothing holds or nothing is left."""

from collections.abc import Callable
from typing import TypeVar

from lakip.unggah.hasil import TINGGALKAN, Hasil, leave_out
from lakip.unggah.tabel.bacaan import ARTI, PEMBACAAN
from lakip.validasi import Temuan

H = TypeVar("H", bound=Hasil)
Jawaban = dict[tuple[str, str, str], str]


def is_about_columns(temuan: Temuan) -> bool:
    """Whether it asks how a table is read, not what stands in a row: nobody leaves that out with the rows."""
    return temuan.kode in (PEMBACAAN, ARTI)


def leave_rest(read: Callable[[Jawaban], H], hasil: H, jawaban: Jawaban) -> tuple[H, Jawaban]:
    """Leave out every row that is held, and those that this brings up; gives what the file came to, and all answers.

    What still holds then cannot be left out.
    """
    while new := _new(hasil, jawaban):
        jawaban = jawaban | new
        hasil = read(jawaban)
    return hasil, jawaban


def _new(hasil: Hasil, jawaban: Jawaban) -> Jawaban:
    asked = {t.kunci for t in hasil.menahan if not is_about_columns(t)}
    return {k: v for k, v in leave_out(hasil).items() if k in asked and jawaban.get(k) != TINGGALKAN}
