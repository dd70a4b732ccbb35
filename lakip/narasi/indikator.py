"""The paragraphs of one indikator: how it stands, against what, why, and what to do."""

from collections.abc import Iterator

from lakip.formatting import half_up, terbilang
from lakip.indikator import Metode
from lakip.narasi import pola
from lakip.narasi.arah import Gerak, Hasil, Mutu, arah, asked, gerak, hasil, is_judged, is_same, meets, mutu, peringkat
from lakip.narasi.fakta import Fakta, Row
from lakip.narasi.isi import Alinea, Celah
from lakip.narasi.kalimat import alamat, alinea, butir, celah, deret, frasa, kata, ref
from lakip.narasi.rujukan import of_money
from lakip.pembanding import CAKUPAN_NAMA
from lakip.periode import PERIODE, ROMAWI

Bagian = str | tuple[str, Celah]
JAUH = 120  # a target passed by so much is looked at again (domain.md 7.1, row 10)
# Their figure of a part of the year is no position towards an annual target.
SEBAGIAN = (Metode.JUMLAH, Metode.KUMULATIF)
UCAPAN = ("faktor_pendukung", "faktor_penghambat", "tindak_lanjut")
JUDUL = (
    "Capaian",
    "Perbandingan antartahun",
    "Target jangka menengah",
    "Pembanding",
    "Penyebab dan upaya",
    "Rekomendasi",
)


def paragraphs(fakta: Fakta, kode: str) -> Iterator[Alinea]:
    """At most one for each of JUDUL, in that order."""
    now = fakta.kini[kode]
    writers = (standing, years, renstra, compared, causes, advice)
    for judul, write in zip(JUDUL, writers, strict=True):
        if made := alinea(judul, write(fakta, now)):
            yield made


def standing(fakta: Fakta, now: Row) -> Iterator[Bagian]:
    """Realisasi against target, capaian and kategori; or why there is none."""
    kode, way, result = now["kode"], arah(now), hasil(now)
    words = _words(fakta, now)
    if result is None:
        yield pola.TANPA_CAPAIAN[now["alasan"]].format(**words)
        yield from _unfinished(fakta, now)
        return
    if not is_judged(now):
        plan = pola.CAPAIAN_SEMENTARA
    else:
        plan = pola.CAPAIAN_NOL[result] if now["target"] == 0 else pola.CAPAIAN[way, result]
    yield plan.format(**words)
    if fakta.lain[kode]["pembilang"] is not None and fakta.kartu[kode]["label_pembilang"]:
        yield pola.PASANGAN.format(**words)
    year = _assessed(fakta, kode)
    if year is not None and year != fakta.tahun:
        yield pola.TAHUN_PENILAIAN.format(tahun_penilaian=year)
    if is_judged(now):
        yield pola.NILAI[way].format(**words)
    else:
        yield pola.NILAI_SEMENTARA.format(**words)
        yield from _unfinished(fakta, now)


def years(fakta: Fakta, now: Row) -> Iterator[Bagian]:
    """Against the tahun before, over three years, and against the periode before."""
    if now["realisasi"] is None:
        return
    if now["sementara"]:
        yield pola.BANDING_SEMENTARA
        return
    kode, last = now["kode"], fakta.lalu(now["kode"])
    words = {"waktu_lalu": fakta.waktu(fakta.tahun - 1), "selisih": ref(f"{kode}.selisih_tahun_lalu")}
    if last is None:
        yield from _without_last(fakta, now, words)
    elif not is_same(now, last):
        yield pola.TAHUN_LALU_BERBEDA.format(**words)
    elif last["sementara"]:
        yield pola.TAHUN_LALU_SEMENTARA.format(**words)
    else:
        moved = gerak([last["realisasi"], now["realisasi"]], now["desimal"])
        quality = mutu(now, last)
        jarak = pola.JARAK[quality] if quality else ""
        yield pola.TAHUN_LALU[arah(now), moved].format(**words, jarak=jarak)
        yield from _series(fakta, now)
    yield from _before(fakta, now)


def _without_last(fakta: Fakta, now: Row, words: dict[str, str]) -> Iterator[str]:
    """Against the condition before the first tahun, where the card has one; of the tahun before only if it is of it."""
    kode, start = now["kode"], fakta.awal(now["kode"])
    if start is None or start["baseline_tahun"] != fakta.tahun - 1:
        yield pola.TANPA_TAHUN_LALU.format(**words)
    if start is not None:
        tahun = start["baseline_tahun"]
        moved = gerak([start["realisasi"], now["realisasi"]], now["desimal"])
        than = pola.AWAL[tahun is not None].format(tahun=tahun)
        yield pola.TAHUN_LALU[arah(now), moved].format(waktu_lalu=than, selisih=ref(f"{kode}.selisih_awal"), jarak="")
        yield pola.KONDISI_AWAL.format(awal=ref(f"{kode}.kondisi_awal"))


