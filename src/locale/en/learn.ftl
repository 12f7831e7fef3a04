### What the user's own closed cases teach.

learn-title = What your closed cases teach, { $date }
learn-too-few = { $closed ->
    [0] No case is closed yet
    [one] { $closed } case is closed
   *[other] { $closed } cases are closed
  }; figures need { $needed }. Until then each postmortem speaks for itself.
learn-over = Over { $closed } closed cases.
learn-few = { $count ->
    [0] No case of this kind
    [one] { $count } case of this kind
   *[other] { $count } cases of this kind
  }; a figure needs { $needed }.
learn-share = { $count } of { $of } ({ $low } to { $high })
learn-middle = { $median } (between { $low } and { $high }, { $coverage } sure; { $of } cases)
learn-ends = How they ended
learn-bad-ends = Ended badly, by an exit that was not taken back or with an invoice unpaid: { $share }.
learn-first = What came first, of the cases with a red flag
learn-first-flag = { $flag }: { $share }.
learn-time = From the first red flag to a boundary or an exit
learn-days = Days, in the middle: { $middle }.
learn-score = Score on record at that decision, in the middle: { $middle }.
learn-undecided = { $count ->
    [one] In { $count } more case
   *[other] In { $count } more cases
  } nothing was decided before the close.
learn-cost = What it cost until then
learn-prompt = Decided within { $days } days: { $count ->
    [one] { $count } case
   *[other] { $count } cases
  }, { $nights ->
    [one] { $nights } night lost
   *[other] { $nights } nights lost
  }.
learn-late = Decided later, or not at all: { $count ->
    [one] { $count } case
   *[other] { $count } cases
  }, { $nights ->
    [one] { $nights } night lost
   *[other] { $nights } nights lost
  }.
learn-hours = Hours of each, in the middle: { $middle }.
learn-hours-few = Their hours are not told: a figure needs { $needed } cases.
learn-money = { $amount } noted as cost.
learn-answers = Answers before the yes, and how it ended
learn-answer = { $question }, { $answer }: ended badly { $share }.
learn-answers-few = { $count ->
    [one] { $count } more answer was
   *[other] { $count } more answers were
  } given in fewer than { $needed } cases each.
learn-no-answers = No closed case has screening answers that can be weighed.
learn-about = A share stands with its 95% interval (Wilson), a middle value (the median) with the interval of its ranks. With few cases both are wide, and that is what is known.
learn-not-cause = What went with a bad end need not have caused it.
