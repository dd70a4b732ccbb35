"""An office in which every act of the program has something to act on: of bagian PEM, and of the whole office.

`ACTS` is the table: each act by the function that does it, what is asked of it, and who may, as akses.py says.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import count
from typing import Any

from berkas_jahat import pdf
from kantor_sop import CAMAT, KASUBBAG, UNIT, camat, office, who
from naskah import TAHUN
from salinan import once
from test_sosialisasi import done, plan, png

from lakip import (
    akun,
    alur,
    anggaran,
    bukti,
    cadangan,
    dokumen,
    kiriman,
    narasi,
    pembanding,
    pengaturan,
    rekap,
    rencana,
)
from lakip.akses import BOLEH, TERBATAS_BAGIAN, Izin, Pengguna, Peran, Tugas
from lakip.akun import usul
from lakip.anggaran import Anggaran, Kode
from lakip.bukti import Bukti
from lakip.dasbor import tindakan
from lakip.dokumen import BarisDokumen, Dokumen
from lakip.export import laporan, laporan_semester, laporan_tahunan, laporan_triwulan, pekerjaan, pilihan, ringkasan
from lakip.export.ringkasan import kerja
from lakip.pengaturan import Bagian, Pejabat
from lakip.realisasi import Realisasi
from lakip.rencana import PkVersion, Rencana, Sasaran, Tujuan
from lakip.sop import arahan, dispensasi, disposisi, foto, kalender, langkah, pertanyaan, sosialisasi
from lakip.sop.disposisi import Disposisi
from lakip.store import Store
from lakip.unggah import anggaran as unggah_anggaran
from lakip.unggah import dokumen as unggah_dokumen
from lakip.unggah import kaitan, profil
from lakip.unggah import pembanding as unggah_pembanding
from lakip.unggah import realisasi as unggah_realisasi
from lakip.unggah import rencana as unggah_rencana
from lakip.unggah.anggaran import formulir as anggaran_formulir
from lakip.unggah.berkas import dokumen as dokumen_berkas
from lakip.unggah.dokumen import formulir as dokumen_formulir
from lakip.unggah.realisasi import formulir as formulir_realisasi
from lakip.unggah.rencana import formulir as formulir_rencana
from lakip.utuh import selesai

LAIN = "63.11.99"  # another office
PER = date(2026, 7, 3)
STAF_PEM = who("staf.pem", Peran.STAF, "PEM")
RKT = Dokumen("rkt", TAHUN, "050/1", date(TAHUN, 1, 5))
Aturan = Callable[[Tugas], bool]
_nomor = count(1000)


# ---------------------------------------------------------------- who may, from the table of akses.py alone


def office_wide(*izin: Izin) -> Aturan:
    """For the whole office: whom akses.py bounds to a bagian, may not."""
    free = {Izin.LIHAT, Izin.LAPORAN}
    return lambda t: (
        t.unit == UNIT and any(t.peran in BOLEH[i] and (t.peran not in TERBATAS_BAGIAN or i in free) for i in izin)
    )


def of_pem(izin: Izin) -> Aturan:
    """For bagian PEM: whom akses.py bounds to a bagian, only for his own."""
    return lambda t: t.unit == UNIT and t.peran in BOLEH[izin] and (t.peran not in TERBATAS_BAGIAN or t.bagian == "PEM")


def holds(peran: Peran, bagian: str | None = None) -> Aturan:
    """The holder of one jabatan."""
    return lambda t: t.unit == UNIT and t.peran is peran and bagian in (None, t.bagian)


def either(*rules: Aturan) -> Aturan:
    return lambda t: any(rule(t) for rule in rules)


PENGATURAN, AKUN = office_wide(Izin.PENGATURAN), office_wide(Izin.AKUN)
RENCANA, LAPORAN, DISPOSISI = office_wide(Izin.RENCANA), office_wide(Izin.LAPORAN), office_wide(Izin.DISPOSISI)
EVERYBODY: Aturan = lambda t: True  # noqa: E731  of one's own account
KASI_PEM = holds(Peran.KASI, "PEM")
BERTANDA = either(holds(Peran.CAMAT), holds(Peran.SEKCAM), holds(Peran.KASUBBAG))  # who signs orders


# ---------------------------------------------------------------- the office


@once
def kantor() -> Store:
    """A figure and a bukti of PEM in TW II, a meeting with a direction to its Kasi, one to come, a disposisi to him."""
    store = office()
    rekap.type_realisasi(store, STAF_PEM, UNIT, TAHUN, 2, Realisasi("IK-06", nilai=Decimal(70)), 0)
    bukti.add(store, STAF_PEM, UNIT, "IK-06", TAHUN, 2, Bukti("BA", date(2026, 6, 1)), "ba.pdf", pdf("BA"))
    one = sosialisasi.record(store, KASUBBAG, UNIT, done(sosialisasi.invite(store, KASUBBAG, UNIT, plan(store))))
    arahan.direct(store, CAMAT, UNIT, one, "Perbaiki data desa", "pem", date(2026, 5, 4))
    sosialisasi.invite(store, KASUBBAG, UNIT, plan(store, periode="TW2"))
    disposisi.issue(store, CAMAT, UNIT, order(camat(store).id, kepada_pejabat="pem"))
    dokumen.register(store, KASUBBAG, UNIT, RKT)
    return store


def order(dari: str, **more: Any) -> Disposisi:
    first = Disposisi(date(2026, 4, 6), dari, "Pengumpulan data", "Kumpulkan", TAHUN, "TW1", None, None, (), 3)
    return replace(first, **more)


def meeting(store: Store, periode: str = "TW1") -> sosialisasi.Sosialisasi:
    return sosialisasi.meetings(store, UNIT, TAHUN, periode)[0]


def direction(store: Store, by: Tugas) -> dict[str, Any]:
    """As the record has it, but said to be whoever asks's own."""
    row = dict(arahan.given(store, UNIT, meeting(store))[0])
    return row | {"pejabat_peran": str(by.peran), "pejabat_bagian": by.bagian}


