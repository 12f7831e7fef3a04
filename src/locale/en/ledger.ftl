### Recording, reading back and verifying decisions; commit messages.
