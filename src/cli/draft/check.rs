//! A letter looked at before it goes.

use clap::ValueEnum;

use super::super::Outcome;
use super::super::output::TextOrJson;
use super::super::reading::texts;
use super::super::session::Session;
use super::{Args, Kind, Tone};
use crate::exit;
use crate::failure::{Failure, FailureKind};
use crate::finding::Span;
use crate::letter::{letter_in, mark_spans};
use crate::model::Language;
use crate::note::{Note, split};
use crate::phrase::Phrase;
use crate::render;
use crate::report::DraftView;
use crate::signal::{DraftCheck, DraftKind};
use crate::vault::built_in_draft_rules;

pub(super) fn run(args: &Args, path: &str, session: &mut Session) -> Result<Outcome, Failure> {
    let rules = match session.vault() {
        Ok(vault) => vault.draft_rules(),
        Err(failure) if failure.kind == FailureKind::NotFound => built_in_draft_rules(),
        Err(failure) => return Err(failure),
    };
    let mut drafts = texts(path, session)?;
    let (path, text) = match (drafts.pop(), drafts.is_empty()) {
        (Some(draft), true) => draft,
        _ => {
            let message = Phrase::new("one-draft").with("path", path);
            return Err(
                Failure::new(FailureKind::Usage, message).hint(Phrase::new("one-draft-hint"))
            );
        }
    };
    let said = Said::of(&path, &text);
    let blank = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
    let start = said.letter.start;
    let letter: String = text[..start].bytes().map(blank).chain(text[start..].chars()).collect();
    if letter.trim().is_empty() {
        return Err(Failure::new(
            FailureKind::Usage,
            Phrase::new("draft-no-text").with("path", path),
        )
        .hint(Phrase::new("draft-no-text-hint")));
    }
    let kind = args.kind.map(DraftKind::from).or(said.kind);
    let language = args.language.or(said.language);
    let checked_for = |tone: Tone| {
        let is_direct = tone == Tone::Direct;
        let check = match kind {
            Some(kind) => DraftCheck::new(&rules, kind, is_direct),
            None => DraftCheck::guessing(&rules, is_direct),
        };
        check.of(&letter, language)
    };
    let asked = args.tone.or(said.tone);
    let mut tone = asked.unwrap_or_default();
    let mut checked = checked_for(tone);
    if asked.is_none() && checked.kind() == Some(DraftKind::Final) {
        // A last message is meant to be the last one, whoever says so or not.
        tone = Tone::Direct;
        checked = checked_for(tone);
    }
    if kind.is_none() {
        session.ui.remark(&match checked.kind() {
            Some(kind) => Phrase::new("draft-kind-guessed").with("kind", kind.as_str()),
            None => Phrase::new("draft-kind-unsure"),
        });
    }
    let tone = exit::Tone::from(tone).as_str();
    if asked.is_none() {
        session.ui.remark(&Phrase::new("draft-tone-assumed").with("tone", tone));
    }
    let locale = session.ui.locale();
    let guessed = kind.is_none();
    let mut view = DraftView::of(&letter, &checked, &rules, guessed, tone, locale.language());
    let say = |words| locale.say(&Phrase::new(words));
    view.add_marks(&letter, &mark_spans(&letter), &say("mark-left"), &say("mark-left-hint"));
    let text = match args.output.format(args.format)? {
        TextOrJson::Text => render::draft_text(&view, locale, session.text_style()),
        TextOrJson::Json => render::json(&view)?,
    };
    args.output.write(session, &text)?;
    for (finding, reason) in &checked.accepted {
        session.ui.remark(
            &Phrase::new("draft-accepted")
                .with("code", finding.id.as_str())
                .with("reason", reason.as_str()),
        );
    }
    for comment in &checked.misspelt {
        session.ui.remark(&Phrase::new("draft-misspelt").with("comment", comment.as_str()));
    }
    Ok(if args.strict && !view.findings.is_empty() { Outcome::Found } else { Outcome::Done })
}

/// What a draft says of itself.
struct Said {
    /// The bytes of the letter: the head of a note and points for a talk are no part of it.
    letter: Span,
    kind: Option<DraftKind>,
    tone: Option<Tone>,
    language: Option<Language>,
}

impl Said {
    fn of(path: &str, text: &str) -> Self {
        let letter = Span::new(0, text.len());
        let mut said = Self { letter, kind: None, tone: None, language: None };
        if path != "-" && !path.ends_with(".md") {
            return said;
        }
        let body = split(text, &mut Vec::new()).body;
        let letter = letter_in(body.of(text));
        said.letter = Span::new(body.start + letter.start, body.end);
        let note = Note::parse(path, text, &mut Vec::new());
        let word = |key: &str| note.root()?.get(key)?.text().map(str::to_owned);
        said.kind = word("kind").and_then(|word| Kind::from_str(&word, true).ok()).map(Into::into);
        said.tone = word("tone").and_then(|word| Tone::from_str(&word, true).ok());
        said.language = word("language").and_then(|word| Language::from_code(&word));
        said
    }
}
