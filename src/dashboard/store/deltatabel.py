"""One Delta table: where the store meets Delta, Arrow and the file system, and where their faults become ours."""

from __future__ import annotations

import contextlib
import os
import random
import tempfile
import time
from collections.abc import Collection
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, WriterProperties, write_deltalake
from pyarrow import fs

from dashboard.store.afdruk import Afdruk, afdruk
from dashboard.store.fouten import OpslagBeschadigd, OpslagFout, Schade, leesfout, schrijffout, te_vertalen, vertaald

# Delta throws away its oldest log entries after thirty days unless told otherwise, and with them every earlier stand.
BEWAAR = {
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
    "delta.enableExpiredLogCleanup": "false",
}
_POGINGEN = 50
_VEEL = 10  # versions from which a checkpoint is worth its file
_RUIMTE = 256 * 1024  # bytes that a write needs beside the rows: the log, a checkpoint, the list of publications


class Deltatabel:
    """A table in a store, by name. Cheap to make; holds no file open."""

    def __init__(self, opslag: str, naam: str) -> None:
        self.opslag, self.naam = opslag, naam
        self.adres = f"{opslag}/{naam}"

    def bestaat(self) -> bool:
        """Whether anything was ever written here."""
        with self._logboek():
            return bool(DeltaTable.is_deltatable(self.adres))

    def open(self, versie: int | None = None) -> DeltaTable:
        """The table as Delta knows it, in this version or the newest. Raises OpslagBeschadigd."""
        with self._logboek():
            return DeltaTable(self.adres, version=versie)

    def versies(self) -> list[int]:
        """The numbers of the versions whose log entry is there, ascending; only known on a file system."""
        map_ = Path(self.adres) / "_delta_log"
        with self._logboek():
            return sorted(int(pad.stem) for pad in map_.glob("*.json") if pad.stem.isdigit())

    def rijen(self, tabel: DeltaTable) -> pa.Table:
        """The rows of the version that was opened. Raises OpslagBeschadigd, which names the file.

        Arrow reads a folder itself. By default it would go through Delta's file system, which is Python: a thread of Arrow
        that lets go of a file while the interpreter stops then aborts the process (one in ten runs of a short command).
        """
        with vertaald(lambda fout: leesfout(fout, self.beschadigd("niet te lezen", tabel).schade, self.opslag)):
            if "://" in self.opslag:
                return tabel.to_pyarrow_table()
            map_ = fs.SubTreeFileSystem(str(Path(self.adres).absolute()), fs.LocalFileSystem())
            return tabel.to_pyarrow_table(filesystem=map_)

    def beschadigd(self, klacht: str, tabel: DeltaTable | None = None) -> OpslagBeschadigd:
        """The fault that says so and names the files of this version, or the log when even those are not known."""
        bestand = f"{self.naam}/_delta_log"
        if tabel is not None:
            with contextlib.suppress(Exception):
                bestand = ", ".join(f"{self.naam}/{pad.rsplit('/', 1)[-1]}" for pad in tabel.file_uris()) or bestand
        return OpslagBeschadigd(Schade(klacht, self.naam, bestand))

    def schrijf(self, rijen: pa.Table) -> tuple[int, Afdruk]:
        """Write all rows as a version of their own; gives its number and the fingerprint of the rows, read back. Raises
        OpslagFout; only a conflict with another writer is tried again.
        """
        eigen = _eigen()
        bedoeld = afdruk(rijen)
        for _ in range(_POGINGEN):
            tabel = self.open() if self.bestaat() else None
            volgende = tabel.version() + 1 if tabel is not None else 0
            try:
                if tabel is None:
                    write_deltalake(self.adres, rijen, mode="error", configuration=BEWAAR, **eigen)
                else:
                    write_deltalake(tabel, rijen, mode="overwrite", schema_mode="overwrite", **eigen)
            except BaseException as fout:  # noqa: BLE001 - judged there, and raised again
                self._conflict_of_fout(fout, volgende)
            # Overwriting an empty table removes no file, so Delta sees no conflict with another writer and puts both
            # next to each other. Only what reads back as our rows alone is ours.
            else:
                if afdruk(self.rijen(self.open(volgende))) == bedoeld:
                    return volgende, bedoeld
            even_wachten()
        raise te_druk(self.opslag)

    def vervang(self, gelezen: DeltaTable, rijen: pa.Table) -> bool:
        """Replace all rows; False, and nothing is replaced, when somebody else wrote since `gelezen`. Raises OpslagFout."""
        volgende = gelezen.version() + 1
        try:
            # The schema too: a list that an older version wrote lacks the columns that came later.
            write_deltalake(gelezen, rijen, mode="overwrite", schema_mode="overwrite", **_eigen())
        except BaseException as fout:  # noqa: BLE001 - judged there, and raised again
            self._conflict_of_fout(fout, volgende)
            return False
        return True

    def ruim_op(self, versies: Collection[int]) -> None:
        """Remove the files that none of these versions nor the newest has, and write down where the log has come, so that
        opening need not read all of it. Nobody may be writing. Raises OpslagFout.
        """
        with vertaald(lambda fout: schrijffout(fout, self.opslag)):
            tabel = self.open()
            ruim = partial(tabel.vacuum, 0, enforce_retention_duration=False, full=True, keep_versions=sorted(versies))
            if ruim(dry_run=True):  # with nothing to remove it would only write about it
                ruim(dry_run=False)
            if tabel.version() >= _VEEL:
                tabel.create_checkpoint()

    def _conflict_of_fout(self, fout: BaseException, volgende: int) -> None:
        """Return when the version that we were to write is there, so that somebody was first; raise otherwise."""
        if not te_vertalen(fout):
            raise fout
        if not self.bestaat() or self.open().version() < volgende:
            raise schrijffout(fout, self.opslag) from fout

    def _logboek(self) -> AbstractContextManager[None]:
        """While the log is read."""
        schade = self.beschadigd("het logboek is niet te lezen").schade
        return vertaald(lambda fout: leesfout(fout, schade, self.opslag))


def _eigen() -> dict[str, Any]:
    """How every version is written: a conflict is ours to judge, and zstd takes a quarter less room than the default."""
    return {
        "commit_properties": CommitProperties(max_commit_retries=1),
        "writer_properties": WriterProperties(compression="ZSTD"),
    }


def controleer_ruimte(opslag: str, nodig: int) -> None:
    """Raise OpslagFout when `nodig` bytes do not fit, or when nothing may be written: known beforehand, nothing is half done.

    Delta would find out halfway, and say so with the panic of a Rust thread.
    """
    if "://" in opslag:
        return
    try:
        with tempfile.NamedTemporaryFile(dir=opslag, prefix=".proef-") as proef:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(proef.fileno(), 0, nodig + _RUIMTE)
    except OSError as fout:
        raise schrijffout(fout, opslag) from fout


def even_wachten() -> None:
    """Let writers that were in each other's way go apart."""
    time.sleep(random.uniform(0, 0.05))  # noqa: S311 - spreads writers, no secret


def te_druk(opslag: str) -> OpslagFout:
    """The fault of a writer that lost every race."""
    return OpslagFout(
        f"er wordt te veel tegelijk gepubliceerd: er is niets gepubliceerd, probeer het opnieuw (opslag {opslag})"
    )
