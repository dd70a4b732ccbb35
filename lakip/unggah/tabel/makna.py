"""What a heading means: its facets, by one vocabulary. A word that is not known makes it not understood."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from lakip.unggah.tabel import kosakata, waktu
from lakip.unggah.tabel.waktu import Waktu

ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
LUNAK = frozenset({*kosakata.LETAK, "pagu"})  # in a group above, or beside a figure, they only say what it is about
NETRAL = frozenset({"capaian"})  # as a group over Target and Realisasi it is a title
BEDA = "dua arti"
# What a group says of the columns under it that do not say it themselves.
TURUN = ("jangka", "versi", "persen", "bagian", "jumlah", "skala", "cakupan")
TURUN_WAKTU = ("ini", "sebulan", "lampau", "bulan", "tahun", "rentang")
TEMPAT = "tempat"
JARAK = 7  # letters from which on a word with one letter wrong is still that word


@dataclass(frozen=True)
class Makna:
    """The facets of one heading, or of one text.

    Attributes:
        apa: what it holds; a word of `kosakata`. None: it does not say.
        waktu: of when. `setahun`: of the whole tahun; `jangka`: of a plan of several years.
        versi: murni or perubahan.
        unsur: kinerja, keuangan or fisik. `persen`: a percentage of something.
        bagian: a part of a whole: laki-laki, perempuan. `jumlah`: the whole beside its parts.
        skala: ribu, juta ...
        cakupan: kabupaten, provinsi or nasional, where the figure is not the office's own.
        sisa: the words that are not known.
    """

    apa: str | None = None
    waktu: Waktu = field(default_factory=Waktu)
    setahun: bool = False
    jangka: bool = False
    versi: str | None = None
    unsur: str | None = None
    persen: bool = False
    bagian: str | None = None
    jumlah: bool = False
    skala: str | None = None
    cakupan: str | None = None
    sisa: tuple[str, ...] = ()

    @property
    def paham(self) -> bool:
        return not self.sisa


def read(jalur: Sequence[str], sejajar: Sequence[Sequence[str]] = ()) -> Makna:
    """The meaning of a whole heading, from above. `sejajar`: for each of its texts, those that stand beside it under
    the same group, by which a bare I, II, III, IV is known as quarters.
    """
    parts: list[Makna] = []
    for depth, text in enumerate(jalur):
        beside = sejajar[depth] if depth < len(sejajar) else ()
        number = _bare_quarter(text)
        bare = number is not None and _is_quarters(beside, parts)
        parts.append(Makna(waktu=Waktu(triwulan=(number,))) if bare and number else one(text))
    found = parts[0] if parts else Makna()
    for below in parts[1:]:
        found = _under(found, below)
    return found


@lru_cache(4096)
def one(teks: str) -> Makna:
    """The meaning of one text by itself."""
    when, rest = waktu.read(teks)
    if any(mark in rest for mark in kosakata.PERBANDINGAN):
        return Makna("capaian", when, persen=True)
    tokens = _tokens(rest)
    facets, left = _matched(tokens)
    return _built(when, facets, left, tokens)


@lru_cache(8192)
def plain(teks: str) -> str:
    """Lower case, words and percent signs only."""
    return " ".join(_tokens(waktu.normal(teks)))


# ---------------------------------------------------------------- one text


def _tokens(text: str) -> list[str]:
    spaced = re.sub(r"[^0-9a-z%]+", " ", text.replace("%", " % "))
    return spaced.split()


@cache
def _phrases() -> Mapping[tuple[str, ...], tuple[str, Any]]:
    """Each phrase of the vocabulary and the facet that it is."""
    found: dict[tuple[str, ...], tuple[str, Any]] = {}

    def add(words: str, facet: str, value: Any) -> None:
        for phrase in words.split(";"):
            if key := tuple(_tokens(phrase)):
                found.setdefault(key, (facet, value))

    for table in (kosakata.ANGKA, kosakata.LETAK, kosakata.ISIAN):
        for apa, words in table.items():
            add(words, "apa", apa)
    add(kosakata.LAIN, "apa", "lain")
    for facet, meanings in (
        ("unsur", kosakata.UNSUR), ("bagian", kosakata.BAGIAN), ("versi", kosakata.VERSI), ("skala", kosakata.SKALA),
    ):  # fmt: skip
        for value, words in meanings.items():
            add(words, facet, value)
    add(kosakata.TEMPAT, "bagian", TEMPAT)
    for cakupan, words in kosakata.CAKUPAN.items():
        add(words, "cakupan", cakupan)
    add(kosakata.JUMLAH, "jumlah", True)
    add(kosakata.SAMPAI, "sd", True)
    add(kosakata.LAMPAU, "lampau", True)
    add(kosakata.JANGKA, "jangka", True)
    add(kosakata.INI, "ini", True)
    add(kosakata.SETAHUN, "setahun", True)
    for word in (*kosakata.DIABAIKAN, *kosakata.SATUAN):
        found.setdefault((word,), ("", None))
    return found


@cache
def _longest() -> int:
    return max(map(len, _phrases()))


def _matched(tokens: Sequence[str]) -> tuple[list[tuple[str, Any]], list[str]]:
    """The longest phrases from the left, and the words that are none."""
    phrases, facets, left = _phrases(), [], []
    at, named = 0, False
    while at < len(tokens):
        for many in range(min(_longest(), len(tokens) - at), 0, -1):
            key = tuple(tokens[at : at + many])
            if key in phrases:
                facets.append(phrases[key])
                named = facets[-1][0] == "cakupan" or facets[-1] == ("bagian", TEMPAT)
                break
        else:
            many = 1
            near = _mistyped(tokens[at])
            if near is not None and not named:
                facets.append(near)
            elif named:
                pass  # the name of the place
            elif not tokens[at].isdecimal() or len(tokens[at]) > 2:
                left.append(tokens[at])
        at += many
    return facets, left


@lru_cache(1024)
def _mistyped(word: str) -> tuple[str, Any] | None:
    """The one word of the vocabulary that this is with a letter wrong."""
    if len(word) < JARAK:
        return None
    near = {facet for (known, *rest), facet in _phrases().items() if not rest and len(known) >= JARAK
            and _one_off(word, known)}  # fmt: skip
    return near.pop() if len(near) == 1 else None


def _one_off(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    if len(a) > len(b):
        a, b = b, a
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[start:] == b[start + 1 :]
    return a[start + 1 :] == b[start + 1 :] or (
        a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
    )


def _built(when: Waktu, facets: Sequence[tuple[str, Any]], left: Sequence[str], words: Sequence[str]) -> Makna:
    said: dict[str, list[Any]] = {}
    for facet, value in facets:
        said.setdefault(facet, []).append(value)
    apa = list(dict.fromkeys(said.get("apa", [])))
    units = said.get("unsur", [])
    firm = [a for a in apa if a not in LUNAK]
    if firm:
        units = units + ["keuangan"] * ("pagu" in apa)
        apa = firm
    elif len(apa) > 1:
        apa = [a for a in apa if a != "pagu"][:1] if "pagu" in apa else apa[:1]
    twofold = len(apa) > 1 or (bool(apa) and apa[0] in ("target", "capaian") and "pagu" in words)
    sisa = (*left, *([BEDA] if twofold else []))
    kinds = [u for u in units if u != "persen"]
    versi = said.get("versi", [None])
    bagian = said.get("bagian", [None])
    if bagian == ["perempuan"] and "p" in said and not left:
        bagian = [None]
    return Makna(
        apa=apa[0] if apa else None,
        waktu=replace(
            when, sd=when.sd or "sd" in said, lampau=when.lampau or "lampau" in said, ini=when.ini or "ini" in said
        ),
        setahun="setahun" in said,
        jangka="jangka" in said or when.rentang,
        versi=versi[-1],
        unsur=kinds[-1] if kinds else None,
        persen="persen" in units,
        bagian=bagian[-1],
        jumlah="jumlah" in said,
        skala=said.get("skala", [None])[-1],
        cakupan=said.get("cakupan", [None])[-1],
        sisa=tuple(sisa),
    )


# ---------------------------------------------------------------- a whole heading


def _bare_quarter(teks: str) -> int | None:
    text = waktu.normal(teks).strip(" .()")
    return ROMAWI.get(text) or (int(text) if text in "1234" and len(text) == 1 else None)


def _is_quarters(sejajar: Sequence[str], above: Sequence[Makna]) -> bool:
    numbers = [n for text in sejajar if (n := _bare_quarter(text))]
    roman = any(waktu.normal(t).strip(" .()") in ROMAWI for t in sejajar)
    named = any(part.waktu.sebut or part.waktu.triwulan for part in above)
    return named or (len(set(numbers)) > 1 and (roman or len(set(numbers)) == 4) and bool(above))


def _under(above: Makna, below: Makna) -> Makna:
    """A heading below another: what it says itself goes before what its group says."""
    apa, sisa = _both(above, below)
    when = _when(above.waktu, below.waktu)
    if when is None:
        when, sisa = below.waktu, (*sisa, BEDA)
    money = "keuangan" if above.apa == "pagu" and apa not in ("pagu", None) else None
    whole = (above.setahun and not below.waktu.berkala) or below.setahun
    rest = {name: getattr(below, name) or getattr(above, name) for name in TURUN}
    return Makna(apa, when, whole, unsur=below.unsur or above.unsur or money, sisa=sisa, **rest)


def _both(above: Makna, below: Makna) -> tuple[str | None, tuple[str, ...]]:
    sisa = (*above.sisa, *below.sisa)
    if below.apa is None or above.apa is None or above.apa == below.apa:
        return below.apa or above.apa, sisa
    if below.apa in LUNAK and above.apa not in LUNAK and above.apa != "lain":
        return above.apa, sisa
    if above.apa in LUNAK or above.apa in NETRAL or below.apa in ("capaian", "lain"):
        return below.apa, sisa
    return below.apa, (*sisa, BEDA)


def _when(above: Waktu, below: Waktu) -> Waktu | None:
    """Both together; None when they contradict each other."""
    quarters = below.triwulan or above.triwulan
    if above.triwulan and below.triwulan and not set(below.triwulan) <= set(above.triwulan):
        return None
    whole = bool(below.triwulan) and len(below.triwulan) < len(above.triwulan)
    if below.bulan and above.triwulan and not below.triwulan:
        months = {m for q in above.triwulan for m in waktu.quarter(q)}
        if not set(below.bulan) <= months:
            return None
    rest = {name: getattr(below, name) or getattr(above, name) for name in TURUN_WAKTU}
    return Waktu(
        triwulan=quarters,
        sd=below.sd or (above.sd and not whole),
        semester=below.semester or (None if quarters else above.semester),
        sebut=(above.sebut or below.sebut) and not quarters,
        **rest,
    )
