"""Fifty people of every role at once: uploads, approvals, drafts, dashboards. Streamlit's own protocol, on loopback.

python -m benchmarks beban [--menit 10]: seconds of each act (p50, p95, p99), what went wrong, memory each minute.
Ends with 1 when anything went wrong or the p95 of a save is above a second.
"""

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import klien, peladen
from benchmarks.klien import Tab
from benchmarks.layar import TAHUN, WARM
from benchmarks.peladen import Peladen
from lakip.akses import Peran
from lakip.contoh import SANDI, isi

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from contoh_tw4 import ANGKA, Angka, fill

ORANG, PIKIR = 50, 20.0  # seconds that one looks at a screen before the next act, on average
WHERE = f"tahun={TAHUN}&periode=TW4"
LAPORAN = (f"tahun={TAHUN}&periode=TW3", f"tahun={TAHUN}&periode=SM1", f"tahun={TAHUN - 1}&periode=TH")
SIMPAN = ("Simpan", "Ajukan", "Benarkan")  # what writes, each to the end of the screen that shows it
MAKS_SIMPAN = 1.0
# Of two who act on one figure or one kiriman the second is told: that is no fault.
LEBIH_DULU = ("sejak Anda membuka halaman ini", "Periksa dahulu keadaannya")
SABAR = 180  # for a draft
LIHAT = ("tugas", "dasbor", "rekap", "alur", "acuan", "laporan", "kartu")


@dataclass
class Catatan:
    """What happened: seconds by act, and what went wrong by its words."""

    detik: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    galat: Counter[str] = field(default_factory=Counter)
    kalah: int = 0  # who came second to a figure

    async def time(self, what: str, tab: Tab, act: Awaitable[float]) -> None:
        self.detik[what].append(await act)
        for said in tab.galat:
            if any(words in said for words in LEBIH_DULU):
                self.kalah += 1
            else:
                self.galat[f"{what}: {said}"] += 1


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m benchmarks beban")
    asked.add_argument("beban", nargs="?")
    asked.add_argument("--menit", type=float, default=10)
    minutes = asked.parse_args().menit
    with tempfile.TemporaryDirectory() as name:
        folder, log = Path(name) / "data", Path(name) / "peladen.log"
        peladen.load_example(folder)
        with peladen.lakip(folder, log) as server:
            time.sleep(WARM)
            found = asyncio.run(_crowd(server, minutes * 60))
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            found.galat[f"peladen: {line}"] += 1
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"  cakram: {size / 1e6:.0f} MB")
    sys.exit(_told(found))


async def _crowd(server: Peladen, seconds: float) -> Catatan:
    found, accounts = Catatan(), isi.accounts()
    until = time.perf_counter() + seconds
    print(f"\nBeban: {ORANG} orang, {seconds / 60:g} menit, rata-rata satu perbuatan tiap {PIKIR:g} detik seorang")

    async def person(number: int) -> None:
        chance, who = random.Random(number), accounts[number % len(accounts)]
        await asyncio.sleep(chance.uniform(0, min(30, seconds / 4)))
        start = time.perf_counter()
        cookies = await asyncio.to_thread(klien.sign_in, server.alamat, who.akun, SANDI)
        found.detik["masuk"].append(time.perf_counter() - start)
        # One of each account works; whoever else has it looks on.
        async with klien.tab(server.alamat, cookies) as tab:
            await found.time("buka Tugas saya", tab, tab.open("tugas", WHERE))
            while time.perf_counter() < until:
                await tab.idle(min(chance.expovariate(1 / PIKIR), max(0.1, until - time.perf_counter())))
                if time.perf_counter() > until:  # or else everybody would act at the same moment, once
                    break
                await _act(tab, chance, who.peran, found, works=number < len(accounts))
            found.detik["tanya berkala"] += tab.polls

    async def guarded(number: int) -> None:
        try:
            await person(number)
        except Exception as error:  # told at the end; the others go on
            found.galat[f"{type(error).__name__}: {error}"] += 1

    async def watch() -> None:
        for minute in range(int(seconds / 60) + 1):
            await asyncio.sleep(max(0.0, until - seconds + minute * 60 - time.perf_counter()))
            print(f"  menit {minute:>2}: {server.megabytes():7,.0f} MB, CPU {server.cpu():6,.0f} detik", flush=True)

    await asyncio.gather(watch(), *(guarded(number) for number in range(ORANG)))
    print(f"  sesudah: {server.megabytes():6,.0f} MB, CPU {server.cpu():6,.0f} detik")
    return found


