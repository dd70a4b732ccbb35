-- Everybody who held or holds a jabatan. Grain: one row per term.
select
    id,
    bagian,
    jabatan,
    peran,
    nama,
    nip,
    pangkat,
    status,
    mulai,
    selesai
from pejabat
where unit = $unit
order by list_position(['atasan', 'camat', 'sekcam', 'kasubbag', 'kasi', 'staf'], peran), bagian, mulai desc
