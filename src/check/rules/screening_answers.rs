//! `unknown-question` and `unknown-answer`: a client note or a lesson names a question before a yes
//! that is not asked, or a client note answers one with a word that it does not have.

use crate::check::{Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::model::{Client, LessonTarget, Question, REFER_TO};
use crate::note::{Fault, Kind, Note, Recorded, nearest};
use crate::phrase::Phrase;

pub(super) const QUESTION: Rule = Rule {
    code: "unknown-question",
    level: Level::Error,
    why: "An answer counts by its question. Under a name that no question has, it answers nothing, \
          and a lesson that changes such a question changes nothing.",
    finds: Finds::InNote(find_question),
};

pub(super) const ANSWER: Rule = Rule {
    code: "unknown-answer",
    level: Level::Error,
    why: "A question that takes one of a few words cannot weigh another one: it counts as \
          unanswered.",
    finds: Finds::InNote(find_answer),
};

fn find_question(
    note: &Note<'_>,
    _: &Recorded,
    _: &Client,
    surroundings: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    let Some(root) = note.root() else { return };
    let mut named: Vec<(&str, Span)> = Vec::new();
    if note.kind == Some(Kind::Client) {
        let entries = root.get("screening").into_iter().flat_map(|map| map.entries());
        let keys = entries.filter_map(|(key, _)| Some((key.text()?, key.span())));
        named.extend(keys.filter(|(key, _)| *key != REFER_TO));
    }
    if note.kind == Some(Kind::Postmortem) {
        let lessons = root.get("lessons").into_iter().flat_map(|list| list.items());
        named.extend(lessons.filter_map(|lesson| {
            let changes = lesson.get("changes")?;
            match LessonTarget::of(changes.text()?) {
                LessonTarget::Question(id) => Some((id, changes.span())),
                LessonTarget::Flag(_) | LessonTarget::Other(_) => None,
            }
        }));
    }
    let known = || surroundings.questions.questions.iter().map(|question| question.id.as_str());
    for (id, span) in named.into_iter().filter(|(id, _)| surroundings.questions.get(id).is_none()) {
        let hint = match nearest(id, known()) {
            Some(near) => Phrase::new("unknown-question-nearest").with("question", near),
            None => Phrase::new("unknown-question-hint")
                .with("questions", known().collect::<Vec<_>>().join("`, `")),
        };
        let message = Phrase::new("unknown-question").with("question", id);
        faults.push(Fault::new("unknown-question", span).saying(message).hinting(hint));
    }
}

fn find_answer(
    note: &Note<'_>,
    _: &Recorded,
    _: &Client,
    surroundings: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    if note.kind != Some(Kind::Client) {
        return;
    }
    let answers = note.root().and_then(|root| root.get("screening"));
    for (key, value) in answers.into_iter().flat_map(|map| map.entries()) {
        let question = key.text().and_then(|id| surroundings.questions.get(id));
        let (Some(question), Some(answer)) = (question, value.text()) else { continue };
        if value.is_null() || question.takes(answer) {
            continue;
        }
        let message = Phrase::new("unknown-answer")
            .with("question", question.id.as_str())
            .with("answer", answer);
        let fault = Fault::new("unknown-answer", value.span()).saying(message);
        faults.push(fault.hinting(hint(question, answer)));
    }
}

fn hint(question: &Question, answer: &str) -> Phrase {
    let words = || question.answers.iter().map(|known| known.word.as_str());
    match nearest(answer, words()) {
        Some(near) => Phrase::new("unknown-answer-nearest").with("word", near),
        None => Phrase::new("unknown-answer-hint")
            .with("words", words().collect::<Vec<_>>().join("`, `")),
    }
}
