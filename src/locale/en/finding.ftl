### Faults of notes, their hints, and the findings of the draft linter.
###
### Without another word, arguments are Text: somebody's words, an id, a path.

finding-help = help
# $place: path and line; $what: what is wrong; $code: the rule.
finding-line = { $place }: { $what } ({ $code })

## Dates and times

# $text: what the note says.
invalid-date = `{ $text }` is not a date
invalid-date-hint = write year-month-day, such as `2026-04-11` or `2026-04-11T22:40`
invalid-date-write = write `{ $date }`
invalid-date-either = write `{ $first }` or `{ $second }`, whichever was meant
implausible-date = `{ $text }` is a year in which nobody could have written this
implausible-date-hint = check the year
time-does-not-exist = the clock was put forward over `{ $text }`
time-does-not-exist-hint = write the time that the clock showed, or add the offset, such as `+02:00`
time-exists-twice = the clock showed `{ $text }` twice on this day
time-exists-twice-hint = add the offset that was meant, such as `+02:00`
# $date (Day).
date-in-future = this happens on { $date }, a day that has not come
date-in-future-hint = write the day on which it happened
# $key; $issued (Day).
before-issued = `{ $key }` comes before the day the invoice was issued, { $issued }
ended-before-start = `ended` comes before `{ $start }`, { $day }
before-issued-hint = put the wrong one of the two dates right
# $first, $second (Text).
two-currencies = the amount is in { $first }, and `currency` says { $second }
# $first (Text).
two-currencies-hint = write the currency once: behind the amount ({ $first }) or as `currency`
invalid-period = `{ $text }` is not a length of time
invalid-period-hint = write a number and a unit, such as `30 days`, `2 weeks` or `1 month`
invalid-half-life-hint = write a number and a unit, such as `60 days`, or `never`
invalid-hours = `{ $text }` cannot be read as agreed hours
invalid-hours-hint = write days and times, such as `Mon-Fri 09:00-17:30`
unknown-zone = `{ $text }` is not a time zone
unknown-zone-hint = write a zone by continent and city, such as `Europe/Paris`

## Money and numbers

invalid-money = `{ $text }` cannot be read as an amount
invalid-money-hint = write digits and a dot, such as `1250.00` or `1250.00 EUR`
invalid-money-write = write `{ $amount }`
unknown-currency = there is no currency `{ $text }`
unknown-currency-hint = write its code of three capitals, such as `EUR`
invalid-late-interest = `{ $text }` cannot be read as interest
invalid-late-interest-hint = write `none`, a yearly rate such as `12%`, or a jurisdiction: `{ $known }`
invalid-number = `{ $text }` is not a number
invalid-number-hint = write digits, with a dot for decimals, such as `0.5`
number-below-zero = `{ $text }` is less than 0, the least that `{ $key }` may be
number-below-zero-hint = write 0 or more, such as `0.5`
no-share = `{ $text }` is no number from 0 to 1
no-share-hint = write a number from 0 to 1, such as `0.5`
no-whole-number = `{ $text }` is no whole number from { $from } to { $to }
no-whole-number-hint = write a whole number from { $from } to { $to }
# $number: the invoice's.
duplicate-invoice = the invoice `{ $number }` is listed twice
duplicate-invoice-hint = take one of the two out, or give it its own number
# $found, $expected (Count).
# $column: a key; $columns: keys or names; $pairs: what stands there and what it may mean.
table-header-lacks = { $count ->
    [one] this table has no column `{ $columns }`, so none of its rows counts
   *[other] this table has no columns `{ $columns }`, so none of its rows counts
}
table-header-unknown = { $count ->
    [one] nothing reads the column `{ $columns }`
   *[other] nothing reads the columns `{ $columns }`
}
table-header-twice = two columns mean `{ $column }`; the first is read
table-header-nearest = did you mean: { $pairs }?
table-header-known = the first line names the columns: { $columns }
too-many-cells =
    { $found ->
        [one] this line has { $found } cell where the header has { $expected }
       *[other] this line has { $found } cells where the header has { $expected }
    }
too-many-cells-hint = write decimals with a dot, or put the value between double quotes

## Front matter

