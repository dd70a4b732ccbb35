"""Writing one backup while the application runs: what goes in, and what it says of itself."""

import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lakip import VERSI, periode
from lakip.cadangan import baca, isi
from lakip.cadangan.irama import POTONG, Irama, settle
from lakip.cadangan.isi import BACA, MANIFES, SUMS, TAMBAHAN, Jenis, Manifes
from lakip.errors import UserError
from lakip.salinan import FILE_NAME, Isi, engine
from lakip.store import Store
from lakip.tukar import sync_folder
from lakip.utuh import jangkar

KERJA = ".kerja-"  # folders of a backup that is being written
PADAT = frozenset({".parquet", ".xlsx", ".xlsm", ".docx", ".pptx", ".ods", ".pdf", ".png", ".jpg", ".jpeg", ".zip"})
CADANG = 50_000_000  # bytes that stay free

Lapor = Callable[[float, str], None]  # the part that is done, 0 to 1, and what is being done


@dataclass(frozen=True)
class Hasil:
    """A backup that was written and read back. `masalah`: what it lacks, a sentence each; empty when it is whole."""

    path: Path
    manifes: Manifes
    masalah: tuple[str, ...]


def quiet(_: float, __: str) -> None:
    """Tell nobody."""


def write(
    store: Store, jenis: Jenis, ke: Path | None = None, lapor: Lapor = quiet, saat: datetime | None = None
) -> Hasil:
    """Write a backup, read it back, and only then give it its name: `ke`, or its own under cadangan/ of the record.

    It holds the record as it stood at the beginning. An original that is missing, or a table that cannot be read, is
    told and does not stop the rest. Raises UserError when there is no room, or what was read back is not the record.
    """
    folder, saat = store.folder, saat or periode.local(periode.now()).replace(tzinfo=None)
    if folder is None:
        raise UserError("Catatan di memori tidak dapat dicadangkan.")
    _check_room(folder, (ke or folder / "cadangan" / "x").parent)
    lapor(0.0, "Menyalin basis data")
    with tempfile.TemporaryDirectory(prefix=KERJA, dir=folder / "cadangan", ignore_cleanup_errors=True) as room:
        work = Path(room)
        found, lost = store.copy_to(work)
        half = work / "cadangan.zip" if ke is None else ke.with_name(f"{ke.name}.tmp")
        try:
            manifes = _pack(half, folder, work, found, lost, saat, lapor)
            lapor(0.6, "Membaca kembali untuk diperiksa")
            baca.verify(half, work / "uji", manifes, lambda part: lapor(0.6 + 0.4 * part, "Membaca kembali"))
            target = ke or folder / "cadangan" / isi.name(jenis, saat, found.sidik, not _wrong(manifes))
            half.replace(target)
            sync_folder(target.parent)
        finally:
            half.unlink(missing_ok=True)
    return Hasil(target, manifes, _wrong(manifes))


# ---------------------------------------------------------------- inside


def _pack(
    half: Path, folder: Path, work: Path, found: Isi, lost: dict[str, str], saat: datetime, lapor: Lapor
) -> Manifes:
    members = _members(folder, work)
    size, done = sum(path.stat().st_size for path in members.values()) or 1, 0
    files: dict[str, tuple[str, int]] = {}
    damaged, irama = [], Irama()
    with half.open("w+b") as raw:
        with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bundle:
            for name, path in members.items():
                try:
                    source = path.open("rb")
                except FileNotFoundError:
                    continue  # taken away since it was listed
                info = zipfile.ZipInfo(name, saat.timetuple()[:6])
                info.compress_type = zipfile.ZIP_STORED if path.suffix in PADAT else zipfile.ZIP_DEFLATED
                read, size_read = hashlib.sha256(), 0
                with source, bundle.open(info, "w", force_zip64=True) as entry:
                    whole = path.stat().st_size  # as it is now: the anchor grows with every act meanwhile
                    while piece := source.read(min(POTONG, whole - size_read)):
                        entry.write(piece)
                        read.update(piece)
                        size_read, done = size_read + len(piece), done + len(piece)
                        irama.beat(raw, len(piece))
                        lapor(0.1 + 0.5 * min(1.0, done / size), "Menyalin berkas")
                files[name] = read.hexdigest(), size_read
                if name.startswith("arsip/") and path.stem != files[name][0]:
                    damaged.append(path.stem)
            manifes = Manifes(
                VERSI, engine(), found.migrasi, f"{saat:%Y-%m-%d %H:%M:%S}", found.kantor, found.tahun, found.nomor,
                found.pada.isoformat() if found.pada else None, found.hash, found.baris, files,
                _originals(found, files, damaged), lost,
            )  # fmt: skip
            for name, text in (
                (BACA, readme(manifes)),
                (SUMS, "".join(f"{sha}  {name}\n" for name, (sha, _) in sorted(files.items()))),
                (MANIFES, manifes.as_json()),
            ):
                bundle.writestr(zipfile.ZipInfo(name, saat.timetuple()[:6]), text, zipfile.ZIP_DEFLATED)
        settle(raw)
    return manifes


