### Signing in and out, passwords, one's sessions.

sign-in-username = Sign-in name
sign-in-password = Password
sign-in-password-hint = The first time, use the one on your slip.
sign-in-help = Cannot get in? Ask a member of staff for a new slip.

password-title = Choose a password
password-first = The password on your slip works only once. Choose your own now; nobody else will know it.
password-one-time = The password on your slip
password-present = Your password now
password-new = New password
password-again = New password, once more
password-hint = { $least ->
    [one] At least { $least } character. Three words that only you would put together are good.
   *[other] At least { $least } characters. Three words that only you would put together are good.
}
password-set = Set password

sessions-title = Where I am signed in
sessions-about = Each browser in which you are signed in. End one that you do not know, and then change your password.
sessions-device = Browser
sessions-address = Address
sessions-begun = Signed in
sessions-used = Last used
sessions-this = this one
sessions-end = End
