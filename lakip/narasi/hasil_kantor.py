"""The sections about results of the whole office: summary, money, efficiency, conclusion, what to do next."""

from collections.abc import Iterable, Iterator, Sequence

from lakip.formatting import angka, half_up, tanggal
from lakip.narasi import pola_kantor as pola
from lakip.narasi.arah import is_judged
from lakip.narasi.fakta import Fakta, Row
from lakip.narasi.hitungan import CAMAT, count, others, parted, verdict
from lakip.narasi.indikator import Bagian, told
from lakip.narasi.isi import Alinea
from lakip.narasi.kalimat import alamat, alinea, butir, celah, frasa, kata, ref
from lakip.narasi.kantor import document_number, words
from lakip.narasi.sasaran import averages, n_words, named, title
from lakip.periode import ROMAWI

# Without judgement, and nothing that anybody could still complete.
SELESAI = ("belum_waktunya", "tanpa_target", "tidak_tersedia", "penyebut_nol")


def ikhtisar(fakta: Fakta) -> Iterator[Alinea]:
    rows = fakta.utama()
    yield from _one(_scope(fakta))
    yield from _one([*standing(fakta), *_provisional(rows)])
    yield from _one(_by_goal(fakta))
    _, missed, _ = parted(rows)
    if missed:
        yield Alinea("", pola.BELUM_TERCAPAI.format(deret=named(missed, "capaian")))
        yield from _one(_why(fakta, missed))
    yield from _one(_spent(fakta))


def standing(fakta: Fakta) -> Iterator[str]:
    """How many reached their target, and the average of all."""
    yield verdict(count(fakta.utama()), CAMAT, words(fakta))
    if said := averages(fakta, None, pola.RATA):
        yield said


def anggaran(fakta: Fakta) -> Iterator[Alinea]:
    """Spending against the budget, against the cash plan, and where it is highest and lowest."""
    yield from _one(_budget(fakta))


def efisiensi(fakta: Fakta) -> Iterator[Alinea]:
    """Told only at the end of a tahun and only where capaian is reached (domain.md 3.8)."""
    rows = [r for r in fakta.uang.values() if r["jenjang"] == "camat"]
    if fakta.triwulan < 4:
        shares = [
            f"{frasa(r['uraian'])} ({ref(_money(r, 'serapan'))})" for r in rows if r["serapan_persen"] is not None
        ]
        if shares:
            yield Alinea("", pola.EFISIENSI_AKHIR.format(waktu=fakta.waktu(), sampai=fakta.sampai, deret=butir(shares)))
        return
    parts: list[Bagian] = [pola.EFISIENSI_KAIDAH]
    for band in ("efisien", "cukup efisien", "tidak efisien"):
        if of := [r for r in rows if r["alasan"] is None and r["efisiensi"] == band]:
            parts.append(pola.EFISIENSI_BAND.format(band=band, deret=_goals(of, "efisiensi")))
    if low := [r for r in rows if r["alasan"] is None and r["efisiensi"] == "tidak dinilai efisien"]:
        parts.append(pola.EFISIENSI_TIDAK.format(deret=_goals(low, "capaian")))
    if unknown := [r for r in rows if r["alasan"] is not None]:
        parts.append(pola.EFISIENSI_BELUM.format(deret=_goals(unknown)))
    yield from _one(parts)


def strategi(fakta: Fakta) -> Iterator[Alinea]:
    """Which goals go first from now on, the changed agreement, the Camat's directions."""
    _, missed, _ = parted(fakta.utama())
    parts: list[Bagian] = [
        pola.STRATEGI.format(waktu=fakta.waktu(), deret=named(missed, "capaian"))
        if missed
        else pola.STRATEGI_TETAP.format(waktu=fakta.waktu())
    ]
    if fakta.pk is not None and fakta.pk["sifat"] != "murni":
        parts.append(
            pola.STRATEGI_PK.format(
                tahun=fakta.tahun,
                nomor=document_number(fakta.pk),
                sejak=ROMAWI[fakta.pk["mulai_triwulan"]],
                alasan=f" karena {frasa(fakta.pk['alasan'])}" if fakta.pk["alasan"] else "",
            )
        )
    if fakta.arahan:
        parts.append(pola.ARAHAN.format(deret=butir([frasa(a["uraian"]) for a in fakta.arahan])))
    yield from _one(parts)


def aktivitas(fakta: Fakta) -> Iterator[Alinea]:
    """The efforts that the bagian named for what missed its target."""
    _, missed, _ = parted(fakta.utama())
    done = [(r, told(fakta, r["kode"], "tindak_lanjut")) for r in missed]
    items = [
        pola.AKTIVITAS_BUTIR.format(isi="; ".join(said), nama=kata(r["nama"]), bagian=fakta.nama_bagian(r["bagian"]))
        for r, said in done
        if said
    ]
    parts: list[Bagian] = [pola.AKTIVITAS.format(deret=butir(items))] if items else []
    parts += _silent(fakta, "penyesuaian_aktivitas", [r for r, said in done if not said])
    yield from _one(parts or [pola.AKTIVITAS_TETAP])


