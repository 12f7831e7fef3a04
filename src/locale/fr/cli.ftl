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
editor-failed-hint = rien n'a été écrit ; donnez le texte avec `-m`, ou définissez `EDITOR`
# $path (Text).
exhibit-detached = le fichier reste à `{ $path }` ; laissez-le là, git n'en a que l'empreinte
# $name (Text) ; $megabytes (Count).
exhibit-large = `{ $name }` pèse { $megabytes } Mo et alourdirait le dépôt pour toujours ; `log --detached` laisse le fichier où il est et en garde l'empreinte
exhibit-there = `{ $name }` figure déjà parmi les pièces ; le lien y mène
postmortem-up-to-date = le bilan est à jour
document-no-parts = `{ $note }` n'a aucune partie générée à rafraîchir
document-no-parts-hint = rien n'a été modifié ; mettez-le de côté et relancez la commande pour en obtenir un nouveau
incident-prompt = Ce qui s'est passé, les faits. Votre lecture va sous un titre « ## Lecture ».
nothing-written = rien n'a été écrit
not-in-git-yet = pas encore dans git : `casefile record` s'en charge
changed-meanwhile = `{ $path }` a été enregistré par quelqu'un d'autre entre-temps
changed-meanwhile-hint = rien n'a été modifié ; relancez la commande
# $path (Text).
left-detached = laissé de côté : `{ $path }` est une pièce conservée à part ; git en a l'empreinte dans la note
left-alone = laissé tel quel : `{ $path }` ne fait pas partie du coffre
left-unnamed = laissé tel quel : le nom de `{ $path }` n'est pas en UTF-8 ; renommez-le pour l'enregistrer
left-staged = laissé tel quel : vous avez indexé `{ $path }` ; faites le commit avec git
rests-on-unrecorded = { $of ->
    [one] l'incident cité ne figure pas tel quel dans git ; `casefile record` s'en charge
   *[other] { $count ->
        [one] { $count } note sur les { $of } incidents cités ne figure pas telle quelle dans git ; `casefile record` s'en charge
       *[other] { $count } notes sur les { $of } incidents cités ne figurent pas telles quelles dans git ; `casefile record` s'en charge
    }
}
unknown-ending = aucune réponse ne peut s'écrire en `.{ $ending }`
unknown-ending-hint = possibles : { $known } ; un rapport HTML s'imprime bien en PDF
missing-flag = il manque `{ $flag }`
missing-flag-hint = ajoutez `{ $flag }`

## Questions
# $client : le nom d'un client.

ask-client-stress = À quel point { $client } vous pèse-t-il, de 1 (pas du tout) à 5 ?
ask-work-stress = Et le travail lui-même, sans compter { $client }, de 1 à 5 ?
ask-one-to-five = un nombre de 1 à 5, s'il vous plaît
ask-reason = Pourquoi décidez-vous cela, en une phrase ?
ask-our-part = Qu'avez-vous fait qui y a contribué ? (Entrée si rien)

## Incidents et signaux d'alerte
# $flag, $name, $names, $note, $status : des mots du coffre ; $number : le rang d'un élément.

