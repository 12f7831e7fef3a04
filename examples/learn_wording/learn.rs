//! Learns a table of wording from labelled texts: one logistic regression for each label.
//!
//! The regressions are solved in their dual form, one text after the other (H.-F. Yu, F.-L. Huang
//! and C.-J. Lin, “Dual coordinate descent methods for logistic regression and maximum entropy
//! models”, Machine Learning 85, 2011), so nothing is drawn at random and the same texts give the
//! same table.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// How much a text that is judged wrongly costs, against weights being large.
const COST: f64 = 10.0;
/// A cue counts where so many texts have it.
const FEWEST_TEXTS: usize = 3;
/// Rounds over all texts, at most; it ends earlier where nothing moves.
const ROUNDS: usize = 300;
/// What counts as not moving.
const STILL: f64 = 1e-5;

/// A text to learn from.
pub(crate) struct Text {
    /// Its cues.
    pub(crate) cues: BTreeSet<String>,
    /// Its labels.
    pub(crate) labels: BTreeSet<String>,
}

/// The table, in the form of `templates/wording/`: hundredths of log-odds.
pub(crate) fn table(texts: &[&Text], labels: &[&str], head: &str) -> String {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for cue in texts.iter().flat_map(|text| &text.cues) {
        *count.entry(cue).or_default() += 1;
    }
    count.retain(|_, texts| *texts >= FEWEST_TEXTS);
    let numbers: BTreeMap<&str, usize> = count.keys().copied().zip(0..).collect();
    let rows: Vec<Vec<usize>> = texts
        .iter()
        .map(|text| text.cues.iter().filter_map(|cue| numbers.get(&**cue)).copied().collect())
        .collect();
    let columns: Vec<Vec<f64>> = labels
        .iter()
        .map(|label| {
            let has: Vec<bool> = texts.iter().map(|text| text.labels.contains(*label)).collect();
            regression(&rows, &has, numbers.len())
        })
        .collect();
    let line = |name: &str, row: usize| {
        let cells = columns.iter().map(|column| format!("\t{:.0}", column[row] * 100.0));
        format!("{name}{}\n", cells.collect::<String>().replace("-0\t", "0\t"))
    };
    let mut out = format!("{head}cue\t{}\n", labels.join("\t"));
    out.push_str(&line("", numbers.len()));
    for (cue, row) in numbers {
        let _ = write!(out, "{}", line(cue, row));
    }
    out
}

/// The weight of each cue, and last that of every text.
///
/// A text has each of its cues once, divided by the square root of their number.
fn regression(rows: &[Vec<usize>], has: &[bool], cues: usize) -> Vec<f64> {
    let mut weights = vec![0.0; cues + 1];
    let mut held = vec![COST * 1e-3; rows.len()];
    let scale =
        |row: &[usize]| 1.0 / f64::from(u32::try_from(row.len().max(1)).unwrap_or(1)).sqrt();
    let sign = |has: bool| if has { 1.0 } else { -1.0 };
    let push = |weights: &mut [f64], row: &[usize], by: f64| {
        row.iter().for_each(|cue| weights[*cue] += by * scale(row));
        weights[cues] += by;
    };
    for ((row, has), held) in rows.iter().zip(has).zip(&held) {
        push(&mut weights, row, sign(*has) * held);
    }
    for _ in 0..ROUNDS {
        let mut moved: f64 = 0.0;
        for ((row, has), held) in rows.iter().zip(has).zip(&mut held) {
            let sum: f64 = row.iter().map(|cue| weights[*cue]).sum();
            let margin = sign(*has) * (sum * scale(row) + weights[cues]);
            // The squared length of the text: its cues together are one, and so is the last weight.
            let length = if row.is_empty() { 1.0 } else { 2.0 };
            let next = best(*held, margin, length);
            push(&mut weights, row, sign(*has) * (next - *held));
            moved = moved.max((next - *held).abs());
            *held = next;
        }
        if moved < STILL * COST {
            break;
        }
    }
    weights
}

/// Where the dual function is least along one text: ln(z / (C − z)) + length (z − held) + margin
/// is zero. It rises with z: Newton's steps, and halves where one would leave what is known.
fn best(held: f64, margin: f64, length: f64) -> f64 {
    let at = |odds: f64| COST / (1.0 + (-odds).exp());
    let (mut low, mut high) = (-40.0_f64, 40.0_f64);
    let mut odds = (held / (COST - held)).ln();
    for _ in 0..40 {
        let z = at(odds);
        let value = odds + length * (z - held) + margin;
        if value.abs() < 1e-9 {
            break;
        }
        if value > 0.0 {
            high = odds
        } else {
            low = odds
        }
        odds -= value / (1.0 + length * z * (1.0 - z / COST));
        if odds <= low || odds >= high {
            odds = f64::midpoint(low, high);
        }
    }
    at(odds)
}
