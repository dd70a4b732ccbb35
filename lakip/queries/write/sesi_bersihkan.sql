-- Sessions that have expired are no use to anybody; `hidup` are those that by the clock of the process have not.
delete from sesi
where berakhir <= $pada
    and not list_contains(cast($hidup as varchar[]), sesi)
