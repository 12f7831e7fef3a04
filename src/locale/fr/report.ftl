### Titres, libellés et phrases des documents.