def anggaran_semester(fakta: Fakta) -> Iterator[Alinea]:
    """What a DPPA changed, and where spending lags behind the cash plan."""
    if fakta.total is None:
        yield from _one([celah("penyesuaian_anggaran", f"pagu anggaran tahun {fakta.tahun}", alamat(fakta, "acuan"))])
        return
    yield from _one([*_dppa(fakta), *_lagging(fakta)])


def simpulan(fakta: Fakta) -> Iterator[Alinea]:
    whole = fakta.rata.get(None)
    if whole is None or whole["tanpa_batas"] is None:
        yield Alinea("", pola.SIMPULAN_BELUM.format(**words(fakta)))
    else:
        batas = fakta.berlaku.batas_rata_rata
        figure = "tanpa_batas" if batas is None else "dengan_batas"
        capped = "" if batas is None else f" (dengan batas {angka(batas)})"
        figures = {"kategori": ref("rata.semua.kategori"), "rata": ref(f"rata.semua.{figure}"), "batas": capped}
        if any(r["berlaku"] and not is_judged(r) for r in fakta.utama()):
            said = [pola.SIMPULAN_SEMENTARA.format(**words(fakta), **figures)]
        else:
            said = [pola.SIMPULAN.format(**words(fakta), **figures), next(iter(standing(fakta)))]
        yield from _one([*said, *_provisional(fakta.utama())])
    yield from _one(_spent(fakta))


def langkah(fakta: Fakta) -> Iterator[Alinea]:
    """What is done about each indikator of the Camat that missed, and the directions still open."""
    _, missed, rest = parted(fakta.utama())
    done = [(r, told(fakta, r["kode"], "tindak_lanjut")) for r in missed]
    items = [
        pola.LANGKAH_BUTIR.format(
            bagian=fakta.nama_bagian(r["bagian"]),
            nama=kata(r["nama"]),
            capaian=ref(f"{r['kode']}.capaian"),
            isi="; ".join(said),
        )
        for r, said in done
        if said
    ]
    yield from (Alinea("", item) for item in items)
    parts = list(_silent(fakta, "langkah", [r for r, said in done if not said]))
    open_ = [r for r in rest if r["alasan"] not in SELESAI]
    if open_:
        parts.append(pola.LANGKAH_BELUM)
    elif not items and not parts:
        parts.append(pola.LANGKAH_TETAP)
    yield from _one(parts)
    yield from _one(_steps_elsewhere(fakta))
    if due := [a for a in fakta.arahan if not a["selesai"]]:
        told_ = [
            f"{frasa(a['uraian'])} ({kata(a['pejabat_jabatan'])}, paling lambat {tanggal(a['tenggat'])})" for a in due
        ]
        yield Alinea("", pola.LANGKAH_ARAHAN.format(deret=butir(told_)))


# ---------------------------------------------------------------- inside


def _one(parts: Iterable[Bagian]) -> Iterator[Alinea]:
    if made := alinea("", parts):
        yield made


def _steps_elsewhere(fakta: Fakta) -> Iterator[str]:
    """Of lower levels and outputs, whose steps a table of the semester report holds; the annual has them not."""
    if fakta.periode.kode != "TH" and count(others(fakta.kini.values())).kurang:
        yield pola.LANGKAH_LAINNYA.format(kurang=ref("hitung.lainnya.kurang"))


def _scope(fakta: Fakta) -> Iterator[str]:
    rows = fakta.utama()
    every = all(r["berlaku"] for r in rows)
    yield (pola.IKHTISAR_DIUKUR_SEMUA if every else pola.IKHTISAR).format(**words(fakta))


def _provisional(rows: Sequence[Row]) -> Iterator[str]:
    open_ = [r for r in rows if r["sementara"] and r["realisasi"] is not None]
    if len(open_) > 3:
        yield pola.SEMENTARA_BANYAK.format(banyak=n_words(open_))
    elif open_:
        yield pola.SEMENTARA.format(nama=named(open_))


def _by_goal(fakta: Fakta) -> Iterator[str]:
    found = []
    for kode, goal in fakta.sasaran.items():
        row = fakta.rata.get(kode)
        if goal["jenjang"] == "camat" and row is not None and row["tanpa_batas"] is not None:
            figure = ref(f"rata.{kode}.{'tanpa_batas' if row['batas'] is None else 'dengan_batas'}")
            found.append(
                pola.SASARAN_SATU.format(
                    uraian=frasa(goal["uraian"]), rata=figure, kategori=ref(f"rata.{kode}.kategori")
                )
            )
    if found:
        yield pola.PER_SASARAN.format(deret=butir(found))


def _spent(fakta: Fakta) -> Iterator[Bagian]:
    if fakta.total is None or fakta.total["realisasi_sd_rupiah"] is None:
        yield from _budget(fakta)
        return
    yield pola.ANGGARAN_RINGKAS.format(**_figures(fakta))
    if fakta.total["belum_terisi"]:
        yield pola.ANGGARAN_SEMENTARA


