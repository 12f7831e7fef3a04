### Ce qui n'a pas pu se faire : minuscule, une phrase, la chose entre accents graves ; puis que faire.

failure = erreur
failure-but-done = c'est fait, mais
failure-hint = conseil
failure-detail = motif

closed-pipe = plus personne ne lit la réponse
cannot-write-answer = la réponse ne peut pas être écrite

## Une réponse qui n'a pas pu être écrite
# $decision : une décision ; $commit, $commits : des commits ; $path, $paths : des fichiers ; $count : un nombre.

unanswered-decision = la décision `{ $decision }` est enregistrée dans le commit `{ $commit }` ; seule la réponse n'a pas pu être écrite
unanswered-decision-written = la décision `{ $decision }` est écrite dans `{ $path }`, sans commit ; seule la réponse n'a pas pu être écrite
unanswered-recorded = { $count ->
    [one] `{ $paths }` est écrit et enregistré
   *[other] `{ $paths }` sont écrits et enregistrés
} dans le commit `{ $commit }` ; seule la réponse n'a pas pu être écrite
unanswered-written = { $count ->
    [one] `{ $paths }` est écrit
   *[other] `{ $paths }` sont écrits
} ; seule la réponse n'a pas pu l'être
unanswered-commits = { $count ->
    [one] le commit `{ $commits }` est fait
   *[other] les commits `{ $commits }` sont faits
} ; seule la réponse n'a pas pu être écrite
unanswered-hint = ne relancez pas la commande : il ne manque rien

## Le coffre
# $path : un dossier ou un fichier ; $count : un nombre ; $name, $names : des clients.

no-vault = aucun coffre dans `{ $path }` ni dans les dossiers au-dessus
no-vault-hint = créez-en un avec `casefile init`, ou désignez-le avec `-C DOSSIER`
cannot-read = `{ $path }` ne peut pas être lu
cannot-read-hint = vérifiez ses droits d'accès, puis relancez la commande
cannot-write = `{ $path }` ne peut pas être écrit
cannot-write-hint = rien n'a été modifié ; vérifiez les droits du dossier et la place libre, puis relancez la commande
already-there = `{ $path }` existe déjà
already-there-hint = rien n'a été modifié ; choisissez un autre nom, ou modifiez le fichier présent
output-in-git = `{ $path }` est dans le dossier de git lui-même
output-of-vault = `{ $path }` est un fichier du coffre
output-of-vault-hint = rien n'a été modifié ; indiquez un fichier ailleurs
output-not-ours = `{ $path }` existe déjà, et casefile n'en est pas l'auteur
output-not-ours-hint = rien n'a été modifié ; choisissez un autre nom, ou ajoutez `--force` pour l'écraser
vault-locked = un autre casefile modifie des notes dans `{ $path }`
vault-locked-hint = nous avons attendu { $seconds } secondes ; rien n'a été modifié ; relancez la commande dans un instant
faulty-settings = { $count ->
    [one] `casefile.toml` contient un réglage incompréhensible
   *[other] `casefile.toml` contient { $count } réglages incompréhensibles
}
faulty-settings-hint = lancez `casefile check casefile.toml` pour voir chacun avec sa ligne
unknown-client-name = il n'y a pas de client `{ $name }`
unknown-client-nearest = vouliez-vous dire `{ $name }` ?
unknown-client-known = les clients sont : { $names }
unknown-client-none-yet = créez le premier avec `casefile new { $name }`
ambiguous-client = plusieurs clients commencent par `{ $name }`
ambiguous-client-hint = précisez lequel : { $names }

## Git
# $path : un fichier ou un dossier ; $command : une commande à taper ; $commit, $branch, $operation : les mots de git.

