### Lo que rodea cada página.

nav-places = Lugares
nav-home = Inicio
nav-everyone = Todos
nav-groups = Grupos
nav-people = Personas
nav-chat = Chat
nav-notices = Avisos
nav-search = Buscar
nav-desk = Mesa
nav-admin = Gestión
nav-audit = Registro
nav-help = Ayuda
nav-settings = Ajustes
nav-my-page = Mi página
nav-write = Escribir
nav-menu-of = Tu menú, { $name }
nav-skip = Ir al contenido
nav-sign-out = Cerrar sesión
nav-sign-in = Iniciar sesión
nav-unread = { $count ->
    [one] { $count } aviso nuevo
   *[other] { $count } avisos nuevos
}
nav-search-hint = Buscar

supervised-sign = Supervisado
supervised-about = Supervisado: quién puede ver qué

foot-who-sees = ¿Quién puede ver esto?
foot-need-help = Necesito ayuda

live-away = Sin conexión. Lo nuevo aparecerá cuando vuelva.
live-new-posts = { $count ->
    [one] { $count } publicación nueva
   *[other] { $count } publicaciones nuevas
}
live-more-posts = Más de { $count } publicaciones nuevas

pager-pages = Páginas
pager-newer = Más recientes
pager-older = Anteriores

form-problems = Revisa esto, por favor
form-optional = no hace falta
form-leave = Lo que has escrito aún no se ha enviado. ¿Salir de esta página?
form-choose-file = Elegir un archivo

composer-write = ¿Qué quieres contar?
composer-text = Tu publicación
composer-photos = Añadir fotos
composer-post = Publicar
composer-who = ¿Quién lo verá?
composer-change = Cambiar
composer-alt = Descríbela para quien no puede verla
composer-describe-later = Después de publicar puedes decir qué se ve en tus fotos, para quien no puede verlas.
composer-remove-photo = Quitar la foto
composer-sending = Enviando las fotos
composer-not-photo = Aquí solo se pueden añadir imágenes.
composer-too-large = «%name%» es demasiado grande.
composer-too-many = { $count ->
    [one] En una publicación solo cabe { $count } foto.
   *[other] En una publicación solo caben { $count } fotos.
}
composer-no-network = No se ha podido enviar: no hay conexión. No se ha perdido nada. Inténtalo otra vez.
composer-not-taken = No se ha podido enviar. No se ha perdido nada. Inténtalo otra vez.

photos-more = { $count } fotos más
photos-open = Abrir la foto { $number }
photos-describe = { $count ->
    [one] Describir la foto
   *[other] Describir las fotos
}
photos-describe-title = Qué se ve en tus fotos
photos-describe-about = Di en pocas palabras qué se ve en cada una. A quien no puede verla se le leen tus palabras.
photos-describe-one = Describir la foto { $number }
photos-described = Descripción de la foto { $number }
