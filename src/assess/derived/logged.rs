//! Which logged incident stands for a derived one, so that a fact does not count twice.

use super::Derived;
use crate::assess::Boundary;
use crate::model::{Incident, Status};

/// Whether the user's own note on the same fact takes the place of the derived incident.
///
/// A dismissed one does: the user has judged the fact. Another one does only if it counts at
/// least as much when confirmed, or logging it could lower the score: as severe or worse, on no
/// earlier day, and on the same side of every boundary on the red flag.
pub(super) fn stands_for(logged: &Incident, derived: &Derived, boundaries: &[Boundary]) -> bool {
    let counts_as_much = || {
        logged.severity >= derived.severity
            && logged.moment.day >= derived.moment.day
            && boundaries
                .iter()
                .filter(|boundary| boundary.covers.contains(&derived.flag))
                .all(|boundary| boundary.side(logged.moment) == boundary.side(derived.moment))
    };
    logged.flags.contains(&derived.flag) && (logged.status == Status::Dismissed || counts_as_much())
}
