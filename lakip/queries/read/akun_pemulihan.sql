-- The recovery codes of an account that still open, as hashes. Grain: one row per code.
select kode
from akun_pemulihan
where akun = $akun
