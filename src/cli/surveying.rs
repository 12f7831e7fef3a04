//! Views of clients, made the same way for every command that shows them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;

use super::on_file::Day;
use super::session::Session;
use crate::anchor::reached;
use crate::assess::{AsOf, Assessment, Catalogue, assess, explain};
use crate::exit::{Owed, Terms, agenda, terms};
use crate::failure::{Failure, FailureKind};
use crate::letter::written_farewell;
use crate::model::{
    AnchorPolicy, Case, Client, ClientId, Digest, DraftNote, LateInterest, Settings,
};
use crate::phrase::Phrase;
use crate::render::Templates;
use crate::report::{
    AgendaEntry, AgendaView, ClientStatus, ExplainView, Names, NotAnchored, OnFile, OwedView,
    ReportView, StatusView, Unread, history, weekly,
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
    pub(super) catalogue: &'k Catalogue,
    pub(super) settings: &'k Settings,
    pub(super) case: &'k Case,
    pub(super) unread: Unread,
    pub(super) as_of: AsOf,
    pub(super) on_file: Option<OnFile>,
}

impl Known<'_> {
    /// The assessment of the case at that moment.
    pub(super) fn assessment(&self) -> Assessment {
        assess(self.case, self.catalogue, self.settings, self.as_of)
    }
}

/// Answers a question about the client of this name, as of a day, else now.
pub(super) fn about<T>(
    session: &mut Session,
    client: &str,
    day: &Day,
    answer: impl FnOnce(&Session, &Known<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let vault = session.vault()?;
    let survey = Survey::of(&vault);
    let shown = day.ask(session, &vault, &survey, &[client.to_owned()])?;
    let one = shown.first().ok_or_else(|| {
        Failure::new(FailureKind::NotFound, Phrase::new("unknown-client-name").with("name", client))
    })?;
    answer(session, &one.known(&vault, &survey))
}

/// The same by today's files, whatever was on file.
pub(super) fn about_files<T>(
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
    let as_of = session.as_of(as_of, &case.client.zone)?;
    let known = Known {
        vault: &vault,
        catalogue: survey.catalogue(),
        settings: vault.settings(),
        case: &case,
        unread,
        as_of,
        on_file: None,
    };
    answer(session, &known)
}

/// The report of a client as it was known at a moment.
pub(super) fn report_view(known: &Known<'_>) -> ReportView {
    let (catalogue, settings, case, as_of) =
        (known.catalogue, known.settings, known.case, known.as_of);
    let assessment = known.assessment();
    let explanation = explain(case, catalogue, settings, as_of);
    let since = assessment.rate.as_ref().map_or(as_of.day, |rate| rate.since);
    let points = weekly(since, as_of, case);
    let past = history(case, catalogue, settings, &points);
    ReportView::of(case, catalogue, settings, &assessment, &explanation, past)
        .with_unread(known.unread)
        .with_on_file(known.on_file.clone())
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

/// What has to be done about some clients, from `today` up to a day; what is overdue included.
pub(super) fn agenda_view(
    survey: &Survey<'_>,
    vault: &Vault,
    session: &Session,
    clients: &[ClientId],
    (today, until): (Date, Date),
) -> Result<AgendaView, Failure> {
    let (catalogue, settings) = (survey.catalogue(), vault.settings());
    let now = session.now(&settings.zone);
    let names = Names::all(catalogue);
    let clients = survey.each_of(clients, |folder| {
        let client = &folder.case.client;
        let terms = client_terms(vault, client)?;
        let as_of = AsOf::at_instant(now, &client.zone);
        let assessment = assess(&folder.case, catalogue, settings, as_of);
        let owed = Owed::of(&folder.case, &terms, as_of);
        let farewell = waiting_farewell(&folder.case, &assessment);
        let questions = &survey.questions().set;
        let entries = agenda(&folder.case, &assessment, &owed, farewell, questions);
        let entry = |entry| AgendaEntry::of(entry, client, as_of.day, &names);
        let entries: Vec<AgendaEntry> = entries.iter().map(entry).collect();
        Ok::<_, Failure>((entries, Unread::of(&folder.faults), folder.case))
    });
    let clients = clients.into_iter().collect::<Result<Vec<_>, Failure>>()?;
    let unread = clients.iter().fold(Unread::default(), |all, (_, unread, _)| all.and(*unread));
    let (entries, cases): (_, Vec<Case>) =
        clients.into_iter().map(|(entries, _, case)| (entries, case)).unzip();
    let decisions = cases.iter().flat_map(|case| &case.decisions);
    let open = unanchored(vault, &decisions.map(|one| (one.digest, one.prev.clone())).collect())?;
    let not_anchored = open.map(|open| {
        cases.iter().filter_map(|case| NotAnchored::of(case, |one| open.contains(&one))).collect()
    });
    Ok(AgendaView { not_anchored, ..AgendaView::new(now, today, until, entries) }
        .with_unread(unread))
}

/// The letter that is written for an exit still to be announced: since the decision before it.
fn waiting_farewell<'c>(case: &'c Case, assessment: &Assessment) -> Option<&'c DraftNote> {
    let exit = &assessment.cooling_off.as_ref()?.decision;
    let earlier = case.decisions.iter().take_while(|decision| decision.id != *exit).last();
    written_farewell(&case.drafts, earlier.map(|decision| decision.moment.day))
}

/// The score of a client, term by term.
pub(super) fn explain_view(known: &Known<'_>) -> ExplainView {
    let (catalogue, settings) = (known.catalogue, known.settings);
    let explanation = explain(known.case, catalogue, settings, known.as_of);
    let assessment = known.assessment();
    ExplainView::of(known.case, catalogue, settings, &assessment, &explanation)
        .with_unread(known.unread)
        .with_on_file(known.on_file.clone())
}

/// A client's line, as of that moment.
pub(super) fn status_line(known: &Known<'_>) -> ClientStatus {
    ClientStatus::of(&known.case.client, known.catalogue, &known.assessment())
        .with_unread(known.unread)
        .with_on_file(known.on_file.clone())
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
        let decisions: Vec<_> =
            case.decisions.iter().map(|one| (one.digest, one.prev.clone())).collect();
        let status = ClientStatus::of(&case.client, catalogue, &assessment).with_unread(unread);
        (status, decisions)
    })?;
    let (clients, decisions): (Vec<_>, Vec<_>) = clients.into_iter().unzip();
    let mut view = StatusView::new(now, clients);
    let open = unanchored(vault, &decisions.into_iter().flatten().collect())?;
    view.unanchored = open.map(|open| open.len());
    Ok(view)
}

/// The decisions that no outside witness was told of; `None` where nobody asks.
fn unanchored(
    vault: &Vault,
    decisions: &BTreeMap<Digest, Vec<Digest>>,
) -> Result<Option<BTreeSet<Digest>>, Failure> {
    let policy = vault.settings().ledger.anchor;
    if policy == AnchorPolicy::Never {
        return Ok(None);
    }
    let shelf = vault.shelf(None)?;
    if policy == AnchorPolicy::Auto && shelf.statements.is_empty() {
        return Ok(None);
    }
    let heads: Vec<Digest> = shelf.vouched_for().flat_map(|one| one.heads.clone()).collect();
    let covered = reached(&heads, |digest| decisions.get(&digest).map(Vec::as_slice));
    Ok(Some(decisions.keys().copied().filter(|digest| !covered.contains(digest)).collect()))
}
