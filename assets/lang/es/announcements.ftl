### El tablón del personal.

announcement-new = Nuevo aviso
announcement-edit = Editar aviso
announcement-put-up = Ponerlo en el tablón
announcement-take-down = Retirarlo
announcement-read = Lo he leído
announcement-was-read = Leído
announcement-you-read = Lo leíste: { $when }
announcement-whole = Leerlo entero
announcement-more = { $count ->
    [one] { $count } más por leer
   *[other] { $count } más por leer
}
announcement-more-about = Más sobre el aviso { $title }
announcement-none = El tablón está vacío
announcement-none-words = Aquí estará lo que el personal quiere que todos sepan.
announcement-none-staff = Lo que pongas aquí estará arriba en el Inicio de todos hasta que lo lean.
announcement-past = De antes
announcement-is-past = Esto ya pasó. Se guarda para consultarlo.
announcement-until = Se muestra hasta el { $date }.
announcement-title = Título
announcement-text = Texto
announcement-last-day = Último día
announcement-last-day-hint = Después de este día pasa a «De antes». Vacío: se queda hasta que lo retires.
announcement-anew = Pedir a todos que lo lean otra vez

receipts-title = Quién lo ha leído
receipts-count = Lo han leído { $read } de { $all } personas.
receipts-of = { $read } de { $all }
receipts-unread = Todavía no
receipts-read = Leído
receipts-others = Otras personas
receipts-cut = Solo se muestra la primera parte: son demasiadas personas para una página.
receipts-nobody = Nadie
receipts-nobody-words = En este momento no va a nadie más.
