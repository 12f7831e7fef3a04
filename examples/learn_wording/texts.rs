//! Labelled texts: whole ones, and sentences of letters.

use std::collections::BTreeSet;

use casefile::model::Language;
use casefile::signal::{cues, cues_in_letter};

/// What the sentences of a letter may do, as `tests/language/README.md` says it.
pub(crate) const ROLES: [&str; 19] = [
    "ask",
    "blame",
    "complaint",
    "contrast",
    "dated",
    "door",
    "insult",
    "last-day",
    "limit",
    "no",
    "open-items",
    "promise",
    "reason",
    "silence",
    "step",
    "substitute",
    "thanks",
    "threat",
    "verdict",
];

/// The ids of sentences that stand in no letter begin with this.
const BANK: &str = "bank";

/// A line of `roles.*.tsv`: the id of the letter, the sentence, and what it does.
pub(crate) fn sentence_of(line: &str) -> Option<(&str, &str, BTreeSet<String>)> {
    let mut columns = line.splitn(3, '\t');
    let (id, roles, sentence) = (columns.next()?, columns.next()?, columns.next()?);
    let roles = roles.split(',').filter(|role| *role != "-").map(str::to_owned).collect();
    Some((id, sentence, roles))
}

/// The sentences of `roles.*.tsv`, but for those of some ids. Those of a letter stand one after
/// the other and have their place in it; those of a bank stand alone. `None` where a line is none.
pub(crate) fn labelled_sentences(
    lines: &str,
    language: Language,
    is_left_out: impl Fn(&str) -> bool,
) -> Option<Vec<Text>> {
    let lines: Vec<_> = lines.lines().map(sentence_of).collect::<Option<_>>()?;
    let mut texts = Vec::new();
    for letter in lines.chunk_by(|one, next| one.0 == next.0) {
        if is_left_out(letter.first()?.0) {
            continue;
        }
        let sentences: Vec<&str> = letter.iter().map(|(_, sentence, _)| *sentence).collect();
        let found = match letter {
            [(id, sentence, _)] if id.starts_with(BANK) => vec![cues(sentence, language)],
            _ => cues_in_letter(&sentences, language),
        };
        texts.extend(
            found
                .into_iter()
                .zip(letter)
                .map(|(cues, (_, _, labels))| Text { cues, labels: labels.clone() }),
        );
    }
    Some(texts)
}

/// A text to learn from.
#[derive(Clone)]
pub(crate) struct Text {
    /// Its cues.
    pub(crate) cues: BTreeSet<String>,
    /// Its labels.
    pub(crate) labels: BTreeSet<String>,
}
