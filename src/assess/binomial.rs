//! Exact binomial tails: how likely luck alone makes a count.

use super::measure::number;

/// P(X ≥ `count`) for `trials` tries that each succeed with probability `p`.
pub fn upper_tail(count: usize, trials: usize, p: f64) -> f64 {
    let p = p.clamp(0.0, 1.0);
    if count == 0 {
        return 1.0;
    }
    if count > trials || p <= 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return 1.0;
    }
    let weights = weights(trials, p);
    let tail: f64 = weights.iter().skip(count).sum();
    (tail / weights.iter().sum::<f64>()).min(1.0)
}

/// P(X ≤ `count`) for `trials` tries that each succeed with probability `p`.
pub fn lower_tail(count: usize, trials: usize, p: f64) -> f64 {
    trials.checked_sub(count).map_or(1.0, |failures| upper_tail(failures, trials, 1.0 - p))
}

/// The probability of each count, up to one common factor.
///
/// Each follows from its neighbour, outwards from about the most likely one, which is 1: nothing
/// overflows, and what vanishes is too small to matter.
fn weights(trials: usize, p: f64) -> Vec<f64> {
    let odds = p / (1.0 - p);
    let up = |from: usize| odds * number(trials - from) / number(from + 1);
    let mode = (0..trials).take_while(|count| up(*count) > 1.0).count();
    let mut weights = vec![1.0; trials + 1];
    for count in mode..trials {
        weights[count + 1] = weights[count] * up(count);
    }
    for count in (0..mode).rev() {
        weights[count] = weights[count + 1] / up(count);
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(left: f64, right: f64) {
        assert!((left - right).abs() < 1e-12, "{left} is not {right}");
    }

    #[test]
    fn tails_of_a_fair_coin_are_the_known_ones() {
        close(upper_tail(8, 10, 0.5), 56.0 / 1024.0);
        close(lower_tail(2, 10, 0.5), 56.0 / 1024.0);
        close(upper_tail(6, 6, 0.5), 1.0 / 64.0);
        close(upper_tail(0, 10, 0.5), 1.0);
        close(upper_tail(11, 10, 0.5), 0.0);
    }

    #[test]
    fn tails_of_a_loaded_coin_are_the_known_ones() {
        // 1 − 0.9^5 − 5·0.1·0.9^4 = 0.08146
        close(upper_tail(2, 5, 0.1), 0.08146);
        close(lower_tail(0, 5, 0.1), 0.59049);
    }

    #[test]
    fn certain_and_impossible_things_need_no_arithmetic() {
        close(upper_tail(3, 5, 1.0), 1.0);
        close(upper_tail(3, 5, 0.0), 0.0);
        close(lower_tail(5, 5, 0.3), 1.0);
    }

    #[test]
    fn both_tails_together_are_certain_for_many_trials() {
        close(upper_tail(480, 1000, 0.47) + lower_tail(479, 1000, 0.47), 1.0);
        assert!(upper_tail(9_000, 10_000, 0.1) < 1e-300);
    }
}
