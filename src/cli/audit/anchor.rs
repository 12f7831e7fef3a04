//! `casefile audit anchor`: a statement of what the trail is, and what outsiders say of it.

mod import;
mod witness;

use std::path::{Path, PathBuf};

use super::super::options::Writing;
use super::super::recording::{self, NewFile};
use super::super::session::Session;
use super::super::{Outcome, verifying};
use crate::anchor::{AnchorLine, FOLDER, Statement, request, stem};
use crate::failure::{Failure, FailureKind};
use crate::ledger::{ANCHOR, DraftedChain, Ledger, Message};
use crate::model::{ClientId, Digest};
use crate::phrase::Phrase;
use crate::vault::{Vault, files};

/// Anchor the trail with somebody outside, so that it can be shown when it was what it is.
///
/// Writes a statement of what the trail is now, commits it, and prints a line to be sent to
/// somebody: whoever receives it becomes a witness. The statement can also be stamped by a
/// time-stamping authority (RFC 3161) or with OpenTimestamps. casefile itself has no network:
/// what is posted, you post.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client; all of them otherwise.
    client: Option<String>,
    /// Write a request for a time stamp into this file, `-` for the standard output.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["import", "witness"])]
    request: Option<PathBuf>,
    /// Keep what an authority answered (.tsr), or a proof of OpenTimestamps (.ots).
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["witness", "client"])]
    import: Vec<PathBuf>,
    /// Note that the line was sent, and where: "mail to Léa Martin", "chat of the platform".
    #[arg(long, value_name = "WHERE")]
    witness: Option<String>,
    /// When it was sent; now otherwise.
    #[arg(long, value_name = "DATE", requires = "witness")]
    on: Option<String>,
    /// A file that shows it; it is kept as an exhibit of the client.
    #[arg(long, value_name = "FILE", requires = "witness")]
    exhibit: Option<PathBuf>,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let client = args.client.as_deref().map(|name| vault.find_client(name)).transpose()?;
    let ledger = Ledger::open(vault.root())?;
    let work = Work { session, vault: &vault, ledger: &ledger, writing: args.writing };
    if !args.import.is_empty() {
        args.import.iter().try_for_each(|file| work.import(file))?;
    } else if let Some(place) = &args.witness {
        work.witness(args, place, client.as_ref())?;
    } else {
        work.anchor(args.request.as_deref(), client.as_ref())?;
    }
    Ok(Outcome::Done)
}

struct Work<'w> {
    session: &'w Session,
    vault: &'w Vault,
    ledger: &'w Ledger,
    writing: Writing,
}

impl Work<'_> {
    fn say(&self, phrase: &Phrase) {
        self.session.ui.remark(phrase);
    }

    fn now(&self) -> jiff::Timestamp {
        self.session.now(&self.vault.settings().zone)
    }

    /// Writes the statement of now, and the request for it where one is asked for.
    fn anchor(&self, to: Option<&Path>, client: Option<&ClientId>) -> Result<(), Failure> {
        let shelf = self.vault.shelf(None)?;
        let now = self.now();
        let now = jiff::Timestamp::from_second(now.as_second()).unwrap_or(now);
        let reading = verifying::reading(self.vault)?;
        let draft = self.ledger.draft_anchor(client, now, &shelf, &reading)?.ok_or_else(|| {
            Failure::new(FailureKind::Refused, Phrase::new("anchor-nothing"))
                .hint(Phrase::new("anchor-nothing-hint"))
        })?;
        let statement = draft.statement;
        let bytes = statement.to_bytes();
        let path = draft.there.clone();
        let path = path.unwrap_or_else(|| format!("{FOLDER}/{}.json", statement.name()));
        let mut new = Vec::new();
        if draft.there.is_none() {
            new.push(NewFile::new(path.clone(), bytes.clone()));
        }
        let query = request(Digest::of(&bytes));
        let query_path = format!("{FOLDER}/{}.tsq", stem(&path));
        if to.is_some() && !self.vault.root().join(&query_path).exists() {
            new.push(NewFile::new(query_path, query.clone()));
        }
        let plural = if statement.count == 1 { "" } else { "s" };
        let said = format!("{} decision{plural}", statement.count);
        self.write(&new, client, "anchor", &said, &path)?;
        if self.writing.dry_run {
            return Ok(());
        }
        self.say(&match draft.there {
            Some(_) => Phrase::new("anchor-there").with("path", path.as_str()),
            None => Phrase::new("anchor-made")
                .with("path", path.as_str())
                .with("count", statement.count),
        });
        match to {
            Some(to) => self.hand_over(to, &query),
            None => {
                for line in self.lines(&statement, client)? {
                    self.session.ui.answer_line(&line)?;
                }
                self.say(&Phrase::new("anchor-next-line"));
                self.say(&Phrase::new("anchor-next-request"));
                Ok(())
            }
        }
    }

    fn hand_over(&self, to: &Path, query: &[u8]) -> Result<(), Failure> {
        let shown = if to == Path::new("-") {
            self.session.ui.answer_bytes(query)?;
            "q.tsq".to_owned()
        } else {
            files::write_answer(to, query)?;
            self.session.ui.answer_line(&to.display().to_string())?;
            to.display().to_string()
        };
        self.say(&Phrase::new("anchor-next-post").with("file", shown));
        self.say(&Phrase::new("anchor-next-import"));
        Ok(())
    }

    /// The line of each client that a statement covers, or of one of them.
    fn lines(
        &self,
        statement: &Statement,
        client: Option<&ClientId>,
    ) -> Result<Vec<String>, Failure> {
        let reading = verifying::reading(self.vault)?;
        let day = statement.claimed.to_zoned(self.vault.settings().zone.clone()).date();
        let mut chains = self.ledger.covered_chains(statement, &reading)?;
        chains.retain(|chain| client.is_none_or(|client| chain.client == *client));
        let line = |chain: &DraftedChain| AnchorLine {
            client: chain.client.clone(),
            count: chain.count,
            head: chain.head(),
            day,
        };
        Ok(chains.iter().map(|chain| line(chain).to_string()).collect())
    }

    /// Writes and records; nothing where there is nothing.
    fn write(
        &self,
        new: &[NewFile],
        client: Option<&ClientId>,
        action: &str,
        said: &str,
        path: &str,
    ) -> Result<(), Failure> {
        if new.is_empty() {
            return Ok(());
        }
        let message = Message {
            client: client.cloned(),
            action: action.to_owned(),
            statement: said.to_owned(),
            trailers: vec![(ANCHOR, path.to_owned())],
            style: self.vault.settings().ledger.subject,
            ..Message::default()
        };
        let commit = recording::commits(self.vault, self.writing, true);
        if self.writing.dry_run {
            return recording::show(self.session, new, commit.then_some(&message));
        }
        if commit {
            let lock = self.ledger.lock()?;
            recording::record(self.session, self.vault, self.ledger, &lock, new, message)
                .map(|_| ())
        } else {
            recording::write_files(self.vault, new)
        }
    }
}
