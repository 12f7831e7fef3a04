//! When an overdue invoice is to be asked for, and when again.

use jiff::civil::Date;

use super::Terms;
use crate::model::{Case, Direction, Message, Period};
use crate::phrase::Phrase;

/// A reminder of one overdue invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The invoice.
    pub invoice: String,
    /// Which reminder it is, from 1.
    pub number: usize,
    /// Whether it is the last one before a claim.
    pub last: bool,
    /// The day from which it may be sent; `None` where every reminder was sent.
    pub from: Option<Date>,
    /// The day the one before was sent.
    pub before: Option<Date>,
}

impl Reminder {
    /// The reminder in words.
    pub fn phrase(&self) -> Phrase {
        let invoice = self.invoice.as_str();
        let number = self.number;
        match (self.from, self.before) {
            (Some(from), Some(before)) => {
                Phrase::new(if self.last { "reminder-last" } else { "reminder-again" })
                    .with("invoice", invoice)
                    .with("number", number)
                    .with("from", from)
                    .with("before", before)
            }
            (Some(from), None) => Phrase::new("reminder-next")
                .with("invoice", invoice)
                .with("number", number)
                .with("from", from),
            (None, Some(before)) => {
                Phrase::new("reminder-none-left").with("invoice", invoice).with("before", before)
            }
            (None, None) => Phrase::new("reminder-not-planned").with("invoice", invoice),
        }
    }
}

/// The next reminder of an invoice that was due on `due`: so many days after the due date, then
/// after the one before.
pub(super) fn next_reminder(invoice: &str, due: Date, known: &Case, terms: &Terms) -> Reminder {
    let gaps = terms.reminders();
    let sent: Vec<Date> = sent(invoice, due, &known.messages);
    let from = gaps.get(sent.len()).map(|days| {
        let start = sent.last().copied().unwrap_or(due);
        Period::Days(*days).after(start)
    });
    Reminder {
        invoice: invoice.to_owned(),
        number: sent.len() + 1,
        last: sent.len() + 1 == gaps.len(),
        from,
        before: sent.last().copied(),
    }
}

/// The days on which we wrote about an invoice after it was due: outgoing messages whose subject
/// names it. Two of one day are one reminder.
fn sent(invoice: &str, due: Date, messages: &[Message]) -> Vec<Date> {
    let about = messages.iter().filter(|message| {
        message.direction == Direction::Outgoing
            && message.moment.day > due
            && message.subject.as_deref().is_some_and(|subject| names(subject, invoice))
    });
    let mut days: Vec<Date> = about.map(|message| message.moment.day).collect();
    days.sort();
    days.dedup();
    days
}

/// Whether a subject names an invoice: its number, not inside a longer one.
fn names(subject: &str, invoice: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric());
    !invoice.is_empty()
        && subject.match_indices(invoice).any(|(at, found)| {
            let before = subject[..at].chars().next_back();
            let after = subject[at + found.len()..].chars().next();
            !is_part(before) && !is_part(after)
        })
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_subject_names_an_invoice_by_its_whole_number() {
        assert!(names("Facture 2026-034, une date ?", "2026-034"));
        assert!(!names("Facture 2026-0345", "2026-034"));
        assert!(!names("Invoice 12", "1"));
        assert!(names("Invoice 1", "1"));
        assert!(!names("anything", ""));
    }
}
