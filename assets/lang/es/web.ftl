### Lo que cualquier parte del sitio puede decir: lo que se hizo y por qué algo no se pudo hacer.

done-saved = Guardado.
done-posted = Publicado.
done-waiting = Enviado. El personal lo mirará antes de que otros lo vean.
done-removed = Quitado.
done-restored = Recuperado.
done-reported = Gracias. El personal ya lo sabe.
done-made = Creado.
done-added = Añadido.
done-password = Tu nueva contraseña está puesta.
done-signed-out = Has salido.

refusal-not-found = Aquí no hay nada
refusal-not-found-words = La página ya no está, o no es para ti.
refusal-forbidden = No puedes hacer eso
refusal-forbidden-words = Pregunta al personal si crees que deberías poder.
refusal-invalid = Eso no se pudo usar
refusal-invalid-words = Vuelve atrás y mira lo que escribiste.
refusal-not-ours = Inténtalo otra vez
refusal-not-ours-words = La página era demasiado antigua o no venía de aquí. Ábrela de nuevo y repite lo que hiciste.
refusal-too-large = Es demasiado grande
refusal-too-large-words = Elige menos archivos o más pequeños.
refusal-slow = Un poco más despacio, por favor
refusal-slow-words = Espera un momento e inténtalo otra vez.
refusal-slow-for = { $seconds ->
    [one] Espera { $seconds } segundo e inténtalo otra vez.
   *[other] Espera { $seconds } segundos e inténtalo otra vez.
}
refusal-busy = Hay mucho trabajo ahora
refusal-busy-words = No se ha perdido nada. Espera un momento e inténtalo otra vez.
refusal-broken = Algo se ha roto
refusal-broken-words = Es culpa nuestra, no tuya. Di este número al personal:
refusal-incident = { $number }
refusal-go-home = A la primera página

problem-missing = Rellena esto, por favor.
problem-too-long = Como mucho { $limit } caracteres.
problem-too-short = Al menos { $least } caracteres.
problem-taken = Este nombre ya está en uso. Elige otro.
problem-not-understood = Esto no se puede usar. Elige otra vez.
problem-too-common = Es fácil de adivinar. Elige otra.
problem-not-the-same = Las dos no son iguales.
problem-wrong-sign-in = El nombre y la contraseña no van juntos.
problem-wrong-code = Este no es el código de la caja.
problem-wrong-password = Esta no es tu contraseña.
problem-too-many = Como mucho { $limit }.
problem-too-few = Al menos { $least }.
problem-twice = Lo mismo está dos veces.
problem-past = Elige un momento que esté por venir.
problem-locked = Aquí los comentarios están cerrados.
problem-not-narrower = Elige a menos personas que antes.
problem-gone = Aquello a lo que respondes ya no está.
problem-over = Esto ya ha terminado.
problem-final = Ya has votado. Aquí el voto no se puede cambiar.
problem-nothing-chosen = Elige una respuesta.
problem-voted-on = Ya se ha votado sobre estas palabras, así que se quedan como están.
problem-bad-username = Usa de 2 a 32 letras minúsculas a–z, números, y . _ - entre ellos.
problem-not-a-picture = Esto no es una imagen que se pueda mostrar aquí. Usa JPEG, PNG, WebP o GIF.
problem-too-many-bytes = Como mucho { $limit } MB.
problem-too-many-pixels = La imagen es demasiado grande: como mucho { $limit } megapíxeles.
problem-damaged = Esta imagen está dañada.
problem-bad-line = No se puede leer la línea { $line }.
problem-disk-full = La caja está llena. No se puede guardar nada nuevo hasta que el personal haga sitio.
