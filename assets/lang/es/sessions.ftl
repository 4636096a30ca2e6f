### Entrar y salir, contraseñas, sesiones propias.

sign-in-username = Nombre de usuario
sign-in-password = Contraseña
sign-in-password-hint = La primera vez, usa la de tu papel.
sign-in-help = ¿No puedes entrar? Pide un papel nuevo al personal.

password-title = Elige una contraseña
password-first = La contraseña de tu papel solo sirve una vez. Elige ahora la tuya; nadie más la sabrá.
password-one-time = La contraseña de tu papel
password-present = Tu contraseña de ahora
password-new = Contraseña nueva
password-again = Contraseña nueva, otra vez
password-hint = { $least ->
    [one] Al menos { $least } carácter. Tres palabras que solo tú juntarías están bien.
   *[other] Al menos { $least } caracteres. Tres palabras que solo tú juntarías están bien.
}
password-set = Poner contraseña

sessions-title = Dónde he entrado
sessions-about = Cada navegador en el que has entrado. Cierra el que no conozcas y luego cambia tu contraseña.
sessions-device = Navegador
sessions-address = Dirección
sessions-begun = Entrada
sessions-used = Último uso
sessions-this = este
sessions-end = Cerrar
