### The questions before a yes.

screen-go = { $client }: go
screen-ask-first = { $client }: ask first
screen-decline = { $client }: decline
screen-tally = { $against ->
    [one] { $against } answer against
   *[other] { $against } answers against
  }, { $doubts ->
    [one] { $doubts } doubt
   *[other] { $doubts } doubts
  }, { $open } unanswered, { $good } for it, { $noted } noted.
screen-rule = The rule: one answer against means decline, and so do { $many ->
    [one] { $many } doubt
   *[other] { $many } doubts
  }. With every question answered and at most { $few ->
    [one] { $few } doubt
   *[other] { $few } doubts
  } it is a go. Everything between asks.
screen-against = Against
screen-doubts = Doubts
screen-open = Unanswered
screen-noted = Noted; yours to weigh
screen-good = For it
screen-any-text = or any text
screen-question = { $question } ({ $words })
screen-because = { $answer } – { $because }
screen-to-send = questions for { $whom }, ready to paste
screen-next = Next
screen-next-accept = Record it: `casefile decide { $client } accept -m "…"`
screen-next-answer = Answer: `casefile screen { $client } --answer QUESTION=ANSWER`, or below `screening:` in the client note
screen-next-send = The questions alone, to copy: `casefile screen { $client } --to-send`
screen-refer = Refer them to: { $who }
screen-refer-nobody = Name somebody who fits better: `casefile screen { $client } --answer refer-to="…"`
screen-next-letter = Write it: `casefile draft { $client } decline`
screen-next-decline = Record it: `casefile decide { $client } decline -m "…"`
screen-judgement = The rule is a habit, not a measurement. You decide.
screen-nothing-to-send = no question is to be sent: `casefile screen { $client }` says why
screen-no-equals = `{ $text }` is no answer to a question
screen-no-equals-hint = write QUESTION=ANSWER, for example goals=realistic
no-client-note = `{ $client }` has no client note to answer in
no-client-note-hint = make one with `casefile new { $client }`
cannot-answer-hint = write the answer to `{ $question }` below `screening:` by hand
