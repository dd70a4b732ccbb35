"""The example years worked out by hand: what every triwulan adds up to, and why.

Written as the sums they are, from data/contoh/*.csv alone and not from what the program says. T and R in a
capaian are the target and realisasi of its row; IK-01 in an average is the capaian of that row.
"""

import ast
import operator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from contoh_siap import loaded

from lakip import anggaran, rollup
from lakip.contoh.isi import UNIT
from lakip.formatting import half_up

PER = date(2026, 10, 31)

# kode | target | realisasi | capaian = as printed | kategori or alasan | terisi/berlaku | dibenarkan | state
CAPAIAN = {
    (2024, "SM1"): """
IK-01 | 84        | (83.25 + 84.10) / 2           | 100 * R / T = 99.61             | Sangat Tinggi  | 2/2 | 2 | tetap
IK-02 | 90        | 100 * (18 + 22) / (20 + 25)   | 100 * R / T = 98.77             | Sangat Tinggi  | 2/2 | 2 | tetap
IK-03 | -         | -                             | -                               | belum_waktunya | 0/0 | 0 | tetap
IK-04 | 45        | 100 * 1545874875 / 3624025000 | 100 * (T - (T - R)) / T = 94.79 | Sangat Tinggi  | 2/2 | 2 | tetap
IK-05 | 40        | 100 * 6 / 15                  | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-06 | 4         | 4                             | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-07 | 85        | 100 * 68 / 80                 | 100 * R / T = 100.00            | Sangat Tinggi  | 1/1 | 1 | tetap
IK-08 | 3 + 3     | 2 + 4                         | 100 * (2 * T - R) / T = 100.00  | Sangat Tinggi  | 2/2 | 2 | tetap
IK-09 | 1 + 1     | 1 + 0                         | 100 * T / R = 200.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-10 | 3         | (2.8 + 3.1) / 2               | 100 * (2 * T - R) / T = 101.67  | Sangat Tinggi  | 2/2 | 2 | tetap
IK-11 | 300 + 300 | 312 + 287                     | 100 * R / T = 99.83             | Sangat Tinggi  | 2/2 | 2 | tetap
IK-12 | 2 + 1     | 2 + 1                         | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-13 | 96        | (95.5 + 96.4) / 2             | 100 * R / T = 99.95             | Sangat Tinggi  | 2/2 | 2 | tetap
IK-14 | 80        | 100 * (20 + 24) / (25 + 32)   | 100 * R / T = 96.49             | Sangat Tinggi  | 2/2 | 2 | tetap
IK-15 | 4 + 4     | 4 + 4                         | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-16 | 75        | 100 * 17 / 22                 | 100 * R / T = 103.03            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-17 | 330       | 341                           | 100 * R / T = 103.33            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-18 | 90        | 100 * (2 + 3) / (2 + 4)       | 100 * R / T = 92.59             | Sangat Tinggi  | 2/2 | 2 | tetap
IK-19 | 50        | 100 * 5 / 10                  | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-01 | 95        | 100 * (38 + 39) / (40 + 41)   | 100 * R / T = 100.06            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-02 | 2 + 1     | 2 + 1                         | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-03 | 22        | 22                            | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-04 | 50        | 100 * 12 / 24                 | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-05 | -         | -                             | -                               | belum_waktunya | 0/0 | 0 | tetap
OP-06 | -         | -                             | -                               | belum_waktunya | 0/0 | 0 | tetap
OP-07 | 1 + 1     | 1 + 1                         | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-08 | 50        | 48                            | 100 * R / T = 96.00             | Sangat Tinggi  | 1/1 | 1 | tetap
OP-09 | 8         | 8                             | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-10 | 73.33     | 100 * 11 / 15                 | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
""",
    (2024, "SM2"): """
IK-01 | 84        | (85.40 + 86.05) / 2           | 100 * R / T = 102.05            | Sangat Tinggi | 2/2 | 2 | tetap
IK-02 | 90        | 100 * (27 + 24) / (30 + 25)   | 100 * R / T = 103.03            | Sangat Tinggi | 2/2 | 2 | tetap
IK-03 | 70        | 71.35                         | 100 * R / T = 101.93            | Sangat Tinggi | 1/1 | 1 | tetap
IK-04 | 95        | 100 * 3363209500 / 3624025000 | 100 * (T - (T - R)) / T = 97.69 | Sangat Tinggi | 2/2 | 2 | tetap
IK-05 | 100       | 100 * 14 / 15                 | 100 * R / T = 93.33             | Sangat Tinggi | 2/2 | 2 | tetap
IK-06 | 5         | 5                             | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
IK-07 | -         | -                             | -                               | tanpa_target  | 0/0 | 0 | tetap
IK-08 | 3 + 3     | 3 + 5                         | 100 * (2 * T - R) / T = 66.67   | Sedang        | 2/2 | 2 | tetap
IK-09 | 1 + 1     | 2 + 1                         | 100 * T / R = 66.67             | Sedang        | 2/2 | 2 | tetap
IK-10 | 3         | (2.9 + 3.4) / 2               | 100 * (2 * T - R) / T = 95.00   | Sangat Tinggi | 2/2 | 2 | tetap
IK-11 | 300 + 300 | 325 + 301                     | 100 * R / T = 104.33            | Sangat Tinggi | 2/2 | 2 | tetap
IK-12 | 2 + 1     | 2 + 1                         | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
IK-13 | 96        | (95.8 + 97.1) / 2             | 100 * R / T = 100.47            | Sangat Tinggi | 2/2 | 2 | tetap
IK-14 | 80        | 100 * (27 + 17) / (30 + 21)   | 100 * R / T = 107.84            | Sangat Tinggi | 2/2 | 2 | tetap
IK-15 | 4 + 4     | 3 + 4                         | 100 * R / T = 87.50             | Tinggi        | 2/2 | 2 | tetap
IK-16 | 80        | 100 * 18 / 22                 | 100 * R / T = 102.27            | Sangat Tinggi | 2/2 | 2 | tetap
IK-17 | 690       | 702                           | 100 * R / T = 101.74            | Sangat Tinggi | 2/2 | 2 | tetap
IK-18 | 90        | 100 * (3 + 4) / (3 + 5)       | 100 * R / T = 97.22             | Sangat Tinggi | 2/2 | 2 | tetap
IK-19 | 100       | 100 * 9 / 10                  | 100 * R / T = 90.00             | Tinggi        | 2/2 | 2 | tetap
OP-01 | 95        | 100 * (41 + 40) / (42 + 42)   | 100 * R / T = 101.50            | Sangat Tinggi | 2/2 | 2 | tetap
OP-02 | 2 + 1     | 2 + 1                         | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
OP-03 | 22        | 22                            | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
OP-04 | 100       | 100 * 23 / 24                 | 100 * R / T = 95.83             | Sangat Tinggi | 2/2 | 2 | tetap
OP-05 | 60        | 100 * 31 / 48                 | 100 * R / T = 107.64            | Sangat Tinggi | 1/1 | 1 | tetap
OP-06 | 1 + 2     | 1 + 2                         | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
OP-07 | 1 + 1     | 1 + 1                         | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
OP-08 | 100       | 112                           | 100 * R / T = 112.00            | Sangat Tinggi | 1/1 | 1 | tetap
OP-09 | 15        | 15                            | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
OP-10 | 80        | 100 * 12 / 15                 | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
""",
    (2024, "TH"): """
IK-01 | 84   | (83.25 + 84.10 + 85.40 + 86.05) / 4             | 100 * R / T = 100.83            | Sangat Tinggi | 4/4 | 4 | tetap
IK-02 | 90   | 100 * (18 + 22 + 27 + 24) / (20 + 25 + 30 + 25) | 100 * R / T = 101.11            | Sangat Tinggi | 4/4 | 4 | tetap
IK-03 | 70   | 71.35                                           | 100 * R / T = 101.93            | Sangat Tinggi | 1/1 | 1 | tetap
IK-04 | 95   | 100 * 3363209500 / 3624025000                   | 100 * (T - (T - R)) / T = 97.69 | Sangat Tinggi | 4/4 | 4 | tetap
IK-05 | 100  | 100 * 14 / 15                                   | 100 * R / T = 93.33             | Sangat Tinggi | 4/4 | 4 | tetap
IK-06 | 5    | 5                                               | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
IK-07 | 85   | 100 * 68 / 80                                   | 100 * R / T = 100.00            | Sangat Tinggi | 1/1 | 1 | tetap
IK-08 | 12   | 2 + 4 + 3 + 5                                   | 100 * (2 * T - R) / T = 83.33   | Tinggi        | 4/4 | 4 | tetap
IK-09 | 4    | 1 + 0 + 2 + 1                                   | 100 * T / R = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
IK-10 | 3    | (2.8 + 3.1 + 2.9 + 3.4) / 4                     | 100 * (2 * T - R) / T = 98.33   | Sangat Tinggi | 4/4 | 4 | tetap
IK-11 | 1200 | 312 + 287 + 325 + 301                           | 100 * R / T = 102.08            | Sangat Tinggi | 4/4 | 4 | tetap
IK-12 | 6    | 2 + 1 + 2 + 1                                   | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
IK-13 | 96   | (95.5 + 96.4 + 95.8 + 97.1) / 4                 | 100 * R / T = 100.21            | Sangat Tinggi | 4/4 | 4 | tetap
IK-14 | 80   | 100 * (20 + 24 + 27 + 17) / (25 + 32 + 30 + 21) | 100 * R / T = 101.85            | Sangat Tinggi | 4/4 | 4 | tetap
IK-15 | 16   | 4 + 4 + 3 + 4                                   | 100 * R / T = 93.75             | Sangat Tinggi | 4/4 | 4 | tetap
IK-16 | 80   | 100 * 18 / 22                                   | 100 * R / T = 102.27            | Sangat Tinggi | 4/4 | 4 | tetap
IK-17 | 690  | 702                                             | 100 * R / T = 101.74            | Sangat Tinggi | 4/4 | 4 | tetap
IK-18 | 90   | 100 * (2 + 3 + 3 + 4) / (2 + 4 + 3 + 5)         | 100 * R / T = 95.24             | Sangat Tinggi | 4/4 | 4 | tetap
IK-19 | 100  | 100 * 9 / 10                                    | 100 * R / T = 90.00             | Tinggi        | 4/4 | 4 | tetap
OP-01 | 95   | 100 * (38 + 39 + 41 + 40) / (40 + 41 + 42 + 42) | 100 * R / T = 100.80            | Sangat Tinggi | 4/4 | 4 | tetap
OP-02 | 6    | 2 + 1 + 2 + 1                                   | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
OP-03 | 22   | 22                                              | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
OP-04 | 100  | 100 * 23 / 24                                   | 100 * R / T = 95.83             | Sangat Tinggi | 4/4 | 4 | tetap
OP-05 | 60   | 100 * 31 / 48                                   | 100 * R / T = 107.64            | Sangat Tinggi | 1/1 | 1 | tetap
OP-06 | 3    | 1 + 2                                           | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
OP-07 | 4    | 1 + 1 + 1 + 1                                   | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
OP-08 | 150  | 48 + 112                                        | 100 * R / T = 106.67            | Sangat Tinggi | 2/2 | 2 | tetap
OP-09 | 15   | 15                                              | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
OP-10 | 80   | 100 * 12 / 15                                   | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
""",
    (2025, "SM1"): """
IK-01 | 85        | (84.60 + 85.90) / 2           | 100 * R / T = 100.29            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-02 | 92        | 100 * (23 + 18) / (25 + 24)   | 100 * R / T = 90.95             | Sangat Tinggi  | 2/2 | 2 | tetap
IK-03 | -         | -                             | -                               | belum_waktunya | 0/0 | 0 | tetap
IK-04 | 45        | 100 * 1619541500 / 3711150000 | 100 * (T - (T - R)) / T = 96.98 | Sangat Tinggi  | 2/2 | 2 | tetap
IK-05 | 40        | 100 * 7 / 15                  | 100 * R / T = 116.67            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-06 | 5         | 5                             | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-07 | 85        | 100 * 74 / 82                 | 100 * R / T = 106.17            | Sangat Tinggi  | 1/1 | 1 | tetap
IK-08 | 3 + 3     | 2 + 1                         | 100 * (2 * T - R) / T = 150.00  | Sangat Tinggi  | 2/2 | 2 | tetap
IK-09 | 1 + 1     | 1 + 1                         | 100 * T / R = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-10 | 2.75      | (2.5 + 2.6) / 2               | 100 * (2 * T - R) / T = 107.27  | Sangat Tinggi  | 2/2 | 2 | tetap
IK-11 | 325 + 325 | 340 + 310                     | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-12 | 2 + 1     | 2 + 0                         | 100 * R / T = 66.67             | Sedang         | 2/2 | 2 | tetap
IK-13 | 97        | (96.2 + 97.5) / 2             | 100 * R / T = 99.85             | Sangat Tinggi  | 2/2 | 2 | tetap
IK-14 | 82        | 100 * (22 + 30) / (28 + 34)   | 100 * R / T = 102.28            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-15 | 4 + 4     | 4 + 3                         | 100 * R / T = 87.50             | Tinggi         | 2/2 | 2 | tetap
IK-16 | 80        | 100 * 18 / 22                 | 100 * R / T = 102.27            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-17 | 350       | 362                           | 100 * R / T = 103.43            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-18 | 90        | 100 * (2 + 1) / (2 + 1)       | 100 * R / T = 111.11            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-19 | 50        | 100 * 6 / 12                  | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-01 | 96        | 100 * (40 + 42) / (42 + 43)   | 100 * R / T = 100.49            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-02 | 2 + 1     | 2 + 1                         | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-03 | 23        | 23                            | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-04 | 50        | 100 * 13 / 24                 | 100 * R / T = 108.33            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-05 | -         | -                             | -                               | belum_waktunya | 0/0 | 0 | tetap
OP-06 | 1         | 1                             | 100 * R / T = 100.00            | Sangat Tinggi  | 1/1 | 1 | tetap
OP-07 | 1 + 1     | 1 + 0                         | 100 * R / T = 50.00             | Sangat Rendah  | 2/2 | 2 | tetap
OP-08 | 60        | 65                            | 100 * R / T = 108.33            | Sangat Tinggi  | 1/1 | 1 | tetap
OP-09 | 8         | 9                             | 100 * R / T = 112.50            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-10 | 80        | 100 * 12 / 15                 | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
""",
    (2025, "SM2"): """
IK-01 | 85        | (87.10) / 1                   | 100 * R / T = 102.47            | Sangat Tinggi | 2/2 | 2 | tetap
IK-02 | 92        | 100 * (30 + 20) / (31 + 20)   | 100 * R / T = 106.56            | Sangat Tinggi | 2/2 | 2 | tetap
IK-03 | 72        | 73.10                         | 100 * R / T = 101.53            | Sangat Tinggi | 1/1 | 1 | tetap
IK-04 | 95        | 100 * 3474627000 / 3736550000 | 100 * (T - (T - R)) / T = 97.88 | Sangat Tinggi | 2/2 | 2 | tetap
IK-05 | 100       | 100 * 15 / 15                 | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
IK-06 | 7         | 6                             | 100 * R / T = 85.71             | Tinggi        | 2/2 | 2 | tetap
IK-07 | -         | -                             | -                               | tanpa_target  | 0/0 | 0 | tetap
IK-08 | 2 + 2     | 2 + 3                         | 100 * (2 * T - R) / T = 75.00   | Sedang        | 2/2 | 2 | tetap
IK-09 | 1 + 0     | 0 + 0                         | 100 = 100.00                    | Sangat Tinggi | 2/2 | 2 | tetap
IK-10 | 2.75      | (3.9 + 2.8) / 2               | 100 * (2 * T - R) / T = 78.18   | Tinggi        | 2/2 | 2 | tetap
IK-11 | 375 + 375 | 402 + 355                     | 100 * R / T = 100.93            | Sangat Tinggi | 2/2 | 2 | tetap
IK-12 | 2 + 1     | 3 + 1                         | 100 * R / T = 133.33            | Sangat Tinggi | 2/2 | 2 | tetap
IK-13 | 97        | (97.1 + 98.0) / 2             | 100 * R / T = 100.57            | Sangat Tinggi | 2/2 | 2 | tetap
IK-14 | 82        | 100 * (25 + 36) / (31 + 40)   | 100 * R / T = 104.77            | Sangat Tinggi | 2/2 | 2 | tetap
IK-15 | 4 + 4     | 5 + 6                         | 100 * R / T = 137.50            | Sangat Tinggi | 2/2 | 2 | tetap
IK-16 | 85        | 100 * 20 / 23                 | 100 * R / T = 102.30            | Sangat Tinggi | 2/2 | 2 | tetap
IK-17 | 720       | 698                           | 100 * R / T = 96.94             | Sangat Tinggi | 2/2 | 2 | tetap
IK-18 | 90        | 100 * (1 + 3) / (2 + 3)       | 100 * R / T = 88.89             | Tinggi        | 2/2 | 2 | tetap
IK-19 | 100       | 100 * 12 / 12                 | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
OP-01 | 96        | 100 * (41 + 44) / (43 + 44)   | 100 * R / T = 101.77            | Sangat Tinggi | 2/2 | 2 | tetap
OP-02 | 2 + 1     | 1 + 2                         | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
OP-03 | 23        | 22                            | 100 * R / T = 95.65             | Sangat Tinggi | 2/2 | 2 | tetap
OP-04 | 100       | 100 * 24 / 24                 | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
OP-05 | 62        | 100 * 33 / 52                 | 100 * R / T = 102.36            | Sangat Tinggi | 1/1 | 1 | tetap
OP-06 | 1 + 2     | 1 + 1                         | 100 * R / T = 66.67             | Sedang        | 2/2 | 2 | tetap
OP-07 | 1 + 1     | 2 + 1                         | 100 * R / T = 150.00            | Sangat Tinggi | 2/2 | 2 | tetap
OP-08 | 100       | 97                            | 100 * R / T = 97.00             | Sangat Tinggi | 1/1 | 1 | tetap
OP-09 | 15        | 15                            | 100 * R / T = 100.00            | Sangat Tinggi | 2/2 | 2 | tetap
OP-10 | 80        | 100 * 13 / 15                 | 100 * R / T = 108.33            | Sangat Tinggi | 2/2 | 2 | tetap
""",
    (2025, "TH"): """
IK-01 | 85   | (84.60 + 85.90 + 87.10) / 3                     | 100 * R / T = 101.02            | Sangat Tinggi | 4/4 | 4 | tetap
IK-02 | 92   | 100 * (23 + 18 + 30 + 20) / (25 + 24 + 31 + 20) | 100 * R / T = 98.91             | Sangat Tinggi | 4/4 | 4 | tetap
IK-03 | 72   | 73.10                                           | 100 * R / T = 101.53            | Sangat Tinggi | 1/1 | 1 | tetap
IK-04 | 95   | 100 * 3474627000 / 3736550000                   | 100 * (T - (T - R)) / T = 97.88 | Sangat Tinggi | 4/4 | 4 | tetap
IK-05 | 100  | 100 * 15 / 15                                   | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
IK-06 | 7    | 6                                               | 100 * R / T = 85.71             | Tinggi        | 4/4 | 4 | tetap
IK-07 | 85   | 100 * 74 / 82                                   | 100 * R / T = 106.17            | Sangat Tinggi | 1/1 | 1 | tetap
IK-08 | 10   | 2 + 1 + 2 + 3                                   | 100 * (2 * T - R) / T = 120.00  | Sangat Tinggi | 4/4 | 4 | tetap
IK-09 | 3    | 1 + 1 + 0 + 0                                   | 100 * T / R = 150.00            | Sangat Tinggi | 4/4 | 4 | tetap
IK-10 | 2.75 | (2.5 + 2.6 + 3.9 + 2.8) / 4                     | 100 * (2 * T - R) / T = 92.73   | Sangat Tinggi | 4/4 | 4 | tetap
IK-11 | 1400 | 340 + 310 + 402 + 355                           | 100 * R / T = 100.50            | Sangat Tinggi | 4/4 | 4 | tetap
IK-12 | 6    | 2 + 0 + 3 + 1                                   | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
IK-13 | 97   | (96.2 + 97.5 + 97.1 + 98.0) / 4                 | 100 * R / T = 100.21            | Sangat Tinggi | 4/4 | 4 | tetap
IK-14 | 82   | 100 * (22 + 30 + 25 + 36) / (28 + 34 + 31 + 40) | 100 * R / T = 103.61            | Sangat Tinggi | 4/4 | 4 | tetap
IK-15 | 16   | 4 + 3 + 5 + 6                                   | 100 * R / T = 112.50            | Sangat Tinggi | 4/4 | 4 | tetap
IK-16 | 85   | 100 * 20 / 23                                   | 100 * R / T = 102.30            | Sangat Tinggi | 4/4 | 4 | tetap
IK-17 | 720  | 698                                             | 100 * R / T = 96.94             | Sangat Tinggi | 4/4 | 4 | tetap
IK-18 | 90   | 100 * (2 + 1 + 1 + 3) / (2 + 1 + 2 + 3)         | 100 * R / T = 97.22             | Sangat Tinggi | 4/4 | 4 | tetap
IK-19 | 100  | 100 * 12 / 12                                   | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
OP-01 | 96   | 100 * (40 + 42 + 41 + 44) / (42 + 43 + 43 + 44) | 100 * R / T = 101.14            | Sangat Tinggi | 4/4 | 4 | tetap
OP-02 | 6    | 2 + 1 + 1 + 2                                   | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
OP-03 | 23   | 22                                              | 100 * R / T = 95.65             | Sangat Tinggi | 4/4 | 4 | tetap
OP-04 | 100  | 100 * 24 / 24                                   | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
OP-05 | 62   | 100 * 33 / 52                                   | 100 * R / T = 102.36            | Sangat Tinggi | 1/1 | 1 | tetap
OP-06 | 4    | 1 + 1 + 1                                       | 100 * R / T = 75.00             | Sedang        | 3/3 | 3 | tetap
OP-07 | 4    | 1 + 0 + 2 + 1                                   | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
OP-08 | 160  | 65 + 97                                         | 100 * R / T = 101.25            | Sangat Tinggi | 2/2 | 2 | tetap
OP-09 | 15   | 15                                              | 100 * R / T = 100.00            | Sangat Tinggi | 4/4 | 4 | tetap
OP-10 | 80   | 100 * 13 / 15                                   | 100 * R / T = 108.33            | Sangat Tinggi | 4/4 | 4 | tetap
""",
    (2026, "SM1"): """
IK-01 | 86        | (86.40 + 86.95) / 2           | 100 * R / T = 100.78            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-02 | 95        | 100 * (19 + 26) / (20 + 27)   | 100 * R / T = 100.78            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-03 | -         | -                             | -                               | belum_waktunya | 0/0 | 0 | tetap
IK-04 | 45        | 100 * 1720655375 / 3905005000 | 100 * (T - (T - R)) / T = 97.92 | Sangat Tinggi  | 2/2 | 2 | tetap
IK-05 | 40        | 100 * 8 / 15                  | 100 * R / T = 133.33            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-06 | 6         | 6                             | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-07 | 88        | 100 * 81 / 90                 | 100 * R / T = 102.27            | Sangat Tinggi  | 1/1 | 1 | tetap
IK-08 | 2 + 2     | 0 + 4                         | 100 * (2 * T - R) / T = 100.00  | Sangat Tinggi  | 2/2 | 2 | tetap
IK-09 | 1 + 0     | 0 + 1                         | 100 * T / R = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-10 | 2.5       | (2.4 + 2.45) / 2              | 100 * (2 * T - R) / T = 103.00  | Sangat Tinggi  | 2/2 | 2 | tetap
IK-11 | 350 + 350 | 361 + 344                     | 100 * R / T = 100.71            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-12 | 2 + 1     | 2 + 1                         | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-13 | 97.5      | (97.2 + 96.8) / 2             | 100 * R / T = 99.49             | Sangat Tinggi  | 2/2 | 2 | tetap
IK-14 | 85        | 100 * 33 / 38                 | 100 * R / T = 102.17            | -              | 1/2 | 1 | sementara
IK-15 | 5 + 5     | 6 + 4                         | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-16 | 85        | 100 * 20 / 23                 | 100 * R / T = 102.30            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-17 | 370       | 352                           | 100 * R / T = 95.14             | Sangat Tinggi  | 2/2 | 2 | tetap
IK-18 | 90        | 100 * (0 + 4) / (0 + 4)       | 100 * R / T = 111.11            | Sangat Tinggi  | 2/2 | 2 | tetap
IK-19 | 50        | 100 * 4 / 8                   | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-01 | 97        | 100 * (42 + 41) / (43 + 43)   | 100 * R / T = 99.50             | Sangat Tinggi  | 2/2 | 2 | tetap
OP-02 | 2 + 1     | 2 + 1                         | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-03 | 23        | 23                            | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-04 | 50        | 100 * 13 / 26                 | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-05 | -         | -                             | -                               | belum_waktunya | 0/0 | 0 | tetap
OP-06 | -         | -                             | -                               | belum_waktunya | 0/0 | 0 | tetap
OP-07 | 1 + 1     | 1 + 1                         | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-08 | 60        | 58                            | 100 * R / T = 96.67             | Sangat Tinggi  | 1/1 | 1 | tetap
OP-09 | 8         | 8                             | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
OP-10 | 80        | 100 * 12 / 15                 | 100 * R / T = 100.00            | Sangat Tinggi  | 2/2 | 2 | tetap
""",
    (2026, "SD3"): """
IK-01 | 86              | (86.40 + 86.95 + 87.30) / 3           | 100 * R / T = 101.03            | Sangat Tinggi  | 3/3 | 3 | tetap
IK-02 | 95              | 100 * (19 + 26 + 14) / (20 + 27 + 23) | 100 * R / T = 88.72             | Tinggi         | 3/3 | 3 | tetap
IK-03 | -               | -                                     | -                               | belum_waktunya | 0/0 | 0 | tetap
IK-04 | 70              | 100 * 2605304875 / 3843995000         | 100 * (T - (T - R)) / T = 96.82 | Sangat Tinggi  | 3/3 | 3 | tetap
IK-05 | 60              | 100 * 10 / 15                         | 100 * R / T = 111.11            | Sangat Tinggi  | 3/3 | 3 | tetap
IK-06 | 6               | 6                                     | 100 * R / T = 100.00            | -              | 3/3 | 2 | sementara
IK-07 | 88              | 100 * 81 / 90                         | 100 * R / T = 102.27            | Sangat Tinggi  | 1/1 | 1 | tetap
IK-08 | 2 + 2 + 2       | 0 + 4 + 4                             | 100 * (2 * T - R) / T = 66.67   | Sedang         | 3/3 | 3 | tetap
IK-09 | 1 + 0 + 1       | 0 + 1 + 0                             | 100 * T / R = 200.00            | Sangat Tinggi  | 3/3 | 3 | tetap
IK-10 | 2.5             | (2.4 + 2.45 + 2.3) / 3                | 100 * (2 * T - R) / T = 104.67  | Sangat Tinggi  | 3/3 | 3 | tetap
IK-11 | 350 + 350 + 350 | 361 + 344 + 371                       | 100 * R / T = 102.48            | Sangat Tinggi  | 3/3 | 3 | tetap
IK-12 | 2 + 1 + 2       | 2 + 1 + 2                             | 100 * R / T = 100.00            | Sangat Tinggi  | 3/3 | 3 | tetap
IK-13 | 97.5            | (97.2 + 96.8 + 97.9) / 3              | 100 * R / T = 99.79             | -              | 3/3 | 2 | sementara
IK-14 | 85              | 100 * (33 + 29) / (38 + 35)           | 100 * R / T = 99.92             | -              | 2/3 | 2 | sementara
IK-15 | 5 + 5 + 4       | 6 + 4 + 3                             | 100 * R / T = 92.86             | -              | 3/3 | 2 | sementara
IK-16 | 90              | 100 * 20 / 23                         | 100 * R / T = 96.62             | -              | 3/3 | 2 | sementara
IK-17 | 620             | 425                                   | 100 * R / T = 68.55             | Sedang         | 3/3 | 3 | tetap
IK-18 | 90              | 100 * (0 + 4 + 3) / (0 + 4 + 4)       | 100 * R / T = 97.22             | Sangat Tinggi  | 3/3 | 3 | tetap
IK-19 | 75              | 100 * 6 / 8                           | 100 * R / T = 100.00            | Sangat Tinggi  | 3/3 | 3 | tetap
OP-01 | 97              | 100 * (42 + 41 + 43) / (43 + 43 + 44) | 100 * R / T = 99.92             | -              | 3/3 | 2 | sementara
OP-02 | 2 + 1 + 2       | 2 + 1 + 2                             | 100 * R / T = 100.00            | Sangat Tinggi  | 3/3 | 3 | tetap
OP-03 | 23              | 22                                    | 100 * R / T = 95.65             | Sangat Tinggi  | 3/3 | 3 | tetap
OP-04 | 75              | 100 * 19 / 26                         | 100 * R / T = 97.44             | Sangat Tinggi  | 3/3 | 3 | tetap
OP-05 | -               | -                                     | -                               | belum_waktunya | 0/0 | 0 | tetap
OP-06 | 2               | 1                                     | 100 * R / T = 50.00             | Sangat Rendah  | 1/1 | 1 | tetap
OP-07 | 1 + 1 + 1       | 1 + 1 + 1                             | 100 * R / T = 100.00            | Sangat Tinggi  | 3/3 | 3 | tetap
OP-08 | 60 + 110        | 58                                    | 100 * R / T = 34.12             | -              | 1/2 | 1 | sementara
OP-09 | 12              | 13                                    | 100 * R / T = 108.33            | Sangat Tinggi  | 3/3 | 3 | tetap
OP-10 | 80              | 100 * 12 / 15                         | 100 * R / T = 100.00            | Sangat Tinggi  | 3/3 | 3 | tetap
""",
}

