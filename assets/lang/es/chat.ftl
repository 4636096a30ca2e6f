### Chat: conversations and messages.

nav-chats-unread = { $count ->
    [one] { $count } conversación con algo nuevo
   *[other] { $count } conversaciones con algo nuevo
}
chat-conversation = Conversación
chat-empty = Todavía no hay conversaciones
chat-empty-about = Abre la página de alguien que conozcas y elige «Escribir un mensaje».
chat-write = Escribe un mensaje
chat-send = Enviar
chat-earlier = Mensajes anteriores
chat-later = Mensajes posteriores
chat-quote-gone = El mensaje al que responde ya no está.
chat-seen-by = { $people ->
    [2] Esto lo veis vosotros dos. { $staff } solo puede leerlo con un motivo, y queda anotado.
   *[other] Esto lo ven { $people } personas. { $staff } solo puede leerlo con un motivo, y queda anotado.
}
chat-seen-by-group = { $people ->
    [one] Esto lo ven { $people } persona y { $staff }.
   *[other] Esto lo ven { $people } personas y { $staff }.
}
chat-no-voice = Ahora no puedes escribir aquí.
chat-too-late = Ya es tarde para cambiar este mensaje.
chat-read-only = Por ahora puedes leer, pero no escribir.
chat-stopped = Por ahora no puedes escribir mensajes privados.
chat-switched-off = Quienes dirigen el grupo han apagado su conversación.
chat-notice-mention = { $who } te nombró en una conversación
chat-notice-reaction = { $count ->
    [one] { $who } reaccionó a tu mensaje
   *[other] { $who } reaccionaron a tu mensaje
}
chat-notice-taken-in = { $who } te añadió a una conversación
chat-rule-talk = Quién puede escribirse en privado
chat-rule-talk-hint = Vale desde ahora, también en las conversaciones que ya existen. El personal puede escribir a todos y recibir respuesta.
chat-rule-contacts = Personas que comparten entre sí
chat-rule-groups = Personas del mismo grupo
chat-rule-everyone = Todos
chat-rule-pairs = Solo las parejas que apruebe el personal
chat-rule-nobody = Nadie: los grupos tienen sus conversaciones
chat-rule-read = Se ve quién ha leído los mensajes
chat-rule-read-hint = Apagado es más tranquilo: a nadie se le pregunta por qué no respondió.
chat-rule-presence = Se ve quién está y quién escribe
chat-rule-presence-hint = Cada persona puede ocultarse en sus ajustes.
search-a-message = Mensaje
report-of-message = escribió este mensaje
report-of-conversation = empezó esta conversación
notice-removed-message = { $staff } quitó tu mensaje
notice-restored-message = { $staff } recuperó tu mensaje
notice-released-message = Tu mensaje ha llegado ahora
act-chat-begin = empezó una conversación
act-chat-edit = cambió una conversación
act-chat-person-add = añadió personas a una conversación
act-chat-person-remove = sacó a alguien de una conversación
act-chat-leave = dejó una conversación
act-chat-note = leyó una conversación
act-message-add = envió un mensaje
act-message-edit = cambió un mensaje
act-message-remove = quitó un mensaje
act-account-talk-pair = decidió si dos personas pueden hablar
act-account-no-talk = decidió si alguien puede escribir en privado
