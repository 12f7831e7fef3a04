### Ce que les verdicts du registre prouvent ou non, et ce qu'il faut savoir d'un enregistrement.

## Prouve, et ne prouve pas
# $commit : un commit ; $count : un nombre.

ledger-proves-unchanged = Ces octets sont ceux enregistrés à l'origine, dans le commit { $commit } ; aucun commit accessible d'ici ne les a modifiés ni supprimés.
ledger-proves-named = { $count ->
    [one] { $count } décision ultérieure la désigne
   *[other] { $count } décisions ultérieures la désignent
} par son empreinte ; toute modification s'y verrait.
ledger-not-last = Que rien ne l'a suivie : aucune décision ultérieure ne la désigne, elle a donc pu être remplacée avant que quiconque d'autre la voie.
ledger-not-checked-signature = Qui l'a enregistrée : le commit est signé, mais casefile n'a pas vérifié la signature ; `git verify-commit { $commit }` le fait.
ledger-not-who = Qui l'a enregistrée : le commit n'est pas signé.
ledger-not-on-head = Qu'elle vaut pour la branche courante : elle ne figure que sur une autre.
ledger-not-cited = Ce que disaient alors les incidents sur lesquels elle repose : certains ont été modifiés ou supprimés depuis, ou sont cités sans empreinte.

## Les verdicts
# $commit : un commit ; $note : un chemin ; $count : un nombre ; $digests : des empreintes.

ledger-altered = Le commit { $commit } l'a modifiée après son enregistrement.
ledger-altered-restored = Le commit { $commit } l'a modifiée ; les octets d'origine sont revenus.
ledger-altered-trailer = Le commit { $commit } indique une autre empreinte que celle de ses octets.
ledger-altered-note = { $note } en donne une autre empreinte ou une autre taille.
ledger-altered-memory = Cette machine a enregistré d'autres octets ; l'historique a été réécrit.
ledger-removed = Le commit { $commit } l'a supprimée.
ledger-removed-restored = Le commit { $commit } l'a supprimée ; elle est revenue inchangée.
ledger-removed-memory = Elle a été enregistrée sur cette machine et ne figure plus dans aucune branche.
ledger-gap = { $count ->
    [one] Une décision qu'elle désigne est introuvable
   *[other] { $count } décisions qu'elle désigne sont introuvables
} dans l'historique : { $digests }.
ledger-not-recorded-never = Elle est sur le disque et n'a jamais été enregistrée par un commit.
ledger-not-recorded-changed = Le fichier sur le disque n'est pas ce qui a été enregistré.
ledger-not-recorded-missing = Elle est enregistrée, mais le fichier manque sur le disque.
ledger-unreadable = Git ne peut pas en lire les octets : le dépôt est endommagé (`git fsck`).

## Les bornes

ledger-limit-complete = casefile ne peut pas montrer qu'aucun autre enregistrement n'a été omis.
ledger-limit-truth = casefile ne peut pas montrer que ce que dit une note est vrai.
ledger-limit-time = Les dates des commits ne prouvent rien sur le moment : chacun peut les fixer.
ledger-limit-shallow = Ce clone est superficiel : l'historique plus ancien n'a pas été examiné.

## Les avertissements
# $path : un chemin ; $megabytes : un nombre.

ledger-warning-merge = une fusion est en cours ; elle le reste, et cet enregistrement n'en fait pas partie
ledger-warning-index-busy = git était occupé : le commit est fait, et la prochaine exécution de casefile mettra l'index de git à jour ; ne faites pas de commit entre-temps
ledger-warning-submodule = le coffre est dans un sous-module ; le dépôt qui l'entoure désigne encore le commit précédent
ledger-warning-large = `{ $path }` pèse { $megabytes } Mo et alourdira le dépôt pour toujours
