//! Reads everything on file about one client.

use rayon::prelude::*;

use super::{ClientFiles, Vault, VaultFile};
use crate::mail::manner;
use crate::model::{Case, Client, Direction, composed};
use crate::note::{
    Fault, Kind, Note, PlacedFault, Record, Recorded, TABLES, place, read_client, read_table,
    read_table_rows,
};

/// Looks at each note while its text is at hand.
pub trait Inspect: Sync {
    /// Faults beyond those of the reading.
    fn inspect(&self, note: &Note<'_>, recorded: &Recorded, client: &Client) -> Vec<Fault>;
}

/// Looks at nothing.
#[derive(Clone, Copy, Debug)]
pub struct Uninspected;

impl Inspect for Uninspected {
    fn inspect(&self, _: &Note<'_>, _: &Recorded, _: &Client) -> Vec<Fault> {
        Vec::new()
    }
}

/// What a client's folder holds.
#[derive(Clone, Debug)]
pub struct ClientFolder {
    /// What the notes record.
    pub case: Case,
    /// The path of the note that tells about the client; `None` where there is none.
    pub client_note: Option<String>,
    /// The paths of further notes that say they are the client note; they are not read.
    pub further_client_notes: Vec<String>,
    /// Faults, in the order of paths and bytes.
    pub faults: Vec<PlacedFault>,
}

/// Fewer notes than this are not worth a second thread.
const WORTH_A_THREAD: usize = 32;

impl Vault {
    /// A client of whom nothing is known yet but the vault's settings.
    fn unknown_client(&self, files: &ClientFiles) -> Client {
        let settings = self.settings();
        Client::unknown(
            files.id.clone(),
            settings.language.unwrap_or_default(),
            settings.zone.clone(),
            settings.currency,
        )
    }

    /// What the client note says, tables and every other note apart; the vault's settings where
    /// it does not say.
    pub fn read_client_alone(&self, files: &ClientFiles) -> Client {
        let mut client = self.unknown_client(files);
        if let Some(file) = self.client_note(files) {
            let read = self.read(file);
            let note = Note::parse(&file.path, &read.text, &mut Vec::new());
            read_client(&note, &mut client, &mut Vec::new());
        }
        client
    }

    /// Reads everything on file about a client; a note that cannot be read becomes faults.
    pub fn load_client(&self, files: &ClientFiles, inspect: &impl Inspect) -> ClientFolder {
        let mut faults = files.faults.clone();
        let mut client = self.unknown_client(files);
        let own = self.client_note(files);
        let mut tells_of_client = false;
        let mut of_own = Recorded::default();
        if let Some(file) = own {
            let read = self.read(file);
            let mut of_note = read.faults;
            let note = Note::parse(&file.path, &read.text, &mut of_note);
            // A note too damaged to say what it is has findings of its own.
            tells_of_client = note.kind == Some(Kind::Client) || !of_note.is_empty();
            read_client(&note, &mut client, &mut of_note);
            of_own = note.read(&client, &mut of_note);
            hear(&note, &mut of_own);
            of_note.extend(inspect.inspect(&note, &of_own, &client));
            faults.extend(place(&file.path, &read.text, of_note));
        }
        for file in &files.others {
            faults.extend(self.load_table(file, &mut client));
        }
        let mut case = Case::empty(client);
        file_recorded(of_own, &mut case);
        let load = |file: &VaultFile| self.load_note(file, &case.client, inspect);
        let rest: Vec<&VaultFile> = files.notes.iter().filter(|file| Some(*file) != own).collect();
        let loaded: Vec<(Recorded, Vec<PlacedFault>)> = if rest.len() < WORTH_A_THREAD {
            rest.iter().copied().map(load).collect()
        } else {
            rest.par_iter().copied().with_min_len(WORTH_A_THREAD / 2).map(load).collect()
        };
        let mut further_client_notes = Vec::new();
        for (file, (recorded, of_note)) in rest.into_iter().zip(loaded) {
            if recorded.record == Record::Client {
                further_client_notes.push(file.path.clone());
            }
            file_recorded(recorded, &mut case);
            faults.extend(of_note);
        }
        case.sort();
        let client_note = own.filter(|_| tells_of_client).map(|file| file.path.clone());
        ClientFolder { case, client_note, further_client_notes, faults }
    }

