"""Stage 1: what comes in as a workbook.

`berkas` reads it safely, `angka` reads a number as Indonesians write it, `kolom` finds which column is
what, `formulir` writes the form, `salinan` marks the user's own copy, `realisasi` conducts.
"""
