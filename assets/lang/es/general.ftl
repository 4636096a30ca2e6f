### Palabras que se usan en todas partes. Cortas y sencillas.

## El idioma

language-name = Español
number-style = point

## Enumeraciones

list-two = { $first } y { $last }
list-more = { $list }, { $next }
list-last = { $list } y { $last }

## Tamaños

size-in-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
size-kb = { $size } kB
size-mb = { $size } MB
size-gb = { $size } GB
size-tb = { $size } TB

## Fechas y horas

time-just-now = ahora mismo
time-minutes-ago = hace { $count } min
time-hours-ago = hace { $count } h
time-yesterday = ayer
time-day-month = { $day } de { $month }
time-day-month-year = { $day } de { $month } de { $year }
time-moment = { $date }, { $time }

month-january = enero
month-february = febrero
month-march = marzo
month-april = abril
month-may = mayo
month-june = junio
month-july = julio
month-august = agosto
month-september = septiembre
month-october = octubre
month-november = noviembre
month-december = diciembre

weekday-monday = lunes
weekday-tuesday = martes
weekday-wednesday = miércoles
weekday-thursday = jueves
weekday-friday = viernes
weekday-saturday = sábado
weekday-sunday = domingo

span-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
span-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
span-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
span-weeks = { $count ->
    [one] { $count } semana
   *[other] { $count } semanas
}

## Botones y enlaces

save = Guardar
cancel = Cancelar
delete = Borrar
edit = Editar
add = Añadir
remove = Quitar
send = Enviar
next = Siguiente
previous = Anterior
back = Volver
close = Cerrar
search = Buscar
show-more = Mostrar más
show-all = Mostrar todo
show-newer = Más recientes
show-older = Más antiguos
try-again = Probar otra vez
undo = Deshacer
copy = Copiar
print = Imprimir
download = Descargar
open = Abrir
choose-file = Elegir un archivo
report = Avisar
reply = Responder
select-all = Elegir todo
menu = Menú
help = Ayuda
settings = Ajustes
options = Opciones
skip-to-content = Ir a la página

## Palabras cortas

yes = Sí
no = No
on = Activado
off = Desactivado
none = Ninguno
everyone = Todos
optional = opcional
required = necesario
unknown = Desconocido
loading = Cargando…
waiting = En espera
new = Nuevo
more = Más
you = Tú
nothing-here = Aquí todavía no hay nada

## Antes de algo que no se puede deshacer

are-you-sure = ¿Seguro?
cannot-be-undone = No se puede deshacer.

## Lo que la página dice sola

copied = Copiado.
error-offline = No se puede llegar a la caja. Probando otra vez…
