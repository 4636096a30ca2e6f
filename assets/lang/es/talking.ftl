### Lo que el personal dice sobre los mensajes privados de alguien.

talking-title = Mensajes privados
talking-stop-about = Entonces solo podrá escribir en las conversaciones de grupos y responder al personal. Vale desde ahora, también en las conversaciones abiertas.
talking-pairs = Con quién puede hablar
talking-pairs-idle = Las reglas de la casa no piden parejas por ahora, así que esto no cambia nada.
talking-pair = Nombre de usuario
talking-pair-hint = Los dos podrán escribirse. Cada uno lo verá en «Lo que hizo el personal».
talking-pair-add = Dejar que hablen
talking-part = Ya no
talking-record-stopped = No puedes escribir mensajes privados
talking-record-allowed = Puedes escribir otra vez mensajes privados
talking-record-paired = Tú y otra persona podéis hablar en privado
talking-record-parted = Tú y otra persona ya no podéis hablar en privado
