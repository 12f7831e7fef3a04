### Les ancrages : ce que disent des témoins extérieurs, ce que cela prouve ou non, et les commandes.

## Les déclarations
# $why : une phrase.

statement-too-large = Elle est plus grande qu'une déclaration ne peut l'être.
statement-unreadable = Ce n'est pas une déclaration.
statement-newer = Une version plus récente de casefile l'a écrite.
statement-rewritten = Ses octets ne sont pas ceux que casefile écrit pour ce qu'elle dit : quelqu'un l'a modifiée ou remise en forme.

## Les horodatages
# $why : les mots de l'autorité ; $count : un nombre ; $name : un nom.

token-too-large = Il est plus grand qu'un horodatage ne peut l'être.
token-unreadable = Il ne se lit pas comme un horodatage : il est abîmé, tronqué, ou c'est autre chose.
token-refused = L'autorité n'a pas horodaté ; elle a répondu : { $why }.
token-other-function = Il repose sur une autre fonction d'empreinte que SHA-256.
token-other-file = Il porte sur un autre fichier.
token-other-nonce = Il ne répond pas à la demande qui a été faite : son nonce est un autre.
token-signers = Il a { $count ->
    [0] aucun signataire
   *[other] { $count } signataires
} ; un horodatage en a un.
token-no-certificate = Le certificat de son signataire n'y figure pas.
token-other-certificate = Ce qui est signé ne désigne pas le certificat qui y figure.
token-other-content = Ce qui est signé n'est pas ce qu'il dit.
token-bad-signature = Sa signature ne correspond pas.
token-unsupported = casefile ne vérifie pas ce genre de signature ({ $name }).
token-not-for-time-stamping = Le certificat de « { $name } » ne sert pas aux seuls horodatages.

## D'un certificat à un certificat de confiance
# $issuer, $name : des noms de certificats ; $from, $to : des instants.

trace-no-roots = Il n'y a aucun certificat de confiance dans `anchors/roots/`.
trace-unknown-root = Aucun des certificats de `anchors/roots/` n'y mène ; il manque celui de « { $issuer } ».
trace-not-valid-then = Le certificat de « { $name } » n'était pas valide alors ; il l'est du { $from } au { $to }.
trace-root-not-valid-then = Le certificat de confiance de « { $name } » n'était pas valide alors ; il l'est du { $from } au { $to }.
trace-not-allowed = Le certificat de « { $name } » ne peut pas en garantir d'autres, ou a des limites que casefile ne connaît pas.

## Si des certificats ont été révoqués
# $name, $issuer : des noms de certificats ; $at, $made, $ended : des instants ; $list : un fichier ;
# $reason : un bout de phrase ; $oid : un numéro ; $command : une commande.

revoked-unspecified = raison non précisée
revoked-key-compromise = quelqu'un d'autre a peut-être sa clé
revoked-authority-compromise = quelqu'un d'autre a peut-être la clé de son autorité
revoked-affiliation-changed = le nom ou la position de son titulaire a changé
revoked-superseded = un autre l'a remplacé
revoked-cessation = il ne sert plus
revoked-hold = suspendu
revoked-privilege-withdrawn = ce qu'il permettait a été retiré
revoked-other = autre raison
revoked-for-all = Le certificat de « { $name } » est révoqué depuis le { $at } ({ $reason }), d'après `{ $list }` : nul ne peut distinguer ses vrais horodatages des faux, quelle que soit la date qu'ils portent.
revoked-for-now = Le certificat de « { $name } » est suspendu depuis le { $at }, d'après `{ $list }` : aucun de ses horodatages ne compte tant que son autorité n'y met pas fin, dans une liste plus récente.
revoked-without-reason = Le certificat de « { $name } » est révoqué depuis le { $at }, d'après `{ $list }`, sans raison donnée : aucun de ses horodatages ne compte alors, quelle qu'en soit la date (RFC 3161, section 4).
revoked-before = Le certificat de « { $name } » est révoqué depuis le { $at } ({ $reason }), d'après `{ $list }` : cet horodatage n'a pas été fait avant.
revoked-later = Le certificat de « { $name } » est révoqué depuis le { $at } ({ $reason }), d'après `{ $list }` : c'était après cet horodatage, et pour une telle raison ceux d'avant restent valables (RFC 3161, section 4).
certificate-not-revoked = Le certificat de « { $name } » n'était pas révoqué au { $at }, d'après la liste `{ $list }`.
certificate-list-too-early = Que le certificat de « { $name } » n'était pas révoqué quand il a horodaté : la liste `{ $list }` est du { $at }, avant l'horodatage. Prenez-en une plus récente.

