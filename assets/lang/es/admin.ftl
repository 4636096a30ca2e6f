### Administrar: crear personas, qué hace el personal con sus cuentas, las normas de la casa.

admin-attention = Requiere atención
admin-attention-none = Nada por ahora.
admin-unused-slips = { $count ->
    [one] { $count } persona aún no ha entrado con su papel
   *[other] { $count } personas aún no han entrado con su papel
}
admin-stopped = { $count ->
    [one] { $count } cuenta es de solo lectura, está suspendida o se ha ido
   *[other] { $count } cuentas son de solo lectura, están suspendidas o se han ido
}
admin-people = Cuentas
admin-people-about = Buscar a alguien: papel nuevo, suspender, grupos, funciones.
admin-new = Persona nueva
admin-new-about = Una cuenta, con un papel para imprimir.
admin-paste = Pegar una lista
admin-paste-about = Una clase o un módulo entero de una vez, con una hoja de papeles.
admin-groups-about = Clases, módulos y clubes, y quién está en ellos.
admin-rules = Normas de la casa
admin-rules-about = Nombre, idioma y qué espera al personal antes de que otros lo vean.

admin-find = Buscar a alguien
admin-find-hint = El comienzo de un nombre, como lo ven los demás o como entra.
admin-tab-all = Todas
admin-tab-slip = Papel sin usar
admin-tab-stopped = No activas
admin-nobody = Nadie aquí
admin-nobody-words = Ninguna cuenta coincide con lo que pides.
admin-from-start = A la primera página
admin-role = Papel en la casa
admin-standing = Estado
admin-active = Activa
admin-read-only = Solo lectura
admin-suspended = Suspendida
admin-left = Se ha ido
admin-has-slip = Aún con la contraseña del papel

admin-username-hint = Déjalo vacío y se forma a partir del nombre.
admin-make-one = Crear cuenta y papel
admin-role-member-hint = Publica y lee.
admin-role-staff-hint = Cuida de los miembros. Lo que puede hacer se marca abajo.
admin-role-owner-hint = Dirige el sitio y tiene todas las funciones.
admin-duties = Funciones del personal
admin-duties-hint = Solo el personal tiene funciones. Solo puedes dar las que tú tienes.
admin-duty-moderate = La mesa
admin-duty-moderate-hint = Atiende avisos y lo que espera; retira publicaciones y las devuelve.
admin-duty-accounts = Cuentas
admin-duty-accounts-hint = Crea cuentas y papeles, pone a personas en grupos, suspende.
admin-duty-safeguard = Protección
admin-duty-safeguard-hint = Puede abrir conversaciones privadas, con un motivo que queda anotado.
admin-duty-audit = El registro
admin-duty-audit-hint = Lee el registro de todos los actos, y nada más.
admin-duty-settings = Normas de la casa
admin-duty-settings-hint = Cambia el nombre, el idioma y qué espera al personal.
admin-presets = Trabajos habituales, y qué marcar para ellos
admin-preset-supervisor = Supervisión
admin-preset-supervisor-words = La mesa y Cuentas
admin-preset-safeguarding = Responsable de protección
admin-preset-safeguarding-words = La mesa y Protección
admin-preset-helpdesk = Ayuda
admin-preset-helpdesk-words = Cuentas
admin-preset-auditor = Auditoría
admin-preset-auditor-words = El registro

admin-own = Esta es tu propia cuenta. Otros cambian tu papel, tus funciones y tu estado.
admin-above = Esta cuenta tiene más funciones que tú. Puedes mirarla, pero no cambiarla.
admin-edit = Nombre, papel y funciones
admin-to-active = Activar
admin-to-left = Marcar como ida
admin-active-hint = Entra y publica como siempre.
admin-read-only-hint = Puede mirar, pero no publicar, comentar ni reaccionar.
admin-suspended-hint = No puede entrar. Su sesión se cierra en todas partes al momento.
admin-left-hint = Ya no está en este lugar. Nadie ve ya lo que hizo. A los 14 días se borra para siempre.
admin-new-slip = Papel nuevo
admin-new-slip-about = Crea una contraseña de un solo uso. La anterior deja de valer, y su sesión se cierra en todas partes al momento.
admin-sessions = Dónde ha entrado
admin-sessions-none = No ha entrado en ningún sitio.

