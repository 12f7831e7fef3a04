### Titres, libellés et phrases des documents.

## Le rapport : l'en-tête

# $client (Text).
report-title = Rapport de signaux d'alerte : { $client }
report-title-all = Rapport de signaux d'alerte
# $date (Text).
report-as-of = État au { $date }
report-about = Ce rapport réunit ce qui figure au dossier de ce client : ce qui s'est passé, ce qu'on en a conclu et ce qui reste à faire. Il est établi d'après des notes datées.
# $standing (Phrase ou Text) ; $score (Score).
report-standing = Situation : { $standing } (score : { $score })
report-meaning-clear = Rien au dossier n'appelle de mesure.
report-meaning-watch = Quelque chose s'installe peut-être : continuez à noter ce qui se passe et refaites le point sous peu.
report-meaning-boundary = Il est temps de poser une limite : dites-la, par écrit, avec ce qui suivra si elle est franchie.
report-meaning-exit = Il est temps de préparer une sortie, calmement et dans l'ordre.
# $flag (Text) ; $date (Day).
report-meaning-deal-breaker = « { $flag } » est un signal rédhibitoire, confirmé le { $date } : quel que soit le score, il est temps de préparer une sortie.
report-meaning-leaving = La sortie est décidée et se prépare ; le client n'en sait encore rien.
report-meaning-told = Le client est prévenu ; il reste à terminer dans l'ordre.
report-meaning-closed = Ce dossier est clos : le score n'appelle plus rien.
report-meaning-declined = Ce client a été refusé : le score n'appelle plus rien.
# $flag (Text) ; $date (Day).
report-deal-breaker = « { $flag } » est un signal rédhibitoire, confirmé le { $date } : la situation est « sortie à préparer » quel que soit le score.
report-nothing = Rien ne figure encore au dossier de ce client : ni incident, ni facture en retard, ni question sans réponse. Il n'y a rien à faire.
report-contact = Interlocuteur
report-decision-maker = Décideur
report-since = Début du contrat
report-platform = Plateforme
report-hours = Horaires convenus
report-stage = Étape
report-overview = Vue d'ensemble
report-no-clients = Aucun client n'est encore au dossier.

## Ce qui n'a pas pu être lu

# $notes, $faults (Count).
unread =
    { $notes ->
        [one] { $notes } note n'a pas pu être lue en entier
       *[other] { $notes } notes n'ont pas pu être lues en entier
    } ({ $faults ->
        [one] { $faults } erreur
       *[other] { $faults } erreurs
    }) et { $notes ->
        [one] pourrait
       *[other] pourraient
    } ne pas compter ; `casefile check` { $faults ->
        [one] la montre
       *[other] les montre
    }.
unread-none = Rien de tel dans ce qui a pu être lu.
unread-meaning-clear = Ce qui a pu être lu n'appelle pas de mesure ; le reste en appelle peut-être.
# $notes (Count).
status-unread =
    { $notes ->
        [one] { $notes } note lue en partie
       *[other] { $notes } notes lues en partie
    }
# $incident : un incident ; $written : ce qui figure dans la note ; $word : une gravité ou un statut.
assumed-severity = { $incident } : la gravité `{ $written }` n'a pas pu être lue ; elle est comptée comme « { $word } ».
assumed-severity-none = { $incident } : aucune gravité n'est notée ; elle est comptée comme « { $word } ».
assumed-status = { $incident } : le statut `{ $written }` n'a pas pu être lu ; il est compté comme « { $word } ».

## Le rapport : les faits

report-facts = Ce qui s'est passé
report-no-incidents = Aucun incident n'a été noté.
report-reading = Interprétation
report-our-part = Notre part
# $text (Text).
report-quoted = « { $text } »
report-evidence = Pièces
report-cost = Coût
report-cost-time = Temps
# $severity, $status (Text ou Phrase).
report-marks = gravité { $severity }, { $status }
# $hours (Text).
report-cost-hours = { $hours } h
report-derived = Ce que disent les dates
report-derived-about = Chacun de ces incidents découle d'une date au dossier (une facture, un message, une limite) et se recalcule à chaque rapport.
report-credits = Bons moments
report-no-credits = Aucun bon moment n'a été noté. Ceux qui comptent ont aussi leur place au dossier.
report-decisions = Décisions
report-first-sightings = Première apparition de chaque signal