# sasaran | indikator counted / all | mean without a cap | mean with every capaian held within 0 and 100 | kategori
RATA_RATA = {
    (2024, "SM1"): """
S1    | 2/2 | (IK-01 + IK-02) / 2 = 99.19                                                  | (IK-01 + IK-02) / 2 = 99.19                                               | Sangat Tinggi
S2    | 1/2 | IK-04 = 94.79                                                                | IK-04 = 94.79                                                             | Sangat Tinggi
S3    | 3/3 | (IK-05 + IK-06 + IK-07) / 3 = 100.00                                         | (IK-05 + IK-06 + IK-07) / 3 = 100.00                                      | Sangat Tinggi
S4    | 2/2 | (IK-08 + IK-09) / 2 = 150.00                                                 | (IK-08 + 100) / 2 = 100.00                                                | Sangat Tinggi
S1.1  | 2/2 | (IK-10 + IK-11) / 2 = 100.75                                                 | (100 + IK-11) / 2 = 99.92                                                 | Sangat Tinggi
S2.0  | 1/1 | IK-19 = 100.00                                                               | IK-19 = 100.00                                                            | Sangat Tinggi
S2.1  | 1/1 | IK-12 = 100.00                                                               | IK-12 = 100.00                                                            | Sangat Tinggi
S2.2  | 1/1 | IK-13 = 99.95                                                                | IK-13 = 99.95                                                             | Sangat Tinggi
S3.1  | 1/1 | IK-14 = 96.49                                                                | IK-14 = 96.49                                                             | Sangat Tinggi
S3.2  | 1/1 | IK-16 = 103.03                                                               | 100 = 100.00                                                              | Sangat Tinggi
S3.3  | 1/1 | IK-17 = 103.33                                                               | 100 = 100.00                                                              | Sangat Tinggi
S3.4  | 1/1 | IK-15 = 100.00                                                               | IK-15 = 100.00                                                            | Sangat Tinggi
S4.1  | 1/1 | IK-18 = 92.59                                                                | IK-18 = 92.59                                                             | Sangat Tinggi
semua | 8/9 | (IK-01 + IK-02 + IK-04 + IK-05 + IK-06 + IK-07 + IK-08 + IK-09) / 8 = 111.65 | (IK-01 + IK-02 + IK-04 + IK-05 + IK-06 + IK-07 + IK-08 + 100) / 8 = 99.15 | Sangat Tinggi
""",
    (2024, "SM2"): """
S1    | 2/2 | (IK-01 + IK-02) / 2 = 102.54                                                | (100 + 100) / 2 = 100.00                                              | Sangat Tinggi
S2    | 2/2 | (IK-03 + IK-04) / 2 = 99.81                                                 | (100 + IK-04) / 2 = 98.84                                             | Sangat Tinggi
S3    | 2/3 | (IK-05 + IK-06) / 2 = 96.67                                                 | (IK-05 + IK-06) / 2 = 96.67                                           | Sangat Tinggi
S4    | 2/2 | (IK-08 + IK-09) / 2 = 66.67                                                 | (IK-08 + IK-09) / 2 = 66.67                                           | Sedang
S1.1  | 2/2 | (IK-10 + IK-11) / 2 = 99.67                                                 | (IK-10 + 100) / 2 = 97.50                                             | Sangat Tinggi
S2.0  | 1/1 | IK-19 = 90.00                                                               | IK-19 = 90.00                                                         | Tinggi
S2.1  | 1/1 | IK-12 = 100.00                                                              | IK-12 = 100.00                                                        | Sangat Tinggi
S2.2  | 1/1 | IK-13 = 100.47                                                              | 100 = 100.00                                                          | Sangat Tinggi
S3.1  | 1/1 | IK-14 = 107.84                                                              | 100 = 100.00                                                          | Sangat Tinggi
S3.2  | 1/1 | IK-16 = 102.27                                                              | 100 = 100.00                                                          | Sangat Tinggi
S3.3  | 1/1 | IK-17 = 101.74                                                              | 100 = 100.00                                                          | Sangat Tinggi
S3.4  | 1/1 | IK-15 = 87.50                                                               | IK-15 = 87.50                                                         | Tinggi
S4.1  | 1/1 | IK-18 = 97.22                                                               | IK-18 = 97.22                                                         | Sangat Tinggi
semua | 8/9 | (IK-01 + IK-02 + IK-03 + IK-04 + IK-05 + IK-06 + IK-08 + IK-09) / 8 = 91.42 | (100 + 100 + 100 + IK-04 + IK-05 + IK-06 + IK-08 + IK-09) / 8 = 90.54 | Sangat Tinggi
""",
    (2024, "TH"): """
S1    | 2/2 | (IK-01 + IK-02) / 2 = 100.97                                                        | (100 + 100) / 2 = 100.00                                                      | Sangat Tinggi
S2    | 2/2 | (IK-03 + IK-04) / 2 = 99.81                                                         | (100 + IK-04) / 2 = 98.84                                                     | Sangat Tinggi
S3    | 3/3 | (IK-05 + IK-06 + IK-07) / 3 = 97.78                                                 | (IK-05 + IK-06 + IK-07) / 3 = 97.78                                           | Sangat Tinggi
S4    | 2/2 | (IK-08 + IK-09) / 2 = 91.67                                                         | (IK-08 + IK-09) / 2 = 91.67                                                   | Sangat Tinggi
S1.1  | 2/2 | (IK-10 + IK-11) / 2 = 100.21                                                        | (IK-10 + 100) / 2 = 99.17                                                     | Sangat Tinggi
S2.0  | 1/1 | IK-19 = 90.00                                                                       | IK-19 = 90.00                                                                 | Tinggi
S2.1  | 1/1 | IK-12 = 100.00                                                                      | IK-12 = 100.00                                                                | Sangat Tinggi
S2.2  | 1/1 | IK-13 = 100.21                                                                      | 100 = 100.00                                                                  | Sangat Tinggi
S3.1  | 1/1 | IK-14 = 101.85                                                                      | 100 = 100.00                                                                  | Sangat Tinggi
S3.2  | 1/1 | IK-16 = 102.27                                                                      | 100 = 100.00                                                                  | Sangat Tinggi
S3.3  | 1/1 | IK-17 = 101.74                                                                      | 100 = 100.00                                                                  | Sangat Tinggi
S3.4  | 1/1 | IK-15 = 93.75                                                                       | IK-15 = 93.75                                                                 | Sangat Tinggi
S4.1  | 1/1 | IK-18 = 95.24                                                                       | IK-18 = 95.24                                                                 | Sangat Tinggi
semua | 9/9 | (IK-01 + IK-02 + IK-03 + IK-04 + IK-05 + IK-06 + IK-07 + IK-08 + IK-09) / 9 = 97.58 | (100 + 100 + 100 + IK-04 + IK-05 + IK-06 + IK-07 + IK-08 + IK-09) / 9 = 97.15 | Sangat Tinggi
""",
    (2025, "SM1"): """
S1    | 2/2 | (IK-01 + IK-02) / 2 = 95.62                                                  | (100 + IK-02) / 2 = 95.47                                           | Sangat Tinggi
S2    | 1/2 | IK-04 = 96.98                                                                | IK-04 = 96.98                                                       | Sangat Tinggi
S3    | 3/3 | (IK-05 + IK-06 + IK-07) / 3 = 107.61                                         | (100 + IK-06 + 100) / 3 = 100.00                                    | Sangat Tinggi
S4    | 2/2 | (IK-08 + IK-09) / 2 = 125.00                                                 | (100 + IK-09) / 2 = 100.00                                          | Sangat Tinggi
S1.1  | 2/2 | (IK-10 + IK-11) / 2 = 103.64                                                 | (100 + IK-11) / 2 = 100.00                                          | Sangat Tinggi
S2.0  | 1/1 | IK-19 = 100.00                                                               | IK-19 = 100.00                                                      | Sangat Tinggi
S2.1  | 1/1 | IK-12 = 66.67                                                                | IK-12 = 66.67                                                       | Sedang
S2.2  | 1/1 | IK-13 = 99.85                                                                | IK-13 = 99.85                                                       | Sangat Tinggi
S3.1  | 1/1 | IK-14 = 102.28                                                               | 100 = 100.00                                                        | Sangat Tinggi
S3.2  | 1/1 | IK-16 = 102.27                                                               | 100 = 100.00                                                        | Sangat Tinggi
S3.3  | 1/1 | IK-17 = 103.43                                                               | 100 = 100.00                                                        | Sangat Tinggi
S3.4  | 1/1 | IK-15 = 87.50                                                                | IK-15 = 87.50                                                       | Tinggi
S4.1  | 1/1 | IK-18 = 111.11                                                               | 100 = 100.00                                                        | Sangat Tinggi
semua | 8/9 | (IK-01 + IK-02 + IK-04 + IK-05 + IK-06 + IK-07 + IK-08 + IK-09) / 8 = 107.63 | (100 + IK-02 + IK-04 + 100 + IK-06 + 100 + 100 + IK-09) / 8 = 98.49 | Sangat Tinggi
""",
    (2025, "SM2"): """
S1    | 2/2 | (IK-01 + IK-02) / 2 = 104.52                                                | (100 + 100) / 2 = 100.00                                              | Sangat Tinggi
S2    | 2/2 | (IK-03 + IK-04) / 2 = 99.71                                                 | (100 + IK-04) / 2 = 98.94                                             | Sangat Tinggi
S3    | 2/3 | (IK-05 + IK-06) / 2 = 92.86                                                 | (IK-05 + IK-06) / 2 = 92.86                                           | Sangat Tinggi
S4    | 2/2 | (IK-08 + IK-09) / 2 = 87.50                                                 | (IK-08 + IK-09) / 2 = 87.50                                           | Tinggi
S1.1  | 2/2 | (IK-10 + IK-11) / 2 = 89.56                                                 | (IK-10 + 100) / 2 = 89.09                                             | Tinggi
S2.0  | 1/1 | IK-19 = 100.00                                                              | IK-19 = 100.00                                                        | Sangat Tinggi
S2.1  | 1/1 | IK-12 = 133.33                                                              | 100 = 100.00                                                          | Sangat Tinggi
S2.2  | 1/1 | IK-13 = 100.57                                                              | 100 = 100.00                                                          | Sangat Tinggi
S3.1  | 1/1 | IK-14 = 104.77                                                              | 100 = 100.00                                                          | Sangat Tinggi
S3.2  | 1/1 | IK-16 = 102.30                                                              | 100 = 100.00                                                          | Sangat Tinggi
S3.3  | 1/1 | IK-17 = 96.94                                                               | IK-17 = 96.94                                                         | Sangat Tinggi
S3.4  | 1/1 | IK-15 = 137.50                                                              | 100 = 100.00                                                          | Sangat Tinggi
S4.1  | 1/1 | IK-18 = 88.89                                                               | IK-18 = 88.89                                                         | Tinggi
semua | 8/9 | (IK-01 + IK-02 + IK-03 + IK-04 + IK-05 + IK-06 + IK-08 + IK-09) / 8 = 96.15 | (100 + 100 + 100 + IK-04 + IK-05 + IK-06 + IK-08 + IK-09) / 8 = 94.82 | Sangat Tinggi
""",
    (2025, "TH"): """
S1    | 2/2 | (IK-01 + IK-02) / 2 = 99.97                                                          | (100 + IK-02) / 2 = 99.46                                                 | Sangat Tinggi
S2    | 2/2 | (IK-03 + IK-04) / 2 = 99.71                                                          | (100 + IK-04) / 2 = 98.94                                                 | Sangat Tinggi
S3    | 3/3 | (IK-05 + IK-06 + IK-07) / 3 = 97.29                                                  | (IK-05 + IK-06 + 100) / 3 = 95.24                                         | Sangat Tinggi
S4    | 2/2 | (IK-08 + IK-09) / 2 = 135.00                                                         | (100 + 100) / 2 = 100.00                                                  | Sangat Tinggi
S1.1  | 2/2 | (IK-10 + IK-11) / 2 = 96.61                                                          | (IK-10 + 100) / 2 = 96.36                                                 | Sangat Tinggi
S2.0  | 1/1 | IK-19 = 100.00                                                                       | IK-19 = 100.00                                                            | Sangat Tinggi
S2.1  | 1/1 | IK-12 = 100.00                                                                       | IK-12 = 100.00                                                            | Sangat Tinggi
S2.2  | 1/1 | IK-13 = 100.21                                                                       | 100 = 100.00                                                              | Sangat Tinggi
S3.1  | 1/1 | IK-14 = 103.61                                                                       | 100 = 100.00                                                              | Sangat Tinggi
S3.2  | 1/1 | IK-16 = 102.30                                                                       | 100 = 100.00                                                              | Sangat Tinggi
S3.3  | 1/1 | IK-17 = 96.94                                                                        | IK-17 = 96.94                                                             | Sangat Tinggi
S3.4  | 1/1 | IK-15 = 112.50                                                                       | 100 = 100.00                                                              | Sangat Tinggi
S4.1  | 1/1 | IK-18 = 97.22                                                                        | IK-18 = 97.22                                                             | Sangat Tinggi
semua | 9/9 | (IK-01 + IK-02 + IK-03 + IK-04 + IK-05 + IK-06 + IK-07 + IK-08 + IK-09) / 9 = 106.80 | (100 + IK-02 + 100 + IK-04 + IK-05 + IK-06 + 100 + 100 + 100) / 9 = 98.06 | Sangat Tinggi
""",
    (2026, "SM1"): """
S1    | 2/2 | (IK-01 + IK-02) / 2 = 100.78                                                 | (100 + 100) / 2 = 100.00                                            | Sangat Tinggi
S2    | 1/2 | IK-04 = 97.92                                                                | IK-04 = 97.92                                                       | Sangat Tinggi
S3    | 3/3 | (IK-05 + IK-06 + IK-07) / 3 = 111.87                                         | (100 + IK-06 + 100) / 3 = 100.00                                    | Sangat Tinggi
S4    | 2/2 | (IK-08 + IK-09) / 2 = 100.00                                                 | (IK-08 + IK-09) / 2 = 100.00                                        | Sangat Tinggi
S1.1  | 2/2 | (IK-10 + IK-11) / 2 = 101.86                                                 | (100 + 100) / 2 = 100.00                                            | Sangat Tinggi
S2.0  | 1/1 | IK-19 = 100.00                                                               | IK-19 = 100.00                                                      | Sangat Tinggi
S2.1  | 1/1 | IK-12 = 100.00                                                               | IK-12 = 100.00                                                      | Sangat Tinggi
S2.2  | 1/1 | IK-13 = 99.49                                                                | IK-13 = 99.49                                                       | Sangat Tinggi
S3.1  | 0/1 | -                                                                            | -                                                                   | -
S3.2  | 1/1 | IK-16 = 102.30                                                               | 100 = 100.00                                                        | Sangat Tinggi
S3.3  | 1/1 | IK-17 = 95.14                                                                | IK-17 = 95.14                                                       | Sangat Tinggi
S3.4  | 1/1 | IK-15 = 100.00                                                               | IK-15 = 100.00                                                      | Sangat Tinggi
S4.1  | 1/1 | IK-18 = 111.11                                                               | 100 = 100.00                                                        | Sangat Tinggi
semua | 8/9 | (IK-01 + IK-02 + IK-04 + IK-05 + IK-06 + IK-07 + IK-08 + IK-09) / 8 = 104.39 | (100 + 100 + IK-04 + 100 + IK-06 + 100 + IK-08 + IK-09) / 8 = 99.74 | Sangat Tinggi
""",
    (2026, "SD3"): """
S1    | 2/2 | (IK-01 + IK-02) / 2 = 94.87                                          | (100 + IK-02) / 2 = 94.36                                   | Sangat Tinggi
S2    | 1/2 | IK-04 = 96.82                                                        | IK-04 = 96.82                                               | Sangat Tinggi
S3    | 2/3 | (IK-05 + IK-07) / 2 = 106.69                                         | (100 + 100) / 2 = 100.00                                    | Sangat Tinggi
S4    | 2/2 | (IK-08 + IK-09) / 2 = 133.33                                         | (IK-08 + 100) / 2 = 83.33                                   | Tinggi
S1.1  | 2/2 | (IK-10 + IK-11) / 2 = 103.57                                         | (100 + 100) / 2 = 100.00                                    | Sangat Tinggi
S2.0  | 1/1 | IK-19 = 100.00                                                       | IK-19 = 100.00                                              | Sangat Tinggi
S2.1  | 1/1 | IK-12 = 100.00                                                       | IK-12 = 100.00                                              | Sangat Tinggi
S2.2  | 0/1 | -                                                                    | -                                                           | -
S3.1  | 0/1 | -                                                                    | -                                                           | -
S3.2  | 0/1 | -                                                                    | -                                                           | -
S3.3  | 1/1 | IK-17 = 68.55                                                        | IK-17 = 68.55                                               | Sedang
S3.4  | 0/1 | -                                                                    | -                                                           | -
S4.1  | 1/1 | IK-18 = 97.22                                                        | IK-18 = 97.22                                               | Sangat Tinggi
semua | 7/9 | (IK-01 + IK-02 + IK-04 + IK-05 + IK-07 + IK-08 + IK-09) / 7 = 109.52 | (100 + IK-02 + IK-04 + 100 + 100 + IK-08 + 100) / 7 = 93.17 | Sangat Tinggi
""",
}

