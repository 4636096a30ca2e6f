### Encuestas en publicaciones.

poll-title = Encuesta
poll-add = Añadir una encuesta
poll-question = Pregunta
poll-question-hint = Déjala vacía si tu publicación ya la hace.
poll-answers = Respuestas para elegir
poll-answers-hint = De 2 a { $most }.
poll-answer = Respuesta { $number }
poll-more = Más respuestas
poll-several = Se pueden elegir varias respuestas
poll-hide = El resultado se ve solo después de votar
poll-keep = Un voto no se puede cambiar
poll-end = Cuándo termina la encuesta
poll-several-hint = Puedes elegir varias.
poll-vote = Votar
poll-change = Cambiar tu voto
poll-mine = Tu voto
poll-votes = { $count ->
    [one] { $count } voto
   *[other] { $count } votos
}
poll-percent = { $percent } %
poll-voters = { $count ->
    [0] Nadie ha votado todavía
    [one] Ha votado { $count } persona
   *[other] Han votado { $count } personas
}
poll-ends = Termina el { $moment }
poll-ended = Terminó el { $moment }
poll-hidden = Verás el resultado después de votar
poll-final = Un voto no se puede cambiar
poll-secret = A nadie se le muestra quién votó
