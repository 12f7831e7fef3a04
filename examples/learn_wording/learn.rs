//! Learns a table of wording from labelled texts: one logistic regression for each label.
//!
//! The regressions are solved by Newton's method with conjugate gradients (C.-J. Lin, R. C. Weng
//! and S. S. Keerthi, “Trust region Newton method for large-scale logistic regression”, Journal of
//! Machine Learning Research 9, 2008), so nothing is drawn at random and the same texts give the
//! same table.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rayon::prelude::*;

use super::texts::Text;

/// A cue counts where so many texts have it.
const FEWEST_TEXTS: u32 = 2;
/// Rounds at most; it ends earlier where nothing pulls.
const ROUNDS: usize = 100;
/// What counts as no pull.
const STILL: f64 = 1e-3;
/// A step is close enough where so much of the square of what it leaves is left.
const CLOSE: f64 = 1e-4;

/// How texts are learnt from. Chosen by what was found in sets that were left out.
#[derive(Clone, Copy)]
pub(crate) struct Counting {
    /// The power of ln(texts / texts that have the cue) + 1 that a cue counts.
    power: f64,
    /// The square that a cue adds to the length of a text which too few texts have, where 1 is
    /// that of the rarest.
    pub(crate) unknown: f64,
    /// Two words in a row count where so many texts have them.
    fewest_of_pairs: u32,
    /// How much a text that is judged wrongly costs, against weights being large.
    pub(crate) cost: f64,
    /// Whether what the words mean counts too.
    has_meanings: bool,
}

impl Counting {
    /// Of messages. What words mean was tried there: more harmless ones were flagged.
    pub(crate) const MESSAGES: Self =
        Self { power: 1.75, unknown: 1.0, fewest_of_pairs: 2, cost: 12.0, has_meanings: false };
    /// Of whole letters.
    pub(crate) const LETTERS: Self =
        Self { power: 1.0, unknown: 0.3, fewest_of_pairs: 4, cost: 40.0, has_meanings: true };
    /// Of single sentences of letters.
    pub(crate) const SENTENCES: Self =
        Self { power: 1.0, unknown: 0.3, fewest_of_pairs: 5, cost: 12.0, has_meanings: true };

    /// The cues of a text that count.
    fn cues(self, text: &Text) -> impl Iterator<Item = &String> {
        text.cues.iter().filter(move |cue| self.has_meanings || !cue.starts_with('='))
    }
}

/// A text as a row of numbers: its cues, each as large as it is rare, together at most 1 long.
pub(crate) struct Row {
    pub(crate) cells: Vec<(usize, f64)>,
}

/// Texts with their cues counted.
pub(crate) struct Counted<'t> {
    /// The number of each cue.
    pub(crate) numbers: BTreeMap<&'t str, usize>,
    /// How rare each is, 1 for one that a single text has.
    pub(crate) rarity: Vec<f64>,
    pub(crate) rows: Vec<Row>,
}

impl<'t> Counted<'t> {
    pub(crate) fn of(texts: &'t [Text], counting: Counting) -> Self {
        let mut count: BTreeMap<&str, u32> = BTreeMap::new();
        for cue in texts.iter().flat_map(|text| counting.cues(text)) {
            *count.entry(cue).or_default() += 1;
        }
        let is_pair = |cue: &str| cue.contains(' ');
        let fewest = |cue: &str| if is_pair(cue) { counting.fewest_of_pairs } else { FEWEST_TEXTS };
        count.retain(|cue, texts| *texts >= fewest(cue));
        let all = f64::from(u32::try_from(texts.len()).unwrap_or(u32::MAX));
        let counts = |texts: u32| ((all / f64::from(texts)).ln() + 1.0).powf(counting.power);
        // As they are read again.
        let hundredth = |number: f64| (number * 100.0).round() / 100.0;
        let rarity: Vec<f64> =
            count.values().map(|texts| hundredth(counts(*texts) / counts(1))).collect();
        let numbers: BTreeMap<&str, usize> = count.keys().copied().zip(0..).collect();
        let rows = texts.iter().map(|text| row_of(text, &numbers, &rarity, counting)).collect();
        Self { numbers, rarity, rows }
    }
}

/// The table, in the form of `templates/wording/`: hundredths.
pub(crate) fn table(texts: &[Text], labels: &[&str], counting: Counting, head: &str) -> String {
    let counted = Counted::of(texts, counting);
    let cues = counted.numbers.len();
    let columns: Vec<Vec<f64>> = labels
        .par_iter()
        .map(|label| {
            let has: Vec<bool> = texts.iter().map(|text| text.labels.contains(*label)).collect();
            regression(&counted.rows, &has, cues, counting.cost)
        })
        .collect();
    let line = |name: &str, row: usize, rarity: f64, times: f64| {
        let cell = |column: &Vec<f64>| match format!("{:.0}", column[row] * times * 100.0) {
            zero if zero == "-0" => "\t0".to_owned(),
            cell => format!("\t{cell}"),
        };
        let cells: String = columns.iter().map(cell).collect();
        format!("{name}\t{:.0}{cells}\n", rarity * 100.0)
    };
    let mut out = format!("{head}cue\trare\t{}\n", labels.join("\t"));
    out.push_str(&line("", cues, counting.unknown, 1.0));
    for (cue, row) in &counted.numbers {
        let rarity = counted.rarity[*row];
        let _ = write!(out, "{}", line(cue, *row, rarity, rarity));
    }
    out
}