# tahun | s.d. triwulan | program | pagu murni | pagu in force | realisasi | serapan; "-" is the whole office
ANGGARAN = """
2024 | 4 | 7.01.01 | 2783675000 | 2783675000 | 2579567625 | 92.67
2024 | 4 | 7.01.02 | 94025000 | 94025000 | 88332875 | 93.95
2024 | 4 | 7.01.03 | 606400000 | 606400000 | 563925750 | 93.00
2024 | 4 | 7.01.04 | 41750000 + 12350000 | 41750000 + 12350000 | 39001875 + 11430500 | 93.22
2024 | 4 | 7.01.05 | 33050000 | 33050000 | 31961875 | 96.71
2024 | 4 | 7.01.06 | 14325000 + 26575000 + 11875000 | 14325000 + 26575000 + 11875000 | 13259750 + 24592625 + 11136625 | 92.83
2024 | 4 | - | 2783675000 + 94025000 + 606400000 + 54100000 + 33050000 + 52775000 | 3624025000 | 2579567625 + 88332875 + 563925750 + 50432375 + 31961875 + 48989000 | 92.80
2025 | 4 | 7.01.01 | 2846825000 | 2820725000 | 2607475250 | 92.44
2025 | 4 | 7.01.02 | 99550000 | 99550000 | 92934375 | 93.35
2025 | 4 | 7.01.03 | 621850000 | 621850000 + 45000000 | 632282500 | 94.82
2025 | 4 | 7.01.04 | 41525000 + 12825000 | 41525000 + 12825000 | 40335250 + 12179125 | 96.62
2025 | 4 | 7.01.05 | 34625000 | 34625000 + 6500000 | 38193250 | 92.87
2025 | 4 | 7.01.06 | 14625000 + 27125000 + 12200000 | 14625000 + 27125000 + 12200000 | 13827000 + 26005125 + 11395125 | 94.95
2025 | 4 | - | 2846825000 + 99550000 + 621850000 + 54350000 + 34625000 + 53950000 | 2820725000 + 99550000 + 666850000 + 54350000 + 41125000 + 53950000 | 2607475250 + 92934375 + 632282500 + 52514375 + 38193250 + 51227250 | 92.99
2026 | 3 | 7.01.01 | 2998250000 | 2998250000 - 61250000 - 9760000 - 24000000 | 2054039750 | 70.75
2026 | 3 | 7.01.02 | 102225000 | 102225000 | 70120750 | 68.59
2026 | 3 | 7.01.03 | 653700000 | 653700000 + 27500000 | 364260375 | 53.47
2026 | 3 | 7.01.04 | 44280000 + 13100000 | 44280000 + 13100000 | 31401125 + 9336500 | 71.00
2026 | 3 | 7.01.05 | 36500000 | 36500000 + 6500000 | 37548500 | 87.32
2026 | 3 | 7.01.06 | 15400000 + 28650000 + 12900000 | 15400000 + 28650000 + 12900000 | 11008750 + 20319250 + 7269875 | 67.78
2026 | 3 | - | 2998250000 + 102225000 + 653700000 + 57380000 + 36500000 + 56950000 | 2903240000 + 102225000 + 681200000 + 57380000 + 43000000 + 56950000 | 2054039750 + 70120750 + 364260375 + 40737625 + 37548500 + 38597875 | 67.78
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


ARITMETIKA = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def worth(text: str, **known: Fraction) -> Fraction:
    """The exact worth of a sum such as "100 * (18 + 22) / (20 + 25)"; IK-01 is known as IK_01."""

    def of(node: ast.expr) -> Fraction:
        if isinstance(node, ast.BinOp):
            return ARITMETIKA[type(node.op)](of(node.left), of(node.right))
        if isinstance(node, ast.Name):
            return known[node.id]
        return Fraction(ast.get_source_segment(source, node) or "")

    source = text.replace("IK-", "IK_")
    return of(ast.parse(source, mode="eval").body)


def says(figure: Decimal | None, wanted: Fraction) -> bool:
    """Exact to the ten decimals that the record's arithmetic carries."""
    return figure is not None and abs(Fraction(figure) - wanted) < Fraction(1, 10**7)


