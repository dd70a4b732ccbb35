"""Keadaan per tanggal: the figures as the record held them at a moment, before and after a correction."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from contoh_siap import loaded
from layar import example, screen, texts

from lakip import alur, keadaan, potret, rollup
from lakip.__main__ import main
from lakip.contoh.isi import UNIT
from lakip.errors import UserError
from lakip.periode import today

PER = date(2026, 11, 27)


def figure(store, saat: datetime, kode: str = "IK-11") -> tuple[Decimal | None, bool]:
    """Realisasi of an indikator in Triwulan I of 2026, and whether it is sementara."""
    with keadaan.at(store, UNIT, saat) as then:
        row = rollup.capaian(then, UNIT, 2026, "TW1", PER).filter(kode=kode).row(0, named=True)
    return row["realisasi"], row["sementara"]


def test_a_figure_is_what_was_saved_until_then() -> None:
    """IK-11: 316 uploaded 6 April and confirmed on the 8th; 361 on the 20th, confirmed on the 22nd."""
    store = loaded()[0]
    assert figure(store, keadaan.moment("2026-04-05")) == (None, True)
    assert figure(store, keadaan.moment("2026-04-06")) == (316, True)
    assert figure(store, keadaan.moment("2026-04-10 14:00")) == (316, False)
    assert figure(store, keadaan.moment("2026-04-20")) == (361, True)
    assert figure(store, keadaan.moment("2026-04-22")) == (361, False)


def test_the_keadaan_of_an_approval_is_its_potret() -> None:
    store = loaded()[0]
    for row in alur.history(store, UNIT, 2026, "TW1").filter(keadaan="disahkan").to_dicts():
        frozen = potret.read(store, UNIT, row["potret"])
        with keadaan.at(store, UNIT, row["pada"]) as then:
            now = rollup.capaian(then, UNIT, 2026, "TW1", date.fromisoformat(frozen["per"])).to_dicts()
        assert [str(r) for r in frozen["capaian"]] == [str(_as_kept(r)) for r in now]


def _as_kept(row: dict) -> dict:
    """As json.dumps(default=str, sort_keys=True) leaves a row."""
    plain = (int, str, bool, type(None))
    return {k: row[k] if isinstance(row[k], plain) else str(row[k]) for k in sorted(row)}


def test_what_changed_since_is_named() -> None:
    store = loaded()[0]
    with keadaan.at(store, UNIT, keadaan.moment("2026-04-10 14:00")) as then:
        found = keadaan.changed_since(store, then, UNIT, 2026, "TW1", PER)
    assert [(b.kode, b.realisasi_potret, b.realisasi_kini) for b in found] == [("IK-11", 316, 361)]


def test_the_past_is_read_and_nothing_of_it_is_kept() -> None:
    store = loaded()[0]
    before = store.read("jejak_terakhir").row(0)
    with keadaan.at(store, UNIT, keadaan.moment("2025-07-25")) as then:
        assert alur.standing(then, UNIT, 2025, "SM1").keadaan == "disahkan"
        assert alur.standing(then, UNIT, 2025, "TW3").keadaan is None
    assert store.read("jejak_terakhir").row(0) == before


@pytest.mark.parametrize(
    ("teks", "said"),
    [
        ("kemarin", "bukan tanggal dan jam"),
        ("2026-04-10T10:00+07:00", "zona waktu"),
        ("2023-01-01", "catatannya mulai 18 Desember 2023"),
        ("2100-01-01", "belum terjadi"),
    ],
)
def test_a_moment_without_a_record_is_refused_in_words(teks: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        keadaan.check(loaded()[0], UNIT, keadaan.moment(teks))


def test_the_command_line_tells_the_figure_of_that_day(capsys: pytest.CaptureFixture[str], tmp_path) -> None:
    from contoh_siap import copied  # noqa: PLC0415

    where = ["--data", str(copied(tmp_path)), "capaian", "--tahun", "2026", "--periode", "TW1"]
    assert main([*where, "--keadaan", "2026-04-10 14:00"]) == 0
    then = capsys.readouterr().out
    assert "Keadaan catatan 10 April 2026 14.00 WITA" in then
    assert main(where) == 0
    now = capsys.readouterr().out
    line = {
        said: next(x for x in text.splitlines() if x.startswith("IK-11"))
        for said, text in (("then", then), ("now", now))
    }
    assert "316" in line["then"]
    assert "361" in line["now"]
    assert main([*where, "--keadaan", "besok"]) == 1


def test_the_recap_offers_each_approval_and_shows_its_figures() -> None:
    at = screen(example(), "camat", "3_rekap.py", tahun=2026, periode="TW1")
    assert at.radio[0].options[0] == "Sekarang"
    assert [o.split(",")[0] for o in at.radio[0].options[1:-1]] == ["Saat disahkan Novita Anggraeni"] * 2
    at.radio[0].set_value(at.radio[0].options[-1]).run()
    at.date_input[0].set_value(date(2026, 4, 10)).run()
    assert "bukan keadaan sekarang" in texts(at)
    assert "Berubah sejak saat itu: 1 indikator" in texts(at)


def test_the_moment_stays_in_the_address_so_a_link_shows_the_same_figures() -> None:
    at = screen(example(), "camat", "3_rekap.py", tahun=2026, periode="TW1")
    assert "keadaan" not in at.query_params
    at.radio[0].set_value(at.radio[0].options[1]).run()
    link = at.query_params["keadaan"]
    approved = keadaan.approvals(example(), UNIT, 2026, "TW1")[0]
    assert keadaan.moment(link) == approved.pada
    opened = screen(example(), "camat", "3_rekap.py", tahun=2026, periode="TW1", keadaan="2026-04-10 14:00")
    assert opened.radio[0].value == "lain"
    assert (opened.date_input[0].value, opened.time_input[0].value) == (date(2026, 4, 10), time(14))
    assert "Berubah sejak saat itu: 1 indikator" in texts(opened)
    opened.radio[0].set_value("sekarang").run()
    assert "keadaan" not in opened.query_params
    assert "bukan keadaan sekarang" not in texts(opened)


@pytest.mark.parametrize("asked", ["kemarin", "2023-01-01", "2100-01-01"])
def test_a_moment_in_the_address_that_cannot_be_shown_is_said_and_now_is_shown(asked: str) -> None:
    at = screen(example(), "camat", "3_rekap.py", tahun=2026, periode="TW1", keadaan=asked)
    assert "Yang ditampilkan keadaan sekarang." in at.warning[0].value
    assert "Unduh Excel" in texts(at) or at.table


def test_a_day_is_the_whole_of_it() -> None:
    assert keadaan.moment("2026-04-10") > keadaan.moment("2026-04-10 23:58")
    assert keadaan.moment("2026-04-10 14:00") == datetime(2026, 4, 10, 6, 0, 59, 999999)
    assert keadaan.moment("2026-04-10").date() <= today()
