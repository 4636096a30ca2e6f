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
hear-board-hint = Hay algo nuevo en el tablón de un grupo, o para todos.
hear-always = Siempre se te avisa
hear-decisions = Si algo tuyo se retira, se devuelve o se deja pasar, cómo terminó lo que denunciaste y lo que pasa con tu cuenta. Esto no se puede apagar: nada les pasa a tus cosas sin que te enteres.
