//! What a letter is filled with.

mod filled;

use jiff::civil::Date;
use serde::Serialize;

use super::{FlagName, Names};
use crate::assess::{Assessment, Catalogue};
use crate::exit::{Ending, Plan, Tone};
use crate::letter::Letter;
use crate::model::{
    Amounts, Case, Channel, Deliverable, DeliverableState, Incident, Language, Moment, Money,
    Party, Pronoun, Stage, Status,
};
use filled::{capital, greeting, reason, substitute};

/// So many incidents of the record a letter lists; more would not be read.
const LISTED: usize = 5;

/// What a letter is filled with. What the case does not say is `None` or an empty list: a template
/// shows a mark for it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterView {
    /// The name of the letter.
    pub letter: String,
    /// The language it is written in.
    pub language: Language,
    /// How it is meant.
    pub tone: Tone,
    /// How it goes out.
    pub channel: Channel,
    /// Whether it goes out with a subject.
    pub subject: bool,
    /// Whether it confirms a talk of the same day.
    pub after_call: bool,
    /// Whether the work ends: told, or about to be.
    pub ending: bool,
    /// How to address them in French.
    pub pronoun: Pronoun,
    /// What the client is called.
    pub client: String,
    /// What they are called in a greeting.
    pub greeting: Option<String>,
    /// The user's name.
    pub author: Option<String>,
    /// The day it is written.
    pub today: Date,
    /// The day the client is or was told.
    pub told: Date,
    /// The last day of work.
    pub last_day: Date,
    /// Whether a notice is agreed.
    pub notice: bool,
    /// The last day of their access to what is the user's.
    pub grace_until: Date,
    /// The day the agreement began.
    pub since: Option<Date>,
    /// What was agreed to be done.
    pub scope: Vec<String>,
    /// What they have.
    pub delivered: Vec<String>,
    /// What is ready to be handed over.
    pub ready: Vec<String>,
    /// What is not finished.
    pub unfinished: Vec<String>,
    /// Unpaid invoices, first due first.
    pub invoices: Vec<LetterInvoice>,
    /// Invoices that were paid, in the order of the notes.
    pub paid: Vec<LetterPayment>,
    /// Work that is done and not billed.
    pub unbilled: Vec<LetterWork>,
    /// Money received for work that is not done.
    pub refund: Amounts,
    /// Whether access was to be closed before they are told: after a confirmed deal-breaker.
    pub cut: bool,
    /// What of the user's they have access to.
    pub access_theirs: Vec<String>,
    /// What of theirs the user has access to.
    pub access_ours: Vec<String>,
    /// What both have the secret of.
    pub access_shared: Vec<String>,
    /// Somebody who could take the work over.
    pub substitute: Option<String>,
    /// The platform.
    pub platform: Option<String>,
    /// Confirmed incidents with exhibits, the newest few, oldest first.
    pub record: Vec<LetterIncident>,
    /// How many confirmed incidents with exhibits there are beyond these.
    pub record_more: usize,
    /// The incident that ended it: a deal-breaker, else the newest harsh one that is confirmed.
    pub reason: Option<LetterIncident>,
    /// The newest limit that is in force; where the work ends, the newest that was told.
    pub boundary: Option<LetterBoundary>,
    /// The suspected incident to ask about: the newest.
    pub question: Option<LetterIncident>,
    /// The reminder to be sent.
    pub reminder: Option<LetterReminder>,
}

/// An unpaid invoice in a letter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterInvoice {
    /// Its number.
    pub id: String,
    /// The amount.
    pub amount: Money,
    /// The day it is due.
    pub due: Option<Date>,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// A paid invoice in a letter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterPayment {
    /// Its number.
    pub id: String,
    /// The amount.
    pub amount: Money,
    /// Whether it was given back: a credit note.
    pub given_back: bool,
    /// The day it was paid.
    pub paid: Date,
}

/// Work that is done and not billed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterWork {
    /// What it is.
    pub title: String,
    /// What the done part is worth.
    pub amount: Money,
}

/// An incident in a letter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterIncident {
    /// When.
    pub date: Moment,
    /// How it came.
    pub channel: Option<Channel>,
    /// Their words, shortened.
    pub quote: Option<String>,
    /// The red flags.
    pub flags: Vec<FlagName>,
    /// The names of the exhibits.
    pub exhibits: Vec<String>,
}

/// A limit that was told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterBoundary {
    /// On which day.
    pub told: Date,
    /// The limit in the user's words, without the full stop at its end.
    pub statement: String,
    /// What follows a breach, in the same way.
    pub consequence: Option<String>,
    /// The day on which the second chance ends.
    pub review_by: Date,
    /// The days on which it was crossed, each once.
    pub crossed: Vec<Date>,
}

