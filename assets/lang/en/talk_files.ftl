### Documents in messages.

chat-rule-files = Messages may carry documents
chat-rule-files-hint = PDF, texts and office documents, up to 20 MB each, by whoever may send files. Switched off again, nothing new can be sent, and what is there can still be read.
chat-documents = Add documents
chat-document = Document
chat-document-leave-out = Leave this document out
chat-not-document = Only pictures, PDF, texts and office documents can be added here.
chat-files = { $count ->
    [one] A document
   *[other] { $count } documents
}
problem-no-documents = Documents cannot be sent in messages here.
audit-kind-document = document in a message
space-in-messages = { $count ->
    [one] { $count } photo in messages
   *[other] { $count } photos in messages
}
space-in-documents = { $count ->
    [one] { $count } document in messages
   *[other] { $count } documents in messages
}
