"""Which browser this is, in a few words, as it says itself: for the list of one's own sessions."""

PERAMBAN = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
)  # fmt: skip
ALAT = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"), ("Linux", "Linux"),
)  # fmt: skip


def browser(user_agent: str) -> str:
    """ "Chrome di Windows"; of one that it does not know, "peramban lain"."""
    name, on = (next((said for mark, said in table if mark in user_agent), None) for table in (PERAMBAN, ALAT))
    return f"{name or 'peramban lain'}{f' di {on}' if on else ''}"
