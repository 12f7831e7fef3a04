//! Whether a table is the one that its texts give, told without learning it again.

use std::collections::BTreeSet;

use super::learn::{Counted, Counting, Row};
use super::texts::Text;

/// What a table still lacks to be the one that `table` makes of these texts: which cues it has in
/// vain and which it misses, whose rarity is another one, and whose weight one step of Newton's
/// along it would move by more than a rounded table moves. Far quicker than to learn it again.
pub(crate) fn faults(written: &str, texts: &[Text], counting: Counting) -> Vec<String> {
    let counted = Counted::of(texts, counting);
    let mut lines = written.lines().skip_while(|line| !line.starts_with("cue\t"));
    let head = lines.next().unwrap_or_default();
    let labels: Vec<&str> = head.split('\t').skip(2).collect();
    let mut faults = Vec::new();
    let mut weights = vec![vec![0.0; counted.numbers.len() + 1]; labels.len()];
    let mut missing: BTreeSet<&str> = counted.numbers.keys().copied().collect();
    for line in lines {
        let mut cells = line.split('\t');
        let cue = cells.next().unwrap_or_default();
        let cells = cells.map(|cell| cell.parse::<f64>().unwrap_or(f64::NAN) / 100.0);
        let cells: Vec<f64> = cells.collect();
        let at = counted.numbers.get(cue).copied();
        let expected = match at {
            Some(row) => counted.rarity[row],
            None if cue.is_empty() => counting.unknown,
            None => {
                faults.push(format!("{cue:?} is in vain"));
                continue;
            }
        };
        missing.remove(cue);
        if cells.len() != labels.len() + 1 || (cells[0] - expected).abs() > 1e-9 {
            faults.push(format!("{cue:?}: {cells:?}, rarity {expected}"));
            continue;
        }
        let times = if at.is_some() { expected } else { 1.0 };
        for (column, cell) in weights.iter_mut().zip(&cells[1..]) {
            column[at.unwrap_or(counted.numbers.len())] = cell / times;
        }
    }
    faults.extend(missing.into_iter().map(|cue| format!("{cue:?} is missing")));
    for (label, weights) in labels.iter().zip(&weights) {
        let has: Vec<bool> = texts.iter().map(|text| text.labels.contains(*label)).collect();
        let step = largest_step(&counted, &has, weights, counting.cost);
        if step.is_nan() || step > STEP {
            faults.push(format!("{label}: a weight would move by {step:.3}"));
        }
    }
    faults
}

/// How far rounding lets a weight of a table be from where it would stay.
const STEP: f64 = 0.04;

/// The largest step of Newton's along one weight of the table.
fn largest_step(counted: &Counted<'_>, has: &[bool], weights: &[f64], cost: f64) -> f64 {
    let every = weights.len() - 1;
    let mut slope = weights.to_vec();
    let mut bend = vec![1.0; weights.len()];
    for (Row { cells }, has) in counted.rows.iter().zip(has) {
        let sum: f64 = cells.iter().map(|(cue, size)| weights[*cue] * size).sum();
        let chance = 1.0 / (1.0 + (-sum - weights[every]).exp());
        let pull = cost * (chance - if *has { 1.0 } else { 0.0 });
        for (cue, size) in cells.iter().copied().chain([(every, 1.0)]) {
            slope[cue] += pull * size;
            bend[cue] += cost * chance * (1.0 - chance) * size * size;
        }
    }
    // A table has the weight of a cue times its rarity.
    let times = counted.rarity.iter().copied().chain([1.0]);
    let steps = slope.iter().zip(&bend).map(|(slope, bend)| (slope / bend).abs());
    steps.zip(times).map(|(step, times)| step * times).fold(0.0, f64::max)
}
