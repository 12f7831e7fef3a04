//! Which letter fits now, and why.

use jiff::civil::Date;

use super::Letter;
use crate::assess::{Assessment, BoundaryState};
use crate::exit::{Owed, Telling, Tone};
use crate::model::{Case, DecisionKind, Stage, Standing};
use crate::phrase::Phrase;

/// Which letter fits now.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// The letter; `None` where none is needed.
    pub letter: Option<Letter>,
    /// Why.
    pub reason: Phrase,
}

impl Advice {
    const fn write(letter: Letter, reason: Phrase) -> Self {
        Self { letter: Some(letter), reason }
    }

    const fn none(reason: Phrase) -> Self {
        Self { letter: None, reason }
    }
}

/// The letter that fits a case as it was known at the moment of the assessment.
pub fn advise(known: &Case, assessment: &Assessment, owed: &Owed, telling: &Telling) -> Advice {
    let is_over = matches!(assessment.stage, Stage::Told | Stage::Closed | Stage::Declined);
    if let Some(breaker) = assessment.deal_breaker.as_ref().filter(|_| !is_over) {
        let (flag, day) = (breaker.flag.as_str(), breaker.day);
        return match &known.client.platform {
            Some(platform) => Advice::write(
                Letter::Platform,
                Phrase::new("advice-platform")
                    .with("flag", flag)
                    .with("date", day)
                    .with("platform", platform.as_str()),
            ),
            None => Advice::write(
                Letter::Final,
                Phrase::new("advice-final").with("flag", flag).with("date", day),
            ),
        };
    }
    match assessment.stage {
        Stage::Prospect if assessment.standing >= Standing::Boundary => Advice::write(
            Letter::Decline,
            Phrase::new("advice-decline")
                .with("standing", crate::locale::word(assessment.standing)),
        ),
        Stage::Prospect | Stage::Engaged | Stage::OnNotice => {
            while_working(known, assessment, owed, telling)
        }
        Stage::Declined => Advice::write(Letter::Decline, Phrase::new("advice-declined")),
        Stage::Leaving => Advice::write(farewell(telling), Phrase::new("advice-leaving")),
        Stage::Told if is_unwritten(known) => {
            Advice::write(Letter::FollowUp, Phrase::new("advice-follow-up"))
        }
        Stage::Told => Advice::write(Letter::Handover, Phrase::new("advice-handover")),
        Stage::Closed => Advice::none(Phrase::new("advice-closed")),
    }
}

/// The letter that ends the work, in the tone that is advised.
const fn farewell(telling: &Telling) -> Letter {
    match telling.tone {
        Tone::Empathetic => Letter::MutualFit,
        Tone::Direct => Letter::Direct,
    }
}

fn while_working(known: &Case, assessment: &Assessment, owed: &Owed, telling: &Telling) -> Advice {
    let crossed = assessment.open_boundaries().find_map(|boundary| match &boundary.state {
        BoundaryState::Breached { on, .. } => Some((boundary, *on)),
        _ => None,
    });
    let standing = assessment.standing;
    if let (Standing::Exit, Some((boundary, on))) = (standing, crossed) {
        return Advice::write(
            farewell(telling),
            Phrase::new("advice-crossed").with("told", boundary.told.day).with("on", on),
        );
    }
    if standing >= Standing::Boundary && assessment.open_boundaries().next().is_none() {
        let standing = crate::locale::word(standing);
        return Advice::write(
            Letter::Boundary,
            Phrase::new("advice-boundary").with("standing", standing),
        );
    }
    if let Some(count) = Some(assessment.to_verify.len()).filter(|count| *count > 0) {
        return Advice::write(
            Letter::Question,
            Phrase::new("advice-question").with("count", count),
        );
    }
    match reminder_due(owed, assessment.as_of.day) {
        Some(invoice) => {
            Advice::write(Letter::Reminder, Phrase::new("advice-reminder").with("invoice", invoice))
        }
        None if known.client.signed.is_none() => Advice::none(Phrase::new("advice-none-prospect")),
        None => Advice::none(Phrase::new("advice-none")),
    }
}

/// The invoice whose next reminder may be sent today.
fn reminder_due(owed: &Owed, today: Date) -> Option<&str> {
    let due = |reminder: &&crate::exit::Reminder| reminder.from.is_some_and(|from| from <= today);
    owed.reminders.iter().find(due).map(|reminder| reminder.invoice.as_str())
}

/// Whether the client was told in a talk, and nothing in writing is on file.
fn is_unwritten(known: &Case) -> bool {
    let announce = known.decisions.iter().rfind(|one| one.kind == DecisionKind::Announce);
    let told = announce.and_then(|announce| announce.told.as_ref());
    told.is_some_and(|told| told.how.is_some_and(|how| how.is_spoken()) && told.evidence.is_none())
}
