"""Streamlit components: everything that pages put on the screen."""
