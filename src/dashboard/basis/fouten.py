"""What a user can do something about: the one word by which the command line knows such faults, wherever they arise."""

from __future__ import annotations


class Gebruikersfout(Exception):
    """Something that a user can understand and act on; its text is Dutch and complete. The command line ends with code 2."""
