"""What the planning documents of a tahun say differently, and what the office says of it (53/2014 Lampiran III).

The office explains line by line, "IK-01 RKT | why". Left of the bar stand, with ";" between them, names of what the
line is about: an indikator in one document, an indikator, or a document. The line with the closest name counts.
"""

from collections.abc import Iterable, Iterator, Sequence

from lakip.dokumen import APA, DIBANDINGKAN, JENIS_NAMA, Selisih
from lakip.narasi import pola_kantor as pola
from lakip.narasi.fakta import Fakta
from lakip.narasi.isi import BELUM, KOLOM, Alinea, Celah
from lakip.narasi.kalimat import alamat, celah, deret, kata, ref

KUNCI = "selisih"


def paragraphs(fakta: Fakta) -> Iterator[Alinea]:
    """How many differences there are, then a line for each that is to be explained."""
    said = [_standing(fakta)]
    if fakta.tak_dibandingkan:
        said.append(pola.TAK_DIBANDINGKAN.format(deret=deret(_left_out(fakta))))
    yield Alinea("", " ".join(said))
    if not fakta.selisih:
        return
    where = alamat(fakta, "naskah", bagian=KUNCI)
    by_name: dict[str, list[Selisih]] = {}
    for one in fakta.selisih:
        by_name.setdefault(_names(one)[0], []).append(one)
    gaps = [(name, *celah(KUNCI, _asked(name, found), where)) for name, found in by_name.items()]
    lines = "\n".join(f"{name} {KOLOM} {text}" for name, text, _ in gaps)
    yield Alinea("", lines, tuple(gap for *_, gap in gaps))


def sentences(paragraf: Iterable[str]) -> tuple[str, ...]:
    """What the section says above its table."""
    return tuple(line for text in paragraf for line in text.splitlines() if line.strip() and KOLOM not in line)


def explanations(found: Sequence[Selisih], paragraf: Iterable[str]) -> tuple[str, ...]:
    """Of each difference what the office says of it; a visible gap where it says nothing."""
    said = _lines(paragraf)
    return tuple(_explanation(one, said) or BELUM.format("penjelasan") for one in found)


def unexplained(fakta: Fakta, paragraf: Sequence[str]) -> Iterator[Celah]:
    """What a text of the office passes over, and what it explains although no document differs there."""
    said, where = _lines(paragraf), alamat(fakta, "naskah", bagian=KUNCI)
    for one in fakta.selisih:
        if not _explanation(one, said):
            yield Celah(KUNCI, _asked(_names(one)[0], [one]), where)
    known = {_plain(name) for one in fakta.selisih for name in _names(one)}
    for name in said.keys() - known:
        yield Celah(KUNCI, f"penjelasan “{name}” tidak menunjuk perbedaan mana pun", where)


# ---------------------------------------------------------------- inside


def _standing(fakta: Fakta) -> str:
    if fakta.selisih:
        return pola.PERBEDAAN.format(tahun=fakta.tahun, jumlah=ref("hitung.selisih.jumlah"))
    compared = [nama for jenis in DIBANDINGKAN if (nama := JENIS_NAMA[jenis]) not in _left_out(fakta)]
    plan = pola.PERBEDAAN_NIHIL if len(compared) > 1 else pola.PERBEDAAN_BELUM
    return plan.format(tahun=fakta.tahun, deret=deret(compared))


def _left_out(fakta: Fakta) -> list[str]:
    """By name only: what is to be registered or filled in for them, the page of the differences says."""
    return [said.partition(" (")[0] for said in fakta.tak_dibandingkan]


def _names(one: Selisih) -> tuple[str, str, str]:
    """By which a line may name it, the closest first."""
    indikator, dokumen = kata(one.kode or one.indikator), JENIS_NAMA[one.jenis_b]
    return f"{indikator} {dokumen}", indikator, dokumen


def _asked(name: str, found: Sequence[Selisih]) -> str:
    sides = (
        f"{APA[one.jenis].lower()}, {JENIS_NAMA[one.jenis_a]} {one.kata_a}, {JENIS_NAMA[one.jenis_b]} {one.kata_b}"
        for one in found
    )
    return f"penjelasan perbedaan {name} ({'; '.join(sides)})"


def _lines(paragraf: Iterable[str]) -> dict[str, str]:
    """What is said, by each name it is said of."""
    found: dict[str, str] = {}
    for line in (line for text in paragraf for line in text.splitlines() if KOLOM in line):
        names, _, said = line.partition(KOLOM)
        found |= {_plain(name): said.strip() for name in names.split(";")}
    return found


def _explanation(one: Selisih, said: dict[str, str]) -> str:
    return next((said[name] for name in map(_plain, _names(one)) if said.get(name)), "")


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