def renstra(fakta: Fakta, now: Row) -> Iterator[Bagian]:
    """Towards the last target of the Renstra."""
    kode, other = now["kode"], fakta.lain[now["kode"]]
    if now["realisasi"] is None or now["sementara"]:
        return
    if other["target_renstra"] is None:
        if now["jenjang"] == "camat" and now["iku"]:
            pesan = f"target akhir Renstra {kode}"
            yield "Perbandingan dengan target jangka menengah belum dapat disajikan."
            yield celah(f"indikator:{kode}", pesan, alamat(fakta, "acuan"))
        return
    words = {
        "tahun_renstra": other["tahun_renstra"],
        "target_renstra": ref(f"{kode}.target_renstra"),
        "selisih": ref(f"{kode}.selisih_renstra"),
        "kemajuan": ref(f"{kode}.kemajuan_renstra"),
        "waktu": fakta.waktu(),
    }
    if fakta.periode.kode != "TH" and Metode(now["metode"]) in SEBAGIAN:
        yield pola.RENSTRA_TAHUNAN.format(**words)
    else:
        yield pola.RENSTRA[arah(now), meets(now, other["target_renstra"])].format(**words)


def compared(fakta: Fakta, now: Row) -> Iterator[Bagian]:
    """Against kabupaten, provinsi and nasional, with their sources."""
    if now["realisasi"] is None or now["sementara"] or now["jenjang"] != "camat":
        return
    rows = fakta.banding.get(now["kode"], ())
    if not rows:
        yield pola.TANPA_BANDING
        return
    said = []
    for row in rows:
        moved = gerak([row["nilai"], now["realisasi"]], now["desimal"])
        said.append(
            pola.BANDING[moved, True].format(
                selisih=ref(f"{now['kode']}.selisih_{row['cakupan']}"),
                cakupan=f"angka {CAKUPAN_NAMA[row['cakupan']].lower()}",
                angka=ref(f"{now['kode']}.{row['cakupan']}"),
                sumber=kata(row["sumber"]).rstrip("."),
            )
        )
    yield pola.BANDING_KALIMAT.format(nama="kecamatan", deret="; ".join(said))


def causes(fakta: Fakta, now: Row) -> Iterator[Bagian]:
    """What helped, what hindered, what was done: the words of the bagian, one time each."""
    result, kode = hasil(now), now["kode"]
    helped, hindered, done = (told(fakta, kode, kolom) for kolom in UCAPAN)
    if result is None or not is_judged(now):
        yield from _noted(helped, hindered, done)
        return
    plans = (pola.PENDUKUNG[result], pola.PENGHAMBAT[result], pola.UPAYA)
    for kolom, said, plan in zip(UCAPAN, (helped, hindered, done), plans, strict=True):
        if said:
            yield plan.format(isi=butir(said))
        elif kolom in asked(now):
            yield _gap(fakta, now, f"{kolom.replace('_', ' ')} {kode}")


def _noted(helped: list[str], hindered: list[str], done: list[str]) -> Iterator[str]:
    """The same words where there is no success or failure to explain yet."""
    plans = (pola.PENDUKUNG_SEMENTARA, pola.PENGHAMBAT_SEMENTARA, pola.UPAYA)
    for said, plan in zip((helped, hindered, done), plans, strict=True):
        if said:
            yield plan.format(isi=butir(said))


def advice(fakta: Fakta, now: Row) -> Iterator[Bagian]:
    """What the bagian should do next."""
    result = hasil(now)
    words = {"bagian": fakta.nama_bagian(now["bagian"])}
    if not is_judged(now):
        if now["alasan"] == "tidak_tersedia":
            yield pola.SARAN_TANPA_DATA.format(**words)
        return
    if result is Hasil.KURANG:
        yield pola.SARAN_KURANG[peringkat(fakta, now)].format(**words)
        return
    quality = _quality(fakta, now)
    if quality is not Mutu.MENURUN and not told(fakta, now["kode"], "faktor_pendukung"):
        quality = None  # nobody knows yet what there is to keep up
    yield pola.SARAN_TERCAPAI[quality].format(**words)
    if half_up(now["capaian_persen"], 2) > JAUH:
        yield pola.SARAN_JAUH


def told(fakta: Fakta, kode: str, kolom: str) -> list[str]:
    """What a bagian wrote in a column over the quarters of the periode, each time once, as clauses."""
    said = (frasa(r[kolom]) for r in fakta.ucapan.get(kode, ()) if r[kolom] and r[kolom].strip())
    return list(dict.fromkeys(said))


# ---------------------------------------------------------------- inside


