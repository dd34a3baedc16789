"""A certificate authority of this run alone, so that programs that only know https://api.clever.com can be served.

The library trustme makes it; its key is never written down. The server's certificate lies in a private folder that
goes when the server ends; the authority's own certificate is all that a client needs, and all that stays.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import BadInput
from simulator.http.granian_serving import require

NAMES = ("api.clever.com", "clever.com", "localhost", "127.0.0.1")
_BEGINS = b"-----BEGIN CERTIFICATE-----"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files with a server's certificate and its key."""

    chain: Path
    key: Path


@contextmanager
def local_certificate(ca_file: Path) -> Iterator[Certificate]:
    """Make an authority and a certificate of it for Clever's names and ours, and write down whom to trust.

    ca_file: where the authority's certificate goes. Raises BadInput where it cannot go there, or without trustme.
    """
    require("trustme", "a certificate authority for --tls")
    import trustme

    _refuse_what_is_no_such_file(ca_file)
    authority = trustme.CA(organization_name="A simulator of Clever, for tests on this machine only")
    issued = authority.issue_cert(*NAMES)
    with tempfile.TemporaryDirectory(prefix="clever-otus-") as private:
        certificate = Certificate(Path(private, "chain.pem"), Path(private, "key.pem"))
        issued.private_key_pem.write_to_path(certificate.key)
        certificate.chain.write_bytes(b"".join(part.bytes() for part in issued.cert_chain_pems))
        try:
            authority.cert_pem.write_to_path(ca_file)
        except OSError as error:
            known = f"it cannot be written: {error.strerror}"
            raise BadInput(_asked(ca_file), known, "Name a file that you may write") from error
        yield certificate


def _refuse_what_is_no_such_file(file: Path) -> None:
    """Refuse to write over anything but a single certificate, such as one of an earlier run."""
    try:
        if not file.absolute().parent.is_dir():
            raise BadInput(_asked(file), "its folder does not exist", "Name a file in one that does")
        before = file.read_bytes() if file.exists() else _BEGINS
    except OSError as error:
        raise BadInput(_asked(file), str(error.strerror), "Name a file that you may write") from error
    if not before.startswith(_BEGINS) or before.count(_BEGINS) != 1:
        raise BadInput(_asked(file), "it holds something else than one certificate", "Name a new file")


def _asked(file: Path) -> str:
    return f"the file {str(file)!r} for the authority's certificate"
