//! Places that take evidence, and what they take.
//!
//! A profile checks and sorts, and never alters an original. The figures are those the places
//! publish; `docs/decisions/2026-11-22-limits-of-places-that-take-evidence.md` says where from.

use super::BundleExhibit;
use crate::phrase::Phrase;

/// A million bytes, which is the smaller of the two things called a megabyte: what keeps below
/// it is taken everywhere.
const MEGABYTE: usize = 1_000_000;

/// A place that takes evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// A dispute at Stripe.
    Stripe,
    /// A case at PayPal.
    Paypal,
    /// The representment of a card payment.
    Card,
    /// A dispute at Upwork.
    Upwork,
    /// A court.
    Court,
}

/// Something that the place does not take as it is, and what to do about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Excess {
    /// What is over.
    pub said: Phrase,
    /// What to do.
    pub hint: Phrase,
}

/// What a place takes.
struct Limits {
    /// Endings of names; empty where every kind is taken.
    kinds: &'static [&'static str],
    /// The largest file, in bytes.
    file: Option<usize>,
    /// All files together, in bytes.
    total: Option<usize>,
}

impl Profile {
    /// Every profile, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Stripe, Self::Paypal, Self::Card, Self::Upwork, Self::Court];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stripe => "stripe",
            Self::Paypal => "paypal",
            Self::Card => "card",
            Self::Upwork => "upwork",
            Self::Court => "court",
        }
    }

    const fn limits(self) -> Limits {
        match self {
            Self::Stripe => Limits {
                kinds: &["pdf", "jpg", "jpeg", "png"],
                file: Some(5 * MEGABYTE),
                total: None,
            },
            Self::Paypal => Limits {
                kinds: &["jpg", "jpeg", "gif", "png", "pdf"],
                file: Some(10 * MEGABYTE),
                total: Some(50 * MEGABYTE),
            },
            Self::Card => Limits {
                kinds: &["pdf", "jpg", "jpeg", "png"],
                file: None,
                total: Some(14_500_000),
            },
            Self::Upwork | Self::Court => Limits { kinds: &[], file: None, total: None },
        }
    }

    /// What the place does not take, in the order of the exhibits, then of the text.
    ///
    /// `chronology` is the chronology as plain text, whose length in characters counts for
    /// places with text fields.
    pub fn excesses(self, exhibits: &[BundleExhibit], chronology: &str) -> Vec<Excess> {
        let limits = self.limits();
        let mut found = Vec::new();
        let here = || exhibits.iter().filter(|exhibit| !exhibit.absent);
        for exhibit in here() {
            let number = exhibit.number.as_str();
            if !limits.kinds.is_empty() && !limits.kinds.contains(&ending(exhibit.file()).as_str())
            {
                found.push(Excess {
                    said: Phrase::new("profile-kind")
                        .with("exhibit", number)
                        .with("kinds", limits.kinds.join(", ")),
                    hint: Phrase::new("profile-kind-hint"),
                });
            }
            if limits.file.is_some_and(|most| exhibit.size >= most) {
                found.push(Excess {
                    said: Phrase::new("profile-file")
                        .with("exhibit", number)
                        .with("size", megabytes(exhibit.size))
                        .with("limit", megabytes(limits.file.unwrap_or_default())),
                    hint: Phrase::new("profile-file-hint"),
                });
            }
        }
        let total: usize = here().map(|exhibit| exhibit.size).sum();
        if let Some(most) = limits.total.filter(|most| total >= *most) {
            found.push(Excess {
                said: Phrase::new("profile-total")
                    .with("size", megabytes(total))
                    .with("limit", megabytes(most)),
                hint: Phrase::new("profile-total-hint"),
            });
        }
        found.extend(self.of_text(chronology.chars().count()));
        found
    }

    /// What the place says of text: Stripe counts characters.
    fn of_text(self, length: usize) -> Option<Excess> {
        const FIELD: usize = 20_000;
        const TOGETHER: usize = 150_000;
        let limit = match self {
            Self::Stripe if length > TOGETHER => TOGETHER,
            Self::Stripe if length > FIELD => FIELD,
            _ => return None,
        };
        Some(Excess {
            said: Phrase::new("profile-text").with("length", length).with("limit", limit),
            hint: Phrase::new("profile-text-hint"),
        })
    }

    /// What to know before handing it in there: deadlines, pages, what goes first.
    pub fn advice(self) -> Vec<Phrase> {
        match self {
            Self::Stripe => vec![Phrase::new("profile-stripe")],
            Self::Paypal => vec![Phrase::new("profile-paypal")],
            Self::Card => vec![Phrase::new("profile-card")],
            Self::Upwork => vec![Phrase::new("profile-upwork"), Phrase::new("profile-upwork-form")],
            Self::Court => vec![Phrase::new("profile-court")],
        }
    }

    /// Puts first what the place takes as it is; the numbers stay.
    pub fn sort(self, exhibits: &mut [BundleExhibit]) {
        let limits = self.limits();
        exhibits.sort_by_key(|exhibit| {
            let kind =
                limits.kinds.is_empty() || limits.kinds.contains(&ending(exhibit.file()).as_str());
            let fits = limits.file.is_none_or(|most| exhibit.size < most);
            (!(kind && fits), exhibit.number.clone())
        });
    }
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

/// A size in megabytes with one decimal, rounded up so that what is over looks over.
fn megabytes(size: usize) -> String {
    let tenths = size.div_ceil(MEGABYTE / 10);
    if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Digest;

    fn exhibit(number: &str, file: &str, size: usize) -> BundleExhibit {
        BundleExhibit {
            number: number.to_owned(),
            path: format!("01-exhibits/{number}-{file}"),
            source: format!("clients/nova/evidence/{file}"),
            digest: Digest::of(b""),
            size,
            noted: None,
            acquired: None,
            origin: None,
            by: None,
            absent: false,
            note: None,
        }
    }

    fn keys(profile: Profile, exhibits: &[BundleExhibit], text: &str) -> Vec<&'static str> {
        profile.excesses(exhibits, text).iter().map(|excess| excess.said.key).collect()
    }

    #[test]
    fn each_place_says_what_it_does_not_take() {
        let exhibits = [
            exhibit("E01", "mail.eml", 10),
            exhibit("E02", "big.PDF", 5_000_000),
            exhibit("E03", "huge.png", 10_000_000),
        ];
        assert_eq!(
            keys(Profile::Stripe, &exhibits, ""),
            ["profile-kind", "profile-file", "profile-file"]
        );
        assert_eq!(keys(Profile::Paypal, &exhibits, ""), ["profile-kind", "profile-file"]);
        assert_eq!(keys(Profile::Card, &exhibits, ""), ["profile-kind", "profile-total"]);
        assert_eq!(keys(Profile::Court, &exhibits, ""), Vec::<&str>::new());
        assert_eq!(keys(Profile::Stripe, &[], &"é".repeat(20_001)), ["profile-text"]);
        assert_eq!(keys(Profile::Stripe, &[], &"é".repeat(20_000)), Vec::<&str>::new());
    }

    #[test]
    fn what_is_taken_comes_first() {
        let mut exhibits = [exhibit("E01", "mail.eml", 10), exhibit("E02", "scan.png", 10)];
        Profile::Stripe.sort(&mut exhibits);
        assert_eq!(exhibits[0].number, "E02");
    }

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(megabytes(5_000_001), "5.1");
        assert_eq!(megabytes(14_500_000), "14.5");
        assert_eq!(megabytes(5_000_000), "5");
    }
}
