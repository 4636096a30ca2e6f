### Quién ha leído lo que uno escribió, donde la casa deja saberlo.

chat-was-seen = Visto
chat-was-seen-by = Visto por { $first }
chat-was-seen-by-two = Visto por { $first } y { $second }
chat-was-seen-by-more = { $count ->
    [one] Visto por { $first }, { $second } y { $count } persona más
   *[other] Visto por { $first }, { $second } y { $count } personas más
}
