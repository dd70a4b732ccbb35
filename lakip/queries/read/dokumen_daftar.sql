-- The planning documents that matter in a tahun, every version, with the file and the content entered.
-- A Renstra or IKU matters in each tahun of its span. `berlaku`: the version that counts in the triwulan.
-- Grain: one row per document version, by jenis, tahun and versi; `isi` counts its indikator, null before any.
with isi as (
    select unit, jenis, tahun, dokumen, count(distinct nomor) as isi
    from isi_dokumen_terbaru
    group by unit, jenis, tahun, dokumen
)
select
    d.jenis,
    d.tahun,
    d.versi,
    d.sifat,
    d.nomor,
    d.tanggal,
    d.sampai_tahun,
    berlaku_sejak(d.jenis, d.tahun, d.tanggal, d.mulai_triwulan) as mulai_triwulan,
    d.catatan,
    d.membetulkan,
    coalesce(d.batal, false) as batal,
    d.unggahan,
    u.nama_berkas,
    u.sha256,
    u.ukuran,
    isi.isi,
    b.versi is not null as berlaku,
    d.oleh,
    d.pada
from dokumen_rencana as d
left join unggahan as u
    on  u.id = d.unggahan
    and u.jenis = 'dokumen'
left join isi
    on  isi.unit = d.unit
    and isi.jenis = d.jenis
    and isi.tahun = d.tahun
    and isi.dokumen = d.versi
left join dokumen_tahun($tahun, $triwulan) as b
    on  b.unit = d.unit
    and b.jenis = d.jenis
    and b.tahun = d.tahun
    and b.versi = d.versi
where
    d.unit = $unit
    and case d.jenis
        when 'renstra' then $tahun between d.tahun and coalesce(d.sampai_tahun, d.tahun)
        when 'iku'     then $tahun between d.tahun and coalesce(d.sampai_tahun, $tahun)
        else                d.tahun = $tahun
    end
order by
    list_position(['renstra', 'renja', 'rkt', 'iku', 'pk', 'renaksi', 'dpa', 'dppa'], d.jenis),
    d.tahun,
    d.versi
