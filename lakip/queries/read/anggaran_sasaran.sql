-- Each sasaran of one unit and tahun up to a triwulan: its share of the money, mean capaian and efficiency.
-- Money in whole rupiah that add up to what is shared; alasan 'tanpa_kaitan' and null money: linked to nothing.
-- Grain: one row per sasaran in force, in its order.
select * exclude (unit, urutan)
from anggaran_sasaran($tahun, $triwulan, $per)
where unit = $unit
order by urutan, sasaran
