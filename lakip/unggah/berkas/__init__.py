"""The sheets and cells of a file that may come in, and the marked copy that goes back."""

# What a workbook is called by; which it is, its content says.
JENIS = ("xlsx", "xlsm", "xls", "ods", "csv")
