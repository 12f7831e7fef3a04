### Les preuves transmises : la chronologie, le mode d'emploi, les limites de qui les reçoit.

## La chronologie : la première page

# $client (Text).
chronology-title = Chronologie : { $client }
# $date (Text).
chronology-as-of = État au { $date }
chronology-about = Voici le dossier d'une relation d'affaires. Chaque entrée vient d'une note datée ; chaque pièce est un fichier original, inchangé, et son empreinte figure à la fin. README-VERIFY.txt explique comment le vérifier sans le programme qui l'a produit.
chronology-who = Les parties
chronology-provider = Prestataire
chronology-client = Client
chronology-contact = Interlocuteur
chronology-decides = Décide
chronology-platform = Plateforme
chronology-agreed = Ce qui a été convenu
chronology-agreed-none = Le dossier ne dit pas ce qui a été convenu.
chronology-work = La prestation
# $date (Day).
chronology-signed = Accord du { $date }.
# $hours (Text).
chronology-hours = Horaires convenus : { $hours }.
# $period (Phrase).
chronology-reply = Les questions reçoivent une réponse sous { $period }.
# $period (Phrase).
chronology-terms = Les factures sont payées sous { $period }.
# $rate (Text): percent.
chronology-interest = Le retard de paiement coûte { $rate } % par an.
# $period (Phrase).
chronology-notice = Préavis : { $period }.
chronology-sum = Les montants
chronology-sum-none = Aucune facture au dossier.
# $amount (Money).
chronology-invoiced = Facturé : { $amount }
# $amount (Money).
chronology-paid = Payé : { $amount }
# $amount (Money).
chronology-open = Non payé : { $amount }
# $amount (Money).
chronology-overdue = En retard : { $amount }
chronology-invoice = Facture
chronology-issued = Émise
chronology-due = Échéance
chronology-amount-head = Montant
chronology-state = État
# $amount (Money).
chronology-amount = { $amount }
# $date (Day).
chronology-paid-on = payée le { $date }
# $count (Count).
chronology-open-days = { $count ->
    [one] { $count } jour de retard
   *[other] { $count } jours de retard
}
chronology-not-due = pas encore échue
chronology-asked = Ce qui est demandé
# $amount (Money); $invoice (Text); $date (Day); $count (Count).
chronology-ask-payment = { $count ->
    [one] Le paiement de { $amount }, facture { $invoice }, échue le { $date } : { $count } jour de retard.
   *[other] Le paiement de { $amount }, facture { $invoice }, échue le { $date } : { $count } jours de retard.
}
chronology-ask-end = Qu'il soit pris acte de la fin de la collaboration, telle qu'elle a été annoncée.
chronology-ask-nothing = Aucune somme n'est demandée à ce jour ; ce dossier montre ce qui s'est passé.

## La chronologie : ce qui s'est passé

chronology-facts = Ce qui s'est passé
chronology-facts-none = Rien de daté au dossier.
chronology-date = Date
chronology-what = Ce qui s'est passé
chronology-exhibits-of = Pièce
chronology-suspected = Noté sur le moment, pas encore évoqué avec le client.
# $date (Day).
chronology-crossed = Cela franchit la limite annoncée le { $date }.
chronology-outside-hours = Reçu hors des horaires convenus.
# $deed (Phrase).
chronology-decision = Décision : { $deed }.
# $text (Text).
chronology-consequence = Ce qui suit si ce n'est pas respecté : { $text }
chronology-exhibit = Conservé comme preuve
chronology-exhibits = Pièces
chronology-absent = conservé à part, absent de ce dossier ; l'empreinte est celle du jour où il a été recueilli
chronology-exhibits-none = Aucun original dans ce dossier.
chronology-file = Fichier
chronology-origin = Provenance
chronology-acquired = Conservée le
chronology-digest = SHA-256
chronology-changed = Ses octets ne sont plus ceux du jour où elle a été conservée.

## La chronologie : ce qui est masqué

# $number (Count).
chronology-withheld = [masqué { $number }]
chronology-withheld-head = Ce qui est masqué
chronology-withheld-about = Dans cette chronologie, et nulle part ailleurs, des mots sont remplacés par une marque entre crochets. Les originaux, leurs empreintes et les décisions de ce dossier sont entiers.
# $number, $count (Count).
chronology-withheld-name = Marque { $number } : un nom ou d'autres mots, { $count } fois.
# $number, $count (Count).
chronology-withheld-amount = Marque { $number } : un nombre ou un montant, { $count } fois.
# $number, $count (Count).
chronology-withheld-address = Marque { $number } : une adresse électronique, { $count } fois.

