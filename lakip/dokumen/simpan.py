"""Registering planning documents and recording their content: new versions only, each with its jejak."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.dokumen import baca
from lakip.dokumen.isi import BERENTANG, BERISI, DIDAFTAR, JENIS_NAMA, BarisDokumen, Dokumen
from lakip.errors import UserError
from lakip.periode import TRIWULAN
from lakip.store import Store

RENTANG_TERPANJANG = 6  # a Renstra is for five tahun, an interim one for fewer


def register(
    store: Store, pengguna: Pengguna, unit: str, dokumen: Dokumen, unggahan: Mapping[str, Any] | None = None
) -> Dokumen:
    """Record a document, a perubahan of it, or with `membetulkan` a correction of how it was registered.

    A correction keeps the content, and the file unless another comes with it. What is recorded already is not
    recorded again. `unggahan` is the row of its archived file.

    Returns:
        The document with its versi.

    Raises:
        AccessError, or UserError with what is missing or cannot be.
    """
    pengguna.require(Izin.RENCANA, unit)
    wanted = checked(dokumen)
    with store.transaction() as tx:
        rows = baca.versions(tx, unit, wanted.jenis, wanted.tahun)
        old = _corrected(rows, wanted)
        if old is not None:
            wanted = replace(
                wanted, sifat=old.sifat, mulai_triwulan=old.mulai_triwulan, membetulkan=old.membetulkan or old.versi
            )
        if same := _same(rows, wanted, unggahan):
            return same
        done = replace(wanted, versi=len(rows) + 1)
        source = unggahan["id"] if unggahan else _file_of(rows, old.versi if old else None)
        stamp = {"unit": unit, "oleh": pengguna.akun, "pada": periode.now()}
        if unggahan is not None:
            tx.insert("unggahan", [{**unggahan, "unit": unit, "oleh": pengguna.akun}])
        tx.insert("dokumen_rencana", [{**stamp, **vars(done), "unggahan": source}])
        if old is not None and (kept := baca.contents(tx, unit, old)):
            tx.insert("isi_dokumen", _rows(stamp, done, kept, 1))
        jejak.write(
            tx, pengguna.akun, "membatalkan dokumen" if done.batal else "mendaftarkan dokumen",
            f"{done.jenis}:{done.tahun}:{done.versi}", unit=unit,
            lama=vars(old) if old else None, baru=vars(done), unggahan=source,
        )  # fmt: skip
    return done


def save_contents(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    dokumen: Dokumen,
    rows: Sequence[BarisDokumen],
    unggahan: Mapping[str, Any] | None = None,
    seen: int | None = None,
) -> int:
    """Record what stands in a document: the whole of it, which takes the place of what was recorded.

    `seen` is the version of the content that whoever saves has looked at. Rows that say what is recorded already keep
    the place they were first read from. Returns how many differ; when none does, nothing is recorded.

    Raises UserError: nothing in it, an indikator twice, a target for a tahun that the document is not for, or
    somebody else saved meanwhile.
    """
    pengguna.require(Izin.RENCANA, unit)
    with store.transaction() as tx:
        known = baca.found(
            baca.versions(tx, unit, dokumen.jenis, dokumen.tahun), dokumen.jenis, dokumen.tahun, dokumen.versi
        )
        _check_rows(known, rows)
        before, number = baca.contents(tx, unit, known), baca.contents_version(tx, unit, known)
        if seen is not None and seen != number:
            raise UserError(f"Isi {known.nama} diubah orang lain sejak dibaca. Periksa lagi, lalu simpan kembali.")
        kept = [next((b for b in before if b.same(row)), row) for row in rows]
        changed = sum(row not in before for row in kept) + sum(b not in kept for b in before)
        if not changed:
            return 0
        stamp = {"unit": unit, "oleh": pengguna.akun, "pada": periode.now()}
        if unggahan is not None:
            tx.insert("unggahan", [{**unggahan, "unit": unit, "oleh": pengguna.akun}])
        tx.insert("isi_dokumen", _rows(stamp, known, kept, number + 1))
        jejak.write(
            tx, pengguna.akun, "menyimpan isi dokumen", f"{known.jenis}:{known.tahun}:{known.versi}", unit=unit,
            baris=len(kept), berubah=changed, unggahan=unggahan["id"] if unggahan else None,
        )  # fmt: skip
    return changed


def checked(dokumen: Dokumen) -> Dokumen:
    """The document as it can be recorded. Raises UserError with what is missing or cannot be."""
    if dokumen.jenis not in DIDAFTAR:
        names = ", ".join(JENIS_NAMA[j] for j in DIDAFTAR)
        raise UserError(
            f"{JENIS_NAMA.get(dokumen.jenis, dokumen.jenis)} tidak didaftarkan di sini. Yang didaftarkan: {names}."
        )
    nomor = (dokumen.nomor or "").strip()
    nama = replace(dokumen, sampai_tahun=None).nama
    if not nomor or dokumen.tanggal is None:
        raise UserError(f"Nomor dan tanggal {nama} harus diisi, seperti tertulis pada dokumennya.")
    last = dokumen.sampai_tahun if dokumen.jenis in BERENTANG else None
    if dokumen.jenis == "renstra" and last is None:
        raise UserError("Tahun terakhir Renstra harus diisi, misalnya 2028 untuk Renstra 2024–2028.")
    if last is not None and not dokumen.tahun <= last < dokumen.tahun + RENTANG_TERPANJANG:
        raise UserError(f"{nama} sampai tahun {last} tidak mungkin. Periksa tahun pertama dan tahun terakhirnya.")
    if not dokumen.tahun - 2 <= dokumen.tanggal.year <= (last or dokumen.tahun) + 1:
        raise UserError(f"Tanggal {nama} bertahun {dokumen.tanggal.year}. Periksa tahun pada tanggalnya.")
    sifat = {"dpa": "murni", "dppa": "perubahan"}.get(dokumen.jenis, dokumen.sifat)
    if sifat not in ("murni", "perubahan") or dokumen.mulai_triwulan not in TRIWULAN:
        raise UserError("Sifat dokumen murni atau perubahan, dan perubahan berlaku mulai triwulan 1 sampai 4.")
    return replace(
        dokumen,
        nomor=nomor,
        sampai_tahun=last,
        sifat=sifat,
        mulai_triwulan=dokumen.mulai_triwulan if sifat == "perubahan" else 1,
        catatan=(dokumen.catatan or "").strip() or None,
    )


def _same(rows: list[dict[str, Any]], wanted: Dokumen, unggahan: Mapping[str, Any] | None) -> Dokumen | None:
    """The newest version, when it says all of this already."""
    for row in rows[-1:]:
        last = baca.found(rows, wanted.jenis, wanted.tahun, row["versi"])
        file = unggahan is None or unggahan["sha256"] == row["sha256"]
        if file and replace(wanted, versi=last.versi, membetulkan=last.membetulkan) == last:
            return last
    return None


def _corrected(rows: list[dict[str, Any]], wanted: Dokumen) -> Dokumen | None:
    """What a correction starts from: the newest correction of the same document."""
    if wanted.membetulkan is None:
        if wanted.batal:
            raise UserError("Sebutkan dokumen mana yang dibatalkan.")
        return None
    named = baca.found(rows, wanted.jenis, wanted.tahun, wanted.membetulkan)
    first = named.membetulkan or named.versi
    newest = max(r["versi"] for r in rows if (r["membetulkan"] or r["versi"]) == first)
    return baca.found(rows, wanted.jenis, wanted.tahun, newest)


def _file_of(rows: list[dict[str, Any]], versi: int | None) -> str | None:
    return next((r["unggahan"] for r in rows if r["versi"] == versi), None)


def _check_rows(dokumen: Dokumen, rows: Sequence[BarisDokumen]) -> None:
    if dokumen.jenis not in BERISI:
        raise UserError(f"{dokumen.nama} tidak berisi target indikator. Pagunya dicatat pada Anggaran.")
    if not rows:
        raise UserError(f"Isi {dokumen.nama} kosong. Isi sedikitnya satu indikator.")
    if any(not row.nama.strip() for row in rows):
        raise UserError(f"Nama indikator pada {dokumen.nama} harus diisi, seperti tertulis pada dokumennya.")
    if twice := _twice(rows):
        raise UserError(f"“{twice}” ada pada lebih dari satu baris {dokumen.nama}. Hapus salah satunya.")
    years = {year for row in rows for year in row.target}
    if outside := sorted(years - set(dokumen.tahun_target)):
        raise UserError(
            f"{dokumen.nama} tidak memuat target tahun {outside[0]}. Pilih dokumen yang mencakup tahun itu."
        )


def _twice(rows: Sequence[BarisDokumen]) -> str | None:
    """A kode on two rows, or a name on two of which one has no kode to tell them apart."""
    codes = Counter(row.kode.casefold() for row in rows if row.kode)
    names = [" ".join(row.nama.casefold().split()) for row in rows]
    loose = {name for name, row in zip(names, rows, strict=True) if not row.kode}
    found = [kode for kode, times in codes.items() if times > 1]
    found += [name for name, times in Counter(names).items() if times > 1 and name in loose]
    return found[0] if found else None


def _rows(stamp: Mapping[str, Any], dokumen: Dokumen, rows: Sequence[BarisDokumen], versi: int) -> list[dict[str, Any]]:
    key = {**stamp, "jenis": dokumen.jenis, "tahun": dokumen.tahun, "dokumen": dokumen.versi, "versi": versi}
    return [
        {
            **key, "nomor": nomor, "kode": row.kode, "nama": row.nama, "satuan": row.satuan, "tahun_target": year,
            "nilai": row.target.get(year) if year else None, "unggahan": row.unggahan, "lembar": row.lembar,
            "sel": row.sel.get(str(year)), "sel_nama": row.sel.get("nama"), "sel_satuan": row.sel.get("satuan"),
        }
        for nomor, row in enumerate(rows, start=1)
        for year in (dokumen.tahun_target or (None,))
    ]  # fmt: skip
