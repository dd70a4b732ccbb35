"""Our own forms: the hidden identity, and what was changed since one was issued."""
