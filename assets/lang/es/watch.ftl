### Reglas de palabras: lo que leen los autores, la mesa y el editor del personal.

problem-watched = Una regla de palabras de este lugar coincidió: { $words }. Tu texto sigue aquí: cámbialo y envíalo de nuevo.
problem-watched-here = Una regla de palabras de este lugar coincidió: { $words }. Aquí no puede esperar al personal: elige otras palabras.
problem-rule-there = Ya hay una regla así. Cambia esa.
problem-pattern-star = Un * solo va al principio o al final de una palabra o frase.
problem-pattern-words = Son varias palabras: elige «frase».
problem-pattern-one-word = Una frase tiene al menos dos palabras.
problem-pattern-few-letters = Lo que se busca dentro de las palabras necesita al menos cuatro letras.
act-watch-add = hizo una regla de palabras
act-watch-edit = cambió una regla de palabras
act-watch-remove = quitó una regla de palabras
act-watch-import = incorporó reglas de palabras de una lista
act-watch-export = sacó las reglas de palabras como archivo
act-watch-refuse = escribió algo que una regla de palabras no dejó pasar
act-watch-judge = dijo si una regla de palabras acertó
act-watch-close = cerró lo que una regla de palabras había señalado
watch-help-title = No estás solo ni sola
watch-help-words = Si algo te pesa, { $staff } están para escucharte. Lo que escribiste se ha enviado tal cual.
watch-help-ask = Decírselo a { $staff }
watch-censored = Una regla de palabras coincidió. Los demás ven ■ en lugar de una parte.
watch-possible = Coincidencia posible
watch-case-help = Puede necesitar ayuda
watch-case-block = No aceptado
watch-case-hold = Retenido por una regla
watch-case-flag = Una regla coincidió
watch-hits-title = Palabras que coincidieron
watch-hit-rule = Regla: { $pattern }
watch-judge = ¿Acertó la regla con «{ $words }»?
watch-right = Acierto
watch-wrong = Error
watch-harmless = Inofensivo
watch-about-help = Se entregó tal cual, y a su autor se le mostró con quién hablar. Solo lo ve quien tiene Protección.
watch-about-block = No se aceptó, y nadie más lo vio.
watch-about-flag = Puede verse. No hay nada que retirar aquí: habla con su autor y cierra esto.
watch-surface-post = Publicación
watch-surface-comment = Comentario
watch-surface-message = Mensaje
watch-surface-caption = Pie de foto
watch-surface-alt = Descripción de una foto
watch-surface-poll = Encuesta
watch-surface-album = Álbum
watch-surface-group = Grupo
watch-surface-name = Nombre visible
watch-surface-profile = Perfil
watch-surface-hashtag = Etiqueta
watch-surface-file = Archivo
watch-surface-event = Evento
watch-surface-announcement = Anuncio
watch-surface-talk = Nombre de una conversación
watch-title = Reglas de palabras
watch-title-about = Palabras que no se aceptan, esperan o se revisan
watch-about = Una regla puede ocultar, retener o mostrar algo al personal; nunca castiga. Lo que escribe el personal solo se muestra al personal.
watch-uncover = Mostrar la palabra
watch-new = Regla nueva
watch-edit = Cambiar la regla
watch-change = Cambiar
watch-empty = Aún no hay reglas
watch-empty-words = Escribe la primera y pruébala con un texto antes de guardarla.
watch-none = Ninguna regla coincide
watch-none-words = Elige menos filtros.
watch-every = Todas
watch-on = Activadas
watch-off = Desactivada
watch-ended = Terminada
watch-filter = Filtrar
watch-find = Parte de la palabra
watch-language = Idioma, por ejemplo es
watch-state = Estado
watch-show = Mostrar
watch-switch-on = Activar
watch-switch-off = Desactivar
watch-pattern = Palabra o frase
watch-pattern-hint = Las mayúsculas, los acentos y las letras parecidas no cuentan. Un * al final vale por más letras.
watch-kind = Cómo se busca
watch-kind-word = Palabra
watch-kind-word-hint = Solo como palabra suelta, no dentro de otra.
watch-kind-phrase = Frase
watch-kind-phrase-hint = Varias palabras seguidas, con un espacio o un signo entre ellas.
watch-kind-prefix = Comienzo de palabra
watch-kind-prefix-hint = Toda palabra que empieza así.
watch-kind-anywhere = En cualquier parte
watch-kind-anywhere-hint = También dentro de otras palabras. Necesita cuatro letras; indica excepciones.
watch-action = Qué ocurre
watch-action-block = No aceptarlo
watch-action-block-hint = El autor recibe de nuevo el formulario, con cada palabra que coincidió.
watch-action-hold = Que espere
watch-action-hold-hint = Solo lo ve el autor hasta que el personal lo deje pasar.
watch-action-flag = Mostrarlo al personal
watch-action-flag-hint = Puede verse; la mesa lo revisa.
watch-action-censor = Tapar la palabra
watch-action-censor-hint = Los demás ven ■ por cada letra; el autor ve su texto.
watch-action-help = Ofrecer ayuda
watch-action-help-hint = Se entrega. El autor lee con quién hablar, y se avisa a quien tiene Protección.
watch-severity = Gravedad
watch-severity-1 = Información
watch-severity-2 = Preocupación
watch-severity-3 = Urgente
watch-category = De qué trata
watch-category-bullying = Acoso
watch-category-threats = Amenazas
watch-category-self-harm = Autolesión
watch-category-drugs = Drogas
watch-category-weapons = Armas
watch-category-sexual = Sexual
watch-category-other = Otro
watch-exceptions = Excepciones
watch-exceptions-hint = Una por línea, 50 como máximo: lo que coincide dentro de ellas se deja en paz.
watch-surfaces = Dónde
watch-surfaces-hint = Nada marcado significa en todas partes.
watch-languages = Idiomas
watch-languages-hint = Para orientarse, por ejemplo es, en.
watch-until = Último día
watch-until-hint = Después la regla no hace nada.
watch-note = Nota
watch-note-hint = Por qué existe la regla. Solo la lee el personal.
watch-enabled = La regla está activada
watch-try = Probar con un texto
watch-try-hint = No se guarda nada.
watch-try-it = Probar
watch-tried = Lo que coincidiría
watch-remove = Quitar la regla
watch-count = { $count ->
    [one] { $count } regla en total
   *[other] { $count } reglas en total
}
watch-exceptions-count = { $count ->
    [one] { $count } excepción
   *[other] { $count } excepciones
}
watch-tried-exact = { $count ->
    [one] { $count } coincidencia.
   *[other] { $count } coincidencias.
}
watch-tried-possible = { $count ->
    [one] { $count } coincidencia posible.
   *[other] { $count } coincidencias posibles.
}
watch-table = Tablas y listas
watch-starters = Listas que vienen con la caja
watch-starters-about = Sobre acoso, amenazas, autolesión, drogas, armas y palabras sexuales. Llegan desactivadas: léelas, cámbialas y activa lo que convenga a tu casa. Lo que ya existe no cambia.
watch-table-in = Incorporar una tabla
watch-table-about = Valores separados por comas con estas columnas; las excepciones van separadas por |. Una regla que ya existe se cambia. Con cualquier error no se incorpora nada.
watch-table-file = Un archivo
watch-table-file-hint = En UTF-8, hasta { $mib } MB.
watch-table-pasted = O pégala aquí
watch-table-enabled = Activar enseguida las reglas nuevas
watch-table-take = Incorporar
watch-table-out = Sacar todas las reglas
watch-table-out-about = El archivo contiene las palabras tal cual. Que se ha hecho queda en el registro.
watch-table-line = Línea { $line }:
watch-past = Los últimos 30 días
watch-past-about = Solo se miró lo que puedes ver para todos y para grupos: nada de conversaciones privadas ni de lo que es para pocos.
watch-past-save = Aún no se ha guardado nada. Pulsa Guardar otra vez si es lo que quieres.
watch-worth = Sus coincidencias
watch-worth-hits = Coincidencias en 7, 30 y 90 días: { $week }, { $month }, { $quarter }
watch-worth-judged = El personal vio { $right } de { $judged } acertadas, { $wrong } erróneas y { $harmless } inofensivas.
watch-worth-end = Menos de una de cada diez coincidencias fue acertada. Piensa en terminar esta regla.
watch-seldom-right = Rara vez acierta
watch-past-count = { $count ->
    [one] Habría coincidido en { $count } texto.
   *[other] Habría coincidido en { $count } textos.
}
watch-past-looked = { $count ->
    [one] Se miró { $count } texto.
   *[other] Se miraron { $count } textos.
}
