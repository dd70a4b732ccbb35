"""The dates of one periode: until when something is owed, and when it is talked about. Reads only.

For calendars that leave the office, so what is Rahasia is told without its content.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lakip.alur import waktu
from lakip.alur.waktu import Tahap
from lakip.periode import PERIODE, local
from lakip.sop import arahan, dispensasi, disposisi, sosialisasi
from lakip.sop.sosialisasi import DIBATALKAN
from lakip.sop.waktu_kerja import HARI_KERJA
from lakip.store import Store

LAMA_RAPAT = timedelta(hours=1)  # of a meeting to come: what the SOP allows


@dataclass(frozen=True)
class Acara:
    """One date.

    Attributes:
        kunci: names it within the office for good: a calendar that has it already moves it.
        mulai, selesai: moments (UTC) of what has an hour; both None: the whole day.
        batal: called off; a calendar that has it takes it away.
    """

    kunci: str
    judul: str
    hari: date
    uraian: str = ""
    tempat: str = ""
    mulai: datetime | None = None
    selesai: datetime | None = None
    batal: bool = False


def of(store: Store, unit: str, tahun: int, periode: str, kini: datetime) -> tuple[Acara, ...]:
    """Those of one run as things stand at `kini` (UTC), the first day first: what is owed still, and every meeting."""
    found = (_sending, _steps, _meetings, _orders, _directions)
    every = [one for find in found for one in find(store, unit, tahun, periode, kini)]
    return tuple(sorted(every, key=lambda one: (one.hari, one.mulai is not None, one.mulai or kini, one.judul)))


# ---------------------------------------------------------------- inside


def _sending(store: Store, unit: str, tahun: int, periode: str, kini: datetime) -> Iterator[Acara]:
    """Until when whoever owes figures of a triwulan is to send them: one date for all who share it."""
    about = PERIODE[periode]
    if len(about.triwulan) > 1:
        return
    owing: dict[date, list[str]] = {}
    for sent in dispensasi.deliveries(store, unit, tahun, local(kini).date()):
        if sent.triwulan in about.triwulan and sent.keadaan in dispensasi.DITAGIH and sent.batas:
            owing.setdefault(sent.batas, []).append(sent.nama)
    for day, names in owing.items():
        key = f"{tahun}/{periode}/kirim/{day}"
        yield Acara(key, f"Batas kirim data {about.label(tahun)}", day, f"Ditunggu: {', '.join(names)}.")


def _steps(store: Store, unit: str, tahun: int, periode: str, kini: datetime) -> Iterator[Acara]:
    """Until which day the step that goes on is within its baku mutu; minutes of work, or what has passed, are none."""
    for row in waktu.run(store, unit, tahun, periode, kini):
        step = row.langkah
        if row.periode != periode or row.tahap is not Tahap.BERJALAN or step.baku.satuan != HARI_KERJA:
            continue
        if row.batas is not None and row.batas >= kini:
            who = ": ".join(filter(None, (row.jabatan, row.nama)))
            said = f"Baku mutu {step.baku.kata}. Pada {who}."
            key, title = f"{tahun}/{periode}/langkah/{step.nomor}", f"Batas langkah {step.nomor}: {step.uraian}"
            yield Acara(key, title, local(row.batas).date(), said)


def _meetings(store: Store, unit: str, tahun: int, periode: str, _: datetime) -> Iterator[Acara]:
    for one in sosialisasi.meetings(store, unit, tahun, periode):
        begins = one.dimulai or one.mulai
        yield Acara(
            f"{tahun}/{periode}/sosialisasi/{one.nomor}", one.nama, one.hari, one.agenda, one.tempat,
            begins, one.selesai or begins + LAMA_RAPAT, one.keadaan == DIBATALKAN,
        )  # fmt: skip


def _orders(store: Store, unit: str, tahun: int, periode: str, _: datetime) -> Iterator[Acara]:
    for row in disposisi.recorded_all(store, unit, tahun):
        if (row["tahun_kinerja"], row["periode"]) != (tahun, periode) or row["selesai"]:
            continue
        told = disposisi.closed(row) if row["sifat"] == disposisi.RAHASIA else row
        nomor = disposisi.number(row["tahun"], row["nomor"])
        who = row["kepada_jabatan"] or row["kepada_nama"]
        yield Acara(f"disposisi/{nomor}", f"Tenggat disposisi {nomor}: {told['hal']}", row["tenggat"], f"Kepada {who}.")


def _directions(store: Store, unit: str, tahun: int, periode: str, _: datetime) -> Iterator[Acara]:
    for row in arahan.open_due(store, unit, tahun):
        if (row["tahun"], row["periode"]) == (tahun, periode):
            key = f"{tahun}/{periode}/arahan/{row['nomor']}/{row['urutan']}"
            who = f"{row['pejabat_nama']}, {row['pejabat_jabatan']}."
            yield Acara(key, f"Tenggat arahan: {row['uraian']}", row["tenggat"], who)
