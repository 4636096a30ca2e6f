### Grupos: cómo se entra, y las partes de la página de un grupo.

joining-tabs = Partes de este grupo
joining-tab-posts = Publicaciones