def printed(figure: Decimal) -> str:
    return f"{half_up(figure, 2):f}"


BARIS = [(*when, row) for when, table in CAPAIAN.items() for row in rows(table)]
BARIS_RATA = [(*when, row) for when, table in RATA_RATA.items() for row in rows(table)]


@pytest.fixture(scope="module")
def capaian() -> dict[tuple[int, str, str], dict[str, Any]]:
    store, _ = loaded()
    return {
        (tahun, r["periode"], r["kode"]): r
        for tahun in {t for t, _ in CAPAIAN}
        for r in rollup.capaian(store, UNIT, tahun, [p for t, p in CAPAIAN if t == tahun], PER).to_dicts()
    }


@pytest.fixture(scope="module")
def rata() -> dict[tuple[int, str, str], dict[str, Any]]:
    store, _ = loaded()
    return {
        (tahun, r["periode"], r["sasaran"] or "semua"): r
        for tahun in {t for t, _ in RATA_RATA}
        for r in rollup.rata_rata(store, UNIT, tahun, [p for t, p in RATA_RATA if t == tahun], PER).to_dicts()
    }


@pytest.mark.parametrize(("tahun", "periode", "row"), BARIS, ids=[f"{t}-{p}-{r[0]}" for t, p, r in BARIS])
def test_each_figure_is_the_sum_worked_out_by_hand(
    capaian: dict[tuple[int, str, str], dict[str, Any]], tahun: int, periode: str, row: list[str]
) -> None:
    kode, target, realisasi, answer, label, counts, confirmed, state = row
    got = capaian[tahun, periode, kode]
    assert (got["kategori"] or got["alasan"] or "-") == label
    assert (f"{got['terisi']}/{got['berlaku']}", str(got["dibenarkan"])) == (counts, confirmed)
    assert ("sementara" if got["sementara"] else "tetap") == state
    if answer == "-":
        assert (got["target"], got["realisasi"], got["capaian_persen"]) == (None, None, None)
        return
    figures = {"T": worth(target), "R": worth(realisasi)}
    how, as_printed = answer.split(" = ")
    assert says(got["target"], figures["T"])
    assert says(got["realisasi"], figures["R"])
    assert says(got["capaian_persen"], worth(how, **figures))
    assert printed(got["capaian_persen"]) == as_printed


