"""The size of a picture, read from its head; nothing is decoded."""

import struct

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image


def size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None when the head makes no sense."""
    try:
        picture = Image.from_blob(content)
        return int(picture.px_width), int(picture.px_height)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, struct.error, KeyError):
        return None