admin-slips = Papeles para imprimir
admin-slips-about = { $count ->
    [one] { $count } papel. Se muestra aquí durante { $minutes } minutos, solo a ti; después nadie podrá ver la contraseña. Imprímelo ahora.
   *[other] { $count } papeles. Se muestran aquí durante { $minutes } minutos, solo a ti; después nadie podrá ver las contraseñas. Imprímelos ahora.
}
admin-slip-note = La contraseña vale una sola vez. Después elegirás la tuya.
admin-to-people = A todas las cuentas

admin-list = La lista
admin-list-hint = Una persona por línea.
admin-all-are = Todas las personas de la lista son
admin-look-first = Ver primero
admin-paste-how = Cómo puede ser una línea
admin-paste-example-name = Ana Gil
admin-paste-example-username = Ana Gil, ana.gil
admin-paste-example-groups = Ana Gil, ana.gil, Clase 5B; Club de ajedrez
admin-paste-most = { $most ->
    [one] Como mucho { $most } persona a la vez. También vale una línea copiada de una tabla.
   *[other] Como mucho { $most } personas a la vez. También valen líneas copiadas de una tabla.
}
admin-preview = Ver la lista
admin-preview-count = { $count ->
    [one] Se crearía { $count } cuenta. Aún no se ha escrito nada.
   *[other] Se crearían { $count } cuentas. Aún no se ha escrito nada.
}
admin-preview-broken = { $count ->
    [one] { $count } línea no se puede usar. No se ha escrito nada. Cámbiala abajo y vuelve a mirar.
   *[other] { $count } líneas no se pueden usar. No se ha escrito nada. Cámbialas abajo y vuelve a mirar.
}
admin-preview-change = Cambiar la lista
admin-line = Línea
admin-wrong = A tener en cuenta
admin-namesake = Aquí alguien se llama igual: { $username }
admin-wrong-no-name = Falta el nombre.
admin-wrong-taken = Aquí alguien ya entra con este nombre.
admin-wrong-twice = La línea { $line } tiene el mismo nombre para entrar.
admin-wrong-long-group = El nombre de un grupo tiene como mucho { $limit } caracteres.
admin-wrong-quote = Falta cerrar unas comillas.
admin-new-groups = Grupos nuevos por crear
admin-new-groups-hint = Aún no existen. Si desmarcas uno, sus personas simplemente no entran en él.
admin-group-kind = Son
admin-kind-class = Clases
admin-kind-wing = Módulos
admin-kind-club = Clubes
admin-kind-other = Otra cosa
admin-make-many-about = Se crean todas o ninguna. Una lista larga tarda unos segundos.
admin-make-many = { $count ->
    [one] Crear { $count } cuenta y papel
   *[other] Crear { $count } cuentas y papeles
}

admin-site-name-hint = De él se forma el nombre en la red, que cambia al momento.
admin-approval = Qué espera al personal
admin-approval-hint = Para lo que hacen los miembros. Lo que publica el personal aparece al momento.
admin-approval-open = Nada espera
admin-approval-open-hint = Lo que se publica aparece al momento.
admin-approval-hold-photos = Las fotos esperan
admin-approval-hold-photos-hint = Una publicación con foto la ven otros solo cuando el personal la deja pasar. Las palabras aparecen al momento.
admin-approval-hold-all = Todo espera
admin-approval-hold-all-hint = Cada publicación y comentario lo ven otros solo cuando el personal lo deja pasar.
admin-approval-read-only = Nadie publica
admin-approval-read-only-hint = Los miembros pueden leer y mirar, pero no hacer nada: tampoco reaccionar ni votar.
admin-kind-hint = Elige las palabras que las páginas usan para las personas.
admin-kind-school-hint = Alumnos y profesores
admin-kind-prison-hint = Internos y funcionarios
admin-kind-other-hint = Miembros y personal
