delete from sesi
where sesi = $sesi
