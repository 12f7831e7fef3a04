### Headings, labels and sentences of documents.

## Report: the head

# $client (Text).
report-title = Red-flag report: { $client }
report-title-all = Red-flag report
# $date (Text).
report-as-of = As of { $date }
report-about = This report lists what is on file about working with this client: what happened, what it has been taken to mean, and what comes next. It is made from dated notes.
# $standing (Phrase or Text); $score (Score).
report-standing = Standing: { $standing } (score { $score })
report-meaning-clear = Nothing on file calls for action.
report-meaning-watch = Something may be building up: keep writing down what happens, and look again soon.
report-meaning-boundary = It is time to set a limit: say it, in writing, with what follows if it is crossed.
report-meaning-exit = It is time to prepare an exit, calmly and in order.
# $flag (Text); $date (Day).
report-meaning-deal-breaker = “{ $flag }”, confirmed on { $date }, is a deal-breaker: whatever the score, it is time to prepare an exit.
report-meaning-leaving = The exit is decided and being prepared; the client has not been told yet.
report-meaning-told = The client has been told; what remains is to finish in order.
report-meaning-closed = This case is closed: nothing needs to be done about the score.
report-meaning-declined = This client was declined: nothing needs to be done about the score.
# $flag (Text); $date (Day).
report-deal-breaker = “{ $flag }”, confirmed on { $date }, is a deal-breaker: it means “exit” whatever the score.
report-nothing = Nothing is on file about this client yet: no incident, no overdue invoice, no unanswered question. There is nothing to do.
report-contact = Contact
report-decision-maker = Decides
report-since = Agreement since
report-platform = Platform
report-hours = Agreed hours
report-stage = Stage
report-overview = Overview
report-no-clients = There is no client on file yet.

## What could not be read

# $notes, $faults (Count).
unread =
    { $notes ->
        [one] { $notes } note
       *[other] { $notes } notes
    } with { $faults ->
        [one] { $faults } error
       *[other] { $faults } errors
    } could not be read in full and may not count; `casefile check` shows { $faults ->
        [one] it
       *[other] them
    }.
unread-none = None in what could be read.
unread-meaning-clear = What could be read calls for no action; what could not be read may.
# $notes (Count).
status-unread =
    { $notes ->
        [one] { $notes } note not read in full
       *[other] { $notes } notes not read in full
    }
# $incident: an incident; $written: what stands in the note; $word: a severity or a status.
assumed-severity = { $incident }: the severity `{ $written }` could not be read, so it counts as “{ $word }”.
assumed-severity-none = { $incident }: no severity is noted, so it counts as “{ $word }”.
assumed-status = { $incident }: the status `{ $written }` could not be read, so it counts as “{ $word }”.

## Report: what happened

report-facts = What happened
report-no-incidents = No incident has been noted.
report-reading = How it was read
report-our-part = Our part
# $text (Text).
report-quoted = “{ $text }”
report-evidence = Evidence
report-cost = Cost
report-cost-time = Time
# $severity, $status (Text or Phrase).
report-marks = { $severity } severity, { $status }
# $hours (Text).
report-cost-hours = { $hours } h
report-derived = Facts that speak for themselves
report-derived-about = Each comes from a date on file (an invoice, a message, a boundary) and is worked out anew for every report.
report-credits = Good moments
report-no-credits = No good moment has been noted. One worth remembering belongs in the file too.
report-decisions = Decisions
report-first-sightings = First sighting of each red flag

## Report: what it means

report-score = How the score comes about
report-score-about = Each line is one red flag of one incident. Its points are the product of the factors before them.
report-score-none = Nothing on file counts today.
# $sum, $score (Score); $factor (Text); $count (Count).
report-sum =
    { $count ->
        [0] Sum of the points: { $sum }. No red flag in the last 90 days, so the factor for variety is { $factor }. Score: { $score }.
        [one] Sum of the points: { $sum }. Only one kind of red flag in 90 days, so the factor for variety is { $factor }. Score: { $score }.
       *[other] Sum of the points: { $sum }. { $count } different red flags in 90 days make a factor of { $factor }. Score: { $score }.
    }
