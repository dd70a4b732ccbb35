"""Which program, kegiatan or sub kegiatan serves which sasaran, and with how much of its money."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any

import polars as pl

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.anggaran.isi import TINGKAT_NAMA, TINGKAT_PK, Kaitan, TemuanKaitan
from lakip.errors import UserError
from lakip.formatting import angka
from lakip.store import Store, Transaction

PENUH = Decimal(100)
BERUBAH = (
    "Kaitan sasaran dengan anggaran diubah orang lain sejak Anda melihat pratinjau, sehingga tidak ada yang disimpan. "
    "Muat ulang halaman ini, lalu unggah lagi."
)


def links(store: Store | Transaction, unit: str, tahun: int) -> tuple[Kaitan, ...]:
    """The links in force, in the order of kode and sasaran."""
    rows = store.read("anggaran_kaitan", unit=unit, tahun=tahun).drop_nulls("porsi")
    return tuple(Kaitan(r["sasaran"], r["kode"], r["porsi"]) for r in rows.iter_rows(named=True))


def pendukung(store: Store, unit: str, tahun: int, sasaran: Collection[str], sifat: str = "berlaku") -> pl.DataFrame:
    """What supports these sasaran: table B of a Perjanjian Kinerja.

    Args:
        sifat: murni for the pagu of the DPA; perubahan or berlaku for the pagu after a DPPA, which for a sub
            kegiatan it says nothing of is still the murni.

    Returns:
        Columns kode, jenjang, nama, pagu_rupiah (null: nothing budgeted below it); one row per linked node, whole
        and once however many of the sasaran it serves, in the order of kode. Empty without links.
    """
    column = "pagu_murni_rupiah" if sifat == "murni" else "pagu_berlaku_rupiah"
    rows = store.read("anggaran_pendukung", unit=unit, tahun=tahun, sasaran=list(sasaran) or [""])
    return rows.select("kode", "jenjang", "nama", pagu_rupiah=column)


def check_links(store: Store | Transaction, unit: str, tahun: int, kaitan: Collection[Kaitan]) -> list[str]:
    """What is wrong with the links of a whole tahun, one sentence each; empty when they may be saved.

    A sub kegiatan shared by a Kasi and a Lurah is one rupiah as well, so the porsi of a kode sum to 100 over all
    sasaran; the level of a kode follows from the jenjang of the sasaran, so jenjang are never mixed.
    """
    return [one.pesan for one in faults(store, unit, tahun, kaitan)]


def faults(store: Store | Transaction, unit: str, tahun: int, kaitan: Collection[Kaitan]) -> list[TemuanKaitan]:
    """As `check_links`, each with what it is about."""
    goals = {r["kode"]: r for r in store.read("sasaran_tahun", unit=unit, tahun=tahun).to_dicts()}
    nodes = {r["kode"]: r for r in store.read("anggaran_simpul", unit=unit, tahun=tahun).to_dicts()}
    found = [
        TemuanKaitan(one.kode, one.sasaran, pesan=wrong[1], kolom=wrong[0])
        for one in kaitan
        if (wrong := _wrong(one, goals, nodes, tahun))
    ]
    pairs = [(one.sasaran, one.kode) for one in kaitan]
    for sasaran, kode in sorted({p for p in pairs if pairs.count(p) > 1}):
        pesan = f"Sasaran {sasaran} dan kode {kode} dikaitkan lebih dari satu kali. Sisakan satu."
        found.append(TemuanKaitan(kode, sasaran, pesan, "kode"))
    for kode in sorted({one.kode for one in kaitan}):
        total = sum((one.porsi for one in kaitan if one.kode == kode), Decimal(0))
        if total != PENUH:
            pesan = (
                f"Porsi {kode} berjumlah {angka(total)}, padahal harus 100, supaya anggarannya terhitung tepat satu "
                f"kali. Ubah porsinya pada sasaran {', '.join(one.sasaran for one in kaitan if one.kode == kode)}."
            )
            found.append(TemuanKaitan(kode, None, pesan))
    return found


def save_sasaran_program(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    kaitan: Iterable[Kaitan],
    unggahan: Mapping[str, Any] | None = None,
    dilihat: Collection[Kaitan] | None = None,
) -> int:
    """Record the links of a whole tahun; one that is not named any more is lifted. Returns how many changed.

    Args:
        unggahan: the row of the uploaded file, if they came from one.
        dilihat: the links that the person saw; None: nobody looked first.

    Raises UserError with what is wrong: a porsi that does not sum to 100, a kode on the wrong level, an unknown one;
    and when the record changed since it was seen.
    """
    pengguna.require(Izin.RENCANA, unit)
    kaitan = list(kaitan)
    with store.transaction() as tx:
        if dilihat is not None and set(links(tx, unit, tahun)) != set(dilihat):
            raise UserError(BERUBAH)
        if wrong := check_links(tx, unit, tahun, kaitan):
            raise UserError(" ".join(wrong))
        known = {(r["sasaran"], r["kode"]): r for r in tx.read("anggaran_kaitan", unit=unit, tahun=tahun).to_dicts()}
        given = {(one.sasaran, one.kode): one for one in kaitan}
        wanted = {key: given[key].porsi if key in given else None for key in {**known, **given}}
        rows = [
            {
                "unit": unit, "tahun": tahun, "sasaran": sasaran, "kode": kode, "porsi": porsi,
                "versi": known[sasaran, kode]["versi"] + 1 if (sasaran, kode) in known else 1,
                "oleh": pengguna.akun, "pada": periode.now(), "unggahan": unggahan["id"] if unggahan else None,
                **{n: getattr(given.get((sasaran, kode)), n, None) for n in ("lembar", "sel")},
            }
            for (sasaran, kode), porsi in wanted.items()
            if (sasaran, kode) not in known or known[sasaran, kode]["porsi"] != porsi
        ]  # fmt: skip
        if rows:
            if unggahan is not None:
                tx.insert("unggahan", [{**unggahan, "unit": unit, "oleh": pengguna.akun}])
            tx.insert("sasaran_program", rows)
            told = {f"{r['sasaran']} {r['kode']}": r["porsi"] for r in rows}
            jejak.write(
                tx, pengguna.akun, "mengaitkan sasaran dengan anggaran", f"anggaran:{tahun}", unit=unit, porsi=told,
                unggahan=unggahan["id"] if unggahan else None,
            )  # fmt: skip
    return len(rows)


def _wrong(one: Kaitan, goals: dict[str, Any], nodes: dict[str, Any], tahun: int) -> tuple[str, str] | None:
    """The kolom that is wrong, and why."""
    goal, node = goals.get(one.sasaran), nodes.get(one.kode)
    if goal is None:
        return "sasaran", f"Sasaran “{one.sasaran}” tidak ada pada tahun {tahun}. Pilih sasaran yang berlaku."
    if node is None:
        return "kode", f"Kode {one.kode} tidak ada dalam nomenklatur tahun {tahun}. Pilih kode dari daftar."
    level = TINGKAT_PK[goal["jenjang"]]
    if node["jenjang"] != level:
        return "kode", (
            f"Kode {one.kode} adalah {TINGKAT_NAMA[node['jenjang']]}, sedangkan sasaran {one.sasaran} bertingkat "
            f"{goal['jenjang'].capitalize()} dan didukung {TINGKAT_NAMA[level]}. Pilih {TINGKAT_NAMA[level]}nya."
        )
    if not 0 < one.porsi <= PENUH:
        return (
            "porsi",
            f"Porsi {one.kode} untuk sasaran {one.sasaran} adalah {angka(one.porsi)}. Isi di atas 0 sampai 100.",
        )
    return None
