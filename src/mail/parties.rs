//! Who is the client, and who the user, among those who write.

use super::Person;
use crate::signal::Normal;

/// Which side somebody is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The client, or who writes for them.
    Client,
    /// The user.
    User,
    /// Somebody else, or nobody knows.
    Other,
}

/// Those who are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parties {
    client: Vec<Known>,
    /// Words of names that stand for the client.
    named: Vec<String>,
    user: Vec<Known>,
}

/// Somebody as they are compared: lower case, without accents.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    name: Option<String>,
    address: Option<String>,
}

impl Known {
    fn of(person: &Person) -> Self {
        let folded = |text: &String| Normal::of(text, None).text;
        Self {
            name: person.name.as_ref().map(folded).filter(|name| !name.is_empty()),
            address: person.address.as_ref().map(|address| address.trim().to_lowercase()),
        }
    }

    /// The same address; or, where one of them has none, the same name.
    fn is(&self, other: &Self) -> bool {
        match (&self.address, &other.address) {
            (Some(one), Some(other)) => one == other,
            _ => self.name.is_some() && self.name == other.name,
        }
    }
}

impl Parties {
    /// Somebody who is, or writes for, the client.
    pub fn add_client(&mut self, person: &Person) {
        self.client.push(Known::of(person));
    }

    /// The client, by an address, or by some words of a name as they were typed.
    pub fn add_named(&mut self, name: &str) {
        let person = Person::parse(name);
        match person.address {
            Some(_) => self.add_client(&person),
            None => self.named.push(Normal::of(name, None).text),
        }
    }

    /// The user.
    pub fn add_user(&mut self, person: &Person) {
        self.user.push(Known::of(person));
    }

    /// Whether anybody is known to be the client.
    pub const fn know_the_client(&self) -> bool {
        !self.client.is_empty() || !self.named.is_empty()
    }

    /// The side of somebody.
    pub fn side(&self, person: &Person) -> Side {
        let person = Known::of(person);
        if self.client.iter().any(|known| known.is(&person)) || self.is_named(&person) {
            Side::Client
        } else if self.user.iter().any(|known| known.is(&person)) {
            Side::User
        } else {
            Side::Other
        }
    }

    /// Whether what the user wrote went to the client as far as anybody can tell: where the client
    /// is known and others alone are addressed, it did not.
    pub fn reaches_the_client(&self, to: &[Person]) -> bool {
        !self.know_the_client()
            || to.is_empty()
            || to.iter().any(|person| self.side(person) == Side::Client)
    }

    /// Whether every word that was typed for a name is in this one.
    fn is_named(&self, person: &Known) -> bool {
        let Some(name) = &person.name else { return false };
        let has = |word: &str| name.split(' ').any(|own| own == word);
        let is_it = |named: &String| !named.is_empty() && named.split(' ').all(has);
        self.named.iter().any(is_it)
    }

    /// Whether what they write is to be looked at as the client's words: they are the client,
    /// or nobody knows who that is and they are not the user.
    pub fn speaks(&self, from: Option<&Person>) -> bool {
        match from.map(|person| self.side(person)) {
            None | Some(Side::Client) => true,
            Some(Side::Other) => !self.know_the_client(),
            Some(Side::User) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_counts_before_a_name_and_accents_do_not() {
        let mut parties = Parties::default();
        let lea = Person::parse("Léa Martin <lea@nova.example>");
        assert!(parties.speaks(Some(&lea)) && parties.speaks(None));
        parties.add_client(&lea);
        parties.add_user(&Person::parse("Jenna Ray <jenna@example.org>"));
        assert_eq!(parties.side(&Person::parse("LEA@nova.example")), Side::Client);
        assert_eq!(parties.side(&Person::named("Lea MARTIN")), Side::Client);
        assert_eq!(parties.side(&Person::parse("Léa Martin <other@x.example>")), Side::Other);
        assert_eq!(parties.side(&Person::named("Jenna Ray")), Side::User);
        assert!(!parties.speaks(Some(&Person::named("Somebody"))));
        assert!(parties.speaks(None));
        parties.add_named("somebody");
        assert!(parties.speaks(Some(&Person::named("Somebody Else"))));
        assert!(!parties.speaks(Some(&Person::named("Some Body"))));
    }
}
