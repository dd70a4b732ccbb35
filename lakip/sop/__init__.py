"""Stage 7, its papers: the SOP as data, its working calendar, its disposisi and its sosialisasi.

`langkah` is the SOP and its versions, `pertanyaan` what its printed copy leaves open; `waktu_kerja` reckons in
working time with what `kalender` has on record; `disposisi` and `sosialisasi` are the evidence that the steps leave.
Where a run stands, who holds it and what an approval closes is not told here.
"""
