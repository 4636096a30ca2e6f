### Contacts: my own list of them, and the menu of aspects beside each.

contacts-title = My contacts
contacts-count = { $count ->
    [0] You share with nobody yet.
    [one] You share with { $count } person.
   *[other] You share with { $count } people.
}
contacts-mine = I share
contacts-mutual = Both share
contacts-only-theirs = Only they share
contacts-in-none = In no aspect
contacts-search-hint = The beginning of any of their names, or of a sign-in name.
contacts-none-found-words = Nobody in this list has such a name. Try fewer letters.
contacts-none-mutual = Nobody yet
contacts-none-mutual-words = Those you share with and who share with you will be here. You can add people; whether they add you is up to them.
contacts-none-theirs = Nobody
contacts-none-theirs-words = Who adds you to their contacts, and you have not added them, will be here.
contacts-all-in-aspects = Nobody
contacts-all-in-aspects-words = Each of your contacts is in an aspect.
contacts-aspects = Aspects
contacts-aspects-of = In which of your aspects is { $name }?
contacts-new-aspect = New aspect
