//! Scores the rules on labelled messages and drafts, by language and by flag.
//!
//! `cargo run --release --example score_language -- [FOLDER] [--half odd|even] [--wrong]
//! [--by-rule] [--kind-given] [--language en|fr]`. The folder holds `messages.*.jsonl` and
//! `drafts.*.jsonl`, by default `tests/language`. `--half` takes every second entry by its number,
//! so that rules can be improved on one half and scored on the other; `--wrong` lists what was
//! judged otherwise than labelled; `--by-rule` says how often each rule about messages spoke, and
//! how often rightly. The kind of a draft is guessed, as by `casefile draft --check` without
//! `--kind`; `--kind-given` takes the labelled one.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::PathBuf;

use casefile::signal::{DraftCheck, DraftKind, DraftRules, Found, Signals};
use casefile::vault::{built_in_draft_rules, built_in_rules};

/// How often rules and labels agree.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    right: usize,
    missed: usize,
    wrong: usize,
}

impl Tally {
    fn add(&mut self, labelled: bool, found: bool) {
        match (labelled, found) {
            (true, true) => self.right += 1,
            (true, false) => self.missed += 1,
            (false, true) => self.wrong += 1,
            (false, false) => {}
        }
    }

    fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

struct Options {
    folder: PathBuf,
    half: Option<usize>,
    shows_wrong: bool,
    shows_rules: bool,
    is_kind_given: bool,
    language: Option<String>,
}

impl Options {
    fn languages(&self) -> impl Iterator<Item = &'static str> {
        let wanted = |code: &&str| self.language.as_deref().is_none_or(|only| only == *code);
        ["en", "fr"].into_iter().filter(wanted)
    }
}

#[expect(clippy::print_stdout, reason = "a program of its own, whose answer this is")]
fn main() -> Result<(), Box<dyn Error>> {
    let options = options();
    let signals = Signals::new(built_in_rules()).with_wording();
    for code in options.languages() {
        let path = options.folder.join(format!("messages.{code}.jsonl"));
        let Ok(text) = fs::read_to_string(&path) else { continue };
        println!("{}", messages(code, &text, &signals, &options)?);
    }
    let rules = built_in_draft_rules();
    for code in options.languages() {
        let path = options.folder.join(format!("drafts.{code}.jsonl"));
        let Ok(text) = fs::read_to_string(&path) else { continue };
        println!("{}", drafts(code, &text, &rules, &options)?);
    }
    Ok(())
}

fn options() -> Options {
    let mut options = Options {
        folder: "tests/language".into(),
        half: None,
        shows_wrong: false,
        shows_rules: false,
        language: None,
        is_kind_given: false,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--half" => options.half = words.next().map(|half| usize::from(half == "odd")),
            "--kind-given" => options.is_kind_given = true,
            "--wrong" => options.shows_wrong = true,
            "--by-rule" => options.shows_rules = true,
            "--language" => options.language = words.next(),
            _ => options.folder = word.into(),
        }
    }
    options
}

/// The entries of the half that is asked for.
fn entries(text: &str, options: &Options) -> Result<Vec<serde_json::Value>, Box<dyn Error>> {
    let mut entries = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let entry: serde_json::Value = serde_json::from_str(line)?;
        let id = entry["id"].as_str().unwrap_or_default();
        let digits: String = id.chars().filter(char::is_ascii_digit).collect();
        let number: usize = digits.parse()?;
        if options.half.is_none_or(|half| number % 2 == half) {
            entries.push(entry);
        }
    }
    Ok(entries)
}

fn labels(entry: &serde_json::Value, key: &str) -> Vec<String> {
    let labels = entry[key].as_array().into_iter().flatten();
    labels.filter_map(|label| label.as_str().map(str::to_owned)).collect()
}

fn messages(
    code: &str,
    text: &str,
    signals: &Signals,
    options: &Options,
) -> Result<String, Box<dyn Error>> {
    let mut any = Tally::default();
    let mut by_flag: BTreeMap<String, Tally> = BTreeMap::new();
    let (mut harmless, mut lines) = (0, Vec::new());
    let mut rules = ByRule::default();
    for entry in entries(text, options)? {
        let body = entry["text"].as_str().unwrap_or_default();
        let labelled = labels(&entry, "flags");
        let found = signals.in_text(body);
        let flags: Vec<&str> = found.suggested().map(|verdict| verdict.id.as_str()).collect();
        any.add(!labelled.is_empty(), !flags.is_empty());
        harmless += usize::from(labelled.is_empty());
        for flag in labelled.iter().map(String::as_str).chain(flags.iter().copied()) {
            by_flag.entry(flag.to_owned()).or_default();
        }
        for (flag, tally) in &mut by_flag {
            tally.add(labelled.contains(flag), flags.contains(&flag.as_str()));
        }
        rules.note(&found, &labelled);
        if labelled.is_empty() != flags.is_empty() {
            let rules: Vec<String> = found
                .verdicts
                .iter()
                .flat_map(|verdict| &verdict.signals)
                .map(|signal| format!("{}={:?}", signal.rule.id, signal.span.of(body)))
                .collect();
            let what = if flags.is_empty() { "missed" } else { "wrong" };
            let body = body.replace('\n', " / ");
            lines.push(format!(
                "{what} {} {labelled:?} {}\n    {body}",
                entry["id"],
                rules.join(" ")
            ));
        }
    }
    let mut out = format!(
        "{code} messages: harmless flagged {}/{harmless} ({:.1} %), any flag: precision {:.2}, recall {:.2}\n",
        any.wrong,
        100.0 * share(any.wrong, harmless),
        any.precision(),
        any.recall()
    );
    for (flag, tally) in by_flag {
        out.push_str(&format!(
            "  {flag:26} right {:3} missed {:3} wrong {:3}\n",
            tally.right, tally.missed, tally.wrong
        ));
    }
    if options.shows_rules {
        out.push_str(&rules.table());
    }
    if options.shows_wrong {
        out.push_str(&lines.join("\n"));
    }
    Ok(out)
}

