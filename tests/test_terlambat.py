"""Who is late, at every place that says so: one rule, of the quarters of the periode shown.

Triwulan III ends on 30 September and its figures are awaited until 10 October 2026, a Saturday. Four bagian measure
something in it (YAN 2 figures, PMD 2, PEM 1, TRANTIB 3). In Triwulan II, PEM left one empty and TRANTIB never sent.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

import kantor_sop
import openpyxl
import pytest
from kantor_sop import CAMAT, TAHUN, UNIT
from layar import add_person, cells, screen, texts
from salinan import once

from lakip import alur, dasbor, kiriman, periode, tugas
from lakip.akses import Peran
from lakip.export import kepatuhan_excel, log_sop, rapor
from lakip.periode import recorded
from lakip.sop import dispensasi
from lakip.store import Store
from lakip.ui import session

BAGIAN = ("YAN", "PMD", "PEM", "TRANTIB")
ANGKA = {
    "YAN": ("IK-01", "IK-02"),
    "PMD": ("IK-04", "IK-05"),
    "PEM": ("IK-06",),
    "TRANTIB": ("IK-07", "IK-08", "IK-09"),
}
TW2, TW3 = 2, 4  # kiriman late once their batas has passed


@pytest.fixture
@once
def store() -> Store:
    store = kantor_sop.office()
    add_person(store, UNIT, "peninjau", Peran.PENINJAU)
    return store


def at(day: date) -> datetime:
    return recorded(datetime.combine(day, time(10)))


def fill(store: Store, bagian: str, *, all_of_it: bool = True) -> None:
    key = {
        "unit": UNIT,
        "tahun": TAHUN,
        "triwulan": 3,
        "versi": 1,
        "keadaan": "terisi",
        "oleh": "staf",
        "pada": at(OKT_1),
    }
    rows = [
        {**key, "indikator": kode, "nilai": None if kode == "IK-02" else Decimal(5)}
        | ({"pembilang": Decimal(9), "penyebut": Decimal(10)} if kode == "IK-02" else {})
        for kode in ANGKA[bagian][: None if all_of_it else 1]
    ]
    with store.transaction() as tx:
        for row in rows:
            tx.insert("realisasi", [row])


def send(store: Store, bagian: str, day: date, *, all_of_it: bool = True) -> None:
    fill(store, bagian, all_of_it=all_of_it)
    row = {"unit": UNIT, "bagian": bagian, "tahun": TAHUN, "triwulan": 3, "nomor": 1, "keadaan": "diajukan"}
    with store.transaction() as tx:
        tx.insert("kiriman", [row | {"oleh": "staf", "pada": at(day)}])


def give_back(store: Store, bagian: str, day: date) -> None:
    send(store, bagian, OKT_9)
    row = {"unit": UNIT, "bagian": bagian, "tahun": TAHUN, "triwulan": 3, "nomor": 2, "keadaan": "dikembalikan"}
    with store.transaction() as tx:
        tx.insert("kiriman", [row | {"alasan": "Register belum ditutup", "oleh": "kasi", "pada": at(day)}])


def longer(store: Store, bagian: str) -> None:
    dispensasi.grant(store, CAMAT, UNIT, bagian, TAHUN, 3, date(2026, 10, 20), "Banjir di empat desa")


def approve(store: Store, kode: str) -> None:
    row = {"unit": UNIT, "tahun": TAHUN, "periode": kode, "nomor": 1, "keadaan": "disahkan", "oleh": "camat"}
    with store.transaction() as tx:
        tx.insert("alur", [row | {"pada": at(OKT_1)}])


SEP_30, OKT_1, OKT_9, OKT_10, OKT_11, OKT_12, OKT_20, OKT_21, DES_1 = (
    date(2026, *day) for day in ((9, 30), (10, 1), (10, 9), (10, 10), (10, 11), (10, 12), (10, 20), (10, 21), (12, 1))
)


def told(store: Store, per: date) -> dict[str, int]:
    """Of Triwulan III, how many are late: by what each paper, workbook and screen is made of."""
    found = dasbor.read(store, UNIT, TAHUN, "TW3", per)
    grid = found.kelengkapan.filter(triwulan=3)
    staf = [tugas.mine(store, kantor_sop.who(b, Peran.STAF, b), UNIT, per) for b in BAGIAN]
    book = openpyxl.load_workbook(BytesIO(kepatuhan_excel.build(store, kantor_sop.PENINJAU, UNIT, TAHUN, at(per))))
    rows = [[str(c.value) for c in row] for row in book["Kiriman"].iter_rows()]
    return {
        "dasbor": len(found.terlambat),
        "perlu perhatian": sum(p.jenis == "terlambat" for p in found.perhatian),
        "kelengkapan": int(grid["terlambat"].sum()),
        "kelengkapan, kata": grid.filter(keadaan="terlambat").height,
        "tugas": sum(t.terlambat != "" and t.alamat["periode"] == "TW3" for mine in staf for t in mine),
        "excel": sum(row[0] == "III" and ", terlambat " in " ".join(row) for row in rows),
        "log sop": sum(", terlambat " in row.keadaan for row in log_sop.draft(store, UNIT, TAHUN, "TW3", at(per)).kirim),
        "rapor": sum(
            ", terlambat " in page.kiriman for page in rapor.draft(store, UNIT, TAHUN, 3, per, per).lembar
        ),
    }  # fmt: skip


def shown(store: Store) -> dict[str, int]:
    """The same, as a reader counts it on the screens."""
    about: dict[str, Any] = {"tahun": TAHUN, "periode": "TW3"}
    matters = texts(screen(store, "peninjau", "5_dasbor.py", **about))
    page = texts(screen(store, "peninjau", "periode.py", **about))
    sent = [texts(screen(store, "peninjau", "7_alur.py", bagian=b, **about)) for b in BAGIAN]
    return {
        "dasbor": len(re.findall(r"Batas [^.,]+, terlambat ", matters)),
        "periode": int(page.split(" kiriman terlambat")[0].rsplit(" ", 1)[-1]),
        "periode, tabel": sum(", terlambat " in line for line in page.splitlines()),
        "kiriman": sum(", terlambat " in one for one in sent),
    }


Doing = Callable[[Store], Any]


@pytest.mark.parametrize(
    ("per", "doing", "many"),
    [
        (SEP_30, (), 0),
        (OKT_1, (), 0),
        (OKT_10, (), 0),
        (OKT_11, (), 4),
        (OKT_12, (), 4),
        (OKT_11, (lambda s: longer(s, "PEM"),), 3),
        (OKT_20, (lambda s: longer(s, "PEM"),), 3),
        (OKT_21, (lambda s: longer(s, "PEM"),), 4),
        (OKT_12, (lambda s: send(s, "YAN", OKT_9),), 3),  # in time
        (OKT_12, (lambda s: send(s, "YAN", OKT_12),), 3),  # after it, and no longer late
        (OKT_12, (lambda s: fill(s, "YAN"),), 4),  # filled in, never sent
        (OKT_12, (lambda s: send(s, "YAN", OKT_9, all_of_it=False),), 4),  # sent with a gap
        (OKT_12, (lambda s: give_back(s, "YAN", OKT_12),), 3),  # a return makes nobody late
        (OKT_12, (lambda s: approve(s, "TW3"),), 0),
        (DES_1, (lambda s: approve(s, "SM2"),), 0),  # closed with the semester that holds it
        (DES_1, (lambda s: approve(s, "SM1"),), 4),
    ],
    ids=lambda v: str(v) if not isinstance(v, tuple) else "",
)
def test_every_place_counts_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch, per: date, doing: tuple[Doing, ...], many: int
) -> None:
    monkeypatch.setattr(periode, "today", lambda: OKT_9)
    for act in doing:
        act(store)
    said = told(store, per)
    assert said == dict.fromkeys(said, many)


@pytest.mark.parametrize(
    ("per", "doing", "many"),
    [
        (OKT_10, (), 0),
        (OKT_11, (lambda s: longer(s, "PEM"),), 3),
        (OKT_12, (lambda s: approve(s, "TW3"),), 0),
    ],
    ids=["the day itself", "the day after, one given longer", "approved"],
)
def test_every_screen_counts_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch, per: date, doing: tuple[Doing, ...], many: int
) -> None:
    monkeypatch.setattr(periode, "today", lambda: OKT_9)
    for act in doing:
        act(store)
    monkeypatch.setattr(session, "today", lambda: per)
    said = shown(store)
    assert said == dict.fromkeys(said, many)


@pytest.mark.parametrize(("per", "many"), [(OKT_1, TW2), (OKT_10, TW2), (OKT_11, TW2 + TW3)])
def test_a_year_counts_what_its_quarters_count(
    store: Store, monkeypatch: pytest.MonkeyPatch, per: date, many: int
) -> None:
    """Kepatuhan is of the whole tahun, as the dashboard of the year and to date."""
    monkeypatch.setattr(session, "today", lambda: per)
    for kode in ("TH", "SD3"):
        found = dasbor.read(store, UNIT, TAHUN, kode, per)
        assert len(found.terlambat) == many
    page = screen(store, "peninjau", "kepatuhan.py", tahun=TAHUN)
    assert f"{many} kiriman terlambat" in texts(page)
    shown = [" ".join(row) for table in page.table for row in cells(table)]
    assert sum(", terlambat" in row.replace("\\", "") for row in shown) == many


def test_the_dashboard_of_an_approved_quarter_says_that_nobody_is_late(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TW I is approved and complete; TW II and III of two and four bagian are late, and are none of its business."""
    approve(store, "TW1")
    monkeypatch.setattr(session, "today", lambda: DES_1)
    page = screen(store, "peninjau", "5_dasbor.py", tahun=TAHUN, periode="TW1")
    assert "terlambat" not in texts(page)
    assert "belum mengirim" not in "".join(link.proto.label for link in page.get("page_link"))