/// The reminder to be sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterReminder {
    /// The number of the invoice.
    pub invoice: String,
    /// Its amount.
    pub amount: Money,
    /// The day it was issued.
    pub issued: Option<Date>,
    /// The day it was due.
    pub due: Option<Date>,
    /// Whole days late.
    pub days_late: i64,
    /// Which reminder it is, from 1.
    pub number: usize,
    /// Whether it is the last one before a claim.
    pub last: bool,
    /// The day the one before was sent.
    pub before: Option<Date>,
    /// Interest up to today, where the terms give one.
    pub interest: Option<Money>,
    /// The fixed sum.
    pub compensation: Option<Money>,
    /// Until when a payment is asked for.
    pub until: Date,
}

/// How a letter is to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Manner {
    /// The language.
    pub language: Language,
    /// The tone.
    pub tone: Tone,
    /// The channel.
    pub channel: Channel,
    /// Whether it confirms a talk of the same day.
    pub after_call: bool,
    /// The user's name.
    pub author: Option<String>,
}

impl LetterView {
    /// What a letter of this name is filled with, from a case as it was known at the moment of the
    /// assessment.
    pub fn of(
        name: &str,
        manner: Manner,
        known: &Case,
        assessment: &Assessment,
        plan: &Plan,
        catalogue: &Catalogue,
    ) -> Self {
        let client = &known.client;
        let names = Names::all(catalogue);
        let titles = |states: &[DeliverableState]| -> Vec<String> {
            let in_state = |one: &&Deliverable| states.contains(&one.state);
            client.deliverables.iter().filter(in_state).map(|one| one.title.clone()).collect()
        };
        let access = |held_by: Party| -> Vec<String> {
            let open = client.access.iter().filter(|one| one.ended.is_none());
            open.filter(|one| one.held_by == held_by).map(|one| one.what.clone()).collect()
        };
        let mut shown: Vec<&Incident> = known
            .incidents
            .iter()
            .filter(|one| one.status == Status::Confirmed && !one.evidence.is_empty())
            .collect();
        let record_more = shown.len().saturating_sub(LISTED);
        shown.drain(..record_more);
        let question = known.incidents.iter().rfind(|one| one.status == Status::Suspected);
        let letter = Letter::from_name(name);
        let ending = ending(letter, plan, known, assessment);
        let is_ending = matches!(assessment.stage, Stage::Leaving | Stage::Told | Stage::Closed)
            || letter.is_some_and(Letter::ends);
        Self {
            letter: name.to_owned(),
            language: manner.language,
            tone: manner.tone,
            channel: manner.channel,
            subject: matches!(manner.channel, Channel::Email | Channel::Letter),
            after_call: manner.after_call,
            ending: is_ending,
            pronoun: client.pronoun,
            client: client.name.clone(),
            greeting: client.contact.as_deref().and_then(greeting),
            author: manner.author,
            today: assessment.as_of.day,
            told: ending.told,
            last_day: ending.last_day,
            notice: ending.notice.is_some(),
            grace_until: ending.grace_until,
            since: client.signed,
            scope: client.scope.clone(),
            delivered: titles(&[DeliverableState::Delivered]),
            ready: titles(&[DeliverableState::Ready]),
            unfinished: titles(&[DeliverableState::Owed, DeliverableState::Paid]),
            invoices: plan.owed.open.iter().map(LetterInvoice::of).collect(),
            paid: client.invoices.iter().filter_map(LetterPayment::of).collect(),
            unbilled: plan
                .owed
                .progress
                .iter()
                .map(|one| LetterWork { title: one.title.clone(), amount: one.worth })
                .collect(),
            refund: plan.now.to_refund.clone(),
            cut: plan.deal_breaker.is_some(),
            access_theirs: access(Party::Them),
            access_ours: access(Party::Us),
            access_shared: access(Party::Both),
            substitute: substitute(known),
            platform: client.platform.as_deref().map(capital),
            record: shown.into_iter().map(|one| LetterIncident::of(one, &names)).collect(),
            record_more,
            reason: reason(known, assessment).map(|one| LetterIncident::of(one, &names)),
            boundary: assessment
                .boundaries
                .iter()
                .rfind(|one| !one.statement.is_empty() && (one.is_open() || is_ending))
                .map(|boundary| LetterBoundary::of(boundary, known, assessment)),
            question: question.map(|one| LetterIncident::of(one, &names)),
            reminder: LetterReminder::of(plan),
        }
    }
}

/// When it ends: as they were told, else as they would be on the first day on which the exit may
/// be announced; at once where a last message tells them.
fn ending(letter: Option<Letter>, plan: &Plan, known: &Case, assessment: &Assessment) -> Ending {
    let cooling = assessment.cooling_off.as_ref();
    if letter == Some(Letter::Final) && !plan.told {
        return Ending::told_on(assessment.as_of.day, None);
    }
    match cooling.filter(|period| period.left(assessment.as_of.at).is_some()) {
        Some(period) => {
            let day = known.client.zone.to_datetime(period.until).date();
            Ending::told_on(day, known.client.notice)
        }
        None => plan.ending,
    }
}
