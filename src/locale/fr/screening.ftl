### Les questions préalables.

screen-go = { $client } : oui
screen-ask-first = { $client } : demander d'abord
screen-decline = { $client } : refuser
screen-tally = { $against ->
    [one] { $against } réponse contre
   *[other] { $against } réponses contre
  }, { $doubts ->
    [one] { $doubts } doute
   *[other] { $doubts } doutes
  }, { $open } sans réponse, { $good } pour, { $noted } à votre appréciation.
screen-rule = La règle : une seule réponse contre veut dire refuser, de même que { $many ->
    [one] { $many } doute
   *[other] { $many } doutes
  }. Quand tout a une réponse et qu'il reste au plus { $few ->
    [one] { $few } doute
   *[other] { $few } doutes
  }, c'est oui. Entre les deux, on demande.
screen-against = Contre
screen-doubts = Doutes
screen-open = Sans réponse
screen-noted = Noté ; à vous d'en juger
screen-good = Pour
screen-any-text = ou tout autre texte
screen-question = { $question } ({ $words })
screen-because = { $answer } – { $because }
screen-to-send = questions pour { $whom }, prêtes à coller
screen-next = Ensuite
screen-next-accept = Notez-le : `casefile decide { $client } accept -m "…"`
screen-next-answer = Répondez : `casefile screen { $client } --answer QUESTION=RÉPONSE`, ou sous `screening:` dans la note du client
screen-next-send = Les questions seules, à copier : `casefile screen { $client } --to-send`
screen-refer = Adressez-les à : { $who }
screen-refer-nobody = Nommez quelqu'un qui convient mieux : `casefile screen { $client } --answer refer-to="…"`
screen-next-letter = Écrivez-le : `casefile draft { $client } decline`
screen-next-decline = Notez-le : `casefile decide { $client } decline -m "…"`
screen-judgement = Cette règle est une habitude, pas une mesure. C'est vous qui décidez.
screen-nothing-to-send = aucune question n'est à envoyer : `casefile screen { $client }` dit pourquoi
screen-no-equals = `{ $text }` ne répond à aucune question
screen-no-equals-hint = écrivez QUESTION=RÉPONSE, par exemple goals=realistic
no-client-note = `{ $client }` n'a pas de note du client où répondre
no-client-note-hint = créez-la avec `casefile new { $client }`
cannot-answer-hint = écrivez la réponse à `{ $question }` à la main, sous `screening:`
