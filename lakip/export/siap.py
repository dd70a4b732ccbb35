"""What is made before anybody asks for it: the last few, kept until they are taken. Knows nothing of reports."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class _GivenWayError(Exception):
    """Somebody waits for something else."""


class Siap(Generic[K, T]):
    """Things by their key, at most `banyak`."""

    def __init__(self, banyak: int) -> None:
        self._banyak = banyak
        self._ready: OrderedDict[K, T] = OrderedDict()
        self._making: K | None = None
        self._give_way = False
        self._changed = threading.Condition()

    def take(self, key: K) -> T | None:
        """The thing, which nobody else then gets; waits while it is being made. None: it is not there, and what is
        being made instead gives way."""
        with self._changed:
            self.give_way(key)
            self._changed.wait_for(lambda: self._making != key)
            return self._ready.pop(key, None)

    def prepare(self, key: K, make: Callable[[Callable[[], None]], T]) -> None:
        """Make it, unless it is there or something else is being made. `make` calls what it is given now and then, and
        is ended there when it is to give way."""
        with self._changed:
            if key in self._ready or self._making is not None:
                return
            self._making, self._give_way = key, False
        made: T | None = None
        try:
            made = make(self._check)
        except _GivenWayError:
            pass
        finally:
            with self._changed:
                self._making = None
                if made is not None:
                    self._keep(key, made)
                self._changed.notify_all()

    def give_way(self, key: K | None = None) -> None:
        """Let what is being made end early, unless it is this."""
        with self._changed:
            self._give_way = self._making is not None and self._making != key

    def _check(self) -> None:
        if self._give_way:
            raise _GivenWayError

    def _keep(self, key: K, made: T) -> None:
        self._ready[key] = made
        while len(self._ready) > self._banyak:
            self._ready.popitem(last=False)
