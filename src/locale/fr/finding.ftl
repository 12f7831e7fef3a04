### Les défauts des notes, les conseils, et les constats sur les brouillons.

finding-help = conseil
finding-line = { $place } : { $what } ({ $code })

## Dates et heures

invalid-date = « { $text } » n'est pas une date
invalid-date-hint = écrivez année-mois-jour, par exemple `2026-04-11` ou `2026-04-11T22:40`
invalid-date-write = écrivez `{ $date }`
invalid-date-either = écrivez `{ $first }` ou `{ $second }`, selon ce qui était voulu
implausible-date = « { $text } » : personne n'a pu écrire cette note cette année-là
implausible-date-hint = vérifiez l'année
time-does-not-exist = l'horloge a sauté « { $text } » au passage à l'heure d'été
time-does-not-exist-hint = écrivez l'heure que montrait l'horloge, ou ajoutez le décalage, par exemple `+02:00`
time-exists-twice = l'horloge a montré « { $text } » deux fois ce jour-là
time-exists-twice-hint = ajoutez le décalage voulu, par exemple `+02:00`
date-in-future = ceci se passe le { $date }, un jour qui n'est pas encore venu
date-in-future-hint = écrivez le jour où cela s'est passé
before-issued = `{ $key }` est antérieur à l'émission de la facture, le { $issued }
ended-before-start = `ended` est antérieur à `{ $start }`, le { $day }
before-issued-hint = corrigez celle des deux dates qui est fausse
# $first, $second (Text).
two-currencies = le montant est en { $first } alors que `currency` indique { $second }
# $first (Text).
two-currencies-hint = écrivez la devise une seule fois : après le montant ({ $first }) ou dans `currency`
invalid-period = « { $text } » n'est pas une durée
invalid-period-hint = écrivez un nombre et une unité, par exemple `30 days`, `2 weeks` ou `1 month`
invalid-half-life-hint = écrivez un nombre et une unité, par exemple `60 days`, ou `never`
invalid-hours = « { $text } » n'indique pas d'horaires convenus
invalid-hours-hint = écrivez des jours et des heures, par exemple `Mon-Fri 09:00-17:30`
unknown-zone = « { $text } » n'est pas un fuseau horaire
unknown-zone-hint = écrivez un fuseau par continent et par ville, par exemple `Europe/Paris`

## Montants et nombres

invalid-money = « { $text } » n'est pas un montant
invalid-money-hint = écrivez des chiffres et un point, par exemple `1250.00` ou `1250.00 EUR`
invalid-money-write = écrivez `{ $amount }`
unknown-currency = il n'existe pas de monnaie « { $text } »
unknown-currency-hint = écrivez son code de trois capitales, par exemple `EUR`
invalid-late-interest = « { $text } » n'indique pas d'intérêts
invalid-late-interest-hint = écrivez `none`, un taux annuel tel que `12%`, ou une juridiction : `{ $known }`
invalid-number = « { $text } » n'est pas un nombre
invalid-number-hint = écrivez des chiffres, avec un point pour les décimales, par exemple `0.5`
number-below-zero = « { $text } » est inférieur à 0, le minimum pour `{ $key }`
number-below-zero-hint = écrivez 0 ou plus, par exemple `0.5`
no-share = « { $text } » n'est pas un nombre de 0 à 1
no-share-hint = écrivez un nombre de 0 à 1, par exemple `0.5`
no-whole-number = « { $text } » n'est pas un nombre entier de { $from } à { $to }
no-whole-number-hint = écrivez un nombre entier de { $from } à { $to }
duplicate-invoice = la facture `{ $number }` figure deux fois
duplicate-invoice-hint = retirez l'une des deux, ou donnez-lui son propre numéro
table-header-lacks = { $count ->
    [one] ce tableau n'a pas de colonne `{ $columns }`, donc aucune de ses lignes ne compte
   *[other] ce tableau n'a pas les colonnes `{ $columns }`, donc aucune de ses lignes ne compte
}
table-header-unknown = { $count ->
    [one] rien ne lit la colonne `{ $columns }`
   *[other] rien ne lit les colonnes `{ $columns }`
}
table-header-twice = deux colonnes veulent dire `{ $column }` ; c'est la première qui est lue
table-header-nearest = vouliez-vous dire : { $pairs } ?
table-header-known = la première ligne nomme les colonnes : { $columns }
too-many-cells =
    { $found ->
        [one] cette ligne a { $found } cellule alors que l'en-tête en a { $expected }
       *[other] cette ligne a { $found } cellules alors que l'en-tête en a { $expected }
    }
