-- When an admin last declared that the clock is right, by that clock. Grain: one row; null when nobody ever did.
select max_by(pada, nomor) as pada
from jejak
where perbuatan = 'menyatakan jam benar'
