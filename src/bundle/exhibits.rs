//! Exhibits and their numbers: the same number in the chronology, the folder and the list.

use std::collections::BTreeMap;

use crate::model::{Digest, Exhibit, Moment};

use super::names::safe_name;

/// An original in a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleExhibit {
    /// Its number: `E01`.
    pub number: String,
    /// Its path below `data/`.
    pub path: String,
    /// Its path below the vault.
    pub source: String,
    /// The digest of the bytes in the bundle.
    pub digest: Digest,
    /// Their length in bytes.
    pub size: usize,
    /// The digest that its note gives; `None` without a note.
    pub noted: Option<Digest>,
    /// When it was acquired; `None` without a note.
    pub acquired: Option<Moment>,
    /// Where it comes from.
    pub origin: Option<String>,
    /// Who acquired it.
    pub by: Option<String>,
    /// The path of its note below the vault.
    pub note: Option<String>,
    /// Whether its file is kept apart and not in the bundle: digest and length are as noted.
    pub absent: bool,
}

impl BundleExhibit {
    /// Whether its bytes are others than those its note tells of.
    pub fn is_changed(&self) -> bool {
        self.noted.is_some_and(|noted| noted != self.digest)
    }

    /// The file's name in the vault.
    pub fn file(&self) -> &str {
        self.source.rsplit('/').next().unwrap_or(&self.source)
    }
}

/// The path of an original, its bytes where they are here, and what its note says.
type Original<'f> = (&'f String, Option<&'f Vec<u8>>, Option<&'f Exhibit>);

/// Numbers originals: those with a note by the moment they were acquired, the others after
/// them by path.
///
/// `files` is path below the vault and bytes; `notes` what exhibit notes say, with the path of
/// the file each is about, and `by` who acquired those whose note names nobody. Detached
/// exhibits without a file are numbered with the others.
pub fn number_exhibits(
    files: &BTreeMap<String, Vec<u8>>,
    notes: &BTreeMap<String, &Exhibit>,
    by: Option<&str>,
) -> Vec<BundleExhibit> {
    let mut order: Vec<Original<'_>> =
        files.iter().map(|(path, bytes)| (path, Some(bytes), notes.get(path).copied())).collect();
    let absent =
        notes.iter().filter(|(path, note)| note.is_detached() && !files.contains_key(*path));
    order.extend(absent.map(|(path, note)| (path, None, Some(*note))));
    order.sort_by_key(|(path, _, note)| (note.is_none(), note.map(|note| note.moment), *path));
    let width = order.len().to_string().len().max(2);
    let number = |(at, one): (usize, Original<'_>)| {
        let (source, bytes, note) = one;
        let number = format!("E{:0width$}", at + 1);
        let file = source.rsplit('/').next().unwrap_or(source);
        BundleExhibit {
            path: format!("01-exhibits/{number}-{}", safe_name(file)),
            number,
            source: source.clone(),
            digest: match (bytes, note) {
                (None, Some(note)) => note.digest,
                (bytes, _) => Digest::of(bytes.map(Vec::as_slice).unwrap_or_default()),
            },
            size: bytes.map_or_else(|| note.map_or(0, noted_size), Vec::len),
            absent: bytes.is_none(),
            noted: note.map(|note| note.digest),
            acquired: note.map(|note| note.moment),
            origin: note.and_then(|note| note.origin.clone()),
            by: note.and_then(|note| note.by.clone().or_else(|| by.map(str::to_owned))),
            note: note.map(|note| note.note.clone()),
        }
    };
    order.into_iter().enumerate().map(number).collect()
}

fn noted_size(note: &Exhibit) -> usize {
    usize::try_from(note.size).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::model::Store;

    #[test]
    fn exhibits_are_numbered_by_the_day_they_were_acquired() {
        let exhibit = |file: &str, day: &str| Exhibit {
            note: format!("clients/nova/evidence/{file}.md"),
            moment: Moment::on_day(day.parse().unwrap(), &TimeZone::UTC),
            file: file.to_owned(),
            digest: Digest::of(b"x"),
            size: 1,
            origin: None,
            by: None,
            store: Store::Vault,
            kept_at: None,
        };
        let (late, early) = (exhibit("a.eml", "2026-05-01"), exhibit("b.eml", "2026-04-01"));
        let path = |file: &str| format!("clients/nova/evidence/{file}");
        let files = ["a.eml", "b.eml", "0.txt"].map(|file| (path(file), b"x".to_vec()));
        let notes = BTreeMap::from([(path("a.eml"), &late), (path("b.eml"), &early)]);
        let numbered = number_exhibits(&BTreeMap::from(files), &notes, Some("Jenna"));
        let paths: Vec<_> = numbered.iter().map(|exhibit| exhibit.path.as_str()).collect();
        assert_eq!(
            paths,
            ["01-exhibits/E01-b.eml", "01-exhibits/E02-a.eml", "01-exhibits/E03-0.txt"]
        );
        assert_eq!((numbered[0].is_changed(), numbered[2].by.as_deref()), (false, None));
    }
}
