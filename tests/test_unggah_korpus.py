"""Every workbook of the corpus: no figure wrong, none lost in silence, and what is plainly good read with one "yes".

`python tests/korpus [words of a name]` prints them one by one.
"""

from collections import Counter

import pytest
from korpus import Kasus
from korpus.hakim import faults, settled_by_answers
from korpus.semua import SEMUA

JENIS = [f"K{n}" for n in range(1, 18)]


@pytest.mark.parametrize("satu", SEMUA, ids=lambda satu: satu.id)
def test_no_figure_of_an_office_workbook_is_wrong_or_lost_in_silence(satu: Kasus) -> None:
    assert faults(satu) == []


def test_every_kind_of_fault_has_three_workbooks_and_twelve_are_plainly_good() -> None:
    counted = Counter(one.jenis for one in SEMUA)
    assert len({one.id for one in SEMUA}) == len(SEMUA) >= 80
    assert [jenis for jenis in JENIS if counted[jenis] < 3] == []
    assert sum(one.langsung for one in SEMUA) >= 12


def test_nearly_all_figures_are_read_once_their_questions_are_answered() -> None:
    """Of the workbooks from which a person could give them; those that have to be asked about are judged above."""
    read = [settled_by_answers(satu) for satu in SEMUA if satu.terbaca and not satu.tanya]
    right, wanted, _ = (sum(column) for column in zip(*read, strict=True))
    assert right >= 0.95 * wanted
