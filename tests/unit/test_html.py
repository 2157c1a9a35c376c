"""Text on its way to the browser."""

from __future__ import annotations

import inspect

import pytest
from markupsafe import Markup

from dashboard.normen import Stand
from dashboard.weergave import html

KWAAD = "<script>alert(1)</script> & \"dubbel\" 'enkel' {0} %s ![x](http://kwaad.invalid)"
TEKST = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;dubbel&#34; &#39;enkel&#39; {0} %s ![x](http://kwaad.invalid)"
ADRES = (
    "kern?kern=%3Cscript%3Ealert%281%29%3C%2Fscript%3E+%26+%22dubbel%22+%27enkel%27"
    "+%7B0%7D+%25s+%21%5Bx%5D%28http%3A%2F%2Fkwaad.invalid%29"
)
VET = Markup("<b>{}</b>").format(KWAAD)


def test_elk_teken_van_markdown_wordt_letterlijk_en_niets_anders():
    assert html.letterlijk("Één: 78 % (7 van 9) – *a* _b_ [c](d) `e` $f$ ![g] <h> \\") == (
        r"Één\: 78 \% \(7 van 9\) – \*a\* \_b\_ \[c\]\(d\) \`e\` \$f\$ \!\[g\] \<h\> " + "\\\\"
    )


@pytest.mark.parametrize(
    ("gemaakt", "verwacht"),
    [
        (html.klein(KWAAD), f'<div class="mp-bron">{TEKST}</div>'),
        (html.alinea(KWAAD), f"<p>{TEKST}</p>"),
        (html.tussenkop(KWAAD), f"<h2>{TEKST}</h2>"),
        (html.punten([KWAAD, VET]), f'<ul class="mp-punten"><li>{TEKST}</li><li><b>{TEKST}</b></li></ul>'),
        (html.uitleglijst([(KWAAD, KWAAD)]), f'<dl class="mp-uitleg"><dt>{TEKST}</dt><dd>{TEKST}</dd></dl>'),
        (html.omkaderd(KWAAD, KWAAD, VET), f'<div class="mp-kader"><h2>{TEKST}</h2>{TEKST}<b>{TEKST}</b></div>'),
        (html.omkaderd("", VET, breed=True), f'<div class="mp-kader mp-breed"><b>{TEKST}</b></div>'),
        (html.kernkoppeling(KWAAD), f'<a href="{ADRES}" target="_self">{TEKST}</a>'),
        (
            html.corporatiekoppeling('"><b>', KWAAD),
            f'<a href="corporatie?corporatie=%22%3E%3Cb%3E" target="_self">{TEKST}</a>',
        ),
        (
            html.stand_merk(Stand.GEEN_NORM, Stand.ACHTER, KWAAD),
            (
                f'<span class="mp-stand mp-indicatief mp-k-achter" title="geen norm; {TEKST}: achter op schema">'
                '<span aria-hidden="true">■</span> indicatief achter op schema</span>'
            ),
        ),
        (
            html.tabel([KWAAD, "n"], [[KWAAD, 3], [VET, None]], rechts=[1], titel=KWAAD, rol=True),
            (
                f'<div class="mp-rol" tabindex="0"><table class="mp-tabel"><caption>{TEKST}</caption><thead><tr>'
                f'<th scope="col">{TEKST}</th><th scope="col" class="mp-rechts">n</th></tr></thead><tbody>'
                f'<tr><td>{TEKST}</td><td class="mp-rechts">3</td></tr>'
                f'<tr><td><b>{TEKST}</b></td><td class="mp-rechts">–</td></tr></tbody></table></div>'
            ),
        ),
    ],
)
def test_tekst_in_html_blijft_tekst_en_html_blijft_html(gemaakt, verwacht):
    assert (type(gemaakt), gemaakt) == (Markup, Markup(verwacht))


def test_alleen_html_komt_op_het_scherm_en_een_gewone_str_als_tekst(monkeypatch):
    getoond = []
    monkeypatch.setattr(html.st, "html", getoond.append)

    html.toon_html(html.alinea("a"), KWAAD, VET)

    assert getoond == [f"<p>a</p>{TEKST}<b>{TEKST}</b>"]
    assert inspect.get_annotations(html.toon_html, eval_str=True) == {"delen": Markup, "return": None}
