-- Where a link of a sasaran to the budget was read, when it came from a workbook.
alter table sasaran_program add column unggahan varchar;
alter table sasaran_program add column lembar varchar;
alter table sasaran_program add column sel varchar;
