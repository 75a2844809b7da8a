"""What several tests of cities begin with."""

import pytest

from sim.city.load import load_city


@pytest.fixture(scope="session")
def london():
    """London as it is shipped."""
    return load_city("london")
