//! Typed views of a case and its assessment: what JSON shows and documents are made of.
//!
//! Owns: what is shown and in which order; the JSON shapes (schema 1). Must not: know a
//! language (a view holds phrases, not words), read files or the clock, or know a format.

mod agenda;
mod anchors;
mod arithmetic;
mod assumed;
mod audit;
mod boundary;
mod change;
mod chronology;
mod client;
mod draft;
mod explain;
mod export;
mod flags;
mod history;
mod learn;
mod letter;
mod letters;
mod mail_signatures;
mod names;
mod new;
mod on_file;
mod outlook;
mod owed;
pub mod parts;
mod plan;
pub mod postmortem;
mod records;
mod rows;
mod scan;
mod screening;
mod sentence;
mod status;
mod suggestions;
mod timeline;
mod unread;

pub use agenda::{AgendaEntry, AgendaView, NotAnchored};
pub use anchors::{AnchorEntryView, AnchorView, VoucherView};
pub use arithmetic::{
    Arithmetic, DealBreakerView, Factors, TermView, Thresholds, TrendView, VarietyView,
};
pub use audit::{AuditView, ChainView, EntryView, RecordView, RemedyView, VerificationView};
pub use boundary::BoundaryView;
pub use change::{ChangeView, MeasureView, RateView};
pub use chronology::{
    ChronologyView, ExhibitView, FactView, HandedOver, InvoiceView, ListView, ReadmeView,
    SignedView, StampView,
};
pub use client::{Details, FlagCount, ReportView, ReportsView, SightingView, VerifyView};
pub use draft::{DraftFindingView, DraftView};
pub use explain::ExplainView;
pub use export::{Cell, ColumnOf, Exported, Holds, Table, note_row, row_map};
pub use flags::{FlagPage, FlagView, FlagsView};
pub use history::{ScorePoint, history, weekly};
pub use learn::{LearnSection, LearnView};
pub use letter::{LetterView, Manner};
pub use letters::{GapView, LetterChoice, LetterDraftView, LettersView};
pub use mail_signatures::{
    CheckedMessage, MailSignatureView, MailSignaturesView, SignedMessageView, WantedKeyView,
};
pub use names::Names;
pub use new::{NewClientView, NewVaultView};
pub use on_file::{Counted, DifferenceView, OnFile};
pub use outlook::{DueView, FadeView, NextView, OneMoreView, OutcomeView, Outlook, SuspectedView};
pub use owed::{OwedInvoiceView, OwedView, OwedsView, SumsView};
pub use plan::{NextStepView, PlanView};
pub use records::{CreditView, DecisionView, DerivedView, IncidentView};
pub use rows::{RowCount, RowCounts, RowView, ValueCount};
pub use scan::{
    AsideView, ExchangeView, FailedView, FlagTestView, ScannedView, SignalView, SuggestedFlag,
    longest_of_each_rule,
};
pub use screening::{AnswerView, CountsView, ScreeningView, SendView, Words};
pub use sentence::{FlagName, Sentence};
pub use status::{ClientStatus, StatusView};
pub use suggestions::{SuggestedPhrase, SuggestionView, SuggestionsView};
pub use timeline::{TimelineEntry, TimelineView};
pub use unread::Unread;

/// The number of the JSON shapes.
pub const SCHEMA: u32 = 1;

/// Writes a number with at most six decimals, so that every machine writes the same.
pub(crate) fn rounded<S: serde::Serializer>(
    number: &f64,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((number * 1e6).round() / 1e6)
}
