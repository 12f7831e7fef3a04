### What commands ask, answer and report on the way.

not-a-moment = `{ $text }` is no moment
not-a-moment-hint = write 2026-11-20 or 2026-11-20T09:00
unknown-language = `{ $code }` is not a language of this program; it speaks en and fr
no-current-folder = the current folder is not there any more

## Writing
# $path: a note; $name: a file; $day: a date; $editor: a command; $megabytes: a number.

would-write = would write { $path }:
would-commit = would commit:
write-it-up = write down what happened, in facts, in the note above
editor-failed = the editor `{ $editor }` did not end well
editor-failed-hint = nothing was written; give the text with `-m`, or set `EDITOR`
# $path (Text).
exhibit-detached = the file stays at `{ $path }`; keep it there, git has its digest alone
# $name (Text); $megabytes (Count).
exhibit-large = `{ $name }` has { $megabytes } MB and would weigh on the repository for ever; `log --detached` leaves the file where it is and keeps its digest
exhibit-there = `{ $name }` is on file already; the link points to it
postmortem-up-to-date = the postmortem is up to date
document-no-parts = `{ $note }` has no generated part that could be refreshed
document-no-parts-hint = nothing was changed; move it aside and run the command again to get a new one
incident-prompt = What happened, in facts. How you read it goes below a heading “## Reading”.
nothing-written = nothing was written
not-in-git-yet = not in git yet: `casefile record` commits it
changed-meanwhile = `{ $path }` was saved by somebody else meanwhile
changed-meanwhile-hint = nothing was changed; run the command again
# $path (Text).
left-detached = left alone: `{ $path }` is an exhibit that is kept apart; git has its digest in the note
left-alone = left alone: `{ $path }` is not part of the vault
left-unnamed = left alone: the name of `{ $path }` is not UTF-8; rename it to record it
left-staged = left alone: you staged `{ $path }`; commit it with git
rests-on-unrecorded = { $of ->
    [one] the incident it rests on is not in git as it stands; `casefile record` commits it
   *[other] { $count ->
        [one] { $count } note of the { $of } incidents it rests on is not in git as it stands; `casefile record` commits it
       *[other] { $count } notes of the { $of } incidents it rests on are not in git as they stand; `casefile record` commits them
    }
}
unknown-ending = no answer can be written as `.{ $ending }`
unknown-ending-hint = it can be: { $known }; an HTML report prints well as PDF
missing-flag = `{ $flag }` is missing
missing-flag-hint = add `{ $flag }`

## Questions
# $client: a client's name.

ask-client-stress = How much does { $client } weigh on you, 1 (not at all) to 5?
ask-work-stress = And the work itself, 1 to 5, apart from { $client }?
ask-one-to-five = a number from 1 to 5, please
ask-reason = Why do you decide this, in a sentence?
ask-our-part = What did you do that played a part? (enter for nothing)

## Incidents and red flags
# $flag, $name, $names, $note, $status: words of the vault; $number: the place of an item.

flag-unread = `{ $note }` cannot be read as the red flag `{ $flag }`
flag-unread-other = `{ $note }` cannot be read as a red flag, so another red flag with this id is shown; `casefile flags { $flag } --test` says why
unknown-flag-list = run `casefile flags` to see them all
no-incident = there is no incident `{ $name }`
no-incident-nearest = did you mean `{ $name }`?
no-incident-known = the incidents are: { $names }
incident-in-list = this incident is an item of a list in `{ $note }`
incident-in-list-hint = change `status:` of the item in `{ $note }` with your editor, or give it a note of its own with `casefile explode { $note }`
explode-no-note = `{ $note }` is no note about a client
explode-no-note-hint = give the path of a note below `clients/`
explode-no-list = `{ $note }` has no list `incidents:`
explode-no-list-hint = nothing was changed; a note of one incident needs no taking apart
explode-item = item { $number } of the list in `{ $note }` would not say the same as a note of its own
explode-item-hint = nothing was changed; run `casefile check { $note }`, put the item right, and run the command again
explode-rest-hint = nothing was changed; take the list apart with your editor
explode-left = nothing is left in `{ $note }` but its front matter; remove it when you need it no longer
note-not-utf8 = `{ $note }` is not UTF-8
cannot-edit = `{ $note }` cannot be edited without changing more than was asked
cannot-edit-hint = set `status: { $status }` with your editor

## Decisions
# $kind: the kind as it is typed; $stage: a stage; $allowed: kinds; $review, $told, $day: dates.

