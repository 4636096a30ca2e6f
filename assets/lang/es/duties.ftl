### Quién tiene qué: tareas para todo el sitio y para grupos, y su historial.

duties-title = Quién tiene qué tarea
duties-about = Lo que se confía al personal, para todo el sitio o solo para algunos grupos, y quién se lo dio. Todo el personal puede leerlo.
duties-entry-about = Responsables y tareas, de quién y por qué.
duties-past = Historial de tareas
duties-past-about = Lo que se dio y lo que terminó, lo más nuevo primero. Nada de esto se borra nunca.
duties-past-of = Lo que tiene y lo que tuvo
duties-none = Ninguna tarea hasta ahora.
duties-owner = Responsable: todas las tareas
duties-of-site = todo el sitio
duties-of-group = solo { $group }
duties-still = La tiene ahora
duties-given = Dada
duties-ended = Terminó
duties-by-box = la propia caja, o antes de que esto se guardara
duties-edit = Rol y tareas
duties-in-groups = Solo para algunos grupos
duties-moderate-in = La mesa, para lo que se publica en
duties-moderate-in-hint = Ve y decide lo que allí se denuncia o espera, y puede detener allí toda escritura. Nada sobre personas.
duties-accounts-in = Cuentas, para los miembros de
duties-accounts-in-hint = Les hace papeles y termina sus sesiones. Nada para el personal.
duties-why = Por qué
duties-why-hint = Todo el personal puede leerlo en el historial.
duties-save = Guardar rol y tareas
duties-presets = O da un trabajo habitual, en lugar de todo lo marcado:
duties-slips-only = Llevas las cuentas de algunos grupos: a sus miembros les haces papeles y terminas sus sesiones.
duties-number-title = A cuántas personas se confía qué
duties-number-site = { $what }: { $people ->
    [one] { $people } persona
   *[other] { $people } personas
}
duties-number-groups = { $what }, solo para algunos grupos: { $people ->
    [one] { $people } persona
   *[other] { $people } personas
}
duties-number-desk = { $people ->
    [one] Ahora es { $people } persona.
   *[other] Ahora son { $people } personas.
}
duties-who-about = Lo que se confía a cada miembro del personal está en una página que todo el personal puede leer.
