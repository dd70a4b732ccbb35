"""Lakip: from a quarterly spreadsheet to the LAKIP of a kecamatan.

    acuan -> unggah -> validasi -> rekap -> rollup -> dasbor
      (0)      (1)       (2)        (3)      (4)       (5)
                                     \\         \\----> laporan (6): Word, Excel
                                      \\-> kiriman (7): who sent it, who confirmed it

0 `rencana`, `anggaran`      sasaran, indikator, targets per PK version; the budget tree
1 `unggah/`                  safe reading of a workbook, which column is what, the blank forms
2 `validasi`                 the rules, one line each, that turn a mistake into a temuan
3 `rekap`                    saving a version of realisasi; sending, confirming, returning
4 `rollup` over `queries/`   the two rules: fold the quarters, compare with the target
5 `dasbor`, `grafik`         headline figures and charts, free of Streamlit
6 `export/`                  Word and Excel

`store` owns the DuckDB file, `jejak` the audit trail, `akses` the one table of rights, `akun` the
accounts. Screens are in `pages/` and `ui/`, the gate in `server/`. Nothing below knows what is above it.
"""
