"""SQL, in files. Digits order the loading: rules, then views, then macros that fold.

tables/NNN_*.sql   the record, one migration per file
0_*.sql            the two rules, as scalar macros
1_*.sql, 2_*.sql   views (latest versions), then the folds
read/*.sql         one select per question, by name: store.read("name", ...)
write/*.sql        the few updates and deletes of what is no figure (accounts, sessions)
"""
