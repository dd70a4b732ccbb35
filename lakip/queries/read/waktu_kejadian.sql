-- What happened to the runs of a tahun, each by the name that lakip.alur.waktu_langkah knows it by. A step of a run that
-- begins it anew (a return, a reopening) is alur_dibuka_lagi; kiriman_lengkap is when the last bagian had sent.
-- Grain: one row per event, the oldest first.
with terkirim as (
    select
        bagian,
        triwulan,
        min(pada) as pada,
        arg_min(oleh, pada) as oleh
    from kiriman
    where unit = $unit and tahun = $tahun and keadaan in ('diajukan', 'dibenarkan')
    group by bagian, triwulan
),

wajib as (
    select distinct
        i.bagian,
        q.triwulan
    from triwulan_berlaku($tahun) as q
    inner join indikator_tahun($tahun) as i
        on  i.unit = q.unit
        and i.kode = q.indikator
    where q.unit = $unit
),

kejadian as (
    select
        periode,
        case when keadaan = 'dibuka' and nomor > 1 then 'alur_dibuka_lagi' else 'alur_' || keadaan end as kejadian,
        pada,
        oleh
    from alur
    where unit = $unit and tahun = $tahun

    union all
    select
        periode,
        case when contains(lampiran, 'rekap') then 'disposisi_rekap' else 'disposisi_data' end,
        pada,
        oleh
    from disposisi
    where unit = $unit and tahun_kinerja = $tahun

    union all
    select
        'TW' || triwulan,
        'angka_disimpan',
        min(pada),
        arg_min(oleh, pada)
    from realisasi
    where unit = $unit and tahun = $tahun
    group by triwulan

    union all
    select
        'TW' || w.triwulan,
        'kiriman_lengkap',
        max(t.pada),
        arg_max(t.oleh, t.pada)
    from wajib as w
    left join terkirim as t
        on  t.bagian = w.bagian
        and t.triwulan = w.triwulan
    group by w.triwulan
    having count(*) = count(t.pada)

    union all
    select
        periode,
        'draf_disusun',
        pada,
        oleh
    from laporan
    where unit = $unit and tahun = $tahun and starts_with(jenis, 'laporan_')

    union all
    select
        s.periode,
        'sosialisasi_' || unnest(['mulai', 'selesai']),
        unnest([s.dimulai, s.selesai]),
        s.oleh
    from sosialisasi as s
    where s.unit = $unit and s.tahun = $tahun and s.keadaan = 'dilaksanakan'
        and s.versi = (
            select max(t.versi)
            from sosialisasi as t
            where t.unit = s.unit and t.tahun = s.tahun and t.periode = s.periode and t.nomor = s.nomor
        )
)

select
    e.periode,
    e.kejadian,
    e.pada,
    coalesce(a.nama, e.oleh) as oleh_nama
from kejadian as e
left join akun as a
    on a.akun = e.oleh
order by e.pada, e.kejadian
