"""The upload of a Rencana Aksi: cards, sasaran and targets, and the Perjanjian Kinerja that they belong to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from lakip import pengaturan, rencana
from lakip.akses import Pengguna
from lakip.rekap import Simpanan
from lakip.rencana import PERIODE_TARGET, PkVersion, Rencana
from lakip.satuan import is_same
from lakip.store import Store
from lakip.unggah import hasil as dasar
from lakip.unggah.catat import record
from lakip.unggah.perbaris import PembacaanBaris
from lakip.unggah.rencana import sasaran as sasaran_rencana
from lakip.unggah.rencana.aturan import Penetapan, by_rule, placed
from lakip.unggah.rencana.baris import Acuan, Kartu, Terbaca
from lakip.unggah.rencana.beda import aim_changes, card_changes, goal_changes, pk_changes, target_changes
from lakip.unggah.rencana.formulir import KOLOM, RENCANA, fingerprint, issued
from lakip.unggah.rencana.kamus import WAJIB, bidang
from lakip.unggah.rencana.kepala_pk import read_pk
from lakip.unggah.rencana.penjelasan import CONTOH
from lakip.unggah.rencana.sejak import Penyaring
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.peta import Bidang, Peta
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat


@dataclass(frozen=True, kw_only=True)
class Hasil(dasar.Hasil):
    """`rencana` is what is saved."""

    TANPA_ISI: ClassVar[str] = "Tidak ada indikator yang diisi."

    rencana: Rencana = field(default_factory=lambda: Rencana(PkVersion()))


def save(store: Store, pengguna: Pengguna, hasil: Hasil) -> Simpanan:
    """Record what was read, whole or not at all. Raises UserError while something is held."""

    def write(row: dict[str, Any]) -> tuple[int, str]:
        saved = rencana.save(store, pengguna, hasil.unit, hasil.tahun, hasil.rencana, row)
        names = {"tujuan": "tujuan", "sasaran": "sasaran", "indikator": "kartu indikator", "target": "target"}
        parts = [(getattr(saved, what), name) for what, name in names.items()]
        told = ", ".join(f"{count} {name}" for count, name in parts if count)
        pk = f" pada PK versi {saved.pk}" if saved.pk else ""
        return sum(count for count, _ in parts), f"Rencana Tahun {hasil.tahun} tersimpan{pk}: {told}."

    return record(store, pengguna, hasil, RENCANA, write)


class _Pembacaan(PembacaanBaris[Hasil, Calon, None]):
    """`ulang`: a new PK in the file is taken for the newest recorded."""

    formulir, hasil_baru, baris_baru = RENCANA, Hasil, Calon
    wajib = WAJIB
    perlu = "kolom Kode atau Indikator dan Target Tahunan"
    rows: list[Terbaca]  # type: ignore[assignment]

    def __init__(self, *of: Any, ulang: bool = False) -> None:
        super().__init__(*of)
        about, self.ulang = (self.store, self.unit, self.tahun), ulang
        self.acuan = Acuan(
            self.tahun,
            rencana.sasaran(*about),
            rencana.indikator(*about),
            rencana.targets(*about),
            {b.bagian: b.nama for b in pengaturan.bagian(self.store, self.unit)},
            rencana.tujuan(*about),
            frozenset(rencana.codes(self.store)),
        )
        self.existing = rencana.pk_versions(*about)
        kini = issued(self.acuan.tujuan, self.acuan.sasaran, self.acuan.indikator, self.acuan.target)
        self.sejak = self.since(kini, KOLOM)
        self.penyaring = Penyaring(self.sejak, self.acuan)
        self.goals = sasaran_rencana.Bacaan(self.acuan, self.tell)
        self.above: tuple[Peta | None, str | None] = None, None  # a sasaran written once over several rows
        self.kode = {plain(kode): kode for kode in self.acuan.indikator}
        self.by_nama: dict[str, list[str]] = {}
        for kode, card in self.acuan.indikator.items():
            self.by_nama.setdefault(plain(card.nama), []).append(kode)
        self.penetapan = Penetapan(PkVersion())

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        return bidang(self.tahun)

    def of_other(self, peta: Peta, number: int) -> str | None:
        return self.row_of_other(peta, number, "target", None, self.tahun)

    def result(self) -> Hasil:
        found = super().result()
        if self.ulang or not {"pk_nomor", "pk_alasan"} <= {t.kode for t in found.menahan}:
            return found
        # A new PK that is called as the newest: the same file once more, when it says the same otherwise.
        of = (self.store, self.pengguna, self.hasil, self.lembar, self.jawaban)
        again = _Pembacaan(*of, ulang=True).result()
        return found if again.menahan or again.perubahan else again

    def begin(self, tables: Sequence[Peta]) -> None:
        pk, found = read_pk(tables[0].tabel, self.existing, self.sejak)
        self.temuan += [] if self.ulang else found
        pk = self.existing[-1] if self.ulang else pk
        self.penetapan = Penetapan.of(self.store, self.unit, self.tahun, pk, self.existing)

    # ------------------------------------------------------------ the rows

    def row(self, calon: Calon, peta: Peta) -> Terbaca | str:
        targets = any(calon.text(name) for name in PERIODE_TARGET)
        named = calon.text("kode") or calon.text("nama")
        if calon.text("kode") == CONTOH:
            return "baris contoh formulir"
        if reason := calon.furniture:
            return reason
        if not (targets or calon.text("sasaran") or (named and calon.text("satuan"))):
            return calon.nothing
        kode = self._kode(calon, targets)
        rest = self.penyaring.row(calon, kode)
        if isinstance(rest, str):
            return rest
        calon, asked, stays = rest
        self.soal += asked
        own, above = self.goals.read(calon), self.above[1] if self.above[0] is peta else None
        self.above = peta, own or above
        if kode is None:
            return Terbaca(calon, "", None, self.soal)
        inherits = kode not in self.acuan.indikator and not calon.text("kode_anggaran")
        goal = None if stays else own or (above if inherits else None)
        place = max((c.urutan for c in self.acuan.indikator.values()), default=0) + len(self.rows) + 1
        kartu = Kartu(self, calon, self.acuan, kode, goal, place)
        read = Terbaca(calon, kode, None, self.soal, *kartu.read(), dugaan=kartu.dugaan)
        return self._since_form(self._differs(read))

    def _kode(self, calon: Calon, targets: bool) -> str | None:
        """The kode of the row; by the exact name where none is written. None: a row of a sasaran, or held."""
        kode, nama = calon.text("kode"), calon.text("nama")
        by_name, known = self.by_nama.get(plain(nama), []), self.kode.get(plain(kode))
        if kode and known is None and by_name:
            pesan = (
                f"kode {kode} belum ada, sedangkan namanya sama dengan {by_name[0]}. Pakai bila memang indikator baru; "
                "bila salah ketik, perbaiki kodenya."
            )
            self.tell(calon, Tingkat.TANYA, "kode", "nama_sudah_ada", pesan)
        elif not kode and len(by_name) != 1 and (nama or targets):
            pesan = "barisnya tanpa kode. Isi kolom Kode, misalnya IK-01."
            self.tell(calon, Tingkat.SALAH, "kode", "tanpa_kode", pesan)
        if kode:
            return known or kode
        return by_name[0] if len(by_name) == 1 else None

    def _differs(self, row: Terbaca) -> Terbaca:
        """Another word for the same satuan in an office's own table changes no card."""
        known, old = self.acuan.indikator.get(row.kode), self.acuan.target.get(row.kode)
        if row.indikator is None:
            return row
        if not self.formulir_kita and known and is_same(row.indikator.satuan, known.satuan):
            row.indikator = replace(row.indikator, satuan=known.satuan)
        row.ubah_kartu = card_changes(known, row.indikator)
        if row.target is not None:
            new = self.penetapan.in_force(old, rencana.complete(row.indikator, row.target))
            row.ubah_target = target_changes(row.kode, old, new)
        return row

    def _since_form(self, row: Terbaca) -> Terbaca:
        """Asks of a row of a form that does not say what its cells were issued with, when the record changed since."""
        card, meta = self.acuan.indikator.get(row.kode), self.meta
        before = meta.baris.get(row.kode, (None,))[0] if meta and not self.sejak.tahu else None
        if card is None or meta is None or before is None or not (row.ubah_kartu or row.ubah_target):
            return row
        if before != fingerprint(card, self.acuan.target.get(card.kode), meta.skema):
            pesan = "catatannya diubah sejak formulir ini diunduh. Pakai isi berkas ini, atau tinggalkan."
            self.tell(row.calon, Tingkat.TANYA, "kode", "berubah_sejak_formulir", pesan)
        return row

    # ------------------------------------------------------------ the sum of it

    def judge(self) -> dict[str, Any]:
        goals = {*self.acuan.sasaran, *self.goals.semua}
        self.temuan += by_rule(self.store, self.rows, self.acuan, goals, self.penetapan)
        self.temuan += self._alike()
        found = self._sum()
        if self.held(self.every()) or not found["perubahan"]:
            return found
        refused = self._objections(found["rencana"])
        self.temuan += refused
        return self._sum() if refused else found

    def kept(self) -> list[Any]:
        """A temuan holds the rows that have its cell, and those of its kode."""
        holding = [t for t in self.every() if t.menahan and not self.accepted(t)]
        held = {(t.lembar, word) for t in holding for word in (t.sel, t.indikator) if word}
        marks = {id(r): (r.calon.place, *r.calon.alamat.values(), r.kode or "-") for r in self.rows}
        return [r for r in self.rows if held.isdisjoint((r.calon.lembar, word) for word in marks[id(r)])]

    def _sum(self) -> dict[str, Any]:
        """What differs from the record: unchanged cards and targets are left out, except under a new PK."""
        rows, pk, acuan = self.kept(), self.penetapan.pk, self.acuan
        aims = {t: aim_changes(acuan.tujuan.get(k), t) for k, t in self.goals.tujuan.items()}
        goals = {g: goal_changes(acuan.sasaran.get(k), g) for k, g in self.goals.semua.items()}
        cards = [r.indikator for r in rows if r.ubah_kartu]
        targets = [r.target for r in rows if r.target and (pk.versi is None or r.ubah_target)]
        said = [self.penetapan.as_written(one) for one in targets]
        changes = pk_changes(self.existing, pk) if said or pk.versi else []
        changes += [one for found in (*aims.values(), *goals.values()) for one in found]
        changes += [one for r in rows for one in (*r.ubah_kartu, *r.ubah_target)]
        new_goals = tuple(one for one, differs in goals.items() if differs)
        new_aims = tuple(one for one, differs in aims.items() if differs)
        return {"rencana": Rencana(pk, tuple(said), tuple(cards), new_goals, new_aims), "perubahan": tuple(changes)}

    def _objections(self, plan: Rencana) -> list[Temuan]:
        """What saving would be refused for, at the row of the indikator or sasaran that it is about; what is about
        the whole, at the first row that changes something."""
        places = {row.kode: row.calon for row in self.rows} | self.goals.calon
        changing = (r.calon for r in self.rows if r.ubah_target or r.ubah_kartu)
        first = next(changing, self.rows[0].calon if self.rows else None)
        refused = rencana.objections(self.store, self.pengguna, self.unit, self.tahun, plan)
        return [placed(t, at) for t in refused if t.salah and (at := places.get(t.kode) or first)]

    def _alike(self) -> list[Temuan]:
        """Asks about a new name that resembles another, across kode and bagian; one asked about already is not."""
        asked = {id(r) for r in self.rows if any(t.kode == "nama_sudah_ada" for t in r.temuan)}
        once = {kode for kode, many in Counter(r.kode for r in self.rows).items() if many == 1}
        places = {r.kode: r.calon for r in self.rows if r.kode in once and id(r) not in asked}
        cards = [r.indikator for r in self.rows if r.indikator and r.kode in places]
        return [
            calon.temuan(Tingkat.TANYA, "nama", "nama_mirip", t.pesan, t.kode)
            for t in rencana.check_new_names(cards, self.acuan.indikator)
            if (calon := places.get(t.kode))
        ]


read = _Pembacaan.read
