"""The paragraphs of one sasaran: the seven analyses that PermenPAN-RB 53/2014 asks for, in its order."""

from collections.abc import Iterator, Sequence

from lakip.anggaran import TINGKAT_NAMA
from lakip.formatting import angka, half_up, terbilang
from lakip.indikator import Metode
from lakip.narasi import pola
from lakip.narasi.arah import Gerak, Mutu, gerak, is_same, meets, mutu
from lakip.narasi.fakta import Fakta, Row
from lakip.narasi.hitungan import parted
from lakip.narasi.indikator import SEBAGIAN, Bagian, told
from lakip.narasi.isi import Alinea
from lakip.narasi.kalimat import alamat, alinea, butir, celah, deret, kata, ref
from lakip.pembanding import CAKUPAN_NAMA

JUDUL = (
    "Target dan realisasi tahun berjalan",
    "Perbandingan dengan tahun sebelumnya",
    "Perbandingan dengan target jangka menengah",
    "Perbandingan dengan standar atau angka lain",
    "Penyebab keberhasilan atau kegagalan dan alternatif solusi",
    "Efisiensi penggunaan sumber daya",
    "Program dan kegiatan penunjang",
)


def paragraphs(fakta: Fakta, kode: str) -> Iterator[Alinea]:
    rows = fakta.dari(kode)
    if not rows:
        return
    writers = (_reached, _years, _renstra, _compared, _causes, _efficiency, _programs)
    for judul, write in zip(JUDUL, writers, strict=True):
        if made := alinea(judul, write(fakta, kode, rows)):
            yield made


def n_words(rows: Sequence[object]) -> str:
    return terbilang(len(rows))


def of(row: Row, besaran: str) -> str:
    """One of its figures."""
    return ref(f"{row['kode']}.{besaran}")


def named(rows: Sequence[Row], figure: str | None = None) -> str:
    """Their names, with a figure in brackets."""
    return deret([kata(r["nama"]) + (f" ({of(r, figure)})" if figure else "") for r in rows])


# ---------------------------------------------------------------- inside


def _reached(fakta: Fakta, kode: str, rows: Sequence[Row]) -> Iterator[Bagian]:
    hit, missed, rest = parted(rows)
    yield pola.S_UKURAN.format(uraian=kata(fakta.sasaran[kode]["uraian"]), jumlah=n_words(rows))
    if not hit and not missed:
        yield pola.S_BELUM.format(waktu=fakta.waktu())
        return
    if len(rows) == 1:
        yield pola.S_SATU[bool(hit)]
        yield averages(fakta, kode, pola.S_RATA)
        return
    parts = []
    if hit:
        whole = pola.S_TERCAPAI_SEMUA if not missed and not rest else pola.S_TERCAPAI
        parts.append(whole.format(n=n_words(hit)))
    if missed:
        whole = pola.S_KURANG_SEMUA if not hit and not rest else pola.S_KURANG
        parts.append(whole.format(n=n_words(missed), nama=named(missed, "capaian")))
    alone = pola.S_DINILAI_SATU if len(parts) == 1 else pola.S_DINILAI_SEMUA
    plan = pola.S_DINILAI if rest else alone
    yield plan.format(dinilai=n_words([*hit, *missed]), rincian=" dan ".join(parts), sisa=named(rest))
    yield averages(fakta, kode, pola.S_RATA)


def averages(fakta: Fakta, kode: str | None, plan: str) -> str:
    """The averages of a sasaran, or of all, with their kategori; empty before there are any."""
    row, subjek, batas = fakta.rata.get(kode), kode or "semua", fakta.berlaku.batas_rata_rata
    if row is None or row["tanpa_batas"] is None:
        return ""
    if batas is None:
        capped = ""
    elif half_up(row["tanpa_batas"], 2) == half_up(row["dengan_batas"], 2):
        capped = pola.S_BATAS_SAMA.format(batas=angka(batas))
    else:
        capped = pola.S_BATAS.format(nilai=ref(f"rata.{subjek}.dengan_batas"), batas=angka(batas))
    figures = {name: ref(f"rata.{subjek}.{name}") for name in ("tanpa_batas", "kategori")}
    return plan.format(**figures, dengan_batas=capped)


