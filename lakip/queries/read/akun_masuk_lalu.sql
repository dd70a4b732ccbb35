-- When an account signed in before it did so last. Null: it has not. Grain: one row.
select max(j.pada) as pada
from jejak as j
where j.oleh = $akun
  and j.perbuatan = 'masuk'
  and j.pada < (select max(l.pada) from jejak as l where l.oleh = $akun and l.perbuatan = 'masuk')