list-too-large = elle est plus grande que ce que casefile lit (16 Mo)
list-too-many = avec elle il y a plus de 256 listes, et casefile n'en lit pas davantage : retirez celles que de plus récentes remplacent
list-unreadable = ce n'est pas une liste de révocation (CRL X.509, en PEM ou DER), ou elle est abîmée : récupérez-la de nouveau
list-indirect = elle parle de certificats d'autres autorités que la sienne, et casefile ne suit pas ces listes : prenez celle de l'autorité elle-même
list-delta = elle ne dit que ce qui a changé depuis une autre liste, et casefile ne suit pas ces listes : prenez la liste complète
list-partial = elle ne porte que sur certaines raisons, ou sur aucune clé, et ne peut donc montrer que rien n'a été révoqué : prenez la liste complète
list-unknown-critical = elle contient un élément ({ $oid }) qu'il faut comprendre et que casefile ne connaît pas : elle ne dit rien ici
list-unknown-issuer = elle est de « { $issuer } », dont aucun certificat n'est ici, ni parmi les racines ni dans un horodatage : retirez-la, ou placez à côté la racine de cette autorité
list-bad-signature = sa signature ne correspond pas à la clé de « { $issuer } » : elle est abîmée, ou d'un autre du même nom. Récupérez-la de nouveau auprès de l'autorité
list-unsupported = casefile ne vérifie pas ce genre de signature ({ $name }) : elle ne dit rien ici
list-not-allowed = « { $issuer } » l'a signée, alors que son certificat ne le lui permet pas
list-elsewhere = elle porte sur d'autres certificats de « { $issuer } » que ceux qui sont ici : récupérez la liste que ceux-ci désignent
list-outdated = elle est du { $made }, et il devait y en avoir une plus récente au plus tard le { $ended } : demandez-la à l'autorité. Ce qu'elle dit reste vrai de son jour
list-outdated-address = elle est du { $made }, et il devait y en avoir une plus récente au plus tard le { $ended } ; ce qu'elle dit reste vrai de son jour. Récupérez la plus récente dans le dossier de la liste : `{ $command }`

## Les preuves d'OpenTimestamps

ots-not-one = Ce n'est pas une preuve d'OpenTimestamps.
ots-too-large = Elle est plus grande qu'une preuve ne peut l'être.
ots-damaged = Elle est abîmée ou tronquée.
ots-newer = Elle est d'une version plus récente, ou repose sur une autre fonction d'empreinte que SHA-256.

## Ce qu'on a trouvé d'un ancrage
# $file : un fichier ; $why : une phrase ; $commit : un commit ; $missing, $said, $found : des nombres ;
# $height : le numéro d'un bloc ; $root : une racine de Merkle ; $calendar : une adresse.

anchor-untraced = `{ $file }` : { $why } Demandez à l'autorité elle-même son certificat racine, comparez l'empreinte, et placez-le dans `anchors/roots/`.
anchor-not-valid = `{ $file }` : { $why } Il n'en suit rien : demandez un nouvel horodatage. Innocent si l'autorité s'est trompée, ou si vous gardez un ancien certificat d'elle : prenez celui qui était valide alors.
anchor-revoked = `{ $file }` : { $why } Innocent : une autorité peut fermer, ou perdre une clé, sans que vous y soyez pour rien, et la déclaration peut être aussi ancienne qu'elle le dit. Ce qu'elle couvre repose désormais sur d'autres témoins : faites horodater la dernière déclaration par une autre autorité.
anchor-bad-token = `{ $file }` : { $why } Innocent si le fichier s'est abîmé en route : importez de nouveau la réponse de l'autorité.
anchor-statement-changed = `{ $file }` porte sur d'autres octets que ceux de la déclaration actuelle. Innocent si un éditeur ou git a changé ses fins de ligne ; sinon, elle a été réécrite après l'horodatage. Remettez les octets d'origine par `git restore` ou depuis une sauvegarde.
anchor-statement-missing = `{ $file }` porte sur une déclaration qui n'est pas ici. Innocent si les deux viennent de copies différentes du coffre : récupérez celle qui manque. Sans elle, l'horodatage ne dit rien d'aucune décision.
anchor-bad-statement = { $why } Remettez les octets d'origine par `git restore`, ou prenez le casefile qui l'a écrite.
anchor-gap = Elle dit qu'il y avait { $said } décisions ; { $found } d'entre elles sont ici, et { $missing ->
    [0] toutes ses têtes sont connues
    [one] une de ses têtes ne l'est pas
   *[other] { $missing } de ses têtes ne le sont pas
}. Innocent s'il manque une branche à cette copie : récupérez-la. Sinon, des décisions ont été retirées après l'ancrage.
anchor-tree-differs = Le commit qu'elle désigne a d'autres fichiers qu'elle ne dit : elle n'a pas été faite par casefile, ou le commit est contrefait.
anchor-altered = Le commit { $commit } a modifié `{ $file }` après son enregistrement.
anchor-altered-restored = Le commit { $commit } a modifié `{ $file }` ; les octets d'origine sont revenus.
anchor-removed = Le commit { $commit } a supprimé `{ $file }`.
anchor-removed-restored = Le commit { $commit } a supprimé `{ $file }` ; il est revenu inchangé.
anchor-not-recorded = `{ $file }` sur le disque n'est pas ce qui est enregistré ; `git restore` le remet.
anchor-bitcoin = `{ $file }` mène à la racine de Merkle { $root } du bloc Bitcoin { $height }. casefile n'a pas de réseau : comparez vous-même, par `bitcoin-cli getblockheader $(bitcoin-cli getblockhash { $height })` ou par deux explorateurs de blocs.
anchor-pending = `{ $file }` attend le calendrier { $calendar } ; `ots upgrade` la complète après quelques heures.
anchor-promise-unknown = `{ $file }` mène à quelque chose que casefile ne connaît pas ; `ots verify` peut-être.
anchor-bad-proof = `{ $file }` : { $why } Innocent si le fichier s'est abîmé en route : importez-le de nouveau.
anchor-witness-differs = `{ $file }` parle d'une ligne qui n'est pas de cette déclaration, ou d'une pièce qui n'est pas celle qu'il désigne.
anchor-not-stamped = Personne à l'extérieur ne s'en porte encore garant : `casefile audit anchor --request FICHIER` demande un horodatage, et une ligne que vous envoyez fait un témoin.

