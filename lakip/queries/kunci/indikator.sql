-- Why this card may not be written; empty when it may: in a tahun with an approved periode, what a figure is counted by
-- stays as it was, and the card stays in force. Grain: one row per indikator and closed tahun.
with tahun_terkunci as (
    select distinct unit, tahun
    from triwulan_terkunci
),

kartu as (
    select
        i.*,
        t.tahun as tahun_terkunci
    from indikator as i
    inner join tahun_terkunci as t
        on  t.unit = i.unit
        and t.tahun >= i.mulai_tahun
    qualify row_number() over (partition by i.unit, i.kode, t.tahun order by (i.mulai_tahun, i.versi) desc) = 1
)

select distinct
    'Kartu ' || b.kode || ' terkunci untuk tahun ' || k.tahun_terkunci || ', yang sudah memuat periode yang disahkan. '
    || 'Mulailah perubahannya pada tahun sesudahnya.' as kalimat
from baris_baru as b
inner join kartu as k
    on  k.unit = b.unit
    and k.kode = b.kode
    and (b.mulai_tahun, b.versi) >= (k.mulai_tahun, k.versi)
    and b.mulai_tahun <= k.tahun_terkunci
where (k.sampai_tahun is null or k.sampai_tahun >= k.tahun_terkunci)
    and (
        (b.satuan, b.isian, b.metode, b.rumus, b.desimal) is distinct from (k.satuan, k.isian, k.metode, k.rumus, k.desimal)
        or b.sampai_tahun < k.tahun_terkunci
    )
order by kalimat
