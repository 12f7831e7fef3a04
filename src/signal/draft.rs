//! Drafts of letters checked before they go out: rules for one kind of letter and tone, and what
//! was accepted with a reason.

use super::hear::Circumstances;
use super::letter::{DraftKind, Likely, likely_kinds, plausible};
use super::role::Played;
use super::rule::{Rule, RuleSet};
use super::signals::{Signals, guess};
use super::verdict::Verdict;
use crate::finding::Span;
use crate::model::{Language, Names};

/// From this chance on a finding is told.
const TOLD: f64 = 0.56;
/// Beside one that is told another is told from this chance on: letters with one fault often have a
/// second. Both were set on letters that neither the tables nor the rules had seen.
const BESIDE: f64 = 0.35;

/// A note with rules about drafts.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftRules {
    /// The rules; the id is that of the finding.
    pub set: RuleSet,
    /// What is wrong.
    pub name: Names,
    /// What to write instead.
    pub instead: Names,
    /// A sentence that could stand there.
    pub example: Names,
}

/// Something that should not go out as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftFinding {
    /// The id of the rules, such as `but-word`.
    pub id: String,
    /// The bytes.
    pub span: Span,
    /// Where else it is, in the order of the text.
    pub also: Vec<Span>,
    /// Whether something is missing: the bytes are only where the letter begins.
    pub is_absence: bool,
    /// Where no rule spoke, the words of the sentence that weigh most, the heaviest first.
    pub words: Vec<String>,
}

impl DraftFinding {
    fn missing(id: &str, span: Span) -> Self {
        Self { id: id.to_owned(), span, also: Vec::new(), is_absence: true, words: Vec::new() }
    }
}

/// What was found in a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckedDraft {
    /// Its language.
    pub language: Option<Language>,
    /// The kinds of letter that it was checked as: one where somebody said so or it is plain.
    pub kinds: Vec<DraftKind>,
    /// The findings, in the order of the text.
    pub findings: Vec<DraftFinding>,
    /// Findings that the text accepts, each with the reason.
    pub accepted: Vec<(DraftFinding, String)>,
    /// Comments that are meant to accept a finding and accept none: without a reason, or with a
    /// code that there is not.
    pub misspelt: Vec<String>,
}

impl CheckedDraft {
    /// The kind of letter it was checked as; `None` where several are likely, or none is.
    pub fn kind(&self) -> Option<DraftKind> {
        match self.kinds[..] {
            [kind] if kind != DraftKind::Other => Some(kind),
            _ => None,
        }
    }
}

/// Checks a draft of a known kind; what it accepts in comments is told apart.
pub fn check_draft(
    text: &str,
    rules: &[DraftRules],
    kind: DraftKind,
    is_direct: bool,
) -> CheckedDraft {
    DraftCheck::new(rules, kind, is_direct).of(text, None)
}

/// The rules for letters of one tone, made ready once for many drafts.
#[derive(Debug)]
pub struct DraftCheck {
    signals: Signals,
    /// `None` where it is guessed from each text.
    kind: Option<DraftKind>,
    is_direct: bool,
}

impl DraftCheck {
    /// Makes the rules ready for one kind of letter.
    pub fn new(rules: &[DraftRules], kind: DraftKind, is_direct: bool) -> Self {
        let sets = rules.iter().map(|rules| rules.set.clone()).collect();
        Self { signals: Signals::new(sets), kind: Some(kind), is_direct }
    }

    /// Makes the rules ready for letters whose kind nobody says. What is missing in a letter is
    /// a finding only where it would be missing in every kind that the letter may well be.
    pub fn guessing(rules: &[DraftRules], is_direct: bool) -> Self {
        Self { kind: None, ..Self::new(rules, DraftKind::Other, is_direct) }
    }

