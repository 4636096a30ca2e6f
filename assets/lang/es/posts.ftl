### Publicaciones, listas, públicos, reacciones.

staff-teachers = profesorado
staff-officers = funcionarios
staff-plain = personal
staff-sign-school = Docente
staff-sign-prison = Funcionario
staff-sign-other = Personal
role-owner = Propietario
role-teacher = Profesor
role-officer = Funcionario
role-staff = Personal
role-pupil = Alumno
role-resident = Residente
role-member = Miembro

audience-everyone = Todos
audience-groups = Grupos
audience-contacts = Mis contactos
audience-aspects = Algunos contactos
audience-people = Ciertas personas
audience-only-me = Solo yo
audience-seen-nobody-yet = Lo ve: nadie todavía. Elige abajo.
audience-seen-everyone = { $people ->
    [one] Lo ven: todos aquí, { $people } persona más
   *[other] Lo ven: todos aquí, { $people } personas más
}
audience-seen-groups = { $people ->
    [one] Lo ven: { $names }, { $people } persona, y { $staff }
   *[other] Lo ven: { $names }, { $people } personas, y { $staff }
}
audience-seen-contacts = { $people ->
    [one] Lo ven: mis contactos, { $people } persona; { $staff } solo si alguien avisa o con un motivo escrito
   *[other] Lo ven: mis contactos, { $people } personas; { $staff } solo si alguien avisa o con un motivo escrito
}
audience-seen-aspects = { $people ->
    [one] Lo ven: { $names }, { $people } persona; { $staff } solo si alguien avisa o con un motivo escrito
   *[other] Lo ven: { $names }, { $people } personas; { $staff } solo si alguien avisa o con un motivo escrito
}
audience-seen-people = Lo ven: { $names }; { $staff } solo si alguien avisa o con un motivo escrito
audience-seen-only-me = Lo ve: solo yo; { $staff } solo con un motivo

stream-empty = Aquí no hay nada todavía
stream-empty-words = Lo que la gente publique aquí estará aquí, lo más nuevo primero.
stream-home-empty = Tu inicio está tranquilo
stream-home-empty-words = Aquí estarán las publicaciones de tus contactos, tus grupos y el personal.
stream-find-people = Buscar personas
stream-person-empty = Sin publicaciones todavía
stream-person-empty-words = Aquí estará lo que publique para ti.
stream-tag-empty = Nada con esta etiqueta
stream-tag-empty-words = Aquí estarán las publicaciones con ella que puedas ver.
stream-end = No hay nada más antiguo
stream-end-words = Ya has visto todo lo que hay.

post-edited = editado
post-edit = Editar
post-delete = Borrar
pin-pinned = Fijado
pin-title = Arriba del todo
pin-add = Fijar arriba de { $name }
pin-remove = Quitar de arriba de { $name }
pin-full = Ya hay { $most } publicaciones fijadas arriba de { $name }. Quita una antes.
post-lock = Cerrar los comentarios
post-unlock = Volver a abrir los comentarios
narrow-menu = Que lo vean menos personas
narrow-title = Que lo vean menos personas
narrow-about = Solo puedes reducir quién lo ve. Quien deje de verlo tampoco verá los comentarios.
post-more = Más sobre la publicación de { $name }
post-waiting = Espera a { $staff }. Solo tú lo ves.
post-removed-by-staff = Quitado por { $staff }. Solo tú lo ves.
post-edit-title = Editar tu publicación
post-edit-about = Otros pueden leer lo que decía antes. Sigue siendo para las mismas personas.
post-history = Lo que decía antes
post-version-now = Ahora
post-version-until = Hasta { $moment }
post-version-empty = Sin palabras

comment-count = { $count ->
    [0] Comentar
    [one] { $count } comentario
   *[other] { $count } comentarios
}

reaction-heart = Corazón
reaction-thumb = Pulgar arriba
reaction-laugh = Risa
reaction-wow = Asombro
reaction-thanks = Gracias

report-it = Avisar
desk-decide = Decidir sobre esto
