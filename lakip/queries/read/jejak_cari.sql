-- Acts of one office that hold the words asked for, or are by, are or are done to one of the codes of `padanan`;
-- newest first, at most `batas` of them.
-- An act that names no unit is one of an account: it belongs to each office where that account has a peran.
-- What was done to a disposisi with sifat rahasia is told without its content, and cannot be found by it.
-- `angka`: a number that is looked for, as the record writes it; null: none. Acts of `tanpa` are left out.
-- `akhir` is the moment after the last one wanted. Grain: one row per act.
with perbuatan_kantor as (
    select
        j.nomor,
        j.pada,
        j.oleh,
        j.perbuatan,
        j.objek,
        case when d.nomor is null then j.rincian else '{"sifat": "rahasia"}' end as rincian
    from jejak as j
    left join disposisi as d
        on  d.sifat = 'rahasia'
        and j.objek = concat_ws('/', d.unit, 'disposisi', d.tahun, d.nomor)
)

select nomor, pada, oleh, perbuatan, objek, rincian
from perbuatan_kantor
where pada >= $awal
  and pada < $akhir
  and (
        strpos(lower(concat_ws(' ', oleh, perbuatan, objek, rincian)), lower($kata)) > 0
     or strpos(rincian, cast($angka as varchar)) > 0
     or list_has_any([oleh, perbuatan] || regexp_split_to_array(objek, '[/:]'), cast($padanan as varchar[]))
  )
  and not list_contains(cast($tanpa as varchar[]), perbuatan)
  and (
        rincian ->> '$.unit' = $unit
     or starts_with(objek, $unit || '/')
     or objek = 'unit:' || $unit
     or starts_with(objek, 'akun:')
        and exists (select 1 from akun_peran as p where p.unit = $unit and objek = 'akun:' || p.akun)
  )
order by nomor desc
limit $batas