    /// Checks a draft; what it accepts in comments is told apart. A language that is not given
    /// is told by the words.
    pub fn of(&self, text: &str, language: Option<Language>) -> CheckedDraft {
        let (body, acceptances) = without_comments(text);
        let is_known = |one: &Acceptance| {
            !one.reason.is_empty() && self.signals.sets().iter().any(|set| set.id == one.id)
        };
        let (acceptances, misspelt): (Vec<_>, Vec<_>) = acceptances.into_iter().partition(is_known);
        let whole = [Span::new(0, body.len())];
        let language = language.or_else(|| guess(&body, &whole));
        let likely = match self.kind {
            Some(kind) => vec![(kind, 1.0)],
            None => likely_kinds(&body, language.unwrap_or_default()),
        };
        let found = self.signals.in_language(language, &body, &whole, Circumstances::default());
        let mut checked = CheckedDraft { language: found.language, ..CheckedDraft::default() };
        checked.kinds = plausible(&likely);
        checked.misspelt = misspelt.into_iter().map(|one| one.comment).collect();
        let played = language.map(|language| Played::of(&body, language));
        let is_heard = |rule: &Rule| self.is_direct || !rule.letters.direct_only;
        // A finding of direct letters alone is one whose rules all are.
        let sets = self.signals.sets().iter();
        let mut weighed: Vec<(f64, DraftFinding)> = Vec::new();
        for set in sets.filter(|set| set.rules.iter().any(|rule| is_heard(rule))) {
            let verdict = found.verdicts.iter().find(|verdict| verdict.id == set.id);
            let mut verdict = verdict.cloned().unwrap_or_else(|| Verdict::empty(set.id.clone()));
            verdict.keep(is_heard);
            weighed.extend(match &played {
                Some(played) if !set.is_own && Played::knows(&set.id) => {
                    by_roles(&body, played, &verdict, &likely)
                }
                _ => by_rules(&verdict, &checked.kinds).map(|finding| (1.0, finding)),
            });
        }
        let is_any_told = weighed.iter().any(|(chance, _)| *chance > TOLD);
        weighed.retain(|(chance, _)| is_any_told && *chance > BESIDE);
        for (_, finding) in weighed {
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

/// A finding by what the sentences do and by its rules together, and how likely it is.
fn by_roles(
    text: &str,
    played: &Played,
    verdict: &Verdict,
    likely: &[Likely],
) -> Option<(f64, DraftFinding)> {
    let id = &verdict.id;
    let spoke_in = |sentence: Span| {
        let here = move |span: Span| sentence.start <= span.start && span.start < sentence.end;
        verdict.signals.iter().filter(move |signal| here(signal.span))
    };
    let rules = |sentence: Span| {
        spoke_in(sentence).map(|signal| signal.rule.confidence).fold(0.0, f64::max)
    };
    if let Some(said) = played.said(id, rules) {
        if said.chance <= BESIDE {
            return None;
        }
        let phrase = |sentence| spoke_in(sentence).map(|signal| signal.span).min();
        let words = match phrase(said.likeliest) {
            Some(_) => Vec::new(),
            None => played.words(id, text, said.likeliest),
        };
        let shown = |sentence| phrase(sentence).unwrap_or(sentence);
        let others = said.sentences.iter().filter(|(_, chance)| *chance > TOLD);
        let others = others.map(|(sentence, _)| *sentence).filter(|one| *one != said.likeliest);
        let finding = DraftFinding {
            id: id.clone(),
            span: shown(said.likeliest),
            also: others.map(shown).collect(),
            is_absence: false,
            words,
        };
        return Some((said.chance, finding));
    }
    let missing = likely.iter().filter_map(|(kind, likely)| {
        let says_so = verdict.signals.iter().any(|signal| signal.rule.letters.hold(*kind));
        Some(likely * played.missing(id, *kind, says_so)?)
    });
    Some((missing.sum(), DraftFinding::missing(id, played.beginning())))
}

/// A finding by its rules alone, in a letter of one of these kinds.
fn by_rules(verdict: &Verdict, kinds: &[DraftKind]) -> Option<DraftFinding> {
    let holds = |kind: &DraftKind| verdict.signals.iter().any(|one| one.rule.letters.hold(*kind));
    let signal = verdict.signals.first()?;
    if !verdict.is_suggested() || !kinds.iter().all(holds) {
        return None;
    }
    let is_absence = signal.rule.looks_for.is_about_the_whole();
    let mut also: Vec<Span> = Vec::new();
    if !is_absence {
        // Rules may know the same words: each place is told once.
        for other in verdict.signals.iter().map(|other| other.span) {
            if also.iter().chain([&signal.span]).all(|one| !one.overlaps(other)) {
                also.push(other);
            }
        }
    }
    Some(DraftFinding {
        id: verdict.id.clone(),
        span: signal.span,
        also,
        is_absence,
        words: Vec::new(),
    })
}

/// A comment that begins with `casefile:accept`, or nearly.
struct Acceptance {
    id: String,
    /// Empty where it gives none.
    reason: String,
    comment: String,
}

/// What a comment accepts; `None` where it is about something else.
fn acceptance(comment: &str) -> Option<Acceptance> {
    let rest = comment.strip_prefix("casefile:")?.trim_start().strip_prefix("accept")?;
    let (id, reason) = rest.split_once(':').unwrap_or((rest, ""));
    let [id, reason] = [id, reason].map(|part| part.trim().to_owned());
    Some(Acceptance { id, reason, comment: comment.to_owned() })
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
        accepted.extend(acceptance(inner));
        rest = &rest[end..];
    }
    body.push_str(rest);
    (body, accepted)
}
