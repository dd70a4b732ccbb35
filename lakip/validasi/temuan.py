"""One finding: where, what, and the way out."""

from dataclasses import dataclass
from enum import StrEnum


class Tingkat(StrEnum):
    """salah holds a row until it is mended or left out; tanya until it is answered; catatan holds nothing."""

    SALAH = "salah"
    TANYA = "tanya"
    CATATAN = "catatan"


@dataclass(frozen=True)
class Temuan:
    """One finding. `sel` is a cell ("F12"), or the field when typed on screen; "" for the whole sheet or file.

    A tanya is answered with one of `pilihan`, or with "pakai" where there are none.
    """

    tingkat: Tingkat
    lembar: str
    sel: str
    kode: str
    pesan: str
    indikator: str | None = None
    pilihan: tuple[str, ...] = ()

    @property
    def kunci(self) -> tuple[str, str, str]:
        """What an answer refers to."""
        return self.lembar, self.sel, self.kode

    @property
    def menahan(self) -> bool:
        return self.tingkat is not Tingkat.CATATAN

    def __str__(self) -> str:
        """As shown: Lembar “TW II”, sel F12: ..."""
        where = [f"Lembar “{self.lembar}”"] if self.lembar else []
        where += [f"sel {self.sel}"] if self.sel and self.lembar else []
        text = f"{', '.join(where)}: {self.pesan}" if where else self.pesan
        return text[0].upper() + text[1:]
