"""The HTTP doors: Clever's own API at the root, our control API under /simulations. No rule lives here."""