byte-order-mark = the file begins with a byte order mark
byte-order-mark-hint = save the note as "UTF-8", not as "UTF-8 with BOM"
dots-close = the front matter ends with `...`
dots-close-hint = end it with `---`
unclosed-front-matter = the front matter has no end
unclosed-front-matter-hint = write `---` on a line of its own below the last key
text-before-front-matter = text stands before the front matter, which is therefore not read
text-before-front-matter-hint = make `---` the first line of the note
front-matter-too-large = the front matter is too large to be read
front-matter-too-large-hint = move long lists into tables beside the client note, or into notes of their own
not-a-map = the front matter holds no keys
not-a-map-hint = write one `key: value` on each line
tab-indent = this line is indented with a tab
tab-indent-hint = indent with spaces
# $what: what the YAML parser says, in English.
yaml-syntax = the front matter cannot be read from here on: { $what }
yaml-syntax-hint = put the value between double quotes, or check brackets and indentation
yaml-alias = anchors and aliases are not read
yaml-alias-hint = write the value out
duplicate-key = the key `{ $key }` stands here for the second time
duplicate-key-hint = keep one of the two
unknown-key = nothing reads the key `{ $key }`
unknown-key-nearest = write `{ $word }`
unknown-key-of-item = the list `incidents` counts: move the key to an item of it
misspelt-type = the key `{ $key }` is not `type`, so nothing says what this note is
misspelt-type-hint = did you mean `type`?
missing-key = the key `{ $key }` is missing
missing-key-hint = add a line `{ $key }:` to the front matter
# $expected: one of those below.
wrong-type = `{ $key }` takes { $expected }
wrong-type-hint = write the value of `{ $key }` in that form
wrong-type-text = a single value
wrong-type-list = a list
wrong-type-map = keys and values
wrong-type-id = lower-case words joined by hyphens, such as `sunday-call`
unknown-value = `{ $text }` is no value of `{ $key }`
unknown-value-nearest = write `{ $word }`
# $words: all that are known, joined by commas.
unknown-value-hint = write one of { $words }
undated-message = this message does not say when it was sent
undated-message-hint = add a line such as `date: 2026-11-20T22:40` or `date: 2026-11-20` to the front matter
unquoted-link = this link has no quotes, so YAML takes it for a list
unquoted-link-hint = put the link between double quotes
invalid-digest = `{ $text }` is not a digest
invalid-digest-hint = write `sha256:` and 64 hexadecimal digits, as `sha256sum` prints them

## Values that other programs read differently

bare-time = `{ $text }` is a number of minutes to other programs
bare-time-hint = write `"{ $text }"`
bare-truth = `{ $text }` is true or false to other programs
bare-truth-hint = write `"{ $text }"`, or `true` or `false`
leading-zero = `{ $text }` loses its zero in other programs
leading-zero-hint = write `"{ $text }"`
smart-quotes = typographic quotes become part of the value: `{ $text }`
smart-quotes-hint = put the value between straight double quotes
cut-by-hash = what follows this `#` is a comment and no part of the value
cut-by-hash-hint = put the whole value between double quotes

## Files

# $reason: what the system says.
unreadable = this cannot be read: { $reason }
unreadable-hint = give yourself the permission to read it, or move it out of the vault
unreadable-special = this is a pipe, a socket or a device, and is not read
unreadable-special-hint = move it out of the vault
note-too-large = this note is too large to be read
# $limit (Count): in MiB.
note-too-large-hint = keep notes below { $limit } MiB; put an original into `evidence/`
# $byte (Count).
not-text = this is no text: byte { $byte } is zero
not-text-hint = save the file as UTF-8, or put an original into `evidence/` under its own ending
invalid-utf8 = this byte is no UTF-8
invalid-utf8-hint = save the file as UTF-8
note-is-folder = this folder has the name of a note
note-is-folder-hint = take `.md` off its name
symbolic-link = this link is not followed
symbolic-link-hint = put the file itself here
# $char: the character.
twin-name = another file or folder has this name, with its accents written in another way (NFC, NFD)
twin-name-hint = keep one of the two, or give one another name
unlinkable-name = a link cannot hold the character `{ $char }` of this name
unlinkable-name-bytes = the name of this file is no UTF-8
unlinkable-name-hint = rename the file to letters, digits, spaces, `-` and `_`

## Red flags

