### El sonido suave.

my-sound = Un sonido suave cuando llega algo nuevo
my-sound-hint = Para avisos y mensajes, una vez para todas las ventanas abiertas. No para lo silenciado ni para lo que estás mirando. Pulsa algo en la página una vez, para que tu navegador lo permita.
