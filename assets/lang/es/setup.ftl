### El primer arranque: tomar posesión de la caja.

setup-title = Bienvenida a Courtyard
setup-about = Esta caja es nueva. El código de instalación muestra que eres quien está a su lado.
setup-step = Paso { $step } de { $steps }
setup-code = Código de instalación
setup-code-hint = Está en la pantalla de la caja y en su registro. Tres grupos de cuatro signos.
setup-go-on = Seguir

setup-site-title = Tu sitio
setup-site-name = Nombre del sitio
setup-site-name-hint = Como lo dice la gente: «Escuela Buenavista». El nombre en la red sale de él.
setup-kind = ¿Qué clase de casa es?
setup-kind-school = Escuela
setup-kind-school-hint = Alumnado y profesorado. Lo que se publica aparece al momento.
setup-kind-prison = Prisión
setup-kind-prison-hint = Residentes y funcionarios. Lo que publican los miembros espera al personal.
setup-kind-other = Otra cosa
setup-kind-other-hint = Miembros y personal. Lo que se publica aparece al momento.
setup-language = Idioma del sitio
setup-language-hint = Cada persona puede elegir otro.
setup-time-zone = Zona horaria

setup-owner-title = La primera persona propietaria
setup-owner-about = Quien es propietario dirige el sitio. Usa tu propio nombre: todo lo que hace el personal queda anotado.
setup-claim = Tomar posesión de esta caja

setup-sheet-title = Hoja de recuperación
setup-sheet-about = Imprime esta página y guárdala donde solo tú y otra persona la encontréis.
setup-sheet-address = Dirección
setup-sheet-owner = La primera persona propietaria entra como
setup-sheet-box = Número de la caja
setup-sheet-lost = Si ya ninguna persona propietaria puede entrar
setup-sheet-lost-words = Quien tenga la caja en sus manos puede poner una contraseña nueva en su propio teclado. Queda anotado para siempre. Las palabras son:
setup-print = Imprimir
setup-begin = A mi sitio