## Le mode d'emploi

readme-title = COMMENT VÉRIFIER CE DOSSIER
# $client (Text).
readme-about = Ce dossier réunit les pièces de l'affaire { $client }. Vous pouvez le vérifier avec des programmes présents ou installables sur toute machine Linux ou macOS : un terminal, sha256sum et git. Vous n'avez pas besoin de casefile, ni de faire confiance à la personne qui vous a remis ce dossier. Ouvrez un terminal dans ce dossier (celui qui contient ce fichier) et tapez les commandes telles quelles.
readme-no-sha256sum = Sur une machine sans sha256sum, tapez shasum -a 256 à sa place.
readme-digests = Chaque fichier de l'affaire est tel qu'il était quand ce dossier a été constitué. Chaque ligne se termine par OK (ou Réussi).
readme-tags = Il en va de même des fichiers d'à côté, dont celui-ci et la liste des empreintes.
readme-clone = L'historique des enregistrements devient un dépôt git à côté de ce dossier.
readme-fsck = Rien n'est abîmé et rien ne manque dans l'historique. Aucune erreur ne s'affiche.
readme-log = L'historique, du plus récent au plus ancien : qui a enregistré quoi, quel jour selon sa propre horloge, et l'empreinte de chaque décision.
readme-same = Les décisions de ce dossier sont, octet pour octet, celles de l'historique. Rien ne s'affiche.
readme-as-recorded = Elles sont ce qui a été enregistré à l'origine : chaque empreinte affichée ici figure dans l'historique qu'a montré l'étape 5, après « Casefile-Digest ». Celle qui n'y figure pas est celle d'une décision modifiée après son enregistrement, ou enregistrée sans casefile.
readme-compare = Les empreintes des décisions de ce dossier ; comparez-les à celles que montre l'historique. Une décision que l'historique ne montre pas n'y a pas été enregistrée.
readme-files = Les fichiers de l'historique. Il ne contient pas encore de décision.
readme-no-ledger = Rien n'est encore enregistré dans git au sujet de ce client : il n'y a pas d'historique à vérifier.
readme-report = Ce que casefile a constaté lui-même en faisant ce dossier est dans data/06-verify-report.txt, ce qui ne tient pas en premier. Les commits qui y sont nommés sont ceux de l'historique entier ; chacun de ceux d'ici nomme le sien après « Casefile-Source ».
readme-signed-head = DÉCISIONS SIGNÉES
readme-signed = L'historique de ce dossier est tiré d'un historique plus large qui parle aussi d'autres clients ; ses commits ne portent donc pas de signature. Les commits signés sont dans data/03-signed-commits, tels que git les conserve. Chacun nomme l'empreinte de sa décision. Une fois la clé publique du signataire connue de git (gpg.ssh.allowedSignersFile, ou votre trousseau), deux commandes vérifient chacun d'eux :
readme-stamps-head = HORODATAGES
readme-stamps = Une autorité extérieure a horodaté des déclarations de ce qu'était l'historique. Chaque déclaration de data/04-anchors ne contient que des empreintes : celle de la dernière décision au sujet de chaque client (les têtes), et par elle celles de toutes les décisions d'avant. Il vous faut openssl, et le certificat racine de l'autorité : ne prenez celui de data/04-anchors/roots qu'après avoir comparé son empreinte à celle que publie l'autorité. « Verification: OK » veut dire que la déclaration existait à cet instant, de même que les décisions qu'elle désigne, et celles que celles-ci désignent sous « prev ». Là où la liste de révocation de son autorité est ici, elle montre si un certificat a été révoqué, au jour de la liste ; sinon, c'est à vous de le demander.
readme-stamp = Horodaté le { $at } par { $authority }. Est-ce vrai ?
readme-stamp-open = Le certificat racine de l'autorité n'est pas dans ce dossier : demandez-le-lui. Ceci montre ce que dit l'horodatage :
readme-lists = Les certificats qui le garantissent ont-ils été révoqués ? Sortez-les d'abord de l'horodatage ; ils se placent à côté de ce dossier. « CMS Verification successful » s'affiche.
# $name : un nom de certificat ; $at : un instant.
readme-list = Celui de « { $name } » ne l'était pas au { $at }, si ceci finit par OK.
readme-list-later = Celui de « { $name } » l'a été, après cet horodatage : ceci montre quand, et pour quelle raison, avec « verify OK » si son autorité a signé la liste. Pour unspecified, affiliation changed, superseded et cessation of operation, les horodatages d'avant restent valables (RFC 3161, section 4).
readme-list-revoked = Il ne compte pas : le certificat de « { $name } » a été révoqué. Ceci montre quand, et pour quelle raison s'il y en a une ; puis ce que dit l'horodatage :
readme-stamp-head = La déclaration désigne l'empreinte de cette décision : 1 s'affiche.
readme-stamp-named = Ces décisions désignent l'empreinte de cet horodatage, elles n'ont donc pas été faites avant lui :
readme-limits-head = CE QUE CELA NE MONTRE PAS
readme-limits = Que rien n'a été omis, que ce que dit une note est vrai, ni qu'une date est exacte : dans git, qui enregistre choisit la date. Une date n'est sûre que dans la mesure où un tiers en répond. Gardez l'empreinte de tagmanifest-sha256.txt là où la personne qui vous l'a remis ne peut pas la changer, et toute modification ultérieure se verra.
# $client (Text); $day (Day).
bag-description = Dossier de l'affaire { $client } au { $day } : chronologie, pièces, originaux, décisions, liste de conservation, vérification, historique.