/// For each rule in how many messages it spoke: where its own flag is labelled, where another one
/// is, and in harmless ones.
#[derive(Debug, Default)]
struct ByRule(BTreeMap<String, [usize; 3]>);

impl ByRule {
    fn note(&mut self, found: &Found, labelled: &[String]) {
        for verdict in &found.verdicts {
            let kind = match (labelled.contains(&verdict.id), labelled.is_empty()) {
                (true, _) => 0,
                (false, false) => 1,
                (false, true) => 2,
            };
            let spoke: BTreeSet<&String> =
                verdict.signals.iter().map(|signal| &signal.rule.id).collect();
            for rule in spoke {
                self.0.entry(rule.clone()).or_default()[kind] += 1;
            }
        }
    }

    fn table(&self) -> String {
        let line = |(rule, [right, other, harmless]): (&String, &[usize; 3])| {
            format!("  {rule:40} right {right:3} other flag {other:3} harmless {harmless:3}\n")
        };
        self.0.iter().map(line).collect()
    }
}

fn drafts(
    code: &str,
    text: &str,
    rules: &[DraftRules],
    options: &Options,
) -> Result<String, Box<dyn Error>> {
    let mut all = Tally::default();
    let mut by_finding: BTreeMap<String, Tally> = BTreeMap::new();
    let (mut good, mut good_flagged, mut guessed, mut excluded, mut count) = (0, 0, 0, 0, 0);
    let mut lines = Vec::new();
    let mut given: BTreeMap<(String, bool), DraftCheck> = BTreeMap::new();
    let guessing = [false, true].map(|is_direct| DraftCheck::guessing(rules, is_direct));
    for entry in entries(text, options)? {
        let body = entry["text"].as_str().unwrap_or_default();
        let labelled = labels(&entry, "findings");
        let word = entry["kind"].as_str().unwrap_or_default();
        let kinds = DraftKind::ALL.into_iter().chain([DraftKind::Other]);
        let kind = kinds.into_iter().find(|kind| kind.as_str() == word);
        count += 1;
        let kind = kind.ok_or("an unknown kind of letter")?;
        let is_direct = entry["tone"] == "direct";
        let checked = match options.is_kind_given {
            true => given
                .entry((word.to_owned(), is_direct))
                .or_insert_with(|| DraftCheck::new(rules, kind, is_direct))
                .of(body, None),
            false => guessing[usize::from(is_direct)].of(body, None),
        };
        let kinds = &checked.kinds;
        guessed += usize::from(*kinds == [kind]);
        excluded += usize::from(!kinds.contains(&kind) && *kinds != [DraftKind::Other]);
        if *kinds != [kind] {
            lines.push(format!("kind {} is {kind:?}, guessed {kinds:?}", entry["id"]));
        }
        let found: Vec<&str> = checked.findings.iter().map(|found| found.id.as_str()).collect();
        good += usize::from(labelled.is_empty());
        good_flagged += usize::from(labelled.is_empty() && !found.is_empty());
        for id in labelled.iter().map(String::as_str).chain(found.iter().copied()) {
            by_finding.entry(id.to_owned()).or_default();
        }
        for (id, tally) in &mut by_finding {
            tally.add(labelled.contains(id), found.contains(&id.as_str()));
            all.add(labelled.contains(id), found.contains(&id.as_str()));
        }
        for finding in &checked.findings {
            if !labelled.contains(&finding.id) {
                let phrase = finding.span.of(body);
                lines.push(format!("wrong {} {} {phrase:?}", entry["id"], finding.id));
            }
        }
        let missed = labelled.iter().filter(|id| !found.contains(&id.as_str()));
        lines.extend(missed.map(|id| format!("missed {} {id}", entry["id"])));
    }
    let (precision, recall) = (all.precision(), all.recall());
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    let mut out = format!(
        "{code} drafts: good flagged {good_flagged}/{good} ({:.1} %), precision {precision:.2}, recall {recall:.2}, micro-F1 {f1:.2}, kind guessed {guessed}/{count}, wrongly {excluded}\n",
        100.0 * share(good_flagged, good)
    );
    for (id, tally) in by_finding {
        out.push_str(&format!(
            "  {id:26} right {:3} missed {:3} wrong {:3}\n",
            tally.right, tally.missed, tally.wrong
        ));
    }
    if options.shows_wrong {
        out.push_str(&lines.join("\n"));
    }
    Ok(out)
}
