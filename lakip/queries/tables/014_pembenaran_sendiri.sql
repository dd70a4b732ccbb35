-- Whether who confirmed a figure had saved it himself, and why a setting was changed. Before, neither was recorded.
alter table pembenaran add column sendiri boolean;
alter table pengaturan add column alasan varchar;
