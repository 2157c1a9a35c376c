"""New, changed and vanished rows: worked out by hand, and against counting for any two tables."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from dashboard.inname.voorstel.vergelijking import Celverschil, Rijverschil, Tabelverschil, vergelijk
from dashboard.store import Snede, Wijziging
from dashboard.tabellen.contracten import TABELLEN
from tests.inname.hulp.proef import dag, rijen

LEEG = {naam: tabel.arrow([]) for naam, tabel in TABELLEN.items()}


def vol(soort: str, *delen: dict[str, Any], upload: str = "oud") -> pa.Table:
    """Rows as they are stored."""
    tabel = rijen(soort, delen)
    for naam, waarde in (("upload_id", upload), ("fictief", False)):
        tabel = tabel.append_column(naam, pa.array([waarde] * len(tabel)))
    return tabel.select(list(TABELLEN[soort].namen)).cast(TABELLEN[soort].schema())


def naast(
    soort: str, oud: list[dict[str, Any]], nieuw: list[dict[str, Any]], snede: Snede | None = None
) -> Tabelverschil:
    tabellen = LEEG | {soort: vol(soort, *oud)}
    [verschil] = vergelijk([Wijziging(soort, vol(soort, *nieuw, upload="nieuw"), snede or Snede())], tabellen)
    return verschil


def telling(verschil: Tabelverschil) -> tuple[int, int, int, int]:
    """Equal, new, changed, vanished."""
    return verschil.gelijk, len(verschil.nieuw), verschil.gewijzigd, len(verschil.verdwenen)


V = {"ingangsdatum": "2026-02-14"}


def test_verhuringen_op_hun_kenmerk():
    oud = [V | {"verhuring_id": m, "wijk": None, "kale_huur": 600.0} for m in "abcd"]
    nieuw = [
        V | {"verhuring_id": "e"},
        V | {"verhuring_id": "d", "kale_huur": 601.5, "wijk": "West"},
        V | {"verhuring_id": "a"},
        V | {"verhuring_id": "b", "kern": "Stad"},
    ]
    verschil = naast("verhuringen", oud, nieuw)
    assert telling(verschil) == (1, 1, 2, 1)
    assert (verschil.nieuw["verhuring_id"].to_pylist(), verschil.verdwenen["verhuring_id"].to_pylist()) == (
        ["e"],
        ["c"],
    )
    assert verschil.per_kolom == {"kern": 1, "wijk": 1, "kale_huur": 1}
    assert list(verschil.wijzigingen()) == [
        Rijverschil(
            3,
            {"corporatie": "NOORD", "verhuring_id": "d"},
            (Celverschil("wijk", None, "West"), Celverschil("kale_huur", 600.0, 601.5)),
        ),
        Rijverschil(5, {"corporatie": "NOORD", "verhuring_id": "b"}, (Celverschil("kern", "Dorp", "Stad"),)),
    ]
    assert len(list(verschil.wijzigingen(1))) == 1


def test_aantallen_op_hun_kenmerken_ook_als_die_leeg_zijn():
    telling_ = {"peildatum": "2025-12-31", "huurklasse": None}
    oud = [
        telling_ | {"aantal": 10},
        telling_ | {"aantal": 4, "energielabel": "A"},
        telling_ | {"aantal": 1, "flex": True},
    ]
    nieuw = [telling_ | {"aantal": 12}, telling_ | {"aantal": 4, "energielabel": "A"}, telling_ | {"kern": "Stad"}]
    verschil = naast("voorraad", oud, nieuw)
    assert (telling(verschil), verschil.per_kolom) == ((1, 1, 1, 1), {"aantal": 1})
    [rij] = verschil.wijzigingen()
    assert rij.cellen == (Celverschil("aantal", 10, 12),)


def test_gelijke_mutaties_worden_geteld_en_niet_verward():
    verkocht = {"datum": "2026-02-01", "aantal": 1}
    verschil = naast(
        "voorraadmutaties", [verkocht, verkocht | {"aantal": 3}], [verkocht | {"aantal": 3}, verkocht, verkocht]
    )
    assert telling(verschil) == (2, 1, 0, 0)
    minder = naast("voorraadmutaties", [verkocht] * 3, [verkocht])
    assert telling(minder) == (1, 0, 0, 2)


def test_een_melding_over_dezelfde_actie_is_gewijzigd():
    melding = {"peildatum": "2026-04-22", "actie": None}
    verschil = naast("actiestatus", [melding], [melding | {"stand": "achter", "oorzaak": "ziek"}])
    assert (telling(verschil), verschil.per_kolom) == ((0, 0, 1, 0), {"stand": 1, "oorzaak": 1})


def test_alleen_wat_de_levering_vervangt_wordt_vergeleken():
    snede = Snede(("corporatie",), frozenset({("NOORD",)}), dag("2026-01-01"), dag("2026-03-31"))
    anders = [V | {"verhuring_id": "z", "corporatie": "ZUID"}, {"verhuring_id": "l", "ingangsdatum": "2026-04-01"}]
    verschil = naast("verhuringen", [V | {"verhuring_id": "a"}, *anders], [V | {"verhuring_id": "b"}], snede)
    assert (telling(verschil), bool(verschil)) == ((0, 1, 0, 1), True)


def test_dezelfde_levering_nog_eens_is_geen_verschil():
    oud = [V | {"verhuring_id": m, "reacties": n} for n, m in enumerate("abc")]
    verschil = naast("verhuringen", oud, oud[::-1])
    assert (telling(verschil), bool(verschil), verschil.per_kolom) == ((3, 0, 0, 0), False, {})


def test_een_lege_opslag_en_een_wijziging_zonder_snede():
    assert telling(naast("verhuringen", [], [V])) == (0, 1, 0, 0)
    [erbij] = vergelijk(
        [Wijziging("verhuringen", vol("verhuringen", V))], LEEG | {"verhuringen": vol("verhuringen", V)}
    )
    assert telling(erbij) == (0, 1, 0, 0)


def test_elke_tabel_apart_en_de_boekhouding_niet():
    wijzigingen = [
        Wijziging("verhuringen", vol("verhuringen", V | {"verhuring_id": "a"}), Snede(van=dag("2026-01-01"))),
        Wijziging("leveringen", LEEG["leveringen"]),
        Wijziging("voorraad", vol("voorraad", {"peildatum": "2025-12-31"}), Snede()),
        Wijziging("verhuringen", vol("verhuringen", V | {"verhuring_id": "b"}), Snede(tot=dag("2025-12-31"))),
    ]
    assert [(v.tabel.naam, len(v.nieuw)) for v in vergelijk(wijzigingen, LEEG)] == [("verhuringen", 2), ("voorraad", 1)]


RIJ = st.fixed_dictionaries(
    {
        "peildatum": st.sampled_from(["2024-12-31", "2025-12-31"]),
        "corporatie": st.sampled_from(["NOORD", "ZUID"]),
        "energielabel": st.sampled_from([None, "A", "B"]),
        "aantal": st.integers(0, 3),
    }
)


@given(st.lists(RIJ, max_size=12), st.lists(RIJ, max_size=12))
def test_het_verschil_is_wat_tellen_ook_geeft(oud, nieuw):
    def wie(rij: dict[str, Any]) -> tuple[Any, ...]:
        return str(rij["peildatum"]), rij["corporatie"], rij["energielabel"]

    def uit(tabel: pa.Table) -> Counter:
        return Counter((*wie(rij), rij["aantal"]) for rij in tabel.to_pylist())

    verschil = naast("voorraad", oud, nieuw)
    ervoor, erna = (Counter((*wie(rij), rij["aantal"]) for rij in lijst) for lijst in (oud, nieuw))
    assert verschil.gelijk == (ervoor & erna).total()
    assert uit(verschil.verdwenen) + uit(verschil.ervoor) == ervoor - erna
    assert uit(verschil.nieuw) + uit(verschil.erna) == erna - ervoor
    # What changed is the same row with another number, and as much as possible is called changed.
    paren = zip(verschil.ervoor.to_pylist(), verschil.erna.to_pylist(), strict=True)
    assert all(wie(links) == wie(rechts) and links["aantal"] != rechts["aantal"] for links, rechts in paren)
    assert not {wie(rij) for rij in verschil.nieuw.to_pylist()} & {wie(rij) for rij in verschil.verdwenen.to_pylist()}
