### Lo que el personal hizo sobre mí.

record-here = Lo que hay aquí de mí
record-title = Lo que hizo el personal
record-about = Todo lo que el personal hizo con tu cuenta y con lo que tú hiciste, con el motivo. Solo tú ves esta página.
record-account = Mi cuenta
record-things = Mis publicaciones, comentarios y fotos
record-nothing = Nada todavía.
record-none-words = El personal no ha quitado ni devuelto nada tuyo.
record-ask = ¿Algo está mal? Pregunta al personal. Puede mirarlo otra vez.
record-made = Se hizo tu cuenta
record-active = Puedes hacerlo todo otra vez
record-read-only = Puedes leer, pero no escribir
record-suspended = Se te cerró la entrada
record-left = Tu cuenta se marcó como ida
record-reset = Recibiste un papel nuevo con una contraseña de un solo uso
record-session = Se cerró tu sesión en un navegador
record-groups = Se te puso en un grupo o se te sacó de él
record-duties = Cambió lo que se te confía
record-changed = Se cambió tu nombre o tus tareas
record-removed = Quitado
record-restored = Devuelto
record-released = Revisado y dejado pasar
