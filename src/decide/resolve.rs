//! Whether a decision may be taken, completed with what the case says.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::close::check_open;
use super::{Refusal, Request};
use crate::assess::{Assessment, check_transition};
use crate::exit::OpenItem;
use crate::model::{
    Case, DecideSettings, DecisionKind, Digest, FlagId, IncidentId, Period, Standing,
};
use crate::phrase::Phrase;

/// A decision that may be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// What was asked for, the review date filled in.
    pub request: Request,
    /// The incidents it rests on: noted ones in the order of the case, then those that facts
    /// made.
    pub because: Vec<RestsOn>,
    /// The standing it was taken at.
    pub standing: Standing,
    /// The score it was taken at.
    pub score: f64,
    /// Whether a cooling-off period was waived by a confirmed deal-breaker.
    pub cooling_off_waived: bool,
    /// What was open and stays so, where a case is closed.
    pub left_open: Vec<String>,
    /// The digests of the heads of this client's chain, sorted.
    pub prev: Vec<Digest>,
    /// The digest of the newest time stamp of an authority that the user trusts; whoever has
    /// the vault at hand fills it in.
    pub anchor: Option<Digest>,
}

/// An incident that a decision rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestsOn {
    /// The incident.
    pub incident: IncidentId,
    /// The note that tells it, below the vault; its digest is cited.
    pub note: String,
    /// Whether a fact made it: the note is about something else then.
    pub derived: bool,
}

/// Completes a request, or says why the decision cannot be taken; `open` is what is open when a
/// case is closed.
///
/// # Errors
/// A [`Refusal`]: the stage does not allow it, something is missing, a reason for one, a cited
/// incident is not on file, the cooling-off period has not ended, or something is open.
pub fn resolve(
    mut request: Request,
    case: &Case,
    assessment: &Assessment,
    settings: &DecideSettings,
    open: &[OpenItem],
    now: Timestamp,
) -> Result<Resolved, Refusal> {
    check_transition(assessment.stage, request.kind).map_err(Refusal::new)?;
    let mut left_open = Vec::new();
    match request.kind {
        DecisionKind::Boundary => complete_boundary(&mut request, settings)?,
        DecisionKind::Announce => {
            need(request.told.is_some(), "--told", "decision-needs-told")?;
        }
        DecisionKind::Amend => check_amendment(&request, case)?,
        DecisionKind::Close => left_open = check_open(&request.leave_open, open)?,
        _ => {}
    }
    if request.statement.is_none() && request.reason.trim().is_empty() {
        return Err(Refusal::new(Phrase::new("decision-needs-reason"))
            .hint(Phrase::new("decision-needs-reason-hint")));
    }
    let cooling_off_waived = check_cooling_off(request.kind, assessment, now)?;
    let because = match &request.because {
        Some(ids) => cited(ids, on_file(case, assessment))?,
        None => counting(&request, case, assessment),
    };
    Ok(Resolved {
        because,
        standing: assessment.standing,
        score: assessment.score,
        cooling_off_waived,
        left_open,
        prev: heads(case),
        anchor: None,
        request,
    })
}

fn need(there: bool, flag: &'static str, message: &'static str) -> Result<(), Refusal> {
    if there {
        return Ok(());
    }
    let message = Phrase::new(match message {
        "decision-needs-told" => "decision-needs-told",
        "decision-needs-statement" => "decision-needs-statement",
        "decision-needs-covers" => "decision-needs-covers",
        "decision-needs-consequence" => "decision-needs-consequence",
        _ => "decision-needs-supersedes",
    });
    Err(Refusal::new(message).hint(Phrase::new("missing-flag-hint").with("flag", flag)))
}

/// A boundary carries its limit, what breaches it, how it was told, and what follows (R9).
fn complete_boundary(request: &mut Request, settings: &DecideSettings) -> Result<(), Refusal> {
    need(request.statement.is_some(), "--statement", "decision-needs-statement")?;
    need(!request.covers.is_empty(), "--covers", "decision-needs-covers")?;
    need(request.consequence.is_some(), "--consequence", "decision-needs-consequence")?;
    need(request.told.is_some(), "--told", "decision-needs-told")?;
    let Some(told) = &request.told else { return Ok(()) };
    let review_by: Date =
        request.review_by.unwrap_or_else(|| Period::Days(settings.review_days).after(told.on));
    if review_by <= told.on {
        return Err(Refusal::new(
            Phrase::new("review-before-told").with("review", review_by).with("told", told.on),
        )
        .hint(Phrase::new("review-before-told-hint")));
    }
    request.review_by = Some(review_by);
    Ok(())
}

