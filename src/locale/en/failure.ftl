### What could not be done: lower case, one sentence, the thing in backticks; then the hints.
