"""Writing behind the back of the program, as somebody with a database tool could."""

from typing import Any

from lakip.store import Store


def behind(store: Store, sql: str, params: dict[str, Any] | None = None) -> None:
    """Answers that were kept fall, as they would with the next start."""
    store._root.execute(sql, params)
    store.forget()