## La remise
# $path: a folder or file; $text: a pattern.

bundle-inside-vault = `{ $path }` est dans le coffre : déplacez-le avant tout commit
bundle-inside-clients = `{ $path }` est dans le dossier d'un client
bundle-inside-clients-hint = indiquez un dossier hors de `clients/`
bundle-read-first = les notes y sont telles quelles, ressentis et lectures compris : relisez `data/02-originals` avant de remettre le dossier
bundle-no-ledger = rien n'est encore enregistré dans git au sujet de ce client : le dossier n'a pas d'historique
# $file, $path (Text).
bundle-detached-absent = `{ $file }` est conservé à part, à `{ $path }`, et n'est pas ici : le dossier n'en a que la note et l'empreinte
bundle-detached-other = le fichier à `{ $path }` n'est pas celui conservé comme `{ $file }` : le dossier n'en a que la note et l'empreinte
bundle-detached-large = `{ $file }` à `{ $path }` dépasse 512 Mo : le dossier n'en a que la note et l'empreinte ; remettez le fichier à côté
bundle-does-not-hold = un enregistrement ne tient pas ; `data/06-verify-report.txt` dit lequel
bundle-not-found = `{ $text }` ne figure nulle part dans la chronologie : rien n'a été masqué pour cela
bundle-empty-pattern = il n'y a rien à masquer dans `{ $text }`
bundle-empty-pattern-hint = indiquez les mots à ne pas montrer
bundle-unreadable = `{ $path }` est illisible et ne figure pas dans le dossier
cannot-zip = le fichier zip ne peut pas être constitué

## Qui reçoit des preuves
# $exhibit: a number; $size, $limit: megabytes or characters; $kinds: endings of names.

profile-kind = { $exhibit } est d'un type qui n'y est pas accepté ; le sont { $kinds }
profile-kind-hint = remettez-en une impression en PDF à côté du texte, et gardez l'original pour qui le demande
profile-file = { $exhibit } pèse { $size } Mo ; un fichier doit rester sous { $limit } Mo
profile-file-hint = remettez les pages utiles dans un PDF à part, en nommant la pièce d'où elles viennent
profile-total = les pièces pèsent { $size } Mo ensemble ; la limite est de { $limit } Mo
profile-total-hint = remettez celles qui montrent le point en litige, et nommez les autres
profile-text = la chronologie compte { $length } caractères ; la limite est de { $limit }
profile-text-hint = donnez la première page en texte et la chronologie entière en PDF
profile-stripe = Stripe accepte PDF, JPEG et PNG jusqu'à 5 Mo chacun, un fichier par type de preuve ; imprimez la chronologie en PDF
profile-paypal = PayPal accepte JPG, GIF, PNG et PDF de moins de 10 Mo chacun, 50 Mo par dossier ; imprimez la chronologie en PDF
profile-card = les réseaux de cartes acceptent 14,5 Mo et 19 pages en tout : imprimez la chronologie et les pièces utiles en un seul PDF, et comptez ses pages
profile-upwork = Upwork laisse 7 jours pour contester ; commencez par le périmètre, les livraisons, les dates et les messages
profile-upwork-form = Upwork ne publie pas de limite pour les fichiers : vérifiez le formulaire
profile-court = imprimez `00-chronology.html` en PDF : ses pages sont numérotées, et chaque pièce garde son numéro
