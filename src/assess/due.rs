//! What is due: reviews, invoices, answers, the end of notice and of cooling off.

use jiff::civil::Date;

use crate::phrase::Phrase;

/// Something that is due on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// The day; before the day of the assessment if it is overdue.
    pub day: Date,
    /// What is due.
    pub what: Phrase,
    /// The path of the note it comes from, or the number of the invoice.
    pub source: String,
}
