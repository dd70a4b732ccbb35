-- The frozen figures behind an approval (keadaan disahkan).
alter table alur add column potret varchar;
