### What an assessment says of facts, dues and changes.

# $kind and $allowed are words of the command line; $stage is a stage.
decision-refused = `{ $kind }` cannot follow at this stage ({ $stage }); possible now: { $allowed }

## Facts that make incidents by themselves
# $invoice: its number; $amount: money; $due, $paid, $day, $asked, $answered, $limit, $told,
# $first, $last: dates; $days, $count: numbers; $time, $hours, $incident, $statement: text.

fact-late-payment-open = invoice { $invoice } over { $amount }, due { $due }, has been unpaid for { $days ->
    [one] { $days } day
   *[other] { $days } days
} since
fact-late-payment-paid = invoice { $invoice } over { $amount }, due { $due }, was paid { $paid }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
fact-time-boundary = { $count ->
    [one] a message that asks for something came { $day } at { $time }, outside the agreed hours ({ $hours })
   *[other] { $count } messages that ask for something came { $day } outside the agreed hours ({ $hours }), the last at { $time }
}
fact-unresponsive-open = no answer to the message of { $asked } for { $days ->
    [one] { $days } day
   *[other] { $days } days
}; agreed was { $limit }
fact-unresponsive-answered = the message of { $asked } was answered on { $answered }, after { $days ->
    [one] { $days } day
   *[other] { $days } days
}; agreed was { $limit }
fact-boundary-crossed = { $incident } crossed the boundary told on { $told }: { $statement }
fact-outweighs-work = the client weighed more than the work in { $count ->
    [one] { $count } pulse
   *[other] { $count } pulses in a row
}, from { $first } to { $last }

## What is due
# $statement: a boundary's limit; $invoice, $time: text; $amount: money; $told, $asked: dates.

due-boundary-review = review of the boundary: { $statement }
due-invoice = invoice { $invoice }, { $amount }
due-notice-end = end of the notice given on { $told }
due-cooling-off-end = end of the cooling-off period, at { $time }
due-reply = their answer to the message of { $asked }

## What would change the standing
# $points, $score, $confirmed, $dismissed: scores; $standing and the like: standings; $day: a
# date; $flag, $incident: ids.

explain-next = { $points } more points would make the standing { $standing }
explain-fades = with nothing new the standing falls to { $standing } on { $day }
explain-one-more = one more medium incident of { $flag } today would make { $score }: { $standing }
explain-suspected = { $incident }: confirmed, it makes { $confirmed } ({ $confirmed-standing }); dismissed, { $dismissed } ({ $dismissed-standing })

## Change against the client's own past
# $recent, $earlier: numbers; $recent-of, $earlier-of: counts; $chance: a percentage.

change-incidents-worse = incidents are more frequent: { $recent } a month in the last 90 days, { $earlier } a month before (luck alone would do this in { $chance } % of cases)
change-incidents-better = incidents are less frequent: { $recent } a month in the last 90 days, { $earlier } a month before (luck alone would do this in { $chance } % of cases)
change-out-of-hours-worse = more of their messages come outside the agreed hours: { $recent } of the last { $recent-of }, { $earlier } of the { $earlier-of } before (luck alone would do this in { $chance } % of cases)
change-out-of-hours-better = fewer of their messages come outside the agreed hours: { $recent } of the last { $recent-of }, { $earlier } of the { $earlier-of } before (luck alone would do this in { $chance } % of cases)
change-reply-delay-worse = they answer more slowly: { $recent } hours (median) lately, { $earlier } before (luck alone would do this in { $chance } % of cases)
change-reply-delay-better = they answer faster: { $recent } hours (median) lately, { $earlier } before (luck alone would do this in { $chance } % of cases)
