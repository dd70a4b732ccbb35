"""What is asked, put right and told when the record is opened, before anybody works in it.

It never refuses to go on: an office must be able to work, and to decide, while something is missing.
"""

from lakip import jejak
from lakip.store import Store
from lakip.utuh import arsip, jangkar, kunci
from lakip.utuh.kata import JALAN, rows, span

SISTEM = "sistem"
TANPA_KUNCI = "Kunci tanda di {} tidak dapat dibaca atau dibuat, jadi perbuatan tidak ditandatangani."
TANPA_JANGKAR = (
    "Berkas jangkar (lakip.jangkar) tidak ada atau kosong, jadi perbuatan yang hilang di ujung tidak dapat diketahui. "
)
KUNCI_LAIN = "Jangkar ditandatangani kunci lain: kunci komputer ini diganti, atau datanya dari komputer lain. "
TAK_BERTANDA = "Ada {} perbuatan sesudah nomor {} yang tidak ditandatangani aplikasi ini: ditambahkan dari luar."


def begin(store: Store) -> list[str]:
    """Seal what a migration changed, lay the anchor beside the trail, tidy the archive. Gives a sentence for each thing
    that somebody should know; what is not put right is told again at each opening, until an admin settles it."""
    if store.folder is None:
        return []
    arsip.tidy(store.folder)
    told = [*store.pesan, *(sentence for beda in store.beda_sebelum for sentence in rows(store, beda))]
    if store.pesan:
        with store.transaction() as tx:
            for unit in _offices(store):
                jejak.write(tx, SISTEM, "memasang ulang aturan", f"unit:{unit}", unit=unit, temuan=store.pesan)
    if store.bermigrasi:
        with store.transaction() as tx:
            tx.change(store.tables)
            about = {"migrasi": store.bermigrasi, "temuan": told}
            for unit in _offices(store):
                jejak.write(tx, SISTEM, "menyegel catatan", f"unit:{unit}", unit=unit, **about)
        if "016_segel" in store.bermigrasi:  # the record is older than its seals
            last = store.read("jejak_terakhir").row(0, named=True)
            jangkar.accept(store.folder, last["nomor"], last["hash"] or jejak.AWAL, "menyegel catatan")
    said = anchored(store)
    store.bercabang = bool(said)
    return told + said


def anchored(store: Store) -> list[str]:
    """What the ends of anchor and trail do not agree on. Acts that the anchor was not told of before the computer
    stopped, it is told now when our key signed them. A record in memory has no anchor."""
    key, last = kunci.own(), jangkar.newest(store.folder) if store.folder else None
    acts = store.read("jejak_ujung", sejak=last.nomor if last else 0)
    if store.folder is None or (acts.is_empty() and last is None):
        return []
    if key is None:
        return [TANPA_KUNCI.format(kunci.path())]
    if last is not None and last.sah is None:
        return [KUNCI_LAIN + JALAN]
    if last is None or not last.sah or last.alasan == jangkar.CABANG or acts.is_empty() or acts["hash"][0] != last.hash:
        return missing(store)
    newer = acts[1:].to_dicts()
    signed = [row for row in newer if key.signed(row["hash"], row["tanda"])]
    if len(signed) < len(newer):
        return [TAK_BERTANDA.format(len(newer) - len(signed), last.nomor)]
    jangkar.write(store.folder, signed)
    return []


def missing(store: Store) -> list[str]:
    """Acts that the anchor names and the trail has not, or has otherwise, by number and time; and what has
    happened to the anchor itself."""
    assert store.folder is not None
    known = jangkar.read(store.folder)
    here = dict(store.read("jejak_ujung", sejak=0).select("nomor", "hash").iter_rows())
    if known is None or not (known.perbuatan or known.rusak):
        return [TANPA_JANGKAR + JALAN] if here else []
    acts = [one for _, one in sorted(known.perbuatan.items())]
    gone = [one for one in acts if one.nomor not in here]
    other = [one for one in acts if here.get(one.nomor, one.hash) != one.hash]
    told = []
    if acts and acts[0].nomor > 1 and known.diterima is None:
        told.append(f"Awal jangkar hilang: yang pertama disebutnya {span(acts[:1])}.")
    if gone:
        told.append(f"Menurut jangkar, {span(gone)} pernah dicatat, tetapi tidak ada di basis data.")
    if other:
        told.append(f"Menurut jangkar, {span(other)} semula berbunyi lain: basis data ini bukan yang terakhir.")
    if told:
        told[-1] += f" {JALAN}"
    for lines, what in ((known.rusak, "berubah sejak ditulis"), (known.asing, "ditandatangani kunci lain")):
        if lines:
            told.append(f"Jangkar: {len(lines)} baris {what}, yang pertama baris {lines[0]}.")
    return told


def _offices(store: Store) -> list[str]:
    """Whom an act of the program is told to; nobody, in a record in which nobody ever acted."""
    units: list[str] = store.read("unit_semua")["unit"].to_list()
    return units or ([""] if store.read("jejak_terakhir")["nomor"].item() else [])
