//! Fields: their names, and what each is compared as.

use std::collections::BTreeSet;

use super::fault::QueryFault;
use crate::finding::Span;
use crate::model::{Channel, DecisionKind, Severity, Standing, Status, composed};
use crate::note::{COLUMNS, KINDS, Kind, Node, nearest};
use crate::phrase::Phrase;

/// A field that is asked about: `severity`, `invoices.amount`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The keys from the outside in, accents in one character with their letters.
    pub keys: Vec<String>,
    /// Where it stands in the text that names it.
    pub span: Span,
}

/// What a field is compared as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A day, or a day with a time.
    Date,
    /// A number, an amount or a percentage.
    Number,
    /// A length of time such as `30 days`.
    Period,
    /// One of the format's own words.
    Words(Vocabulary),
    /// Text.
    Text,
    /// Whatever both sides are: days, numbers, else text.
    Free,
}

/// Words of the format that a field has one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vocabulary {
    /// From low to critical.
    Severity,
    /// From clear to exit.
    Standing,
    /// Of an incident.
    Status,
    /// How somebody was reached.
    Channel,
    /// What a decision is.
    Decision,
}

impl Vocabulary {
    /// The words, in their order where they have one.
    pub(super) fn words(self) -> Vec<&'static str> {
        match self {
            Self::Severity => Severity::ALL.map(Severity::as_str).to_vec(),
            Self::Standing => Standing::ALL.map(Standing::as_str).to_vec(),
            Self::Status => Status::ALL.map(Status::as_str).to_vec(),
            Self::Channel => Channel::ALL.map(Channel::as_str).to_vec(),
            Self::Decision => DecisionKind::ALL.map(DecisionKind::as_str).to_vec(),
        }
    }

    /// Whether one word is more than another.
    pub(super) const fn has_order(self) -> bool {
        matches!(self, Self::Severity | Self::Standing)
    }
}

/// What a row has beside its front matter.
pub(super) const OF_ROWS: [&str; 6] = ["client", "id", "note", "path", "text", "type"];

/// Fields that are more than text, and in notes of which kinds; none is all of them.
const SORTS: [(&str, Sort, &[Kind]); 34] = [
    ("access.ended", Sort::Date, &[]),
    ("access.since", Sort::Date, &[]),
    ("channel", Sort::Words(Vocabulary::Channel), &[]),
    ("client-stress", Sort::Number, &[]),
    ("cost", Sort::Number, &[]),
    ("date", Sort::Date, &[]),
    ("deposits.amount", Sort::Number, &[]),
    ("deposits.ended", Sort::Date, &[]),
    ("deposits.received", Sort::Date, &[]),
    ("hours", Sort::Number, &[Kind::Incident]),
    ("income-share", Sort::Number, &[]),
    ("invoices.amount", Sort::Number, &[]),
    ("invoices.due", Sort::Date, &[]),
    ("invoices.issued", Sort::Date, &[]),
    ("invoices.paid", Sort::Date, &[]),
    ("kind", Sort::Words(Vocabulary::Decision), &[Kind::Decision]),
    ("lessons.done", Sort::Date, &[]),
    ("lessons.due", Sort::Date, &[]),
    ("milestones.amount", Sort::Number, &[]),
    ("milestones.done", Sort::Number, &[]),
    ("milestones.due", Sort::Date, &[]),
    ("notice", Sort::Period, &[]),
    ("payment-terms", Sort::Period, &[]),
    ("reply-within", Sort::Period, &[]),
    ("review-by", Sort::Date, &[]),
    ("score", Sort::Number, &[Kind::Decision]),
    ("severity", Sort::Words(Vocabulary::Severity), &[]),
    ("signed", Sort::Date, &[]),
    ("standing", Sort::Words(Vocabulary::Standing), &[Kind::Decision]),
    ("told.on", Sort::Date, &[]),
    ("size", Sort::Number, &[Kind::Exhibit]),
    ("status", Sort::Words(Vocabulary::Status), &[Kind::Incident]),
    ("weight", Sort::Number, &[Kind::Flag]),
    ("work-stress", Sort::Number, &[]),
];

