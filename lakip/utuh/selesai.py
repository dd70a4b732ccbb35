"""What an admin settles when the record is not whole or the clock is doubted; both stand on the trail."""

from collections.abc import Sequence

from lakip import jejak
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.store import Store
from lakip.utuh import jam, jangkar, periksa


def go_on(
    store: Store, pengguna: Pengguna, unit: str, alasan: str, dilihat: Sequence[str] | None = None
) -> tuple[str, ...]:
    """The record goes on as it is, sealed and anchored from here; the trail tells each finding that was accepted, and
    no check tells it again. Gives them.

    Args:
        dilihat: the findings that were on the screen; None: whatever is found now.

    Raises:
        UserError: without a reason, or when more is found than was seen.
    """
    pengguna.require(Izin.AKUN, unit)
    why = " ".join(alasan.split())
    if not why:
        raise UserError("Melanjutkan catatan yang tidak utuh harus beralasan. Tulis alasannya, lalu ulangi.")
    temuan = periksa.check(store).temuan
    if dilihat is not None and set(temuan) - set(dilihat):
        raise UserError("Temuannya bertambah sejak diperiksa. Periksa sekali lagi, lalu putuskan.")
    with store.transaction() as tx:
        tx.change(store.tables)
        jejak.write(
            tx, pengguna.akun, "melanjutkan dengan catatan yang ada", f"unit:{unit}", unit=unit, alasan=why,
            temuan=list(temuan),
        )  # fmt: skip
    if store.folder is not None:
        last = store.read("jejak_terakhir").row(0, named=True)
        jangkar.accept(store.folder, last["nomor"], last["hash"], why)
        store.bercabang = False
    return temuan


def clock_is_right(store: Store, pengguna: Pengguna, unit: str, alasan: str) -> None:
    """The computer's clock is right; later acts are held against it. Raises UserError without a reason."""
    pengguna.require(Izin.AKUN, unit)
    if not alasan.strip():
        raise UserError("Menyatakan jam benar harus beralasan, misalnya “kantor tutup dua bulan”. Tulis alasannya.")
    said = jam.now_doubted(store)
    with store.transaction() as tx:
        jejak.write(
            tx, pengguna.akun, "menyatakan jam benar", f"unit:{unit}", unit=unit, alasan=alasan.strip(), diragukan=said
        )
    jam.settle()
