### Why a score is what it is, boundaries, derived incidents, change against the past.
