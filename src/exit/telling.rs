//! How to say it: channel and tone, with reasons from the case and what speaks against them (R20).
//!
//! Advice, from counts and not from a reading of anybody's words.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::assess::Assessment;
use crate::model::{Case, Channel, Incident, Status};
use crate::phrase::Phrase;

/// Red flags after which a kind talk is likely to hurt the one who offers it.
const HARSH: [&str; 4] = ["aggressive-tone", "disrespect", "threat", "ultimatum"];
/// Days that count as recent.
const RECENT: i32 = 90;
/// So many harsh incidents in that time, and directness is kinder than explaining. Judgement.
const ENOUGH: usize = 2;

/// How to say it.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// By which channel.
    pub channel: Channel,
    /// In which tone.
    pub tone: Tone,
    /// Why.
    pub reasons: Vec<Phrase>,
    /// What speaks against it.
    pub against: Vec<Phrase>,
}

/// A tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Explains, thanks, leaves time.
    Empathetic,
    /// Short, final, without an open door.
    Direct,
}

impl Tone {
    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empathetic => "empathetic",
            Self::Direct => "direct",
        }
    }
}

impl Telling {
    /// The advice for a case as it was known.
    pub fn of(known: &Case, assessment: &Assessment) -> Self {
        let today = assessment.as_of.day;
        let used = known.client.channel;
        if let Some(breaker) = &assessment.deal_breaker {
            let channel = if used == Some(Channel::Chat) { Channel::Chat } else { Channel::Email };
            return Self {
                channel,
                tone: Tone::Direct,
                reasons: vec![
                    Phrase::new("telling-because-deal-breaker")
                        .with("flag", breaker.flag.as_str())
                        .with("date", breaker.day),
                    Phrase::new("telling-because-once"),
                ],
                against: vec![Phrase::new("telling-against-written")],
            };
        }
        let harsh = harsh(known, today);
        let tone = if harsh < ENOUGH { Tone::Empathetic } else { Tone::Direct };
        let spoken = match used {
            Some(Channel::Video) => Channel::Video,
            Some(Channel::InPerson) => Channel::InPerson,
            _ => Channel::Phone,
        };
        let mut reasons = Vec::new();
        let mut against = Vec::new();
        if tone == Tone::Direct {
            reasons.push(
                Phrase::new("telling-because-harsh")
                    .with("count", harsh)
                    .with("days", i64::from(RECENT)),
            );
            against.push(Phrase::new("telling-against-direct"));
        } else {
            reasons.push(Phrase::new("telling-because-fit"));
            against.push(Phrase::new("telling-against-empathetic"));
        }
        let written = matches!(used, Some(Channel::Email | Channel::Chat | Channel::Letter));
        let channel = if tone == Tone::Direct && written { used.unwrap_or(spoken) } else { spoken };
        match (used, channel == spoken) {
            (Some(used), true) if written => {
                reasons.push(Phrase::new("telling-because-call"));
                against.push(Phrase::new("telling-against-call").with("how", by(used)));
            }
            (Some(_), true) => {
                reasons.push(Phrase::new("telling-because-used").with("how", by(channel)))
            }
            (Some(_), false) => {
                reasons.push(Phrase::new("telling-because-used").with("how", by(channel)));
                against.push(Phrase::new("telling-against-written-only"));
            }
            (None, _) => {
                reasons.push(Phrase::new("telling-because-call"));
                against.push(Phrase::new("telling-against-unknown"));
            }
        }
        Self { channel, tone, reasons, against }
    }

    /// The channel in words: `by phone`.
    pub const fn channel_phrase(&self) -> Phrase {
        by(self.channel)
    }
}

/// Recent confirmed incidents that show a harsh red flag.
fn harsh(known: &Case, today: Date) -> usize {
    let since = today.saturating_sub(RECENT.days());
    known.incidents.iter().filter(|one| one.moment.day >= since && is_harsh(one)).count()
}

/// Whether an incident is confirmed and shows a harsh red flag.
pub fn is_harsh(incident: &Incident) -> bool {
    incident.status == Status::Confirmed
        && incident.flags.iter().any(|flag| HARSH.contains(&flag.as_str()))
}

const fn by(channel: Channel) -> Phrase {
    Phrase::new(match channel {
        Channel::Email => "by-email",
        Channel::Phone => "by-phone",
        Channel::Video => "by-video",
        Channel::Chat => "by-chat",
        Channel::InPerson => "by-in-person",
        Channel::Letter => "by-letter",
    })
}
