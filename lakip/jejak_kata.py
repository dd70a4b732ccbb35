"""The trail as the office speaks: the words of its acts, of what they were done to, and of what they say.

A row keeps codes for good, old ones too; whatever has no word here is shown as it was written.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lakip import akun, pengaturan
from lakip.akses import PERAN_NAMA
from lakip.alur.langkah import KEADAAN_NAMA
from lakip.anggaran import KOLOM_NAMA
from lakip.dokumen import JENIS_NAMA
from lakip.formatting import angka, tanggal, waktu
from lakip.indikator import METODE_NAMA, RUMUS_NAMA, TIPE_NAMA
from lakip.narasi.isi import UMUM
from lakip.pengaturan import KEDUDUKAN_NAMA, SETELAN
from lakip.periode import PERIODE
from lakip.rencana import DASAR_UBAH, JENJANG_NAMA
from lakip.rencana.periksa import ISIAN_NAMA
from lakip.sop.disposisi import LAMPIRAN, number
from lakip.sop.pertanyaan import PERTANYAAN
from lakip.store import Store

Kamus = Mapping[str, Mapping[Any, str]]  # of a kind of code, or of a key of rincian: the word of each code


def _low(nama: str) -> str:
    """A name inside a sentence: "Diperiksa Sekcam" is "diperiksa Sekcam"."""
    return nama[:1].lower() + nama[1:]


# An act that begins with an active verb (menyimpan, mengubah) is its own word.
PERBUATAN = {
    "alur: buka periode": "membuka periode",
    "alur: nyatakan direkap": "menyatakan direkap",
    "alur: ajukan draf kepada sekcam": "mengajukan draf kepada Sekcam",
    "alur: setujui draf": "menyetujui draf",
    "alur: kembalikan kepada kasubbag": "mengembalikan draf kepada Kasubbag",
    "alur: nyatakan disosialisasikan": "menyatakan disosialisasikan",
    "alur: minta perbaikan": "meminta perbaikan",
    "alur: sahkan dan kunci": "mengesahkan dan mengunci",
    "alur: buka kembali": "membuka kembali",
    "kiriman diajukan": "mengajukan kiriman",
    "kiriman dibenarkan": "membenarkan kiriman",
    "kiriman dikembalikan": "mengembalikan kiriman",
    "disposisi diterima": "menerima disposisi",
    "disposisi selesai": "menyelesaikan disposisi",
    "unggah realisasi": "mengunggah realisasi",
    "ketik realisasi": "mengetik realisasi",
    "masuk": "masuk ke aplikasi",
    "keluar": "keluar dari aplikasi",
    "gagal masuk": "mencatat upaya masuk yang gagal",
}
KUNCI = {
    "kepada_akun": "kepada",
    "kepada_pejabat": "kepada",
    "hari_berubah": "hari yang berubah",
    "huruf": "jumlah huruf",
    "sendiri": "disimpan oleh yang membenarkan",
    "pk": "versi PK",
    "membetulkan": "membetulkan versi",
    "iku": "IKU",
    "nip": "NIP",
    **{kolom: _low(nama) for kolom, nama in KOLOM_NAMA.items()},
}
TETAP: Kamus = {
    "periode": {kode: p.nama for kode, p in PERIODE.items()},
    "naskah": UMUM,
    "pengaturan": {kunci: s.nama for kunci, s in SETELAN.items()},
    "sop": {p.kode: p.hal for p in PERTANYAAN},
    "peran": PERAN_NAMA | KEDUDUKAN_NAMA,
    "keadaan": {kode: _low(nama) for kode, nama in KEADAAN_NAMA.items()},
    "jenis": JENIS_NAMA,
    "jenjang": JENJANG_NAMA,
    "metode": METODE_NAMA,
    "rumus": RUMUS_NAMA,
    "isian": ISIAN_NAMA,
    "tipe_nilai": TIPE_NAMA,
    "dasar_ubah": DASAR_UBAH,
    "lampiran": LAMPIRAN,
}
KALA = r"(?P<kala>\d{4}[/:][A-Z]+\d?)"
# What an act can be done to, the kode wilayah before it left out. A group that is named as a table of the kamus is
# said in its words.
OBJEK = {
    r"unit:.+": "",
    r"akun:(?P<akun>.+)": "{akun}",
    r"pejabat:(?P<pejabat>.+)": "{pejabat}",
    r"bagian:(?P<bagian>.+)": "{bagian}",
    r"pengaturan:(?P<pengaturan>.+)": "{pengaturan}",
    r"(rencana|anggaran|pembanding):(?P<tahun>\d+)": "Tahun {tahun}",
    r"nomenklatur:(?P<edisi>.+)": "edisi {edisi}",
    r"(?P<jenis>[a-z]+):(?P<tahun>\d+):(?P<versi>\d+)": "{jenis} {tahun}, versi {versi}",
    rf"(laporan:)?{KALA}": "{kala}",
    rf"naskah:{KALA}/(?P<naskah>.+)": "{naskah}, {kala}",
    rf"sosialisasi/{KALA}/(?P<nomor>\d+)": "{kala}, sosialisasi {nomor}",
    rf"sosialisasi/{KALA}/(?P<nomor>\d+)/arahan/(?P<arahan>\d+)": "{kala}, sosialisasi {nomor}, arahan {arahan}",
    r"disposisi/(?P<disposisi>\d+/\d+)": "nomor {disposisi}",
    r"profil/(?P<nomor>\d+)": "nomor {nomor}",
    r"libur/(?P<tahun>\d{4})": "Tahun {tahun}",
    r"libur/(?P<hari>.+)": "{hari}",
    r"(sop|jam kerja)/(?P<versi>\d+)": "versi {versi}",
    r"sop/(?P<sop>.+)": "{sop}",
    rf"(?P<bagian>[^/:]+)/{KALA}": "{bagian}, {kala}",
    rf"(?P<indikator>[^/:]+)/{KALA}/bukti/(?P<nomor>\d+)": "{indikator}, {kala}, bukti {nomor}",
}
DICARI = ("periode", "naskah", "pengaturan", "sop", "bagian", "pejabat", "akun")  # their codes stand in an objek

DIAM = {
    "unit",
    "kabar",
    "id",
    "sha256",
    "potret",
    "sidik_potret",
    "unggahan",
}  # for programs; a file is told by its name
DERET = {
    "berakhir",
    "dilanjutkan",
    "menggantikan",
    "angka",
    "arti",
    "sendiri",
    "alamat",
    "nama_tidak_dikenal",
}  # lists of things, never what was and what became
RIBUAN = 10_000  # below it a number may be a tahun, which has no dot


def kamus(store: Store, unit: str) -> Kamus:
    """Every word known here, with the names of this office."""
    people = {p.id: p.nama for p in pengaturan.pejabat(store, unit)}
    accounts = {a: f"{nama} ({a})" for a, nama in akun.list_accounts(store, unit).select("akun", "nama").iter_rows()}
    return {
        **TETAP, "bagian": {b.bagian: b.nama for b in pengaturan.bagian(store, unit)}, "pejabat": people,
        "akun": accounts, "kepada_akun": accounts, "kepada_pejabat": people, "menggantikan": people, "dari": people,
    }  # fmt: skip


def act(perbuatan: str) -> str:
    """An act in words."""
    said = PERBUATAN.get(perbuatan, perbuatan)
    return said[:1].upper() + said[1:]


def meant(kata: str, kamus: Kamus) -> list[str]:
    """The acts and the codes whose words hold what is looked for, as the record has them."""
    tables = [PERBUATAN, *(kamus.get(kind, {}) for kind in DICARI)]
    looked = kata.strip().lower()
    return [kode for table in tables for kode, word in table.items() if looked in word.lower()] if looked else []


def about(objek: str, kamus: Kamus = TETAP) -> str:
    """What an act was done to, in words; empty for the office itself."""
    own = re.sub(r"^[\d.]+/(?=[A-Za-z\d])", "", objek, count=1)  # most are led by the kode wilayah of the office
    for pattern, said in OBJEK.items():
        if found := re.fullmatch(pattern, own):
            return said.format(**{name: _part(name, text, kamus) for name, text in found.groupdict().items()})
    return re.sub("[/:]", " ", own)


def tell(rincian: str, kamus: Kamus = TETAP, objek: str = "") -> list[str]:
    """What an act says beyond its name, a short text each: "nama: A → B" where something changed."""
    raw = json.loads(rincian)
    if setelan := SETELAN.get(objek.removeprefix("pengaturan:")):
        raw["nilai"] = setelan.nilai.get(raw.get("nilai"), raw.get("nilai"))
    said = {k: v for k, v in raw.items() if k not in DIAM and v not in (None, [], {}, "", 0)}
    old, new = said.pop("lama", None), said.pop("baru", None)
    if isinstance(new, dict):
        was = old if isinstance(old, dict) else {}
        moved = {k: v for k, v in new.items() if k not in DIAM and v != was.get(k) and (v or k in was)}
        said = {k: [was.get(k), v] for k, v in moved.items()} | said
    elif new is not None:
        said["keadaan" if new in KEADAAN_NAMA else "nama"] = [old, new]
    if above := said.pop("induk_nomor", None):
        said["menindaklanjuti"] = f"disposisi {number(said.pop('induk_tahun'), above)}"
    if "/disposisi/" in objek:
        said.pop("nomor", None)  # its objek says it
    if isinstance(said.get("jawaban"), list) and "berkas" in said:  # of an upload: one for each question
        said["jawaban"] = ", ".join(said["jawaban"])
    for kind, each in (("angka", "versi"), ("porsi", "porsi")):
        if isinstance(said.get(kind), dict):
            said |= {k: {each: v} if isinstance(v, (int, str)) else v for k, v in said.pop(kind).items()}
    return [f"{_word(k)}: {_value(v, k, kamus)}" for k, v in said.items()]


# ---------------------------------------------------------------- inside


def _part(name: str, text: str, kamus: Kamus) -> str:
    """One named group of a pattern of OBJEK in words."""
    if name == "kala":
        tahun, kode = re.split("[/:]", text)
        return PERIODE[kode].label(int(tahun)) if kode in PERIODE else f"{kode} {tahun}"
    if name == "disposisi":
        tahun, nomor = text.split("/")
        return number(int(tahun), int(nomor))
    return _text(text, kamus.get(name, {}))


def _word(key: str) -> str:
    """A key in words; one of a figure is a kode and a column, "7.01.01 pagu_murni"."""
    return " ".join(KUNCI.get(part, part.replace("_", " ")) for part in key.split(" "))


def _value(value: Any, key: str = "", kamus: Kamus = TETAP) -> str:
    """One value in words; two of them in a list are what was and what became of it."""
    match value:
        case None | "":
            said = "kosong"
        case bool():
            said = "ya" if value else "tidak"
        case int() if abs(value) >= RIBUAN:
            said = angka(value)
        case str():
            said = _text(value, kamus.get(key, {}))
        case dict():
            said = ", ".join(f"{_word(k)} {_value(v, k, kamus)}" for k, v in value.items() if v not in (None, ""))
        case [None, now] if key not in DERET:
            said = _value(now, key, kamus)
        case [was, now] if key not in DERET and not isinstance(was, (dict, list)):
            said = f"{_value(was, key, kamus)} → {_value(now, key, kamus)}"
        case list():
            said = ", ".join(_value(v, key, kamus) for v in value)
        case _:
            said = str(value)
    return said


def _text(text: str, words: Mapping[Any, str]) -> str:
    parts = text.split(" ")
    if all(part in words for part in parts):  # lampiran holds several codes
        return ", ".join(words[part] for part in parts)
    if re.fullmatch(r"-?\d+\.\d+|\d{7,15}", text):
        return angka(Decimal(text), len(text.partition(".")[2]))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return tanggal(date.fromisoformat(text))
    if re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00", text):
        return waktu(datetime.fromisoformat(text).replace(tzinfo=None))
    return text.replace("_", " ") if re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", text) else text
