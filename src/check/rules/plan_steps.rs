//! `step-too-early` and `unknown-step`: the checklist of an exit plan (R19).

use std::collections::BTreeSet;

use crate::assess::{AsOf, assess};
use crate::check::{Anchored, CaseView, Finds, Rule, Surroundings};
use crate::exit::{CONDITIONS, Plan, Terms, missing};
use crate::finding::{Level, Span};
use crate::model::Client;
use crate::note::{Fault, Kind, Note, PlacedStep, Recorded, nearest, read_steps};
use crate::phrase::Phrase;

pub(super) const TOO_EARLY: Rule = Rule {
    code: "step-too-early",
    level: Level::Error,
    why: "Who tells before everything is saved, or cuts access before the hand-over, cannot take \
          it back; the order of the steps is what keeps an exit safe.",
    finds: Finds::InCase(find_early),
};

pub(super) const UNKNOWN: Rule = Rule {
    code: "unknown-step",
    level: Level::Warning,
    why: "A step that waits for one that is not in the plan, or for a word nobody knows, waits \
          for nothing, and a misspelt name takes the order away.",
    finds: Finds::InNote(find_unknown),
};

/// Conditions hold as they do now: a step that does not apply is not waited for.
fn find_early(view: &CaseView<'_>, surroundings: &Surroundings<'_>, anchored: &mut Vec<Anchored>) {
    if view.case.plans.is_empty() {
        return;
    }
    let (catalogue, settings) = (surroundings.catalogue, surroundings.settings);
    let as_of = AsOf::at_instant(surroundings.now, &view.case.client.zone);
    let assessment = assess(view.case, catalogue, settings, as_of);
    // What lateness costs changes no condition.
    let plan = Plan::of(view.case, &assessment, &Terms::Unset, &settings.exit);
    for note in &view.case.plans {
        for step in &note.steps {
            let missing = missing(step, &note.steps, &plan.conditions);
            if missing.is_empty() {
                continue;
            }
            let fault = Fault::new("step-too-early", Span::default())
                .saying(
                    Phrase::new("step-too-early")
                        .with("step", step.id.as_str())
                        .with("missing", missing.join("`, `")),
                )
                .hinting(Phrase::new("step-too-early-hint"));
            let words = format!("**{}**", step.id);
            anchored.push(Anchored::at_words(&note.note, "steps", words, fault));
        }
    }
}

fn find_unknown(
    note: &Note<'_>,
    _: &Recorded,
    _: &Client,
    _: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    if note.kind != Some(Kind::Plan) {
        return;
    }
    let placed = read_steps(note);
    let ids: BTreeSet<&str> = placed.iter().map(|placed| placed.step.id.as_str()).collect();
    for placed in &placed {
        let step = &placed.step;
        let after = step.after.iter().filter(|id| !ids.contains(id.as_str()) || **id == step.id);
        for id in after {
            faults.push(unknown(placed, id, ids.iter().copied()));
        }
        let words = step.only_if.iter().filter(|word| !CONDITIONS.contains(&word.as_str()));
        for word in words {
            faults.push(unknown(placed, word, CONDITIONS.into_iter()));
        }
    }
}

fn unknown<'k>(placed: &PlacedStep, word: &str, known: impl Iterator<Item = &'k str>) -> Fault {
    let known: Vec<&str> = known.filter(|other| *other != word).collect();
    let hint = match nearest(word, known.iter().copied()) {
        Some(near) => Phrase::new("unknown-step-nearest").with("word", near),
        None => Phrase::new("unknown-step-hint").with("words", known.join("`, `")),
    };
    Fault::new("unknown-step", placed.span)
        .saying(
            Phrase::new("unknown-step").with("step", placed.step.id.as_str()).with("word", word),
        )
        .hinting(hint)
}
