//! Everything on file about one client.

use super::{
    Client, Credit, Decision, DraftNote, Exhibit, Incident, Lesson, Message, PlanNote, Pulse,
};

/// Everything on file about one client; each list is sorted by moment, then by id or path.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The client.
    pub client: Client,
    /// Incidents, whatever their status.
    pub incidents: Vec<Incident>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Messages both ways.
    pub messages: Vec<Message>,
    /// Good moments.
    pub credits: Vec<Credit>,
    /// Pulses.
    pub pulses: Vec<Pulse>,
    /// Originals kept as evidence.
    pub exhibits: Vec<Exhibit>,
    /// Lessons of postmortems, in the order of their notes.
    pub lessons: Vec<Lesson>,
    /// Exit plans.
    pub plans: Vec<PlanNote>,
    /// Letters not sent yet, the earliest first.
    pub drafts: Vec<DraftNote>,
}

impl Case {
    /// A case with nothing on file.
    pub fn empty(client: Client) -> Self {
        Self {
            client,
            incidents: Vec::new(),
            decisions: Vec::new(),
            messages: Vec::new(),
            credits: Vec::new(),
            pulses: Vec::new(),
            exhibits: Vec::new(),
            lessons: Vec::new(),
            plans: Vec::new(),
            drafts: Vec::new(),
        }
    }

    /// Puts every list in its order.
    pub fn sort(&mut self) {
        self.incidents.sort_by(|a, b| (a.moment, &a.id).cmp(&(b.moment, &b.id)));
        self.decisions.sort_by(|a, b| (a.moment, &a.id).cmp(&(b.moment, &b.id)));
        self.messages.sort_by(|a, b| (a.moment, &a.note).cmp(&(b.moment, &b.note)));
        self.credits.sort_by(|a, b| (a.moment, &a.note).cmp(&(b.moment, &b.note)));
        self.pulses.sort_by(|a, b| (a.moment, &a.note).cmp(&(b.moment, &b.note)));
        self.lessons.sort_by(|a, b| a.note.cmp(&b.note));
        self.drafts.sort_by(|a, b| (a.day, &a.note).cmp(&(b.day, &b.note)));
        self.plans.sort_by(|a, b| a.note.cmp(&b.note));
        self.exhibits.sort_by(|a, b| (a.moment, &a.note).cmp(&(b.moment, &b.note)));
    }
}
