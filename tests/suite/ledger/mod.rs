//! The ledger against the real git.

mod dates;
mod keys;
mod messages;
mod refusals;
mod rewriting;
mod signatures;
mod signing;
mod survival;
mod told;
mod user_work;
mod verifying;
mod writing;

use casefile::ledger::{
    Change, DECISION, DIGEST, How, Identity, KIND, Ledger, LedgerError, Message, PREV, Person,
    Record, Recorded,
};
use casefile::model::{ClientId, Digest, SignPolicy};

use crate::sandbox::Sandbox;

/// A record of these changes with a plain message.
fn record_of(changes: Vec<Change>) -> Record {
    let jenna = Person { name: "Jenna Ray".to_owned(), email: "jenna@example.org".to_owned() };
    Record {
        changes,
        message: Message {
            client: Some(ClientId::new("nova")),
            action: "record".to_owned(),
            ..Message::default()
        },
        identity: Identity { author: jenna.clone(), committer: jenna },
        at: "2026-05-02T08:15:00Z".parse().unwrap(),
        offset: jiff::tz::offset(2),
        sign: SignPolicy::Auto,
        allow_detached: false,
    }
}

fn create(path: &str, text: impl AsRef<[u8]>) -> Change {
    Change { path: path.to_owned(), how: How::Create(text.as_ref().to_vec()) }
}

fn replace(path: &str, text: impl AsRef<[u8]>) -> Change {
    Change { path: path.to_owned(), how: How::Replace(text.as_ref().to_vec()) }
}

fn as_is(path: &str) -> Change {
    Change { path: path.to_owned(), how: How::AsIs }
}

/// A decision note of the client `nova`, its record, and its digest.
fn decision(name: &str, prev: &[Digest], reason: &str) -> (Record, Digest) {
    let prevs: Vec<_> = prev.iter().map(|digest| format!("prev: {digest}\n")).collect();
    let text = format!("---\ntype: decision\nkind: boundary\n{}---\n{reason}\n", prevs.concat());
    let digest = Digest::of(text.as_bytes());
    let mut record = record_of(vec![create(&format!("clients/nova/decisions/{name}.md"), text)]);
    record.message.action = "boundary".to_owned();
    record.message.trailers = vec![
        (DECISION, format!("nova/decisions/{name}")),
        (KIND, "boundary".to_owned()),
        (DIGEST, digest.to_string()),
    ];
    record.message.trailers.extend(prev.iter().map(|digest| (PREV, digest.to_string())));
    (record, digest)
}

fn try_record(sandbox: &Sandbox, record: &Record) -> Result<Recorded, LedgerError> {
    Ledger::open(&sandbox.vault())?.lock()?.record(record)
}

fn record(sandbox: &Sandbox, changes: Vec<Change>) -> Recorded {
    try_record(sandbox, &record_of(changes)).unwrap()
}

fn refusal(sandbox: &Sandbox, changes: Vec<Change>) -> LedgerError {
    try_record(sandbox, &record_of(changes)).unwrap_err()
}
