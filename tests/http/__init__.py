"""The HTTP doors, from outside."""
