"""Where the figures come from: publications, deliveries, definitions, quality, and the checks on the plan."""

from functools import partial

from dashboard.weergave.gegevens import (
    toon_definities,
    toon_kwaliteit,
    toon_leveringen,
    toon_planning,
    toon_publicaties,
    versheid,
)
from dashboard.weergave.kader import toon_titel
from dashboard.weergave.onderdelen import toon_onderdelen
from dashboard.weergave.toestand import huidige_monitor
from dashboard.weergave.werkboek import toon_werkboekknop

monitor = huidige_monitor()
toon_titel(monitor, versheid(monitor), vooruit=True)
toon_werkboekknop(monitor)
DELEN = {
    "Publicaties": toon_publicaties,
    "Leveringen": toon_leveringen,
    "Definities": toon_definities,
    "Kwaliteit": toon_kwaliteit,
    "Planning": toon_planning,
}
# Only the open tab is worked out: five long tables at once would make the page slow.
toon_onderdelen("deel", {naam: partial(toon, monitor) for naam, toon in DELEN.items()})
