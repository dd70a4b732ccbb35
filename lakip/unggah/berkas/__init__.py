"""The sheets and cells of a file that may come in, and the marked copy that goes back."""
