-- One disposisi; or, nomor null, all that were numbered in a tahun or are about it (null: in any).
-- Grain: one row per disposisi.
select
    d.tahun,
    d.nomor,
    d.tanggal,
    d.dari,
    p.nama as dari_nama,
    p.jabatan as dari_jabatan,
    p.status as dari_status,
    p.peran as dari_peran,
    p.bagian as dari_bagian,
    d.kepada_pejabat,
    d.kepada_akun,
    coalesce(k.nama, a.nama, d.kepada_akun) as kepada_nama,
    k.jabatan as kepada_jabatan,
    k.status as kepada_status,
    k.peran as kepada_peran,
    k.bagian as kepada_bagian,
    k.selesai as kepada_sampai,
    d.sifat,
    d.hal,
    d.instruksi,
    d.tahun_kinerja,
    d.periode,
    d.lampiran,
    d.pk,
    d.tenggat,
    d.induk_tahun,
    d.induk_nomor,
    d.oleh,
    d.pada,
    t.pada as diterima,
    t.oleh as diterima_oleh,
    s.pada as selesai,
    s.oleh as selesai_oleh,
    s.catatan
from disposisi as d
left join pejabat as p
    on  p.unit = d.unit
    and p.id = d.dari
left join pejabat as k
    on  k.unit = d.unit
    and k.id = d.kepada_pejabat
left join akun as a
    on a.akun = d.kepada_akun
left join disposisi_cap as t
    on  t.unit = d.unit
    and t.tahun = d.tahun
    and t.nomor = d.nomor
    and t.cap = 'diterima'
left join disposisi_cap as s
    on  s.unit = d.unit
    and s.tahun = d.tahun
    and s.nomor = d.nomor
    and s.cap = 'selesai'
where d.unit = $unit
    and (
        (d.tahun = coalesce($tahun, d.tahun) and d.nomor = coalesce($nomor, d.nomor))
        or (d.tahun_kinerja = $tahun and cast($nomor as integer) is null)
    )
order by d.tahun desc, d.nomor desc
