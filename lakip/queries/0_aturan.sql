-- The two rules of the house, each written once: how the quarters of a periode fold, and how a
-- realisasi is held against its target. Everything else asks these.

-- Exact enough to round: in doubles 40,87 / 200 would print 20,43 instead of 20,44.
create or replace macro persen(bagian, seluruh) as
    cast(100 * bagian / nullif(seluruh, 0) as decimal(38, 10));

-- Rule 1, realisasi: the folded sums of the settled quarters, by metode. Null when none is filled.
create or replace macro agregasi(metode, isian, jumlah, banyak, terakhir, jumlah_pembilang, jumlah_penyebut, pembilang_terakhir, penyebut_terakhir) as
    case
        when metode = 'jumlah'                 then cast(jumlah as decimal(38, 10))
        when metode = 'rata_rata'              then cast(jumlah / nullif(banyak, 0) as decimal(38, 10))
        when metode = 'rasio'                  then persen(jumlah_pembilang, jumlah_penyebut)
        when isian  = 'pembilang_penyebut'     then persen(pembilang_terakhir, penyebut_terakhir)
        else                                        cast(terakhir as decimal(38, 10))
    end;

-- The fold of quarterly targets, which the annual figure of the PK must equal.
create or replace macro lipat_target(metode, jumlah, banyak, terakhir) as
    case
        when metode = 'jumlah'                 then cast(jumlah as decimal(38, 10))
        when metode in ('rata_rata', 'rasio')  then cast(jumlah / nullif(banyak, 0) as decimal(38, 10))
        else                                        cast(terakhir as decimal(38, 10))
    end;

-- Rule 1, target: TH is always the annual figure of the PK, never the fold.
create or replace macro agregasi_target(metode, periode, tahunan, jumlah, banyak, terakhir) as
    case
        when periode = 'TH'                    then cast(tahunan as decimal(38, 10))
        else                                        lipat_target(metode, jumlah, banyak, terakhir)
    end;

-- Rule 1, completeness: the last berlaku quarter for positions, all of them for flows.
create or replace macro lengkap(metode, berlaku, terisi, terakhir_terisi) as
    case
        when metode in ('kumulatif', 'posisi_akhir', 'tahunan') then coalesce(terakhir_terisi, false)
        else terisi = berlaku
    end;

-- Few cases after one quarter are no success: such a capaian waits for the whole periode.
create or replace macro menunggu_lengkap(rumus, metode) as
    rumus <> 'positif' and metode in ('jumlah', 'kumulatif');

-- The year in which an office begins has no whole sum: what came before it is not known here, and nothing is not 0.
create or replace macro tak_utuh(metode, periode, sebelum_awal) as
    metode = 'jumlah' and periode = 'TH' and sebelum_awal > 0;

-- Rule 2: capaian in percent, raw; null when a figure is missing or the target 0 says nothing.
-- `batas` is the cap of averages, `target_nol` the setting that judges a target of 0 for lower-is-better.
create or replace macro capaian(rumus, realisasi, target, batas, target_nol) as
    case
        when realisasi is null or target is null      then null
        when target = 0 and rumus = 'positif'         then null
        when target = 0 and not target_nol            then null
        when target = 0                               then if(realisasi = 0, 100, 0)
        when rumus = 'positif'                        then persen(realisasi, target)
        when rumus = 'negatif_selisih'                then persen(2 * target - realisasi, target)
        when rumus = 'negatif_rasio' and realisasi = 0 then coalesce(batas, 100)
        when rumus = 'negatif_rasio'                  then persen(target, realisasi)
        when rumus = 'stabil'                         then persen(target - abs(realisasi - target), target)
    end;

-- The value under the cap of averages and above 0. greatest and least pass over nulls, so null is said first.
create or replace macro dibatasi(nilai, batas) as
    if(nilai is null, null, greatest(0, least(nilai, coalesce(batas, nilai))));

-- A quarter is due once it has ended by the day `per`. The only thing in the house that looks at a date.
create or replace macro jatuh_tempo(tahun, triwulan, per) as
    last_day(make_date(tahun, triwulan * 3, 1)) <= per;

-- Read off the value as printed, so 90,004 is Tinggi; above di_atas, up to and with sampai.
create or replace macro dalam_kategori(nilai, di_atas, sampai) as
    (di_atas is null or round(nilai, 2) > di_atas) and (sampai is null or round(nilai, 2) <= sampai);

-- The quarter of a tahun from which a planning document is in force: a DPPA from that of its date, whatever was said of
-- it (one dated in a later tahun only at the end); any other from the one that it names itself.
create or replace macro berlaku_sejak(jenis, tahun, tanggal, mulai_triwulan) as
    case
        when jenis <> 'dppa' or tanggal is null then mulai_triwulan
        when year(tanggal) < tahun              then 1
        when year(tanggal) > tahun              then 4
        else                                         quarter(tanggal)
    end;

-- The quarter that a target of periode TW1..TW4 is for; null for TH.
create or replace macro triwulan_ke(periode) as
    try_cast(right(periode, 1) as integer);

-- Whether a quarter lies before the one that an office begins with; false for an office that states none, and for TH.
create or replace macro sebelum_awal(tahun, triwulan, awal_tahun, awal_triwulan) as
    coalesce(4 * tahun + triwulan < 4 * awal_tahun + awal_triwulan, false);
