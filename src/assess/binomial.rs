//! Exact binomial tails: how likely luck alone makes a count.

/// P(X ≥ `count`) for `trials` tries that each succeed with probability `p`.
pub fn upper_tail(count: usize, trials: usize, p: f64) -> f64 {
    todo!()
}

/// P(X ≤ `count`) for `trials` tries that each succeed with probability `p`.
pub fn lower_tail(count: usize, trials: usize, p: f64) -> f64 {
    todo!()
}
