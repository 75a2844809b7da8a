"""A catalogue read entry by entry says what one read whole says."""

from __future__ import annotations

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message

from sim.locale.bundle import Bundle
from sim.locale.catalogue import LANGUAGES
from tests.locale.catalogues import FOLDER

UNSAID = ["span", "comment"]

ODD = """# A comment = no entry
-city = Two Cities
greeting = Welcome to { -city }, { $n ->
    [one] alone
   *[other] with { $n }
    }
    .title = { second } = not an entry

## A heading
second = On
    two lines
only-attribute =
    .help = Help
second = The second of that name
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_what_the_whole_file_has(language: str) -> None:
    text = (FOLDER / f"{language}.ftl").read_text(encoding="utf-8")
    whole = {one.id.name: one for one in FluentResource(text).body if isinstance(one, Message)}
    bundle = Bundle(language, text)
    assert bundle.names == tuple(whole)
    assert all(bundle.has_message(name) for name in whole)
    assert [name for name in whole if not bundle._messages[name].equals(whole[name], UNSAID)] == []


def test_terms_references_and_doubles_are_as_fluent_has_them() -> None:
    read, whole = Bundle("en", ODD), FluentBundle(["en"], use_isolating=False)
    whole.add_resource(FluentResource(ODD))
    assert read.names == ("greeting", "second", "only-attribute")
    for name in read.names:
        here, there = read.get_message(name), whole.get_message(name)
        assert list(here.attributes) == list(there.attributes)
        for said, meant in zip(
            [here.value, *here.attributes.values()], [there.value, *there.attributes.values()], strict=True
        ):
            if meant is not None:
                assert read.format_pattern(said, {"n": 2}) == whole.format_pattern(meant, {"n": 2})
    assert not read.has_message("city")
    with pytest.raises(KeyError):
        read.get_message("third")


def test_only_what_is_said_is_read() -> None:
    read = Bundle("en", ODD)
    read.format_pattern(read.get_message("greeting").attributes["title"])
    assert set(read._messages) == {"greeting", "second"}
    assert read._terms == {}
