### What commands ask, answer and report on the way.