## Le rapport : ce qu'on en conclut

report-score = Comment se calcule le score
report-score-about = Chaque ligne correspond à un signal d'un incident. Ses points sont le produit des facteurs qui les précèdent.
report-score-none = Rien au dossier ne compte à ce jour.
# $sum, $score (Score) ; $factor (Text) ; $count (Count).
report-sum =
    { $count ->
        [0] Somme des points : { $sum }. Aucun signal depuis 90 jours : le facteur de variété est de { $factor }. Score : { $score }.
        [one] Somme des points : { $sum }. Un seul type de signal en 90 jours : le facteur de variété est de { $factor }. Score : { $score }.
       *[other] Somme des points : { $sum }. { $count } signaux différents en 90 jours donnent un facteur de { $factor }. Score : { $score }.
    }
# $watch, $boundary, $exit (Text) : des nombres.
report-thresholds = À partir de { $watch } points, la situation est « à surveiller » ; à partir de { $boundary }, « limite à poser » ; à partir de { $exit }, « sortie à préparer ».
report-judgement = Les poids et les seuils relèvent du jugement, non de la mesure. Ils aident à voir que de petites choses s'accumulent ; à eux seuls, ils ne prouvent rien.
report-trend-rising = En 30 jours, le score est passé de { $earlier } à { $score } : il monte.
report-trend-steady = En 30 jours, le score n'a guère bougé (de { $earlier } à { $score }).
report-trend-falling = En 30 jours, le score est passé de { $earlier } à { $score } : il baisse.
report-boundaries = Limites
# $date (Day).
report-boundary-told = Annoncée le { $date }.
# $date (Day) ; $how (Phrase).
report-boundary-told-how = Annoncée le { $date } { $how }.
# $date (Day).
report-boundary-not-yet-told = Décidée ; à annoncer le { $date }.
# $review (Day).
report-boundary-in-force = En vigueur, et respectée jusqu'ici. À réexaminer le { $review } au plus tard.
# $incident (Text) ; $date, $review (Day) ; $count (Count).
report-boundary-breached =
    { $count ->
        [one] Franchie le { $date } ({ $incident }). À réexaminer le { $review } au plus tard.
       *[other] Franchie { $count } fois, d'abord le { $date } ({ $incident }). À réexaminer le { $review } au plus tard.
    }
# $incident (Text) ; $date, $review (Day) ; $count (Count).
report-boundary-breached-overdue =
    { $count ->
        [one] Franchie le { $date } ({ $incident }). Son réexamen est attendu depuis le { $review }.
       *[other] Franchie { $count } fois, d'abord le { $date } ({ $incident }). Son réexamen est attendu depuis le { $review }.
    }
# $date (Day).
report-boundary-review-overdue = Respectée. Son réexamen est attendu depuis le { $date } : poursuivre, mettre fin à la relation ou renouveler la limite.
# $date (Day).
report-boundary-kept = Tenue : elle a été respectée jusqu'au { $date }.
# $date (Day).
report-boundary-superseded = Remplacée par une décision ultérieure le { $date }.
# $date (Day).
report-boundary-ended = Levée le { $date }.
# $incidents (Text) ; $date (Day) ; $count (Count).
report-boundary-ended-breached =
    { $count ->
        [one] Franchie une fois ({ $incidents }) ; une décision y a mis fin le { $date }.
       *[other] Franchie { $count } fois ({ $incidents }) ; une décision y a mis fin le { $date }.
    }
report-boundary-covers = Ce qui la franchit
report-boundary-consequence = Vous aviez annoncé
report-boundary-unstated = (aucun énoncé au dossier)
report-change = Par rapport à ses propres habitudes
report-change-none = Aucune différence qui dépasse le hasard, ou trop peu de données pour le dire.
# $count (Count) ; $months, $per-month (Score).
report-rate =
    { $count ->
        [one] Depuis le début, faits compris et sans recompter les limites franchies : { $count } incident en { $months } mois, soit { $per-month } par mois.
       *[other] Depuis le début, faits compris et sans recompter les limites franchies : { $count } incidents en { $months } mois, soit { $per-month } par mois.
    }

## Le rapport : la suite

