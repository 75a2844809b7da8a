#!/bin/bash
# Gather the parts when all are done:  sbatch --dependency=afterany:ARRAY_JOB slurm-merge.sh DIR
#SBATCH --job-name=two-cities-merge
#SBATCH --time=00:30:00
set -euo pipefail

out=$1
two-cities merge "$out"/part-* --out "$out/whole"
two-cities analyse fan "$out/whole"
