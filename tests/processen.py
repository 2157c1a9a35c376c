"""Processes for tests that need real ones: several writers on one store, and dying halfway.

A fork server imports what they need once, without starting one of its threads; a process then costs milliseconds. There
is one per process that runs tests, so it imports for all of them.
"""

from __future__ import annotations

import multiprocessing

PROCESSEN = multiprocessing.get_context("forkserver")
PROCESSEN.set_forkserver_preload(["tests.store.schrijvers", "tests.inname.hulp.aanleveraars"])