report-next = Prochaines étapes
report-next-none = Aucune échéance.
report-overdue = en retard
report-verify = À confirmer
report-verify-question = À l'écrit, le ton se lit mal. Appelez et demandez : qu'a-t-on répondu ? Puis confirmez l'incident ou écartez-le.
report-outlook = Ce qui changerait la situation
report-outlook-none = Rien de ce qui figure au dossier.
# $count (Count).
report-left-out =
    { $count ->
        [one] Le document est coupé ici pour ne pas dépasser sa taille : { $count } section a été omise.
       *[other] Le document est coupé ici pour ne pas dépasser sa taille : { $count } sections ont été omises.
    }

## Les graphiques

# $client (Text).
chart-score-title = Évolution du score : { $client }
# $first, $last (Text) : des dates ; $low, $high, $score (Text) : des nombres.
chart-score-desc = Du { $first } au { $last }, le score se situe entre { $low } et { $high } ; il finit à { $score }.
chart-flags-title = Incidents par signal d'alerte
# $items (Text) : une liste comme « Retard de paiement 3, Dérive du périmètre 2 ».
chart-flags-desc = Nombre d'incidents pour chaque signal : { $items }.

## Les colonnes

column-date = Date
column-what = Objet
column-incident = Incident
column-flag = Signal d'alerte
column-weight = Poids
column-severity = Gravité
column-status = Statut
column-age = Âge
column-repeat = Récidive
column-relief = Apaisement
column-same-day = Même jour
column-points = Points
column-client = Client
column-standing = Situation
column-score = Score
column-trend = Tendance
column-stage = Étape
column-due = Prochaine échéance
column-half-life = Demi-vie
column-name = Nom
trend-rising = en hausse
trend-steady = stable
trend-falling = en baisse
# $days (Count).
age-days = { $days } j
age-ongoing = dure
half-life-never = ne s'efface pas
deal-breaker = rédhibitoire
switched-off = désactivé

## État, explication, signaux

# $date (Text).
status-overdue = { $date }, en retard
status-nothing-due = aucune échéance
status-empty = Ce coffre ne contient encore aucun client. `casefile new <client>` crée le premier.
# $count (Count).
status-to-verify =
    { $count ->
        [one] { $count } à confirmer
       *[other] { $count } à confirmer
    }
