//! How sure a share or a median over few cases is.

use crate::assess::lower_tail;

/// The two-sided 95 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A share of cases with its 95 % interval after Wilson.
///
/// Wilson's interval keeps close to its level for few cases and for shares near 0 and 1, where the
/// textbook one fails: L. D. Brown, T. T. Cai, A. DasGupta, "Interval Estimation for a Binomial
/// Proportion", Statistical Science 16 (2001).
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Share {
    /// How many cases.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// The lower end, from 0 to 1.
    pub low: f64,
    /// The upper end, from 0 to 1.
    pub high: f64,
}

/// A median with an interval between two of the values themselves.
///
/// The interval runs from the r-th smallest to the r-th largest value, r as large as the binomial
/// distribution allows for 95 %: H. A. David, H. N. Nagaraja, "Order Statistics" (2003), 7.1. Below
/// six values none reaches 95 %; then it is the whole range, and `coverage` says what it reaches.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Median {
    /// How many values.
    pub of: usize,
    /// The median; between two middle values their mean.
    pub median: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How often such an interval holds the true median, from 0 to 1.
    pub coverage: f64,
}

impl Share {
    /// `count` of `of`, at least one.
    pub(super) fn of(count: usize, of: usize) -> Self {
        let (k, n) = (number(count), number(of.max(1)));
        let (share, z2) = (k / n, Z * Z);
        let centre = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let half = Z * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
        let low = if count == 0 { 0.0 } else { (centre - half).max(0.0) };
        let high = if count >= of { 1.0 } else { (centre + half).min(1.0) };
        Self { count, of, low, high }
    }

    /// The share itself, from 0 to 1.
    pub fn share(&self) -> f64 {
        number(self.count) / number(self.of.max(1))
    }
}

impl Median {
    /// The median of some values; `None` of none.
    pub(super) fn of(mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        let of = values.len();
        let (lower, upper) = (values.get(of.checked_sub(1)? / 2)?, values.get(of / 2)?);
        let median = f64::midpoint(*lower, *upper);
        // Two of the values, the r-th from either end, leave the median outside when fewer than r
        // values lie on one side of it.
        let coverage = |r: usize| 1.0 - 2.0 * lower_tail(r - 1, of, 0.5);
        let rank = (1..=of / 2).rev().find(|rank| coverage(*rank) >= 0.95).unwrap_or(1);
        let (low, high) = (*values.get(rank - 1)?, *values.get(of - rank)?);
        Some(Self { of, median, low, high, coverage: coverage(rank).max(0.0) })
    }
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn close(left: f64, right: f64, within: f64) {
        assert!((left - right).abs() < within, "{left} is not {right}");
    }

    #[test]
    fn shares_have_the_published_interval() {
        // R: binom::binom.confint(x, n, methods = "wilson")
        for (count, of, low, high) in
            [(0, 10, 0.0, 0.27754), (1, 10, 0.01788, 0.40415), (5, 10, 0.23659, 0.76341)]
        {
            let share = Share::of(count, of);
            close(share.low, low, 1e-5);
            close(share.high, high, 1e-5);
        }
        let all = Share::of(5, 5);
        close(all.low, 0.56551, 1e-4);
        assert_eq!((all.high, all.share()), (1.0, 1.0));
    }

    #[test]
    fn medians_have_the_interval_of_their_ranks() {
        // Ranks of 95 % intervals for the median, as in Conover, Practical Nonparametric
        // Statistics: 6 → 1 and 6 (96.9 %), 10 → 2 and 9 (97.9 %), 20 → 6 and 15 (95.9 %).
        for (of, low, high, coverage) in [
            (5_u32, 1.0, 5.0, 0.9375),
            (6, 1.0, 6.0, 0.96875),
            (10, 2.0, 9.0, 0.97852),
            (20, 6.0, 15.0, 0.95861),
        ] {
            let median = Median::of((1..=of).rev().map(f64::from).collect()).unwrap();
            assert_eq!((median.low, median.high), (low, high));
            close(median.coverage, coverage, 1e-5);
            close(median.median, (f64::from(of) + 1.0) / 2.0, 1e-12);
        }
        assert_eq!(Median::of(Vec::new()), None);
        assert_eq!(Median::of(vec![3.0]).map(|one| (one.median, one.coverage)), Some((3.0, 0.0)));
    }
}
