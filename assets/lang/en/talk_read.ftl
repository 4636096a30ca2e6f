### Who has read what one wrote, where the house lets people know.

chat-was-seen = Seen
chat-was-seen-by = Seen by { $first }
chat-was-seen-by-two = Seen by { $first } and { $second }
chat-was-seen-by-more = { $count ->
    [one] Seen by { $first }, { $second } and { $count } other
   *[other] Seen by { $first }, { $second } and { $count } others
}
