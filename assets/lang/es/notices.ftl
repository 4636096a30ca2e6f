### Avisos: lo que ha pasado con las cosas de uno.

notice-read-all = Marcar todo como leído
notice-none = Nada todavía
notice-none-words = Cuando alguien comente, reaccione o te nombre, estará aquí.
notice-filter = Qué avisos
notice-only-all = Todos
notice-only-comments = Comentarios
notice-only-mentions = Menciones
notice-only-reactions = Reacciones
notice-only-people = Personas y grupos
notice-only-decisions = Decisiones

notice-somebody = Alguien
notice-who-more = { $count ->
    [one] { $name } y { $count } persona más
   *[other] { $name } y { $count } personas más
}
notice-reply = { $who } respondió a tu comentario
notice-comment-mine = { $count ->
    [one] { $who } comentó tu publicación
   *[other] { $who } comentaron tu publicación
}
notice-comment-other = { $count ->
    [one] { $who } también comentó una publicación
   *[other] { $who } también comentaron una publicación
}
notice-mention-post = { $who } te nombró en una publicación
notice-mention-comment = { $who } te nombró en un comentario
notice-reaction-post = { $count ->
    [one] { $who } reaccionó a tu publicación
   *[other] { $who } reaccionaron a tu publicación
}
notice-reaction-comment = { $count ->
    [one] { $who } reaccionó a tu comentario
   *[other] { $who } reaccionaron a tu comentario
}
notice-contact = { $count ->
    [one] { $who } comparte contigo ahora
   *[other] { $who } comparten contigo ahora
}
notice-group = Ahora estás en { $name }
notice-group-gone = Te pusieron en un grupo

notice-staff-teachers = El profesorado
notice-staff-officers = El funcionariado
notice-staff-plain = El personal
notice-removed-post = { $staff } quitó tu publicación
notice-removed-comment = { $staff } quitó tu comentario
notice-restored-post = { $staff } devolvió tu publicación
notice-restored-comment = { $staff } devolvió tu comentario
notice-released-post = Ya se puede ver tu publicación
notice-released-comment = Ya se puede ver tu comentario
notice-outcome = { $staff } miró lo que avisaste
notice-outcome-removed = Se quitó.
notice-outcome-kept = No se quitó.
notice-outcome-shielded = Se queda, detrás de un aviso.
notice-outcome-gone = Quien lo hizo ya lo había quitado.
notice-outcome-restored = Se miró otra vez, y se puede ver de nuevo.
notice-outcome-acted = Se hizo algo al respecto. Qué fue queda entre el personal y la persona de quien se trata.
notice-outcome-nothing = Se miró. No hizo falta nada más.
notice-outcome-cared = Se ocupan de ello. Lo que hacen queda entre el personal y la persona de quien se trata.
notice-outcome-over = Se miró.

notice-reason = Por qué: { $reason }
notice-because-unkind = Es desagradable con alguien.
notice-because-threat = Es una amenaza.
notice-because-private = Muestra algo privado.
notice-because-rude = Es grosero.
notice-because-spam = Es lo mismo una y otra vez.
notice-because-rules = Va contra una norma de esta casa.
notice-because-mistake = La decisión anterior fue un error.
notice-because-fine = No tiene nada malo.
notice-because-other = Otra razón.

notice-comment-photo-mine = { $count ->
    [one] { $who } ha comentado tu foto
   *[other] { $who } han comentado tu foto
}
notice-comment-photo-other = { $count ->
    [one] { $who } también ha comentado una foto
   *[other] { $who } también han comentado una foto
}
notice-reaction-photo = { $count ->
    [one] { $who } ha reaccionado a tu foto
   *[other] { $who } han reaccionado a tu foto
}
notice-removed-photo = { $staff } ha retirado tu foto
notice-removed-album = { $staff } ha retirado tu álbum
notice-restored-photo = { $staff } ha devuelto tu foto
notice-restored-album = { $staff } ha devuelto tu álbum
notice-released-photo = Tu foto ya se puede ver
notice-released-album = Tu álbum ya se puede ver
