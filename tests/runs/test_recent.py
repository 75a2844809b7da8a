"""What was used last is kept, by number or by size."""

from __future__ import annotations

from sim.runs.recent import Recent


def kept(recent: Recent[str, str], names: str) -> str:
    return "".join(name for name in names if recent.get(name) is not None)


def test_by_size_what_was_used_longest_ago_goes_first() -> None:
    gone: list[str] = []
    recent: Recent[str, str] = Recent(6, gone.append, size=len)
    for name in "abc":
        recent.put(name, 2 * name)
    recent.get("a")
    recent.put("d", "dddd")
    assert gone == ["bb", "cc"]
    assert kept(recent, "abcd") == "ad"


def test_what_is_larger_than_all_room_stays_until_the_next() -> None:
    gone: list[str] = []
    recent: Recent[str, str] = Recent(3, gone.append, size=len)
    recent.put("a", "a")
    recent.put("b", "b" * 9)
    assert gone == ["a"]
    assert recent.get("b") == "b" * 9
    recent.put("c", "c")
    assert kept(recent, "abc") == "c"


def test_what_is_put_again_counts_once() -> None:
    recent: Recent[str, str] = Recent(4, size=len)
    recent.put("a", "aaa")
    recent.put("a", "aa")
    recent.put("b", "bb")
    assert kept(recent, "ab") == "ab"


def test_room_made_for_nothing_leaves_nothing() -> None:
    recent: Recent[str, str] = Recent(4, size=len)
    recent.put("a", "aaa")
    recent.make_room(0)
    assert recent.get("a") is None
