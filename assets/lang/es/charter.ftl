### El aviso de la casa: lo que todos deben saber y haber leído.

charter-title = Lo que debes saber
charter-entry-about = El aviso que todos leen al llegar, y quién lo ha leído.
charter-about = Lee esto primero, por favor. También se puede oír en voz alta.
charter-newer = Este texto es más nuevo que el que tenías. Léelo otra vez, por favor.
charter-no-consent = Esto solo dice que lo has leído. No significa que estés de acuerdo.
charter-read = Lo he leído
charter-read-on = Lo leíste el { $time }.
charter-not-private = Esto no es privado. No escribas aquí a tu abogado.

charter-admin-about = Todos leen esto cuando llegan por primera vez, y otra vez después de cada cambio. Hasta entonces no se les abre ninguna otra página; cerrar sesión y pedir ayuda, siempre.
charter-each-time = En un centro penitenciario lo leen cada vez que inician sesión.
charter-once = A nadie se le pregunta dos veces por el mismo texto.
charter-none = Aún no se dice nada. Abajo hay un texto para empezar: cámbialo para tu casa.
charter-version = Versión { $version }, de { $name }, { $time }
charter-publish = Publicar
charter-publish-hint = Se puede escribir en Markdown. Un idioma vacío se deja fuera; el idioma del sitio tiene que estar. Después de publicar, se pide a todos que lo lean otra vez.
charter-readers = Quién lo ha leído
charter-not-yet = Aún no
charter-have-read = Lo han leído
charter-nobody = Nadie
charter-nobody-words = No hay nadie en esta lista.
charter-file = Descargar como archivo
