### Lo estricta que es la casa con un grupo o una persona, y cuánto pueden enviar.

act-level-set = dijo lo estricta que es la casa con un grupo o una persona
problem-only-read = Ahora nadie puede escribir aquí.
problem-used-up = { $limit ->
    [one] Puedes enviar { $limit } mensaje al día, y ya lo enviaste. Mañana puedes escribir otra vez. Lo que escribiste sigue aquí.
   *[other] Puedes enviar { $limit } mensajes al día, y ya los enviaste. Mañana puedes escribir otra vez. Lo que escribiste sigue aquí.
}

level-title = Qué espera, y cuánto
level-about = Junto a las reglas de la casa. De sitio, grupo y persona cuenta lo más estricto, para los miembros; el personal nunca espera.
level-person-about = Qué de lo suyo espera al personal, y cuántos mensajes puede enviar.
level-approval-group = Para lo que los miembros escriben en este grupo. Para toda la casa es ahora: { $site }.
level-approval-person = Para lo que escribe esta persona, donde sea. Para toda la casa es ahora: { $site }.
level-limits-group = Cuánto pueden enviar los miembros de este grupo. Quien está en varios puede lo que diga el menor.
level-limits-person = Cuánto puede enviar esta persona. Si uno de sus grupos dice menos, cuenta eso.
level-reads = Solo lee
level-reads-hint = Puede leer y mirar, pero no hacer nada: tampoco reaccionar ni votar.
level-messages = Mensajes al día
level-people = Otras personas en una conversación nueva
level-letters = Caracteres de un mensaje
level-most = Como mucho { $most }. Déjalo vacío para tantos como cualquiera.
level-first = Cuentas nuevas
level-first-hint = Lo primero de una cuenta nueva puede esperar hasta que el personal lo deje pasar, diga lo que diga la regla de arriba. Lo que ya estaba cuenta también.
level-first-none = Nada espera por ser nuevo
level-first-some = { $count ->
    [one] Espera lo primero
   *[other] Esperan los primeros { $count }
}
level-left = { $count ->
    [one] Hoy puedes enviar { $count } mensaje más.
   *[other] Hoy puedes enviar { $count } mensajes más.
}
level-used-up = Has enviado todos los mensajes de hoy. Mañana puedes escribir otra vez.
level-waits-all = Lo que escribes aquí espera a ser visto por { $staff }.
level-waits-photos = Las fotos y los documentos esperan a ser vistos por { $staff }.
level-waits-first = { $all ->
    [one] Tu cuenta es nueva: lo primero que escribas espera a ser visto por { $staff }.
   *[other] Tu cuenta es nueva: las primeras { $all } cosas que escribas esperan a ser vistas por { $staff }. Aprobadas hasta ahora: { $passed } de { $all }.
}
