"""Whether a file may come in: one judge for every door, by what is in the file, never by its name.

A `Pintu` says what one door takes and in which words it turns away; `hakim` decides. What the content means is asked
elsewhere.
"""

from lakip.berkas.pintu import MB, Pintu, Sebab

__all__ = ["MB", "Pintu", "Sebab"]