decision-needs-told = say how the client was told
decision-needs-statement = a boundary needs its limit in one sentence
decision-needs-covers = a boundary needs the red flags that breach it
decision-needs-consequence = a boundary needs what follows a breach, written while you are calm
decision-needs-supersedes = an amendment names the decision that it corrects
review-before-told = the review on { $review } is not after the day the client was told, { $told }
review-before-told-hint = give a later day with `--review-by`
unknown-decision-name = there is no decision `{ $name }`
unknown-decision-known = the decisions are: { $names }
unknown-decision-none-yet = take a decision first; there is nothing to amend yet
decision-needs-reason = a decision says why it is taken
decision-needs-reason-hint = give the reason with `-m TEXT`, or the decision in one sentence with `--statement TEXT`
cooling-off-refused = the cooling-off period has { $hours } h { $minutes } min left
cooling-off-refused-hint = read your draft again when it has ended; a confirmed deal-breaker waives it
decision-changed = the decision `{ $path }` was changed after it was recorded
decision-removed = the decision `{ $path }` was removed after it was recorded
decision-changed-hint = bring it back with `git restore { $path }`, and correct it with `casefile decide … amend`
after-boundary = review on { $day }; until then every incident is held against it
after-exit = cooling off until { $moment }; prepare everything before you tell them
# $day (Day).
after-announce-end = by the agreed notice the last day is { $day }
after-announce-write = send the written follow-up today, `casefile draft { $client } follow-up`, and keep it and their answer as evidence
after-announce-keep = keep what you sent as evidence (`log --evidence`), and their answer
after-announce-kept = what you sent is kept; keep their answer as evidence too
# $count (Count).
after-close-open =
    { $count ->
        [one] one thing stays open, and the decision says so
       *[other] { $count } things stay open, and the decision says so
    }
after-close = It is closed, and you owe no further answer; what still comes can be logged without reopening it. This was hard to do, and it is done: do something good for yourself today.
logged-after-close = the case is closed: this is on file, and it neither reopens anything nor needs an answer

## Beginning
# $path, $name: a folder, a client's name; $keys: settings of git.

not-empty = `{ $path }` is not empty
not-empty-hint = nothing was changed; name a folder that is empty or not there yet
after-init-example = six fictional clients, six stories; try `casefile`, `casefile check` and `casefile report atelier-nova` in it
after-init = make the first client with `casefile new "Their name"`
init-without-identity = the vault is made and not committed: git does not know who you are ({ $keys }); say it, then run `casefile record`:
vault-there = there is a vault here already; what it lacked was added
no-id-in-name = no folder name can be made from `{ $name }`
no-id-in-name-hint = give a name with letters or digits
new-vault-comment = What can be set here is in docs/format.md of casefile; every key has a default.
new-client-comment = Take away the # before what was agreed; unknown things can wait.

## The trail
# $decisions, $exhibits, $commits, $count, $of: numbers; $note: a path.

audit-date = date
audit-client = client
audit-kind = decision
audit-standing = standing
audit-commit = commit
audit-subject = in one sentence
audit-empty = no decision is recorded yet
verify-nothing = There is nothing to verify yet: no decision and no exhibit is recorded.
verify-holds = Every record holds: { $decisions ->
    [one] { $decisions } decision
   *[other] { $decisions } decisions
} and { $exhibits ->
    [one] { $exhibits } exhibit
   *[other] { $exhibits } exhibits
} in { $commits ->
    [one] { $commits } commit
   *[other] { $commits } commits
}.
verify-damaged = { $count ->
    [one] Git cannot read one of its commits or folders; what can be read holds. It may have an innocent reason: read on.
   *[other] Git cannot read { $count } of its commits or folders; what can be read holds. It may have an innocent reason: read on.
}
verify-broken = { $count ->
    [one] One record of { $of } does not hold. It may have an innocent reason: read on.
   *[other] { $count } records of { $of } do not hold. They may have innocent reasons: read on.
}
verify-proves = Proves:
verify-does-not-prove = Does not prove:
verify-edited-since = Edited since it was cited: { $note }
verify-limits = What this does not show:
verify-restored = { $count ->
    [one] One record was changed or removed on the way and is back as it was; it is told below.
   *[other] { $count } records were changed or removed on the way and are back as they were; they are told below.
}
verify-commit = commit { $commit }
verify-unsigned = UNSIGNED is no fault: it says that no signature shows who recorded it. Whoever wants to sign tells git so: `git config gpg.format ssh`, `git config user.signingKey FILE`, `git config commit.gpgsign true`.
verify-no-key-list = there is no list of keys `{ $path }`
verify-no-key-list-hint = a line of it is an address and a public key: `you@example.org ssh-ed25519 AAAA…`; without it nobody knows whose the signatures are
verify-no-roots = there is no folder `{ $path }`
verify-no-roots-hint = name the folder with the root certificates of the authorities that you trust
verify-key-faults = Faults in your lists of keys:
accepted-rewriting = the history as it is now counts as seen; { $count ->
    [one] { $count } earlier commit of a branch is
   *[other] { $count } earlier commits of branches are
} forgotten

