### Personas: nombres y perfiles.

people-shown-name = Nombre que ven los demás
