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