too-many-cells-hint = écrivez les décimales avec un point, ou mettez la valeur entre guillemets droits

## En-tête

byte-order-mark = le fichier commence par une marque d'ordre des octets
byte-order-mark-hint = enregistrez la note en « UTF-8 », et non en « UTF-8 avec BOM »
dots-close = l'en-tête se termine par `...`
dots-close-hint = terminez-le par `---`
unclosed-front-matter = l'en-tête n'a pas de fin
unclosed-front-matter-hint = écrivez `---` seul sur une ligne sous la dernière clé
text-before-front-matter = du texte précède l'en-tête, qui n'est donc pas lu
text-before-front-matter-hint = faites de `---` la première ligne de la note
front-matter-too-large = l'en-tête est trop long pour être lu
front-matter-too-large-hint = déplacez les longues listes dans des tableaux à côté de la note du client, ou dans des notes séparées
not-a-map = l'en-tête ne contient pas de clés
not-a-map-hint = écrivez `clé: valeur`, une par ligne
tab-indent = cette ligne est en retrait par une tabulation
tab-indent-hint = faites le retrait avec des espaces
yaml-syntax = l'en-tête n'est plus lisible à partir d'ici : { $what }
yaml-syntax-hint = mettez la valeur entre guillemets droits, ou vérifiez les crochets et les retraits
yaml-alias = les ancres et les alias ne sont pas lus
yaml-alias-hint = écrivez la valeur en toutes lettres
duplicate-key = la clé `{ $key }` figure ici pour la deuxième fois
duplicate-key-hint = gardez l'une des deux
unknown-key = rien ne lit la clé `{ $key }`
unknown-key-nearest = écrivez `{ $word }`
unknown-key-of-item = c'est la liste `incidents` qui compte : déplacez la clé dans l'un de ses éléments
misspelt-type = la clé `{ $key }` n'est pas `type`, donc rien ne dit ce qu'est cette note
misspelt-type-hint = vouliez-vous dire `type` ?
missing-key = la clé `{ $key }` manque
missing-key-hint = ajoutez une ligne `{ $key }:` à l'en-tête
wrong-type = `{ $key }` attend { $expected }
wrong-type-hint = écrivez la valeur de `{ $key }` sous cette forme
wrong-type-text = une seule valeur
wrong-type-list = une liste
wrong-type-map = des clés et des valeurs
wrong-type-id = des mots en minuscules reliés par des traits d'union, par exemple `appel-du-dimanche`
unknown-value = « { $text } » n'est pas une valeur de `{ $key }`
unknown-value-nearest = écrivez `{ $word }`
unknown-value-hint = écrivez l'un de ces mots : { $words }
undated-message = ce message ne dit pas quand il a été envoyé
undated-message-hint = ajoutez à l'en-tête une ligne telle que `date: 2026-11-20T22:40` ou `date: 2026-11-20`
unquoted-link = ce lien est sans guillemets, YAML y voit donc une liste
unquoted-link-hint = mettez le lien entre guillemets droits
invalid-digest = « { $text } » n'est pas une empreinte
invalid-digest-hint = écrivez `sha256:` et 64 chiffres hexadécimaux, comme les affiche `sha256sum`

## Valeurs que d'autres programmes lisent autrement

bare-time = « { $text } » est un nombre de minutes pour d'autres programmes
bare-time-hint = écrivez `"{ $text }"`
bare-truth = « { $text } » veut dire vrai ou faux pour d'autres programmes
bare-truth-hint = écrivez `"{ $text }"`, ou `true` ou `false`
leading-zero = « { $text } » perd son zéro dans d'autres programmes
leading-zero-hint = écrivez `"{ $text }"`
smart-quotes = les guillemets typographiques font partie de la valeur : { $text }
smart-quotes-hint = mettez la valeur entre guillemets droits
cut-by-hash = ce qui suit ce `#` est un commentaire et ne fait pas partie de la valeur
cut-by-hash-hint = mettez toute la valeur entre guillemets droits

