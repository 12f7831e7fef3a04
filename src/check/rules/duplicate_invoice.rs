//! `duplicate-invoice`: two invoices of a client have the same number.

use std::collections::BTreeSet;

use crate::check::{Anchored, CaseView, Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::note::Fault;
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-invoice",
    level: Level::Error,
    why: "An invoice that stands in the client note and in `invoices.csv`, or twice in one of \
          them, is owed twice in every sum.",
    finds: Finds::InCase(find),
};

fn find(view: &CaseView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    let mut numbers = BTreeSet::new();
    for invoice in &view.case.client.invoices {
        if numbers.insert(invoice.id.as_str()) {
            continue;
        }
        let table = format!("clients/{}/invoices.csv", view.files.id);
        let in_table = view.files.others.iter().any(|file| file.path == table);
        // The table is read after the note, so the second of two is in the table if there is one.
        let path = match view.client_note {
            Some(note) if !in_table => note,
            _ => table.as_str(),
        };
        found.push(Anchored::at_words(
            path,
            "invoices",
            invoice.id.as_str(),
            Fault::new("duplicate-invoice", Span::default())
                .saying(Phrase::new("duplicate-invoice").with("number", invoice.id.as_str()))
                .hinting(Phrase::new("duplicate-invoice-hint")),
        ));
    }
}
