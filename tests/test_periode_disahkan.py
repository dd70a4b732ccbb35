"""A periode says for ever what it said: it sees the documents in force in its last quarter, and once it is approved,
nothing that comes later."""

import argparse
import io
import itertools
import re
from datetime import date, datetime, time
from decimal import Decimal

import docx
import naskah
import openpyxl
import polars as pl
import pytest
from layar import add_person, screen, texts
from naskah import PENGGUNA, PER, TAHUN, TANGGAL, UNIT

from lakip import akses, alur, anggaran, dasbor, dokumen, keadaan, pengaturan, potret, rencana, rollup
from lakip.akses import Peran
from lakip.alur import Keadaan
from lakip.anggaran import Anggaran
from lakip.dokumen import Dokumen
from lakip.errors import UserError
from lakip.export import e81, laporan, laporan_triwulan, periksa_dokumen, pilihan, rapor, rekap_excel
from lakip.pengaturan import Pejabat
from lakip.perintah import keluaran
from lakip.rencana import PkVersion, Target
from lakip.store import Store

ADMIN = akses.system(UNIT)
SUB1, SUB2 = "7.01.01.2.01.0006", "7.01.02.2.01.0003"
NOVEMBER = date(2026, 11, 29)


@pytest.fixture
def store() -> Store:
    """Of TW I everything is filled in and confirmed; nothing is approved yet."""
    return naskah.office()


def approve(store: Store, periode: str = "TW1", hari: date = TANGGAL) -> None:
    """As if the run had come that far, on the morning of that day."""
    about = {"unit": UNIT, "tahun": TAHUN, "periode": periode}
    with store.transaction() as tx:
        frozen = potret.freeze(tx, "camat", UNIT, TAHUN, periode, potret.figures(tx, UNIT, TAHUN, periode, PER))
        row = {**about, "nomor": 6, "keadaan": Keadaan.DISAHKAN.value, "catatan": "Sesuai.", "oleh": "camat"}
        tx.insert("alur", [row | {"potret": frozen, "pada": datetime.combine(hari, time(2))}])


def pk_perubahan(store: Store) -> None:
    """From TW III 12 patroli a quarter instead of 10: 10 + 10 + 12 + 12 = 44 a year instead of 40."""
    pk = PkVersion(
        None,
        "000.8/02/PS/2026",
        date(2026, 8, 11),
        "perubahan",
        3,
        "Tambahan pos ronda",
        next(iter(rencana.DASAR_UBAH)),
    )
    row = Target("IK-09", (Decimal(10), Decimal(10), Decimal(12), Decimal(12)), Decimal(44))
    rencana.save_target_set(store, ADMIN, UNIT, TAHUN, pk, [row])


def pagu_perubahan(store: Store) -> None:
    angka = {(SUB1, "pagu_perubahan"): 40_000_000, (SUB2, "pagu_perubahan"): 110_000_000}
    anggaran.save(store, ADMIN, UNIT, TAHUN, Anggaran(angka))


def dppa(store: Store, hari: date = date(2026, 9, 5)) -> None:
    dokumen.register(store, ADMIN, UNIT, Dokumen("dppa", TAHUN, "900/05/DPPA/2026", hari))


def another_camat(store: Store) -> None:
    baru = Pejabat("Camat Paringin Selatan", Peran.CAMAT, "BUDI SANTOSO, S.STP.", "19800101 200501 1 009",
                   "Pembina", mulai=date(2026, 8, 1))  # fmt: skip
    pengaturan.add_pejabat(store, ADMIN, UNIT, baru)


def later(store: Store) -> None:
    """What an office does between August and November."""
    pk_perubahan(store)
    pagu_perubahan(store)
    dppa(store)
    another_camat(store)
    pengaturan.rename_bagian(store, ADMIN, UNIT, "TRANTIB", "Seksi Ketenteraman Baru")


def annual(store: Store, periode: str) -> tuple[object, object]:
    """Target of the tahun and kemajuan of IK-09 as a periode sees them."""
    row = rollup.capaian(store, UNIT, TAHUN, periode, PER).filter(kode="IK-09").row(0, named=True)
    return row["target_tahun"], row["kemajuan_persen"]


