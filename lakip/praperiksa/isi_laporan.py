"""Checks of the report itself: the analyses of Bab III, money, narrative, signature, and what was done with it."""

from datetime import date

from lakip.akses import Peran
from lakip.anggaran import ALASAN_NAMA
from lakip.formatting import tanggal
from lakip.narasi.arah import asked
from lakip.pengaturan import pejabat_in_office
from lakip.periode import PERIODE
from lakip.praperiksa.catatan import Catatan
from lakip.praperiksa.isi import Jawaban, met, missing, unknown
from lakip.praperiksa.rencana_data import named

TAHUN_PEMBANDING = 2  # with the tahun itself three years (LKJ-006)
BAGIAN_LAPORAN = {"TH": ("SM1", "SM2"), "SM1": ("TW1", "TW2"), "SM2": ("TW3", "TW4")}
NASKAH = "naskah.py"


def judged(c: Catatan) -> Jawaban:
    """Target against realisasi: every measured indikator has a capaian that is not sementara."""
    measured = [r for r in c.capaian if r["berlaku"]]
    gaps = [r["kode"] for r in measured if r["sementara"] or r["alasan"] in ("belum_diisi", "belum_waktunya")]
    if gaps:
        return missing(
            f"{len(gaps)} dari {len(measured)} indikator seluruh jenjang yang diukur belum dinilai: {named(gaps)}.",
            "3_rekap.py",
        )
    return met(f"{len(measured)} indikator seluruh jenjang yang diukur mempunyai target, realisasi, dan capaian.")


def earlier(c: Catatan) -> Jawaban:
    years = c.years_before()
    if not years:
        return missing(f"Belum ada realisasi {c.periode.nama} tahun {c.tahun - 1} untuk dibandingkan.", "1_unggah.py")
    if len(years) < TAHUN_PEMBANDING:
        return met(
            f"Dibandingkan dengan tahun {years[0]}; baru satu tahun lalu yang tercatat, LKE menghargai tiga tahun."
        )
    return met(f"Dibandingkan dengan tahun {years[-1]} sampai {years[0]}.")


def midterm(c: Catatan) -> Jawaban:
    without = [k["kode"] for k in c.utama if (c.renstra.get(k["kode"]) or {}).get("target_akhir") is None]
    if without:
        return missing(f"Tanpa target akhir Renstra: {named(without)}.", "0_acuan.py")
    return met(f"{len(c.utama)} indikator Camat dibandingkan dengan target akhir Renstra.")


def benchmark(c: Catatan) -> Jawaban:
    having = {r["indikator"] for r in c.pembanding}
    own = [k["kode"] for k in c.utama]
    if not having.intersection(own):
        return unknown("Belum ada angka pembanding; bila memang tidak ada, laporan harus menyatakannya.", "0_acuan.py")
    rest = [kode for kode in own if kode not in having]
    return met(f"Pembanding tercatat untuk {named(k for k in own if k in having)}; {len(rest)} lainnya tanpa standar.")


def causes(c: Catatan) -> Jawaban:
    """Of each indikator that is judged: what helped, or what stood in the way."""
    groups = (("faktor_pendukung", "Mencapai target dan tanpa faktor pendukung"),
              ("faktor_penghambat", "Belum mencapai target dan tanpa penyebab"))  # fmt: skip
    silent = [f"{kata}: {named(found)}." for kolom, kata in groups if (found := _untold(c, kolom))]
    if silent:
        return missing(" ".join(silent), "1_unggah.py")
    judged = len(_asked(c, "faktor_pendukung")) + len(_asked(c, "faktor_penghambat"))
    return met(f"{judged} indikator seluruh jenjang dinilai, semuanya dengan penyebab berhasil atau belum berhasil.")


def efforts(c: Catatan) -> Jawaban:
    if silent := _untold(c, "tindak_lanjut"):
        return missing(f"Belum mencapai target dan tanpa tindak lanjut: {named(silent)}.", "1_unggah.py")
    missed = len(_asked(c, "tindak_lanjut"))
    return met(f"{missed} indikator seluruh jenjang belum mencapai target, semuanya dengan tindak lanjut.")


