"""Clever for one district: a view of the SIS after its lag, merged with what the district does in Clever."""
