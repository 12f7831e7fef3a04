### Letters: which there are, which fits, and what a case does not say.

## The letters

letter-question = asks what a suspected incident meant, before it counts
letter-boundary = tells a limit, and what follows if it does not hold
letter-reminder = asks for an overdue payment: first, again, or for the last time
letter-decline = turns a prospect down, and names somebody else
letter-apologetic = ends the work with regret: you cannot give it what it needs
letter-mutual-fit = ends the work kindly: each does better with somebody else
letter-direct = ends the work shortly: one reason, the last day, no open door
letter-follow-up = confirms in writing what was said in a talk
letter-platform = tells the platform the facts, with the receipts
letter-handover = what they have, what is open, and until when you answer
letter-reference = recommends somebody who could go on
letter-final = the last message: one reason, no further contact
letters-own = with a template of your own
# $letter, $client (Text).
letters-advised = Now: { $letter } (`casefile draft { $client } { $letter }`)
# $what (Text).
letters-against = Against it: { $what }

## Why one fits

# $flag (Text); $date (Day); $platform (Text).
advice-platform = “{ $flag }” is confirmed, on { $date }: { $platform } hears it from you first, with the receipts; the letter `final` comes after.
# $flag (Text); $date (Day).
advice-final = “{ $flag }” is confirmed, on { $date }: one message with the reason once, when everything is saved and access is cut.
# $standing (Phrase).
advice-decline = Nothing is signed, and the standing is “{ $standing }”: a clear no costs least now.
advice-declined = You decided to decline: a clear no with a name to turn to spares them the waiting.
advice-leaving = The exit is decided: this tone follows from the case. Write it, let it rest, read it again tomorrow.
# $told, $on (Day).
advice-crossed = The limit told on { $told } was crossed on { $on }, and the standing means exit. Decide first: `casefile decide … exit`.
# $standing (Phrase).
advice-boundary = The standing is “{ $standing }”, and no limit is in force: some clients were never told.
# $count (Count).
advice-question =
    { $count ->
        [one] One incident is suspected only: ask before it counts.
       *[other] { $count } incidents are suspected only: ask before they count.
    }
# $invoice (Text).
advice-reminder = The next reminder of invoice { $invoice } may go out.
advice-follow-up = They were told in a talk, and nothing in writing is on file.
advice-handover = They were told in writing: what is left is to hand over.
advice-closed = It is over, and you owe no further answer.
advice-none = Nothing asks for a letter now.
advice-none-prospect = Nothing is signed, and nothing asks for a letter now.

## Marks for what a case does not say

