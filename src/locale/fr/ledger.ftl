### Ce que les verdicts du registre prouvent ou non, et ce qu'il faut savoir d'un enregistrement.

## Prouve, et ne prouve pas
# $commit : un commit ; $count : un nombre.

ledger-proves-unchanged = Pas un octet n'en a changé depuis son premier enregistrement : aucun commit accessible d'ici ne l'a modifiée ni supprimée.
ledger-proves-unchanged-since = Pas un octet n'en a changé depuis qu'elle a été réenregistrée : aucun commit accessible d'ici ne l'a modifiée ni supprimée.
ledger-proves-named = Une décision ultérieure la désigne par son empreinte : une modification s'y verrait.
ledger-proves-remote = La copie { $branches }, telle que récupérée la dernière fois, contient les mêmes octets ; pour les changer sans que cela se voie, il faudrait changer les deux.
ledger-not-last = Qu'elle n'a pas été remplacée avant que quelqu'un d'autre la voie : aucune décision ultérieure ne la désigne encore, ce qui est le cas de la dernière de chaque client.
ledger-not-who = Qui l'a enregistrée : le commit n'est pas signé.
ledger-not-in-chain = { $later } a été enregistrée après elle et ne la nomme pas, comme casefile l'aurait fait : elle a pu être glissée là après coup. Innocent après un `git pull --rebase` du travail de deux machines ; la décision suivante nomme alors les deux.
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
ledger-damaged = Git range ce commit ou ce dossier sous son nom et ne peut pas le lire, ou ses octets ne correspondent pas à ce nom : ce qu'il contenait est inconnu. Un disque défaillant peut en être la cause, une intervention dans le dossier `.git` aussi. Un dossier qui contient plus de fichiers, ou de dossiers emboîtés, qu'aucun coffre n'en a n'est pas lu jusqu'au bout. `git fsck` le nomme ; un clone antérieur l'a encore entier.
ledger-unreadable = Git ne peut pas en lire les octets : le dépôt est endommagé (`git fsck`).
ledger-first-named = Une décision ultérieure désigne par leur empreinte les octets enregistrés à l'origine : elle faisait suite à ceux-là, non à ce qui s'y trouve maintenant.
ledger-about-first = Ce qui est prouvé ci-dessous concerne les octets enregistrés à l'origine, non le fichier tel qu'il est maintenant.

## Ce qui a pu arriver, et que faire

ledger-innocent-altered = C'est innocent si quelqu'un a corrigé une coquille à la main. La première commande montre qui a changé quoi, et quand ; la seconde rétablit les octets d'origine. Une décision se rectifie par une autre, `casefile decide … amend`.
ledger-innocent-written-over = C'est innocent si un programme l'a réécrite. La première commande montre qui l'a changée, et quand ; la seconde rétablit les octets d'origine.
ledger-innocent-removed = C'est innocent si quelqu'un a fait du rangement. La première commande montre qui l'a supprimée, et quand ; la seconde la rétablit.
ledger-innocent-slip = C'est innocent si un éditeur ou une fausse manœuvre en est la cause. Ceci rétablit ce qui a été enregistré :
ledger-innocent-new = C'est innocent si elle vient d'être écrite. Ceci l'enregistre, et elle compte à partir de là :

ledger-rewritten = Elle a été enregistrée dans le commit { $commit }, qui ne fait plus partie de l'historique : un rebase, un squash, une correction ou un reset remplace les commits et en supprime les signatures.

## La réécriture
# $branch : une branche ; $commit : un commit ; $count : un nombre.

ledger-rewritten-tip = `{ $branch }` avait été vue au commit { $commit }, avec { $count ->
    [one] { $count } décision
   *[other] { $count } décisions
} dans des commits qui ne font plus partie de l'historique ici. C'est innocent si vous avez fait vous-même un rebase, un squash, une correction ou un reset : confirmez-le par `casefile audit accept-rewriting`. Sinon, quelqu'un a remplacé ce qui était enregistré.
ledger-rewritten-gone = `{ $branch }` avait été vue au commit { $commit }, que git n'a plus : on ne peut savoir ce qui y était enregistré. C'est innocent si vous avez réécrit la branche vous-même et que git a fait le ménage : confirmez-le par `casefile audit accept-rewriting`.

