### Les lettres : lesquelles, laquelle convient, et ce que le dossier ne dit pas.

## Les lettres

letter-question = demande ce qu'un incident soupçonné voulait dire, avant de le compter
letter-boundary = dit une limite, et ce qui suit si elle ne tient pas
letter-reminder = demande un paiement en retard : une première fois, encore, ou la dernière
letter-decline = dit non à un prospect, et nomme quelqu'un d'autre
letter-apologetic = met fin au travail avec regret : vous ne pouvez pas lui donner ce qu'il demande
letter-mutual-fit = met fin au travail avec douceur : chacun y gagne avec quelqu'un d'autre
letter-direct = met fin au travail en peu de mots : une raison, le dernier jour, sans porte ouverte
letter-follow-up = confirme par écrit ce qui s'est dit de vive voix
letter-platform = expose les faits à la plateforme, pièces à l'appui
letter-handover = ce qu'ils ont, ce qui reste ouvert, et jusqu'à quand vous répondez
letter-reference = recommande quelqu'un pour la suite
letter-final = le dernier message : une raison, plus aucun contact
letters-own = avec un modèle à vous
# $letter, $client (Text).
letters-advised = Maintenant : { $letter } (`casefile draft { $client } { $letter }`)
# $what (Text).
letters-against = Ce qui s'y oppose : { $what }

## Pourquoi celle-ci

# $flag (Text); $date (Day); $platform (Text).
advice-platform = « { $flag } » est confirmé, le { $date } : { $platform } l'apprend de vous d'abord, pièces à l'appui ; la lettre `final` vient ensuite.
# $flag (Text); $date (Day).
advice-final = « { $flag } » est confirmé, le { $date } : un seul message, la raison une fois, quand tout est enregistré et les accès coupés.
# $standing (Phrase).
advice-decline = Rien n'est signé, et la situation est « { $standing } » : c'est maintenant qu'un non clair coûte le moins.
advice-declined = Vous avez décidé de refuser : un non clair, avec un nom à qui s'adresser, leur épargne l'attente.
advice-leaving = La sortie est décidée ; ce ton vient du dossier. Écrivez, laissez reposer, relisez demain.
# $told, $on (Day).
advice-crossed = La limite dite le { $told } a été franchie le { $on }, et la situation appelle la sortie. Décidez d'abord : `casefile decide … exit`.
# $standing (Phrase).
advice-boundary = La situation est « { $standing } », et aucune limite n'est en vigueur : certains clients ne l'ont jamais entendue.
# $count (Count).
advice-question =
    { $count ->
        [one] Un incident est seulement soupçonné : demandez avant de le compter.
       *[other] { $count } incidents sont seulement soupçonnés : demandez avant de les compter.
    }
# $invoice (Text).
advice-reminder = Le prochain rappel de la facture { $invoice } peut partir.
advice-follow-up = L'annonce s'est faite de vive voix, et rien d'écrit n'est au dossier.
advice-handover = L'annonce est faite par écrit : il reste à tout remettre.
advice-closed = C'est terminé, et vous ne devez plus de réponse.
advice-none = Rien ne demande de lettre pour l'instant.
advice-none-prospect = Rien n'est signé, et rien ne demande de lettre pour l'instant.

## Marques pour ce que le dossier ne dit pas

