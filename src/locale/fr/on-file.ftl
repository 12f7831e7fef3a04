### Ce qui figurait au dossier un jour donné, et ce que les fichiers d'aujourd'hui en disent.

## En tête d'une réponse

# $day, $date (Day) ; $commit (Text).
on-file-same = Tiré du registre : le commit { $commit } du { $date } est ce qui figurait au dossier le { $day }. Les fichiers d'aujourd'hui disent la même chose de ce jour-là.
on-file-differs = Tiré du registre : le commit { $commit } du { $date } est ce qui figurait au dossier le { $day }. Les fichiers d'aujourd'hui disent autre chose de ce jour-là.
# $day (Day) ; $then, $today (Score) ; $then-standing, $today-standing (Phrase).
on-file-scores = Au dossier le { $day } : { $then }, { $then-standing } ; avec ce qu'on sait aujourd'hui de ce jour-là : { $today }, { $today-standing }.
# $score (Score) ; $standing (Phrase).
on-file-scores-same = Le score et la situation sont les mêmes des deux côtés : { $score }, { $standing }.
# $count (Count).
on-file-vouched =
    { $count ->
        [one] { $count } note n'était pas dans git ; une décision consignée ce jour-là ou avant en cite l'empreinte, elle compte donc comme figurant au dossier.
       *[other] { $count } notes n'étaient pas dans git ; des décisions consignées ce jour-là ou avant en citent les empreintes, elles comptent donc comme figurant au dossier.
    }
on-file-no-settings = Les réglages ne figuraient pas encore au dossier ; ceux d'aujourd'hui servent.
# $count (Count).
on-file-merged-later =
    { $count ->
        [one] { $count } commit de cette période sur ce client était sur une autre branche et a été fusionné plus tard ; son contenu compte à partir de la fusion.
       *[other] { $count } commits de cette période sur ce client étaient sur une autre branche et ont été fusionnés plus tard ; leur contenu compte à partir de la fusion.
    }
# $commit (Text).
on-file-backdated = Le commit { $commit } porte une date antérieure à celle d'un commit sur lequel il s'appuie ; la plus tardive compte.
on-file-dates = Les dates des commits n'engagent que leur auteur : seul un horodatage par un tiers prouve le moment.

## Ce qui diffère, une ligne par fichier

# $day (Day) ; $days (Count).
on-file-late =
    { $days ->
        [0] datée du { $day }, consignée plus tard ce jour-là
        [1] datée du { $day }, consignée le lendemain
       *[other] datée du { $day }, consignée { $days } jours après
    }
# $date (Day).
on-file-late-undated = consignée le { $date }
# $day (Day).
on-file-unrecorded = datée du { $day }, pas consignée à ce jour
on-file-unrecorded-undated = pas consignée à ce jour
# $date (Day).
on-file-edited = modifiée depuis, consignée le { $date }
on-file-edited-unrecorded = modifiée depuis, pas consignée à ce jour
# $date (Day).
on-file-removed = au dossier alors, retirée le { $date }
on-file-removed-unrecorded = au dossier alors, absente aujourd'hui
on-file-settings = d'autres réglages
on-file-flag = un autre signal d'alerte à vous
# $count (Count).
on-file-more =
    { $count ->
        [one] et { $count } autre ; `-f json` montre tout
       *[other] et { $count } autres ; `-f json` montre tout
    }

## Pourquoi les fichiers d'aujourd'hui répondent

on-file-from-files = Ce qui suit est ce que les fichiers d'aujourd'hui disent de ce jour-là.
on-file-no-repository = Le coffre n'est dans aucun dépôt git : rien ne montre ce qui figurait au dossier ce jour-là.
on-file-unborn = Rien n'est encore consigné : rien ne montre ce qui figurait au dossier ce jour-là.
# $day, $first (Day).
on-file-before-first = Rien n'était consigné à la fin du { $day } : le premier commit est du { $first }.
# $first (Day).
on-file-shallow = L'historique commence ici le { $first }, car c'est un clone superficiel : on ne sait pas ce qui figurait au dossier avant. `git fetch --unshallow` va chercher le reste.
# $day, $first (Day).
on-file-no-client = Rien sur ce client n'était consigné à la fin du { $day } ; le premier commit qui le concerne est du { $first }.
# $day (Day).
on-file-never = Rien sur ce client n'était consigné à la fin du { $day }, ni depuis.
# $day (Day) ; $count (Count).
on-file-only-decisions =
    { $count ->
        [0] À la fin du { $day }, seules des pièces sur ce client étaient consignées, et aucune note.
        [one] À la fin du { $day }, seule { $count } décision sur ce client était consignée, et aucune note. `casefile record` consigne les notes.
       *[other] À la fin du { $day }, seules { $count } décisions sur ce client étaient consignées, et aucune note. `casefile record` consigne les notes.
    }
# $date (Day) ; $standing (Phrase) ; $score (Score).
on-file-stated = La décision du { $date } indique : { $standing }, { $score }.
# $reason, $hint (Phrase).
on-file-unreadable = Le registre ne peut pas être lu : { $reason } ({ $hint }).

## De plusieurs clients

# $date (Day).
on-file-status = Au { $date }
# $count (Count).
on-file-notes =
    { $count ->
        [one] { $count } fichier dit autre chose de ce jour-là ; `casefile explain` montre lequel
       *[other] { $count } fichiers disent autre chose de ce jour-là ; `casefile explain` montre lesquels
    }

## Le registre seul est interrogé

# $client (Text).
not-on-file = le registre ne montre pas ce qui figurait au dossier sur `{ $client }` ce jour-là
not-on-file-hint = interrogez les fichiers d'aujourd'hui avec `--from files`
