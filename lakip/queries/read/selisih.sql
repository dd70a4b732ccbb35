-- Contradictions of a tahun among Renstra, RKT, Renja, IKU, PK and Rencana Aksi: each document is held against the
-- first that names the indikator (PK, Rencana Aksi, Renstra, Renja, RKT, IKU, in this order).
-- Missing is told where a document should name it: the PK everything, the Rencana Aksi what the PK has, the IKU what
-- its card marks so, the others what is for the Camat, for a jenjang they name at all, or has no card.
-- Grain: one row per indikator, document and kind; columns a_* say the first document, b_* the one held against it.
with semua as materialized (
    select *
    from isi_rencana($tahun)
    where unit = $unit
),
acuan as materialized (
    select *
    from semua
    qualify row_number() over (partition by kunci order by peringkat) = 1
),
kartu as materialized (
    select *
    from kartu_tahun($tahun)
    where unit = $unit
),
dokumen as (
    select jenis, peringkat, max(dokumen) as dokumen, arg_max(nomor_dokumen, dokumen) as nomor_dokumen,
        arg_max(tanggal, dokumen) as tanggal, max(tahun_dokumen) as tahun_dokumen
    from semua
    group by jenis, peringkat
),
cakupan as (
    select distinct s.jenis, k.jenjang
    from semua as s
    inner join kartu as k
        on k.kode = s.kartu
),
beda as (
    select
        a.kunci,
        a as a,
        b as b,
        unnest([
            case
                when a.nama = b.nama                                             then null
                when sederhana(a.nama) = sederhana(b.nama)                       then 'penulisan_nama'
                else                                                                  'nama'
            end,
            case
                when a.satuan is null or b.satuan is null or a.satuan = b.satuan  then null
                when satuan_sederhana(a.satuan) = satuan_sederhana(b.satuan)     then 'penulisan_satuan'
                else                                                                  'satuan'
            end,
            case
                when a.jenis = 'iku' or b.jenis = 'iku'                           then null
                when dibulatkan(a.nilai, coalesce(k.desimal, 6))
                    is distinct from dibulatkan(b.nilai, coalesce(k.desimal, 6)) then 'target'
            end,
            if(b.jenis = 'iku' and not k.iku, 'bukan_iku', null)
        ]) as selisih
    from acuan as a
    inner join semua as b
        on  b.kunci = a.kunci
        and b.peringkat > a.peringkat
    left join kartu as k
        on k.kode = a.kartu
),
hilang as (
    select a.kunci, a as a, d as d
    from acuan as a
    cross join dokumen as d
    left join kartu as k
        on k.kode = a.kartu
    where
        case d.jenis
            when 'pk'      then true
            when 'renaksi' then a.jenis = 'pk'
            when 'iku'     then coalesce(k.iku, false)
            else
                case
                    when k.kode is null      then a.jenis <> 'iku'
                    when k.jenjang = 'camat' then true
                    else exists (from cakupan as c where c.jenis = d.jenis and c.jenjang = k.jenjang)
                end
        end
        and not exists (from semua as s where s.jenis = d.jenis and s.kunci = a.kunci)
),
baris as (
    select
        selisih, kunci, a.peringkat as urut_a, b.peringkat as urut_b, a.kartu, a.nama as indikator,
        a.jenis as a_jenis, a.tahun_dokumen as a_tahun, a.dokumen as a_versi, a.nomor_dokumen as a_nomor, a.tanggal as a_tanggal,
        a.nama as a_nama, a.satuan as a_satuan, a.nilai as a_nilai, a.unggahan as a_unggahan, a.lembar as a_lembar,
        a.sel as a_sel, a.sel_nama as a_sel_nama, a.sel_satuan as a_sel_satuan,
        b.jenis as b_jenis, b.tahun_dokumen as b_tahun, b.dokumen as b_versi, b.nomor_dokumen as b_nomor, b.tanggal as b_tanggal,
        b.nama as b_nama, b.satuan as b_satuan, b.nilai as b_nilai, b.unggahan as b_unggahan, b.lembar as b_lembar,
        b.sel as b_sel, b.sel_nama as b_sel_nama, b.sel_satuan as b_sel_satuan
    from beda
    where selisih is not null

    union all

    select
        'hilang', kunci, a.peringkat, d.peringkat, a.kartu, a.nama,
        a.jenis, a.tahun_dokumen, a.dokumen, a.nomor_dokumen, a.tanggal,
        a.nama, a.satuan, a.nilai, a.unggahan, a.lembar, a.sel, a.sel_nama, a.sel_satuan,
        d.jenis, d.tahun_dokumen, d.dokumen, d.nomor_dokumen, d.tanggal,
        null, null, null, null, null, null, null, null
    from hilang
)
select
    r.* exclude (a_unggahan, b_unggahan, urut_a, urut_b, kunci),
    k.desimal,
    ua.nama_berkas as a_berkas,
    ub.nama_berkas as b_berkas,
    if(r.kartu is null, (
        select struct_pack(kode := m.kode, nama := m.nama)
        from kartu as m
        where kemiripan(m.nama_sederhana, sederhana(r.indikator)) >= 0.6
        order by kemiripan(m.nama_sederhana, sederhana(r.indikator)) desc
        limit 1
    ), null) as mirip
from baris as r
left join kartu as k
    on k.kode = r.kartu
left join unggahan as ua
    on ua.id = r.a_unggahan
left join unggahan as ub
    on ub.id = r.b_unggahan
order by k.urut nulls last, r.indikator, r.urut_b,
    list_position(['hilang', 'target', 'satuan', 'nama', 'bukan_iku', 'penulisan_satuan', 'penulisan_nama'], r.selisih)
