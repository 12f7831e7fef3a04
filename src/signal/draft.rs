//! Drafts of letters checked before they go out: rules for one kind of letter and tone, what was
//! accepted with a reason, and which kind a letter is where nobody says.

use super::compile::{Pattern, one_of};
use super::normal::Normal;
use super::rule::RuleSet;
use super::signals::Signals;
use super::vote::language_of;
use super::words::WordBook;
use crate::finding::Span;
use crate::model::{Language, Names};

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// Ends the work.
    Exit,
    /// Tells a limit.
    Boundary,
    /// Turns an enquiry down.
    Decline,
    /// Sums up a talk.
    FollowUp,
    /// Tells the platform.
    Platform,
    /// Hands the work over.
    Handover,
    /// Says that no further answer will come.
    Final,
    /// Anything else: only what holds for every letter is looked for. Never guessed.
    Other,
}

impl DraftKind {
    /// Every one that can be guessed; of two that are as likely the earlier one is.
    pub const ALL: [Self; 7] = [
        Self::Platform,
        Self::Final,
        Self::Handover,
        Self::FollowUp,
        Self::Decline,
        Self::Exit,
        Self::Boundary,
    ];

    /// The word in a note and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exit => "exit",
            Self::Boundary => "boundary",
            Self::Decline => "decline",
            Self::FollowUp => "follow-up",
            Self::Platform => "platform",
            Self::Handover => "handover",
            Self::Final => "final",
            Self::Other => "other",
        }
    }
}

/// A note with rules about drafts.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftRules {
    /// The rules; the id is that of the finding.
    pub set: RuleSet,
    /// What is wrong.
    pub name: Names,
    /// What to write instead.
    pub instead: Names,
}

/// Something that should not go out as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftFinding {
    /// The id of the rules, such as `but-word`.
    pub id: String,
    /// The bytes.
    pub span: Span,
    /// Whether something is missing: the bytes are only where the letter begins.
    pub is_absence: bool,
}

/// What was found in a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckedDraft {
    /// Its language.
    pub language: Option<Language>,
    /// The findings, in the order of the text.
    pub findings: Vec<DraftFinding>,
    /// Findings that the text accepts, each with the reason.
    pub accepted: Vec<(DraftFinding, String)>,
}

/// Checks a draft; what it accepts in comments is told apart.
pub fn check_draft(
    text: &str,
    rules: &[DraftRules],
    kind: DraftKind,
    is_direct: bool,
) -> CheckedDraft {
    DraftCheck::new(rules, kind, is_direct).of(text)
}

/// The rules for one kind of letter in one tone, made ready once for many drafts.
#[derive(Debug)]
pub struct DraftCheck(Signals);

impl DraftCheck {
    /// Makes the rules ready.
    pub fn new(rules: &[DraftRules], kind: DraftKind, is_direct: bool) -> Self {
        let sets = rules.iter().map(|rules| for_letter(&rules.set, kind, is_direct));
        Self(Signals::new(sets.collect()))
    }

    /// Checks a draft; what it accepts in comments is told apart.
    pub fn of(&self, text: &str) -> CheckedDraft {
        let (body, acceptances) = without_comments(text);
        let found = self.0.in_text(&body);
        let mut checked = CheckedDraft { language: found.language, ..CheckedDraft::default() };
        for verdict in found.suggested() {
            let Some(signal) = verdict.signals.first() else { continue };
            let is_absence = signal.rule.looks_for.is_about_the_whole();
            let finding = DraftFinding { id: verdict.id.clone(), span: signal.span, is_absence };
            let accepted = acceptances.iter().find(|accepted| accepted.id == finding.id);
            match accepted {
                Some(accepted) => checked.accepted.push((finding, accepted.reason.clone())),
                None => checked.findings.push(finding),
            }
        }
        checked.findings.sort_by(|a, b| (a.span, &a.id).cmp(&(b.span, &b.id)));
        checked
    }
}

/// The rules of a note that hold for this kind of letter in this tone.
fn for_letter(set: &RuleSet, kind: DraftKind, is_direct: bool) -> RuleSet {
    let mut set = set.clone();
    set.rules.retain(|rule| {
        let letters = &rule.letters;
        (letters.kinds.is_empty() || letters.kinds.iter().any(|word| word == kind.as_str()))
            && (is_direct || !letters.direct_only)
    });
    set
}

struct Acceptance {
    id: String,
    reason: String,
}

/// The text with its comments blanked out, so that every byte keeps its place, and what they
/// accept: `<!-- casefile:accept but-word: it is a quotation -->`. One without a reason is none.
fn without_comments(text: &str) -> (String, Vec<Acceptance>) {
    let mut body = String::with_capacity(text.len());
    let mut accepted = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("<!--") {
        let Some(length) = rest[start..].find("-->") else { break };
        let end = start + length + 3;
        body.push_str(&rest[..start]);
        let comment = &rest[start..end];
        body.extend(comment.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        let inner = comment.trim_start_matches("<!--").trim_end_matches("-->").trim();
        if let Some((id, reason)) =
            inner.strip_prefix("casefile:accept").and_then(|rest| rest.split_once(':'))
            && !reason.trim().is_empty()
        {
            accepted
                .push(Acceptance { id: id.trim().to_owned(), reason: reason.trim().to_owned() });
        }
        rest = &rest[end..];
    }
    body.push_str(rest);
    (body, accepted)
}

/// Which kind a letter most likely is: the one that most of its phrases belong to.
pub fn guess_kind(text: &str) -> DraftKind {
    let language = language_of(&Normal::of(text, None).text).unwrap_or_default();
    let book = WordBook::of(language);
    let normal = Normal::of(text, Some(book.spellings())).text;
    let mut best = (0, DraftKind::Exit);
    for kind in DraftKind::ALL {
        let set = format!("<letter-{}>", kind.as_str());
        let Ok(source) = one_of(&[set], book) else { continue };
        let pattern = Pattern::new(source);
        let (mut count, mut at) = (0, 0);
        while let Some(found) = pattern.find_at(&normal, at).filter(|_| count < 50) {
            count += 1;
            at = found.end.max(at + 1);
        }
        if count > best.0 {
            best = (count, kind);
        }
    }
    best.1
}
