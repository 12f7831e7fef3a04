//! Every dated fact, and the exhibits that show it.

use super::{FactView, HandedOver};
use crate::assess::Derived;
use crate::bundle::BundleExhibit;
use crate::locale::{by_channel, deed};
use crate::model::{Case, Decision, Incident, Status};
use crate::phrase::{Arg, Phrase};
use crate::report::records::plain;
use crate::report::{Names, Sentence, TimelineEntry, TimelineView};

/// What happened, oldest first; dismissed incidents and pulses are no facts.
pub(super) fn facts(
    known: &Case,
    timeline: &TimelineView,
    derived: &[Derived],
    handed: HandedOver<'_>,
) -> Vec<FactView> {
    let apart = ["pulse", "incident", "decision", "exhibit", "derived"];
    let mut facts: Vec<FactView> = timeline
        .entries
        .iter()
        .filter(|entry| !apart.contains(&entry.kind))
        .map(|entry| FactView::of_entry(entry, handed))
        .collect();
    let told = known.incidents.iter().filter(|incident| incident.status != Status::Dismissed);
    facts.extend(told.map(|incident| {
        let alone = known.incidents.iter().filter(|other| other.note == incident.note).count() == 1;
        FactView::of_incident(incident, alone, handed)
    }));
    facts.extend(known.decisions.iter().map(|decision| FactView::of_decision(decision, handed)));
    add_derived(&mut facts, timeline, derived);
    let shown: Vec<String> = facts.iter().flat_map(|fact| fact.shown_by.clone()).collect();
    let others = handed.exhibits.iter().filter(|exhibit| !shown.contains(&exhibit.number));
    facts.extend(others.filter_map(FactView::of_exhibit));
    facts.sort_by_key(|fact| fact.date);
    facts
}

/// Adds what the dates on file say: to the fact that it is about, or as a fact of its own.
fn add_derived(facts: &mut Vec<FactView>, timeline: &TimelineView, derived: &[Derived]) {
    for one in derived {
        let remark = match one.flag.as_str() {
            // The invoice itself says it, and how something weighs is no fact.
            "late-payment" | "outweighs-work" => continue,
            "boundary-crossed" => one.fact.args.iter().find_map(|(name, arg)| match arg {
                Arg::Day(told) if *name == "told" => {
                    Some(Phrase::new("chronology-crossed").with("date", *told))
                }
                _ => None,
            }),
            "time-boundary" => Some(Phrase::new("chronology-outside-hours")),
            _ => None,
        };
        let about =
            facts.iter_mut().find(|fact| fact.source == one.source && fact.date == one.moment);
        match (remark, about) {
            (Some(remark), Some(fact)) => {
                fact.remarks.push(Sentence::of(&remark, &Names::default()));
            }
            _ => facts.extend(
                timeline
                    .entries
                    .iter()
                    .find(|entry| {
                        entry.kind == "derived"
                            && entry.date == one.moment
                            && entry.source == one.source
                            && entry.flags.contains(&one.flag)
                    })
                    .map(FactView::of_derived),
            ),
        }
    }
}

impl FactView {
    fn of_entry(entry: &TimelineEntry, handed: HandedOver<'_>) -> Self {
        let shown_by = handed.named_in.get(&entry.source).cloned().unwrap_or_default();
        Self { shown_by, ..Self::of_derived(entry) }
    }

    fn of_derived(entry: &TimelineEntry) -> Self {
        Self {
            date: entry.date,
            kind: entry.kind,
            title: Some(entry.title.clone()),
            text: entry.text.clone(),
            quote: None,
            remarks: Vec::new(),
            shown_by: Vec::new(),
            source: entry.source.clone(),
        }
    }

    fn of_incident(incident: &Incident, alone: bool, handed: HandedOver<'_>) -> Self {
        let mut exhibits = numbers(&incident.evidence, handed.exhibits);
        if alone && let Some(named) = handed.named_in.get(&incident.note) {
            exhibits.extend(named.iter().cloned());
        }
        exhibits.sort();
        exhibits.dedup();
        let none = Names::default();
        let remarks = match incident.status {
            Status::Suspected => vec![Sentence::of(&Phrase::new("chronology-suspected"), &none)],
            _ => Vec::new(),
        };
        Self {
            date: incident.moment,
            kind: "incident",
            title: None,
            text: plain(&incident.observed),
            quote: incident.quote.as_deref().map(|quote| quote.trim().to_owned()),
            remarks,
            shown_by: exhibits,
            source: incident.note.clone(),
        }
    }

    fn of_decision(decision: &Decision, handed: HandedOver<'_>) -> Self {
        let none = Names::default();
        let title = Phrase::new("chronology-decision").with("deed", deed(decision.kind));
        let told = decision.told.as_ref();
        let mut exhibits = handed.named_in.get(&decision.note).cloned().unwrap_or_default();
        exhibits.extend(numbers(told.and_then(|told| told.evidence.as_ref()), handed.exhibits));
        exhibits.sort();
        exhibits.dedup();
        let said = told.map(|told| match told.how {
            Some(how) => Phrase::new("report-boundary-told-how")
                .with("date", told.on)
                .with("how", by_channel(how)),
            None => Phrase::new("report-boundary-told").with("date", told.on),
        });
        let consequence = decision.consequence.as_deref().map(|consequence| {
            Phrase::new("chronology-consequence").with("text", consequence.trim())
        });
        Self {
            date: decision.moment,
            kind: "decision",
            title: Some(Sentence::of(&title, &none)),
            text: plain(decision.statement.as_deref().unwrap_or_default()),
            quote: None,
            remarks: said.iter().chain(&consequence).map(|p| Sentence::of(p, &none)).collect(),
            shown_by: exhibits,
            source: decision.note.clone(),
        }
    }

    /// An original that no other fact is shown by; `None` where its day is not known.
    fn of_exhibit(exhibit: &BundleExhibit) -> Option<Self> {
        Some(Self {
            date: exhibit.acquired?,
            kind: "exhibit",
            title: Some(Sentence::of(&Phrase::new("chronology-exhibit"), &Names::default())),
            text: exhibit.origin.clone().unwrap_or_default(),
            quote: None,
            remarks: Vec::new(),
            shown_by: vec![exhibit.number.clone()],
            source: exhibit.source.clone(),
        })
    }
}

/// The numbers of the exhibits with these names, as notes give them.
fn numbers<'n>(
    names: impl IntoIterator<Item = &'n String>,
    exhibits: &[BundleExhibit],
) -> Vec<String> {
    names
        .into_iter()
        .filter_map(|name| {
            let name = name.rsplit('/').next().unwrap_or(name);
            let found = exhibits.iter().find(|exhibit| exhibit.file() == name)?;
            Some(found.number.clone())
        })
        .collect()
}
