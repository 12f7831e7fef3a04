//! Dates and times, on the Gregorian calendar.

use std::cell::OnceCell;

use icu_calendar::{Date as CalendarDate, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{E, YM, YMD};
use jiff::civil::{Date, Time};

use super::Locale;
use super::numbers::tag;
use crate::model::{Language, Moment};
use crate::phrase::Phrase;

/// Formats a date with the given fields; the ISO date where ICU cannot. To make a formatter takes
/// ten times as long as to use it: each thread makes one for each language.
macro_rules! written {
    ($locale:expr, $fields:ty, $length:ident, $date:expr) => {{
        type Cell = OnceCell<Option<Formatter<Gregorian, $fields>>>;
        thread_local! {
            static CELLS: [Cell; 2] = const { [OnceCell::new(), OnceCell::new()] };
        }
        let make = || {
            let language = tag($locale.language()).into();
            Formatter::<Gregorian, $fields>::try_new(language, <$fields>::$length()).ok()
        };
        CELLS.with(|[english, french]| {
            let cell = match $locale.language() {
                Language::En => english,
                Language::Fr => french,
            };
            match (cell.get_or_init(make), gregorian($date)) {
                (Some(formatter), Some(date)) => formatter.format(&date).to_string(),
                _ => $date.to_string(),
            }
        })
    }};
}

impl Locale {
    /// `7 March 2026`, `7 mars 2026`, `1er mars 2026`.
    pub fn date(&self, date: Date) -> String {
        self.with_first(written!(self, YMD, long, date))
    }

    /// `7 Mar 2026`, `7 mars 2026`: for tables.
    pub fn date_short(&self, date: Date) -> String {
        self.with_first(written!(self, YMD, medium, date))
    }

    /// `Saturday 7 March 2026`, `samedi 7 mars 2026`.
    pub fn date_with_weekday(&self, date: Date) -> String {
        let weekday = written!(self, E, long, date);
        self.say(&Phrase::new("date-with-weekday").with("weekday", weekday).with("date", date))
    }

    /// `March 2026`, `mars 2026`.
    pub fn month(&self, date: Date) -> String {
        written!(self, YM, long, date)
    }

    /// `19:00`, `19 h 00` with hard spaces.
    pub fn time(&self, time: Time) -> String {
        match self.language() {
            Language::En => format!("{:02}:{:02}", time.hour(), time.minute()),
            Language::Fr => format!("{}\u{a0}h\u{a0}{:02}", time.hour(), time.minute()),
        }
    }

    /// `7 March 2026 at 19:00`, `7 mars 2026 à 19 h 00`; the date alone where no time is known.
    pub fn moment(&self, moment: &Moment) -> String {
        match moment.time {
            None => self.date(moment.day),
            Some(time) => {
                let time = self.time(time);
                self.say(&Phrase::new("moment").with("date", moment.day).with("time", time))
            }
        }
    }

    /// French writes the first of a month `1er`, which CLDR does not know.
    fn with_first(&self, written: String) -> String {
        match (self.language(), written.strip_prefix("1 ")) {
            (Language::Fr, Some(rest)) => format!("1er {rest}"),
            _ => written,
        }
    }
}

fn gregorian(date: Date) -> Option<CalendarDate<Gregorian>> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    CalendarDate::try_new_gregorian(i32::from(date.year()), month, day).ok()
}
