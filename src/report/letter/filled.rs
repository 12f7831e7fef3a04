//! Parts of a letter's view, from the case.

use jiff::civil::Date;

use super::{LetterBoundary, LetterIncident, LetterInvoice, LetterPayment, LetterReminder};
use crate::assess::{Assessment, Boundary};
use crate::exit::{OwedInvoice, Plan, is_harsh};
use crate::model::{Case, Incident, Invoice, Money, Period};
use crate::report::Names;

/// The longest quotation in a letter, in characters.
const LONGEST_QUOTE: usize = 160;

/// What somebody is called in a greeting: the first name of `Léa Martin <lea@nova.example>`, the
/// whole of `Mme Martin`; `None` for an address alone.
pub(super) fn greeting(contact: &str) -> Option<String> {
    const TITLES: [&str; 13] = [
        "m.", "mme", "mlle", "madame", "monsieur", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr",
        "dr.",
    ];
    let name = contact.split('<').next().unwrap_or_default().split(',').next()?.trim();
    if name.is_empty() || name.contains('@') {
        return None;
    }
    let first = name.split_whitespace().next()?;
    let is_title = TITLES.contains(&first.to_lowercase().as_str());
    Some(if is_title { name } else { first }.to_owned())
}

/// Who could take over: as the client note says, else as the screening answers do.
pub(super) fn substitute(known: &Case) -> Option<String> {
    let client = &known.client;
    let referred = || {
        let answers = client.screening.0.iter();
        answers
            .clone()
            .find(|(question, _)| question == "refer-to")
            .map(|(_, answer)| answer.clone())
    };
    client.substitute.clone().or_else(referred).filter(|text| !text.trim().is_empty())
}

/// The incident that ended it: a deal-breaker, else the newest harsh one that is confirmed.
pub(super) fn reason<'c>(known: &'c Case, assessment: &Assessment) -> Option<&'c Incident> {
    let breaker = assessment.deal_breaker.as_ref().map(|breaker| &breaker.incident);
    let broke = |one: &&Incident| Some(&one.id) == breaker;
    let incidents = &known.incidents;
    incidents.iter().find(broke).or_else(|| incidents.iter().rfind(|one| is_harsh(one)))
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text without the full stop at its end, for the middle of a sentence.
fn unstopped(text: &str) -> String {
    text.trim().trim_end_matches('.').to_owned()
}

/// At most so many characters, cut between words.
fn shortened(quote: &str) -> String {
    let quote = quote.trim();
    if quote.chars().count() <= LONGEST_QUOTE {
        return quote.to_owned();
    }
    let mut short: String = quote.chars().take(LONGEST_QUOTE).collect();
    if let Some(space) = short.rfind(' ') {
        short.truncate(space);
    }
    short + " …"
}

impl LetterInvoice {
    pub(super) fn of(invoice: &OwedInvoice) -> Self {
        Self {
            id: invoice.id.clone(),
            amount: invoice.amount,
            due: invoice.due,
            overdue: invoice.days_late > 0,
        }
    }
}

impl LetterPayment {
    /// `None` for an invoice that is not paid.
    pub(super) fn of(invoice: &Invoice) -> Option<Self> {
        let amount = Money { amount: invoice.amount.amount.abs(), ..invoice.amount };
        let given_back = invoice.amount.amount.is_sign_negative();
        Some(Self { id: invoice.id.clone(), amount, given_back, paid: invoice.paid? })
    }
}

impl LetterIncident {
    pub(super) fn of(incident: &Incident, names: &Names) -> Self {
        Self {
            date: incident.moment,
            channel: incident.channel,
            quote: incident.quote.as_deref().map(shortened).filter(|quote| !quote.is_empty()),
            flags: incident.flags.iter().map(|flag| names.of_id(flag.as_str())).collect(),
            exhibits: incident.evidence.clone(),
        }
    }
}

impl LetterBoundary {
    pub(super) fn of(boundary: &Boundary, known: &Case, assessment: &Assessment) -> Self {
        let noted = known.incidents.iter().map(|one| (&one.id, one.moment.day));
        let derived = assessment.derived.iter().map(|one| (&one.id, one.moment.day));
        let mut crossed: Vec<Date> = noted
            .chain(derived)
            .filter(|(id, _)| boundary.breaches.contains(id))
            .map(|(_, day)| day)
            .collect();
        crossed.sort_unstable();
        crossed.dedup();
        Self {
            told: boundary.told.day,
            statement: unstopped(&boundary.statement),
            consequence: boundary.consequence.as_deref().map(unstopped),
            review_by: boundary.review_by,
            crossed,
        }
    }
}

impl LetterReminder {
    /// Days that a reminder leaves for paying. Judgement.
    const DAYS: u16 = 8;

    /// The reminder of the invoice that is late for longest.
    pub(super) fn of(plan: &Plan) -> Option<Self> {
        let owed = &plan.owed;
        let late = owed.open.iter().find(|invoice| invoice.days_late > 0)?;
        let reminder = owed.reminders.iter().find(|reminder| reminder.invoice == late.id)?;
        let interest = late.interest.as_ref();
        let some = |money: &Money| !money.amount.is_zero();
        Some(Self {
            invoice: late.id.clone(),
            amount: late.amount,
            issued: late.issued,
            due: late.due,
            days_late: late.days_late,
            number: reminder.number,
            last: reminder.last || reminder.from.is_none(),
            before: reminder.before,
            interest: interest.map(|interest| interest.total).filter(some),
            compensation: interest.and_then(|interest| interest.compensation).filter(some),
            until: Period::Days(Self::DAYS).after(owed.as_of),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greeting_is_a_first_name_or_a_title_with_its_name() {
        let called = |contact| greeting(contact).unwrap_or_default();
        assert_eq!(called("Léa Martin <lea@nova.example>"), "Léa");
        assert_eq!(called("Mme Martin <m@nova.example>"), "Mme Martin");
        assert_eq!(called("Dr Ann Lee, head of design"), "Dr Ann Lee");
        assert_eq!(called("lea@nova.example"), "");
        assert_eq!(called("<lea@nova.example>"), "");
        assert_eq!(called(""), "");
    }

    #[test]
    fn long_quotations_are_cut_between_words() {
        let short = shortened(&"mot ".repeat(60));
        assert!(short.chars().count() <= LONGEST_QUOTE + 2 && short.ends_with("mot …"), "{short}");
        assert_eq!(shortened(" mot "), "mot");
    }
}
