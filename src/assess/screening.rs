//! What the answers of a prospect mean: go, ask, or decline (R8).

use crate::model::{KnownAnswer, Question, QuestionSet, Screening, Weighs, is_no_answer};

/// What the answers mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screened<'q> {
    /// The verdict.
    pub verdict: Verdict,
    /// Each question with its answer, in the order of the questions.
    pub answers: Vec<Answered<'q>>,
}

/// The verdict of a screening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Begin.
    Go,
    /// Ask first.
    Ask,
    /// Say no.
    Decline,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered<'q> {
    /// The question.
    pub question: &'q Question,
    /// The answer as it stands in the client note; `None` where there is none.
    pub answer: Option<String>,
    /// The known answer that it gives.
    pub known: Option<&'q KnownAnswer>,
}

/// How an answer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Counts {
    /// It speaks for the work.
    Good,
    /// It is a doubt.
    Doubt,
    /// It means decline.
    Against,
    /// Free text: on file, weighed by nobody but the user.
    Noted,
    /// There is no answer, or none that the question knows.
    Open,
}

impl Answered<'_> {
    /// How the answer counts.
    pub fn counts(&self) -> Counts {
        let Some(answer) = &self.answer else { return Counts::Open };
        match self.known.map(|known| known.weighs) {
            Some(Weighs::Good) => Counts::Good,
            Some(Weighs::Doubt) => Counts::Doubt,
            Some(Weighs::Against) => Counts::Against,
            Some(Weighs::Open) => Counts::Open,
            None if self.question.free && !is_no_answer(answer) => Counts::Noted,
            None => Counts::Open,
        }
    }
}

impl Screened<'_> {
    /// How many answers count like this.
    pub fn count(&self, counts: Counts) -> usize {
        self.answers.iter().filter(|answered| answered.counts() == counts).count()
    }
}

/// Weighs answers: one against it, or as many doubts as the note calls a pattern, mean decline;
/// every question answered and no more doubts than can be lived with, go; anything else, ask.
pub fn screen<'q>(set: &'q QuestionSet, given: &Screening) -> Screened<'q> {
    let answers = set.questions.iter().map(|question| {
        let answer = given.0.iter().find(|(id, _)| *id == question.id).map(|(_, answer)| answer);
        let answer = answer.filter(|answer| !is_no_answer(answer));
        Answered {
            question,
            answer: answer.cloned(),
            known: answer.and_then(|answer| question.known(answer)),
        }
    });
    let mut screened = Screened { verdict: Verdict::Ask, answers: answers.collect() };
    let doubts = screened.count(Counts::Doubt);
    screened.verdict = if screened.count(Counts::Against) > 0 || doubts >= set.decline_from {
        Verdict::Decline
    } else if screened.count(Counts::Open) == 0 && doubts <= set.go_with {
        Verdict::Go
    } else {
        Verdict::Ask
    };
    screened
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Names;

    fn set() -> QuestionSet {
        let question = |id: &str, free| Question {
            id: id.to_owned(),
            ask: Names::default(),
            send: None,
            free,
            answers: Weighs::ALL
                .map(|weighs| KnownAnswer {
                    word: weighs.as_str().to_owned(),
                    weighs,
                    because: Names::default(),
                })
                .into(),
        };
        let questions = ["a", "b", "c"].map(|id| question(id, id == "c")).into();
        QuestionSet { questions, go_with: 1, decline_from: 3 }
    }

    fn verdict(answers: &[(&str, &str)]) -> Verdict {
        let own = |(id, answer): &(&str, &str)| ((*id).to_owned(), (*answer).to_owned());
        screen(&set(), &Screening(answers.iter().map(own).collect())).verdict
    }

    #[test]
    fn every_question_has_to_be_answered_for_a_go() {
        assert_eq!(verdict(&[]), Verdict::Ask);
        assert_eq!(verdict(&[("a", "good"), ("b", "good")]), Verdict::Ask);
        assert_eq!(verdict(&[("a", "good"), ("b", "good"), ("c", "?")]), Verdict::Ask);
        assert_eq!(verdict(&[("a", "good"), ("b", "good"), ("c", "open")]), Verdict::Ask);
        assert_eq!(verdict(&[("a", "good"), ("b", "good"), ("c", "good")]), Verdict::Go);
    }

    #[test]
    fn free_text_is_an_answer_only_where_the_question_takes_it() {
        assert_eq!(verdict(&[("a", "good"), ("b", "good"), ("c", "his mother")]), Verdict::Go);
        assert_eq!(verdict(&[("a", "well"), ("b", "good"), ("c", "good")]), Verdict::Ask);
    }

    #[test]
    fn doubts_add_up() {
        let one = [("a", "doubt"), ("b", "good"), ("c", "good")];
        let two = [("a", "doubt"), ("b", "Doubt, they said"), ("c", "good")];
        let three = [("a", "doubt"), ("b", "doubt"), ("c", "doubt")];
        assert_eq!(verdict(&one), Verdict::Go);
        assert_eq!(verdict(&two), Verdict::Ask);
        assert_eq!(verdict(&three), Verdict::Decline);
    }

    #[test]
    fn one_answer_against_it_is_enough_even_before_the_others() {
        assert_eq!(verdict(&[("b", "against; firmly")]), Verdict::Decline);
    }
}
