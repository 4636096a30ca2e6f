### Documentos en los mensajes.

chat-rule-files = Los mensajes pueden llevar documentos
chat-rule-files-hint = PDF, textos y documentos de oficina, de hasta 20 MB cada uno, de quien pueda enviar archivos. Si se apaga otra vez, no se puede enviar nada nuevo, y lo que ya está se puede seguir leyendo.
chat-documents = Añadir documentos
chat-document = Documento
chat-document-leave-out = Dejar fuera este documento
chat-not-document = Aquí solo se pueden añadir imágenes, PDF, textos y documentos de oficina.
chat-files = { $count ->
    [one] Un documento
   *[other] { $count } documentos
}
problem-no-documents = Aquí no se pueden enviar documentos en los mensajes.
audit-kind-document = documento de un mensaje
space-in-messages = { $count ->
    [one] { $count } foto en mensajes
   *[other] { $count } fotos en mensajes
}
space-in-documents = { $count ->
    [one] { $count } documento en mensajes
   *[other] { $count } documentos en mensajes
}
