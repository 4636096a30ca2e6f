### Horas de uso: cuándo pueden entrar los miembros, y el reloj de la caja.

hours-title = Horas de uso
hours-entry-about = Cuándo pueden entrar los miembros, todos o por grupo, y el reloj de la caja.
hours-about = Fuera de estas horas los miembros encuentran una página que dice cuándo se vuelve a abrir. Pueden iniciar y cerrar sesión y pedir ayuda. El personal puede entrar siempre. Quien está en varios grupos puede entrar cuando puede uno de ellos.
hours-site = Todos
hours-none = Los miembros pueden entrar a cualquier hora.
hours-set = Fijar horas
hours-group = Horas de un grupo
hours-which = Grupo
hours-which-hint = Sus miembros siguen estas horas y no las de todos.
hours-how = Para cada día, las horas en que está abierto: 8:00-12:00, 13:00-15:30. Un día vacío está cerrado. 20:00-02:00 pasa de medianoche, y 0:00-24:00 es el día entero.
hours-otherwise = Días distintos
hours-otherwise-hint = Uno por línea: 2026-12-24 está cerrado todo el día, 2026-12-31 10:00-12:00 abre a esas horas. Vale en lugar de todo lo que empezaría ese día.
hours-look = Ver la semana
hours-preview = La semana que viene
hours-day = Día
hours-open = Abierto
hours-shut-day = Cerrado
hours-over-midnight = hasta el día siguiente
hours-otherwise-mark = distinto
hours-otherwise-next = Días distintos:
hours-remove = Quitar estas horas
hours-remove-group = Sin ellas, sus miembros siguen las horas de todos.
hours-remove-site = Sin ellas, los miembros pueden entrar a cualquier hora, salvo que su grupo tenga horas.

hours-monday = Lunes
hours-tuesday = Martes
hours-wednesday = Miércoles
hours-thursday = Jueves
hours-friday = Viernes
hours-saturday = Sábado
hours-sunday = Domingo

hours-person = Qué encontraría alguien ahora
hours-person-name = Nombre para iniciar sesión
hours-person-ask = Mirar
hours-person-nobody = Nadie tiene este nombre.
hours-meets-open = está abierto.
hours-meets-until = está abierto hasta el { $time }.
hours-meets-from = está cerrado hasta el { $time }.
hours-meets-shut = está cerrado y no hay próxima apertura.

hours-clock = El reloj de la caja
hours-clock-right = Se confía en esta hora.
hours-clock-unsure = Nadie sabe si esta hora es correcta.
hours-clock-confirm = Esta hora es correcta
hours-unsure-open = Hasta que alguien confirme la hora, las horas de uso no cuentan.
hours-unsure-shut = Hasta que alguien confirme la hora, los miembros con horas de uso no pueden entrar.

## Lo que encuentran los miembros

shut-title = Ahora está cerrado
shut-until = Se vuelve a abrir el { $time }.
shut-later = Aún no hay próxima apertura. Pregunta a alguien del personal.
shut-unsure = Antes hay que poner en hora el reloj de la caja. Díselo a alguien del personal.
shut-help = Aún puedes pedir ayuda y cerrar sesión.
shut-typed = Lo que escribiste. No se ha enviado: cópialo, o espera aquí y envíalo más tarde.
shut-now = Este lugar está cerrado ahora.
shut-soon = Cierra a las { $time }
shut-soon-words = Termina lo que escribes. Los borradores se guardan.
shut-unsure-title = El reloj de la caja no es seguro
shut-unsure-words = Las horas de uso no cuentan hasta que el personal confirme la hora.
