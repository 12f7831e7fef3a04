//! A client and what was agreed with them.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;

use super::{Channel, ClientId, Currency, Language, Money, Period, WorkingHours};

/// A client, as the client note tells it, completed from the vault's settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Client {
    /// The name of the client's folder.
    pub id: ClientId,
    /// What they are called; the id where the note gives no name.
    pub name: String,
    /// The person the user deals with.
    pub contact: Option<String>,
    /// The person who decides.
    pub decision_maker: Option<String>,
    /// The language of documents for them.
    pub language: Language,
    /// Their clock.
    pub zone: TimeZone,
    /// The currency of amounts that name none.
    pub currency: Currency,
    /// The channel used most with them.
    pub channel: Option<Channel>,
    /// The platform the work runs on.
    pub platform: Option<String>,
    /// The day the agreement began.
    pub signed: Option<Date>,
    /// The notice period.
    pub notice: Option<Period>,
    /// The agreed hours.
    pub hours: Option<WorkingHours>,
    /// How soon they agreed to answer.
    pub reply_within: Option<Period>,
    /// How to address them in French.
    pub pronoun: Pronoun,
    /// Somebody who could take the work over: a name, and how to reach them.
    pub substitute: Option<String>,
    /// How soon they agreed to pay.
    pub payment_terms: Option<Period>,
    /// What a late payment costs them.
    pub late_interest: Option<LateInterest>,
    /// What was agreed to be done.
    pub scope: Vec<String>,
    /// Their share of the user's income, in percent.
    pub income_share: Option<Decimal>,
    /// Invoices, from the note and from `invoices.csv`.
    pub invoices: Vec<Invoice>,
    /// Milestones, from the note and from `milestones.csv`.
    pub milestones: Vec<Milestone>,
    /// Deliverables, from the note and from `deliverables.csv`.
    pub deliverables: Vec<Deliverable>,
    /// Access both ways, from the note and from `access.csv`.
    pub access: Vec<Access>,
    /// Money received before the work it is for.
    pub deposits: Vec<Deposit>,
    /// Answers to the screening questions, in the order of the note.
    pub screening: Screening,
}

impl Client {
    /// A client of whom nothing but the folder is known.
    pub fn unknown(id: ClientId, language: Language, zone: TimeZone, currency: Currency) -> Self {
        Self {
            name: id.to_string(),
            id,
            contact: None,
            decision_maker: None,
            language,
            zone,
            currency,
            channel: None,
            platform: None,
            signed: None,
            notice: None,
            hours: None,
            reply_within: None,
            pronoun: Pronoun::default(),
            substitute: None,
            payment_terms: None,
            late_interest: None,
            scope: Vec::new(),
            income_share: None,
            invoices: Vec::new(),
            milestones: Vec::new(),
            deliverables: Vec::new(),
            access: Vec::new(),
            deposits: Vec::new(),
            screening: Screening::default(),
        }
    }
}

/// How to address somebody in French.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Pronoun {
    /// Formally.
    #[default]
    Vous,
    /// Familiarly.
    Tu,
}

impl Pronoun {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Vous, Self::Tu];

    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vous => "vous",
            Self::Tu => "tu",
        }
    }
}

/// An invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    /// Its number.
    pub id: String,
    /// The day it was issued.
    pub issued: Option<Date>,
    /// The day it is due; from `issued` and the payment terms where the invoice gives none.
    pub due: Option<Date>,
    /// The amount; negative for a credit note.
    pub amount: Money,
    /// The day it was paid.
    pub paid: Option<Date>,
    /// The note or table that lists it, below the vault.
    pub note: String,
}

/// A milestone with money on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// What it is.
    pub title: String,
    /// The day it is due.
    pub due: Option<Date>,
    /// What it pays.
    pub amount: Option<Money>,
    /// How much of it is done, in percent.
    pub done: Option<Decimal>,
    /// The number of the invoice that bills it; `None` while it is not billed.
    pub invoice: Option<String>,
}

/// Money received before the work it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deposit {
    /// What it is for.
    pub title: Option<String>,
    /// How much.
    pub amount: Money,
    /// The day it was received.
    pub received: Option<Date>,
    /// The day it was set against an invoice or paid back; `None` while it is held.
    pub ended: Option<Date>,
}

/// Something owed to the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deliverable {
    /// What it is.
    pub title: String,
    /// How far it is.
    pub state: DeliverableState,
}

/// How far a deliverable is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeliverableState {
    /// Owed, not begun or not finished.
    Owed,
    /// Owed and already paid for.
    Paid,
    /// Ready, not handed over.
    Ready,
    /// Handed over.
    Delivered,
    /// No longer wanted.
    Dropped,
}

impl DeliverableState {
    /// Every state.
    pub const ALL: [Self; 5] =
        [Self::Owed, Self::Paid, Self::Ready, Self::Delivered, Self::Dropped];

    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owed => "owed",
            Self::Paid => "paid",
            Self::Ready => "ready",
            Self::Delivered => "delivered",
            Self::Dropped => "dropped",
        }
    }
}

/// Access that one side has to something of the other's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// To what.
    pub what: String,
    /// Whose it is.
    pub whose: Party,
    /// Who has the access.
    pub held_by: Party,
    /// Since when.
    pub since: Option<Date>,
    /// When it was ended.
    pub ended: Option<Date>,
}

/// One of the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Party {
    /// The user.
    Us,
    /// The client.
    Them,
    /// Both.
    Both,
}

impl Party {
    /// Reads `ours`, `us`, `theirs`, `them`, `shared`, `both`.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "us" | "ours" => Some(Self::Us),
            "them" | "theirs" => Some(Self::Them),
            "both" | "shared" => Some(Self::Both),
            _ => None,
        }
    }
}

/// What a late payment costs the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LateInterest {
    /// Nothing was agreed and nothing is asked.
    None,
    /// A yearly rate in percent.
    Yearly(Decimal),
    /// The rules of one of [`JURISDICTIONS`].
    Jurisdiction(&'static str),
}

/// The jurisdictions whose rules on late payment between businesses can be named: the European
/// Union (directive 2011/7/EU), France (Code de commerce, L441-10), the United Kingdom (Late
/// Payment of Commercial Debts (Interest) Act 1998), the United States (by contract).
pub const JURISDICTIONS: [&str; 4] = ["eu", "fr", "uk", "us"];

/// Answers to the screening questions: question and answer, in the order of the note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screening(pub Vec<(String, String)>);
