"""Whether a formula without a visible outcome was calculated: an empty text is an answer, nothing at all is not.

`IF(A1="";"";A1)` is often empty, and that cell really is empty. A program that writes formulas without calculating them
leaves no outcome, an empty one, or 0. A file does not say which it was, so three things decide, in this order:

1. The workbook says that everything must be calculated when it is opened. Excel and LibreOffice never leave that behind
   when they save, so nothing in it was calculated.
2. The formula itself: with an empty text in it (`""`) it can be empty; when it only counts, or looks at no other cell,
   it cannot.
3. The sheet: a program that calculates leaves an outcome with at least one of its formulas.
"""

from __future__ import annotations

import re

_TEKST = re.compile(r'"(?:[^"]|"")*"')
_BLAD = re.compile(r"'(?:[^']|'')*'")
_HAAKJES = re.compile(r"\([^()]*\)")
_REKENT = re.compile(r"[-+*/^<>=%]")
# A cell, a name or a table: a word that is not a function and not one of the two truths.
_VERWIJZING = re.compile(r"(?<![\w.$])(?!(?:TRUE|FALSE)\b)(?:\$?[A-Za-z_]|\[)[\w.$\]]*(?![\w.$\]]*\()")
_GETALFUNCTIE = re.compile(
    r"(?:SUM|COUNT|AVERAGE|ROUND|DATE|DAYS?|YEAR|MONTH|NETWORKDAYS|WORKDAY|EDATE|EOMONTH|TODAY|NOW|VALUE|NUMBERVALUE|LEN"
    r"|MATCH|ROWS?|COLUMNS?|MOD|PRODUCT|MEDIAN|MIN|MAX|INT|ABS|AND|OR|NOT|IS[A-Z]+|SUBTOTAL|AGGREGATE)[A-Z]*\(\)",
    re.IGNORECASE,
)


def kan_leeg_zijn(formule: str, *, verdacht: bool, gerekend: bool) -> bool:
    """Whether an empty text can be the outcome of this formula (without `=`, '' when the file does not repeat it).

    `verdacht`: the workbook says that it was not calculated; `gerekend`: another formula of the sheet has an outcome.
    """
    if verdacht:
        return False
    if '""' in _TEKST.findall(formule):
        return True
    if not formule:
        return gerekend
    kaal = _BLAD.sub("B", _TEKST.sub('"', formule))
    kan = _VERWIJZING.search(kaal) is not None
    while kan and (korter := _HAAKJES.sub("\0", kaal)) != kaal:
        kaal = korter
    kaal = kaal.replace("\0", "()").strip("+ ")
    return kan and gerekend and not _REKENT.search(kaal) and not _GETALFUNCTIE.fullmatch(kaal)
