"""The commands of `two-cities`, one file each; `sim.cli.COMMANDS` lists them."""
