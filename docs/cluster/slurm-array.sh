#!/bin/bash
# A study as an array of jobs: each takes a part, a last one gathers them.
#   sbatch slurm-array.sh DESIGN DIR
# Cut short or killed, submit the same line again: every part goes on where it stopped.
#SBATCH --job-name=two-cities
#SBATCH --array=1-16
#SBATCH --cpus-per-task=4
#SBATCH --mem-per-cpu=2G
#SBATCH --time=04:00:00
#SBATCH --signal=B:TERM@120
set -euo pipefail

design=$1
out=$2
part=${SLURM_ARRAY_TASK_ID:?submit this with sbatch}
parts=${SLURM_ARRAY_TASK_COUNT:?submit this with sbatch}

# exec: the notice to leave (TERM, two minutes before the end) must reach two-cities itself
exec two-cities sweep "$design" --out "$out/part-$part" --shard "$part/$parts" \
	--workers "${SLURM_CPUS_PER_TASK:-1}"
