//! What is open when a case is to be closed (R24): steps, money, deliverables, access.

use std::collections::BTreeSet;

use super::{Plan, open_steps};
use crate::model::{Client, DeliverableState, Party, PlanNote};
use crate::phrase::Phrase;

/// Something that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenItem {
    /// By what the user names it: the name of a step, the number of an invoice, a title.
    pub name: String,
    /// What it is.
    pub what: Phrase,
}

/// Everything that is open: steps of the plans first, then money, deliverables and access.
///
/// `client` and `plan` tell of the same moment. A step that only follows closing is not counted.
pub fn open_items(client: &Client, plan: &Plan, notes: &[PlanNote]) -> Vec<OpenItem> {
    let mut open = Vec::new();
    for note in notes {
        open.extend(steps(note, &plan.conditions));
    }
    open.extend(money(plan));
    let kept = [DeliverableState::Owed, DeliverableState::Paid, DeliverableState::Ready];
    let undelivered = client.deliverables.iter().filter(|one| kept.contains(&one.state));
    open.extend(undelivered.map(|one| {
        let state = crate::locale::word(one.state);
        item(&one.title, Phrase::new("open-deliverable").with("state", state))
    }));
    for access in client.access.iter().filter(|access| access.ended.is_none()) {
        open.push(item(
            &access.what,
            Phrase::new(match access.held_by {
                Party::Them => "open-access-theirs",
                Party::Us => "open-access-ours",
                Party::Both => "open-access-shared",
            }),
        ));
    }
    open
}

fn item(name: &str, what: Phrase) -> OpenItem {
    OpenItem { name: name.to_owned(), what }
}

/// The steps that apply and are not ticked; closing itself and what comes after it apart.
fn steps(note: &PlanNote, holding: &BTreeSet<&str>) -> Vec<OpenItem> {
    let mut after_closing = BTreeSet::from([CLOSE]);
    // A step that waits for one of these waits for closing.
    loop {
        let known = after_closing.len();
        let waits = |after: &[String]| after.iter().any(|id| after_closing.contains(id.as_str()));
        let more: Vec<&str> = note
            .steps
            .iter()
            .filter(|step| waits(&step.after))
            .map(|step| step.id.as_str())
            .collect();
        after_closing.extend(more);
        if after_closing.len() == known {
            break;
        }
    }
    open_steps(&note.steps, holding)
        .filter(|step| !after_closing.contains(step.id.as_str()))
        .map(|step| item(&step.id, Phrase::new("open-step").with("text", step.text.as_str())))
        .collect()
}

/// The step that is this decision.
const CLOSE: &str = "close";

fn money(plan: &Plan) -> Vec<OpenItem> {
    let owed = &plan.owed;
    let invoices = owed.open.iter().map(|invoice| {
        let phrase = match invoice.due {
            Some(due) => Phrase::new("open-invoice-due").with("due", due),
            None => Phrase::new("open-invoice"),
        };
        item(&invoice.id, phrase.with("amount", invoice.amount))
    });
    let credits = owed
        .credits
        .iter()
        .map(|credit| item(&credit.id, Phrase::new("open-credit").with("amount", credit.amount)));
    let unbilled = owed.progress.iter().map(|progress| {
        item(&progress.title, Phrase::new("open-unbilled").with("amount", progress.worth))
    });
    let deposits = owed.deposits.iter().map(|deposit| {
        let title = deposit.title.as_deref().unwrap_or("deposit");
        item(title, Phrase::new("open-deposit").with("amount", deposit.amount))
    });
    invoices.chain(credits).chain(unbilled).chain(deposits).collect()
}
