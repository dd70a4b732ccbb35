"""The form "Rencana Aksi" of one tahun: sasaran, cards, targets and their PK, filled with what is known."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lakip import pengaturan, rencana
from lakip.formatting import tanggal
from lakip.indikator import METODE_NAMA, RUMUS_NAMA, TIPE_NAMA, Isian
from lakip.periode import ROMAWI, TRIWULAN
from lakip.rencana import JENJANG_NAMA, Indikator, PkVersion, Sasaran, Target, Tujuan
from lakip.store import Store
from lakip.unggah.formulir import identitas, tulis
from lakip.unggah.formulir.identitas import JENIS, Kunci, Meta
from lakip.unggah.formulir.tulis import A3, ANGKA, TAHUN, Baris, Kolom
from lakip.unggah.rencana.penjelasan import ARTI, CONTOH, CONTOH_BARIS, WAJIB

RENCANA = "rencana"
SKEMA, LEMBAR = JENIS[RENCANA].skema, JENIS[RENCANA].lembar
BARIS_KOSONG = 15
KOLOM_NILAI_PK = tulis.KOLOM_KEPALA

ISIAN_NAMA = {Isian.NILAI: "Nilai", Isian.PASANGAN: "Pembilang dan penyebut"}
YA, TIDAK = "Ya", "Tidak"
BARU = "baru"
NAMA: Mapping[str, Mapping[Any, str]] = {
    "metode": METODE_NAMA, "rumus": RUMUS_NAMA, "isian": ISIAN_NAMA, "tipe_nilai": TIPE_NAMA, "jenjang": JENJANG_NAMA,
    "iku": {True: YA, False: TIDAK},
}  # fmt: skip
"""What each value is called that a column offers."""
ANGKA_SAJA = tulis.at_least(0, "Bukan angka", "Isi angka, misalnya 95,5; kosong bila tidak diukur.")
KOLOM = (
    Kolom("kode_tujuan", "Kode Tujuan", 9), Kolom("tujuan", "Tujuan", 28),
    Kolom("jenjang", "Jenjang", 10, pilihan=NAMA["jenjang"].values()), Kolom("kode_sasaran", "Kode Sasaran", 10),
    Kolom("sasaran", "Sasaran", 34), Kolom("induk", "Induk Sasaran", 10), Kolom("kode_anggaran", "Kode Anggaran", 18),
    Kolom("kode", "Kode", 9), Kolom("nama", "Indikator", 40), Kolom("definisi", "Definisi Operasional", 36),
    Kolom("formula", "Formula", 28), Kolom("satuan", "Satuan", 10),
    Kolom("tipe_nilai", "Tipe Nilai", 14, pilihan=NAMA["tipe_nilai"].values()),
    Kolom("isian", "Isian", 14, pilihan=NAMA["isian"].values()),
    Kolom("metode", "Metode", 22, pilihan=NAMA["metode"].values()),
    Kolom("rumus", "Rumus", 26, pilihan=NAMA["rumus"].values()), Kolom("desimal", "Desimal", 8, ANGKA),
    Kolom("label_pembilang", "Pembilang", 20), Kolom("label_penyebut", "Penyebut", 20),
    Kolom("bagian", "Penanggung Jawab (bagian)", 14), Kolom("sumber_data", "Sumber Data", 24),
    Kolom("frekuensi", "Frekuensi", 14), Kolom("media", "Media", 20), Kolom("alasan", "Alasan Pemilihan", 24),
    Kolom("dasar_penetapan", "Dasar Penetapan", 24), Kolom("baseline", "Baseline", 10, ANGKA),
    Kolom("baseline_tahun", "Tahun Baseline", 9, TAHUN), Kolom("iku", "IKU", 7, pilihan=NAMA["iku"].values()),
    Kolom("TH", "Target Tahunan", 12, ANGKA, syarat=ANGKA_SAJA),
    *(Kolom(f"TW{n}", f"Target TW {ROMAWI[n]}", 11, ANGKA, syarat=ANGKA_SAJA) for n in TRIWULAN),
    Kolom("aktivitas", "Aktivitas (Rencana Aksi)", 44),
)  # fmt: skip
# The schema since which a form has the column; 1 where nothing is said.
SEJAK = {
    **dict.fromkeys(("kode_anggaran", "tipe_nilai", "alasan", "dasar_penetapan", "baseline", "baseline_tahun"), 2),
    "aktivitas": 3,
}
KOLOM = tuple(replace(one, arti=ARTI[one.kunci], wajib=one.kunci in WAJIB) for one in KOLOM)
BILANGAN = tuple(one.kunci for one in KOLOM if one.isi in (ANGKA, TAHUN))
MILIK_SASARAN = ("kode_tujuan", "jenjang", "sasaran", "induk")  # these say the same on each row of a sasaran
URUTAN = {one.kunci: number for number, one in enumerate(KOLOM)}
LABEL_PK = {
    "versi": "Versi PK",
    "nomor": "Nomor PK",
    "tanggal": "Tanggal PK",
    "mulai_triwulan": "Berlaku mulai triwulan",
    "alasan": "Alasan perubahan",
    "dasar_ubah": "Dasar perubahan",
}

DASAR_PENDEK = {  # short enough for a dropdown to show
    "pejabat": "Pergantian atau mutasi pejabat",
    "strategi": "Perubahan strategi, program, atau anggaran",
    "prioritas": "Perubahan prioritas atau asumsi",
}
BARIS_JUDUL = tulis.heading_row(kepala=len(LABEL_PK))

TANDA = (
    f"Kuning dan bertanda * : diperlukan setiap indikator baru. Sorot sebuah sel untuk membaca artinya. Baris {CONTOH} "
    "tidak dibaca."
)
PETUNJUK_ISI = (
    "CARA MENGISI RENCANA AKSI",
    "1. Satu baris untuk satu indikator. Tambahkan indikator baru pada baris kosong di bawahnya.",
    "2. Target tahunan adalah angka menurut Perjanjian Kinerja (PK). Target triwulan yang kosong berarti tidak "
    "diukur pada triwulan itu; 0 berarti diukur, tetapi belum ada yang direncanakan.",
    "3. Metode menentukan hubungan target triwulan dengan target tahunan. Jumlah: keempatnya dijumlahkan. "
    "Rata-rata: dirata-ratakan. Kumulatif dan posisi akhir: target triwulan terakhir. "
    "Rasio: sama pada setiap triwulan. Tahunan: satu triwulan saja (triwulan IV bila dikosongkan).",
    "4. Indikator rasio diisi pembilang dan penyebut. Tulis sebutannya, misalnya “Pengaduan selesai” dan “Pengaduan "
    "masuk”.",
    "5. Penanggung Jawab diisi kode bagian dari daftar pilihan.",
    "6. Untuk PK perubahan, pilih “baru (perubahan)” pada Versi PK, isi nomor, tanggal, triwulan mulai berlaku, dasar "
    "menurut PermenPAN-RB 53/2014, dan alasannya. Target triwulan sebelum itu tetap menurut PK sebelumnya.",
    "7. Tujuan diisi pada sasaran Camat. Indikator keluaran diisi Kode Anggaran (program, kegiatan, atau sub "
    "kegiatan), dan kolom sasarannya dikosongkan.",
    "8. Aktivitas memuat yang dikerjakan untuk mencapai target, satu aktivitas satu baris (Alt+Enter di dalam sel).",
    "9. Kolom berjudul kuning dan bertanda * diperlukan setiap indikator baru; yang lain boleh menyusul. Baris CONTOH "
    "hanya memperlihatkan cara mengisi, dan tidak dibaca.",
    "10. Sel kosong pada kolom selain target tidak menghapus catatan. Simpan sebagai .xlsx, lalu unggah.",
)


def rencana_form(store: Store, unit: str, tahun: int) -> bytes:
    """The .xlsx to fill in, with empty rows for what comes."""
    kantor, pk = pengaturan.identity(store, unit), rencana.pk_versions(store, unit, tahun)
    tujuan, goals = rencana.tujuan(store, unit, tahun), rencana.sasaran(store, unit, tahun)
    cards, targets = rencana.indikator(store, unit, tahun), rencana.targets(store, unit, tahun)
    bagian = [b.bagian for b in pengaturan.bagian(store, unit)]
    head = pk_cells(pk[-1] if pk else None)
    rows = [
        Baris(_values(goal, card, targets.get(card.kode) if card else None, tujuan))
        for goal, card in _lines(goals, cards)
    ]
    formulir = tulis.Formulir(
        f"RENCANA AKSI DAN TARGET KINERJA TAHUN {tahun}",
        [replace(one, pilihan=bagian) if one.kunci == "bagian" else one for one in KOLOM],
        [*([] if cards else [Baris(CONTOH_BARIS, contoh=True)]), *rows, *[Baris()] * BARIS_KOSONG],
        (*PETUNJUK_ISI, f"Kode bagian: {', '.join(bagian)}.", "", "ARTI SETIAP KOLOM", *_explained()),
        kepala=_pk_lines(pk, head), tanda=TANDA, beku=URUTAN["nama"] + 1, kertas=A3,
    )  # fmt: skip
    terbit = {("PK", name): text for name, text in head.items()} | issued(tujuan, goals, cards, targets)
    return tulis.write(formulir, Meta.new(RENCANA, kantor, tahun, terbit), kantor)


def _explained() -> list[str]:
    return [f"{one.judul}{tulis.BINTANG if one.wajib else ''}: {one.arti}" for one in KOLOM]


def fingerprint(card: Indikator, target: Target | None, skema: int = SKEMA) -> str:
    """What a row of a form before schema 4 was filled from; another text means that the record changed since."""
    nilai = target.nilai.values() if target else ()
    names = [n for n in URUTAN if hasattr(card, n) and SEJAK.get(n, 1) <= skema]
    card_text = [getattr(card, name) for name in names]
    # A hidden cell is read back with one space between words, whatever stood there.
    return "|".join(["" if v is None else " ".join(str(v).split()) for v in card_text] + [_plain(v) for v in nilai])


def pk_cells(pk: PkVersion | None) -> dict[str, str]:
    """What the form writes of one PK, beside its version."""
    one = pk or PkVersion()
    return {
        "nomor": one.nomor or "",
        "tanggal": tanggal(one.tanggal) if one.tanggal else "",
        "mulai_triwulan": ROMAWI[one.mulai_triwulan],
        "dasar_ubah": DASAR_PENDEK.get(one.dasar_ubah or "", ""),
        "alasan": one.alasan or "",
    }


def issued(
    tujuan: Mapping[str, Tujuan],
    goals: Mapping[str, Sasaran],
    cards: Mapping[str, Indikator],
    targets: Mapping[str, Target],
) -> dict[Kunci, str]:
    """What the form writes into its rows, as text."""
    found: dict[Kunci, str] = {}
    for goal, card in _lines(goals, cards):
        values = _values(goal, card, targets.get(card.kode) if card else None, tujuan)
        about = (card.kode if card else None, goal.kode if goal else "", goal.tujuan or "" if goal else "")
        found |= {(row_key(name, *about), name): identitas.text(v) for name, v in values.items() if name in URUTAN}
    return found


def row_key(name: str, kode: str | None, sasaran: str, tujuan: str) -> str:
    """What a field of a row is kept under: the indikator, its sasaran, or the tujuan of that."""
    if name in MILIK_SASARAN:
        return f"sasaran {sasaran}"
    if name == "tujuan":
        return f"tujuan {tujuan}"
    return kode or f"sasaran {sasaran}"


def pk_choices(existing: Sequence[PkVersion]) -> list[str]:
    """What Versi PK offers: those recorded, and a new one."""
    return [f"{p.versi} ({p.sifat})" for p in existing] + [f"{BARU} ({'perubahan' if existing else 'murni'})"]


def _pk_lines(existing: Sequence[PkVersion], head: Mapping[str, str]) -> list[tulis.Isian]:
    """The newest PK, ready to be corrected; choosing a new one makes a perubahan."""
    versions = pk_choices(existing)
    filled = {**head, "versi": versions[-2 if existing else -1]}
    offered = {"versi": versions, "mulai_triwulan": ROMAWI.values(), "dasar_ubah": DASAR_PENDEK.values()}
    return [tulis.Isian(label, filled[name], offered.get(name, ())) for name, label in LABEL_PK.items()]


def _lines(
    goals: Mapping[str, Sasaran], cards: Mapping[str, Indikator]
) -> list[tuple[Sasaran | None, Indikator | None]]:
    """Every card under its sasaran, in the order of the sasaran; a sasaran without cards has a row of its own."""
    found: list[tuple[Sasaran | None, Indikator | None]] = []
    for kode, goal in goals.items():
        mine = [card for card in cards.values() if card.sasaran == kode]
        found += [(goal, card) for card in mine] or [(goal, None)]
    found += [(None, card) for card in cards.values() if card.sasaran not in goals]
    return found


def _values(
    goal: Sasaran | None, card: Indikator | None, target: Target | None, tujuan: Mapping[str, Tujuan]
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if goal:
        values = {"kode_sasaran": goal.kode, "sasaran": goal.uraian, "induk": goal.induk}
        values["jenjang"] = JENJANG_NAMA[goal.jenjang]
        if aim := tujuan.get(goal.tujuan or ""):
            values |= {"kode_tujuan": aim.kode, "tujuan": aim.uraian}
    if card:
        texts = {name: getattr(card, name) for name in URUTAN if name != "sasaran" and hasattr(card, name)}
        values |= {n: NAMA[n][one] if n in NAMA and one is not None else one for n, one in texts.items()}
    return {**values, **(target.nilai if target else {})}


def _plain(nilai: Decimal | None) -> str:
    return "" if nilai is None else f"{nilai.normalize():f}"