def _asked(c: Catatan, kolom: str) -> list[str]:
    return [r["kode"] for r in c.capaian if kolom in asked(r)]


def _untold(c: Catatan, kolom: str) -> list[str]:
    """Told in any quarter of the periode is told."""
    said = {r["indikator"] for r in c.realisasi if r[kolom]}
    return [kode for kode in _asked(c, kolom) if kode not in said]


def efficiency(c: Catatan) -> Jawaban:
    open_ = [r for r in c.per_sasaran if r["jenjang"] == "camat" and r["alasan"]]
    if open_:
        why = sorted({ALASAN_NAMA[r["alasan"]] for r in open_})
        return missing(
            f"Efisiensi belum dinilai ({', '.join(why)}): {named(r['sasaran'] for r in open_)}.", "3_rekap.py"
        )
    return met("Efisiensi dihitung per sasaran; capaian di bawah 100 % tidak dinilai efisien.")


def programs(c: Catatan) -> Jawaban:
    without = [r["sasaran"] for r in c.per_sasaran if r["jenjang"] == "camat" and r["pagu_rupiah"] is None]
    if without:
        return missing(f"Sasaran belum dikaitkan dengan program: {named(without)}.", "anggaran.py")
    return met("Setiap sasaran Camat dikaitkan dengan program penunjangnya.")


def money(c: Catatan) -> Jawaban:
    if c.total is None:
        return missing(f"Pagu anggaran tahun {c.tahun} belum diisi.", "anggaran.py")
    if c.total["belum_terisi"]:
        return missing(f"{c.total['belum_terisi']} realisasi anggaran triwulan belum diisi.", "1_unggah.py")
    return met("Pagu dan realisasi anggaran lengkap sampai sub kegiatan.")


def narrative(c: Catatan) -> Jawaban:
    gaps = [celah for naskah in c.naskah.values() for celah in naskah.celah]
    if gaps:
        kunci = len({g.kunci for g in gaps})
        return missing(f"{len(gaps)} celah pada {kunci} bagian narasi, misalnya: {gaps[0].pesan}.", NASKAH)
    if not c.naskah:
        return met("Laporan triwulan disusun dari angka dan ucapan bagian; tidak memuat narasi yang ditulis sendiri.")
    return met(f"{len(c.naskah)} bagian narasi terisi tanpa celah.")


def fresh(c: Catatan) -> Jawaban:
    """An official's own text above figures that moved."""
    stale = [n.judul for n in c.naskah.values() if n.basi]
    if stale:
        return missing(f"Angka dasar berubah sejak ditulis: {named(stale)}.", NASKAH)
    return met("Tidak ada narasi yang angka dasarnya berubah sejak ditulis.")


def explained(c: Catatan) -> Jawaban:
    """Each difference among the planning documents, on the report's own page about them."""
    if not c.perbedaan:
        return met("Tidak diperlukan: tidak ada perbedaan antar dokumen perencanaan.")
    said = c.naskah["selisih"]
    if said.celah:
        return missing(f"{len(said.celah)} penjelasan perbedaan antar dokumen belum ditulis atau belum tepat.", NASKAH)
    if said.basi:
        return missing("Dokumen perencanaan berubah sejak penjelasan perbedaannya ditulis.", NASKAH)
    return met(f"{len(c.perbedaan)} perbedaan antar dokumen perencanaan dijelaskan pada Bab II.")


def adjustment(c: Catatan) -> Jawaban:
    open_ = [n.judul for kunci, n in c.naskah.items() if kunci.startswith("penyesuaian") and n.celah]
    if open_:
        return missing(f"Belum diisi: {named(open_)}.", NASKAH)
    if not any(kunci.startswith("penyesuaian") for kunci in c.naskah):
        return unknown("Laporan periode ini tidak memuat bagian penyesuaian.", NASKAH)
    return met("Penyesuaian strategi, aktivitas, dan anggaran dijelaskan.")