def change(store: Store, by: Tugas) -> tuple[rekap.Perubahan, ...]:
    """A figure of PEM, said to be of the bagian of whoever asks."""
    cards = rekap.acuan(store, UNIT, TAHUN, 2)
    found = rekap.changes(cards, 2, [Realisasi("IK-06", cards["IK-06"].tercatat[2].isi.keadaan, Decimal(next(_nomor)))])
    return tuple(replace(p, acuan=replace(p.acuan, bagian=by.bagian or "PEM")) for p in found)


@cache
def read(jenis: str) -> Any:
    """What an own form came to, read by the Kasubbag."""
    store = kantor()
    to: dict[str, Callable[[], Any]] = {
        "anggaran": lambda: unggah_anggaran.read(
            store, KASUBBAG, anggaran_formulir.anggaran_form(store, UNIT, TAHUN), "a.xlsx", UNIT, TAHUN
        ),
        "kaitan": lambda: kaitan.read(store, KASUBBAG, kaitan.kaitan_form(store, UNIT, TAHUN), "k.xlsx", UNIT, TAHUN),
        "rencana": lambda: unggah_rencana.read(
            store, KASUBBAG, formulir_rencana.rencana_form(store, UNIT, TAHUN), "r.xlsx", UNIT, TAHUN
        ),
        "pembanding": lambda: unggah_pembanding.read(
            store, KASUBBAG, unggah_pembanding.pembanding_form(store, UNIT, TAHUN), "p.xlsx", UNIT, TAHUN
        ),
        "dokumen": lambda: unggah_dokumen.read(
            store, KASUBBAG, dokumen_formulir.contents_form(store, UNIT, replace(RKT, versi=1)), "d.xlsx", UNIT,
            replace(RKT, versi=1),
        ),
        "realisasi": lambda: unggah_realisasi.read(
            store, KASUBBAG, formulir_realisasi.realisasi_form(store, UNIT, TAHUN, 2, "PEM"), "w.xlsx", UNIT, TAHUN, 2
        ),
    }  # fmt: skip
    return to[jenis]()


