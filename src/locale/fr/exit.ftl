### L'argent dû, le plan de sortie et l'agenda.

## Ce qui est dû : l'en-tête

# $client (Text) ; $date (Text).
owed-title = { $client } : ce qui est dû, au { $date }
# $date (Text).
owed-title-all = Ce qui est dû, au { $date }
owed-nothing = Rien ne figure au dossier côté argent : ni facture, ni jalon, ni acompte.
owed-all-settled = Rien n'est dû.
# $law (Text) ; $source (Text) ; $checked (Day).
owed-terms-law = Intérêts de retard : { $law }. Taux de référence : { $source } ; table du { $checked }.
# $until (Day).
owed-terms-known-until = Les taux sont connus jusqu'au { $until }.
# $law (Text).
owed-terms-no-rate = Intérêts de retard : { $law }.
# $path (Text).
owed-terms-own = Le fichier du coffre les complète : { $path }.
# $rate (Percent).
owed-terms-yearly = Intérêts de retard : { $rate } par an selon le contrat.
owed-terms-waived = Intérêts de retard : aucun n'est demandé.
owed-terms-unset = Intérêts de retard : la note du client n'en dit rien.
# $name (Text).
owed-terms-unknown = Intérêts de retard : aucun fichier ne parle de « { $name } ».

## Ce qui est dû : les sommes

owed-outstanding = À encaisser
owed-overdue = dont en retard
owed-interest = Intérêts de retard
owed-compensation = Indemnités forfaitaires
owed-to-ask = En retard, avec intérêts et indemnités
owed-paid-late = Payé en retard
owed-late-charges = intérêts et indemnités correspondants
owed-unbilled = Fait, non facturé
owed-in-progress = Part faite des jalons en cours
owed-deposits = Acomptes détenus
owed-no-clients = Aucun client n'est encore au dossier.
owed-charges = Intérêts et indemnités
owed-total = Ensemble

## Ce qui est dû : les lignes

owed-invoices = Factures impayées
# $invoice (Text) ; $amount (Money) ; $due (Day) ; $days (Count).
owed-invoice-overdue =
    { $invoice } · { $amount } · échéance le { $due }, { $days ->
        [one] { $days } jour de retard
       *[other] { $days } jours de retard
    }
# $invoice (Text) ; $amount (Money) ; $due (Day).
owed-invoice-open = { $invoice } · { $amount } · échéance le { $due }
# $invoice (Text) ; $amount (Money).
owed-invoice-no-due = { $invoice } · { $amount } · sans échéance
# $invoice (Text) ; $amount (Money) ; $due, $paid (Day) ; $days (Count).
owed-invoice-paid =
    { $invoice } · { $amount } · échéance le { $due }, payée le { $paid }, { $days ->
        [one] { $days } jour de retard
       *[other] { $days } jours de retard
    }
# $from, $until (Day) ; $principal, $amount (Money) ; $rate, $reference (Percent) ; $days (Count).
owed-line-law =
    du { $from } au { $until } : { $principal } × { $rate } (taux de référence : { $reference }) × { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } / 365 = { $amount }
# $from, $until (Day) ; $principal, $amount (Money) ; $rate (Percent) ; $days (Count).
owed-line-yearly =
    du { $from } au { $until } : { $principal } × { $rate } × { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } / 365 = { $amount }
# $from, $until (Day).
owed-line-unknown = du { $from } au { $until } : aucun taux de référence n'est au dossier, ces jours ne portent donc pas d'intérêts
owed-line-too-large = les intérêts sont trop grands pour être calculés et ne sont pas comptés
# $amount (Money).
owed-line-compensation = indemnité forfaitaire pour frais de recouvrement : { $amount }
owed-line-compensation-unclear = l'indemnité dépend du montant de la dette dans la monnaie de la loi ; calculez-la à la main
# $amount (Money).
owed-line-total = intérêts : { $amount }
owed-credits = Avoirs non soldés
owed-milestones = Jalons non facturés
# $title (Text) ; $amount, $worth (Money) ; $done (Percent).
owed-milestone = { $title } · { $done } de { $amount } = { $worth }
owed-held = Acomptes détenus
# $title (Text) ; $amount (Money) ; $received (Day).
owed-deposit = { $title } · { $amount } · reçu le { $received }
# $title (Text) ; $amount (Money).
owed-deposit-undated = { $title } · { $amount }
owed-deposit-untitled = acompte

