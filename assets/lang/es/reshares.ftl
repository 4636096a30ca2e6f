### Compartir publicaciones de otros, y publicaciones detrás de un escudo.

reshare-count = { $count ->
    [0] Compartir
    [one] { $count } vez compartido
   *[other] { $count } veces compartido
}
reshare-title = Compartir una publicación
reshare-about = Será una publicación tuya que muestra esta. Si la primera desaparece, desaparece también de la tuya.
reshare-words = Lo que quieres decir
reshare-do = Compartir
reshare-who = Quién la ha compartido
reshare-nobody = Nadie a quien puedas ver la ha compartido todavía.
reshare-mine = Has compartido esta publicación.
reshare-see-mine = Verla
reshare-undo = Deshacer
reshare-gone = La publicación que estaba aquí ya no está.
reshare-see = Ver la publicación
reshare-vote = Votar en la publicación
reshare-original = La publicación que comparte

shield-add = Delicado
shield-about = Los demás la ven solo después de pulsar. Las fotos ni siquiera se cargan antes.
shield-hide = Ocultarla detrás de un escudo
shield-why = Qué hay en ella
shield-why-hint = En una o dos palabras, como «arañas»
shield-sensitive = Delicado
shield-because = Delicado: { $why }
shield-by-staff = Delicado, según { $staff }
shield-look = Mirar
shield-photo = Foto delicada { $number }
shield-the-photo = Foto delicada
shield-always = Mostrar lo delicado sin preguntar
shield-always-hint = Si no, queda cerrado hasta que pulses.
shield-decided = Puesta detrás de un escudo
shield-lifted = Escudo quitado
shield-title = Escudo
shield-by-author = Su autor la puso detrás de un escudo.
shield-by-us = El personal la puso detrás de un escudo.
shield-desk-about = La gente la ve solo después de pulsar. Se avisa al autor, con tu motivo, y no puede quitar el escudo.
shield-reason = Motivo del escudo
shield-set = Ponerla detrás de un escudo
shield-lift = Quitar el escudo
shield-was-set = Con escudo
shield-was-lifted = Escudo quitado

notice-reshare = { $count ->
    [one] { $who } ha compartido tu publicación
   *[other] { $who } han compartido tu publicación
}
notice-shielded = { $staff } puso tu publicación detrás de un escudo

act-post-reshare = compartió una publicación
act-draft-keep = guardó un borrador
act-item-staff-shield = puso una publicación detrás de un escudo
act-item-staff-unshield = quitó un escudo
