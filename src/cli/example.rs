//! The example vault in a folder of its own, with its decisions recorded: for `init` and `demo`.

use std::path::Path;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::decision;
use crate::failure::{Failure, FailureKind};
use crate::ledger::{Change, How, Identity, Ledger, Message, Person, Record};
use crate::model::{Decision, SignPolicy};
use crate::phrase::Phrase;
use crate::survey::Survey;
use crate::vault::{Vault, example_files, files, listing};

/// Puts the example vault into a folder that is empty or not there yet, and records its story:
/// one commit with the notes, then one for each decision, as its author took them.
pub(super) fn settle(folder: &Path) -> Result<Vault, Failure> {
    if !listing::list(folder)?.is_empty() {
        let path = folder.display().to_string();
        return Err(Failure::new(
            FailureKind::Refused,
            Phrase::new("not-empty").with("path", path),
        )
        .hint(Phrase::new("not-empty-hint")));
    }
    for (path, bytes) in example_files() {
        files::create_new(&folder.join(path), bytes)?;
    }
    let vault = Vault::open(folder.to_path_buf())?.with_sound_settings()?;
    let ledger = Ledger::init(folder)?;
    let decisions = decisions(&vault)?;
    let person = author(&vault);
    let identity = Identity { author: person.clone(), committer: person };
    let record = |paths: Vec<String>, message: Message, at: Timestamp, zone: &TimeZone| Record {
        changes: paths.into_iter().map(|path| Change { path, how: How::AsIs }).collect(),
        message,
        identity: identity.clone(),
        at,
        offset: zone.to_offset(at),
        sign: SignPolicy::Never,
        allow_detached: false,
    };

    let lock = ledger.lock()?;
    let begun = decisions.first().map_or(Timestamp::UNIX_EPOCH, |decision| {
        decision
            .moment
            .at
            .saturating_sub(SignedDuration::from_hours(1))
            .unwrap_or(decision.moment.at)
    });
    let notes = example_files().into_iter().map(|(path, _)| path);
    let notes = notes.filter(|path| !decisions.iter().any(|decision| decision.note == *path));
    let message = Message { action: "begin the example vault".to_owned(), ..Message::default() };
    lock.record(&record(notes.collect(), message, begun, &vault.settings().zone))?;
    for decision in &decisions {
        let message = decision::message(decision, &vault);
        let zone = &vault.settings().zone;
        lock.record(&record(vec![decision.note.clone()], message, decision.moment.at, zone))?;
    }
    drop(lock);
    Ok(vault)
}

/// Who wrote the example vault.
pub(super) fn author(vault: &Vault) -> Person {
    let author = vault.settings().author.as_deref().unwrap_or_default();
    let (name, email) = author.trim_end_matches('>').split_once(" <").unwrap_or((author, author));
    Person { name: name.to_owned(), email: email.to_owned() }
}

/// Every decision of the vault, in the order they were taken.
fn decisions(vault: &Vault) -> Result<Vec<Decision>, Failure> {
    let of_clients = Survey::of(vault).each_client(|folder| folder.case.decisions)?;
    let mut decisions: Vec<Decision> = of_clients.into_iter().flatten().collect();
    decisions.sort_by(|a, b| (a.moment, &a.id).cmp(&(b.moment, &b.id)));
    Ok(decisions)
}