def _figures(fakta: Fakta) -> dict[str, str]:
    names = {
        "realisasi": "realisasi_sd",
        "target": "target_serapan",
        "pagu": "pagu",
        "serapan": "serapan",
        "sisa": "sisa",
    }
    return {**words(fakta), **{k: ref(f"uang.total.{v}") for k, v in names.items()}}


def _budget(fakta: Fakta) -> Iterator[Bagian]:
    if fakta.total is None:
        yield celah("anggaran", f"pagu anggaran tahun {fakta.tahun}", alamat(fakta, "acuan"))
        return
    if fakta.total["realisasi_sd_rupiah"] is None:
        yield pola.ANGGARAN_KOSONG.format(**_figures(fakta))
        yield celah("anggaran", f"realisasi anggaran sampai dengan {fakta.waktu()}", alamat(fakta, "acuan"))
        return
    yield pola.ANGGARAN.format(**_figures(fakta))
    if fakta.total["belum_terisi"]:
        yield pola.ANGGARAN_SEMENTARA
        yield celah(
            "anggaran", f"realisasi anggaran {fakta.waktu()} pada sebagian sub kegiatan", alamat(fakta, "acuan")
        )
    if fakta.total["target_persen"] is not None and not fakta.total["tanpa_target"]:
        got, want = (half_up(fakta.total[k], 2) for k in ("serapan_persen", "target_persen"))
        way = "sama" if got == want else "di atas" if got > want else "di bawah"
        yield pola.ANGGARAN_RENCANA[way].format(**_figures(fakta))
    spent = sorted(
        (r for r in fakta.program.values() if r["serapan_persen"] is not None), key=lambda r: r["serapan_persen"]
    )
    if len(spent) > 1:
        low, high = spent[0], spent[-1]
        yield pola.ANGGARAN_UJUNG.format(
            tinggi=title(high["nama"]), serapan_tinggi=ref(f"uang.{high['kode']}.serapan"),
            rendah=title(low["nama"]), serapan_rendah=ref(f"uang.{low['kode']}.serapan"),
        )  # fmt: skip


def _money(row: Row, besaran: str) -> str:
    return f"uang.{row['sasaran']}.{besaran}"


def _goals(rows: Sequence[Row], besaran: str = "") -> str:
    named_ = [f"sasaran {frasa(r['uraian'])}" + (f" ({ref(_money(r, besaran))})" if besaran else "") for r in rows]
    return butir(named_)


def _why(fakta: Fakta, missed: Sequence[Row]) -> Iterator[Bagian]:
    """What stood in the way, and what was done, in the words of the bagian."""
    for kolom, plan in (("faktor_penghambat", pola.IKHTISAR_HAMBATAN), ("tindak_lanjut", pola.IKHTISAR_UPAYA)):
        if said := list(dict.fromkeys(w for r in missed for w in told(fakta, r["kode"], kolom))):
            yield plan.format(deret=butir(said))


def _silent(fakta: Fakta, kunci: str, rows: Sequence[Row]) -> Iterator[Bagian]:
    for r in rows:
        yield celah(kunci, f"tindak lanjut {r['kode']}", alamat(fakta, "kartu", indikator=r["kode"]))


def _dppa(fakta: Fakta) -> Iterator[Bagian]:
    total = fakta.total
    assert total is not None
    programs = [r for r in fakta.pohon.values() if r["jenjang"] == "program"]
    changed = [r for r in programs if r["pagu_perubahan_rupiah"] is not None]
    changed = [r for r in changed if r["pagu_rupiah"] != r["pagu_murni_rupiah"]]
    if not changed:
        yield pola.DPPA_TETAP.format(pagu=ref("uang.total.pagu"))
        return
    yield pola.DPPA.format(murni=ref("uang.total.pagu_murni"), pagu=ref("uang.total.pagu"))
    said = [f"{title(r['nama'])} dari {ref(_of(r, 'pagu_murni'))} menjadi {ref(_of(r, 'pagu'))}" for r in changed]
    yield pola.DPPA_BUTIR.format(deret=butir(said))


def _lagging(fakta: Fakta) -> Iterator[Bagian]:
    rows = [
        r
        for r in fakta.program.values()
        if r["serapan_persen"] is not None and r["target_persen"] is not None and not r["tanpa_target"]
    ]
    if not rows:
        return
    low = [r for r in rows if half_up(r["serapan_persen"], 2) < half_up(r["target_persen"], 2)]
    if not low:
        yield pola.SERAPAN_SESUAI
        return
    said = [f"{title(r['nama'])} ({ref(_of(r, 'serapan'))} dari rencana {ref(_of(r, 'target_serapan'))})" for r in low]
    yield (pola.SERAPAN_RENDAH if fakta.triwulan < 4 else pola.SERAPAN_AKHIR).format(deret=butir(said))


def _of(row: Row, besaran: str) -> str:
    return f"uang.{row['kode']}.{besaran}"