## Ce qui est dû : les relances

owed-reminders = Relances
# $invoice (Text) ; $number (Count) ; $from (Day).
reminder-next = { $invoice } : relance n° { $number }, à partir du { $from }
# $invoice (Text) ; $number (Count) ; $from, $before (Day).
reminder-again = { $invoice } : relance n° { $number }, à partir du { $from } (la précédente date du { $before })
# $invoice (Text) ; $number (Count) ; $from, $before (Day).
reminder-last = { $invoice } : relance n° { $number }, à partir du { $from }, en mise en demeure avec une date (la précédente date du { $before })
# $invoice (Text) ; $before (Day).
reminder-none-left = { $invoice } : toutes les relances sont parties, la dernière le { $before } ; la suite est une action en paiement, ou lâcher prise
# $invoice (Text).
reminder-not-planned = { $invoice } : aucune relance n'est prévue
owed-reminders-about = Comptées à partir de l'échéance, puis de votre dernier message dont l'objet nomme la facture.

## Ce qui est dû : ce qui a été supposé

owed-assumed = Supposé
owed-assumed-no-terms = La note du client n'a pas de `late-interest` : aucun intérêt n'est compté. Écrivez `eu`, `fr`, `uk`, un taux annuel comme `12%`, ou `none`.
# $name (Text).
owed-assumed-unknown-terms = `late-interest` indique « { $name } », et ce fichier n'existe pas. Écrivez `eu`, `fr`, `uk`, `us`, un taux annuel comme `12%`, `none`, ou ajoutez `late-interest/{ $name }.toml` au coffre.
owed-assumed-no-rate = `late-interest` n'est pas au-dessus de zéro : aucun intérêt n'est compté.
# $name (Text).
owed-assumed-contract = « { $name } » n'a pas de taux légal : si le contrat en prévoit un, écrivez-le comme taux annuel, par exemple `12%`.
# $invoice (Text).
owed-assumed-zero = La facture { $invoice } est d'un montant nul et ne compte pas.
# $invoice (Text).
owed-assumed-no-due = La facture { $invoice } n'a pas d'échéance et aucun délai de paiement n'est convenu : elle est à encaisser, pas en retard. Écrivez `due`.
owed-assumed-credit = Les avoirs sont déduits de ce qui est à encaisser. Les intérêts portent sur les factures entières, car un avoir ne dit pas laquelle il réduit.
# $title (Text).
owed-assumed-unbilled = « { $title } » ne nomme aucune facture et passe pour non facturé. Une fois la facture faite, écrivez son numéro dans `invoice`.
# $title, $invoice (Text).
owed-assumed-no-such-invoice = « { $title } » nomme la facture { $invoice }, qui n'est pas au dossier ; il passe pour non facturé.
owed-hand = Chaque ligne est arrondie au plus proche, les moitiés en s'éloignant de zéro, et l'année compte 365 jours. C'est de l'arithmétique, pas un conseil juridique.
owed-more = `casefile owed CLIENT` montre le calcul, ligne par ligne.

## L'agenda

