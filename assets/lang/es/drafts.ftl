### Borradores, y mirar algo antes de enviarlo.

draft-title = Borradores
draft-keep = Guardar borrador
draft-kept = Guardado como borrador a las { $time }
draft-kept-without-photos = Guardado como borrador a las { $time }, sin las fotos
draft-about = { $most ->
    [one] Lo que empezaste a escribir y no has enviado. Solo tú lo ves. Se guarda { $most } borrador, sin fotos.
   *[other] Lo que empezaste a escribir y no has enviado. Solo tú lo ves. Se guardan hasta { $most } borradores, sin fotos.
}
draft-none = Sin borradores
draft-none-words = Lo que empiezas a escribir se guarda aquí solo, hasta que lo publicas.
draft-last = Guardado { $moment }
draft-no-words = Todavía sin palabras
draft-go-on = Seguir escribiendo
draft-remove = Tirar
draft-begun = Has empezado a escribir:

preview-show = Vista previa
preview-title = Así se verá
preview-empty = Todavía no hay palabras.
preview-photos = Las fotos se añaden al publicar.
preview-photos-again = Elige otra vez las fotos antes de publicar: el navegador las ha soltado.
