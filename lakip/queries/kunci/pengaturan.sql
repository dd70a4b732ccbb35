-- Why these new rows may not be written; empty when they may. Grain: one row per closed tahun that they would reach.
select distinct kalimat_setelan_terkunci(a.tahun) as kalimat
from baris_baru as b
inner join alur_terbaru as a
    on  a.unit = b.unit
    and a.tahun >= b.mulai_tahun
    and a.keadaan = 'disahkan'
where b.kunci not in ('batas_pengumpulan', 'pembenaran_sendiri', 'faktor_kedua')  -- no figure hangs on them
order by kalimat
