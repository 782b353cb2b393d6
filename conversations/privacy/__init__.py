"""Consent, a person's own data, and its erasure."""
