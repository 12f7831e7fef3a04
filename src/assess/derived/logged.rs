//! Which logged incident stands for a derived one, so that a fact does not count twice.

use super::{Derived, UNRESPONSIVE};
use crate::assess::Boundary;
use crate::model::{FlagId, Incident, Status};

/// Whether the user's own note on the same fact takes the place of the derived incident.
///
/// A dismissed one does: the user has judged the fact. Another one does only if it counts at
/// least as much when confirmed, or logging it could lower the score: as severe or worse, on no
/// earlier day, on the same side of every boundary on the red flag, and crossing it together
/// with the same others.
pub(super) fn stands_for(logged: &Incident, derived: &Derived, boundaries: &[Boundary]) -> bool {
    let counts_as_much = || {
        logged.severity >= derived.severity
            && logged.moment.day >= derived.moment.day
            && boundaries.iter().filter(|boundary| boundary.covers.contains(&derived.flag)).all(
                |boundary| {
                    boundary.side(logged.moment) == boundary.side(derived.moment)
                        && crosses_together(logged, derived, boundary)
                },
            )
    };
    logged.flags.contains(&derived.flag) && (logged.status == Status::Dismissed || counts_as_much())
}

/// Whether both share their crossing of the boundary with the same others: a silence shares it
/// with the other notes of the silence, what crosses by another red flag with those of its day.
fn crosses_together(logged: &Incident, derived: &Derived, boundary: &Boundary) -> bool {
    let another = |flag: &FlagId| *flag != derived.flag && boundary.covers.contains(flag);
    derived.flag.as_str() != UNRESPONSIVE || !logged.flags.iter().any(another)
}
