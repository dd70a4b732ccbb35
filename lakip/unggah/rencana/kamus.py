"""The words of a table of plans: what its columns are called, and what may stand in them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lakip.indikator import Metode, Rumus
from lakip.periode import TRIWULAN
from lakip.rencana import PERIODE_TARGET
from lakip.unggah.rencana.formulir import KOLOM, NAMA
from lakip.unggah.tabel import makna
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.peta import Bidang

NAMA_KOLOM = {one.kunci: one.judul for one in KOLOM}
KAMUS: Mapping[str, Sequence[str]] = {
    "no": ("no", "nomor", "no urut"), "jenjang": ("tingkat", "level"), "kode_tujuan": ("no tujuan",),
    "tujuan": ("tujuan strategis",), "kode_sasaran": ("no sasaran",), "induk": ("induk",),
    "sasaran": ("sasaran strategis", "sasaran kinerja", "kinerja utama", "sasaran program kegiatan"),
    "kode_anggaran": ("kode program", "kode kegiatan", "kode sub kegiatan"), "kode": ("kode indikator", "kode iku"),
    "nama": ("indikator kinerja", "indikator kinerja utama", "nama indikator", "indikator sasaran"),
    "definisi": ("definisi", "penjelasan"), "satuan": ("unit satuan",), "tipe_nilai": ("jenis nilai",),
    "formula": ("formulasi", "rumus perhitungan", "formulasi penghitungan", "cara menghitung"),
    "isian": ("cara isian",), "metode": ("metode triwulan", "konsolidasi periode", "metode agregasi"),
    "rumus": ("rumus capaian", "polarisasi", "arah"), "desimal": ("jumlah desimal",),
    "bagian": ("penanggung jawab", "bagian", "pj"), "sumber_data": ("sumber",), "media": ("bukti", "dokumen bukti"),
    "alasan": ("alasan", "alasan pemilihan indikator"), "baseline": ("kondisi awal",), "iku": ("termasuk iku",),
    "baseline_tahun": ("tahun kondisi awal",), "aktivitas": ("aktivitas", "uraian aktivitas", "langkah aksi"),
    "TH": ("target tahun", "target setahun", "target pk", "target kinerja tahunan"),
}  # fmt: skip
"""What else an office calls a column of the form."""
WAJIB = (frozenset({"kode", "nama"}), frozenset({"TH"}))
APA = {"kode": ("kode",), "nama": ("nama",), "sasaran": ("sasaran",), "satuan": ("satuan",), "bagian": ("pj",)}


def bidang(tahun: int) -> tuple[Bidang, ...]:
    """What a table of plans is looked through for: the words of a card, and the targets of the tahun."""
    target = Bidang("", "", ("target",), angka=True, unsur="kinerja", tahun=tahun, tersirat=True)
    names = [name for name in ("no", *NAMA_KOLOM) if name not in PERIODE_TARGET]
    texts = [Bidang(name, NAMA_KOLOM.get(name, name), APA.get(name, ()), kata=_words(name)) for name in names]
    quarterly = [replace(target, nama=f"TW{n}", label=NAMA_KOLOM[f"TW{n}"], triwulan=n) for n in TRIWULAN]
    yearly = replace(target, nama="TH", label=NAMA_KOLOM["TH"], setahun=True, kata=_words("TH"))
    return (*texts, yearly, *quarterly)


def _words(name: str) -> tuple[str, ...]:
    return tuple(makna.plain(word) for word in (NAMA_KOLOM.get(name, ""), *KAMUS.get(name, ())) if word)


TEKS_BEBAS = (
    "nama", "satuan", "definisi", "formula", "label_pembilang", "label_penyebut", "sumber_data", "frekuensi", "media",
    "alasan", "dasar_penetapan", "aktivitas",
)  # fmt: skip
MAKS_HURUF = {
    "kode": 30, "kode_sasaran": 30, "induk": 30, "kode_tujuan": 30, "kode_anggaran": 40, "satuan": 60, "nama": 500,
    "sasaran": 1_000, "tujuan": 1_000,
}  # fmt: skip


LAIN: Mapping[str, Mapping[str, Any]] = {
    "metode": {"rata rata": Metode.RATA_RATA, "posisi akhir": Metode.POSISI_AKHIR},
    "rumus": {"makin tinggi makin baik": Rumus.POSITIF},
    "iku": {"iku": True, "y": True, "t": False, "bukan": False},
}
KATA: Mapping[str, Mapping[str, Any]] = {
    name: {plain(word): one for one, label in words.items() for word in (label, str(one).replace("_", " "))}
    | {**LAIN.get(name, {})}
    for name, words in NAMA.items()
}
"""By column, {how an office may write it: what it is}: the label, the word that the record keeps, and some more."""
