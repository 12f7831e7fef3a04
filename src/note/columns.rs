//! What the columns of the tables beside a client note may be called: one list, here.
//!
//! Owns: the names and what they mean, and what is said of a first line that does not name what
//! is needed. `docs/format.md` has the same list for people; a test holds them together.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{Fault, nearest};
use crate::finding::Span;
use crate::phrase::Phrase;

/// A column of a table: the key it is read as, whether every row needs it, and other names.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The key, as in a client note.
    pub key: &'static str,
    /// Whether a table without it says nothing.
    pub needed: bool,
    /// Names that mean the same: those that invoicing programs use, in French and English.
    pub also: &'static [&'static str],
}

const fn needed(key: &'static str, also: &'static [&'static str]) -> Column {
    Column { key, needed: true, also }
}

const fn column(key: &'static str, also: &'static [&'static str]) -> Column {
    Column { key, needed: false, also }
}

/// The columns of each table.
pub const COLUMNS: [(&str, &[Column]); 4] = [
    (
        "access",
        &[
            needed("what", &["quoi", "accès", "ressource"]),
            needed("whose", &["à qui", "propriétaire"]),
            needed("held-by", &["détenu par", "détenteur"]),
            column("since", &["depuis", "depuis le"]),
            column("ended", &["fin", "terminé le"]),
        ],
    ),
    (
        "deliverables",
        &[
            needed("title", &["titre", "intitulé", "livrable"]),
            column("state", &["état", "statut", "status"]),
        ],
    ),
    (
        "invoices",
        &[
            needed(
                "id",
                &["numéro", "numéro de facture", "n°", "facture", "number", "invoice number"],
            ),
            column(
                "issued",
                &["date", "date de facture", "date d'émission", "émise le", "invoice date"],
            ),
            column("due", &["échéance", "date d'échéance", "due date"]),
            needed("amount", &["montant", "montant TTC", "total TTC"]),
            column(
                "paid",
                &["payée le", "payé le", "réglée le", "date de paiement", "date de règlement"],
            ),
            column("currency", &["devise"]),
        ],
    ),
    (
        "milestones",
        &[
            needed("title", &["titre", "intitulé", "jalon", "étape"]),
            column("due", &["échéance", "date", "date prévue", "due date"]),
            column("amount", &["montant", "montant TTC"]),
            column("done", &["avancement", "fait"]),
            column("invoice", &["facture"]),
        ],
    ),
];

/// What the first line of a table names: the key of each column, and whether it can be read.
pub(super) struct Header {
    /// The key of each column; `None` for one that nothing reads.
    pub(super) keys: Vec<Option<&'static str>>,
    /// Whether every column is there that a row needs.
    pub(super) is_complete: bool,
}

/// Reads the first line of a table; everything that is wrong with it becomes one fault.
pub(super) fn read_header(
    table: &str,
    names: &[String],
    line: Span,
    faults: &mut Vec<Fault>,
) -> Header {
    let columns = columns_of(table);
    let mut keys: Vec<Option<&'static str>> = Vec::with_capacity(names.len());
    let mut twice = None;
    for name in names {
        let key = key_of(columns, name);
        if key.is_some() && keys.contains(&key) {
            twice = twice.or(key);
            keys.push(None);
        } else {
            keys.push(key);
        }
    }
    let is_there = |key: &str| keys.iter().flatten().any(|there| *there == key);
    let missing: Vec<&str> = columns
        .iter()
        .filter(|column| column.needed && !is_there(column.key))
        .map(|column| column.key)
        .collect();
    let misspelt: Vec<(&str, &str)> = names
        .iter()
        .zip(&keys)
        .filter(|(_, key)| key.is_none())
        .filter_map(|(name, _)| {
            let (meant, key) = nearest_of(columns, name)?;
            (!is_there(key)).then_some((name.as_str(), meant))
        })
        .collect();
    let hint = if misspelt.is_empty() {
        let known: Vec<&str> = columns.iter().map(|column| column.key).collect();
        Phrase::new("table-header-known").with("columns", known.join(", "))
    } else {
        let pairs: Vec<String> =
            misspelt.iter().map(|(name, meant)| format!("`{name}` → `{meant}`")).collect();
        Phrase::new("table-header-nearest").with("pairs", pairs.join(", "))
    };
    let quoted = |names: &[&str]| names.join("`, `");
    let message = if !missing.is_empty() {
        Some(
            Phrase::new("table-header-lacks")
                .with("count", missing.len())
                .with("columns", quoted(&missing)),
        )
    } else if !misspelt.is_empty() {
        let names: Vec<&str> = misspelt.iter().map(|(name, _)| *name).collect();
        Some(
            Phrase::new("table-header-unknown")
                .with("count", names.len())
                .with("columns", quoted(&names)),
        )
    } else {
        twice.map(|key| Phrase::new("table-header-twice").with("column", key))
    };
    if let Some(message) = message {
        faults.push(Fault::new("table-header", line).saying(message).hinting(hint));
    }
    Header { keys, is_complete: missing.is_empty() }
}

fn columns_of(table: &str) -> &'static [Column] {
    COLUMNS.iter().find(|(name, _)| *name == table).map_or(&[], |(_, columns)| columns)
}

fn key_of(columns: &[Column], name: &str) -> Option<&'static str> {
    let name = folded(name);
    let means = |column: &&Column| {
        folded(column.key) == name || column.also.iter().any(|also| folded(also) == name)
    };
    columns.iter().find(means).map(|column| column.key)
}

/// The name that a misspelt one is nearest to, and the key it means.
fn nearest_of(columns: &[Column], name: &str) -> Option<(&'static str, &'static str)> {
    /// Shorter names look like too many words.
    const SHORTEST: usize = 4;
    let names = columns.iter().flat_map(|column| {
        let also = column.also.iter().filter(|also| also.len() >= SHORTEST);
        std::iter::once(&column.key).chain(also).map(move |name| (*name, column.key))
    });
    let folded_names: Vec<(String, &str, &str)> =
        names.map(|(name, key)| (folded(name), name, key)).collect();
    let near = nearest(&folded(name), folded_names.iter().map(|(folded, ..)| folded.as_str()))?;
    let (_, name, key) = folded_names.iter().find(|(folded, ..)| folded == near)?;
    Some((name, key))
}

/// A name as it is compared: without case, accents, and kinds of spaces and apostrophes.
pub(super) fn folded(name: &str) -> String {
    let plain: String =
        name.nfd().filter(|char| !is_combining_mark(*char)).collect::<String>().to_lowercase();
    let plain = plain.replace('’', "'").replace(['_', '-'], " ");
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_means_one_key_of_its_table() {
        for (table, columns) in COLUMNS {
            for column in columns {
                for name in column.also.iter().chain([&column.key]) {
                    let upper = name.to_uppercase();
                    let plain: String = name.nfd().collect();
                    for name in [*name, &upper, &plain, &folded(name)] {
                        assert_eq!(key_of(columns, name), Some(column.key), "{table}: {name}");
                    }
                }
            }
        }
    }
}
