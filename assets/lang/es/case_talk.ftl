### Conversación dentro de un caso: el personal escribe a quien le concierne, y esa persona responde.

case-talk-title = Conversación con quienes supervisan sobre { $about }
case-talk-about-report = lo que avisaste
case-talk-about-post = una publicación tuya
case-talk-about-comment = un comentario tuyo
case-talk-about-photo = una foto tuya
case-talk-about-message = un mensaje tuyo
case-talk-about-thing = algo tuyo
case-talk-about-you = ti
case-talk-about-other = algo que pasó donde estabas
case-talk-you = Tú
case-talk-hint = Solo tú y quienes cuidan este lugar leéis lo que hay aquí. Lo guardan con el caso.
case-talk-closed = Esto está cerrado. Se puede leer, y ya no responder.
case-talk-unsent = Esto ya no se envió:
case-talk-answer = Tu respuesta
case-talk-nothing = Todavía no se escribió nada.
case-talk-mine = Lo que me escribieron quienes supervisan
case-talk-is-about = trata de esta persona
case-talk-reported = avisó de ello
case-talk-was-there = estaba allí
case-talk-with = Con { $name }
case-talk-staff = Conversación en este caso
case-talk-staff-hint = Cada persona lee en una página propia lo que le escribes, y puede responder allí hasta que el caso se cierre. No sabe a quién más se escribe, quién avisó, ni quién del personal escribió.
case-talk-back = El caso
case-talk-write = Escribir a alguien sobre esto
case-talk-to = A quién
case-talk-words = Lo que escribes
case-talk-words-hint = No digas quién avisó.
case-talk-kind = Mensaje en un caso

notice-case-talk = { $staff }: te han escrito
notice-case-answer = Alguien te respondió en un caso
act-case-write = escribió a alguien en un caso
act-case-answer = respondió al personal en un caso
