"""Papers and workbooks: one module per document kind, over word.py and excel.py that know nothing of LAKIP."""
