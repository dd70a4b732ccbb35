-- Every choice of a rumus for one indikator, newest first. Grain: one row per choice.
select nomor, mulai_tahun, rumus, dasar, oleh, pada
from pilihan_rumus
where unit = $unit and indikator = $indikator
order by nomor desc
