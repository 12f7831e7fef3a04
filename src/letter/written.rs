//! Which letter of a case is already written.

use jiff::civil::Date;

use super::Letter;
use crate::model::DraftNote;
use crate::signal::DraftKind;

/// The newest draft, written on the day `since` or later, that tells the client of the end.
pub fn written_farewell(drafts: &[DraftNote], since: Option<Date>) -> Option<&DraftNote> {
    let is_new =
        |draft: &DraftNote| since.is_none_or(|since| draft.day.is_none_or(|day| day >= since));
    drafts.iter().rfind(|draft| tells_of_the_end(draft) && is_new(draft))
}

/// The points for a talk are checked as what confirms it, so the name of the letter counts too.
fn tells_of_the_end(draft: &DraftNote) -> bool {
    let is_last = |letter: Letter| letter.ends() || letter == Letter::Final;
    draft.template.as_deref().and_then(Letter::from_name).is_some_and(is_last)
        || [DraftKind::Exit, DraftKind::Final]
            .iter()
            .any(|kind| draft.kind.as_deref() == Some(kind.as_str()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn draft(day: Option<Date>, template: &str, kind: &str) -> DraftNote {
        DraftNote {
            note: format!("{template}.md"),
            day,
            template: Some(template.to_owned()),
            kind: Some(kind.to_owned()),
        }
    }

    /// The draft that is found from 2 March on.
    fn found(draft: DraftNote) -> Option<String> {
        let since = Some(date(2026, 3, 2));
        written_farewell(&[draft], since).map(|draft| draft.note.clone())
    }

    #[test]
    fn a_letter_that_ends_the_work_is_found_by_its_name_or_its_kind() {
        let day = Some(date(2026, 3, 11));
        assert_eq!(found(draft(day, "boundary", "boundary")), None);
        assert_eq!(found(draft(day, "mine", "exit")).as_deref(), Some("mine.md"));
        // Before a talk: the points are checked as the mail that confirms it.
        assert_eq!(found(draft(day, "direct", "follow-up")).as_deref(), Some("direct.md"));
        assert_eq!(found(draft(None, "final", "")).as_deref(), Some("final.md"));
    }

    #[test]
    fn a_letter_from_before_does_not_count() {
        assert_eq!(found(draft(Some(date(2026, 3, 1)), "direct", "exit")), None);
        let same_day = draft(Some(date(2026, 3, 2)), "direct", "exit");
        assert_eq!(found(same_day).as_deref(), Some("direct.md"));
    }
}
