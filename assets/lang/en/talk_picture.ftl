### The picture of a conversation.

chat-picture-hint = A photo from this device, up to 20 MB. It is cut to a square. Everybody in the conversation sees it.
chat-picture-of = Picture of the conversation
