"""What every upload of plans does with a file that was read: nothing held, archived first, then one transaction."""

from collections.abc import Callable
from typing import Any

from lakip import rekap
from lakip.akses import Izin, Pengguna
from lakip.berkas import hakim
from lakip.berkas.unggahan import row as unggahan_row
from lakip.rekap import Simpanan
from lakip.store import Store
from lakip.unggah import betulan
from lakip.unggah.hasil import Hasil, require_settled


def record(
    store: Store,
    pengguna: Pengguna,
    hasil: Hasil,
    jenis: str,
    write: Callable[[dict[str, Any]], tuple[int, str]],
) -> Simpanan:
    """Record what was read, whole or not at all.

    Args:
        jenis: the kind of form, as table unggahan has it.
        write: takes the row of table unggahan and records it together with the content; gives how much changed,
            and the sentence that says so. 0: it was recorded already, and nothing was written.

    Raises:
        AccessError: the pengguna may not change plans.
        UserError: something is still held, or `write` refuses.
    """
    pengguna.require(Izin.RENCANA, hasil.unit)
    require_settled(hasil)
    if not hasil.perubahan:
        return Simpanan(None, 0, hasil.tanpa_perubahan)
    row = unggahan_row(
        pengguna.akun, hasil.unit, jenis, hasil.tahun, hasil.nama_berkas, hasil.content, dibaca=hasil.dibaca,
        dilewati=len(hasil.dilewati), ditahan=hasil.ditahan, dibetulkan=betulan.recorded(hasil.dibetulkan),
    )  # fmt: skip
    store.archive(hasil.sha256, hakim.suffix(hasil.content), hasil.content)
    changed, told = write(row)
    return Simpanan(str(row["id"]), changed, told) if changed else Simpanan(None, 0, rekap.SAMA)
