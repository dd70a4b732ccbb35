"""A file that was asked for stays until it was fetched.

Streamlit makes it when its button is pressed, then tells the browser where it is, and drops it when two scripts have
ended since, whosever they are: with fifty people at work that is a quarter of a second, and the browser finds nothing.
"""

import time

from streamlit.runtime import media_file_manager
from streamlit.runtime.media_file_manager import MediaFileMetadata
from streamlit.runtime.media_file_storage import MediaFileKind

LAMA = 60.0  # seconds


class _Disimpan(MediaFileMetadata):
    def __init__(self, kind: MediaFileKind = MediaFileKind.MEDIA) -> None:
        super().__init__(kind)
        self._sejak = time.monotonic()

    def mark_for_delete(self) -> None:
        if time.monotonic() - self._sejak >= LAMA:
            super().mark_for_delete()


def keep() -> None:
    """From now on, in this process."""
    media_file_manager.MediaFileMetadata = _Disimpan  # type: ignore[misc]
