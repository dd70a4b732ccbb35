"""The conductor of an upload of plans: file, tables, rows, rules, and what saving would change.

As `realisasi`: `read` changes nothing and returns every temuan, `save` records whole or not at all.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lakip import pengaturan, rencana
from lakip.akses import Izin, Pengguna
from lakip.rekap import Simpanan
from lakip.rencana import Indikator, PkVersion, Rencana
from lakip.satuan import is_same
from lakip.store import Store
from lakip.unggah.berkas.buku import Lembar, display_name, read_workbook
from lakip.unggah.catat import record
from lakip.unggah.formulir import identitas, penolakan
from lakip.unggah.formulir.identitas import SENDIRI
from lakip.unggah.formulir.sejak import SejakFormulir, changers
from lakip.unggah.hasil import TINGGALKAN, Jawaban, Perubahan, leave_out
from lakip.unggah.pembacaan import Pembacaan
from lakip.unggah.rencana import sasaran as sasaran_rencana
from lakip.unggah.rencana.aturan import Penetapan, by_rule, placed
from lakip.unggah.rencana.baris import Acuan, Terbaca, has_target, read_row, reason_to_skip
from lakip.unggah.rencana.beda import aim_changes, card_changes, goal_changes, pk_changes, target_changes
from lakip.unggah.rencana.formulir import RENCANA, fingerprint, issued
from lakip.unggah.rencana.hasil import Hasil
from lakip.unggah.rencana.kamus import WAJIB, bidang
from lakip.unggah.rencana.kepala_pk import read_pk
from lakip.unggah.rencana.sejak import Penyaring, show
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.peta import Bidang, Peta
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

__all__ = ["Hasil", "Perubahan", "leave_out", "read", "save"]


def read(
    store: Store,
    pengguna: Pengguna,
    content: bytes,
    nama_berkas: str,
    unit: str,
    tahun: int,
    jawaban: Jawaban | None = None,
) -> Hasil:
    """Read and judge one file of plans for one tahun.

    Args:
        jawaban: answers to temuan of an earlier reading of the same file, as for `realisasi.read`.

    Raises:
        AccessError: the pengguna may not change plans.
        UserError: the file is no readable workbook or table.
    """
    pengguna.require(Izin.RENCANA, unit)
    lembar = read_workbook(content, nama_berkas)
    hasil = Hasil(nama_berkas=display_name(nama_berkas), content=content, unit=unit, tahun=tahun)
    found = _Pembacaan(store, pengguna, hasil, lembar, jawaban or {}).result()
    if {"pk_nomor", "pk_alasan"} <= {t.kode for t in found.menahan}:
        # A new PK that is called as the newest: the same file once more, when it says the same otherwise.
        again = _Pembacaan(store, pengguna, hasil, lembar, jawaban or {}, ulang=True).result()
        return found if again.menahan or again.perubahan else again
    return found


def save(store: Store, pengguna: Pengguna, hasil: Hasil) -> Simpanan:
    """Record what was read, whole or not at all. Raises UserError while something is held."""

    def write(row: dict[str, Any]) -> tuple[int, str]:
        saved = rencana.save(store, pengguna, hasil.unit, hasil.tahun, hasil.rencana, row)
        names = {"tujuan": "tujuan", "sasaran": "sasaran", "indikator": "kartu indikator", "target": "target"}
        parts = [(getattr(saved, field), name) for field, name in names.items()]
        told = ", ".join(f"{count} {name}" for count, name in parts if count)
        pk = f" pada PK versi {saved.pk}" if saved.pk else ""
        return sum(count for count, _ in parts), f"Rencana Tahun {hasil.tahun} tersimpan{pk}: {told}."

    return record(store, pengguna, hasil, "rencana", write)


class _Pembacaan(Pembacaan):
    """One reading in the making. `ulang`: a new PK in the file is taken for the newest recorded."""

    wajib = WAJIB
    tanpa_tabel = "tidak memuat tabel dengan kolom Kode atau Indikator dan Target Tahunan"

    def __init__(
        self,
        store: Store,
        pengguna: Pengguna,
        hasil: Hasil,
        lembar: Sequence[Lembar],
        jawaban: Jawaban,
        ulang: bool = False,
    ) -> None:
        self.meta = identitas.read(lembar)
        super().__init__(lembar, jawaban, SENDIRI if self.meta else ())
        self.store, self.pengguna, self.hasil, self.ulang = store, pengguna, hasil, ulang
        unit, tahun = hasil.unit, hasil.tahun
        self.acuan = Acuan(
            tahun,
            rencana.sasaran(store, unit, tahun),
            rencana.indikator(store, unit, tahun),
            rencana.targets(store, unit, tahun),
            {b.bagian: b.nama for b in pengaturan.bagian(store, unit)},
            rencana.tujuan(store, unit, tahun),
            frozenset(rencana.codes(store)),
        )
        self.existing = rencana.pk_versions(store, unit, tahun)
        terbit = self.meta.terbit if self.meta else None
        self.pengubah = changers(store, unit, tahun, "rencana") if terbit is not None else {}
        kini = issued(self.acuan.tujuan, self.acuan.sasaran, self.acuan.indikator, self.acuan.target)
        self.sejak = SejakFormulir(terbit, kini, self.pengubah, jawaban, show)
        self.penyaring = Penyaring(self.sejak, self.acuan)
        self.goals = sasaran_rencana.Bacaan(self.acuan, self._tell)
        self.rows: list[Terbaca] = []
        self.left = {(lembar, sel) for (lembar, sel, _), answer in jawaban.items() if answer == TINGGALKAN}
        self.by_nama: dict[str, list[str]] = {}
        for kode, card in self.acuan.indikator.items():
            self.by_nama.setdefault(plain(card.nama), []).append(kode)
        self.penetapan = Penetapan(PkVersion())

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        return bidang(self.hasil.tahun)

    def result(self) -> Hasil:
        tables = self.find_tables()
        if refused := self.unreadable() or self._refusals(tables):
            return self.refused(self.hasil, refused, tables)
        self.ask_columns(tables)
        self._read_pk(tables[0].tabel)
        for one in tables:
            self._read_table(one)
        return self._judge()

    def _refusals(self, tables: Sequence[Peta]) -> list[Temuan]:
        office, tahun = pengaturan.identity(self.store, self.hasil.unit), self.hasil.tahun
        if self.meta is not None:
            return penolakan.refusals(self.meta, RENCANA, office, penolakan.other_year(self.meta.tahun, tahun))
        if not tables:
            return penolakan.without_table(self.lembar, "kolom Kode atau Indikator dan Target Tahunan", RENCANA)
        return [t for one in tables for t in penolakan.of_table(one.tabel, tahun, office)]

    def _read_pk(self, table: Tabel) -> None:
        pk, found = read_pk(table, self.existing, self.sejak, self.pengubah)
        if self.ulang:
            pk, found = self.existing[-1], []
        self.temuan += found
        self.penetapan = Penetapan.of(self.store, self.hasil.unit, self.hasil.tahun, pk, self.existing)

    # ------------------------------------------------------------ the rows

    def _read_table(self, peta: Peta) -> None:
        sasaran: str | None = None
        for number in peta.tabel.baris_data:
            calon = Calon.of(peta.tabel, peta.kolom, number)
            other = self.row_of_other(peta, number, "target", None, self.hasil.tahun)
            if reason := other or reason_to_skip(calon):
                self.skip(calon.lembar, number, reason)
            elif self._row_left_out(calon):
                self.skip(calon.lembar, number, "ditinggalkan")
            else:
                sasaran = self._read_row(calon, sasaran)

    def _read_row(self, calon: Calon, above: str | None) -> str | None:
        """The sasaran that holds for the rows below: one written once over several rows."""
        kode = self._kode(calon)
        rest = self.penyaring.row(calon, kode)
        if isinstance(rest, str):
            self.skip(calon.lembar, calon.nomor, rest)
            return above
        calon = rest.calon
        self.temuan += rest.temuan
        own = self.goals.read(calon)
        if kode is None:
            self.rows.append(Terbaca(calon))
        else:
            inherits = kode not in self.acuan.indikator and not calon.text("kode_anggaran")
            goal = None if rest.sasaran_tetap else own or (above if inherits else None)
            row = read_row(calon, self.acuan, kode, goal, self._next_place(), self.jawaban)
            self.rows.append(self._since_form(self._same_satuan(row)))
        return own or above

    def _next_place(self) -> int:
        return max((c.urutan for c in self.acuan.indikator.values()), default=0) + len(self.rows) + 1

    def _kode(self, calon: Calon) -> str | None:
        """The kode of the row; by the exact name where none is written. None: a row of a sasaran, or held."""
        kode, nama = calon.text("kode"), calon.text("nama")
        by_name = self.by_nama.get(plain(nama), [])
        if kode:
            known = {plain(k): k for k in self.acuan.indikator}.get(plain(kode))
            if known is None and by_name:
                self._same_name(calon, kode, by_name[0])
            return known or kode
        if len(by_name) == 1:
            return by_name[0]
        if nama or has_target(calon):
            pesan = "barisnya tanpa kode. Isi kolom Kode, misalnya IK-01."
            self._tell(calon, Tingkat.SALAH, "kode", "tanpa_kode", pesan)
        return None

    def _same_name(self, calon: Calon, kode: str, other: str) -> None:
        pesan = (
            f"kode {kode} belum ada, sedangkan namanya sama dengan {other}. Pakai bila memang indikator baru; "
            "bila salah ketik, perbaiki kodenya."
        )
        self._tell(calon, Tingkat.TANYA, "kode", "nama_sudah_ada", pesan)

    def _same_satuan(self, row: Terbaca) -> Terbaca:
        """Another word for the same satuan in an office's own table changes no card."""
        card, known = row.indikator, self.acuan.indikator.get(row.kode)
        if self.formulir_kita or card is None or known is None or not is_same(card.satuan, known.satuan):
            return row
        return replace(row, indikator=replace(card, satuan=known.satuan))

    def _since_form(self, row: Terbaca) -> Terbaca:
        """Asks of a row of a form that does not say what its cells were issued with, when the record changed since."""
        card = self.acuan.indikator.get(row.kode)
        before = self.meta.baris.get(row.kode, (None,))[0] if self.meta and not self.sejak.tahu else None
        if card is None or before is None or before == self._fingerprint(card):
            return row
        if not self._card_changes(row) and not self._target_changes(row):
            return row
        pesan = f"{row.kode}: catatannya diubah sejak formulir ini diunduh. Pakai isi berkas ini, atau tinggalkan."
        found = Temuan(Tingkat.TANYA, row.calon.lembar, row.calon.place, "berubah_sejak_formulir", pesan, row.kode)
        return replace(row, temuan=(*row.temuan, found))

    def _fingerprint(self, card: Indikator) -> str:
        assert self.meta is not None
        return fingerprint(card, self.acuan.target.get(card.kode), self.meta.skema)

    def _tell(self, calon: Calon, tingkat: Tingkat, name: str, rule: str, pesan: str) -> None:
        sel = calon.alamat.get(name) or calon.place
        text = pesan if tingkat is Tingkat.CATATAN else f"baris {calon.nomor}: {pesan}"
        self.temuan.append(Temuan(tingkat, calon.lembar, sel, rule, text))

    def _row_left_out(self, calon: Calon) -> bool:
        return not self.left.isdisjoint((calon.lembar, sel) for sel in (calon.place, *calon.alamat.values()))

    # ------------------------------------------------------------ the sum of it

    def _judge(self) -> Hasil:
        goals = {*self.acuan.sasaran, *self.goals.semua}
        ruled = by_rule(
            self.store, self.rows, self.acuan, goals, self.penetapan,
            lambda row: bool(self._card_changes(row)), lambda row: bool(self._target_changes(row)),
        )  # fmt: skip
        own = (*self.temuan, *(t for r in self.rows for t in r.temuan), *self._doubles(), *ruled, *self._alike())
        hasil = self._sum(own)
        refused = [] if hasil.menahan or not hasil.perubahan else self._objections(hasil.rencana)
        return self._sum((*own, *refused)) if refused else hasil

    def _sum(self, found: Sequence[Temuan]) -> Hasil:
        """What the file comes to with these temuan."""
        every = self.in_order(found)
        answered = frozenset(t.kunci for t in every if self.accepted(t))
        holding = [t for t in every if t.menahan and t.kunci not in answered]
        held = {(t.lembar, word) for t in holding for word in (t.sel, t.indikator) if word}
        read_rows = [r for r in self.rows if held.isdisjoint(_marks(r))]
        plan = self._plan(read_rows)
        return self.finish(
            self.hasil,
            temuan=every,
            terjawab=answered,
            dibaca=len(read_rows),
            ditahan=len(self.rows) - len(read_rows),
            rencana=plan,
            perubahan=self._changes(read_rows, plan),
            utuh=self.sejak.utuh,
        )

    def _objections(self, plan: Rencana) -> list[Temuan]:
        """What saving would be refused for, at the row of the indikator or sasaran that it is about; what is about
        the whole, at the first row that changes something."""
        places = {row.kode: row.calon for row in self.rows} | self.goals.calon
        changing = (r.calon for r in self.rows if self._target_changes(r) or self._card_changes(r))
        first = next(changing, self.rows[0].calon if self.rows else None)
        refused = rencana.objections(self.store, self.pengguna, self.hasil.unit, self.hasil.tahun, plan)
        return [placed(t, at) for t in refused if t.salah and (at := places.get(t.kode) or first)]

    def _doubles(self) -> list[Temuan]:
        counted = Counter(r.kode for r in self.rows if r.kode)
        return [
            Temuan(
                Tingkat.SALAH, r.calon.lembar, r.calon.place, "kode_ganda",
                f"{r.kode}: kodenya ada pada lebih dari satu baris. Tinggalkan yang tidak dipakai.", r.kode,
            )
            for r in self.rows
            if counted[r.kode] > 1
        ]  # fmt: skip

    def _alike(self) -> list[Temuan]:
        """Asks about a new name that resembles another, across kode and bagian; one asked about already is not."""
        asked = {(t.lembar, t.sel) for t in self.temuan if t.kode == "nama_sudah_ada"}
        once = {kode for kode, many in Counter(r.kode for r in self.rows).items() if many == 1}
        places = {
            r.kode: r.calon
            for r in self.rows
            if r.kode in once and (r.calon.lembar, r.calon.alamat.get("kode")) not in asked
        }
        cards = [r.indikator for r in self.rows if r.indikator and r.kode in places]
        return [
            Temuan(Tingkat.TANYA, calon.lembar, calon.alamat.get("nama") or calon.place, "nama_mirip", t.pesan, t.kode)
            for t in rencana.check_new_names(cards, self.acuan.indikator)
            if (calon := places.get(t.kode))
        ]

    def _plan(self, rows: Sequence[Terbaca]) -> Rencana:
        """What differs from the record: unchanged cards and targets are left out, except under a new PK."""
        goals = [g for k, g in self.goals.semua.items() if goal_changes(self.acuan.sasaran.get(k), g)]
        cards = [r.indikator for r in rows if r.indikator and self._card_changes(r)]
        whole = self.penetapan.pk.versi is None
        targets = [self.penetapan.as_written(r.target) for r in rows if r.target and (whole or self._target_changes(r))]
        aims = [t for k, t in self.goals.tujuan.items() if aim_changes(self.acuan.tujuan.get(k), t)]
        return Rencana(self.penetapan.pk, tuple(targets), tuple(cards), tuple(goals), tuple(aims))

    def _changes(self, rows: Sequence[Terbaca], plan: Rencana) -> tuple[Perubahan, ...]:
        found = pk_changes(self.existing, plan.pk) if plan.target or plan.pk.versi else []
        for aim in plan.tujuan:
            found += aim_changes(self.acuan.tujuan.get(aim.kode), aim)
        for goal in plan.sasaran:
            found += goal_changes(self.acuan.sasaran.get(goal.kode), goal)
        for row in rows:
            found += self._card_changes(row) + self._target_changes(row)
        return tuple(found)

    def _card_changes(self, row: Terbaca) -> list[Perubahan]:
        return card_changes(self.acuan.indikator.get(row.kode), row.indikator) if row.indikator else []

    def _target_changes(self, row: Terbaca) -> list[Perubahan]:
        if row.target is None or row.indikator is None:
            return []
        old = self.acuan.target.get(row.kode)
        new = self.penetapan.in_force(old, rencana.complete(row.indikator, row.target))
        return target_changes(row.kode, old, new)


def _marks(row: Terbaca) -> set[tuple[str, str]]:
    """What a temuan that concerns a row points at: one of its cells, or its kode."""
    return {(row.calon.lembar, word) for word in (row.calon.place, *row.calon.alamat.values(), row.kode or "-")}
