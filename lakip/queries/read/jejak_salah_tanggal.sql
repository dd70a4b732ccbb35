-- Acts that bear a moment later, by more than `batas`, than an act that came after them: the clock was wrong.
-- Grain: one row per act, the last first.
select nomor, pada, oleh, perbuatan, objek, sesudahnya
from (
    select *, min(pada) over (order by nomor rows between 1 following and unbounded following) as sesudahnya
    from jejak
)
where pada > sesudahnya + cast($batas as interval)
order by nomor desc
