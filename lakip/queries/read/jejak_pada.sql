-- When the newest act was recorded. Grain: one row; null when there is none yet.
select max(pada) as pada
from jejak
