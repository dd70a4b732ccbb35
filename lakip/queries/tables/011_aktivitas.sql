-- What is to be done for an indikator, as the Rencana Aksi prints it: one activity a line. Part of the card, so that it is
-- versioned, dated and carried into the next tahun as the card is.
alter table indikator add column aktivitas varchar;
