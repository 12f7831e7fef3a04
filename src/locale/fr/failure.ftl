### Ce qui n'a pas pu être fait : minuscule, une phrase, la chose entre accents graves ; puis les conseils.
