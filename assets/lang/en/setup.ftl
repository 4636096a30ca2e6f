### The first boot: claiming the box.

setup-title = Welcome to Courtyard
setup-about = This box is new. The set-up code shows that you are the one who stands beside it.
setup-step = Step { $step } of { $steps }
setup-code = Set-up code
setup-code-hint = It is on the screen of the box, and in its log. Three groups of four signs.
setup-go-on = Go on

setup-site-title = Your site
setup-site-name = Name of the site
setup-site-name-hint = As people say it: “Hillview School”. The name on the network is made from it.
setup-kind = What sort of house is it?
setup-kind-school = School
setup-kind-school-hint = Pupils and teachers. What is posted appears at once.
setup-kind-prison = Prison
setup-kind-prison-hint = Residents and officers. What members post waits for staff.
setup-kind-other = Something else
setup-kind-other-hint = Members and staff. What is posted appears at once.
setup-language = Language of the site
setup-language-hint = Each person can choose another one.
setup-time-zone = Time zone

setup-owner-title = The first owner
setup-owner-about = An owner runs the site. Use your own name: everything that staff do is recorded.
setup-claim = Claim this box

setup-sheet-title = Recovery sheet
setup-sheet-about = Print this page and keep it where only you and one other person find it.
setup-sheet-address = Address
setup-sheet-owner = First owner signs in as
setup-sheet-box = Number of the box
setup-sheet-lost = If no owner can sign in any more
setup-sheet-lost-words = Whoever has the box in their hands can set a new password at its own keyboard. This is recorded for ever. The words are:
setup-print = Print
setup-begin = To my site
