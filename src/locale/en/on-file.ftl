### What was on file on a day, and what today's files tell of it.

## At the head of an answer

# $day, $date (Day); $commit (Text).
on-file-same = Taken from the trail: commit { $commit } of { $date } is what was on file on { $day }. Today's files tell the same of that day.
on-file-differs = Taken from the trail: commit { $commit } of { $date } is what was on file on { $day }. Today's files tell that day differently.
# $day (Day); $then, $today (Score); $then-standing, $today-standing (Phrase).
on-file-scores = On file on { $day }: { $then }, { $then-standing }; with what is known today about that day: { $today }, { $today-standing }.
# $score (Score); $standing (Phrase).
on-file-scores-same = Score and standing are the same in both: { $score }, { $standing }.
# $count (Count).
on-file-vouched =
    { $count ->
        [one] { $count } note was not in git then; a decision recorded by that day names the digest of its bytes, so it counts as on file.
       *[other] { $count } notes were not in git then; decisions recorded by that day name the digests of their bytes, so they count as on file.
    }
on-file-no-settings = The settings were not on file then; today's are used.
# $count (Count).
on-file-merged-later =
    { $count ->
        [one] { $count } commit of that time about this client was on another branch and merged later; what it holds counts from the merge on.
       *[other] { $count } commits of that time about this client were on another branch and merged later; what they hold counts from the merge on.
    }
# $commit (Text).
on-file-backdated = Commit { $commit } bears a date earlier than one it builds upon; the later date counts.
on-file-dates = The dates of commits are the committer's own claim: only a time stamp from somebody else proves when.

## What differs, one line a file

# $day (Day); $days (Count).
on-file-late =
    { $days ->
        [0] dated { $day }, recorded later that day
        [one] dated { $day }, recorded a day after
       *[other] dated { $day }, recorded { $days } days after
    }
# $date (Day).
on-file-late-undated = recorded on { $date }
# $day (Day).
on-file-unrecorded = dated { $day }, not recorded to this day
on-file-unrecorded-undated = not recorded to this day
# $date (Day).
on-file-edited = edited since, recorded on { $date }
on-file-edited-unrecorded = edited since, not recorded to this day
# $date (Day).
on-file-removed = on file then, removed on { $date }
on-file-removed-unrecorded = on file then, and gone today
on-file-settings = other settings
on-file-flag = another red flag of your own
# $count (Count).
on-file-more =
    { $count ->
        [one] and { $count } more; `-f json` lists all
       *[other] and { $count } more; `-f json` lists all
    }

## Why today's files answer

on-file-from-files = What follows is what today's files tell of that day.
on-file-no-repository = The vault lies in no git repository, so nothing shows what was on file that day.
on-file-unborn = Nothing has been recorded yet, so nothing shows what was on file that day.
# $day, $first (Day).
on-file-before-first = Nothing was recorded by the end of { $day }: the first commit is of { $first }.
# $first (Day).
on-file-shallow = The history here begins on { $first }, because it is a shallow clone: what was on file before is not known. `git fetch --unshallow` gets the rest.
# $day, $first (Day).
on-file-no-client = Nothing about this client was recorded by the end of { $day }; the first of it is of { $first }.
# $day (Day).
on-file-never = Nothing about this client was recorded by the end of { $day }, nor since.
# $day (Day); $count (Count).
on-file-only-decisions =
    { $count ->
        [0] By the end of { $day } only exhibits about this client were recorded, and none of the notes.
        [one] By the end of { $day } only { $count } decision about this client was recorded, and none of the notes. `casefile record` records notes.
       *[other] By the end of { $day } only { $count } decisions about this client were recorded, and none of the notes. `casefile record` records notes.
    }
# $date (Day); $standing (Phrase); $score (Score).
on-file-stated = The decision of { $date } states: { $standing }, { $score }.
# $reason, $hint (Phrase).
on-file-unreadable = The trail cannot be read: { $reason } ({ $hint }).

## Of several clients

# $date (Day).
on-file-status = As of { $date }
# $count (Count).
on-file-notes =
    { $count ->
        [one] { $count } file tells that day differently; `casefile explain` shows which
       *[other] { $count } files tell that day differently; `casefile explain` shows which
    }

## The trail alone was asked

# $client (Text).
not-on-file = the trail does not show what was on file about `{ $client }` that day
not-on-file-hint = ask today's files with `--from files`