flag-unread = `{ $note }` ne peut pas être lu comme le signal d'alerte `{ $flag }`
flag-unread-other = `{ $note }` ne peut pas être lu comme un signal d'alerte, c'est donc un autre signal du même identifiant qui est montré ; `casefile flags { $flag } --test` dit pourquoi
unknown-flag-list = lancez `casefile flags` pour les voir tous
no-incident = il n'y a pas d'incident `{ $name }`
no-incident-nearest = vouliez-vous dire `{ $name }` ?
no-incident-known = les incidents sont : { $names }
incident-in-list = cet incident fait partie d'une liste dans `{ $note }`
incident-in-list-hint = changez `status:` de l'élément dans `{ $note }` avec votre éditeur, ou donnez-lui sa propre note avec `casefile explode { $note }`
explode-no-note = `{ $note }` n'est pas une note sur un client
explode-no-note-hint = donnez le chemin d'une note dans `clients/`
explode-no-list = `{ $note }` n'a pas de liste `incidents:`
explode-no-list-hint = rien n'a été modifié ; une note d'un seul incident n'a pas à être éclatée
explode-item = l'élément { $number } de la liste dans `{ $note }` ne dirait pas la même chose dans sa propre note
explode-item-hint = rien n'a été modifié ; lancez `casefile check { $note }`, corrigez l'élément, puis relancez la commande
explode-rest-hint = rien n'a été modifié ; éclatez la liste dans votre éditeur
explode-left = il ne reste dans `{ $note }` que son en-tête ; supprimez-la quand vous n'en aurez plus besoin
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
unknown-decision-none-yet = prenez d'abord une décision ; il n'y a encore rien à corriger
decision-needs-reason = il manque la raison de la décision
decision-needs-reason-hint = donnez la raison avec `-m TEXTE`, ou la décision en une phrase avec `--statement TEXTE`
cooling-off-refused = il reste { $hours } h { $minutes } min de délai de réflexion
cooling-off-refused-hint = relisez votre brouillon à la fin du délai ; un signal rédhibitoire confirmé en dispense
decision-changed = la décision `{ $path }` a été modifiée après son enregistrement
decision-removed = la décision `{ $path }` a été supprimée après son enregistrement
decision-changed-hint = rétablissez-la avec `git restore { $path }`, et corrigez-la avec `casefile decide … amend`
after-boundary = réexamen le { $day } ; d'ici là, chaque incident sera comparé à cette limite
after-exit = réflexion jusqu'au { $moment } ; préparez tout avant de prévenir
# $day (Day).
after-announce-end = selon le préavis convenu, le dernier jour est le { $day }
after-announce-write = confirmez par écrit aujourd'hui, `casefile draft { $client } follow-up`, et gardez ce message et la réponse comme pièces
after-announce-keep = gardez comme pièce ce que vous avez envoyé (`log --evidence`), et la réponse
after-announce-kept = ce que vous avez envoyé est gardé ; gardez aussi la réponse comme pièce
# $count (Count).
after-close-open =
    { $count ->
        [one] une chose reste ouverte, et la décision le dit
       *[other] { $count } choses restent ouvertes, et la décision le dit
    }
after-close = Le dossier est clos, et vous ne devez plus de réponse ; ce qui viendrait encore peut être noté sans le rouvrir. Ce n'était pas facile, et c'est fait : offrez-vous quelque chose de bon aujourd'hui.
logged-after-close = le dossier est clos : c'est noté, cela ne rouvre rien et n'appelle aucune réponse

## Commencer
# $path, $name : un dossier, le nom d'un client ; $keys : des réglages de git.

not-empty = `{ $path }` n'est pas vide
not-empty-hint = rien n'a été modifié ; donnez un dossier vide ou qui n'existe pas encore
after-init-example = six clients fictifs, six histoires ; essayez-y `casefile`, `casefile check` et `casefile report atelier-nova`
after-init = créez le premier client avec `casefile new "Son nom"`
init-without-identity = le coffre est créé, sans commit : git ne sait pas qui vous êtes ({ $keys }) ; dites-le-lui, puis lancez `casefile record` :
vault-there = il y a déjà un coffre ici ; ce qui lui manquait a été ajouté
no-id-in-name = `{ $name }` ne donne aucun nom de dossier
no-id-in-name-hint = donnez un nom avec des lettres ou des chiffres
new-vault-comment = Les réglages possibles sont dans docs/format.md de casefile ; chacun a une valeur par défaut.
new-client-comment = Retirez le # devant ce qui a été convenu ; le reste peut attendre.

## Le registre
# $decisions, $exhibits, $commits, $count, $of : des nombres ; $note : un chemin.

