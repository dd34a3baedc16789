"""The command line `clever-otus`: each command parses, calls and prints; no rule lives here."""