unknown-flag = no red flag is called `{ $flag }`
unknown-flag-nearest = write `{ $flag }`
unknown-flag-hint = choose one that `casefile flags` lists, or write a note in `flags/`
repeated-flag = the red flag `{ $flag }` is named twice
repeated-flag-hint = name it once
no-flag = this note lies in `flags/` and is no red flag
no-flag-hint = write `type: flag`, or move the note
misplaced-flag = this red flag lies outside of `flags/` and is not read
misplaced-flag-hint = move the note to `{ $path }`
# $other: the path of the note that counts.
duplicate-flag = `{ $other }` has the red flag `{ $flag }` already
duplicate-flag-hint = give this one another id

## Clients and their notes

outside-client = this note lies in no client's folder
outside-client-hint = move it into the folder of its client below `clients/`
client-mismatch = this note names the client `{ $named }` and lies in the folder of `{ $folder }`
client-mismatch-hint = move the note to `clients/{ $named }/`, or take the key `client` out
unknown-client = no client is called `{ $named }`
unknown-client-hint = write `{ $client }`, or take the key `client` out
missing-client-note = no note tells about the client `{ $client }`
missing-client-note-hint = write a note with `type: client` to `{ $path }`
misplaced-client-note = the client note does not have the name of its folder
misplaced-client-note-hint = move the note to `{ $path }`
# $first: the path of the note that is read.
second-client-note = `{ $first }` tells about this client already, so this note is not read
second-client-note-hint = move what it says to `{ $first }` and take `type: client` out here
second-client-note-unread = this client note lies where it is not read

## Incidents

# $other: the path of the note that has the id too.
duplicate-id = `{ $other }` has the id `{ $id }` already
duplicate-id-hint = rename this note, or give the item another `id`
needs-our-part = an incident of this severity says nothing about your own part
needs-our-part-hint = add `our-part:` with what you did, or with `none` and the reason
nothing-observed = the incident `{ $incident }` does not say what happened
nothing-observed-hint = write what was seen or heard, quote it, or name the evidence
always-never = "{ $word }" can be refuted with one exception
always-never-hint = write how often and when, or move the sentence below `## Reading`
mind-reading = "{ $words }" says what somebody meant, not what was seen or heard
mind-reading-hint = write what was said or done, and move how you read it below `## Reading`

## Links and evidence

broken-link = the link `{ $target }` finds no file
broken-link-hint = put the name right, or add the file
missing-exhibit = the file `{ $file }` does not lie beside this note
missing-exhibit-hint = put the original back, or get it from git's history
# $digest: of the file as it is now.
exhibit-changed = `{ $file }` is not the file that was kept: its digest is now `{ $digest }`
exhibit-changed-hint = get the original back from git's history, and keep the other file under a name of its own
# $file (Text).
exhibit-changed-detached = the file kept apart as `{ $file }` is not the one that was kept: its digest is another
exhibit-changed-detached-hint = put the file back that was kept, or correct `kept-at` if it lies elsewhere; git never had its bytes
unlisted-exhibit = no exhibit note is about `{ $file }`
unlisted-exhibit-hint = write an exhibit note `{ $note }` beside it, with its `sha256`

## Decisions

incomplete-boundary = this boundary has no `{ $key }`
incomplete-boundary-hint = record an amendment with `{ $key }`
# $date (Day).
review-overdue = this boundary was to be reviewed by { $date }, and nothing was decided since
boundary-breached = { $incident } crossed this boundary on { $date }, and nothing was decided since
boundary-breached-hint = do what you said would follow, or decide otherwise: `casefile decide { $client } keep`, `exit` or a new `boundary`, and say why with `-m`
review-overdue-hint = decide with `casefile decide { $client } keep`, `exit` or a new `boundary`, and say why with `-m`
unknown-cited-incident = the incident `{ $incident }` is not on file
unknown-cited-incident-nearest = write `{ $incident }`, or give the note its old name back
unknown-cited-incident-hint = put the incident back on file, or record an amendment
unknown-decision = the decision `{ $decision }` is not on file
unknown-decision-nearest = write `{ $decision }`
unknown-decision-hint = name the decision that this one corrects, as its note is called

## Settings

