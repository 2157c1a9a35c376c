"""The least a Streamlit page can be: what every other page is compared with."""

import streamlit as st

st.title("Leeg")
