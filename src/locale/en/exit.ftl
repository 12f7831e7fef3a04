### Money owed, the exit plan and the agenda.

## Owed: the head

# $client (Text); $date (Text).
owed-title = { $client }: what is owed, as of { $date }
# $date (Text).
owed-title-all = What is owed, as of { $date }
owed-nothing = Nothing is on file about money: no invoice, no milestone, no deposit.
owed-all-settled = Nothing is owed.
# $law (Text); $source (Text); $checked (Day).
owed-terms-law = Late interest: { $law }. Reference rates: { $source }; table of { $checked }.
# $until (Day).
owed-terms-known-until = Rates are known up to { $until }.
# $law (Text).
owed-terms-no-rate = Late interest: { $law }.
# $path (Text).
owed-terms-own = The vault's own file adds to these: { $path }.
# $rate (Percent).
owed-terms-yearly = Late interest: { $rate } a year by the agreement.
owed-terms-waived = Late interest: none is asked.
owed-terms-unset = Late interest: the client note does not say.
# $name (Text).
owed-terms-unknown = Late interest: no file tells about “{ $name }”.

## Owed: the sums

owed-outstanding = Outstanding
owed-overdue = of which overdue
owed-interest = Late interest
owed-compensation = Fixed sums
owed-to-ask = Overdue with interest and fixed sums
owed-paid-late = Paid late
owed-late-charges = interest and fixed sums on these
owed-unbilled = Done, not billed
owed-in-progress = Done part of milestones under way
owed-deposits = Deposits held
owed-no-clients = There is no client on file yet.
owed-charges = Interest and fixed sums
owed-total = Together

## Owed: the lines