audit-date = date
audit-client = client
audit-kind = décision
audit-standing = situation
audit-commit = commit
audit-subject = en une phrase
audit-empty = aucune décision n'est encore consignée
verify-nothing = Il n'y a encore rien à vérifier : ni décision ni pièce n'est consignée.
verify-holds = Tout tient : { $decisions ->
    [one] { $decisions } décision
   *[other] { $decisions } décisions
} et { $exhibits ->
    [one] { $exhibits } pièce
   *[other] { $exhibits } pièces
} dans { $commits ->
    [one] { $commits } commit
   *[other] { $commits } commits
}.
verify-damaged = { $count ->
    [one] Git ne peut pas lire { $count } de ses commits ou dossiers ; ce qui peut être lu tient. Il peut y avoir une raison innocente : lisez la suite.
   *[other] Git ne peut pas lire { $count } de ses commits ou dossiers ; ce qui peut être lu tient. Il peut y avoir une raison innocente : lisez la suite.
}
verify-broken = { $count ->
    [one] Un enregistrement sur { $of } ne tient pas. La raison peut être innocente : lisez la suite.
   *[other] { $count } enregistrements sur { $of } ne tiennent pas. Les raisons peuvent être innocentes : lisez la suite.
}
verify-proves = Prouve :
verify-does-not-prove = Ne prouve pas :
verify-edited-since = Modifié depuis sa citation : { $note }
verify-limits = Ce que cela ne montre pas :
verify-restored = { $count ->
    [one] Un enregistrement a été modifié ou supprimé en chemin, puis rétabli à l'identique ; il figure ci-dessous.
   *[other] { $count } enregistrements ont été modifiés ou supprimés en chemin, puis rétablis à l'identique ; ils figurent ci-dessous.
}
verify-commit = commit { $commit }
verify-unsigned = UNSIGNED (non signée) n'est pas une faute : aucune signature ne montre qui a enregistré. Pour signer désormais, dites-le à git : `git config gpg.format ssh`, `git config user.signingKey FICHIER`, `git config commit.gpgsign true`.
verify-no-key-list = il n'y a pas de liste de clés `{ $path }`
verify-no-key-list-hint = une ligne en est une adresse et une clé publique : `vous@exemple.org ssh-ed25519 AAAA…` ; sans elle, nul ne sait de qui sont les signatures
verify-no-roots = il n'y a pas de dossier `{ $path }`
verify-no-roots-hint = indiquez le dossier des certificats racines des autorités auxquelles vous vous fiez
verify-key-faults = Fautes dans vos listes de clés :
accepted-rewriting = l'historique actuel sert désormais de référence ; { $count ->
    [0] il n'y avait aucune ancienne référence à oublier
    [one] { $count } ancien commit de branche est oublié
   *[other] { $count } anciens commits de branches sont oubliés
}

## La démonstration
# $clients, $notes, $errors, $warnings : des nombres ; $path : un dossier.

no-temporary-folder = impossible de créer un dossier temporaire
check-summary = { $notes ->
    [one] { $notes } note lue
   *[other] { $notes } notes lues
} : { $errors ->
    [one] { $errors } erreur
   *[other] { $errors } erreurs
}, { $warnings ->
    [one] { $warnings } avertissement
   *[other] { $warnings } avertissements
}
# $note, $path (Text).
check-absent = `{ $note }` : le fichier est conservé à part, à `{ $path }`, et n'est pas ici ; son empreinte n'a pas été comparée
check-ignored = { $count ->
    [one] { $count } constat
   *[other] { $count } constats
} de `{ $code }` non montrés : { $reason }
demo-read = Nous sommes le 20 novembre 2026. Jenna Ray tient un dossier de notes : { $clients } clients, { $notes } notes, dans n'importe quel éditeur. casefile commence par tout lire et confronter les notes à ses règles.
demo-look = À qui penser ce matin ?
demo-understand = Le moulin paie en retard et répond en retard. Rien de grave, mais cela s'additionne ; voici comment, terme par terme.
demo-decide = Les petites choses s'additionnent, et ce client n'a jamais été prévenu. Jenna pose donc une limite, écrit à tête reposée ce qui suivra, et le dit par courriel. casefile écrit la note et fait le commit ; ce qu'elle avait indexé dans git reste tel quel.
demo-statement = Pas de nouveau travail tant qu'une facture est en retard ; réponse aux questions sous trois jours.
demo-consequence = Le travail s'arrête jusqu'au paiement de la facture en cours.
demo-reason = Quatre factures sur six en retard, deux relances restées sans réponse au-delà du délai convenu. Cela n'avait jamais été dit clairement.
demo-verify = Des mois plus tard, quelqu'un demande si ces notes n'ont pas été écrites après coup. Chaque décision est liée aux octets sur lesquels elle repose, et aux décisions qui la précèdent.
demo-tamper = Et si quelqu'un change un mot de cette décision :
demo-end = Le mot a été rétabli et le dossier temporaire n'existe plus. Votre propre coffre : `casefile init mon-coffre`. Ces six histoires, pour essayer : `casefile init --example histoires`.
demo-kept = Le mot a été rétabli. Le coffre de cette histoire est dans { $path } ; ajoutez `--now 2026-11-20` aux commandes pour rester à ce jour.

