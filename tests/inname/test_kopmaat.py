"""A unit in a heading is heeded or asked about: per year is no month, thousands are no ones, percent is no count."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.inname.herkennen.kolommen import stel_voor
from dashboard.inname.tabel.innemen import neem_in
from dashboard.inname.tabel.levering import Tabelinname
from dashboard.inname.waarden.kolom import lees_kolom
from dashboard.inname.waarden.kopmaat import is_maat, maat
from dashboard.inname.waarden.omrekenen import bezwaar, omrekening
from dashboard.inname.waarden.onleesbaar import Gelezen
from dashboard.tabellen.contracten import TABELLEN, te_lezen
from tests.inname.hulp.omgeving import LEEG, kort, werkboek
from tests.inname.hulp.omgeving import lees as lees_bestand


def kolom(naam: str, tabel: str = "verhuringen"):
    return next(kolom for kolom in TABELLEN[tabel].kolommen if kolom.naam == naam)


def lees(kop: str, *cellen, naam: str = "kale_huur", tabel: str = "verhuringen", antwoorden=None) -> Gelezen:
    return lees_kolom(TABELLEN[tabel], kolom(naam, tabel), cellen, LEEG.woordenboek, antwoorden, kop=kop)


def koppeling(kop: str, tabel: str = "verhuringen"):
    return stel_voor([kop], [], TABELLEN[tabel], LEEG.synoniemen, woordenboek=LEEG.woordenboek)[0]


def gezegd(deel) -> tuple[str, ...]:
    """What was assumed about the headings."""
    return tuple(zin for zin in deel.aannames if not zin.startswith("nieuwbouw:"))


PER_JAAR = "De kop noemt een bedrag per jaar, en elk getal is gedeeld door 12 voor een bedrag per maand."
PER = {
    "jaar": [
        "Kale huur per jaar", "Kale huur (per jaar)", "Kale huur [per jaar]", "KALE HUUR PER JAAR", "Kale huur p.j.", "Kale huur p/j",
        "Kale huur/jaar", "Kale huur (€/jr)", "Kale huur € per jaar", "Kale huur jaarbasis", "Kale huur op jaarbasis",
        "Kale huur jaarbedrag", "Kale huur (jaar)", "Kale huur jaar", "Netto huur per jaar", "Kale huur (€ per jaar)",
        "Kale huur per kalenderjaar", "Kale huur - per jaar", "Kale huur (jaarlijks)",
    ],
    "halfjaar": ["Kale huur per halfjaar", "Kale huur per half jaar", "Kale huur (halfjaar)"],
    "kwartaal": ["Kale huur per kwartaal", "Kale huur (kwartaal)", "Kale huur kwartaalbedrag", "Kale huur/kwartaal"],
    "week": ["Kale huur per week", "Kale huur (week)", "Kale huur/week", "Kale huur p.w."],
    "4 weken": ["Kale huur per 4 weken", "Kale huur (vier weken)"],
    "maand": [
        "Kale huur", "Kale huur per maand", "Kale huur p/m", "Kale huur (€ p.m.)", "Kale huur €/mnd", "Kale huur (maand)",
        "Kale huur (€)", "Kale huur in euro", "Kale huur (excl. servicekosten)", "Kale huur excl. servicekosten", "Kale huur (2026)",
        "kale_huur", "Kale huur *", "Kale huur (1)", "Kale huur (2 decimalen)",
    ],
}  # fmt: skip
IN_EEN_JAAR = {"jaar": 1, "halfjaar": 2, "kwartaal": 4, "week": 52, "4 weken": 13, "maand": 12}


@pytest.mark.parametrize(("per", "kop"), [(per, kop) for per, koppen in PER.items() for kop in koppen])
def test_een_huur_per_periode_wordt_een_huur_per_maand(per, kop):
    gekozen = koppeling(kop)
    assert (gekozen.kolom, gekozen.zeker, gekozen.opmerking) == ("kale_huur", True, "")
    gelezen = lees(kop, float(Decimal(7200) / IN_EEN_JAAR[per]), "7.200,00")
    assert gelezen.waarden[0] == pytest.approx(600, abs=0.005)
    assert gelezen.waarden[1] == round(600 * IN_EEN_JAAR[per], 2)
    assert len(gelezen.aannames) == (per != "maand")


def test_de_aanname_zegt_wat_er_is_gedaan():
    assert lees("Kale huur per jaar", 7165.8).aannames == (PER_JAAR,)
    assert lees("Kale huur per week", 150).aannames == (
        "De kop noemt een bedrag per week, en elk getal is vermenigvuldigd met 13 en gedeeld door 3 voor een bedrag per maand.",
    )
    assert lees("Kale huur per jaar (x € 1.000)", 7.1658) == Gelezen(
        (597.15,),
        {},
        (),
        (f"De kop noemt een schaal, en elk getal is vermenigvuldigd met 1.000; d{PER_JAAR[1:]}",),
    )


@given(st.decimals(50, 3000, places=2), st.sampled_from([per for per in PER if per not in ("week", "4 weken")]))
def test_elke_huur_komt_uit_elke_periode_als_zichzelf_terug(huur, per):
    bedrag = huur * 12 / IN_EEN_JAAR[per]
    for cel in (float(bedrag), f"{bedrag}".replace(".", ",")):
        assert lees(PER[per][0], cel).waarden == (float(huur),)


@pytest.mark.parametrize(
    "kop",
    [
        "Kale huur (x 1.000)", "Kale huur x 1.000", "Kale huur x €1.000", "Kale huur x € 1.000", "Kale huur in euro x 1000",
        "Kale huur (x1000)", "Kale huur (× 1 000)", "Kale huur in duizenden", "Kale huur (in duizenden euro)", "Kale huur (k€)",
        "Kale huur (€ 1.000)", "Kale huur (1.000 euro)", "Kale huur in duizenden euro's", "Kale huur * 1000",
    ],
)  # fmt: skip
def test_duizenden_worden_eenheden(kop):
    gekozen = koppeling(kop)
    assert (gekozen.kolom, gekozen.zeker) == ("kale_huur", True)
    gelezen = lees(kop, 0.5972, "0,6124")
    assert (gelezen.waarden, len(gelezen.aannames)) == ((597.2, 612.4), 1)


def test_centen_worden_euros():
    assert koppeling("Kale huur in centen").kolom == "kale_huur"
    assert lees("Kale huur in centen", 61240).waarden == (612.4,)


@pytest.mark.parametrize(
    ("kop", "tabel"),
    [
        ("Kale huur (incl. servicekosten)", "verhuringen"),
        ("Kale huur incl. servicekosten", "verhuringen"),
        ("Kale huur inclusief servicekosten", "verhuringen"),
        ("Huur incl. servicekosten", "verhuringen"),
        ("Kale huur (bruto)", "verhuringen"),
        ("Brutohuur", "verhuringen"),
        ("Subsidiabele huur", "verhuringen"),
        ("Kale huur (subsidiabel)", "verhuringen"),
        ("Kale huur (oud)", "verhuringen"),
        ("Kale huur (gemiddeld)", "verhuringen"),
        ("Kale huur per m2", "verhuringen"),
        ("Kale huur (€/m²)", "verhuringen"),
        ("Kale huur per dag", "verhuringen"),
        ("Kale huur (dagen)", "verhuringen"),
        ("Kale huur (%)", "verhuringen"),
        ("Kale huur (maand en jaar)", "verhuringen"),
        ("Jaarhuur", "verhuringen"),
        ("Inschrijfduur (in uren)", "verhuringen"),
        ("Inschrijfduur (%)", "verhuringen"),
        ("Inschrijfduur (x 1.000)", "verhuringen"),
        ("Inschrijfduur (gemiddeld)", "verhuringen"),
        ("Aantal reacties (%)", "verhuringen"),
        ("Aantal reacties in procenten", "verhuringen"),
        ("Aantal reacties per jaar", "verhuringen"),
        ("Reacties per week", "verhuringen"),
        ("Aantal (%)", "voorraad"),
        ("Aantal in procenten", "voorraad"),
        ("Aantal (m2)", "voorraad"),
        ("Aantal (gemiddeld)", "voorraad"),
        ("Aantal woningen per 1.000 inwoners", "voorraad"),
        ("Aantal (incl. garages)", "voorraad"),
        ("Ingestroomd per kwartaal", "woningzoekenden"),
        ("Drempel (per maand)", "woningzoekenden"),
        ("Waarde per maand", "kengetallen"),
        ("Waarde per 1.000 inwoners", "kengetallen"),
        ("Voortgang (x 1.000)", "actiestatus"),
    ],
)
def test_wat_iets_anders_kan_zijn_wordt_niet_gebruikt_tot_iemand_kiest(kop, tabel):
    assert not (koppeling(kop, tabel).kolom and koppeling(kop, tabel).zeker)


@pytest.mark.parametrize(
    ("kop", "tabel", "naam"),
    [
        ("Ingestroomd (per jaar)", "woningzoekenden", "ingestroomd"),
        ("Aantal (stuks)", "voorraad", "aantal"),
        ("Aantal (VHE)", "voorraad", "aantal"),
        ("Waarde (in euro)", "kengetallen", "waarde"),
        ("Score (1-10)", "kengetallen", "waarde"),
        ("Waarde (%)", "kengetallen", "waarde"),
        ("Waarde in procenten", "kengetallen", "waarde"),
        ("Voortgang (%)", "actiestatus", "voortgang_pct"),
        ("Zoekduur (dagen)", "verhuringen", "zoekduur_mnd"),
        ("Inschrijfduur (kwartalen)", "verhuringen", "inschrijfduur_mnd"),
        ("Inschrijfduur (jaren en maanden)", "verhuringen", "inschrijfduur_mnd"),
        ("Kern (verplicht)", "verhuringen", "kern"),
        ("Woningtype (omschrijving)", "verhuringen", "woningtype"),
    ],
)
def test_wat_bij_de_kolom_past_houdt_niemand_tegen(kop, tabel, naam):
    gekozen = koppeling(kop, tabel)
    assert (gekozen.kolom, gekozen.zeker) == (naam, True)


DAGEN = [
    "per 1-7-2026",
    "per 01/07/2026",
    "per 1 juli 2026",
    "per 1 juli",
    "op 1-7-2026",
    "peildatum 2026-07-01",
    "ultimo 2025",
]


@pytest.mark.parametrize("dag", DAGEN)
@pytest.mark.parametrize("vorm", ["Kale huur {}", "Kale huur ({})", "Kale huur € {}"])
def test_een_huur_op_een_dag_kan_een_andere_zijn_en_wordt_gevraagd(vorm, dag):
    gekozen = koppeling(vorm.format(dag))
    assert (gekozen.kolom, gekozen.zeker, gekozen.kandidaten) == ("kale_huur", False, ())
    wat = "is dit wel kale_huur (euro per maand, zonder servicekosten)?"
    assert gekozen.opmerking == f"De kop noemt een dag, ‘{dag}’: {wat}"


def test_de_vraag_naar_een_dag_in_de_kop_is_er_een_voor_de_hele_kolom_en_te_beantwoorden():
    rijen = (("Contractnr", "Kern", "Ingangsdatum", "Kale huur per 1-7-2026"), ("a", "Axel", "13-01-2026", 612.4))
    eerst = lees_bestand(*rijen)
    [vraag] = [b for b in eerst.vragen if b.kolom == "kale_huur"]
    verwacht = (
        "een kolom kale_huur (euro per maand, zonder servicekosten), of een waarde voor het hele bestand; kies of "
        "‘Kale huur per 1-7-2026’ (kolom D) dit is. De kop noemt een dag, ‘per 1-7-2026’: is dit wel kale_huur (euro per "
        "maand, zonder servicekosten)?"
    )
    assert (vraag.rij, vraag.verwacht) == (1, verwacht)
    keuze = eerst.tabellen[0].keuze
    keuze = replace(keuze, kolommen={**keuze.kolommen, "Kale huur per 1-7-2026": "kale_huur"})
    [deel] = lees_bestand(*rijen, keuzes=(keuze,)).tabellen
    assert not [b for b in deel.open_vragen if b.kolom == "kale_huur"]
    assert gezegd(deel) == (
        "Kale huur per 1-7-2026: De kop noemt een dag, ‘per 1-7-2026’; de getallen zijn gelezen zoals zij er staan.",
    )


@pytest.mark.parametrize(
    ("kop", "naam", "dag"),
    [
        ("Aantal woningen per 1-1-2026", "aantal", "per 1-1-2026"),
        ("Aantal woningen (per 1 januari 2026)", "aantal", "per 1 januari 2026"),
        ("Streefhuur per 1-1-2026", "streefhuur", "per 1-1-2026"),
        ("Streefhuur (1-1-2026)", "streefhuur", ""),
    ],
)
def test_wat_op_een_dag_geteld_is_wordt_gelezen_en_dat_wordt_gezegd(kop, naam, dag):
    gekozen = koppeling(kop, "voorraad")
    assert (gekozen.kolom, gekozen.zeker, gekozen.opmerking) == (naam, True, "")
    [soort] = [een for een in te_lezen(TABELLEN["voorraad"]) if een.naam == naam]
    gelezen = lees_kolom(TABELLEN["voorraad"], soort, (612,), LEEG.woordenboek, kop=kop)
    zin = f"De kop noemt een dag, ‘{dag}’; de getallen zijn gelezen zoals zij er staan."
    assert (gelezen.waarden, gelezen.aannames) == ((612,), (zin,) if dag else ())


def test_het_bezwaar_staat_in_de_melding():
    kop = ("Contractnr", "Kern", "Ingangsdatum", "Kale huur (incl. servicekosten)", "Aantal reacties (%)")
    gevonden = {k: (w, v) for _, k, w, v in kort(lees_bestand(kop, ("a", "Axel", "13-01-2026", 612.4, 3)))}
    wat = "kale_huur (euro per maand, zonder servicekosten)"
    keuze = f"kies of ‘Kale huur (incl. servicekosten)’ (kolom D) dit is. De kop noemt ook ‘incl servicekosten’: is dit wel {wat}?"
    assert gevonden["kale_huur"] == ("", f"een kolom {wat}, of een waarde voor het hele bestand; {keuze}")
    assert gevonden["Aantal reacties (%)"] == (
        "",
        "een keuze; kolom E lijkt op reacties en is niet gebruikt. De kop noemt procenten, en reacties is een aantal.",
    )


@pytest.mark.parametrize(
    ("kop", "per"),
    [("Inschrijfduur in jaren", 12), ("Inschrijfduur (kwartalen)", 3), ("Inschrijfduur (mnd)", 1), ("Zoektijd", None)],
)
def test_een_duur_in_een_andere_eenheid_wordt_omgerekend_en_gezegd(kop, per):
    gelezen = lees(kop, 2, naam="inschrijfduur_mnd")
    assert gelezen.waarden == ((None,) if per is None else (2.0 * per,))
    assert len(gelezen.aannames) == (per not in (1, None))


def test_de_aanname_bij_een_duur():
    assert lees("Inschrijfduur in dagen", 3652.5, naam="inschrijfduur_mnd") == Gelezen(
        (120.0,), {}, (), ("De kop noemt dagen, en elk kaal getal is omgerekend naar maanden.",)
    )


def test_een_aantal_in_duizenden_is_een_heel_aantal():
    gelezen = lees("Aantal (x 1.000)", "12,5", 3, "0,0005", naam="aantal", tabel="voorraad")
    assert (gelezen.waarden, list(gelezen.fouten)) == ((12500, 3000, None), [2])


@pytest.mark.parametrize(
    ("naam", "cel"), [("kale_huur", "12 %"), ("reacties", "100 %"), ("inschrijfduur_mnd", "50%"), ("weigeringen", "0%")]
)
def test_een_procentteken_hoort_alleen_bij_een_aandeel(naam, cel):
    assert list(lees("", cel, naam=naam, antwoorden={"eenheid": "maanden"}).fouten) == [0]


@pytest.mark.parametrize(
    "tekst", ["(mnd)", "jaren", "€ per jaar", "x 1.000", "per maand", "%", "(x € 1.000)", "kwartalen", "€/mnd"]
)
def test_een_rij_eenheden_wordt_herkend(tekst):
    assert is_maat(tekst)


@pytest.mark.parametrize("tekst", ["Axel", "ja", "12", "x", "", "1.000", "januari", "Regulier", "2 personen", "(oud)"])
def test_gegevens_zijn_geen_eenheden(tekst):
    assert not is_maat(tekst)


def test_een_rij_eenheden_onder_de_kop_telt_mee():
    kop = ("Contractnr", "Kern", "Ingangsdatum", "Kale huur", "Aantal reacties")
    inname = lees_bestand(kop, (None, None, None, "€ per jaar", None), ("a", "Axel", "13-01-2026", 7200, 3))
    assert [k.kolom_bestand for k in inname.tabellen[0].koppelingen][3] == "Kale huur € per jaar"
    assert gezegd(inname.tabellen[0]) == (f"Kale huur € per jaar: {PER_JAAR}",)


def _gevraagd(deel: Tabelinname) -> list[str]:
    """The columns of the file that are asked about; those that are not in it are another question."""
    return [naam for naam, vragen in deel.vragen.items() for vraag in vragen if vraag.soort != "vast"]


@pytest.mark.parametrize(
    ("titel", "vraagt"),
    [
        ("Bedragen x € 1.000", ["kale_huur"]),
        ("(in duizenden euro's)", ["kale_huur"]),
        ("Alle getallen x 1.000", ["kale_huur", "reacties"]),
        ("Verhuringen per jaar", []),
        ("Bedragen in euro", []),
    ],
)
def test_een_schaal_boven_de_tabel_wordt_gevraagd(titel, vraagt):
    kop = ("Contractnr", "Kern", "Ingangsdatum", "Kale huur", "Aantal reacties")
    rijen = ((titel, None, None, None, None), (None,) * 5, kop, ("a", "Axel", "13-01-2026", 0.612, 3))
    deel = lees_bestand(*rijen).tabellen[0]
    assert _gevraagd(deel) == vraagt
    if vraagt:
        [vraag] = deel.vragen["kale_huur"]
        assert vraag.vraag == f"Boven de tabel staat ‘{titel}’. Geldt dat ook voor deze kolom?"
        assert vraag.keuzes == (
            ("keer", "ja, elk getal vermenigvuldigd met 1.000"),
            ("zoals", "nee, zoals het er staat"),
        )
    antwoorden = {naam: {"schaal": "keer"} for naam in vraagt}
    klaar = lees_bestand(*rijen, keuzes=(replace(deel.keuze, antwoorden=antwoorden),)).tabellen[0]
    assert _gevraagd(klaar) == []
    assert gezegd(klaar) == tuple(
        f"{kop}: Boven de tabel staat ‘{titel}’, en elk getal is vermenigvuldigd met 1.000."
        for kop, naam in (("Kale huur", "kale_huur"), ("Aantal reacties", "reacties"))
        if naam in vraagt
    )


def test_een_kop_met_een_schaal_gaat_voor_de_titel():
    kop = ("Contractnr", "Kern", "Ingangsdatum", "Kale huur x € 1.000")
    deel = lees_bestand(("Bedragen x € 1.000",) + (None,) * 3, kop, ("a", "Axel", "13-01-2026", 0.612)).tabellen[0]
    assert (_gevraagd(deel), len(gezegd(deel))) == ([], 1)


@given(st.text(max_size=60))
def test_elke_kop_heeft_een_maat(kop):
    gelezen = maat(kop)
    assert gelezen.keer > 0
    for tabel in TABELLEN.values():
        for een in tabel.kolommen:
            assert omrekening(kop, een).keer >= Fraction(1, 100_000)
            assert isinstance(bezwaar(kop, een, kop_is_bekend=False), str)


def _met_groep(groep: str, *, gebieden=(), eerst: str | None = "Woning"):
    boven = (eerst, None, None, groep, None)
    kop = ("Contractnr", "Kern", "Ingangsdatum", "Kale huur", "Aantal reacties")
    boek = werkboek(boven, kop, ("a", "Axel", "13-01-2026", 7200, 3), samengevoegd=gebieden)
    return neem_in(boek, LEEG).tabellen[0]


@pytest.mark.parametrize("gebieden", [(), ((1, 4, 1, 5),)])
def test_een_eenheid_in_de_titel_van_een_groep_geldt_voor_haar_kolommen(gebieden):
    deel = _met_groep("Bedragen per jaar", gebieden=gebieden)
    assert [k.kolom_bestand for k in deel.koppelingen][3:] == ["Kale huur (per jaar)", "Aantal reacties (per jaar)"]
    assert gezegd(deel) == (f"Kale huur (per jaar): {PER_JAAR}",)
    assert deel.koppelingen[4].opmerking.startswith("De kop noemt een getal per jaar")


def test_een_gewone_titel_van_een_groep_verandert_niets():
    for titel in ("Huur", "Verhuur per maand", "Cijfers 2026", "Jaar"):
        assert [k.kolom_bestand for k in _met_groep(titel).koppelingen][3] == "Kale huur"


def test_een_titel_over_de_hele_tabel_is_geen_groep():
    kop = ("Contractnr", "Kern", "Ingangsdatum", "Kale huur")
    for gebieden in ((), ((1, 1, 1, 4),)):
        rijen = (("Verhuringen per jaar", None, None, None), kop, ("a", "Axel", "13-01-2026", 612))
        deel = neem_in(werkboek(*rijen, samengevoegd=gebieden), LEEG).tabellen[0]
        assert (deel.koppelingen[3].kolom_bestand, gezegd(deel)) == ("Kale huur", ())
