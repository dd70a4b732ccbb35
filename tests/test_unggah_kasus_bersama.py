"""The workbooks of ../shared/kasus, where that folder is there: no figure wrong, and nearly all of the right ones read.

`python tests/kasus_bersama.py` prints them file by file.
"""

from functools import cache

import pytest
from kantor_kasus import kantor
from kasus_bersama import FOLDER, Putusan, answer_key, judge_file, readable, summary

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the shared workbooks are not here")
BERKAS = sorted(answer_key()) if FOLDER.is_dir() else []


@cache
def judged() -> dict[str, Putusan]:
    store = kantor()
    return {nama: judge_file(store, nama, one) for nama, one in answer_key().items()}


@pytest.mark.parametrize("nama", BERKAS)
def test_no_figure_of_a_shared_workbook_is_wrong_or_lost_in_silence(nama: str) -> None:
    putusan = judged()[nama]
    assert (putusan.salah, putusan.galat) == ({}, "")
    assert (putusan.setuju.hilang, putusan.jawab.hilang) == (set(), set())


def test_nineteen_of_twenty_right_figures_are_read_with_one_answer_each() -> None:
    putusan = list(judged().values())
    print(summary(putusan))
    right = sum(readable(one, one.jawab) for one in putusan)
    assert right >= 0.95 * sum(one.wajib for one in putusan)
