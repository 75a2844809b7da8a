"""What each mechanism claims, on what evidence, and what speaks against it."""

from __future__ import annotations

from sim.parameters.evidence import MechanismEvidence
from sim.parameters.evidence_city import CITY
from sim.parameters.evidence_people import PEOPLE

__all__ = ["MECHANISM_EVIDENCE", "MechanismEvidence"]

MECHANISM_EVIDENCE: dict[str, MechanismEvidence] = {record.name: record for record in (*CITY, *PEOPLE)}