def _years(fakta: Fakta, kode: str, rows: Sequence[Row]) -> Iterator[Bagian]:
    words = {"waktu_lalu": fakta.waktu(fakta.tahun - 1), "waktu": fakta.waktu()}
    known = [r for r in rows if _before(fakta, r)]
    by = moved(fakta, rows)
    if not by:
        waits = any(r["sementara"] for r in rows if r["berlaku"])
        plan = pola.S_GERAK_SEMENTARA if waits else pola.S_GERAK_BERBEDA if known else pola.S_GERAK_KOSONG
        yield plan.format(**words)
        return
    told_ = [pola.S_GERAK[m].format(n=n_words(by[m]), nama=named(by[m])) for m in Mutu if by.get(m)]
    if by.get(None):
        told_.append(pola.S_GERAK_TANPA_TARGET.format(**words, nama=named(by[None])))
    if all(fakta.lalu(r["kode"]) is None for r in known):
        words["waktu_lalu"] = pola.AWAL[True].format(tahun=fakta.tahun - 1)
    yield pola.S_GERAK_KALIMAT.format(**words, deret=deret(told_) if len(told_) < 2 else "; ".join(told_))
    now, last = fakta.rata.get(kode), fakta.rata_lampau.get(kode)
    if now is None or last is None or now["tanpa_batas"] is None or last["tanpa_batas"] is None:
        return
    way = gerak([last["tanpa_batas"], now["tanpa_batas"]], 2)
    figures = {
        "lalu": ref(f"rata.{fakta.tahun - 1}.{fakta.periode.kode}.{kode}.tanpa_batas"),
        "kini": ref(f"rata.{kode}.tanpa_batas"),
    }
    if way is Gerak.TETAP:
        yield pola.S_RATA_SAMA.format(**words, **figures)
    else:
        yield pola.S_RATA_LALU.format(gerak="meningkat" if way is Gerak.NAIK else "menurun", **figures)


def moved(fakta: Fakta, rows: Sequence[Row]) -> dict[Mutu | None, list[Row]]:
    """Those that can be held against the tahun before, by what became of them; None: no target says which way is
    better."""
    found: dict[Mutu | None, list[Row]] = {}
    for row in rows:
        last = _before(fakta, row)
        if last is None or row["realisasi"] is None or row["sementara"]:
            continue
        if fakta.lalu(row["kode"]) and (last["sementara"] or not is_same(row, last)):
            continue
        found.setdefault(mutu(row, last), []).append(row)
    return found


def _before(fakta: Fakta, row: Row) -> Row | None:
    """Its figure of the tahun before; of the first tahun the condition before it."""
    start = fakta.awal(row["kode"])
    return fakta.lalu(row["kode"]) or (start if start and start["baseline_tahun"] == fakta.tahun - 1 else None)


def _renstra(fakta: Fakta, kode: str, rows: Sequence[Row]) -> Iterator[Bagian]:
    firm = [r for r in rows if r["realisasi"] is not None and not r["sementara"]]
    planned = [r for r in firm if fakta.lain[r["kode"]]["target_renstra"] is not None]
    if fakta.periode.kode != "TH":
        planned = [r for r in planned if Metode(r["metode"]) not in SEBAGIAN]
    years = {r["tahun_renstra"] for r in (fakta.lain[r["kode"]] for r in rows) if r["tahun_renstra"]}
    if not years:
        if fakta.sasaran[kode]["jenjang"] == "camat":
            yield celah(f"sasaran:{kode}", f"target akhir Renstra sasaran {kode}", alamat(fakta, "acuan"))
        return
    tahun = max(years)
    if not planned:
        waits = any(r["sementara"] for r in rows)
        yield (pola.S_RENSTRA_SEMENTARA if waits else pola.S_RENSTRA_TAHUNAN).format(tahun=tahun)
        return
    done = [r for r in planned if meets(r, fakta.lain[r["kode"]]["target_renstra"])]
    left = [r for r in planned if r not in done]
    whole = len(planned) == sum(fakta.lain[r["kode"]]["target_renstra"] is not None for r in rows)
    words = {"tahun": tahun, "n": n_words(planned), "sudah": n_words(done), "belum": named(left, "kemajuan_renstra")}
    if not left:
        yield (pola.S_RENSTRA_SEMUA if whole else pola.S_RENSTRA_SEBAGIAN).format(**words)
    else:
        yield (pola.S_RENSTRA if done else pola.S_RENSTRA_BELUM).format(**words)


def _compared(fakta: Fakta, kode: str, rows: Sequence[Row]) -> Iterator[Bagian]:
    if fakta.sasaran[kode]["jenjang"] != "camat":
        return
    said = []
    for row in rows:
        others = fakta.banding.get(row["kode"], ())
        if row["realisasi"] is None or row["sementara"] or not others:
            continue
        parts = []
        for other in others:
            way = gerak([other["nilai"], row["realisasi"]], row["desimal"])
            word = {Gerak.NAIK: "di atas", Gerak.TURUN: "di bawah"}.get(way, "sama dengan")
            name = CAKUPAN_NAMA[other["cakupan"]].lower()
            parts.append(f"{word} angka {name} ({of(row, other['cakupan'])})")
        said.append(pola.S_BANDING.format(nama=f"{kata(row['nama'])} ({of(row, 'realisasi')})", deret=deret(parts)))
    yield f"{'; '.join(said)}." if said else pola.S_TANPA_BANDING


