"""Tests. Linear algebra keeps to one thread here and in every program a test starts.

Its threads wait for one another by spinning: beside a second worker they cost several times what they save.
"""

import os

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):  # read once, when NumPy is first imported
    os.environ.setdefault(_name, "1")
