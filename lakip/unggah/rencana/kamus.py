"""The words of a table of plans: what its columns are called, and what may stand in them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lakip.indikator import METODE_NAMA, RUMUS_NAMA, TIPE_NAMA, Metode, Rumus
from lakip.periode import ROMAWI, TRIWULAN
from lakip.rencana import JENJANG_NAMA
from lakip.unggah.rencana.formulir import ISIAN_NAMA, KOLOM
from lakip.unggah.tabel import makna
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.peta import Bidang

NAMA_KOLOM = {one.kunci: one.judul for one in KOLOM}
KAMUS: Mapping[str, Sequence[str]] = {
    "no": ("no", "nomor", "no urut"),
    "jenjang": ("jenjang", "tingkat", "level"),
    "kode_tujuan": ("kode tujuan", "no tujuan"),
    "tujuan": ("tujuan", "tujuan strategis"),
    "kode_sasaran": ("kode sasaran", "no sasaran"),
    "sasaran": ("sasaran", "sasaran strategis", "sasaran kinerja", "kinerja utama", "sasaran program kegiatan"),
    "induk": ("induk sasaran", "induk"),
    "kode_anggaran": ("kode anggaran", "kode program", "kode kegiatan", "kode sub kegiatan"),
    "kode": ("kode", "kode indikator", "kode iku"),
    "nama": ("indikator", "indikator kinerja", "indikator kinerja utama", "nama indikator", "indikator sasaran"),
    "definisi": ("definisi operasional", "definisi", "penjelasan"),
    "formula": ("formula", "formulasi", "rumus perhitungan", "formulasi penghitungan", "cara menghitung"),
    "satuan": ("satuan", "unit satuan"),
    "tipe_nilai": ("tipe nilai", "jenis nilai"),
    "isian": ("isian", "cara isian"),
    "metode": ("metode", "metode triwulan", "konsolidasi periode", "metode agregasi"),
    "rumus": ("rumus", "rumus capaian", "polarisasi", "arah"),
    "desimal": ("desimal", "jumlah desimal"),
    "label_pembilang": ("pembilang",),
    "label_penyebut": ("penyebut",),
    "bagian": ("penanggung jawab", "bagian", "pj", "penanggung jawab bagian"),
    "sumber_data": ("sumber data", "sumber"),
    "frekuensi": ("frekuensi",),
    "media": ("media", "bukti", "dokumen bukti"),
    "alasan": ("alasan", "alasan pemilihan", "alasan pemilihan indikator"),
    "dasar_penetapan": ("dasar penetapan",),
    "baseline": ("baseline", "kondisi awal"),
    "baseline_tahun": ("tahun baseline", "tahun kondisi awal"),
    "iku": ("iku", "termasuk iku"),
    "aktivitas": ("aktivitas", "aktivitas rencana aksi", "uraian aktivitas", "langkah aksi"),
    "target_tahun": ("target tahunan", "target tahun", "target setahun", "target pk", "target kinerja tahunan"),
    "target": ("target", "target kinerja"),
}
WAJIB = (frozenset({"kode", "nama"}), frozenset({"TH"}))
APA = {"kode": ("kode",), "nama": ("nama",), "sasaran": ("sasaran",), "satuan": ("satuan",), "bagian": ("pj",)}


def bidang(tahun: int) -> tuple[Bidang, ...]:
    """What a table of plans is looked through for: the words of a card, and the targets of the tahun."""
    target = Bidang("", "", ("target",), angka=True, unsur="kinerja", tahun=tahun, tersirat=True)
    texts = [
        Bidang(name, NAMA_KOLOM.get(name, name), APA.get(name, ()), kata=tuple(makna.plain(w) for w in words))
        for name, words in KAMUS.items()
        if name not in ("target", "target_tahun")
    ]
    quarterly = [replace(target, nama=f"TW{n}", label=f"Target TW {ROMAWI[n]}", triwulan=n) for n in TRIWULAN]
    kata = tuple(makna.plain(w) for w in KAMUS["target_tahun"])
    return (*texts, replace(target, nama="TH", label="Target Tahunan", setahun=True, kata=kata), *quarterly)


TEKS_BEBAS = (
    "nama", "satuan", "definisi", "formula", "label_pembilang", "label_penyebut", "sumber_data", "frekuensi", "media",
    "alasan", "dasar_penetapan", "aktivitas",
)  # fmt: skip
MAKS_HURUF = {
    "kode": 30, "kode_sasaran": 30, "induk": 30, "kode_tujuan": 30, "kode_anggaran": 40, "satuan": 60, "nama": 500,
    "sasaran": 1_000, "tujuan": 1_000,
}  # fmt: skip


def _words(labels: Mapping[Any, str]) -> dict[str, Any]:
    """{how an office may write it: what it is}: the label, and the word that the record keeps."""
    return {plain(label): one for one, label in labels.items()} | {
        plain(str(one).replace("_", " ")): one for one in labels
    }


KATA_METODE = _words(METODE_NAMA) | {"rata rata": Metode.RATA_RATA, "posisi akhir": Metode.POSISI_AKHIR}
KATA_RUMUS = _words(RUMUS_NAMA) | {"makin tinggi makin baik": Rumus.POSITIF}
KATA_ISIAN = _words(ISIAN_NAMA)
KATA_TIPE = _words(TIPE_NAMA)
KATA_JENJANG = _words(JENJANG_NAMA)
KATA_IKU = {"ya": True, "iku": True, "y": True, "tidak": False, "t": False, "bukan": False}
