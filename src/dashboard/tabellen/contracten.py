"""The contracts of the stored tables: the one place that says which columns exist, of which type, with which values.

The store writes these tables, the queries read them, the intake checks uploads against them and the example data
are made to fit them. Names are those an analyst sees; descriptions are Dutch because the user reads them.
Code values are the Dutch words that are stored; an upload may use other spellings, which the intake translates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dashboard.tabellen.tabel import Kolom, Tabel

TOEGANKELIJKHEID = ("nultreden", "multifunctioneel", "geen")
ENERGIELABELS = ("A++++", "A+++", "A++", "A+", "A", "B", "C", "D", "E", "F", "G")
WONINGTYPEN = ("eengezinswoning", "appartement", "seniorenwoning", "kamer", "overig")
HUURKLASSEN = ("goedkoop", "betaalbaar", "duur", "boven")
LEEFTIJDSKLASSEN = ("<23", "23-29", "30-54", "55-64", "65+")
# Years registered; written with 'tot', because Excel makes a date of 1-2.
INSCHRIJFDUURKLASSEN = ("<1", "1 tot 2", "2 tot 5", "5 tot 10", "10+")
MODI = ("vervangen", "aanvullen", "corrigeren")
STANDEN_ACTIE = ("gereed", "op_schema", "aandacht", "achter", "niet_gestart")

# A column on a line, so that a contract reads as a list.
# fmt: off
# Every stored row has its origin and whether it is invented, so that a figure can be traced to a row in a file.
HERKOMST = (
    Kolom("upload_id", "tekst", uitleg="de levering waarmee deze rij binnenkwam"),
    Kolom("bronrij", "geheel", minimum=1, uitleg="het rijnummer in het aangeleverde bestand"),
    Kolom("fictief", "ja_nee", uitleg="ja: verzonnen voorbeeldgegevens"),
)

_CORPORATIE = Kolom("corporatie", "tekst", verwijst="corporaties", uitleg="code van de corporatie")
_CORPORATIE_OF_LEEG = Kolom("corporatie", "tekst", verplicht=False, verwijst="corporaties",
    uitleg="code van de corporatie; leeg: alle partijen")
_KERN = Kolom("kern", "tekst", verwijst="kernen", uitleg="woonplaats volgens de BAG")
_KERN_OF_LEEG = Kolom("kern", "tekst", verplicht=False, verwijst="kernen", uitleg="woonplaats volgens de BAG")
_LABEL = Kolom("energielabel", "tekst", verplicht=False, waarden=ENERGIELABELS, voorbeeld="B",
    uitleg="energielabel van de woning")
_TOEGANKELIJK = Kolom("toegankelijkheid", "tekst", verplicht=False, waarden=TOEGANKELIJKHEID, voorbeeld="nultreden",
    uitleg="nultreden en multifunctioneel zijn verschillende begrippen; leeg: niet vastgelegd")
_LEEFTIJD = Kolom("leeftijdsklasse", "tekst", waarden=LEEFTIJDSKLASSEN, leeswijze="leeftijd", voorbeeld="30-54",
    uitleg="leeftijd in klassen")
_HUISHOUDEN = Kolom("huishoudgrootte", "tekst", waarden=("1", "2", "3+"), leeswijze="huishouden", voorbeeld="2",
    uitleg="aantal personen")
_GROEP = Kolom("groep", "tekst", verwijst="groepen", uitleg="groep woningzoekenden")

VERHURINGEN = Tabel(
    "verhuringen",
    "een rij per nieuwe verhuring",
    (
        _CORPORATIE,
        Kolom("verhuring_id", "tekst", voorbeeld="VOORBEELD-1", uitleg="pseudoniem, uniek per corporatie"),
        Kolom("ingangsdatum", "datum", uitleg="eerste dag van de huur; bepaalt de periode"),
        _KERN,
        Kolom("wijk", "tekst", verplicht=False, uitleg="naam van de CBS-wijk"),
        Kolom("woningtype", "tekst", waarden=WONINGTYPEN, voorbeeld="appartement", uitleg="soort woning"),
        Kolom("daeb", "ja_nee", voorbeeld="ja", uitleg="sociale huur volgens de Woningwet"),
        Kolom("nieuwbouw", "ja_nee", verplicht=False, invullen=True, voorbeeld="nee",
              uitleg="eerste verhuring na oplevering; leeg: niet bekend"),
        Kolom("contract", "tekst", waarden=("onbepaald", "tijdelijk", "flex", "jongeren"), voorbeeld="onbepaald",
              uitleg="soort contract"),
        Kolom("kale_huur", "decimaal", minimum=0, leeswijze="bedrag", per="maand", voorbeeld=598.4,
              uitleg="euro per maand, zonder servicekosten"),
        _LABEL,
        _TOEGANKELIJK,
        Kolom("model", "tekst", waarden=("aanbod", "loting", "directe_bemiddeling", "optie", "woningruil"),
              voorbeeld="aanbod", uitleg="hoe de woning is aangeboden"),
        _GROEP,
        _LEEFTIJD,
        _HUISHOUDEN,
        Kolom("woonsituatie", "tekst", verplicht=False, waarden=("starter", "doorstromer"), voorbeeld="doorstromer",
              uitleg="liet men een woning achter"),
        Kolom("herkomst", "tekst", verplicht=False, waarden=("zelfde_kern", "gemeente", "elders"),
              voorbeeld="zelfde_kern", uitleg="vorige woonplaats"),
        Kolom("passend", "tekst", verplicht=False, waarden=("passend", "niet_passend", "nvt"), voorbeeld="passend",
              uitleg="passend toewijzen"),
        Kolom("vrije_ruimte", "ja_nee", voorbeeld="nee", uitleg="gebruikte de vrije toewijzingsruimte"),
        Kolom("inschrijfduur_mnd", "decimaal", verplicht=False, minimum=0, leeswijze="duur", voorbeeld=38.5,
              uitleg="maanden van inschrijving tot verhuring"),
        Kolom("zoekduur_mnd", "decimaal", verplicht=False, minimum=0, leeswijze="duur", voorbeeld=14,
              uitleg="maanden van eerste reactie tot verhuring"),
        Kolom("reacties", "geheel", verplicht=False, minimum=0, voorbeeld=42, uitleg="aantal reacties op de woning"),
        Kolom("weigeringen", "geheel", verplicht=False, minimum=0, voorbeeld=1,
              uitleg="aantal keren dat de woning geweigerd is"),
        *HERKOMST,
    ),
    sleutel=("corporatie", "verhuring_id"),
    datum="ingangsdatum",
    delen=("corporatie",),
    herkenning=("corporatie", "verhuring_id"),
    hulp=(Kolom("bouwjaar", "geheel", verplicht=False, uitleg="zegt of de woning nieuw was"),),
)

VOORRAAD = Tabel(
    "voorraad",
    "aantallen verhuureenheden per peildatum en kenmerk",
    (
        Kolom("peildatum", "datum", uitleg="de dag waarop geteld is"),
        _CORPORATIE,
        _KERN,
        Kolom("soort", "tekst", waarden=("woongelegenheid", "overig"), voorbeeld="woongelegenheid",
              uitleg="woning of iets anders"),
        Kolom("daeb", "ja_nee", voorbeeld="ja", uitleg="sociale huur volgens de Woningwet"),
        Kolom("huurklasse", "tekst", verplicht=False, waarden=HUURKLASSEN, voorbeeld="betaalbaar",
              uitleg="klasse van de streefhuur; leeg bij overig"),
        Kolom("woningtype", "tekst", verplicht=False, waarden=WONINGTYPEN, voorbeeld="eengezinswoning",
              uitleg="soort woning; leeg bij overig"),
        _LABEL,
        replace(_TOEGANKELIJK, voorbeeld="geen"),
        Kolom("warmtenet", "ja_nee", voorbeeld="nee", uitleg="aangesloten op het warmtenet"),
        Kolom("flex", "ja_nee", voorbeeld="nee", uitleg="tijdelijke of verplaatsbare woning"),
        Kolom("aantal", "geheel", minimum=0, voorbeeld=120, uitleg="aantal eenheden"),
        *HERKOMST,
    ),
    datum="peildatum",
    delen=("corporatie",),
    herkenning=(
        "peildatum",
        "corporatie",
        "kern",
        "soort",
        "daeb",
        "huurklasse",
        "woningtype",
        "energielabel",
        "toegankelijkheid",
        "warmtenet",
        "flex",
    ),
    hulp=(
        Kolom("streefhuur", "decimaal", verplicht=False, leeswijze="bedrag", per="maand",
              uitleg="euro per maand; de huurklasse volgt eruit"),
        Kolom("eenheid_nr", "tekst", verplicht=False, uitleg="nummer van een woning, als elke rij een woning is"),
    ),
)

VOORRAADMUTATIES = Tabel(
    "voorraadmutaties",
    "aantallen erbij en eraf",
    (
        Kolom("datum", "datum", leeswijze="periode", uitleg="de dag waarop de mutatie telt"),
        _CORPORATIE,
        _KERN_OF_LEEG,
        Kolom("soort", "tekst", waarden=("aankoop", "nieuwbouw", "verkoop", "sloop", "overig"), voorbeeld="nieuwbouw",
              uitleg="wat er gebeurde"),
        Kolom("eenheid", "tekst", waarden=("woongelegenheid", "overig"), voorbeeld="woongelegenheid",
              uitleg="woning of iets anders"),
        Kolom("aan_starter", "ja_nee", verplicht=False, uitleg="bij verkoop: ging de woning naar een starter"),
        Kolom("aantal", "geheel", voorbeeld=12,
              uitleg="altijd positief, behalve bij soort overig: daar telt het teken"),
        Kolom("stand", "tekst", waarden=("plan", "realisatie"), voorbeeld="realisatie", uitleg="voornemen of gebeurd"),
        *HERKOMST,
    ),
    datum="datum",
    delen=("corporatie", "stand"),
    herkenning=("datum", "corporatie", "kern", "soort", "eenheid", "aan_starter", "stand"),
)

WONINGZOEKENDEN = Tabel(
    "woningzoekenden",
    "aantallen woningzoekenden per peildatum",
    (
        Kolom("peildatum", "datum", uitleg="de dag waarop geteld is"),
        _GROEP,
        _LEEFTIJD,
        Kolom("inschrijfduurklasse", "tekst", verplicht=False, waarden=INSCHRIJFDUURKLASSEN, leeswijze="duurklasse",
              voorbeeld="2 tot 5", uitleg="jaren ingeschreven; leeg: niet verdeeld"),
        replace(_HUISHOUDEN, verplicht=False, uitleg="aantal personen; leeg: niet verdeeld"),
        Kolom("ingeschreven", "geheel", minimum=0, voorbeeld=1200, uitleg="aantal ingeschrevenen"),
        Kolom("actief", "geheel", minimum=0, voorbeeld=310, uitleg="aantal dat in het jaar vaak genoeg reageerde"),
        Kolom("drempel_reacties", "geheel", minimum=0, per="jaar", voorbeeld=4,
              uitleg="hoeveel reacties per jaar hier actief heten"),
        Kolom("ingestroomd", "geheel", verplicht=False, minimum=0, per="jaar", voorbeeld=240,
              uitleg="nieuw ingeschreven in de twaalf maanden tot en met de peildatum"),
        Kolom("uitgestroomd", "geheel", verplicht=False, minimum=0, per="jaar", voorbeeld=190,
              uitleg="uitgeschreven in die twaalf maanden, met of zonder woning"),
        *HERKOMST,
    ),
    sleutel=("peildatum", "groep", "inschrijfduurklasse", "huishoudgrootte", "leeftijdsklasse"),
    datum="peildatum",
    herkenning=("peildatum", "groep", "leeftijdsklasse", "inschrijfduurklasse", "huishoudgrootte"),
)

ACTIESTATUS = Tabel(
    "actiestatus",
    "wat de trekker meldt over een actie of afspraak",
    (
        Kolom("peildatum", "datum", uitleg="het overleg waarvoor gemeld is"),
        Kolom("actie", "tekst", verplicht=False, verwijst="acties", uitleg="nummer in de uitvoeringsagenda"),
        Kolom("afspraak", "tekst", verwijst="afspraken", uitleg="nummer in de raamovereenkomst"),
        Kolom("stand", "tekst", waarden=STANDEN_ACTIE, voorbeeld="op_schema", uitleg="de gemelde stand"),
        Kolom("gereed_op", "datum", verplicht=False, uitleg="bij gereed: de dag waarop het klaar was"),
        Kolom("voortgang_pct", "geheel", verplicht=False, minimum=0, maximum=100, leeswijze="procent", voorbeeld=40,
              uitleg="geschatte voortgang in procenten"),
        Kolom("toelichting", "tekst", voorbeeld="De eerste stap is gezet.", uitleg="in eigen woorden"),
        Kolom("oorzaak", "tekst", verplicht=False, uitleg="verplicht bij aandacht en achter"),
        Kolom("gevolg", "tekst", verplicht=False, uitleg="verplicht bij aandacht en achter"),
        Kolom("bijsturing", "tekst", verplicht=False, uitleg="verplicht bij aandacht en achter"),
        Kolom("besluit_gevraagd", "tekst", verplicht=False, uitleg="wat het overleg moet besluiten"),
        Kolom("gemeld_door", "tekst", voorbeeld="ambtelijke werkgroep", uitleg="organisatie of functie, geen naam"),
        *HERKOMST,
    ),
    datum="peildatum",
    delen=("actie", "afspraak"),
    herkenning=("peildatum", "actie", "afspraak"),
    vrije_tekst=True,
)

KENGETALLEN = Tabel(
    "kengetallen",
    "alles wat verder gemeten wordt",
    (
        Kolom("kengetal", "tekst", verwijst="kengetal_definities", uitleg="code van het kengetal"),
        Kolom("peildatum", "datum", leeswijze="periode",
              uitleg="de dag waarop gemeten is, of de laatste dag van de periode"),
        _CORPORATIE_OF_LEEG,
        _KERN_OF_LEEG,
        Kolom("waarde", "decimaal", voorbeeld=12, uitleg="de gemeten waarde"),
        Kolom("teller", "decimaal", verplicht=False, uitleg="teller als de waarde een deel is"),
        Kolom("noemer", "decimaal", verplicht=False, uitleg="noemer als de waarde een deel is"),
        Kolom("bron", "tekst", voorbeeld="eigen telling", uitleg="waar de meting vandaan komt"),
        *HERKOMST,
    ),
    datum="peildatum",
    delen=("kengetal", "corporatie"),
    herkenning=("kengetal", "peildatum", "corporatie", "kern"),
    vrije_tekst=True,
    hulp=(
        Kolom("eenheid", "tekst", verplicht=False, uitleg="waarin de waarde geteld is"),
        Kolom("regio", "tekst", verplicht=False, uitleg="het gebied waarover de rij gaat"),
    ),
)

LEVERINGEN = Tabel(
    "leveringen",
    "een rij per aangeleverd bestand en tabel",
    (
        Kolom("upload_id", "tekst", uitleg="kenmerk van de levering"),
        Kolom("tabel", "tekst", uitleg="voor welke tabel"),
        _CORPORATIE_OF_LEEG,
        Kolom("periode_van", "datum", uitleg="eerste dag waarover de levering gaat"),
        Kolom("periode_tot", "datum", uitleg="laatste dag waarover de levering gaat"),
        Kolom("bestand", "tekst", uitleg="naam van het bestand"),
        Kolom("sha256", "tekst", uitleg="vingerafdruk van het bestand"),
        Kolom("rijen", "geheel", minimum=0, uitleg="aantal rijen"),
        Kolom("aangeleverd_op", "datum", uitleg="dag van aanlevering"),
        Kolom("aangeleverd_door", "tekst", uitleg="organisatie of functie, geen naam"),
        Kolom("blad", "tekst", verplicht=False, uitleg="blad in het bestand"),
        Kolom("weggelaten", "geheel", verplicht=False, minimum=0, uitleg="rijen met fouten die zijn weggelaten"),
        Kolom("waarschuwingen", "geheel", verplicht=False, minimum=0, uitleg="aantal waarschuwingen"),
        Kolom("modus", "tekst", verplicht=False, waarden=MODI,
              uitleg="wat de rijen doen met wat er al was; leeg: vervangen"),
        Kolom("zonder", "tekst", verplicht=False,
              uitleg="bij aanvullen en corrigeren: kolommen waar het bestand niet over gaat; rijen die er al waren houden daar "
              "wat zij hadden"),
        Kolom("indeling", "tekst", verplicht=False, uitleg="vingerafdruk van de kop van de tabel"),
        Kolom("koppeling", "tekst", verplicht=False, uitleg="hoe de kolommen en waarden zijn gelezen, als JSON"),
        Kolom("fictief", "ja_nee", uitleg="ja: verzonnen voorbeeldgegevens"),
    ),
    sleutel=("upload_id", "tabel"),
)
# fmt: on

TABELLEN: dict[str, Tabel] = {
    tabel.naam: tabel
    for tabel in (VERHURINGEN, VOORRAAD, VOORRAADMUTATIES, WONINGZOEKENDEN, ACTIESTATUS, KENGETALLEN, LEVERINGEN)
}
# Tables of events in a period, of which there may be none; all others hold measurements of a day.
GEBEURTENISSEN = (VERHURINGEN, VOORRAADMUTATIES)
# The tables that somebody delivers; which files were delivered is written down by the monitor itself.
AANGELEVERD = tuple(naam for naam in TABELLEN if naam != LEVERINGEN.naam)


def eigen_kolommen(tabel: Tabel) -> list[Kolom]:
    """The columns that a delivery fills; where a row came from is filled in by us."""
    return [kolom for kolom in tabel.kolommen if kolom not in HERKOMST]


def te_lezen(tabel: Tabel) -> list[Kolom]:
    """The columns that a file may have: those that are stored, and those from which others follow."""
    return [*eigen_kolommen(tabel), *tabel.hulp]


def beslaat(levering: Mapping[str, Any]) -> bool:
    """Whether a row of `leveringen` says that its whole period was delivered: late and corrected events do not.

    The macro `volle_leveringen` is the same for queries.
    """
    return levering["modus"] in (None, MODI[0]) or TABELLEN[levering["tabel"]] not in GEBEURTENISSEN
