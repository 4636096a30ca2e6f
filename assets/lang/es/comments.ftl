### Comentarios, y la página de una publicación.

comment-title = Comentarios
comment-write = Escribe un comentario
comment-send = Enviar
comment-locked = Los comentarios están cerrados. Lo que hay aquí se queda.
follow-title = Avisos sobre esta publicación
follow-now-usual = Recibes avisos de comentarios nuevos si escribiste aquí o si la publicación es tuya.
follow-now-all = Recibes un aviso de cada comentario nuevo.
follow-now-none = No recibes avisos de comentarios aquí, salvo si alguien te nombra.
follow-all = Avisarme de todos
follow-none = No avisarme de ninguno
follow-usual = Como siempre
comment-answer = Responder a { $name }
comment-answering = Respondes a { $name }
comment-photo = Añadir una foto
comment-photo-file = Foto
comment-text = Tu comentario
comment-earlier = Comentarios anteriores
comment-newest = Comentarios más nuevos
comment-more = Más sobre el comentario de { $name }
comment-edit-title = Editar tu comentario
comment-edit-about = Otros pueden leer lo que decía antes.

thread-title = Publicación de { $name }
thread-decisions = Lo que decidió el personal
thread-decided-remove = Quitada
thread-decided-restore = Devuelta
thread-decided-release = Ya se puede ver
thread-seen-everyone = Lo ven: todos aquí
thread-seen-groups = Lo ven: { $names }, quizá más grupos, y { $staff }
thread-seen-contacts = Lo ven: los contactos de { $name }; { $staff } solo si alguien avisa o con un motivo escrito
thread-seen-aspects = Lo ven: algunos contactos de { $name }; { $staff } solo si alguien avisa o con un motivo escrito
thread-seen-people = Lo ven: tú y otras personas que eligió { $name }; { $staff } solo si alguien avisa o con un motivo escrito
