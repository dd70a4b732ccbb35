-- Sessions that have expired are no use to anybody.
delete from sesi
where berakhir <= $pada
