"""What holds for every test: nobody's own settings of the monitor, and the same examples from hypothesis each time."""

import os

from hypothesis import settings

for name in list(os.environ):
    # The browser is chosen by whoever runs the tests; everything else a test sets for itself.
    if name.startswith(("MONITOR_", "STREAMLIT_")) and name != "MONITOR_CHROMIUM":
        del os.environ[name]

# No deadline, because CI shares its cores; derandomized, because a red build must be red for the change and not for the
# dice. `--hypothesis-profile=zoeken` looks further.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.register_profile("zoeken", deadline=None, max_examples=2000)
settings.load_profile("ci")
