//! The examples of notes, run.

use super::rule::RuleSet;
use super::signals::Signals;

/// What running the examples showed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestReport {
    /// How many examples ran.
    pub examples: usize,
    /// Those that did not do what their note says.
    pub failed: Vec<Failed>,
}

/// An example that did not do what its note says.
#[derive(Clone, Debug, PartialEq)]
pub struct Failed {
    /// The note's id.
    pub id: String,
    /// The note's path.
    pub path: String,
    /// The example.
    pub text: String,
    /// The line of its note on which it begins, from 1.
    pub line: usize,
    /// Whether it was to be found.
    pub was_to_be_found: bool,
    /// The rules that spoke.
    pub rules: Vec<String>,
}

/// Runs the examples of the notes, or of the one with this id: those below `flag` must reach the
/// threshold for their own note, and those below `ok` must not.
pub fn test_examples(signals: &Signals, only: Option<&str>) -> TestReport {
    let mut report = TestReport::default();
    for set in signals.sets().iter().filter(|set| only.is_none_or(|id| id == set.id)) {
        test_set(signals, set, &mut report);
    }
    report
}

fn test_set(signals: &Signals, set: &RuleSet, report: &mut TestReport) {
    let all = set.found.iter().map(|example| (example, true));
    for (example, was_to_be_found) in all.chain(set.passed.iter().map(|example| (example, false))) {
        report.examples += 1;
        let found = signals.in_text(&example.text);
        let verdict = found.verdicts.iter().find(|verdict| verdict.id == set.id);
        if verdict.is_some_and(super::Verdict::is_suggested) == was_to_be_found {
            continue;
        }
        let spoke = verdict.into_iter().flat_map(|verdict| &verdict.signals);
        let mut rules: Vec<String> = spoke.map(|signal| signal.rule.id.clone()).collect();
        rules.dedup();
        report.failed.push(Failed {
            id: set.id.clone(),
            path: set.path.clone(),
            text: example.text.clone(),
            line: example.line,
            was_to_be_found,
            rules,
        });
    }
}
