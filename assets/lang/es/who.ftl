### ¿Quién puede ver esto?, y recuperar lo que se acaba de ocultar.

who-comment-post = Un comentario lo ven todos los que ven la publicación en la que está.
who-comment-album = Un comentario lo ven todos los que ven el álbum de la foto en la que está.
who-photo-post = Una foto la ven todos los que ven la publicación en la que está.
who-photo-album = Una foto la ven todos los que ven el álbum en el que está.
who-group = { $people ->
    [one] { $name }, { $people } persona
   *[other] { $name }, { $people } personas
}
who-waits = Espera a { $staff }. Hasta que le den paso, solo lo ven su autor y ellos.
who-staff-open = De { $staff }, lo ven quienes trabajan en la mesa.
who-staff-limited = De { $staff }, quienes trabajan en la mesa lo ven solo si alguien avisa, o si tuvo que esperar. Unas pocas personas pueden leerlo por un motivo que deben escribir.
who-later-mine = También lo verá quien empieces a tener como contacto más tarde, y dejará de verlo quien quites.
who-later = Sus contactos pueden cambiar más tarde.
who-blocked = Si una persona bloquea a otra, ninguna ve lo que hace la otra.

stream-hidden-now = Oculto para ti.
stream-bring-back = Recuperarlo
