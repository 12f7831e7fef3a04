//! A document that belongs to the user, with generated parts: made, or made anew.

use super::options::Writing;
use super::recording::{self, NewFile};
use super::session::Session;
use super::turn::in_turn;
use crate::failure::{Failure, FailureKind};
use crate::ledger::Message;
use crate::model::ClientId;
use crate::phrase::Phrase;
use crate::report::parts::{PartsError, refresh};
use crate::vault::{Vault, files};

/// A document that was rendered and is to be written.
#[derive(Clone, Debug)]
pub(super) struct Document<'d> {
    /// The client.
    pub(super) client: &'d ClientId,
    /// The file's name in the client's folder.
    pub(super) name: &'d str,
    /// What the commit is called.
    pub(super) action: &'d str,
    /// The text, its parts stamped.
    pub(super) fresh: String,
    /// What to say where nothing changes.
    pub(super) unchanged: Phrase,
}

/// Writes a new document, or refreshes the parts of the one that is there; every byte outside of
/// them stays.
pub(super) fn write(
    session: &Session,
    vault: &Vault,
    document: Document<'_>,
    writing: Writing,
) -> Result<(), Failure> {
    let path = format!("clients/{}/{}", document.client, document.name);
    let message = Message {
        client: Some(document.client.clone()),
        action: document.action.to_owned(),
        style: vault.settings().ledger.subject,
        ..Message::default()
    };
    in_turn(vault, writing, false, |turn| {
        let new = match files::read(&vault.root().join(&path))? {
            None => NewFile::new(path, document.fresh),
            Some(old) => match refreshed(&path, &old, &document.fresh, session)? {
                Some(text) => NewFile::replacing(path, old, text),
                None => {
                    session.ui.remark(&document.unchanged);
                    return Ok(());
                }
            },
        };
        recording::write(session, vault, turn, &[new], message, writing)
    })
}

/// The user's document with its generated parts made anew; `None` where nothing changes.
fn refreshed(
    path: &str,
    old: &[u8],
    fresh: &str,
    session: &Session,
) -> Result<Option<String>, Failure> {
    let old = std::str::from_utf8(old).map_err(|_| {
        Failure::new(FailureKind::Refused, Phrase::new("note-not-utf8").with("note", path))
    })?;
    let refreshed = refresh(old, fresh).map_err(|PartsError::NoParts| {
        Failure::new(FailureKind::Refused, Phrase::new("document-no-parts").with("note", path))
            .hint(Phrase::new("document-no-parts-hint"))
    })?;
    refreshed.problems.iter().for_each(|problem| session.ui.remark(&problem.phrase()));
    Ok((refreshed.text != old).then_some(refreshed.text))
}