def uploaded(store: Store, by: Tugas) -> Any:
    hasil = read("realisasi")
    return replace(hasil, perubahan=change(store, by))


# ---------------------------------------------------------------- the table


@dataclass(frozen=True)
class Act:
    """`fungsi` as the program names it; `minta` asks it of the store in somebody's name, who holds one Tugas."""

    fungsi: str
    boleh: Aturan
    minta: Callable[[Store, Pengguna, Tugas], object]
    tentang: str = ""


def _runs() -> list[Act]:
    """Every step of a run has an Izin of its own."""
    return [
        Act("alur.jalan.move", office_wide(step.izin), lambda s, w, t, n=name: alur.move(
            s, w, n, UNIT, TAHUN, "TW1", nomor=0, per=PER, catatan="x", sandi="keliru"), name)
        for name, step in alur.LANGKAH.items()
    ]  # fmt: skip


def _narrative() -> list[Act]:
    sections = {"indikator:IK-06": of_pem(Izin.UNGGAH)}
    sections |= dict.fromkeys(("kata_pengantar", "sasaran:S1"), office_wide(Izin.REKAP))
    return [
        act
        for kunci, rule in sections.items()
        for act in (
            Act("narasi.staf.save", rule, lambda s, w, t, k=kunci: narasi.save(
                s, w, UNIT, TAHUN, "TH", k, "Teks.", (), {}), kunci),
            Act("narasi.staf.revert", rule, lambda s, w, t, k=kunci: narasi.revert(
                s, w, UNIT, TAHUN, "TH", k, ()), kunci),
        )
    ]  # fmt: skip


PEJABAT = Pejabat("Kasi PMD", Peran.KASI, "BUDI", "9", "Penata", "PMD", mulai=date(2026, 1, 1), id="pmd")
REK = (UNIT, "PEM", TAHUN, 2)