plan-up-to-date = le plan de sortie est à jour
# $word (Text).
plan-unknown-word = `plan { $word }` ne peut être compris
plan-unknown-word-hint = écrivez `casefile plan CLIENT` ou `casefile plan next CLIENT`
# $path (Text).
no-plan = il n'y a pas de plan de sortie à `{ $path }`
# $client (Text).
no-plan-hint = faites-en un avec `casefile plan { $client }`
# $path (Text).
plan-without-steps = `{ $path }` n'a pas d'étapes
plan-without-steps-hint = une étape est une ligne comme `- [ ] **save** Tout enregistrer. (after: money)`

## Signaux et brouillons
# $flag, $rule, $rules, $code, $kind, $path, $place, $phrase, $text, $message, $reason (Text); $confidence (Text) : un nombre déjà écrit ; $line, $messages, $suggested, $examples, $failed (Count).

scan-nothing = Aucun signal d'alerte n'est suggéré.
scan-flag = { $flag }, confiance { $confidence }
scan-signal = « { $phrase } » ({ $rule }, { $confidence })
scan-innocent = Ou bien : { $text }
doubt-charset = Le message n'est pas dans le jeu de caractères qu'il annonce ; il a été lu dans le plus probable.
doubt-mended = Le message a été pris en chemin pour un autre jeu de caractères ; son texte est réparé ici.
doubt-lost = Certains caractères du message ont été perdus en chemin.
doubt-date = La date du message est illisible ou impossible : elle compte comme inconnue.
doubt-parts = Le message a trop de parties : seul son début a été lu.
doubt-length = Le message dépasse 256 Mo : la suite a été laissée de côté.
doubt-incomplete = Le message s'arrête trop tôt ou est abîmé : ce qui précède a été lu.
scan-summary = { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}, { $suggested } avec une suggestion ; une suggestion n'est pas un incident
scan-next = pour garder un message comme pièce : `casefile import FILE --client CLIENT` ; pour noter ce qui s'est passé : `casefile log CLIENT FLAG`
scan-others = laissé de côté : { $count ->
    [one] { $count } message qui n'est pas du client
   *[other] { $count } messages qui ne sont pas du client
}
scan-nobody = personne n'y est connu comme le client ; ceux qui écrivent sont { $names } ; dites lequel avec --from NAME
scan-exchange = { $incoming ->
    [one] { $incoming } message daté
   *[other] { $incoming } messages datés
} du client, { $outgoing } de vous.
scan-outside-hours = { $count } des siens hors des heures convenues
scan-replies = délai de réponse médian : { $median }, sur { $count ->
    [one] { $count } réponse
   *[other] { $count } réponses
} ; le plus long : { $longest }
scan-silence = sans réponse du { $asked } au { $answered } : { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
scan-silence-open = sans réponse depuis le { $asked } : { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
scan-undated = { $count ->
    [one] { $count } message n'a pas de date et n'est pas compté
   *[other] { $count } messages n'ont pas de date et ne sont pas comptés
} ici
wait-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
wait-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
wait-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
ask-date-order = `{ $path }` : `{ $date }` s'écrit-il avec le jour d'abord (day-first) ou le mois d'abord (month-first) ?
no-date-order = `{ $path }` a des dates comme `{ $date }`, où le jour ou le mois peut venir en premier
no-date-order-hint = dites-le avec --date-order day-first ou --date-order month-first
no-text = `{ $path }` n'est pas du texte : rien ne peut y être lu
no-text-hint = donnez le fichier où sont les messages : décompressez une archive, et enregistrez un courriel en .eml ou .mbox, une discussion ou un document en texte
no-chat = `{ $path }` n'est pas une discussion exportée
no-chat-hint = exportez la discussion en texte, ou dans le JSON de Slack ou de Discord, et donnez ce fichier
import-no-client = aucun client n'est nommé
import-no-client-hint = dites de qui sont les messages avec --client CLIENT
import-statement = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
import-summary = { $taken ->
    [one] { $taken } message versé
   *[other] { $taken } messages versés
} au dossier, { $there } déjà là
import-summary-dry = { $taken ->
    [one] { $taken } message serait versé
   *[other] { $taken } messages seraient versés
} au dossier, { $there } déjà là
import-mended = { $count ->
    [one] { $count } message au dossier avait perdu des fichiers et est de nouveau entier
   *[other] { $count } messages au dossier avaient perdu des fichiers et sont de nouveau entiers
}
import-others = laissé de côté : { $count ->
    [one] { $count } message qui n'est pas entre le client et vous
   *[other] { $count } messages qui ne sont pas entre le client et vous
} : { $names } ; nommez qui écrit pour le client avec --from NAME, et vous-même par `author` dans casefile.toml
import-undated = { $count ->
    [one] { $count } message ne dit pas quand il a été envoyé et ne suggère rien tant que sa note ne le dit pas : ajoutez `date` à sa note
   *[other] { $count } messages ne disent pas quand ils ont été envoyés et ne suggèrent rien tant que leurs notes ne le disent pas : ajoutez `date` à leurs notes
} ; pour les prochains il y a --date MOMENT
import-suggests = { $count ->
    [one] { $count } signal d'alerte est suggéré
   *[other] { $count } signaux d'alerte sont suggérés
} : `casefile import --client { $client }` dit { $count ->
    [one] lequel
   *[other] lesquels
} et pourquoi
suggestion = { $id } : { $flag }, confiance { $confidence }
suggestion-phrase = « { $phrase } » ({ $rule })
no-suggestions = Les messages au dossier ne suggèrent aucun signal d'alerte encore ouvert.
suggestions-how = Acceptez-en un avec `casefile import --client { $client } --accept ID` : il devient un incident soupçonné. Refusez-en un avec `--refuse ID --because TEXTE` : il ne reviendra pas.
import-refused = { $count ->
    [one] { $count } suggestion n'est pas montrée, ses mots ayant été refusés
   *[other] { $count } suggestions ne sont pas montrées, leurs mots ayant été refusés
} : `{ $path }` dit lesquels ; retirez-en une ligne pour les revoir
accepted-and-refused = `{ $id }` est à la fois à accepter et à refuser
accepted-and-refused-hint = retirez l'un des deux
refused-without-reason = on ne refuse pas une suggestion sans raison
refused-without-reason-hint = dites pourquoi après `--because` : dans un an, vous voudrez le savoir
refused-suggestion = la suggestion `{ $id }` a été refusée
unknown-suggestion = pas de suggestion ouverte `{ $id }`
unknown-suggestion-hint = `casefile import --client { $client }` liste celles qui sont ouvertes
suggested-incident = Suggéré par les mots de { $message } ; personne n'a encore demandé ce qu'ils voulaient dire.
refused-title = Suggestions refusées
progress-read = { $megabytes } Mo lus
left-out = laissé de côté : `{ $path }` n'est pas du texte
flag-test-missed = { $place } : un exemple de `{ $flag }` n'est pas trouvé
flag-test-wrong = { $place } : un exemple qui n'est pas `{ $flag }` est trouvé
flag-test-rules = règles en cause : { $rules }
flag-test-summary = { $examples ->
    [one] { $examples } exemple
   *[other] { $examples } exemples
}, { $failed } en échec
flag-test-findings = { $count ->
    [one] { $count } constat dans les notes de vos signaux d'alerte
   *[other] { $count } constats dans les notes de vos signaux d'alerte
}
flags-replaced = { $count ->
    [one] { $count } signal d'alerte intégré est remplacé par le vôtre : { $flags }
   *[other] { $count } signaux d'alerte intégrés sont remplacés par les vôtres : { $flags }
}
draft-finding = ligne { $line } : { $code } : { $message }
draft-phrase = « { $phrase } »
draft-words = par ses mots, surtout { $words }
draft-nothing = Rien à signaler. Relisez la lettre demain, encore une fois.
draft-kind-guessed = vérifiée comme lettre de type `{ $kind }`, d'après son texte ; nommez-en un autre avec `--kind`
draft-kind-unsure = le texte ne dit pas quel type de lettre c'est ; ce qui pourrait y manquer n'a guère été cherché ; indiquez le type avec `--kind`
draft-accepted = accepté : `{ $code }`, { $reason }
one-draft = `{ $path }` n'est pas un seul brouillon
one-draft-hint = nommez un fichier, ou `-`
