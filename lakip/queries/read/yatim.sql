-- Rows that point to an upload, a potret or an account that is not there.
-- Grain: one row per table and what it points to.
with tunjuk as (
    select 'realisasi' as tabel, 'unggahan' as kolom, unggahan as id from realisasi
    union all select 'realisasi_anggaran', 'unggahan', unggahan from realisasi_anggaran
    union all select 'target', 'unggahan', unggahan from target
    union all select 'anggaran', 'unggahan', unggahan from anggaran
    union all select 'pembanding', 'unggahan', unggahan from pembanding
    union all select 'sasaran_program', 'unggahan', unggahan from sasaran_program
    union all select 'dokumen_rencana', 'unggahan', unggahan from dokumen_rencana
    union all select 'bukti', 'unggahan', unggahan from bukti
    union all select 'alur', 'potret', potret from alur
    union all select 'laporan', 'potret', potret from laporan
    union all select 'akun_peran', 'akun', akun from akun_peran
    union all select 'sesi', 'akun', akun from sesi
),

ada as (
    select 'unggahan' as kolom, id from unggahan
    union all select 'potret', id from potret
    union all select 'akun', akun from akun
)

select tabel, kolom, id, count(*) as baris
from tunjuk
anti join ada using (kolom, id)
where id is not null
group by tabel, kolom, id
order by tabel, kolom, id
