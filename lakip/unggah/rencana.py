"""The conductor of an upload of plans: file, tables, rows, rules, and what saving would change.

As `realisasi`: `read` changes nothing and returns every temuan, `save` records whole or not at all.
"""

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lakip import pengaturan, periode, rekap, rencana
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.rekap import Simpanan
from lakip.rencana import JENJANG_NAMA, PkVersion, Rencana, Sasaran, TemuanRencana
from lakip.store import Store
from lakip.unggah.baris_rencana import KAMUS, WAJIB, Acuan, Calon, Terbaca, columns, read_row, reason_to_skip
from lakip.unggah.beda_rencana import card_changes, goal_changes, pk_changes, target_changes
from lakip.unggah.berkas import Lembar, display_name, read_workbook
from lakip.unggah.formulir_rencana import META, PETUNJUK, SKEMA, fingerprint, read_meta
from lakip.unggah.hasil import Dilewati
from lakip.unggah.hasil_rencana import Hasil, Perubahan
from lakip.unggah.kepala_pk import read_pk
from lakip.unggah.kolom import Tabel, find_table, plain
from lakip.unggah.realisasi import PAKAI, TINGGALKAN
from lakip.validasi import Temuan, Tingkat

Jawaban = Mapping[tuple[str, str, str], str]


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
        UserError: the file is no readable .xlsx.
    """
    pengguna.require(Izin.RENCANA, unit)
    lembar = read_workbook(content, nama_berkas)
    return _Pembacaan(store, Hasil(unit, tahun, display_name(nama_berkas), content), lembar, jawaban or {}).result()


def save(store: Store, pengguna: Pengguna, hasil: Hasil) -> Simpanan:
    """Record what was read, whole or not at all. Raises UserError while something is held."""
    pengguna.require(Izin.RENCANA, hasil.unit)
    if hasil.menahan:
        first = hasil.menahan[0]
        raise UserError(
            f"Belum dapat disimpan: {len(hasil.menahan)} temuan masih menahan. Yang pertama: {first} "
            "Perbaiki berkasnya, jawab pertanyaannya, atau tinggalkan barisnya."
        )
    if not hasil.perubahan:
        return Simpanan(None, 0, rekap.SAMA)
    row = {
        "id": uuid.uuid4().hex,
        "unit": hasil.unit,
        "jenis": "rencana",
        "tahun": hasil.tahun,
        "nama_berkas": hasil.nama_berkas,
        "sha256": hasil.sha256,
        "ukuran": len(hasil.content),
        "dibaca": hasil.dibaca,
        "dilewati": len(hasil.dilewati),
        "ditahan": hasil.ditahan,
        "oleh": pengguna.akun,
        "pada": periode.now(),
    }
    store.archive(hasil.sha256, ".xlsx", hasil.content)
    saved = rencana.save(store, pengguna, hasil.unit, hasil.tahun, hasil.rencana, row)
    if saved.is_empty:
        return Simpanan(None, 0, rekap.SAMA)
    parts = ((saved.sasaran, "sasaran"), (saved.indikator, "kartu indikator"), (saved.target, "target"))
    told = ", ".join(f"{count} {name}" for count, name in parts if count)
    pk = f" pada PK versi {saved.pk}" if saved.pk else ""
    total = saved.sasaran + saved.indikator + saved.target
    return Simpanan(str(row["id"]), total, f"Rencana Tahun {hasil.tahun} tersimpan{pk}: {told}.")


def leave_out(hasil: Hasil) -> dict[tuple[str, str, str], str]:
    """Answers that leave out every row still held."""
    return {t.kunci: TINGGALKAN for t in hasil.menahan}


class _Pembacaan:
    """One reading in the making."""

    def __init__(self, store: Store, hasil: Hasil, lembar: Sequence[Lembar], jawaban: Jawaban) -> None:
        self.store, self.hasil, self.lembar, self.jawaban = store, hasil, lembar, jawaban
        self.meta = read_meta(lembar)
        unit, tahun = hasil.unit, hasil.tahun
        self.acuan = Acuan(
            tahun,
            rencana.sasaran(store, unit, tahun),
            rencana.indikator(store, unit, tahun),
            rencana.targets(store, unit, tahun),
            {b.bagian: b.nama for b in pengaturan.bagian(store, unit)},
        )
        self.existing = rencana.pk_versions(store, unit, tahun)
        self.goals: dict[str, Sasaran] = {}
        self.goal_cells: dict[str, tuple[str, str]] = {}
        self.rows: list[Terbaca] = []
        self.temuan: list[Temuan] = []
        self.dilewati: list[Dilewati] = []
        self.lembar_lain: dict[str, str] = {}
        self.kolom_lain: dict[str, tuple[str, ...]] = {}
        self.pk = PkVersion()

    def result(self) -> Hasil:
        tables = [t for one in self.lembar if (t := self._table(one)) is not None]
        self.kolom_lain = {t.lembar.nama: tuple(t.tak_dikenal.values()) for t in tables if t.tak_dikenal}
        if refused := self._refusals(tables):
            held = sum(len(t.baris_data) for t in tables)
            return replace(self._partial(), temuan=tuple(refused), ditahan=held, ditolak=True)
        self.pk, found = read_pk(tables[0], self.existing)
        self.temuan += found
        for table in tables:
            self._read_table(table)
        return self._judge()

    # ------------------------------------------------------------ which tables, and is it the right file

    def _table(self, lembar: Lembar) -> Tabel | None:
        if lembar.nama in (META, PETUNJUK) and self.meta:
            return None
        table = find_table(lembar, KAMUS, WAJIB)
        if table is None or "TH" not in columns(table, self.hasil.tahun):
            self.lembar_lain[lembar.nama] = "tidak memuat tabel dengan kolom Kode atau Indikator dan Target Tahunan"
            return None
        if lembar.tersembunyi:
            self.lembar_lain[lembar.nama] = "lembar tersembunyi"
            self.dilewati += [Dilewati(lembar.nama, n, "lembar tersembunyi") for n in table.baris_data]
            return None
        return table

    def _refusals(self, tables: Sequence[Tabel]) -> list[Temuan]:
        tahun = self.hasil.tahun
        if self.meta is not None:
            checks = (
                (self.meta.skema != SKEMA, "versi_formulir", "dibuat oleh versi lain dari sistem ini. Unduh lagi"),
                (self.meta.unit != self.hasil.unit, "unit_lain", f"milik unit {self.meta.unit}. Unduh milik Anda"),
                (
                    self.meta.contoh != pengaturan.identity(self.store, self.hasil.unit).contoh,
                    "data_contoh",
                    f"milik {'data contoh' if self.meta.contoh else 'data sebenarnya'}. Unduh formulir dari sistem ini",
                ),
                (
                    self.meta.tahun != tahun,
                    "tahun_lain",
                    f"untuk Tahun {self.meta.tahun}, bukan {tahun}. Ganti tahunnya",
                ),
            )
            wrong = [(kode, f"Formulir ini {pesan}, lalu unggah kembali.") for hit, kode, pesan in checks if hit]
        elif not tables:
            names = ", ".join(f"“{one.nama}”" for one in self.lembar)
            pesan = (
                f"Tidak ada tabel dengan kolom Kode atau Indikator dan Target Tahunan (lembar yang ada: {names}). "
                "Unduh formulir Rencana Aksi, isi, lalu unggah."
            )
            wrong = [("tanpa_tabel", pesan)]
        else:
            years = {year for table in tables for year in table.tahun}
            pesan = f"Tabel ini untuk Tahun {', '.join(map(str, sorted(years)))}, bukan {tahun}. Pilih tahun itu."
            wrong = [("tahun_lain", pesan)] if years and tahun not in years else []
        return [Temuan(Tingkat.SALAH, "", "", kode, pesan) for kode, pesan in wrong]

    # ------------------------------------------------------------ the rows

    def _read_table(self, table: Tabel) -> None:
        fields = columns(table, self.hasil.tahun)
        sasaran: str | None = None
        for number in table.baris_data:
            calon = Calon.of(table, fields, number)
            if reason := reason_to_skip(calon):
                self.dilewati.append(Dilewati(calon.lembar, number, reason))
                continue
            if self._left_out(calon):
                self.dilewati.append(Dilewati(calon.lembar, number, "ditinggalkan"))
                continue
            goal = self._goal(calon)
            sasaran = goal or sasaran
            kode = self._kode(calon)
            if kode is None:
                self.rows.append(Terbaca(calon))
                continue
            # A sasaran written once over several rows holds for those below it.
            card_goal = goal or (None if kode in self.acuan.indikator else sasaran)
            row = read_row(calon, self.acuan, kode, card_goal, self._next_place(), self.jawaban)
            self.rows.append(self._since_form(row))

    def _next_place(self) -> int:
        return max((c.urutan for c in self.acuan.indikator.values()), default=0) + len(self.rows) + 1

    def _goal(self, calon: Calon) -> str | None:
        """The sasaran of the row, kept for saving when it is new or written differently. None: none is written."""
        kode, uraian = calon.text("kode_sasaran"), calon.text("sasaran")
        if not kode and not uraian:
            return None
        every = {**self.acuan.sasaran, **self.goals}
        if not kode:
            same = [k for k, goal in every.items() if plain(goal.uraian) == plain(uraian)]
            kode = same[0] if same else next(k for n in range(1, 1000) if (k := f"S{n}") not in every)
            if not same:
                self._tell(calon, Tingkat.CATATAN, "sasaran", "kode_sasaran_baru", f"sasaran ini diberi kode {kode}.")
        known = every.get(kode)
        if known is None and not uraian:
            pesan = f"sasaran “{kode}” belum ada. Isi uraiannya di kolom Sasaran."
            self._tell(calon, Tingkat.SALAH, "kode_sasaran", "sasaran_tak_dikenal", pesan)
            return None
        goal = self._written(calon, kode, uraian, known)
        if kode in self.goals and self.goals[kode] != goal:
            where = self.goal_cells[kode][1]
            pesan = f"sasaran {kode} ditulis berbeda dengan di sel {where}. Samakan keduanya."
            self._tell(calon, Tingkat.SALAH, "sasaran", "sasaran_berbeda", pesan)
        self.goals.setdefault(kode, goal)
        self.goal_cells.setdefault(kode, (calon.lembar, calon.alamat.get("sasaran", calon.place)))
        return kode

    def _written(self, calon: Calon, kode: str, uraian: str, known: Sasaran | None) -> Sasaran:
        jenjang = {plain(v): k for k, v in JENJANG_NAMA.items()}.get(plain(calon.text("jenjang")))
        if calon.text("jenjang") and jenjang is None:
            pesan = f"“{calon.text('jenjang')[:40]}” bukan Jenjang. Pilih: {', '.join(JENJANG_NAMA.values())}."
            self._tell(calon, Tingkat.SALAH, "jenjang", "jenjang_tak_dikenal", pesan)
        old = known or Sasaran(
            kode, uraian, "camat", self.acuan.tahun, 10 * (len(self.acuan.sasaran) + len(self.goals) + 1)
        )
        return replace(
            old,
            uraian=uraian or old.uraian,
            jenjang=jenjang or old.jenjang,
            induk=calon.text("induk") or old.induk,
            mulai_tahun=self.acuan.tahun,
        )

    def _kode(self, calon: Calon) -> str | None:
        """The kode of the row; by the exact name where none is written. None: a row of a sasaran, or held."""
        kode, nama = calon.text("kode"), calon.text("nama")
        by_name = [k for k, card in self.acuan.indikator.items() if plain(card.nama) == plain(nama)]
        if kode:
            known = {plain(k): k for k in self.acuan.indikator}.get(plain(kode))
            if known is None and by_name:
                self._same_name(calon, kode, by_name[0])
            return known or kode
        if len(by_name) == 1:
            return by_name[0]
        if nama or calon.has_target:
            pesan = "barisnya tanpa kode. Isi kolom Kode, misalnya IK-01."
            self._tell(calon, Tingkat.SALAH, "kode", "tanpa_kode", pesan)
        return None

    def _same_name(self, calon: Calon, kode: str, other: str) -> None:
        pesan = (
            f"kode {kode} belum ada, sedangkan namanya sama dengan {other}. Pakai bila memang indikator baru; "
            "bila salah ketik, perbaiki kodenya."
        )
        self._tell(calon, Tingkat.TANYA, "kode", "nama_sudah_ada", pesan)

    def _since_form(self, row: Terbaca) -> Terbaca:
        """Asks when the record changed after the form was filled from it, and the row would change it back."""
        card = self.acuan.indikator.get(row.kode)
        before = self.meta.baris.get(row.kode) if self.meta else None
        if card is None or before is None or before == fingerprint(card, self.acuan.target.get(row.kode)):
            return row
        if not self._differs(row):
            return row
        pesan = f"{row.kode}: catatannya diubah sejak formulir ini diunduh. Pakai isi berkas ini, atau tinggalkan."
        found = Temuan(Tingkat.TANYA, row.calon.lembar, row.calon.place, "berubah_sejak_formulir", pesan, row.kode)
        return replace(row, temuan=(*row.temuan, found))

    def _differs(self, row: Terbaca) -> bool:
        return bool(self._card_changes(row) or self._target_changes(row))

    def _tell(self, calon: Calon, tingkat: Tingkat, name: str, rule: str, pesan: str) -> None:
        sel = calon.alamat.get(name) or calon.place
        text = pesan if tingkat is Tingkat.CATATAN else f"baris {calon.nomor}: {pesan}"
        self.temuan.append(Temuan(tingkat, calon.lembar, sel, rule, text))

    # ------------------------------------------------------------ the rules of a plan

    def _judge(self) -> Hasil:
        own = [t for r in self.rows for t in r.temuan] + self._doubles() + self._by_rule()
        every = (*self.temuan, *own)
        answered = frozenset(t.kunci for t in every if self._accepted(t))
        holding = [t for t in every if t.menahan and t.kunci not in answered]
        read_rows = [r for r in self.rows if not any(_concerns(t, r) for t in holding)]
        plan = self._plan(read_rows)
        return replace(
            self._partial(),
            temuan=every,
            terjawab=answered,
            dibaca=len(read_rows),
            ditahan=len(self.rows) - len(read_rows),
            rencana=plan,
            perubahan=self._changes(read_rows, plan),
        )

    def _plan(self, rows: Sequence[Terbaca]) -> Rencana:
        """What differs from the record: unchanged cards and targets are left out, except under a new PK."""
        goals = [g for k, g in self.goals.items() if goal_changes(self.acuan.sasaran.get(k), g)]
        cards = [r.indikator for r in rows if r.indikator and self._card_changes(r)]
        whole = self.pk.versi is None
        targets = [r.target for r in rows if r.target and (whole or self._target_changes(r))]
        return Rencana(self.pk, tuple(targets), tuple(cards), tuple(goals))

    def _by_rule(self) -> list[Temuan]:
        goals = {*self.acuan.sasaran, *self.goals}
        found: list[TemuanRencana] = []
        pairs = []
        for row in self.rows:
            if row.indikator is None:
                continue
            if self._card_changes(row):
                found += rencana.check_card(row.indikator, goals, list(self.acuan.bagian))
            if row.target is not None and (self._differs(row) or self.pk.versi is None):
                known = self.acuan.target.get(row.kode)
                full = rencana.complete(row.indikator, row.target)
                found += rencana.check_kept(known, full, self.pk.mulai_triwulan)
                pairs.append((row.indikator, rencana.merge(known, full, self.pk.mulai_triwulan)))
        found += rencana.check_targets(self.store, pairs)
        places = {row.kode: row.calon for row in self.rows}
        return [_placed(one, places[one.kode]) for one in found]

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

    def _left_out(self, calon: Calon) -> bool:
        cells = {calon.place, *calon.alamat.values()}
        return any(
            lembar == calon.lembar and sel in cells and answer == TINGGALKAN
            for (lembar, sel, _), answer in self.jawaban.items()
        )

    def _accepted(self, temuan: Temuan) -> bool:
        return temuan.tingkat is Tingkat.TANYA and self.jawaban.get(temuan.kunci) in (temuan.pilihan or (PAKAI,))

    def _partial(self) -> Hasil:
        return replace(
            self.hasil, dilewati=tuple(self.dilewati), lembar_lain=self.lembar_lain, kolom_lain=self.kolom_lain
        )

    # ------------------------------------------------------------ old beside new

    def _changes(self, rows: Sequence[Terbaca], plan: Rencana) -> tuple[Perubahan, ...]:
        found = pk_changes(self.existing, plan.pk) if plan.target or plan.pk.versi else []
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
        return target_changes(row.indikator, self.acuan.target.get(row.kode), row.target, self.pk.mulai_triwulan)


def _concerns(temuan: Temuan, row: Terbaca) -> bool:
    if temuan.lembar != row.calon.lembar:
        return False
    return temuan.sel in {row.calon.place, *row.calon.alamat.values()} or (temuan.indikator or "-") == row.kode


def _placed(one: TemuanRencana, calon: Calon) -> Temuan:
    tingkat = Tingkat.SALAH if one.salah else Tingkat.CATATAN
    sel = calon.alamat.get(one.kolom) or calon.place
    rule = f"rencana_{one.kolom.lower()}"
    return Temuan(tingkat, calon.lembar, sel, rule, one.pesan, one.kode)


__all__ = ["Hasil", "Perubahan", "leave_out", "read", "save"]
