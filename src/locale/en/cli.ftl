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
editor-failed-hint = the note is written: { $path }
exhibit-there = `{ $name }` is on file already; the link points to it
incident-template = What happened, in facts. How you read it goes below.

    ## Reading
missing-flag = `{ $flag }` is missing
missing-flag-hint = add `{ $flag }`
warning-merge = a merge is in progress: it stays as it is, and this record is not part of it
warning-index-busy = git was busy: the record is committed, and `git status` is brought up to date by the next command
warning-submodule = the vault is in a submodule: the repository around it still names the commit before
warning-large = `{ $path }` has { $megabytes } MB and stays in the repository for ever

## Questions
# $client: a client's name.

ask-client-stress = How much does { $client } weigh on you, 1 (not at all) to 5?
ask-work-stress = And the work itself, 1 to 5, apart from { $client }?
ask-one-to-five = a number from 1 to 5, please
ask-our-part = What did you do that played a part? (enter for nothing)

## Incidents and red flags
# $flag, $name, $names, $note, $status: words of the vault.

unknown-flag-list = run `casefile flags` to see them all
unknown-incident = there is no incident `{ $name }`
unknown-incident-nearest = did you mean `{ $name }`?
unknown-incident-known = the incidents are: { $names }
incident-in-list = this incident is an item of a list in `{ $note }`
incident-in-list-hint = change `status:` of the item in `{ $note }` with your editor
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
cooling-off-refused = the cooling-off period has { $hours } h { $minutes } min left
cooling-off-refused-hint = read your draft again when it has ended; a confirmed deal-breaker waives it
decision-changed = the decision `{ $path }` was changed after it was recorded
decision-removed = the decision `{ $path }` was removed after it was recorded
decision-changed-hint = bring it back with `git restore { $path }`, and correct it with `casefile decide … amend`
after-boundary = review on { $day }; until then every incident is held against it
after-exit = cooling off until { $moment }; prepare everything before you tell them
after-announce = send a written follow-up if it was a talk, and keep their answer as evidence
after-close = It is done. You did a hard thing; do something nice for yourself today.
