### Evidence handed over: the chronology, the instructions, the limits of places that take it.

## The chronology: the first page

# $client (Text).
chronology-title = Chronology: { $client }
# $date (Text).
chronology-as-of = As of { $date }
chronology-about = This is the case file of one business relationship. Each entry comes from a dated note; each exhibit is an original file, unchanged, and its digest is at the end. README-VERIFY.txt says how to check that without the program that made it.
chronology-who = Who
chronology-provider = Provider
chronology-client = Client
chronology-contact = Contact
chronology-decides = Decides
chronology-platform = Platform
chronology-agreed = What was agreed
chronology-agreed-none = The file does not say what was agreed.
chronology-work = The work
# $date (Day).
chronology-signed = Agreement of { $date }.
# $hours (Text).
chronology-hours = Agreed hours: { $hours }.
# $period (Phrase).
chronology-reply = Questions are answered within { $period }.
# $period (Phrase).
chronology-terms = Invoices are paid within { $period }.
# $rate (Text): percent.
chronology-interest = Late payment costs { $rate } % a year.
# $period (Phrase).
chronology-notice = Notice: { $period }.
chronology-sum = The sum
chronology-sum-none = No invoice is on file.
# $amount (Money).
chronology-invoiced = Invoiced: { $amount }
# $amount (Money).
chronology-paid = Paid: { $amount }
# $amount (Money).
chronology-open = Not paid: { $amount }
# $amount (Money).
chronology-overdue = Overdue: { $amount }
chronology-invoice = Invoice
chronology-issued = Issued
chronology-due = Due
chronology-amount-head = Amount
chronology-state = State
# $amount (Money).
chronology-amount = { $amount }
# $date (Day).
chronology-paid-on = paid on { $date }
# $count (Count).
chronology-open-days = { $count ->
    [one] { $count } day overdue
   *[other] { $count } days overdue
}
chronology-not-due = not due yet
chronology-asked = What is asked
# $amount (Money); $invoice (Text); $date (Day); $count (Count).
chronology-ask-payment = { $count ->
    [one] Payment of { $amount }, invoice { $invoice }, due on { $date }: { $count } day overdue.
   *[other] Payment of { $amount }, invoice { $invoice }, due on { $date }: { $count } days overdue.
}
chronology-ask-end = That the end of the work together, as it was told, is taken note of.
chronology-ask-nothing = Nothing is asked for in money today; this file shows what happened.

## The chronology: what happened

chronology-facts = What happened
chronology-facts-none = Nothing dated is on file.
chronology-date = Date
chronology-what = What happened
chronology-exhibits-of = Exhibit
chronology-suspected = Noted at the time, and not yet talked about with the client.
# $date (Day).
chronology-crossed = This crosses the limit that was told on { $date }.
chronology-outside-hours = It came outside the agreed hours.
# $deed (Phrase).
chronology-decision = Decision: { $deed }.
# $text (Text).
chronology-consequence = What follows if it is not kept: { $text }
chronology-exhibit = Kept as evidence
chronology-exhibits = Exhibits
chronology-absent = kept apart, not in this bundle; the digest is that of the day it was acquired
chronology-exhibits-none = No original is in this bundle.
chronology-file = File
chronology-origin = Origin
chronology-acquired = Kept on
chronology-digest = SHA-256
chronology-changed = Its bytes are not those of the day it was kept.

## The chronology: what is withheld

# $number (Count).
chronology-withheld = [withheld { $number }]
chronology-withheld-head = What is withheld
chronology-withheld-about = In this chronology, and nowhere else, words are replaced by a mark in brackets. The originals, their digests and the decisions in this bundle are whole.
# $number, $count (Count).
chronology-withheld-name = Mark { $number }: a name or other words, { $count ->
    [one] { $count } time
   *[other] { $count } times
}.
# $number, $count (Count).
chronology-withheld-amount = Mark { $number }: a number or an amount, { $count ->
    [one] { $count } time
   *[other] { $count } times
}.
# $number, $count (Count).
chronology-withheld-address = Mark { $number }: an e-mail address, { $count ->
    [one] { $count } time
   *[other] { $count } times
}.

## The instructions