## Les signatures
# $commit : un commit ; $key : une empreinte de clé ; $principal, $principals, $committer : des
# adresses ; $namespace, $format : des mots ; $command : une commande ; $after, $before : des moments.

seal-proves-signed = Quelqu'un qui détient la clé { $key } de { $principal } a signé le commit qui l'a enregistrée ; ni le commit ni la signature n'ont changé depuis.
seal-proves-some-key = Quelqu'un qui détient la clé { $key } a signé le commit qui l'a enregistrée ; ni le commit ni la signature n'ont changé depuis.
seal-foreign = Le commit { $commit } nomme { $committer } comme auteur du commit et est signé avec la clé { $key }, que votre liste attribue à { $principals }. C'est innocent si l'adresse a changé ou si deux personnes partagent une machine.
seal-revoked = Le commit { $commit } est signé avec la clé { $key }, qui figure dans votre liste de clés révoquées.
seal-bad = La signature du commit { $commit } ne correspond pas : le commit ou la signature a été modifié, ou elle vient d'un autre commit.
seal-bad-namespace = La signature du commit { $commit } a été faite pour `{ $namespace }` et non pour git : elle vient d'ailleurs.
seal-bad-unreadable = La signature du commit { $commit } est illisible.
seal-key-not-valid = Le commit { $commit } est signé avec la clé { $key }, qui, selon le témoin extérieur, n'était pas valable alors.
seal-not-hand = Que le titulaire de la clé l'ait fait de sa main : quiconque détient une clé peut signer avec elle.
seal-not-committer = Que { $committer } l'ait enregistrée : la clé de quelqu'un d'autre a signé.
seal-not-who = Qui l'a enregistrée : il ne faut pas se fier à la signature.
seal-not-whose = Qui l'a enregistrée : votre liste de clés ne nomme pas celle-ci.
seal-not-whose-no-list = Qui l'a enregistrée : aucune liste ne dit à qui est la clé. Une telle liste a une ligne par personne, l'adresse et la clé publique ; `git config gpg.ssh.allowedSignersFile FICHIER` ou `--allowed-signers FICHIER` la désigne.
seal-not-whose-namespace = Qui l'a enregistrée : votre liste de clés n'autorise pas celle-ci pour git.
seal-not-whose-authority = Qui l'a enregistrée : votre liste nomme cette clé comme autorité de certification, ce que casefile ne prend pas en charge.
seal-not-whose-revocations = Qui l'a enregistrée : la liste des clés révoquées est illisible, et celle-ci y figure peut-être.
seal-not-checked = Qui l'a enregistrée : casefile ne vérifie pas ce type de signature ({ $format }) ; `{ $command }` le fait.
seal-not-when-between = Que la clé était valable quand elle a signé : elle l'est du { $after } au { $before }, aucun témoin extérieur ne dit assez précisément quand elle a signé, et la date d'un commit ne prouve rien.
seal-not-when-after = Que la clé était valable quand elle a signé : elle l'est à partir du { $after }, aucun témoin extérieur ne dit assez précisément quand elle a signé, et la date d'un commit ne prouve rien.
seal-not-when-before = Que la clé était valable quand elle a signé : elle l'est jusqu'au { $before }, aucun témoin extérieur ne dit assez précisément quand elle a signé, et la date d'un commit ne prouve rien.

## Les listes de clés
# $kind, $option, $value, $reason : du texte.

