"""What mechanisms are written with: compiling, keyed draws, blocks of residents, arithmetic, provenance.

Knows no mechanism.
"""
