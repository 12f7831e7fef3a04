### Pourquoi un score est ce qu'il est ; limites, incidents déduits, évolution.

## Ce qui changerait la situation

# $points (Score) ; $standing (Phrase).
explain-next = Avec { $points } points de plus, la situation deviendrait « { $standing } ».
# $day (Day) ; $standing (Phrase).
explain-fades = Si rien de nouveau ne survient, la situation redeviendra « { $standing } » le { $day }.
# $flag (Text) : le signal ; $score (Score) ; $standing (Phrase).
explain-one-more = Un nouvel incident « { $flag } », de gravité moyenne, porterait le score à { $score } (situation : { $standing }).
# $incident (Text) ; $confirmed, $dismissed (Score) ; les situations (Phrase).
explain-suspected = L'incident { $incident } n'est pas encore confirmé. S'il l'est, le score sera de { $confirmed } (« { $confirmed-standing } ») ; s'il est écarté, de { $dismissed } (« { $dismissed-standing } »).

## Les faits qui font des incidents

# $invoice (Text) ; $amount (Money) ; $due, $paid (Day) ; $days (Count).
fact-late-payment-paid =
    { $days ->
        [one] La facture { $invoice } de { $amount }, à échéance du { $due }, a été payée le { $paid }, avec { $days } jour de retard.
       *[other] La facture { $invoice } de { $amount }, à échéance du { $due }, a été payée le { $paid }, avec { $days } jours de retard.
    }
# $invoice (Text) ; $amount (Money) ; $due (Day) ; $days (Count).
fact-late-payment-open =
    { $days ->
        [one] La facture { $invoice } de { $amount }, à échéance du { $due }, est impayée depuis { $days } jour.
       *[other] La facture { $invoice } de { $amount }, à échéance du { $due }, est impayée depuis { $days } jours.
    }
# $count (Count) : les messages de ce jour ; $day (Day) ; $time, $hours (Text).
fact-time-boundary =
    { $count ->
        [one] Un message contenant une demande est arrivé le { $day } à { $time }, hors des horaires convenus ({ $hours }).
       *[other] { $count } messages contenant une demande sont arrivés le { $day } hors des horaires convenus ({ $hours }), le dernier à { $time }.
    }
# $asked, $limit, $answered (Day) ; $days (Count).
fact-unresponsive-answered =
    { $days ->
        [one] La question du { $asked } appelait une réponse le { $limit } au plus tard ; elle est venue le { $answered }, au bout de { $days } jour.
       *[other] La question du { $asked } appelait une réponse le { $limit } au plus tard ; elle est venue le { $answered }, au bout de { $days } jours.
    }
# $asked, $limit (Day) ; $days (Count).
fact-unresponsive-open =
    { $days ->
        [one] La question du { $asked } appelait une réponse le { $limit } au plus tard ; après { $days } jour, elle reste sans réponse.
       *[other] La question du { $asked } appelait une réponse le { $limit } au plus tard ; après { $days } jours, elle reste sans réponse.
    }
# $incident, $statement (Text) ; $told (Day).
fact-boundary-crossed = L'incident { $incident } franchit la limite annoncée le { $told } : { $statement }
# $count (Count) ; $first, $last (Day).
fact-outweighs-work = { $count } fois de suite, du { $first } au { $last }, le client a pesé plus lourd que le travail.

## Les échéances

# $statement (Text).
due-boundary-review = réexaminer la limite : { $statement }
due-boundary-breached = décider de la suite, la limite a été franchie : { $statement }
due-boundary-breached-said = décider, la limite a été franchie : { $statement } Vous aviez dit : { $consequence }
# $invoice (Text) ; $amount (Money).
due-invoice = facture { $invoice }, { $amount }
# $told (Day).
due-notice-end = fin du préavis donné le { $told }
# $time (Text).
due-cooling-off-end = laissez reposer le brouillon ; la sortie pourra être annoncée à partir de { $time }
# $asked (Day).
due-reply = leur réponse à la question du { $asked }

## Les décisions

# $kind (Text) ; $stage (Phrase) ; $allowed (Text) : les mots, séparés par des virgules.
decision-refused = `{ $kind }` n'est pas possible à l'étape « { $stage } » ; sont possibles : { $allowed }

## Le client par rapport à ses propres habitudes

# $recent, $recent-days, $earlier, $earlier-days (Count) ; $chance (Phrase).
change-incidents-worse = Les incidents sont plus fréquents : { $recent } au cours des { $recent-days } derniers jours, contre { $earlier } au cours des { $earlier-days } jours précédents. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
# $recent, $recent-days, $earlier, $earlier-days (Count) ; $chance (Phrase).
change-incidents-better = Les incidents sont moins fréquents : { $recent } au cours des { $recent-days } derniers jours, contre { $earlier } au cours des { $earlier-days } jours précédents. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count) ; $chance (Phrase).
change-out-of-hours-worse = Davantage de ses messages arrivent hors des horaires convenus : { $recent } des { $recent-of } derniers, contre { $earlier } sur { $earlier-of } auparavant. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count) ; $chance (Phrase).
change-out-of-hours-better = Moins de ses messages arrivent hors des horaires convenus : { $recent } des { $recent-of } derniers, contre { $earlier } sur { $earlier-of } auparavant. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
# $recent, $earlier (Score) : des heures ; $recent-of, $earlier-of (Count) : des réponses ; $chance (Phrase).
change-reply-delay-worse = Les réponses se font attendre : { $recent } heures de délai médian sur les { $recent-of } dernières, contre { $earlier } heures sur les { $earlier-of } précédentes. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
# $recent, $earlier (Score) : des heures ; $recent-of, $earlier-of (Count) : des réponses ; $chance (Phrase).
change-reply-delay-better = Les réponses viennent plus vite : { $recent } heures de délai médian sur les { $recent-of } dernières, contre { $earlier } heures sur les { $earlier-of } précédentes. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count) ; $chance (Phrase).
change-cited-messages-worse = Davantage de ses messages ont donné lieu à un incident : { $recent } des { $recent-of } derniers, contre { $earlier } sur { $earlier-of } auparavant. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count) ; $chance (Phrase).
change-cited-messages-better = Moins de ses messages ont donné lieu à un incident : { $recent } des { $recent-of } derniers, contre { $earlier } sur { $earlier-of } auparavant. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count) ; $chance (Phrase).
change-greetings-worse = Moins de ses messages commencent par une salutation : { $recent } des { $recent-of } derniers, contre { $earlier } sur { $earlier-of } auparavant. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count) ; $chance (Phrase).
change-greetings-better = Davantage de ses messages commencent par une salutation : { $recent } des { $recent-of } derniers, contre { $earlier } sur { $earlier-of } auparavant. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count) ; $chance (Phrase).
change-pronoun-tu = Ses messages passent du vouvoiement au tutoiement : le tutoiement dans { $recent } des { $recent-of } derniers qui emploient l'un ou l'autre, contre { $earlier } sur { $earlier-of } auparavant. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
# $recent, $recent-of, $earlier, $earlier-of (Count) ; $chance (Phrase).
change-pronoun-vous = Ses messages passent du tutoiement au vouvoiement : le tutoiement dans { $recent } des { $recent-of } derniers qui emploient l'un ou l'autre, contre { $earlier } sur { $earlier-of } auparavant. Si rien n'avait changé, un tel écart se verrait dans { $chance }.
change-chance-below-one = moins d'un cas sur cent
# $number (Count).
change-chance =
    { $number ->
        [one] un cas sur cent environ
       *[other] { $number } cas sur cent environ
    }