def _causes(fakta: Fakta, kode: str, rows: Sequence[Row]) -> Iterator[Bagian]:
    hit, missed, _ = parted(rows)
    good, bad, done = (
        _words(fakta, hit, "faktor_pendukung"),
        _words(fakta, missed, "faktor_penghambat"),
        _words(fakta, missed or rows, "tindak_lanjut"),
    )
    if good:
        yield pola.S_SEBAB_BAIK.format(isi=butir(good))
    elif hit:
        yield _untold(fakta, kode, "faktor pendukung", hit)
    if bad:
        yield pola.S_SEBAB_KURANG.format(isi=butir(bad))
    elif missed:
        yield _untold(fakta, kode, "faktor penghambat", missed)
    elif other := _words(fakta, hit, "faktor_penghambat"):
        yield pola.S_HAMBATAN.format(isi=butir(other))
    if done:
        yield pola.S_SOLUSI.format(isi=butir(done))
    if not (hit or missed or done):
        yield pola.S_SEBAB_BELUM


def _untold(fakta: Fakta, kode: str, apa: str, rows: Sequence[Row]) -> Bagian:
    codes = ", ".join(r["kode"] for r in rows)
    return celah(f"sasaran:{kode}", f"{apa} {codes}", alamat(fakta, "kartu", indikator=rows[0]["kode"]))


def _words(fakta: Fakta, rows: Sequence[Row], kolom: str) -> list[str]:
    return list(dict.fromkeys(w for r in rows for w in told(fakta, r["kode"], kolom)))


def _efficiency(fakta: Fakta, kode: str, rows: Sequence[Row]) -> Iterator[Bagian]:
    yield from efficiency(fakta, fakta.uang.get(kode), kode, "sasaran ini")


def efficiency(fakta: Fakta, row: Row | None, kode: str, apa: str) -> Iterator[Bagian]:
    """Of one sasaran or program: its band, or why it has none."""
    if row is None:
        return
    words = {
        "apa": apa,
        "waktu": fakta.waktu(),
        "sampai": fakta.sampai,
        **{name: ref(f"uang.{kode}.{name}") for name in ("capaian", "serapan", "efisiensi")},
    }
    if row["alasan"] is None:
        yield pola.EFISIENSI[row["efisiensi"]].format(**words)
        return
    reason = row["alasan"]
    if reason == "belum_akhir_tahun" and row["serapan_persen"] is None:
        reason = "realisasi_belum_lengkap"
    yield pola.TANPA_EFISIENSI[reason].format(**words)
    if reason in ("tanpa_kaitan", "realisasi_belum_lengkap"):
        what = "kaitan dengan anggaran" if reason == "tanpa_kaitan" else "realisasi anggaran"
        yield celah(f"sasaran:{kode}", f"{what} {kode}", alamat(fakta, "acuan"))


def _programs(fakta: Fakta, kode: str, rows: Sequence[Row]) -> Iterator[Bagian]:
    nodes = [fakta.pohon[k] for k in fakta.kaitan.get(kode, ()) if k in fakta.pohon]
    if not nodes:
        if fakta.sasaran[kode]["jenjang"] == "camat":
            yield celah(f"sasaran:{kode}", f"program pendukung sasaran {kode}", alamat(fakta, "acuan"))
        return
    level = TINGKAT_NAMA[nodes[0]["jenjang"]].lower()
    yield pola.S_PROGRAM.format(banyak=n_words(nodes), tingkat=level, deret=butir([_program(n) for n in nodes]))
    money = fakta.uang.get(kode)
    whole = sum(n["pagu_rupiah"] or 0 for n in nodes)
    if money and money["serapan_persen"] is not None and (len(nodes) > 1 or money["pagu_rupiah"] != whole):
        yield pola.S_PORSI.format(
            pagu=ref(f"uang.{kode}.pagu"),
            realisasi=ref(f"uang.{kode}.realisasi_sd"),
            serapan=ref(f"uang.{kode}.serapan"),
        )


def _program(node: Row) -> str:
    figures = {name: ref(f"uang.{node['kode']}.{name}") for name in ("pagu", "serapan")}
    figures |= {"nama": title(node["nama"]), "realisasi": ref(f"uang.{node['kode']}.realisasi_sd")}
    if not node["pagu_rupiah"]:
        return pola.S_PROGRAM_KOSONG.format(**figures)
    return (pola.S_PROGRAM_PAGU if node["realisasi_sd_rupiah"] is None else pola.S_PROGRAM_SATU).format(**figures)


def title(nama: str) -> str:
    """A name printed in capitals, as it stands in a sentence: "Program Penunjang Urusan Pemerintahan Daerah"."""
    said = kata(nama)
    if said != said.upper():
        return said
    small = {"dan", "atau", "di", "ke", "dari", "untuk", "serta", "pada", "yang", "kepada", "oleh"}
    words = [w.lower() if w.lower() in small else "/".join(p.capitalize() for p in w.split("/")) for w in said.split()]
    return " ".join(words)
