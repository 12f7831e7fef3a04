### Consigner, relire et vérifier les décisions ; messages de commit.
