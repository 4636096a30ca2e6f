### Contactos: mi propia lista y el menú de aspectos junto a cada uno.

contacts-title = Mis contactos
contacts-count = { $count ->
    [0] Todavía no compartes con nadie.
    [one] Compartes con { $count } persona.
   *[other] Compartes con { $count } personas.
}
contacts-mine = Comparto
contacts-mutual = Los dos compartimos
contacts-only-theirs = Solo ellos
contacts-in-none = En ningún aspecto
contacts-search-hint = El comienzo de cualquiera de sus nombres o de un nombre de acceso.
contacts-none-found-words = En esta lista nadie se llama así. Prueba con menos letras.
contacts-none-mutual = Todavía nadie
contacts-none-mutual-words = Aquí estará la gente con la que compartes y que comparte contigo. Puedes añadir a la gente; que te añadan a ti es cosa suya.
contacts-none-theirs = Nadie
contacts-none-theirs-words = Aquí estará quien te añade a sus contactos sin que tú lo hayas añadido.
contacts-all-in-aspects = Nadie
contacts-all-in-aspects-words = Cada uno de tus contactos está en un aspecto.
contacts-aspects = Aspectos
contacts-aspects-of = ¿En cuáles de tus aspectos está { $name }?
contacts-new-aspect = Aspecto nuevo
