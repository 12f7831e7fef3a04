### Headings, labels and sentences of documents.
