"""The room for uploads, beside Streamlit's own memory of them."""

from __future__ import annotations

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.testing.v1 import AppTest

from dashboard.web.uploads import Uploads

MEGA = 1_000_000


def _bewaar(opslag: MemoryUploadedFileManager, sessie: str, naam: str, lengte: int) -> None:
    opslag.add_file(sessie, UploadedFileRec(naam, f"{naam}.csv", "text/csv", bytes(lengte)))


def _status(uploads: Uploads, sessie: str, lengte: int) -> int:
    with uploads.plaats(sessie, lengte) as weigering:
        return weigering.status if weigering else 0


def test_een_sessie_en_alle_samen_hebben_een_grens():
    opslag = MemoryUploadedFileManager("/upload")
    uploads = Uploads(6 * MEGA, 10 * MEGA, lambda: opslag.file_storage)

    assert _status(uploads, "an", 6 * MEGA) == 0
    assert _status(uploads, "an", 6 * MEGA + 1) == 413
    _bewaar(opslag, "an", "een", 4 * MEGA)
    assert (_status(uploads, "an", 2 * MEGA), _status(uploads, "an", 2 * MEGA + 1)) == (0, 413)
    assert (_status(uploads, "jo", 6 * MEGA), _status(uploads, "jo", 6 * MEGA + 1)) == (0, 413)
    _bewaar(opslag, "jo", "twee", 5 * MEGA)
    assert (_status(uploads, "cor", MEGA), _status(uploads, "cor", MEGA + 1)) == (0, 503)
    assert {sessie: list(van) for sessie, van in opslag.file_storage.items()} == {"an": ["een"], "jo": ["twee"]}


def test_een_sessie_die_eindigt_maakt_plaats():
    opslag = MemoryUploadedFileManager("/upload")
    uploads = Uploads(6 * MEGA, 6 * MEGA, lambda: opslag.file_storage)
    _bewaar(opslag, "an", "een", 6 * MEGA)

    assert (_status(uploads, "an", 1), _status(uploads, "jo", 1)) == (413, 503)
    opslag.remove_session_files("an")
    assert (_status(uploads, "an", 6 * MEGA), _status(uploads, "jo", 6 * MEGA)) == (0, 0)


def test_wat_onderweg_is_telt_mee_tot_het_er_is_of_niet_komt():
    uploads = Uploads(6 * MEGA, 10 * MEGA, dict)

    with uploads.plaats("an", 5 * MEGA) as eerste, uploads.plaats("jo", 4 * MEGA) as tweede:
        assert (eerste, tweede) == (None, None)
        assert (_status(uploads, "an", 2 * MEGA), _status(uploads, "cor", 2 * MEGA)) == (413, 503)
        assert (_status(uploads, "an", MEGA), _status(uploads, "cor", MEGA)) == (0, 0)
    with pytest.raises(ConnectionResetError), uploads.plaats("an", 6 * MEGA):
        raise ConnectionResetError
    assert _status(uploads, "an", 6 * MEGA) == 0


def test_ook_lege_bestanden_raken_op():
    opslag = MemoryUploadedFileManager("/upload")
    uploads = Uploads(MEGA, MEGA, lambda: opslag.file_storage)

    for nummer in range(10):
        assert _status(uploads, "an", 0) == 0
        _bewaar(opslag, "an", str(nummer), 0)
    assert _status(uploads, "an", 0) == 413


def test_wat_gepubliceerd_is_blijft_niet_in_het_geheugen():
    def pagina() -> None:
        import streamlit as st
        from streamlit.runtime.scriptrunner import get_script_run_ctx
        from streamlit.runtime.uploaded_file_manager import UploadedFileRec

        from dashboard.weergave.aanleveren.sessie import rond_af

        run = get_script_run_ctx()
        for sessie in (run.session_id, "een ander"):
            run.uploaded_file_mgr.add_file(sessie, UploadedFileRec("een", "een.csv", "text/csv", b"1"))
        rond_af("klaar")
        st.session_state["over"] = {sessie: list(van) for sessie, van in run.uploaded_file_mgr.file_storage.items()}

    assert AppTest.from_function(pagina).run().session_state["over"] == {"een ander": ["een"]}
