"""Why a file as a whole is refused."""

from comity.errors import ComityError, Refused


class UnsupportedFile(ComityError):
    """Comity does not read this kind of file."""

    status = 415


class OtherFormat(Refused):
    """The file is of another format than was said."""


class EmptyFile(Refused):
    """The file is empty."""


class UnreadableArchive(Refused):
    """The archive is damaged or cut off."""


class ArchiveTooLarge(ComityError):
    """The archive unpacks to more than Comity takes."""

    status = 413


class TooManyRecords(Refused):
    """The file holds more records than one import takes."""


class UnknownColumns(Refused):
    """The mapping does not fit the columns of the file."""


class NotAListOfPeople(Refused):
    """The attendees of an event stand on a list of people: a table or vCards."""


class UnknownField(Refused):
    """The form has a field that it should not have."""
