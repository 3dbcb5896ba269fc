"""Which characters the bytes of a file are."""

import codecs

WESTERN = "cp1252"  # what programs write that do not write Unicode


def wide_encoding(start: bytes) -> str | None:
    """UTF-16 in one of its forms, told by its mark or by the zeros of the first two letters; None for eight bits."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if len(start) >= 4 and start[1] == start[3] == 0 and start[0]:
        return "utf-16-le"
    if len(start) >= 4 and start[0] == start[2] == 0 and start[1]:
        return "utf-16-be"
    return None