keys-missing = le fichier n'existe pas
keys-unreadable = le fichier est illisible : { $reason }
keys-no-key = aucune clé sur cette ligne
keys-bad-key = la clé est illisible
keys-unknown-kind = `{ $kind }` n'est pas un type de clé
keys-unclosed-quote = il manque un guillemet
keys-option = option inconnue ou mal formée `{ $option }`
keys-option-twice = l'option `{ $option }` est donnée deux fois
keys-time = `{ $value }` n'est pas un moment (AAAAMMJJ, AAAAMMJJHHMM ou AAAAMMJJHHMMSS, avec Z pour UTC)
keys-window = `valid-before` n'est pas après `valid-after`
keys-control = la ligne contient un caractère de contrôle
keys-krl-damaged = ce n'est pas une liste de clés révoquées (KRL) lisible jusqu'au bout : refaites-la par `ssh-keygen -k`, ou donnez une clé publique par ligne

## Les dates
# $days : un nombre.

date-late = Elle a été enregistrée { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} après la date qu'elle porte. C'est innocent si la note a été consignée, ou l'historique réécrit, plus tard.
date-ahead = Elle porte une date postérieure à celle de son commit : l'une des deux est fausse.
date-remade = Son commit a été refait { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} après avoir été écrit, comme le fait un rebase ou une correction.
date-made-before-written = Son commit dit avoir été fait avant d'être écrit : une horloge était fausse, ou les dates ont été fixées à la main.
date-before-named = Elle est datée d'avant une décision qu'elle désigne, ce qui est impossible : une horloge était fausse, ou les dates ont été fixées à la main.

## Les bornes

ledger-limit-complete = Que rien n'a été omis : casefile ne voit que ce qui est dans ce dépôt.
ledger-limit-truth = Que ce que dit une note est vrai.
ledger-limit-time = Quand quelque chose a été enregistré, là où aucun témoin extérieur ne le dit : n'importe qui peut donner à un commit la date qu'il veut.
ledger-limit-shallow = Ce qui précède : cette copie de l'historique est partielle (un clone superficiel), et « à l'origine » y veut dire dans le plus ancien commit présent. `git fetch --unshallow` récupère le reste.
ledger-limit-keys-inside = Si la liste de clés est la bonne : elle se trouve dans le dossier même du coffre, et quiconque peut modifier le coffre peut la modifier.

## Les avertissements
# $path : un chemin ; $megabytes : un nombre.

ledger-warning-merge = une fusion est en cours ; elle le reste, et cet enregistrement n'en fait pas partie
ledger-warning-index-busy = git était occupé : le commit est fait, et la prochaine exécution de casefile mettra l'index de git à jour ; ne faites pas de commit entre-temps
ledger-warning-submodule = le coffre est dans un sous-module ; le dépôt qui l'entoure désigne encore le commit précédent
ledger-warning-large = `{ $path }` pèse { $megabytes } Mo et alourdira le dépôt pour toujours ; `log --detached` n'en garde que l'empreinte

## Mail servers' signatures

