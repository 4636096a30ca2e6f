### La búsqueda, y lo que se ofrece mientras se escribe.

search-title = Buscar
search-words = ¿Qué buscas?
search-words-hint = Palabras de publicaciones, comentarios y descripciones de fotos, o nombres. Pon "comillas" a las palabras que van juntas.
search-narrow = Buscar con más detalle
search-kind = Qué buscar
search-all = Todo
search-posts = Publicaciones
search-comments = Comentarios
search-photos = Fotos
search-people = Personas
search-groups = Grupos
search-tags = Etiquetas
search-by = Escrito por
search-by-hint = Un nombre de usuario, por ejemplo mia
search-group = En el grupo
search-any-group = En cualquier sitio
search-from = Desde este día
search-to = Hasta este día
search-in-texts = Publicaciones, comentarios y fotos
search-a-post = Publicación
search-a-comment = Comentario
search-an-album = Álbum
search-a-photo = Foto
search-waits = En espera
search-removed = Retirado
search-begin = Encuentra a personas y lo que escribieron
search-begin-words = Solo encuentras lo que puedes ver. Escribe una palabra y pulsa Buscar.
search-nothing = No se encontró nada
search-nothing-words = Prueba con menos palabras o más cortas, y revisa cómo están escritas. Solo encuentras lo que puedes ver.

suggest-people = Personas
suggest-tags = Etiquetas
suggest-said = { $count ->
    [one] { $count } nombre propuesto. Pulsa Intro para usarlo.
   *[other] { $count } nombres propuestos. Elige con las flechas y pulsa Intro.
}
