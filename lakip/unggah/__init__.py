"""Stage 1: what comes in as a workbook.

A figure enters the record only through a column somebody vouched for: the hidden identity of our own form, a reading
that a person confirmed, or a remembered one that fits. An arrow never runs back up (import-linter):

`berkas/`     its sheets and cells, with what shows and what lies beneath; the marked copy that goes back
`tabel/`      `kosakata`, `waktu`, `makna`: what a heading means; `kepala`, `blok`: where headings are; `label`,
              `tabel`: what each row is of; `cocok`, `peta`: which column holds what; `angka`: a number as Indonesians
              write it; `ragu`: doubts
`formulir/`   our own forms: one writer, one hidden identity, one reader of it, what changed since one was issued
`pembacaan`   what every reading does alike; `perbaris` of tables with one indikator a row; `hasil` what it came to;
              `dilewati` the rows passed over, summed
a room each   realisasi, rencana, anggaran, dokumen, pembanding, kaitan: what it looks for, its rules, its save
`profil`      confirmed readings, remembered
"""
