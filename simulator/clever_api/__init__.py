"""Clever's API as a client sees it, without a web framework: a request as text in, an answer in bytes out."""
