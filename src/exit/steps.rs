//! The order of an exit: which step is safe now, and which was ticked too early.

use std::collections::BTreeSet;

use super::Plan;
use crate::model::Step;
use crate::phrase::Phrase;

/// Every word that `only-if` knows.
pub const CONDITIONS: [&str; 11] = [
    "access",
    "deal-breaker",
    "in-advance",
    "no-deal-breaker",
    "overdue",
    "platform",
    "shared",
    "unbilled",
    "undecided",
    "unfinished",
    "untold",
];

/// A step that a new plan begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedStep {
    /// Its name.
    pub id: &'static str,
    /// What is to be done.
    pub what: Phrase,
    /// The steps that come before it.
    pub after: &'static [&'static str],
    /// When it has to be done at all.
    pub only_if: &'static [&'static str],
}

/// What comes next in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next<'s> {
    /// This step is safe now.
    Step(&'s Step),
    /// Nothing is left to be done.
    Done,
    /// Steps are left, and each waits for another.
    Stuck(Vec<&'s str>),
}

/// Whether a step has to be done where these words hold; a word nobody knows holds.
fn applies(step: &Step, holding: &BTreeSet<&str>) -> bool {
    step.only_if
        .iter()
        .all(|word| holding.contains(word.as_str()) || !CONDITIONS.contains(&word.as_str()))
}

/// The steps that have to be done where these words hold, and are not ticked.
pub fn open_steps<'s>(
    steps: &'s [Step],
    holding: &BTreeSet<&str>,
) -> impl Iterator<Item = &'s Step> {
    steps.iter().filter(|step| !step.done && applies(step, holding))
}

/// The first step of the plan that is not ticked and whose needed steps are.
pub fn next_step<'s>(steps: &'s [Step], holding: &BTreeSet<&str>) -> Next<'s> {
    let open: Vec<&Step> = open_steps(steps, holding).collect();
    if open.is_empty() {
        return Next::Done;
    }
    let waits = |step: &&Step| step.after.iter().any(|id| open.iter().any(|other| other.id == *id));
    match open.iter().copied().find(|step| !waits(step)) {
        Some(step) => Next::Step(step),
        None => Next::Stuck(open.iter().map(|step| step.id.as_str()).collect()),
    }
}

/// The steps that a ticked one needs and that are not ticked; none for one that is not.
pub fn missing<'s>(step: &Step, steps: &'s [Step], holding: &BTreeSet<&str>) -> Vec<&'s str> {
    if !step.done {
        return Vec::new();
    }
    open_steps(steps, holding)
        .filter(|other| step.after.contains(&other.id))
        .map(|other| other.id.as_str())
        .collect()
}

