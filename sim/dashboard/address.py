"""Where visitors find the page: the address to type, and the same as a picture for a telephone's camera."""

from __future__ import annotations

import html
import io
import socket

import segno
from starlette.responses import HTMLResponse
from starlette.types import Receive, Scope, Send

from sim.locale.catalogue import FALLBACK, in_every_language, translate

SOMEWHERE = ("192.0.2.1", 9)
"""An address of documentation (RFC 5737): a datagram socket may be pointed at it without anything being sent."""
ALONE = "127.0.0.1"

_STYLE = """
main { font: 5vmin/1.4 sans-serif; text-align: center; margin: 4vmin }
.address { font: bold 7vmin/1.4 monospace; overflow-wrap: anywhere }
svg { height: 55vmin; width: 55vmin; background: #fff }
"""


def own_address() -> str:
    """Return this machine's address in the network it would answer from; `ALONE` when it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(SOMEWHERE)
        except OSError:
            return ALONE
        return str(probe.getsockname()[0])


def drawn_in_letters(address: str) -> str:
    """Return ``address`` as a QR code (ISO/IEC 18004) of block letters, for a terminal."""
    drawing = io.StringIO()
    segno.make(address, error="m", micro=False).terminal(drawing, compact=True)
    return drawing.getvalue()


def address_page(address: str) -> HTMLResponse:
    """Return a page for the beamer that shows ``address`` large, in letters and as a QR code."""
    picture = segno.make(address, error="m", micro=False).svg_inline(omitsize=True)
    said = "".join(
        f'<p lang="{language}">{text}</p>' for language, text in in_every_language("server-join").items()
    )
    return HTMLResponse(f"""<!doctype html>
<html lang="{FALLBACK}"><head><meta charset="utf-8"><title>{translate("bar-title", FALLBACK)}</title>
<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>
<body><main>{said}<p class="address">{html.escape(address)}</p>{picture}</main></body></html>
""")


class Address:
    """Answers with `address_page`."""

    def __init__(self, address: str) -> None:
        self._page = address_page(address)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        await self._page(scope, receive, send)
