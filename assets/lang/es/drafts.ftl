### Borradores, y mirar algo antes de enviarlo.

draft-title = Borradores
draft-keep = Guardar borrador
draft-kept = Guardado como borrador a las { $time }
draft-kept-without-photos = Guardado como borrador a las { $time }, sin las fotos que aún no se han enviado
draft-about = { $most ->
    [one] Lo que empezaste a escribir y no has enviado. Solo tú lo ves. Se guarda { $most } borrador, con sus fotos.
   *[other] Lo que empezaste a escribir y no has enviado. Solo tú lo ves. Se guardan hasta { $most } borradores, con sus fotos.
}
draft-none = Sin borradores
draft-none-words = Lo que empiezas a escribir se guarda aquí solo, hasta que lo publicas.
draft-photos = { $count ->
    [one] { $count } foto
   *[other] { $count } fotos
}
draft-last = Guardado { $moment }
draft-no-words = Todavía sin palabras
draft-go-on = Seguir escribiendo
draft-remove = Tirar
draft-begun = Has empezado a escribir:

preview-show = Vista previa
preview-title = Así se verá
preview-empty = Todavía no hay palabras.
