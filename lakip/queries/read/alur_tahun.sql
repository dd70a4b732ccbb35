-- Where the runs of a tahun stand. Grain: one row per periode that was opened.
select periode, nomor, keadaan, catatan, oleh, pada
from alur_terbaru
where unit = $unit and tahun = $tahun
