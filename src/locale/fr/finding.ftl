### Les défauts des notes, les conseils, et les constats sur les brouillons.
