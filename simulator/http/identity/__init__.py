"""Logging in with Clever: OAuth 2 and OpenID Connect as clever.com speaks them (clever_api.md, section 1.5)."""
