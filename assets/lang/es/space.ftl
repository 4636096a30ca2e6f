### Cuánto sitio ocupan las fotos de cada cual.

space-title = Mi espacio
space-taken = { $taken } de { $most } usados
space-left = Quedan { $left } libres.
space-full = Tu espacio está lleno. Borra fotos que no necesites o pide más al personal.
space-in-photos = { $count ->
    [one] { $count } foto en publicaciones y álbumes
   *[other] { $count } fotos en publicaciones y álbumes
}
space-in-comments = { $count ->
    [one] { $count } foto en comentarios
   *[other] { $count } fotos en comentarios
}
space-in-drafts = { $count ->
    [one] { $count } foto en borradores
   *[other] { $count } fotos en borradores
}
space-in-others = { $count ->
    [one] { $count } archivo
   *[other] { $count } archivos
}
space-about = Solo cuentan las fotos y los archivos, no las palabras. Lo que borras deja de contar.
space-photos = Mis fotos
space-rule = Espacio para cada persona
space-rule-hint = Cuánto pueden ocupar las fotos de una persona. Quien ya tiene más lo conserva y no puede añadir nada.
problem-no-space = En tu espacio de { $limit } no cabe esto. Borra fotos que no necesites.
