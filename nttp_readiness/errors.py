"""What went wrong, as a sentence for the person in front of the screen."""

from __future__ import annotations


class ReadinessError(Exception):
    """A problem with what was given or with the place where it lies, never with the program.

    `what` says what is wrong, `safe` what is not harmed, `cure` what to do. Its text is the three
    as one line, which the window, the command line and reports print as it stands.
    """

    def __init__(self, what: str, *, safe: str = "", cure: str = "") -> None:
        self.what, self.safe, self.cure = what, safe, cure
        super().__init__(" ".join(part for part in (what, safe, cure) if part))


class DocumentError(ReadinessError):
    """An assessment file that cannot be read as one."""


class DamagedError(DocumentError):
    """An assessment file whose content is not what was once written."""


class NewerError(DocumentError):
    """An assessment file of a later version of this program."""


class BankError(ReadinessError):
    """A question bank that cannot be used."""


class EditError(ReadinessError):
    """A change that the document does not allow."""


class SaveError(ReadinessError):
    """A file that could not be written. What was there before is unharmed."""


class ExportError(ReadinessError):
    """A report that could not be made or written."""
