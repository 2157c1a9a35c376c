"""Where nothing can be written: told at once, in Dutch, with nothing half done. Real disks: small, or closed."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.store import OpslagFout
from dashboard.store.controle import Controle, controleer
from dashboard.store.fouten import schrijffout
from tests.store.rijen import samen, uploads

# In a process of its own with a file system of its own: what Rust would write to stderr is seen too.
_PROEF = """
import subprocess, sys
from pathlib import Path
from dashboard.store import Opslag, OpslagFout
from tests.store.rijen import samen, uploads
map_, soort = sys.argv[1:]
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", map_], check=True)
opslag = Opslag(f"{map_}/opslag").maak()
opslag.publiceer(samen("u1"), wie="x", wat="y")
if soort == "vol":
    vrij = 600 * 1024 - sum(pad.stat().st_blocks * 512 for pad in Path(map_).rglob("*"))
    (Path(map_) / "vulling").write_bytes(b"x" * (vrij - 8 * 4096))
else:
    subprocess.run(["mount", "-o", "remount,ro", map_], check=True)
ervoor = sorted(Path(map_).rglob("*"))
for doe in (
    lambda: opslag.publiceer(samen("u2"), wie="x", wat="y"),
    lambda: opslag.herstel(1, wie="x"),
    lambda: Opslag(f"{map_}/ander").maak(),
):
    try:
        doe()
    except OpslagFout as fout:
        print(fout)
assert sorted(pad for pad in Path(map_).rglob("*") if pad.name != "ander") == ervoor
print(uploads(opslag, opslag.publicatie()), len(opslag.publicaties()))
"""


@pytest.mark.parametrize(
    ("soort", "waarom"), [("vol", "de schijf is vol"), ("dicht", "daar mag niet geschreven worden")]
)
def test_een_schijf_die_niet_wil_is_een_zin_en_laat_niets_half(tmp_path, soort, waarom):
    # A namespace of its own, so that the file system goes when the process goes; for who is not root, with a user of its own.
    los = ["unshare", "--mount", "--map-root-user"]
    proef = [*los, sys.executable, "-c", _PROEF, str(tmp_path), soort]
    antwoord = subprocess.run(proef, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    zin = f"{waarom}: er is niets gepubliceerd (opslag {tmp_path}/{{}})"
    assert (antwoord.stderr, antwoord.stdout.splitlines()) == (
        "",
        [zin.format("opslag"), zin.format("opslag"), zin.format("ander"), "['u1'] 1"],
    )


@pytest.mark.parametrize(
    ("fout", "waarom"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "de schijf is vol"),
        (OSError(errno.EROFS, "Read-only file system"), "daar mag niet geschreven worden"),
        (PermissionError(errno.EACCES, "Permission denied"), "daar mag niet geschreven worden"),
        (Exception("Generic error: unable to write: x (os error 28)"), "de schijf is vol"),
        (Exception("iets anders"), "het schrijven lukte niet"),
    ],
)
def test_wat_er_aan_het_schrijven_schort(fout, waarom):
    assert str(schrijffout(fout, "/opslag")) == f"{waarom}: er is niets gepubliceerd (opslag /opslag)"


@pytest.mark.parametrize("plek", range(3))
def test_een_schijf_die_volloopt_tijdens_het_schrijven_laat_de_laatste_publicatie_heel(opslag, monkeypatch, plek):
    """After the room was checked: at the first table, the second, or the list."""
    from dashboard.store import deltatabel

    opslag.publiceer(samen("u1"), wie="x", wat="y")
    schrijf, teller = deltatabel.write_deltalake, iter(range(10))

    def vol(*wat, **hoe):
        if next(teller) == plek:
            raise OSError(errno.ENOSPC, "No space left on device")
        schrijf(*wat, **hoe)

    monkeypatch.setattr(deltatabel, "write_deltalake", vol)
    with pytest.raises(OpslagFout, match=r"^de schijf is vol: er is niets gepubliceerd"):
        opslag.publiceer(samen("u2"), wie="x", wat="y")
    assert next(teller) == plek + 1  # one try
    assert (uploads(opslag, opslag.publicatie()), controleer(opslag, alles=True)) == (["u1"], Controle((1,), (), ()))


def test_een_opslag_die_wegvalt_en_terugkomt(opslag):
    opslag.publiceer(samen("u1"), wie="x", wat="y")
    weg = Path(opslag.adres).rename(f"{opslag.adres}.weg")
    with pytest.raises(OpslagFout, match=r"is geen opslag"):
        opslag.publicaties()
    weg.rename(opslag.adres)
    opslag.publiceer(samen("u2"), wie="x", wat="y")
    assert uploads(opslag, opslag.publicatie()) == ["u1", "u2"]
