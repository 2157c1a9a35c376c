"""Text on its way to the browser."""

from __future__ import annotations

from dashboard.weergave.html import letterlijk


def test_every_sign_that_markdown_knows_is_escaped_and_nothing_else():
    assert letterlijk("Één: 78 % (7 van 9) – *a* _b_ [c](d) `e` $f$ ![g] <h> \\") == (
        r"Één\: 78 \% \(7 van 9\) – \*a\* \_b\_ \[c\]\(d\) \`e\` \$f\$ \!\[g\] \<h\> " + "\\\\"
    )