/// The steps of a new plan: preparing, then telling, then cutting. Where a deal-breaker is
/// confirmed: saving, the platform, cutting, and telling last and once.
pub fn planned_steps(plan: &Plan) -> Vec<PlannedStep> {
    const CALM: &[&str] = &["no-deal-breaker"];
    const BROKEN: &[&str] = &["deal-breaker"];
    let step = |id, what, after, only_if| PlannedStep { id, what, after, only_if };
    const OPEN: &[&str] = &["no-deal-breaker", "untold"];
    let client = plan.client.as_str();
    let tell = Phrase::new("step-tell").with("how", plan.telling.channel_phrase());
    vec![
        step("save", Phrase::new("step-save"), &[], &[]),
        step("money", Phrase::new("step-money"), &[], CALM),
        step("next-income", Phrase::new("step-next-income"), &[], CALM),
        step("in-writing", Phrase::new("step-in-writing"), &[], CALM),
        step("finish", Phrase::new("step-finish"), &["money"], &["unfinished", "no-deal-breaker"]),
        step("substitute", Phrase::new("step-substitute"), &[], &["unfinished", "no-deal-breaker"]),
        step("package", Phrase::new("step-package"), &["save", "finish"], CALM),
        step("list-access", Phrase::new("step-list-access"), &[], &["access"]),
        step(
            "platform",
            Phrase::new("step-platform").with("client", client),
            &["save"],
            &["platform"],
        ),
        step(
            "decide",
            Phrase::new("step-decide").with("client", client),
            &["save", "money", "next-income"],
            &["undecided"],
        ),
        step(
            "cut-now",
            Phrase::new("step-cut-now"),
            &["save", "list-access", "platform", "decide"],
            BROKEN,
        ),
        step(
            "tell-once",
            Phrase::new("step-tell-once").with("client", client),
            &["cut-now"],
            &["deal-breaker", "untold"],
        ),
        step("draft", Phrase::new("step-draft").with("client", client), &["decide"], OPEN),
        step(
            "tell",
            tell,
            &["draft", "in-writing", "package", "list-access", "platform", "substitute"],
            CALM,
        ),
        step("follow-up", Phrase::new("step-follow-up").with("client", client), &["tell"], CALM),
        step(
            "hand-over",
            Phrase::new("step-hand-over").with("client", client),
            &["follow-up", "package"],
            CALM,
        ),
        step("bill", Phrase::new("step-bill"), &["hand-over"], &["unbilled", "no-deal-breaker"]),
        step("refund", Phrase::new("step-refund"), &["hand-over", "tell-once"], &["in-advance"]),
        step(
            "cut-theirs",
            Phrase::new("step-cut-theirs"),
            &["hand-over"],
            &["access", "no-deal-breaker"],
        ),
        step(
            "cut-ours",
            Phrase::new("step-cut-ours"),
            &["hand-over"],
            &["access", "no-deal-breaker"],
        ),
        step("shared", Phrase::new("step-shared"), &["follow-up", "tell-once"], &["shared"]),
        step(
            "claim",
            Phrase::new("step-claim").with("client", client),
            &["follow-up", "tell-once"],
            &["overdue"],
        ),
        step(
            "close",
            Phrase::new("step-close").with("client", client),
            &["cut-theirs", "cut-ours", "shared", "refund", "bill", "claim", "tell-once"],
            &[],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(id: &str, done: bool, after: &[&str], only_if: &[&str]) -> Step {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Step {
            id: id.to_owned(),
            done,
            text: String::new(),
            after: owned(after),
            only_if: owned(only_if),
        }
    }

    #[test]
    fn the_next_step_waits_for_none_that_applies() {
        let calm = BTreeSet::from(["no-deal-breaker"]);
        let broken = BTreeSet::from(["deal-breaker"]);
        let mut steps = vec![
            step("tell", false, &["save", "platform"], &["no-deal-breaker"]),
            step("save", false, &[], &[]),
            step("platform", false, &["save"], &["platform"]),
            step("cut-now", false, &["save"], &["deal-breaker"]),
        ];
        assert_eq!(next_step(&steps, &calm), Next::Step(&steps[1]));
        steps[1].done = true;
        // There is no platform, so telling does not wait for it.
        assert_eq!(next_step(&steps, &calm), Next::Step(&steps[0]));
        assert_eq!(next_step(&steps, &broken), Next::Step(&steps[3]));
        steps[0].done = true;
        assert_eq!(next_step(&steps, &calm), Next::Done);
    }

    #[test]
    fn steps_that_wait_for_each_other_are_said() {
        let steps = vec![step("a", false, &["b"], &[]), step("b", false, &["a"], &[])];
        assert_eq!(next_step(&steps, &BTreeSet::new()), Next::Stuck(vec!["a", "b"]));
    }

    #[test]
    fn a_step_ticked_too_early_names_what_it_needs() {
        let steps = vec![
            step("tell", true, &["save", "platform"], &[]),
            step("save", false, &[], &[]),
            step("platform", false, &[], &["platform"]),
        ];
        assert_eq!(missing(&steps[0], &steps, &BTreeSet::new()), ["save"]);
        let both = BTreeSet::from(["platform"]);
        assert_eq!(missing(&steps[0], &steps, &both), ["save", "platform"]);
        assert!(missing(&steps[1], &steps, &both).is_empty());
    }
}
