### La imagen de una conversación.

chat-picture-hint = Una foto de este dispositivo, de hasta 20 MB. Se recorta en cuadrado. La ve todo el mundo en la conversación.
chat-picture-of = Imagen de la conversación
