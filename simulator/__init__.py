"""A staging world for school rostering: a district's SIS, a fake Clever and a fake Otus on one clock."""
