"""Tables in a sheet: headings, rows, values; which column means what."""
