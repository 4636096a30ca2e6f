### La hoja diaria: el registro en papel.

sheets-title = Hojas diarias
sheets-about = Cada día de la caja acaba con una hoja: el número de su última entrada en este registro y la huella de esa entrada en palabras. Un registro al que le cortaron el final, o que se cambió y se rehízo, ya no coincide con el papel.
sheets-about-paper = Imprime cada hoja, haz que la firmen y guárdala donde no llegue nadie que tenga la caja en sus manos.
sheets-today = Hoy hasta ahora
sheets-check = Comparar con una hoja
sheets-none = Aún no hay ninguna hoja
sheets-none-words = La primera se hace cuando acaba el primer día. Mientras tanto, imprime la de hoy hasta ahora.
sheets-range = Entradas { $first } a { $last }
sheets-file = Guardar como archivo
sheets-one = Hoja diaria
sheets-print = Imprimir
sheets-so-far = Este día no ha acabado. Esta hoja vale para este momento y no se guarda: imprímela ahora.
sheets-site = Sitio
sheets-entries = Del registro
sheets-from = Primera entrada
sheets-until = Última entrada
sheets-made = Esta hoja se hizo
sheets-code = El número de la última entrada y su huella, para un teléfono
sheets-words = La huella de la entrada { $seq }, en palabras
sheets-words-about = Treinta y dos palabras y una de control, en inglés. Al escribirlas se nota una palabra equivocada, o dos cambiadas de sitio. Lo mismo en cifras:
sheets-counts = Qué pasó
sheets-posts = Publicaciones
sheets-comments = Comentarios
sheets-messages = Mensajes
sheets-others = Fotos en álbumes, anuncios, actos, archivos
sheets-reports = Avisos al personal
sheets-decided = Decidido por el personal
sheets-looked-again = Segundas miradas respondidas
sheets-alone = Decidido por el personal sobre lo suyo, porque nadie más podía
sheets-waiting = A la espera del personal al hacerla
sheets-overdue = Casos fuera de plazo al hacerla
sheets-sign-ins = Entraron
sheets-refused = Rechazados al entrar
sheets-accounts = Cuentas creadas o cambiadas
sheets-rules = Cambios de las normas del sitio
sheets-exports = Archivos sacados del registro
sheets-packs = Paquetes de pruebas
sheets-archives = Archivos reunidos para sus dueños
sheets-clock = El reloj
sheets-starts = Arranques de la caja
sheets-unchecked = Entradas sin que nadie respondiera del reloj
sheets-jumps = Cambios del reloj
sheets-jump = Antes de la entrada { $seq }: { $from } pasó a { $to }
sheets-more = { $count ->
    [one] Y { $count } más.
   *[other] Y { $count } más.
}
sheets-readings = Consultas de conversaciones privadas, por quién
sheets-shown = Lo que mostraron
sheets-staff = Entradas del personal
sheets-by-others = Otros
sheets-not-yours = No se te muestra
sheets-together = En total
sheets-printed-by = La imprimió
sheets-checked-by = La comparó con el registro
sheets-name = Nombre y fecha
sheets-signature = Firma
sheets-check-about = Escribe lo que pone en una hoja, o pega los archivos de cuantas hojas quieras. Se recorre todo el registro desde su primera entrada y se compara con eso y con todas las hojas que guarda la propia caja. Con los dos campos vacíos se compara solo con estas.
sheets-seq = Última entrada de la hoja
sheets-seq-hint = El número que va detrás de «a». Los archivos ya lo llevan.
sheets-typed = Las palabras, las cifras, o archivos de hojas
sheets-typed-hint = De cada palabra bastan las cuatro primeras letras.
sheets-compare = Comparar
sheets-wrong-number = No es el número de ninguna entrada.
sheets-wrong-word = «{ $word }» no es ninguna de las palabras. Vuelve a mirar la hoja.
sheets-wrong-count = { $count ->
    [one] Hay { $count } palabra; una hoja tiene { $words }.
   *[other] Hay { $count } palabras; una hoja tiene { $words }.
}
sheets-wrong-check = Una de las palabras es otra, o dos cambiaron de sitio. Vuelve a mirar la hoja.
sheets-holds = { $entries ->
    [one] El registro se sostiene: { $entries } entrada.
   *[other] El registro se sostiene: { $entries } entradas, ninguna cambiada, ninguna de menos.
}
sheets-papers = { $count ->
    [0] No había ninguna hoja con que compararlo.
    [one] Coincide con { $count } hoja, contando lo que escribiste y lo que guarda la caja.
   *[other] Coincide con { $count } hojas, contando lo que escribiste y lo que guarda la caja.
}
sheets-what-now = No reinicies ni repares nada. Guarda el papel, haz copiar el disco de la caja y avisa a quien esté por encima de ti.
sheets-fault-gap = El registro no se sostiene: falta la entrada { $expected }, en su lugar está la { $found }.
sheets-fault-order = El registro no se sostiene: la entrada { $seq } no sigue a la anterior.
sheets-fault-changed = El registro no se sostiene: la entrada { $seq } se cambió después de escrita.
sheets-fault-unreadable = El registro no se sostiene: el archivo está dañado donde debería estar la entrada { $seq }.
sheets-fault-cut = Cortaron el final del registro: acaba en la entrada { $newest }, y la hoja conoce la entrada { $paper }.
sheets-fault-anew = No es el registro de la hoja: algo entre la entrada { $from } y la { $until } se cambió, y se rehízo la cadena.
sheets-fault-nowhere = Ninguna entrada tiene la huella de la hoja: cortaron el final, o se cambió algo y se rehízo la cadena. Con el número de la última entrada de la hoja se puede decir dónde.
act-sheet-make = hizo la hoja de un día
audit-kind-sheet = hoja
