-- The periods as the folds see them. Grain: one row per periode.
select periode, any_value(sd) as sd, list(triwulan order by triwulan) as triwulan
from periode_triwulan
group by periode
