### Mensajes en la búsqueda de todo el sitio.

search-messages = Mensajes
search-all-messages = Todos los mensajes con esto
contacts-write = Escribir