def _members(folder: Path, work: Path) -> dict[str, Path]:
    """What goes in, by the name it has there. What a crash left half written does not."""
    found = {FILE_NAME: work / FILE_NAME}
    roots = [work / "parquet", work / "csv", folder / "arsip", *(folder / name for name in TAMBAHAN)]
    for root in roots:
        if root.is_dir():
            found |= {f"{root.name}/{p.name}": p for p in sorted(root.iterdir()) if p.is_file()}
    if (folder / jangkar.NAMA).exists():
        found[jangkar.NAMA] = folder / jangkar.NAMA
    return {name: path for name, path in found.items() if isi.ANGGOTA.fullmatch(name)}


def _originals(found: Isi, files: dict[str, tuple[str, int]], damaged: list[str]) -> tuple[str, ...]:
    there = {Path(name).stem for name in files if name.startswith("arsip/")}
    missing = [f"Berkas asli “{nama}” tidak ada di arsip." for sha, nama in found.asli.items() if sha not in there]
    changed = [f"Berkas asli “{found.asli.get(sha, sha)}” di arsip berubah sejak diunggah." for sha in damaged]
    return (*missing, *changed)


def _wrong(manifes: Manifes) -> tuple[str, ...]:
    lost = (f"Tabel “{table}” tidak terbaca dan tidak ikut dicadangkan." for table in manifes.hilang)
    return (*manifes.kurang, *lost)


def _check_room(folder: Path, target: Path) -> None:
    """Twice the database, for its copy and its tables, and everything once more."""
    database = (folder / FILE_NAME).stat().st_size
    arsip = sum(p.stat().st_size for p in (folder / "arsip").iterdir() if p.is_file())
    for where, need in ((folder, 3 * database + CADANG), (target, database + arsip + CADANG)):
        if (free := shutil.disk_usage(where).free) < need:
            raise UserError(
                f"Ruang di {where} tinggal {free // 1_000_000} MB; cadangan memerlukan {need // 1_000_000} MB. "
                "Kosongkan sebagian, atau pindahkan cadangan lama ke cakram lain."
            )


def readme(manifes: Manifes) -> str:
    """What lies here and how to read it, for somebody who has no Lakip."""
    return f"""CADANGAN LAKIP
{", ".join(manifes.kantor) or "Belum ada kantor"}
Dibuat {manifes.saat} WITA oleh Lakip {manifes.versi} (DuckDB {manifes.duckdb}).
Perbuatan terakhir: nomor {manifes.nomor}. Simpan berkas ini seperti dokumen rahasia: di dalamnya ada daftar akun.

MEMULIHKAN
  Di komputer baru: pasang Lakip, jalankan, lalu pilih “Pulihkan dari cadangan” di halaman pemasangan.
  Di folder data yang sudah berisi: hentikan Lakip, lalu  python -m lakip pulihkan BERKAS.zip
  Keadaan yang sekarang disimpan dahulu; tidak ada yang terhapus.

MEMBACA TANPA LAKIP
  csv/      satu berkas untuk setiap tabel, UTF-8, koma sebagai pemisah, judul kolom di baris pertama. Dibuka
            dengan Excel (Data > Dari Teks/CSV) atau LibreOffice. Waktu ditulis dalam UTC.
  parquet/  tabel yang sama dengan jenis datanya; dibaca DuckDB, Python (pandas, polars), R, dan Power BI.
  lakip.duckdb   basis data lengkap; dibuka dengan DuckDB {manifes.duckdb} atau yang lebih baru (duckdb.org).
  arsip/    berkas asli yang diunggah, bernama sha256-nya; nama semula ada di csv/unggahan.csv.
  SHA256SUMS     sidik setiap berkas:  sha256sum -c SHA256SUMS
  manifes.json   isi cadangan ini: kantor, tahun, jumlah baris setiap tabel, dan yang kurang.
{"".join(f"KURANG: {one}{chr(10)}" for one in _wrong(manifes))}"""