# $until (Text).
agenda-title = Agenda jusqu'au { $until }
agenda-empty = Rien n'est à faire d'ici là.
agenda-overdue = En retard
# $time (Time).
agenda-cooling-off = relire la lettre ; la sortie pourra être annoncée à partir de { $time }
# $time (Time), $client (Text).
agenda-cooling-off-unwritten = écrire la lettre (`casefile draft { $client }`) ; la sortie pourra être annoncée à partir de { $time }
# $decided (Day).
agenda-announce = relire le brouillon, puis leur annoncer la sortie décidée le { $decided }, ou décider de poursuivre
# $decided (Day), $client (Text).
agenda-announce-unwritten = sortie décidée le { $decided } : écrire la lettre (`casefile draft { $client }`), ou décider de poursuivre
# $count (Count), $client (Text).
agenda-screening =
    { $count ->
        [one] { $count } question préalable attend une réponse (`casefile screen { $client }`)
       *[other] { $count } questions préalables attendent une réponse (`casefile screen { $client }`)
    }
# $what (Text).
agenda-lesson = mettre en pratique : { $what }
# $invoice (Text), $number (Count).
agenda-reminder = relance n° { $number } de la facture { $invoice }
# $invoice (Text), $number (Count).
agenda-reminder-last = relance n° { $number } de la facture { $invoice }, en mise en demeure avec une date
# $what (Text).
access-end-theirs = mettre fin à leur accès : { $what }
# $what (Text).
access-end-ours = rendre notre accès : { $what }
# $what (Text).
access-change-shared = changer les secrets partagés : { $what }

## Le plan de sortie

# $client (Text).
plan-title = Partir : { $client }
# $stage (Phrase).
plan-stage = Étape : { $stage }.
# $flag (Text) ; $date (Day).
plan-deal-breaker = « { $flag } », confirmé le { $date }, est rédhibitoire : partez, quoi qu'il en coûte.
plan-deal-breaker-how = Enregistrez tout, prévenez la plateforme, preuves à l'appui, s'il y en a une, coupez les accès maintenant, écrivez une fois, ne répondez plus.
plan-deal-breaker-cost = Les chiffres ci-dessous disent ce que cela coûte. Ils ne sont pas une raison de rester.
plan-steps = Étapes
plan-steps-about = Cochez une étape quand elle est faite. `casefile plan next` donne celle qui est sûre maintenant, et `casefile check` signale celle qui est cochée avant ce qu'il faut d'abord. Ces lignes sont à vous : changez, ajoutez, retirez.
plan-money = L'argent : maintenant, ou après le prochain paiement
plan-now = Maintenant
# $what (Text) ; $date (Text).
plan-later = Après { $what }, { $date }
plan-told = Annonce
plan-last-day = Dernier jour de travail
plan-to-come = À encaisser ou à facturer
plan-given-up = Travail convenu abandonné
plan-to-refund = Reçu pour un travail non fait
# $share (Percent).
plan-income-share = Ce client fait { $share } de vos revenus. Voyez d'où viendront les prochains avant de lâcher celui-ci.
# $months (Score).
plan-runway = Votre réserve tient { $months } mois sans aucun revenu.
# $months (Score).
plan-runway-others = Si les autres clients paient comme avant, elle comble l'écart pendant { $months } mois.
plan-runway-unknown = On ne sait pas combien de temps tient votre réserve : écrivez `reserve` et `spending` sous `[exit]` dans casefile.toml.
plan-deliverables = Ce que vous leur devez
plan-no-deliverables = Aucun livrable n'est au dossier.
plan-access = Les accès, dans les deux sens
plan-no-access = Aucun accès n'est au dossier.
plan-access-about = Préparez tout avant l'annonce ; coupez les accès après. Le client garde les siens jusqu'à la fin du préavis, un mois au moins, le temps de récupérer ses fichiers. En cas de signal rédhibitoire, coupez maintenant.
plan-people = Les répercussions, et qui doit l'apprendre de vous d'abord
# $platform (Text).
plan-hear-platform = { $platform } l'apprend de vous d'abord, preuves à l'appui : elle soutient qui vient en premier et peut montrer.
# $decider, $contact (Text).
plan-hear-decider = { $decider } décide, et vous traitez avec { $contact } : faites en sorte que la personne qui décide le tienne de vous, par écrit.
plan-fear-review = Un mauvais avis ou une plainte : gardez comme pièces les messages qui l'annoncent, et n'y répondez pas.
plan-fear-refund = Une demande de remboursement : connaissez le chiffre ci-dessus avant qu'on vous en donne un.
# $count (Count).
plan-fear-word =
    { $count ->
        [one] { $count } incident confirmé n'a pas de pièce : obtenez un écrit avant de couper les ponts, pour que ce ne soit pas parole contre parole.
       *[other] { $count } incidents confirmés n'ont pas de pièce : obtenez par écrit ce qui compte avant de couper les ponts, pour que ce ne soit pas parole contre parole.
    }
