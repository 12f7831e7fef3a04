//! OpenSSH's lists of patterns: `*@example.org,!mallory@example.org`.
//!
//! Owns: matching, in time linear in the product of the lengths. Must not: know what is matched.

/// Whether a list has a pattern that matches, and none with `!` that does.
pub(super) fn is_in_list(text: &str, list: &str) -> bool {
    let mut found = false;
    for pattern in list.split(',') {
        match pattern.strip_prefix('!') {
            Some(pattern) if matches(text, pattern) => return false,
            Some(_) => {}
            None => found = found || matches(text, pattern),
        }
    }
    found
}

/// Whether a pattern with `*` for any text and `?` for any one byte matches the whole text.
fn matches(text: &str, pattern: &str) -> bool {
    let (text, pattern) = (text.as_bytes(), pattern.as_bytes());
    let (mut at, mut from) = (0, 0);
    // Where the last star stands, and the text it is taken to end at.
    let mut star: Option<(usize, usize)> = None;
    while at < text.len() {
        match pattern.get(from) {
            Some(b'*') => {
                star = Some((from, at));
                from += 1;
            }
            Some(byte) if *byte == b'?' || *byte == text[at] => {
                at += 1;
                from += 1;
            }
            _ => {
                let Some((place, end)) = star else { return false };
                star = Some((place, end + 1));
                (at, from) = (end + 1, place + 1);
            }
        }
    }
    pattern[from..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_match_as_openssh_matches_them() {
        for (text, list, expected) in [
            ("jenna@example.org", "jenna@example.org", true),
            ("jenna@example.org", "*@example.org", true),
            ("jenna@example.org", "*", true),
            ("jenna@example.org", "j?nna@*.org", true),
            ("jenna@example.org", "Jenna@example.org", false),
            ("jenna@example.org", "*@example.org,!jenna@*", false),
            ("jenna@example.org", "!jenna@*,*@example.org", false),
            ("jenna@example.org", "!mallory@*", false),
            ("jenna@example.org", "bo@x,jenna@example.org", true),
            ("jenna@example.org.evil", "*@example.org", false),
            ("", "*", true),
            ("", "", true),
            ("a", "", false),
            ("aab", "*ab", true),
            ("é", "??", true),
        ] {
            assert_eq!(is_in_list(text, list), expected, "{text} in {list}");
        }
    }

    #[test]
    fn hostile_patterns_take_no_longer_than_they_should() {
        let (text, list) = ("a".repeat(5_000), format!("{}b", "*a".repeat(2_000)));
        assert!(!is_in_list(&text, &list));
    }
}
