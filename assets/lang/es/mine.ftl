### Lo que cada uno elige: de qué se entera, lectura en voz alta, teclas.

hear-title = De qué quiero enterarme
hear-open = Elegir
hear-about = Solo lo que marques aquí se convierte en aviso. Lo que ya te avisaron se queda.
hear-of = Avísame de
hear-comments = Comentarios y respuestas
hear-comments-hint = En lo que publicaste, donde comentaste y en lo que sigues.
hear-mentions = Menciones
hear-mentions-hint = Alguien escribe tu nombre en una publicación o un comentario.
hear-reactions = Reacciones
hear-reactions-hint = Alguien pulsa un corazón u otro signo en algo tuyo.
hear-reshares = Difusión
hear-reshares-hint = Alguien difunde una publicación tuya.
hear-contacts = Contactos
hear-contacts-hint = Alguien empieza a compartir contigo.
hear-tags = Fotos mías
hear-tags-hint = Alguien dice que sales en una foto.
hear-groups = Grupos
hear-groups-hint = Estás en un grupo nuevo, te invitan o alguien pide entrar en el tuyo.
hear-board = Anuncios, actividades y archivos
hear-board-hint = Hay algo nuevo en el tablón, el calendario o los archivos de un grupo tuyo, o en el tablón para todos.
hear-always = Siempre se te avisa
hear-decisions = Si algo tuyo se quita, se devuelve o se permite, cómo terminó lo que avisaste y lo que pasa con tu cuenta. Esto no se puede apagar: nada les pasa a tus cosas sin que te enteres.

keys-title = Teclas
keys-about = Con un teclado, letras sueltas recorren las publicaciones y llevan a otras páginas.
keys-are-off = Has apagado estas teclas.
keys-in-stream = En una lista de publicaciones, comentarios o avisos
keys-next = Siguiente
keys-previous = Anterior
keys-open = Abrirlo
keys-comment = Comentarlo
keys-react = Ir a sus signos: Intro pulsa uno
keys-menu = Abrir sus tres puntos
keys-listen = Leerlo en voz alta, si está activado
keys-anywhere = En cualquier parte
keys-new = Escribir una publicación
keys-search = Buscar
keys-this = Mostrar estas teclas
keys-places = Ir a
keys-desk = En la mesa
keys-desk-open = Abrir la mesa
keys-desk-approve = Dejarlo, permitirlo o devolverlo
keys-writing = Mientras escribes son solo letras. Tabulador, Intro y Escape funcionan como en todas partes.
keys-choose = Activar o apagar
my-aids = Lectura en voz alta y teclas
my-keys = Teclas que actúan por sí solas
my-keys-hint = Letras sueltas recorren publicaciones y llevan a páginas. Apágalas si te estorban, por ejemplo cuando hablas a tu ordenador.
my-keys-list = Ver todas las teclas
my-aloud = Botones «Leer en voz alta»
my-aloud-hint = Debajo de cada texto, si este dispositivo tiene una voz propia para el idioma. No se envía nada a ninguna parte.
my-aloud-none = Este dispositivo no tiene una voz propia para este idioma. Pregunta a quien se ocupa de él.
aloud-start = Leer en voz alta
aloud-pause = Pausa
aloud-on = Seguir
aloud-stop = Parar
help-search = Buscar en los libros
help-search-hint = Una o varias palabras. Lo más necesario está en español, los libros enteros en inglés.
help-search-found = { $count ->
    [one] Encontrado en { $count } lugar
   *[other] Encontrado en { $count } lugares
}
help-search-nothing = No se encontró nada
help-search-nothing-words = Prueba otra palabra o una más corta. Los libros están en inglés.
help-book-short = Este es el libro corto, con lo más necesario.
help-book-whole = El libro entero, en inglés
help-book-own = El libro corto, en español
