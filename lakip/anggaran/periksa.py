"""The rules of a budget: what is wrong with the figures of a tahun as they would stand after a change."""

from collections.abc import Iterable, Iterator, Mapping

from lakip.anggaran.isi import KOLOM_NAMA, PAGU, REALISASI, TARGET, Angka, Kode, TemuanAnggaran
from lakip.formatting import rupiah
from lakip.periode import ROMAWI, TRIWULAN


def check(nodes: Mapping[str, Kode], angka: Angka, berubah: Iterable[tuple[str, str]]) -> list[TemuanAnggaran]:
    """One entry per mistake, in the order of the codes; empty when the figures may be saved.

    Args:
        nodes: the codes of the edition.
        angka: every figure of the tahun after the change.
        berubah: the keys that the change touches; what was recorded before is not judged again.
    """
    changed: dict[str, set[str]] = {}
    for kode, kolom in berubah:
        changed.setdefault(kode, set()).add(kolom)
    return [one for kode in sorted(changed) for one in _sub(nodes, angka, kode, changed[kode])]


def pagu(angka: Angka, kode: str) -> int | None:
    """What is in force: the perubahan once there is one, else the murni. None: no pagu."""
    return angka.get((kode, "pagu_perubahan"), angka.get((kode, "pagu_murni")))


def _sub(nodes: Mapping[str, Kode], angka: Angka, kode: str, kolom: set[str]) -> Iterator[TemuanAnggaran]:
    if misplaced := _place(nodes, kode):
        yield TemuanAnggaran(kode, min(kolom, key=list(KOLOM_NAMA).index), misplaced)
        return
    yield from _negative(angka, kode, kolom)
    if kolom & {*PAGU, *TARGET}:
        yield from _targets(angka, kode, kolom)
    if kolom & {*PAGU, *REALISASI}:
        yield from _spent(angka, kode, kolom)


def _place(nodes: Mapping[str, Kode], kode: str) -> str | None:
    if kode not in nodes or nodes[kode].jenjang != "sub_kegiatan":
        return (
            f"Kode {kode} bukan sub kegiatan dalam nomenklatur. Angka hanya diisi pada sub kegiatan; "
            "kegiatan dan program dihitung dari jumlahnya."
        )
    above = {n.jenjang for n in nodes.values() if nodes[kode].is_below(n.kode)}
    if not {"program", "kegiatan"} <= above:
        return f"Sub kegiatan {kode} belum berinduk dalam nomenklatur. Tambahkan program dan kegiatannya dahulu."
    return None


def _negative(angka: Angka, kode: str, kolom: set[str]) -> Iterator[TemuanAnggaran]:
    for name in (n for n in (*PAGU, *TARGET) if n in kolom and angka[kode, n] < 0):
        pesan = f"{KOLOM_NAMA[name]} sub kegiatan {kode} tidak boleh negatif ({rupiah(angka[kode, name])})."
        yield TemuanAnggaran(kode, name, pesan)


def _targets(angka: Angka, kode: str, kolom: set[str]) -> Iterator[TemuanAnggaran]:
    """A DPPA that comes before its new targets is noted, not refused."""
    given = {n: angka[kode, n] for n in TARGET if (kode, n) in angka}
    whole, total = pagu(angka, kode), sum(given.values())
    if not given:
        return
    if whole is None:
        pesan = f"Sub kegiatan {kode} bertarget keuangan, tetapi belum berpagu. Isi pagunya lebih dahulu."
        yield TemuanAnggaran(kode, next(iter(given)), pesan)
    elif total > whole:
        pesan = (
            f"Target keuangan {kode} berjumlah {rupiah(total)}, melebihi pagu {rupiah(whole)} sebesar "
            f"{rupiah(total - whole)}. Perbaiki target atau pagunya."
        )
        yield TemuanAnggaran(kode, list(given)[-1], pesan, salah=bool(kolom & {*TARGET}))
    elif len(given) == len(TARGET) and total < whole:
        short = rupiah(whole - total)
        pesan = f"Target keuangan {kode} berjumlah {rupiah(total)}, kurang {short} dari pagu {rupiah(whole)}."
        yield TemuanAnggaran(kode, TARGET[-1], pesan, salah=False)


def _spent(angka: Angka, kode: str, kolom: set[str]) -> Iterator[TemuanAnggaran]:
    given = {n: angka[kode, REALISASI[n - 1]] for n in TRIWULAN if (kode, REALISASI[n - 1]) in angka}
    if not given:
        return
    whole, last = pagu(angka, kode), max(given)
    if whole is None:
        pesan = f"Sub kegiatan {kode} belum berpagu. Isi pagunya lebih dahulu."
        yield TemuanAnggaran(kode, REALISASI[min(given) - 1], pesan)
        return
    yield from _to_date(kode, given, kolom)
    if (total := sum(given.values())) > whole:
        touched = [n for n in given if REALISASI[n - 1] in kolom]
        pesan = (
            f"Realisasi {kode} s.d. triwulan {ROMAWI[last]} {rupiah(total)} melebihi pagu {rupiah(whole)} sebesar "
            f"{rupiah(total - whole)}. Perbaiki angkanya, atau isi pagu perubahannya."
        )
        yield TemuanAnggaran(kode, REALISASI[max(touched) - 1] if touched else max(kolom & {*PAGU}), pesan)


def _to_date(kode: str, given: Mapping[int, int], kolom: set[str]) -> Iterator[TemuanAnggaran]:
    """A negative quarter corrects an earlier one, as long as the total to date is not negative."""
    total = 0
    for n in sorted(given):
        total += given[n]
        name = REALISASI[n - 1]
        if total < 0:
            pesan = (
                f"Realisasi {kode} sampai dengan triwulan {ROMAWI[n]} menjadi {rupiah(total)}. "
                "Koreksi tidak boleh melebihi yang sudah dicatat."
            )
            yield TemuanAnggaran(kode, name, pesan)
            return
        if given[n] < 0 and name in kolom:
            pesan = f"Realisasi {kode} triwulan {ROMAWI[n]} {rupiah(given[n])}: dicatat sebagai koreksi."
            yield TemuanAnggaran(kode, name, pesan, salah=False)
