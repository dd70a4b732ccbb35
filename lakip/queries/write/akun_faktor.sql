-- Sets the second factor, or takes it away (both null).
update akun
set
    faktor = $faktor,
    faktor_langkah = $langkah
where akun = $akun
