"""What can go wrong, as a user sees it.

KGError
  x LanguageError (LookupError)   a language without a pack
"""


class KGError(Exception):
    """Base of all errors of this package; its text is a message for a user."""


class LanguageError(KGError, LookupError):
    """There is no language pack for a language."""
