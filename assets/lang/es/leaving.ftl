### Cerrar la propia cuenta.

leaving-title = Cerrar mi cuenta
leaving-first = Primero: llévate tus cosas
leaving-first-words = Cuando tu cuenta se cierre para siempre, nadie podrá recuperar lo que hiciste.
leaving-what = Qué pasa
leaving-hidden = Desde ese momento nadie más te ve a ti, ni tus publicaciones, fotos y comentarios.
leaving-back = { $days ->
    [one] Tienes { $days } día para cambiar de idea. Entra otra vez, y un botón lo devuelve todo.
   *[other] Tienes { $days } días para cambiar de idea. Entra otra vez, y un botón lo devuelve todo.
}
leaving-gone = Después tus palabras y fotos se borran para siempre, y tu nombre con ellas.
leaving-kept = Lo que el personal aún está mirando se guarda hasta que termine. El registro guarda lo que se hizo aquí, pero ninguna palabra tuya.
leaving-not-offered = En esta casa solo el personal cierra cuentas. Pregúntale.
leaving-do-title = Cerrarla
leaving-do = Cerrar mi cuenta
leaving-comments = Mis comentarios bajo lo que publicaron otras personas
leaving-comments-go = Borrarlos también
leaving-comments-go-hint = Las conversaciones de otras personas pueden tener huecos.
leaving-comments-stay = Dejarlos sin mi nombre
leaving-comments-stay-hint = Dirán «Alguien que se fue». Sus fotos se borran.
leaving-somebody = Alguien que se fue
leaving-closes = Tu cuenta se cierra el { $day }
leaving-closes-words = Ahora nadie más te ve ni ve tus cosas. Hasta ese día puedes volver, y todo estará como antes.
leaving-stay = Conservar mi cuenta
leaving-rule = Cerrar la propia cuenta
leaving-rule-hint = Cada persona puede cerrar su cuenta. Sin la marca, solo lo hace el personal.
leaving-rule-comments = Los comentarios pueden quedarse
leaving-rule-comments-hint = Quien cierra su cuenta puede dejar sus comentarios, sin nombre.
leaving-staff = { $day }: todo lo de esta cuenta se borra para siempre.
leaving-staff-own = La cerró su dueño. Puede volver hasta entonces.
leaving-staff-done = Esta cuenta se vació. Sus palabras y fotos ya no están.
problem-last-owner = Eres la última persona dueña. Haz antes dueña a otra.

act-account-close = cerró su cuenta
act-account-keep = conservó su cuenta
act-account-empty = vació una cuenta cerrada
act-account-note = vació una parte de una cuenta
leaving-staff-title = Esta cuenta se cierra
