//! Parts are refreshed, and nothing of the user's is lost.

use proptest::prelude::*;

use super::*;

const NEW: &str = "<!-- casefile:begin a -->\nnew a\n<!-- casefile:end a -->\n\
                   <!-- casefile:begin b -->\nnew b\n\nmore\n<!-- casefile:end b -->\n";

fn part(name: &str, content: &str, ending: &str) -> String {
    let content = with_endings(content, ending);
    format!("{}{ending}{content}{END}{name}{CLOSE}{ending}", begin(name, &content))
}

fn problems(old: &str) -> Vec<(String, Option<usize>, Problem)> {
    let refreshed = refresh(old, NEW).expect("parts");
    refreshed.problems.into_iter().map(|one| (one.part, one.line, one.problem)).collect()
}

#[test]
fn parts_are_refreshed_and_may_be_moved() {
    let old = format!("Mine.\n{}Between.\n{}End", part("b", "old\n", "\n"), part("a", "x\n", "\n"));
    let refreshed = refresh(&old, NEW).expect("parts");
    let expected = format!(
        "Mine.\n{}Between.\n{}End",
        part("b", "new b\n\nmore\n", "\n"),
        part("a", "new a\n", "\n")
    );
    assert_eq!(refreshed.text, expected);
    assert_eq!(refreshed.refreshed, ["b", "a"]);
    assert_eq!(refresh(&expected, NEW).expect("parts").text, expected, "again changes nothing");
}

#[test]
fn a_stamped_document_can_be_refreshed() {
    let stamped = stamp(&format!("# Title\n\n{NEW}\nQuestions?\n"));
    let refreshed = refresh(&stamped, NEW).expect("parts");
    assert_eq!((refreshed.text, refreshed.problems), (stamped, vec![]));
}

#[test]
fn a_part_that_somebody_wrote_in_is_left_alone_and_the_others_are_not() {
    let edited = part("a", "x\n", "\n").replace("x\n", "x\nmy thought\n");
    let old = format!("{edited}\n{}", part("b", "y\n", "\n"));
    let refreshed = refresh(&old, NEW).expect("parts");
    assert!(refreshed.text.starts_with(&edited));
    assert_eq!(refreshed.refreshed, ["b"]);
    assert_eq!(problems(&old), [("a".to_owned(), Some(1), Problem::Edited)]);
}

#[test]
fn markers_that_are_not_sound_are_named_with_their_line() {
    let (a, b) = (part("a", "x\n", "\n"), part("b", "y\n", "\n"));
    assert_eq!(problems(&format!("{b}{a}\n{a}")), [("a".to_owned(), Some(4), Problem::Markers)]);
    assert_eq!(problems(&a), [("b".to_owned(), None, Problem::Missing)]);
    let open = format!("{BEGIN}a{CLOSE}\n{b}");
    assert_eq!(problems(&open), [("a".to_owned(), Some(1), Problem::Markers)]);
    let nested = format!("{BEGIN}a{CLOSE}\n{b}{END}a{CLOSE}\n");
    assert_eq!(problems(&nested), [("a".to_owned(), Some(1), Problem::Nested)]);
    let broken = b.clone() + &a.replace("<!-- casefile:begin a", "<!- casefile:begin a");
    assert_eq!(
        problems(&broken).iter().map(|one| (one.1, one.2)).collect::<Vec<_>>(),
        [(Some(4), Problem::Unreadable), (Some(6), Problem::Markers)]
    );
    assert_eq!(refresh("no part", NEW), Err(PartsError::NoParts));
}

#[test]
fn a_part_that_was_emptied_by_hand_is_filled_again() {
    let old = format!("{BEGIN}a{CLOSE}\r\n{END}a{CLOSE}\r\n{}", part("b", "y\n", "\n"));
    let refreshed = refresh(&old, NEW).expect("parts");
    assert!(refreshed.text.starts_with(&part("a", "new a\n", "\r\n")), "{}", refreshed.text);
}

proptest! {
    #[test]
    fn what_the_user_wrote_survives(
        before in "[^\u{0}]{0,80}", between in "(?s).{0,80}", after in "(?s).{0,80}",
        crlf in any::<bool>(), swapped in any::<bool>(),
    ) {
        let text = [&before, &between, &after];
        prop_assume!(text.iter().all(|text| !text.contains("casefile:")));
        let ending = if crlf { "\r\n" } else { "\n" };
        let (first, second) = if swapped { ("b", "a") } else { ("a", "b") };
        let document = |of: &dyn Fn(&str) -> &'static str| {
            let (one, two) = (part(first, of(first), ending), part(second, of(second), ending));
            format!("{before}{ending}{one}{between}{ending}{two}{after}")
        };
        let old = document(&|_| "old\n\ntext\n");
        let new = document(&|name| if name == "a" { "new a\n" } else { "new b\n\nmore\n" });
        prop_assert_eq!(refresh(&old, NEW).expect("parts").text, new);
    }

    #[test]
    fn nothing_is_lost_whatever_became_of_the_markers(lines in prop::collection::vec(0..9_u8, 0..16)) {
        let old: String = lines.iter().map(|line| match line {
            0 => "<!-- casefile:begin a 00000000 -->\n",
            1 => "<!-- casefile:end a -->\n",
            2 => "<!-- casefile:begin b 00000000 -->\r\n",
            3 => "  <!-- casefile:end b -->\n",
            4 => "<!-- casefile:begin -->\n",
            5 => "<!-- casefile:begin c -->\n",
            6 => "\n",
            7 => "a thought\r\n",
            _ => "another, without an end",
        }).collect();
        if let Ok(refreshed) = refresh(&old, NEW) {
            prop_assert_eq!(refreshed.text, old);
        }
    }
}
