-- The last number that a profil of an office was given, those taken out counted. Grain: one row.
select coalesce(max(nomor), 0) as nomor
from profil
where unit = $unit