# $what: what the TOML parser says, in English.
settings-syntax = the settings cannot be read here: { $what }
settings-syntax-hint = write the line as `name = value`, texts between double quotes
settings-without-format = the settings do not say which format the vault has
settings-without-format-hint = write `format = 1` as the first line
settings-value = `{ $name }` does not take this value
# $takes: one of the next.
settings-value-hint = write { $takes }
settings-thresholds-order = the thresholds are not in order
settings-thresholds-order-hint = let `watch` be at most `boundary`, and `boundary` at most `exit`
unknown-setting = there is no setting `{ $name }`
unknown-setting-nearest = write `{ $word }`
# $words: all that are known, joined by commas.
unknown-setting-hint = write one of { $words }
unknown-flag-setting = these settings are for a red flag `{ $flag }` that there is none of
unknown-flag-setting-hint = write the id of one that `casefile flags` lists
unknown-ignore = there is no rule `{ $rule }` to ignore
unknown-ignore-nearest = write `{ $rule }`
unknown-ignore-hint = write the code as `casefile check` shows it

takes-commit = "decisions", "records" or "never"
takes-currency = a currency's code, such as "EUR"
takes-days = a number of days, such as "30 days"
takes-factor = a number of at least 1
takes-format = 1, the format that this version reads
takes-half-life = a length of time such as "60 days", or "never"
takes-hours = a number of hours or days, such as "24 hours"
takes-ignore = a list of items with `code`, `reason` and, if wanted, `path`
takes-language = "en" or "fr"
takes-money = an amount with its currency, such as "8000 EUR"
takes-number = a number that is not negative
takes-sign = "auto", "required" or "never"
takes-anchor = "auto", "always" or "never"
takes-subject = "full" or "terse"
takes-table = a table, such as [score]
takes-text = a text between double quotes
takes-truth = true or false
takes-zone = a time zone, such as "Europe/Paris"

# $step, $missing (Text).
step-too-early = `{ $step }` is ticked, and it needs `{ $missing }` first
step-too-early-hint = take the tick away, or do and tick what it needs
# $step, $word (Text).
unknown-step = `{ $step }` names `{ $word }`, which nobody knows
# $word (Text).
unknown-step-nearest = did you mean `{ $word }`?
# $words (Text).
unknown-step-hint = these are known: `{ $words }`
# $what (Text).
faulty-late-interest = this file on late payment cannot be understood: { $what }
faulty-late-interest-hint = put it right; docs/format.md shows the form
faulty-revocation-list = this file says nothing of revoked certificates: { $why }
faulty-revocation-list-hint = put a whole list of the authority in its place, or take the file away; `audit verify` passes over it

## Signals
# $count (Count); $known, $name, $reason (Text).

unknown-key-known = the keys known here are { $known }
signal-kind = a signal looks for one thing, this one for { $count }
signal-kind-hint = give exactly one of { $known }
signal-empty = this signal has no words to look for
signal-empty-hint = write at least one word; `all` needs two parts
signal-pattern = this pattern cannot be read: { $reason }
signal-pattern-hint = write it without look-around and back-references, and close what is opened
signal-too-large = this pattern grows too large
signal-too-large-hint = shorten it, or split it into several signals
signal-unknown-set = there is no set `<{ $name }>` of words in this language
signal-unknown-set-hint = look at the names below `sets:` in the words of the language, or write the words out

## The questions before a yes, and lessons

faulty-screening = this note asks nothing, so the built-in questions stay in force
faulty-screening-hint = write a list `questions:`, each with `id` and `ask`; `casefile screen --questions` prints the one in force
question-twice = the question `{ $question }` is asked twice
question-twice-hint = take one of the two out, or give it another id than `{ $question }`
screening-elsewhere = these questions are not asked: they lie elsewhere
screening-elsewhere-hint = move the note to `screening.md`, beside `casefile.toml`
unknown-question = no question before a yes is called `{ $question }`
unknown-question-nearest = write `{ $question }`
unknown-question-hint = choose one of `{ $questions }`, or add it to `screening.md`
unknown-answer = the question `{ $question }` has no answer `{ $answer }`
unknown-answer-nearest = write `{ $word }`; details may follow behind a comma
unknown-answer-hint = write one of `{ $words }`; details may follow behind a comma
lesson-overdue = this lesson was to be put into practice by { $date }: { $what }
lesson-overdue-hint = when it is done write `done: { $today }` behind it, or give it a new day in `due:`
