//! Dates and times as chats write them, and which of two numbers is the day.

use std::cmp::Ordering;

use jiff::civil::{Date, DateTime, Time};

/// The order of the numbers of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// `03/05/2026` is the third of May.
    DayFirst,
    /// `03/05/2026` is the fifth of March.
    MonthFirst,
    /// `2026/05/03`.
    YearFirst,
}

impl DateOrder {
    /// Every order, in the order of their words.
    pub const ALL: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::YearFirst];

    /// The word on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
            Self::YearFirst => "year-first",
        }
    }
}

/// A date and a time as they were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written<'t> {
    /// The date as it stands in the text.
    date: &'t str,
    /// Three numbers in the order of the text; with a month in letters, day, month and year.
    numbers: [i16; 3],
    is_ordered: bool,
    /// `None` for a day by itself, and where no clock shows the time that is written.
    time: Option<Time>,
}

/// What is left of a text behind what was read of it.
pub(super) type Rest<'t> = &'t str;

impl<'t> Written<'t> {
    /// Reads `03/05/2026, 10:02:11`, `5/3/26, 9:41 PM`, `2026-05-03 10:02`, `03-May-26 10:02 AM`,
    /// and what has this shape without being a moment, as `31/02/2026, 24:05`.
    pub(super) fn parse(text: &'t str) -> Option<(Self, Rest<'t>)> {
        let (mut written, rest) = Self::parse_date(text)?;
        let rest = skip_words(rest);
        let (time, rest) = time_as_written(rest)?;
        written.time = time;
        Some((written, rest))
    }

    fn parse_date(text: &'t str) -> Option<(Self, Rest<'t>)> {
        let (first, rest) = number(text)?;
        let rest = separator(rest)?;
        let (second, rest, is_ordered) = match number(rest) {
            Some((second, rest)) => (second, rest, false),
            None => {
                let length = rest.find(|c: char| !c.is_alphabetic())?;
                (month(&rest[..length])?, &rest[length..], true)
            }
        };
        let (third, rest) = number(separator(rest)?)?;
        let numbers = [first, second, third];
        let date = &text[..text.len() - rest.len()];
        Some((Self { date, numbers, is_ordered, time: None }, rest.trim_start_matches('.')))
    }

    /// A day that is written by itself, with its month in letters: `Saturday, Apr 11, 2026`.
    pub(super) fn parse_day(line: &'t str) -> Option<Self> {
        let (mut of_month, mut day, mut year) = (None, None, None);
        let mut words = 0;
        for word in line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            words += 1;
            let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
            match (month(word), digits.len(), digits.parse::<i16>()) {
                (Some(found), ..) => of_month = of_month.or(Some(found)),
                (None, 4, Ok(found)) => year = Some(found),
                (None, 1 | 2, Ok(found)) => day = day.or(Some(found)),
                _ if is_weekday(word) => {}
                _ => return None,
            }
        }
        let numbers = [day?, of_month?, year?];
        (words <= 5).then_some(Self { date: line, numbers, is_ordered: true, time: None })
    }

    /// The same day at another time.
    pub(super) const fn at(self, time: Time) -> Self {
        Self { time: Some(time), ..self }
    }

    /// The day; `None` where there is no such day.
    fn day(self, order: DateOrder) -> Option<Date> {
        let [a, b, c] = self.numbers;
        let (day, month, year) = match order {
            _ if self.is_ordered => (a, b, c),
            DateOrder::YearFirst => (c, b, a),
            DateOrder::DayFirst => (a, b, c),
            DateOrder::MonthFirst => (b, a, c),
        };
        let year = if year < 100 { 2000 + year } else { year };
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }

    /// The moment on its clock; `None` where there is no such day or time.
    pub(super) fn moment(self, order: DateOrder) -> Option<DateTime> {
        Some(self.day(order)?.to_datetime(self.time?))
    }
}

/// The order of all dates of a chat; one that may be read either way, as it stands there, where
/// they do not tell.
///
/// They tell by numbers that are no months, and by their sequence, which never goes back. What is
/// no day in either order tells nothing.
pub(super) fn order_of(dates: &[Written<'_>]) -> Result<DateOrder, String> {
    let open: Vec<Written<'_>> = dates.iter().copied().filter(|date| !date.is_ordered).collect();
    let with_year = open.iter().filter(|date| date.numbers[0] > 31).count();
    if with_year * 2 > open.len() {
        return Ok(DateOrder::YearFirst);
    }
    let both = [DateOrder::DayFirst, DateOrder::MonthFirst];
    let [days, months] =
        both.map(|order| open.iter().filter(|date| date.day(order).is_some()).count());
    match days.cmp(&months) {
        Ordering::Greater => return Ok(DateOrder::DayFirst),
        Ordering::Less => return Ok(DateOrder::MonthFirst),
        Ordering::Equal => {}
    }
    let goes_back = |order| {
        let moments: Vec<DateTime> = open.iter().filter_map(|date| date.moment(order)).collect();
        moments.windows(2).any(|pair| pair[1] < pair[0])
    };
    let is_open = |date: &&Written<'_>| {
        let [day, month] = both.map(|order| date.day(order));
        day.is_some() && month.is_some() && day != month
    };
    match both.map(goes_back) {
        [false, true] => Ok(DateOrder::DayFirst),
        [true, false] => Ok(DateOrder::MonthFirst),
        _ => match open.iter().find(is_open) {
            Some(date) => Err(date.date.to_owned()),
            None => Ok(DateOrder::DayFirst),
        },
    }
}