# $watch, $boundary, $exit (Text): numbers.
report-thresholds = From { $watch } points the standing is “watch”, from { $boundary } “boundary”, from { $exit } “exit”.
report-judgement = The weights and thresholds are judgement, not measurement. They help to notice when small things add up; they prove nothing by themselves.
report-trend-rising = Over the last 30 days the score rose from { $earlier } to { $score }.
report-trend-steady = Over the last 30 days the score hardly moved (from { $earlier } to { $score }).
report-trend-falling = Over the last 30 days the score fell from { $earlier } to { $score }.
report-boundaries = Boundaries
# $date (Day).
report-boundary-told = Told on { $date }.
# $date (Day); $how (Phrase).
report-boundary-told-how = Told on { $date } { $how }.
# $date (Day).
report-boundary-not-yet-told = Decided, and to be told on { $date }.
# $review (Day).
report-boundary-in-force = In force and not crossed so far. To be reviewed by { $review }.
# $incident (Text); $date, $review (Day); $count (Count).
report-boundary-breached =
    { $count ->
        [one] Crossed on { $date } ({ $incident }). To be reviewed by { $review }.
       *[other] Crossed { $count } times, first on { $date } ({ $incident }). To be reviewed by { $review }.
    }
# $incident (Text); $date, $review (Day); $count (Count).
report-boundary-breached-overdue =
    { $count ->
        [one] Crossed on { $date } ({ $incident }). Its review has been due since { $review }.
       *[other] Crossed { $count } times, first on { $date } ({ $incident }). Its review has been due since { $review }.
    }
# $date (Day).
report-boundary-review-overdue = Not crossed. Its review has been due since { $date }: keep going, end it or renew it.
# $date (Day).
report-boundary-kept = Kept: it held until { $date }.
# $date (Day).
report-boundary-superseded = Replaced by a later decision on { $date }.
# $date (Day).
report-boundary-ended = Ended on { $date }.
# $incidents (Text); $date (Day); $count (Count).
report-boundary-ended-breached =
    { $count ->
        [one] Crossed once ({ $incidents }); ended by a decision on { $date }.
       *[other] Crossed { $count } times ({ $incidents }); ended by a decision on { $date }.
    }
report-boundary-covers = What crosses it
report-boundary-consequence = You said what would follow
report-boundary-unstated = (no statement on file)
report-change = Compared with their own past
report-change-none = No difference that is more than luck, or too little on file to tell.
# $count (Count); $months, $per-month (Score).
report-rate =
    { $count ->
        [one] Since the beginning, facts included and crossed boundaries not counted again: { $count } incident in { $months } months, { $per-month } a month.
       *[other] Since the beginning, facts included and crossed boundaries not counted again: { $count } incidents in { $months } months, { $per-month } a month.
    }

## Report: what comes next

report-next = Next steps
report-next-none = Nothing is due.
report-overdue = overdue
report-verify = Not confirmed yet
report-verify-question = Tone is hard to read in writing. Call and ask; what did they say? Then confirm the incident or dismiss it.
report-outlook = What would change the standing
report-outlook-none = Nothing on file would.
# $count (Count).
report-left-out =
    { $count ->
        [one] The document was cut here to stay within its size: { $count } section is left out.
       *[other] The document was cut here to stay within its size: { $count } sections are left out.
    }

## Charts

# $client (Text).
chart-score-title = Score over time: { $client }
# $first, $last (Text): dates; $low, $high, $score (Text): numbers.
chart-score-desc = From { $first } to { $last } the score lies between { $low } and { $high }; it ends at { $score }.
chart-flags-title = Incidents by red flag
# $items (Text): a list such as “Late payment 3, Scope creep 2”.
chart-flags-desc = Number of incidents for each red flag: { $items }.

## Columns

column-date = Date
column-what = What
column-incident = Incident
column-flag = Red flag
column-weight = Weight
column-severity = Severity
column-status = Status
column-age = Age
column-repeat = Repeat
column-relief = Relief
column-same-day = Same day
column-points = Points
column-client = Client
column-standing = Standing
column-score = Score
column-trend = Trend
column-stage = Stage
column-due = Due next
column-half-life = Half-life
column-name = Name
trend-rising = rising
trend-steady = steady
trend-falling = falling
# $days (Count).
age-days = { $days } d
age-ongoing = lasts
half-life-never = never fades
deal-breaker = deal-breaker
switched-off = switched off

## Status, explain, flags

# $date (Text).
status-overdue = { $date }, overdue
status-nothing-due = nothing due
status-empty = There is no client in this vault yet. `casefile new <client>` makes the first.
# $count (Count).
status-to-verify =
    { $count ->
        [one] { $count } to verify
       *[other] { $count } to verify
    }
