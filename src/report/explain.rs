//! The score, term by term, and what would change the standing.

use jiff::civil::Date;
use serde::Serialize;

use super::assumed::assumed;
use super::client::{meaning, outlook};
use super::{Arithmetic, Names, OnFile, Outlook, SCHEMA, Sentence, Unread};
use crate::assess::{Assessment, Catalogue, Explanation};
use crate::model::{Case, ClientId, Settings};

/// The score, term by term, and what would change the standing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainView {
    /// The number of this shape.
    pub schema: u32,
    /// The day it holds for.
    pub as_of: Date,
    /// The client's id.
    pub client: ClientId,
    /// What they are called.
    pub name: String,
    /// What could not be read, and so may not count.
    pub unread: Unread,
    /// Where the answer about a past day comes from; `null` where it is about today.
    pub on_file: Option<OnFile>,
    /// What is taken for values of incidents that could not be read.
    pub assumed: Vec<Sentence>,
    /// What the standing means, in one sentence.
    pub meaning: Sentence,
    /// How the score comes about.
    #[serde(flatten)]
    pub arithmetic: Arithmetic,
    /// What would change the standing.
    pub outlook: Outlook,
    /// What the red flags that occur are called.
    pub flags: Names,
}

impl ExplainView {
    /// The explanation of an assessment; both of the same case and moment.
    pub fn of(
        case: &Case,
        catalogue: &Catalogue,
        settings: &Settings,
        assessment: &Assessment,
        explanation: &Explanation,
    ) -> Self {
        let names = Names::all(catalogue);
        let arithmetic = Arithmetic::of(assessment, &settings.score, &names);
        let ids = arithmetic.terms.iter().map(|term| term.flag.as_str());
        let flags = names.only(ids);
        Self {
            schema: SCHEMA,
            as_of: assessment.as_of.day,
            client: case.client.id.clone(),
            name: case.client.name.clone(),
            unread: Unread::default(),
            on_file: None,
            assumed: assumed(&assessment.as_of.known(case)),
            meaning: Sentence::of(&meaning(assessment), &names),
            arithmetic,
            outlook: outlook(assessment, explanation, &names),
            flags,
        }
    }
}
