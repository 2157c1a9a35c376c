"""The container of .xls files (and of workbooks with a password), as far as the intake needs to look inside.

calamine reads the cells; this module finds the streams, and in the workbook stream the records that calamine does not
pass on. Every fault in a file ends in OleFout, never in a long loop: a chain is at most as long as the file.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

HANDTEKENING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EINDE = 0xFFFFFFFA  # from here on: end of chain, free, or belonging to the table itself
_STROOM, _WORTEL = 2, 5

# Kinds of records in the workbook stream (BIFF).
EINDE, FORMULE, DATUMSTELSEL, BEVEILIGD, KOLOM = 0x000A, 0x0006, 0x0022, 0x002F, 0x007D
BLAD, AFMETING, FOUTCEL, RIJ, BEGIN = 0x0085, 0x0200, 0x0205, 0x0208, 0x0809
TEKST, BEREKEND = 0x0207, 0x01C1
CELLEN = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})


class OleFout(Exception):
    """The container is not built as it should be."""


class Ole:
    """The streams of a container: `namen`, and the content of one by its name."""

    def __init__(self, inhoud: bytes) -> None:
        try:
            self._lees(inhoud)
        except (struct.error, IndexError, ValueError) as fout:
            raise OleFout(str(fout)) from fout

    def _lees(self, inhoud: bytes) -> None:
        if inhoud[:8] != HANDTEKENING:
            raise OleFout("no signature")
        macht, kleine_macht = struct.unpack_from("<HH", inhoud, 30)
        if macht not in (9, 12) or kleine_macht != 6:
            raise OleFout("sector size")
        self._inhoud, self._sector = inhoud, 1 << macht
        self._sectoren = len(inhoud) // self._sector
        eerste_map, self._grens, eerste_klein, verder = (
            struct.unpack_from("<I", inhoud, plaats)[0] for plaats in (48, 56, 60, 68)
        )
        if self._grens != 4096:
            raise OleFout("size of a small stream")
        lijst = array("I", inhoud[76:512])
        for nummer in self._lijsten(verder):
            lijst.extend(array("I", self._blok(nummer))[:-1])
        lijst = array("I", (nummer for nummer in lijst if nummer < _EINDE))
        if len(set(lijst)) < len(lijst):
            raise OleFout("part of the allocation table twice")  # it would be read into memory again and again
        self._volgende = array("I")
        for nummer in lijst:
            self._volgende.frombytes(self._blok(nummer))
        self._klein = array("I", self._ketting(eerste_klein)) if eerste_klein < _EINDE else array("I")
        # Of two streams with one name, such as the workbook and one inside it, the first counts, as in calamine.
        self._mappen = dict(reversed(list(self._lees_map(self._ketting(eerste_map)))))
        wortel = next((plek for plek in self._mappen.values() if plek[0] == _WORTEL), None)
        self._kleintjes = self._ketting(wortel[1]) if wortel and wortel[1] < _EINDE else b""

    @property
    def namen(self) -> frozenset[str]:
        """The names of all streams in the container."""
        return frozenset(naam for naam, (soort, _, _) in self._mappen.items() if soort == _STROOM)

    def stroom(self, naam: str) -> bytes:
        """The content of a stream."""
        try:
            _, begin, lengte = self._mappen[naam]
            if lengte >= self._grens:
                return self._ketting(begin)[:lengte]
            return self._kleine_ketting(begin)[:lengte]
        except (KeyError, struct.error, IndexError, ValueError) as fout:
            raise OleFout(str(fout)) from fout

    def _blok(self, nummer: int) -> bytes:
        begin = (nummer + 1) * self._sector
        blok = self._inhoud[begin : begin + self._sector]
        if not blok:
            raise OleFout("sector outside the file")
        return blok.ljust(self._sector, b"\0")

    def _lijsten(self, nummer: int) -> Iterator[int]:
        """The sectors that list more sectors of the allocation table: only in files over 7 MB."""
        for _ in range(self._sectoren):
            if nummer >= _EINDE:
                return
            yield nummer
            nummer = struct.unpack_from("<I", self._blok(nummer), self._sector - 4)[0]
        raise OleFout("endless chain")

    def _ketting(self, nummer: int) -> bytes:
        blokken = []
        while nummer < _EINDE:
            blokken.append(self._blok(nummer))
            if len(blokken) > self._sectoren + 1:
                raise OleFout("endless chain")
            nummer = self._volgende[nummer]
        return b"".join(blokken)

    def _kleine_ketting(self, nummer: int) -> bytes:
        blokken = []
        while nummer < _EINDE:
            blokken.append(self._kleintjes[nummer * 64 : nummer * 64 + 64])
            if len(blokken) > self._grens // 64:
                raise OleFout("endless chain")
            nummer = self._klein[nummer]
        return b"".join(blokken)

    @staticmethod
    def _lees_map(inhoud: bytes) -> Iterator[tuple[str, tuple[int, int, int]]]:
        for plaats in range(0, len(inhoud), 128):
            lengte, soort = struct.unpack_from("<HB", inhoud, plaats + 64)
            begin, omvang = struct.unpack_from("<II", inhoud, plaats + 116)
            if soort in (_STROOM, _WORTEL) and 2 <= lengte <= 64:
                naam = inhoud[plaats : plaats + lengte - 2].decode("utf-16-le", "replace")
                yield naam, (soort, begin, omvang)


def records(stroom: bytes) -> Iterator[tuple[int, int, bytes]]:
    """The records of a workbook stream: kind, place of the record in the stream, content."""
    plaats = 0
    while plaats + 4 <= len(stroom):
        soort, lengte = struct.unpack_from("<HH", stroom, plaats)
        yield soort, plaats, stroom[plaats + 4 : plaats + 4 + lengte]
        plaats += 4 + lengte