## The demo
# $clients, $notes, $errors, $warnings: numbers; $path: a folder.

no-temporary-folder = no temporary folder can be made
check-summary = { $notes ->
    [one] { $notes } note read
   *[other] { $notes } notes read
}: { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
# $note, $path (Text).
check-absent = `{ $note }`: the file is kept apart, at `{ $path }`, and is not here; its digest was not compared
check-ignored = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
} of `{ $code }` not shown: { $reason }
demo-read = It is 20 November 2026. Jenna Ray keeps a folder of notes: { $clients } clients, { $notes } notes, any editor. First casefile reads them all and holds them against its rules.
demo-look = Who needs attention this morning?
demo-understand = The mill pays late, and answers late. Nothing dramatic, but it adds up; here is how, term by term.
demo-decide = Small things add up, and this client was never told. So Jenna draws a line, writes down what follows while she is calm, and tells them by e-mail. casefile writes the note and commits it; whatever she had staged in git stays as it was.
demo-statement = No new work while an invoice is overdue; questions are answered within three days.
demo-consequence = Work stops until the open invoice is paid.
demo-reason = Four of six invoices late, two reminders left unanswered for longer than agreed. They were never told clearly.
demo-verify = Months later somebody asks whether these notes were written afterwards. Every decision is tied to the bytes it rests on, and to the decisions before it.
demo-tamper = Now somebody changes one word of that decision:
demo-end = The word was put back and the temporary folder is gone. Your own vault: `casefile init my-vault`. These six stories to play with: `casefile init --example stories`.
demo-kept = The word was put back. The vault of this story is in { $path }; add `--now 2026-11-20` to the commands to stay on that day.

plan-up-to-date = the exit plan is up to date
# $word (Text).
plan-unknown-word = `plan { $word }` cannot be understood
plan-unknown-word-hint = write `casefile plan CLIENT`, or `casefile plan next CLIENT`
# $path (Text).
no-plan = there is no exit plan at `{ $path }`
# $client (Text).
no-plan-hint = make one with `casefile plan { $client }`
# $path (Text).
plan-without-steps = `{ $path }` has no steps
plan-without-steps-hint = a step is a line such as `- [ ] **save** Save everything. (after: money)`

## Signals and drafts
# $flag, $rule, $rules, $code, $kind, $path, $place, $phrase, $text, $message, $reason (Text); $confidence (Text): a number already written; $line, $messages, $suggested, $examples, $failed (Count).

