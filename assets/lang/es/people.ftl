### Personas: listas, perfiles, compartir, aspectos, bloqueos y lo que es mío.

people-shown-name = Nombre que ven los demás
people-lists = Listas de personas
people-search = Buscar a alguien
people-search-hint = El principio de un nombre o de un nombre de usuario.
people-my-contacts = Mis contactos
people-you = tú
people-both-share = compartís entre los dos
people-i-share = compartes con esta persona
people-they-share = comparte contigo
people-count = { $count ->
    [one] { $count } persona
   *[other] { $count } personas
}
people-none-found = No se encontró a nadie
people-none-found-words = Prueba con las primeras letras de un nombre o de un nombre de usuario.
people-nobody = Todavía no hay nadie
people-nobody-words = El personal crea las cuentas. Quien tenga una aparecerá aquí.
people-no-contacts = Todavía no tienes contactos
people-no-contacts-words = Abre la página de alguien y elige «Añadir a contactos». Lo que publiques para tus contactos será también para esa persona.

profile-edit = Editar mi perfil
profile-left = ya no está
profile-about = Información
profile-pronouns = Pronombres
profile-place = Lugar
profile-birthday = Cumpleaños
profile-both-share-words = Compartís entre los dos. Esta persona ve lo que publicas para tus contactos, y tú ves lo suyo.
profile-i-share-words = Compartes con esta persona. Esta persona ve lo que publicas para tus contactos. Tú no ves lo que publica para los suyos.
profile-they-share-words = Comparte contigo. Ves lo que publica para sus contactos. Esta persona no ve lo que publicas para los tuyos.
profile-nobody-shares-words = No compartís entre los dos. Ves lo que publica para todos o para un grupo tuyo.
profile-share = Añadir a contactos
profile-unshare = Dejar de compartir
profile-more = Más sobre { $name }
profile-aspects = { $count ->
    [0] Aspectos
    [one] En { $count } aspecto
   *[other] En { $count } aspectos
}
profile-aspects-hint = ¿En cuáles de tus aspectos? Solo lo ves tú.

aspect-title = Mis aspectos
aspect-about = Un aspecto es un conjunto de tus contactos, como «Amigos» o «Fútbol». Puedes publicar solo para uno. Nadie más ve que existe ni quién está en él.
aspect-name = Nombre
aspect-name-hint = Solo lo ves tú.
aspect-add = Añadir un aspecto
aspect-edit = Editar el aspecto
aspect-up = Subir { $name }
aspect-down = Bajar { $name }
aspect-stream = Lo que publican las personas de este aspecto, hasta donde tú lo ves. Solo tú ves este aspecto.
aspect-people = En este aspecto
aspect-choose-people = Elegir personas
aspect-choose = ¿Quién está en { $name }?
aspect-choose-hint = Marca los contactos que están en él. No se les avisa.
aspect-empty = Todavía no hay nadie
aspect-empty-words = Elige personas entre tus contactos.
aspect-remove = Borrar el aspecto
aspect-remove-hint = Las personas siguen siendo tus contactos. Lo que publicaste solo para este aspecto lo verás únicamente tú.

block-do = Bloquear
block-undo = Desbloquear
block-title = ¿Bloquear a { $name }?
block-not-seen = Desde ahora ninguno de los dos ve lo que el otro publica, comenta o hace.
block-not-shared = Dejáis de compartir entre los dos, y la persona sale de tus aspectos.
block-not-told = No se le avisa.
block-staff = El personal que cuida este sitio sigue viendo lo que debe, aunque bloquees a alguien del personal.
block-undo-hint = Puedes desbloquear cuando quieras. ¿Alguien te hace daño? Avisa también al personal.
block-you-did = Bloqueaste a esta persona. Ninguno de los dos ve lo nuevo del otro.
block-list = Personas que bloqueé
block-list-about = Solo tú ves esta lista. Si desbloqueas a alguien, volvéis a compartir solo si lo elegís.
block-none = Nadie
block-none-words = No has bloqueado a nadie. Puedes hacerlo en la página de una persona.

my-title = Yo
my-page = Mi página
my-posts = Mis publicaciones
my-profile = Mi perfil
my-people = Mis personas
my-preferences = Idioma y aspecto
my-profile-about = Tu nombre y tu foto son para todos aquí. Lo demás es para quienes comparten contigo porque tú lo eliges, y para el personal que lleva las cuentas.
my-name-hint = El nombre lo pone el personal. Pregunta si está mal.
my-picture = Foto
my-picture-hint = Una foto de este dispositivo, hasta 20 MB. Se recorta en cuadrado.
my-picture-remove = Quitar la foto
my-birth-day = Cumpleaños: día
my-birth-month = Cumpleaños: mes
my-bio = Sobre mí
my-bio-hint = Puedes usar Markdown, como en las publicaciones.
my-language = Idioma
my-language-browser = El que pide este navegador
my-theme = Colores
my-theme-auto = Como este dispositivo
my-theme-light = Claro
my-theme-dark = Oscuro
my-theme-contrast = Alto contraste
my-text-size = Tamaño del texto
my-text-normal = Normal
my-text-large = Grande
my-text-larger = Más grande

profile-card = { $name } en breve
profile-card-groups = Grupos en los que estáis ambos
