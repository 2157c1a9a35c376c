"""Headers that announce personal data, by their words: 'Achternaam' and 'Geb. datum', not 'Wijknaam' and 'Gebied'.

The words are Dutch and the same for every gemeente, so they are in `kopwoorden.csv` beside this module and not in an
agreement, which could leave some out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from dashboard.inname.personen.woordenlijst import lees_woorden
from dashboard.inname.vondsten import kale_kop
from dashboard.inname.waarden.tekst import woorden

_KAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_BESTAND = Path(__file__).with_name("kopwoorden.csv")
_SOORTEN = (
    "burgerservicenummers",
    "e-mailadressen",
    "telefoonnummers",
    "rekeningnummers",
    "geboortedatums",
    "namen",
    "adressen",
    "nummers van personen",
    "kenmerken van personen",
)
# A header that is only a word for a person holds that person's name; 'Aantal huurders' and 'Leeftijd huurder' do not. And
# some things have a name without being a person.
_PERSOON, _GEEN_PERSOON = "persoon", "geen persoon"
_ALLE = (*_SOORTEN, _PERSOON, _GEEN_PERSOON)


def kopwoorden(pad: Path = _BESTAND) -> Mapping[str, frozenset[str]]:
    """The words per kind. Raises FoutenError with every fault in the file, including words that no header can match."""
    return lees_woorden(pad, _ALLE)


def soort_van_kop(kop: str) -> str | None:
    """What kind of personal data a header announces (a Dutch plural), or None."""
    delen = woorden(_KAMEL.sub(" ", kale_kop(kop[:200])).replace("_", " ")).split()
    samen = "".join(delen)
    if not delen:
        return None
    bekend = kopwoorden()
    for soort in _SOORTEN:
        if samen in bekend[soort] or not bekend[soort].isdisjoint(delen):
            return soort
    if any(deel.startswith("geboorte") for deel in delen) or samen.startswith(("gebdat", "gebd", "geboorte")):
        return "geboortedatums"
    if any(deel.endswith(("mail", "mailadres")) for deel in delen) or "emailadres" in samen:
        return "e-mailadressen"
    if any(deel.startswith(("telefoon", "mobielnum")) for deel in delen):
        return "telefoonnummers"
    if any(deel.endswith(("straatnaam", "adres", "straat")) for deel in delen) or samen.startswith(
        ("huisnummer", "huisnr")
    ):
        return "adressen"
    if _is_naam(delen, bekend[_GEEN_PERSOON]):
        return "namen"
    kaal = [deel for deel in delen if not deel.isdigit()]
    return "namen" if len(kaal) == 1 and kaal[0] in bekend[_PERSOON] else None


def _is_naam(delen: list[str], geen_persoon: frozenset[str]) -> bool:
    for plaats, deel in enumerate(delen):
        if deel in ("naam", "namen"):
            anders = delen[:plaats] + delen[plaats + 1 :]
            if not any(ander in geen_persoon for ander in anders):
                return True
        elif deel.endswith(("naam", "namen")) and deel.removesuffix("namen").removesuffix("naam") not in geen_persoon:
            return True
    return False