    /// The client note: `<id>.md`, else the first note of the folder that says it is one.
    fn client_note<'f>(&self, files: &'f ClientFiles) -> Option<&'f VaultFile> {
        let folder = format!("clients/{}/", files.id);
        let own = format!("{folder}{}.md", files.id);
        let in_folder = |file: &&VaultFile| {
            file.path.strip_prefix(&folder).is_some_and(|rest| !rest.contains('/'))
        };
        let is_own = |file: &&VaultFile| composed(&file.path) == composed(&own);
        files
            .notes
            .iter()
            .find(|file| file.path == own)
            .or_else(|| files.notes.iter().find(is_own))
            .or_else(|| {
                files.notes.iter().filter(in_folder).find(|file| {
                    let read = self.read(file);
                    let note = Note::parse(&file.path, &read.text, &mut Vec::new());
                    note.kind == Some(Kind::Client)
                })
            })
    }

    fn load_table(&self, file: &VaultFile, client: &mut Client) -> Vec<PlacedFault> {
        let beside = format!("clients/{}/{}", client.id, file.name());
        let table = file.name().strip_suffix(".csv").filter(|_| file.path == beside);
        let Some(table) = table.filter(|name| TABLES.contains(name)) else { return Vec::new() };
        let read = self.read(file);
        let mut faults = read.faults;
        let tree = read_table(table, &read.text, &mut faults);
        read_table_rows(table, &file.path, tree.rows(), client, &mut faults);
        place(&file.path, &read.text, faults)
    }

    fn load_note(
        &self,
        file: &VaultFile,
        client: &Client,
        inspect: &impl Inspect,
    ) -> (Recorded, Vec<PlacedFault>) {
        let read = self.read(file);
        let mut faults = read.faults;
        let note = Note::parse(&file.path, &read.text, &mut faults);
        let mut recorded = note.read(client, &mut faults);
        hear(&note, &mut recorded);
        // Later decisions and the ledger name it by the bytes of the file.
        if let (Record::Decision(decision), Some(digest)) = (&mut recorded.record, read.digest) {
            decision.digest = digest;
        }
        faults.extend(inspect.inspect(&note, &recorded, client));
        (recorded, place(&file.path, &read.text, faults))
    }
}

/// Looks how a message of the client speaks, while its text is in memory.
fn hear(note: &Note<'_>, recorded: &mut Recorded) {
    if let Record::Message(message) = &mut recorded.record
        && message.direction == Direction::Incoming
    {
        message.manner = manner(note.parts.body.of(note.text));
    }
}

fn file_recorded(recorded: Recorded, case: &mut Case) {
    case.incidents.extend(recorded.incidents);
    match recorded.record {
        Record::Decision(decision) => case.decisions.push(*decision),
        Record::Credit(credit) => case.credits.push(credit),
        Record::Pulse(pulse) => case.pulses.push(pulse),
        Record::Message(message) => case.messages.push(message),
        Record::Exhibit(exhibit) => case.exhibits.push(exhibit),
        Record::Lessons(lessons) => case.lessons.extend(lessons),
        Record::Plan(plan) => case.plans.push(plan),
        Record::Draft(draft) => case.drafts.push(draft),
        Record::Client | Record::Flag(_) | Record::Text => {}
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::model::{Manner, Pronoun};

    fn load(notes: &[(&str, &str)]) -> ClientFolder {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        fs::create_dir_all(root.join("clients/nova")).expect("folders");
        fs::write(root.join("casefile.toml"), "format = 1\n").expect("the settings");
        for (name, text) in notes {
            fs::write(root.join("clients/nova").join(name), text).expect("a note");
        }
        let vault = Vault::open(root.to_path_buf()).expect("a vault");
        let files = vault.client_files(&crate::model::ClientId::new("nova"));
        vault.load_client(&files, &Uninspected)
    }

    #[test]
    fn incidents_of_the_client_note_are_filed() {
        let item = "{date: 2026-04-12, flags: [threat], severity: low, observed: Here.}";
        let own = format!("---\ntype: client\nincidents: [{item}]\n---\n");
        let loaded = load(&[("nova.md", &own)]);
        assert_eq!(loaded.case.incidents[0].id.as_str(), "nova#1");
        assert_eq!(loaded.faults, []);
    }

    #[test]
    fn a_record_under_the_name_of_the_client_note_is_filed() {
        let own = "---\ntype: message\ndate: 2026-04-12\ndirection: incoming\nincidents: []\n---\n";
        assert_eq!(load(&[("nova.md", own)]).case.messages.len(), 1);
    }

    #[test]
    fn how_the_client_speaks_is_heard_and_how_the_user_does_is_not() {
        let note = |direction: &str| {
            let front = format!("type: message\ndate: 2026-04-11\ndirection: {direction}\n");
            format!("---\n{front}---\nBonjour,\n\ntu peux rappeler ?\n\n> Je vous appelle.\n")
        };
        let (theirs, ours) = (note("incoming"), note("outgoing"));
        let folder = load(&[("a.md", &theirs), ("b.md", &ours)]);
        let manners: Vec<Manner> = folder.case.messages.iter().map(|one| one.manner).collect();
        let heard = Manner { greets: Some(true), pronoun: Some(Pronoun::Tu) };
        assert_eq!(manners, [heard, Manner::default()]);
    }
}
