"""Headers that announce personal data, by their words: 'Achternaam' and 'Geb. datum', not 'Wijknaam' and 'Gebied'."""

from __future__ import annotations

import re

from dashboard.inname.waarden.tekst import woorden

_KAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

# Whose name it may be without being a person's.
_GEEN_PERSOON = frozenset(
    [
        "actie",
        "afspraak",
        "bestand",
        "bestands",
        "blad",
        "buurt",
        "cluster",
        "code",
        "complex",
        "corporatie",
        "doelgroep",
        "dorp",
        "dorps",
        "eigenaar",
        "gebied",
        "gebieds",
        "gemeente",
        "groep",
        "indicator",
        "instelling",
        "kengetal",
        "kern",
        "kolom",
        "label",
        "model",
        "organisatie",
        "partij",
        "plaats",
        "plan",
        "product",
        "project",
        "projects",
        "regeling",
        "regio",
        "stad",
        "tabel",
        "thema",
        "verhuurder",
        "wijk",
        "woning",
        "woningcorporatie",
        "woonplaats",
    ]
)
_WOORDEN: dict[str, frozenset[str]] = {
    "burgerservicenummers": frozenset(
        ("bsn", "bsnr", "bsnnummer", "burgerservicenummer", "sofi", "sofinummer", "sofinr")
    ),
    "e-mailadressen": frozenset(("mail", "email", "emailadres", "mailadres", "emailadressen")),
    "telefoonnummers": frozenset(
        ("tel", "telnr", "telefoon", "telefoonnummer", "telefoonnr", "mobiel", "mobielnr", "gsm", "fax")
    ),
    "rekeningnummers": frozenset(
        ("iban", "bankrekening", "bankrekeningnummer", "rekeningnummer", "rekeningnr", "bankrekeningnr")
    ),
    "geboortedatums": frozenset(("geb", "gebdat", "gebdatum", "gebjaar", "geboren", "gebdd", "verjaardag")),
    "namen": frozenset(
        [
            "voorletters",
            "voorletter",
            "initialen",
            "tussenvoegsel",
            "tussenvoegsels",
            "aanhef",
            "roepnaam",
            "voornamen",
            "achternamen",
            "contactpersoon",
            "familienaam",
            "geslachtsnaam",
        ]
    ),
    "adressen": frozenset(
        ("straat", "huisnr", "huisnummer", "huisletter", "hnr", "toevoeging", "huisnummertoevoeging", "pc6")
    ),
    "nummers van personen": frozenset(
        [
            "klantnummer",
            "klantnr",
            "persoonsnummer",
            "persoonsnr",
            "relatienummer",
            "relatienr",
            "debiteurnummer",
            "debiteurennummer",
            "debiteurnr",
            "kandidaatnummer",
            "kandidaatnr",
            "inschrijfnummer",
            "inschrijfnr",
            "inschrijvingsnummer",
            "huurdernummer",
            "huurdersnummer",
            "huurdernr",
            "patientnummer",
            "clientnummer",
            "vnummer",
        ]
    ),
    "kenmerken van personen": frozenset(
        [
            "geslacht",
            "nationaliteit",
            "geboorteland",
            "geboorteplaats",
            "inkomen",
            "jaarinkomen",
            "verzamelinkomen",
            "huishoudinkomen",
            "uitkering",
            "etniciteit",
            "religie",
            "geloof",
            "diagnose",
            "handicap",
            "schulden",
        ]
    ),
}
# A header that is nothing but one of these names the person in the row; 'Aantal huurders' and 'Leeftijd huurder' do not.
_ALLEEN = frozenset(
    [
        "huurder",
        "hoofdhuurder",
        "medehuurder",
        "bewoner",
        "kandidaat",
        "woningzoekende",
        "client",
        "klant",
        "partner",
        "koper",
        "aanvrager",
        "persoon",
    ]
)


def soort_van_kop(kop: str) -> str | None:
    """What kind of personal data a header announces (a Dutch plural), or None."""
    delen = woorden(_KAMEL.sub(" ", kop[:200]).replace("_", " ")).split()
    samen = "".join(delen)
    if not delen:
        return None
    for soort, genoemd in _WOORDEN.items():
        if samen in genoemd or not genoemd.isdisjoint(delen):
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
    if _is_naam(delen):
        return "namen"
    kaal = [deel for deel in delen if not deel.isdigit()]
    return "namen" if len(kaal) == 1 and kaal[0] in _ALLEEN else None


def _is_naam(delen: list[str]) -> bool:
    for plaats, deel in enumerate(delen):
        if deel in ("naam", "namen"):
            anders = delen[:plaats] + delen[plaats + 1 :]
            if not any(ander in _GEEN_PERSOON for ander in anders):
                return True
        elif deel.endswith(("naam", "namen")) and deel.removesuffix("namen").removesuffix("naam") not in _GEEN_PERSOON:
            return True
    return False