## Ce qu'un ancrage prouve, et ne prouve pas
# $at : un instant ; $authority, $root : des noms ; $file : un fichier ; $fingerprint : des chiffres ; $place, $when : les mots de l'utilisateur.

anchor-proves-stamped = La déclaration existait le { $at } : « { $authority } » l'a horodatée, et son certificat mène à « { $root } » (`{ $file }`, SHA-256 { $fingerprint }).
anchor-proves-untraced = Quelqu'un qui se nomme « { $authority } » a horodaté la déclaration et l'a datée du { $at }.
anchor-proves-witnessed = Vous avez noté l'envoi de sa ligne : { $place }, { $when }.
anchor-not-since-when = Depuis combien de temps elle existait, ni que ce que disent les décisions est vrai.
anchor-not-whose = Qui l'a horodatée, ni donc quand : n'importe qui peut faire un tel certificat.
anchor-not-when = Quand la déclaration a été faite.
anchor-not-sent = Que la ligne a été reçue : seul son destinataire peut le confirmer. Gardez le message envoyé.
anchor-not-block = Quand la déclaration a été faite, tant que vous n'avez pas regardé le bloc.
anchor-not-when-own = Quand elle a été faite : l'heure indiquée ne repose que sur la parole de qui l'a faite.

## Ce que prouve la fenêtre d'une décision
# $at : un instant ; $stamp : un fichier ; $authority : un nom ; $date : une date ; $place : les mots de l'utilisateur ; $digest : des chiffres.

window-not-before = Elle n'a pas été faite avant le { $at } : elle désigne `{ $stamp }`, que « { $authority } » a fait alors.
window-not-after = Elle n'a pas été faite après le { $at } : « { $authority } » a horodaté une déclaration qui la couvre (`{ $stamp }`).
window-witnessed = Elle existait déjà quand la ligne qui la couvre a été envoyée ; son destinataire peut le confirmer : { $place }.
window-dated-before = Elle porte la date { $date }, et désigne l'horodatage `{ $stamp }`, qui n'a été fait que le { $at } : elle a été écrite plus tard qu'elle ne le dit. Innocent si une horloge était fausse, ou si elle a été notée après coup ; dites-le par `casefile decide … amend`.
window-dated-after = Elle porte la date { $date }, et était déjà là le { $at }, quand `{ $stamp }` a été fait : elle a été écrite plus tôt qu'elle ne le dit. Innocent si une horloge était fausse.
window-stamp-lost = Qu'elle n'a pas été faite plus tôt qu'elle ne le dit : elle désigne un horodatage qui n'est pas ici ({ $digest }…).

ledger-limit-revoked = Si chaque certificat était encore bon : casefile n'a pas de réseau, et pour au moins un certificat d'une autorité il n'y a pas de liste de révocation à côté des racines (`anchors/roots/….crl`).
ledger-limit-lists = Si un certificat a été révoqué plus tard : une liste de révocation dit ce qu'il en était le jour où elle a été faite. Personne ne peut en forger une, mais qui tient le coffre peut en omettre une. Récupérez vous-même la plus récente.
ledger-limit-roots-inside = Si les racines sont bien celles des autorités : elles sont dans le coffre. Comparez leurs empreintes à celles que publient les autorités, ou donnez les vôtres par `--roots`.

