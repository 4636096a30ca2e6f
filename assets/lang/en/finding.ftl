### Messages in the search of the whole site.

search-messages = Messages
search-all-messages = All messages with this
contacts-write = Write
