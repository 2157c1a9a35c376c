"""The base class of faults that a user can act on, by which the command line recognises them."""

from __future__ import annotations


class Gebruikersfout(Exception):
    """A fault that a user can act on; its text is Dutch and complete. The command line exits with code 2."""
