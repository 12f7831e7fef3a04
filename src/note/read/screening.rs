//! The questions before a yes.

use std::collections::BTreeSet;

use super::Note;
use crate::finding::Span;
use crate::model::{KnownAnswer, Names, Question, QuestionSet, Weighs};
use crate::note::{Fault, Fields, Kind, Node};
use crate::phrase::Phrase;

/// Doubts that can be lived with, where the note does not say.
const GO_WITH: u64 = 1;
/// Doubts that are a pattern, where the note does not say.
const DECLINE_FROM: u64 = 4;

/// The questions of a note; `None` where it is about something else, or asks nothing.
pub fn read_question_set(note: &Note<'_>, faults: &mut Vec<Fault>) -> Option<QuestionSet> {
    if note.kind != Some(Kind::Screening) {
        return None;
    }
    let mut fields = Fields::new(note.root()?, faults);
    fields.check_keys(Kind::Screening.keys());
    let go_with = fields.whole("go-with", 0, 1000).unwrap_or(GO_WITH);
    let decline_from = fields.whole("decline-from", 1, 1000).unwrap_or(DECLINE_FROM);
    let (mut questions, mut ids) = (Vec::new(), BTreeSet::new());
    for row in fields.maps("questions") {
        let mut of_row = Vec::new();
        let question = read_question(row, &mut of_row);
        of_row.into_iter().for_each(|fault| fields.report(fault));
        let Some(question) = question else { continue };
        if ids.insert(question.id.clone()) {
            questions.push(question);
        } else {
            let span = row.entry("id").map_or(row.span(), |(_, id)| id.span());
            let message = Phrase::new("question-twice").with("question", question.id.as_str());
            fields.report(Fault::new("faulty-screening", span).saying(message).hinting(
                Phrase::new("question-twice-hint").with("question", question.id.as_str()),
            ));
        }
    }
    if questions.is_empty() {
        fields.report(
            Fault::new("faulty-screening", first_key(note))
                .saying(Phrase::new("faulty-screening"))
                .hinting(Phrase::new("faulty-screening-hint")),
        );
        return None;
    }
    let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    Some(QuestionSet { questions, go_with: count(go_with), decline_from: count(decline_from) })
}

fn first_key(note: &Note<'_>) -> Span {
    let first = note.root().and_then(|root| root.entries().next().map(|(key, _)| key.span()));
    first.unwrap_or_default()
}

fn read_question(row: Node<'_, '_>, faults: &mut Vec<Fault>) -> Option<Question> {
    let mut row = Fields::new(row, faults);
    row.check_keys(&["id", "ask", "send", "free", "answers"]);
    for key in ["id", "ask"] {
        if row.get(key).is_none() {
            row.missing(key);
        }
    }
    let id = row.text("id").map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned);
    let (ask, send) = (read_words("ask", &mut row), read_words("send", &mut row));
    let free = row.truth("free");
    let mut answers = Vec::new();
    for answer in row.maps("answers") {
        let mut of_answer = Vec::new();
        answers.extend(read_answer(answer, &mut of_answer));
        of_answer.into_iter().for_each(|fault| row.report(fault));
    }
    // A question without answers to choose from takes any text.
    let free = free.unwrap_or(answers.is_empty());
    Some(Question { id: id?, ask: ask?, send, free, answers })
}

fn read_answer(row: Node<'_, '_>, faults: &mut Vec<Fault>) -> Option<KnownAnswer> {
    let mut row = Fields::new(row, faults);
    row.check_keys(&["word", "weighs", "because"]);
    for key in ["word", "weighs"] {
        if row.get(key).is_none() {
            row.missing(key);
        }
    }
    let word = row.text("word").map(|word| word.trim().to_owned());
    let weighs = row.word("weighs", &Weighs::ALL, Weighs::as_str);
    let because = read_words("because", &mut row).unwrap_or_default();
    Some(KnownAnswer { word: word?, weighs: weighs?, because })
}

/// Words in one language, or in both: `{en: …, fr: …}`.
fn read_words(key: &'static str, fields: &mut Fields<'_, '_, '_>) -> Option<Names> {
    let node = fields.get(key)?;
    if let Some(words) = node.text() {
        return Some(Names { en: Some(words.to_owned()), fr: None });
    }
    fields.map(key)?;
    let words = |code| node.get(code).and_then(Node::text).map(str::to_owned);
    Some(Names { en: words("en"), fr: words("fr") })
}
