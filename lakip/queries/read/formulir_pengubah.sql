-- Who last changed what a form of one tahun is filled with; bidang '' stands for the whole row.
-- Grain: one row per jenis, kunci and bidang.
with ubah as (
    select 'realisasi TW' || triwulan as jenis, indikator as kunci, '' as bidang, oleh, pada
    from realisasi_terbaru
    where unit = $unit and tahun = $tahun
    union all
    select 'rencana', kode, '', oleh, pada
    from indikator_tahun($tahun)
    where unit = $unit
    union all
    select 'rencana', indikator, periode, oleh, pada
    from target_berlaku
    where unit = $unit and tahun = $tahun
    union all
    select 'rencana', 'sasaran ' || kode, '', oleh, pada
    from sasaran_tahun($tahun)
    where unit = $unit
    union all
    select 'rencana', 'tujuan ' || kode, '', oleh, pada
    from tujuan_tahun($tahun)
    where unit = $unit
    union all
    select 'rencana', 'PK ' || versi, '', oleh, pada
    from dokumen_rencana
    where unit = $unit and tahun = $tahun and jenis = 'pk'
    union all
    select 'anggaran', kode, 'pagu_' || sifat, oleh, pada
    from anggaran
    where unit = $unit and tahun = $tahun
    union all
    select 'anggaran', kode, 'target_tw' || triwulan, oleh, pada
    from target_keuangan
    where unit = $unit and tahun = $tahun
    union all
    select 'anggaran', kode, 'realisasi_tw' || triwulan, oleh, pada
    from realisasi_anggaran
    where unit = $unit and tahun = $tahun
    union all
    select 'pembanding', indikator, cakupan, oleh, pada
    from pembanding
    where unit = $unit and tahun = $tahun
    union all
    select 'isi_dokumen', jenis || ' ' || dokumen, '', oleh, pada
    from isi_dokumen
    where unit = $unit and tahun = $tahun
    union all
    select 'kaitan', sasaran || ' ' || kode, '', oleh, pada
    from sasaran_program
    where unit = $unit and tahun = $tahun
)
select u.jenis, u.kunci, u.bidang, arg_max(coalesce(a.nama, u.oleh), u.pada) as oleh, max(u.pada) as pada
from ubah as u
left join akun as a
    on a.akun = u.oleh
where u.jenis = $jenis
group by u.jenis, u.kunci, u.bidang
order by u.kunci, u.bidang
