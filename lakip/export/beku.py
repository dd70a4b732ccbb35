"""What stands behind a report, as text that gives it back exactly: decimals, dates, column types.

JSON has neither; what it lacks is written as an object with one key that begins with "$". A dataclass is written
by its fields and read back by the type hints of its class, so the text names no Python module.
"""

import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

import polars as pl

from lakip.errors import UserError

T = TypeVar("T")

DESIMAL, TANGGAL, WAKTU, UNTAI, PETA, KOLOM = "$desimal", "$tanggal", "$waktu", "$untai", "$peta", "$kolom"
_SEDERHANA = {str(t): t for t in (pl.String, pl.Boolean, pl.Date, pl.Float64, pl.Null, pl.Int8, pl.Int16, pl.Int32,
                                  pl.Int64, pl.Int128, pl.UInt8, pl.UInt16, pl.UInt32, pl.UInt64)}  # fmt: skip
APA_ADANYA = frozenset({*_SEDERHANA.values()} - {pl.Date})  # a cell of such a column is JSON already
_BACA: dict[str, Callable[[Any], Any]] = {
    DESIMAL: Decimal,
    TANGGAL: date.fromisoformat,
    WAKTU: datetime.fromisoformat,
}


def bekukan(bahan: Any) -> str:
    """The same value gives the same text. Raises TypeError for what cannot come back exactly."""
    return json.dumps(susun(bahan), ensure_ascii=False, allow_nan=False)


def susun(bahan: Any) -> Any:
    """What `bekukan` writes, as JSON has it, for a larger text. Raises as that does."""
    return _tulis(bahan)


def cairkan(text: str, kelas: type[T]) -> T:
    """The value of that class again.

    Fields that the class has gained since take their default; what it has lost is passed over.

    Raises:
        UserError: the text is of another class, or of a time when the class had less than it needs.
    """
    try:
        return typing.cast(T, _baca(json.loads(text), kelas))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError(
            "Potret ini tidak dapat dibaca oleh versi aplikasi sekarang. Bukalah dengan versi yang menyusunnya."
        ) from error


# ---------------------------------------------------------------- writing


def _tulis(value: Any) -> Any:
    if isinstance(value, Enum):
        value = value.value
    if value is None or isinstance(value, bool | int | str | float):
        return value
    if isinstance(value, Decimal | date):
        return _tulis_nilai(value)
    return _tulis_susunan(value)


def _tulis_nilai(value: Decimal | date) -> Any:
    if isinstance(value, Decimal):
        return {DESIMAL: str(value)}
    return {WAKTU if isinstance(value, datetime) else TANGGAL: value.isoformat()}


def _tulis_susunan(value: Any) -> Any:
    match value:
        case pl.DataFrame():
            return {KOLOM: [[c.name, _tipe(c.dtype), _sel_kolom(c)] for c in value]}
        case tuple():
            return {UNTAI: [_tulis(v) for v in value]}
        case list():
            return [_tulis(v) for v in value]
        case Mapping():
            return _tulis_peta(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _tulis(getattr(value, f.name)) for f in fields(value)}
    raise TypeError(f"{type(value).__name__} cannot be frozen")


def _tulis_peta(value: Mapping[Any, Any]) -> Any:
    if all(isinstance(k, str) and not k.startswith("$") for k in value):
        return {str(k): _tulis(v) for k, v in value.items()}
    return {PETA: [[_tulis(k), _tulis(v)] for k, v in value.items()]}


def _sel_kolom(kolom: pl.Series) -> list[Any]:
    cells = kolom.to_list()
    return cells if kolom.dtype in APA_ADANYA else [_sel(v) for v in cells]


def _sel(value: Any) -> Any:
    """A cell of a frame: the type of its column says how to read it."""
    if isinstance(value, Decimal | date):  # a datetime is a date
        return str(value) if isinstance(value, Decimal) else value.isoformat()
    if isinstance(value, list):
        return [_sel(v) for v in value]
    if isinstance(value, dict):
        return {k: _sel(v) for k, v in value.items()}
    return value


