//! That a line was sent: where, when, and what shows it.

use super::{Args, Work};
use crate::anchor::{FOLDER, Witnessed, stem};
use crate::cli::recording::{self, NewFile};
use crate::cli::{evidence, verifying, words};
use crate::failure::{Failure, FailureKind};
use crate::model::{Client, ClientId, Digest};
use crate::phrase::Phrase;
use crate::survey::Survey;
use crate::vault::files;

/// When a line was sent, the exhibit that shows it, and the files of that exhibit.
struct Sent {
    when: String,
    exhibit: Option<(String, Digest)>,
    files: Vec<NewFile>,
}

impl Work<'_> {
    /// Notes that the line of the last statement was sent.
    pub(super) fn witness(
        &self,
        args: &Args,
        place: &str,
        client: Option<&ClientId>,
    ) -> Result<(), Failure> {
        let shelf = self.vault.shelf(None)?;
        let none = || {
            Failure::new(FailureKind::Refused, Phrase::new("anchor-no-statement"))
                .hint(Phrase::new("anchor-no-statement-hint"))
        };
        let (mut chosen, mut lines) = (None, Vec::new());
        for (digest, path, statement) in shelf.newest_first() {
            lines = self.lines(statement, client)?;
            chosen = Some((digest, path));
            if !lines.is_empty() {
                break;
            }
        }
        let (digest, path) = chosen.ok_or_else(none)?;
        if let (Some(client), true) = (client, lines.is_empty()) {
            let message = Phrase::new("anchor-not-covered")
                .with("path", path)
                .with("client", client.as_str());
            let hint = Phrase::new("anchor-not-covered-hint").with("client", client.as_str());
            return Err(Failure::new(FailureKind::Refused, message).hint(hint));
        }
        let reading = verifying::reading(self.vault)?;
        let now = self.session.now(&self.vault.settings().zone);
        let current = self.ledger.draft_anchor(client, now, &shelf, &reading)?;
        if current.is_some_and(|draft| draft.there.is_none()) {
            self.say(&Phrase::new("anchor-witness-outdated").with("path", path));
        }
        let sent = self.sent(args, client)?;
        let mut new = sent.files;
        let told = Witnessed {
            exhibit: sent.exhibit.as_ref().map(|(path, _)| path.clone()),
            exhibit_digest: sent.exhibit.map(|(_, digest)| digest),
            lines,
            schema: 1,
            statement: digest,
            when: sent.when,
            place: place.to_owned(),
        };
        let bytes = told.to_bytes();
        let name = &Digest::of(&bytes).to_hex()[..6];
        let file = format!("{FOLDER}/{}-witness-{name}.json", stem(path));
        if self.vault.root().join(&file).exists() {
            self.say(&Phrase::new("anchor-import-there").with("path", file));
            return Ok(());
        }
        new.push(NewFile::new(file.clone(), bytes));
        self.write(&new, client, "witness", "", &file)?;
        if self.writing.dry_run {
            Ok(())
        } else {
            recording::answer_paths(self.session, self.vault, &new)
        }
    }

    fn sent(&self, args: &Args, client: Option<&ClientId>) -> Result<Sent, Failure> {
        let settings = self.vault.settings();
        let language = settings.language.unwrap_or_default();
        let unknown = |id| Client::unknown(id, language, settings.zone.clone(), settings.currency);
        let owner = match client {
            Some(id) => Survey::of(self.vault).client(id).case.client,
            None => unknown(ClientId::new("")),
        };
        let moment = words::moment(self.session, args.on.as_deref(), &owner)?;
        let when = moment.to_string();
        let Some(original) = &args.exhibit else {
            return Ok(Sent { when, exhibit: None, files: Vec::new() });
        };
        if client.is_none() {
            let message = Phrase::new("anchor-exhibit-needs-client");
            return Err(Failure::new(FailureKind::Usage, message)
                .hint(Phrase::new("anchor-exhibit-needs-client-hint")));
        }
        let original = self.session.folder().join(original);
        let kept = evidence::exhibit(self.session, self.vault, &owner, &original, moment)?;
        let path = format!("clients/{}/evidence/{}", owner.id, kept.name);
        let bytes = files::read(&original)?.unwrap_or_default();
        Ok(Sent { when, exhibit: Some((path, Digest::of(&bytes))), files: kept.files })
    }
}
