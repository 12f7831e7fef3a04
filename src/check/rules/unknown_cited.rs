//! `unknown-cited-incident` and `unknown-decision`: a decision rests on something that is not on file.

use crate::check::{Anchored, CaseView, Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::note::{Fault, nearest};
use crate::phrase::Phrase;

pub(super) const INCIDENT: Rule = Rule {
    code: "unknown-cited-incident",
    level: Level::Error,
    why: "A decision can be replayed only with the incidents it rests on. One that is not on \
          file was renamed, or taken away.",
    finds: Finds::InCase(find_incident),
};

pub(super) const DECISION: Rule = Rule {
    code: "unknown-decision",
    level: Level::Error,
    why: "A correction names the decision it corrects. Without that decision nobody knows what \
          was said before.",
    finds: Finds::InCase(find_decision),
};

fn find_incident(view: &CaseView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    let on_file = || view.case.incidents.iter().map(|incident| incident.id.as_str());
    for decision in &view.case.decisions {
        for cited in &decision.because {
            let id = cited.incident.as_str();
            // An incident that facts make has a colon in its id; it lies in no note.
            if id.contains(':') || on_file().any(|known| known == id) {
                continue;
            }
            let hint = match nearest(id, on_file()) {
                Some(near) => Phrase::new("unknown-cited-incident-nearest").with("incident", near),
                None => Phrase::new("unknown-cited-incident-hint"),
            };
            found.push(Anchored::at_words(
                &decision.note,
                "because",
                id,
                Fault::new("unknown-cited-incident", Span::default())
                    .saying(Phrase::new("unknown-cited-incident").with("incident", id))
                    .hinting(hint),
            ));
        }
    }
}

fn find_decision(view: &CaseView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    let on_file = || view.case.decisions.iter().map(|decision| decision.id.as_str());
    for decision in &view.case.decisions {
        let Some(id) = decision.supersedes.as_ref().map(|id| id.as_str()) else { continue };
        if on_file().any(|known| known == id) {
            continue;
        }
        let others = on_file().filter(|other| *other != decision.id.as_str());
        let hint = match nearest(id, others) {
            Some(near) => Phrase::new("unknown-decision-nearest").with("decision", near),
            None => Phrase::new("unknown-decision-hint"),
        };
        found.push(Anchored::new(
            &decision.note,
            "supersedes",
            Fault::new("unknown-decision", Span::default())
                .saying(Phrase::new("unknown-decision").with("decision", id))
                .hinting(hint),
        ));
    }
}
