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
