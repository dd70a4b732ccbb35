"""What a long name is called where there is little room: on a tile, in a row of the dashboard, in a message.

The record keeps one name of each indikator and bagian, as on the form; the short one is always made from it.
"""

PANJANG = 36  # letters that a row of the dashboard has room for
PENDEK = 20  # letters of a bagian
UKURAN = ("persentase", "jumlah", "rata-rata", "tingkat", "cakupan", "rasio", "banyaknya", "besaran")
EKOR = ("kecamatan", "umum", "masyarakat", "di wilayah", "di")
SAMBUNG = frozenset(
    ("dan", "atau", "yang", "di", "ke", "dari", "pada", "untuk", "dengan", "serta", "oleh", "dalam", "atas", "terhadap")
)
PECAHAN = {"Seksi ": "", "Subbagian ": "", "Subbag ": "", "Sub Bagian ": "", "Kelurahan ": "Kel. "}


def indikator(nama: str) -> str:
    """The name without the word that its satuan says already: "Desa berstatus mandiri". What is longer than PANJANG
    loses, in this order: "yang", the scope at its end, who does it, its last words."""
    words = " ".join(nama.split())
    first, _, rest = words.partition(" ")
    if first.lower() in UKURAN and rest:
        words = rest
    if len(words) > PANJANG:
        words = words.replace(" yang di", " di")
    while len(words) > PANJANG and (tail := next((t for t in EKOR if words.lower().endswith(f" {t}")), "")):
        words = words[: -len(tail) - 1]
    before, that, after = words.partition(" yang me")
    if len(words) > PANJANG and that and before and " " in after:
        words = after.partition(" ")[2]
    return _cut(words[:1].upper() + words[1:])


def bagian(nama: str) -> str:
    """ "Perencanaan" for "Subbagian Perencanaan dan Keuangan", "Pemberdayaan" for "Seksi Pemberdayaan Masyarakat dan
    Desa"; a kelurahan keeps its whole name."""
    for long, short in PECAHAN.items():
        if nama.startswith(long):
            nama = short + nama.removeprefix(long)
    short = nama.partition(" dan ")[0]
    return short if len(short) <= PENDEK or short.startswith("Kel.") else short.partition(" ")[0]


def _cut(words: str) -> str:
    if len(words) <= PANJANG:
        return words
    kept = words[: PANJANG - 1].rpartition(" ")[0].split(" ")
    while len(kept) > 1 and kept[-1].lower() in SAMBUNG:
        kept.pop()
    return f"{' '.join(kept)} …"
