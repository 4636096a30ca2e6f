### Palabras de los extremos de la vida social: lo nuevo para los grupos, y quién puede enviar fotos y archivos.

notice-event-new = { $who } creó una actividad nueva para { $group }
notice-file-new = { $who } añadió algo a los archivos de { $group }