/// Further keys below a key that the format has, the columns of tables apart.
const BELOW: [&str; 9] = [
    "because.digest",
    "because.incident",
    "because.note",
    "deposits.title",
    "lessons.changes",
    "lessons.owner",
    "lessons.what",
    "told.evidence",
    "told.how",
];

impl Field {
    /// The field of a name whose keys are divided by dots.
    pub(super) fn dotted(name: &str, span: Span) -> Self {
        Self { keys: name.split('.').map(|key| composed(key).into_owned()).collect(), span }
    }

    /// The field of a single key, whatever it holds.
    pub(super) fn of_key(key: &str, span: Span) -> Self {
        Self { keys: vec![composed(key).into_owned()], span }
    }

    /// The name, keys divided by dots.
    pub fn name(&self) -> String {
        self.keys.join(".")
    }

    /// What it is compared as, in notes of these kinds; all of them where there are none.
    pub(super) fn sort(&self) -> (Sort, &'static [Kind]) {
        let name = self.name();
        let typed = SORTS.iter().find(|(known, ..)| *known == name);
        match typed {
            Some((_, sort, kinds)) => (*sort, kinds),
            None if self.is_of_format() => (Sort::Text, &[]),
            None => (Sort::Free, &[]),
        }
    }

    /// Whether the format has it, whatever the vault holds.
    pub fn is_of_format(&self) -> bool {
        let name = self.name();
        of_format().any(|known| known == name)
    }
}

/// The names of every field that the format has; those of several kinds come several times.
fn of_format() -> impl Iterator<Item = String> {
    let columns = COLUMNS.iter().flat_map(|(table, columns)| {
        columns.iter().map(move |column| format!("{table}.{}", column.key))
    });
    let keys = KINDS.iter().flat_map(|kind| kind.keys());
    let typed = SORTS.iter().map(|(name, ..)| name);
    keys.chain(&OF_ROWS).chain(&BELOW).chain(typed).map(|key| (*key).to_owned()).chain(columns)
}

/// The names of fields that occur in a vault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(BTreeSet<String>);

impl Fields {
    /// Adds those of another part of the vault.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Holds a field against the format and the vault.
    ///
    /// # Errors
    /// Where neither has it, with the nearest that there is.
    pub fn know(&self, field: &Field) -> Result<(), QueryFault> {
        let name = field.name();
        if field.is_of_format() || self.0.contains(&name) {
            return Ok(());
        }
        let message = Phrase::new("query-unknown-field").with("field", name.as_str());
        let known: BTreeSet<String> = of_format().chain(self.0.iter().cloned()).collect();
        let hint = match nearest(&name, known.iter().map(String::as_str)) {
            Some(near) => Phrase::new("query-unknown-field-nearest").with("field", near),
            None => hint_of(&name, &known),
        };
        Err(QueryFault::new(field.span, message).hinting(hint))
    }
}

/// What to write where no field is near: a comparison, or quotes around a value of many words.
fn hint_of(name: &str, known: &BTreeSet<String>) -> Phrase {
    match name.split_once(':') {
        Some((field, value)) if known.contains(field) => {
            Phrase::new("query-colon-hint").with("field", field).with("value", value)
        }
        _ => Phrase::new("query-unknown-field-hint"),
    }
}

/// The deepest that names of fields go.
const DEEPEST: usize = 6;

/// The names of every field of a map, those of maps and lists in it included.
pub fn fields_of(map: Node<'_, '_>) -> Fields {
    let mut names = Fields::default();
    collect(map, "", DEEPEST, &mut names.0);
    names
}

fn collect(node: Node<'_, '_>, above: &str, left: usize, names: &mut BTreeSet<String>) {
    if left == 0 {
        return;
    }
    for (key, value) in node.entries() {
        let Some(key) = key.text() else { continue };
        let name = format!("{above}{}", composed(key));
        let below = format!("{name}.");
        names.insert(name);
        collect(value, &below, left - 1, names);
    }
    for item in node.items() {
        collect(item, above, left - 1, names);
    }
}