plan-fear-circle = Le bouche-à-oreille : dites-le à celles et ceux qui l'apprendraient de toute façon, brièvement et sans méchanceté, une fois le client prévenu.
plan-agreement = Le contrat
# $told, $day (Day).
plan-end-told = L'annonce date du { $told } ; selon le préavis convenu, le dernier jour est le { $day }.
# $told (Day).
plan-end-told-at-once = L'annonce date du { $told } ; aucun préavis n'est convenu.
# $told, $day (Day).
plan-end-if-told = Si l'annonce a lieu le { $told }, le dernier jour selon le préavis convenu est le { $day }.
plan-end-unknown = Aucun préavis n'est convenu, d'après le dossier : relisez le contrat avant de nommer un dernier jour.
plan-until-then = Jusqu'au dernier jour, vous devez le travail convenu et rien de plus ; aucune nouvelle promesse.
plan-no-refund = Rien n'a été reçu pour un travail non fait, d'après le dossier.
plan-refund = Ce qui a été reçu pour un travail qui ne sera pas fait est rendu, au prorata de ce qui manque ; ensuite, plus rien n'est dû.
plan-substitute = Si vous ne pouvez pas finir, nommez quelqu'un qui le peut.
plan-telling = Comment le dire
# $how (Phrase).
telling-empathetic = Dites-le { $how }, avec une raison et des remerciements, et confirmez-le par e-mail le jour même.
# $how (Phrase).
telling-direct = Dites-le { $how }, brièvement : la décision, une raison, le dernier jour, la suite. Sans porte ouverte.
plan-reasons = Pourquoi
plan-against = Ce qui s'y oppose
# $flag (Text) ; $date (Day).
telling-because-deal-breaker = « { $flag } », confirmé le { $date } : un seul message écrit, la raison une fois.
telling-because-once = Tout est enregistré et vous ne devez plus de réponse ; après ce message, le silence en est une aussi.
telling-against-written = Ce qui est écrit peut être montré : n'écrivez rien que vous ne laisseriez lire à voix haute.
# $count, $days (Count).
telling-because-harsh = { $count } incidents confirmés de nature dure dans les { $days } derniers jours : une explication tournerait au débat.
telling-against-direct = Bref se lit froid. Si tout tient à un mauvais mois, une lettre plus douce garde une porte dont vous voudrez peut-être.
telling-because-fit = Pas de série d'incidents durs : il s'agit d'une entente qui manque ; une explication coûte peu et garde leur bonne parole.
telling-against-empathetic = Un ton doux peut s'entendre comme une invitation à négocier : décidez avant l'échange de ce que vous ne discuterez pas.
telling-because-call = Une voix montre que vous ne voulez de mal à personne ; cela ne devrait pas s'apprendre dans une boîte de réception.
# $how (Phrase).
telling-against-call = D'habitude, vous échangez { $how } : annoncez-y l'appel, sinon il prend par surprise. Un appel ne laisse pas de trace non plus ; l'e-mail qui le suit en fait partie.
# $how (Phrase).
telling-because-used = D'habitude, vous échangez { $how } ; une autre voie serait déjà un message.
telling-against-written-only = Par écrit seulement, on se lit mal, et cela ressemble à se cacher.
telling-against-unknown = La note du client ne dit pas comment vous échangez d'habitude ; la voie habituelle serait peut-être la meilleure.
plan-nothing-assumed = Rien.
plan-assumed-unsigned = Aucune date de signature n'est au dossier : ce qui est convenu est peut-être moins que vous ne pensez, ou plus.
plan-assumed-no-notice = Aucun préavis n'est au dossier ; le dernier jour est pris au jour de l'annonce.
# $day (Day).
plan-assumed-past = Le préavis a pris fin le { $day } ; ce qui reste ouvert est en retard.
plan-assumed-no-deliverables = Aucun livrable n'est au dossier ; il est supposé que rien ne reste à remettre.
plan-assumed-no-access = Aucun accès n'est au dossier : pensez aux dossiers, aux comptes, aux clés, aux agendas, dans les deux sens.
plan-assumed-no-share = `income-share` n'est pas au dossier : on ne peut dire ce que coûte cette perte.
plan-mine = Avec mes mots
plan-mine-about = Pourquoi je pars, ce que je ne discuterai pas, qui me soutient. Personne ne lit ceci que vous.
plan-next-done = Toutes les étapes sont faites. Le dossier peut être clos quand vous voudrez ; faites ensuite quelque chose de bon pour vous.
# $steps (Text).
plan-next-stuck = Aucune étape n'est libre : celles-ci s'attendent l'une l'autre : { $steps }. Corrigez `after:` dans le plan.

