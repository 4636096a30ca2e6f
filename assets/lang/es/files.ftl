### Archivos de los grupos.

files-title = Archivos
files-new = Poner un archivo aquí
files-put = Ponerlo aquí
files-edit = Editar nombre y palabras
files-take-out = Sacarlo
files-none = Todavía no hay archivos
files-none-words = Aquí estarán los documentos de este grupo: planes, formularios, listas.
files-choose = Archivo
files-hint = PDF, texto (txt, csv, md) o un documento de oficina (docx, xlsx, pptx, odt, ods, odp), de hasta { $count } MB.
files-about = Qué es
files-name = Nombre
files-sort = { $sort }, { $size }
files-removed = Se sacó del grupo. Solo tú lo ves.
files-fetch-this = Descargar { $name }
files-more-about = Más sobre el archivo { $name }
problem-not-a-document = Este tipo de archivo no se puede poner aquí. Usa un PDF, un texto o un documento de oficina.
problem-not-what-it-says = Lo que hay en el archivo no coincide con su nombre. Guárdalo otra vez como lo que es.
problem-macros = Tiene un programa dentro (macros). Guárdalo sin él y envíalo otra vez.
problem-no-room = No hay sitio para él en este grupo: como máximo { $count } MB en total.
space-in-files = { $count ->
    [one] { $count } archivo en grupos
   *[other] { $count } archivos en grupos
}
