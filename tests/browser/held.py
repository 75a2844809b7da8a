"""A server that answers late: its words are held back until they are let go."""

from __future__ import annotations

from playwright.sync_api import Page, WebSocketRoute


class Held:
    """What the server of ``page`` says over its websocket, from the page's next load on: at once, or when let go."""

    def __init__(self, page: Page) -> None:
        self.is_holding = False
        self._held: list[str | bytes] = []
        self._sockets: list[WebSocketRoute] = []
        page.route_web_socket("**", self._between)

    def _between(self, socket: WebSocketRoute) -> None:
        self._sockets.append(socket)
        socket.connect_to_server().on_message(self._heard)

    def _heard(self, message: str | bytes) -> None:
        if self.is_holding:
            self._held.append(message)
        else:
            self._sockets[-1].send(message)

    def hold(self) -> None:
        """Hold back what the server says from now on."""
        self.is_holding = True

    def let_go(self) -> None:
        """Hand over what was held back, in order, and hold nothing more."""
        self.is_holding = False
        while self._held:
            self._sockets[-1].send(self._held.pop(0))
