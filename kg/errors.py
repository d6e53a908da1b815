"""What can go wrong, as a user sees it.

KGError
  x InputError (ValueError)       an input that cannot be used; `problem` says where and why
  x LanguageError (LookupError)   a language without a pack
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an input that is skipped, or used without some part of it. Line 0 is no line.

    >>> print(Problem("corpus.jsonl", 12, "no text"))
    corpus.jsonl:12: no text
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """As compilers write it, so that editors find the place."""
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


class KGError(Exception):
    """Base of all errors of this package; its text is a message for a user."""


class LanguageError(KGError, LookupError):
    """There is no language pack for a language."""


class InputError(KGError, ValueError):
    """An input cannot be used: what a caller raises that wants to stop at the first problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