def test_a_task_in_an_approved_quarter_is_nobody_s(store: Store) -> None:
    """A figure that SM I was approved without can no longer be filled in."""
    staf = kantor_sop.who("pem", Peran.STAF, "PEM")
    july = date(2026, 7, 20)
    assert [t.apa for t in tugas.mine(store, staf, UNIT, july)] == ["Isi 1 angka Seksi Pemerintahan, Triwulan II"]
    approve(store, "SM1")
    assert tugas.mine(store, staf, UNIT, july) == []


def test_what_was_sent_late_stays_told_and_is_late_no_longer(store: Store) -> None:
    send(store, "YAN", date(2026, 10, 14))
    (one,) = (d for d in dispensasi.deliveries(store, UNIT, TAHUN, DES_1) if (d.bagian, d.triwulan) == ("YAN", 3))
    assert (one.kata, one.is_late) == ("dikirim 3 hari kerja sesudah batas", False)  # Monday to Wednesday
    approve(store, "TW3")
    (one,) = (d for d in dispensasi.deliveries(store, UNIT, TAHUN, DES_1) if (d.bagian, d.triwulan) == ("YAN", 3))
    assert one.kata == "dikirim 3 hari kerja sesudah batas"


def test_a_gap_in_what_was_sent_is_awaited_then_late(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    send(store, "YAN", OKT_9, all_of_it=False)

    def kata(per: date) -> str:
        rows = dispensasi.deliveries(store, UNIT, TAHUN, per)
        return next(d.kata for d in rows if (d.bagian, d.triwulan) == ("YAN", 3))

    assert kata(OKT_10) == "1 angka belum diisi, ditunggu"
    assert kata(OKT_12) == "1 angka belum diisi, terlambat 1 hari kerja"
    monkeypatch.setattr(periode, "today", lambda: OKT_9)
    longer(store, "YAN")
    assert kata(OKT_20) == "1 angka belum diisi, ditunggu"
    assert kiriman.completeness(store, UNIT, TAHUN).filter(bagian="YAN", triwulan=3)["terkunci"].to_list() == [False]


def test_an_approved_quarter_takes_no_dispensation(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(periode, "today", lambda: OKT_9)
    approve(store, "TW3")
    assert alur.year(store, UNIT, TAHUN)["TW3"] is alur.Keadaan.DISAHKAN
    with pytest.raises(dispensasi.UserError, match="sudah disahkan"):
        longer(store, "PEM")
