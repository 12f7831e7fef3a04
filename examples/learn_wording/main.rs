//! Learns `templates/wording/` from `tests/language/`.
//!
//! `cargo run --release --example learn_wording` writes the tables about messages and about the
//! kinds of letters; `-- --held-out` writes nothing and says what rules and words together find in
//! each set of messages by a table learnt from all the others. A set is what stands before the
//! language in the ids: `a` in `a-fr-001`.

mod learn;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

use casefile::model::Language;
use casefile::signal::{DraftKind, Signals, cues};
use casefile::vault::built_in_rules;
use learn::{Text, table};

/// What stands above a table.
const HEAD: &str = "\
# What words weigh, in hundredths of log-odds: learnt from tests/language/ by
# `cargo run --release --example learn_wording`; not written by hand.
reason-en\tits words weigh towards this flag: {words}
reason-fr\tses mots pèsent vers ce signal\u{202f}: {words}
";

struct Message {
    set: String,
    body: String,
    learnt: Text,
}

fn messages(language: Language, folder: &Path) -> Result<Vec<Message>, Box<dyn Error>> {
    let path = folder.join(format!("messages.{}.jsonl", language.code()));
    let mut messages = Vec::new();
    for line in fs::read_to_string(path)?.lines() {
        let entry: serde_json::Value = serde_json::from_str(line)?;
        let body = entry["text"].as_str().ok_or("no text")?.to_owned();
        let labels = entry["flags"].as_array().ok_or("no flags")?;
        let labels = labels.iter().filter_map(|label| label.as_str().map(str::to_owned));
        let id = entry["id"].as_str().ok_or("no id")?;
        let set = id.split('-').next().unwrap_or_default().to_owned();
        let learnt = Text { cues: cues(&body, language), labels: labels.collect() };
        messages.push(Message { set, body, learnt });
    }
    Ok(messages)
}

fn labels(messages: &[Message]) -> Vec<&str> {
    let labels: BTreeSet<&str> =
        messages.iter().flat_map(|message| &message.learnt.labels).map(String::as_str).collect();
    labels.into_iter().collect()
}

#[expect(clippy::print_stdout, reason = "a program of its own, whose answer this is")]
fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut words = std::env::args().skip(1);
    let is_held_out = words.next().as_deref() == Some("--held-out");
    let folder = words.next().map_or_else(|| root.join("tests/language"), Into::into);
    for language in [Language::En, Language::Fr] {
        let messages = messages(language, &folder)?;
        let labels = labels(&messages);
        if is_held_out {
            held_out(language, &messages, &labels);
            continue;
        }
        let texts: Vec<&Text> = messages.iter().map(|message| &message.learnt).collect();
        let name = format!("templates/wording/{}.tsv", language.code());
        fs::write(root.join(&name), table(&texts, &labels, HEAD))?;
        println!("{name}: {} messages", texts.len());
        let drafts = drafts(language, &folder)?;
        let kinds: Vec<&str> = DraftKind::ALL.into_iter().map(DraftKind::as_str).collect();
        let name = format!("templates/wording/letters.{}.tsv", language.code());
        fs::write(root.join(&name), table(&drafts.iter().collect::<Vec<_>>(), &kinds, HEAD))?;
        println!("{name}: {} letters", drafts.len());
    }
    Ok(())
}

/// The drafts, each labelled with its kind alone.
fn drafts(language: Language, folder: &Path) -> Result<Vec<Text>, Box<dyn Error>> {
    let path = folder.join(format!("drafts.{}.jsonl", language.code()));
    let mut drafts = Vec::new();
    for line in fs::read_to_string(path)?.lines() {
        let entry: serde_json::Value = serde_json::from_str(line)?;
        let kind = entry["kind"].as_str().ok_or("no kind")?.to_owned();
        let body = entry["text"].as_str().ok_or("no text")?;
        drafts.push(Text { cues: cues(body, language), labels: BTreeSet::from([kind]) });
    }
    Ok(drafts)
}

/// Prints what is found in each set by a table learnt from the others.
#[expect(clippy::print_stdout, reason = "a program of its own, whose answer this is")]
fn held_out(language: Language, messages: &[Message], labels: &[&str]) {
    let sets: BTreeSet<&str> = messages.iter().map(|message| message.set.as_str()).collect();
    for set in sets {
        let (held, others): (Vec<_>, Vec<_>) = messages.iter().partition(|one| one.set == set);
        let texts: Vec<&Text> = others.iter().map(|message| &message.learnt).collect();
        let signals =
            Signals::new(built_in_rules()).with_table(language, &table(&texts, labels, HEAD));
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
