"""What differs between two states of the data, worked out by hand on figures that were made up for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from types import SimpleNamespace
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.afspraken import Indicator, Overeenkomst, laad_overeenkomst
from dashboard.basis.instellingen import WORTEL
from dashboard.basis.opmaak import SMAL
from dashboard.normen import Oordeel, Stand, Waarneming, beoordeel
from dashboard.store import Publicatie
from dashboard.vergelijken import Richting, vergelijk, zin
from dashboard.vergelijken.publicaties import Leveringverschil, laatste_twee, naam, vergelijk_standen
from dashboard.vergelijken.verschil import richting
from dashboard.verhaal.vindplaats import vindplaats

P = f"{SMAL}%"
T = TypeVar("T")


@cache
def overeenkomst() -> Overeenkomst:
    """The agreement with three figures: a share, a median and a distribution."""
    heel = laad_overeenkomst(WORTEL / "data" / "afspraken")
    codes = ("aandeel_regulier", "inschrijfduur", "energielabels", "gereed_2_1")
    return replace(heel, indicatoren=tuple(heel.indicator[code] for code in codes))


@dataclass
class NepMonitor:
    """A Monitor as far as a comparison asks it."""

    cijfers: dict[tuple[str, str], list[Waarneming]] = field(default_factory=dict)
    oordelen: tuple[Oordeel, ...] = ()
    meldingen: list[dict[str, Any]] = field(default_factory=list)
    leveringen: list[dict[str, Any]] = field(default_factory=list)
    publicatie: Publicatie | None = None
    overeenkomst: Overeenkomst = field(default_factory=overeenkomst)
    bron: tuple[str, ...] = ("verhuringen",)

    def waarnemingen(self, indicator: Indicator, niveau: str) -> list[Waarneming]:
        return self.cijfers.get((indicator.indicator, niveau), [])

    @property
    def volledigheid(self) -> Any:
        return SimpleNamespace(leveringen=self.leveringen)

    def rijen(self, query: str) -> list[dict[str, Any]]:
        assert query == "acties/stand"
        return self.meldingen

    def onthoud(self, sleutel: str, maak: Callable[[], T]) -> T:
        return maak()

    @property
    def queries(self) -> Any:
        return {indicator.query: self for indicator in self.overeenkomst.indicatoren}


def aandeel(teller: int, noemer: int, jaar: int = 2025, **deel: str) -> Waarneming:
    waarde = teller / noemer if noemer else None
    return Waarneming(jaar, waarde=waarde, teller=teller, noemer=noemer, periode=str(jaar), **deel)


def oordeel(w: Waarneming, code: str = "1.1.14-kern") -> Oordeel:
    norm = next(norm for norm in overeenkomst().normen if norm.norm == code)
    norm = replace(norm, geldig_tot=dt.date(2025, 12, 31))
    return beoordeel(norm, overeenkomst().indicator["aandeel_regulier"], w)


def publicatie(nummer: int, stand: str | None = None) -> Publicatie:
    return Publicatie(nummer, dt.datetime(2026, 1, nummer, tzinfo=dt.UTC), "x", "x", "", stand, nummer - 1, {}, "")


def levering(upload_id: str, tabel: str, corporatie: str | None, van: dt.date, tot: dt.date) -> dict[str, Any]:
    rij = {"upload_id": upload_id, "tabel": tabel, "corporatie": corporatie, "bestand": f"{upload_id}.xlsx"}
    return rij | {"periode_van": van, "periode_tot": tot}


# --- figures ---------------------------------------------------------------------------------------------------------


def cijferzinnen(code: str, niveau: str, eerst: list[Waarneming], later: list[Waarneming]) -> list[str]:
    verschil = vergelijk(NepMonitor({(code, niveau): eerst}), NepMonitor({(code, niveau): later}))
    assert (verschil.oordelen, verschil.meldingen) == ((), ())
    return [zin(overeenkomst(), een) for een in verschil.cijfers]


def test_aandeel_noemt_waar_het_op_rust_en_het_grootste_verschil_staat_voorop() -> None:
    eerst = [aandeel(9, 10, kern="Axel"), aandeel(8, 10, kern="Hoek"), aandeel(5, 5, kern="Spui")]
    later = [aandeel(8, 10, kern="Axel"), aandeel(4, 10, kern="Hoek"), aandeel(5, 5, kern="Spui")]
    assert cijferzinnen("aandeel_regulier", "kern", eerst, later) == [
        f"Aandeel regulier, Hoek, 2025: 80{P} (8 van 10) wordt 40{P} (4 van 10)",
        f"Aandeel regulier, Axel, 2025: 90{P} (9 van 10) wordt 80{P} (8 van 10)",
    ]


def test_gelijk_aandeel_op_meer_verhuringen_is_een_verschil() -> None:
    assert cijferzinnen("aandeel_regulier", "gemeente", [aandeel(4, 5)], [aandeel(8, 10)]) == [
        f"Aandeel regulier, 2025: 80{P} (4 van 5) wordt 80{P} (8 van 10)"
    ]


def test_wat_er_niet_was_en_wat_verdween_heeft_geen_gegevens() -> None:
    assert cijferzinnen("aandeel_regulier", "gemeente", [aandeel(4, 5, 2024)], [aandeel(8, 10)]) == [
        f"Aandeel regulier, 2025: geen gegevens wordt 80{P} (8 van 10)",
        f"Aandeel regulier, 2024: 80{P} (4 van 5) wordt geen gegevens",
    ]


def test_mediaan_en_verdeling() -> None:
    toen = Waarneming(2025, corporatie="CLAVIS", waarde=35.54, noemer=60, periode="2025")
    assert cijferzinnen("inschrijfduur", "corporatie", [toen], [replace(toen, waarde=39.0, noemer=61)]) == [
        "Inschrijfduur (mediaan), Clavis, 2025: 35,5 (n = 60) wordt 39,0 (n = 61)"
    ]
    labels = [Waarneming(2025, waarde=label, teller=aantal) for label, aantal in (("A", 10), ("B", 20))]  # type: ignore[arg-type]
    assert cijferzinnen("energielabels", "gemeente", labels, [labels[0], replace(labels[1], teller=25)]) == [
        "Energielabels van de voorraad, B, 2025: 20 wordt 25"
    ]


@pytest.mark.parametrize(
    ("eerst", "later"),
    [
        ([Waarneming(2025, waarde=35.5, noemer=10)], [Waarneming(2025, waarde=35.5 + 1e-12, noemer=10)]),
        ([], [Waarneming(2026)]),
        ([Waarneming(2025, noemer=0)], []),
        ([Waarneming(2025, waarde=float("nan"))], [Waarneming(2025)]),
    ],
    ids=["laatste bit", "nieuw jaar zonder cijfer", "niets om te delen", "geen getal"],
)
def test_wat_niemand_ziet_veranderen_is_geen_verschil(eerst: list[Waarneming], later: list[Waarneming]) -> None:
    assert cijferzinnen("inschrijfduur", "gemeente", eerst, later) == []


# --- standen ---------------------------------------------------------------------------------------------------------


KERNEN = {"Axel": (18, 20), "Hoek": (15, 20), "Spui": (4, 4), "Zuiddorpe": (19, 20), "Koewacht": (20, 20)}
LATER = {"Axel": (14, 20), "Hoek": (16, 20), "Spui": (11, 12), "Zuiddorpe": (18, 20), "Koewacht": (20, 20)}
KLEIN = "te klein om te beoordelen"


def test_stand_en_cijfer_voor_en_na_met_de_zwaarste_voorop() -> None:
    eerst = [oordeel(aandeel(*getallen, kern=kern)) for kern, getallen in KERNEN.items()]
    later = [oordeel(aandeel(*getallen, kern=kern)) for kern, getallen in LATER.items()]
    verschil = vergelijk(NepMonitor(oordelen=tuple(eerst)), NepMonitor(oordelen=tuple(later)))
    assert [(een.richting, zin(overeenkomst(), een)) for een in verschil.oordelen] == [
        (
            Richting.SLECHTER,
            f"Aandeel regulier, Axel, 2025: 90{P} (18 van 20) wordt 70{P} (14 van 20), op schema wordt achter op schema",
        ),
        (
            Richting.BETER,
            f"Aandeel regulier, Hoek, 2025: 75{P} (15 van 20) wordt 80{P} (16 van 20), aandacht wordt op schema",
        ),
        (
            Richting.NIEUW,
            f"Aandeel regulier, Spui, 2025: 100{P} (4 van 4) wordt 92{P} (11 van 12), {KLEIN} wordt op schema",
        ),
        (Richting.ANDERS, f"Aandeel regulier, Zuiddorpe, 2025: 95{P} (19 van 20) wordt 90{P} (18 van 20)"),
    ]
    assert [een.waarneming.kern for een in (v.cijfer for v in verschil.standen)] == ["Axel", "Hoek", "Spui"]


def test_een_norm_die_verloopt_verandert_de_stand_ook_als_de_uitkomst_gelijk_is() -> None:
    geldig = oordeel(aandeel(18, 20, kern="Axel"))
    verlopen = beoordeel(
        replace(geldig.norm, geldig_tot=dt.date(2023, 12, 31)),
        overeenkomst().indicator["aandeel_regulier"],
        geldig.waarneming,
    )
    [gevonden] = vergelijk(NepMonitor(oordelen=(geldig,)), NepMonitor(oordelen=(verlopen,))).standen
    assert gevonden.richting is Richting.ANDERS
    assert zin(overeenkomst(), gevonden).endswith(f"90{P} (18 van 20), op schema wordt indicatief op schema")


@given(st.sampled_from([None, *Stand]), st.sampled_from([None, *Stand]))
def test_richting_andersom_is_het_omgekeerde(eerst: Stand | None, later: Stand | None) -> None:
    omgekeerd = {
        Richting.SLECHTER: Richting.BETER,
        Richting.NIEUW: Richting.VERVALLEN,
        Richting.ANDERS: Richting.ANDERS,
    }
    omgekeerd |= {later: eerst for eerst, later in omgekeerd.items()}
    assert richting(later, eerst) is omgekeerd[richting(eerst, later)]


def melding(afspraak: str, stand: Stand, dag: dt.date = dt.date(2025, 10, 22)) -> dict[str, Any]:
    return {"afspraak": afspraak, "actie": afspraak, "stand": stand.value, "peildatum": dag, "toelichting": "x"}


def test_meldingen_met_een_andere_stand_de_ernstigste_voorop() -> None:
    eerst = [melding("2.1", Stand.OP_SCHEMA), melding("2.2", Stand.AANDACHT), melding("2.3", Stand.GEREED)]
    later = [melding("2.1", Stand.ACHTER), melding("2.2", Stand.GEREED), melding("2.3", Stand.GEREED)]
    later.append(melding("2.4", Stand.OP_SCHEMA))
    verschil = vergelijk(NepMonitor(meldingen=eerst), NepMonitor(meldingen=later))
    assert [(een.afspraak, een.standen, een.richting) for een in verschil.meldingen] == [
        ("2.1", (Stand.OP_SCHEMA, Stand.ACHTER), Richting.SLECHTER),
        ("2.4", (None, Stand.OP_SCHEMA), Richting.NIEUW),
        ("2.2", (Stand.AANDACHT, Stand.GEREED), Richting.BETER),
    ]


# --- two publications and their deliveries ---------------------------------------------------------------------------

HEEL = (dt.date(2025, 1, 1), dt.date(2025, 12, 31))


def test_zin_en_de_levering_die_het_deed() -> None:
    jaar_ervoor = (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    oud = levering("u1", "verhuringen", "CLAVIS", *HEEL)
    nieuw = [
        oud,
        levering("u2", "verhuringen", "CLAVIS", *HEEL),
        levering("u3", "verhuringen", "WZV", *HEEL),
        levering("u4", "verhuringen", "CLAVIS", *jaar_ervoor),
        levering("u5", "voorraad", "CLAVIS", *HEEL),
        levering("u6", "actiestatus", None, dt.date(2025, 10, 22), dt.date(2025, 10, 22)),
    ]
    sleutel = ("aandeel_regulier", "corporatie")
    eerst = NepMonitor(
        {sleutel: [aandeel(18, 20, corporatie="CLAVIS")]}, leveringen=[oud], publicatie=publicatie(1, "overleg april")
    )
    later = NepMonitor(
        {sleutel: [aandeel(14, 20, corporatie="CLAVIS")]},
        meldingen=[melding("2.1", Stand.ACHTER)],
        leveringen=nieuw[::-1],
        publicatie=publicatie(2),
    )
    vergelijking = vergelijk_standen(eerst, later)
    assert (
        vergelijking.zin
        == "Van overleg april naar publicatie 2 veranderden 1 cijfer en 1 gemelde stand, door 5 leveringen"
    )
    [cijfer], [gemeld] = vergelijking.verschil.cijfers, vergelijking.verschil.meldingen
    assert [een.upload_id for een in vergelijking.door(cijfer)] == ["u2"]
    assert [een.upload_id for een in vergelijking.door(gemeld)] == ["u6"]

    terug = vergelijk_standen(later, eerst)
    assert terug.zin == (
        "Van publicatie 2 naar overleg april veranderden 1 cijfer en 1 gemelde stand, door 5 vervallen leveringen"
    )
    assert [(een.upload_id, een.weg) for een in terug.door(terug.verschil.cijfers[0])] == [("u2", True)]
    assert vergelijk_standen(later, later).zin == "Van publicatie 2 naar publicatie 2 veranderde er niets"


def test_een_nulmeting_die_later_komt_noemt_de_leveringen_van_andere_jaren() -> None:
    sleutel = ("aandeel_regulier", "gemeente")
    later = NepMonitor(
        {sleutel: [aandeel(1, 2)]},
        leveringen=[levering("u9", "verhuringen", None, dt.date(2021, 1, 1), dt.date(2021, 12, 31))],
        publicatie=publicatie(2),
    )
    vergelijking = vergelijk_standen(NepMonitor(publicatie=publicatie(1)), later)
    assert vergelijking.zin == "Van publicatie 1 naar publicatie 2 veranderde 1 cijfer, door 1 levering"
    assert [een.upload_id for een in vergelijking.door(vergelijking.verschil.cijfers[0])] == ["u9"]


@pytest.mark.parametrize(
    ("van", "tot", "jaren"),
    [
        (dt.date(2025, 7, 1), dt.date(2025, 9, 30), {2025}),
        (dt.date(2024, 1, 1), dt.date(2025, 12, 31), {2024, 2025}),
        (dt.date(2026, 1, 1), dt.date(2026, 1, 1), {2025}),
        (dt.date(2026, 9, 30), dt.date(2026, 9, 30), {2026}),
    ],
)
def test_jaren_van_een_levering(van: dt.date, tot: dt.date, jaren: set[int]) -> None:
    gevonden = Leveringverschil("u1", "voorraad", "CLAVIS", van, tot, "x", weg=False)
    assert {jaar for jaar in range(2020, 2030) if gevonden.in_jaar(jaar)} == jaren


def test_zonder_keuze_de_laatste_twee_met_een_naam() -> None:
    a, b, c, d = publicatie(1, "april"), publicatie(2), publicatie(3, "oktober"), publicatie(4)
    assert laatste_twee([a, b, c, d]) == (a, c)
    assert laatste_twee([a, b, d]) == (b, d)
    assert laatste_twee([a]) is None
    assert (naam(a), naam(b), naam(None)) == ("april", "publicatie 2", "een lege opslag")


def test_vindplaats_van_een_cijfer_en_van_een_mijlpaal() -> None:
    indicator = overeenkomst().indicator
    kern = vindplaats(overeenkomst(), indicator["aandeel_regulier"], aandeel(1, 2, kern="Axel"))
    clavis = vindplaats(overeenkomst(), indicator["inschrijfduur"], aandeel(1, 2, corporatie="CLAVIS"))
    assert kern == ("beschikbaarheid", {"cijfer": "aandeel_regulier", "kernen": "Axel"})
    assert clavis == ("beschikbaarheid", {"cijfer": "inschrijfduur", "corporatie": "Clavis"})
    assert vindplaats(overeenkomst(), indicator["gereed_2_1"], aandeel(1, 1)) == ("afspraken", {"afspraak": "2.1"})
