//! The red flags that hold for a vault: built in, the user's own, and the settings.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Flag, FlagId, FlagOrigin, HalfLife, Settings, composed};

/// The red flags that hold for a vault, sorted by id, with the settings applied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    flags: BTreeMap<FlagId, Flag>,
    off: BTreeSet<FlagId>,
    /// The built-in ones that a flag of the vault stands in place of.
    replaced: BTreeSet<FlagId>,
}

impl Catalogue {
    /// Joins flags and settings; a flag from the vault wins over a built-in one of the same id,
    /// whatever the order, and among equals the first wins.
    ///
    /// The settings' general half-life holds for built-in flags that fade and for flags of the
    /// vault that state none; a half-life in a flag's own settings wins over it.
    pub fn new(flags: impl IntoIterator<Item = Flag>, settings: &Settings) -> Self {
        let mut catalogue = Self::default();
        for flag in flags {
            catalogue.insert(flag);
        }
        for flag in catalogue.flags.values_mut() {
            let built_in = flag.origin == FlagOrigin::BuiltIn;
            flag.half_life = match (flag.half_life, settings.score.half_life) {
                (Some(HalfLife::Days(_)), Some(general)) if built_in => Some(general),
                (own, general) => Some(own.or(general).unwrap_or_default()),
            };
        }
        for (id, change) in &settings.flags {
            if change.off {
                catalogue.off.insert(id.clone());
            }
            let Some(flag) = catalogue.flags.get_mut(id) else { continue };
            flag.weight = change.weight.unwrap_or(flag.weight);
            flag.half_life = change.half_life.or(flag.half_life);
            flag.deal_breaker = change.deal_breaker.unwrap_or(flag.deal_breaker);
        }
        catalogue
    }

    fn insert(&mut self, flag: Flag) {
        let present = self.flags.get(&flag.id);
        let is_built_in = |flag: &Flag| flag.origin == FlagOrigin::BuiltIn;
        if present.is_some_and(|present| is_built_in(present) != is_built_in(&flag)) {
            self.replaced.insert(flag.id.clone());
        }
        if present.is_none_or(|present| is_built_in(present) && !is_built_in(&flag)) {
            self.flags.insert(flag.id.clone(), flag);
        }
    }

    /// The red flag of an id, switched off or not; `None` if it is unknown.
    pub fn get(&self, id: &str) -> Option<&Flag> {
        self.flags.get(composed(id).as_ref())
    }

    /// Whether the settings switch the red flag off: its incidents count nothing.
    pub fn is_off(&self, id: &str) -> bool {
        self.off.contains(composed(id).as_ref())
    }

    /// Whether a flag of the vault stands in place of the built-in one of this id.
    pub fn replaces_built_in(&self, id: &str) -> bool {
        self.replaced.contains(composed(id).as_ref())
    }

    /// The red flag of an id if it is known and not switched off.
    pub fn counting(&self, id: &str) -> Option<&Flag> {
        self.get(id).filter(|_| !self.is_off(id))
    }

    /// Every red flag, sorted by id, those switched off included.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Flag> {
        self.flags.values()
    }

    /// How many red flags there are.
    pub fn len(&self) -> usize {
        self.flags.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.flags.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::flag;
    use crate::model::FlagSettings;

    fn own(id: &str, weight: f64) -> Flag {
        let origin = FlagOrigin::Vault(format!("flags/{id}.md"));
        Flag { origin, ..flag(id, weight, None, false) }
    }

    #[test]
    fn a_flag_of_the_vault_wins_whatever_the_order() {
        let settings = Settings::default();
        let built_in = flag("disrespect", 4.0, Some(90), false);
        for flags in
            [[built_in.clone(), own("disrespect", 1.0)], [own("disrespect", 1.0), built_in]]
        {
            let catalogue = Catalogue::new(flags, &settings);
            assert_eq!(catalogue.len(), 1);
            assert_eq!(catalogue.get("disrespect").map(|flag| flag.weight), Some(1.0));
            assert!(catalogue.replaces_built_in("disrespect"));
        }
        let catalogue = Catalogue::new([own("tea", 1.0), own("tea", 2.0)], &settings);
        assert!(!catalogue.replaces_built_in("tea"));
    }

    #[test]
    fn the_general_half_life_holds_where_no_flag_of_the_vault_says_otherwise() {
        let mut settings = Settings::default();
        settings.score.half_life = Some(HalfLife::Days(45));
        let never = FlagSettings { half_life: Some(HalfLife::Never), ..FlagSettings::default() };
        settings.flags.insert(FlagId::new("set"), never);
        let stated = Flag { half_life: Some(HalfLife::Days(10)), ..own("stated", 1.0) };
        let lasting = Flag { half_life: Some(HalfLife::Never), ..own("lasting", 1.0) };
        let silent = Flag { half_life: None, ..own("silent", 1.0) };
        let flags = [
            stated,
            lasting,
            silent.clone(),
            flag("built-in", 2.0, Some(90), false),
            flag("set", 2.0, Some(90), false),
            flag("threat", 10.0, None, true),
        ];
        let catalogue = Catalogue::new(flags, &settings);
        let days = |id: &str| catalogue.get(id).unwrap().half_life.unwrap().days();
        assert_eq!(days("silent"), Some(45));
        assert_eq!(days("built-in"), Some(45));
        assert_eq!(days("stated"), Some(10));
        assert_eq!((days("lasting"), days("set"), days("threat")), (None, None, None));
        let plain = Catalogue::new([silent], &Settings::default());
        assert_eq!(plain.get("silent").unwrap().half_life, Some(HalfLife::Days(60)));
    }

    #[test]
    fn a_flag_switched_off_is_known_and_does_not_count() {
        let mut settings = Settings::default();
        let off = FlagSettings { off: true, ..FlagSettings::default() };
        settings.flags.insert(FlagId::new("threat"), off);
        let catalogue = Catalogue::new([flag("threat", 10.0, None, true)], &settings);
        assert!(catalogue.get("threat").is_some() && catalogue.counting("threat").is_none());
    }
}
