"""Measure what a visitor waits for: pages of the monitor against the least that Streamlit itself can do.

`make bench` runs it. The modules that start a server and a browser serve tests/browser as well.
"""
