### Ce que les commandes demandent, répondent et annoncent en chemin.
