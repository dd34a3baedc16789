"""The whole vocabulary: importing this room declares every act and every claim."""

from simulator.language.acts import otus as _otus
from simulator.language.acts import registrar as _registrar
from simulator.language.acts import start as _start
from simulator.language.acts import time as _time
from simulator.language.claims import nights as _nights
from simulator.language.claims import otus as _otus_seen

_ALL = (_otus, _registrar, _start, _time, _nights, _otus_seen)
