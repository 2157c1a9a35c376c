"""Rules across cells and warnings, each on the smallest delivery that shows it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dashboard.inname.tabel.innemen import neem_in
from tests.inname.hulp.omgeving import kort, lees, omgeving, werkboek
from tests.inname.hulp.veertig_fouten import KOP, goede_rij

STATUS = ("peildatum", "actie", "afspraak", "stand", "toelichting", "oorzaak", "gevolg", "bijsturing", "gemeld_door")


def verhuur(**anders):
    """One letting of ten, with these cells changed, and the findings about it."""
    rij = dict(zip(KOP, goede_rij(4), strict=True)) | {"Kern": "Axel", "Reacties": 3} | anders
    rest = [goede_rij(nummer) for nummer in range(5, 14)]
    return tuple(rij.values()), rest


def bevindingen(gepubliceerd=None, **anders):
    eerste, rest = verhuur(**anders)
    boek = werkboek(KOP, eerste, *map(tuple, rest))
    return [melding for melding in kort(neem_in(boek, omgeving(**(gepubliceerd or {})))) if melding[0] == 2]


def test_een_gewone_verhuring_geeft_geen_bevindingen():
    assert bevindingen() == []


def test_een_huur_van_zesduizend_en_een_inschrijfduur_van_61_jaar_vallen_op():
    assert bevindingen(**{"Kale huur": 6124}) == [
        (2, "Kale huur", "6124", "een kale huur tussen 100 en 2.000 euro per maand; ontbreekt er een komma?")
    ]
    assert bevindingen(**{"Inschrijfduur (mnd)": "61 jaar"}) == [
        (2, "Inschrijfduur (mnd)", "61 jaar", "een inschrijfduur van hoogstens 50 jaar; is de eenheid juist?")
    ]


def test_langer_zoeken_dan_ingeschreven_staan_kan_niet():
    assert bevindingen(**{"Zoekduur (mnd)": 30, "Inschrijfduur (mnd)": 20}) == [
        (2, "Zoekduur (mnd)", "30", "hoogstens de inschrijfduur: wie zoekt, staat al ingeschreven")
    ]


def test_regulier_met_directe_bemiddeling_valt_op():
    [(rij, kolom, waarde, verwacht)] = bevindingen(Model="directe bemiddeling")
    assert (rij, kolom, waarde) == (2, "Model", "directe bemiddeling")
    assert verwacht.startswith("een ander model")


def test_een_datum_ver_van_de_andere_valt_op():
    assert bevindingen(Ingangsdatum=dt.date(2016, 1, 13)) == [
        (2, "Ingangsdatum", "13-01-2016", "een datum dicht bij die van de andere rijen")
    ]


def test_een_verhuring_buiten_de_genoemde_periode_valt_op():
    eerste, rest = verhuur(Ingangsdatum="1 juli 2026")
    periode = (dt.date(2026, 1, 1), dt.date(2026, 6, 30))
    inname = neem_in(werkboek(KOP, eerste, *map(tuple, rest)), omgeving(), periode=periode)
    assert kort(inname) == [(2, "Ingangsdatum", "1 juli 2026", "een datum van 1 januari 2026 tot en met 30 juni 2026")]


def test_een_kern_waar_de_corporatie_niets_heeft_valt_op():
    bezit = {
        "peildatum": dt.date(2026, 1, 1),
        "corporatie": "CLAVIS",
        "kern": "Terneuzen",
        "soort": "woongelegenheid",
        "aantal": 9,
    }
    elders = {**bezit, "corporatie": "WZV", "kern": "Axel"}
    assert bevindingen({"voorraad": [bezit, elders]}) == [
        (2, "Kern", "Axel", "een kern waar CLAVIS volgens de gepubliceerde voorraad woningen heeft")
    ]
    assert bevindingen({"voorraad": [elders]}) == []


def test_dezelfde_verhuring_onder_een_ander_nummer_valt_op():
    _, rest = verhuur()
    dubbel = ("Clavis", "C-9999", *rest[0][2:])
    inname = neem_in(werkboek(KOP, *map(tuple, rest), dubbel), omgeving())
    assert kort(inname) == [(11, "Contractnr", "C-9999", "een rij die een keer voorkomt; rij 2 is gelijk")]


def test_een_nummer_dat_al_met_een_andere_datum_gepubliceerd_is_valt_op():
    eerder = {"corporatie": "CLAVIS", "verhuring_id": "C-1001", "ingangsdatum": dt.date(2024, 2, 1), "kern": "Axel"}
    assert bevindingen({"verhuringen": [eerder]}) == [
        (2, "Contractnr", "C-1001", "een nieuw nummer; dit is al gepubliceerd met ingang van 1 februari 2024")
    ]


def test_bij_aandacht_en_achter_horen_oorzaak_gevolg_en_bijsturing():
    rijen = [
        ("1-10-2026", "1.1.1", "1.1.1", "achter", "loopt uit", "personeel", None, None, "gemeente"),
        ("1-10-2026", "1.1.2", "1.1.2", "op schema", "loopt", None, None, None, "gemeente"),
    ]
    assert kort(lees(STATUS, *rijen)) == [
        (2, "gevolg", "", "tekst, omdat de stand achter is"),
        (2, "bijsturing", "", "tekst, omdat de stand achter is"),
    ]


def test_de_dag_van_afronding_ligt_niet_na_de_melding_en_hoort_bij_gereed():
    kop = (*STATUS[:4], "Gereed op", *STATUS[4:])
    rijen = [
        ("14-10-2026", "1.1.1", "1.1.1", "gereed", "14-10-2026", "klaar", None, None, None, "gemeente"),
        ("14-10-2026", "1.1.2", "1.1.2", "gereed", "15-10-2026", "klaar", None, None, None, "gemeente"),
        ("14-10-2026", "1.1.3", "1.1.3", "op schema", "16-9-2026", "loopt", None, None, None, "gemeente"),
        ("14-10-2026", "5.3-2025", "5.3", "gereed", None, "klaar", None, None, None, "gemeente"),
    ]
    inname = lees(kop, *rijen)
    assert kort(inname) == [
        (3, "Gereed op", "15-10-2026", "een dag tot en met de peildatum, 14 oktober 2026"),
        (4, "Gereed op", "16-9-2026", "leeg, omdat de stand op_schema is; alleen bij gereed telt deze dag"),
    ]
    assert (len(inname.fouten), len(inname.waarschuwingen)) == (1, 1)


def test_een_actie_bij_een_andere_afspraak_dan_haar_onderwerp_valt_op():
    rij = ("1-10-2026", "1.1.5", "1.1.5", "op schema", "lijst besproken", None, None, None, "corporaties")
    assert kort(lees(STATUS, rij, (*rij[:1], "1.1.5", "1.1.6", *rij[3:]))) == [
        (2, "afspraak", "1.1.5", "1.1.6: daar hoort actie 1.1.5 van de uitvoeringsagenda naar onderwerp bij")
    ]


def test_een_mutatie_is_positief_behalve_bij_overig():
    kop = ("datum", "corporatie", "soort", "eenheid", "aantal", "stand")
    rijen = [("31-12-2025", "Clavis", soort, "woongelegenheid", -3, "realisatie") for soort in ("verkoop", "overig")]
    assert kort(lees(kop, *rijen)) == [
        (2, "aantal", "-3", "een aantal van 0 of meer; alleen bij soort overig telt het teken")
    ]


def test_een_deel_heeft_teller_en_noemer_die_kloppen():
    kop = ("kengetal", "peildatum", "waarde", "teller", "noemer", "bron")
    rijen = [
        ("energiearmoede", "31-12-2024", 0.5, 1, None, "a"),
        ("energiearmoede", "31-12-2025", 0.9, 1, 2, "b"),
        ("energiearmoede", "31-12-2026", 50, 1, 2, "c"),
    ]
    assert kort(lees(kop, *rijen)) == [
        (2, "noemer", "", "een getal, omdat teller is ingevuld"),
        (3, "waarde", "0.9", "de teller gedeeld door de noemer"),
    ]


def test_een_kengetal_zonder_zijn_corporatie_of_kern_wordt_genoemd():
    """It would go before the sum of the corporaties."""
    kop = ("kengetal", "peildatum", "corporatie", "kern", "waarde", "bron")
    rijen = [
        ("uithuiszettingen", "31-12-2025", None, None, 3, "a"),
        ("uithuiszettingen", "31-12-2025", "Clavis", None, 3, "b"),
        ("leefbaarheidsscore", "31-12-2025", None, None, 7, "c"),
        ("bouwtafels", "31-12-2025", None, None, 3, "d"),
    ]
    zin = "een {0}; zonder is dit de waarde van de hele gemeente, en die gaat voor wat er per {0} is"
    assert kort(lees(kop, *rijen)) == [
        (2, "corporatie", "", zin.format("corporatie")),
        (4, "kern", "", zin.format("kern")),
    ]


METING = ("kengetal", "peildatum", "waarde", "bron")
PER_CORPORATIE = ("uithuiszettingen", "31-12-2025", 3, "a")
VAN_DE_GEMEENTE = ("bouwtafels", "31-12-2025", 4, "b")


def test_van_wie_een_meting_is_wordt_gevraagd_als_niets_in_het_bestand_het_zegt():
    inname = lees(METING, PER_CORPORATIE, VAN_DE_GEMEENTE)
    assert (kort(inname), [(b.rij, b.kolom, b.ernst) for b in inname.vragen]) == ([], [(1, "corporatie", "vraag")])
    assert inname.vragen[0].verwacht == (
        "een antwoord: Er is geen kolom corporatie, en uithuiszettingen wordt per corporatie vastgelegd. Van welke corporatie "
        "is dit? Clavis, Woongoed ZVL of de hele gemeente"
    )
    keuze = inname.tabellen[0].keuze
    antwoord = replace(keuze, antwoorden={"corporatie": {"wie": "WZV"}})
    [deel] = (daarna := lees(METING, PER_CORPORATIE, VAN_DE_GEMEENTE, keuzes=(antwoord,))).tabellen
    assert daarna.goed
    assert deel.rijen.select(["kengetal", "corporatie"]).to_pylist() == [
        {"kengetal": "uithuiszettingen", "corporatie": "WZV"},
        {"kengetal": "bouwtafels", "corporatie": None},
    ]


def test_een_meting_van_de_hele_gemeente_mag_als_iemand_dat_zegt():
    keuze = replace(lees(METING, PER_CORPORATIE).tabellen[0].keuze, antwoorden={"corporatie": {"wie": ""}})
    inname = lees(METING, PER_CORPORATIE, keuzes=(keuze,))
    assert (inname.goed, inname.tabellen[0].rijen["corporatie"].to_pylist()) == (True, [None])
    zin = "een corporatie; zonder is dit de waarde van de hele gemeente, en die gaat voor wat er per corporatie is"
    assert kort(inname) == [(2, "corporatie", "", zin)]


def test_wie_de_corporatie_kiest_krijgt_de_vraag_niet():
    inname = lees(METING, PER_CORPORATIE, corporatie="CLAVIS")
    assert (inname.goed, inname.tabellen[0].rijen["corporatie"].to_pylist()) == (True, ["CLAVIS"])


def test_zonder_kengetal_per_corporatie_is_er_geen_vraag():
    assert lees(METING, VAN_DE_GEMEENTE).goed


ZOEKEN = ("peildatum", "groep", "leeftijdsklasse", "ingeschreven", "actief", "drempel_reacties")


def zoekend(groep, leeftijd, ingeschreven=10, dag="1-1-2026"):
    return (dag, groep, leeftijd, ingeschreven, 1, 3)


def gepubliceerd(*groepen, ingeschreven=10):
    dag = {"peildatum": dt.date(2025, 12, 31), "ingeschreven": ingeschreven, "actief": 1, "drempel_reacties": 3}
    paren = [(groep, leeftijd) for groep in groepen for leeftijd in ("<23", "30-54", "65+")]
    return omgeving(woningzoekenden=[dag | {"groep": groep, "leeftijdsklasse": leeftijd} for groep, leeftijd in paren])


def test_actief_is_hoogstens_ingeschreven():
    rijen = [("1-1-2026", "regulier", "<23", 10, 11, 3), zoekend("regulier", "65+")]
    assert kort(lees(ZOEKEN, *rijen)) == [(2, "actief", "11", "hoogstens het aantal ingeschreven")]


def test_een_rij_staat_niet_voor_alle_woningzoekenden():
    assert kort(lees(ZOEKEN, zoekend("regulier", "30-54", 8840))) == [
        (2, "groep", "regulier", "een rij per groep en leeftijd; dit is de enige rij van deze telling")
    ]
    # 60 in six rows, and now the same 60 in one: nothing but the groups and ages shows it.
    boek = werkboek(ZOEKEN, zoekend("regulier", "30-54", 60))
    assert kort(neem_in(boek, gepubliceerd("regulier", "urgent"))) == [
        (
            2,
            "groep",
            "regulier",
            "rijen voor de 6 groepen naar leeftijd van de telling van 31 december 2025; hier staan er 1 van",
        )
    ]


def test_een_telling_die_veel_kleiner_is_dan_de_vorige_valt_op():
    rijen = [zoekend("regulier", leeftijd, 4) for leeftijd in ("<23", "30-54", "65+")]
    verwacht = "samen ongeveer zo veel als op 31 december 2025: 30; hier is het 12"
    assert kort(neem_in(werkboek(ZOEKEN, *rijen), gepubliceerd("regulier"))) == [(2, "ingeschreven", "4", verwacht)]


def test_een_telling_waarin_een_groep_ontbreekt_mag():
    """Half of the rows of the count before are there: nobody was urgent this time."""
    rijen = [zoekend("regulier", leeftijd, 15) for leeftijd in ("<23", "30-54", "65+")]
    assert kort(neem_in(werkboek(ZOEKEN, *rijen), gepubliceerd("regulier", "urgent"))) == []


def test_een_groep_en_leeftijd_komt_een_keer_voor_zolang_zij_niet_verder_verdeeld_is():
    rijen = [zoekend("regulier", "<23"), zoekend("regulier", "65+"), zoekend("regulier", "<23", 4)]
    assert kort(lees(ZOEKEN, *rijen)) == [
        (
            4,
            "leeftijdsklasse",
            "<23",
            "een rij voor peildatum, groep en leeftijdsklasse samen; rij 2 is van dezelfde. Tel ze bij elkaar op",
        )
    ]
    kop = (*ZOEKEN, "inschrijfduurklasse", "huishoudgrootte", "ingestroomd", "uitgestroomd")
    verdeeld = [
        (*rijen[0], "0-1 jaar", "1", 5, 2),
        (*rijen[1], "5-10 jaar", "2", 0, 3),
        (*rijen[2], "0-1 jaar", "3+", 2, 0),
    ]
    inname = lees(kop, *verdeeld)
    assert kort(inname) == []
    gelezen = inname.tabellen[0].rijen.select(["inschrijfduurklasse", "huishoudgrootte", "ingestroomd", "uitgestroomd"])
    assert [tuple(rij.values()) for rij in gelezen.to_pylist()] == [
        ("<1", "1", 5, 2),
        ("5 tot 10", "2", 0, 3),
        ("<1", "3+", 2, 0),
    ]


def test_een_totaal_naast_zijn_delen_valt_op():
    kop = (*ZOEKEN, "inschrijfduurklasse")
    rijen = [
        (*zoekend("regulier", "<23", 30), None),
        (*zoekend("regulier", "<23"), "<1"),
        (*zoekend("regulier", "65+"), None),
    ]
    assert kort(lees(kop, *rijen)) == [
        (2, "inschrijfduurklasse", "", "een klasse, als bij de andere rijen van deze groep; is dit een totaal?")
    ]


def test_een_melder_met_een_naam_valt_op():
    rij = ("31-12-2025", "1.1.14", "1.1.14", "op_koers", "gaat goed", None, None, None)
    meldingen = kort(lees(STATUS, (*rij, "werkgroep"), ("30-11-2025", *rij[1:], "Jan de Vries")))
    assert [melding for melding in meldingen if melding[1] == "gemeld_door"] == [
        (3, "gemeld_door", "Jan de Vries", "een organisatie of functie; dit lijkt de naam van een persoon")
    ]
