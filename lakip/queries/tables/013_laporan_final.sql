-- Whether a produced report is final: approved by the Camat and complete. Those made before were all drafts.
alter table laporan add column final boolean default false;
