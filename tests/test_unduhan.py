"""A file made for a download outlives what others do meanwhile, and is not kept for good."""

import pytest
from streamlit.runtime import media_file_manager
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from lakip.ui import unduhan


@pytest.fixture
def berkas(monkeypatch: pytest.MonkeyPatch) -> tuple[MediaFileManager, str]:
    """A file that somebody has just pressed the button of."""
    monkeypatch.setattr(media_file_manager, "MediaFileMetadata", media_file_manager.MediaFileMetadata)
    unduhan.keep()
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    entry = {"callable": lambda: b"isi", "mimetype": "text/plain", "filename": "isi.txt", "coordinates": "",
             "element_id": "", "session_id": "staf"}  # fmt: skip
    manager._deferred_callables["tombol"] = entry
    return manager, manager.execute_deferred("tombol").rpartition("/")[2]


def test_a_file_asked_for_is_there_when_the_browser_comes_however_much_others_do(
    berkas: tuple[MediaFileManager, str],
) -> None:
    manager, name = berkas
    for _ in range(100):  # so many scripts of others have ended
        manager.remove_orphaned_files()
    kept = manager._storage.get_file(name)
    assert kept.content == b"isi"


def test_it_is_gone_afterwards(berkas: tuple[MediaFileManager, str], monkeypatch: pytest.MonkeyPatch) -> None:
    manager, _ = berkas
    monkeypatch.setattr(unduhan, "LAMA", 0.0)
    for _ in range(2):
        manager.remove_orphaned_files()
    assert manager._file_metadata == {}