## Les étapes d'un nouveau plan

step-save = Tout enregistrer : messages, contrat, ce qui a été livré, reçus, comme pièces.
step-money = Passer en revue ce qui est dû et choisir le jour : maintenant, ou après le prochain paiement.
step-next-income = Regarder d'où viendra le prochain revenu, et le nommer ici.
step-in-writing = Obtenir par écrit ce qui n'a été que dit.
step-finish = Finir ce qui peut l'être, et marquer ce qui ne le peut pas.
step-substitute = Demander à quelqu'un qui pourrait reprendre si vous pouvez donner son nom.
step-package = Rassembler tout ce qui est à eux, prêt à partir : fichiers, exports, identifiants.
step-list-access = Lister les accès dans les deux sens, et copier ce dont vous aurez besoin chez eux.
# $client (Text).
step-platform = Prévenir la plateforme d'abord, preuves à l'appui : `casefile draft { $client } platform`.
# $client (Text).
step-decide = Décider : `casefile decide { $client } exit`.
step-cut-now = Mettre fin à tous les accès et changer les secrets partagés, maintenant.
# $client (Text).
step-tell-once = Écrire une fois : cela s'arrête aujourd'hui, la raison, plus de contact (`casefile draft { $client } final`). Ensuite, ne plus répondre.
# $client (Text).
step-draft = Écrire la lettre, la laisser reposer une nuit, la relire : `casefile draft { $client }`.
# $how (Phrase).
step-tell = L'annoncer, { $how }.
# $client (Text).
step-follow-up = Envoyer la confirmation le jour même et la garder comme pièce : `casefile decide { $client } announce`.
# $client (Text).
step-hand-over = Remettre le tout, et garder l'accusé de réception : `casefile draft { $client } handover`.
step-bill = Facturer ce qui est fait et ne l'est pas encore.
step-refund = Rendre ce qui a été reçu pour un travail non fait, et garder le reçu.
step-cut-theirs = Mettre fin à leurs accès chez vous, au jour indiqué plus bas.
step-cut-ours = Rendre vos accès chez eux.
step-shared = Changer tous les secrets partagés.
# $client (Text).
step-claim = Demander ce qui est en retard, avec les intérêts s'ils sont dus : `casefile owed { $client }`.
# $client (Text).
step-close = Clore : `casefile decide { $client } close`, puis `casefile postmortem { $client }`.
