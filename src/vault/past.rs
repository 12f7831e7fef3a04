//! The files of a vault as they were on another day, held in memory.
//!
//! Owns: what a walk over such files finds and what reading one of them gives, as on disk. Must
//! not: know where they come from, or touch a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::walk::{link, unreadable};
use super::{ReadText, SETTINGS_FILE, VaultFile, read};
use crate::model::ClientId;
use crate::note::PlacedFault;

/// A file as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PastFile {
    /// A note, a table or the settings: its bytes.
    Text(Arc<[u8]>),
    /// A note that is larger than notes are read.
    TooLarge,
    /// A note whose bytes cannot be had, and why.
    Unreadable(String),
    /// Another file, which is not read.
    Other,
    /// A link, which is not followed.
    Link,
    /// What is no file: another repository.
    Special,
}

/// The files of a vault as they were, by their path below the vault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastFiles(BTreeMap<String, PastFile>);

impl PastFiles {
    /// Adds a file. Names that were told apart by bytes that are no text get a mark each.
    pub fn add(&mut self, mut path: String, file: PastFile) {
        while self.0.contains_key(&path) {
            let note = path.ends_with(".md");
            path.truncate(path.len() - if note { 3 } else { 0 });
            path.push_str(if note { "~.md" } else { "~" });
        }
        self.0.insert(path, file);
    }

    /// Puts a note's bytes into the place of what was there.
    pub fn put(&mut self, path: String, bytes: Vec<u8>) {
        self.0.insert(path, PastFile::Text(bytes.into()));
    }

    /// Adds the files of another client.
    pub fn extend(&mut self, others: &Self) {
        self.0.extend(others.0.iter().map(|(path, file)| (path.clone(), file.clone())));
    }

    /// The file at this path.
    pub fn get(&self, path: &str) -> Option<&PastFile> {
        self.0.get(path)
    }

    /// The bytes of a note, a table or the settings.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        match self.0.get(path) {
            Some(PastFile::Text(bytes)) => Some(bytes),
            _ => None,
        }
    }

    /// The paths that begin with these words, sorted.
    pub fn paths<'p>(&'p self, start: &'p str) -> impl Iterator<Item = &'p str> {
        self.0
            .range(start.to_owned()..)
            .map(|(path, _)| path.as_str())
            .take_while(move |path| path.starts_with(start))
    }

    /// The text of the settings.
    pub(super) fn settings(&self) -> Option<String> {
        self.bytes(SETTINGS_FILE).map(|bytes| read::decode(bytes.to_vec()).text)
    }

    /// The clients, sorted.
    pub(super) fn client_ids(&self) -> Vec<ClientId> {
        let below = self.paths("clients/").filter_map(|path| path.split('/').nth(1));
        let mut ids: Vec<ClientId> = below.map(ClientId::new).collect();
        ids.dedup();
        ids.sort();
        ids
    }

    /// The files whose path begins with these words, and what is none.
    pub(super) fn below(&self, start: &str) -> (Vec<VaultFile>, Vec<PlacedFault>) {
        let (mut files, mut faults) = (Vec::new(), Vec::new());
        for path in self.paths(start) {
            match self.get(path) {
                Some(PastFile::Link) => faults.push(link(path)),
                Some(PastFile::Special) => faults.push(unreadable(path, "another repository")),
                _ => files.push(VaultFile::plain(path.to_owned())),
            }
        }
        (files, faults)
    }

    /// Reads a note or a table.
    pub(super) fn read(&self, path: &str) -> ReadText {
        match self.get(path) {
            Some(PastFile::Text(bytes)) => read::decode(bytes.to_vec()),
            Some(PastFile::TooLarge) => read::too_large(),
            Some(PastFile::Unreadable(reason)) => read::unreadable(reason),
            _ => ReadText::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::{Uninspected, Vault};

    fn files(texts: &[(&str, &str)]) -> PastFiles {
        let mut files = PastFiles::default();
        for (path, text) in texts {
            files.add((*path).to_owned(), PastFile::Text(text.as_bytes().into()));
        }
        files
    }

    #[test]
    fn names_that_read_alike_stay_two_files() {
        let files =
            files(&[("clients/a/x.md", "1"), ("clients/a/x.md", "2"), ("c", ""), ("c", "")]);
        let paths: Vec<&str> = files.paths("c").collect();
        assert_eq!(paths, ["c", "clients/a/x.md", "clients/a/x~.md", "c~"]);
    }

    #[test]
    fn a_vault_as_it_was_reads_nothing_on_disk() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("clients/today")).unwrap();
        std::fs::write(folder.path().join("casefile.toml"), "format = 1\n").unwrap();
        let today = Vault::open(folder.path().to_path_buf()).unwrap();
        let incident = "---\ntype: incident\ndate: 2026-05-01\nflags: [threat]\n---\nX.\n";
        let then = today.as_it_was(files(&[
            ("casefile.toml", "format = 1\n[score]\nwatch = 3\n"),
            ("clients/then/2026-05-01-x.md", incident),
        ]));
        assert_eq!(then.settings().score.watch, 3.0);
        let ids = then.client_ids().unwrap();
        assert_eq!(ids.iter().map(ClientId::as_str).collect::<Vec<_>>(), ["then"]);
        let case = then.load_client(&then.client_files(&ids[0]), &Uninspected).case;
        assert_eq!(case.incidents.len(), 1);
    }
}
