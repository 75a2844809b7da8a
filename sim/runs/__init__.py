"""Running cities: replications, comparisons that share a burn-in, their statistics and the receipt."""
