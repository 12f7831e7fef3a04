//! Agreed hours: `Mon-Fri 09:00-17:30`.

use std::fmt;

use jiff::civil::{Time, Weekday};

/// The hours a client may expect an answer in, in the client's time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingHours {
    /// One entry for each weekday, Monday first.
    days: [bool; 7],
    from: Time,
    to: Time,
}

const SHOWN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl WorkingHours {
    /// Reads `Mon-Fri 09:00-17:30` or `Mon,Wed,Fri 09:00-12:00`; `None` for anything else,
    /// and for hours that end before they begin.
    pub fn parse(text: &str) -> Option<Self> {
        let (days, hours) = text.trim().rsplit_once(char::is_whitespace)?;
        let (from, to) = hours.split_once(['-', '–'])?;
        let (from, to) = (parse_time(from)?, parse_time(to)?);
        let days = parse_days(days)?;
        (from < to).then_some(Self { days, from, to })
    }

    /// Whether the moment on the client's clock lies within these hours; the end is outside.
    pub fn contains(&self, weekday: Weekday, time: Time) -> bool {
        let index = usize::from(weekday.to_monday_zero_offset().unsigned_abs());
        self.days[index] && self.from <= time && time < self.to
    }
}

fn parse_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':')?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn parse_days(text: &str) -> Option<[bool; 7]> {
    let mut days = [false; 7];
    for part in text.split(',') {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (first, last) = (day_index(first)?, day_index(last)?);
        let mut day = first;
        loop {
            days[day] = true;
            if day == last {
                break;
            }
            day = (day + 1) % 7;
        }
    }
    Some(days)
}

fn day_index(name: &str) -> Option<usize> {
    let name = name.trim().to_ascii_lowercase();
    NAMES.iter().position(|short| name == *short)
}

impl fmt::Display for WorkingHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut day = 0;
        let mut first = true;
        while day < 7 {
            if !self.days[day] {
                day += 1;
                continue;
            }
            let last = (day..7).take_while(|day| self.days[*day]).last().unwrap_or(day);
            let comma = if first { "" } else { "," };
            match last - day {
                0 => write!(f, "{comma}{}", SHOWN[day])?,
                1 => write!(f, "{comma}{},{}", SHOWN[day], SHOWN[last])?,
                _ => write!(f, "{comma}{}-{}", SHOWN[day], SHOWN[last])?,
            }
            first = false;
            day = last + 1;
        }
        write!(
            f,
            " {:02}:{:02}-{:02}:{:02}",
            self.from.hour(),
            self.from.minute(),
            self.to.hour(),
            self.to.minute()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn hours_hold_their_start_and_not_their_end() {
        let hours = WorkingHours::parse("Mon-Fri 09:00-17:30").expect("valid hours");
        assert!(hours.contains(Weekday::Monday, time(9, 0, 0, 0)));
        assert!(!hours.contains(Weekday::Friday, time(17, 30, 0, 0)));
        assert!(!hours.contains(Weekday::Saturday, time(10, 0, 0, 0)));
    }

    #[test]
    fn days_can_be_listed_and_wrap_round_the_week() {
        let hours = WorkingHours::parse("Sat-Mon,Wed 08:00-12:00").expect("valid hours");
        assert_eq!(hours.to_string(), "Mon,Wed,Sat,Sun 08:00-12:00");
    }

    #[test]
    fn hours_that_end_before_they_begin_are_refused() {
        assert_eq!(WorkingHours::parse("Mon-Fri 17:00-09:00"), None);
        assert_eq!(WorkingHours::parse("weekdays"), None);
    }
}
