"""Whatever is changed, added, taken away or put back behind the program is told, with what and where."""

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from contoh_siap import copied

from lakip import akun, jejak, pengaturan
from lakip.__main__ import main
from lakip.akses import Peran
from lakip.contoh.isi import UNIT
from lakip.store import FILE_NAME, Store
from lakip.utuh import jangkar, kunci, segel

Harm = str | Callable[[Path], None]


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three years of an office and four acts of today: 373 signs in, 374 adds an account, 375 and 376 change a setting.
    Beside it `kemarin`, the database before the last two."""
    folder = copied(tmp_path_factory.mktemp("utuh") / "data")
    store = Store(folder)
    admin = akun.find(store, "admin")
    akun.open_session(store, "kasubbag")
    akun.add(store, admin, "baru", "Orang Baru", "kata sandi uji", UNIT, Peran.PENINJAU)
    store.close()
    shutil.copy(folder / FILE_NAME, folder.parent / "kemarin")
    store = Store(folder)
    for tahun in (2027, 2028):
        pengaturan.set_setting(store, admin, UNIT, "target_nol", tahun, "1")
    store.close()
    return folder


@pytest.fixture
def folder(asal: Path, tmp_path: Path) -> Path:
    shutil.copy(asal.parent / "kemarin", tmp_path / "kemarin")
    return Path(shutil.copytree(asal, tmp_path / "data"))


def harm(folder: Path, how: Harm) -> None:
    if not isinstance(how, str):
        how(folder)
        return
    with duckdb.connect(str(folder / FILE_NAME)) as connection:
        connection.execute(how)


# ---------------------------------------------------------------- what somebody with time and a database tool does


def yesterday(folder: Path) -> None:
    shutil.copy(folder.parent / "kemarin", folder / FILE_NAME)


def original(folder: Path, suffix: str) -> Path:
    return min((folder / "arsip").glob(f"*{suffix}"))


def recomputed(sql: str) -> Harm:
    """Change something and seal it again: the seal of its act, and every hash from there on."""

    def harm(folder: Path) -> None:
        with duckdb.connect(str(folder / FILE_NAME)) as connection:
            connection.execute(sql)
            columns = connection.execute("select column_name from duckdb_columns() where table_name = 'pengaturan'")
            digest = segel.expression("pengaturan", [name for (name,) in columns.fetchall()])
            # 372 loaded the example, 375 and 376 wrote one row each
            for nomor, tahun in ((375, 2027), (376, 2028)):
                sidik = [
                    s
                    for (s,) in connection.execute(
                        f"select {digest} from pengaturan where kunci = 'target_nol' and mulai_tahun = {tahun}"
                    ).fetchall()
                ]
                connection.execute(
                    "update segel set sidik = $s where jejak = $n and tabel = 'pengaturan'", {"s": sidik, "n": nomor}
                )
                connection.execute("update jejak set segel = $s where nomor = $n",
                                   {"s": segel.digest({"pengaturan": (False, sidik)}), "n": nomor})  # fmt: skip
            before = jejak.AWAL
            names = [d[0] for d in connection.execute("from jejak limit 0").description]
            for cells in connection.execute("from jejak order by nomor").fetchall():
                row = dict(zip(names, cells, strict=True)) | {"hash_sebelum": before}
                before = segel.hash_of(row)
                connection.execute(
                    "update jejak set hash_sebelum = $b, hash = $h where nomor = $n",
                    {"b": row["hash_sebelum"], "h": before, "n": row["nomor"]},
                )

    return harm


def another_key(folder: Path) -> None:
    """The key of the tests is their own; here the anchor and the trail speak of one that nobody has."""
    path = folder / jangkar.NAMA
    key = kunci.own()
    assert key is not None
    path.write_text(path.read_text().replace(f"\t{key.nama}:", "\tdeadbeef:"))


def appended(folder: Path) -> None:
    with (folder / jangkar.NAMA).open("a") as file:
        file.write(f"377\t2026-12-01T00:00:00\t{'a' * 64}\t\tdeadbeef:{'b' * 64}\n")


def edited(folder: Path) -> None:
    path = folder / jangkar.NAMA
    lines = path.read_text().splitlines()
    lines[99] = lines[99].replace("\t", "\t1", 1)
    path.write_text("\n".join(lines) + "\n")


def garbled(folder: Path) -> None:
    path = folder / jangkar.NAMA
    path.write_text(path.read_text() + "bukan baris jangkar\n")


REALISASI = "where indikator = 'IK-01' and tahun = 2026 and triwulan = 1"
FORGED = (
    "insert into alur (unit, tahun, periode, nomor, keadaan, oleh, pada) "
    f"values ('{UNIT}', 2026, 'TW4', 99, 'disahkan', 'camat', timestamp '2026-11-01')"
)
SESI = "insert into sesi (sesi, akun, dibuat, berakhir) values ('x', 'camat', now()::timestamp, now()::timestamp + interval 8 hour)"

RUSAKAN: tuple[tuple[str, Harm, tuple[str, ...]], ...] = (
    # the rows
    ("realisasi emptied", "delete from realisasi", ("Tabel realisasi", "perbuatan nomor 372", "dihapus atau diubah")),
    ("one realisasi deleted", f"delete from realisasi {REALISASI}", ("Tabel realisasi: 1 baris", "nomor 372")),
    ("one figure changed", f"update realisasi set nilai = 99 {REALISASI}",
     ("Tabel realisasi: 1 baris yang disegel", "Tabel realisasi: 1 baris tidak ditulis", "indikator=IK-01")),
    ("one row written twice", f"insert into realisasi by name from realisasi {REALISASI}",
     ("Tabel realisasi: 1 baris tidak ditulis lewat perbuatan mana pun",)),
    ("who saved a figure", f"update realisasi set oleh = 'kasi.pem' {REALISASI}", ("Tabel realisasi", "oleh=kasi.pem")),
    ("when it was saved", f"update realisasi set pada = pada - interval 1 day {REALISASI}", ("Tabel realisasi",)),
    ("a target lowered", "update target set nilai = nilai / 2 where indikator = 'IK-01'", ("Tabel target",)),
    ("the budget", "update anggaran set pagu_rupiah = pagu_rupiah + 1", ("Tabel anggaran", "pagu_rupiah=")),
    ("money spent", "delete from realisasi_anggaran where triwulan = 4", ("Tabel realisasi_anggaran",)),
    ("a confirmation", "delete from pembenaran where tahun = 2026", ("Tabel pembenaran",)),
    ("a kiriman", "update kiriman set keadaan = 'dibenarkan'", ("Tabel kiriman", "keadaan=dibenarkan")),
    ("an approval forged", FORGED, ("Tabel alur: 1 baris tidak ditulis", "periode=TW4", "keadaan=disahkan")),
    ("an approval taken back", "delete from alur where keadaan = 'disahkan' and tahun = 2025", ("Tabel alur",)),
    ("a setting", "update pengaturan set nilai = '0' where kunci = 'target_nol' and mulai_tahun = 2027",
     ("Tabel pengaturan: 1 baris yang disegel perbuatan nomor 375", "mengubah pengaturan, oleh admin")),
    ("the scale", "update kategori set di_atas = 10 where urutan = 1", ("Tabel kategori", "urutan=1")),
    ("an official", "update pejabat set nama = 'Orang Lain' where bagian is null", ("Tabel pejabat", "Orang Lain")),
    ("the name of the office", "update unit set nama = 'Kecamatan Lain'", ("Tabel unit", "Kecamatan Lain")),
    ("a holiday", "delete from libur", ("Tabel libur",)),
    ("a disposisi", "update disposisi set pada = pada + interval 1 hour", ("Tabel disposisi",)),
    ("an attendance", "delete from sosialisasi_hadir where urutan = 1", ("Tabel sosialisasi_hadir",)),
    ("a text of the report", "update naskah set teks = 'lain'", ("Tabel naskah",)),
    ("an upload's hash", "update unggahan set sha256 = repeat('0', 64)",
     ("Tabel unggahan", "tidak ada di arsip", "tidak disebut catatan mana pun")),
    ("an upload", "delete from unggahan where jenis = 'realisasi'", ("Tabel unggahan", "menunjuk unggahan")),
    # who may come in
    ("a password swapped", "update akun set sandi = 'x' where akun = 'camat'",
     ("Tabel akun: 1 baris tidak ditulis", "akun=camat")),
    ("an account", "insert into akun (akun, nama, sandi, aktif, gagal, terkunci_sampai, dibuat) values ('maling', 'Maling', 'x', true, 0, null, now()::timestamp)",
     ("Tabel akun: 1 baris tidak ditulis", "akun=maling")),
    ("a peran given", f"insert into akun_peran values ('staf.pem', '{UNIT}', 'camat', null, null, date '2026-01-01', null)",
     ("Tabel akun_peran: 1 baris tidak ditulis", "akun=staf.pem", "peran=camat")),
    ("a disabled account", "update akun set aktif = false where akun = 'baru'",
     ("Tabel akun: 1 baris yang disegel perbuatan nomor 374",)),
    ("a session forged", SESI, ("Tabel sesi: 1 baris tidak ditulis", "akun=camat")),
    # what was frozen
    ("a potret", "update potret set isi = replace(isi, '1', '2')", ("Potret", "berubah sejak dibekukan", "Tabel potret")),
    ("a potret and its hash", "update potret set isi = '{}', sha256 = sha256('{}')", ("Tabel potret",)),
    ("a potret deleted", "delete from potret", ("Tabel potret", "menunjuk potret")),
    ("a report", "delete from laporan", ("Tabel laporan",)),
    # the trail
    ("an act's author", "update jejak set oleh = 'lain' where nomor = 200", ("Jejak nomor 200", "berubah sejak ditulis")),
    ("an act in the middle", "delete from jejak where nomor = 200", ("Jejak nomor 200 sampai 200 hilang",)),
    ("the last act", "delete from jejak where nomor = 376",
     ("Menurut jangkar, perbuatan nomor 376", "pernah dicatat", "segel untuk perbuatan nomor 376")),
    ("the last act with all that it wrote",
     "delete from jejak where nomor = 376; delete from segel where jejak = 376; "
     "delete from pengaturan where kunci = 'target_nol' and mulai_tahun = 2028",
     ("Menurut jangkar, perbuatan nomor 376", "pulihkan cadangan")),
    ("the whole trail", "delete from jejak", ("Menurut jangkar, 376 perbuatan, nomor 1", "sampai 376")),
    ("the trail and its seals", "delete from jejak; delete from segel", ("376 perbuatan", "Tabel realisasi", "baris tidak ditulis")),
    ("an act made up", "insert into jejak select nomor + 1, pada, oleh, perbuatan, objek, rincian, hash, sha256(hash), "
     "null, null from jejak where nomor = 376", ("Jejak nomor 377", "tidak ditandatangani aplikasi ini")),
    ("the sign of an act", "update jejak set tanda = null where nomor = 376",
     ("Perbuatan nomor 376", "tidak ditandatangani")),
    ("the seals", "update segel set sidik = [] where tabel = 'realisasi'",
     ("Segel perbuatan nomor 372", "Tabel realisasi")),
    ("a row with its seal", "delete from realisasi; delete from segel where tabel = 'realisasi'",
     ("Segel perbuatan nomor 372", "diubah atau dihapus")),
    ("a row, its seal and the whole chain",
     recomputed("update pengaturan set nilai = '0' where kunci = 'target_nol' and mulai_tahun = 2027"),
     ("Menurut jangkar", "semula berbunyi lain", "Perbuatan nomor 375", "tidak ditandatangani aplikasi ini")),
    # the rules in the file
    ("a view", "create or replace view realisasi_terbaru as select * replace (nilai * 2 as nilai) from realisasi",
     ("Aturan di dalam basis data: view realisasi_terbaru diubah",)),
    ("a macro", "create or replace macro persen(bagian, seluruh) as 100", ("macro persen diubah",)),
    ("a view taken out", "drop view penguncian", ("view penguncian tidak ada lagi",)),
    ("a view of one's own", "create view lain as select 1 as satu", ("view lain ditambahkan",)),
    ("a trigger", "create trigger t after insert on sesi for each statement insert into libur select * from libur",
     ("trigger t on sesi ditambahkan",)),
    ("a table", "create table lain (satu integer)", ("tabel lain ditambahkan",)),
    ("a column", "alter table pengaturan add column lain varchar", ("tabel pengaturan diubah", "kolom lain")),
    ("a column taken out", "alter table naskah drop column oleh", ("tabel naskah diubah", "kolom oleh")),
    # the files
    ("yesterday's database", yesterday, ("Menurut jangkar, 2 perbuatan, nomor 375", "sampai 376", "tidak ada di basis data")),
    ("the anchor", lambda f: (f / jangkar.NAMA).unlink(), ("Berkas jangkar", "tidak ada")),
    ("the anchor cut at its beginning", lambda f: (f / jangkar.NAMA).write_text(
        "".join((f / jangkar.NAMA).read_text().splitlines(keepends=True)[300:])), ("Awal jangkar hilang", "nomor 301")),
    ("the anchor emptied", lambda f: (f / jangkar.NAMA).write_text(""), ("Berkas jangkar", "kosong")),
    ("a line of the anchor", edited, ("Jangkar: 1 baris berubah sejak ditulis", "baris 100")),
    ("a line made up", appended, ("Jangkar: 1 baris ditandatangani kunci lain", "perbuatan nomor 377")),
    ("a line that is none", garbled, ("Jangkar: 1 baris berubah sejak ditulis",)),
    ("the key", another_key, ("ditandatangani kunci lain",)),
    ("an original changed", lambda f: original(f, ".xlsx").write_bytes(b"lain"), ("di arsip berubah", ".xlsx")),
    ("an original of one size", lambda f: original(f, ".pdf").write_bytes(original(f, ".pdf").read_bytes()[:-1] + b"x"),
     ("di arsip berubah",)),
    ("an original gone", lambda f: original(f, ".pdf").unlink(), ("tidak ada di arsip", ".pdf")),
    ("a file nobody brought", lambda f: (f / "arsip" / "lain.docx").write_bytes(b"lain"),
     ("Berkas lain.docx di folder arsip tidak disebut",)),
    ("the archive", lambda f: shutil.rmtree(f / "arsip"), ("tidak ada di arsip",)),
)  # fmt: skip


@pytest.mark.parametrize(("how", "words"), [pytest.param(how, words, id=name) for name, how, words in RUSAKAN])
def test_what_is_done_behind_the_program_is_told(
    folder: Path, how: Harm, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    harm(folder, how)
    code = main(["--data", str(folder), "periksa"])
    said = capsys.readouterr().err
    assert (code, [word for word in words if word not in said], "Traceback" in said) == (1, [], False), said


def test_a_record_of_three_years_that_nobody_touched_is_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(folder), "periksa"]) == 0
    said = capsys.readouterr()
    assert (said.out.startswith("Utuh: 376 baris jejak bersambung"), said.err) == (True, "")
