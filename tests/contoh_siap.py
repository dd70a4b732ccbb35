"""The example office, loaded once for all tests that only read it."""

from functools import cache

from lakip import contoh
from lakip.store import Store


@cache
def loaded() -> tuple[Store, list[tuple[str, str, str, str]]]:
    """The store and its accounts. Whoever changes something loads a store of its own."""
    store = Store(None)
    return store, contoh.load(store)
