### Pourquoi un score est ce qu'il est ; limites, incidents déduits, évolution.
