### Cuánto tiempo se guardan las cosas, y retenciones legales.

retention-title = Cuánto se guardan las cosas
retention-entry-about = Cuándo se borran para siempre publicaciones, mensajes y casos, y qué debe guardarse más.
retention-about = Una vez en cada día de la caja se borra para siempre lo que es más antiguo: sus palabras, sus fotos y sus archivos. Se queda lo que el personal aún tiene que decidir, lo que se está leyendo con un motivo y lo que nombra una retención legal.
retention-unsure = No se borra nada mientras nadie sepa si el reloj es correcto.
retention-rules = Qué se va y cuándo
retention-usual-is = Lo habitual: una escuela guarda las publicaciones hasta el 31 de julio y 60 días más, un centro penitenciario 90 días, cualquier otra casa un año; los mensajes 90 días, los casos un año.
retention-posts = Publicaciones, comentarios, fotos, anuncios, eventos y archivos
retention-messages = Mensajes
retention-cases = Decisiones y avisos cerrados
retention-drafts = Borradores
retention-usual = Lo habitual en este tipo de casa
retention-for-ever = No se borra nada
retention-days = { $days ->
    [one] { $days } día
   *[other] { $days } días
}
retention-before = Se va lo anterior al { $date }
retention-asks = Se borraría mucho más de lo habitual
retention-asks-words = { $count ->
    [one] Se iría { $count } cosa. No se va nada hasta que un propietario diga que sí.
   *[other] Se irían { $count } cosas. No se va nada hasta que un propietario diga que sí.
}
retention-no-way-back = No hay vuelta atrás. ¿Son correctos los plazos de abajo y el reloj?
retention-type = Cuántas cosas se van
retention-type-hint = Escribe el número de arriba.
retention-do = Borrarlas para siempre
retention-owner = Solo un propietario puede decir que sí.
retention-runs = Los últimos días
retention-when = Cuándo
retention-state = Estado
retention-is-asking = espera a un propietario
retention-is-running = en marcha
retention-is-done = hecho

holds-title = Retenciones legales
holds-about = Lo que nombra una retención no se borra, tenga la edad que tenga: ni cada día ni con una cuenta que se cierra. Quien lo hizo no se entera, y los demás no ven más que antes.
holds-none = No hay retenciones legales
holds-none-words = No se guarda nada más allá de su tiempo.
holds-new = Nueva retención
holds-sort = ¿De qué se trata?
holds-person = Persona
holds-person-hint = Todo lo que hizo. Da su nombre para iniciar sesión.
holds-group = Grupo
holds-group-hint = Todo lo que hay en él, con su conversación. Da su nombre.
holds-thing = Conversación o caso
holds-thing-hint = Una conversación con todos sus mensajes, o una cosa con lo que hay debajo. Da su dirección o su número.
holds-what = Nombre, dirección o número
holds-reason = Motivo
holds-review = Volver a mirar el
holds-review-hint = En 90 días como mucho. Entonces sigue si lo dices; nunca termina sola.
holds-begin = Retener
holds-by = { $name }, { $time }
holds-look-again = Volver a mirar el { $date }.
holds-late = Ese día ya pasó.
holds-looked = Lo he mirado: 90 días más
holds-end = Terminar esta retención
holds-ended = Terminó: { $time }

## Lo que leen los miembros

retention-help-posts = Publicaciones, comentarios, fotos, eventos y archivos anteriores al { $date } se borran para siempre.
retention-help-no-posts = Publicaciones, comentarios, fotos, eventos y archivos no se borran por su edad.
retention-help-messages = Los mensajes anteriores al { $date } se borran para siempre.
retention-help-no-messages = Los mensajes no se borran por su edad.
retention-help-longer = Lo que { $staff } aún necesitan por algo de lo que se avisó, y lo que la ley pide guardar, se guarda más tiempo.
