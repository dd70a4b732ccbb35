"""Checks of the plan and of the data: targets, documents, cards, collection, evidence."""

from collections.abc import Iterable

from lakip.dokumen import JENIS_NAMA
from lakip.formatting import tanggal
from lakip.periode import ROMAWI
from lakip.praperiksa.catatan import Catatan, Row
from lakip.praperiksa.isi import Jawaban, met, missing
from lakip.sop.dispensasi import DITAGIH

SEBUT = 5
# 53/2014 Lampiran II H: indicator, frequency, person, calculation, medium; with the definition that LKE BKUR001.2 asks.
KARTU = {
    "definisi": "definisi operasional", "formula": "cara menghitung", "sumber_data": "sumber data",
    "frekuensi": "frekuensi", "media": "media", "bagian": "penanggung jawab",
}  # fmt: skip
LAMPIRAN = ("pk", "iku", "renaksi", "rkt")


def named(kode: Iterable[str]) -> str:
    """So many codes, the rest counted."""
    found = list(dict.fromkeys(kode))
    rest = f", dan {len(found) - SEBUT} lainnya" if len(found) > SEBUT else ""
    return ", ".join(found[:SEBUT]) + rest


def of_indikator(kode: Iterable[str]) -> str:
    """ "2 indikator: IK-01, IK-02": what several findings are about, each once."""
    found = list(dict.fromkeys(kode))
    return f"{len(found)} indikator: {named(found)}"


def targets(c: Catatan) -> Jawaban:
    without = [k["kode"] for k in c.kartu if k["target_th"] is None]
    if without:
        return missing(f"Tanpa target tahun: {named(without)}.", "0_acuan.py")
    return met(f"Semua {len(c.kartu)} indikator mempunyai target tahun {c.tahun}.")


def agreement(c: Catatan) -> Jawaban:
    pk = c.dokumen.get("pk")
    if pk is None:
        return missing(f"Perjanjian Kinerja tahun {c.tahun} belum dicatat.", "0_acuan.py")
    if not (pk["nomor"] and pk["tanggal"]):
        return missing("Nomor atau tanggal Perjanjian Kinerja belum dicatat.", "0_acuan.py")
    return met(f"Laporan memakai sasaran dan target PK Nomor {pk['nomor']}, {tanggal(pk['tanggal'])}.")


class Against:
    """No contradiction (of the kinds `apa`, all when empty) with any of these documents, which must have content."""

    def __init__(self, *jenis: str, apa: tuple[str, ...] = ()) -> None:
        self.jenis, self.apa = jenis, apa

    def __call__(self, c: Catatan) -> Jawaban:
        for jenis in self.jenis:
            row = c.dokumen.get(jenis)
            if row is None or (jenis in ("renstra", "iku", "rkt") and not row["isi"]):
                return missing(f"{JENIS_NAMA[jenis]} belum terdaftar atau isinya belum dimasukkan.", "0_acuan.py")
        names = tuple(JENIS_NAMA[j] for j in self.jenis)
        about = [s for s in c.perbedaan if s.dokumen_a.startswith(names) or s.dokumen_b.startswith(names)]
        found = [s for s in about if not self.apa or s.jenis in self.apa]
        if found:
            which = of_indikator(s.kode or s.indikator for s in found)
            return missing(f"{len(found)} selisih dengan {' dan '.join(names)}, pada {which}.", "selisih.py")
        return met(f"Tidak ada selisih dengan {' dan '.join(names)}.")


def cards(c: Catatan) -> Jawaban:
    lacking = {k["kode"]: [n for f, n in KARTU.items() if not k[f]] for k in c.kartu}
    empty = [kode for kode, fields in lacking.items() if fields]
    if empty:
        which = sorted({n for fields in lacking.values() for n in fields})
        return missing(f"Kartu belum lengkap ({', '.join(which)}): {named(empty)}.", "0_acuan.py")
    return met(f"Kartu {len(c.kartu)} indikator memuat definisi, rumus, sumber, frekuensi, media, penanggung jawab.")