verify-anchors = Ancrages
verify-anchors-broken = { $count ->
    [one] { $count } ancrage
   *[other] { $count } ancrages
} sur { $of } ne { $count ->
    [one] tient
   *[other] tiennent
} pas.
verify-anchor-covers = { $count ->
    [one] couvre { $count } décision
   *[other] couvre { $count } décisions
}
verify-faulty-roots = aucun certificat lisible : { $files }
verify-list-faults = Listes de révocation à regarder :

## La commande
# $path, $file : des fichiers ; $at : un instant ; $authority : un nom ; $count : un nombre.

anchor-made = la déclaration est `{ $path }` ; elle couvre { $count ->
    [one] { $count } décision
   *[other] { $count } décisions
}
anchor-there = rien n'a suivi `{ $path }` : c'est la déclaration d'aujourd'hui
anchor-next-line = prenez quelqu'un à témoin : collez la ligne dans votre prochain message au client, puis `casefile audit anchor --witness "où vous l'avez envoyée"`
anchor-next-request = ou demandez à une autorité : `casefile audit anchor --request q.tsq`
anchor-next-post = envoyez-la à une autorité d'horodatage de votre choix : `curl --header "Content-Type: application/timestamp-query" --data-binary @{ $file } --output r.tsr URL`
anchor-next-import = puis : `casefile audit anchor --import r.tsr`
anchor-nothing = il n'y a aucune décision enregistrée à ancrer
anchor-nothing-hint = prenez une décision par `casefile decide`, ou enregistrez celles qui sont là par `casefile record`
anchor-imported = horodaté le { $at } par « { $authority } »
anchor-imported-trusted = son certificat mène à « { $root } » (`{ $file }`) ; comparez l'empreinte à celle que publie l'autorité : { $fingerprint }
anchor-imported-open = chaîne non vérifiée : { $why }
anchor-imported-open-hint = demandez à l'autorité elle-même son certificat racine, comparez l'empreinte, et placez-le dans `anchors/roots/`
anchor-imported-no-list = on ne sait pas si le certificat de « { $name } » a été révoqué ; la liste de son autorité, récupérée dans `anchors/roots/`, le dira : `{ $command }`
anchor-refused-revoked-hint = rien n'a été modifié ; demandez à une autre autorité un horodatage pour la même demande
anchor-imported-proof = la preuve est conservée ; ce à quoi elle mène est à regarder par vous-même :
anchor-import-there = c'est déjà là : `{ $path }`
anchor-refused = `{ $file }` n'est pas conservé : { $why }
anchor-refused-hint = rien n'a été modifié ; importez la réponse entière de l'autorité, telle qu'elle est venue
anchor-refused-statement-hint = rien n'a été modifié ; les déclarations sont dans `anchors/` ; demandez un horodatage par `casefile audit anchor --request FICHIER`
anchor-refused-nonce-hint = rien n'a été modifié ; envoyez de nouveau la demande qui est à côté de la déclaration, et importez la réponse
anchor-no-statement = il n'y a pas encore de déclaration dont témoigner
anchor-no-statement-hint = faites-en une par `casefile audit anchor`, envoyez sa ligne, et relancez la commande
anchor-witness-outdated = des décisions ont suivi la dernière déclaration ; le témoin porte sur `{ $path }`
anchor-exhibit-needs-client = une pièce appartient au dossier d'un client : dites lequel
anchor-exhibit-needs-client-hint = lancez `casefile audit anchor CLIENT --witness "…" --exhibit FICHIER`
anchor-not-covered = la déclaration `{ $path }` ne couvre pas `{ $client }`
anchor-not-covered-hint = faites-en une qui le couvre : `casefile audit anchor { $client }`
anchor-faulty-root = `{ $file }` dans `anchors/roots/` ne contient aucun certificat lisible ; une liste de révocation doit finir par `.crl`
anchor-faulty-list = `{ $file }` dans `anchors/roots/` : { $why }

audit-anchors = Ancrages
audit-anchor-date = fait le
audit-anchor-count = décisions
audit-anchor-by = garanti par
audit-anchor-file = déclaration
audit-anchor-nobody = personne encore
audit-anchor-stamp = horodatage, { $authority }, { $day }
audit-anchor-proof = OpenTimestamps
audit-anchor-witness = envoyé : { $place }
status-unanchored = { $count ->
    [one] { $count } décision n'a encore aucun garant extérieur
   *[other] { $count } décisions n'ont encore aucun garant extérieur
} ; `casefile audit anchor` dit comment faire.
agenda-not-anchored = Décisions pas encore ancrées, depuis le
agenda-not-anchored-count = { $count ->
    [one] { $count } décision
   *[other] { $count } décisions
}
agenda-not-anchored-hint = `casefile audit anchor` en fait une déclaration, dont quelqu'un d'extérieur peut se porter garant.