def signed(c: Catatan) -> Jawaban:
    """Who signs and who initials, with NIP."""
    lacking = []
    for peran, kata in ((Peran.CAMAT, "Camat"), (Peran.SEKCAM, "Sekretaris Kecamatan"), (Peran.KASUBBAG, "Kasubbag")):
        who = pejabat_in_office(c.store, c.unit, peran, c.per)
        if who is None or not who.nip:
            lacking.append(kata if who is None else f"NIP {who.nama}")
    if lacking:
        return missing(f"Belum dicatat pada {tanggal(c.per)}: {', '.join(lacking)}.", "8_pengaturan.py")
    return met("Penanda tangan dan pemaraf tercatat dengan NIP.")


def periodical(c: Catatan) -> Jawaban:
    """The reports that this one is made of were approved."""
    parts = BAGIAN_LAPORAN.get(c.kode, ())
    open_ = [PERIODE[p].nama for p in parts if c.alur.get(p) != "disahkan"]
    if open_:
        return missing(f"Belum disahkan: {', '.join(open_)}.", "periode.py")
    return met(f"{' dan '.join(PERIODE[p].nama for p in parts)} sudah disahkan.")


def formal(c: Catatan) -> Jawaban:
    if c.alur.get(c.kode) == "disahkan":
        if not c.final:
            return missing("Periodenya sudah disahkan Camat, tetapi laporan finalnya belum disusun.", "6_laporan.py")
        return met(f"Laporan {c.periode.label(c.tahun)} sudah disahkan Camat, dan laporan finalnya disusun.")
    return missing(f"Laporan {c.periode.label(c.tahun)} belum disahkan Camat.", "periode.py")


def in_time(c: Catatan) -> Jawaban:
    """To the Bupati within two months of the year (53/2014 Lampiran II)."""
    until = date(c.tahun + 1, 3, 1)
    if c.alur.get(c.kode) == "disahkan":
        return unknown("Sudah disahkan; tanggal penyampaian kepada Bupati tidak dicatat di sini.")
    left = (until - c.per).days - 1
    if left < 0:
        return missing("Batas dua bulan setelah tahun berakhir sudah lewat.", "periode.py")
    return unknown(f"Belum disahkan; tersisa {left} hari sampai akhir Februari {c.tahun + 1}.", "periode.py")


def presented(c: Catatan) -> Jawaban:
    """Attendance, minutes and directions, as CLAP003.1 asks by name."""
    one = c.sosialisasi
    if one is None:
        return missing(f"Sosialisasi {c.periode.label(c.tahun)} belum dilaksanakan dan dicatat.", "sosialisasi.py")
    came = sum(bool(p.hadir) for p in one.peserta)
    if not (came and one.notulen):
        return missing("Sosialisasi tercatat, tetapi daftar hadir atau notulennya belum.", "sosialisasi.py")
    return met(f"Disosialisasikan {tanggal(one.hari)}, dihadiri {came} orang, dengan notulen.")


def followed(c: Catatan) -> Jawaban:
    if not c.arahan:
        return unknown("Belum ada arahan pimpinan dari sosialisasi sebelumnya.", "sosialisasi.py")
    open_ = sum(not r["selesai"] for r in c.arahan)
    if open_:
        return missing(f"{open_} dari {len(c.arahan)} arahan pimpinan belum selesai ditindaklanjuti.", "sosialisasi.py")
    return met(f"{len(c.arahan)} arahan pimpinan sudah ditindaklanjuti.")


def formulas(c: Catatan) -> Jawaban:
    return met("Rumus, skala, dan kaidah pembulatan dicetak pada Bab III; sumber setiap angka pada lampiran.")


def monitored(c: Catatan) -> Jawaban:
    if c.total is None or not c.kartu:
        return missing("Formulir E.81 memerlukan pagu dan indikator tahun ini.", "0_acuan.py")
    return met("Formulir E.81 dan rekap Rencana Aksi dapat dibuat dari data yang tercatat.")
