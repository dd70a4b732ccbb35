"""From draft to the final report: what makes it final, what keeps it a draft, and how it is made again."""

import io
import itertools
from datetime import datetime, time, timedelta

import docx
import naskah
import pytest
from kasus import save_word
from layar import add_person, button, finished, screen, texts
from naskah import PENGGUNA, PER, TAHUN, TANGGAL, UNIT

from lakip import potret, praperiksa
from lakip.akses import Peran
from lakip.alur import Keadaan
from lakip.errors import UserError
from lakip.export import kurang, laporan_triwulan, pilihan
from lakip.store import Store
from lakip.sumber import polos


@pytest.fixture
def store() -> Store:
    """Of TW I everything is filled in and confirmed; of TW II six things are not as they should be."""
    return naskah.office()


def approve(store: Store, periode: str, keadaan: Keadaan = Keadaan.DISAHKAN, nomor: int = 6) -> None:
    """As if the run had come that far."""
    about = {"unit": UNIT, "tahun": TAHUN, "periode": periode}
    with store.transaction() as tx:
        frozen = potret.freeze(tx, "camat", UNIT, TAHUN, periode, potret.figures(tx, UNIT, TAHUN, periode, PER))
        row = {**about, "nomor": nomor, "keadaan": keadaan.value, "catatan": "Sesuai.", "oleh": "camat"}
        tx.insert("alur", [row | {"potret": frozen, "pada": datetime.combine(TANGGAL, time(2))}])


def made(store: Store, periode: str = "TW1", final: bool = False) -> bytes:
    about = (store, PENGGUNA, UNIT, TAHUN, periode, PER, TANGGAL)
    return laporan_triwulan.build(*about, final=final)


def words(content: bytes) -> str:
    """Everything the document prints, heads of pages included."""
    document = docx.Document(io.BytesIO(content))
    heads = (p.text for s in document.sections for p in s.header.paragraphs)
    texts = ("".join(t.text or "" for t in p.iter("{*}t")) for p in document.element.body.iter("{*}p"))
    return "\n".join(itertools.chain(heads, texts))


def versions(store: Store) -> list[tuple[int, bool]]:
    rows = store.read("dasbor_laporan", unit=UNIT, tahun=TAHUN, jenis=["laporan_triwulan"])
    return rows.sort("versi").select("versi", "final").rows()


def test_complete_but_not_approved_is_a_draft(store: Store) -> None:
    said = words(made(store))
    assert "DRAF versi 1" in said
    assert "Laporan ini masih draf; periodenya belum disahkan Camat." in said
    assert "Seluruh data yang diminta laporan ini telah lengkap dan dibenarkan" in said
    with pytest.raises(
        UserError, match=r"belum dapat dijadikan final. Laporan ini masih draf; periodenya belum disahkan"
    ):
        made(store, final=True)
    assert versions(store) == [(1, False)]


def test_approved_and_complete_is_final_and_carries_no_mark_of_a_draft(store: Store) -> None:
    made(store)
    approve(store, "TW1")
    said = words(made(store, final=True))
    assert "DRAF" not in said
    assert "Angka periode ini disahkan camat pada" in said
    assert "AMINAH, S.Sos." in said
    assert versions(store) == [(1, False), (2, True)]


def test_approved_with_gaps_stays_a_draft_and_says_which(store: Store) -> None:
    approve(store, "TW2")
    said = words(made(store, "TW2"))
    assert "DRAF versi 1" in said
    assert "tetapi laporan ini masih draf karena belum lengkap" in said
    assert "Terdapat 5 (lima) hal yang belum lengkap" in said
    with pytest.raises(UserError, match=r"IK-01 .*belum dicatat.*; dan 2 lainnya"):
        made(store, "TW2", final=True)


def test_opened_again_makes_drafts_again(store: Store) -> None:
    approve(store, "TW1")
    assert "DRAF" not in words(made(store))
    with store.transaction() as tx:
        row = {"unit": UNIT, "tahun": TAHUN, "periode": "TW1", "nomor": 7, "keadaan": Keadaan.DIBUKA.value}
        tx.insert(
            "alur", [row | {"catatan": "Salah ketik.", "oleh": "camat", "pada": datetime.combine(TANGGAL, time(3))}]
        )
    assert "DRAF versi 2" in words(made(store))


def test_a_success_without_its_cause_holds_it_back_as_a_miss_does(store: Store) -> None:
    """IK-02 of TW I: 9 of 10 of 90 % with a cause, then 10 of 10 (111,11 %) without one, then 8 of 10 (88,89 %)."""
    for versi, (figure, untold) in enumerate((("10/10", "faktor pendukung"), ("8/10", "kendala dan tindak lanjut")), 2):
        with store.transaction() as tx:
            save_word(tx, "IK-02", 1, figure, versi=versi)
        bahan = pilihan.of("TW1").gather(store, UNIT, TAHUN, "TW1", PER, TANGGAL)
        (gap,) = pilihan.gaps(bahan)
        assert (gap.hal[:5], gap.menahan) == ("IK-02", True)
        assert gap.keterangan.endswith(f"tetapi {untold} belum dicatat.")
        row = next(r for r in pilihan.of("TW1").compose(bahan, 1).kendala if r.indikator.startswith("IK-02"))
        assert (row.pendukung == "belum dicatat") == (untold == "faktor pendukung")
        assert (row.penghambat == "belum dicatat") == (untold != "faktor pendukung")
        found = {b.syarat.kode: b for b in praperiksa.check(store, UNIT, TAHUN, "TW1", PER)}
        assert found["A.5"].hasil is praperiksa.Hasil.KURANG
        assert "IK-02" in found["A.5"].bukti
    with pytest.raises(UserError, match="kendala dan tindak lanjut belum dicatat"):
        made(store, final=True)