## Fichiers

unreadable = lecture impossible : { $reason }
unreadable-hint = donnez-vous le droit de le lire, ou sortez-le du coffre
unreadable-special = ceci est un tube, une prise ou un périphérique, et n'est pas lu
unreadable-special-hint = sortez-le du coffre
note-too-large = cette note est trop grande pour être lue
note-too-large-hint = gardez les notes au-dessous de { $limit } Mio ; mettez un original dans `evidence/`
not-text = ce n'est pas du texte : l'octet { $byte } est nul
not-text-hint = enregistrez le fichier en UTF-8, ou mettez un original dans `evidence/` avec sa propre extension
invalid-utf8 = cet octet n'est pas de l'UTF-8
invalid-utf8-hint = enregistrez le fichier en UTF-8
note-is-folder = ce dossier porte un nom de note
note-is-folder-hint = retirez `.md` de son nom
symbolic-link = ce lien symbolique n'est pas suivi
symbolic-link-hint = mettez le fichier lui-même à cet endroit
twin-name = un autre fichier ou dossier porte ce nom, les accents étant écrits autrement (NFC, NFD)
twin-name-hint = gardez l'un des deux, ou donnez un autre nom à l'un d'eux
unlinkable-name = un lien ne peut pas contenir le caractère `{ $char }` de ce nom
unlinkable-name-bytes = le nom de ce fichier n'est pas de l'UTF-8
unlinkable-name-hint = renommez le fichier avec des lettres, des chiffres, des espaces, `-` et `_`

## Signaux d'alerte

unknown-flag = aucun signal d'alerte ne s'appelle `{ $flag }`
unknown-flag-nearest = écrivez `{ $flag }`
unknown-flag-hint = choisissez un signal de la liste `casefile flags`, ou écrivez une note dans `flags/`
repeated-flag = le signal d'alerte `{ $flag }` est nommé deux fois
repeated-flag-hint = nommez-le une seule fois
no-flag = cette note est dans `flags/` et n'est pas un signal d'alerte
no-flag-hint = écrivez `type: flag`, ou déplacez la note
misplaced-flag = ce signal d'alerte est hors de `flags/` et n'est pas lu
misplaced-flag-hint = déplacez la note vers `{ $path }`
duplicate-flag = `{ $other }` a déjà le signal d'alerte `{ $flag }`
duplicate-flag-hint = donnez un autre identifiant à celui-ci

## Les clients et leurs notes

outside-client = cette note n'est dans le dossier d'aucun client
outside-client-hint = déplacez-la dans le dossier de son client, sous `clients/`
client-mismatch = cette note nomme le client `{ $named }` et se trouve dans le dossier de `{ $folder }`
client-mismatch-hint = déplacez la note vers `clients/{ $named }/`, ou retirez la clé `client`
unknown-client = aucun client ne s'appelle `{ $named }`
unknown-client-hint = écrivez `{ $client }`, ou retirez la clé `client`
missing-client-note = aucune note ne présente le client `{ $client }`
missing-client-note-hint = écrivez une note avec `type: client` dans `{ $path }`
misplaced-client-note = la note du client ne porte pas le nom de son dossier
misplaced-client-note-hint = déplacez la note vers `{ $path }`
second-client-note = `{ $first }` présente déjà ce client, cette note n'est donc pas lue
second-client-note-hint = reportez son contenu dans `{ $first }` et retirez ici `type: client`
second-client-note-unread = cette note de client se trouve là où elle n'est pas lue

## Incidents

