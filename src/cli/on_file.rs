//! The day that is asked about, and what answers: the trail, or today's files.

use std::sync::Arc;

use clap::ValueEnum;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use super::session::Session;
use super::surveying::Known;
use crate::assess::{AsOf, Catalogue, outcome};
use crate::failure::{Failure, FailureKind};
use crate::ledger::LedgerError;
use crate::model::{ClientId, Language, Settings};
use crate::phrase::Phrase;
use crate::recall::{Answer, Recall, Why};
use crate::report::{Counted, OnFile, Unread};
use crate::survey::Survey;
use crate::vault::{ClientFolder, Vault, VaultError};

/// The day that is asked about.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Day {
    /// As of that day: what was on file then, and whether today's files differ. 2026-11-20 or
    /// 2026-11-20T09:00.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// What answers for a past day: `trail`, the commit of then, and nothing else; `files`,
    /// today's files, leaving out what is dated later. Otherwise the trail where it can.
    #[arg(long, value_name = "SOURCE", value_enum, requires = "as_of")]
    from: Option<Source>,
}

/// What answers for a past day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Source {
    /// What git has of that day.
    #[value(help = "what was on file, by the commit of that day")]
    Trail,
    /// What lies on disk.
    #[value(help = "today's files, without what is dated later")]
    Files,
}

/// What is shown of one client.
pub(super) struct Shown {
    /// What answers.
    folder: ClientFolder,
    /// The red flags and settings of then, where the trail answers.
    then: Option<(Arc<Catalogue>, Settings)>,
    as_of: AsOf,
    on_file: Option<OnFile>,
    /// The language of documents for the client today.
    pub(super) language: Language,
}

impl Shown {
    fn today(folder: ClientFolder, as_of: AsOf, on_file: Option<OnFile>) -> Self {
        let language = folder.case.client.language;
        Self { folder, then: None, as_of, on_file, language }
    }

    /// What a question is answered from.
    pub(super) fn known<'k>(&'k self, vault: &'k Vault, survey: &'k Survey<'k>) -> Known<'k> {
        let (catalogue, settings) = match &self.then {
            Some((catalogue, settings)) => (&**catalogue, settings),
            None => (survey.catalogue(), vault.settings()),
        };
        Known {
            vault,
            catalogue,
            settings,
            case: &self.folder.case,
            unread: Unread::of(&self.folder.faults),
            as_of: self.as_of,
            on_file: self.on_file.clone(),
        }
    }
}

impl Day {
    /// The day itself, where one is asked about.
    pub(super) fn date(
        &self,
        session: &Session,
        zone: &TimeZone,
    ) -> Result<Option<jiff::civil::Date>, Failure> {
        let of = |text: &String| session.as_of(Some(text), zone).map(|as_of| as_of.day);
        self.as_of.as_ref().map(of).transpose()
    }

    /// What is known of the clients of these names on that day, sorted by client; all where
    /// none is named, those too that are only in the trail.
    pub(super) fn ask(
        &self,
        session: &Session,
        vault: &Vault,
        survey: &Survey<'_>,
        names: &[String],
    ) -> Result<Vec<Shown>, Failure> {
        let of_vault = session.as_of(self.as_of.as_deref(), &vault.settings().zone)?;
        let now = AsOf::at_instant(session.now(&vault.settings().zone), &vault.settings().zone);
        let is_past = self.as_of.is_some() && of_vault.day < now.day;
        let recall = if is_past && self.from != Some(Source::Files) {
            Some(Recall::open(vault, survey.catalogue()))
        } else {
            None
        };
        let gone = match &recall {
            Some(Ok(recall)) => recall.gone(of_vault.at).unwrap_or_default(),
            _ => Vec::new(),
        };
        let ids = named(vault, names, &gone)?;
        // The folder of a client that is gone is not looked for.
        let today = |id: &ClientId| {
            if gone.contains(id) { Recall::nothing(vault, id) } else { survey.client(id) }
        };
        let folders: Vec<ClientFolder> = ids.par_iter().map(today).collect();
        let asked = folders
            .into_iter()
            .map(|folder| {
                let as_of = session.as_of(self.as_of.as_deref(), &folder.case.client.zone)?;
                Ok((folder, as_of))
            })
            .collect::<Result<Vec<_>, Failure>>()?;
        match recall {
            None => {
                Ok(asked.into_iter().map(|(one, as_of)| Shown::today(one, as_of, None)).collect())
            }
            Some(recall) => self.recalled(recall, session, (vault, survey), asked),
        }
    }