owed-invoices = Unpaid invoices
# $invoice (Text); $amount (Money); $due (Day); $days (Count).
owed-invoice-overdue =
    { $invoice } · { $amount } · due { $due }, { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
# $invoice (Text); $amount (Money); $due (Day).
owed-invoice-open = { $invoice } · { $amount } · due { $due }
# $invoice (Text); $amount (Money).
owed-invoice-no-due = { $invoice } · { $amount } · no due date
# $invoice (Text); $amount (Money); $due, $paid (Day); $days (Count).
owed-invoice-paid =
    { $invoice } · { $amount } · due { $due }, paid { $paid }, { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
# $from, $until (Day); $principal, $amount (Money); $rate, $reference (Percent); $days (Count).
owed-line-law =
    { $from } to { $until }: { $principal } × { $rate } (reference rate { $reference }) × { $days ->
        [one] { $days } day
       *[other] { $days } days
    } / 365 = { $amount }
# $from, $until (Day); $principal, $amount (Money); $rate (Percent); $days (Count).
owed-line-yearly =
    { $from } to { $until }: { $principal } × { $rate } × { $days ->
        [one] { $days } day
       *[other] { $days } days
    } / 365 = { $amount }
# $from, $until (Day).
owed-line-unknown = { $from } to { $until }: no reference rate is on file, so no interest is counted for these days
owed-line-too-large = the interest is too large to be computed, and is left out
# $amount (Money).
owed-line-compensation = fixed sum for the costs of recovery: { $amount }
owed-line-compensation-unclear = the fixed sum depends on the size of the debt in the law's currency; work it out by hand
# $amount (Money).
owed-line-total = interest: { $amount }
owed-credits = Credit notes not settled
owed-milestones = Milestones not billed
# $title (Text); $amount, $worth (Money); $done (Percent).
owed-milestone = { $title } · { $done } of { $amount } = { $worth }
owed-held = Deposits held
# $title (Text); $amount (Money); $received (Day).
owed-deposit = { $title } · { $amount } · received { $received }
# $title (Text); $amount (Money).
owed-deposit-undated = { $title } · { $amount }
owed-deposit-untitled = deposit

## Owed: reminders

owed-reminders = Reminders
# $invoice (Text); $number (Count); $from (Day).
reminder-next = { $invoice }: reminder { $number }, from { $from }
# $invoice (Text); $number (Count); $from, $before (Day).
reminder-again = { $invoice }: reminder { $number }, from { $from } (the last one went out on { $before })
# $invoice (Text); $number (Count); $from, $before (Day).
reminder-last = { $invoice }: reminder { $number }, from { $from }, as a formal demand with a date (the last one went out on { $before })
# $invoice (Text); $before (Day).
reminder-none-left = { $invoice }: every reminder was sent, the last on { $before }; what follows is a claim, or letting go
# $invoice (Text).
reminder-not-planned = { $invoice }: no reminder is planned
owed-reminders-about = Counted from the due date, then from your last message whose subject names the invoice.

## Owed: what was assumed

owed-assumed = Assumed
owed-assumed-no-terms = The client note has no `late-interest`, so no interest is counted. Write `eu`, `fr`, `uk`, a yearly rate such as `12%`, or `none`.
# $name (Text).
owed-assumed-unknown-terms = `late-interest` says “{ $name }”, and there is no such file. Write `eu`, `fr`, `uk`, `us`, a yearly rate such as `12%`, `none`, or add `late-interest/{ $name }.toml` to the vault.
owed-assumed-no-rate = `late-interest` is not above zero, so no interest is counted.
# $name (Text).
owed-assumed-contract = “{ $name }” has no rate by law: where the agreement names one, write it as a yearly rate such as `12%`.
# $invoice (Text).
owed-assumed-zero = Invoice { $invoice } is over nothing, and counts nothing.
# $invoice (Text).
owed-assumed-no-due = Invoice { $invoice } has no due date, and no payment terms are agreed: it counts as outstanding, not as overdue. Write `due`.
owed-assumed-credit = Credit notes are taken off what is outstanding. Interest is counted on whole invoices, because a credit note does not say which one it lowers.
# $title (Text).
owed-assumed-unbilled = “{ $title }” names no invoice and is taken for not billed. Once it is, write its `invoice`.
# $title, $invoice (Text).
owed-assumed-no-such-invoice = “{ $title }” names invoice { $invoice }, which is not on file; it is taken for not billed.
owed-hand = Each line is rounded half away from zero, and a year has 365 days. This is arithmetic, not legal advice.
owed-more = `casefile owed CLIENT` shows the arithmetic, line by line.

## Agenda

# $until (Text).
agenda-title = Agenda up to { $until }
agenda-empty = Nothing has to be done by then.
agenda-overdue = Overdue
# $time (Time).
agenda-cooling-off = read the letter again; the exit may be announced from { $time }
# $time (Time), $client (Text).
agenda-cooling-off-unwritten = write the letter (`casefile draft { $client }`); the exit may be announced from { $time }
# $decided (Day).
agenda-announce = read your draft again, then tell them of the exit that was decided on { $decided }, or decide to keep them
# $decided (Day), $client (Text).
agenda-announce-unwritten = the exit was decided on { $decided }: write the letter (`casefile draft { $client }`), or decide to keep them
# $count (Count), $client (Text).
agenda-screening =
    { $count ->
        [one] { $count } question before a yes has no answer yet (`casefile screen { $client }`)
       *[other] { $count } questions before a yes have no answer yet (`casefile screen { $client }`)
    }
# $what (Text).
agenda-lesson = put into practice: { $what }
# $invoice (Text), $number (Count).
agenda-reminder = reminder { $number } of invoice { $invoice }
# $invoice (Text), $number (Count).
agenda-reminder-last = reminder { $number } of invoice { $invoice }, as a formal demand with a date
# $what (Text).
access-end-theirs = end their access to { $what }
# $what (Text).
access-end-ours = hand back our access to { $what }
# $what (Text).
access-change-shared = change the shared secrets of { $what }

## The exit plan

# $client (Text).
plan-title = Leaving: { $client }
# $stage (Phrase).
plan-stage = Stage: { $stage }.
# $flag (Text); $date (Day).
plan-deal-breaker = “{ $flag }”, confirmed on { $date }, is a deal-breaker: leave, whatever it costs.
plan-deal-breaker-how = Save everything, tell the platform with the receipts where there is one, cut access now, write once, and answer no more.
plan-deal-breaker-cost = The figures below are what it costs. They are no reason to stay.
plan-steps = Steps
plan-steps-about = Tick a step when it is done. `casefile plan next` prints the one that is safe now, and `casefile check` says when one was ticked before those it needs. These lines are yours: change, add, take away.
plan-money = Money: now, or after the next payment
plan-now = Now
# $what (Text); $date (Text).
plan-later = After { $what }, { $date }
plan-told = They are told
plan-last-day = Last day of work
plan-to-come = Still to be paid or billed
plan-given-up = Agreed work given up
plan-to-refund = Received for work not done
# $share (Percent).
plan-income-share = They are { $share } of your income. Look at where the next of it comes from before you let go of this one.
# $months (Score).
plan-runway = Your reserve lasts { $months } months without any income.
# $months (Score).
plan-runway-others = While the other clients pay as before, it covers the gap for { $months } months.
plan-runway-unknown = How long your reserve lasts is not known: write `reserve` and `spending` below `[exit]` in casefile.toml.
plan-deliverables = What you owe them
plan-no-deliverables = No deliverable is on file.
plan-access = Access, both ways
plan-no-access = No access is on file.
plan-access-about = Prepare everything before you tell them; end access after. They keep theirs until the end of the notice, and at least a month, to fetch their files. With a deal-breaker, end it now.
plan-people = Repercussions, and who hears it from you first
# $platform (Text).
plan-hear-platform = { $platform } hears it from you first, with the receipts: it sides with the one who came first and can show them.
# $decider, $contact (Text).
plan-hear-decider = { $decider } decides, and you deal with { $contact }: make sure that the one who decides has it from you, in writing.
plan-fear-review = A bad review or a complaint: keep the messages that announce it as exhibits, and answer none of them.
plan-fear-refund = A demand for a refund: know the figure above before they name one.
# $count (Count).
plan-fear-word =
    { $count ->
        [one] { $count } confirmed incident has no exhibit: get it in writing before ties are cut, so that it is not word against word.
       *[other] { $count } confirmed incidents have no exhibit: get what matters in writing before ties are cut, so that it is not word against word.
    }
plan-fear-circle = Word of mouth: tell those who would hear of it anyway, shortly and kindly, after the client knows.
plan-agreement = The agreement
# $told, $day (Day).
plan-end-told = They were told on { $told }; by the agreed notice the last day is { $day }.
# $told (Day).
plan-end-told-at-once = They were told on { $told }; no notice is agreed.
# $told, $day (Day).
plan-end-if-told = If they are told on { $told }, the last day by the agreed notice is { $day }.
plan-end-unknown = No notice is agreed, as far as the file knows: look into the agreement before you name a last day.
plan-until-then = Until the last day you owe the agreed work and nothing beyond it; no new promise.
plan-no-refund = Nothing was received for work that is not done, as far as the file knows.
plan-refund = What was received for work that will not be done goes back, by the part that is not done; after that no duty remains.
plan-substitute = Where you cannot finish, name somebody who can.
plan-telling = How to say it
# $how (Phrase).
telling-empathetic = Tell them { $how }, with a reason and with thanks, and confirm it by e-mail the same day.
# $how (Phrase).
telling-direct = Tell them { $how }, shortly: the decision, one reason, the last day, what comes next. No open door.
plan-reasons = Why
plan-against = What speaks against it
# $flag (Text); $date (Day).
telling-because-deal-breaker = “{ $flag }”, confirmed on { $date }: one message in writing, the reason once.
telling-because-once = Everything is saved and nothing is owed in answers; after that message silence is an answer too.
telling-against-written = What is written can be shown to others: write nothing you would not have read aloud.
# $count, $days (Count).
telling-because-harsh = { $count } confirmed incidents of a harsh kind in the last { $days } days: an explanation would become a debate.
telling-against-direct = Short reads cold. If most of this was one bad month, a kinder letter keeps a door that you may want.
telling-because-fit = No series of harsh incidents: it is about fit, and an explanation costs little and keeps their good word.
telling-against-empathetic = A kind tone can be heard as an invitation to bargain: decide before the talk what you will not discuss.
telling-because-call = A voice shows that you mean no harm; nobody should learn this from an inbox.
# $how (Phrase).
telling-against-call = You mostly reach them { $how }: announce the call there, or it comes as an ambush. A call leaves no trace either, so the e-mail after it is part of it.
# $how (Phrase).
telling-because-used = You mostly reach them { $how }; another way would be a message in itself.
telling-against-written-only = In writing alone it is easy to misread, and looks like hiding.
telling-against-unknown = The client note does not say how you mostly reach them; their usual way may be the better one.
plan-nothing-assumed = Nothing.
plan-assumed-unsigned = No day of signing is on file: what was agreed may be less than you think, or more.
plan-assumed-no-notice = No notice is on file; the last day is taken for the day of telling.
# $day (Day).
plan-assumed-past = The notice ended on { $day }; what is still open is overdue.
plan-assumed-no-deliverables = No deliverables are on file; it is taken that nothing is left to hand over.
plan-assumed-no-access = No access is on file: think of folders, accounts, keys, calendars, both ways.
plan-assumed-no-share = `income-share` is not on file, so what losing them means cannot be told.
plan-mine = In my words
plan-mine-about = Why I leave, what I will not discuss, who stands by me. Nobody reads this but you.
plan-next-done = Every step is done. Close the case when you are ready, and do something good for yourself.
# $steps (Text).
plan-next-stuck = No step is free: these wait for each other: { $steps }. Put `after:` right in the plan.

## The steps of a new plan

step-save = Save everything: messages, the agreement, what was delivered, receipts, as exhibits.
step-money = Go through what is owed, and choose the day: now, or after the next payment.
step-next-income = Look at the next source of income, and name it here.
step-in-writing = Get in writing what was only spoken.
step-finish = Finish what can be finished, and mark what cannot.
step-substitute = Ask somebody who could take over whether you may name them.
step-package = Package everything that is theirs, ready to send: files, exports, credentials.
step-list-access = List access both ways, and copy what you will need from theirs.
# $client (Text).
step-platform = Tell the platform first, with the receipts: `casefile draft { $client } platform`.
# $client (Text).
step-decide = Decide it: `casefile decide { $client } exit`.
step-cut-now = End every access and change shared secrets, now.
# $client (Text).
step-tell-once = Write once: it ends today, the reason, no further contact (`casefile draft { $client } final`). Then answer no more.
# $client (Text).
step-draft = Write the letter, let it rest a night, read it again: `casefile draft { $client }`.
# $how (Phrase).
step-tell = Tell them, { $how }.
# $client (Text).
step-follow-up = Send the confirmation the same day, keep it as an exhibit: `casefile decide { $client } announce`.
# $client (Text).
step-hand-over = Hand over the package, and keep the receipt: `casefile draft { $client } handover`.
step-bill = Bill what is done and not billed.
step-refund = Pay back what was received for work not done, and keep the receipt.
step-cut-theirs = End their access to what is yours, on the day named below.
step-cut-ours = Hand back your access to what is theirs.
step-shared = Change every secret that was shared.
# $client (Text).
step-claim = Ask for what is overdue, with interest where it is due: `casefile owed { $client }`.
# $client (Text).
step-close = Close it: `casefile decide { $client } close`, then `casefile postmortem { $client }`.
