"""Stage 1: what comes in as a workbook.

`berkas` reads it safely and marks the user's own copy; `tabel` finds tables and reads numbers as Indonesians write
them; `formulir` is what our own forms have in common; each kind of workbook has a room of its own.
"""