readme-title = HOW TO CHECK THIS BUNDLE
# $client (Text).
readme-about = This folder holds the case file about { $client }. You can check it with programs that every Linux and macOS machine has or can have: a shell, sha256sum and git. You need not have casefile, and you need not trust the person who gave you this. Open a terminal in this folder (the one that holds this file) and type the commands as they stand.
readme-no-sha256sum = On a machine without sha256sum, type shasum -a 256 in its place.
readme-digests = Every file of the case is what it was when the bundle was made. Each line ends with OK.
readme-tags = So is every file beside them, this one and the list of digests among them.
readme-clone = The trail of records becomes a git repository beside this folder.
readme-fsck = Nothing in the trail is damaged or missing. No error is printed.
readme-log = The trail, newest first: who recorded what, on which day by their own clock, and the digest of each decision.
readme-same = The decisions in this bundle are byte for byte those of the trail. Nothing is printed.
readme-as-recorded = They are what was first recorded: each digest here stands in the trail that step 5 printed, after “Casefile-Digest”. One that does not is of a decision that was changed after it was recorded, or recorded without casefile.
readme-compare = The digests of the decisions in this bundle; compare them with those that the trail shows. One that the trail does not show was not recorded in it.
readme-files = The files of the trail. It holds no decision yet.
readme-no-ledger = Nothing about this client is recorded in git yet, so there is no trail to check.
readme-report = What casefile itself found when this was made is in data/06-verify-report.txt, what does not hold first. The commits that it names are those of the whole trail; each one in this bundle names its own after “Casefile-Source”.
readme-signed-head = SIGNED DECISIONS
readme-signed = The trail in this bundle was made from a larger one that tells of other clients too, so its commits carry no signature. The commits that were signed are in data/03-signed-commits, as git stores them. Each names the digest of its decision. With the signer's public key known to git (gpg.ssh.allowedSignersFile, or your keyring), check each with two commands:
readme-stamps-head = TIME STAMPS
readme-stamps = An outside authority stamped statements of what the trail was. Each statement in data/04-anchors holds digests alone: of the last decision about each client (the heads), and through it of every decision before. You need openssl, and the authority's root certificate: take the one in data/04-anchors/roots only after you compared its fingerprint with the one that the authority publishes. “Verification: OK” means that the statement existed at that time, and so did the decisions it names, and those that they name under “prev”. Where its authority's list of revoked certificates is here, it shows whether one was revoked, as of the list's day; else that is for you to ask.
readme-stamp = Stamped at { $at } by { $authority }. Is it so?
readme-stamp-open = The authority's root certificate is not in this bundle: ask the authority for it. This shows what the time stamp says:
readme-lists = Were the certificates behind it revoked? Take them out of the time stamp first; they go beside this folder. “CMS Verification successful” is printed.
# $name: a name on a certificate; $at: a moment.
readme-list = That of “{ $name }” was not, as of { $at }, if this ends with OK.
readme-list-later = That of “{ $name }” was, after the time stamp was made: this shows when, and for what reason, with “verify OK” if its authority signed the list. By unspecified, affiliation changed, superseded and cessation of operation, earlier time stamps stay good (RFC 3161, section 4).
readme-list-revoked = It does not count: the certificate of “{ $name }” was revoked. This shows when, and for what reason where one is given; then, what the time stamp says:
readme-stamp-head = The statement names the digest of this decision: 1 is printed.
readme-stamp-named = These decisions name the digest of this time stamp, so they were not made before it:
readme-limits-head = WHAT THIS DOES NOT SHOW
readme-limits = That nothing was left out, that what a note says is true, or that a date is right: dates in git are set by whoever commits. A date is certain only as far as somebody else vouches for it. Keep the digest of tagmanifest-sha256.txt somewhere the giver cannot change, and later changes show.
# $client (Text); $day (Day).
bag-description = Case file about { $client } as of { $day }: chronology, exhibits, originals, decisions, custody list, verification, trail.

## Handing it over
# $path: a folder or file; $text: a pattern.

bundle-inside-vault = `{ $path }` is inside the vault: move it out before you commit
bundle-inside-clients = `{ $path }` is inside the folder of a client
bundle-inside-clients-hint = name a folder outside `clients/`
bundle-read-first = the notes are in it as they are, pulses and readings included: read `data/02-originals` before you hand it over
bundle-no-ledger = nothing about this client is recorded in git yet: the bundle has no trail
# $file, $path (Text).
bundle-detached-absent = `{ $file }` is kept apart, at `{ $path }`, and is not here: the bundle has its note and digest alone
bundle-detached-other = the file at `{ $path }` is not the one that was kept as `{ $file }`: the bundle has its note and digest alone
bundle-detached-large = `{ $file }` at `{ $path }` is over 512 MB: the bundle has its note and digest alone; hand the file over beside it
bundle-does-not-hold = a record does not hold; `data/06-verify-report.txt` says which
bundle-not-found = `{ $text }` is nowhere in the chronology: nothing was withheld for it
bundle-empty-pattern = there is nothing to withhold in `{ $text }`
bundle-empty-pattern-hint = name the words that are not to be shown
bundle-unreadable = `{ $path }` cannot be read and is not in the bundle
cannot-zip = the zip file cannot be made

## Places that take evidence
# $exhibit: a number; $size, $limit: megabytes or characters; $kinds: endings of names.

profile-kind = { $exhibit } is of a kind that is not taken there; taken are { $kinds }
profile-kind-hint = hand in a print of it as PDF beside the text, and keep the original for the asking
profile-file = { $exhibit } has { $size } MB; a file must be under { $limit } MB
profile-file-hint = hand in the pages that matter as a PDF of their own, and name the exhibit they are from
profile-total = the exhibits have { $size } MB together; the limit is { $limit } MB
profile-total-hint = hand in those that show the point in dispute, and name the others
profile-text = the chronology has { $length } characters; the limit is { $limit }
profile-text-hint = give the first page as text and the whole chronology as a PDF
profile-stripe = Stripe takes PDF, JPEG and PNG of up to 5 MB each, one file for each kind of evidence; print the chronology as PDF
profile-paypal = PayPal takes JPG, GIF, PNG and PDF under 10 MB each, 50 MB a case; print the chronology as PDF
profile-card = card networks take 14.5 MB and 19 pages in all: print the chronology and the exhibits that matter as one PDF, and count its pages
profile-upwork = Upwork gives 7 days to dispute; lead with scope, deliveries, dates and messages
profile-upwork-form = Upwork publishes no limits for files: check the form
profile-court = print `00-chronology.html` as PDF: its pages are numbered, and each exhibit keeps its number
