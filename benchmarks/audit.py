"""`make audit`: what is installed, as a bill of materials (CycloneDX), and under which licences.

Fails if a library that comes by default is under the GPL or AGPL, or says nothing of its licence.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
BILL = ROOT / "dist" / "sbom.cdx.json"
TOOL = "cyclonedx-bom==7.5.0"
KNOWN_BY_TEXT = {
    "GNU AFFERO GENERAL PUBLIC LICENSE": "AGPL",
    "GNU LESSER GENERAL PUBLIC LICENSE": "LGPL",
    "GNU GENERAL PUBLIC LICENSE": "GPL",
    "Apache License": "Apache-2.0",
    "Mozilla Public License": "MPL-2.0",
    "Permission is hereby granted, free of charge": "MIT",
    "Redistribution and use in source and binary forms": "BSD",
}
"""What a licence's text begins with or says, for libraries whose metadata are silent."""
_GPL = re.compile(r"(?<!L)\bA?GPL|\b(AFFERO )?GENERAL PUBLIC LICENSE", re.IGNORECASE)
_EXCEPTED = re.compile(r"GPL-\S+ WITH \S+|LESSER GENERAL PUBLIC LICENSE", re.IGNORECASE)


def default_libraries(extras: Iterable[str] = ()) -> set[str]:
    """Return the names of all libraries that come with the project and, of its extras, with ``extras``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [
        *project["dependencies"],
        *(one for extra in extras for one in project["optional-dependencies"][extra]),
    ]
    wanted, seen = [Requirement(one) for one in named], set[tuple[str, str]]()
    while wanted:
        one = wanted.pop()
        for extra in ("", *one.extras):
            if (_plain(one.name), extra) not in seen:
                seen.add((_plain(one.name), extra))
                wanted += _needs(one.name, extra)
    return {name for name, _ in seen if _installed(name) is not None}


def _needs(name: str, extra: str) -> Iterator[Requirement]:
    """Yield what a library needs here, for one of its extras or ("") by itself."""
    installed = _installed(name)
    for text in (installed.requires or ()) if installed is not None else ():
        needed = Requirement(text)
        if needed.marker is None or needed.marker.evaluate({"extra": extra}):
            yield needed


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:  # of another system, or built in
        return None


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(name: str, told: Iterable[Mapping[str, Any]] = ()) -> str:
    """Return a library's licence as a bill of materials tells it, else as its own files do; "" if neither."""
    words = [one.get("expression") or one["license"].get("id") or one["license"].get("name") for one in told]
    if words:
        return " / ".join(dict.fromkeys(words))
    installed = _installed(name)
    return "" if installed is None else _by_metadata(installed) or _by_text(installed)


def _by_metadata(installed: Distribution) -> str:
    said = installed.metadata.get("License-Expression") or installed.metadata.get("License") or ""
    classes = [one for one in installed.metadata.get_all("Classifier") or () if one.startswith("License ::")]
    return said if 0 < len(said) <= 80 else " / ".join(one.rpartition(" :: ")[2] for one in classes)


def _by_text(installed: Distribution) -> str:
    for file in installed.files or ():
        if re.match(r"(LICEN[CS]E|COPYING)", file.name, re.IGNORECASE):
            text = " ".join(Path(str(installed.locate_file(file))).read_text(errors="replace").split())
            return _named_first(text.lower())
    return ""


def _named_first(text: str) -> str:
    """Return the licence whose words come first: a text of the GPL also speaks of its relatives."""
    places = {name: text.find(words.lower()) for words, name in KNOWN_BY_TEXT.items()}
    return min((place, name) for name, place in {"": len(text), **places}.items() if place >= 0)[1]


def is_gpl(licence: str) -> bool:
    """Return whether ``licence`` asks of a whole work what the GPL asks; one WITH an exception does not."""
    return _GPL.search(_EXCEPTED.sub("", licence)) is not None


def faults(licences: Mapping[str, str]) -> list[str]:
    """Return what is wrong with the ``licences`` of libraries that come by default."""
    silent = [f"{name}: no licence found" for name, licence in licences.items() if not licence]
    return silent + [f"{name}: {licence}" for name, licence in licences.items() if is_gpl(licence)]


def write_bill() -> dict[str, str]:
    """Write the bill of materials of this environment; return each library's licence."""
    BILL.parent.mkdir(exist_ok=True)
    words = ["tool", "run", "--quiet", "--from", TOOL, "cyclonedx-py", "environment", sys.executable]
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, *words, "--output-reproducible", "--output-file", BILL], check=True)
    components = json.loads(BILL.read_text())["components"]
    return {_plain(one["name"]): licence_of(one["name"], one.get("licenses", ())) for one in components}


def main() -> int:
    """Write the bill, print the licences, and return 1 if one must not come by default."""
    licences, default = write_bill(), default_libraries()
    by_licence = defaultdict(list)
    for name, licence in sorted(licences.items()):
        by_licence[licence or "unknown"].append(name if name in default else f"({name})")
    for licence, names in sorted(by_licence.items()):
        print(f"{licence}: {', '.join(names)}")
    print(f"{len(licences)} libraries, {len(default)} of them by default, the others in brackets; {BILL}")
    wrong = faults({name: licences.get(name, "") for name in sorted(default)})
    for fault in wrong:
        print(f"not by default, please: {fault}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
