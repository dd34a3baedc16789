"""A fake of Otus for one district: what it holds, what people do in it, and how a night's changes are applied."""