def money(store: Store, triwulan: int) -> tuple[object, object, Decimal]:
    row = anggaran.total(store, UNIT, TAHUN, triwulan)
    return row["pagu_rupiah"], row["pagu_perubahan_rupiah"], round(row["serapan_persen"], 2)


# ---------------------------------------------------------------- the documents in force in the last quarter


def test_the_annual_target_of_a_periode_is_that_of_the_pk_in_force_in_its_last_quarter(store: Store) -> None:
    pk_perubahan(store)
    before = {"TW1": (40, 30), "TW2": (40, 55), "SM1": (40, 55), "SD2": (40, 55)}  # 12 / 40; (12 + 10) / 40
    assert {p: annual(store, p) for p in before} == before
    assert {annual(store, p)[0] for p in ("TW3", "SD3", "TW4", "SM2", "SD4", "TH")} == {44}
    assert rencana.acuan(store, UNIT, TAHUN, 2).filter(kode="IK-09")["target_th"].item() == 40
    assert rencana.acuan(store, UNIT, TAHUN, 2).filter(kode="IK-09")["target_tw4"].item() == 10
    assert rencana.acuan(store, UNIT, TAHUN).filter(kode="IK-09")["target_tw4"].item() == 12


def test_a_quarter_that_only_a_later_pk_measures_is_not_awaited_before_it(store: Store) -> None:
    """IK-03 is measured in TW IV; the PK of August takes it out. In TW I it was still awaited, at the end it is not."""
    dasar = next(iter(rencana.DASAR_UBAH))
    pk = PkVersion(None, "000.8/02/PS/2026", date(2026, 8, 11), "perubahan", 3, "Ditunda", dasar)
    rencana.save_target_set(store, ADMIN, UNIT, TAHUN, pk, [Target("IK-03", (None, None, None, None), None)])
    alasan = {
        p: rollup.capaian(store, UNIT, TAHUN, p, PER).filter(kode="IK-03")["alasan"].item() for p in ("TW1", "TW3")
    }
    assert alasan == {"TW1": "belum_waktunya", "TW3": "tanpa_target"}


def test_a_dppa_counts_from_the_quarter_of_its_date(store: Store) -> None:
    """35 million of 133 spent in TW I; of TW I-II 53.091.250. From September the pagu is 40 + 110 million."""
    pagu_perubahan(store)
    dppa(store)
    assert money(store, 1) == (133_000_000, None, Decimal("26.32"))
    assert money(store, 2) == (133_000_000, None, Decimal("39.92"))
    assert money(store, 3) == (150_000_000, 150_000_000, Decimal("35.39"))
    assert money(store, 4)[0] == 150_000_000


def test_a_pagu_perubahan_of_no_known_day_counts_at_the_end_of_the_year_only(store: Store) -> None:
    pagu_perubahan(store)
    assert [money(store, n)[0] for n in (1, 2, 3, 4)] == [133_000_000] * 3 + [150_000_000]


def test_the_budget_says_that_its_dppa_is_not_registered(store: Store) -> None:
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)

    def said() -> bool:
        at = screen(store, "kasubbag", "3_rekap.py", tahun=TAHUN, periode="TW3", rekap="Anggaran")
        return any("DPPA-nya belum terdaftar" in one.value for one in at.warning)

    assert not said()
    pagu_perubahan(store)
    assert said()
    dppa(store)
    assert not said()


def test_a_dppa_of_before_or_after_its_year_counts_at_once_or_at_the_end(store: Store) -> None:
    pagu_perubahan(store)
    dppa(store, date(2025, 12, 20))
    assert money(store, 1)[0] == 150_000_000


def test_target_keuangan_of_a_dppa_leaves_earlier_quarters_as_the_dpa_said(store: Store) -> None:
    anggaran.save(
        store, ADMIN, UNIT, TAHUN, Anggaran({(SUB1, "target_tw1"): 8_000_000, (SUB1, "target_tw3"): 9_000_000})
    )
    pagu_perubahan(store)
    dppa(store)
    anggaran.save(
        store, ADMIN, UNIT, TAHUN, Anggaran({(SUB1, "target_tw1"): 5_000_000, (SUB1, "target_tw3"): 7_000_000})
    )
    seen = {n: anggaran.pohon(store, UNIT, TAHUN, n).filter(kode=SUB1)["target_sd_rupiah"].item() for n in (1, 2, 3)}
    assert seen == {1: 8_000_000, 2: 8_000_000, 3: 5_000_000 + 7_000_000}


