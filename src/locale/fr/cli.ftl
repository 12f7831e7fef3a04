### Ce que les commandes demandent, répondent et signalent en route.

not-a-moment = `{ $text }` n'est pas un moment
not-a-moment-hint = écrivez 2026-11-20 ou 2026-11-20T09:00
unknown-language = `{ $code }` n'est pas une langue de ce programme ; il parle en et fr
no-current-folder = le dossier courant n'existe plus

## Écrire
# $path : une note ; $name : un fichier ; $day : une date ; $editor : une commande ; $megabytes : un nombre.

would-write = écrirait { $path } :
would-commit = ferait le commit :
write-it-up = écrivez ce qui s'est passé, les faits, dans la note ci-dessus
editor-failed = l'éditeur `{ $editor }` ne s'est pas bien terminé
editor-failed-hint = la note est écrite : { $path }
exhibit-there = `{ $name }` figure déjà parmi les pièces ; le lien y mène
incident-template = Ce qui s'est passé, les faits. Votre lecture va ci-dessous.

    ## Lecture
missing-flag = il manque `{ $flag }`
missing-flag-hint = ajoutez `{ $flag }`
warning-merge = une fusion est en cours : elle reste telle quelle, et cet enregistrement n'en fait pas partie
warning-index-busy = git était occupé : le commit est fait, et `git status` sera à jour à la prochaine commande
warning-submodule = le coffre est dans un sous-module : le dépôt qui l'entoure désigne encore le commit d'avant
warning-large = `{ $path }` pèse { $megabytes } Mo et restera pour toujours dans le dépôt

## Questions
# $client : le nom d'un client.

ask-client-stress = À quel point { $client } vous pèse-t-il, de 1 (pas du tout) à 5 ?
ask-work-stress = Et le travail lui-même, sans compter { $client }, de 1 à 5 ?
ask-one-to-five = un nombre de 1 à 5, s'il vous plaît
ask-our-part = Qu'avez-vous fait qui y a contribué ? (Entrée si rien)

## Incidents et signaux d'alerte
# $flag, $name, $names, $note, $status : des mots du coffre.

unknown-flag-list = lancez `casefile flags` pour les voir tous
unknown-incident = il n'y a pas d'incident `{ $name }`
unknown-incident-nearest = vouliez-vous dire `{ $name }` ?
unknown-incident-known = les incidents sont : { $names }
incident-in-list = cet incident fait partie d'une liste dans `{ $note }`
incident-in-list-hint = modifiez son `status:` dans `{ $note }` avec votre éditeur
note-not-utf8 = `{ $note }` n'est pas en UTF-8
cannot-edit = `{ $note }` ne peut pas être modifiée sans toucher à autre chose
cannot-edit-hint = mettez `status: { $status }` avec votre éditeur

## Décisions
# $kind : la décision telle qu'on la tape ; $stage : une étape ; $allowed : des décisions ; $review, $told, $day : des dates.

decision-needs-told = dites comment le client a été prévenu
decision-needs-statement = une limite s'énonce en une phrase
decision-needs-covers = une limite nomme les signaux d'alerte qui la franchissent
decision-needs-consequence = une limite dit ce qui suit si elle est franchie, écrit à tête reposée
decision-needs-supersedes = une rectification nomme la décision qu'elle corrige
review-before-told = le réexamen du { $review } n'est pas postérieur au jour où le client a été prévenu, le { $told }
review-before-told-hint = donnez un jour plus tardif avec `--review-by`
unknown-decision-name = il n'y a pas de décision `{ $name }`
unknown-decision-known = les décisions sont : { $names }
cooling-off-refused = il reste { $hours } h { $minutes } min de délai de réflexion
cooling-off-refused-hint = relisez votre brouillon à la fin du délai ; un signal rédhibitoire confirmé en dispense
decision-changed = la décision `{ $path }` a été modifiée après son enregistrement
decision-removed = la décision `{ $path }` a été supprimée après son enregistrement
decision-changed-hint = rétablissez-la avec `git restore { $path }`, et corrigez-la avec `casefile decide … amend`
after-boundary = réexamen le { $day } ; d'ici là, chaque incident lui est confronté
after-exit = réflexion jusqu'au { $moment } ; préparez tout avant de prévenir
after-announce = si c'était de vive voix, confirmez par écrit, et gardez la réponse comme pièce
after-close = C'est fait. Ce n'était pas facile ; offrez-vous quelque chose de bon aujourd'hui.
