"""What the page's policy allows in a real browser."""

from __future__ import annotations

from tests.browser.conftest import Visitor
from tests.counting import Count


def test_a_script_that_slipped_into_the_page_does_not_run_and_none_can_read_the_session(
    visit: Visitor, count: Count
) -> None:
    count("script that slipped into the page", 2, "blocked by the policy")
    page = visit().page
    (cookie,) = page.context.cookies()
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"]) == ("solara-session-id", True, "Lax")
    assert cookie["expires"] == -1
    assert page.evaluate("document.cookie") == ""
    page.evaluate("""() => {
      window.ran = [];
      window.blocked = [];
      document.addEventListener('securitypolicyviolation', event => window.blocked.push(event.blockedURI));
      const box = document.createElement('div');
      box.innerHTML = '<img src="data:," onerror="window.ran.push(1)">';
      const script = document.createElement('script');
      script.textContent = 'window.ran.push(2)';
      document.body.append(box, script);
    }""")
    page.wait_for_function("window.blocked.length === 2")
    assert page.evaluate("window.ran") == []
