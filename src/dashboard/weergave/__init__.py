"""Streamlit components: everything a page puts on the screen, in one look."""
