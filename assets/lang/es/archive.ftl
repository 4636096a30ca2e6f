### Descargarlo todo.

archive-title = Descargarlo todo
archive-what = Lo que recibes
archive-about = Un archivo con todo lo que hiciste aquí: tus publicaciones, comentarios, fotos y álbumes, tus contactos y ajustes, tus votos y lo que el personal hizo sobre ti. Se abre en cualquier navegador, sin este sitio y sin Internet.
archive-others = Lo que otras personas escribieron bajo tus publicaciones está dentro, si tú puedes verlo. Lo que es solo suyo, no.
archive-not-offered = Esta casa no ofrece esto aquí. Pregunta al personal si necesitas tus cosas.
archive-ask-title = Pedirlo
archive-again = Pedir uno nuevo
archive-ask = Hacer mi archivo
archive-password-hint = Para que nadie más se lleve tus cosas si dejas una página abierta.
archive-packing = Se está haciendo tu archivo
archive-packing-words = Puedes salir de esta página. Un aviso te dirá cuándo está listo.
archive-ready = Tu archivo está listo
archive-fetch = Descargar
archive-until = Se queda aquí hasta el { $day }. Después se borra.
archive-open = Descomprímelo y abre «index.html». Guárdalo donde solo tú puedas leerlo.
archive-failed = No se pudo hacer tu archivo
archive-failed-words = No se ha perdido nada tuyo. Inténtalo otra vez o avisa al personal.
archive-rule = Descargarlo todo
archive-rule-hint = Cada persona puede llevarse un archivo con todo lo que hizo. Sin la marca, tiene que ayudar el personal.

archive-comments = Mis comentarios
archive-reactions = A lo que reaccioné
archive-votes = Mis votos
archive-contacts = Contactos
archive-followed = Publicaciones que sigo o silencié
archive-reports = Lo que denuncié
archive-for = Para
archive-poll = Encuesta
archive-pressed = Reacciones
archive-state = Estado
archive-held = espera al personal
archive-removed = quitado por el personal
archive-album = Álbum
archive-photos = Fotos
archive-sharing = Compartir
archive-part = Papel
archive-about-what = Sobre
archive-by = De
archive-why = Motivo
archive-note = Nota
archive-outcome = Resultado
archive-follows = Seguida
archive-mutes = Silenciada

archive-book-title = { $name }: todo lo de aquí
archive-book-from = De { $site }, hecho el { $moment }.
archive-book-contents = Contenido
archive-book-empty = No hay nada en: { $list }.
archive-book-more = Qué más hay en este archivo
archive-book-photos = Todas las fotos:
archive-book-data = Todo como datos, para programas:
archive-book-diaspora = Lo mismo para mudarse a una red diaspora*:
archive-book-care = Lo último guarda una llave a tu nombre. No se la des a nadie.
archive-book-pages = Páginas
archive-book-page = Página { $number } de { $count }
archive-book-back = Atrás
archive-book-on = Siguiente

notice-archive = Tu archivo con todo lo que hiciste está listo

act-archive-ask = pidió todo lo que hizo
act-archive-pack = empaquetó todo lo que hizo alguien
act-archive-note = anotó cuánto falta de un archivo
notice-closing = Cerraste tu cuenta, y se borrará
archive-group-asks = Grupos en los que pedí entrar
archive-tagged = Fotos en las que estoy etiquetado
