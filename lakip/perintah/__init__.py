"""What the command line does, by what it is about: workbooks in, figures and documents out, the office itself."""