def attachments(c: Catatan) -> Jawaban:
    lacking = [JENIS_NAMA[j] for j in LAMPIRAN if j not in c.dokumen]
    if lacking:
        return missing(f"Belum terdaftar: {', '.join(lacking)}.", "0_acuan.py")
    return met("PK, IKU, Rencana Aksi, dan RKT terdaftar untuk lampiran.")


def responsible(c: Catatan) -> Jawaban:
    known = {p["bagian"] for p in _chiefs(c)}
    without = sorted({k["bagian"] for k in c.kartu} - known)
    if without:
        return missing(
            f"Belum ada pejabat pada {tanggal(c.per)} di bagian: {', '.join(c.bagian.get(b, b) for b in without)}.",
            "8_pengaturan.py",
        )
    return met(f"Setiap indikator mempunyai bagian penanggung jawab dengan pejabatnya ({len(known)} pejabat).")


def _chiefs(c: Catatan) -> list[dict[str, str]]:
    rows = c.store.read("pejabat_semua", unit=c.unit).to_dicts()
    return [r for r in rows if r["bagian"] and r["mulai"] <= c.per and (r["selesai"] is None or r["selesai"] >= c.per)]


def complete(c: Catatan) -> Jawaban:
    gaps = [r["kode"] for r in c.capaian if not r["lengkap"]]
    if gaps:
        return missing(f"Angka belum lengkap: {named(gaps)}.", "1_unggah.py")
    return met(f"Realisasi {c.periode.label(c.tahun)} lengkap untuk semua indikator yang diukur.")


def reliable(c: Catatan) -> Jawaban:
    waiting = [r["kode"] for r in c.capaian if r["lengkap"] and r["dibenarkan"] < r["terisi"]]
    if waiting:
        return missing(f"Belum dibenarkan pejabat penanggung jawabnya: {named(waiting)}.", "7_alur.py")
    return met("Semua angka yang ada sudah dibenarkan pejabat penanggung jawabnya.")


def delivered(c: Catatan) -> Jawaban:
    if not c.kiriman:
        return missing("Belum ada kiriman realisasi dari bagian.", "7_alur.py")
    open_ = [
        f"{r['bagian_nama']} TW {ROMAWI[r['triwulan']]} ({_stand(c, r)})"
        for r in c.kiriman
        if r["keadaan"] != "dibenarkan"
    ]
    if open_:
        return missing(f"Kiriman belum selesai berjenjang: {named(open_)}.", "7_alur.py")
    return met(f"{len(c.kiriman)} kiriman bagian diajukan dan dibenarkan, tercatat waktunya.")


def _stand(c: Catatan, row: Row) -> str:
    """Where a kiriman stands that its Kasi has not confirmed; `row` of read/kiriman_kelengkapan.sql."""
    sent = c.pengiriman[row["bagian"], row["triwulan"]]
    return sent.kata if sent.keadaan in DITAGIH else "belum dibenarkan"


def proven(c: Catatan) -> Jawaban:
    if c.tanpa_bukti:
        which = of_indikator(r["kode"] for r in c.tanpa_bukti)
        return missing(f"{len(c.tanpa_bukti)} angka triwulan belum mempunyai bukti dukung, pada {which}.", "bukti.py")
    if not c.realisasi:
        return missing("Belum ada angka, sehingga belum ada bukti dukung.", "1_unggah.py")
    return met("Setiap angka mempunyai bukti dukung.")


def procedure(c: Catatan) -> Jawaban:
    if c.sop.tanggal_efektif is None:
        return missing("SOP Pengumpulan Data Kinerja belum mempunyai tanggal efektif.", "sop.py")
    return met(f"SOP {c.sop.nama} berlaku sejak {tanggal(c.sop.tanggal_efektif)}.")
