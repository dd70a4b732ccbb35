"""A person who knows the right reading, and answers what a reading asks: once each, and nothing that leads astray."""

from collections.abc import Callable, Mapping
from typing import Any

from juri import PUTARAN, Angka, Jawaban, Nilai

from lakip.unggah.hasil import Hasil
from lakip.unggah.tabel.bacaan import ARTI, TIDAK_DIPAKAI
from lakip.validasi import Temuan

Penilai = Callable[[Jawaban | None], tuple[Nilai, Hasil, Jawaban]]


def answered(judge: Penilai, benar: Mapping[str, Angka], asks: Callable[[str, Temuan], bool]) -> tuple[Nilai, Jawaban]:
    """The verdict once every question was answered that has an answer which leads to the right figure, once each."""
    found, hasil, _ = judge(None)
    jawaban: Jawaban = {}
    for _ in range(PUTARAN):
        open_ones = [t for t in hasil.menahan if _choices(hasil, t) and t.kunci not in jawaban]
        if not open_ones or hasil.ditolak:
            break
        before = len(jawaban)
        for step in (_answer_rows, _answer_columns):
            found, hasil, jawaban = step(judge, benar, asks, found, hasil, jawaban)
        if len(jawaban) == before:
            break
    return found, jawaban


def _choices(hasil: Hasil, temuan: Temuan) -> tuple[str, ...]:
    """What may be answered; none where only mending or leaving out helps."""
    if temuan.pilihan:
        return temuan.pilihan
    if temuan.kode == ARTI:
        tables = [t for t in hasil.bacaan if t.lembar == temuan.lembar and any(k.sel == temuan.sel for k in t.kolom)]
        return (*(bidang for t in tables for bidang, _ in t.pilihan), TIDAK_DIPAKAI)
    return ("pakai",) if temuan.tingkat.value == "tanya" else ()


State = tuple[Nilai, Hasil, Jawaban]


def _answer_rows(judge: Penilai, benar: Any, asks: Any, found: Nilai, hasil: Hasil, jawaban: Jawaban) -> State:
    """Questions of one row each are independent: every first choice at once, then every second, and so on."""
    rows = {
        t: keys for t in hasil.menahan if 0 < len(keys := [k for k in benar if asks(k, t)]) <= max(2, len(benar) // 4)
    }
    rows = {t: keys for t, keys in rows.items() if t.kunci not in jawaban and _choices(hasil, t)}
    for number in range(max((len(_choices(hasil, t)) for t in rows), default=0)):
        left = {t: keys for t, keys in rows.items() if t.kunci not in jawaban and number < len(_choices(hasil, t))}
        tried = {t.kunci: _choices(hasil, t)[number] for t in left}
        after, _, _ = judge(jawaban | tried)
        jawaban = jawaban | {
            t.kunci: tried[t.kunci]
            for t, keys in left.items()
            if not set(keys) & {*after.salah} and _gains(found, after, keys)
        }
    found, hasil, _ = judge(jawaban)
    return found, hasil, jawaban


def _gains(before: Nilai, after: Nilai, keys: list[str]) -> bool:
    return any(k in after.benar and k not in before.benar for k in keys)


def _answer_columns(judge: Penilai, benar: Any, asks: Any, found: Nilai, hasil: Hasil, jawaban: Jawaban) -> State:
    """Questions about a column, a table, a file: one after the other, keeping what brings right figures and no wrong ones."""
    for temuan in hasil.menahan:
        best = None
        for choice in _choices(hasil, temuan):
            tried = judge(jawaban | {temuan.kunci: choice})
            rank = (-len(tried[0].salah), len(tried[0].benar), -len(tried[1].menahan))
            if best is None or rank > best[0]:
                best = (rank, choice, tried)
            if len(tried[0].benar) == sum(v is not None for v in benar.values()) and not tried[0].salah:
                break
        here = (-len(found.salah), len(found.benar), -len(hasil.menahan))
        if best is not None and best[0] > here and best[0][0] >= here[0]:
            jawaban = jawaban | {temuan.kunci: best[1]}
            found, hasil = best[2][0], best[2][1]
    return found, hasil, jawaban