duplicate-id = `{ $other }` a déjà l'identifiant `{ $id }`
duplicate-id-hint = renommez cette note, ou donnez un autre `id` à l'élément
needs-our-part = un incident de cette gravité ne dit rien de votre propre part
needs-our-part-hint = ajoutez `our-part:` avec ce que vous avez fait, ou avec `none` et la raison
nothing-observed = l'incident `{ $incident }` ne dit pas ce qui s'est passé
nothing-observed-hint = écrivez ce qui a été vu ou entendu, citez-le, ou nommez la pièce
always-never = « { $word } » se réfute par une seule exception
always-never-hint = écrivez combien de fois et quand, ou déplacez la phrase sous `## Lecture`
mind-reading = « { $words } » dit ce que quelqu'un voulait, et non ce qui a été vu ou entendu
mind-reading-hint = écrivez ce qui a été dit ou fait, et déplacez votre interprétation sous `## Lecture`

## Liens et pièces

broken-link = le lien `{ $target }` ne mène à aucun fichier
broken-link-hint = corrigez le nom, ou ajoutez le fichier
missing-exhibit = le fichier `{ $file }` n'est pas à côté de cette note
missing-exhibit-hint = remettez l'original, ou reprenez-le dans l'historique de git
exhibit-changed = `{ $file }` n'est plus le fichier conservé : son empreinte est maintenant `{ $digest }`
exhibit-changed-hint = reprenez l'original dans l'historique de git, et gardez l'autre fichier sous un nom à lui
# $file (Text).
exhibit-changed-detached = le fichier conservé à part comme `{ $file }` n'est pas celui d'origine : son empreinte est une autre
exhibit-changed-detached-hint = remettez le fichier conservé, ou corrigez `kept-at` s'il est ailleurs ; git n'en a jamais eu les octets
unlisted-exhibit = aucune note de pièce ne concerne `{ $file }`
unlisted-exhibit-hint = écrivez à côté une note de pièce `{ $note }`, avec son `sha256`

## Décisions

incomplete-boundary = cette limite n'a pas de `{ $key }`
incomplete-boundary-hint = enregistrez une rectification avec `{ $key }`
review-overdue = cette limite était à revoir au plus tard le { $date }, et rien n'a été décidé depuis
boundary-breached = { $incident } a franchi cette limite le { $date }, et rien n'a été décidé depuis
boundary-breached-hint = faites ce que vous aviez annoncé, ou décidez autrement : `casefile decide { $client } keep`, `exit` ou une nouvelle limite, `boundary`, et dites pourquoi avec `-m`
review-overdue-hint = décidez avec `casefile decide { $client } keep`, `exit` ou une nouvelle limite, `boundary`, et dites pourquoi avec `-m`
unknown-cited-incident = l'incident `{ $incident }` n'est pas au dossier
unknown-cited-incident-nearest = écrivez `{ $incident }`, ou rendez son ancien nom à la note
unknown-cited-incident-hint = remettez l'incident au dossier, ou enregistrez une rectification
unknown-decision = la décision `{ $decision }` n'est pas au dossier
unknown-decision-nearest = écrivez `{ $decision }`
unknown-decision-hint = nommez la décision que celle-ci rectifie, comme s'appelle sa note

## Réglages

settings-syntax = les réglages ne sont pas lisibles ici : { $what }
settings-syntax-hint = écrivez la ligne sous la forme `nom = valeur`, les textes entre guillemets droits
settings-without-format = les réglages ne disent pas quel est le format du coffre
settings-without-format-hint = écrivez `format = 1` en première ligne
settings-value = `{ $name }` n'accepte pas cette valeur
settings-value-hint = écrivez { $takes }
settings-thresholds-order = les seuils ne sont pas dans l'ordre
settings-thresholds-order-hint = donnez à `watch` au plus la valeur de `boundary`, et à `boundary` au plus celle de `exit`
unknown-setting = il n'y a pas de réglage `{ $name }`
unknown-setting-nearest = écrivez `{ $word }`
unknown-setting-hint = écrivez l'un de ces mots : { $words }
unknown-flag-setting = ces réglages concernent un signal d'alerte `{ $flag }` qui n'existe pas
unknown-flag-setting-hint = écrivez l'identifiant d'un signal de la liste `casefile flags`
unknown-ignore = il n'y a pas de règle `{ $rule }` à ignorer
unknown-ignore-nearest = écrivez `{ $rule }`
unknown-ignore-hint = écrivez le code tel que `casefile check` l'affiche

