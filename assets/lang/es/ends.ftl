### Palabras de los extremos de la vida social: lo nuevo para los grupos, y quién puede enviar fotos y archivos.

notice-event-new = { $who } creó una actividad nueva para { $group }
notice-file-new = { $who } añadió algo a los archivos de { $group }

uploads-rule = Quién puede enviar fotos y archivos
uploads-rule-hint = Fotos en publicaciones, comentarios, álbumes y chat, imágenes de personas y grupos, y archivos en grupos y mensajes. Lo que ya está se queda.
uploads-everyone = Todo el mundo
uploads-leaders = El personal y quien dirige un grupo
uploads-leaders-hint = Archivos solo en los grupos que dirigen.
uploads-staff = Solo el personal
problem-sent-by-staff = Aquí solo el personal puede enviar fotos y archivos.
problem-sent-by-leaders = Aquí solo el personal y quien dirige un grupo pueden enviar fotos y archivos.

photo-album-left = En un álbum de un grupo en el que no estás
photo-mine-about = Todas las fotos que pusiste en publicaciones y álbumes, primero las más nuevas. También las de álbumes de grupos que dejaste.
