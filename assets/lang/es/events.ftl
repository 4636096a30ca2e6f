### Eventos: lo que va a pasar, y meses para mirar.

# En qué día empieza la semana para quien lee este idioma: monday, saturday o sunday. De los datos de CLDR.
week-start = monday
weekday-short-monday = lun
weekday-short-tuesday = mar
weekday-short-wednesday = mié
weekday-short-thursday = jue
weekday-short-friday = vie
weekday-short-saturday = sáb
weekday-short-sunday = dom

events-month = { $month } de { $year }
events-date = { $weekday }, { $date }
events-moment = { $day }, { $time }
events-on-day = { $day }, todo el día
events-on-from-to = { $day }, de { $from } a { $until }
events-from-to = Del { $from } al { $until }
events-day-label = { $count ->
    [0] { $day }
    [one] { $day }, { $count } evento
   *[other] { $day }, { $count } eventos
}
events-months = Meses
events-today = Hoy
events-as-list = Como lista
events-as-month = Como mes
events-whole-month = El mes entero
events-more = { $count ->
    [one] { $count } más
   *[other] { $count } más
}
events-all-day = Todo el día
events-none = Nada este mes
events-none-words = Aquí estará lo que preparen tus grupos y el personal.
events-none-may = Pulsa «Nuevo evento» y di cuándo y dónde.
events-none-day = Nada este día.
events-file-month = Este mes para mi propio calendario
events-file = Para mi propio calendario

events-new = Nuevo evento
events-make = Crear el evento
events-edit = Editar evento
events-delete = Borrar evento
events-cancel = Cancelarlo
events-uncancel = Se celebra después de todo
events-cancelled = Cancelado
events-is-over = Esto ya pasó.
events-more-about = Más sobre el evento { $title }
events-title = Título
events-place = Lugar
events-about = De qué se trata
events-first = Día
events-begins = Empieza a las
events-begins-hint = Vacío: todo el día.
events-ends = Termina a las
events-last = Último día
events-last-hint = Solo si dura más de un día.

events-do-you-come = ¿Vas a ir?
events-yes = Voy
events-maybe = Quizás
events-no = No voy
events-who-comes = Quién va
events-yes-list = Van
events-maybe-list = Quizás
events-count-yes = { $count ->
    [one] { $count } va
   *[other] { $count } van
}
events-count-maybe = { $count ->
    [one] { $count } quizás
   *[other] { $count } quizás
}
events-count-no = { $count ->
    [one] { $count } no va
   *[other] { $count } no van
}
events-more-people = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}
problem-ends-first = Terminaría antes de empezar.
