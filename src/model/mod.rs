//! The words of the field as types: client, incident, red flag, decision, boundary, money.
//!
//! Owns: what these words mean and which values they can take. Must not: read text, touch
//! files, know the time of day, or import any other module of this crate.

mod case;
mod channel;
mod client;
mod decision;
mod digest;
mod draft;
mod flag;
mod hours;
mod id;
mod incident;
mod jurisdiction;
mod language;
mod lesson;
mod moment;
mod money;
mod observation;
mod period;
mod screening;
mod settings;
mod severity;
mod standing;
mod step;

pub use case::Case;
pub use channel::Channel;
pub use client::{
    Access, Client, Deliverable, DeliverableState, Deposit, Invoice, JURISDICTIONS, LateInterest,
    Milestone, Party, Pronoun, Screening,
};
pub use decision::{Cited, Decision, DecisionKind, Told};
pub use digest::{Digest, Digesting, ParseDigestError};
pub use draft::DraftNote;
pub use flag::{Flag, FlagOrigin, HalfLife, Names};
pub use hours::WorkingHours;
pub use id::{ClientId, DecisionId, FlagId, IncidentId, composed, is_id};
pub use incident::{Assumed, Incident, Status};
pub use jurisdiction::{FixedSum, HalfYear, InBoth, Jurisdiction, REMINDERS, RateOf};
pub use language::Language;
pub use lesson::{Lesson, LessonTarget};
pub use moment::Moment;
pub use money::{Amounts, Currency, Money};
pub use observation::{Credit, Direction, Exhibit, Manner, Message, Pulse, Sleep, Store};
pub use period::Period;
pub use screening::{KnownAnswer, Question, QuestionSet, REFER_TO, Weighs, is_no_answer};
pub use settings::{
    AnchorPolicy, CommitPolicy, DecideSettings, ExitSettings, FlagSettings, Ignore, LedgerSettings,
    ScoreSettings, Settings, SignPolicy, SubjectStyle,
};
pub use severity::Severity;
pub use standing::{Stage, Standing};
pub use step::{PlanNote, Step};
