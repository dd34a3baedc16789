"""What people do and what happens: each act in the school's words, over one verb of one system."""
