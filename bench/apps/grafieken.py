"""Four Plotly charts of 13 lines and 16 points on an otherwise empty page, in the cheapest way there is: plain dicts."""

import streamlit as st

KWARTALEN = [f"{2022 + kwartaal // 4} K{kwartaal % 4 + 1}" for kwartaal in range(16)]


def figuur(nummer: int) -> dict[str, object]:
    """One chart of the shape the monitor draws most: a line per kern over sixteen quarters."""
    lijnen = [
        {
            "type": "scatter",
            "mode": "lines",
            "name": f"Kern {kern}",
            "x": KWARTALEN,
            "y": [70 + (kern * 7 + kwartaal * 3 + nummer * 5) % 29 for kwartaal in range(16)],
        }
        for kern in range(13)
    ]
    return {"data": lijnen, "layout": {"height": 400, "xaxis": {"type": "category"}}}


st.title("Vier grafieken")
for nummer in range(4):
    st.plotly_chart(figuur(nummer), key=f"grafiek-{nummer}")