def test_a_sub_kegiatan_that_only_the_dppa_brings_is_not_in_an_earlier_quarter_unless_it_was_spent_on(
    store: Store,
) -> None:
    kode = [
        anggaran.Kode("7.01.02.2.01.0009", "sub_kegiatan", "Baru"),
        anggaran.Kode("7.01.02.2.01.0008", "sub_kegiatan", "Dibelanjakan dahulu"),
    ]
    edisi = anggaran.edition(store, UNIT, TAHUN)
    anggaran.save_nomenklatur(store, ADMIN, UNIT, edisi, kode)
    angka = {(k.kode, "pagu_perubahan"): 5_000_000 for k in kode} | {("7.01.02.2.01.0008", "realisasi_tw1"): 1_000_000}
    anggaran.save(store, ADMIN, UNIT, TAHUN, Anggaran(angka, edisi=edisi))
    dppa(store)
    first, last = (anggaran.pohon(store, UNIT, TAHUN, n) for n in (1, 4))
    assert kode[0].kode not in first["kode"].to_list()
    assert first.filter(kode=kode[1].kode)["pagu_rupiah"].item() is None
    assert first.filter(jenjang="total")["realisasi_sd_rupiah"].item() == 35_000_000 + 1_000_000
    assert {k.kode for k in kode} <= set(last["kode"])


def test_the_documents_named_in_a_narrative_are_those_of_its_last_quarter(store: Store) -> None:
    dppa(store)
    named = {
        n: dokumen.listed(store, UNIT, TAHUN, n).filter(pl.col("jenis") == "dppa")["berlaku"].item() for n in (2, 3)
    }
    assert named == {2: False, 3: True}


# ---------------------------------------------------------------- what is approved stays


def words(content: bytes) -> str:
    """Everything a document prints, but for what names this very print of it."""
    document = docx.Document(io.BytesIO(content))
    heads = (p.text for s in document.sections for p in (*s.header.paragraphs, *s.footer.paragraphs))
    lines = ("".join(t.text or "" for t in p.iter("{*}t")) for p in document.element.body.iter("{*}p"))
    return re.sub(r"[0-9a-f]{32,}", "(sidik)", "\n".join(itertools.chain(heads, lines)))


def cells(content: bytes) -> list[object]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]


