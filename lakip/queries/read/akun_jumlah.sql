-- How many accounts exist, disabled ones too. Grain: one row.
select count(*) as jumlah
from akun
