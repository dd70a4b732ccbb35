"""The form for what stands in a document, filled with what is known."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lakip import dokumen, pengaturan
from lakip.dokumen import BarisDokumen, Dokumen
from lakip.store import Store
from lakip.unggah.formulir import identitas, tulis
from lakip.unggah.formulir.identitas import Kunci, Meta
from lakip.unggah.formulir.tulis import ANGKA, Baris, Kolom
from lakip.unggah.tabel.kata import plain

ISI = "isi_dokumen"
BARIS_KOSONG = 15
YA, TIDAK = "Ya", "Tidak"
KOLOM = (Kolom("kode", "Kode", 10), Kolom("nama", "Indikator", 60), Kolom("satuan", "Satuan", 14))
ADA = Kolom("ada", "Ada di Dokumen", 12, pilihan=(YA, TIDAK))

PETUNJUK_ISI = (
    "CARA MENGISI ISI DOKUMEN",
    "1. Salin dari dokumennya: nama indikator, satuan, dan target persis seperti tertulis di sana. Bedanya dengan "
    "dokumen lain ditunjukkan pada Selisih antar dokumen.",
    "2. Kode, nama, dan satuan yang terisi berasal dari kartu indikator. Ubah nama dan satuannya bila di dokumen "
    "berbeda.",
    "3. Indikator yang tidak ada di dokumen dikosongkan targetnya; pada dokumen IKU pilih Tidak.",
    "4. Indikator dokumen yang tidak ada pada daftar ditulis pada baris kosong di bawah, tanpa kode.",
    "5. Isi yang disimpan menggantikan seluruh isi dokumen ini yang tercatat. Simpan sebagai .xlsx, lalu unggah.",
)


def contents_form(store: Store, unit: str, one: Dokumen) -> bytes:
    """The .xlsx for one document: what was entered, or the version before it says, or else the indikator known in its
    (first) tahun."""
    kantor = pengaturan.identity(store, unit)
    rows = dokumen.contents(store, unit, one) or _before(store, unit, one) or _suggested(store, unit, one)
    formulir = tulis.Formulir(
        f"ISI {one.nama.upper()}" + (f", NOMOR {one.nomor}" if one.nomor else ""),
        columns(one),
        [*(Baris(_line(row, one)) for row in rows), *[Baris()] * BARIS_KOSONG],
        PETUNJUK_ISI,
    )
    seen = dokumen.contents_version(store, unit, one)
    meta = Meta.new(ISI, kantor, one.tahun, issued_contents(rows, one), untuk=purpose(one), seen=seen)
    return tulis.write(formulir, meta, kantor)


def columns(one: Dokumen) -> Sequence[Kolom]:
    return (*KOLOM, *([Kolom(str(year), f"Target {year}", 14, ANGKA) for year in one.tahun_target] or [ADA]))


def purpose(one: Dokumen) -> str:
    """The document version that a form is for, as its hidden sheet says it."""
    return f"{one.jenis} {one.versi}"


def row_key(kode: str | None, nama: str) -> str:
    """What a row of a document is known by: its kode, or else its name."""
    return kode or plain(nama)


def issued_contents(rows: Sequence[BarisDokumen], one: Dokumen) -> dict[Kunci, str]:
    """What the form of a document writes of these rows, as text."""
    return {
        (row_key(row.kode, row.nama), name): identitas.text(value)
        for row in rows
        for name, value in _line(row, one).items()
        if name != "kode"
    }


def _before(store: Store, unit: str, one: Dokumen) -> Sequence[BarisDokumen]:
    """What the newest earlier version says: a perubahan changes little of it."""
    earlier = [r["versi"] for r in dokumen.versions(store, unit, one.jenis, one.tahun) if r["versi"] < (one.versi or 0)]
    known = (dokumen.contents(store, unit, replace(one, versi=versi)) for versi in reversed(earlier))
    return next((rows for rows in known if rows), ())


def _suggested(store: Store, unit: str, one: Dokumen) -> list[BarisDokumen]:
    """The cards that the document should name: IKU, or all."""
    cards = dokumen.cards(store, unit, one.tahun)
    return [BarisDokumen(c["nama"], c["kode"], c["satuan"]) for c in cards if c["iku"] or one.jenis != "iku"]


def _line(row: BarisDokumen, one: Dokumen) -> dict[str, Any]:
    values: dict[str, Any] = {"kode": row.kode, "nama": row.nama, "satuan": row.satuan}
    return values | ({str(y): row.target.get(y) for y in one.tahun_target} if one.tahun_target else {"ada": YA})