fn row_of(text: &Text, numbers: &BTreeMap<&str, usize>, rarity: &[f64], counting: Counting) -> Row {
    let known: Vec<usize> =
        counting.cues(text).filter_map(|cue| numbers.get(&**cue)).copied().collect();
    let is_missing = |cue: &&String| !cue.starts_with('=') && !numbers.contains_key(&***cue);
    let missing = u32::try_from(text.cues.iter().filter(is_missing).count()).unwrap_or(u32::MAX);
    let squares: f64 = known.iter().map(|cue| rarity[*cue].powi(2)).sum();
    let length = (squares + f64::from(missing) * counting.unknown).max(f64::MIN_POSITIVE).sqrt();
    let cells = known.into_iter().map(|cue| (cue, rarity[cue] / length)).collect();
    Row { cells }
}

/// The weight of each cue, and last that of every text.
///
/// Steps of Newton's until nothing pulls any more, each found by conjugate gradients and halved
/// while it would lead uphill.
fn regression(rows: &[Row], has: &[bool], cues: usize, cost: f64) -> Vec<f64> {
    let mut weights = vec![0.0; cues + 1];
    let mut loss = loss_of(rows, has, &weights, cost);
    for _ in 0..ROUNDS {
        let mut slope = weights.clone();
        let mut bend = Vec::with_capacity(rows.len());
        for (row, has) in rows.iter().zip(has) {
            let chance = 1.0 / (1.0 + (-row.times(&weights)).exp());
            row.add_to(&mut slope, cost * (chance - if *has { 1.0 } else { 0.0 }));
            bend.push(cost * chance * (1.0 - chance));
        }
        if slope.iter().all(|slope| slope.abs() < STILL) {
            break;
        }
        let step = newton(rows, &bend, &slope);
        let downhill = dot(&slope, &step);
        let mut share = 1.0;
        loop {
            let next: Vec<f64> =
                weights.iter().zip(&step).map(|(weight, step)| weight + share * step).collect();
            let reached = loss_of(rows, has, &next, cost);
            if reached <= loss + 1e-4 * share * downhill || share < 1e-6 {
                (weights, loss) = (next, reached);
                break;
            }
            share /= 2.0;
        }
    }
    weights
}

impl Row {
    /// What the weights come to for this text.
    fn times(&self, weights: &[f64]) -> f64 {
        let own: f64 = self.cells.iter().map(|(cue, size)| weights[*cue] * size).sum();
        own + weights.last().copied().unwrap_or_default()
    }

    fn add_to(&self, sums: &mut [f64], by: f64) {
        self.cells.iter().for_each(|(cue, size)| sums[*cue] += by * size);
        if let Some(every) = sums.last_mut() {
            *every += by;
        }
    }
}

/// Half the square of the weights, and what the texts that are judged wrongly cost.
fn loss_of(rows: &[Row], has: &[bool], weights: &[f64], cost: f64) -> f64 {
    let wrong = rows.iter().zip(has).map(|(row, has)| {
        let against = if *has { -row.times(weights) } else { row.times(weights) };
        // ln(1 + e^against), whatever its size.
        against.max(0.0) + (-against.abs()).exp().ln_1p()
    });
    dot(weights, weights) / 2.0 + cost * wrong.sum::<f64>()
}

/// The step that would end the pull if the loss were a parabola: (1 + XᵀDX) step = −slope.
fn newton(rows: &[Row], bend: &[f64], slope: &[f64]) -> Vec<f64> {
    let mut diagonal = vec![1.0; slope.len()];
    for (row, bend) in rows.iter().zip(bend) {
        row.cells.iter().for_each(|(cue, size)| diagonal[*cue] += bend * size * size);
        if let Some(every) = diagonal.last_mut() {
            *every += bend;
        }
    }
    let eased = |rest: &[f64]| -> Vec<f64> {
        rest.iter().zip(&diagonal).map(|(rest, bend)| rest / bend).collect()
    };
    let mut step = vec![0.0; slope.len()];
    let mut rest: Vec<f64> = slope.iter().map(|slope| -slope).collect();
    let mut toward = eased(&rest);
    let mut left = dot(&rest, &toward);
    let enough = left * CLOSE;
    for _ in 0..ROUNDS {
        if left <= enough {
            break;
        }
        let mut bent = toward.clone();
        for (row, bend) in rows.iter().zip(bend) {
            row.add_to(&mut bent, bend * row.times(&toward));
        }
        let by = left / dot(&toward, &bent);
        for (index, toward) in toward.iter().enumerate() {
            step[index] += by * toward;
            rest[index] -= by * bent[index];
        }
        let next = eased(&rest);
        let before = std::mem::replace(&mut left, dot(&rest, &next));
        for (toward, next) in toward.iter_mut().zip(next) {
            *toward = next + left / before * *toward;
        }
    }
    step
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}