ACTS: tuple[Act, ...] = (
    Act("akun.daftar.add", AKUN, lambda s, w, t: akun.add(s, w, f"a{next(_nomor)}", "A", "sandi-panjang", UNIT, Peran.ADMIN)),
    Act("akun.daftar.give_peran", AKUN, lambda s, w, t: akun.give_peran(s, w, "staf", UNIT, Peran.CAMAT, mulai=PER)),
    Act("akun.daftar.end_peran", AKUN, lambda s, w, t: akun.end_peran(s, w, "staf", UNIT, Peran.STAF, PER)),
    Act("akun.daftar.set_sandi", AKUN, lambda s, w, t: akun.set_sandi(s, w, "staf", "sandi-lain-lagi")),
    Act("akun.daftar.set_active", AKUN, lambda s, w, t: akun.set_active(s, w, "staf", aktif=False)),
    Act("akun.daftar.release", AKUN, lambda s, w, t: akun.release(s, w, "staf")),
    Act("akun.usul.add_proposed", AKUN, lambda s, w, t: usul.add_proposed(s, w, UNIT, [], PER)),
    Act("akun.faktor.remove", AKUN, lambda s, w, t: akun.faktor.remove(s, w, "staf")),
    Act("akun.faktor.enrol", EVERYBODY, lambda s, w, t: akun.faktor.enrol(s, w, "JBSWY3DPEHPK3PXP", "bukan")),
    Act("akun.faktor.renew_codes", EVERYBODY, lambda s, w, t: akun.faktor.renew_codes(s, w, "bukan")),
    Act("akun.kabar.know", EVERYBODY, lambda s, w, t: akun.kabar.know(s, w, UNIT, [1])),
    Act("akun.sesi.close_others", EVERYBODY, lambda s, w, t: akun.close_others(s, w, "ini")),
    Act("utuh.selesai.go_on", AKUN, lambda s, w, t: selesai.go_on(s, w, UNIT, "uji")),
    Act("utuh.selesai.clock_is_right", AKUN, lambda s, w, t: selesai.clock_is_right(s, w, UNIT, "uji")),
    *_runs(),
    Act("anggaran.kaitan.save_sasaran_program", RENCANA,
        lambda s, w, t: anggaran.save_sasaran_program(s, w, UNIT, TAHUN, [])),
    Act("anggaran.simpan.save", RENCANA, lambda s, w, t: anggaran.save(s, w, UNIT, TAHUN, Anggaran({}))),
    Act("anggaran.simpan.save_anggaran", RENCANA,
        lambda s, w, t: anggaran.save_anggaran(s, w, UNIT, TAHUN, "murni", "uji", {})),
    Act("anggaran.simpan.save_realisasi_anggaran", RENCANA,
        lambda s, w, t: anggaran.save_realisasi_anggaran(s, w, UNIT, TAHUN, 3, {})),
    Act("anggaran.simpan.save_nomenklatur", RENCANA,
        lambda s, w, t: anggaran.save_nomenklatur(s, w, UNIT, "uji", [Kode("7.01", "program", "A")])),
    Act("bukti.add", of_pem(Izin.UNGGAH), lambda s, w, t: bukti.add(
        s, w, UNIT, "IK-06", TAHUN, 2, Bukti("BA", date(2026, 6, 1)), "ba.pdf", pdf(str(next(_nomor))))),
    Act("bukti.remove", of_pem(Izin.UNGGAH), lambda s, w, t: bukti.remove(s, w, UNIT, "IK-06", TAHUN, 2, 1, "Keliru")),
    Act("dokumen.simpan.register", RENCANA, lambda s, w, t: dokumen.register(s, w, UNIT, replace(RKT, nomor="050/2"))),
    Act("dokumen.simpan.save_contents", RENCANA, lambda s, w, t: dokumen.save_contents(
        s, w, UNIT, replace(RKT, versi=1), [BarisDokumen("Indeks", target={TAHUN: Decimal(80)})])),
    Act("export.laporan.build", LAPORAN, lambda s, w, t: laporan.build(
        s, w, pilihan.of("TW1"), UNIT, 1999, "TW1", PER, PER)),
    Act("export.laporan.issue", LAPORAN, lambda s, w, t: laporan.issue(
        s, w, pilihan.of("TW1"), UNIT, 1999, "TW1", PER, PER)),
    Act("export.pekerjaan.start", LAPORAN, lambda s, w, t: pekerjaan.start(
        s, w, pilihan.of("TW1"), UNIT, 1999, "TW1", PER, PER, False).hasil.result()),
    Act("export.ringkasan.simpan.make", LAPORAN, lambda s, w, t: ringkasan.make(s, w, UNIT, 1999, "TW1")),
    Act("export.ringkasan.kerja.start", LAPORAN, lambda s, w, t: kerja.start(s, w, UNIT, 1999, "TW1").result()),
    Act("export.laporan.keep", LAPORAN, lambda s, w, t: laporan.keep(
        s, w, pilihan.of("TW1"), UNIT, 1999, "TW1", PER, PER)),
    Act("export.laporan_triwulan.build", LAPORAN, lambda s, w, t: laporan_triwulan.build(
        s, w, UNIT, 1999, "TW1", PER, PER)),
    Act("export.laporan_semester.build", LAPORAN, lambda s, w, t: laporan_semester.build(
        s, w, UNIT, 1999, "SM1", PER, PER)),
    Act("export.laporan_tahunan.build", LAPORAN, lambda s, w, t: laporan_tahunan.build(
        s, w, UNIT, 1999, "TH", PER, PER)),
    Act("kiriman.submit", of_pem(Izin.UNGGAH), lambda s, w, t: kiriman.submit(s, w, *REK)),
    Act("kiriman.submit_each", of_pem(Izin.UNGGAH), lambda s, w, t: kiriman.submit_each(s, {"PEM": w}, UNIT, TAHUN, 2)),
    Act("kiriman.confirm_each", of_pem(Izin.BENARKAN), lambda s, w, t: kiriman.confirm_each(
        s, {"PEM": w}, UNIT, TAHUN, 2)),
    Act("kiriman.confirm", of_pem(Izin.BENARKAN), lambda s, w, t: kiriman.confirm(s, w, *REK)),
    Act("kiriman.confirm_all", of_pem(Izin.BENARKAN), lambda s, w, t: kiriman.confirm_all(s, w, UNIT, TAHUN, 2, "PEM")),
    Act("kiriman.send_back", of_pem(Izin.BENARKAN), lambda s, w, t: kiriman.send_back(s, w, *REK, "Periksa")),
    *_narrative(),
    Act("pembanding.save", RENCANA, lambda s, w, t: pembanding.save(s, w, UNIT, TAHUN, [])),
    Act("pengaturan.kantor.add_bagian", PENGATURAN, lambda s, w, t: pengaturan.add_bagian(
        s, w, UNIT, Bagian("BARU", "Seksi Baru", "seksi"))),
    Act("pengaturan.kantor.rename_bagian", PENGATURAN, lambda s, w, t: pengaturan.rename_bagian(
        s, w, UNIT, "PEM", "Seksi Tata Pemerintahan")),
    Act("pengaturan.kantor.set_identity", PENGATURAN, lambda s, w, t: pengaturan.set_identity(
        s, w, pengaturan.identity(s, UNIT))),
    Act("pengaturan.kantor.set_up_office", PENGATURAN, lambda s, w, t: pengaturan.set_up_office(
        s, w, pengaturan.identity(s, UNIT), [], [])),
    Act("pengaturan.lambang_kantor.set_lambang", PENGATURAN, lambda s, w, t: pengaturan.set_lambang(s, w, UNIT, png())),
    Act("pengaturan.register.add_pejabat", PENGATURAN, lambda s, w, t: pengaturan.add_pejabat(s, w, UNIT, PEJABAT)),
    Act("pengaturan.register.end_pejabat", PENGATURAN, lambda s, w, t: pengaturan.end_pejabat(s, w, UNIT, "umum", PER)),
    Act("cadangan.kerja.by_hand", AKUN, lambda s, w, t: cadangan.by_hand(s, w, UNIT)),
    Act("cadangan.kerja.start", AKUN, lambda s, w, t: cadangan.start(s, w, UNIT).hasil.result(60)),
    Act("cadangan.kerja.try_out", AKUN, lambda s, w, t: cadangan.try_out(s, w, UNIT, "lain.zip")),
    Act("cadangan.kerja.take", AKUN, lambda s, w, t: cadangan.take(s, w, UNIT, "lain.zip")),
    Act("cadangan.setelan.set_setting", AKUN, lambda s, w, t: cadangan.set_setting(s, w, UNIT, 21, "")),
    Act("pengaturan.setelan.set_setting", PENGATURAN, lambda s, w, t: pengaturan.set_setting(
        s, w, UNIT, "target_nol", TAHUN, "0")),
    Act("pengaturan.triwulan_awal.set_awal", PENGATURAN, lambda s, w, t: pengaturan.set_awal(
        s, w, UNIT, pengaturan.Awal(TAHUN - 1, 1), "Dipasang lebih awal")),
    Act("pengaturan.skala.set_kategori", PENGATURAN, lambda s, w, t: pengaturan.set_kategori(
        s, w, UNIT, TAHUN, pengaturan.KATEGORI[:3], "Peraturan Bupati")),
    Act("rekap.save_realisasi", of_pem(Izin.UNGGAH), lambda s, w, t: rekap.save_realisasi(
        s, w, UNIT, TAHUN, 2, change(s, t))),
    Act("rekap.type_realisasi", of_pem(Izin.UNGGAH), lambda s, w, t: rekap.type_realisasi(
        s, w, UNIT, TAHUN, 2, Realisasi("IK-06", nilai=Decimal(71)), 1)),
    Act("rencana.rumus.choose_rumus", RENCANA, lambda s, w, t: rencana.choose_rumus(
        s, w, UNIT, "IK-06", TAHUN, rencana.indikator(s, UNIT, TAHUN)["IK-06"].rumus, "Pedoman")),
    Act("rencana.simpan.save", RENCANA, lambda s, w, t: rencana.save(s, w, UNIT, TAHUN, Rencana(PkVersion(1), ()))),
    Act("rencana.simpan.save_target_set", RENCANA,
        lambda s, w, t: rencana.save_target_set(s, w, UNIT, TAHUN, PkVersion(1), [])),
    Act("rencana.simpan.save_indikator", RENCANA, lambda s, w, t: rencana.save_indikator(
        s, w, UNIT, rencana.indikator(s, UNIT, TAHUN)["IK-06"])),
    Act("rencana.simpan.save_sasaran", RENCANA, lambda s, w, t: rencana.save_sasaran(
        s, w, UNIT, Sasaran("S9", "Baru", "camat", TAHUN))),
    Act("rencana.simpan.save_tujuan", RENCANA, lambda s, w, t: rencana.save_tujuan(s, w, UNIT, Tujuan("T9", "B", TAHUN))),
    Act("rencana.tahun_baru.carry_over", RENCANA, lambda s, w, t: rencana.carry_over(s, w, UNIT, TAHUN + 1, [])),
    Act("sop.arahan.direct", DISPOSISI, lambda s, w, t: arahan.direct(
        s, w, UNIT, meeting(s), "Perbaiki", "pem", date(2026, 5, 4))),
    Act("sop.arahan.carry_out", either(DISPOSISI, KASI_PEM), lambda s, w, t: arahan.carry_out(
        s, w, UNIT, direction(s, t), "Sudah"), "selesai"),
    Act("sop.arahan.carry_out", DISPOSISI, lambda s, w, t: arahan.carry_out(
        s, w, UNIT, direction(s, t), "Belum", selesai=False), "buka kembali"),
    Act("dasbor.tindakan.grant", office_wide(Izin.REKAP, Izin.SAHKAN), lambda s, w, t: tindakan.grant(
        s, w, UNIT, TAHUN, (("PEM", 2),), date(2026, 7, 20), "Banjir")),
    Act("dasbor.tindakan.reprimand", BERTANDA, lambda s, w, t: tindakan.reprimand(
        s, w, UNIT, TAHUN, (("PEM", 2),), "Kirimkan.", 3, PER)),
    Act("dasbor.tindakan.direct", BERTANDA, lambda s, w, t: tindakan.direct(
        s, w, UNIT, TAHUN, "TW2", "PEM", "Arahan", "Perbaiki data desa.", 5, PER)),
    Act("dasbor.tindakan.settle", KASI_PEM, lambda s, w, t: tindakan.settle(s, w, UNIT, (2026, 1), "Selesai")),
    Act("sop.dispensasi.grant", office_wide(Izin.REKAP, Izin.SAHKAN), lambda s, w, t: dispensasi.grant(
        s, w, UNIT, "PEM", TAHUN, 2, date(2026, 7, 20), "Banjir")),
    Act("sop.disposisi.issue", holds(Peran.CAMAT), lambda s, w, t: disposisi.issue(
        s, w, UNIT, order(camat(s).id, kepada_pejabat="sekcam")), "atas nama Camat"),
    Act("sop.disposisi.issue", holds(Peran.SEKCAM), lambda s, w, t: disposisi.issue(
        s, w, UNIT, order("sekcam", kepada_pejabat="ren")), "atas nama Sekcam"),
    Act("sop.disposisi.issue", lambda t: False, lambda s, w, t: disposisi.issue(
        s, w, UNIT, order("sekcam", kepada_pejabat="ren"), (2026, 1)), "meneruskan milik orang lain"),
    Act("sop.disposisi.receive", KASI_PEM, lambda s, w, t: disposisi.receive(s, w, UNIT, 2026, 1)),
    Act("sop.disposisi.finish", KASI_PEM, lambda s, w, t: disposisi.finish(s, w, UNIT, 2026, 1, "Selesai")),
    Act("sop.foto.add", DISPOSISI, lambda s, w, t: foto.add(s, w, UNIT, meeting(s), "a.png", png(warna=next(_nomor) % 250))),
    Act("sop.kalender.add_holiday", PENGATURAN, lambda s, w, t: kalender.add_holiday(
        s, w, UNIT, kalender.Libur(date(2026, 8, 18), "Cuti", "daerah"), "SE 1")),
    Act("sop.kalender.remove_holiday", PENGATURAN, lambda s, w, t: kalender.remove_holiday(
        s, w, UNIT, date(2026, 8, 17), "SE 2")),
    Act("sop.kalender.fill_year", PENGATURAN, lambda s, w, t: kalender.fill_year(s, w, UNIT, 2026)),
    Act("sop.kalender.set_hours", PENGATURAN, lambda s, w, t: kalender.set_hours(
        s, w, UNIT, date(2026, 7, 1), kalender.JAM_BAWAAN, "SE 3")),
    Act("sop.langkah.save", PENGATURAN, lambda s, w, t: langkah.save(
        s, w, UNIT, replace(langkah.current(s, UNIT), nama="SOP Baru"), "Evaluasi")),
    Act("sop.pertanyaan.answer", PENGATURAN, lambda s, w, t: pertanyaan.answer(s, w, UNIT, "hari", "Hari kerja")),
    Act("sop.sosialisasi.invite", DISPOSISI, lambda s, w, t: sosialisasi.invite(s, w, UNIT, plan(s))),
    Act("sop.sosialisasi.record", DISPOSISI, lambda s, w, t: sosialisasi.record(s, w, UNIT, meeting(s, "TW2"))),
    Act("sop.sosialisasi.cancel", DISPOSISI, lambda s, w, t: sosialisasi.cancel(s, w, UNIT, meeting(s, "TW2"), "Banjir")),
    Act("unggah.anggaran.baca.save", RENCANA, lambda s, w, t: unggah_anggaran.save(s, w, read("anggaran"))),
    Act("unggah.dokumen.baca.save", RENCANA, lambda s, w, t: unggah_dokumen.save(s, w, read("dokumen"))),
    Act("unggah.berkas.dokumen.register", RENCANA, lambda s, w, t: dokumen_berkas.register(
        s, w, UNIT, replace(RKT, nomor="050/3"), "rkt.pdf", pdf("RKT"))),
    Act("unggah.pembanding.baca.save", RENCANA, lambda s, w, t: unggah_pembanding.save(s, w, read("pembanding"))),
    Act("unggah.kaitan.baca.save", RENCANA, lambda s, w, t: kaitan.save(s, w, read("kaitan"))),
    Act("unggah.rencana.baca.save", RENCANA, lambda s, w, t: unggah_rencana.save(s, w, read("rencana"))),
    Act("unggah.profil.keep", of_pem(Izin.UNGGAH), lambda s, w, t: profil.keep(s, w, read("realisasi"), {}, "realisasi")),
    Act("unggah.profil.keep", RENCANA, lambda s, w, t: profil.keep(s, w, read("anggaran"), {}, "anggaran"), "anggaran"),
    Act("unggah.profil.rename", RENCANA, lambda s, w, t: profil.rename(s, w, UNIT, 1, "Milik kantor")),
    Act("unggah.profil.remove", RENCANA, lambda s, w, t: profil.remove(s, w, UNIT, 1)),
    Act("unggah.realisasi.baca.save", of_pem(Izin.UNGGAH), lambda s, w, t: unggah_realisasi.save(s, w, uploaded(s, t))),
)  # fmt: skip
