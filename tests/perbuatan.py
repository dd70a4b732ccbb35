"""Which functions of the program write into the record, found by what they call; so that none is overlooked."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import CodeType, FunctionType, ModuleType

import lakip

# The ways in ask somebody's name and hand it on; the example acts as its own people; the store is what is written to.
BUKAN = ("lakip.ui", "lakip.server", "lakip.perintah", "lakip.__main__", "lakip.contoh", "lakip.store")


@cache
def writers() -> dict[str, FunctionType]:
    """Every public function that opens a transaction, itself or through another: {"kiriman.submit": it}."""
    return {_name(f): f for f in _functions() if not f.__name__.startswith("_") and _writes(f)}


# ---------------------------------------------------------------- inside


def _name(function: FunctionType) -> str:
    return f"{function.__module__.removeprefix('lakip.')}.{function.__name__}"


@cache
def _functions() -> tuple[FunctionType, ...]:
    modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(lakip.__path__, "lakip.")
               if not m.name.startswith(BUKAN)]  # fmt: skip
    found = (inspect.unwrap(value) for module in modules for value in vars(module).values() if callable(value))
    return tuple({f for f in found if isinstance(f, FunctionType) and _ours(f)})


def _ours(function: FunctionType) -> bool:
    return function.__module__.startswith("lakip.") and not function.__module__.startswith(BUKAN)


@cache
def _writes(function: FunctionType) -> bool:
    seen, todo = set(), [function]
    while todo:
        one = todo.pop()
        if one in seen:
            continue
        seen.add(one)
        if "transaction" in _words(one.__code__):
            return True
        todo += _called(one)
    return False


def _words(code: CodeType) -> set[str]:
    inner = (_words(c) for c in code.co_consts if isinstance(c, CodeType))
    return {*code.co_names}.union(*inner)


def _called(function: FunctionType) -> Iterator[FunctionType]:
    """The functions of the program that it names, bare or as an attribute of a module that it names."""
    words = _words(function.__code__)
    for word in words:
        value = function.__globals__.get(word)
        within = [getattr(value, w, None) for w in words] if isinstance(value, ModuleType) else [value]
        for one in map(inspect.unwrap, filter(callable, within)):
            if isinstance(one, FunctionType) and _ours(one):
                yield one