# Les facteurs d'un terme, chacun avec son nom : $number (Text).
factor-weight = { $number } (poids)
# $number (Text) ; $word (Phrase ou Text).
factor-severity = { $number } (gravité { $word })
# $number (Text) ; $word (Phrase ou Text).
factor-status = { $number } ({ $word })
# $number (Text) ; $age, $half-life (Count) : des jours.
factor-age = { $age ->
    [one] { $number } ({ $age } jour, demi-vie de { $half-life })
   *[other] { $number } ({ $age } jours, demi-vie de { $half-life })
}
# $number (Text) ; $age, $half-life (Count) : des jours.
factor-age-settled = { $age ->
    [one] { $number } ({ $age } jour depuis le paiement, demi-vie de { $half-life })
   *[other] { $number } ({ $age } jours depuis le paiement, demi-vie de { $half-life })
}
# $number (Text).
factor-age-ongoing = { $number } (ne s'efface pas tant que cela dure)
# $number (Text).
factor-age-never = { $number } (ne s'efface pas)
# $number (Text).
factor-repeat = { $number } (récidive)
# $number (Text).
factor-relief = { $number } (apaisement)
# $number (Text).
factor-same-day = { $number } (même jour)
# $client (Text).
explain-title = Pourquoi { $client } en est là
# $weight (Text).
flag-weight = Poids : { $weight }
# $period (Text).
flag-half-life = Compte pour moitié au bout de { $period }
# $origin (Phrase).
flag-origin = Provenance : { $origin }
flag-origin-replaces = Provenance : { $origin }, à la place du signal intégré

## La chronologie

# $client (Text).
timeline-title = Chronologie : { $client }
timeline-empty = Rien de daté ne figure au dossier.
timeline-signed = début du contrat
# $invoice (Text) ; $amount (Money).
timeline-invoice-issued = facture { $invoice } émise : { $amount }
# $invoice (Text) ; $amount (Money).
timeline-invoice-due = facture { $invoice } impayée à l'échéance : { $amount }
# $invoice (Text) ; $amount (Money).
timeline-invoice-paid = facture { $invoice } payée : { $amount }
# $channel (Phrase).
timeline-message-in = message reçu { $channel }
# $channel (Phrase).
timeline-message-asks = message reçu { $channel }, avec une demande
# $channel (Phrase).
timeline-message-out = message envoyé { $channel }
timeline-message-any = (canal non noté)
timeline-credit = bon moment
# $client, $work (Count) : de 1 à 5.
timeline-pulse = ressenti : client { $client } sur 5, travail { $work } sur 5
# $client, $work (Count) : de 1 à 5.
timeline-pulse-sleepless = ressenti : client { $client } sur 5, travail { $work } sur 5, sommeil perdu
# $file (Text).
timeline-exhibit = pièce conservée : { $file }
# $severity, $status (Phrase).
timeline-incident = incident (gravité { $severity }, { $status })
# $deed (Phrase).
timeline-decision = décision : { $deed }
# $flag (Text).
timeline-derived = { $flag }

## Le bilan

# $client (Text).
postmortem-title = Bilan : { $client }
# $stage, $date (Text).
postmortem-stage = Étape au { $date } : { $stage }.
# $date (Text).
postmortem-since = Le travail a commencé le { $date }.
postmortem-timeline = Ce qui s'est passé
postmortem-flags = Signaux d'alerte, de la première apparition à la décision
postmortem-first = Première apparition
postmortem-decision = Première décision ensuite
postmortem-time = Délai
postmortem-undecided = aucune à ce jour
postmortem-no-flags = Aucun signal d'alerte n'a été noté.
postmortem-cost = Ce que cela a coûté
# $hours (Text).
postmortem-hours = Heures notées avec les incidents : { $hours }
postmortem-unpaid = Échu et impayé
postmortem-all-paid = Rien n'est échu et impayé.
postmortem-money = Autres frais notés
# $count, $pulses (Count).
postmortem-nights =
    { $pulses ->
        [one] Nuits perdues, sur { $pulses } note de ressenti : { $count }
       *[other] Nuits perdues, sur { $pulses } notes de ressenti : { $count }
    }
postmortem-better = Qu'aurions-nous pu mieux faire ?
postmortem-better-about = Le premier signe qu'on a laissé passer ; ce qui n'a pas été dit ; ce que le contrat laissait ouvert. Sans reproche, d'un côté ni de l'autre.
postmortem-should = Aurait-il fallu accepter ce client ?
postmortem-should-about = Que savait-on avant de signer ? Quelle réponse, à quelle question préalable, nous l'aurait dit ?
postmortem-prevent = Qu'est-ce qui l'évitera la prochaine fois ?
postmortem-prevent-about = Une question, une clause, une limite posée plus tôt, un signal d'alerte à vous.
postmortem-lessons = Leçons
postmortem-lessons-about = Chaque leçon est une chose à faire : par qui, pour quand, et quelle question préalable, quelle clause ou quel signal d'alerte elle modifie. Notez-les dans l'en-tête de cette note, sous « lessons ».
postmortem-lessons-comment = Une leçon a un responsable, une date et ce qu'elle modifie : une question préalable, une clause, un signal d'alerte.
postmortem-self = Et pour vous
postmortem-self-about = C'est fini, et cela a demandé de l'énergie. Qu'y a-t-il eu de bon, et que ferez-vous pour vous cette semaine ?
# $part, $line (Text).
part-edited = la partie `{ $part }` (ligne { $line }) a été modifiée à la main et reste telle quelle ; pour la refaire, sortez-en vos phrases, ou effacez tout entre ses repères ainsi que le code du premier
# $part, $line (Text).
part-markers = les repères de la partie `{ $part }` (ligne { $line }) ne forment pas un début suivi d'une fin ; elle reste telle quelle
# $part, $line (Text).
part-nested = un autre repère se trouve dans la partie `{ $part }` (ligne { $line }) ; elle reste telle quelle
# $part, $line (Text).
part-unreadable = la ligne { $line } ressemble à un repère et n'en est pas un : `{ $part }`
# $part (Text).
part-missing = la partie `{ $part }` n'a plus de repères et n'est pas reprise