scan-nothing = No red flag is suggested.
scan-flag = { $flag }, confidence { $confidence }
scan-signal = “{ $phrase }” ({ $rule }, { $confidence })
scan-innocent = Or else: { $text }
doubt-charset = The message is not in the character set that it names; it was read in the likeliest one.
doubt-mended = The message was taken for another character set on its way; its text is mended here.
doubt-lost = Some characters of the message were lost on its way.
doubt-date = The date of the message cannot be read, or cannot be right: it counts as unknown.
doubt-parts = The message has too many parts: only its beginning was read.
doubt-length = The message is longer than 256 MB: what comes after that was left out.
doubt-incomplete = The message ends too soon or is damaged: what stands before that was read.
scan-summary = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}, { $suggested } with a suggestion; a suggestion is not an incident
scan-next = to keep a message as evidence: `casefile import FILE --client CLIENT`; to write down what happened: `casefile log CLIENT FLAG`
scan-others = left aside: { $count ->
    [one] { $count } message that is not the client's
   *[other] { $count } messages that are not the client's
}
scan-nobody = nobody there is known as the client; those who write are { $names }; say which of them with --from NAME
scan-exchange = { $incoming ->
    [one] { $incoming } dated message
   *[other] { $incoming } dated messages
} from the client, { $outgoing } from you.
scan-outside-hours = { $count } of theirs outside the agreed hours
scan-replies = they answered after { $median } in the middle of { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}, after { $longest } at the longest
scan-silence = no answer from { $asked } to { $answered }: { $days ->
    [one] { $days } day
   *[other] { $days } days
}
scan-silence-open = no answer since { $asked }: { $days ->
    [one] { $days } day
   *[other] { $days } days
}
scan-undated = { $count ->
    [one] { $count } message has no date and is
   *[other] { $count } messages have no date and are
} not counted here
wait-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
wait-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
wait-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
ask-date-order = `{ $path }`: is `{ $date }` written day-first or month-first?
no-date-order = `{ $path }` has dates such as `{ $date }`, which may be read with the day or the month first
no-date-order-hint = say which with --date-order day-first or --date-order month-first
no-text = `{ $path }` is no text: nothing in it can be read
no-text-hint = give the file with the messages themselves: unpack an archive, and save a mail as .eml or .mbox, a chat or a document as text
no-chat = `{ $path }` is no exported chat
no-chat-hint = export the chat as text, or as the JSON of Slack or Discord, and give that file
import-no-client = no client is named
import-no-client-hint = say whose messages they are with --client CLIENT
import-statement = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
import-summary = { $taken ->
    [one] { $taken } message taken in
   *[other] { $taken } messages taken in
}, { $there } there already
import-summary-dry = { $taken ->
    [one] { $taken } message would be taken in
   *[other] { $taken } messages would be taken in
}, { $there } there already
import-mended = { $count ->
    [one] { $count } message on file had lost files and is whole again
   *[other] { $count } messages on file had lost files and are whole again
}
import-others = left aside: { $count ->
    [one] { $count } message that is not between the client and you
   *[other] { $count } messages that are not between the client and you
}: { $names }; name who writes for the client with --from NAME, and yourself with `author` in casefile.toml
import-undated = { $count ->
    [one] { $count } message does not say when it was sent, and suggests nothing until it does: add `date` to its note
   *[other] { $count } messages do not say when they were sent, and suggest nothing until they do: add `date` to their notes
}; for the next ones there is --date MOMENT
import-suggests = { $count ->
    [one] { $count } red flag is suggested
   *[other] { $count } red flags are suggested
}: `casefile import --client { $client }` lists what and why
suggestion = { $id }: { $flag }, confidence { $confidence }
suggestion-phrase = “{ $phrase }” ({ $rule })
no-suggestions = The messages on file suggest no red flag that is still open.
suggestions-how = Accept one with `casefile import --client { $client } --accept ID`: it becomes a suspected incident. Refuse one with `--refuse ID --because TEXT`: it does not come back.
import-refused = { $count ->
    [one] { $count } suggestion is not shown, since its words were refused
   *[other] { $count } suggestions are not shown, since their words were refused
}: `{ $path }` says which; take a line out of it to see them again
accepted-and-refused = `{ $id }` is to be accepted and refused at once
accepted-and-refused-hint = leave one of the two out
refused-without-reason = a suggestion cannot be refused without a reason
refused-without-reason-hint = say why after `--because`: in a year you will want to know
refused-suggestion = the suggestion `{ $id }` was refused
unknown-suggestion = no open suggestion `{ $id }`
unknown-suggestion-hint = `casefile import --client { $client }` lists those that are open
suggested-incident = Suggested by the words of { $message }; nobody has been asked what they meant.
refused-title = Refused suggestions
progress-read = { $megabytes } MB read
left-out = left out: `{ $path }` is no text
flag-test-missed = { $place }: an example of `{ $flag }` is not found
flag-test-wrong = { $place }: an example that is not `{ $flag }` is found
flag-test-rules = rules that spoke: { $rules }
flag-test-summary = { $examples ->
    [one] { $examples } example
   *[other] { $examples } examples
}, { $failed } failed
flag-test-findings = { $count ->
    [one] { $count } finding in the notes of your red flags
   *[other] { $count } findings in the notes of your red flags
}
# $flags: ids, joined by commas.
flags-replaced = { $count ->
    [one] { $count } built-in red flag is replaced by yours: { $flags }
   *[other] { $count } built-in red flags are replaced by yours: { $flags }
}
draft-finding = line { $line }: { $code }: { $message }
draft-phrase = “{ $phrase }”
draft-words = by its words, most of all { $words }
draft-nothing = Nothing was found. Read it once more tomorrow.
draft-kind-guessed = checked as a letter of the kind `{ $kind }`, as its text reads; name another with `--kind`
draft-kind-unsure = which kind of letter this is, its text does not say; what may be missing was hardly looked for; name the kind with `--kind`
draft-accepted = accepted: `{ $code }`, { $reason }
one-draft = `{ $path }` is not one draft
one-draft-hint = name one file, or `-`
