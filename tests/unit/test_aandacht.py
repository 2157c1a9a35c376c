"""Every rule of aandachtregels.csv with its whole sentence, where it leads, and in which order they stand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from types import SimpleNamespace

import pytest

from dashboard.afspraken import Overeenkomst, laad_overeenkomst
from dashboard.afspraken.aandachtregels import SITUATIES
from dashboard.basis.instellingen import WORTEL
from dashboard.basis.opmaak import SMAL
from dashboard.cijfers import Keuze
from dashboard.normen import TOTAAL, Oordeel, Stand, Waarneming, beoordeel
from dashboard.standen.afspraakstand import Afspraakstand
from dashboard.verhaal import Punt, aandachtspunten

P = f"{SMAL}%"


@cache
def overeenkomst() -> Overeenkomst:
    return laad_overeenkomst(WORTEL / "data" / "afspraken")


def oordeel(code: str, jaar: int, waarde: float | None, *, nulmeting: float | None = None, **anders) -> Oordeel:
    """A norm of the agreement on a figure; `geldig_tot` moves its end, the rest belongs to the figure."""
    norm = next(norm for norm in overeenkomst().normen if norm.norm == code)
    if "geldig_tot" in anders:
        norm = replace(norm, geldig_tot=anders.pop("geldig_tot"))
    w = Waarneming(jaar, waarde=waarde, periode=str(jaar), **anders)
    return beoordeel(norm, overeenkomst().indicator[norm.indicator], w, nulmeting=nulmeting)


def regulier(teller: int, noemer: int, *, jaar: int = 2025, kern: str = "Sas van Gent", tot: int = 2025) -> Oordeel:
    """A share of regular lettings in a kern, with a norm that holds up to and including a year."""
    deel = {"kern": kern, "teller": teller, "noemer": noemer, "geldig_tot": dt.date(tot, 12, 31)}
    return oordeel("1.1.14-kern", jaar, teller / noemer, **deel)


def melding(stand: Stand, toelichting: str, **meer: str) -> dict[str, str | None]:
    return {"stand": stand.value, "toelichting": toelichting, "oorzaak": None, "besluit_gevraagd": None} | meer


def stand(nummer: str, *oordelen: Oordeel, meldingen: tuple[dict, ...] = ()) -> Afspraakstand:
    """An afspraak with one computed stand (or none) and its reports."""
    berekend = oordelen[0].stand if oordelen else None
    indicatief = oordelen[0].indicatief if oordelen else None
    gemeld = Stand(meldingen[0]["stand"]) if meldingen else None
    over = (oordelen[0].waarneming.jaar,) * 2 if oordelen else None  # a report of the same year as the figure
    return Afspraakstand(overeenkomst().afspraak[nummer], gemeld, meldingen, berekend, indicatief, oordelen, (), over)


def punten(
    *standen: Afspraakstand, eerder=(), keuze=None, laatste=None, leveringen=(), regels=None, op=None
) -> list[Punt]:
    geleverd = SimpleNamespace(laatste_leveringen=laatste or {}, leveringen=list(leveringen))
    publicatie = SimpleNamespace(moment=dt.datetime.combine(op, dt.time(16, 30))) if op else None
    monitor = SimpleNamespace(overeenkomst=regels or overeenkomst(), volledigheid=geleverd, publicatie=publicatie)
    return aandachtspunten(monitor, standen, eerder, keuze)


def punt(*standen: Afspraakstand, **anders) -> Punt:
    [enige] = punten(*standen, **anders)
    return enige


# --- a sentence per rule ---------------------------------------------------------------------------------------------


def test_achter_regulier_met_wat_het_was() -> None:
    gevonden = punt(stand("1.1.14", regulier(17, 24)), eerder=[stand("1.1.14", regulier(18, 22))])
    assert gevonden.zin == f"Sas van Gent: 71{P} regulier in 2025 (17 van 24), norm 80{P}, 3 te weinig; was 82{P}."
    assert (gevonden.regel, gevonden.kop) == ("achter_regulier", "1.1.14 Regulier en niet-regulier toewijzen")
    assert (gevonden.pagina, gevonden.keuze) == (
        "beschikbaarheid",
        {"cijfer": "aandeel_regulier", "kernen": "Sas van Gent"},
    )


def test_wat_het_was_in_een_ander_jaar_noemt_dat_jaar() -> None:
    gevonden = punt(stand("1.1.14", regulier(17, 24)), eerder=[stand("1.1.14", regulier(17, 24, jaar=2024))])
    assert gevonden.zin.endswith(f", 3 te weinig; was 71{P} in 2024.")


def test_wat_gelijk_bleef_was_niets_anders() -> None:
    gevonden = punt(stand("1.1.14", regulier(17, 24)), eerder=[stand("1.1.14", regulier(17, 24))])
    assert gevonden.zin.endswith(", 3 te weinig.")


def test_achter_op_de_laatst_bekende_norm_noemt_ook_de_anderen() -> None:
    axel = regulier(7, 10, kern="Axel", tot=2023)
    gevonden = punt(stand("1.1.14", regulier(12, 20, tot=2023), axel))
    assert gevonden.regel == "achter_oude_norm_regulier"
    assert gevonden.zin == (
        f"Sas van Gent: 60{P} regulier in 2025 (12 van 20), norm 80{P} (gold t/m 2023), 4 te weinig. En nog 1 niet gehaald."
    )


def test_achter_met_een_gevraagd_besluit() -> None:
    clavis = oordeel("1.1.7-corporatie", 2025, 9, nulmeting=18, corporatie="CLAVIS")
    gemeld = melding(Stand.ACHTER, "Te weinig goedkope woningen.", besluit_gevraagd="Een vast aantal kiezen")
    gevonden = punt(stand("1.1.7", clavis, meldingen=(gemeld,)))
    assert gevonden.regel == "achter"
    assert gevonden.zin == (
        "Goedkope woningen verhuurd aan jongeren, Clavis: 9 verhuringen in 2025, norm 18, 9 verhuringen te weinig. "
        "Gevraagd besluit: Een vast aantal kiezen."
    )
    assert gevonden.keuze == {"cijfer": "jongeren_goedkoop", "corporatie": "Clavis"}


def test_achter_op_een_oude_norm_van_een_ander_cijfer() -> None:
    nieuwbouw = oordeel("1.1.3-sociaal", 2025, 62 / 231, teller=62, noemer=231)
    gevonden = punt(stand("1.1.3", nieuwbouw))
    assert gevonden.regel == "achter_oude_norm"
    assert gevonden.zin == (
        f"Aandeel sociaal in de nieuwbouw: 26,8{P} in 2025 (62 van 231), norm 30{P} (gold t/m 2023), "
        "8 nieuwe woningen te weinig."
    )


def test_doel_met_een_datum() -> None:
    gevonden = punt(stand("3.2", oordeel("3.2-fase1", 2024, 1)))
    assert gevonden.zin == (
        "Woningen in het hofje: 1 woning in 2024, norm 3 op 31 december 2023, 2 woningen te weinig."
    )


def test_mijlpaal_te_laat_leidt_naar_de_afspraak() -> None:
    gevonden = punt(stand("2.1", oordeel("2.1-businesscase", 2025, 0)))
    assert gevonden.regel == "mijlpaal_te_laat"
    assert gevonden.zin == "Businesscase warmtenet klaar: nog niet gereed gemeld; afgesproken voor 31 december 2022."
    assert (gevonden.pagina, gevonden.keuze) == ("afspraken", {"afspraak": "2.1"})


def test_tegenspraak_toont_beide_standen_en_leidt_naar_de_afspraak() -> None:
    gemeld = melding(Stand.OP_SCHEMA, "Het gaat goed.")
    gevonden = punt(stand("1.1.14", regulier(17, 24, tot=2023), meldingen=(gemeld,)))
    assert gevonden.regel == "tegenspraak_regulier"
    assert gevonden.zin == (
        f"Sas van Gent: 71{P} regulier in 2025 (17 van 24), norm 80{P} (gold t/m 2023), 3 te weinig."
    )
    assert (gevonden.gemeld, gevonden.berekend and gevonden.berekend.indicatief) == (Stand.OP_SCHEMA, Stand.ACHTER)
    assert (gevonden.pagina, gevonden.keuze) == ("afspraken", {"afspraak": "1.1.14"})


def test_tegenspraak_kan_ook_andersom() -> None:
    gehaald = oordeel("1.1.7-gemeente", 2025, 20, nulmeting=18)
    gevonden = punt(stand("1.1.7", gehaald, meldingen=(melding(Stand.ACHTER, "Het gaat slecht."),)))
    assert (gevonden.regel, gevonden.zin) == (
        "tegenspraak",
        "Goedkope woningen verhuurd aan jongeren: 20 verhuringen in 2025, norm 18.",
    )


def test_een_gevraagd_besluit_is_een_punt() -> None:
    gemeld = melding(Stand.AANDACHT, "Er ligt een voorstel.", oorzaak="Geen grond", besluit_gevraagd="Een plek kiezen.")
    gevonden = punt(stand("1.1.11", meldingen=(gemeld,)))
    assert (gevonden.regel, gevonden.zin) == (
        "besluit_gevraagd",
        "Gevraagd besluit: Een plek kiezen. Gemeld als aandacht. Geen grond.",
    )


def test_een_melding_dat_het_achterloopt_is_een_punt() -> None:
    gevonden = punt(stand("4.10", meldingen=(melding(Stand.ACHTER, "Het platform is gestopt."),)))
    assert (gevonden.regel, gevonden.zin) == (
        "gemeld_achter",
        "Gemeld als achter op schema. Het platform is gestopt.",
    )


def test_een_verlopen_norm_is_een_punt() -> None:
    clavis = oordeel("1.1.12-10", 2025, 11 / 148, teller=11, noemer=148, corporatie="CLAVIS")
    gevonden = punt(stand("1.1.12", clavis))
    assert gevonden.regel == "norm_verlopen"
    assert gevonden.zin == (
        f"Voor 2025 is geen norm vastgesteld; de laatste, 10{P}, gold t/m 2023. "
        f"Gebruikte vrije toewijzingsruimte, Clavis: 7{P} (11 van 148)."
    )


def test_afgelopen_normen_in_een_overeenkomst_die_doorloopt_zijn_een_punt() -> None:
    gevonden = punt(op=dt.date(2026, 1, 1))
    assert (gevonden.regel, gevonden.kop, gevonden.afspraak) == ("normen_afgelopen", "Normen afgelopen", None)
    assert gevonden.zin == (
        "Na 31 december 2025 blijven de afspraken gelden, totdat er een nieuwe overeenkomst is getekend (artikel 5.6). "
        "Toch zijn er 6 normen afgelopen, bij 1.1.1, 1.1.3, 1.1.12 en 1.1.14: gelden die nog?"
    )
    assert punten(op=dt.date(2025, 12, 31)) == []


def test_een_besluit_over_een_afgelopen_norm_haalt_haar_uit_het_punt() -> None:
    [besluit] = [norm for norm in overeenkomst().normen if norm.norm == "1.1.12-10"]
    vervolg = replace(besluit, geldig_van=dt.date(2024, 1, 1), geldig_tot=None)
    regels = replace(overeenkomst(), normen=(*overeenkomst().normen, vervolg))
    assert punt(op=dt.date(2026, 1, 1), regels=regels).zin.endswith(
        "Toch zijn er 5 normen afgelopen, bij 1.1.1, 1.1.3 en 1.1.14: gelden die nog?"
    )


def test_een_ontbrekende_nulmeting_is_een_punt() -> None:
    zvl = oordeel("3.1-multifunctioneel", 2025, 756, corporatie="WZV")
    gevonden = punt(stand("3.1", zvl))
    assert (gevonden.regel, gevonden.zin) == (
        "nulmeting_ontbreekt",
        "Multifunctioneel, Woongoed ZVL: 756 woningen in 2025; de nulmeting van 2021 ontbreekt.",
    )


def test_levering_te_laat() -> None:
    laatste = {
        "verhuringen": {"CLAVIS": dt.date(2026, 9, 30), "WZV": dt.date(2026, 6, 30), TOTAAL: dt.date(2027, 1, 1)}
    }
    gevonden = punt(laatste=laatste)
    assert (gevonden.regel, gevonden.zin) == (
        "levering_te_laat",
        "Woongoed ZVL leverde verhuringen tot en met 30 juni 2026; de anderen tot en met 30 september 2026.",
    )
    assert (gevonden.pagina, gevonden.keuze) == ("gegevens", {"deel": "Leveringen"})


@pytest.mark.parametrize(
    ("weg", "corporatie", "zin"),
    [
        (
            1,
            "CLAVIS",
            "1 rij van levering u7 (verhuringen, Clavis) niet opgenomen: de fouten erin zijn nog niet hersteld.",
        ),
        (3, None, "3 rijen van levering u7 (verhuringen) niet opgenomen: de fouten erin zijn nog niet hersteld."),
    ],
)
def test_weggelaten_rijen_zijn_een_punt(weg: int, corporatie: str | None, zin: str) -> None:
    rij = {"upload_id": "u7", "tabel": "verhuringen", "corporatie": corporatie}
    [gevonden] = punten(leveringen=[rij | {"weggelaten": weg}, rij | {"weggelaten": 0}])
    assert (gevonden.regel, gevonden.zin) == ("rijen_weggelaten", zin)


# --- which, and in which order ---------------------------------------------------------------------------------------


def test_elke_situatie_heeft_een_regel_in_de_afspraken() -> None:
    assert [naam for naam in SITUATIES if overeenkomst().aandachtregel(naam) is None] == []


def test_een_afspraak_staat_er_een_keer_met_het_zwaarste() -> None:
    gemeld = melding(Stand.ACHTER, "Te laat.", besluit_gevraagd="Kiezen")
    verlopen = oordeel("1.1.12-10", 2025, 0.05, teller=5, noemer=100, corporatie="WZV")
    te_veel = oordeel("1.1.12-wet-15", 2025, 0.2, teller=20, noemer=100, corporatie="CLAVIS")
    gevonden = punt(stand("1.1.12", te_veel, verlopen, meldingen=(gemeld,)))
    assert gevonden.zin == (
        f"Gebruikte vrije toewijzingsruimte, Clavis: 20{P} in 2025 (20 van 100), norm 15{P}, 5 toewijzingen te veel. "
        "Gevraagd besluit: Kiezen."
    )


def test_volgorde_van_zwaar_naar_licht() -> None:
    alle = punten(
        stand("3.1", oordeel("3.1-multifunctioneel", 2025, 756, corporatie="WZV")),
        stand("1.1.12", oordeel("1.1.12-10", 2025, 0.05, teller=5, noemer=100, corporatie="WZV")),
        stand("4.10", meldingen=(melding(Stand.ACHTER, "Gestopt."),)),
        stand("2.1", oordeel("2.1-businesscase", 2025, 0)),
        stand("1.1.11", meldingen=(melding(Stand.AANDACHT, "Er is een plan.", besluit_gevraagd="Kiezen"),)),
        stand("1.1.3", oordeel("1.1.3-sociaal", 2025, 0.25, teller=25, noemer=100)),
        stand("1.1.14", regulier(17, 24)),
        stand("3.2", oordeel("3.2-fase1", 2024, 1), meldingen=(melding(Stand.OP_SCHEMA, "Goed."),)),
        laatste={"voorraad": {"CLAVIS": dt.date(2026, 1, 1), "WZV": dt.date(2025, 1, 1)}},
        leveringen=[{"upload_id": "u7", "tabel": "voorraad", "corporatie": "WZV", "weggelaten": 2}],
    )
    assert [gevonden.regel for gevonden in alle] == [
        "tegenspraak",
        "achter_regulier",  # a main figure and in force, so before the one below
        "achter_oude_norm",
        "besluit_gevraagd",
        "mijlpaal_te_laat",
        "gemeld_achter",
        "norm_verlopen",
        "nulmeting_ontbreekt",
        "levering_te_laat",
        "rijen_weggelaten",
    ]


def test_wat_op_schema_is_geeft_geen_punt() -> None:
    gemeld = melding(Stand.OP_SCHEMA, "Het gaat goed.")
    assert punten(stand("1.1.14", regulier(24, 24), meldingen=(gemeld,))) == []


@pytest.mark.parametrize(
    ("keuze", "begin"),
    [
        (Keuze(kernen=("Axel",)), ["Axel: 65"]),
        (Keuze(kernen=("Axel", "Sas van Gent")), ["Sas van Gent: 60"]),
        (Keuze(kernen=("Hoek",)), []),
        (Keuze(corporatie="CLAVIS"), []),
        (Keuze(corporatie="CLAVIS", kernen=("Axel",)), []),
        (Keuze(van=2025), ["Sas van Gent: 60", "Gemeld als achter", "Woongoed ZVL lev"]),
    ],
)
def test_keuze_laat_alleen_zien_wat_voor_dat_deel_is_beoordeeld(keuze: Keuze, begin: list[str]) -> None:
    delen = stand("1.1.14", regulier(12, 20), regulier(13, 20, kern="Axel"))
    zonder_deel = stand("4.10", meldingen=(melding(Stand.ACHTER, "Gestopt."),))
    laatste = {"voorraad": {"CLAVIS": dt.date(2026, 1, 1), "WZV": dt.date(2025, 1, 1)}}
    gevonden = punten(delen, zonder_deel, keuze=keuze, laatste=laatste)
    assert [een.zin[: len(tekst)] for een, tekst in zip(gevonden, begin, strict=True)] == begin


def test_een_regel_die_uit_staat_geeft_geen_punt() -> None:
    uit = [replace(regel, actief=regel.situatie != "gemeld_achter") for regel in overeenkomst().aandachtregels]
    anders = replace(overeenkomst(), aandachtregels=tuple(uit))
    assert punten(stand("4.10", meldingen=(melding(Stand.ACHTER, "Gestopt."),)), regels=anders) == []
