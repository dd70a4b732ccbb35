"""Loading the example: every event in its order, each through the function that a person would have used."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from argon2 import PasswordHasher

from lakip import anggaran, jejak, kiriman, pengaturan, rekap, rencana
from lakip.akses import PERAN_NAMA, Pengguna, Peran, system
from lakip.anggaran import Anggaran
from lakip.contoh import alur, bukti, dokumen, hari, isi, sop
from lakip.contoh.berkas import source
from lakip.contoh.isi import UNIT, Akun
from lakip.contoh.masa_lalu import PastStore, PastTransaction
from lakip.errors import UserError
from lakip.periode import TRIWULAN, now, today
from lakip.realisasi import Realisasi
from lakip.rencana import PkVersion, Rencana, Target
from lakip.store import Store, Transaction

SIAP = date(2023, 12, 18)
PERUBAHAN = {2025: date(2025, 9, 8), 2026: date(2026, 9, 7)}
PER_BAGIAN = 2026  # until then the Kasubbag sent one file for the whole office

Kejadian = tuple[datetime, Callable[[Store], object]]


def load(store: Store) -> list[tuple[str, str, str, str]]:
    """Load the example office into an empty store, all or nothing.

    Returns:
        Its accounts: name to sign in with, nama, peran in words, password.

    Raises:
        UserError: the store holds an office already.
    """
    if pengaturan.units(store):
        raise UserError(
            "Data contoh hanya dapat dimuat ke basis data yang masih kosong. "
            "Pakai folder data lain, misalnya --data data-contoh."
        )
    people = {a.akun: a for a in isi.accounts()}
    # The hash that stays takes a fifth of a second, and another core has time.
    with ThreadPoolExecutor(1) as other, store.transaction() as tx:
        hashed = other.submit(PasswordHasher().hash, isi.SANDI)
        past = PastStore(store, PastTransaction(tx, _at(SIAP), store.behind))
        for when, act in sorted(_events(people), key=lambda event: event[0]):
            past.tx.pada = when
            act(past)
        _seal_accounts(past.tx, hashed.result())
        past.tx.pada = now()
        jejak.write(past.tx, "sistem", "memuat data contoh", f"unit:{UNIT}", unit=UNIT)
    return [(a.akun, a.nama, _peran(a), isi.SANDI) for a in people.values()]


def _peran(akun: Akun) -> str:
    name = PERAN_NAMA[akun.peran]
    return f"{name} ({akun.bagian})" if akun.bagian else name


def _at(day: date, step: int = 0) -> datetime:
    """09.30 WITA of that day as the record's UTC, and half an hour later for each step."""
    morning = datetime(day.year, day.month, day.day, 1, 30)  # noqa: DTZ001
    return morning + step * timedelta(minutes=30)


def _events(people: dict[str, Akun]) -> Iterator[Kejadian]:
    kasubbag = people["kasubbag"].pengguna
    yield _at(SIAP), _set_up
    yield _at(SIAP, 1), lambda store: _open_accounts(store, list(people.values()))
    yield _at(SIAP, 2), lambda store: anggaran.save_nomenklatur(store, kasubbag, UNIT, isi.EDISI, isi.codes())
    plan = Rencana(PkVersion(), (), tuple(isi.cards()), tuple(isi.goals()), tuple(isi.aims()))
    yield _at(SIAP, 3), lambda store: rencana.save(store, kasubbag, UNIT, isi.TAHUN[0], plan)
    yield _at(SIAP, 5), lambda store: _choose(store, kasubbag)
    for tahun in isi.TAHUN:
        yield from _agreements(kasubbag, tahun)
        yield from _money(kasubbag, tahun)
    yield from _figures(people)
    yield from ((_at(max(day, SIAP), 4), act) for day, act in dokumen.events(kasubbag))
    yield from sop.events(people)
    yield from alur.events(people)
    yield from ((_at(day, 5), act) for day, act in bukti.events(kasubbag) if day <= today())