takes-commit = "decisions", "records" ou "never"
takes-currency = le code d'une monnaie, par exemple "EUR"
takes-days = un nombre de jours, par exemple "30 days"
takes-factor = un nombre d'au moins 1
takes-format = 1, le format que cette version lit
takes-half-life = une durée telle que "60 days", ou "never"
takes-hours = un nombre d'heures ou de jours, par exemple "24 hours"
takes-ignore = une liste d'éléments avec `code`, `reason` et, au besoin, `path`
takes-language = "en" ou "fr"
takes-money = un montant avec sa devise, comme "8000 EUR"
takes-number = un nombre positif ou nul
takes-sign = "auto", "required" ou "never"
takes-anchor = "auto", "always" ou "never"
takes-subject = "full" ou "terse"
takes-table = une table, par exemple [score]
takes-text = un texte entre guillemets droits
takes-truth = true ou false
takes-zone = un fuseau horaire, par exemple "Europe/Paris"

# $step, $missing (Text).
step-too-early = `{ $step }` est cochée alors qu'il faut d'abord `{ $missing }`
step-too-early-hint = retirez la coche, ou faites et cochez ce qu'il faut d'abord
# $step, $word (Text).
unknown-step = `{ $step }` nomme `{ $word }`, que personne ne connaît
# $word (Text).
unknown-step-nearest = vouliez-vous dire `{ $word }` ?
# $words (Text).
unknown-step-hint = sont connus : `{ $words }`
# $what (Text).
faulty-late-interest = ce fichier sur les retards de paiement ne peut être compris : { $what }
faulty-late-interest-hint = corrigez-le ; la page du format en montre la forme
faulty-revocation-list = ce fichier ne dit rien des certificats révoqués : { $why }
faulty-revocation-list-hint = mettez à sa place une liste complète de l'autorité, ou retirez le fichier ; `audit verify` l'ignore

## Signaux
# $count (Count); $known, $name, $reason (Text).

unknown-key-known = les clés connues ici sont { $known }
signal-kind = un signal cherche une seule chose, celui-ci { $count }
signal-kind-hint = donnez exactement une de ces clés : { $known }
signal-empty = ce signal n'a aucun mot à chercher
signal-empty-hint = écrivez au moins un mot ; `all` demande deux parties
signal-pattern = ce motif ne peut pas être lu : { $reason }
signal-pattern-hint = écrivez-le sans assertions ni références arrière, et fermez ce qui est ouvert
signal-too-large = ce motif devient trop grand
signal-too-large-hint = raccourcissez-le ou partagez-le en plusieurs signaux
signal-unknown-set = il n'existe pas d'ensemble de mots `<{ $name }>` dans cette langue
signal-unknown-set-hint = regardez les noms sous `sets:` dans les mots de la langue, ou écrivez les mots

## Les questions préalables, et les leçons

faulty-screening = cette note ne pose aucune question : celles d'origine restent en vigueur
faulty-screening-hint = écrivez une liste `questions:`, chacune avec `id` et `ask` ; `casefile screen --questions` affiche celle qui est en vigueur
question-twice = la question `{ $question }` est posée deux fois
question-twice-hint = retirez l'une des deux, ou donnez-lui un autre identifiant que `{ $question }`
screening-elsewhere = ces questions ne sont pas posées : elles sont rangées ailleurs
screening-elsewhere-hint = déplacez la note vers `screening.md`, à côté de `casefile.toml`
unknown-question = aucune question préalable ne s'appelle `{ $question }`
unknown-question-nearest = écrivez `{ $question }`
unknown-question-hint = choisissez parmi `{ $questions }`, ou ajoutez-la à `screening.md`
unknown-answer = la question `{ $question }` n'a pas de réponse `{ $answer }`
unknown-answer-nearest = écrivez `{ $word }` ; des détails peuvent suivre après une virgule
unknown-answer-hint = écrivez l'un de ces mots : `{ $words }` ; des détails peuvent suivre après une virgule
lesson-overdue = cette leçon était à mettre en pratique au plus tard le { $date } : { $what }
lesson-overdue-hint = une fois que c'est fait, ajoutez `done: { $today }` à la suite, ou donnez-lui une nouvelle date dans `due:`
