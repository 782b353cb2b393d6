"""Consent, the data export, and erasure."""
