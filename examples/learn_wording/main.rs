//! Learns `templates/wording/` from `tests/language/`.
//!
//! `cargo run --release --example learn_wording` writes the tables about messages, about the
//! kinds of letters and about what their sentences do. `-- --held-out` writes nothing and says what
//! rules and words together find in each set of messages by a table learnt from all the others.
//! `-- --without a,c` leaves the texts of these sets out, so that they can be scored as texts that
//! the tables had not seen; the tables of the repository are learnt without it. A set is what
//! stands before the language in the ids: `a` in `a-fr-001`.

mod learn;
mod texts;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use casefile::model::Language;
use casefile::signal::{DraftKind, Signals, cues};
use casefile::vault::built_in_rules;
use learn::{Counting, table};
use serde_json::Value;
use texts::{ROLES, Text, labelled_sentences};

/// What stands above a table.
const HEAD: &str = "\
# What words weigh, in hundredths of log-odds: learnt from tests/language/ by
# `cargo run --release --example learn_wording`; not written by hand.
reason-en\tits words weigh towards this flag: {words}
reason-fr\tses mots pèsent vers ce signal\u{202f}: {words}
";

/// A labelled text.
struct Labelled {
    set: String,
    body: String,
    learnt: Text,
}

/// What `--without` leaves out, and where the texts are.
struct Options {
    is_held_out: bool,
    without: BTreeSet<String>,
    folder: PathBuf,
}

fn options(root: &Path) -> Options {
    let folder = root.join("tests/language");
    let mut options = Options { is_held_out: false, without: BTreeSet::new(), folder };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--held-out" => options.is_held_out = true,
            "--without" => {
                let sets = words.next().unwrap_or_default();
                options.without = sets.split(',').map(str::to_owned).collect();
            }
            _ => options.folder = word.into(),
        }
    }
    options
}

impl Options {
    /// The texts of a file by their ids, each with the labels that `labels` finds.
    fn texts(
        &self,
        language: Language,
        name: &str,
        labels: impl Fn(&Value) -> BTreeSet<String>,
    ) -> Result<Vec<Labelled>, Box<dyn Error>> {
        let path = self.folder.join(format!("{name}.{}.jsonl", language.code()));
        let mut texts = Vec::new();
        for line in fs::read_to_string(path)?.lines() {
            let entry: Value = serde_json::from_str(line)?;
            let body = entry["text"].as_str().ok_or("no text")?.to_owned();
            let set = set_of(entry["id"].as_str().ok_or("no id")?);
            let learnt = Text { cues: cues(&body, language), labels: labels(&entry) };
            texts.push(Labelled { set, body, learnt });
        }
        texts.retain(|text| !self.without.contains(&text.set));
        Ok(texts)
    }

    /// The sentences of letters, each with what it does.
    fn sentences(&self, language: Language) -> Result<Vec<Text>, Box<dyn Error>> {
        let path = self.folder.join(format!("roles.{}.tsv", language.code()));
        let lines = fs::read_to_string(path)?;
        let is_left_out = |id: &str| self.without.contains(&set_of(id));
        Ok(labelled_sentences(&lines, language, is_left_out)
            .ok_or("a line without three columns")?)
    }
}

fn set_of(id: &str) -> String {
    id.split('-').next().unwrap_or_default().to_owned()
}

fn flags(entry: &Value) -> BTreeSet<String> {
    let flags = entry["flags"].as_array().into_iter().flatten();
    flags.filter_map(|flag| flag.as_str().map(str::to_owned)).collect()
}

fn kind(entry: &Value) -> BTreeSet<String> {
    entry["kind"].as_str().map(str::to_owned).into_iter().collect()
}

#[expect(clippy::print_stdout, reason = "a program of its own, whose answer this is")]
fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let options = options(root);
    for language in [Language::En, Language::Fr] {
        let messages = options.texts(language, "messages", flags)?;
        let labels: BTreeSet<String> =
            messages.iter().flat_map(|text| text.learnt.labels.clone()).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        if options.is_held_out {
            held_out(language, &messages, &labels);
            continue;
        }
        let letters = options.texts(language, "drafts", kind)?;
        let kinds: Vec<&str> = DraftKind::ALL.into_iter().map(DraftKind::as_str).collect();
        let sentences = options.sentences(language)?;
        let learnt = |texts: Vec<Labelled>| texts.into_iter().map(|text| text.learnt).collect();
        for (name, texts, labels, counting) in [
            ("", learnt(messages), labels, Counting::MESSAGES),
            ("letters.", learnt(letters), kinds, Counting::LETTERS),
            ("roles.", sentences, ROLES.to_vec(), Counting::SENTENCES),
        ] {
            let name = format!("templates/wording/{name}{}.tsv", language.code());
            fs::write(root.join(&name), table(&texts, &labels, counting, HEAD))?;
            println!("{name}: {} texts", texts.len());
        }
    }
    Ok(())
}

/// Prints what is found in each set by a table learnt from the others.
#[expect(clippy::print_stdout, reason = "a program of its own, whose answer this is")]
fn held_out(language: Language, messages: &[Labelled], labels: &[&str]) {
    let sets: BTreeSet<&str> = messages.iter().map(|message| message.set.as_str()).collect();
    for set in sets {
        let (held, others): (Vec<_>, Vec<_>) = messages.iter().partition(|one| one.set == set);
        let texts: Vec<Text> = others.iter().map(|message| message.learnt.clone()).collect();
        let signals = Signals::new(built_in_rules())
            .with_table(language, &table(&texts, labels, Counting::MESSAGES, HEAD));
        let (mut right, mut wrong, mut bad) = (0, 0, 0);
        for message in &held {
            let found = signals.in_text(&message.body);
            let is_bad = !message.learnt.labels.is_empty();
            let is_flagged = found.suggested().next().is_some();
            bad += usize::from(is_bad);
            right += usize::from(is_bad && is_flagged);
            wrong += usize::from(!is_bad && is_flagged);
        }
        println!(
            "{} {set}: harmless flagged {wrong}/{}, others found {right}/{bad}",
            language.code(),
            held.len() - bad
        );
    }
}
