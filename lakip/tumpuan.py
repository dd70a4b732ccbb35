"""Which tables a piece of SQL rests on, through the views and macros it names."""

import re
from functools import cache

RULE = re.compile(r"create or replace (?:view|macro) (\w+)")
COMMENT = re.compile(r"--[^\n]*")
WORD = re.compile(r"(?<![\w.])\w+|(?<=\.)\w+(?=\s*\()")  # behind a dot is a column, unless it is called


@cache
def tables_of(sql: str, rules: tuple[str, ...], tables: frozenset[str]) -> tuple[str, ...]:
    """Those of `tables` that `sql` may read. Every word that is the name of one counts, so it can be one too many, and
    never one too few."""
    bodies = _bodies(rules)
    found: set[str] = set()
    seen: set[str] = set()
    todo = _words(sql)
    while todo:
        word = todo.pop()
        seen.add(word)
        if word in tables:
            found.add(word)
        todo |= bodies.get(word, set()) - seen
    return tuple(sorted(found))


@cache
def _bodies(rules: tuple[str, ...]) -> dict[str, set[str]]:
    """The words behind the name of each view and macro."""
    parts = RULE.split("\n".join(rules))[1:]
    return {name: _words(body) for name, body in zip(parts[::2], parts[1::2], strict=True)}


def _words(sql: str) -> set[str]:
    return set(WORD.findall(COMMENT.sub("", sql).lower()))
