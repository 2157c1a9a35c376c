"""Whether a short text about who did something names a person, where an organisation or a function is asked for.

A first name is known or it is not, so the list of them is in `naamwoorden.csv`, with the words that begin the name of an
organisation ('Stichting Maria', 'woongroep Anna') or a function ('beleidsmedewerker Jan de Vries' names a person all the
same). An unknown first name is found by the words between it and the surname, by initials, or by a form of address.
"""

from __future__ import annotations

import re
from pathlib import Path

from dashboard.inname.personen.kenmerken import zijn_emailadressen, zijn_namen
from dashboard.inname.personen.woordenlijst import lees_woorden
from dashboard.inname.waarden.tekst import sleutel

_BESTAND = Path(__file__).with_name("naamwoorden.csv")
_VOORNAAM, _ORGANISATIE, _FUNCTIE = SOORTEN = ("voornaam", "organisatie", "functie")
_DELEN = re.compile(r"[,;:/()|\n]|\s[-–]\s|\b(?:namens|t\.?a\.?v\.?|i\.?o\.?v\.?)\b", re.IGNORECASE)
_WOORD = re.compile(r"[^\W\d_][\w'’.-]*")
_TUSSENVOEGSELS = frozenset(
    ("van", "de", "der", "den", "het", "'t", "’t", "ter", "ten", "te", "in", "op", "el", "al", "la", "di", "von", "le")
)
# After an unknown first name: 'Raad van Bestuur' and 'Hof van Twente' have 'van' too, so that alone says nothing.
_VOOR_ACHTERNAAM = re.compile(r"(?:(?:van )?(?:de|der|den)|van '?’?t|el|al|di) [A-Z]")
_LETTER = re.compile(r"[A-Z]\.? (?:(?:van|de|der|den|ter|ten) )*[A-Z][a-z]+")
_ACHTERAAN = re.compile(r"[A-Z][\w'’-]+, ?(?:[A-Z]\.? ?){1,6}(?: ?(?:van|de|der|den|ter|ten|te|'t))*")
_TITEL = re.compile(r"\b(?:ir|ing|drs?|mr|prof|ds)\.? (?:\S+ ){0,3}?[A-Z][a-z]")


def lijkt_persoon(tekst: str) -> bool:
    """Whether the text names a person. In doubt it does not: nobody can deliver under another name than their own."""
    heel = " ".join(tekst.split())
    if zijn_emailadressen([heel]) or zijn_namen([heel]) or _TITEL.search(heel) or _ACHTERAAN.fullmatch(heel):
        return True
    return any(_is_naam(deel.strip(" .")) for deel in _DELEN.split(heel))


def _is_naam(deel: str) -> bool:
    """Whether this part of the text is or holds a name."""
    woorden = _WOORD.findall(deel)
    if not woorden:
        return False
    if zijn_namen([deel]) or _LETTER.fullmatch(deel):
        return True
    if any(_is_voornaam(woorden, plek) for plek in range(len(woorden))):
        return True
    return (
        woorden[0][0].isupper()
        and not _begint(woorden[0])
        and _VOOR_ACHTERNAAM.match(deel[len(woorden[0]) + 1 :]) is not None
    )


def _is_voornaam(woorden: list[str], plek: int) -> bool:
    """Whether a first name begins here, alone or before a surname, and not as part of the name of an organisation."""
    woord, klein = woorden[plek], all(woord.islower() for woord in woorden)
    if sleutel(woord.partition("-")[0]) not in lees_woorden(_BESTAND, SOORTEN)[_VOORNAAM]:
        return False
    if not (klein or woord[0].isupper()) or (plek and _begint(woorden[plek - 1], _ORGANISATIE)):
        return False
    rest = [ander for ander in woorden[plek + 1 :] if ander.casefold() not in _TUSSENVOEGSELS]
    if not rest:
        return len(woorden) == 1 or not klein
    return (klein or rest[0][0].isupper()) and not _begint(rest[0])


def _begint(woord: str, *soorten: str) -> bool:
    """Whether a word begins as one for an organisation or a function does."""
    lijsten = lees_woorden(_BESTAND, SOORTEN)
    return sleutel(woord).startswith(tuple(w for soort in soorten or (_ORGANISATIE, _FUNCTIE) for w in lijsten[soort]))
