"""The sections before the results: foreword, background, the office itself, its plan, its problems."""

from collections import Counter
from collections.abc import Iterator

from lakip.dokumen import JENIS_NAMA
from lakip.formatting import tanggal
from lakip.narasi import pola_kantor as pola
from lakip.narasi.arah import Hasil, hasil, is_judged
from lakip.narasi.fakta import Fakta, Row
from lakip.narasi.indikator import Bagian, told
from lakip.narasi.isi import Alinea
from lakip.narasi.kalimat import alamat, alinea, butir, celah, deret, frasa, kata, ref
from lakip.periode import ROMAWI

JENIS_BAGIAN = {"sekretariat": "sekretariat", "subbag": "subbagian", "seksi": "seksi", "kelurahan": "kelurahan"}


def words(fakta: Fakta) -> dict[str, str]:
    """What most plans here speak of."""
    return {
        "kantor": kata(fakta.identitas.nama),
        "kabupaten": kata(fakta.identitas.kabupaten),
        "masa": fakta.periode.label(fakta.tahun),
        "waktu": fakta.waktu(),
        "sampai": fakta.sampai,
        "tahun": str(fakta.tahun),
        "sasaran": ref("hitung.sasaran.jumlah"),
        "program": ref("hitung.program.jumlah"),
        **{name: ref(f"hitung.indikator.{name}") for name in ("jumlah", "diukur", "dinilai", "tercapai", "kurang")},
    }


def pengantar(fakta: Fakta) -> Iterator[Alinea]:
    for plan in pola.PENGANTAR:
        yield Alinea("", plan.format(**words(fakta)))


def latar(fakta: Fakta) -> Iterator[Alinea]:
    for plan in pola.LATAR:
        yield Alinea("", plan.format(**words(fakta)))


def gambaran(fakta: Fakta) -> Iterator[Alinea]:
    """The office as its register has it."""
    yield from _one([pola.GAMBARAN.format(**words(fakta)), *_place(fakta)])
    yield from _one(_structure(fakta))


def sumber_daya(fakta: Fakta) -> Iterator[Alinea]:
    """Nothing in the record tells of personnel and equipment: officials write this one."""
    where = alamat(fakta, "naskah", bagian="sumber_daya")
    gap = celah("sumber_daya", "jumlah pegawai menurut golongan dan pendidikan, sarana, dan prasarana", where)
    yield from _one([pola.SUMBER_DAYA.format(**words(fakta)), gap])


def tindak_lanjut_lhe(fakta: Fakta) -> Iterator[Alinea]:
    """Nothing in the record tells of the recommendations of an evaluation: officials write them, one a line.

    A line with "|" becomes a row of the matrix: rekomendasi | rencana aksi | penanggung jawab | status | bukti.
    """
    where = alamat(fakta, "naskah", bagian="tindak_lanjut_lhe")
    what = (
        f"rekomendasi laporan hasil evaluasi tahun {fakta.tahun - 1}, satu baris untuk setiap rekomendasi: rekomendasi "
        "| rencana aksi | penanggung jawab | status | bukti"
    )
    yield from _one([celah("tindak_lanjut_lhe", what, where)])


def perencanaan(fakta: Fakta) -> Iterator[Alinea]:
    """Renstra, the other documents, the Perjanjian Kinerja in force, and its money."""
    by = {r["jenis"]: r for r in fakta.dokumen}
    yield from _one(_strategic(fakta, by.get("renstra")))
    others = [_document(by[jenis]) for jenis in ("iku", "rkt", "renja", "dpa", "dppa") if jenis in by]
    if others:
        yield from _one([pola.DOKUMEN.format(tahun=fakta.tahun, deret=deret(others))])
    yield from _one([*_agreement(fakta), *_money(fakta)])


def isu(fakta: Fakta) -> Iterator[Alinea]:
    """What the office strives for, and what stands in its way."""
    goals = [s for s in fakta.sasaran.values() if s["jenjang"] == "camat"]
    if goals:
        aims = butir([frasa(s["uraian"]) for s in goals])
        yield Alinea("", pola.ISU_STRATEGIS.format(**words(fakta), deret=aims))
    rows = [r for r in fakta.utama() if is_judged(r) and hasil(r) is Hasil.KURANG]
    rows = rows or [r for r in fakta.utama() if is_judged(r)]
    found = [(r, told(fakta, r["kode"], "faktor_penghambat")) for r in rows]
    problems = [pola.ISU_BUTIR.format(nama=kata(r["nama"]), isi="; ".join(said)) for r, said in found if said]
    if problems:
        yield Alinea("", pola.ISU.format(**words(fakta), deret=butir(problems)))
    else:
        yield Alinea("", pola.ISU_NIHIL.format(**words(fakta)))


