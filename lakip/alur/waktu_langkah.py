"""Which event of the record starts and which ends each step of the SOP, and who holds it meanwhile: data only.

The events are those of read/waktu_kejadian.sql, the holders columns of the SOP form. Steps 1 to 4 belong to the run of
a triwulan, 5 to 7 to that of a semester, 8 to that of the year (domain.md 8.2).
"""

from dataclasses import dataclass

TW, SM, TH = "TW", "SM", "TH"


@dataclass(frozen=True)
class Jam:
    """The clock of one step.

    `mulai` and `selesai`: the first of these events counts. `pemegang`: from each event on, who holds the step; ""
    is before any of them, and what no Kasi has to confirm any more is the Kasubbag's. `sekali`: a return or a
    reopening of the run does not begin it anew.
    """

    jenis: str
    mulai: tuple[str, ...]
    selesai: tuple[str, ...]
    pemegang: tuple[tuple[str, str], ...]
    sekali: bool = False


_DITINJAU = (("", "kasubbag"), ("alur_draf", "sekcam"), ("alur_dibuka_lagi", "kasubbag"))
_RAPAT = ("sosialisasi_mulai",), ("sosialisasi_selesai",), (("", "sekcam"),)
_DIBUKA = ("alur_dibuka", "alur_dibuka_lagi")

JAM = {
    # Collecting begins with the order that goes down, at the latest with the first figure.
    1: Jam(TW, ("disposisi_data", "alur_dibuka", "angka_disimpan"), ("kiriman_lengkap",), (("", "staf"),), sekali=True),
    # Its output is the disposisi that carries the recap up; the run says the same with "direkap".
    2: Jam(
        TW, ("kiriman_lengkap", "alur_dibuka_lagi"), ("alur_direkap", "disposisi_rekap"),
        (("", "kasi"),),
    ),
    3: Jam(TW, ("alur_direkap", "disposisi_rekap"), ("alur_diperiksa",), _DITINJAU),
    4: Jam(TW, *_RAPAT),
    5: Jam(SM, _DIBUKA, ("alur_direkap", "disposisi_rekap"), (("", "kasubbag"),)),
    6: Jam(SM, ("alur_direkap", "disposisi_rekap"), ("alur_diperiksa",), _DITINJAU),
    7: Jam(SM, *_RAPAT),
    8: Jam(
        TH, _DIBUKA, ("alur_disahkan",),
        (*_DITINJAU, ("alur_diperiksa", "sekcam"), ("alur_disosialisasikan", "camat"), ("alur_disahkan", "camat")),
    ),
}  # fmt: skip


def periode_of(langkah: int, periode: str) -> str:
    """The run to which a step belongs when one looks from `periode`: step 5 of TW1 is that of SM1, step 8 that of TH;
    looking from a longer periode, steps 1 to 4 are those of its last triwulan."""
    last = {"SM1": 2, "SM2": 4, "TH": 4}.get(periode) or int(periode[-1])
    jenis = JAM[langkah].jenis
    if jenis == TW:
        return f"TW{last}"
    return "TH" if jenis == TH else "SM1" if last <= 2 else "SM2"
