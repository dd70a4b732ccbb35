-- Where an account holds or held a peran. Grain: one row per unit.
select distinct unit
from akun_peran
where akun = $akun
order by unit
