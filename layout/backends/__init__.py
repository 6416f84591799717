"""Ways out of a composition. Each draws what it is told; none knows another."""