def _words(fakta: Fakta, now: Row) -> dict[str, str]:
    kode, card = now["kode"], fakta.kartu[now["kode"]]
    figures = ("realisasi", "target", "capaian", "kategori", "pembilang", "penyebut")
    due = [n for n in (1, 2, 3, 4) if card[f"target_tw{n}"] is not None and n > fakta.triwulan]
    reasons = [
        kata(r["alasan"]) for r in fakta.ucapan.get(kode, ()) if r["keadaan"] == "tidak_tersedia" and r["alasan"]
    ]
    return {
        **{name: ref(f"{kode}.{name}") for name in figures},
        "nama": kata(now["nama"]),
        "waktu": fakta.waktu(),
        "label_pembilang": frasa(card["label_pembilang"] or "pembilang"),
        "label_penyebut": frasa(card["label_penyebut"] or "penyebut"),
        "sebesar": "sebesar" if of_money(fakta, kode) else "sebanyak",
        "jadwal": f"; pengukurannya dijadwalkan pada Triwulan {ROMAWI[due[0]]}" if due else "",
        "alasan": f" dengan alasan {frasa('; '.join(dict.fromkeys(reasons)))}" if reasons else "",
    }


def _unfinished(fakta: Fakta, now: Row) -> Iterator[Bagian]:
    """Quarters still to be filled or confirmed, as gaps."""
    kode, saved = now["kode"], {r["triwulan"] for r in fakta.ucapan.get(now["kode"], ())}
    card = fakta.kartu[kode]
    due = [n for n in fakta.periode.triwulan if card[f"target_tw{n}"] is not None]
    if empty := [n for n in due if n not in saved]:
        which = deret([ROMAWI[n] for n in empty])
        yield _gap(fakta, now, f"realisasi {kode} Triwulan {which}")
    elif now["dibenarkan"] < now["terisi"]:
        where = alamat(fakta, "alur", bagian=now["bagian"])
        yield celah(f"indikator:{kode}", f"pembenaran Kasi atas realisasi {kode}", where)


def _gap(fakta: Fakta, now: Row, pesan: str) -> tuple[str, Celah]:
    return celah(f"indikator:{now['kode']}", pesan, alamat(fakta, "kartu", indikator=now["kode"]))


def _assessed(fakta: Fakta, kode: str) -> int | None:
    years = [r["tahun_penilaian"] for r in fakta.ucapan.get(kode, ()) if r["tahun_penilaian"] is not None]
    return years[-1] if years else None


def _series(fakta: Fakta, now: Row) -> Iterator[str]:
    """The figures of the years known, this one last."""
    kode = now["kode"]
    rows = [(t, fakta.lampau[t][kode]) for t in sorted(fakta.lampau) if kode in fakta.lampau[t]]
    known = [(t, r) for t, r in rows if r["realisasi"] is not None and not r["sementara"] and is_same(now, r)]
    whole = [*((t, f"{kode}.{t}.{fakta.periode.kode}", r) for t, r in known), (fakta.tahun, kode, now)]
    if any(r["capaian_persen"] is None for _, _, r in whole):
        return
    moved = gerak([r["realisasi"] for _, _, r in whole], now["desimal"])
    if len(whole) > 2:
        plan = pola.DERET_TETAP if moved is Gerak.TETAP else pola.DERET
    else:
        plan = pola.DERET_DUA_TETAP if moved is Gerak.TETAP else pola.DERET_DUA
    yield plan.format(
        realisasi=deret([f"{ref(f'{name}.realisasi')} ({t})" for t, name, _ in whole]),
        capaian=deret([ref(f"{name}.capaian") for _, name, _ in whole]),
        capaian_tahun=deret([f"{ref(f'{name}.capaian')} ({t})" for t, name, _ in whole]),
        banyak=terbilang(len(whole)),
        tren=pola.TREN[arah(now), moved],
    )


def _before(fakta: Fakta, now: Row) -> Iterator[str]:
    """Against the semester or triwulan before, for figures that are not running totals."""
    row = fakta.sebelum.get(now["kode"])
    if row is None or row["realisasi"] is None or row["sementara"] or now["metode"] == Metode.KUMULATIF:
        return
    yield pola.SEBELUM[gerak([row["realisasi"], now["realisasi"]], now["desimal"])].format(
        waktu_sebelum=PERIODE[row["periode"]].nama,
        sebelum=ref(f"{now['kode']}.{fakta.tahun}.{row['periode']}.realisasi"),
        selisih=ref(f"{now['kode']}.selisih_lalu"),
    )


def _quality(fakta: Fakta, now: Row) -> Mutu | None:
    last = fakta.lalu(now["kode"])
    if last is None or last["sementara"] or not is_same(now, last):
        return None
    return mutu(now, last)
