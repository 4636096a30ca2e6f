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
    [2] Esto lo veis vosotros dos. Puede ser leído por { $staff } solo con un motivo, y queda anotado.
   *[other] Esto lo ven { $people } personas. Puede ser leído por { $staff } solo con un motivo, y queda anotado.
}
chat-seen-by-group = { $people ->
    [one] Esto lo ven { $people } persona y { $staff }.
   *[other] Esto lo ven { $people } personas y { $staff }.
}
chat-no-voice = Ahora no puedes escribir aquí.
chat-too-late = Ya es tarde para cambiar este mensaje.
chat-read-only = Por ahora puedes leer, pero no escribir.
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
chat-choose = Elige una conversación
chat-choose-about = Aquí verás lo que se dice en ella.
chat-new = Conversación nueva
chat-new-about = Elige a una persona o a varias. Con una persona tienes una sola conversación, con lo que ya os habéis dicho.
chat-away-title = Guardadas
chat-away-about = Vuelven a la lista cuando alguien escribe en ellas.
chat-away-empty = No hay ninguna guardada
chat-away-empty-about = En el menú de una conversación puedes guardarla.
chat-you = Tú
chat-nobody = Ya no queda nadie
chat-unread = { $count ->
    [one] { $count } mensaje nuevo
   *[other] { $count } mensajes nuevos
}
chat-unread-line = Nuevo
chat-muted = Silenciada
chat-messages = Mensajes
chat-message = Mensaje
chat-nothing-yet = Aquí no se ha dicho nada todavía. Escribe el primer mensaje.
chat-new-below = Mensajes nuevos: %count%
chat-seen = { $count ->
    [0] Nadie lo ha visto todavía
    [one] Lo ha visto { $count } persona
   *[other] Lo han visto { $count } personas
}
chat-about = Sobre esta conversación
chat-unmute = Dejar de silenciar
chat-mute = Silenciar
chat-put-away = Guardar
chat-take-back = Devolver a la lista
chat-report = Denunciar esta conversación
chat-back = Volver a todas las conversaciones
chat-menu = Más sobre esta conversación
chat-more = Más sobre el mensaje de { $who }
chat-react = Reaccionar
chat-copy = Copiar el texto
chat-photos = { $count ->
    [one] Una foto
   *[other] { $count } fotos
}
chat-reply-none = No responder a este
chat-sending = Enviando…
chat-waiting-network = Esperando a la red. Se enviará solo.
chat-refused = Este mensaje no se aceptó.
chat-again = Intentar de nuevo
chat-edit-title = Cambia tu mensaje
chat-edit-about = Puedes cambiar un mensaje durante 15 minutos. Después se ve que está editado.
chat-to-message = Volver al mensaje
chat-to = Ir a la conversación
chat-profile = Perfil
chat-group = El grupo
chat-typing = { $who } está escribiendo
chat-here = Está aquí
chat-add-people = Añadir personas
chat-add-about = Lo que ven de lo que se dijo antes depende de un ajuste de la conversación.
chat-who = Con quién
chat-nobody-to-choose = Todavía no puedes escribir a nadie. Comparte con quien conoces y espera a que comparta contigo.
chat-nobody-found = No hay nadie con ese nombre a quien puedas escribir.
chat-begin = Empezar
chat-add = Añadir
chat-name = Nombre de la conversación
chat-name-hint = Solo si sois varias personas. Sin nombre, se ven los nombres de las personas.
chat-newcomers = Quien se añade más tarde
chat-newcomers-later = ve lo que se dice desde entonces
chat-newcomers-all = ve todo lo que se dijo
chat-leads = La dirige
chat-take-out = Sacar
chat-take-out-whom = Sacar a { $who }
chat-settings = Nombre y personas nuevas
chat-quiet = Calma
chat-quiet-about = Silenciada: sin número ni sonido. Guardada: fuera de tu lista hasta que alguien escriba.
chat-leave = Salir
chat-presence = Si los demás ven que estás aquí
chat-presence-hidden = Nadie ve que estás aquí ni que escribes. Tú tampoco ves quién escribe.
chat-presence-shown = Quien comparte contigo o habla contigo ve cuándo estás aquí y cuándo escribes.
chat-presence-show = Mostrarlo
chat-presence-hide = Ocultarlo
chat-group-on = Todas las personas de este grupo pueden escribir en su conversación.
chat-group-none = Este grupo no tiene conversación. Quien lo dirige puede darle una.
chat-group-switch-on = Activar la conversación
chat-group-switch-off = Desactivar la conversación
chat-write-to = Escribir un mensaje
chat-group-members = La conversación de un grupo es para quienes están en él.
chat-find = Buscar mensajes
chat-find-here = Buscar aquí
chat-find-about = Palabras de tus conversaciones. No se mira en las de nadie más.
chat-find-in = En { $name }
chat-aspect = Escribir a todas estas personas
chat-day = Ir a lo que se dijo un día
chat-day-go = Ir allí
