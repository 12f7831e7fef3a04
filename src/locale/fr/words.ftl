### Les noms des valeurs du modèle, et les moules des dates et des nombres.
###
### Un nom tient dans une phrase ou dans une case de tableau : ni majuscule, ni point final.
### Les espaces devant : ; ! ? % » et après « se tapent simples ; le programme les rend
### insécables.
###
### Glossaire, un mot par idée, partout le même :
###
###   access             accès (m.)
###   agenda             agenda (m.)
###   amendment          rectification (f.)
###   anchor             ancrage (m.) ; to anchor: ancrer ; anchor line: ligne d'ancrage (f.)
###   anchor statement   déclaration (f.) ; head (of a chain): tête (f.)
###   announce           annoncer ; annonce (f.)
###   boundary           limite (f.) ; to set: poser ; to breach: franchir ; kept: tenue
###   bundle             dossier de preuves (m.)
###   case               dossier (m.)
###   client             client (m.)
###   close              clore ; clôture (f.)
###   cooling-off        délai de réflexion (m.)
###   credit             bon moment (m.)
###   deal-breaker       rédhibitoire
###   decision           décision (f.)
###   deliverable        livrable (m.)
###   digest             empreinte (f.)
###   draft              brouillon (m.)
###   exhibit            pièce (f.)
###   exit               sortie (f.) ; to exit: mettre fin à la relation
###   finding            constat (m.)
###   half-life          demi-vie (f.)
###   handover           passation (f.)
###   incident           incident (m.)
###   invoice            facture (f.) ; overdue: en retard ; outstanding: à encaisser
###   keep               poursuivre ; poursuite (f.)
###   ledger             registre (m.)
###   letter             lettre (f.)
###   level              niveau (m.) ; error: erreur (f.) ; warning: avertissement (m.)
###   milestone          jalon (m.)
###   note               note (f.)
###   notice period      préavis (m.)
###   postmortem         bilan (m.)
###   pulse              ressenti (m.)
###   record             consigner
###   red flag           signal d'alerte (m.)
###   report             rapport (m.)
###   review             réexamen (m.) ; review overdue: réexamen en retard
###   rule               règle (f.)
###   scope              périmètre (m.)
###   score              score (m.) ; term: terme (m.)
###   screening          qualification (f.)
###   second chance      seconde chance (f.)
###   severity           gravité (f.)
###   signal             indice (m.)
###   stage              étape (f.)
###   standing           situation (f.)
###   status             statut (m.)
###   time stamp         horodatage (m.) ; authority: autorité d'horodatage (f.)
###   timeline           chronologie (f.)
###   vault              coffre (m.)
###   verify             vérifier

## Ce que dit le score (la situation)

standing-clear = sereine
standing-watch = à surveiller
standing-boundary = limite à poser
standing-exit = sortie à préparer

## Où en est la relation (l'étape)

stage-prospect = prospect
stage-engaged = en cours
stage-on-notice = limite en vigueur
stage-leaving = sortie en préparation
stage-told = sortie annoncée
stage-closed = terminée
stage-declined = refusée

## La gravité d'un incident

severity-low = faible
severity-medium = moyenne
severity-high = élevée
severity-critical = critique

## La certitude d'un incident

status-suspected = soupçonné
status-confirmed = confirmé
status-dismissed = écarté

## Les décisions : le nom, puis ce qui a été fait

kind-accept = acceptation
kind-decline = refus
kind-boundary = limite
kind-keep = poursuite
kind-exit = sortie
kind-announce = annonce
kind-close = clôture
kind-reopen = reprise
kind-amend = rectification

deed-accept = client accepté
deed-decline = client refusé
deed-boundary = limite posée
deed-keep = poursuite décidée
deed-exit = sortie décidée
deed-announce = sortie annoncée
deed-close = dossier clos
deed-reopen = dossier rouvert
deed-amend = décision rectifiée

## Les canaux : le nom, puis la façon de dire

channel-email = e-mail
channel-phone = appel téléphonique
channel-video = visioconférence
channel-chat = messagerie
channel-in-person = rendez-vous
channel-letter = lettre

by-email = par e-mail
by-phone = par téléphone
by-video = en visioconférence
by-chat = par messagerie
by-in-person = de vive voix
by-letter = par courrier

## L'avancement d'un livrable

deliverable-owed = dû
deliverable-paid = dû, déjà payé
deliverable-ready = prêt
deliverable-delivered = remis
deliverable-dropped = abandonné

## Le sens d'un message

direction-incoming = reçu
direction-outgoing = envoyé

## À qui est une chose, ou qui la détient

party-us = nous
party-them = le client
party-both = les deux parties

## Le sommeil

sleep-kept = sommeil habituel
sleep-lost = sommeil perdu

## Les langues

language-en = anglais
language-fr = français

## Le niveau d'un constat

level-error = erreur
level-warning = avertissement

## L'origine d'un signal d'alerte

origin-built-in = intégré
origin-vault = votre coffre

## Les moules

# $weekday (Text) : le nom du jour ; $date (Day).
date-with-weekday = { $weekday } { $date }
# $date (Day) ; $time (Text) : heures et minutes.
moment = { $date } à { $time }
# $first (Text) : tout sauf le dernier, séparés par des virgules ; $last (Text).
list = { $first } et { $last }
# $number (Text).
percent = { $number } %
days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
months = { $count } mois
