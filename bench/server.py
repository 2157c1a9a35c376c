"""Start a Streamlit server on a free port, wait until it really answers, and end everything it started."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
_START_SECONDS = 180.0  # for a machine that does ten other things
_STOP_SECONDS = 10.0


@dataclass(frozen=True)
class Server:
    """A running server: its address, its process, and the file that everything it says goes to."""

    url: str
    pid: int
    log: Path


def clean_environment(**extra: str) -> dict[str, str]:
    """The environment without anybody's own settings of the monitor or of Streamlit, plus `extra`."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("MONITOR_", "STREAMLIT_"))}
    return own | {"PYTHONUNBUFFERED": "1"} | extra


def build_demo_store(folder: Path, **extra: str) -> Path:
    """Build the example store in `folder`, the way `make run` does. Raises with the command's own words when it fails."""
    result = subprocess.run(
        [sys.executable, "-m", "dashboard", "demo"],
        cwd=WORTEL,
        env=clean_environment(MONITOR_DATA=str(folder), **extra),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if result.returncode:
        raise RuntimeError(f"python -m dashboard demo ended with {result.returncode}:\n{result.stdout}{result.stderr}")
    return folder


@contextlib.contextmanager
def streamlit_server(
    script: Path, log: Path, environment: Mapping[str, str] | None = None, port: int | None = None
) -> Iterator[Server]:
    """`streamlit run` from the folder of `script`, so that this folder's .streamlit/config.toml and no other counts."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", script.name, "--server.port", str(port)]
    # What a bare app lacks in settings and would otherwise do: open a browser, report usage, watch files.
    command += ["--server.address", "127.0.0.1", "--server.headless", "true"]
    command += ["--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=script.parent,
            env=dict(clean_environment() if environment is None else environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(url, process, log)
        yield Server(url, process.pid, log)
    finally:
        _stop(process)


def free_port() -> int:
    """A port that nobody listened to a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_healthy(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait for the body `ok`: Streamlit answers 200 with a page of HTML to every path it does not know."""
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:  # noqa: S310 - our own http address
            if answer.read() == b"ok":
                return
        time.sleep(0.05)
    raise RuntimeError(f"{url} did not start:\n{log.read_text('utf-8', 'replace')[-4000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process group that the server leads: the server and whatever it started, and nothing else."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_STOP_SECONDS)
            return