fn check_amendment(request: &Request, case: &Case) -> Result<(), Refusal> {
    need(request.supersedes.is_some(), "--supersedes", "decision-needs-supersedes")?;
    let known = |id: &str| case.decisions.iter().any(|decision| decision.id.as_str() == id);
    match &request.supersedes {
        Some(id) if !known(id.as_str()) => {
            let ids: Vec<&str> =
                case.decisions.iter().map(|decision| decision.id.as_str()).collect();
            let refusal =
                Refusal::new(Phrase::new("unknown-decision-name").with("name", id.as_str()));
            Err(refusal.hint(if ids.is_empty() {
                Phrase::new("unknown-decision-none-yet")
            } else {
                Phrase::new("unknown-decision-known").with("names", ids.join(", "))
            }))
        }
        _ => Ok(()),
    }
}

/// Never in anger (R13): whether the cooling-off period was waived, or the time left.
fn check_cooling_off(
    kind: DecisionKind,
    assessment: &Assessment,
    now: Timestamp,
) -> Result<bool, Refusal> {
    let Some(cooling_off) = assessment.cooling_off.as_ref() else { return Ok(false) };
    if kind != DecisionKind::Announce {
        return Ok(false);
    }
    if let Some(left) = cooling_off.left(now) {
        // Rounded up: until the last second there is something left.
        let minutes = (left.as_secs() + 59) / 60;
        let (hours, minutes) = (minutes / 60, minutes % 60);
        return Err(Refusal::new(
            Phrase::new("cooling-off-refused").with("hours", hours).with("minutes", minutes),
        )
        .hint(Phrase::new("cooling-off-refused-hint")));
    }
    Ok(cooling_off.waived_by.is_some() && now < cooling_off.until)
}

/// Every incident on file, noted or made by a fact.
fn on_file(case: &Case, assessment: &Assessment) -> Vec<RestsOn> {
    let noted = case.incidents.iter().map(|incident| RestsOn {
        incident: incident.id.clone(),
        note: incident.note.clone(),
        derived: false,
    });
    let derived = assessment.derived.iter().map(|derived| RestsOn {
        incident: derived.id.clone(),
        note: derived.source.clone(),
        derived: true,
    });
    noted.chain(derived).collect()
}

fn cited(ids: &[IncidentId], on_file: Vec<RestsOn>) -> Result<Vec<RestsOn>, Refusal> {
    let known = || on_file.iter().map(|rests_on| rests_on.incident.as_str());
    for id in ids {
        if known().any(|known| known == id.as_str()) {
            continue;
        }
        let refusal = Refusal::new(Phrase::new("no-incident").with("name", id.as_str()));
        return Err(refusal.hint(match crate::note::nearest(id.as_str(), known()) {
            Some(near) => Phrase::new("no-incident-nearest").with("name", near),
            None => {
                let names = known().collect::<Vec<_>>().join(", ");
                Phrase::new("no-incident-known").with("names", names)
            }
        }));
    }
    Ok(on_file.into_iter().filter(|rests_on| ids.contains(&rests_on.incident)).collect())
}

/// The incidents that a boundary or an exit rests on where the user names none: those that
/// count, for a boundary those with a red flag it covers.
fn counting(request: &Request, case: &Case, assessment: &Assessment) -> Vec<RestsOn> {
    let covered = |flag: &FlagId| match request.kind {
        DecisionKind::Boundary => request.covers.contains(flag),
        DecisionKind::Exit | DecisionKind::Announce => true,
        _ => false,
    };
    let counting: BTreeSet<&IncidentId> = assessment
        .terms
        .iter()
        .filter(|term| term.points > 0.0 && covered(&term.flag))
        .map(|term| &term.incident)
        .collect();
    let mut on_file = on_file(case, assessment);
    on_file.retain(|rests_on| counting.contains(&rests_on.incident));
    on_file
}

/// The decisions that no other names: the heads of the chain, by the digests of their files.
///
/// A decision whose kind or date cannot be read, also one of a newer version, is not in the
/// case: the next decision does not name it, and what it names counts as a head again. The
/// check reports such a note, and verifying still holds its bytes to what was recorded.
fn heads(case: &Case) -> Vec<Digest> {
    let named: BTreeSet<&Digest> =
        case.decisions.iter().flat_map(|decision| &decision.prev).collect();
    let heads: BTreeSet<Digest> = case
        .decisions
        .iter()
        .map(|decision| decision.digest)
        .filter(|digest| !named.contains(digest))
        .collect();
    heads.into_iter().collect()
}