git-refused = git n'a pas pu le faire
git-refused-because = git n'a pas pu le faire : { $reason }
git-refused-hint = lancez `git status` dans le coffre pour voir ce que dit git
git-none = `{ $path }` n'est dans aucun dépôt git
git-none-hint = lancez `casefile init` dans le coffre pour en créer un, ou ajoutez `--no-commit`
git-bare = le dépôt git `{ $path }` est nu : il n'a pas de fichiers à consigner
git-bare-hint = travaillez dans un clone
git-outside = git prend ses fichiers dans `{ $path }`, qui ne contient pas ce coffre
git-outside-hint = vérifiez `core.worktree` dans les réglages de git
git-other-owner = le dépôt git `{ $path }` appartient à quelqu'un d'autre
git-other-owner-hint = si vous lui faites confiance, lancez `{ $command }`
# $commit (Text).
git-damaged-commit = le commit { $commit } manque ou est abîmé
git-damaged-commit-hint = récupérez-le d'un dépôt distant ou d'une copie ; `git fsck` montre ce qui manque encore
git-too-large = un commit a plus de fichiers ou de dossiers emboîtés que tout coffre
git-too-large-hint = quelques octets suffisent à nommer sans fin le même dossier : regardez-le dossier par dossier avec `git ls-tree`, et demandez à qui l'a fait
git-too-large-then = un commit de ce jour-là a plus de fichiers ou de dossiers emboîtés que tout coffre
git-too-large-then-hint = interrogez les fichiers d'aujourd'hui avec `--from files`
git-sha256 = ce dépôt git nomme ses objets par SHA-256, ce que casefile ne sait pas encore ouvrir
git-reftable = ce dépôt git range ses branches au format reftable, que casefile ne sait pas encore ouvrir
git-extension = ce dépôt git emploie l'extension `{ $extension }`, que casefile ne sait pas ouvrir
git-format-hint = écrivez la note avec `--no-commit` et faites le commit avec git
git-split-index = l'index de git est réparti sur deux fichiers, ce que casefile ne sait pas mettre à jour
git-split-index-hint = lancez `git update-index --no-split-index`
git-sparse-index = l'index de git est partiel, ce que casefile ne sait pas mettre à jour
git-sparse-index-hint = lancez `git sparse-checkout reapply --no-sparse-index`
git-damaged-index = l'index de git est illisible
git-damaged-index-hint = lancez `git status` pour voir ce qu'en dit git
git-detached = aucune branche n'est extraite (HEAD est sur `{ $commit }`) ; un commit pourrait se perdre
git-detached-hint = revenez sur une branche avec `git switch BRANCHE`
git-in-progress = un `git { $operation }` est en cours
git-in-progress-hint = terminez-le, ou abandonnez-le avec `{ $command }`, puis relancez la commande
git-identity = git ne sait pas qui vous êtes ; il lui manque : { $keys }
git-identity-hint = lancez `git config --global { $key } "…"`
git-locked = un autre casefile écrit dans ce dépôt ({ $owner })
git-locked-hint = nous avons attendu { $seconds } secondes ; relancez la commande dans un instant
git-branch-busy = `{ $branch }` n'a pas cessé d'avancer pendant l'écriture
git-branch-busy-hint = relancez la commande quand l'autre programme aura fini
signing-no-key = les commits doivent être signés, et git ne connaît aucune clé
signing-no-key-hint = lancez `git config user.signingKey …` ; ou désactivez la signature : `commit.gpgSign` dans git, ou `sign` sous `[ledger]` dans casefile.toml
signing-format = casefile ne sait pas signer avec `gpg.format = { $format }`
signing-format-hint = utilisez `ssh` ou `openpgp`, ou faites le commit avec git
signing-failed = `{ $program }` n'a pas pu signer le commit
signing-failed-hint = rien n'a été consigné ; faites d'abord fonctionner `git commit -S`
path-unsafe = `{ $path }` n'est pas un chemin du coffre
path-unsafe-hint = donnez un chemin situé dans le coffre
path-in-submodule = `{ $path }` est dans le sous-module `{ $submodule }`
path-in-submodule-hint = lancez casefile dans le sous-module
path-beyond-link = `{ $path }` passe par le lien symbolique `{ $link }`
own-folder-link = `{ $path }` est un lien symbolique, dans un dossier où casefile seul range des fichiers
own-folder-link-hint = regardez où il mène, puis supprimez le lien ; rien n'a été écrit
path-beyond-link-hint = mettez le fichier lui-même dans le coffre
path-no-file = `{ $path }` n'est pas un simple fichier
path-no-file-hint = donnez le chemin d'un fichier
path-missing = `{ $path }` n'existe pas
path-missing-hint = vérifiez l'orthographe du chemin
path-not-checked-out = `{ $path }` est exclu de cette extraction partielle
path-not-checked-out-hint = ajoutez-le avec `git sparse-checkout add`
path-never-changes = `{ $path }` est consigné, et ce qui est consigné ne change plus
path-never-changes-hint = rétablissez-le avec `git restore` ; corrigez une décision avec `casefile decide … amend`
path-ignored = git a pour consigne d'ignorer `{ $path }`
path-ignored-hint = retirez le chemin de `.gitignore`
path-filtered = `{ $path }` porte l'attribut git `{ $attribute }`, que casefile ne peut pas respecter
path-filtered-hint = écrivez la note avec `--no-commit` et faites le commit avec git
path-converted = git modifierait les octets de `{ $path }` en les enregistrant
path-converted-hint = ajoutez à `.gitattributes` les lignes de `casefile init`, pour que git ne touche ni aux pièces ni aux décisions
path-conflict = `{ $path }` est en conflit de fusion
path-conflict-hint = résolvez d'abord le conflit
nothing-to-record = il n'y a rien à consigner
nothing-to-record-hint = tout est déjà dans git

## Les documents
# $place : un modèle et sa ligne ; $name : un modèle.

faulty-template = le modèle `{ $place }` ne peut pas être rempli
faulty-template-hint = corrigez-le, ou retirez `templates/{ $name }` pour employer celui d'origine
cannot-render = le document ne peut pas être produit

# $path (Text).
faulty-jurisdiction = `{ $path }` ne peut être compris
faulty-jurisdiction-hint = corrigez-le ; la page du format en montre la forme
