"""Change a filter of a page, whatever kind of widget it is, to another value each time."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

# Where a choice of several is possible that one is taken: its combinations are new each time, so what is measured is the
# work and not the memory of the server. The others only have a few values to go round.
_KINDS = ("stMultiSelect", "stButtonGroup", "stSelectbox", "stRadio")
_MOST_CHOSEN = 3


def next_value(page: Page, turn: int) -> Callable[[], None] | None:
    """What to do to change a filter of the page itself (nothing is done yet), or None when it has none.

    A drop-down is opened here, before the clock starts; the action is the choice.
    """
    close_dropdown(page)
    content = page.get_by_test_id("stMain")
    for kind in _KINDS:
        for widget in content.get_by_test_id(kind).all():
            if widget.is_visible() and (options := _options(page, widget, kind)).count():
                return options.nth(turn % options.count()).click
    return None


def close_dropdown(page: Page) -> None:
    """A list of several choices stays open after a choice, and would catch the next click."""
    if page.locator('[role="listbox"]').count():
        page.keyboard.press("Escape")


def _options(page: Page, widget: Locator, kind: str) -> Locator:
    """The buttons or lines of a widget that would change it."""
    if kind == "stButtonGroup":
        return widget.locator('button:not([aria-checked="true"])')
    if kind == "stRadio":
        return widget.locator("label:has(input:not(:checked))")
    if kind == "stMultiSelect":
        chosen = widget.locator('.react-aria-ComboBox button[aria-label^="Remove"]')
        if chosen.count() >= _MOST_CHOSEN:
            return chosen.first
    widget.locator("input").first.click()
    # The first line of a list of several choices is "all of them".
    options = page.locator('[role="option"]:not([aria-selected="true"])').filter(has_not_text="Select all")
    options.first.wait_for()
    return options
