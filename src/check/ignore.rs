//! Findings that are not to be shown: each with a reason, and counted.

use crate::finding::Finding;
use crate::model::Ignore;

/// How many findings were not shown, for a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// What the settings say.
    pub ignore: Ignore,
    /// How many findings it held back.
    pub findings: usize,
}

/// Parts the findings that are shown from those that the settings hold back.
pub fn apply_ignores(findings: Vec<Finding>, ignores: &[Ignore]) -> (Vec<Finding>, Vec<Ignored>) {
    let mut ignored: Vec<Ignored> =
        ignores.iter().map(|ignore| Ignored { ignore: ignore.clone(), findings: 0 }).collect();
    let shown = findings.into_iter().filter(|finding| {
        match ignored.iter_mut().find(|ignored| covers(&ignored.ignore, finding)) {
            Some(ignored) => {
                ignored.findings += 1;
                false
            }
            None => true,
        }
    });
    let shown = shown.collect();
    (shown, ignored)
}

fn covers(ignore: &Ignore, finding: &Finding) -> bool {
    let in_path = ignore.path.as_deref().is_none_or(|path| {
        let path = path.trim_end_matches('/');
        finding
            .location
            .path
            .strip_prefix(path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    ignore.code == finding.code && in_path
}
