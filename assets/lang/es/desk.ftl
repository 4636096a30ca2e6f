### La mesa del personal: lo que espera, un caso, lo que se decidió.

desk-open = Abierto
desk-done = Hecho
desk-empty = No hay nada pendiente
desk-empty-words = Aquí estarán los avisos y lo que espera para ser visto.
desk-done-empty = Aún no se ha decidido nada
desk-done-empty-words = Aquí estará lo que decida el personal, lo más nuevo primero.
desk-first-page = A la primera página
desk-somebody = Alguien que se ha ido
desk-post = Publicación
desk-comment = Comentario
desk-photo = Foto
desk-person = Persona
desk-photos = { $count ->
    [0] (sin palabras)
    [one] { $count } foto
   *[other] { $count } fotos
}
desk-waits = Espera para ser visto
desk-reports = { $count ->
    [one] { $count } aviso
   *[other] { $count } avisos
}
desk-show-photo = Ver la foto
desk-photo-described = Descripción: { $words }
desk-by = por { $name }
desk-was-removed = Quitado
desk-was-restored = Devuelto
desk-was-released = Dejado pasar
desk-was-kept = Se queda
desk-is-shown = Se puede ver
desk-author-removed = Borrado por su autor
desk-removed-before = { $count ->
    [0] Antes no se le quitó nada
    [one] Antes se le quitó { $count } cosa
   *[other] Antes se le quitaron { $count } cosas
}
desk-account = Cuenta
desk-see-in-place = Verlo en su sitio
desk-own = Esto es tuyo. Lo decide otra persona.
desk-own-person = Esto es sobre ti. Se ocupa otra persona.
desk-own-alone = Esto es tuyo, y aquí no hay nadie más que pueda decidir. Así que puedes.
desk-alone-marked = Queda marcado en el registro y se cuenta en la hoja del día.
desk-alone = Nadie más podía decidir
desk-by-another = Esto lo decide otra persona
desk-reports-title = Avisos
desk-no-reports = Nadie ha avisado de esto.
desk-reporter-kept = Nombre reservado: es sobre ti
desk-closed = Cerrado
desk-decisions = Decisiones
desk-context = Lo que hay alrededor
desk-no-context = No hay nada alrededor.
desk-keep = Dejarlo
desk-release = Dejar que se vea
desk-restore = Devolverlo
desk-remove = Quitar
desk-next = Siguiente
desk-reason = Motivo para quitarlo
desk-choose-reason = Elige…
desk-note = Nota: el autor la lee, salvo si se deja
desk-person-note = Lo que has hecho
desk-told = Qué se dice a quien avisó
desk-told-nothing = No hizo falta nada más
desk-told-acted = Se hizo algo al respecto
desk-told-since = A quien avisó se le dice que se hizo algo, porque entretanto se dijo o se puso algo a esta persona; no qué.
desk-told-cared = A quien se preocupó se le dice que os ocupáis de ello; no qué hacéis.
desk-close = Cerrar
desk-keys = Teclas:
desk-key-approve = dejarlo, dejar que se vea o devolverlo
desk-album = Álbum
desk-lists = Listas
desk-urgent = Urgente
desk-mine = Lo mío
desk-groups = Mis grupos
desk-oldest = Por plazo
desk-empty-list = Ahora mismo no hay nada en esta lista.
desk-overdue = Fuera de plazo
desk-due = Para decidir antes de: { $moment }
desk-looks = { $name } lo está mirando
desk-looks-until = { $name } lo está mirando hasta las { $time }. Después puedes ocuparte tú. Lo que no puede esperar puedes decidirlo ya.
desk-worry = Preocupación por alguien

# Cuándo deben decidirse los casos
due-urgent = Los casos urgentes deben decidirse en
due-urgent-hint = Amenazas, preocupación por alguien, peticiones de ayuda. Lo que está fuera de plazo pasa también a quienes tienen la otra tarea: Protección o La mesa.
due-held = Lo que espera a ser visto, en
due-other = Todo lo demás, en
due-other-hint = Vale para los casos que lleguen a partir de ahora.
due-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}

desk-several = Decidir sobre varios
desk-several-about = Marca aquello para lo que vale la misma decisión. Cada uno la recibe por separado, con su propia anotación en el registro; lo que no encaja se queda como está.
desk-tick = Elegir: { $what }
desk-undo = Deshacer tu última decisión: { $decision }

# Cuántos casos se decidieron a tiempo
coverage-title = Cobertura
coverage-about = Cuántos casos de las últimas doce semanas se decidieron dentro de plazo. No se cuenta lo que retiró su autor ni lo que el personal hizo donde nada esperaba.
coverage-by-week = Por semana
coverage-by-sort = Por tipo
coverage-none = En estas semanas no se decidió ningún caso.
coverage-numbers = Los números
coverage-week = Semana del
coverage-sort = Tipo
coverage-in-time = A tiempo
coverage-late = Tarde
coverage-share = Parte a tiempo
coverage-percent = { $percent } %
coverage-open = Abiertos ahora
coverage-oldest = El más antiguo abierto
coverage-items = Cosas que hizo la gente
coverage-people = Avisos sobre personas
coverage-worry = Preocupación por alguien
coverage-words = Palabras rechazadas
coverage-help = Peticiones de ayuda
coverage-appeals = Recursos
