//! The client's recent period against their own earlier one (R6).

/// A difference from the client's own past that is hardly luck.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What differs.
    pub what: Compared,
    /// Which way.
    pub course: Course,
    /// The earlier period.
    pub earlier: Measure,
    /// The last 90 days, or the last six messages where those are more.
    pub recent: Measure,
    /// The chance that luck alone makes a difference this large or larger, at most 0.05.
    pub chance: f64,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Compared {
    /// Incidents per month, dismissed ones left out.
    Incidents,
    /// The share of their messages that arrive outside the agreed hours.
    OutOfHours,
    /// Hours until they answer a message that asks.
    ReplyDelay,
}

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// It got worse.
    Worse,
    /// It got better.
    Better,
}

/// One period of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Incidents; messages outside hours; answers slower than the earlier median.
    pub count: usize,
    /// Days; messages; answers.
    pub of: usize,
    /// Incidents per month (30.4375 days); the share from 0 to 1; the median delay in hours.
    pub value: f64,
}
