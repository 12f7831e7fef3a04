### Les questions sur les notes, et ce qui ne va pas dans l'une d'elles.

# $count (Count).
query-found = { $count ->
    [one] { $count } trouvée
   *[other] { $count } trouvées
}
# $count (Count).
query-uncompared = { $count ->
    [one] { $count } valeur n'a pas pu être lue ni comparée : `casefile check` dit laquelle
   *[other] { $count } valeurs n'ont pas pu être lues ni comparées : `casefile check` dit lesquelles
}
column-count = Nombre
query-no-value-of = (aucune)

export-type-of-notes = `--type` choisit parmi les notes, et c'est une autre table
export-type-of-notes-hint = retirez-le, ou prenez `--table notes`

## Les fautes d'une expression
# $field, $value, $text, $quote (Text).

query-unknown-field = « { $field } » n'est un champ d'aucune note
query-unknown-field-nearest = vouliez-vous dire `{ $field }` ?
query-unknown-field-hint = écrivez un champ, un opérateur et une valeur, par exemple `severity>=high` ; une valeur de plusieurs mots se met entre guillemets droits : `name="Atelier Nova"`
query-colon-hint = écrivez `{ $field }={ $value }`
query-no-field = il manque un nom de champ
query-no-field-hint = écrivez les noms séparés par une seule virgule : `date,client,severity`
query-no-condition = il manque une condition ici
query-no-condition-hint = écrivez un champ, un opérateur et une valeur, par exemple `severity>=high`
query-no-value = il manque une valeur après l'opérateur
query-no-value-hint = écrivez-la sans guillemets ou entre guillemets droits : `flags=late-payment`, `name="Atelier Nova"`
query-no-order = les valeurs de `{ $field }` n'ont pas d'ordre
query-no-order-hint = utilisez `=`, `!=` ou `~`
query-no-date = « { $text } » n'est pas une date
query-no-date-hint = écrivez `2026`, `2026-04`, `2026-04-11`, `2026-04-11T22:40`, `today` ou `today-30`
query-no-number = « { $text } » n'est pas un nombre
query-no-period = « { $text } » n'est pas une durée
query-no-period-hint = écrivez `"30 days"`, `"2 weeks"` ou `"1 month"`, entre guillemets droits
query-quote = les guillemets ne sont pas fermés
query-quote-hint = fermez-les avec { $quote }
query-unclosed = la parenthèse n'est pas fermée
query-unclosed-hint = écrivez `)` là où elle se termine
query-unopened = la parenthèse n'a pas été ouverte
query-unopened-hint = retirez-la, ou écrivez `(` là où elle commence
query-too-deep = trop de parenthèses ou de `not` les uns dans les autres
query-too-deep-hint = posez deux questions
