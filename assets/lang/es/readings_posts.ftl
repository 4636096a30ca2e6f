### Lecturas de lo que alguien publica para pocas personas, y lo que el registro no muestra a quien le afecta.

readings-what = ¿Qué necesitas ver?
readings-what-posts = ¿Qué publica para pocas personas?
readings-posts-of = Lo que { $name } publica para pocas personas
readings-about-posts = Vas a ver lo que esta persona publica para sus contactos, para algunos contactos o para ciertas personas, con los comentarios y las fotos, y también sus álbumes para ellas. Lo que guarda solo para sí sigue cerrado.
readings-their-posts = Lo que publica para pocas personas
readings-their-posts-about = Publicaciones para contactos, algunos contactos o ciertas personas, lo más nuevo primero. También lo que espera o se retiró.
readings-no-posts = No ha publicado nada para pocas personas.
readings-their-albums = Sus álbumes para pocas personas
readings-their-albums-about = Álbumes para contactos, algunos contactos o ciertas personas, lo más nuevo primero. También lo que espera o se retiró.
readings-no-albums = No tiene ningún álbum para pocas personas.
readings-look-album = Ver las fotos
readings-in-album = Fotos del álbum
readings-no-photos = No hay ninguna foto en él.
readings-under-it = Comentarios
readings-nothing-under-it = Nadie ha comentado.
readings-look-under = Leer los comentarios
readings-for-people = Para { $names }
readings-for-contacts = Para todos sus contactos
readings-for-some = Para algunos de sus contactos
readings-under-photo = Debajo de una foto de la publicación
readings-passes-on = Comparte otra publicación
readings-notice-posts = { $staff } leyó lo que publicaste para pocas personas
readings-record-posts = El personal leyó lo que publicaste para pocas personas
readings-help-posts = Del mismo modo pueden leer lo que una persona publica para sus contactos, para algunos contactos o para ciertas personas, y ver sus álbumes para ellas. A esa persona se le avisa como con una conversación.
audit-not-yours = { $count ->
    [one] Aquí hay { $count } entrada sobre una mirada a algo tuyo. La verás cuando se te avise de esa mirada. Otras personas que llevan el registro la ven ya.
   *[other] Aquí hay { $count } entradas sobre una mirada a algo tuyo. Las verás cuando se te avise de esa mirada. Otras personas que llevan el registro las ven ya.
}