gap-agreed = [… what was said or agreed, one line each]
gap-boundary = [… what follows]
gap-contact = [… name]
gap-deliverables = [… what you hand over, and when]
gap-invoice = [… number and amount of the invoice]
gap-limit = [… the limit, in one sentence]
gap-next-day = [… who does what, and by which day]
gap-platform = [… the platform]
gap-question = [… what happened, in one sentence]
gap-reason = [… one true reason, about you or the work]
gap-receipts = [… what happened, on which day, and the file that shows it]
gap-substitute = [… a colleague's name and address]
gap-talk-day = [… the day of the talk]
gap-you = [… your name]

## Where to write it

# $mark, $place (Text).
letter-gap = to fill in: { $mark } – { $place }
gap-in-draft = in the draft
gap-boundary-where = in the draft; or take the decision first, `casefile decide … boundary`, and draft again
gap-contact-where = `contact:` in the client note
gap-deliverables-where = `deliverables:` in the client note
gap-invoice-where = `invoices:` in the client note; none is overdue there
gap-platform-where = `platform:` in the client note
gap-question-where = in the draft; no suspected incident with a `quote:` is on file
gap-reason-where = in the draft; nobody else knows it
gap-receipts-where = `evidence:` in the notes of confirmed incidents
gap-substitute-where = `substitute:` in the client note
gap-talk-day-where = in the draft; no talk is on file yet
gap-you-where = `author` in casefile.toml

## Messages

# $name (Text).
unknown-letter = no letter is called `{ $name }`
# $name (Text).
unknown-letter-nearest = did you mean `{ $name }`?
# $names (Text).
unknown-letter-known = take one of: { $names }
# $letter (Text).
letter-other-tone = the letter `{ $letter }` is written in one tone only
letter-one-tone-hint = leave `--tone` out
# $letter (Text).
letter-other-tone-hint = take the letter `{ $letter }`
# $letter (Text).
letter-in-writing = the letter `{ $letter }` is for writing, not for a talk
letter-in-writing-hint = take `--channel email`, `chat` or `letter`
# $letter, $language (Text).
letter-not-in-language = there is no letter `{ $letter }` in `{ $language }`
# $path (Text).
letter-not-in-language-hint = write { $path }, or take `--language`
# $path (Text).
letter-misnamed = templates/{ $path } is not used; templates of letters are called like `letters/thanks.en.txt` or `letters/merci.fr.txt`
# $decider (Text).
letter-decider = { $decider } decides there: make sure that they read it too
# $channel (Text).
letter-spoken = these are points for a talk by { $channel }, with the message to send afterwards; `--channel email` writes it as a mail
letter-final-notice = this letter ends the work at once, and a notice is agreed: is there a reason not to keep it?
# $tone (Text).
draft-tone-assumed = checked for the tone `{ $tone }`; name the other with `--tone`
letter-next = edit it, let it rest a night, then `casefile draft --check` it
mark-left = a mark is left to fill in
mark-left-hint = Write what it stands for, or take the sentence out.
# $comment (Text).
draft-misspelt = `{ $comment }` accepts nothing; write the code of a finding and a reason: `<!-- casefile:accept but-word: it is a quotation -->`
# $line (Count); $phrase (Text).
draft-also = also line { $line }: { $phrase }
# $path (Text).
draft-no-text = there is no text in `{ $path }`
draft-no-text-hint = write the letter first, or name the file that has it

## Telling

# $path (Text).
no-draft = there is no draft `{ $path }` of this client
# $client (Text).
no-draft-hint = drafts lie in clients/{ $client }/drafts/; give the text that was sent with `--sent FILE` otherwise
# $path (Text).
not-a-draft = `{ $path }` is no draft: its head does not say `type: draft`
# $path, $marks (Text).
draft-not-sent = `{ $path }` was not sent as it stands: { $marks } is left to fill in
# $path (Text).
draft-empty = `{ $path }` has no letter
draft-sent-hint = give the text that was sent with `--sent FILE --channel email`

## Closing

# $count (Count).
close-refused =
    { $count ->
        [one] one thing is open
       *[other] { $count } things are open
    }
close-refused-hint = settle them, or leave them open with `--leave-open NAME` (`all` for every one) and say why with `-m`
# $name, $what (Text).
open-item = `{ $name }`: { $what }
# $text (Text).
open-step = step of the plan: { $text }
# $amount (Money).
open-invoice = unpaid invoice, { $amount }
# $amount (Money); $due (Day).
open-invoice-due = unpaid invoice, { $amount }, due { $due }
# $amount (Money).
open-credit = credit note, not settled: { $amount }
# $amount (Money).
open-unbilled = work done and not billed, { $amount }
# $amount (Money).
open-deposit = deposit held, { $amount }
# $state (Phrase).
open-deliverable = deliverable, { $state }
open-access-theirs = their access to it
open-access-ours = your access to it
open-access-shared = a shared secret, not changed
# $name (Text).
not-open = nothing that is open is called `{ $name }`
# $name (Text).
not-open-nearest = did you mean `{ $name }`?
# $names (Text).
not-open-known = open are: `{ $names }`
not-open-nothing = nothing is open; leave `--leave-open` out
