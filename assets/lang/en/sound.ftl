### The quiet sound.

my-sound = A quiet sound when something new comes
my-sound-hint = For notices and messages, once for all open windows. Not for what is muted, and not for what you are looking at. Press anything on the page once, so that your browser allows it.
