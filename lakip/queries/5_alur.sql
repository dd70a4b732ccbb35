-- The run of a periode: where it stands, and which quarters an approval has closed.

-- Newest step of each run. Grain: one row per unit, tahun and periode that was opened.
create or replace view alur_terbaru as

select *
from alur
qualify row_number() over (partition by unit, tahun, periode order by nomor desc) = 1;

-- What closes a quarter: each periode that holds it and is disahkan, with who approved it and when.
-- Grain: one row per unit, tahun, triwulan and approved periode.
create or replace view penguncian as

select a.unit, a.tahun, p.triwulan, a.periode, a.oleh, a.pada
from alur_terbaru as a
inner join periode_triwulan as p
    on p.periode = a.periode
where a.keadaan = 'disahkan';

-- Quarters that nobody may change. Grain: one row per unit, tahun and triwulan.
create or replace view triwulan_terkunci as

select distinct unit, tahun, triwulan
from penguncian;

-- What somebody reads who tries all the same.
create or replace macro kalimat_terkunci(p_tahun, p_triwulan) as
    'Triwulan ' || ['I', 'II', 'III', 'IV'][p_triwulan] || ' Tahun ' || p_tahun
    || ' sudah disahkan, jadi terkunci. Minta Camat membukanya kembali dengan alasan di halaman Periode.';

-- A dated setting reaches every year after its own.
create or replace macro kalimat_setelan_terkunci(p_tahun) as
    'Tahun ' || p_tahun || ' sudah memuat periode yang disahkan, jadi aturannya terkunci. '
    || 'Pilih mulai tahun sesudahnya.';
