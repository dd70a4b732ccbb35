-- The uploaded files of a unit with one content and name. Grain: one row per upload.
select
    u.id,
    u.oleh
from unggahan as u
where u.unit = $unit and u.sha256 = $sha256 and u.nama_berkas = $nama_berkas