def _set_up(store: Store) -> None:
    identity = replace(pengaturan.IDENTITAS_BAWAAN, contoh=True)
    awal = pengaturan.Awal(isi.TAHUN[0], 1)
    pengaturan.set_up_office(
        store, system(UNIT), identity, pengaturan.BAGIAN_BAWAAN, isi.officials(), awal=awal
    )  # fmt: skip
    pengaturan.set_lambang(store, system(UNIT), UNIT, isi.emblem())


def _open_accounts(store: Store, people: list[Akun]) -> None:
    """As `akun.add` and `akun.give_peran` do, but with one hash for all, and a quick one until `_seal_accounts`: each,
    and each approval with its password, would cost a tenth of a second."""
    hashed = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(isi.SANDI)
    held = [*people, *isi.former()]
    with store.transaction() as tx:
        same = {"sandi": hashed, "aktif": True, "wajib_ganti": False, "gagal": 0, "dibuat": _at(SIAP, 1)}
        tx.insert(
            "akun", [{"akun": akun, "nama": nama, **same} for akun, nama in {a.akun: a.nama for a in held}.items()]
        )
        span = [{"peran": str(a.peran), "bagian": a.bagian, "mulai": a.mulai, "selesai": a.selesai} for a in held]
        tx.insert("akun_peran", [{"akun": a.akun, "unit": UNIT, **s} for a, s in zip(held, span, strict=True)])
        seen: set[str] = set()
        for a in held:
            act = "memberi peran" if a.akun in seen else "menambah akun"
            seen.add(a.akun)
            jejak.write(tx, "sistem", act, f"akun:{a.akun}", unit=UNIT, peran=a.peran, bagian=a.bagian)


def _seal_accounts(tx: Transaction, hashed: str) -> None:
    """The hash that stays, before anything is committed."""
    for akun in dict.fromkeys(a.akun for a in (*isi.accounts(), *isi.former())):
        tx.run("akun_sandi", akun=akun, sandi=hashed, wajib_ganti=False)


def _choose(store: Store, kasubbag: Pengguna) -> None:
    rumus = {card.kode: card.rumus for card in isi.cards()}
    for kode, dasar in isi.formulas().items():
        rencana.choose_rumus(store, kasubbag, UNIT, kode, isi.TAHUN[0], rumus[kode], dasar)


def _agreements(kasubbag: Pengguna, tahun: int) -> Iterator[Kejadian]:
    for pk, targets in isi.agreements(tahun):
        assert pk.tanggal is not None
        yield _at(pk.tanggal), partial(_save_targets, kasubbag, tahun, pk, targets)


def _save_targets(kasubbag: Pengguna, tahun: int, pk: PkVersion, targets: list[Target], store: Store) -> None:
    rencana.save_target_set(store, kasubbag, UNIT, tahun, pk, targets)


def _money(kasubbag: Pengguna, tahun: int) -> Iterator[Kejadian]:
    for sifat, day in (("murni", date(tahun, 1, 5)), ("perubahan", PERUBAHAN.get(tahun, date.max))):
        if pagu := isi.budget(tahun, sifat):
            yield _at(day), partial(_save_pagu, kasubbag, tahun, sifat, pagu)
            yield _at(day, 1), partial(_save_cash_plan, kasubbag, tahun, sifat)
    yield _at(date(tahun, 1, 5), 2), partial(_save_links, kasubbag, tahun)
    for triwulan in TRIWULAN:
        if spent := isi.spending(tahun, triwulan):
            day = hari.workday(hari.reported(tahun, triwulan), 1)
            yield _at(day), partial(_save_spending, kasubbag, tahun, triwulan, spent)


def _save_pagu(kasubbag: Pengguna, tahun: int, sifat: str, pagu: dict[str, int], store: Store) -> None:
    anggaran.save_anggaran(store, kasubbag, UNIT, tahun, sifat, isi.EDISI, pagu)


