"""Whether the record is what was written: nothing lost, changed or added unseen.

segel     each act seals the rows it wrote, within the chain of the trail
kunci     the secret that signs the acts, apart from the data
jangkar   the numbers and hashes of all acts, outside the database
skema     tables and rules brought to what this program needs
aturan    the views, macros and tables inside the file against those of the program
arsip     originals: written to stay, and served only as they came
terbuka   what a database that does not open has, and what to do
kata      what is wrong, in sentences
jam       whether the clock can be believed
mulai     what is asked and put right when the record is opened
periksa   everything at once, told with what and where
selesai   what an admin settles, on the trail
"""