async def _act(tab: Tab, chance: random.Random, peran: Peran, found: Catatan, *, works: bool) -> None:
    """One thing that such a person does."""
    if works and peran is Peran.STAF and chance.random() < 0.6:
        await _bring(tab, chance, found)
    elif works and peran in (Peran.KASI, Peran.KASUBBAG) and chance.random() < 0.6:
        await found.time("buka Kiriman", tab, tab.open("alur", WHERE))
        await _press(tab, "Benarkan", found)
    elif peran not in (Peran.STAF, Peran.KASI, Peran.ADMIN) and chance.random() < 0.15:
        await _draft(tab, chance, found)
    else:
        path = chance.choice(LIHAT[: -2 if peran is Peran.ADMIN else None])
        await found.time(f"buka {path}", tab, tab.open(path, WHERE))


async def _bring(tab: Tab, chance: random.Random, found: Catatan) -> None:
    """The form, filled with somewhat other figures, saved and sent."""
    await found.time("buka Unggah", tab, tab.open("unggah", WHERE))
    start = time.perf_counter()
    form = await tab.download("Unduh formulir")
    found.detik["unduh formulir"].append(time.perf_counter() - start)
    content = await asyncio.to_thread(fill, form, _other(chance))
    await found.time("unggah berkas", tab, tab.upload(f"realisasi_{chance.random()}.xlsx", content))
    if await _press(tab, "Simpan", found):
        await found.time("buka Kiriman", tab, tab.open("alur", WHERE))
        await _press(tab, "Ajukan", found)


async def _press(tab: Tab, label: str, found: Catatan) -> bool:
    """Where the screen has such a button."""
    there = any(name.startswith(label) for name in tab.tombol)
    if there:
        await found.time(label, tab, tab.click(label))
    return there


async def _draft(tab: Tab, chance: random.Random, found: Catatan) -> None:
    """From pressing the button until the document is offered; of what is collected already, as one does."""
    await found.time("buka Laporan", tab, tab.open("laporan", chance.choice(LAPORAN)))
    if not any(name.startswith("Susun ") for name in tab.tombol):
        return
    start = time.perf_counter()
    await found.time("Susun draf: layar pertama", tab, tab.click("Susun "))
    while not any(name.startswith(("Unduh draf", "Unduh laporan")) for name in tab.tombol):
        if tab.galat or time.perf_counter() - start > SABAR:
            found.galat[f"draf: {' '.join(tab.galat) or f'tidak ditawarkan dalam {SABAR} detik'}"] += 1
            return
        await tab.idle(1.2)
    found.detik["Susun draf: sampai ditawarkan"].append(time.perf_counter() - start)


def _other(chance: random.Random) -> Angka:
    """Plausible figures: those of the example, some of them one in a hundred more or less."""
    return {
        kode: round(value * chance.uniform(0.99, 1.01), 2) if isinstance(value, float) else value
        for kode, value in ANGKA.items()
    }


def _told(found: Catatan) -> int:
    print(f"  {'perbuatan':<34} {'kali':>6} {'p50':>8} {'p95':>8} {'p99':>8} {'paling lama':>12}   detik")
    for what, took in sorted(found.detik.items()):
        _line(what, took)
    saves = [one for what in SIMPAN for one in found.detik[what]]
    late = _line("SETIAP PENYIMPANAN", saves) > MAKS_SIMPAN
    print(f"  diberi tahu bahwa yang lain lebih dulu: {found.kalah}")
    print(f"  yang keliru: {sum(found.galat.values())}")
    for said, count in found.galat.most_common(20):
        print(f"    {count} x {said}")
    return int(bool(found.galat) or late)


def _line(what: str, took: list[float]) -> float:
    """Prints one, and gives its p95."""
    if not took:
        return 0.0
    cuts = statistics.quantiles(took, n=100) if len(took) > 1 else took * 99
    print(f"  {what:<34} {len(took):>6,} {cuts[49]:>8.3f} {cuts[94]:>8.3f} {cuts[98]:>8.3f} {max(took):>12.3f}")
    return cuts[94]


if __name__ == "__main__":
    main()
