//! What a vault's `casefile.toml` settles.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::{Currency, FlagId, HalfLife, Language, Money};

/// The settings of a vault; every one has a default.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The language of messages, and of documents for clients whose note names none.
    pub language: Option<Language>,
    /// The zone of dates for clients whose note names none.
    pub zone: TimeZone,
    /// The currency of amounts for clients whose note names none.
    pub currency: Currency,
    /// Who decides, `Name <address>`; git's identity where it is absent.
    pub author: Option<String>,
    /// The score.
    pub score: ScoreSettings,
    /// Changes to single red flags.
    pub flags: BTreeMap<FlagId, FlagSettings>,
    /// Decisions.
    pub decide: DecideSettings,
    /// What an exit can be paid from.
    pub exit: ExitSettings,
    /// The ledger.
    pub ledger: LedgerSettings,
    /// Findings that are not to be shown, with the reason.
    pub ignored: Vec<Ignore>,
}

/// How the score is added up and read. Judgement, not measurement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreSettings {
    /// The half-life of built-in red flags that fade, and of the vault's own that state none;
    /// `None` leaves each flag its own.
    pub half_life: Option<HalfLife>,
    /// The score from which the standing is `watch`.
    pub watch: f64,
    /// The score from which the standing is `boundary`.
    pub boundary: f64,
    /// The score from which the standing is `exit`.
    pub exit: f64,
    /// The factor of an incident after a boundary on its flag was told.
    pub repeat: f64,
    /// What each further distinct flag of the last 90 days adds to the factor of the total.
    pub variety: f64,
    /// The largest factor that variety can reach.
    pub variety_limit: f64,
}

impl Default for ScoreSettings {
    fn default() -> Self {
        Self {
            half_life: None,
            watch: 4.0,
            boundary: 10.0,
            exit: 20.0,
            repeat: 1.5,
            variety: 0.15,
            variety_limit: 1.6,
        }
    }
}

/// What a vault changes about one red flag.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlagSettings {
    /// Another weight.
    pub weight: Option<f64>,
    /// Another half-life.
    pub half_life: Option<HalfLife>,
    /// Another opinion on whether it breaks the deal.
    pub deal_breaker: Option<bool>,
    /// Whether incidents with this flag count nothing.
    pub off: bool,
}

/// How decisions are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecideSettings {
    /// Hours between deciding an exit and announcing it.
    pub cooling_off_hours: u32,
    /// Days until a boundary is reviewed, where the decision names no day.
    pub review_days: u16,
}

impl Default for DecideSettings {
    fn default() -> Self {
        Self { cooling_off_hours: 24, review_days: 30 }
    }
}

/// What an exit can be paid from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExitSettings {
    /// Money that is set aside.
    pub reserve: Option<Money>,
    /// What a month costs.
    pub spending: Option<Money>,
}

/// What is committed, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LedgerSettings {
    /// Which writes become commits.
    pub commit: CommitPolicy,
    /// Whether commits are signed.
    pub sign: SignPolicy,
    /// How much a commit's subject says.
    pub subject: SubjectStyle,
    /// Whether `status` says how many decisions are not anchored.
    pub anchor: AnchorPolicy,
}

/// Whether `status` says how many decisions are not anchored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnchorPolicy {
    /// Once something was anchored.
    #[default]
    Auto,
    /// From the beginning.
    Always,
    /// Not at all.
    Never,
}

/// Which writes become commits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CommitPolicy {
    /// Decisions, and nothing else.
    #[default]
    Decisions,
    /// Decisions and every other note the tool writes.
    Records,
    /// Nothing: the user commits.
    Never,
}

/// Whether commits are signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignPolicy {
    /// As git is configured.
    #[default]
    Auto,
    /// Always, else refuse.
    Required,
    /// Not at all.
    Never,
}

/// How much a commit's subject says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SubjectStyle {
    /// The client's id, the kind and the statement.
    #[default]
    Full,
    /// Neither client nor statement.
    Terse,
}

/// A finding that is not to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignore {
    /// The rule's code.
    pub code: String,
    /// The note or folder it holds for, below the vault; `None` for everywhere.
    pub path: Option<String>,
    /// Why.
    pub reason: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            zone: TimeZone::UTC,
            currency: Currency::EURO,
            author: None,
            score: ScoreSettings::default(),
            flags: BTreeMap::new(),
            decide: DecideSettings::default(),
            exit: ExitSettings::default(),
            ledger: LedgerSettings::default(),
            ignored: Vec::new(),
        }
    }
}
