"""References: how a text names a figure of the record, "{IK-01.capaian}", and what then is printed.

A reference is a code of lakip.sumber without its tahun and periode where these are the report's own; the figure of
another tahun is named in full, "{IK-01.2025.TH.capaian}". Words of the record ("{IK-01.penghambat}") have one too.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lakip import sumber
from lakip.formatting import angka, half_up, persen, rupiah, terbilang
from lakip.narasi import hitungan
from lakip.narasi.fakta import Fakta, Row
from lakip.pembanding import CAKUPAN_NAMA
from lakip.periode import PERIODE
from lakip.satuan import is_money, is_percent

NBSP = "\u00a0"
RUJUKAN = re.compile(r"\{([^{}]+)\}")
TANPA_SATUAN = frozenset({"indeks", "nilai", "skor", "angka", "poin", "predikat"})


@dataclass(frozen=True)
class Rujukan:
    """One reference. `kode` is that of lakip.sumber, None for words; only `angka` is marked, `satuan` follows it.

    arti: what it says; tentang: of which indikator, "" for anything else.
    """

    nama: str
    arti: str
    angka: str
    kode: str | None = None
    satuan: str = ""
    tentang: str = ""

    @property
    def teks(self) -> str:
        """As a person reads it; its fingerprint too."""
        return self.angka + self.satuan

    @property
    def cetak(self) -> str:
        """As it is printed: marked, and never broken over two lines."""
        if self.kode is None:
            return self.teks
        return sumber.tandai(self.kode, self.angka.replace(" ", NBSP)) + self.satuan.replace(" ", NBSP, 1)


Daftar = Mapping[str, Rujukan]


def names(text: str) -> list[str]:
    """The references in a text, in their order."""
    return RUJUKAN.findall(text)


def resolve(text: str, daftar: Daftar) -> str:
    """The text with its figures. One that is not in the record any more is a visible gap."""
    return RUJUKAN.sub(lambda m: daftar[m[1]].cetak if m[1] in daftar else f"[belum diisi: {m[1]}]", text)


def listed(fakta: Fakta) -> dict[str, Rujukan]:
    """Every reference of a report, by name: those of each indikator, of averages, of money, and counts."""
    found = [
        *(r for kode in fakta.kini for r in _indikator(fakta, kode)),
        *(r for sasaran in (None, *fakta.sasaran) for r in _rata(fakta, sasaran)),
        *_uang(fakta),
        *_hitung(fakta),
    ]
    return {r.nama: r for r in found}


def hitung(fakta: Fakta, apa: str, besaran: str, arti: str, n: int) -> Rujukan:
    """A count, with its words: 9 (sembilan)."""
    nama = f"hitung.{apa}.{besaran}"
    kode = sumber.hitung(apa, fakta.tahun, fakta.periode.kode, besaran)
    return Rujukan(nama, arti, angka(n), kode, f" ({terbilang(n)})")


def of_money(fakta: Fakta, kode: str) -> bool:
    """Whether pembilang and penyebut of an indikator are rupiah."""
    below, label = fakta.lain[kode]["penyebut"], fakta.kartu[kode]["label_penyebut"]
    return below is not None and is_money(label or "", below)


def rupiah_penuh(nilai: Decimal) -> str:
    """In whole rupiah."""
    return rupiah(int(half_up(nilai, 0)))


def unit_of(satuan: str) -> str:
    """What stands behind a figure: " kejadian", " %", nothing for an index."""
    if is_percent(satuan):
        return " %"
    return "" if satuan.strip().lower() in TANPA_SATUAN else f" {satuan.strip()}"


def poin_of(satuan: str) -> str:
    """Behind a difference: percentages and indices differ by points."""
    return unit_of(satuan) if unit_of(satuan) not in ("", " %") else " poin"


# ---------------------------------------------------------------- inside


def _indikator(fakta: Fakta, kode: str) -> Iterator[Rujukan]:
    yield from _figures(fakta, kode)
    yield from _renstra(fakta, kode)
    yield from _banding(fakta, kode)
    yield from _lampau(fakta, kode, fakta.kini[kode])
    if fakta.kini[kode]["kategori"]:
        yield Rujukan(f"{kode}.kategori", "kategori", fakta.kini[kode]["kategori"], tentang=fakta.kini[kode]["nama"])


def _one(fakta: Fakta, kode: str, besaran: str, arti: str, teks: str, behind: str = "") -> Rujukan:
    mark = sumber.indikator(kode, fakta.tahun, fakta.periode.kode, besaran)
    return Rujukan(f"{kode}.{besaran}", arti, teks, mark, behind, fakta.kini[kode]["nama"])


FIGURES = (
    ("target", "target periode ini"),
    ("realisasi", "realisasi periode ini"),
    ("target_tahun", "target setahun"),
    ("realisasi_sd", "realisasi sejak Januari"),
)


def _figures(fakta: Fakta, kode: str) -> Iterator[Rujukan]:
    now, other = fakta.kini[kode], fakta.lain[kode]
    for besaran, arti in FIGURES:
        if now[besaran] is not None:
            yield _one(fakta, kode, besaran, arti, angka(now[besaran], now["desimal"]), unit_of(now["satuan"]))
    for besaran, arti in (("capaian", "capaian"), ("kemajuan", "kemajuan terhadap target setahun")):
        if now[f"{besaran}_persen"] is not None:
            yield _one(fakta, kode, besaran, arti, persen(now[f"{besaran}_persen"]))
    written = rupiah_penuh if of_money(fakta, kode) else angka
    for besaran in ("pembilang", "penyebut"):
        if other[besaran] is not None:
            yield _one(fakta, kode, besaran, besaran, written(other[besaran]))


def _renstra(fakta: Fakta, kode: str) -> Iterator[Rujukan]:
    now, other = fakta.kini[kode], fakta.lain[kode]
    want, d = other["target_renstra"], now["desimal"]
    if want is None:
        return
    arti = f"target akhir Renstra {other['tahun_renstra']}"
    yield _one(fakta, kode, "target_renstra", arti, angka(want, d), unit_of(now["satuan"]))
    if now["realisasi"] is not None:
        gap = angka(abs(now["realisasi"] - want), d)
        yield _one(fakta, kode, "selisih_renstra", f"selisih terhadap {arti}", gap, poin_of(now["satuan"]))
    if other["kemajuan_renstra"] is not None:
        yield _one(fakta, kode, "kemajuan_renstra", f"kemajuan menuju {arti}", persen(other["kemajuan_renstra"]))


def _banding(fakta: Fakta, kode: str) -> Iterator[Rujukan]:
    now = fakta.kini[kode]
    for row in fakta.banding.get(kode, ()):
        where, arti, d = row["cakupan"], f"angka {CAKUPAN_NAMA[row['cakupan']]}", now["desimal"]
        yield _one(fakta, kode, where, arti, angka(row["nilai"], d), unit_of(now["satuan"]))
        if now["realisasi"] is not None:
            gap = angka(abs(now["realisasi"] - row["nilai"]), d)
            yield _one(fakta, kode, f"selisih_{where}", f"selisih terhadap {arti}", gap, poin_of(now["satuan"]))


def _lampau(fakta: Fakta, kode: str, now: Row) -> Iterator[Rujukan]:
    """Of earlier tahun, of the periode before, and how far away they are."""
    earlier = [(t, rows[kode]) for t, rows in fakta.lampau.items() if kode in rows]
    for tahun, row in earlier:
        yield from _past(fakta, kode, row, tahun, fakta.waktu(tahun))
    pairs: list[tuple[str, str, Row | None]] = [
        ("tahun_lalu", "tahun lalu", fakta.lalu(kode)),
    ]
    if start := fakta.awal(kode):
        teks = angka(start["realisasi"], now["desimal"])
        yield _one(fakta, kode, "kondisi_awal", "kondisi awal pada kartu", teks, unit_of(now["satuan"]))
        pairs.append(("awal", "kondisi awal", start))
    if before := fakta.sebelum.get(kode):
        yield from _past(fakta, kode, before, fakta.tahun, PERIODE[before["periode"]].label(fakta.tahun))
        pairs.append(("lalu", "periode sebelumnya", before))
    for nama, kata, other in pairs:
        if other is not None and other["realisasi"] is not None and now["realisasi"] is not None:
            gap = angka(abs(now["realisasi"] - other["realisasi"]), now["desimal"])
            yield _one(fakta, kode, f"selisih_{nama}", f"selisih terhadap {kata}", gap, poin_of(now["satuan"]))


def _past(fakta: Fakta, kode: str, row: Row, tahun: int, when: str) -> Iterator[Rujukan]:
    """Named in full, because they are not of the report's own periode."""
    if row["realisasi"] is not None:
        mark = sumber.indikator(kode, tahun, row["periode"], "realisasi")
        teks = angka(row["realisasi"], row["desimal"])
        yield Rujukan(mark, f"realisasi {when}", teks, mark, unit_of(row["satuan"]), row["nama"])
    if row["capaian_persen"] is not None:
        mark = sumber.indikator(kode, tahun, row["periode"], "capaian")
        yield Rujukan(mark, f"capaian {when}", persen(row["capaian_persen"]), mark, tentang=row["nama"])


