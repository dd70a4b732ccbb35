"""Formulir E.81 (Permendagri 86/2017): evaluation of the Renja of one tahun up to a triwulan, as a workbook.

K is kinerja, Rp money. A cell is empty where the record has nothing. Column 13 is folded by the metode of each
indikator: the "9 + 10 + 11 + 12" of the form is right for sums only (domain 1.4).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from lakip.akses import Izin, Pengguna
from lakip.export import excel, kop, pengesahan, pihak, tabel
from lakip.export.e81_bahan import BahanE81, Row, gather
from lakip.export.excel import A3, Kolom, Lembar
from lakip.formatting import angka, tanggal
from lakip.periode import PERIODE, ROMAWI, TRIWULAN
from lakip.store import Store

CETAK_TEBAL = ("program",)
KETERANGAN = (
    "Kolom 13 (K) dihitung dari triwulan menurut metode indikatornya: jumlah, kumulatif, posisi akhir, rata-rata, "
    "rasio, atau tahunan. Penjumlahan kolom 9 sampai 12 hanya berlaku untuk metode jumlah dan untuk rupiah.",
    "Kolom 7 dan 14 (K): dijumlahkan antar-tahun untuk metode jumlah; untuk metode lain dipakai keadaan tahun "
    "terakhir. Tingkat capaian (K) dihitung menurut rumus indikatornya; sebelum akhir tahun, kolom 13 : 8 hanya untuk "
    "indikator makin tinggi makin baik.",
    "Sel kosong berarti belum ada catatannya, bukan nol. Kolom 6 (Rp) kosong karena pagu indikatif Renstra tidak "
    "dicatat.",
)
TITIK = "................................................................"


def build(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, triwulan: int, per: date, tanggal_ttd: date | None = None
) -> bytes:
    """The workbook (.xlsx): sheets E.81 and Per Triwulan. Whoever was Camat on `tanggal_ttd` signs (default: the day of
    the approval of the triwulan, else `per`).

    Raises AccessError without Izin.LIHAT, UserError for a tahun without indikator and pagu.
    """
    pengguna.require(Izin.LIHAT, unit)
    bahan = gather(store, unit, tahun, triwulan, per, tanggal_ttd)
    office = bahan.identitas
    until = f"s.d. {PERIODE[f'TW{triwulan}'].label(tahun)}"
    head = (
        "FORMULIR E.81", "EVALUASI TERHADAP HASIL RENCANA KERJA PERANGKAT DAERAH",
        f"{office.nama} {office.kabupaten} TAHUN {tahun}".upper(),
        f"Periode pelaksanaan: {until}; {pengesahan.as_of(bahan)}",
    )  # fmt: skip
    mark = "DATA CONTOH" if office.contoh else ""
    rows = list(_lines(bahan))
    listed = {row["kode"] for row in rows if "kode" in row}
    notes = (*_told(bahan, listed), *_shared(bahan), *KETERANGAN, *_capped(bahan))
    sheets = [
        Lembar("E.81", head, _columns(bahan), [*rows, *_foot(bahan)], notes, mark, 4, _signatures(bahan), A3),
        Lembar("Per Triwulan", head[1:], _quarter_columns(), rows, (), mark, 4, kertas=A3),
    ]
    return excel.write(sheets, f"Formulir E.81 {office.nama} {until}", office.nama, kop.of(store, unit))


# ---------------------------------------------------------------- the columns


def _pair(induk: str, nomor: str, kunci: str, lebar: float = 12.5) -> tuple[Kolom, Kolom]:
    return (
        Kolom("K", f"k{kunci}", 7.5, "angka", induk=induk, nomor=nomor),
        Kolom("Rp", f"r{kunci}", lebar, "angka", 0, induk=induk, nomor=nomor),
    )


def _percents(induk: str, nomor: str, kunci: str, lebar_k: float, lebar: float) -> tuple[Kolom, Kolom]:
    return (
        Kolom("K", f"k{kunci}", lebar_k, "angka", 2, induk=induk, nomor=nomor),
        Kolom("Rp", f"r{kunci}", lebar, "angka", 2, induk=induk, nomor=nomor),
    )


def _left() -> tuple[Kolom, ...]:
    return (
        Kolom("No.", "nomor", 4, "tengah", nomor="1"),
        Kolom("Sasaran", "sasaran", 16, nomor="2"),
        Kolom("Program, kegiatan, sub kegiatan", "nama", 30, nomor="3"),
        Kolom("Indikator kinerja program (outcome), kegiatan dan sub kegiatan (output)", "indikator", 27, nomor="4"),
        Kolom("Satuan", "satuan", 8.5, "tengah", nomor="5"),
    )


def _columns(bahan: BahanE81) -> tuple[Kolom, ...]:
    lalu, kini = bahan.tahun - 1, bahan.tahun
    akhir = max((r["tahun_akhir"] for r in bahan.renstra.values()), default=None)
    quarters = [
        k
        for n in TRIWULAN
        for k in _pair(f"Realisasi kinerja dan anggaran Triwulan {ROMAWI[n]}", str(8 + n), f"tw{n}", 11)
    ]
    return (
        *_left(),
        *_pair(f"Target Renstra pada akhir tahun {akhir or '(belum dicatat)'}", "6", "6", 5),
        *_pair(f"Realisasi Renstra s.d. tahun {lalu}", "7", "7"),
        *_pair(f"Target dan anggaran Renja tahun {kini}", "8", "8"),
        *quarters,
        *_pair(f"Realisasi Renja tahun {kini} s.d. Triwulan {ROMAWI[bahan.triwulan]}", "13", "13"),
        *_percents(f"Tingkat capaian Renja tahun {kini} (%)", "13 : 8", "p", 11, 11),  # room for "Sangat Rendah" below
        *_pair(f"Realisasi Renstra s.d. tahun {kini}", "14 = 7 + 13", "14"),
        *_percents(f"Tingkat capaian Renstra s.d. tahun {kini} (%)", "15 = 14 : 6", "15", 7.5, 5),
        Kolom("Unit penanggung jawab", "bagian", 17, nomor="16"),
        Kolom("Keterangan", "keterangan", 10.5, "tengah"),
    )


def _quarter_columns() -> tuple[Kolom, ...]:
    found = list(_left())
    for n in TRIWULAN:
        induk = f"Triwulan {ROMAWI[n]}"
        found += [
            Kolom("Target K", f"tk{n}", 8.5, "angka", induk=induk),
            Kolom("Realisasi K", f"rk{n}", 8.5, "angka", induk=induk),
            Kolom("Capaian (%)", f"c{n}", 8.5, "angka", 2, induk=induk),
            Kolom("Target keuangan", f"tr{n}", 12.5, "angka", 0, induk=induk),
            Kolom("Realisasi anggaran", f"rr{n}", 12.5, "angka", 0, induk=induk),
        ]
    return tuple(found)


# ---------------------------------------------------------------- the rows


def _lines(bahan: BahanE81) -> Iterator[dict[str, Any]]:
    """Each sasaran of the Camat with its indikator and the programs that serve it first; programs of none last.

    Where a program is counted elsewhere, a line without figures says where.
    """
    programs = [r["kode"] for r in bahan.pohon if r["jenjang"] == "program"]
    goals = _goals(bahan)
    served = {kode: _goals_of(bahan, kode, goals) for kode in programs}
    for kode, (nomor, uraian) in goals.items():
        rows = [_indikator(bahan, c) for c in bahan.kartu if c["sasaran"] == kode]
        for program, of in served.items():
            first = next(iter(of), None)
            if first == kode:
                rows += _branch(bahan, program)
            elif first is not None and kode in of:
                rows.append({"nama": f"Program {program} ({angka(of[kode])} %): lihat sasaran {goals[first][0]}"})
        if rows:
            yield rows[0] | {"nomor": str(nomor), "sasaran": uraian}
            yield from rows[1:]
    for program, of in served.items():
        if not of:
            yield from _branch(bahan, program)


def _goals(bahan: BahanE81) -> dict[str, tuple[int, str]]:
    """The sasaran of the Camat by kode: number and words."""
    found = [s for s in bahan.sasaran if s["jenjang"] == "camat"]
    return {s["kode"]: (nomor, s["uraian"]) for nomor, s in enumerate(found, 1)}


def _goals_of(bahan: BahanE81, program: str, goals: Mapping[str, object]) -> dict[str, Decimal]:
    """The porsi of each sasaran that a program serves, the largest first: under that one its money stands, once."""
    found = [k for k in bahan.kaitan if k.kode == program and k.sasaran in goals]
    return {k.sasaran: k.porsi for k in sorted(found, key=lambda k: -k.porsi)}


def _branch(bahan: BahanE81, program: str) -> list[dict[str, Any]]:
    """A program and all below it, each with its output indikator; a second indikator takes a row of its own."""
    rows: list[dict[str, Any]] = []
    for node in bahan.pohon:
        if node["kode"] is None or not (node["kode"] == program or node["kode"].startswith(program + ".")):
            continue
        cards = [_indikator(bahan, c) for c in bahan.kartu if c["kode_anggaran"] == node["kode"]]
        rows.append((cards[0] if cards else {}) | _money(bahan, node))
        rows += cards[1:]
    return rows


def _indikator(bahan: BahanE81, card: Row) -> dict[str, Any]:
    kode = card["kode"]
    row = bahan.at(bahan.periode, kode)
    words = tabel.keadaan(row, None) if row["sementara"] or row["alasan"] else ""
    return {
        "kode": kode,
        "indikator": f"{kode} {card['nama']}",
        "satuan": card["satuan"],
        "desimal": card["desimal"],
        "bagian": card["bagian_nama"] or card["bagian"],
        "k6": (bahan.renstra.get(kode) or {}).get("target_akhir"),
        "k7": bahan.before(kode),
        "k8": row["target_tahun"],
        "k13": row["realisasi"],
        "kp": bahan.percent(kode),
        "k14": bahan.since(kode),
        "k15": bahan.progress(kode),
        "keterangan": words,
        **{f"ktw{n}": bahan.at(f"TW{n}", kode)["realisasi"] for n in TRIWULAN if n <= bahan.triwulan},
        **{f"tk{n}": card[f"target_tw{n}"] for n in TRIWULAN},
        **{f"rk{n}": bahan.at(f"TW{n}", kode)["realisasi"] for n in TRIWULAN if n <= bahan.triwulan},
        **{f"c{n}": bahan.at(f"TW{n}", kode)["capaian_persen"] for n in TRIWULAN if n <= bahan.triwulan},
    }


def _money(bahan: BahanE81, node: Row) -> dict[str, Any]:
    lalu, kini = bahan.pohon_lalu.get(node["kode"]), node["realisasi_sd_rupiah"]
    return {
        "nama": f"{node['kode']} {node['nama']}",
        "tebal": node["jenjang"] in CETAK_TEBAL,
        "r7": lalu,
        "r8": node["pagu_rupiah"],
        "r13": kini,
        "rp": node["serapan_persen"],
        "r14": None if kini is None else kini + (lalu or 0),
        **{f"rtw{n}": node[f"tw{n}_rupiah"] for n in TRIWULAN},
        **{f"rr{n}": node[f"tw{n}_rupiah"] for n in TRIWULAN},
        **{f"tr{n}": bahan.target_rupiah.get((n, node["kode"])) for n in TRIWULAN},
    }


def _foot(bahan: BahanE81) -> list[dict[str, Any]]:
    """Totals, averages and predikat."""
    total = [_money(bahan, r) | {"nama": "JUMLAH", "tebal": True} for r in bahan.pohon if r["jenjang"] == "total"]
    against = (
        "" if bahan.triwulan == 4 else f" s.d. Triwulan {ROMAWI[bahan.triwulan]} terhadap target s.d. triwulan itu"
    )
    work, money = bahan.rata["kinerja"], bahan.rata["anggaran"]
    goals = bahan.rata_camat or {"dengan_batas": None, "dihitung": 0, "jumlah": 0, "kategori": None}
    return [
        *total,
        _bold(f"Rata-rata capaian kinerja (%){against}", _of(work), work["nilai"], money["nilai"]),
        _bold("Predikat kinerja", "", work["predikat"] or "belum dinilai", money["predikat"] or "belum dinilai"),
        _bold(f"Rata-rata capaian indikator sasaran (%){against}", _of(goals), goals["dengan_batas"], None),
        _bold("Predikat indikator sasaran", "", goals["kategori"] or "belum dinilai", None),
    ]


def _bold(nama: str, indikator: str, kinerja: Any, uang: Any) -> dict[str, Any]:
    return {"nama": nama, "indikator": indikator, "kp": kinerja, "rp": uang, "tebal": True}


def _of(row: Row) -> str:
    return f"{row['dihitung']} dari {row['jumlah']} indikator"


# ---------------------------------------------------------------- under the table


def _told(bahan: BahanE81, listed: Collection[str]) -> Iterable[str]:
    """The four lines of the form, of its indikator, in the words of the bagian; dots where nothing was told."""
    berikut = f"Triwulan {ROMAWI[bahan.triwulan + 1]}" if bahan.triwulan < 4 else f"Triwulan I Tahun {bahan.tahun + 1}"
    for judul, kunci in (
        ("Faktor pendorong keberhasilan kinerja", "faktor_pendukung"),
        ("Faktor penghambat pencapaian kinerja", "faktor_penghambat"),
        (f"Tindak lanjut yang diperlukan dalam triwulan berikutnya ({berikut})", "tindak_lanjut"),
    ):
        said = [
            f"\n- {r['indikator']}: {r[kunci].strip().rstrip('.')}."
            for r in bahan.cerita
            if r[kunci] and r["indikator"] in listed
        ]
        yield f"{judul}: {''.join(said) or TITIK}"
    yield f"Tindak lanjut yang diperlukan dalam Renja Perangkat Daerah tahun {bahan.tahun + 1}: {TITIK}"


def _capped(bahan: BahanE81) -> Iterator[str]:
    """What the averages at the foot are averages of."""
    batas = bahan.rata_camat["batas"] if bahan.rata_camat else None
    if batas is not None:
        most = angka(batas)
        yield (
            f"Pada kedua rata-rata, capaian di atas {most} dihitung {most} dan capaian di bawah 0 dihitung 0. Pada "
            "kolom Rp tercantum serapan seluruh anggaran."
        )


def _shared(bahan: BahanE81) -> Iterator[str]:
    """Which programs serve more than one sasaran, and with which part of their money."""
    goals = _goals(bahan)
    for node in (r for r in bahan.pohon if r["jenjang"] == "program"):
        of = _goals_of(bahan, node["kode"], goals)
        if len(of) < 2:
            continue
        parts = "; ".join(f"sasaran {goals[s][0]} “{goals[s][1]}” {angka(porsi)} %" for s, porsi in of.items())
        yield (
            f"{node['kode']} {node['nama']} menunjang {len(of)} sasaran: {parts}. Indikator keluaran dan rupiahnya "
            f"dicantumkan satu kali, pada sasaran {goals[next(iter(of))][0]}, supaya tidak terhitung ganda."
        )


def _signatures(bahan: BahanE81) -> tuple[tuple[str, ...], tuple[str, ...]]:
    who = bahan.camat
    camat = f"CAMAT {bahan.identitas.nama.upper().removeprefix('KECAMATAN ')}"
    signer = pihak.printed(who, camat)
    place = f"{bahan.identitas.tempat}, {tanggal(bahan.tanggal)}"
    return (
        ("Dievaluasi,", "KEPALA BADAN PERENCANAAN PEMBANGUNAN DAERAH", bahan.identitas.kabupaten.upper(), "", "", "",
         "(.............................................)", "NIP ......................................"),
        (place, "Disusun,", f"{signer.jabatan.upper()},", "", "", "", signer.nama, *signer.bawah),
    )  # fmt: skip
