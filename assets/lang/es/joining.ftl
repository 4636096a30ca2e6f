### Grupos: cómo se entra, y las partes de la página de un grupo.

joining-tabs = Partes de este grupo
joining-tab-posts = Publicaciones

joining-how = ¿Cómo se entra?
joining-staff = solo el personal mete a la gente
joining-staff-hint = Como en una clase. Nadie más ve que el grupo existe.
joining-by-invitation = por invitación
joining-by-invitation-hint = Quien dirige el grupo invita a la gente. Nadie más ve que el grupo existe.
joining-on-request = si lo pides
joining-on-request-hint = Todos encuentran el grupo y pueden pedir entrar. Quien lo dirige dice sí o no.
joining-open = abierto a todos
joining-open-hint = Todos encuentran el grupo y pueden entrar.
joining-leaving = Los miembros pueden salir por su cuenta
joining-leaving-hint = Cuenta donde solo el personal mete a la gente. De los demás grupos todos pueden salir.
joining-picture-hint = Una foto de este aparato, de 20 MB como mucho. Se recorta en cuadrado. La ve quien encuentra el grupo.

joining-find = Grupos a los que puedes entrar
joining-find-none = Ahora no hay grupos a los que entrar
joining-find-none-words = Aquí estarán los grupos que admiten a gente nueva.
joining-none-yet = Todavía no estás en ningún grupo. Abajo hay algunos a los que puedes entrar.
joining-you-are-invited = te han invitado
joining-you-asked = lo has pedido
joining-asking = { $count ->
    [one] { $count } persona pide entrar
   *[other] { $count } personas piden entrar
}
joining-outside-hint = Quién está en el grupo y qué publica lo ves cuando estás dentro.
joining-invited-by = { $name } te invita a este grupo.
joining-accept = Entrar
joining-decline = No, gracias
joining-join = Entrar en el grupo
joining-asked-at = Lo pediste
joining-waits = Tu petición espera. Te contestará alguien que dirige el grupo o el personal.
joining-withdraw = Ya no pedirlo
joining-refused = Esta vez no. Puedes volver a pedirlo un día después.
joining-words = Unas palabras para quien lo dirige
joining-words-hint = Por qué te gustaría entrar. Basta una línea.
joining-ask = Pedir entrar
joining-asks-title = Piden entrar
joining-let-in = Dejar entrar
joining-refuse = Ahora no
joining-invited-title = Invitados que aún no han entrado
joining-said-no = dijo que no
joining-uninvite = Retirar
joining-invite = Invitar
joining-invite-to = Invitar a { $name }
joining-invite-them = Invitar
joining-tick = Marca a quién invitas
joining-is-invited = ya tiene invitación
joining-leave = Salir del grupo
joining-leave-title = ¿Salir de { $name }?
joining-leave-words = Ya no verás sus publicaciones ni sus fotos. Lo que publicaste allí queda para los demás.
joining-remove = Borrar el grupo
joining-remove-title = ¿Borrar { $name }?
joining-remove-words = Ya nadie estará en él. Lo que se publicó solo para este grupo lo verán únicamente quien lo escribió y el personal. Esto no se puede deshacer.

joining-notice-ask = { $who } { $count ->
    [one] pide
   *[other] piden
} entrar en { $name }
joining-notice-gone = Alguien te escribió sobre un grupo que ahora no ves
joining-notice-invite = { $who } te invita a { $name }
joining-notice-refused = Esta vez no te han dejado entrar en { $name }. Puedes volver a pedirlo un día después.

problem-not-yet = Hace poco te dijeron «ahora no». Vuelve a pedirlo dentro de un día.
problem-for-staff = Aquí esto tendría que esperar al personal, y un grupo no puede esperar. Pide al personal que lo cambie.

act-group-join = entró en un grupo
act-group-ask = pidió entrar en un grupo
act-group-ask-withdraw = ya no pidió entrar en un grupo
act-group-ask-refuse = no dejó entrar a alguien en un grupo
act-group-invite = invitó a gente a un grupo
act-group-invite-decline = dijo que no a una invitación
act-group-invite-remove = retiró una invitación
act-group-leave = salió de un grupo
act-group-remove = borró un grupo

joining-tab-photos = Fotos
joining-photos-of = Fotos de { $name }
joining-albums-of = Álbumes de { $name }
joining-photos-none = Todavía no hay fotos
joining-photos-none-words = Aquí estarán los álbumes de este grupo y las fotos de sus publicaciones.
joining-album-hint = Todo el grupo puede poner fotos en sus álbumes.
joining-album-new = Álbum nuevo
joining-album-for = Este álbum es de { $name }: todos sus miembros lo ven y pueden poner fotos. Cada cual quita las suyas; quien dirige el grupo puede quitar cualquiera.
joining-album-of-all = Todo el grupo puede poner fotos.
