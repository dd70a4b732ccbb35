-- When the plan or the settings of an office were first recorded; null for an office without any. Grain: one row.
select min(pada) as pada
from (
    select pada
    from pengaturan
    where unit = $unit
    union all
    select pada
    from indikator
    where unit = $unit
)