# ---------------------------------------------------------------- inside


def _one(parts: list[Bagian] | Iterator[Bagian]) -> Iterator[Alinea]:
    if made := alinea("", parts):
        yield made


def _place(fakta: Fakta) -> Iterator[Bagian]:
    if fakta.identitas.alamat and fakta.identitas.alamat.strip():
        yield pola.KEDUDUKAN.format(**words(fakta), alamat=kata(fakta.identitas.alamat).rstrip("."))
    else:
        yield celah("gambaran", "alamat kantor", "pengaturan")


def _structure(fakta: Fakta) -> Iterator[Bagian]:
    if fakta.camat is None:
        yield celah("gambaran", "pejabat Camat pada register", "pengaturan")
    else:
        acting = "" if fakta.camat.status == "definitif" else f" selaku {fakta.camat.sebutan}"
        yield pola.CAMAT.format(nama=(kata(fakta.camat.nama) + acting).rstrip("."))
    counts = Counter(b.jenis for b in fakta.bagian)
    parts = [f"{ref(f'hitung.bagian.{jenis}')} {nama}" for jenis, nama in JENIS_BAGIAN.items() if counts[jenis]]
    if parts:
        yield pola.STRUKTUR.format(deret=deret(parts))
    else:
        yield celah("gambaran", "susunan organisasi", "pengaturan")


def _strategic(fakta: Fakta, row: Row | None) -> Iterator[Bagian]:
    if row is None:
        yield celah("perencanaan", f"Rencana Strategis yang mencakup tahun {fakta.tahun}", alamat(fakta, "acuan"))
    else:
        yield pola.RENSTRA_DOKUMEN.format(
            awal=row["tahun"], akhir=row["sampai_tahun"] or row["tahun"], nomor=document_number(row),
            tujuan=ref("hitung.tujuan.jumlah"), sasaran=ref("hitung.sasaran.jumlah"),
        )  # fmt: skip
    if fakta.tujuan:
        yield pola.TUJUAN.format(deret=butir([frasa(t["uraian"]) for t in fakta.tujuan]))


def document_number(row: Row) -> str:
    """ " Nomor ... tanggal ...", as far as they are recorded."""
    nomor = f" Nomor {kata(row['nomor'])}" if row["nomor"] else ""
    return nomor + (f" tanggal {tanggal(row['tanggal'])}" if row["tanggal"] else "")


def _document(row: Row) -> str:
    return f"{JENIS_NAMA[row['jenis']]}{document_number(row)}"


def _agreement(fakta: Fakta) -> Iterator[Bagian]:
    if fakta.pk is None:
        yield celah("perencanaan", f"Perjanjian Kinerja Tahun {fakta.tahun}", alamat(fakta, "acuan"))
        return
    changed = fakta.pk["sifat"] != "murni"
    yield pola.PK.format(
        **words(fakta),
        sebutan="Perjanjian Kinerja Perubahan" if changed else "Perjanjian Kinerja",
        nomor=document_number(fakta.pk),
        sejak=f", yang berlaku sejak Triwulan {ROMAWI[fakta.pk['mulai_triwulan']]}" if changed else "",
    )
    yield f"{pola.PK_CAMAT.format(**words(fakta))}."
    if changed and fakta.pk["alasan"]:
        yield pola.PK_ALASAN.format(alasan=frasa(fakta.pk["alasan"]))


def _money(fakta: Fakta) -> Iterator[Bagian]:
    if fakta.total is None:
        yield celah("perencanaan", f"pagu anggaran tahun {fakta.tahun}", alamat(fakta, "acuan"))
        return
    changed = " setelah perubahan" if fakta.total["pagu_perubahan_rupiah"] is not None else ""
    yield pola.PAGU.format(**words(fakta), pagu=ref("uang.total.pagu"), perubahan=changed)