def _tipe(tipe: pl.DataType) -> Any:
    match tipe:
        case pl.Decimal():
            return ["Decimal", tipe.precision, tipe.scale]
        case pl.Datetime():
            return ["Datetime", tipe.time_unit, tipe.time_zone]
        case pl.List():
            return ["List", _tipe(typing.cast(pl.DataType, tipe.inner))]
        case pl.Struct():
            return ["Struct", [[f.name, _tipe(typing.cast(pl.DataType, f.dtype))] for f in tipe.fields]]
        case pl.Enum():
            return ["Enum", tipe.categories.to_list()]
    if str(tipe) not in _SEDERHANA:
        raise TypeError(f"a column of {tipe} cannot be frozen")
    return str(tipe)


# ---------------------------------------------------------------- reading


def _baca(value: Any, hint: Any) -> Any:
    """`value` as that hint wants it; without a hint, as the text itself says."""
    hint = _inti(hint, value)
    if isinstance(value, dict):
        return _baca_objek(value, hint)
    if isinstance(value, list):
        inner = (typing.get_args(hint) or (Any,))[0]
        return [_baca(v, inner) for v in value]
    if isinstance(hint, type) and issubclass(hint, Enum) and value is not None:
        return hint(value)
    return value


def _baca_objek(value: dict[str, Any], hint: Any) -> Any:
    if KOLOM in value:
        return pl.DataFrame([pl.Series(n, [_buka(v, t) for v in c], _jenis(t)) for n, t, c in value[KOLOM]])
    if UNTAI in value:
        return _baca_untai(value[UNTAI], typing.get_args(hint))
    for name, read in _BACA.items():
        if name in value:
            return read(value[name])
    if is_dataclass(hint):
        return _baca_kelas(value, typing.cast(type, hint))
    of_key, of_value = typing.get_args(hint) or (Any, Any)
    if PETA in value:
        return {_baca(k, of_key): _baca(v, of_value) for k, v in value[PETA]}
    return {_baca(k, of_key): _baca(v, of_value) for k, v in value.items()}


def _baca_untai(values: list[Any], inner: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        inner = (inner[0],) * len(values)
    return tuple(_baca(v, h) for v, h in zip(values, inner or (Any,) * len(values), strict=True))


def _baca_kelas(value: dict[str, Any], kelas: type) -> Any:
    hints = _hints(kelas)
    known = {f.name: _baca(value[f.name], hints[f.name]) for f in fields(kelas) if f.name in value}
    needed = {f.name for f in fields(kelas) if f.default is MISSING and f.default_factory is MISSING}
    if missing := needed - known.keys():
        raise KeyError(*missing)
    return kelas(**known)


@cache
def _hints(kelas: type) -> dict[str, Any]:
    return typing.get_type_hints(kelas)


def _inti(hint: Any, value: Any) -> Any:
    """Of "X | None" the X; of several, the one that this value can be."""
    if typing.get_origin(hint) not in (typing.Union, types.UnionType):
        return hint
    choices = [h for h in typing.get_args(hint) if h is not type(None)]
    return next((h for h in choices if _fits(h, value)), choices[0])


def _fits(hint: Any, value: Any) -> bool:
    if is_dataclass(hint):
        return isinstance(value, dict) and {f.name for f in fields(typing.cast(type, hint))} == value.keys()
    origin = typing.get_origin(hint) or hint
    if isinstance(value, dict):
        return UNTAI in value if origin is tuple else PETA in value or not any(k.startswith("$") for k in value)
    return isinstance(origin, type) and (isinstance(value, origin) or issubclass(origin, Enum))


def _jenis(tipe: Any) -> Any:
    match tipe:
        case ["Decimal", precision, scale]:
            return pl.Decimal(precision, scale)
        case ["Datetime", unit, zone]:
            return pl.Datetime(unit, zone)
        case ["List", inner]:
            return pl.List(_jenis(inner))
        case ["Struct", parts]:
            return pl.Struct([pl.Field(name, _jenis(inner)) for name, inner in parts])
        case ["Enum", names]:
            return pl.Enum(names)
    return _SEDERHANA[tipe]


def _buka(value: Any, tipe: Any) -> Any:
    """A cell again."""
    if value is None:
        return None
    if isinstance(tipe, str):
        return date.fromisoformat(value) if tipe == "Date" else value
    name, inner = tipe[0], tipe[1]
    if name == "List":
        return [_buka(v, inner) for v in value]
    if name == "Struct":
        return {part: _buka(value[part], of) for part, of in inner}
    if name == "Decimal":
        return Decimal(value)
    return datetime.fromisoformat(value) if name == "Datetime" else value
