### How strict the house is with one group or one person, and how much they may send.

act-level-set = said how strict the house is with a group or a person
problem-only-read = Nobody can write here just now.
problem-used-up = { $limit ->
    [one] You can send { $limit } message a day, and you did. You can write again tomorrow. What you typed is still here.
   *[other] You can send { $limit } messages a day, and you did. You can write again tomorrow. What you typed is still here.
}

level-title = What waits, and how much
level-about = Beside the rules of the house. Of site, group and person the strictest counts, for members; staff never wait.
level-person-about = What of theirs waits for staff, and how many messages they may send.
level-approval-group = For what members write in this group. For the whole house it is now: { $site }.
level-approval-person = For what this person writes, wherever it is. For the whole house it is now: { $site }.
level-limits-group = How much the members of this group may send. Who is in several groups may send what the least of them says.
level-limits-person = How much this person may send. If one of their groups says less, that counts.
level-reads = They only read
level-reads-hint = They can read and look, but not make anything: nor press a sign or vote.
level-messages = Messages a day
level-people = Others in a new conversation
level-letters = Characters of a message
level-most = At most { $most }. Leave it empty for as many as anybody.
level-first = New accounts
level-first-hint = The first things of a new account can wait until staff let them through, whatever the rule above says. What was there before counts, too.
level-first-none = Nothing waits for being new
level-first-some = { $count ->
    [one] The first waits
   *[other] The first { $count } wait
}
level-left = { $count ->
    [one] You can send { $count } more message today.
   *[other] You can send { $count } more messages today.
}
level-used-up = You have sent all the messages of today. You can write again tomorrow.
level-waits-all = What you write here waits until { $staff } have looked at it.
level-waits-photos = Photos and documents wait until { $staff } have looked at them.
level-waits-first = { $all ->
    [one] You are new here: the first thing you write waits until { $staff } have looked at it.
   *[other] You are new here: the first { $all } things you write wait until { $staff } have looked at them. Let through so far: { $passed } of { $all }.
}
