"""What is killed: does real acts on a real record until then, and says each one that it was told is done.

python tests/ketahanan/anak.py FOLDER unggah|laporan|cadangan|migrasi SEED
"""

import io
import json
import random
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from contoh_tw4 import ANGKA, fill  # noqa: E402

from lakip import kiriman, periode  # noqa: E402
from lakip.__main__ import main as command  # noqa: E402
from lakip.akses import Peran  # noqa: E402
from lakip.contoh import isi  # noqa: E402
from lakip.export import laporan_triwulan, pdf  # noqa: E402
from lakip.store import Store  # noqa: E402
from lakip.unggah import realisasi  # noqa: E402
from lakip.unggah.realisasi.formulir import realisasi_form  # noqa: E402

UNIT, TAHUN, TRIWULAN, BAGIAN = isi.UNIT, 2026, 4, "YAN"
ORANG = {a.peran: a.pengguna for a in isi.accounts() if a.bagian in (BAGIAN, None)}


def say(store: Store | None, what: str, **more: object) -> None:
    """That it is done, with the newest act of the trail."""
    last = store.read("jejak_terakhir").row(0, named=True) if store else {}
    print(json.dumps({"apa": what, **last, **more}, default=str), flush=True)


def unggah(folder: Path, chance: random.Random) -> None:
    """Figures in, sent, confirmed, over and over."""
    store = Store(folder)
    where = (UNIT, BAGIAN, TAHUN, TRIWULAN)
    while True:
        bring(store, chance)
        kiriman.submit(store, ORANG[Peran.STAF], *where)
        say(store, "ajukan")
        kiriman.confirm(store, ORANG[Peran.KASI], *where)
        say(store, "benarkan")


def bring(store: Store, chance: random.Random) -> None:
    """A form as it is now, for it asks about what changed since, filled with somewhat other figures."""
    form = realisasi_form(store, UNIT, TAHUN, TRIWULAN, BAGIAN)
    other = {k: round(v * chance.uniform(0.99, 1.01), 2) if isinstance(v, float) else v for k, v in ANGKA.items()}
    staf = ORANG[Peran.STAF]
    hasil = realisasi.read(store, staf, fill(form, other), "tw4.xlsx", UNIT, TAHUN, TRIWULAN, BAGIAN, {})
    assert not hasil.menahan
    realisasi.save(store, staf, hasil)
    say(store, "unggah")


def laporan(folder: Path, chance: random.Random) -> None:
    """A figure changed, and the report that says so; without LibreOffice, which would take most of the time."""
    pdf.NAMA = ()
    store = Store(folder)
    while True:
        laporan_triwulan.build(store, ORANG[Peran.CAMAT], UNIT, TAHUN, "TW4", periode.today())
        say(store, "laporan")
        bring(store, chance)


def cadangan(folder: Path, chance: random.Random) -> None:
    """By the command, each with its own opening and closing of the record."""
    while True:
        target = folder.parent / f"cadangan-{chance.getrandbits(48):012x}.zip"
        with redirect_stdout(io.StringIO()):
            assert command(["--data", str(folder), "cadangkan", "--ke", str(target)]) == 0
        say(None, "cadangan", berkas=str(target))


def migrasi(folder: Path, _: random.Random) -> None:
    """A record of an earlier program is opened; and then opened and closed again and again."""
    while True:
        store = Store(folder)
        say(None, "migrasi")
        store.close()


JENIS: dict[str, Callable[[Path, random.Random], None]] = {f.__name__: f for f in (unggah, laporan, cadangan, migrasi)}

if __name__ == "__main__":
    print("siap", flush=True)
    JENIS[sys.argv[2]](Path(sys.argv[1]), random.Random(int(sys.argv[3])))
