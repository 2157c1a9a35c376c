"""Reads one value or column at a time: dates, numbers, words and codes as people write them."""