@pytest.mark.parametrize(("tahun", "periode", "row"), BARIS_RATA, ids=[f"{t}-{p}-{r[0]}" for t, p, r in BARIS_RATA])
def test_each_average_is_of_the_complete_confirmed_figures_only(
    rata: dict[tuple[int, str, str], dict[str, Any]], tahun: int, periode: str, row: list[str]
) -> None:
    sasaran, counts, uncapped, capped, kategori = row
    got = rata[tahun, periode, sasaran]
    assert f"{got['dihitung']}/{got['jumlah']}" == counts
    assert (got["kategori"] or "-") == kategori
    by_hand = hand(tahun, periode)
    for name, answer in (("tanpa_batas", uncapped), ("dengan_batas", capped)):
        if answer == "-":
            assert got[name] is None
            continue
        how, as_printed = answer.split(" = ")
        assert says(got[name], worth(how, **by_hand))
        assert printed(got[name]) == as_printed


def hand(tahun: int, periode: str) -> dict[str, Fraction]:
    """The capaian of each row of one table, as IK_01 and so on."""
    found = {}
    for kode, target, realisasi, answer, *_ in rows(CAPAIAN[tahun, periode]):
        if answer != "-":
            figures = {"T": worth(target), "R": worth(realisasi)}
            found[kode.replace("-", "_")] = worth(answer.split(" = ")[0], **figures)
    return found


