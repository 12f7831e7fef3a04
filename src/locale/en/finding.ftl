### Faults of notes, their hints, and the findings of the draft linter.
