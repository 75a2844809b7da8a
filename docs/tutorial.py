# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # From one city to a study
#
# One run is an anecdote: another seed, another assumption, and the other city may lead. This notebook goes
# from one run to a small study and to the only claims it can support. It takes a minute; turn it into a
# notebook with `jupytext --to ipynb docs/tutorial.py`.

# %%
from pathlib import Path

from sim import CityModel, Comparison
from sim.studies import Design, Options, open_results, resume, sweep
from sim.studies.analysis.fan import fan
from sim.studies.analysis.paired import paired

small = {"city": "synthetic:16", "residents": 300, "burn_in": 26, "weeks": 104}
# ruff: noqa: D100

# %% [markdown]
# ## One city
#
# Every lever and assumption can be given by name. `rng` is the luck of the run.

# %%
city = CityModel("control", rng=7, surveillance=0.5, **small).run()
city.datacollector.get_model_vars_dataframe()[["wellbeing", "trust", "expression"]].tail(3)

# %% [markdown]
# ## Two cities, one past
#
# A twin lives the past once, then forks. Differences are then the constitution's, not the draw's.

# %%
twin = Comparison(["emancipatory", "control"], rng=7, **small).run()
twin.differences()[["wellbeing", "trust", "expression"]].tail(3)

# %% [markdown]
# ## A study
#
# Eight draws of two contested assumptions, both cities, two seeds each: 32 runs. The same document could be
# a file.

# %%
design = Design.of(
    {
        "design": {"method": "sobol", "samples": 8, "seed": 1},
        "run": {"scenarios": ["emancipatory", "control"], "seeds": 2, **small},
        "vary": {"gain": {}, "chilling": {}},
    }
)
outcome = sweep(design, "study", Options(workers=1))
assert (outcome.done, outcome.pending) == (32, 0)

# %% [markdown]
# The directory can be stopped, killed, copied. Take a file away, and its runs are run again.

# %%
for path in Path("study/runs").iterdir():
    path.unlink()
assert resume("study", Options(workers=1)).done == 32

# %% [markdown]
# ## Reading
#
# Week by week as Arrow, pandas or polars; or one number a run, the mean of its last four weeks.

# %%
results = open_results("study")
results.table(["trust", "expression"], "pandas").tail(3)

# %%
results.runs("pandas").assign(trust=results.outcome("trust")).groupby("scenario").trust.describe()

# %% [markdown]
# ## What can be said
#
# In which share of the points does the first city lead, and in which by more than luck? With two seeds the
# intervals are wide, as they should be. The shares are a property of the ranges that were chosen, not of the
# world.

# %%
found = paired(results, ["wellbeing", "trust", "expression"])
found.tables["paired-shares"].to_pandas()

# %%
fan(results, ["trust"]).pictures["fan"]
