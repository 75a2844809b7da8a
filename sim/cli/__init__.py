"""The commands of `two-cities`, one file each; `sim.cli.main.COMMANDS` lists them."""
