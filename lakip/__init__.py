"""Lakip: from a quarterly spreadsheet to the LAKIP of a kecamatan.

    acuan -> unggah -> validasi -> rekap -> rollup -> dasbor
      (0)      (1)       (2)        (3)      (4)       (5)
                                     \\         \\----> laporan (6): Word, Excel
                                      \\-> kiriman (7): who sent it, who confirmed it

0 `rencana/`, `anggaran`       sasaran, indikator, targets per PK version; the budget tree
1 `berkas/`, `unggah/`         what may come in; its cells, its tables and what each column means, our own forms
2 `validasi`                   the rules, one line each, that turn a mistake into a temuan
3 `rekap`, `kiriman`           saving a version of realisasi; sending, confirming (by another: `penyimpan`), returning
4 `rollup` over `queries/`     the two rules: fold the quarters, compare with the target
5 `dasbor/`, `kartu`, `grafik/` verdict, tiles and matters; the card of an indikator; charts; free of Streamlit
6 `export/`                    Word and Excel; `penggambar/` is the process that draws its pictures

`utuh/` is whether the record is what was written. `store` owns the DuckDB file (`transaction` is what it lets one ask
and write, `salinan` copies it, `tukar` exchanges it for another) and keeps answers (`jawaban`) until a table behind
them (`tumpuan`) is written; `jejak` is the audit trail and `jejak_kata` its words, `pengaturan` the office and its
dated settings, `akses` the one table of rights, `akun` the accounts, `tugas` what waits for whom, `persiapan` what a
new office needs, `contoh/` the example years. `cadangan/` writes, keeps and brings back backups, `penjaga` is the
thread that sees to them. The vocabulary is in `periode`, `indikator`, `realisasi`, `satuan`, `sebutan`, `formatting`,
`errors`. Screens are in `pages/` and `ui/`, the gate in `server/`, the command line in `__main__`. Nothing below knows
what is above it; import-linter holds that.
"""

VERSI = "0.1.0"
