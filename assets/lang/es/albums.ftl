### Álbumes, y fotos con página propia.

albums-title-word = Álbumes
albums-mine = Mis álbumes
albums-of = Álbumes de { $name }
albums-new = Álbum nuevo
albums-make = Crear el álbum
albums-edit = Cambiar el álbum
albums-delete = Borrar el álbum
albums-more = Más sobre el álbum { $title }
albums-none = Todavía no hay álbumes
albums-none-words = Aquí estarán las fotos que puedes ver.
albums-none-mine-words = Un álbum guarda fotos juntas: un viaje, un proyecto, un año. Crea uno y luego añade fotos.
albums-posts = Fotos de publicaciones
albums-posts-of = Fotos de las publicaciones de { $name }
albums-posts-words = Cada una está en su publicación, y la ven quienes ven la publicación.
albums-posts-none = Todavía no hay fotos
albums-empty = Todavía no hay fotos dentro
albums-empty-words = Primero añade fotos. Después puedes ponerlas en orden.
albums-from-start = A las primeras fotos
albums-waits = En espera
albums-removed = Retirado
albums-title = Título
albums-about = De qué trata
albums-audience-hint = Los comentarios de sus fotos los ven las mismas personas que el álbum.
albums-order = Poner en orden
albums-order-words = Arrastra una foto, o muévela con sus botones.
albums-moved = Ahora en el lugar { $place }
albums-moved-away = Está en otra página del álbum
albums-order-done = Listo
albums-up = Subir
albums-down = Bajar
albums-first = Al principio
albums-add = Añadir fotos
albums-add-words = Hasta { $count } cada vez. Elígelas, di qué muestran si quieres, y envíalas.
albums-send = Enviar fotos
albums-choose = Elegir fotos
albums-too-many = { $count ->
    [one] Solo { $count } foto cada vez.
   *[other] Solo { $count } fotos cada vez.
}

photo-title = Foto de { $name }
photo-number = Foto { $number }
photo-its-post = La publicación
photo-shows = Lo que muestra: { $words }
photo-beside = Otras fotos de aquí
photo-before = Anterior
photo-after = Siguiente
photo-more = Más sobre la foto de { $name }
photo-edit = Cambiar las palabras
photo-cover = Usarla de portada
photo-delete = Borrar la foto
photo-file = Solo la imagen
photo-caption = Pie de foto
photo-alt-hint = Para quienes no pueden verla.
photo-move = Otro álbum
photo-album = Álbum
photo-move-hint = Quien ve ese álbum verá la foto y sus comentarios.
photo-move-do = Mover la foto
