-- What the Renstra that counts in a tahun plans: the target of that tahun, and of its last.
-- Grain: one row per indikator that has a card, in the order of the office; none without a Renstra with content.
select
    k.kode,
    c.nama,
    c.satuan,
    k.desimal,
    max(c.nilai) filter (where c.tahun_target = $tahun) as target,
    c.sampai_tahun as tahun_akhir,
    max(c.nilai) filter (where c.tahun_target = c.sampai_tahun) as target_akhir,
    c.tahun as tahun_awal,
    c.dokumen as versi,
    c.nomor_dokumen,
    c.tanggal
from isi_dokumen_cocok($tahun) as c
inner join kartu_tahun($tahun) as k
    on  k.unit = c.unit
    and k.kode = c.kartu
where c.unit = $unit and c.jenis = 'renstra'
group by all
order by any_value(k.urut)