def _rata(fakta: Fakta, sasaran: str | None) -> Iterator[Rujukan]:
    whose = "seluruh indikator Camat" if sasaran is None else f"sasaran {sasaran}"
    subjek = sasaran or sumber.SEMUA
    for tahun, rows in ((fakta.tahun, fakta.rata), (fakta.tahun - 1, fakta.rata_lampau)):
        row = rows.get(sasaran)
        for besaran, arti in (("tanpa_batas", "tanpa batas"), ("dengan_batas", "dengan batas")):
            if row is not None and row[besaran] is not None:
                mark = sumber.rata(sasaran, tahun, fakta.periode.kode, besaran)
                nama = f"rata.{subjek}.{besaran}" if tahun == fakta.tahun else mark
                arti_penuh = f"rata-rata capaian {whose} {fakta.waktu(tahun)}, {arti}"
                yield Rujukan(nama, arti_penuh, persen(row[besaran]), mark)
    now = fakta.rata.get(sasaran)
    if now is not None and now["kategori"]:
        yield Rujukan(f"rata.{subjek}.kategori", f"kategori rata-rata {whose}", now["kategori"])
    if now is not None:
        for besaran, arti in (("jumlah", "jumlah indikator"), ("dihitung", "indikator yang masuk rata-rata")):
            yield hitung(fakta, subjek, besaran, f"{arti} {whose}", now[besaran])