def test_the_table_covers_every_indikator_and_periode(
    capaian: dict[tuple[int, str, str], dict[str, Any]], rata: dict[tuple[int, str, str], dict[str, Any]]
) -> None:
    assert {(t, p, r[0]) for t, p, r in BARIS} == set(capaian)
    assert {(t, p, r[0]) for t, p, r in BARIS_RATA} == set(rata)


@pytest.mark.parametrize("row", rows(ANGGARAN), ids=lambda row: "-".join(row[:3]))
def test_the_budget_closes_to_the_rupiah(row: list[str]) -> None:
    tahun, triwulan, program, murni, pagu, realisasi, serapan = row
    tree = anggaran.pohon(loaded()[0], UNIT, int(tahun), int(triwulan)).to_dicts()
    (got,) = [r for r in tree if (r["kode"] or "-") == program]
    assert got["pagu_murni_rupiah"] == worth(murni)
    assert got["pagu_rupiah"] == worth(pagu)
    assert got["realisasi_sd_rupiah"] == worth(realisasi)
    assert got["sisa_rupiah"] == worth(pagu) - worth(realisasi)
    assert printed(got["serapan_persen"]) == serapan


@pytest.mark.parametrize(("tahun", "triwulan"), [(2024, 4), (2025, 4), (2026, 3)])
def test_serapan_as_an_indikator_is_the_budget_table_again(tahun: int, triwulan: int) -> None:
    store, _ = loaded()
    money = anggaran.total(store, UNIT, tahun, triwulan)
    (figure,) = [r for r in rollup.capaian(store, UNIT, tahun, f"SD{triwulan}", PER).to_dicts() if r["kode"] == "IK-04"]
    assert money is not None
    assert figure["realisasi"] == money["serapan_persen"]
