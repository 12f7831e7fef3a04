### Ce que l'évaluation dit des faits, des échéances et des changements.

# $kind et $allowed sont des mots de la ligne de commande ; $stage est une étape.
decision-refused = `{ $kind }` est impossible à cette étape ({ $stage }) ; possible maintenant : { $allowed }

## Les faits qui deviennent d'eux-mêmes des incidents
# $invoice : son numéro ; $amount : une somme ; $due, $paid, $day, $asked, $answered, $limit,
# $told, $first, $last : des dates ; $days, $count : des nombres ; le reste : du texte.

fact-late-payment-open = facture { $invoice } de { $amount }, échue le { $due }, impayée depuis { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
fact-late-payment-paid = facture { $invoice } de { $amount }, échue le { $due }, payée le { $paid }, avec { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} de retard
fact-time-boundary = { $count ->
    [one] un message qui demande quelque chose est arrivé le { $day } à { $time }, hors des heures convenues ({ $hours })
   *[other] { $count } messages qui demandent quelque chose sont arrivés le { $day } hors des heures convenues ({ $hours }), le dernier à { $time }
}
fact-unresponsive-open = pas de réponse au message du { $asked } depuis { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} ; réponse convenue pour le { $limit } au plus tard
fact-unresponsive-answered = le message du { $asked } a reçu une réponse le { $answered }, après { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} ; réponse convenue pour le { $limit } au plus tard
fact-boundary-crossed = { $incident } a franchi la limite annoncée le { $told } : { $statement }
fact-outweighs-work = le client a pesé plus que le travail dans { $count ->
    [one] { $count } ressenti
   *[other] { $count } ressentis de suite
}, du { $first } au { $last }

## Ce qui est à échéance
# $statement : une limite ; $invoice, $time : du texte ; $amount : une somme ; $told, $asked : des dates.

due-boundary-review = réexamen de la limite : { $statement }
due-invoice = facture { $invoice }, { $amount }
due-notice-end = fin du préavis donné le { $told }
due-cooling-off-end = fin du délai de réflexion, à { $time }
due-reply = leur réponse au message du { $asked }

## Ce qui changerait la situation
# $points, $score, $confirmed, $dismissed : des scores ; $standing et les autres : des
# situations ; $day : une date ; $flag, $incident : des identifiants.

explain-next = avec { $points } points de plus, la situation deviendrait « { $standing } »
explain-fades = sans rien de nouveau, la situation redescend à « { $standing } » le { $day }
explain-one-more = un incident moyen de plus de type { $flag } aujourd'hui donnerait { $score } : { $standing }
explain-suspected = { $incident } : confirmé, le score devient { $confirmed } ({ $confirmed-standing }) ; écarté, { $dismissed } ({ $dismissed-standing })

## Le changement par rapport au passé du même client
# $recent, $earlier : des nombres ; $recent-of, $earlier-of : des effectifs ; $chance : un pourcentage.

change-incidents-worse = les incidents sont plus fréquents : { $recent } par mois sur les 90 derniers jours, { $earlier } par mois auparavant (le hasard seul le ferait dans { $chance } % des cas)
change-incidents-better = les incidents sont moins fréquents : { $recent } par mois sur les 90 derniers jours, { $earlier } par mois auparavant (le hasard seul le ferait dans { $chance } % des cas)
change-out-of-hours-worse = davantage de leurs messages arrivent hors des heures convenues : { $recent } sur les { $recent-of } derniers, { $earlier } sur les { $earlier-of } précédents (le hasard seul le ferait dans { $chance } % des cas)
change-out-of-hours-better = moins de leurs messages arrivent hors des heures convenues : { $recent } sur les { $recent-of } derniers, { $earlier } sur les { $earlier-of } précédents (le hasard seul le ferait dans { $chance } % des cas)
change-reply-delay-worse = leurs réponses sont plus lentes : { $recent } heures (médiane) récemment, { $earlier } auparavant (le hasard seul le ferait dans { $chance } % des cas)
change-reply-delay-better = leurs réponses sont plus rapides : { $recent } heures (médiane) récemment, { $earlier } auparavant (le hasard seul le ferait dans { $chance } % des cas)