UANG = (
    ("pagu", "pagu_rupiah", "pagu"),
    ("pagu_murni", "pagu_murni_rupiah", "pagu murni"),
    ("realisasi_sd", "realisasi_sd_rupiah", "realisasi anggaran sejak Januari"),
    ("realisasi", "realisasi_rupiah", "realisasi anggaran triwulan terakhir"),
    ("sisa", "sisa_rupiah", "sisa anggaran"),
)
PERSEN_UANG = (
    ("serapan", "serapan_persen", "serapan anggaran"),
    ("target_serapan", "target_persen", "rencana serapan"),
    ("efisiensi", "efisiensi_persen", "efisiensi (capaian dikurangi serapan)"),
    ("capaian", "capaian_persen", "capaian yang dipakai untuk efisiensi"),
)


def _uang(fakta: Fakta) -> Iterator[Rujukan]:
    rows: list[tuple[str | None, str, Row]] = [(k, r["nama"], r) for k, r in fakta.pohon.items()]
    rows += [(k, f"sasaran {k}", r) for k, r in fakta.uang.items()]
    rows = [(k, nama, {**r, **fakta.program.get(k or "", {})}) for k, nama, r in rows]
    rows += [(None, "seluruh anggaran", fakta.total)] if fakta.total else []
    for kode, nama, row in rows:
        subjek = kode or sumber.TOTAL
        for besaran, column, arti in UANG:
            if row.get(column) is not None:
                mark = sumber.uang(kode, fakta.tahun, fakta.periode.kode, besaran)
                yield Rujukan(f"uang.{subjek}.{besaran}", f"{arti} {nama}", rupiah_penuh(Decimal(row[column])), mark)
        for besaran, column, arti in PERSEN_UANG:
            if row.get(column) is not None:
                mark = sumber.uang(kode, fakta.tahun, fakta.periode.kode, besaran)
                teks = angka(row[column], 2) if besaran == "efisiensi" else persen(row[column])
                yield Rujukan(
                    f"uang.{subjek}.{besaran}", f"{arti} {nama}", teks, mark, " poin" if besaran == "efisiensi" else ""
                )


HITUNGAN = {
    "jumlah": "",
    "diukur": " yang diukur",
    "dinilai": " yang dinilai",
    "tercapai": " yang mencapai target",
    "kurang": " yang belum mencapai target",
}


def _hitung(fakta: Fakta) -> Iterator[Rujukan]:
    rows = fakta.kini.values()
    for apa, found in ((hitungan.CAMAT, fakta.utama()), (hitungan.LAINNYA, hitungan.others(rows))):
        counts = hitungan.count(found)
        for besaran, arti in HITUNGAN.items():
            yield hitung(fakta, apa, besaran, f"{hitungan.SEBUTAN[apa]}{arti}", getattr(counts, besaran))
    goals = sum(s["jenjang"] == "camat" for s in fakta.sasaran.values())
    yield hitung(fakta, "sasaran", "jumlah", "sasaran strategis", goals)
    yield hitung(fakta, "tujuan", "jumlah", "tujuan", len(fakta.tujuan))
    for jenis, n in Counter(b.jenis for b in fakta.bagian).items():
        yield hitung(fakta, "bagian", jenis, f"bagian berjenis {jenis}", n)
    programs = sum(r["jenjang"] == "program" for r in fakta.pohon.values())
    yield hitung(fakta, "program", "jumlah", "program", programs)
    if fakta.periode.kode == "TH":
        yield hitung(fakta, "selisih", "jumlah", "perbedaan antar dokumen perencanaan", len(fakta.selisih))
