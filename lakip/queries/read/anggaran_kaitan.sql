-- Newest link of each sasaran to a node of the budget tree in one tahun; porsi null: lifted again.
-- Grain: one row per sasaran and kode ever linked.
select kode, sasaran, versi, porsi
from sasaran_program
where unit = $unit and tahun = $tahun
qualify row_number() over (partition by sasaran, kode order by versi desc) = 1
order by kode, sasaran