def _save_cash_plan(kasubbag: Pengguna, tahun: int, sifat: str, store: Store) -> None:
    anggaran.save(store, kasubbag, UNIT, tahun, Anggaran(isi.cash_plan(tahun, sifat)))


def _save_links(kasubbag: Pengguna, tahun: int, store: Store) -> None:
    anggaran.save_sasaran_program(store, kasubbag, UNIT, tahun, isi.links())


def _save_spending(kasubbag: Pengguna, tahun: int, triwulan: int, spent: dict[str, int], store: Store) -> None:
    anggaran.save_realisasi_anggaran(store, kasubbag, UNIT, tahun, triwulan, spent)


def _figures(people: dict[str, Akun]) -> Iterator[Kejadian]:
    """One file per quarter for the whole office at first, later one per bagian; then sent, and confirmed."""
    of = {card.kode: card.bagian for card in isi.cards()}
    for (tahun, triwulan, versi), reported in isi.figures().items():
        by_bagian: dict[str, list[Realisasi]] = {}
        for one in reported:
            by_bagian.setdefault(of[one.kode], []).append(one)
        day = hari.reported(tahun, triwulan, versi)
        if tahun < PER_BAGIAN:
            kasubbag = people["kasubbag"].pengguna
            yield _at(day), partial(_upload, kasubbag, tahun, triwulan, versi, None, reported)
        else:
            for step, (bagian, rows) in enumerate(sorted(by_bagian.items())):
                staf = _holder(people, bagian, Peran.STAF).pengguna
                yield _at(day, step), partial(_upload, staf, tahun, triwulan, versi, bagian, rows)
        yield from _sent(people, tahun, triwulan, sorted(by_bagian), day)


def _sent(people: dict[str, Akun], tahun: int, triwulan: int, bagian: list[str], day: date) -> Iterator[Kejadian]:
    """What became of the kiriman of a quarter. While the Kasubbag filled in everything, they were confirmed as a draf;
    his own bagian's by the other Kasubbag, since nobody confirms what he saved."""
    known = isi.unfinished()
    became = {b: known.get((tahun, triwulan, b), ("dibenarkan", "")) for b in bagian}
    heads = {b: _holder(people, b, Peran.KASI, Peran.KASUBBAG).pengguna for b in bagian}
    if tahun < PER_BAGIAN:
        self_saved = people["kasubbag"].pengguna
        heads = {b: people["kasubbag.umum"].pengguna if h == self_saved else h for b, h in heads.items()}
    else:
        staf = {b: _holder(people, b, Peran.STAF).pengguna for b in bagian if became[b][0] != "draf"}
        yield _at(hari.workday(day, 1)), lambda store: kiriman.submit_each(store, staf, UNIT, tahun, triwulan)
    confirmed = {b: heads[b] for b in bagian if became[b][0] == "dibenarkan"}
    yield _at(hari.workday(day, 2)), lambda store: kiriman.confirm_each(store, confirmed, UNIT, tahun, triwulan)
    for b in bagian:
        if became[b][0] == "dikembalikan":
            yield _at(hari.workday(day, 2)), partial(_send_back, heads[b], b, tahun, triwulan, became[b][1])


def _send_back(kasi: Pengguna, bagian: str, tahun: int, triwulan: int, alasan: str, store: Store) -> None:
    kiriman.send_back(store, kasi, UNIT, bagian, tahun, triwulan, alasan)


def _holder(people: dict[str, Akun], bagian: str, *peran: Peran) -> Akun:
    return next(a for a in people.values() if a.bagian == bagian and a.peran in peran)


def _upload(
    sender: Pengguna, tahun: int, triwulan: int, versi: int, bagian: str | None, rows: list[Realisasi], store: Store
) -> None:
    expected = rekap.acuan(store, UNIT, tahun, triwulan)
    changed = rekap.changes(expected, triwulan, rows)
    file = source(tahun, triwulan, versi, bagian, [(expected[r.kode], r) for r in rows])
    rekap.save_realisasi(store, sender, UNIT, tahun, triwulan, changed, file)