    fn recalled(
        &self,
        recall: Result<Recall<'_>, LedgerError>,
        session: &Session,
        (vault, survey): (&Vault, &Survey<'_>),
        asked: Vec<(ClientFolder, AsOf)>,
    ) -> Result<Vec<Shown>, Failure> {
        let pairs: Vec<_> = asked.iter().map(|(folder, as_of)| (folder, *as_of)).collect();
        let answers = match recall.and_then(|recall| recall.answers(&pairs)) {
            Ok(answers) => answers,
            Err(error) if self.from == Some(Source::Trail) => return Err(error.into()),
            Err(LedgerError::NoRepository { .. }) => files(&pairs, &Why::NoRepository),
            Err(error) => {
                let Failure { message: reason, hints, .. } = error.into();
                let hint = hints.into_iter().next().unwrap_or(Phrase::new("git-refused-hint"));
                files(&pairs, &Why::Unreadable { reason, hint })
            }
        };
        drop(pairs);
        let show = |((folder, as_of), answer): ((ClientFolder, AsOf), Answer)| {
            let today = counted(&folder, survey.catalogue(), vault.settings(), as_of);
            let zone = &folder.case.client.zone;
            match answer {
                Answer::Files(why) => {
                    let on_file = OnFile::of_files(&why, today, as_of, zone);
                    if self.from == Some(Source::Trail) {
                        return Err(not_on_file(session, &folder.case.client.id, &on_file));
                    }
                    Ok(Shown::today(folder, as_of, Some(on_file)))
                }
                Answer::Trail(then) => {
                    let then_counted =
                        counted(&then.folder, &then.catalogue, &then.settings, as_of);
                    let on_file = OnFile::of_trail(&then, [then_counted, today], as_of, zone);
                    Ok(Shown {
                        language: folder.case.client.language,
                        folder: then.folder,
                        then: Some((then.catalogue, then.settings)),
                        as_of,
                        on_file: Some(on_file),
                    })
                }
            }
        };
        asked.into_iter().zip(answers).map(show).collect()
    }
}

fn counted(
    folder: &ClientFolder,
    catalogue: &Catalogue,
    settings: &Settings,
    as_of: AsOf,
) -> Counted {
    let outcome = outcome(&folder.case, catalogue, settings, as_of);
    Counted { standing: outcome.standing, score: outcome.score }
}

fn files(asked: &[(&ClientFolder, AsOf)], why: &Why) -> Vec<Answer> {
    asked.iter().map(|_| Answer::Files(why.clone())).collect()
}

/// The trail was asked for and has nothing.
fn not_on_file(session: &Session, client: &ClientId, on_file: &OnFile) -> Failure {
    let locale = session.ui.locale();
    let message = Phrase::new("not-on-file").with("client", client.as_str());
    let failure =
        Failure::new(FailureKind::NotFound, message).hint(Phrase::new("not-on-file-hint"));
    let reason = on_file.said.first().map(|said| locale.say(&said.phrase(locale.language())));
    reason.into_iter().fold(failure, Failure::because)
}

/// The clients of these names, each once, sorted; with all of `gone` where none is named.
fn named(vault: &Vault, names: &[String], gone: &[ClientId]) -> Result<Vec<ClientId>, Failure> {
    let mut ids = if names.is_empty() {
        let mut ids = vault.client_ids()?;
        ids.extend(gone.iter().cloned());
        ids
    } else {
        let find = |name: &String| match vault.find_client(name) {
            Err(error @ VaultError::UnknownClient { .. }) => {
                let name = name.trim_end_matches('/').to_lowercase();
                let begins = |id: &&ClientId| id.as_str().to_lowercase().starts_with(&name);
                let same = gone.iter().find(|id| id.as_str().to_lowercase() == name);
                let mut matching = gone.iter().filter(begins);
                let only = matching.next().filter(|_| matching.next().is_none());
                same.or(only).cloned().ok_or(error)
            }
            found => found,
        };
        names.iter().map(find).collect::<Result<Vec<_>, _>>()?
    };
    ids.sort();
    ids.dedup();
    Ok(ids)
}
