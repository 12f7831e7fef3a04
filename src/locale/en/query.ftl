### Questions about notes, and what is wrong with one.

# $count (Count).
query-found = { $count ->
    [one] { $count } found
   *[other] { $count } found
}
# $count (Count).
query-uncompared = { $count ->
    [one] { $count } value could not be read and was not compared: `casefile check` says which
   *[other] { $count } values could not be read and were not compared: `casefile check` says which
}
column-count = Count
query-no-value-of = (none)

export-type-of-notes = `--type` chooses among notes, and this is another table
export-type-of-notes-hint = leave it out, or take `--table notes`

## Faults of an expression
# $field, $value, $text, $quote (Text).

query-unknown-field = `{ $field }` is a field of no note
query-unknown-field-nearest = did you mean `{ $field }`?
query-unknown-field-hint = write a field, an operator and a value, such as `severity>=high`; a value of several words goes in quotes: `name="Atelier Nova"`
query-colon-hint = write `{ $field }={ $value }`
query-no-field = a name of a field is missing
query-no-field-hint = write the names with one comma between them: `date,client,severity`
query-no-condition = a condition is missing here
query-no-condition-hint = write a field, an operator and a value, such as `severity>=high`
query-no-value = a value is missing after the operator
query-no-value-hint = write it without or with quotes: `flags=late-payment`, `name="Atelier Nova"`
query-no-order = one `{ $field }` is not more than another
query-no-order-hint = use `=`, `!=` or `~`
query-no-date = `{ $text }` is no date
query-no-date-hint = write `2026`, `2026-04`, `2026-04-11`, `2026-04-11T22:40`, `today` or `today-30`
query-no-number = `{ $text }` is no number
query-no-period = `{ $text }` is no length of time
query-no-period-hint = write `"30 days"`, `"2 weeks"` or `"1 month"`, in quotes
query-quote = the quotes are not closed
query-quote-hint = close them with { $quote }
query-unclosed = the parenthesis is not closed
query-unclosed-hint = write `)` where it ends
query-unopened = the parenthesis was not opened
query-unopened-hint = take it away, or write `(` where it begins
query-too-deep = too many parentheses or `not` in one another
query-too-deep-hint = ask in two questions