/// Reads `10:02`, `10:02:11`, `9:41 PM`, `22h40`, `10.02`.
pub(super) fn parse_time(text: &str) -> Option<(Time, Rest<'_>)> {
    let (time, rest) = time_as_written(text)?;
    Some((time?, rest))
}

/// The same, and what has the shape of a time that no clock shows: `24:05`, `13:10 PM`.
fn time_as_written(text: &str) -> Option<(Option<Time>, Rest<'_>)> {
    let (hour, rest) = number(text)?;
    let rest = rest.strip_prefix([':', 'h', '.'])?;
    let (minute, rest) = number(rest)?;
    let second = rest.strip_prefix([':', '.']).and_then(number);
    let (second, rest) = second.unwrap_or((0, rest));
    if [hour, minute, second].iter().any(|number| *number > 99) {
        return None;
    }
    let behind = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let half = [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)].into_iter().find(|(word, _)| {
        behind.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
            && !behind[word.len()..].starts_with(char::is_alphanumeric)
    });
    let (hour, rest) = match half {
        Some((word, more)) => {
            let is_of_half = (1..=12).contains(&hour);
            (is_of_half.then_some(hour % 12 + more), &behind[word.len()..])
        }
        None => (Some(hour), rest),
    };
    let part = |number: i16| i8::try_from(number).ok();
    let time = hour.and_then(|hour| Time::new(part(hour)?, part(minute)?, part(second)?, 0).ok());
    Some((time, rest))
}

/// What may stand between a date and a time: a comma, spaces, `at`, `à`, `um`.
fn skip_words(text: &str) -> Rest<'_> {
    let spaces = [',', ' ', '\u{a0}', '\u{202f}', 'T'];
    let text = text.trim_start_matches(spaces);
    let word = ["à ", "at ", "um "].into_iter().find(|word| text.starts_with(word));
    word.map_or(text, |word| text[word.len()..].trim_start_matches(spaces))
}

/// A number of one to four figures.
fn number(text: &str) -> Option<(i16, Rest<'_>)> {
    let length = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let number = text.get(..length).filter(|_| (1..=4).contains(&length))?.parse().ok()?;
    Some((number, &text[length..]))
}

fn separator(text: &str) -> Option<Rest<'_>> {
    let rest = text.strip_prefix(['/', '.', '-'])?;
    Some(rest.trim_start_matches(' '))
}

fn month(word: &str) -> Option<i16> {
    const ENGLISH: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    const FRENCH: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let word = word.to_lowercase();
    let is = |name: &&str| *name == word || word.chars().count() >= 3 && name.starts_with(&word);
    let found = [ENGLISH, FRENCH].iter().find_map(|names| names.iter().position(is));
    i16::try_from(found? + 1).ok()
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 14] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
    ];
    let word = word.to_lowercase();
    word.chars().count() >= 3 && DAYS.iter().any(|day| day.starts_with(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Written<'_> {
        Written::parse(text).map(|(written, _)| written).expect("a date and a time")
    }

    #[test]
    fn dates_of_every_export_are_read() {
        for (text, order, expected) in [
            ("03/05/2026, 22:40:11", DateOrder::DayFirst, "2026-05-03T22:40:11"),
            ("5/3/26, 9:41\u{202f}PM - ", DateOrder::MonthFirst, "2026-05-03T21:41:00"),
            ("03/05/2026 à 10:02", DateOrder::DayFirst, "2026-05-03T10:02:00"),
            ("2026-05-03, 12:02 a.m.", DateOrder::YearFirst, "2026-05-03T00:02:00"),
            ("03.05.26, 10:02", DateOrder::DayFirst, "2026-05-03T10:02:00"),
            ("03-May-26 10:02 AM", DateOrder::MonthFirst, "2026-05-03T10:02:00"),
        ] {
            let moment = read(text).moment(order).map(|moment| moment.to_string());
            assert_eq!(moment.as_deref(), Some(expected), "{text}");
        }
        let day = |line| Written::parse_day(line).map(|day| day.numbers);
        assert_eq!(day("samedi 11 avril 2026"), Some([11, 4, 2026]));
        assert_eq!(day("Saturday, Apr 11, 2026"), Some([11, 4, 2026]));
        assert_eq!(Written::parse_day("I want 11 of them by April 2026, please"), None);
        assert_eq!(Written::parse("13:45 words"), None);
        assert_eq!(parse_time("25:10"), None);
        assert_eq!(parse_time("13:10 PM"), None);
    }

    #[test]
    fn a_number_that_is_no_month_or_the_sequence_tells_the_order() {
        let order = |dates: &[&str]| {
            let texts: Vec<String> = dates.iter().map(|day| format!("{day} 10:00")).collect();
            order_of(&texts.iter().map(|text| read(text)).collect::<Vec<_>>())
        };
        assert_eq!(order(&["03/05/2026", "13/05/2026"]), Ok(DateOrder::DayFirst));
        assert_eq!(order(&["5/3/26", "5/13/26"]), Ok(DateOrder::MonthFirst));
        assert_eq!(order(&["01/02/2026", "02/01/2026"]), Ok(DateOrder::MonthFirst));
        assert_eq!(order(&["2026-05-03"]), Ok(DateOrder::YearFirst));
        assert_eq!(order(&["05/05/2026"]), Ok(DateOrder::DayFirst));
        assert_eq!(order(&["03/05/2026", "04/05/2026"]), Err("03/05/2026".to_owned()));
        // As it stands.
        assert_eq!(order(&["3/3/26", "4/3/26"]), Err("4/3/26".to_owned()));
        assert_eq!(order(&["4. 3. 2026", "5. 3. 2026"]), Err("4. 3. 2026".to_owned()));
    }
}
