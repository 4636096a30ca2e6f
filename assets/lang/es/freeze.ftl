### Todo lo escrito en pausa por ahora: qué leen los miembros y dónde el personal lo para y lo reanuda.

problem-frozen = Ahora nadie puede escribir.

freeze-now = Ahora nadie puede escribir
freeze-now-in = Ahora nadie puede escribir en { $group }
freeze-typed = Lo que escribiste sigue aquí: deja abierta esta página y envíalo más tarde.
freeze-kept = Lo que habías empezado a escribir está guardado.
freeze-default = El personal ha parado la escritura por un rato. Puedes seguir leyendo y pedir ayuda.

freeze-title = Parar toda la escritura
freeze-begin = Parar toda la escritura
freeze-end = Dejar escribir a todos otra vez
freeze-about = Los miembros no pueden publicar, comentar, reaccionar ni enviar mensajes hasta que se lo permitas de nuevo. Pueden leer, retirar lo suyo, avisar y pedir ayuda. El personal puede seguir escribiendo.
freeze-about-group = Los miembros no pueden escribir nada a este grupo ni en su conversación hasta que se lo permitas de nuevo. En lo demás no cambia nada. El personal puede seguir escribiendo.
freeze-words = Lo que leerán los miembros
freeze-words-hint = Aparece arriba en sus páginas. Di con calma qué pasará después.
freeze-do = Parar ahora
freeze-by = { $name }, { $time }