def everything(store: Store, periode: str, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """What every paper, workbook, screen and command says of a periode, asked in November."""
    triwulan = {"TW1": 1, "TH": 4}[periode]
    jenis = pilihan.of(periode)
    asked = argparse.Namespace(keadaan=None, per=NOVEMBER, tahun=TAHUN, periode=periode, json=False)
    keluaran.show_capaian(store, asked)
    shown = dasbor.read(store, UNIT, TAHUN, periode, NOVEMBER)
    return {
        "laporan": words(laporan.build(store, PENGGUNA, jenis, UNIT, TAHUN, periode, NOVEMBER)),
        "rapor": words(rapor.build(store, PENGGUNA, UNIT, TAHUN, triwulan, NOVEMBER, None)),
        "e81": cells(e81.build(store, PENGGUNA, UNIT, TAHUN, triwulan, NOVEMBER)),
        "rekap": cells(rekap_excel.build(store, PENGGUNA, UNIT, TAHUN, periode, NOVEMBER)),
        "perintah": capsys.readouterr().out,
        "dasbor": (shown.indikator.rows(), shown.anggaran, shown.rata, shown.per, shown.terbaru, shown.perhatian),
        "layar rekap": texts(screen(store, "kasubbag", "3_rekap.py", tahun=TAHUN, periode=periode)),
    }


def test_an_approved_triwulan_says_in_november_what_it_said_in_july(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    approve(store)
    before = everything(store, "TW1", capsys)
    assert "AMINAH, S.Sos." in before["laporan"]
    assert "6 Juli 2026" in before["laporan"]
    assert "data per 6 Juli 2026" in before["rapor"]
    assert "Data per 6 Juli 2026" in before["rekap"]
    assert "keadaan per 6 Juli 2026" in before["layar rekap"]
    assert before["dasbor"][3] == TANGGAL
    later(store)
    after = everything(store, "TW1", capsys)
    assert {name for name in before if before[name] != after[name]} == set()
    assert "DRAF" not in after["laporan"]


def test_the_year_says_the_new(store: Store) -> None:
    later(store)
    bahan = pilihan.of("TH").gather(store, UNIT, TAHUN, "TH", NOVEMBER, None)
    said = {r["kode"]: r["target_tahun"] for r in bahan.kini.iter_rows(named=True)}
    assert said["IK-09"] == 44
    assert bahan.pohon.filter(jenjang="total")["pagu_rupiah"].item() == 150_000_000
    assert (bahan.camat.nama, bahan.pk["nomor"]) == ("BUDI SANTOSO, S.STP.", "000.8/02/PS/2026")


def test_a_draft_of_an_earlier_quarter_printed_late_speaks_of_no_later_document(store: Store) -> None:
    """Not approved: what is typed later counts, but the pagu, the target and the number are those of TW I."""
    later(store)
    bahan = pilihan.of("TW1").gather(store, UNIT, TAHUN, "TW1", NOVEMBER, None)
    assert bahan.pohon.filter(jenjang="total")["pagu_rupiah"].item() == 133_000_000
    assert (bahan.pk["nomor"], bahan.pk["sifat"]) == ("000.8/01/PS/2026", "murni")
    assert {r["target_tahun"] for r in bahan.kini.iter_rows(named=True) if r["kode"] == "IK-09"} == {40}
    said = words(laporan.build(store, PENGGUNA, pilihan.of("TW1"), UNIT, TAHUN, "TW1", NOVEMBER))
    assert "DPPA" not in said
    assert "000.8/02" not in said


def test_a_final_report_of_before_the_changes_is_still_what_the_record_says_of_its_periode(store: Store) -> None:
    approve(store)
    content = laporan.build(store, PENGGUNA, pilihan.of("TW1"), UNIT, TAHUN, "TW1", NOVEMBER, final=True)
    later(store)
    assert periksa_dokumen.check(store, PENGGUNA, UNIT, content).utuh


def test_money_that_is_not_what_was_approved_holds_the_report_back(store: Store) -> None:
    """The potret holds 35 million spent in TW I; the record of that moment another 5 million."""
    with store.transaction() as tx:
        figures = potret.figures(tx, UNIT, TAHUN, "TW1", PER)
        frozen = potret.freeze(tx, "camat", UNIT, TAHUN, "TW1", figures)
        row = {"unit": UNIT, "tahun": TAHUN, "kode": SUB1, "triwulan": 1, "versi": 2, "realisasi_rupiah": 15_000_000}
        tx.insert("realisasi_anggaran", [row | naskah.BY])
        run = {"unit": UNIT, "tahun": TAHUN, "periode": "TW1", "nomor": 6, "keadaan": Keadaan.DISAHKAN.value}
        tx.insert("alur", [run | {"oleh": "camat", "potret": frozen, "pada": datetime.combine(TANGGAL, time(2))}])
    gaps = pilihan.gaps(gather(store, None))
    assert [g.keterangan.split(" dari")[0] for g in gaps] == ["Pagu atau realisasi anggaran berbeda"]


def test_opened_again_it_follows_the_record_again(store: Store) -> None:
    approve(store)
    pengaturan.rename_bagian(store, ADMIN, UNIT, "TRANTIB", "Seksi Baru")
    assert pengaturan.bagian(keadaan.of_periode(store, UNIT, TAHUN, "TW1"), UNIT) != pengaturan.bagian(store, UNIT)
    with store.transaction() as tx:
        row = {"unit": UNIT, "tahun": TAHUN, "periode": "TW1", "nomor": 7, "keadaan": Keadaan.DIBUKA.value}
        tx.insert("alur", [row | {"oleh": "camat", "catatan": "Salah.", "pada": datetime.combine(TANGGAL, time(3))}])
    assert keadaan.of_periode(store, UNIT, TAHUN, "TW1") is store


def test_the_record_of_an_approval_is_made_once(store: Store) -> None:
    approve(store)
    one = keadaan.of_periode(store, UNIT, TAHUN, "TW1")
    assert keadaan.of_periode(store, UNIT, TAHUN, "TW1") is one
    assert keadaan.of_periode(one, UNIT, TAHUN, "TW1") is one
    assert keadaan.of_periode(store, UNIT, TAHUN, "TW2") is store
    assert alur.standing(one, UNIT, TAHUN, "TW1").potret == alur.standing(store, UNIT, TAHUN, "TW1").potret


# ---------------------------------------------------------------- dates and signers


def gather(store: Store, hari: date | None, periode: str = "TW1", per: date = NOVEMBER):
    return pilihan.of(periode).gather(store, UNIT, TAHUN, periode, per, hari)


def test_it_is_dated_with_its_approval_and_its_data_are_of_that_day(store: Store) -> None:
    approve(store)
    another_camat(store)
    bahan = gather(store, None)
    assert (bahan.tanggal, bahan.per, bahan.camat.nama) == (TANGGAL, TANGGAL, "AMINAH, S.Sos.")
    assert gather(store, None, per=PER).per == PER  # asked for an earlier day
    assert gather(store, None, "TW2").tanggal == NOVEMBER  # not approved: as of its data


def test_no_paper_is_signed_before_the_day_of_its_data(store: Store) -> None:
    with pytest.raises(
        UserError, match=r"9 Februari 2026 mendahului tanggal keadaan datanya, 29 November 2026\. Pilih"
    ):
        gather(store, date(2026, 2, 9))
    with pytest.raises(UserError, match="mendahului"):
        e81.build(store, PENGGUNA, UNIT, TAHUN, 1, NOVEMBER, date(2026, 2, 9))
    with pytest.raises(UserError, match="mendahului"):
        rapor.build(store, PENGGUNA, UNIT, TAHUN, 1, NOVEMBER, date(2026, 2, 9))
    approve(store)
    with pytest.raises(UserError, match=r"5 Juli 2026 mendahului tanggal disahkan Camat, 6 Juli 2026"):
        gather(store, date(2026, 7, 5))


def test_who_did_not_approve_does_not_sign(store: Store) -> None:
    approve(store)
    another_camat(store)
    assert gather(store, date(2026, 7, 31)).camat.nama == "AMINAH, S.Sos."
    with pytest.raises(UserError, match=r"ketika Camat dijabat AMINAH.*dijabat BUDI SANTOSO"):
        gather(store, date(2026, 8, 1))


def test_the_page_offers_the_day_of_the_approval_and_none_before_it(store: Store) -> None:
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    approve(store)
    another_camat(store)
    at = screen(store, "kasubbag", "6_laporan.py", tahun=TAHUN, periode="TW1")
    assert (at.date_input[0].value, at.date_input[0].min) == (TANGGAL, TANGGAL)
    assert "Ditandatangani AMINAH, S.Sos., Camat Paringin Selatan." in texts(at)
    assert "BUDI" not in texts(at)


# ---------------------------------------------------------------- as of a moment


def test_a_report_of_a_past_moment_says_so_and_is_never_final(store: Store) -> None:
    """On 3 July, before the approval; later the Camat approved, and the office got a DPPA."""
    approve(store)
    later(store)
    with keadaan.at(store, UNIT, keadaan.moment("2026-07-03")) as then:
        about = (store, PENGGUNA, pilihan.of("TW1"), UNIT, TAHUN, "TW1", PER)
        content = laporan.build(*about, menurut=then)
        with pytest.raises(UserError, match="menurut catatan sampai"):
            laporan.build(*about, final=True, menurut=then)
        head = cells(e81.build(then, PENGGUNA, UNIT, TAHUN, 1, PER))
    said = words(content)
    assert "Laporan ini draf menurut catatan sampai 3 Juli 2026" in said
    assert "DRAF versi 1" in said
    assert any("keadaan catatan 3 Juli 2026" in str(c) for c in head)
    assert periksa_dokumen.check(store, PENGGUNA, UNIT, content).utuh
    assert laporan_triwulan.build(store, PENGGUNA, UNIT, TAHUN, "TW1", NOVEMBER)
