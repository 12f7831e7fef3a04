//! Every note, and every client, in turn, in memory that does not grow with the vault.

use rayon::prelude::*;

use super::Survey;
use crate::model::{Client, ClientId};
use crate::note::{Note, PlacedFault, place};
use crate::query::Place;
use crate::vault::{ClientFolder, VaultError, VaultFile};

/// How many clients are listed at once, and how many notes are read at once.
const CLIENTS: usize = 64;
const NOTES: usize = 512;

/// A note that was looked at.
#[derive(Debug)]
pub struct Looked<T> {
    /// What was made of it.
    pub made: T,
    /// What is wrong with how it is written; nothing of what it means.
    pub faults: Vec<PlacedFault>,
}

impl Survey<'_> {
    /// Reads these clients' notes, and those outside the clients' folders where `clients` is
    /// `None`, side by side; `take` gets what was made of each, in the order of clients and paths.
    ///
    /// # Errors
    /// Where `clients/` cannot be read, and what `take` refuses.
    pub fn each_note<T: Send, E: From<VaultError>>(
        &self,
        clients: Option<&[ClientId]>,
        work: impl Fn(&Note<'_>, &Place<'_>) -> T + Sync,
        mut take: impl FnMut(Looked<T>) -> Result<(), E>,
    ) -> Result<(), E> {
        let ids = match clients {
            Some(clients) => clients.to_vec(),
            None => self.vault.client_ids()?,
        };
        for ids in ids.chunks(CLIENTS) {
            let listed: Vec<(Vec<VaultFile>, Client)> = ids
                .par_iter()
                .map(|id| {
                    let files = self.vault.client_files(id);
                    let client = self.vault.read_client_alone(&files);
                    (files.notes, client)
                })
                .collect();
            let notes: Vec<(&VaultFile, Place<'_>)> = listed
                .iter()
                .flat_map(|(notes, client)| {
                    let place = Place {
                        client: Some(&client.id),
                        zone: &client.zone,
                        currency: client.currency,
                    };
                    notes.iter().map(move |file| (file, place))
                })
                .collect();
            self.look_at(&notes, &work, &mut take)?;
        }
        if clients.is_some() {
            return Ok(());
        }
        let settings = self.vault.settings();
        let place = Place { client: None, zone: &settings.zone, currency: settings.currency };
        let is_read = |file: &&VaultFile| file.is_note() && !file.path.starts_with("templates/");
        let notes: Vec<(&VaultFile, Place<'_>)> =
            self.others.iter().filter(is_read).map(|file| (file, place)).collect();
        self.look_at(&notes, &work, &mut take)
    }

    /// Loads these clients, all of them where `clients` is `None`, side by side; `take` gets what was
    /// made of each, in their order.
    ///
    /// # Errors
    /// Where `clients/` cannot be read, and what `take` refuses.
    pub fn each_client_in_turn<T: Send, E: From<VaultError>>(
        &self,
        clients: Option<&[ClientId]>,
        work: impl Fn(ClientFolder) -> T + Sync,
        mut take: impl FnMut(T) -> Result<(), E>,
    ) -> Result<(), E> {
        let ids = match clients {
            Some(clients) => clients.to_vec(),
            None => self.vault.client_ids()?,
        };
        for ids in ids.chunks(CLIENTS) {
            let made: Vec<T> = ids.par_iter().map(|id| work(self.client(id))).collect();
            made.into_iter().try_for_each(&mut take)?;
        }
        Ok(())
    }

    fn look_at<T: Send, E>(
        &self,
        notes: &[(&VaultFile, Place<'_>)],
        work: &(impl Fn(&Note<'_>, &Place<'_>) -> T + Sync),
        take: &mut impl FnMut(Looked<T>) -> Result<(), E>,
    ) -> Result<(), E> {
        let look = |(file, of): &(&VaultFile, Place<'_>)| {
            let read = self.vault.read(file);
            let mut faults = read.faults;
            let note = Note::parse(&file.path, &read.text, &mut faults);
            let made = work(&note, of);
            Looked { made, faults: place(&file.path, &read.text, faults) }
        };
        for notes in notes.chunks(NOTES) {
            let looked: Vec<Looked<T>> = notes.par_iter().map(look).collect();
            looked.into_iter().try_for_each(&mut *take)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::vault::Vault;

    #[test]
    fn notes_come_in_order_and_only_so_many_are_in_memory() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        std::fs::write(root.join("casefile.toml"), "format = 1\n").expect("the settings");
        let mut written = Vec::new();
        for (client, notes) in [("a", 1), ("b", NOTES * 2 + 3), ("c", 40)] {
            let below = root.join("clients").join(client);
            std::fs::create_dir_all(&below).expect("a folder");
            for note in 0..notes {
                let name = format!("{note:05}.md");
                std::fs::write(below.join(&name), "text\n").expect("a note");
                written.push(format!("clients/{client}/{name}"));
            }
        }
        std::fs::create_dir(root.join("flags")).expect("a folder");
        std::fs::write(root.join("flags/own.md"), "text\n").expect("a note");
        written.push("flags/own.md".to_owned());
        let vault = Vault::open(root.to_path_buf()).expect("a vault");
        let (made, mut taken) = (AtomicUsize::new(0), Vec::new());
        let look = |note: &Note<'_>, _: &Place<'_>| {
            made.fetch_add(1, Ordering::Relaxed);
            note.path.to_owned()
        };
        let take = |looked: Looked<String>| {
            taken.push(looked.made);
            assert!(made.load(Ordering::Relaxed) < taken.len() + NOTES, "too many at once");
            Ok::<(), VaultError>(())
        };
        Survey::of(&vault).each_note(None, look, take).expect("a vault that can be read");
        assert_eq!(taken, written);
    }
}
