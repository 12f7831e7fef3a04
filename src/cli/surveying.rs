//! Views of clients, made the same way for every command that shows them.

use jiff::Timestamp;
use jiff::civil::Date;

use super::session::Session;
use crate::assess::{AsOf, Assessment, assess, explain};
use crate::exit::{Owed, Terms, agenda, terms};
use crate::failure::Failure;
use crate::model::{Case, Client, ClientId, LateInterest};
use crate::render::Templates;
use crate::report::{
    AgendaEntry, AgendaView, ClientStatus, ExplainView, Names, OwedView, ReportView, StatusView,
    Unread, history, weekly,
};
use crate::survey::Survey;
use crate::vault::{ClientFolder, Vault};

/// The templates of a vault: its own before the built-in ones.
pub(super) fn templates(vault: &Vault) -> Result<Templates, Failure> {
    let own = vault.own_templates()?;
    Ok(Templates::with(move |name| own.get(name).cloned()))
}

/// What a question about one client is answered from.
pub(super) struct Known<'k> {
    pub(super) vault: &'k Vault,
    pub(super) survey: &'k Survey<'k>,
    pub(super) case: &'k Case,
    pub(super) unread: Unread,
    pub(super) as_of: AsOf,
}

impl Known<'_> {
    /// The assessment of the case at that moment.
    pub(super) fn assessment(&self) -> Assessment {
        assess(self.case, self.survey.catalogue(), self.vault.settings(), self.as_of)
    }
}

/// Answers a question about the client of this name, as it was known on a day, else now.
pub(super) fn about<T>(
    session: &mut Session,
    client: &str,
    as_of: Option<&str>,
    answer: impl FnOnce(&Session, &Known<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let vault = session.vault()?;
    let id = vault.find_client(client)?;
    let survey = Survey::of(&vault);
    let folder = survey.client(&id);
    let (case, unread) = (folder.case, Unread::of(&folder.faults));
    let as_of = session.as_of(as_of, &case.client)?;
    answer(session, &Known { vault: &vault, survey: &survey, case: &case, unread, as_of })
}

/// The report of a client as it was known at a moment.
pub(super) fn report_view(
    survey: &Survey<'_>,
    vault: &Vault,
    folder: &ClientFolder,
    as_of: AsOf,
) -> ReportView {
    let (catalogue, settings) = (survey.catalogue(), vault.settings());
    let case = &folder.case;
    let assessment = assess(case, catalogue, settings, as_of);
    let explanation = explain(case, catalogue, settings, as_of);
    let since = assessment.rate.as_ref().map_or(as_of.day, |rate| rate.since);
    let points = weekly(since, as_of, case);
    let past = history(case, catalogue, settings, &points);
    ReportView::of(case, catalogue, settings, &assessment, &explanation, past)
        .with_unread(Unread::of(&folder.faults))
}

/// What a client owed at a moment, by the law that the client note names.
pub(super) fn owed_view(
    vault: &Vault,
    folder: &ClientFolder,
    as_of: AsOf,
) -> Result<OwedView, Failure> {
    let client = &folder.case.client;
    let terms = client_terms(vault, client)?;
    let owed = Owed::of(&folder.case, &terms, as_of);
    Ok(OwedView::of(client, &terms, &owed).with_unread(Unread::of(&folder.faults)))
}

/// What a late payment costs a client.
pub(super) fn client_terms(vault: &Vault, client: &Client) -> Result<Terms, Failure> {
    let law = match &client.late_interest {
        Some(LateInterest::Jurisdiction(name)) => vault.jurisdiction(name)?,
        _ => None,
    };
    Ok(terms(client, law))
}

/// What has to be done up to a day, over all clients.
pub(super) fn agenda_view(
    survey: &Survey<'_>,
    vault: &Vault,
    session: &Session,
    today: Date,
    until: Date,
) -> Result<AgendaView, Failure> {
    let (catalogue, settings) = (survey.catalogue(), vault.settings());
    let now = session.now(&settings.zone);
    let names = Names::all(catalogue);
    let clients = survey.each_client(|folder| {
        let client = &folder.case.client;
        let terms = client_terms(vault, client)?;
        let as_of = AsOf::at_instant(now, &client.zone);
        let assessment = assess(&folder.case, catalogue, settings, as_of);
        let owed = Owed::of(&folder.case, &terms, as_of);
        let entries = agenda(&folder.case, &assessment, &owed);
        let entry = |entry| AgendaEntry::of(entry, client, as_of.day, &names);
        let entries: Vec<AgendaEntry> = entries.iter().map(entry).collect();
        Ok::<_, Failure>((entries, Unread::of(&folder.faults)))
    })?;
    let clients = clients.into_iter().collect::<Result<Vec<_>, Failure>>()?;
    let unread = clients.iter().fold(Unread::default(), |all, (_, unread)| all.and(*unread));
    let entries = clients.into_iter().map(|(entries, _)| entries).collect();
    Ok(AgendaView::new(now, today, until, entries).with_unread(unread))
}

/// The score of a client, term by term.
pub(super) fn explain_view(known: &Known<'_>) -> ExplainView {
    let (catalogue, settings) = (known.survey.catalogue(), known.vault.settings());
    let explanation = explain(known.case, catalogue, settings, known.as_of);
    let assessment = known.assessment();
    ExplainView::of(&known.case.client, catalogue, settings, &assessment, &explanation)
        .with_unread(known.unread)
}

/// One line for each client, sorted by id.
pub(super) fn status_view(
    survey: &Survey<'_>,
    vault: &Vault,
    session: &Session,
) -> Result<StatusView, Failure> {
    let (catalogue, settings) = (survey.catalogue(), vault.settings());
    let now: Timestamp = session.now(&settings.zone);
    let clients = survey.each_client(|folder| {
        let unread = Unread::of(&folder.faults);
        let case = folder.case;
        let as_of = AsOf::at_instant(now, &case.client.zone);
        let assessment = assess(&case, catalogue, settings, as_of);
        ClientStatus::of(&case.client, catalogue, &assessment).with_unread(unread)
    })?;
    Ok(StatusView::new(now, clients))
}

/// The clients that are named, each once, in the order of their ids; all where none is named.
pub(super) fn named_clients(vault: &Vault, names: &[String]) -> Result<Vec<ClientId>, Failure> {
    if names.is_empty() {
        return Ok(vault.client_ids()?);
    }
    let mut ids =
        names.iter().map(|name| vault.find_client(name)).collect::<Result<Vec<_>, _>>()?;
    ids.sort();
    ids.dedup();
    Ok(ids)
}
