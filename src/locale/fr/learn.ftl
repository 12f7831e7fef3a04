### Ce qu'apprennent les dossiers clos de l'utilisateur.

learn-title = Ce que vos dossiers clos apprennent, { $date }
learn-too-few = { $closed ->
    [0] Aucun dossier n'est clos
    [one] { $closed } dossier est clos
   *[other] { $closed } dossiers sont clos
  } ; il en faut { $needed } pour donner des chiffres. D'ici là, chaque bilan parle pour lui-même.
learn-over = Sur { $closed } dossiers clos.
learn-few = { $count ->
    [0] Aucun cas de ce genre
    [one] { $count } cas de ce genre
   *[other] { $count } cas de ce genre
  } ; il en faut { $needed } pour donner un chiffre.
learn-share = { $count } sur { $of } (de { $low } à { $high })
learn-middle = { $median } (entre { $low } et { $high }, sûr à { $coverage } ; { $of } dossiers)
learn-ends = Comment ils ont fini
learn-bad-ends = Mal finis, par une sortie maintenue jusqu'au bout ou avec une facture impayée : { $share }.
learn-first = Ce qui est venu d'abord, parmi les dossiers où il y a eu un signal d'alerte
learn-first-flag = { $flag } : { $share }.
learn-time = Du premier signal d'alerte à une limite ou à une sortie
learn-days = Jours, valeur médiane : { $middle }.
learn-score = Score inscrit lors de cette décision, valeur médiane : { $middle }.
learn-undecided = { $count ->
    [one] Dans { $count } autre dossier
   *[other] Dans { $count } autres dossiers
  }, rien n'a été décidé avant la clôture.
learn-cost = Ce que cela a coûté jusque-là
learn-prompt = Décidé en { $days } jours au plus : { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
  }, { $nights ->
    [one] { $nights } nuit perdue
   *[other] { $nights } nuits perdues
  }.
learn-late = Décidé plus tard, ou jamais : { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
  }, { $nights ->
    [one] { $nights } nuit perdue
   *[other] { $nights } nuits perdues
  }.
learn-hours = Heures par dossier, valeur médiane : { $middle }.
learn-hours-few = Leurs heures ne sont pas données : il faut { $needed } dossiers pour un chiffre.
learn-money = { $amount } notés comme coût.
learn-answers = Les réponses d'avant le oui, et la fin
learn-answer = { $question }, { $answer } : mal finis { $share }.
learn-answers-few = { $count ->
    [one] { $count } autre réponse a été donnée
   *[other] { $count } autres réponses ont été données
  } dans moins de { $needed } dossiers chacune.
learn-no-answers = Aucun dossier clos n'a de réponses préalables qu'on puisse juger.
learn-about = Une part est donnée avec son intervalle à 95 % (Wilson), une médiane avec l'intervalle de ses rangs. Avec peu de dossiers, les deux sont larges, et c'est tout ce que l'on sait.
learn-not-cause = Ce qui accompagne une mauvaise fin n'en est pas forcément la cause.
