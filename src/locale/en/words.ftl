### Names of the model's values, and the patterns that dates and numbers are put in.
###
### A name stands inside a sentence or in a table cell: no capital, no full stop.

## What a score means

standing-clear = clear
standing-watch = watch
standing-boundary = boundary
standing-exit = exit

## Where the relationship is

stage-prospect = prospect
stage-engaged = engaged
stage-on-notice = boundary set
stage-leaving = leaving
stage-told = told
stage-closed = closed
stage-declined = declined

## How bad an incident is

severity-low = low
severity-medium = medium
severity-high = high
severity-critical = critical

## How sure the user is

status-suspected = suspected
status-confirmed = confirmed
status-dismissed = dismissed

## Decisions: the noun, then what was done

kind-accept = acceptance
kind-decline = refusal
kind-boundary = boundary
kind-keep = continuation
kind-exit = exit
kind-announce = announcement
kind-close = closure
kind-reopen = reopening
kind-amend = amendment

deed-accept = client accepted
deed-decline = client declined
deed-boundary = boundary set
deed-keep = decided to go on
deed-exit = exit decided
deed-announce = exit announced
deed-close = case closed
deed-reopen = case reopened
deed-amend = decision amended

## Channels: the noun, then how something was said

channel-email = e-mail
channel-phone = phone call
channel-video = video call
channel-chat = chat
channel-in-person = meeting
channel-letter = letter

by-email = by e-mail
by-phone = by phone
by-video = by video call
by-chat = by chat
by-in-person = in person
by-letter = by letter

## How far a deliverable is

deliverable-owed = owed
deliverable-paid = owed, already paid
deliverable-ready = ready
deliverable-delivered = delivered
deliverable-dropped = dropped

## Which way a message went

direction-incoming = received
direction-outgoing = sent

## Whose something is, or who holds it

party-us = us
party-them = them
party-both = both sides

## How the user slept

sleep-kept = slept as usual
sleep-lost = lost sleep

## Languages

language-en = English
language-fr = French

## How much a finding matters

level-error = error
level-warning = warning

## Where a red flag comes from

origin-built-in = built in
origin-vault = your vault

## Patterns

# $weekday (Text): the name of the day; $date (Day).
date-with-weekday = { $weekday } { $date }
# $date (Day); $time (Text): hours and minutes.
moment = { $date } at { $time }
# $first (Text): all but the last, joined by commas; $last (Text).
list = { $first } and { $last }
# $number (Text).
percent = { $number }%
days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
