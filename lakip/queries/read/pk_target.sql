-- Targets as one PK version leaves them: its own, and those of the versions before it that it says nothing of.
-- A PK perubahan never speaks of a quarter before the one it counts from. nilai null: not measured.
-- Grain: one row per indikator and periode (TW1..TW4, TH).
select
    t.indikator,
    t.periode,
    t.nilai,
    t.pk
from target as t
inner join dokumen_rencana as d
    on  d.unit = t.unit
    and d.jenis = 'pk'
    and d.tahun = t.tahun
    and d.versi = t.pk
where t.unit = $unit
    and t.tahun = $tahun
    and t.pk <= $pk
    and (t.periode = 'TH' or d.mulai_triwulan <= triwulan_ke(t.periode))
qualify row_number() over (partition by t.indikator, t.periode order by t.pk desc, t.versi desc) = 1
order by t.indikator, t.periode
