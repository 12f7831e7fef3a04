//! Whether a decision may be taken, completed with what the case says.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Refusal, Request};
use crate::assess::{Assessment, check_transition};
use crate::model::{
    Case, DecideSettings, DecisionKind, Digest, FlagId, Incident, IncidentId, Period, Standing,
};
use crate::phrase::Phrase;

/// A decision that may be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved<'c> {
    /// What was asked for, the review date filled in.
    pub request: Request,
    /// The incidents it rests on, in the order of the case.
    pub because: Vec<&'c Incident>,
    /// The standing it was taken at.
    pub standing: Standing,
    /// The score it was taken at.
    pub score: f64,
    /// Whether a cooling-off period was waived by a confirmed deal-breaker.
    pub cooling_off_waived: bool,
    /// The digests of the heads of this client's chain, sorted.
    pub prev: Vec<Digest>,
}

/// Completes a request, or says why the decision cannot be taken.
///
/// # Errors
/// A [`Refusal`]: the stage does not allow it, something is missing, a cited incident is not on
/// file, or the cooling-off period has not ended.
pub fn resolve<'c>(
    mut request: Request,
    case: &'c Case,
    assessment: &Assessment,
    settings: &DecideSettings,
    now: Timestamp,
) -> Result<Resolved<'c>, Refusal> {
    check_transition(assessment.stage, request.kind).map_err(Refusal::new)?;
    match request.kind {
        DecisionKind::Boundary => complete_boundary(&mut request, settings)?,
        DecisionKind::Announce => {
            need(request.told.is_some(), "--told", "decision-needs-told")?;
        }
        DecisionKind::Amend => check_amendment(&request, case)?,
        _ => {}
    }
    let cooling_off_waived = check_cooling_off(request.kind, assessment, now)?;
    let because = match &request.because {
        Some(ids) => cited(ids, case)?,
        None => counting(&request, case, assessment),
    };
    Ok(Resolved {
        because,
        standing: assessment.standing,
        score: assessment.score,
        cooling_off_waived,
        prev: heads(case),
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
            Err(Refusal::new(Phrase::new("unknown-decision-name").with("name", id.as_str()))
                .hint(Phrase::new("unknown-decision-known").with("names", ids.join(", "))))
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
        let hours = left.as_hours();
        let minutes = left.as_mins() % 60;
        return Err(Refusal::new(
            Phrase::new("cooling-off-refused").with("hours", hours).with("minutes", minutes),
        )
        .hint(Phrase::new("cooling-off-refused-hint")));
    }
    Ok(cooling_off.waived_by.is_some() && now < cooling_off.until)
}

fn cited<'c>(ids: &[IncidentId], case: &'c Case) -> Result<Vec<&'c Incident>, Refusal> {
    for id in ids {
        if !case.incidents.iter().any(|incident| incident.id == *id) {
            let known = case.incidents.iter().map(|incident| incident.id.as_str());
            let refusal = Refusal::new(Phrase::new("unknown-incident").with("name", id.as_str()));
            return Err(match crate::note::nearest(id.as_str(), known.clone()) {
                Some(near) => {
                    refusal.hint(Phrase::new("unknown-incident-nearest").with("name", near))
                }
                None => refusal.hint(
                    Phrase::new("unknown-incident-known")
                        .with("names", known.collect::<Vec<_>>().join(", ")),
                ),
            });
        }
    }
    Ok(case.incidents.iter().filter(|incident| ids.contains(&incident.id)).collect())
}

/// The incidents that a boundary or an exit rests on where the user names none: those that
/// count, for a boundary those with a red flag it covers.
fn counting<'c>(request: &Request, case: &'c Case, assessment: &Assessment) -> Vec<&'c Incident> {
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
    case.incidents.iter().filter(|incident| counting.contains(&incident.id)).collect()
}

/// The decisions that no other names: the heads of the chain.
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