dkim-nothing = Aucun message (.eml) parmi les pièces.
dkim-head = { $count ->
    [one] { $count } message figure au dossier
   *[other] { $count } messages figurent au dossier
} ; { $holding ->
    [0] aucune signature de serveur n'a pu être vérifiée.
    [one] pour { $holding }, la signature d'un serveur est bonne.
   *[other] pour { $holding }, la signature d'un serveur est bonne.
}
dkim-unsigned = Aucun serveur ne l'a signé. Beaucoup ne signent pas, et certains logiciels enregistrent un message sans ses en-têtes ; exportez-le sous sa forme brute.
dkim-body-changed = Le texte n'est pas celui qui a été signé. Les listes de diffusion, les antivirus et certains logiciels modifient un message en chemin ou en l'enregistrant ; exportez-le de nouveau sous sa forme brute et comparez.
dkim-does-not-fit = La signature ne correspond pas aux champs, ou à la clé conservée. Un logiciel a pu modifier un champ, ou le domaine a changé de clé ; comparez avec une autre copie et avec la clé publiée.
dkim-no-key = Le texte est bien celui que désigne cette signature ; sans la clé { $name }, on ne peut pas dire si elle est du domaine.
dkim-key-unreadable = Le fichier prévu pour { $name } ne contient pas de clé lisible ; récupérez-la de nouveau.
dkim-key-withdrawn = Le domaine a retiré cette clé : elle ne permet plus de rien vérifier.
dkim-unsupported = Signé d'une façon que casefile ne vérifie pas, ou trop faible : { $way }.
dkim-malformed = La signature est illisible : `{ $tag }` manque ou est erroné.
dkim-proves-whole = Un serveur détenant la clé « { $selector } » de { $domain } a signé ces champs et tout le texte, et rien n'y a changé depuis : { $fields }.
dkim-proves-part = Un serveur détenant la clé « { $selector } » de { $domain } a signé ces champs et les { $bytes } premiers octets du texte, et rien n'y a changé depuis : { $fields }.
dkim-proves-time = D'après sa propre horloge, le serveur a signé le { $at }.
dkim-not-rest = Que les { $bytes } derniers octets du texte s'y trouvaient au moment de la signature.
dkim-not-sender = Que le domaine de l'expéditeur a signé : { $domain } en est un autre.
dkim-not-fields = Ce que disaient ces champs, qui ne sont pas signés : { $fields }.
dkim-not-strong = Autant qu'une clé plus longue : { $bits } bits peuvent être cassés aujourd'hui par qui en a les moyens.
dkim-not-meant = Que le domaine s'y engage : { $domain } indique qu'il ne faisait qu'un essai.
dkim-keys = Clés à récupérer
dkim-keys-why = casefile n'a pas de réseau. Lancez ces commandes à la racine du coffre, sans tarder, car les domaines changent de clé ; puis `casefile record`, pour que le jour de la récupération figure au dossier.
dkim-limit-person = Une signature dit ce qu'un serveur a envoyé, pas qui était au clavier, ni que ce qui est écrit est vrai.
dkim-limit-key = Une clé vaut ce que vaut la personne qui l'a récupérée : elle n'est comparée à rien. Quelqu'un d'autre qui l'a récupérée à l'époque est un meilleur témoin.

## Les verdicts en mots, à côté de leurs noms

verdict-unsigned = non signée
verdict-intact = intacte
verdict-altered = modifiée
verdict-removed = supprimée
verdict-unreadable = illisible
verdict-bad-signature = signature fausse
verdict-revoked-key = clé révoquée
verdict-key-not-valid = clé non valable
verdict-date-contradicts-anchor = date contredite par un horodatage
verdict-gap = lacune
verdict-not-recorded = pas telle qu'enregistrée
verdict-rewritten = historique réécrit
verdict-dates-disagree = dates discordantes
verdict-not-in-chain = hors de la chaîne
verdict-foreign-principal = clé de quelqu'un d'autre
verdict-unknown-key = clé inconnue
verdict-unverified = non vérifiée
verdict-unknown-time = moment inconnu
verdict-not-on-head = sur une autre branche
verdict-consistent-with-remote = conforme à la copie distante
verdict-signed = signée
verdict-witnessed = ligne envoyée
verdict-timestamped = horodatée
verdict-window = entre deux dates
verdict-chain-not-verified = chaîne non vérifiée
verdict-root-not-valid = racine non valable alors
verdict-certificate-not-valid = certificat non valable alors
verdict-certificate-revoked = certificat révoqué
verdict-bad-timestamp = horodatage faux
verdict-statement-changed = déclaration changée
verdict-statement-missing = déclaration absente
verdict-bad-statement = déclaration fausse
verdict-tree-differs = autres fichiers
verdict-bitcoin-not-checked = Bitcoin non vérifié
verdict-pending = en attente
verdict-bad-proof = preuve fausse
verdict-witness-differs = témoin discordant
verdict-not-stamped = sans témoin