def test_figures_that_moved_since_the_approval_hold_it_back(store: Store) -> None:
    with store.transaction() as tx:
        frozen = potret.freeze(tx, "camat", UNIT, TAHUN, "TW1", potret.figures(tx, UNIT, TAHUN, "TW1", PER))
        naskah.save(tx, "IK-05", 1, "4", versi=2)
        row = {"unit": UNIT, "tahun": TAHUN, "periode": "TW1", "nomor": 6, "keadaan": Keadaan.DISAHKAN.value}
        tx.insert(
            "alur",
            [
                row
                | {"catatan": "Sesuai.", "oleh": "camat", "potret": frozen, "pada": datetime.combine(TANGGAL, time(4))}
            ],
        )
    gaps = pilihan.gaps(pilihan.of("TW1").gather(store, UNIT, TAHUN, "TW1", PER, TANGGAL))
    assert [g.keterangan.split(" sejak")[0] for g in gaps] == ["1 indikator berubah"]


def test_a_figure_that_is_not_available_for_a_reason_holds_nothing_back(store: Store) -> None:
    bahan = pilihan.of("TW2").gather(store, UNIT, TAHUN, "TW2", PER, TANGGAL)
    gaps = pilihan.gaps(bahan)
    noted = [g.hal[:5] for g in gaps if not g.menahan]
    assert noted == ["IK-08"]  # "Satpol PP belum menyampaikan data"
    said = polos(kurang.sentence(bahan, [g for g in gaps if not g.menahan]))
    assert said == "Dicatat pula 1 (satu) hal untuk diketahui, yang tidak menahan laporan ini."


def test_nothing_to_divide_by_holds_nothing_back(store: Store) -> None:
    """No complaint came in: 0 of 0 is no mistake that anybody could mend."""
    with store.transaction() as tx:
        save_word(tx, "IK-02", 1, "0/0", versi=2)
    (gap,) = pilihan.gaps(pilihan.of("TW1").gather(store, UNIT, TAHUN, "TW1", PER, TANGGAL))
    assert (gap.hal[:5], gap.menahan) == ("IK-02", False)
    assert "Penyebut nol" in gap.keterangan


def test_a_semester_asks_for_the_causes_of_its_own_figure_only(store: Store) -> None:
    """IK-01 missed in TW II (79,5 of 80) and met over the semester (80,38 of 80); IK-02 missed it too (22/26 of 90 %)."""
    gaps = pilihan.gaps(pilihan.of("SM1").gather(store, UNIT, TAHUN, "SM1", PER, TANGGAL))
    untold = [g.hal[:5] for g in gaps if "kendala" in g.keterangan]
    assert untold == ["IK-02"]


def test_a_final_report_comes_back_from_its_potret_as_final(store: Store) -> None:
    approve(store, "TW1")
    first = made(store, final=True)
    id_potret = store.read("dasbor_laporan", unit=UNIT, tahun=TAHUN, jenis=["laporan_triwulan"])["potret"][0]
    with store.transaction() as tx:  # a year later everything is different
        row = {"unit": UNIT, "tahun": TAHUN, "periode": "TW1", "nomor": 7, "keadaan": Keadaan.DIBUKA.value}
        tx.insert(
            "alur", [row | {"catatan": "Salah ketik.", "oleh": "camat", "pada": datetime.combine(TANGGAL, time(3))}]
        )
        save_word(tx, "IK-05", 1, "9", versi=3)
    assert words(pilihan.again(store, PENGGUNA, UNIT, id_potret)) == words(first)
    with pytest.raises(UserError, match="Tidak ada laporan dengan potret “tidak-ada”"):
        pilihan.again(store, PENGGUNA, UNIT, "tidak-ada")


def test_the_page_says_when_it_is_final_and_makes_it(store: Store) -> None:
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    before = screen(store, "kasubbag", "6_laporan.py", tahun=TAHUN, periode="TW1")
    assert "sesudah Camat mengesahkan periodenya" in before.success[0].value
    approve(store, "TW1")
    at = screen(store, "kasubbag", "6_laporan.py", tahun=TAHUN, periode="TW1")
    assert "laporan ini final" in at.success[0].value
    at = finished(button(at, "Susun laporan final").click().run())
    assert "Unduh laporan final" in [b.label for b in at.get("download_button")]
    assert versions(store) == [(1, True)]
    assert "Final" in texts(at)


def test_signed_before_the_figures_were_approved_is_a_draft(store: Store) -> None:
    approve(store, "TW1")
    about = (store, PENGGUNA, UNIT, TAHUN, "TW1", PER)
    early = TANGGAL - timedelta(days=1)
    said = words(laporan_triwulan.build(*about, early))
    assert "DRAF versi 1" in said
    assert "tetapi laporan ini masih draf karena tanggal penandatanganannya lebih awal." in said
    with pytest.raises(UserError, match="tanggal penandatanganannya lebih awal"):
        laporan_triwulan.build(*about, early, final=True)
    assert "DRAF" not in words(laporan_triwulan.build(*about, TANGGAL, final=True))
