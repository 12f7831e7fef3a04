//! Whether a case may be closed: with nothing open, or with what the user leaves open (R24).

use super::Refusal;
use crate::exit::OpenItem;
use crate::note::nearest;
use crate::phrase::Phrase;

/// The word that leaves everything open.
const ALL: &str = "all";

/// What stays open; a refusal with the list of what is open beyond that.
pub(super) fn check_open(leave: &[String], open: &[OpenItem]) -> Result<Vec<String>, Refusal> {
    let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    let is_left = |item: &OpenItem| leave.iter().any(|name| name == ALL || same(name, &item.name));
    let names = || open.iter().map(|item| item.name.as_str());
    let unknown = leave.iter().find(|name| *name != ALL && !names().any(|known| same(name, known)));
    if let Some(name) = unknown {
        let refusal = Refusal::new(Phrase::new("not-open").with("name", name.as_str()));
        return Err(match nearest(name, names()) {
            Some(near) => refusal.hint(Phrase::new("not-open-nearest").with("name", near)),
            None if open.is_empty() => refusal.hint(Phrase::new("not-open-nothing")),
            None => {
                let names = names().collect::<Vec<_>>().join("`, `");
                refusal.hint(Phrase::new("not-open-known").with("names", names))
            }
        });
    }
    let standing: Vec<&OpenItem> = open.iter().filter(|item| !is_left(item)).collect();
    if standing.is_empty() {
        let mut left: Vec<String> = open.iter().map(|item| item.name.clone()).collect();
        left.dedup();
        return Ok(left);
    }
    let details = standing.iter().map(|item| {
        Phrase::new("open-item").with("name", item.name.as_str()).with("what", item.what.clone())
    });
    let refusal = Refusal::new(Phrase::new("close-refused").with("count", standing.len()));
    Err(Refusal { details: details.collect(), ..refusal.hint(Phrase::new("close-refused-hint")) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(names: &[&str]) -> Vec<OpenItem> {
        let item = |name: &&str| OpenItem {
            name: (*name).to_owned(),
            what: Phrase::new("open-access-ours"),
        };
        names.iter().map(item).collect()
    }

    fn check(leave: &[&str], names: &[&str]) -> Result<Vec<String>, Refusal> {
        let leave: Vec<String> = leave.iter().map(|name| (*name).to_owned()).collect();
        check_open(&leave, &open(names))
    }

    #[test]
    fn what_is_open_stands_in_the_way_until_it_is_left() {
        assert_eq!(check(&[], &[]), Ok(vec![]));
        let refused = check(&["claim"], &["claim", "2026-030", "Logo, v2"]).unwrap_err();
        assert_eq!((refused.message.key, refused.details.len()), ("close-refused", 2));
        let left = check(&["claim", "2026-030", "logo, V2 "], &["claim", "2026-030", "Logo, v2"]);
        assert_eq!(left.unwrap(), ["claim", "2026-030", "Logo, v2"]);
        assert_eq!(check(&["all"], &["a", "b"]).unwrap(), ["a", "b"]);
        assert_eq!(check(&["all"], &[]), Ok(vec![]));
    }

    #[test]
    fn a_name_that_is_not_open_is_said() {
        for (leave, names, hint) in [
            ("clam", &["claim"][..], "not-open-nearest"),
            ("something else", &["claim"], "not-open-known"),
            ("claim", &[], "not-open-nothing"),
        ] {
            let refused = check(&[leave], names).unwrap_err();
            assert_eq!(refused.hint.unwrap().key, hint, "{leave}");
        }
    }
}
