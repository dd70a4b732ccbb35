"""What the documents of the plan are made of: sasaran, cards and the targets of one PK version, read once."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from lakip import pengaturan, rencana, sumber
from lakip.errors import UserError
from lakip.export.baris import BarisKurang
from lakip.export.dukungan import Dukungan
from lakip.export.jabatan import PENGAWAS, Jabatan
from lakip.formatting import KOSONG, angka
from lakip.pengaturan import Bagian, Identitas
from lakip.rencana import Indikator, PkVersion, Sasaran, Target
from lakip.rencana.baca import blank, parse_targets
from lakip.store import Store, one_moment
from lakip.sumber import Bertanda

BELUM = "(belum ditetapkan)"


@dataclass(frozen=True)
class BahanRencana:
    """The plan of one unit and tahun as one PK version has it.

    target: by indikator, as that version leaves them. berlaku: as the newest version does.
    """

    identitas: Identitas
    bagian: tuple[Bagian, ...]
    tahun: int
    pk: PkVersion | None
    sasaran: dict[str, Sasaran]
    indikator: dict[str, Indikator]
    target: dict[str, Target]
    berlaku: dict[str, Target]

    def nama_bagian(self, kode: str) -> str:
        return next((b.nama for b in self.bagian if b.bagian == kode), kode)

    def of_target(self, kode: str) -> Target:
        """What this PK version says of an indikator; blank where it says nothing."""
        return self.target.get(kode, blank(kode))

    def cards(self, sasaran: str | None = None) -> list[Indikator]:
        """The indikator in this PK version, or those of one sasaran, in the order of the office.

        One with a target only in another version came or went with that version, and is not in this one.
        One without any target stays: it is a gap.
        """
        chosen = [i for i in self.indikator.values() if sasaran is None or i.sasaran == sasaran]
        return [i for i in chosen if self._is_in(i.kode)]

    def _is_in(self, kode: str) -> bool:
        said, now = self.target.get(kode), self.berlaku.get(kode)
        if said is not None:
            return any(nilai is not None for nilai in said.nilai.values())
        return now is None or now.th is None


Kelompok = tuple[Sasaran, list[Indikator]]


@one_moment()
def gather(store: Store, unit: str, tahun: int, versi: int | None = None) -> BahanRencana:
    """`versi` None: the newest PK. Raises UserError for a version that there is not, and a tahun without a plan."""
    versions = rencana.pk_versions(store, unit, tahun)
    known = [pk.versi for pk in versions]
    if versi is not None and versi not in known:
        there_is = f"Versi yang ada: {', '.join(map(str, known))}." if known else "Belum ada satu pun."
        raise UserError(f"Perjanjian Kinerja tahun {tahun} versi {versi} belum dicatat. {there_is}")
    pk = next((pk for pk in reversed(versions) if versi in (None, pk.versi)), None)
    cards = rencana.indikator(store, unit, tahun)
    if not cards:
        raise UserError(f"Tahun {tahun} belum mempunyai indikator. Isi dahulu di halaman Rencana dan indikator.")
    said = store.read("pk_target", unit=unit, tahun=tahun, pk=pk.versi if pk else 0)
    return BahanRencana(
        identitas=pengaturan.identity(store, unit),
        bagian=pengaturan.bagian(store, unit),
        tahun=tahun,
        pk=pk,
        sasaran=rencana.sasaran(store, unit, tahun),
        indikator=cards,
        target=parse_targets(said.select("indikator", "periode", "nilai")),
        berlaku=rencana.targets(store, unit, tahun),
    )


def of_jabatan(bahan: BahanRencana, jabatan: Jabatan) -> list[Kelompok]:
    """The sasaran of one jabatan, each with the indikator it answers for.

    Camat and Sekcam answer for every indikator of a sasaran on their level; a Kasubbag, Kasi or Lurah for those of
    the own bagian, for two bagian may share one sasaran.
    """
    if jabatan.bagian is None:
        return [(s, bahan.cards(s.kode)) for s in bahan.sasaran.values() if s.jenjang == jabatan.jenjang]
    own = jabatan.bagian.bagian
    groups = [(s, [i for i in bahan.cards(s.kode) if i.bagian == own]) for s in bahan.sasaran.values()
              if s.jenjang in PENGAWAS]  # fmt: skip
    return [(s, cards) for s, cards in groups if cards]


def figure(card: Indikator, nilai: Decimal | None) -> str:
    """A target as it stands in a column of its own: 92,00."""
    return KOSONG if nilai is None else angka(nilai, card.desimal)


def with_satuan(card: Indikator, nilai: Decimal | None) -> str:
    """A target with its satuan: 92,00 %, 6 desa."""
    return BELUM if nilai is None else f"{angka(nilai, card.desimal)} {card.satuan}"


def mark(bahan: BahanRencana, kode: str, periode: str, teks: str) -> Bertanda:
    """A target as printed, or what stands in its place, with its code."""
    return sumber.tandai(sumber.indikator(kode, bahan.tahun, periode, "target"), teks)


def share(bahan: BahanRencana, node: Dukungan | None, sasaran: str, periode: str, teks: str) -> Bertanda:
    """What a node of the budget gives to one sasaran, in the year or as the target of a triwulan, with its code."""
    of, besaran = f"{sasaran}.{node.kode}" if node else sasaran, "pagu" if periode == "TH" else "target"
    return sumber.tandai(sumber.uang(of, bahan.tahun, periode, f"{besaran}_sasaran"), teks)


def pagu(bahan: BahanRencana, kode: str | None, teks: str) -> Bertanda:
    """The pagu that goes with a PK: of a node, or of all that it names."""
    return sumber.tandai(sumber.uang(kode or "jumlah_pk", bahan.tahun, "TH", "pagu_pk"), teks)


def numbered(gaps: Collection[tuple[str, str, str]]) -> tuple[BarisKurang, ...]:
    """Each gap once: what, what is missing of it, who closes it."""
    return tuple(BarisKurang(f"{nomor}.", *gap) for nomor, gap in enumerate(dict.fromkeys(gaps), 1))


def gaps_of_targets(bahan: BahanRencana, cards: Collection[Indikator]) -> list[tuple[str, str, str]]:
    """Indikator without the annual target that a PK is made of."""
    return [
        (f"{c.kode} {c.nama}", f"Target tahun {bahan.tahun} belum ditetapkan.", bahan.nama_bagian(c.bagian))
        for c in cards
        if bahan.of_target(c.kode).th is None
    ]


def label_pk(pk: PkVersion) -> str:
    """ "Perjanjian Kinerja Perubahan": one PK version in words."""
    return "Perjanjian Kinerja" + (" Perubahan" if pk.sifat == "perubahan" else "")