# The factors of a term, each with its name: $number (Text).
factor-weight = { $number } (weight)
# $number (Text); $word (Phrase or Text).
factor-severity = { $number } ({ $word })
# $number (Text); $word (Phrase or Text).
factor-status = { $number } ({ $word })
# $number (Text); $age, $half-life (Count): days.
factor-age = { $age ->
    [one] { $number } ({ $age } day old, half after { $half-life })
   *[other] { $number } ({ $age } days old, half after { $half-life })
}
# $number (Text); $age, $half-life (Count): days.
factor-age-settled = { $age ->
    [one] { $number } ({ $age } day since it was paid, half after { $half-life })
   *[other] { $number } ({ $age } days since it was paid, half after { $half-life })
}
# $number (Text).
factor-age-ongoing = { $number } (does not fade while it lasts)
# $number (Text).
factor-age-never = { $number } (never fades)
# $number (Text).
factor-repeat = { $number } (repeat)
# $number (Text).
factor-relief = { $number } (relief)
# $number (Text).
factor-same-day = { $number } (same day)
# $client (Text).
explain-title = Why { $client } stands where it stands
# $weight (Text).
flag-weight = Weight: { $weight }
# $period (Text).
flag-half-life = Counts half after { $period }
# $origin (Phrase).
flag-origin = Where it comes from: { $origin }
flag-origin-replaces = Where it comes from: { $origin }, in place of the built-in one

## Timeline

# $client (Text).
timeline-title = Timeline: { $client }
timeline-empty = Nothing dated is on file.
timeline-signed = agreement begins
# $invoice (Text); $amount (Money).
timeline-invoice-issued = invoice { $invoice } issued: { $amount }
# $invoice (Text); $amount (Money).
timeline-invoice-due = invoice { $invoice } falls due unpaid: { $amount }
# $invoice (Text); $amount (Money).
timeline-invoice-paid = invoice { $invoice } paid: { $amount }
# $channel (Phrase).
timeline-message-in = message from them { $channel }
# $channel (Phrase).
timeline-message-asks = message from them { $channel }, with a request
# $channel (Phrase).
timeline-message-out = message to them { $channel }
timeline-message-any = (channel not noted)
timeline-credit = good moment
# $client, $work (Count): from 1 to 5.
timeline-pulse = how it weighs: client { $client } of 5, work { $work } of 5
# $client, $work (Count): from 1 to 5.
timeline-pulse-sleepless = how it weighs: client { $client } of 5, work { $work } of 5, sleep lost
# $file (Text).
timeline-exhibit = evidence kept: { $file }
# $severity, $status (Phrase).
timeline-incident = incident ({ $severity }, { $status })
# $deed (Phrase).
timeline-decision = decision: { $deed }
# $flag (Text).
timeline-derived = { $flag }

## Postmortem

# $client (Text).
postmortem-title = Looking back: { $client }
# $stage, $date (Text).
postmortem-stage = Stage on { $date }: { $stage }.
# $date (Text).
postmortem-since = The work began on { $date }.
postmortem-timeline = What happened
postmortem-flags = Red flags, from first sighting to decision
postmortem-first = First seen
postmortem-decision = First decision since
postmortem-time = Time to it
postmortem-undecided = none yet
postmortem-no-flags = No red flag was noted.
postmortem-cost = What it cost
# $hours (Text).
postmortem-hours = Hours noted with incidents: { $hours }
postmortem-unpaid = Overdue and unpaid
postmortem-all-paid = Nothing is overdue and unpaid.
postmortem-money = Other costs noted
# $count, $pulses (Count).
postmortem-nights =
    { $pulses ->
        [one] Nights lost, out of { $pulses } note on how it weighed: { $count }
       *[other] Nights lost, out of { $pulses } notes on how it weighed: { $count }
    }
postmortem-better = What could we have done better?
postmortem-better-about = The first sign we let pass; what we did not say; what the contract left open. No blame, on either side.
postmortem-should = Should we have taken this on?
postmortem-should-about = What did we know before signing? Which answer to an intake question would have told us?
postmortem-prevent = What will prevent it next time?
postmortem-prevent-about = A question, a clause, a limit told earlier, a red flag of your own.
postmortem-lessons = Lessons
postmortem-lessons-about = Each lesson is something to do: who, by when, and which intake question, contract clause or red flag it changes. Write each in the head of this note, where it says “lessons”.
postmortem-lessons-comment = A lesson has an owner, a day, and what it changes: an intake question, a clause, a red flag.
postmortem-self = And for yourself
postmortem-self-about = It is over, and it took effort. What was good about it, and what will you do for yourself this week?
# $part, $line (Text).
part-edited = the part `{ $part }` (line { $line }) was edited by hand and is left as it is; move your words out of it, or delete everything between its markers and the code in the first one, to have it made anew
# $part, $line (Text).
part-markers = the markers of the part `{ $part }` (line { $line }) are not one beginning and one end after it; it is left as it is
# $part, $line (Text).
part-nested = another marker stands inside the part `{ $part }` (line { $line }); it is left as it is
# $part, $line (Text).
part-unreadable = line { $line } looks like a marker and is none: `{ $part }`
# $part (Text).
part-missing = the part `{ $part }` has no markers any more and is left out
