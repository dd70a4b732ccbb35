"""What one kind of upload gives to the panel that all kinds share: its words, how it is read, saved and shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from lakip.rekap import Simpanan
from lakip.ui.panel_tanda import KIRI, firm, plain
from lakip.ui.session import Lanjut
from lakip.unggah.betulan import Tempat
from lakip.unggah.hasil import Hasil, Jawaban

H = TypeVar("H", bound=Hasil)

KOLOM = {"Kode": KIRI, "Bidang": KIRI, "Tercatat": KIRI, "Menjadi": KIRI}
TAK_COCOK = "Tidak ada yang disimpan. Sesuaikan pilihan atau berkasnya seperti disebut di atas."


def as_change(one: Any) -> tuple[str, ...]:
    """A change of a plan: the cells under `KOLOM`."""
    return firm(plain(one.kode)), plain(one.bidang), plain(one.lama), f"**{plain(one.baru)}**"


def no_place(_: Any) -> Mapping[Any, Tempat]:
    return {}


@dataclass(frozen=True, kw_only=True)
class Cara(Generic[H]):
    """One kind of upload.

    Attributes:
        jenis: as `profil` has it.
        berkas: what is chosen: "Berkas realisasi".
        kunci: key of the file uploader; begins those of the other widgets.
        read: content, name of the file and answers to what the file came to.
        save: records it.
        apa: what one change is called.
        ubah: what has changed, in the heading: "indikator".
        kolom: heads of the table of changes, with their sides.
        baris: the cells of one change under `kolom`.
        tempat: where the figures of a change stand in the file, by what `kunci_tempat` gives for it.
        kunci_tempat: see `tempat`.
        akibat: draws what saving would do further on.
        tak_cocok, kosong, sesudah: what to do when the file is for something else, holds nothing, or is recorded
            already.
        lanjut: where the person goes on after saving; None: to his other tasks.
        langkah: headings above the file and above what it came to.
    """

    jenis: str
    berkas: str
    kunci: str
    read: Callable[[bytes, str, Jawaban], H]
    save: Callable[[H], Simpanan]
    apa: str = "perubahan"
    ubah: str = ""
    kolom: Mapping[str, str] = field(default_factory=lambda: KOLOM)
    baris: Callable[[Any], Sequence[str]] = as_change
    tempat: Callable[[H], Mapping[Any, Tempat]] = no_place
    kunci_tempat: Callable[[Any], Any] = lambda p: (p.kode, p.bidang)
    akibat: Callable[[H], None] | None = None
    tak_cocok: str = TAK_COCOK
    kosong: str = ""
    sesudah: str = ""
    lanjut: Callable[[H], Lanjut] | None = None
    langkah: tuple[str, str] | None = None
