### Why a score is what it is, boundaries, derived incidents, change against the past.

## What would change the standing

# $points (Score); $standing (Phrase).
explain-next = { $points } more points would make the standing “{ $standing }”.
# $day (Day); $standing (Phrase).
explain-fades = If nothing new happens, the standing becomes “{ $standing }” on { $day }.
# $flag (Text): the red flag; $score (Score); $standing (Phrase).
explain-one-more = One more incident of “{ $flag }”, of medium severity, would make the score { $score } (standing: { $standing }).
# $incident (Text); $confirmed, $dismissed (Score); the standings (Phrase).
explain-suspected = { $incident } is not confirmed yet. If it is confirmed, the score is { $confirmed } (“{ $confirmed-standing }”); if it is dismissed, { $dismissed } (“{ $dismissed-standing }”).

## Facts that make incidents

# $invoice (Text); $amount (Money); $due, $paid (Day); $days (Count).
fact-late-payment-paid =
    { $days ->
        [one] Invoice { $invoice } of { $amount } was due on { $due } and paid on { $paid }, { $days } day late.
       *[other] Invoice { $invoice } of { $amount } was due on { $due } and paid on { $paid }, { $days } days late.
    }
# $invoice (Text); $amount (Money); $due (Day); $days (Count).
fact-late-payment-open =
    { $days ->
        [one] Invoice { $invoice } of { $amount } was due on { $due } and has been unpaid for { $days } day since.
       *[other] Invoice { $invoice } of { $amount } was due on { $due } and has been unpaid for { $days } days since.
    }
# $count (Count): messages that day; $day (Day); $time, $hours (Text).
fact-time-boundary =
    { $count ->
        [one] A message that asks for something arrived on { $day } at { $time }, outside the agreed hours ({ $hours }).
       *[other] { $count } messages that ask for something arrived on { $day } outside the agreed hours ({ $hours }), the last at { $time }.
    }
# $asked, $limit, $answered (Day); $days (Count).
fact-unresponsive-answered =
    { $days ->
        [one] The question of { $asked } should have been answered by { $limit }; the answer came on { $answered }, after { $days } day.
       *[other] The question of { $asked } should have been answered by { $limit }; the answer came on { $answered }, after { $days } days.
    }
# $asked, $limit (Day); $days (Count).
fact-unresponsive-open =
    { $days ->
        [one] The question of { $asked } should have been answered by { $limit }; no answer after { $days } day.
       *[other] The question of { $asked } should have been answered by { $limit }; no answer after { $days } days.
    }
# $incident, $statement (Text); $told (Day).
fact-boundary-crossed = { $incident } crosses the boundary told on { $told }: { $statement }
# $count (Count); $first, $last (Day).
fact-outweighs-work = { $count } times in a row, from { $first } to { $last }, the client weighed more than the work.

## What is due

# $statement (Text).
due-boundary-review = review the boundary: { $statement }
due-boundary-breached = decide what follows, the boundary was crossed: { $statement }
due-boundary-breached-said = decide, the boundary was crossed: { $statement } You said: { $consequence }
# $invoice (Text); $amount (Money).
due-invoice = invoice { $invoice }, { $amount }
# $told (Day).
due-notice-end = end of the notice given on { $told }
# $time (Text).
due-cooling-off-end = let the draft rest; the exit may be announced from { $time }
# $asked (Day).
due-reply = their answer to the question of { $asked }

## Decisions

# $kind (Text); $stage (Phrase); $allowed (Text): kinds, joined by commas.
decision-refused = `{ $kind }` cannot follow while the stage is “{ $stage }”; what can: { $allowed }

## The client against their own past

# $recent, $recent-days, $earlier, $earlier-days (Count); $chance (Phrase).
change-incidents-worse = More incidents than before: { $recent } in the last { $recent-days } days, after { $earlier } in the { $earlier-days } days before. If nothing had changed, a difference this large would be expected in { $chance }.
# $recent, $recent-days, $earlier, $earlier-days (Count); $chance (Phrase).
change-incidents-better = Fewer incidents than before: { $recent } in the last { $recent-days } days, after { $earlier } in the { $earlier-days } days before. If nothing had changed, a difference this large would be expected in { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count); $chance (Phrase).
change-out-of-hours-worse = More of their messages arrive outside the agreed hours: { $recent } of the last { $recent-of }, after { $earlier } of { $earlier-of } before. If nothing had changed, a difference this large would be expected in { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count); $chance (Phrase).
change-out-of-hours-better = Fewer of their messages arrive outside the agreed hours: { $recent } of the last { $recent-of }, after { $earlier } of { $earlier-of } before. If nothing had changed, a difference this large would be expected in { $chance }.
# $recent, $earlier (Score): hours; $recent-of, $earlier-of (Count): answers; $chance (Phrase).
change-reply-delay-worse = They take longer to answer: { $recent } hours in the middle of the last { $recent-of } answers, after { $earlier } hours in the { $earlier-of } before. If nothing had changed, a difference this large would be expected in { $chance }.
# $recent, $earlier (Score): hours; $recent-of, $earlier-of (Count): answers; $chance (Phrase).
change-reply-delay-better = They answer sooner: { $recent } hours in the middle of the last { $recent-of } answers, after { $earlier } hours in the { $earlier-of } before. If nothing had changed, a difference this large would be expected in { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count); $chance (Phrase).
change-cited-messages-worse = More of their messages led to an incident: { $recent } of the last { $recent-of }, after { $earlier } of { $earlier-of } before. If nothing had changed, a difference this large would be expected in { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count); $chance (Phrase).
change-cited-messages-better = Fewer of their messages led to an incident: { $recent } of the last { $recent-of }, after { $earlier } of { $earlier-of } before. If nothing had changed, a difference this large would be expected in { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count); $chance (Phrase).
change-greetings-worse = Fewer of their messages begin with a greeting: { $recent } of the last { $recent-of }, after { $earlier } of { $earlier-of } before. If nothing had changed, a difference this large would be expected in { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count); $chance (Phrase).
change-greetings-better = More of their messages begin with a greeting: { $recent } of the last { $recent-of }, after { $earlier } of { $earlier-of } before. If nothing had changed, a difference this large would be expected in { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count); $chance (Phrase).
change-pronoun-tu = Their messages turn from “vous” to “tu”: “tu” in { $recent } of the last { $recent-of } that say either, after { $earlier } of { $earlier-of } before. If nothing had changed, a difference this large would be expected in { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count); $chance (Phrase).
change-pronoun-vous = Their messages turn from “tu” to “vous”: “tu” in { $recent } of the last { $recent-of } that say either, after { $earlier } of { $earlier-of } before. If nothing had changed, a difference this large would be expected in { $chance }.
change-chance-below-one = fewer than 1 case in 100
# $number (Count).
change-chance =
    { $number ->
        [one] about 1 case in 100
       *[other] about { $number } cases in 100
    }
