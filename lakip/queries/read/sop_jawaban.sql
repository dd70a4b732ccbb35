-- What the office said to the questions about its SOP. Grain: one row per question that was ever answered.
select
    kode,
    versi,
    jawaban,
    oleh,
    pada
from sop_jawaban
where unit = $unit
qualify versi = max(versi) over (partition by kode)
