"""What is wrong with a form, where it is wrong: beneath each field, all at once; the rest of the page stays."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from lakip.errors import UserError
from lakip.ui.panel_tanda import unlinked
from lakip.unggah.tabel.ketikan import Ketikan

IKON = ":material/error:"
Nilai = str | date | Decimal | None


@contextmanager
def told() -> Iterator[None]:
    """Say here what an act is refused for, so that it stands at its form and the rest of the page stays."""
    try:
        yield
    except UserError as error:
        st.error(unlinked(str(error)), icon=IKON)


class Periksa:
    """The fields of one form. `under` keeps a place beneath a field while the form is drawn; once it was sent, each
    reading says there what it cannot take, and `baik` tells whether all could be taken."""

    def __init__(self) -> None:
        self._tempat: dict[str, Any] = {}
        self.baik = True

    def under(self, nama: str, kolom: Any = st) -> None:
        """The place for what is wrong with the field just drawn in this column."""
        self._tempat[nama] = kolom.container()

    def refuse(self, nama: str, pesan: str) -> None:
        """Say this beneath a field; where it has no place, below all of them."""
        self.baik = False
        place = self._tempat.get(nama, st)
        place.error(unlinked(pesan), icon=IKON)

    def number(self, nama: str, sebutan: str, one: Ketikan) -> Decimal | None:
        """The number of a field; None for a blank or refused one."""
        if one.salah:
            self.refuse(nama, f"{sebutan}: {one.pesan}")
        return one.nilai

    def whole(self, nama: str, sebutan: str, one: Ketikan) -> int:
        """The counting number of a field that may not stay blank; 0 for a refused one."""
        found = self.number(nama, sebutan, one)
        if found is None and not one.salah:
            self.refuse(nama, f"{sebutan}: belum diisi. Ketik angkanya.")
        return int(found or 0)

    def filled(self, nama: str, teks: str | None, pesan: str) -> str:
        """The text of a field that may not stay blank."""
        if not (said := (teks or "").strip()):
            self.refuse(nama, pesan)
        return said

    @contextmanager
    def at(self, nama: str) -> Iterator[None]:
        """Tell beneath this field what is refused within."""
        try:
            yield
        except UserError as error:
            self.refuse(nama, str(error))
