"""The period and the mode of a delivery: a stray row never widens it, late rows are added, known rows corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dashboard.inname.herkennen.gezegd import Gezegd
from dashboard.inname.voorstel.besluit import Buiten, KeuzeNodig, Modus, NietTePubliceren, controleer_bekend
from dashboard.inname.voorstel.kwartaaltelling import per_kwartaal, verdwijnen
from dashboard.inname.voorstel.maken import maak_voorstel
from dashboard.inname.voorstel.stukken import naam_van
from dashboard.inname.voorstel.vergelijking import vergelijk
from dashboard.tabellen.contracten import TABELLEN
from tests.inname.hulp.proef import BESLUIT, dag, deel, inname

LEEG = {naam: tabel.arrow([]) for naam, tabel in TABELLEN.items()}
Q2 = (dag("2026-04-01"), dag("2026-06-30"))
Q3 = (dag("2026-07-01"), dag("2026-09-30"))


def verhuurd(dagen: dict[str, str], **anders: Any) -> Any:
    """Lettings by their number, each with its day."""
    return deel("verhuringen", *({"verhuring_id": nr, "ingangsdatum": d} for nr, d in dagen.items()), **anders)


def derde(aantal: int, merk: str = "k3") -> dict[str, str]:
    return {f"{merk}-{nr}": f"2026-0{7 + nr % 3}-{1 + nr % 28:02}" for nr in range(aantal)}


def lever(tabellen: Any, wat: Any, sha256: str = "a" * 8, **besluit: Any) -> tuple[Any, Any]:
    """The tables after this delivery, and what vanished."""
    voorstel = maak_voorstel(inname(wat, sha256=sha256), tabellen, replace(BESLUIT, **besluit))
    tellingen = per_kwartaal(vergelijk(voorstel.wijzigingen, tabellen), tabellen, voorstel.erna)
    return {**tabellen, **voorstel.erna}, (voorstel, tellingen)


@pytest.fixture
def staat() -> Any:
    """Twenty lettings in the second quarter and twenty in the third."""
    tweede = {f"k2-{nr}": f"2026-05-{1 + nr:02}" for nr in range(20)}
    tabellen, _ = lever(LEEG, verhuurd(tweede), "b" * 8)
    return lever(tabellen, verhuurd(derde(20)), "c" * 8)[0]


def per_kwart(tabellen: Any) -> dict[str, int]:
    dagen = tabellen["verhuringen"]["ingangsdatum"].to_pylist()
    return {naam_van(kwart): sum(kwart[0] <= d <= kwart[1] for d in dagen) for kwart in (Q2, Q3)}


def perioden(voorstel: Any) -> list[tuple[Any, ...]]:
    return [(r["periode_van"], r["periode_tot"], r["modus"], r["rijen"]) for r in voorstel.leveringen]


AFGEDWAALD = derde(19) | {"k3-19": "2026-06-30"}
PLEK = ("Blad1", 21)


def test_een_afgedwaalde_datum_vraagt_en_wist_niets(staat):
    with pytest.raises(KeuzeNodig) as vraag:
        lever(staat, verhuurd(AFGEDWAALD))
    assert str(vraag.value) == (
        "Rij 21 van blad Blad1 (30 juni 2026) valt in K2 2026, buiten de periode van deze levering (K3 2026, volgens de "
        "datums van de meeste rijen). Hoort die bij K2 2026?"
    )


def test_toevoegen_laat_de_rest_van_het_andere_kwartaal_staan(staat):
    na, (voorstel, tellingen) = lever(staat, verhuurd(AFGEDWAALD), buiten={PLEK: Buiten.TOEVOEGEN})
    assert per_kwart(na) == {"K2 2026": 21, "K3 2026": 19}
    assert verdwijnen(tellingen) == (0, "")
    assert perioden(voorstel) == [(*Q3, "vervangen", 19), (dag("2026-06-30"), dag("2026-06-30"), "aanvullen", 1)]


def test_weglaten_laat_een_rij_verdwijnen_en_dat_wordt_geteld(staat):
    na, (_, tellingen) = lever(staat, verhuurd(AFGEDWAALD), buiten={PLEK: Buiten.WEGLATEN})
    assert per_kwart(na) == {"K2 2026": 20, "K3 2026": 19}
    assert verdwijnen(tellingen) == (1, "1 gepubliceerde rij verdwijnt (verhuringen NOORD, K3 2026: 1).")


def test_het_andere_kwartaal_vervangen_zegt_wat_daar_verdwijnt(staat):
    na, (_, tellingen) = lever(staat, verhuurd(AFGEDWAALD), buiten={PLEK: Buiten.VERVANGEN})
    assert per_kwart(na) == {"K2 2026": 1, "K3 2026": 19}
    assert [(naam_van(t.kwartaal), t.nu, t.nieuw, t.gewijzigd, t.verdwenen, t.straks) for t in tellingen] == [
        ("K2 2026", 20, 0, 1, 20, 1),
        ("K3 2026", 20, 0, 0, 0, 19),
    ]
    assert [t.waarschuwing for t in tellingen] == ["verhuringen NOORD, K2 2026: van 20 naar 1 rij.", ""]


def test_een_typefout_in_het_jaar_verbreedt_de_periode_niet():
    with pytest.raises(KeuzeNodig, match="valt in K3 2016, buiten de periode van deze levering"):
        lever(LEEG, verhuurd(derde(20) | {"oud": "2016-08-01"}))


def test_een_klein_bestand_met_twee_kwartalen_gaat_over_beide():
    _, (voorstel, _) = lever(LEEG, verhuurd({"a": "2026-05-01", "b": "2026-07-01", "c": "2026-08-01"}))
    assert perioden(voorstel) == [(Q2[0], Q3[1], "vervangen", 3)]


def test_wat_het_bestand_zegt_gaat_voor_de_rijen():
    zegt = Gezegd(*Q2, "rij 1")
    with pytest.raises(KeuzeNodig) as vraag:
        lever(LEEG, verhuurd(derde(6), gezegd=zegt))
    assert str(vraag.value) == (
        "6 rijen van blad Blad1 (rij 2, rij 3, rij 4, rij 5, rij 6 en meer) vallen in K3 2026, buiten de periode van deze "
        "levering (K2 2026, volgens rij 1). Horen die bij K3 2026?"
    )
    _, (voorstel, _) = lever(LEEG, verhuurd({"a": "2026-05-01"}, gezegd=Gezegd(Q2[0], Q3[1], "rij 1")))
    assert perioden(voorstel) == [(Q2[0], Q3[1], "vervangen", 1)]


def test_een_lopend_kwartaal_is_geleverd_tot_en_met_vandaag():
    _, (voorstel, _) = lever(LEEG, verhuurd({"a": "2026-07-01"}), dag=dag("2026-08-15"))
    assert perioden(voorstel) == [(Q3[0], dag("2026-08-15"), "vervangen", 1)]
    with pytest.raises(NietTePubliceren, match="eindigt na vandaag"):
        lever(LEEG, verhuurd({"a": "2026-07-01"}), dag=dag("2026-08-15"), van=Q3[0], tot=Q3[1])


def test_nagekomen_rijen_komen_erbij_en_bekende_worden_bijgewerkt(staat):
    nagekomen = {"nieuw-1": "2026-07-07", "nieuw-2": "2026-06-30", "k3-0": "2026-07-02"}
    na, (voorstel, tellingen) = lever(staat, verhuurd(nagekomen), modus=Modus.AANVULLEN)
    assert per_kwart(na) == {"K2 2026": 21, "K3 2026": 21}
    assert [(naam_van(t.kwartaal), t.nieuw, t.gewijzigd, t.verdwenen) for t in tellingen] == [
        ("K2 2026", 1, 0, 0),
        ("K3 2026", 1, 1, 0),
    ]
    assert perioden(voorstel) == [(dag("2026-06-30"), dag("2026-07-07"), "aanvullen", 3)]
    assert voorstel.wat == "verhuringen NOORD 30 juni 2026 t/m 7 juli 2026 aangevuld (rapport.xlsx)"
    assert voorstel.vervangen == ()


def test_corrigeren_kent_alleen_wat_er_al_was(staat):
    na, (_, tellingen) = lever(staat, verhuurd({"k3-0": "2026-07-02"}), modus=Modus.CORRIGEREN)
    assert per_kwart(na) == {"K2 2026": 20, "K3 2026": 20}
    assert [(t.gewijzigd, t.nieuw, t.verdwenen) for t in tellingen] == [(1, 0, 0)]
    with pytest.raises(NietTePubliceren) as fout:
        lever(staat, verhuurd({"k3-0": "2026-07-02", "x": "2026-07-03"}), modus=Modus.CORRIGEREN)
    assert str(fout.value) == (
        "Corrigeren kan alleen wat al gepubliceerd is. Nog niet bekend: rij 3. Haal ze uit het bestand, of kies aanvullen."
    )


def test_onbekende_rijen_staan_in_de_volgorde_van_het_bestand(staat):
    """Rows that come from the store have no order of their own."""
    rijen = verhuurd({"x": "2026-07-03", "y": "2026-07-04", "z": "2026-07-05"}).rijen
    with pytest.raises(NietTePubliceren, match="Nog niet bekend: rij 2, 3 en 4\\."):
        controleer_bekend(TABELLEN["verhuringen"], staat["verhuringen"], rijen.take([2, 0, 1]))


def test_een_bijgewerkte_levering_zonder_eigen_rijen_geldt_niet_meer(staat):
    eerst, _ = lever(staat, verhuurd({"n": "2026-07-07"}), modus=Modus.AANVULLEN)
    _, (voorstel, tellingen) = lever(eerst, verhuurd(derde(20)), "d" * 8)
    assert verdwijnen(tellingen)[0] == 1
    assert voorstel.vervangen == ("20270125-aaaaaa-1", "20270125-cccccc-1")


def test_een_vervangen_kwartaal_dat_nog_loopt_is_geleverd_tot_en_met_vandaag():
    vierde = derde(20) | {"okt": "2026-10-05"}
    vandaag, plek = dag("2026-11-28"), ("Blad1", 22)
    _, (voorstel, _) = lever(LEEG, verhuurd(vierde), dag=vandaag, buiten={plek: Buiten.VERVANGEN})
    assert perioden(voorstel) == [(*Q3, "vervangen", 20), (dag("2026-10-01"), vandaag, "vervangen", 1)]


@pytest.mark.parametrize(
    ("tabel", "eerst", "erbij", "verwacht"),
    [
        (
            "voorraad",
            [{"peildatum": "2026-06-30", "energielabel": label, "aantal": 10} for label in ("A", None)],
            [{"peildatum": "2026-06-30", "energielabel": None, "aantal": 12}],
            [("A", 10), (None, 12)],
        ),
        (
            "woningzoekenden",
            [{"peildatum": "2026-06-30", "groep": groep, "ingeschreven": 10} for groep in ("regulier", "urgent")],
            [{"peildatum": "2026-06-30", "groep": groep, "ingeschreven": 12} for groep in ("urgent", "uitstroom")],
            [("regulier", 10), ("uitstroom", 12), ("urgent", 12)],
        ),
        (
            "kengetallen",
            [{"peildatum": "2026-03-31", "waarde": 1.0}, {"peildatum": "2026-06-30", "waarde": 2.0}],
            [{"peildatum": "2026-06-30", "waarde": 3.0}],
            [(dag("2026-03-31"), 1.0), (dag("2026-06-30"), 3.0)],
        ),
        (
            "actiestatus",
            [{"peildatum": "2026-04-22", "actie": actie} for actie in (None, "1.1.5")],
            [{"peildatum": "2026-04-22", "actie": None, "stand": "gereed"}],
            [("1.1.5", "op_schema"), (None, "gereed")],
        ),
    ],
)
def test_aanvullen_herkent_een_rij_ook_waar_cellen_leeg_zijn(tabel, eerst, erbij, verwacht):
    kolommen = {
        "voorraad": ("energielabel", "aantal"),
        "woningzoekenden": ("groep", "ingeschreven"),
        "kengetallen": ("peildatum", "waarde"),
        "actiestatus": ("actie", "stand"),
    }[tabel]
    staat, _ = lever(LEEG, deel(tabel, *eerst))
    na, (_, tellingen) = lever(staat, deel(tabel, *erbij), "b" * 8, modus=Modus.AANVULLEN)
    gevonden = sorted((tuple(rij[k] for k in kolommen) for rij in na[tabel].to_pylist()), key=str)
    assert (gevonden, verdwijnen(tellingen)) == (sorted(verwacht, key=str), (0, ""))
