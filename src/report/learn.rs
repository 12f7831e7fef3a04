//! What closed cases teach, with the sentences that say it.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use super::{Names, SCHEMA, Sentence, Unread};
use crate::learn::{
    AnswerShare, ClosedCase, FlagShare, Group, Late, Learned, Median, NEEDED, PROMPT_DAYS, Share,
};
use crate::phrase::{Arg, Phrase};

/// What closed cases teach.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LearnView {
    /// The number of this shape.
    pub schema: u32,
    /// The day it holds for.
    pub as_of: Date,
    /// How many cases are closed.
    pub closed: usize,
    /// How many are needed for a figure.
    pub needed: usize,
    /// How many ended badly; `None` of too few.
    pub bad_ends: Option<Share>,
    /// Which red flags came first, the most frequent first.
    pub first_flags: Vec<FlagShare>,
    /// Days from the first red flag to the first boundary or exit.
    pub days: Option<Median>,
    /// The score that those decisions recorded.
    pub score: Option<Median>,
    /// Cases with a red flag and no boundary or exit before the close.
    pub undecided: usize,
    /// What it cost until then.
    pub groups: Vec<Group>,
    /// Screening answers with how their cases ended.
    pub answers: Vec<AnswerShare>,
    /// The cases themselves, sorted by client.
    pub cases: Vec<ClosedCase>,
    /// The same in sentences.
    pub sections: Vec<LearnSection>,
    /// How to read the figures.
    pub about: Vec<Sentence>,
    /// What could not be read, and so may not count.
    pub unread: Unread,
}

/// A part of what is said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LearnSection {
    /// Its heading.
    pub title: Sentence,
    /// What it says.
    pub lines: Vec<Sentence>,
}

impl LearnView {
    /// The view of closed cases, sorted by client.
    pub fn of(cases: Vec<ClosedCase>, names: &Names, as_of: Date) -> Self {
        let learned = Learned::of(&cases);
        let say = |phrase: &Phrase| Sentence::of(phrase, names);
        let section = |(title, lines): (&'static str, Vec<Phrase>)| LearnSection {
            title: say(&Phrase::new(title)),
            lines: lines.iter().map(say).collect(),
        };
        let enough = learned.closed >= NEEDED;
        let (sections, about) = if enough {
            (sections(&learned), vec!["learn-about", "learn-not-cause"])
        } else {
            (Vec::new(), Vec::new())
        };
        Self {
            schema: SCHEMA,
            as_of,
            closed: learned.closed,
            needed: NEEDED,
            bad_ends: learned.bad_ends,
            sections: sections.into_iter().map(section).collect(),
            about: about.into_iter().map(|key| say(&Phrase::new(key))).collect(),
            first_flags: learned.first_flags,
            days: learned.days,
            score: learned.score,
            undecided: learned.undecided,
            groups: learned.groups,
            answers: learned.answers,
            cases,
            unread: Unread::default(),
        }
    }

    /// The same with what could not be read.
    #[must_use]
    pub const fn with_unread(mut self, unread: Unread) -> Self {
        self.unread = unread;
        self
    }

    /// How many cases there are, and how many are missing.
    pub fn headline(&self) -> Phrase {
        if self.closed < self.needed {
            Phrase::new("learn-too-few").with("closed", self.closed).with("needed", self.needed)
        } else {
            Phrase::new("learn-over").with("closed", self.closed)
        }
    }
}

fn sections(learned: &Learned) -> Vec<(&'static str, Vec<Phrase>)> {
    let ends = learned.bad_ends.map(|one| Phrase::new("learn-bad-ends").with("share", share(&one)));
    let too_few =
        |count: usize| Phrase::new("learn-few").with("count", count).with("needed", NEEDED);
    let flag = |one: &FlagShare| {
        let phrase = Phrase::new("learn-first-flag").with("flag", one.flag.as_str());
        phrase.with("share", share(&one.share))
    };
    let mut first: Vec<Phrase> = learned.first_flags.iter().map(flag).collect();
    if first.is_empty() {
        first.push(too_few(learned.flagged));
    }
    let decided = learned.flagged - learned.undecided;
    let mut days = vec![match &learned.days {
        Some(median) => Phrase::new("learn-days").with("middle", middle(median)),
        None => too_few(decided),
    }];
    let score = learned.score.as_ref().map(middle);
    days.extend(score.map(|middle| Phrase::new("learn-score").with("middle", middle)));
    if learned.undecided > 0 {
        days.push(Phrase::new("learn-undecided").with("count", learned.undecided));
    }
    let mut cost: Vec<Phrase> = learned.groups.iter().flat_map(group).collect();
    if cost.is_empty() {
        cost.push(too_few(learned.flagged));
    }
    let answer = |one: &AnswerShare| {
        let phrase = Phrase::new("learn-answer")
            .with("question", one.question.as_str())
            .with("answer", one.answer.as_str());
        phrase.with("share", share(&one.bad))
    };
    let mut answers: Vec<Phrase> = learned.answers.iter().map(answer).collect();
    if learned.answers_of_few > 0 {
        let few = Phrase::new("learn-answers-few");
        answers.push(few.with("count", learned.answers_of_few).with("needed", NEEDED));
    }
    if answers.is_empty() {
        answers.push(Phrase::new("learn-no-answers"));
    }
    vec![
        ("learn-ends", ends.into_iter().collect()),
        ("learn-first", first),
        ("learn-time", days),
        ("learn-cost", cost),
        ("learn-answers", answers),
    ]
}

fn group(group: &Group) -> Vec<Phrase> {
    let title = match group.decided {
        Late::Prompt => "learn-prompt",
        Late::Late => "learn-late",
    };
    let title = Phrase::new(title)
        .with("count", group.cases)
        .with("days", i64::from(PROMPT_DAYS))
        .with("nights", group.nights);
    let hours = match &group.hours {
        Some(median) => Phrase::new("learn-hours").with("middle", middle(median)),
        None => Phrase::new("learn-hours-few").with("needed", NEEDED),
    };
    let money = group.money.iter().map(|amount| Phrase::new("learn-money").with("amount", amount));
    std::iter::once(title).chain([hours]).chain(money).collect()
}

fn share(share: &Share) -> Phrase {
    Phrase::new("learn-share")
        .with("count", share.count)
        .with("of", share.of)
        .with("low", percent(share.low))
        .with("high", percent(share.high))
}

fn middle(median: &Median) -> Phrase {
    Phrase::new("learn-middle")
        .with("median", plain(median.median))
        .with("of", median.of)
        .with("low", plain(median.low))
        .with("high", plain(median.high))
        .with("coverage", percent(median.coverage))
}

/// A number with a decimal only where it has one.
fn plain(number: f64) -> Arg {
    let whole = Decimal::from_f64_retain(number).filter(Decimal::is_integer);
    whole.and_then(|whole| i64::try_from(whole).ok()).map_or(Arg::Score(number), Arg::Count)
}

/// A share in whole percent.
fn percent(share: f64) -> Decimal {
    Decimal::from_f64_retain(share * 100.0).unwrap_or_default().round()
}