gap-agreed = [… ce qui a été dit ou convenu, un point par ligne]
gap-boundary = [… la conséquence]
gap-contact = [… nom]
gap-deliverables = [… ce que vous remettez, et quand]
gap-invoice = [… numéro et montant de la facture]
gap-limit = [… la limite, en une phrase]
gap-next-day = [… qui fait quoi, et pour quel jour]
gap-platform = [… la plateforme]
gap-question = [… ce qui s'est passé, en une phrase]
gap-reason = [… une raison vraie, sur vous ou sur le travail]
gap-receipts = [… ce qui s'est passé, quel jour, et le fichier qui le montre]
gap-substitute = [… nom et adresse d'un confrère ou d'une consœur]
gap-talk-day = [… le jour de l'échange]
gap-you = [… votre nom]

## Où l'écrire

# $mark, $place (Text).
letter-gap = à compléter : { $mark } – { $place }
gap-in-draft = dans le brouillon
gap-boundary-where = dans le brouillon ; ou prenez d'abord la décision, `casefile decide … boundary`, puis refaites le brouillon
gap-contact-where = `contact:` dans la note du client
gap-deliverables-where = `deliverables:` dans la note du client
gap-invoice-where = `invoices:` dans la note du client ; aucune n'y est en retard
gap-platform-where = `platform:` dans la note du client
gap-question-where = dans le brouillon ; aucun incident soupçonné avec `quote:` n'est au dossier
gap-reason-where = dans le brouillon ; personne d'autre ne la connaît
gap-receipts-where = `evidence:` dans les notes des incidents confirmés
gap-substitute-where = `substitute:` dans la note du client
gap-talk-day-where = dans le brouillon ; aucun échange n'est encore au dossier
gap-you-where = `author` dans casefile.toml

## Messages

# $name (Text).
unknown-letter = aucune lettre ne s'appelle `{ $name }`
# $name (Text).
unknown-letter-nearest = vouliez-vous dire `{ $name }` ?
# $names (Text).
unknown-letter-known = prenez l'une de celles-ci : { $names }
# $letter (Text).
letter-other-tone = la lettre `{ $letter }` n'existe que dans un seul ton
letter-one-tone-hint = laissez `--tone` de côté
# $letter (Text).
letter-other-tone-hint = prenez la lettre `{ $letter }`
# $letter (Text).
letter-in-writing = la lettre `{ $letter }` s'écrit, elle ne se dit pas de vive voix
letter-in-writing-hint = prenez `--channel email`, `chat` ou `letter`
# $letter, $language (Text).
letter-not-in-language = il n'y a pas de lettre `{ $letter }` en `{ $language }`
# $path (Text).
letter-not-in-language-hint = écrivez { $path }, ou prenez `--language`
# $path (Text).
letter-misnamed = templates/{ $path } ne sert pas ; un modèle de lettre s'appelle par exemple `letters/thanks.en.txt` ou `letters/merci.fr.txt`
# $decider (Text).
letter-decider = c'est { $decider } qui décide : faites en sorte que la lettre lui parvienne aussi
# $channel (Text).
letter-spoken = ce sont des points pour un échange ({ $channel }), avec le message à envoyer ensuite ; `--channel email` en fait un mail
letter-final-notice = cette lettre met fin au travail tout de suite, or un préavis est convenu : y a-t-il une raison de ne pas le respecter ?
# $tone (Text).
draft-tone-assumed = vérifiée pour le ton `{ $tone }` ; nommez l'autre avec `--tone`
letter-next = modifiez le brouillon, laissez-le reposer une nuit, puis `casefile draft --check`
mark-left = il reste une marque à compléter
mark-left-hint = Écrivez ce qu'elle représente, ou retirez la phrase.
# $comment (Text).
draft-misspelt = `{ $comment }` n'accepte rien ; écrivez le code d'un constat et une raison : `<!-- casefile:accept but-word: c'est une citation -->`
# $line (Count); $phrase (Text).
draft-also = aussi ligne { $line } : { $phrase }
# $path (Text).
draft-no-text = il n'y a pas de texte dans `{ $path }`
draft-no-text-hint = écrivez d'abord la lettre, ou nommez le fichier qui la contient

## Prévenir

# $path (Text).
no-draft = ce client n'a pas de brouillon `{ $path }`
# $client (Text).
no-draft-hint = les brouillons sont dans clients/{ $client }/drafts/ ; sinon, donnez le texte envoyé avec `--sent FICHIER`
# $path (Text).
not-a-draft = `{ $path }` n'est pas un brouillon : son en-tête ne dit pas `type: draft`
# $path, $marks (Text).
draft-not-sent = `{ $path }` n'a pas été envoyé tel quel : il reste à compléter { $marks }
# $path (Text).
draft-empty = `{ $path }` n'a pas de lettre
draft-sent-hint = donnez le texte envoyé avec `--sent FICHIER --channel email`

## Clore

# $count (Count).
close-refused =
    { $count ->
        [one] une chose est ouverte
       *[other] { $count } choses sont ouvertes
    }
close-refused-hint = réglez-les, ou laissez-les ouvertes avec `--leave-open NOM` (`all` pour toutes) en disant pourquoi avec `-m`
# $name, $what (Text).
open-item = `{ $name }` : { $what }
# $text (Text).
open-step = étape du plan : { $text }
# $amount (Money).
open-invoice = facture impayée, { $amount }
# $amount (Money); $due (Day).
open-invoice-due = facture impayée, { $amount }, échéance { $due }
# $amount (Money).
open-credit = avoir non soldé : { $amount }
# $amount (Money).
open-unbilled = travail fait et non facturé, { $amount }
# $amount (Money).
open-deposit = acompte détenu, { $amount }
# $state (Phrase).
open-deliverable = livrable, { $state }
open-access-theirs = leur accès
open-access-ours = votre accès
open-access-shared = secret partagé, pas encore changé
# $name (Text).
not-open = rien de ce qui est ouvert ne s'appelle `{ $name }`
# $name (Text).
not-open-nearest = vouliez-vous dire `{ $name }` ?
# $names (Text).
not-open-known = est ouvert : `{ $names }`
not-open-nothing = rien n'est ouvert ; laissez `--leave-open` de côté
